#ifndef SLATE_STORE_BANKS_H
#define SLATE_STORE_BANKS_H

/* Question banks as they are kept with the interviews that were asked with them. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/str.h"
#include "store/store.h"

/* How many interviews point at the version with this hash, and at any version of the bank of this
 * name; planned ones count. */
struct store_bank_uses {
    int64_t version, bank;
};
bool store_bank_uses(struct store *s, const struct hash *sha256, const char *name,
                     struct store_bank_uses *out, struct err *e);

/* The bytes of the bank that an interview was asked with, added to `bytes`, and its name. */
bool store_bank_bytes(struct store *s, int64_t interview, struct str *bytes, struct str *name,
                      struct err *e);

/* The interview that was entered last with a bank of this name; 0: none. */
bool store_bank_latest(struct store *s, const char *name, int64_t *id, struct err *e);

#endif
