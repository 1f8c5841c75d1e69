#ifndef STORE_RESULT_H
#define STORE_RESULT_H

/* The composite of a submitted interview as a row, so that lists need not compute it. */

#include "store/db.h"
#include "store/head.h"

/* From the rows as they are now, amended and voided ones as such. */
bool result_add(struct store *s, const struct head *head, struct err *e);
/* The same for the row that is there, after something was amended or voided. */
bool result_renew(struct store *s, const struct head *head, struct err *e);
/* Does the stored row say the same? */
bool result_check(struct store *s, const struct head *head, bool *same, struct err *e);

#endif
