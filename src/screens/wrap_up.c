#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/caring.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/room.h"
#include "screens/sheet_room.h"
#include "tui/action.h"

/* The wrap-up: what is still missing, then what concerns the interview as a whole, then submitting
 * it. No mean is shown here: it exists only once the scores are locked. */

struct wrap_up {
    struct sheet_room room;
    char gaps[64]; /* headings */
    struct caring caring;
    bool written; /* something, since it was last looked at */
};

static void add_gaps(struct wrap_up *w)
{
    int n = interview_gaps(live_interview(w->room.sheet.live));
    if (n)
        snprintf(w->gaps, sizeof w->gaps, "%d NOT SCORED: go there, or say why", n);
    else
        snprintf(w->gaps, sizeof w->gaps, "QUESTIONS");
    sheet_rule(&w->room.sheet, w->gaps);
    sheet_add_gaps(&w->room.sheet);
    if (!n)
        sheet_words(&w->room.sheet, "Every question has its score, or the reason why it has none.");
}

static void fill(struct wrap_up *w)
{
    const struct kit *kit = &live_interview(w->room.sheet.live)->kit;
    struct sheet *s = &w->room.sheet;
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
    w->written = w->written || w->room.sheet.writing;
    if (w->room.sheet.live && w->written && !w->room.sheet.writing)
        fill(w);
    return out;
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct wrap_up *w = state;
    return settle(w, sheet_room_handle(&w->room, ev));
}

/* ---- gaps ---- */

static const char *no_gap(const void *state)
{
    const struct wrap_up *w = state;
    if (sheet_is_at(&w->room.sheet, SHEET_GAP))
        return NULL;
    return interview_gaps(live_interview(w->room.sheet.live))
               ? "walk to a question without a score first"
               : "every question has its score or its reason";
}

