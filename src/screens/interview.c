#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/interview_state.h"
#include "screens/open.h"
#include "screens/room.h"
#include "screens/words.h"

/* The live screen: one question at a time, scored while the candidate talks. Every key goes to the
 * live interview (app/live.h), which has it in the store before this screen is drawn again. */

const struct interview *interview_of(const struct interview_screen *s)
{
    return s->sample ? s->sample : live_interview(s->live);
}

const struct answer *interview_answer(const struct interview_screen *s)
{
    const struct interview *iv = interview_of(s);
    return &iv->answers[iv->at];
}

enum field interview_focus_field(const struct interview_screen *s, int focus, int *item)
{
    const struct question *q = interview_answer(s)->question;
    int heard = (int)q->expect.n, flags = (int)q->red_flags.n;
    *item = focus < heard ? focus : focus < heard + flags ? focus - heard : focus - heard - flags;
    return focus < heard ? FIELD_HEARD : focus < heard + flags ? FIELD_FLAG : FIELD_PROBE;
}

static int lines_to_walk(const struct interview_screen *s)
{
    const struct question *q = interview_answer(s)->question;
    return q ? (int)(q->expect.n + q->red_flags.n + q->probes.n) : 0;
}

/* ---- keeping the picture in step ---- */

/* Points in a rule have no row of their own: they open below the rule. */
static int row_of(const struct interview_layout *l, enum field field, int item)
{
    if (field == FIELD_HEARD)
        return l->heard + item;
    if (field == FIELD_FLAG)
        return l->flags < 0 ? l->flags_rule + 1 : l->flags + item;
    return l->ask >= 0 ? l->ask + item : (l->ask_rule >= 0 ? l->ask_rule : l->flags_rule) + 1;
}

static const char *text_of(const struct question *q, enum field field, int item)
{
    const struct phrases *list = field == FIELD_HEARD  ? &q->expect
                                 : field == FIELD_FLAG ? &q->red_flags
                                                       : &q->probes;
    return list->items[item].s;
}

struct interview_opened interview_opened(const struct interview_screen *s)
{
    const struct interview_layout *l = &s->layout;
    const struct question *q = interview_answer(s)->question;
    int item, width = l->cols > 7 ? l->cols - 6 : 1;
    if (!q || s->focus < 0)
        return (struct interview_opened){NULL, -1, 0};
    enum field field = interview_focus_field(s, s->focus, &item);
    struct interview_opened o = {text_of(q, field, item), row_of(l, field, item), 0};
    bool in_rule = field != FIELD_HEARD && (field == FIELD_FLAG ? l->flags : l->ask) < 0;
    o.rows = text_rows(o.text, width);
    if (!in_rule && o.rows == 1)
        o.rows = 0;
    return o;
}

/* The last body row of what is walked to. */
static int focus_row(const struct interview_screen *s)
{
    struct interview_opened o = interview_opened(s);
    return o.row < 0 ? -1 : o.row + (o.rows ? o.rows - 1 : 0);
}

static void count_question(const struct interview_screen *s, struct interview_content *n)
{
    const struct question *q = interview_answer(s)->question;
    int width = interview_main_cols(s->cols) - 2;
    if (!q) {
        n->question_rows = 1 + s->own.rows;
        return;
    }
    int scale = interview_of(s)->kit.scale;
    n->question_rows = text_rows(q->ask.s, width > 1 ? width : 1);
    n->heard = (int)q->expect.n;
    n->flags = (int)q->red_flags.n;
    n->probes = (int)q->probes.n;
    n->anchors = __builtin_popcount(interview_anchors(q, scale, SCALE_MAX));
    n->required = __builtin_popcount(interview_anchors(q, scale, 0));
    n->scored = true;
}

/* The note grows by whole rows as it is written, so the layout follows every change. */
void interview_relay(struct interview_screen *s)
{
    struct interview_content n = {.writing = s->writing == WRITING_NOTE, .focus_row = focus_row(s)};
    int width = interview_main_cols(s->cols) - 2;
    width = width > 1 ? width : 1;
    editor_resize(&s->own, editor_lines(&s->own) > 2 ? 3 : 2, width);
    count_question(s, &n);
    editor_resize(&s->note, s->note.rows, width);
    n.note_rows = editor_lines(&s->note);
    s->layout = interview_lay(s->rows, s->cols, &n);
    if (s->layout.total >
        s->layout.body_rows) { /* scrolls: where the focus is depends on the rows */
        n.focus_row = focus_row(s);
        s->layout = interview_lay(s->rows, s->cols, &n);
    }
    editor_resize(&s->note, s->layout.notes_rows, width);
}

