#ifndef STORE_KEPT_ROWS_H
#define STORE_KEPT_ROWS_H

/* Rows as bytes, and back. Only this machine reads them again: numbers are 8 bytes in its own
 * order, a text is its length and its bytes. */

#include <stddef.h>

#include "base/str.h"
#include "domain/listing.h"

void kept_add_number(struct str *out, int64_t number);
void kept_add_text(struct str *out, const char *text);

void kept_add_rows(struct str *out, const struct home_rows *rows);
/* Any bytes may be handed in; false when they are no rows, with `out` empty. */
bool kept_read_rows(const char *bytes, size_t n, struct home_rows *out);

#endif
