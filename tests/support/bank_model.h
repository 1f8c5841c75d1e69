#ifndef SLATE_TESTS_BANK_MODEL_H
#define SLATE_TESTS_BANK_MODEL_H

/* What a bank says, as a flat table: a place of domain/edit.h and its text. Edits are done on it as
 * anybody would expect them, without knowing YAML, and compared with what the edited file reads as.
 *
 * A list is one row, its entries parted by a unit separator; the order of questions stands in the
 * row "senior/#", that of a glossary in "glossary#". Texts that the reader takes for not given have
 * no row. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "domain/edit.h"

#define MODEL_PART '\x1F'

struct model_row {
    char *place, *text;
};

struct bank_model {
    struct model_row *items;
    size_t n, cap;
    size_t errors; /* that reading it gave */
};

/* Reads the bytes as bank_read does. False when they are no bank that can be told by its places:
 * without or with double ids, or not YAML. */
bool bank_model_read(struct bank_model *m, const struct str *bytes, const char *stem);
void bank_model_copy_all(struct bank_model *to, const struct bank_model *from);
void bank_model_release(struct bank_model *m);
void bank_model_put(struct bank_model *m, const char *place,
                    const char *text);                                     /* NULL: takes out */
const char *bank_model_get(const struct bank_model *m, const char *place); /* NULL: none */

/* The edits of bank/bank_edit.h, of which it is known that they were done. */
void bank_model_set(struct bank_model *m, const char *place, const char *text);
void bank_model_insert(struct bank_model *m, const char *place, const char *text);
void bank_model_remove(struct bank_model *m, const char *place);
void bank_model_move(struct bank_model *m, const char *place, const struct edit_target *to);
void bank_model_copy(struct bank_model *m, const char *place, const char *level, const char *id);

/* Adds what differs, a line each; nothing when they say the same. A row of `meant` whose text is
 * "*" is not compared. */
void bank_model_compare(const struct bank_model *meant, const struct bank_model *is,
                        struct str *out);

#endif
