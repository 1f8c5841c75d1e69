#ifndef SLATE_DOMAIN_HISTORY_H
#define SLATE_DOMAIN_HISTORY_H

/* Undo and redo from the change log itself, so that they survive a restart. The log only grows: an
 * undo is one more change with its cause. Replaying it gives the two stacks:
 * a CAUSE_DO is pushed on undo and empties redo, a CAUSE_UNDO moves the top of undo to redo, a
 * CAUSE_REDO moves it back. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "domain/slot.h"

enum cause { CAUSE_DO, CAUSE_UNDO, CAUSE_REDO };

struct change {
    int64_t n;  /* from 1 within the interview */
    int64_t at; /* UTC ms */
    struct slot slot;
    enum cause cause;
    const char *old, *new; /* values as in slot.h */
};

struct history {
    struct arena arena;
    struct change *rows; /* the CAUSE_DO ones on the stacks */
    size_t *undo, *redo; /* indices into rows */
    size_t n, cap, n_undo, cap_undo, n_redo, cap_redo;
};

void history_init(struct history *h);
void history_release(struct history *h);
void history_push(struct history *h, const struct change *c); /* copies the texts */
/* What would be undone or redone next, or NULL. Valid until the next push. */
const struct change *history_undo(const struct history *h);
const struct change *history_redo(const struct history *h);
/* The latest change of either slot that was not undone, or NULL: which of two came last. */
const struct change *history_latest(const struct history *h, struct slot a, struct slot b);

#endif
