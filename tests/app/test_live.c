#include "support/desk.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/live_parts.h"
#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"
#include "store/interviews.h"

/* One whole interview as a list of steps, each of which is one thing a recruiter does. */

#define NOTE(at)  ((struct slot){FIELD_NOTE, at, 0})
#define FACT(at)  ((struct slot){FIELD_FACT, at, 0})
#define PLAIN(f)  ((struct slot){f, 0, 0})
#define SCORED(n) ((struct mark){.state = ANSWER_SCORED, .score = n})

static bool type(struct live *l, struct slot slot, const char *text, struct err *e)
{
    struct str now = STR_INIT;
    interview_value(live_interview(l), slot, &now);
    struct splice s = {.at = now.len, .ins = text, .n = strlen(text)};
    str_release(&now);
    return live_edit(l, slot, &s, e);
}

typedef bool step_fn(struct desk *d, struct live *l, struct err *e);

#define STEP(name, call)                                                                           \
    static bool name(struct desk *d, struct live *l, struct err *e)                                \
    {                                                                                              \
        desk_pass(d, 1700);                                                                        \
        return call;                                                                               \
    }

STEP(tick_step, live_toggle(l, FIELD_STEP, 0, e))
STEP(note_step, type(l, ((struct slot){FIELD_STEP_NOTE, 1, 0}), "twelve minutes", e))
STEP(fold_step, live_fold(l, ((struct slot){FIELD_STEP_NOTE, 1, 0}), e))
STEP(begin, live_go(l, STAGE_QUESTIONS, 0, e))
STEP(hear_a, live_toggle(l, FIELD_HEARD, 0, e))
STEP(hear_c, live_toggle(l, FIELD_HEARD, 2, e))
STEP(unhear_a, live_toggle(l, FIELD_HEARD, 0, e))
STEP(flag_v, live_toggle(l, FIELD_FLAG, 0, e))
STEP(ask_i, live_toggle(l, FIELD_PROBE, 0, e))
STEP(score_4, live_mark(l, SCORED(4), e))
STEP(score_3, live_mark(l, SCORED(3), e))
STEP(type_one, type(l, NOTE(0), "two b", e))
STEP(type_two, type(l, NOTE(0), "ags, \xC3\xA9tiquettes", e))
STEP(fold_note, live_fold(l, NOTE(0), e))
STEP(type_more, type(l, NOTE(0), "\nsigned", e))
STEP(next, live_go(l, STAGE_QUESTIONS, 1, e))
STEP(fold_late, live_fold(l, NOTE(0), e))
STEP(no_evidence, live_mark(l, ((struct mark){.state = ANSWER_NO_EVIDENCE}), e))
STEP(jump, live_go(l, STAGE_QUESTIONS, 3, e))
STEP(back, live_back(l, e))
STEP(pause_on, live_pause(l, true, e))
STEP(pause_off, live_pause(l, false, e))
STEP(tick_clock, (live_tick(l, e), e->kind == ERR_NONE))
STEP(own, live_add_own(l, e) == 4)
STEP(go_own, live_go(l, STAGE_QUESTIONS, 4, e))
STEP(type_own, type(l, ((struct slot){FIELD_OWN, 4, 0}), "And the keys?", e))
STEP(type_own_note, type(l, NOTE(4), "On a ring", e))
STEP(closing, live_go(l, STAGE_CLOSING, 0, e))
STEP(general, type(l, PLAIN(FIELD_GENERAL), "asked about parking", e))
STEP(wrap_up, live_go(l, STAGE_WRAP_UP, 0, e))
STEP(overall, live_toggle(l, FIELD_OVERALL, 1, e))
STEP(fact_yes, live_set(l, FACT(1), "yes", e))
STEP(fact_date, type(l, FACT(0), "2026-12-01", e))
STEP(fact_money, type(l, FACT(2), "180 a day", e))
STEP(fold_money, live_fold(l, FACT(2), e))
STEP(summary, type(l, PLAIN(FIELD_SUMMARY), "Careful.", e))
STEP(to_late, live_go(l, STAGE_QUESTIONS, 2, e))
STEP(pass_over, live_mark(l, ((struct mark){.state = ANSWER_SKIPPED, .skip = SKIP_TIME}), e))
STEP(to_last, live_go(l, STAGE_QUESTIONS, 3, e))
STEP(score_5, live_mark(l, SCORED(5), e))
STEP(submit, live_submit(l, e))
STEP(reason, type(l, PLAIN(FIELD_DECISION), "Careful, and on time", e))
STEP(decide, live_decide(l, DECISION_ADVANCE, e))

