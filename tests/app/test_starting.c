#include "support/desk.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/viewing.h"
#include "base/file.h"
#include "base/path.h"

static void replace(struct str *text, const char *old, const char *new)
{
    char *at = strstr(text->s, old);
    assert_non_null(at);
    str_splice(text, (size_t)(at - text->s), strlen(old), new, strlen(new));
}

/* The desk's bank with one text replaced by another, written in its place. */
static void change_bank(struct desk *d, const char *old, const char *new)
{
    struct str bytes = STR_INIT;
    desk_read("runner.yaml", &bytes);
    replace(&bytes, old, new);
    scratch_write(d->banks.s, "runner.yaml", bytes.s, bytes.len);
    str_release(&bytes);
}

static void remove_bank(struct desk *d)
{
    struct str path = STR_INIT;
    path_join(&path, d->banks.s, "runner.yaml");
    assert_int_equal(unlink(path.s), 0);
    str_release(&path);
}

static void assert_first_question(struct desk *d, int64_t id, const char *ask)
{
    struct interview iv;
    struct err e = ERR_INIT;
    assert_done(view_interview(&d->app, id, &iv, &e), &e);
    assert_string_equal(iv.kit.questions[0].ask.s, ask);
    interview_release(&iv);
}

/* ---- presets ---- */

static void the_first_time_the_first_bank_is_preset(void **state)
{
    (void)state;
    struct desk d;
    struct last_choices last;
    struct err e = ERR_INIT;
    desk_make(&d);
    assert_done(start_presets(&d.app, &last, &e), &e);
    assert_string_equal(last.bank, "runner");
    assert_int_equal(last.level, LEVEL_JUNIOR);
    assert_int_equal(last.minutes, 10);
    assert_string_equal(last.job, "");
    assert_string_equal(last.interviewer, "Mara Lindqvist");
    arena_release(&last.arena);
    desk_remove(&d);
}

static void afterwards_the_last_choices_are(void **state)
{
    (void)state;
    struct desk d;
    struct last_choices last;
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    desk_make(&d);
    plan.minutes = 25;
    assert_done(start_plan(&d.app, &plan, "runner", &id, &e), &e);
    assert_done(start_presets(&d.app, &last, &e), &e);
    assert_string_equal(last.bank, "runner");
    assert_int_equal(last.level, LEVEL_MID);
    assert_int_equal(last.minutes, 25);
    assert_string_equal(last.job, "Night Ferry");
    arena_release(&last.arena);
    change_bank(&d, "  mid:", "  senior:"); /* that level is gone: the first there is */
    app_banks_forget(&d.app);
    assert_done(start_presets(&d.app, &last, &e), &e);
    assert_int_equal(last.level, LEVEL_JUNIOR);
    assert_string_equal(last.job, "Night Ferry");
    arena_release(&last.arena);
    desk_remove(&d);
}

static void without_a_bank_it_says_where_one_belongs(void **state)
{
    (void)state;
    struct desk d;
    struct last_choices last;
    struct err e = ERR_INIT;
    desk_make(&d);
    remove_bank(&d);
    app_banks_forget(&d.app);
    desk_refused(start_presets(&d.app, &last, &e), &e, ERR_MISSING, d.banks.s);
    arena_release(&last.arena);
    desk_write_bank(&d, "runner.yaml", "bank: [", 7);
    desk_refused(start_presets(&d.app, &last, &e), &e, ERR_MISSING, "bank check");
    arena_release(&last.arena);
    desk_remove(&d);
}

/* ---- names ---- */

