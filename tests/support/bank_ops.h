#ifndef SLATE_TESTS_BANK_OPS_H
#define SLATE_TESTS_BANK_OPS_H

/* Every edit that can be asked for in a bank: each operation at each place, with texts that are
 * hard to write in YAML. Tried on a bank_edit and, where it was done, on a bank_model: both must
 * come to the same. */

#include "bank/bank_edit.h"
#include "support/bank_model.h"

enum op_kind { OP_SET, OP_INSERT, OP_REMOVE, OP_MOVE, OP_COPY, OP_ADD };

struct bank_op {
    enum op_kind kind;
    char place[160], to[160];
    enum edit_where where;
    const char *text;
};

/* Hands each to `each`, with every text where `texts` is 0, else with `texts` of them, chosen by
 * `*seed`. */
struct bank_ops {
    void (*each)(void *data, const struct bank_op *op);
    void *data;
    int texts;
    uint64_t *seed;
};
void bank_ops(const struct bank_model *m, const struct bank_ops *ops);

/* How an edit came out. */
struct bank_tally {
    size_t done, refused, unsafe; /* unsafe: refused since its outcome was not what was meant */
};

/* Tries the edit on the bytes: done as meant, no comment lost, the file's line ends kept, undone
 * and redone to the byte; or refused with a reason and nothing changed. Fails the test, saying how
 * to try it by hand, when it is otherwise. */
struct bank_case {
    const char *path, *stem;
    struct str bytes;
    struct bank_model model;
    struct bank_edit *edit; /* of those bytes; comes back to them after each try */
    unsigned tried;
};
void bank_case_try(struct bank_case *c, const struct bank_op *op, struct bank_tally *tally);
bool bank_op_apply(struct bank_edit *b, const struct bank_op *op, struct err *e);
void bank_op_mean(struct bank_model *m, const struct bank_op *op);
void bank_op_words(const struct bank_op *op, struct str *out);

#endif