static bool undo(struct desk *d, struct live *l, struct err *e)
{
    struct str what = STR_INIT;
    struct slot slot;
    desk_pass(d, 900);
    bool ok = live_undo(l, &what, &slot, e);
    str_release(&what);
    return ok;
}

static bool redo(struct desk *d, struct live *l, struct err *e)
{
    struct str what = STR_INIT;
    struct slot slot;
    desk_pass(d, 900);
    bool ok = live_redo(l, &what, &slot, e);
    str_release(&what);
    return ok;
}

static step_fn *const script[] = {
    tick_step,  note_step,     fold_step, begin,      hear_a,      hear_c,     unhear_a,  flag_v,
    ask_i,      score_4,       score_3,   undo,       undo,        redo,       type_one,  type_two,
    fold_note,  type_more,     next,      fold_late,  no_evidence, undo,       redo,      jump,
    back,       tick_clock,    pause_on,  tick_clock, pause_off,   tick_clock, own,       go_own,
    type_own,   type_own_note, closing,   general,    wrap_up,     overall,    fact_yes,  fact_date,
    fact_money, fold_money,    summary,   undo,       redo,        to_late,    pass_over, to_last,
    score_5,    submit,        reason,    decide,
};
#define STEPS ((int)COUNT_OF(script))

/* ---- what there is to compare ---- */

static void add_stack(struct str *out, const struct history *h, bool redo_stack)
{
    size_t n = redo_stack ? h->n_redo : h->n_undo;
    for (size_t i = 0; i < n; i++) {
        const struct change *c = &h->rows[redo_stack ? h->redo[i] : h->undo[i]];
        str_addf(out, "%s %s %d %d \"%s\" \"%s\"\n", redo_stack ? "redo" : "undo",
                 field_name(c->slot.field), c->slot.pos, c->slot.item, c->old, c->new);
    }
}

static void dump(struct live *live, struct str *out)
{
    desk_dump(live_interview(live), out);
    add_stack(out, &live->history, false);
    add_stack(out, &live->history, true);
}

/* As assert_string_equal, which cuts long texts: names the first line that differs. */
static void assert_same(const char *seen, const char *expected, int step)
{
    int line = 1;
    const char *a = seen, *b = expected;
    while (*a == *b && *a != '\0') {
        line += *a == '\n';
        a++, b++;
    }
    if (*a == *b)
        return;
    while (a > seen && a[-1] != '\n')
        a--, b--;
    fail_msg("step %d, line %d: seen \"%.*s\", expected \"%.*s\"", step, line,
             (int)strcspn(a, "\n"), a, (int)strcspn(b, "\n"), b);
}

/* ---- tests ---- */

static void play(struct desk *d, struct live *live, int from, int to)
{
    for (int i = from; i < to; i++) {
        struct err e = ERR_INIT;
        if (!script[i](d, live, &e))
            fail_msg("step %d: %s", i, e.text);
        assert_false(live_unsaved(live));
    }
}

/* What another program sees in the file after each step is what the first one has in memory. */
static void every_step_is_in_the_file_at_once(void **state)
{
    (void)state;
    struct desk d;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    for (int i = 0; i < STEPS; i++) {
        struct app other;
        struct interview iv;
        struct err e = ERR_INIT;
        struct str here = STR_INIT, there = STR_INIT;
        play(&d, live, i, i + 1);
        app_init(&other, d.app.sys, d.db.s);
        interview_init(&iv);
        assert_done(app_open_store(&other, &e) && store_load(other.store, id, &iv, &e), &e);
        desk_dump(live_interview(live), &here);
        desk_dump(&iv, &there);
        assert_same(there.s, here.s, i);
        interview_release(&iv);
        app_release(&other);
        str_release(&here);
        str_release(&there);
    }
    live_close(live);
    desk_remove(&d);
}

