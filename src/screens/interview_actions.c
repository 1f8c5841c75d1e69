#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "screens/interview_state.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/room.h"

/* What the keys of the live screen do: one row each, in the order of the footer. */

static struct outcome did(struct interview_screen *s, const char *what)
{
    snprintf(s->last, sizeof s->last, "%s · saved", what);
    interview_relay(s);
    return room_did(s->last, s->cols);
}

static struct outcome leave_to(struct interview_screen *s, enum stage stage)
{
    struct err e = ERR_INIT;
    if (!interview_stop_writing(s, &e))
        return out_failed(&e);
    return room_go(s->app, &s->live, stage);
}

static struct outcome toggle(struct interview_screen *s, enum field field, int item)
{
    struct err e = ERR_INIT;
    static const char *const words[] = {"heard", "flag", "asked"};
    int kind = field == FIELD_HEARD ? 0 : field == FIELD_FLAG ? 1 : 2;
    char what[24];
    if (!live_toggle(s->live, field, item, &e))
        return out_failed(&e);
    const struct answer *a = interview_answer(s);
    uint32_t bits = kind == 0 ? a->heard : kind == 1 ? a->flags : a->probes;
    snprintf(what, sizeof what, "%s %c%s", words[kind], "avi"[kind] + item,
             bits >> item & 1 ? "" : " off");
    return did(s, what);
}

static uint32_t small_letter(struct key k)
{
    return k.code >= 'A' && k.code <= 'Z' ? k.code + ('a' - 'A') : k.code;
}

static struct outcome run_heard(void *state, struct key k)
{
    return toggle(state, FIELD_HEARD, (int)(small_letter(k) - 'a'));
}

static struct outcome run_probe(void *state, struct key k)
{
    return toggle(state, FIELD_PROBE, (int)(small_letter(k) - 'i'));
}

static struct outcome run_flag(void *state, struct key k)
{
    return toggle(state, FIELD_FLAG, (int)(small_letter(k) - 'v'));
}

static struct outcome mark(struct interview_screen *s, struct mark m, const char *what)
{
    struct err e = ERR_INIT;
    if (!live_mark(s->live, m, &e))
        return out_failed(&e);
    return did(s, what);
}

/* On a French keyboard the unshifted top row gives & é " ' ( where others have 1 2 3 4 5. */
static int score_of_key(struct key k)
{
    static const uint32_t azerty[] = {'&', 0xE9, '"', '\'', '('};
    for (int i = 0; i < SCALE_MAX; i++)
        if (k.code == azerty[i])
            return i + 1;
    return (int)k.code - '0';
}

static struct outcome run_score(void *state, struct key k)
{
    char what[24];
    int score = score_of_key(k);
    snprintf(what, sizeof what, "score %d", score);
    return mark(state, (struct mark){ANSWER_SCORED, score, SKIP_NONE}, what);
}

static struct outcome run_no_evidence(void *state, struct key k)
{
    (void)k;
    return mark(state, (struct mark){.state = ANSWER_NO_EVIDENCE}, "no evidence");
}

static struct outcome run_unset(void *state, struct key k)
{
    (void)k;
    return mark(state, (struct mark){.state = ANSWER_UNSET}, "score off");
}

static struct outcome skip_answered(void *state, int choice)
{
    return mark(state, room_skipped(choice), "skipped");
}

static const struct ask skip_ask = {ROOM_SKIP_QUESTION, room_skip_choices,
                                    COUNT_OF(room_skip_choices), skip_answered};

static struct outcome run_skip(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&skip_ask);
}

static struct outcome run_write(void *state, struct key k)
{
    struct interview_screen *s = state;
    (void)k;
    s->writing = WRITING_NOTE;
    s->focus = -1;
    interview_relay(s);
    return out_stay();
}

static struct outcome run_done(void *state, struct key k)
{
    struct interview_screen *s = state;
    struct err e = ERR_INIT;
    bool own = s->writing == WRITING_OWN && key_is(k, K_TAB, 0);
    if (!interview_stop_writing(s, &e))
        return out_failed(&e);
    if (own) /* from the question's text on into its note */
        return run_write(s, k);
    return did(s, "note");
}

static struct outcome run_next(void *state, struct key k)
{
    struct interview_screen *s = state;
    const struct interview *iv = live_interview(s->live);
    (void)k;
    if (iv->at + 1 < (int)iv->n_answers)
        return interview_go(s, iv->at + 1);
    return leave_to(s, STAGE_CLOSING);
}

static struct outcome run_previous(void *state, struct key k)
{
    struct interview_screen *s = state;
    const struct interview *iv = live_interview(s->live);
    (void)k;
    return iv->at > 0 ? interview_go(s, iv->at - 1) : leave_to(s, STAGE_OPENING);
}

