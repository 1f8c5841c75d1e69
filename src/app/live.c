#include "app/live.h"

#include <stdlib.h>
#include <string.h>

#include "app/live_parts.h"
#include "bank/law.h"
#include "base/alloc.h"

/* ---- opening and closing ---- */

static bool may_open(const struct interview *iv, struct err *e)
{
    switch (iv->state) {
    case INTERVIEW_OPEN:
    case INTERVIEW_SUBMITTED:
        return true;
    case INTERVIEW_PLANNED:
        return err_set(e, ERR_REFUSED, "the interview with %s has not begun: start it first",
                       iv->candidate);
    default:
        return err_set(e, ERR_REFUSED,
                       "the interview with %s was abandoned: reopen it first, if it goes on",
                       iv->candidate);
    }
}

static bool show(struct live *live, struct err *e);

static bool load(struct live *live, int64_t id, struct err *e)
{
    struct store *store = live->app->store;
    if (!store_load(store, id, &live->iv, e))
        return false;
    if (!may_open(&live->iv, e) || !store_history(store, id, &live->history, e))
        return false;
    live->shown = live_elapsed(live) / 1000;
    live->shown_spent = live_spent(live) / 1000;
    if (live->iv.state != INTERVIEW_OPEN)
        return true;
    store_prepare_log(store);
    return show(live, e);
}

struct live *live_open(struct app *app, int64_t id, struct err *e)
{
    if (!app_open_store(app, e) || !store_claim(app->store, id, e))
        return NULL;
    struct live *live = xcalloc(1, sizeof *live);
    live->app = app;
    live->counted = app_mono(app);
    interview_init(&live->iv);
    history_init(&live->history);
    if (load(live, id, e))
        return app->live = live;
    store_leave(app->store, id);
    interview_release(&live->iv);
    history_release(&live->history);
    free(live);
    return NULL;
}

void live_close(struct live *live)
{
    struct err e = ERR_INIT; /* the screen is gone, and all but the clock's last second is stored */
    if (live == NULL)
        return;
    live_count(live);
    live_flush(live);
    if (live->iv.state == INTERVIEW_OPEN) {
        live_fold_all(live, &e);
        live_store_place(live, &e);
    }
    live_rescue(live);
    store_leave(live->app->store, live->iv.id);
    live->app->live = NULL;
    live_drafts_release(&live->drafts);
    history_release(&live->history);
    law_free(live->law);
    interview_release(&live->iv);
    free(live);
}

const struct interview *live_interview(const struct live *live)
{
    return &live->iv;
}

bool live_unsaved(const struct live *live)
{
    bool unsaved = live->place_unsaved;
    for (size_t i = 0; i < live->drafts.n; i++)
        unsaved = unsaved || live->drafts.items[i].unsaved;
    return unsaved;
}

bool live_all_saved(const struct app *app)
{
    return app->live == NULL || !live_unsaved(app->live);
}

/* ---- values ---- */

static bool commit(struct live *live, struct change *c, struct err *e)
{
    struct err late = ERR_INIT; /* the clock's: live_unsaved says it until it is written */
    struct store_write w = {
        .interview = live->iv.id,
        .slot = c->slot,
        .cause = c->cause,
        .at = app_now(live->app),
    };
    if (!store_set(live->app->store, &w, c->new, e))
        return false;
    c->at = w.at;
    interview_apply(&live->iv, c->slot, c->new, w.at);
    history_push(&live->history, c);
    live_beat(live, &late);
    return true;
}

bool live_record(struct live *live, struct slot slot, const char *value, enum cause cause,
                 struct err *e)
{
    struct str old = STR_INIT;
    interview_value(&live->iv, slot, &old);
    struct change c = {.slot = slot, .cause = cause, .old = old.s, .new = value};
    bool ok = commit(live, &c, e);
    str_release(&old);
    return ok;
}

static bool holds(const struct live *live, struct slot slot, const char *value)
{
    struct str now = STR_INIT;
    interview_value(&live->iv, slot, &now);
    bool same = str_same(now.s, value);
    str_release(&now);
    return same;
}

bool live_set(struct live *live, struct slot slot, const char *value, struct err *e)
{
    if (!interview_check(&live->iv, slot, value, e))
        return false;
    if (slot.field == FIELD_DECISION)
        return live_retype(live, slot, value, e);
    if (slot_is_text(slot) && !live_fold(live, slot, e)) /* what was typed is in the log first */
        return false;
    return holds(live, slot, value) || live_record(live, slot, value, CAUSE_DO, e);
}

bool live_mark(struct live *live, struct mark mark, struct err *e)
{
    struct str value = STR_INIT;
    mark_add(&value, mark);
    bool ok = live_set(live, (struct slot){FIELD_MARK, live->iv.at, 0}, value.s, e);
    str_release(&value);
    return ok;
}

static struct slot tick_slot(const struct live *live, enum field field, int item)
{
    switch (field) {
    case FIELD_OVERALL:
        return (struct slot){field, 0, item};
    case FIELD_STEP:
        return (struct slot){field, item, 0};
    default:
        return (struct slot){field, live->iv.at, item};
    }
}

bool live_toggle(struct live *live, enum field field, int item, struct err *e)
{
    struct slot slot = tick_slot(live, field, item);
    if (!interview_check(&live->iv, slot, "1", e))
        return false;
    return live_set(live, slot, holds(live, slot, "1") ? "0" : "1", e);
}

/* ---- places ---- */

static bool is_open(const struct live *live, struct err *e)
{
    if (live->iv.state == INTERVIEW_OPEN)
        return true;
    return err_set(e, ERR_REFUSED, "this interview is over");
}

