#include "domain/history.h"

#include "base/vec.h"

void history_init(struct history *h)
{
    *h = (struct history){.arena = ARENA_INIT};
}

void history_release(struct history *h)
{
    vec_free(h->rows);
    vec_free(h->undo);
    vec_free(h->redo);
    arena_release(&h->arena);
    history_init(h);
}

static void push_undo(struct history *h, size_t row)
{
    h->undo = vec_room(h->undo, h->n_undo, &h->cap_undo, sizeof *h->undo);
    h->undo[h->n_undo++] = row;
}

static void push_redo(struct history *h, size_t row)
{
    h->redo = vec_room(h->redo, h->n_redo, &h->cap_redo, sizeof *h->redo);
    h->redo[h->n_redo++] = row;
}

static void push_done(struct history *h, const struct change *c)
{
    h->rows = vec_room(h->rows, h->n, &h->cap, sizeof *h->rows);
    struct change *row = &h->rows[h->n];
    *row = *c;
    row->old = arena_dup(&h->arena, c->old);
    row->new = arena_dup(&h->arena, c->new);
    push_undo(h, h->n++);
    h->n_redo = 0;
}

void history_push(struct history *h, const struct change *c)
{
    switch (c->cause) {
    case CAUSE_DO:
        push_done(h, c);
        break;
    case CAUSE_UNDO:
        if (h->n_undo > 0)
            push_redo(h, h->undo[--h->n_undo]);
        break;
    case CAUSE_REDO:
        if (h->n_redo > 0)
            push_undo(h, h->redo[--h->n_redo]);
        break;
    }
}

const struct change *history_undo(const struct history *h)
{
    return h->n_undo > 0 ? &h->rows[h->undo[h->n_undo - 1]] : NULL;
}

const struct change *history_redo(const struct history *h)
{
    return h->n_redo > 0 ? &h->rows[h->redo[h->n_redo - 1]] : NULL;
}

const struct change *history_latest(const struct history *h, struct slot a, struct slot b)
{
    for (size_t i = h->n_undo; i > 0; i--) {
        const struct change *c = &h->rows[h->undo[i - 1]];
        if (slot_same(c->slot, a) || slot_same(c->slot, b))
            return c;
    }
    return NULL;
}
