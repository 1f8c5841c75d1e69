#include "app/live.h"

#include "app/live_parts.h"

#define BREAK_MS 60000 /* the lid was closed, or the machine slept */

/* The answer that is on the screen, or NULL. */
static struct answer *shown_answer(struct live *live)
{
    struct interview *iv = &live->iv;
    bool there = iv->stage == STAGE_QUESTIONS && iv->at >= 0 && (size_t)iv->at < iv->n_answers;
    return there ? &iv->answers[iv->at] : NULL;
}

void live_count(struct live *live)
{
    int64_t now = app_mono(live->app), gap = now - live->counted;
    live->counted = now;
    if (live->iv.paused || live->iv.state != INTERVIEW_OPEN || gap <= 0)
        return;
    if (gap > BREAK_MS) {
        live->broke = true;
        return;
    }
    live->iv.elapsed_ms += gap;
    struct answer *a = shown_answer(live);
    if (a != NULL)
        a->spent_ms += gap;
}

bool live_store_place(struct live *live, struct err *e)
{
    const struct interview *iv = &live->iv;
    struct store_place place = {
        .stage = iv->stage,
        .at = iv->at,
        .back = iv->back,
        .paused = iv->paused,
        .elapsed_ms = iv->elapsed_ms,
        .touched_at = app_now(live->app),
    };
    if (iv->at >= 0 && (size_t)iv->at < iv->n_answers) {
        const struct answer *a = &iv->answers[iv->at];
        place.shown_at = a->shown_at;
        place.left_at = a->left_at;
        place.spent_ms = a->spent_ms;
    }
    live->place_unsaved = !store_place(live->app->store, iv->id, &place, e);
    if (!live->place_unsaved) {
        live->iv.touched_at = place.touched_at;
        live->shown = live_elapsed(live) / 1000;
        live->shown_spent = live_spent(live) / 1000;
    }
    return !live->place_unsaved;
}

static bool is_behind(const struct live *live)
{
    return live->place_unsaved || live_elapsed(live) / 1000 != live->shown ||
           live_spent(live) / 1000 != live->shown_spent;
}

void live_beat(struct live *live, struct err *e)
{
    live_count(live);
    live_flush(live);
    if (live->iv.state == INTERVIEW_OPEN && is_behind(live))
        live_store_place(live, e);
}

bool live_tick(struct live *live, struct err *e)
{
    live_beat(live, e);
    bool broke = live->broke;
    live->broke = false;
    return broke;
}

bool live_pause(struct live *live, bool paused, struct err *e)
{
    live_count(live);
    if (live->iv.paused == paused)
        return true;
    live->iv.paused = paused;
    if (live_store_place(live, e))
        return true;
    live->iv.paused = !paused;
    return false;
}

int64_t live_elapsed(const struct live *live)
{
    return live->iv.elapsed_ms;
}

int64_t live_spent(const struct live *live)
{
    const struct interview *iv = &live->iv;
    bool there = iv->at >= 0 && (size_t)iv->at < iv->n_answers;
    return there ? iv->answers[iv->at].spent_ms : 0;
}
