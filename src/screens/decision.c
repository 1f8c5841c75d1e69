#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/card.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/room.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/editor.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* After submitting: what the scores come to, and the recruiter's decision with its reason. The
 * reason is kept as it is typed; a choice counts only once it is stored, and says so. */

#define REASON_MAX ((size_t)64 << 10)

struct decision_screen {
    struct app *app;
    struct live *live;
    struct pages pages;
    struct editor reason;
    enum decision chosen;
    bool writing;
};

static const struct slot reason_slot = {FIELD_DECISION, 0, 0};

/* ---- the picture ---- */

struct parts {
    struct area result, rule, choices, reason;
};

static struct parts lay(int rows, int cols)
{
    struct parts p;
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, 1);
    p.reason = layout_inset(layout_bottom(&rest, rows >= 20 ? 4 : rows >= 9 ? 2 : 1), 0, 1);
    p.choices = layout_bottom(&rest, 1);
    p.rule = layout_bottom(&rest, 1);
    p.result = rest;
    return p;
}

static void draw_choices(const struct decision_screen *s, struct canvas *c, struct area a)
{
    static const char keys[DECISIONS] = {0, 'a', 'h', 'd'};
    int col = a.col;
    for (enum decision d = DECISION_ADVANCE; d < DECISIONS; d++) {
        bool on = s->chosen == d;
        col += canvas_textf(c, a.row, col, a.cols - col, on ? ROLE_FOCUS : ROLE_TEXT,
                            on ? "[%c %s]" : " %c %s ", keys[d], decision_words(d));
    }
}

static void draw_reason(const struct decision_screen *s, struct canvas *c, struct area a)
{
    editor_draw(&s->reason, c, a, s->writing);
    if (s->writing)
        return;
    if (!s->reason.buf.text.len)
        canvas_wrapped(c, a, ROLE_DIM, "The reason, which is required: what decided it?");
    canvas_cursor(c, a.row, a.col);
}

static void draw_rule(const struct decision_screen *s, struct canvas *c, struct area a)
{
    struct str label = STR_INIT;
    str_add(&label, "DECISION");
    if (s->chosen != DECISION_NONE)
        str_addf(&label, ": %s, not stored", decision_words(s->chosen));
    if (a.rows)
        canvas_rule(c, a.row, label.s);
    if (live_unsaved(s->live))
        canvas_text_right(c, a.row, a.cols - 12, 11, ROLE_ERROR, " NOT SAVED");
    str_release(&label);
}

static void draw(const void *state, struct canvas *c)
{
    const struct decision_screen *s = state;
    struct parts p = lay(c->rows, c->cols);
    struct str who = STR_INIT;
    words_add_mark(&who, s->app);
    words_add_interview(&who, live_interview(s->live));
    statusbar_header(c, 0, who.s, "submitted");
    str_release(&who);
    pages_draw(&s->pages, c, p.result);
    draw_rule(s, c, p.rule);
    draw_choices(s, c, p.choices);
    draw_reason(s, c, p.reason);
}

/* ---- what keys do ---- */

static struct outcome type(struct decision_screen *s, const struct event *ev)
{
    struct splice sp;
    enum edit edit = editor_handle(&s->reason, ev, &sp);
    return room_typed(s->live, reason_slot, edit, &sp);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct decision_screen *s = state;
    struct parts p;
    switch (ev->kind) {
    case EVENT_RESIZE:
        p = lay(ev->rows, ev->cols);
        pages_resize(&s->pages, p.result.rows, p.result.cols);
        editor_resize(&s->reason, p.reason.rows, p.reason.cols);
        return out_stay();
    case EVENT_PASTE: /* a paste is text, never keys */
        s->writing = true;
        return type(s, ev);
    case EVENT_KEY:
        return s->writing ? type(s, ev) : out_unhandled();
    default:
        return out_unhandled();
    }
}

static bool is_blank(const char *s)
{
    return s[strspn(s, " \t\n")] == '\0';
}

static struct outcome choose(struct decision_screen *s, enum decision d)
{
    s->chosen = d;
    s->writing = is_blank(editor_text(&s->reason));
    if (s->writing)
        return out_say(TONE_PLAIN, "Now the reason: what decided it? Tab leaves the text.");
    return out_say(TONE_PLAIN, "Enter stores the decision with this reason.");
}

static struct outcome run_advance(void *state, struct key k)
{
    (void)k;
    return choose(state, DECISION_ADVANCE);
}

static struct outcome run_hold(void *state, struct key k)
{
    (void)k;
    return choose(state, DECISION_HOLD);
}

static struct outcome run_reject(void *state, struct key k)
{
    (void)k;
    return choose(state, DECISION_REJECT);
}

static struct outcome run_write(void *state, struct key k)
{
    struct decision_screen *s = state;
    (void)k;
    s->writing = true;
    return out_stay();
}