/* Left and opened again after every step: the end is the same as without. What was typed is folded
 * when the interview is left, so the undo stacks are finer; the values are not. */
static void leaving_after_every_step_changes_nothing(void **state)
{
    (void)state;
    struct desk one, other;
    struct str straight = STR_INIT, broken = STR_INIT;
    struct err e = ERR_INIT;
    desk_make(&one);
    struct live *live = desk_call(&one, "Ada Moreau");
    for (int i = 0; i < STEPS; i++) {
        play(&one, live, i, i + 1);
        live_tick(live, &e);
    }
    desk_dump(live_interview(live), &straight);
    live_close(live);
    desk_remove(&one);

    desk_make(&other);
    int64_t id = desk_start(&other, "Ada Moreau");
    for (int i = 0; i < STEPS; i++) {
        live = live_open(&other.app, id, &e);
        assert_done(live != NULL, &e);
        play(&other, live, i, i + 1);
        live_close(live);
        desk_reopen(&other);
    }
    live = live_open(&other.app, id, &e);
    assert_done(live != NULL, &e);
    desk_dump(live_interview(live), &broken);
    const char *uuid = strstr(straight.s, "\"uuid\"");
    assert_non_null(uuid);
    memcpy(strstr(broken.s, "\"uuid\""), uuid, strlen("\"uuid\": \"") + UUID_TEXT);
    assert_same(broken.s, straight.s, STEPS);
    live_close(live);
    desk_remove(&other);
    str_release(&straight);
    str_release(&broken);
}

/* In a process of its own: plays up to `steps`, writes down what it has, and dies. */
static void play_and_die(struct desk *d, int steps)
{
    struct str seen = STR_INIT;
    struct live *live = desk_call(d, "Ada Moreau");
    play(d, live, 0, steps);
    dump(live, &seen);
    scratch_write(d->home.s, "seen", seen.s, seen.len);
    raise(SIGKILL);
}

static void kill_after(int steps)
{
    struct desk d;
    struct err e = ERR_INIT;
    struct str path = STR_INIT, seen = STR_INIT, found = STR_INIT;
    int status;
    desk_make(&d);
    app_release(&d.app); /* SQLite must not be carried over a fork */
    pid_t child = fork();
    assert_true(child >= 0);
    app_init(&d.app, still_sys(&d.world), d.db.s);
    if (child == 0) {
        play_and_die(&d, steps);
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    path_join(&path, d.home.s, "seen");
    assert_done(file_read(path.s, 1 << 20, &seen, NULL, &e), &e);
    struct live *live = live_open(&d.app, 1, &e);
    assert_done(live != NULL, &e);
    desk_dump(live_interview(live), &found);
    seen.s[found.len < seen.len ? found.len : seen.len] = '\0'; /* the stacks stand behind */
    assert_same(found.s, seen.s, steps);
    live_close(live);
    desk_remove(&d);
    str_release(&path);
    str_release(&seen);
    str_release(&found);
}

static void kill_loses_nothing(void **state)
{
    (void)state;
    uint64_t seed = seed_start("kill");
    bool all = getenv("SLATE_LONG") != NULL;
    for (int steps = 0; steps <= STEPS; steps += all ? 1 : 1 + seed_below(&seed, 7))
        kill_after(steps);
}

/* The stacks of undo and redo come back from the log as they were. */
static void history_survives(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    for (int i = 0; i < STEPS && script[i] != submit; i++) {
        struct str before = STR_INIT, after = STR_INIT;
        play(&d, live, i, i + 1);
        assert_done(live_fold_all(live, &e), &e);
        dump(live, &before);
        live_close(live);
        desk_reopen(&d);
        live = live_open(&d.app, id, &e);
        assert_done(live != NULL, &e);
        dump(live, &after);
        assert_same(after.s, before.s, i);
        str_release(&before);
        str_release(&after);
    }
    live_close(live);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_is_in_the_file_at_once),
        cmocka_unit_test(leaving_after_every_step_changes_nothing),
        cmocka_unit_test(kill_loses_nothing),
        cmocka_unit_test(history_survives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
