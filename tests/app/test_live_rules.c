#include "support/desk.h"

#include <string.h>

#include "app/live_parts.h"
#include "app/viewing.h"

#define NOTE(at)  ((struct slot){FIELD_NOTE, at, 0})
#define FACT(at)  ((struct slot){FIELD_FACT, at, 0})
#define PLAIN(f)  ((struct slot){f, 0, 0})
#define SCORED(n) ((struct mark){.state = ANSWER_SCORED, .score = n})

static void the_same_again_does_nothing(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_score(live, 0, 4);
    desk_pass(&d, 5000);
    size_t n = live->history.n;
    int64_t marked = live_interview(live)->answers[0].marked_at;
    assert_done(live_mark(live, SCORED(4), &e), &e);
    assert_done(live_set(live, (struct slot){FIELD_HEARD, 0, 1}, "0", &e), &e);
    assert_done(live_set(live, FACT(3), "", &e), &e);
    assert_done(live_go(live, STAGE_QUESTIONS, 0, &e), &e);
    assert_int_equal(live->history.n, n);
    assert_int_equal(live_interview(live)->answers[0].marked_at, marked);
    live_close(live);
    desk_remove(&d);
}

static void rules_are_asked_first(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    struct splice past = {.at = 1, .ins = "x", .n = 1}, nul = {.ins = "a\0b", .n = 3};
    desk_refused(live_mark(live, SCORED(6), &e), &e, ERR_INPUT, "1 to 5");
    desk_refused(live_toggle(live, FIELD_HEARD, 3, &e), &e, ERR_MISSING, "no such");
    desk_refused(live_toggle(live, FIELD_FLAG, 1, &e), &e, ERR_MISSING, "no such");
    desk_refused(live_go(live, STAGE_QUESTIONS, 4, &e), &e, ERR_INPUT, "4");
    desk_refused(live_go(live, STAGE_QUESTIONS, -1, &e), &e, ERR_INPUT, "4");
    desk_refused(live_back(live, &e), &e, ERR_MISSING, "no other");
    desk_refused(live_edit(live, NOTE(0), &past, &e), &e, ERR_INPUT, "cannot");
    desk_refused(live_edit(live, NOTE(0), &nul, &e), &e, ERR_INPUT, "cannot");
    desk_refused(live_edit(live, NOTE(9), &past, &e), &e, ERR_INPUT, "no such");
    desk_refused(live_edit(live, PLAIN(FIELD_DECISION), &nul, &e), &e, ERR_REFUSED, "after");
    desk_refused(live_submit(live, &e), &e, ERR_REFUSED, "4 questions");
    desk_refused(live_decide(live, DECISION_HOLD, &e), &e, ERR_REFUSED, "submit");
    assert_int_equal(live->history.n, 0);
    live_close(live);
    desk_remove(&d);
}

static void submitting_locks_the_scores(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str words = STR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    for (int i = 0; i < 4; i++)
        desk_score(live, i, 4);
    assert_done(live_submit(live, &e), &e);
    struct composite c = composite_interview(live_interview(live), NULL);
    composite_add(&words, &c);
    assert_str(&words, "4.0 (4 of 4 scored; 100 % of the weight)");
    desk_refused(live_mark(live, SCORED(5), &e), &e, ERR_REFUSED, "locked");
    desk_refused(live_go(live, STAGE_QUESTIONS, 0, &e), &e, ERR_REFUSED, "over");
    desk_refused(live_submit(live, &e), &e, ERR_REFUSED, "over");
    assert_int_equal(live_add_own(live, &e), -1);
    assert_false(live_can_undo(live));
    live_close(live);
    desk_remove(&d);
    str_release(&words);
}

