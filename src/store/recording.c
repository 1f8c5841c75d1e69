/* What a key of a live interview writes: marks, ticks, texts, typing, the place. */

#include "store/edits.h"
#include "store/head.h"
#include "store/search.h"

static bool missing(const struct store_write *w, struct err *e)
{
    return err_set(e, ERR_MISSING, "interview %lld has no answer number %d",
                   (long long)w->interview, w->slot.pos + 1);
}

static bool set_mark(struct store *s, const struct store_write *w, const char *value, struct err *e)
{
    static const char SET[] = "UPDATE answer SET mark = ?3, marked_at = ?4, cause = ?5"
                              " WHERE interview = ?1 AND pos = ?2";
    if (!tx_run(s, SET, ARGS(I(w->interview), I(w->slot.pos), T(value), I(w->at), I(w->cause)), e))
        return false;
    return db_changed(s) == 1 || missing(w, e);
}

static bool set_tick(struct store *s, const struct store_write *w, const char *value, struct err *e)
{
    static const char SET[] =
        "INSERT INTO tick (interview, field, pos, item, is_on, at, cause)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (interview, field, pos, item)"
        " DO UPDATE SET is_on = excluded.is_on, at = excluded.at, cause = excluded.cause";
    return tx_run(s, SET,
                  ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos),
                       I(w->slot.item), I(value[0] == '1'), I(w->at), I(w->cause)),
                  e);
}

/* What is typed and not folded yet comes first, so that the log tells both. */
static bool set_text(struct store *s, const struct store_write *w, const char *value, struct err *e)
{
    return edits_fold(s, w, e) && edits_set_text(s, w, value, e) &&
           search_update(s, w->interview, e);
}

bool store_set(struct store *s, const struct store_write *w, const char *value, struct err *e)
{
    if (w->slot.field == FIELD_MARK)
        return set_mark(s, w, value, e);
    if (slot_is_text(w->slot))
        return tx_begin(s, e) && tx_end(s, set_text(s, w, value, e), e);
    return set_tick(s, w, value, e);
}

static bool set_place(struct store *s, int64_t id, const struct store_place *p, struct err *e)
{
    static const char SET[] = "UPDATE interview SET stage = ?2, at_pos = ?3, back_pos = ?4,"
                              " paused = ?5, elapsed_ms = ?6, touched_at = ?7"
                              " WHERE id = ?1 AND state = 'open'";
    if (!db_run(s, SET,
                ARGS(I(id), T(stage_name(p->stage)), I(p->at), I(p->back), I(p->paused),
                     I(p->elapsed_ms), I(p->touched_at)),
                e))
        return false;
    if (db_changed(s) == 1)
        return true;
    struct head head;
    return head_load(s, id, &head, e) && head_expect(&head, INTERVIEW_OPEN, e);
}

static bool set_times(struct store *s, int64_t id, const struct store_place *p, struct err *e)
{
    static const char SET[] = "UPDATE answer SET shown_at = ?3, left_at = ?4, spent_ms = ?5"
                              " WHERE interview = ?1 AND pos = ?2";
    if (p->at < 0)
        return true;
    return db_run(s, SET, ARGS(I(id), I(p->at), I(p->shown_at), I(p->left_at), I(p->spent_ms)), e);
}

bool store_place(struct store *s, int64_t id, const struct store_place *place, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, set_place(s, id, place, e) && set_times(s, id, place, e), e);
}

bool store_add_own(struct store *s, int64_t id, int pos, int64_t at, struct err *e)
{
    static const char ADD[] = "INSERT INTO answer (interview, pos, shown_at) VALUES (?1, ?2, ?3)";
    return tx_begin(s, e) && tx_end(s, db_run(s, ADD, ARGS(I(id), I(pos), I(at)), e), e);
}