static bool stop(struct decision_screen *s, struct err *e)
{
    s->writing = false;
    return live_fold(s->live, reason_slot, e);
}

static struct outcome run_done(void *state, struct key k)
{
    struct err e = ERR_INIT;
    (void)k;
    return stop(state, &e) ? out_stay() : out_failed(&e);
}

static const char *cannot_store(const void *state)
{
    const struct decision_screen *s = state;
    if (s->chosen == DECISION_NONE)
        return "choose first: a advance, h hold, d do not advance";
    return is_blank(editor_text(&s->reason)) ? "write the reason first (Tab)" : NULL;
}

static struct outcome run_store(void *state, struct key k)
{
    struct decision_screen *s = state;
    struct err e = ERR_INIT;
    int64_t id = live_interview(s->live)->id;
    (void)k;
    if (!stop(s, &e) || !live_decide(s->live, s->chosen, &e))
        return out_failed(&e);
    struct screen *card = scorecard_open(s->app, id, &e);
    struct outcome out =
        card ? out_say(TONE_GOOD, "Decided: %s.", decision_words(s->chosen)) : out_failed(&e);
    out.kind = card ? OUT_REPLACE : OUT_POP;
    out.screen = card;
    return out;
}

static struct outcome run_on(void *state, struct key k)
{
    struct decision_screen *s = state;
    return pages_read_on(&s->pages, k);
}

static struct outcome run_up(void *state, struct key k)
{
    struct decision_screen *s = state;
    return pages_read_back(&s->pages, k);
}

/* It was decided before: back to where that is read. */
static struct outcome leave_decided(struct decision_screen *s)
{
    struct err e = ERR_INIT;
    struct screen *card = scorecard_open(s->app, live_interview(s->live)->id, &e);
    struct outcome out =
        card ? out_say(TONE_PLAIN, "The decision stays as it was.") : out_failed(&e);
    out.kind = card ? OUT_REPLACE : OUT_POP;
    out.screen = card;
    return out;
}

static struct outcome run_leave(void *state, struct key k)
{
    struct decision_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!stop(s, &e))
        return out_failed(&e);
    if (live_interview(s->live)->decision != DECISION_NONE)
        return leave_decided(s);
    return out_leaving(
        out_say(TONE_GOOD, "Submitted, not decided: d on its scorecard decides, when you like."),
        -1);
}

static const struct action rows[] = {
    {.name = "advance",
     .keys = "a",
     .help = "Chooses to go on with the candidate; Enter stores it.",
     .run = run_advance},
    {.name = "hold", .keys = "h", .help = "Chooses to wait; Enter stores it.", .run = run_hold},
    {.name = "do not advance",
     .keys = "d",
     .help = "Chooses not to go on with the candidate; Enter stores it.",
     .run = run_reject},
    {.name = "store the decision",
     .keys = "Enter",
     .label = "store",
     .disabled = cannot_store,
     .help = "Stores the decision with its reason, for good.",
     .run = run_store},
    {.name = "reason",
     .keys = "Tab",
     .label = "reason",
     .help = "Into the reason; there Enter is a new line, Tab or Esc leaves.",
     .run = run_write},
    {.name = "done writing",
     .keys = "Tab Esc",
     .label = "done",
     .when = ONLY_TYPING,
     .help = "Leaves the reason; what was typed is saved.",
     .run = run_done},
    {.name = "store from writing",
     .keys = "Ctrl-D",
     .label = "store",
     .when = ONLY_TYPING,
     .disabled = cannot_store,
     .help = "Stores the decision with its reason, for good.",
     .run = run_store},
    {.name = "decide later",
     .keys = "q Esc",
     .label = "later",
     .help = "To where you came from, without a decision; the reason typed so far is kept.",
     .run = run_leave},
    PAGES_READ_ON(NULL, run_on),
    PAGES_READ_BACK(NULL, run_up),
};

const struct actions decision_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return decision_actions;
}

static bool typing(const void *state)
{
    const struct decision_screen *s = state;
    return s->writing;
}

static void close_decision(void *state)
{
    struct decision_screen *s = state;
    live_close(s->live);
    pages_release(&s->pages);
    editor_release(&s->reason);
    free(s);
}

static const struct screen_ops decision_ops = {
    .name = "decision",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_decision,
};

struct screen *decision_open(struct app *app, struct live *live)
{
    struct decision_screen *s = xcalloc(1, sizeof *s);
    const struct interview *iv = live_interview(live);
    s->app = app;
    s->live = live;
    pages_init(&s->pages);
    if (iv->decision != DECISION_NONE)
        card_add_decision(&s->pages, iv);
    card_add_result(&s->pages, iv);
    card_add_flags(&s->pages, iv);
    editor_init(&s->reason, REASON_MAX);
    editor_set(&s->reason, iv->decision_draft.s, iv->decision_draft.len);
    return screen_new(&decision_ops, s);
}
