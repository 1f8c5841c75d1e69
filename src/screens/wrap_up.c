#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/caring.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/room.h"
#include "screens/sheet.h"
#include "tui/action.h"
#include "tui/layout.h"

/* The wrap-up: what is still missing, then what concerns the interview as a whole, then submitting
 * it. No mean is shown here: it exists only once the scores are locked. */

#define HEAD 1 /* the line at the top */

struct wrap_up {
    struct app *app;
    struct sheet sheet; /* holds the live interview */
    char gaps[64];      /* headings */
    struct caring caring;
    bool written; /* something, since it was last looked at */
};

static void draw(const void *state, struct canvas *c)
{
    const struct wrap_up *w = state;
    room_draw_header(w->app, w->sheet.live, c, w->sheet.last);
    sheet_draw(&w->sheet, c, layout_body(c->rows, c->cols, HEAD));
}

static void add_gaps(struct wrap_up *w)
{
    int n = interview_gaps(live_interview(w->sheet.live));
    if (n)
        snprintf(w->gaps, sizeof w->gaps, "%d NOT SCORED: go there, or say why", n);
    else
        snprintf(w->gaps, sizeof w->gaps, "QUESTIONS");
    sheet_rule(&w->sheet, w->gaps);
    sheet_add_gaps(&w->sheet);
    if (!n)
        sheet_words(&w->sheet, "Every question has its score, or the reason why it has none.");
}

static void fill(struct wrap_up *w)
{
    const struct kit *kit = &live_interview(w->sheet.live)->kit;
    struct sheet *s = &w->sheet;
    sheet_begin(s);
    add_gaps(w);
    if (kit->n_facts)
        sheet_rule(s, "FACTS: written down, never scored");
    sheet_add_facts(s);
    if (kit->red_flags.n)
        sheet_rule(s, "FLAGS of the interview as a whole");
    sheet_add_flags(s);
    sheet_rule(s, "GENERAL NOTE");
    sheet_add_note(s, FIELD_GENERAL,
                   "The candidate's own questions, and all that fits nowhere else");
    sheet_rule(s, "SUMMARY");
    sheet_add_note(s, FIELD_SUMMARY, "What you would tell a colleague in two sentences");
    sheet_rule(s, NULL);
    caring_add(&w->caring, s);
    w->written = false;
    sheet_add_button(s, "Submit: locks the scores, then shows what they come to");
    sheet_end(s);
}

/* What was written is looked at once its line is left. */
static struct outcome settle(struct wrap_up *w, struct outcome out)
{
    w->written = w->written || w->sheet.writing;
    if (w->sheet.live && w->written && !w->sheet.writing)
        fill(w);
    return out;
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct wrap_up *w = state;
    struct area a;
    switch (ev->kind) {
    case EVENT_RESIZE:
        a = layout_body(ev->rows, ev->cols, HEAD);
        sheet_resize(&w->sheet, a.rows, a.cols);
        return out_stay();
    case EVENT_TICK:
        return room_tick(w->sheet.live);
    default:
        return settle(w, sheet_handle(&w->sheet, ev));
    }
}

/* ---- gaps ---- */

static const char *no_gap(const void *state)
{
    const struct wrap_up *w = state;
    if (sheet_is_at(&w->sheet, SHEET_GAP))
        return NULL;
    return interview_gaps(live_interview(w->sheet.live))
               ? "walk to a question without a score first"
               : "every question has its score or its reason";
}

static struct outcome mark(struct wrap_up *w, struct mark m)
{
    struct err e = ERR_INIT;
    struct str value = STR_INIT, words = STR_INIT;
    const struct sheet_row *row = sheet_focused(&w->sheet);
    int at = row->slot.pos;
    mark_add(&value, m);
    mark_add_words(&words, m);
    bool ok = live_set(w->sheet.live, row->slot, value.s, &e);
    struct outcome out =
        ok ? out_say(TONE_GOOD, "Question %d: %s.", at + 1, words.s) : out_failed(&e);
    fill(w);
    str_release(&value);
    str_release(&words);
    return out;
}

static struct outcome run_no_evidence(void *state, struct key k)
{
    (void)k;
    return mark(state, (struct mark){.state = ANSWER_NO_EVIDENCE});
}

static struct outcome skip_answered(void *state, int choice)
{
    return mark(state, room_skipped(choice));
}

static const struct ask skip_ask = {ROOM_SKIP_QUESTION, room_skip_choices,
                                    COUNT_OF(room_skip_choices), skip_answered};

static struct outcome run_skip(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&skip_ask);
}

