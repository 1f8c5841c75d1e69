#ifndef SLATE_BANK_IMPORT_TABLE_H
#define SLATE_BANK_IMPORT_TABLE_H

/* Questions from a table with a header (bank/csv.h): the columns in any order under the usual names
 * (import_words.h). A table that bank_csv wrote is known by its column "listen for" and is taken
 * exactly. */

#include "bank/sketch.h"

/* Has the first row a column for questions, and another one that is known? */
bool import_table_is(const char *s, size_t n, const char *name);

/* Fails when no column has the questions. */
bool import_table(struct sketch *sk, const struct str *text, const char *name, struct err *e);

#endif