static struct outcome mark(struct wrap_up *w, struct mark m)
{
    struct err e = ERR_INIT;
    struct str value = STR_INIT, words = STR_INIT;
    const struct sheet_row *row = sheet_focused(&w->room.sheet);
    int at = row->slot.pos;
    mark_add(&value, m);
    mark_add_words(&words, m);
    bool ok = live_set(w->room.sheet.live, row->slot, value.s, &e);
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

static struct outcome go_to_gap(struct wrap_up *w)
{
    struct err e = ERR_INIT;
    if (!live_go(w->room.sheet.live, STAGE_QUESTIONS, sheet_focused(&w->room.sheet)->slot.pos, &e))
        return out_failed(&e);
    return sheet_room_go(&w->room, STAGE_QUESTIONS);
}

/* ---- a look at what was written ---- */

static const char *not_cared(const void *state)
{
    const struct wrap_up *w = state;
    return sheet_is_at(&w->room.sheet, SHEET_CARED)
               ? NULL
               : "walk to a text that may touch a protected matter first";
}

static struct outcome run_keep(void *state, struct key k)
{
    struct wrap_up *w = state;
    struct err e = ERR_INIT;
    (void)k;
    bool ok = live_keep(w->room.sheet.live, sheet_focused(&w->room.sheet)->slot, &e);
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
    struct slot slot = sheet_focused(&w->room.sheet)->slot;
    const struct interview *iv = live_interview(w->room.sheet.live);
    switch (slot.field) {
    case FIELD_NOTE:
    case FIELD_OWN:
        if (!live_go(w->room.sheet.live, STAGE_QUESTIONS, slot.pos, &e))
            return out_failed(&e);
        return sheet_room_go(&w->room, STAGE_QUESTIONS);
    case FIELD_STEP_NOTE:
        return sheet_room_go(&w->room, iv->steps[slot.pos].closing ? STAGE_CLOSING : STAGE_OPENING);
    default:
        sheet_go(&w->room.sheet, slot);
        return sheet_write(&w->room.sheet);
    }
}

/* ---- submitting ---- */

static const char *not_scored(const void *state)
{
    const struct wrap_up *w = state;
    if (interview_gaps(live_interview(w->room.sheet.live)))
        return "some questions are not scored yet: score them, or say why not";
    return NULL;
}

static struct outcome submit_answered(void *state, int choice)
{
    struct wrap_up *w = state;
    struct err e = ERR_INIT;
    struct live *live = w->room.sheet.live;
    if (choice != 0)
        return out_stay();
    if (!sheet_stop(&w->room.sheet, &e) || !live_submit(live, &e))
        return out_failed(&e);
    w->room.sheet.live = NULL;
    return out_replace(decision_open(w->room.app, live));
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
    if (sheet_is_at(&w->room.sheet, SHEET_GAP) && !key_is(k, K_TAB, 0))
        return go_to_gap(w);
    if (sheet_is_at(&w->room.sheet, SHEET_FLAG) && !key_is(k, K_TAB, 0))
        return sheet_tick(&w->room.sheet);
    if (sheet_is_at(&w->room.sheet, SHEET_CARE) && !key_is(k, K_TAB, 0))
        return show_cares(w);
    if (sheet_is_at(&w->room.sheet, SHEET_CARED) && !key_is(k, K_TAB, 0))
        return go_to_cared(w);
    if (!sheet_is_at(&w->room.sheet, SHEET_BUTTON) || key_is(k, K_TAB, 0))
        return sheet_write(&w->room.sheet);
    why = not_scored(w);
    return why ? out_say(TONE_WARN, "submit: %s", why) : run_submit(w, k);
}

static const char *no_flag(const void *state)
{
    const struct wrap_up *w = state;
    return sheet_is_at(&w->room.sheet, SHEET_FLAG) ? NULL : "walk to a flag with the arrows first";
}

static struct outcome run_done(void *state, struct key k)
{
    struct wrap_up *w = state;
    w->written = true;
    return settle(w, sheet_done(&w->room.sheet, key_is(k, K_ESC, 0) ? 0 : 1));
}

static struct outcome run_general(void *state, struct key k)
{
    struct wrap_up *w = state;
    (void)k;
    sheet_go(&w->room.sheet, (struct slot){FIELD_GENERAL, 0, 0});
    return sheet_write(&w->room.sheet);
}

/* ---- going elsewhere ---- */

static struct outcome run_back(void *state, struct key k)
{
    struct wrap_up *w = state;
    (void)k;
    return sheet_room_go(&w->room, STAGE_CLOSING);
}

static struct outcome undo(struct wrap_up *w, bool redo)
{
    struct outcome out;
    struct slot slot;
    if (sheet_room_undo(&w->room, redo, &slot, &out)) {
        fill(w);
        sheet_go(&w->room.sheet, slot);
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
     .run = sheet_room_letter},
    {.name = "tick the line",
     .keys = "Space",
     .disabled = no_flag,
     .help = "Marks the flag walked to with the arrows, or takes the mark away.",
     .run = sheet_room_tick},
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
    ROOM_UNDO(sheet_room_no_undo, run_undo),
    ROOM_REDO(sheet_room_no_redo, run_redo),
    {.name = "general note",
     .keys = "m",
     .help = "Writes the note on the whole interview.",
     .run = run_general},
    ROOM_LEAVE(sheet_room_leave),
};

const struct actions wrap_up_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return wrap_up_actions;
}

static void close_wrap_up(void *state)
{
    struct wrap_up *w = state;
    sheet_room_release(&w->room);
    caring_release(&w->caring);
    free(w);
}

static const struct screen_ops wrap_up_ops = {
    .name = "wrap-up",
    .draw = sheet_room_draw,
    .handle = handle,
    .actions = actions,
    .typing = sheet_room_typing,
    .close = close_wrap_up,
};

struct screen *wrap_up_open(struct app *app, struct live *live)
{
    struct wrap_up *w = xcalloc(1, sizeof *w);
    caring_init(&w->caring);
    sheet_room_init(&w->room, app, live);
    fill(w);
    return screen_new(&wrap_up_ops, w);
}