static struct outcome leave_to(struct wrap_up *w, enum stage stage)
{
    struct err e = ERR_INIT;
    if (!sheet_stop(&w->sheet, &e))
        return out_failed(&e);
    return room_go(w->app, &w->sheet.live, stage);
}

static struct outcome go_to_gap(struct wrap_up *w)
{
    struct err e = ERR_INIT;
    if (!live_go(w->sheet.live, STAGE_QUESTIONS, sheet_focused(&w->sheet)->slot.pos, &e))
        return out_failed(&e);
    return leave_to(w, STAGE_QUESTIONS);
}

/* ---- a look at what was written ---- */

static const char *not_cared(const void *state)
{
    const struct wrap_up *w = state;
    return sheet_is_at(&w->sheet, SHEET_CARED)
               ? NULL
               : "walk to a text that may touch a protected matter first";
}

static struct outcome run_keep(void *state, struct key k)
{
    struct wrap_up *w = state;
    struct err e = ERR_INIT;
    (void)k;
    bool ok = live_keep(w->sheet.live, sheet_focused(&w->sheet)->slot, &e);
    fill(w);
    return ok ? out_say(TONE_GOOD, "Kept: it concerns the job.") : out_failed(&e);
}

static struct outcome show_cares(struct wrap_up *w)
{
    w->caring.open = !w->caring.open;
    fill(w);
    return out_stay();
}

/* To the text itself, wherever it is written. */
static struct outcome go_to_cared(struct wrap_up *w)
{
    struct err e = ERR_INIT;
    struct slot slot = sheet_focused(&w->sheet)->slot;
    const struct interview *iv = live_interview(w->sheet.live);
    switch (slot.field) {
    case FIELD_NOTE:
    case FIELD_OWN:
        if (!live_go(w->sheet.live, STAGE_QUESTIONS, slot.pos, &e))
            return out_failed(&e);
        return leave_to(w, STAGE_QUESTIONS);
    case FIELD_STEP_NOTE:
        return leave_to(w, iv->steps[slot.pos].closing ? STAGE_CLOSING : STAGE_OPENING);
    default:
        sheet_go(&w->sheet, slot);
        return sheet_write(&w->sheet);
    }
}

/* ---- submitting ---- */

static const char *not_scored(const void *state)
{
    const struct wrap_up *w = state;
    if (interview_gaps(live_interview(w->sheet.live)))
        return "some questions are not scored yet: score them, or say why not";
    return NULL;
}

static struct outcome submit_answered(void *state, int choice)
{
    struct wrap_up *w = state;
    struct err e = ERR_INIT;
    struct live *live = w->sheet.live;
    if (choice != 0)
        return out_stay();
    if (!sheet_stop(&w->sheet, &e) || !live_submit(live, &e))
        return out_failed(&e);
    w->sheet.live = NULL;
    return out_replace(decision_open(w->app, live));
}

static const struct choice submit_choices[] = {{'y', "submit"}, {'n', "not yet"}};
static const struct ask submit_ask = {
    "Submit? What you recorded is locked; then you see the result and decide.", submit_choices,
    COUNT_OF(submit_choices), submit_answered};

static struct outcome run_submit(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&submit_ask);
}

/* ---- lines ---- */

static struct outcome run_open(void *state, struct key k)
{
    struct wrap_up *w = state;
    const char *why;
    if (sheet_is_at(&w->sheet, SHEET_GAP) && !key_is(k, K_TAB, 0))
        return go_to_gap(w);
    if (sheet_is_at(&w->sheet, SHEET_FLAG) && !key_is(k, K_TAB, 0))
        return sheet_tick(&w->sheet);
    if (sheet_is_at(&w->sheet, SHEET_CARE) && !key_is(k, K_TAB, 0))
        return show_cares(w);
    if (sheet_is_at(&w->sheet, SHEET_CARED) && !key_is(k, K_TAB, 0))
        return go_to_cared(w);
    if (!sheet_is_at(&w->sheet, SHEET_BUTTON) || key_is(k, K_TAB, 0))
        return sheet_write(&w->sheet);
    why = not_scored(w);
    return why ? out_say(TONE_WARN, "submit: %s", why) : run_submit(w, k);
}

static struct outcome run_tick(void *state, struct key k)
{
    struct wrap_up *w = state;
    (void)k;
    return sheet_tick(&w->sheet);
}

static const char *no_flag(const void *state)
{
    const struct wrap_up *w = state;
    return sheet_is_at(&w->sheet, SHEET_FLAG) ? NULL : "walk to a flag with the arrows first";
}

static struct outcome run_letter(void *state, struct key k)
{
    struct wrap_up *w = state;
    return sheet_tick_letter(&w->sheet, (char)(k.code | 0x20)); /* Caps Lock harms nothing */
}

