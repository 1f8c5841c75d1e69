#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

/* The full-text index: one row for each interview, written when it is planned, when a note is left,
 * when it is submitted; never per key. */

#include "store/db.h"

bool search_add(struct store *s, int64_t interview, struct err *e);
bool search_update(struct store *s, int64_t interview, struct err *e);

/* What a person typed as a query: each word a prefix, all of them wanted, in `column` or (NULL)
 * anywhere. False when there is no word in it. */
bool search_words(const char *typed, const char *column, struct str *out);

#endif
