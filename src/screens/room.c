#include "screens/room.h"

#include "app/starting.h"
#include "base/clock.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/words.h"

#define LAST_COLS 20 /* columns at the right of the header for what the last key did */
#define LAST_FROM 60 /* columns of a window that has room for it */

struct outcome out_failed(const struct err *e)
{
    return out_say(TONE_ERROR, "%s", e->text);
}

struct outcome out_back(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_pop(-1);
}

struct outcome out_one_line(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_say(TONE_PLAIN, "This field has one line only.");
}

/* ---- from stage to stage ---- */

/* A bank without steps and facts has nothing to show before and behind its questions. */
static bool is_empty(const struct interview *iv, enum stage stage)
{
    if (stage == STAGE_OPENING)
        return iv->kit.opening.n == 0 && iv->n_facts == 0;
    return stage == STAGE_CLOSING && iv->kit.closing.n == 0 && iv->n_facts == 0;
}

static enum stage beyond(enum stage from, enum stage to)
{
    return to == STAGE_CLOSING && from == STAGE_QUESTIONS ? STAGE_WRAP_UP : STAGE_QUESTIONS;
}

static struct screen *stage_screen(struct app *app, struct live *live)
{
    switch (live_interview(live)->stage) {
    case STAGE_OPENING:
        return steps_open(app, live, false);
    case STAGE_CLOSING:
        return steps_open(app, live, true);
    case STAGE_WRAP_UP:
        return wrap_up_open(app, live);
    default:
        return interview_open(app, live);
    }
}

struct screen *room_open(struct app *app, int64_t id, struct err *e)
{
    struct live *live = live_open(app, id, e);
    if (!live)
        return NULL;
    const struct interview *iv = live_interview(live);
    if (iv->state == INTERVIEW_SUBMITTED)
        return decision_open(app, live);
    if (!is_empty(iv, iv->stage) || live_go(live, beyond(STAGE_QUESTIONS, iv->stage), iv->at, e))
        return stage_screen(app, live);
    live_close(live);
    return NULL;
}

/* One that must not be seen is refused by its scorecard, with the reason. */
struct screen *row_open(struct app *app, const struct interview_row *r, struct err *e)
{
    if (r->hidden)
        return scorecard_open(app, r->id, e);
    if (r->state == INTERVIEW_OPEN)
        return room_open(app, r->id, e);
    return r->state == INTERVIEW_PLANNED ? new_open(app, r->id, e) : scorecard_open(app, r->id, e);
}

struct outcome room_go(struct app *app, struct live **live, enum stage stage)
{
    struct err e = ERR_INIT;
    struct live *l = *live;
    const struct interview *iv = live_interview(l);
    if (is_empty(iv, stage)) {
        stage = beyond(iv->stage, stage);
        if (stage == iv->stage)
            return out_say(TONE_PLAIN, "This is the first question; there are no opening steps.");
    }
    if (!live_go(l, stage, iv->at, &e))
        return out_failed(&e);
    *live = NULL;
    return out_replace(stage_screen(app, l));
}

/* ---- what the stages share ---- */

static bool is_over(const struct live *live)
{
    int minutes = live_interview(live)->kit.minutes;
    return minutes && live_elapsed(live) > (int64_t)minutes * 60000;
}

static void add_clock(const struct live *live, struct str *out)
{
    const struct interview *iv = live_interview(live);
    if (iv->paused)
        str_add(out, "paused ");
    clock_add_span(out, live_elapsed(live));
    if (iv->kit.minutes)
        str_addf(out, is_over(live) ? " over %d" : " of %d", iv->kit.minutes);
}

