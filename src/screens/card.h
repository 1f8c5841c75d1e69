#ifndef SLATE_SCREENS_CARD_H
#define SLATE_SCREENS_CARD_H

/* What an interview came to, as lines to read: for the decision and for the scorecard. Pure: the
 * same interview gives the same lines. */

#include "app/viewing.h"
#include "screens/pages.h"

/* The composite with what it rests on and a bar for each competency; only of a submitted interview,
 * for there is no composite of another. */
void card_add_result(struct pages *p, const struct interview *iv);

/* What was decided last, by whom, why, and on what it was decided when that has changed since. */
void card_add_decision(struct pages *p, const struct interview *iv);

/* All flags, listed beside the scores and never subtracted. */
void card_add_flags(struct pages *p, const struct interview *iv);

/* The whole scorecard. Of an interview that is still open the scores are left out: nothing of it
 * may sway what is still to be scored. */
struct card {
    const struct interview *iv;
    const struct day *day;        /* NULL: not known */
    const struct bank_news *news; /* NULL: not looked at yet */
};
void card_fill(struct pages *p, const struct card *card);

#endif