static struct outcome run_done(void *state, struct key k)
{
    struct wrap_up *w = state;
    w->written = true;
    return settle(w, sheet_done(&w->sheet, key_is(k, K_ESC, 0) ? 0 : 1));
}

static struct outcome run_general(void *state, struct key k)
{
    struct wrap_up *w = state;
    (void)k;
    sheet_go(&w->sheet, (struct slot){FIELD_GENERAL, 0, 0});
    return sheet_write(&w->sheet);
}

/* ---- going elsewhere ---- */

static struct outcome run_back(void *state, struct key k)
{
    (void)k;
    return leave_to(state, STAGE_CLOSING);
}

static struct outcome undo(struct wrap_up *w, bool redo)
{
    struct err e = ERR_INIT;
    struct slot slot = {FIELD_MARK, 0, 0};
    if (!sheet_stop(&w->sheet, &e))
        return out_failed(&e);
    struct outcome out = room_undo_from(w->app, &w->sheet.live, redo, &slot);
    if (!w->sheet.live)
        return out;
    w->sheet.last[0] = '\0';
    fill(w);
    sheet_go(&w->sheet, slot);
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

static const char *nothing_to_undo(const void *state)
{
    const struct wrap_up *w = state;
    return room_no_undo(w->sheet.live);
}

static const char *nothing_to_redo(const void *state)
{
    const struct wrap_up *w = state;
    return room_no_redo(w->sheet.live);
}

static struct outcome run_leave(void *state, struct key k)
{
    struct wrap_up *w = state;
    struct err e = ERR_INIT;
    (void)k;
    return sheet_stop(&w->sheet, &e) ? room_leave() : out_failed(&e);
}

static const struct action rows[] = {
    {.name = "open the line",
     .keys = "Enter Tab",
     .label = "open",
     .help = "Goes to the question, writes the fact or the text, marks the flag, or submits.",
     .run = run_open},
    {.name = "no evidence",
     .keys = "n",
     .label = "no evidence",
     .disabled = no_gap,
     .help =
         "The answer could not be judged. \"I don't know\" is an answer: go there and score it.",
     .run = run_no_evidence},
    {.name = "skip",
     .keys = "s",
     .label = "skip",
     .disabled = no_gap,
     .help = "Leaves the question out, with a reason.",
     .run = run_skip},
    {.name = "submit",
     .keys = "S",
     .label = "submit",
     .disabled = not_scored,
     .help = "Asks, then locks the scores and shows what they come to.",
     .run = run_submit},
    {.name = "keep",
     .keys = "k",
     .disabled = not_cared,
     .help = "Keeps a text that may touch a protected matter, because it concerns the job.",
     .run = run_keep},
    {.name = "flag",
     .keys = "v-z",
     .help = "Marks a red flag of the interview as a whole; it is never subtracted.",
     .run = run_letter},
    {.name = "tick the line",
     .keys = "Space",
     .disabled = no_flag,
     .help = "Marks the flag walked to with the arrows, or takes the mark away.",
     .run = run_tick},
    ROOM_NEXT_LINE(run_done),
    {.name = "go back",
     .keys = "Left PgUp",
     .shown = "←",
     .label = "back",
     .help = "Back to the closing steps.",
     .run = run_back},
    {.name = "go back from writing",
     .keys = "PgUp",
     .label = "back",
     .when = ONLY_TYPING,
     .help = "From the text straight back to the closing steps.",
     .run = run_back},
    ROOM_UNDO(nothing_to_undo, run_undo),
    ROOM_REDO(nothing_to_redo, run_redo),
    {.name = "general note",
     .keys = "m",
     .help = "Writes the note on the whole interview.",
     .run = run_general},
    ROOM_LEAVE(run_leave),
};

const struct actions wrap_up_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return wrap_up_actions;
}

static bool typing(const void *state)
{
    const struct wrap_up *w = state;
    return w->sheet.writing;
}

static void close_wrap_up(void *state)
{
    struct wrap_up *w = state;
    struct live *live = w->sheet.live;
    sheet_release(&w->sheet);
    caring_release(&w->caring);
    live_close(live);
    free(w);
}

static const struct screen_ops wrap_up_ops = {
    .name = "wrap-up",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_wrap_up,
};

struct screen *wrap_up_open(struct app *app, struct live *live)
{
    struct wrap_up *w = xcalloc(1, sizeof *w);
    w->app = app;
    caring_init(&w->caring);
    sheet_init(&w->sheet, live);
    fill(w);
    return screen_new(&wrap_up_ops, w);
}
