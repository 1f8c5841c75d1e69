#ifndef SLATE_APP_COMPARISON_H
#define SLATE_APP_COMPARISON_H

/* Candidates side by side: the screens compare and shortlist, `slate compare` and `slate
 * shortlist`.
 *
 *     struct comparison c;
 *     if (!comparison_make(app, ids, n, &c, e)) ...
 *     c.columns[i].scored->row.candidate, c.rows.items[j].cells[i]->mark, c.remarks.items[k]
 *     comparison_release(&c);
 *
 * Compared are submitted interviews that the blind rule does not hide; of another one the column
 * says that it exists and why nothing is shown (`shown` is false), and it takes part in nothing.
 * What is shown counts as seen. Voided questions stand in their rows with the raw scores and are
 * left out of every number. All texts belong to the comparison. */

#include "app/app.h"
#include "app/compared.h"

/* Two to COMPARE_MAX different interviews, in the order of the columns. ERR_USAGE on another
 * number, ERR_MISSING when one is not there. */
bool comparison_make(struct app *app, const int64_t *ids, size_t n, struct comparison *c,
                     struct err *e);
void comparison_release(struct comparison *c);

/* What may be said of two columns. */
enum pair comparison_pair(const struct comparison *c, size_t a, size_t b);

/* "3.8 (8 of 9 scored)", or why there is none: "hidden", "open: no scores yet". */
void comparison_add_result(struct str *out, const struct comparison_column *c);
/* For a narrow place: "3.8 (8/9)", "– (5/9)"; "– (5/9; 62 %)", the share of the weight, where
 * weights differ. */
void comparison_add_brief(struct str *out, const struct composite *c, bool complete);
/* "decided at 3.8, now 3.6"; nothing where they agree, or nothing was decided. */
void scored_add_decided(struct str *out, const struct scored *s, const struct composite *now);

/* ---- shortlist ---- */

bool shortlist_make(struct app *app, const struct shortlist_query *q, struct shortlist *s,
                    struct err *e);
void shortlist_release(struct shortlist *s);
/* Who asked is worth a column only where it differs. */
bool shortlist_interviewers_differ(const struct shortlist *s);
const char *standing_words(enum standing s); /* "BEST GROUP", a heading */

#endif
