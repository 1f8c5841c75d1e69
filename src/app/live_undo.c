#include "app/live.h"

#include <string.h>

#include "app/live_parts.h"

/* ---- a change in words ---- */

static void add_place(struct str *out, const struct interview *iv, int pos)
{
    if ((size_t)pos < iv->kit.n)
        str_addf(out, " of question %d", pos + 1);
    else
        str_addf(out, " of off-script question %d", pos - (int)iv->kit.n + 1);
}

static void add_mark(struct str *out, const struct interview *iv, const struct change *c)
{
    struct mark m;
    if (!mark_parse(c->new, iv->kit.scale, &m))
        return;
    if (m.state == ANSWER_SCORED)
        str_add(out, "score ");
    if (m.state == ANSWER_UNSET)
        str_add(out, "taking back the score");
    else
        mark_add_words(out, m);
    add_place(out, iv, c->slot.pos);
}

static void add_tick(struct str *out, const struct interview *iv, const struct change *c)
{
    static const struct {
        const char *set, *unset;
        char first;
    } words[] = {
        [FIELD_HEARD] = {"heard", "not heard", 'a'},
        [FIELD_FLAG] = {"flag", "no flag", 'v'},
        [FIELD_PROBE] = {"asked", "not asked", 'i'},
    };
    bool set = strcmp(c->new, "1") == 0;
    enum field f = c->slot.field;
    str_addf(out, "%s %c", set ? words[f].set : words[f].unset, words[f].first + c->slot.item);
    add_place(out, iv, c->slot.pos);
}

static const char *step_name(const struct interview *iv, int pos)
{
    return (size_t)pos < iv->n_steps && iv->steps[pos].closing ? "closing" : "opening";
}

static int step_number(const struct interview *iv, int pos)
{
    return (size_t)pos < iv->kit.opening.n ? pos + 1 : pos + 1 - (int)iv->kit.opening.n;
}

static void add_change(struct str *out, const struct interview *iv, const struct change *c)
{
    int pos = c->slot.pos;
    switch (c->slot.field) {
    case FIELD_MARK:
        add_mark(out, iv, c);
        break;
    case FIELD_HEARD:
    case FIELD_FLAG:
    case FIELD_PROBE:
        add_tick(out, iv, c);
        break;
    case FIELD_NOTE:
        str_add(out, "note");
        add_place(out, iv, pos);
        break;
    case FIELD_OWN:
        str_add(out, "text");
        add_place(out, iv, pos);
        break;
    case FIELD_OVERALL:
        str_addf(out, "flag %d of the interview", c->slot.item + 1);
        break;
    case FIELD_STEP:
        str_addf(out, "tick at %s step %d", step_name(iv, pos), step_number(iv, pos));
        break;
    case FIELD_STEP_NOTE:
        str_addf(out, "note of %s step %d", step_name(iv, pos), step_number(iv, pos));
        break;
    case FIELD_FACT:
        str_addf(out, "fact %d", pos + 1);
        break;
    case FIELD_GENERAL:
        str_add(out, "general note");
        break;
    case FIELD_KEPT:
        str_add(out, "that a note is kept");
        break;
    default:
        str_add(out, "summary");
        break;
    }
}

/* ---- moving along the history ---- */

static bool of_answer(enum field f)
{
    return f == FIELD_MARK || f == FIELD_HEARD || f == FIELD_FLAG || f == FIELD_PROBE ||
           f == FIELD_NOTE || f == FIELD_OWN;
}

/* Folds what was typed, so that it can be undone itself. */
static bool prepare(struct live *live, struct err *e)
{
    if (live->iv.state != INTERVIEW_OPEN)
        return err_set(e, ERR_REFUSED, "this interview is over: nothing can be undone");
    return live_fold_all(live, e);
}

/* One step: the value it had comes back (undo), or the one it got (redo). */
static bool step(struct live *live, const struct change *c, enum cause cause, struct err *e)
{
    struct slot slot = c->slot;
    if (of_answer(slot.field) && !live_go(live, STAGE_QUESTIONS, slot.pos, e))
        return false;
    return live_record(live, slot, cause == CAUSE_UNDO ? c->old : c->new, cause, e);
}

static bool travel(struct live *live, enum cause cause, struct str *what, struct slot *slot,
                   struct err *e)
{
    if (!prepare(live, e))
        return false;
    const struct change *top =
        cause == CAUSE_UNDO ? history_undo(&live->history) : history_redo(&live->history);
    if (top == NULL)
        return err_set(e, ERR_MISSING, "nothing to %s", cause == CAUSE_UNDO ? "undo" : "redo");
    struct change c = *top; /* its texts stay where they are, in the history's arena */
    if (!step(live, &c, cause, e))
        return false;
    str_clear(what);
    str_add(what, cause == CAUSE_UNDO ? "undone: " : "redone: ");
    add_change(what, &live->iv, &c);
    *slot = c.slot;
    return true;
}

bool live_undo(struct live *live, struct str *what, struct slot *slot, struct err *e)
{
    return travel(live, CAUSE_UNDO, what, slot, e);
}

bool live_redo(struct live *live, struct str *what, struct slot *slot, struct err *e)
{
    return travel(live, CAUSE_REDO, what, slot, e);
}

bool live_can_undo(const struct live *live)
{
    if (live->iv.state != INTERVIEW_OPEN)
        return false;
    return live->drafts.n > 0 || history_undo(&live->history) != NULL;
}

bool live_can_redo(const struct live *live)
{
    return live->iv.state == INTERVIEW_OPEN && history_redo(&live->history) != NULL;
}
