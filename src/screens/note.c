#include <stdlib.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/room.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/editor.h"
#include "tui/layout.h"

/* One text of the interview on a screen of its own. Every key is stored as it is typed; leaving
 * only folds the typing into the text. */

struct note {
    struct live *live;
    struct slot slot;
    const char *title; /* a constant of the caller */
    struct editor editor;
};

static struct area text_area(int rows, int cols)
{
    struct area a = layout_size(rows, cols);
    layout_bottom(&a, 1);
    layout_top(&a, 2);
    return layout_inset(a, 0, 1);
}

static void draw(const void *state, struct canvas *c)
{
    const struct note *n = state;
    words_draw_title(c, n->title, live_interview(n->live));
    canvas_rule(c, 1, NULL);
    if (live_unsaved(n->live))
        canvas_text_right(c, 1, c->cols - 12, 11, ROLE_ERROR, " NOT SAVED");
    editor_draw(&n->editor, c, text_area(c->rows, c->cols), true);
}

static struct outcome type(struct note *n, const struct event *ev)
{
    struct splice sp;
    enum edit edit = editor_handle(&n->editor, ev, &sp);
    return room_typed(n->live, n->slot, edit, &sp);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct note *n = state;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = text_area(ev->rows, ev->cols);
        editor_resize(&n->editor, a.rows, a.cols);
        return out_stay();
    }
    if (ev->kind == EVENT_KEY || ev->kind == EVENT_PASTE)
        return type(n, ev);
    return out_unhandled();
}

static struct outcome run_done(void *state, struct key k)
{
    struct note *n = state;
    struct err e = ERR_INIT;
    (void)k;
    return live_fold(n->live, n->slot, &e) ? out_pop(-1) : out_failed(&e);
}

static const struct action rows[] = {
    {.name = "done writing",
     .keys = "Tab Esc",
     .label = "done",
     .when = ALWAYS,
     .help = "Leaves the note; what was typed is saved. Enter is a new line.",
     .run = run_done},
    FIND_IN_TEXT,
};

const struct actions note_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return note_actions;
}

static bool typing(const void *state)
{
    (void)state;
    return true;
}

static void close_note(void *state)
{
    struct note *n = state;
    struct err e = ERR_INIT;
    live_fold(n->live, n->slot, &e); /* a failed fold loses nothing: the edits are folded later */
    editor_release(&n->editor);
    free(n);
}

static const struct screen_ops note_ops = {
    .name = "note",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_note,
};

struct screen *note_open(struct live *live, struct slot slot, const char *title)
{
    struct note *n = xcalloc(1, sizeof *n);
    struct str text = STR_INIT;
    n->live = live;
    n->slot = slot;
    n->title = title;
    interview_value(live_interview(live), slot, &text);
    editor_init(&n->editor, NOTE_MAX);
    editor_set(&n->editor, text.s, text.len);
    str_release(&text);
    return screen_new(&note_ops, n);
}