void room_draw_header(const struct app *app, const struct live *live, struct canvas *c,
                      const char *last)
{
    const struct interview *iv = live_interview(live);
    struct str who = STR_INIT, clock = STR_INIT;
    int room = c->cols >= LAST_FROM ? LAST_COLS : 0;
    words_add_mark(&who, app);
    words_add_interview(&who, iv);
    add_clock(live, &clock);
    int width = utf8_width(clock.s, clock.len);
    int col = c->cols - 1 - room - width;
    canvas_text(c, 0, 1, col - 3, ROLE_STRONG, who.s);
    canvas_text(c, 0, col, width, is_over(live) || iv->paused ? ROLE_MIXED : ROLE_TEXT, clock.s);
    if (live_unsaved(live))
        canvas_text_right(c, 0, c->cols - 1 - LAST_COLS, LAST_COLS, ROLE_ERROR, "NOT SAVED");
    else if (room && last[0])
        canvas_text_right(c, 0, c->cols - 1 - room, room, ROLE_DIM, last);
    str_release(&who);
    str_release(&clock);
}

struct outcome room_did(const char *last, int cols)
{
    return cols < LAST_FROM ? out_say(TONE_GOOD, "%s", last) : out_stay();
}

struct outcome room_undo(struct live *live, bool redo, struct slot *slot)
{
    struct err e = ERR_INIT;
    struct str what = STR_INIT;
    bool ok = (redo ? live_redo : live_undo)(live, &what, slot, &e);
    struct outcome out = ok ? out_say(TONE_GOOD, "%s", what.s) : out_failed(&e);
    str_release(&what);
    return out;
}

struct outcome room_undo_from(struct app *app, struct live **live, bool redo, struct slot *slot)
{
    struct live *l = *live;
    enum stage before = live_interview(l)->stage;
    struct outcome out = room_undo(l, redo, slot);
    if (live_interview(l)->stage == before)
        return out;
    *live = NULL;
    out.kind = OUT_REPLACE;
    out.screen = stage_screen(app, l);
    return out;
}

const char *room_no_undo(const struct live *live)
{
    return live_can_undo(live) ? NULL : "nothing to undo yet";
}

const char *room_no_redo(const struct live *live)
{
    return live_can_redo(live) ? NULL : "nothing was undone";
}

const struct choice room_skip_choices[SKIPS - 1] = {{'t', "no time left"},
                                                    {'c', "answered already"},
                                                    {'r', "not relevant here"},
                                                    {'d', "declined"},
                                                    {'o', "see the note"}};

struct mark room_skipped(int choice)
{
    return (struct mark){ANSWER_SKIPPED, 0, (enum skip_reason)(choice + 1)};
}

const struct choice room_level_choices[LEVELS] = {{'j', "junior"}, {'m', "mid"}, {'s', "senior"}};

struct outcome room_start_again(struct app *app, struct live **live, enum level level)
{
    struct err e = ERR_INIT, again = ERR_INIT;
    int64_t id = live_interview(*live)->id, new_id;
    live_close(*live);
    *live = NULL;
    bool ok = start_again(app, id, level, &new_id, &e);
    struct screen *room = room_open(app, ok ? new_id : id, ok ? &e : &again);
    struct outcome out = e.kind == ERR_NONE ? out_stay() : out_failed(&e);
    out.kind = room ? OUT_REPLACE : OUT_POP;
    out.screen = room;
    return out;
}

struct outcome room_leave(void)
{
    return out_leaving(out_say(TONE_GOOD, "Left open: it stands under CONTINUE, just as it is."),
                       -1);
}

struct outcome room_typed(struct live *live, struct slot slot, enum edit edit,
                          const struct splice *sp)
{
    struct err e = ERR_INIT;
    switch (edit) {
    case EDIT_UNHANDLED:
        return out_unhandled();
    case EDIT_FULL:
        return out_say(TONE_ERROR, "No room for more in this text: what came last was not taken.");
    case EDIT_CHANGED:
        return live_edit(live, slot, sp, &e) ? out_stay() : out_failed(&e);
    case EDIT_MOVED:
    case EDIT_TAKEN:
        break;
    }
    return out_stay();
}

struct outcome room_tick(struct live *live)
{
    struct err e = ERR_INIT;
    if (live_tick(live, &e))
        return out_say(TONE_WARN, "A break was noticed; it is not counted.");
    return e.kind == ERR_NONE ? out_stay() : out_failed(&e);
}