static void names_are_tidied_and_errors_name_the_field(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct interview_plan plan = desk_plan("  Le\xCC\x81"
                                           "a \t Fournier ");
    int64_t id;
    desk_make(&d);
    plan.interviewer = NULL;
    plan.job = " \n";
    assert_done(start_plan(&d.app, &plan, "runner", &id, &e), &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    assert_string_equal(iv.candidate, "L\xC3\xA9"
                                      "a Fournier");
    assert_string_equal(iv.interviewer, "Mara Lindqvist");
    assert_string_equal(iv.job, "");
    interview_release(&iv);
    plan.candidate = " ";
    desk_refused(start_plan(&d.app, &plan, "runner", &id, &e), &e, ERR_INPUT, "candidate: ");
    plan = desk_plan("Ada Moreau");
    plan.level = LEVELS;
    desk_refused(start_plan(&d.app, &plan, "runner", &id, &e), &e, ERR_INPUT, "level: ");
    plan = desk_plan("Ada Moreau");
    str_clear(&d.app.me);
    plan.interviewer = "";
    desk_refused(start_plan(&d.app, &plan, "runner", &id, &e), &e, ERR_INPUT, "interviewer: ");
    desk_remove(&d);
}

static void an_unknown_bank_is_answered_with_what_there_is(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    desk_make(&d);
    desk_refused(start_now(&d.app, &plan, "runer", &id, &e), &e, ERR_MISSING,
                 "did you mean \"runner\"?");
    desk_refused(start_now(&d.app, &plan, "colorist", &id, &e), &e, ERR_MISSING,
                 "there are runner");
    desk_refused(start_now(&d.app, &plan, "./none.yaml", &id, &e), &e, ERR_MISSING, "./none.yaml");
    plan.level = LEVEL_SENIOR;
    desk_refused(start_now(&d.app, &plan, "runner", &id, &e), &e, ERR_INPUT, "senior");
    desk_remove(&d);
}

/* ---- a bank that changes meanwhile ---- */

#define FIRST                                                                                      \
    "You are given two drives with today's rushes. What do you do until they are handed over?"

static void the_bank_is_read_at_the_moment_of_starting(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t planned, at_once;
    desk_make(&d);
    assert_done(start_plan(&d.app, &plan, "runner", &planned, &e), &e);
    assert_first_question(&d, planned, FIRST);
    change_bank(&d, "two drives", "three drives"); /* nobody tells the app */
    plan.candidate = "Jun Watanabe";
    assert_done(start_now(&d.app, &plan, "runner", &at_once, &e), &e);
    assert_first_question(&d, at_once,
                          "You are given three drives with today's rushes. What do "
                          "you do until they are handed over?");
    assert_first_question(&d, planned, FIRST);
    assert_done(start_planned(&d.app, planned, &e), &e);
    assert_first_question(&d, planned,
                          "You are given three drives with today's rushes. What do "
                          "you do until they are handed over?");
    change_bank(&d, "two drives", "four drives"); /* what has begun does not change */
    desk_reopen(&d);
    assert_first_question(&d, planned,
                          "You are given three drives with today's rushes. What do "
                          "you do until they are handed over?");
    desk_remove(&d);
}

static void a_bank_that_is_gone_is_asked_as_it_was(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    desk_make(&d);
    assert_done(start_plan(&d.app, &plan, "runner", &id, &e), &e);
    remove_bank(&d);
    desk_refused(start_now(&d.app, &plan, "runner", &id, &e), &e, ERR_MISSING, "runner.yaml");
    assert_done(start_planned(&d.app, 1, &e), &e);
    assert_first_question(&d, 1, FIRST);
    desk_remove(&d);
}

static void a_bank_that_is_broken_now_is_not_started(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    desk_make(&d);
    assert_done(start_plan(&d.app, &plan, "runner", &id, &e), &e);
    change_bank(&d, "weight: 1.5", "weight: yes");
    desk_refused(start_planned(&d.app, id, &e), &e, ERR_INPUT, "runner.yaml:");
    desk_refused(start_planned(&d.app, id, &e), &e, ERR_INPUT, "slate bank check runner");
    desk_refused(start_now(&d.app, &plan, "runner", &id, &e), &e, ERR_INPUT, "bank check");
    change_bank(&d, "  mid:", "  senior:");
    desk_refused(start_planned(&d.app, id, &e), &e, ERR_INPUT, "no mid questions");
    change_bank(&d, "weight: 1.5", "weight: 2");
    assert_done(start_planned(&d.app, id, &e), &e);
    desk_remove(&d);
}

static void a_plan_can_be_changed(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    desk_make(&d);
    assert_done(start_plan(&d.app, &plan, "runner", &id, &e), &e);
    plan.level = LEVEL_JUNIOR;
    plan.job = "Two  Winters";
    plan.planned_at = DESK_NOW + 3600000;
    assert_done(start_replan(&d.app, id, &plan, "runner", &e), &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    assert_int_equal(iv.kit.level, LEVEL_JUNIOR);
    assert_int_equal(iv.kit.n, 1);
    assert_string_equal(iv.job, "Two Winters");
    assert_int_equal(iv.planned_at, DESK_NOW + 3600000);
    interview_release(&iv);
    desk_remove(&d);
}

/* The wrong level was chosen: facts, also half-typed ones, and the general note come along. */
static void starting_again_carries_facts_over(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview now;
    int64_t again;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    desk_say(live, (struct slot){FIELD_FACT, 2, 0}, "180 a day");
    desk_type(live, (struct slot){FIELD_FACT, 0, 0}, "soon");
    desk_type(live, (struct slot){FIELD_GENERAL, 0, 0}, "asked about parking");
    desk_score(live, 0, 2);
    live_close(live);
    assert_done(start_again(&d.app, id, LEVEL_JUNIOR, &again, &e), &e);
    assert_done(view_interview(&d.app, again, &now, &e), &e);
    assert_int_equal(now.state, INTERVIEW_OPEN);
    assert_int_equal(now.kit.level, LEVEL_JUNIOR);
    assert_string_equal(now.candidate, "Ada Moreau");
    assert_string_equal(now.facts[2].value.s, "180 a day");
    assert_string_equal(now.facts[0].value.s, "soon");
    assert_string_equal(now.general.s, "asked about parking");
    assert_int_equal(now.answers[0].mark.state, ANSWER_UNSET);
    interview_release(&now);
    live = live_open(&d.app, again, &e);
    assert_done(live != NULL, &e);
    desk_score(live, 0, 3);
    assert_done(live_submit(live, &e), &e);
    live_close(live);
    assert_done(view_interview(&d.app, id, &now, &e), &e);
    assert_int_equal(now.state, INTERVIEW_ABANDONED);
    assert_int_equal(now.answers[0].mark.score, 2);
    interview_release(&now);
    desk_remove(&d);
}

/* What cannot be given up is not replaced either: no planned interview is left behind. */
static void starting_again_is_done_whole_or_not_at_all(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview_rows rows;
    struct list_filter all = {.level = -1, .state = -1, .limit = 10};
    int64_t again;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    desk_finish(live);
    live_close(live);
    desk_refused(start_again(&d.app, id, LEVEL_JUNIOR, &again, &e), &e, ERR_REFUSED, "");
    assert_done(app_list(&d.app, &all, &rows, &e), &e);
    assert_int_equal(rows.n, 1);
    assert_int_equal(rows.items[0].state, INTERVIEW_SUBMITTED);
    interview_rows_release(&rows);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_time_the_first_bank_is_preset),
        cmocka_unit_test(afterwards_the_last_choices_are),
        cmocka_unit_test(without_a_bank_it_says_where_one_belongs),
        cmocka_unit_test(names_are_tidied_and_errors_name_the_field),
        cmocka_unit_test(an_unknown_bank_is_answered_with_what_there_is),
        cmocka_unit_test(the_bank_is_read_at_the_moment_of_starting),
        cmocka_unit_test(a_bank_that_is_gone_is_asked_as_it_was),
        cmocka_unit_test(a_bank_that_is_broken_now_is_not_started),
        cmocka_unit_test(a_plan_can_be_changed),
        cmocka_unit_test(starting_again_carries_facts_over),
        cmocka_unit_test(starting_again_is_done_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
