#include <stdlib.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/room.h"
#include "screens/sheet_room.h"
#include "tui/action.h"

/* The steps before and behind the questions, and the facts: asked and written down, never scored.
 */

struct steps {
    struct sheet_room room;
    bool closing;
};

static void fill(struct steps *s)
{
    const struct kit *kit = &live_interview(s->room.sheet.live)->kit;
    sheet_begin(&s->room.sheet);
    if ((s->closing ? kit->closing : kit->opening).n)
        sheet_rule(&s->room.sheet, s->closing ? "CLOSING" : "OPENING");
    sheet_add_steps(&s->room.sheet, s->closing);
    if (kit->n_facts)
        sheet_rule(&s->room.sheet, "FACTS: written down, never scored");
    sheet_add_facts(&s->room.sheet);
    sheet_end(&s->room.sheet);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct steps *s = state;
    return sheet_room_handle(&s->room, ev);
}

static struct outcome run_next(void *state, struct key k)
{
    struct steps *s = state;
    (void)k;
    return sheet_room_go(&s->room, s->closing ? STAGE_WRAP_UP : STAGE_QUESTIONS);
}

static struct outcome run_back(void *state, struct key k)
{
    struct steps *s = state;
    (void)k;
    return sheet_room_go(&s->room, STAGE_QUESTIONS);
}

static const char *nothing_before(const void *state)
{
    const struct steps *s = state;
    return s->closing ? NULL : "the interview begins here";
}

static const char *no_step(const void *state)
{
    const struct steps *s = state;
    return sheet_is_at(&s->room.sheet, SHEET_STEP) ? NULL : "walk to a step with the arrows first";
}

static struct outcome run_write(void *state, struct key k)
{
    struct steps *s = state;
    (void)k;
    return sheet_write(&s->room.sheet);
}

static struct outcome run_done(void *state, struct key k)
{
    struct steps *s = state;
    return sheet_done(&s->room.sheet, key_is(k, K_ESC, 0) ? 0 : 1);
}

static struct outcome undo(struct steps *s, bool redo)
{
    struct outcome out;
    struct slot slot;
    if (sheet_room_undo(&s->room, redo, &slot, &out)) {
        sheet_go(&s->room.sheet, slot);
        sheet_lay(&s->room.sheet);
    }
    return out;
}

static struct outcome run_undo(void *state, struct key k)
{
    (void)k;
    return undo(state, false);
}

static struct outcome run_redo(void *state, struct key k)
{
    (void)k;
    return undo(state, true);
}

static struct outcome run_general(void *state, struct key k)
{
    struct steps *s = state;
    (void)k;
    return out_push(note_open(s->room.sheet.live, (struct slot){FIELD_GENERAL, 0, 0},
                              "General note, the candidate's own questions"));
}

static struct outcome run_pause(void *state, struct key k)
{
    struct steps *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!live_pause(s->room.sheet.live, !live_interview(s->room.sheet.live)->paused, &e))
        return out_failed(&e);
    return out_stay();
}

static struct outcome level_answered(void *state, int choice)
{
    struct steps *s = state;
    struct err e = ERR_INIT;
    if (!sheet_stop(&s->room.sheet, &e))
        return out_failed(&e);
    return room_start_again(s->room.app, &s->room.sheet.live, (enum level)choice);
}

static const struct ask level_ask = {ROOM_LEVEL_QUESTION, room_level_choices, LEVELS,
                                     level_answered};

static struct outcome run_level(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&level_ask);
}

static const struct action rows[] = {
    {.name = "tick the step",
     .keys = "Space",
     .label = "tick",
     .disabled = no_step,
     .help = "Ticks the step walked to with the arrows, or takes the tick away.",
     .run = sheet_room_tick},
    {.name = "tick a step",
     .keys = "a-h",
     .help = "Ticks the step of that letter; the same key takes the tick away.",
     .run = sheet_room_letter,
     .by_key = true},
    {.name = "write",
     .keys = "Tab Enter",
     .label = "note",
     .help = "Into the note of the step, or into the fact.",
     .run = run_write},
    ROOM_NEXT_LINE(run_done),
    {.name = "go on",
     .keys = "Right PgDn",
     .shown = "→",
     .label = "go on",
     .help = "From the opening to the questions, from the closing to the wrap-up.",
     .run = run_next},
    {.name = "go on from writing",
     .keys = "PgDn",
     .label = "go on",
     .when = ONLY_TYPING,
     .help = "From the text straight on: to the questions, or to the wrap-up.",
     .run = run_next},
    ROOM_UNDO(sheet_room_no_undo, run_undo),
    ROOM_REDO(sheet_room_no_redo, run_redo),
    {.name = "go back",
     .keys = "Left PgUp",
     .shown = "←",
     .label = "back",
     .disabled = nothing_before,
     .help = "From the closing back to the questions.",
     .run = run_back},
    {.name = "go back from writing",
     .keys = "PgUp",
     .when = ONLY_TYPING,
     .disabled = nothing_before,
     .help = "From the text straight back to the questions.",
     .run = run_back},
    {.name = "general note",
     .keys = "m",
     .label = "general note",
     .help = "A note on the whole interview: the candidate's own questions.",
     .run = run_general},
    ROOM_PAUSE(run_pause),
    ROOM_LEVEL(run_level),
    ROOM_LEAVE(sheet_room_leave),
};

const struct actions steps_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return steps_actions;
}

static struct outcome resumed(void *state, long value)
{
    struct steps *s = state;
    (void)value;
    sheet_lay(&s->room.sheet);
    return out_stay();
}

static void close_steps(void *state)
{
    struct steps *s = state;
    sheet_room_release(&s->room);
    free(s);
}

static const struct screen_ops steps_ops = {
    .name = "steps",
    .draw = sheet_room_draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .typing = sheet_room_typing,
    .close = close_steps,
};

struct screen *steps_open(struct app *app, struct live *live, bool closing)
{
    struct steps *s = xcalloc(1, sizeof *s);
    s->closing = closing;
    sheet_room_init(&s->room, app, live);
    fill(s);
    return screen_new(&steps_ops, s);
}