static struct outcome undo_or_redo(struct interview_screen *s, bool redo)
{
    struct slot slot;
    struct outcome out = room_undo(s->live, redo, &slot);
    interview_show(s);
    s->last[0] = '\0';
    return out;
}

static struct outcome run_undo(void *state, struct key k)
{
    (void)k;
    return undo_or_redo(state, false);
}

static struct outcome run_redo(void *state, struct key k)
{
    (void)k;
    return undo_or_redo(state, true);
}

static const char *nothing_to_undo(const void *state)
{
    const struct interview_screen *s = state;
    return room_no_undo(s->live);
}

static const char *nothing_to_redo(const void *state)
{
    const struct interview_screen *s = state;
    return room_no_redo(s->live);
}

static struct outcome run_texts(void *state, struct key k)
{
    struct interview_screen *s = state;
    (void)k;
    return out_push(texts_open(s->live));
}

static struct outcome run_list(void *state, struct key k)
{
    struct interview_screen *s = state;
    (void)k;
    return out_push(jump_open(s->live));
}

static struct outcome run_back(void *state, struct key k)
{
    struct interview_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!live_back(s->live, &e))
        return out_failed(&e);
    interview_show(s);
    return out_stay();
}

static const char *no_way_back(const void *state)
{
    const struct interview_screen *s = state;
    return live_interview(s->live)->back < 0 ? "no other question was shown before" : NULL;
}

static struct outcome run_general(void *state, struct key k)
{
    struct interview_screen *s = state;
    (void)k;
    return out_push(note_open(s->live, (struct slot){FIELD_GENERAL, 0, 0},
                              "General note, the candidate's own questions"));
}

static struct outcome go_to_new_own(struct interview_screen *s)
{
    struct err e = ERR_INIT;
    int at = live_add_own(s->live, &e);
    return at < 0 ? out_failed(&e) : interview_go(s, at);
}

static struct outcome run_own(void *state, struct key k)
{
    struct interview_screen *s = state;
    struct outcome out = out_stay();
    (void)k;
    if (interview_answer(s)->question)
        out = go_to_new_own(s);
    if (interview_answer(s)->question) /* it could not be added or shown: the outcome says why */
        return out;
    s->writing = WRITING_OWN;
    interview_relay(s);
    return out;
}

static struct outcome run_pause(void *state, struct key k)
{
    struct interview_screen *s = state;
    struct err e = ERR_INIT;
    bool pause = !live_interview(s->live)->paused;
    (void)k;
    if (!live_pause(s->live, pause, &e))
        return out_failed(&e);
    return did(s, pause ? "paused" : "going on");
}

static struct outcome run_leave(void *state, struct key k)
{
    struct interview_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!interview_stop_writing(s, &e))
        return out_failed(&e);
    return room_leave();
}

static struct outcome run_mark_line(void *state, struct key k)
{
    struct interview_screen *s = state;
    int item;
    (void)k;
    enum field field = interview_focus_field(s, s->focus, &item);
    return toggle(s, field, item);
}

static const char *no_line(const void *state)
{
    const struct interview_screen *s = state;
    return s->focus < 0 ? "walk to a line with the arrows first" : NULL;
}

static struct outcome level_answered(void *state, int choice)
{
    struct interview_screen *s = state;
    struct err e = ERR_INIT;
    if (!interview_stop_writing(s, &e))
        return out_failed(&e);
    return room_start_again(s->app, &s->live, (enum level)choice);
}

static const struct ask level_ask = {ROOM_LEVEL_QUESTION, room_level_choices, LEVELS,
                                     level_answered};

static struct outcome run_level(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&level_ask);
}

static struct outcome run_wrap_up(void *state, struct key k)
{
    (void)k;
    return leave_to(state, STAGE_WRAP_UP);
}

static const char *off_script(const void *state)
{
    const struct interview_screen *s = state;
    return interview_answer(s)->question ? NULL : "an off-script question is noted, never scored";
}

/* Rows whose keys depend on the question come first; word_actions words them. */
enum { ROW_HEARD, ROW_FLAG, ROW_SCORE, ROW_PROBE };

