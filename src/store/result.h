#ifndef STORE_RESULT_H
#define STORE_RESULT_H

/* The composite of a submitted interview as a row, so that lists need not compute it. */

#include "domain/composite.h"
#include "store/db.h"
#include "store/head.h"

/* From the rows as they are now, amended and voided ones as such. */
bool result_add(struct store *s, const struct head *head, struct err *e);
/* The same for the row that is there, after something was amended or voided. */
bool result_renew(struct store *s, const struct head *head, struct err *e);
/* Does the stored row say the same? */
bool result_check(struct store *s, const struct head *head, bool *same, struct err *e);

/* A result `t` of an interview `i` as columns, and these read, the first of them at `first`. */
#define RESULT_COLUMNS                                                                             \
    "t.sum_wx, t.sum_w, t.sum_e, t.asked, t.scored, t.no_evidence, t.skipped,"                     \
    " (SELECT min(weight) <> max(weight) FROM bank_question w"                                     \
    " WHERE w.bank_version = i.bank_version AND w.level = i.level)"
#define RESULT_WIDTH 8 /* how many */
struct composite result_read(const struct query *q, int first, int scale);

#endif
