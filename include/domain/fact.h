#ifndef SLATE_DOMAIN_FACT_H
#define SLATE_DOMAIN_FACT_H

/* How a fact is answered. Whatever the candidate says is written down as it was said ("two weeks
 * after I give notice"): the kind of a fact refuses nothing, it only lets a screen remark quietly
 * that an answer reads otherwise, which may be a slip of the finger. Nothing but the text is kept.
 *
 *     const char *notice = fact_notice(fact, "soon");
 *     notice is "Not a date such as 2026-11-23; kept as you wrote it." */

#include "domain/bank.h"

#define FACT_MONEY_MAX 80 /* bytes: an amount with its currency, not a story */

/* What there is to remark on that answer, one sentence that lives for ever; NULL for nothing.
 * Blanks around an answer do not matter, and no answer is always fine. What reads as its kind:
 *
 *   FACT_TEXT   anything
 *   FACT_YESNO  the word yes or no, whatever follows it: "No", "yes, from May"
 *   FACT_DATE   all that clock_parse reads, and dates as people type them, in words or numbers:
 *               "23/11/2026" or "11/23/26", "23 Nov 2026", "November 23rd, 2026", "Nov 2026",
 *               "1 Dec"
 *   FACT_MONEY  one line with a digit in it: "45 000", "£350/day", "45k"
 */
const char *fact_notice(const struct fact *fact, const char *answer);

#endif