/* The answer that is about to be shown gets its time. */
static bool show(struct live *live, struct err *e)
{
    struct interview *iv = &live->iv;
    if (iv->stage != STAGE_QUESTIONS || iv->at < 0 || (size_t)iv->at >= iv->n_answers ||
        iv->answers[iv->at].shown_at != 0)
        return true;
    iv->answers[iv->at].shown_at = app_now(live->app);
    if (live_store_place(live, e))
        return true;
    iv->answers[iv->at].shown_at = 0;
    return false;
}

/* The answer that is shown gets the time when it was first left. */
static bool leave(struct live *live, struct err *e)
{
    struct answer *a = &live->iv.answers[live->iv.at];
    int64_t before = a->left_at;
    if (before == 0)
        a->left_at = app_now(live->app);
    if (live_store_place(live, e))
        return true;
    a->left_at = before;
    return false;
}

static bool move(struct live *live, enum stage stage, int at, struct err *e)
{
    struct interview *iv = &live->iv;
    enum stage stage_before = iv->stage;
    int at_before = iv->at, back_before = iv->back;
    int64_t shown_before = iv->answers[at].shown_at;
    if (at != iv->at)
        iv->back = iv->at;
    iv->at = at;
    iv->stage = stage;
    if (stage == STAGE_QUESTIONS && shown_before == 0)
        iv->answers[at].shown_at = app_now(live->app);
    if (live_store_place(live, e))
        return true;
    iv->answers[at].shown_at = shown_before;
    iv->stage = stage_before;
    iv->at = at_before;
    iv->back = back_before;
    return false;
}

bool live_go(struct live *live, enum stage stage, int at, struct err *e)
{
    struct interview *iv = &live->iv;
    if (!is_open(live, e))
        return false;
    if (stage != STAGE_QUESTIONS)
        at = iv->at;
    else if (at < 0 || (size_t)at >= iv->n_answers)
        return err_set(e, ERR_INPUT, "there is no question %d: this interview has %zu", at + 1,
                       iv->n_answers);
    if (stage == iv->stage && at == iv->at)
        return true;
    live_count(live);
    live_flush(live);
    if (iv->stage == STAGE_QUESTIONS && !leave(live, e))
        return false;
    return move(live, stage, at, e);
}

bool live_back(struct live *live, struct err *e)
{
    const struct interview *iv = &live->iv;
    if (iv->back < 0)
        return err_set(e, ERR_MISSING, "no other question was shown yet");
    return live_go(live, STAGE_QUESTIONS, iv->back, e);
}

static bool is_blank_own(const struct answer *a)
{
    return a->question == NULL && a->own_text.len == 0 && a->note.len == 0;
}

int live_add_own(struct live *live, struct err *e)
{
    struct interview *iv = &live->iv;
    struct err late = ERR_INIT;
    if (!is_open(live, e))
        return -1;
    if (iv->n_answers > iv->kit.n && is_blank_own(&iv->answers[iv->n_answers - 1]))
        return (int)iv->n_answers - 1;
    int64_t now = app_now(live->app);
    if (!store_add_own(live->app->store, iv->id, (int)iv->n_answers, now, e))
        return -1;
    int at = interview_add_own(iv);
    iv->answers[at].shown_at = now;
    live_beat(live, &late);
    return at;
}

/* ---- the end ---- */

bool live_submit(struct live *live, struct err *e)
{
    struct interview *iv = &live->iv;
    live_count(live);
    if (!is_open(live, e) || !live_fold_all(live, e) || !interview_may_submit(iv, e) ||
        !live_store_place(live, e))
        return false;
    int64_t now = app_now(live->app);
    if (!store_submit(live->app->store, iv->id, now, e))
        return false;
    iv->state = INTERVIEW_SUBMITTED;
    iv->submitted_at = now;
    return true;
}

bool live_abandon(struct live *live, struct err *e)
{
    struct interview *iv = &live->iv;
    live_count(live);
    if (!is_open(live, e) || !live_fold_all(live, e))
        return false;
    int64_t now = app_now(live->app);
    if (!live_store_place(live, e) || !store_abandon(live->app->store, iv->id, now, e))
        return false;
    iv->state = INTERVIEW_ABANDONED;
    iv->abandoned_at = now;
    return true;
}

static bool may_decide(const struct interview *iv, enum decision d, struct err *e)
{
    const char *reason = iv->decision_draft.s;
    if (iv->state != INTERVIEW_SUBMITTED)
        return err_set(e, ERR_REFUSED, "submit the interview first: the decision comes after it");
    if (d <= DECISION_NONE || d >= DECISIONS)
        return err_set(e, ERR_INPUT, "choose one: advance, hold or do not advance");
    if (reason[strspn(reason, " \t\r\n")] == '\0')
        return err_set(e, ERR_INPUT, "write the reason first: one sentence on what decided it");
    return true;
}

bool live_decide(struct live *live, enum decision d, struct err *e)
{
    struct interview *iv = &live->iv;
    struct slot slot = {FIELD_DECISION, 0, 0};
    struct store_decision made = {d, iv->decision_draft.s, app_now(live->app)};
    if (!may_decide(iv, d, e) || !live_fold(live, slot, e) ||
        !store_decide(live->app->store, iv->id, &made, e))
        return false;
    iv->decision = d;
    iv->decision_reason = arena_dup(&iv->arena, iv->decision_draft.s);
    iv->decided_at = made.at;
    str_clear(&iv->decision_draft);
    live_drafts_release(&live->drafts);
    return true;
}