static void a_decision_wants_a_reason(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    desk_finish(live);
    desk_refused(live_decide(live, DECISION_HOLD, &e), &e, ERR_INPUT, "reason");
    desk_type(live, PLAIN(FIELD_DECISION), " \n");
    desk_refused(live_decide(live, DECISION_HOLD, &e), &e, ERR_INPUT, "reason");
    desk_type(live, PLAIN(FIELD_DECISION), "Wants another");
    live_close(live);
    desk_reopen(&d);
    live = live_open(&d.app, id, &e);
    assert_done(live != NULL, &e);
    assert_string_equal(live_interview(live)->decision_draft.s, " \nWants another");
    desk_type(live, PLAIN(FIELD_DECISION), " look");
    desk_refused(live_decide(live, DECISION_NONE, &e), &e, ERR_INPUT, "choose");
    assert_done(live_decide(live, DECISION_HOLD, &e), &e);
    assert_int_equal(live_interview(live)->decision, DECISION_HOLD);
    assert_string_equal(live_interview(live)->decision_reason, " \nWants another look");
    assert_string_equal(live_interview(live)->decision_draft.s, "");
    desk_type(live, PLAIN(FIELD_DECISION), "Better than thought");
    assert_done(live_decide(live, DECISION_ADVANCE, &e), &e);
    live_close(live);
    desk_reopen(&d);
    live = live_open(&d.app, id, &e);
    assert_int_equal(live_interview(live)->decision, DECISION_ADVANCE);
    assert_string_equal(live_interview(live)->decision_reason, "Better than thought");
    live_close(live);
    desk_remove(&d);
}

/* Typed, folded, submitted and shown like any other text, whatever the kind of the fact. */
static void a_fact_takes_any_text(void **state)
{
    (void)state;
    static const char *const said[] = {"two weeks after I give notice", "yes, from May", "a lot"};
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct str shown = STR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    for (int i = 0; i < 4; i++)
        desk_score(live, i, 3);
    desk_say(live, FACT(0), said[0]);
    assert_int_equal(live->drafts.n, 0);
    assert_done(live_set(live, FACT(1), said[1], &e), &e);
    desk_type(live, FACT(2), said[2]); /* submitted before the field was left */
    assert_done(live_submit(live, &e), &e);
    live_close(live);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    view_text(&iv, 80, &shown);
    for (int i = 0; i < 3; i++) {
        assert_string_equal(iv.facts[i].value.s, said[i]);
        assert_non_null(strstr(shown.s, said[i]));
    }
    str_release(&shown);
    interview_release(&iv);
    desk_remove(&d);
}

static void one_blank_question_of_ones_own_is_enough(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    assert_int_equal(live_add_own(live, &e), 4);
    assert_int_equal(live_add_own(live, &e), 4);
    desk_say(live, (struct slot){FIELD_OWN, 4, 0}, "And the keys?");
    assert_int_equal(live_add_own(live, &e), 5);
    assert_done(live_go(live, STAGE_QUESTIONS, 5, &e), &e);
    desk_refused(live_mark(live, SCORED(3), &e), &e, ERR_REFUSED, "never scored");
    live_close(live);
    desk_remove(&d);
}

static void only_what_is_open_or_to_be_decided_is_opened(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    desk_make(&d);
    assert_done(start_plan(&d.app, &plan, "runner", &id, &e), &e);
    desk_refused(live_open(&d.app, id, &e) != NULL, &e, ERR_REFUSED, "has not begun");
    assert_done(start_planned(&d.app, id, &e), &e);
    assert_done(app_abandon(&d.app, id, &e), &e);
    desk_refused(live_open(&d.app, id, &e) != NULL, &e, ERR_REFUSED, "abandoned");
    assert_done(app_reopen(&d.app, id, &e), &e);
    struct live *live = live_open(&d.app, id, &e);
    assert_done(live != NULL, &e);
    desk_type(live, FACT(0), "not a date");
    assert_done(live_abandon(live, &e), &e);
    desk_refused(live_mark(live, SCORED(3), &e), &e, ERR_REFUSED, "abandoned");
    live_close(live);
    desk_refused(live_open(&d.app, 4711, &e) != NULL, &e, ERR_MISSING, "");
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_again_does_nothing),
        cmocka_unit_test(rules_are_asked_first),
        cmocka_unit_test(submitting_locks_the_scores),
        cmocka_unit_test(a_decision_wants_a_reason),
        cmocka_unit_test(a_fact_takes_any_text),
        cmocka_unit_test(one_blank_question_of_ones_own_is_enough),
        cmocka_unit_test(only_what_is_open_or_to_be_decided_is_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