static const struct action interview_rows[] = {
    [ROW_HEARD] = {.name = "heard",
                   .keys = "a-h",
                   .label = "heard",
                   .disabled = off_script,
                   .help = "Ticks a listen-for point; the same key takes the tick away.",
                   .run = run_heard,
                   .by_key = true},
    [ROW_FLAG] = {.name = "flag",
                  .keys = "v-z",
                  .label = "flag",
                  .disabled = off_script,
                  .help = "Marks a red flag; it is listed beside the score, never subtracted.",
                  .run = run_flag,
                  .by_key = true},
    [ROW_SCORE] = {.name = "score",
                   .keys = "1-5",
                   .label = "score",
                   .disabled = off_script,
                   .help = "Gives the score; the same key again does nothing.",
                   .run = run_score,
                   .by_key = true},
    [ROW_PROBE] = {.name = "asked",
                   .keys = "i-k",
                   .disabled = off_script,
                   .help = "Ticks a planned follow-up as asked.",
                   .run = run_probe,
                   .by_key = true},
    {.name = "note",
     .keys = "Tab Enter",
     .label = "notes",
     .help = "Into the note; there Enter is a new line, Tab or Esc leaves.",
     .run = run_write},
    {.name = "done writing",
     .keys = "Tab Esc",
     .label = "done",
     .when = ONLY_TYPING,
     .help = "Leaves the note; what was typed is saved.",
     .run = run_done},
    {.name = "next",
     .keys = "Right PgDn",
     .shown = "→",
     .label = "next",
     .help = "The next question; behind the last one the closing steps.",
     .run = run_next},
    {.name = "next question",
     .keys = "PgDn",
     .label = "next question",
     .when = ONLY_TYPING,
     .help = "From the note straight on to the next question.",
     .run = run_next},
    ROOM_UNDO(nothing_to_undo, run_undo),
    {.name = "texts",
     .keys = "t",
     .label = "texts",
     .help = "All texts whole, why the question is asked, and the glossary.",
     .run = run_texts},
    {.name = "previous",
     .keys = "Left PgUp",
     .shown = "←",
     .help = "The question before; before the first one the opening steps.",
     .run = run_previous},
    {.name = "previous question",
     .keys = "PgUp",
     .when = ONLY_TYPING,
     .help = "From the note straight back to the question before.",
     .run = run_previous},
    {.name = "no evidence",
     .keys = "n",
     .disabled = off_script,
     .help = "The answer could not be judged. \"I don't know\" is an answer: score it.",
     .run = run_no_evidence},
    {.name = "skip",
     .keys = "s",
     .disabled = off_script,
     .help = "Leaves the question out, with a reason.",
     .run = run_skip},
    {.name = "unset",
     .keys = "Del",
     .disabled = off_script,
     .help = "Takes the score back: the question is open again.",
     .run = run_unset},
    {.name = "questions",
     .keys = "l",
     .help = "The list of questions, to jump to one.",
     .run = run_list},
    {.name = "return",
     .keys = "r",
     .disabled = no_way_back,
     .help = "To the question you came from: for two answered at once.",
     .run = run_back},
    {.name = "general note",
     .keys = "m",
     .help = "A note on the whole interview: the candidate's own questions.",
     .run = run_general},
    {.name = "off-script question",
     .keys = "o +",
     .help = "Notes a question of your own and its answer; it is never scored.",
     .run = run_own},
    ROOM_PAUSE(run_pause),
    ROOM_REDO(nothing_to_redo, run_redo),
    {.name = "tick the line",
     .keys = "Space",
     .disabled = no_line,
     .help = "Ticks the line walked to with the arrows.",
     .run = run_mark_line},
    {.name = "wrap up", .keys = "", .help = "Goes straight to the wrap-up.", .run = run_wrap_up},
    ROOM_LEVEL(run_level),
    ROOM_LEAVE(run_leave),
    FIND_IN_TEXT,
};

_Static_assert(COUNT_OF(interview_rows) <= INTERVIEW_ACTIONS, "room for every row");

const struct actions interview_actions = {interview_rows, COUNT_OF(interview_rows), true};

/* Letters up to the last one there is, "a-e": a footer that names a key that does nothing lies. */
static void word_row(struct action *row, size_t n, const char *const *spans)
{
    row->keys = row->shown = n ? spans[n - 1] : "";
    if (!n)
        row->label = NULL;
}

void interview_word_actions(struct interview_screen *s)
{
    static const char *const heard[] = {"a", "a-b", "a-c", "a-d", "a-e", "a-f", "a-g", "a-h"};
    static const char *const flags[] = {"v", "v-w", "v-x", "v-y", "v-z"};
    static const char *const probes[] = {"i", "i-j", "i-k"};
    const struct question *q = interview_answer(s)->question;
    bool four = live_interview(s->live)->kit.scale == 4;
    memcpy(s->actions, interview_rows, sizeof interview_rows);
    s->n_actions = COUNT_OF(interview_rows);
    struct action *score = &s->actions[ROW_SCORE];
    if (s->app->config.azerty)
        score->keys = four ? "1-4 & é \" '" : "1-5 & é \" ' (";
    else if (four)
        score->keys = "1-4";
    score->shown = four ? "1-4" : "1-5";
    word_row(&s->actions[ROW_HEARD], q ? q->expect.n : 0, heard);
    word_row(&s->actions[ROW_FLAG], q ? q->red_flags.n : 0, flags);
    word_row(&s->actions[ROW_PROBE], q ? q->probes.n : 0, probes);
    if (!q)
        score->label = NULL;
}