/* Another answer is shown: its texts into the editors, its letters into the footer. */
void interview_show(struct interview_screen *s)
{
    const struct answer *a = interview_answer(s);
    int at = live_interview(s->live)->at;
    if (at != s->shown) {
        s->focus = -1;
        s->writing = WRITING_NONE;
    }
    s->shown = at;
    editor_set(&s->note, a->note.s, a->note.len);
    editor_set(&s->own, a->own_text.s, a->own_text.len);
    interview_word_actions(s);
    interview_relay(s);
}

static struct slot text_slot(const struct interview_screen *s)
{
    return (struct slot){s->writing == WRITING_OWN ? FIELD_OWN : FIELD_NOTE, s->shown, 0};
}

bool interview_stop_writing(struct interview_screen *s, struct err *e)
{
    if (s->writing == WRITING_NONE)
        return true;
    struct slot slot = text_slot(s);
    s->writing = WRITING_NONE;
    bool ok = live_fold(s->live, slot, e);
    interview_relay(s);
    return ok;
}

struct outcome interview_go(struct interview_screen *s, int at)
{
    struct err e = ERR_INIT;
    s->last[0] = '\0';
    if (!interview_stop_writing(s, &e) || !live_go(s->live, STAGE_QUESTIONS, at, &e)) {
        interview_show(s);
        return out_failed(&e);
    }
    interview_show(s);
    return out_stay();
}

/* ---- events ---- */

static struct actions actions(const void *state)
{
    const struct interview_screen *s = state;
    return (struct actions){s->actions, s->n_actions, true};
}

static struct outcome type(struct interview_screen *s, const struct event *ev)
{
    struct splice sp;
    struct editor *ed = s->writing == WRITING_OWN ? &s->own : &s->note;
    enum edit edit = editor_handle(ed, ev, &sp);
    struct outcome out = room_typed(s->live, text_slot(s), edit, &sp);
    if (edit == EDIT_CHANGED)
        s->last[0] = '\0';
    interview_relay(s);
    return out;
}

static struct outcome walk(struct interview_screen *s, int step)
{
    int n = lines_to_walk(s);
    int to = s->focus < 0 ? (step > 0 ? 0 : -1) : s->focus + step;
    s->focus = n == 0 || to < 0 ? -1 : to < n ? to : n - 1;
    interview_relay(s);
    return out_stay();
}

static struct outcome handle_key(struct interview_screen *s, const struct event *ev)
{
    if (s->writing != WRITING_NONE) {
        if (key_is(ev->key, K_PGDN, 0) || key_is(ev->key, K_PGUP, 0))
            return out_unhandled();
        return type(s, ev);
    }
    if (key_is(ev->key, K_DOWN, 0))
        return walk(s, 1);
    if (key_is(ev->key, K_UP, 0))
        return walk(s, -1);
    if (key_is(ev->key, K_ESC, 0)) {
        s->focus = -1;
        interview_relay(s);
        return out_stay();
    }
    return out_unhandled();
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct interview_screen *s = state;
    switch (ev->kind) {
    case EVENT_RESIZE:
        s->rows = ev->rows;
        s->cols = ev->cols;
        interview_relay(s);
        return out_stay();
    case EVENT_KEY:
        return handle_key(s, ev);
    case EVENT_PASTE: /* a paste is text, never keys: outside a note it begins one */
        if (s->writing == WRITING_NONE)
            s->writing = WRITING_NOTE;
        return type(s, ev);
    case EVENT_TICK:
        return room_tick(s->live);
    default:
        return out_unhandled();
    }
}

static struct outcome resumed(void *state, long value)
{
    struct interview_screen *s = state;
    if (value >= 0)
        return interview_go(s, (int)value);
    interview_show(s);
    return out_stay();
}

static bool typing(const void *state)
{
    const struct interview_screen *s = state;
    return s->writing != WRITING_NONE;
}

static void close_interview(void *state)
{
    struct interview_screen *s = state;
    struct err e = ERR_INIT;
    if (s->live)
        interview_stop_writing(
            s, &e); /* a failed fold loses nothing: the edits stay and are folded later */
    live_close(s->live);
    editor_release(&s->note);
    editor_release(&s->own);
    free(s);
}

static const struct screen_ops interview_ops = {
    .name = "interview",
    .draw = interview_draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .typing = typing,
    .close = close_interview,
};

struct screen *interview_open(struct app *app, struct live *live)
{
    struct interview_screen *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->live = live;
    s->shown = s->focus = -1;
    editor_init(&s->note, NOTE_MAX);
    editor_init(&s->own, NOTE_MAX);
    interview_show(s);
    return screen_new(&interview_ops, s);
}
