/* From a plan to its start: who and what it points at, and what may still change. */

#include <string.h>

#include "store/candidates.h"
#include "support/stored.h"

static struct interview_plan plan_of(const char *candidate)
{
    return (struct interview_plan){
        .candidate = candidate, .interviewer = "Sam", .job = "Soho", .level = LEVEL_SENIOR};
}

static void a_plan_is_kept(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_memory(&t);
    struct interview_plan plan = plan_of("Ada Moreau");
    int64_t id;
    plan.minutes = 45;
    plan.planned_at = STORED_NOW + 5000;
    assert_done(store_plan(t.store, &plan, &t.file, &id, &t.e), &t.e);
    stored_load(&t, id, &iv);
    assert_int_equal(iv.state, INTERVIEW_PLANNED);
    assert_int_equal(iv.planned_at, STORED_NOW + 5000);
    assert_int_equal(iv.started_at, 0);
    assert_int_equal(iv.kit.minutes, 45);
    assert_int_equal(iv.n_answers, SAMPLE_QUESTIONS);
    assert_int_equal(iv.n_steps, 3);
    assert_int_equal(iv.n_facts, SAMPLE_FACTS);
    assert_int_equal(iv.back, -1);
    assert_int_equal(strlen(iv.uuid), UUID_TEXT);
    assert_int_equal(iv.uuid[14], '7');
    interview_release(&iv);
    stored_end(&t);
}

static void a_new_name_is_a_new_candidate_a_number_is_not(void **state)
{
    (void)state;
    struct stored t;
    struct interview first, second, third;
    stored_memory(&t);
    int64_t id = stored_plan(&t, "Ada", "Sam", "");
    stored_load(&t, id, &first);
    stored_load(&t, stored_plan(&t, "Ada", "Sam", ""), &second);
    assert_int_not_equal(first.candidate_id, second.candidate_id);
    struct interview_plan plan = {
        .candidate_id = first.candidate_id, .interviewer = "Kim", .job = "", .level = LEVEL_SENIOR};
    assert_done(store_plan(t.store, &plan, &t.file, &id, &t.e), &t.e);
    stored_load(&t, id, &third);
    assert_int_equal(first.candidate_id, third.candidate_id);
    plan.candidate_id = 99;
    assert_false(store_plan(t.store, &plan, &t.file, &id, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    interview_release(&first);
    interview_release(&second);
    interview_release(&third);
    stored_end(&t);
}

static void a_merged_candidate_is_planned_as_what_it_leads_to(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    int64_t id;
    stored_memory(&t);
    stored_plan(&t, "Ada M.", "Sam", "");
    stored_plan(&t, "Ada Moreau", "Sam", "");
    assert_done(store_merge_candidates(t.store, 1, 2, t.at, &t.e), &t.e);
    struct interview_plan plan = plan_of("");
    plan.candidate_id = 1;
    assert_done(store_plan(t.store, &plan, &t.file, &id, &t.e), &t.e);
    stored_load(&t, id, &iv);
    assert_int_equal(iv.candidate_id, 2);
    assert_string_equal(iv.candidate, "Ada Moreau");
    interview_release(&iv);
    stored_end(&t);
}

static void a_level_that_the_bank_has_not_is_refused(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    struct interview_plan plan = plan_of("Ada");
    int64_t id;
    plan.level = LEVEL_JUNIOR;
    assert_false(store_plan(t.store, &plan, &t.file, &id, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM candidate"), 0); /* nothing by halves */
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM bank_version"), 0);
    stored_end(&t);
}

static void a_plan_can_be_changed(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    int64_t id = stored_plan(&t, "Ada", "Sam", "Soho");
    struct interview_plan plan = plan_of("Ada");
    plan.job = "Burbank";
    plan.planned_at = STORED_NOW + 9;
    assert_done(store_replan(t.store, id, &plan, NULL, &t.e), &t.e);
    stored_load(&t, id, &iv);
    assert_string_equal(iv.job, "Burbank");
    assert_int_equal(iv.planned_at, STORED_NOW + 9);
    interview_release(&iv);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM candidate"), 1); /* the same one */
    plan.candidate = "Jun";
    assert_done(store_replan(t.store, id, &plan, NULL, &t.e), &t.e);
    stored_finds(&t, "jun burbank", "Jun:planned");
    stored_finds(&t, "ada", "");
    stored_begin(&t, id);
    assert_false(store_replan(t.store, id, &plan, NULL, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_end(&t);
}

/* The file was edited between the plan and the call: the call is asked from the file as it is. */
static void a_start_may_bring_another_version(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    int64_t id = stored_plan(&t, "Ada", "Sam", "");
    t.bank.levels[LEVEL_SENIOR].n = 2;
    stored_bank_bytes(&t, "bank: post-producer\n# two questions\n");
    struct store_moment when = {STORED_NOW, 120};
    assert_done(store_start(t.store, id, &t.file, &when, &t.e), &t.e);
    stored_load(&t, id, &iv);
    assert_int_equal(iv.n_answers, 2);
    assert_int_equal(iv.kit.n, 2);
    assert_int_equal(iv.offset_min, 120);
    interview_release(&iv);
    assert_int_equal(stored_ask(&t, "SELECT asked FROM interview"), 2);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM answer"), 2);
    assert_false(store_start(t.store, id, NULL, &when, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_end(&t);
}

static void a_planned_one_can_be_called_off_and_back(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    int64_t id = stored_plan(&t, "Ada", "Sam", "");
    assert_done(store_abandon(t.store, id, t.at, &t.e), &t.e);
    stored_home_is(&t, 5, " |  | Ada:abandoned");
    assert_done(store_reopen(t.store, id, t.at, &t.e), &t.e);
    stored_home_is(&t, 5, " | Ada:planned | ");
    stored_begin(&t, id);
    assert_done(store_abandon(t.store, id, t.at, &t.e), &t.e);
    assert_false(store_abandon(t.store, id, t.at, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    assert_done(store_reopen(t.store, id, t.at, &t.e), &t.e);
    stored_home_is(&t, 5, "Ada:open |  | ");
    stored_end(&t);
}

static void abandoning_folds_what_is_typed(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    stored_type(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "half a");
    assert_done(store_abandon(t.store, id, t.at, &t.e), &t.e);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM note_edit"), 0);
    stored_load(&t, id, &iv);
    assert_string_equal(iv.answers[0].note.s, "half a");
    interview_release(&iv);
    stored_end(&t);
}

static void decisions_are_appended(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    int64_t id = stored_submitted(&t, "Ada", "Sam", "");
    stored_type(&t, id, (struct slot){FIELD_DECISION, 0, 0}, "draft");
    struct store_decision d = {DECISION_HOLD, "first", STORED_NOW + 1};
    assert_done(store_decide(t.store, id, &d, &t.e), &t.e);
    d = (struct store_decision){DECISION_ADVANCE, "second", STORED_NOW + 2};
    assert_done(store_decide(t.store, id, &d, &t.e), &t.e);
    stored_load(&t, id, &iv);
    assert_int_equal(iv.decision, DECISION_ADVANCE);
    assert_string_equal(iv.decision_reason, "second");
    assert_int_equal(iv.decided_at, STORED_NOW + 2);
    assert_string_equal(iv.decision_draft.s, "");
    interview_release(&iv);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM decision WHERE tenths = 34"), 2);
    int64_t open = stored_start(&t, "Jun", "Sam", "");
    assert_false(store_decide(t.store, open, &d, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_end(&t);
}

static void settings_outlive_a_run(void **state)
{
    (void)state;
    struct stored t;
    struct str value = STR_INIT;
    stored_disk(&t);
    assert_false(store_setting(t.store, "draft.job", &value));
    assert_done(store_set_setting(t.store, "draft.job", "Soho", &t.e), &t.e);
    assert_done(store_set_setting(t.store, "draft.job", "Burbank", &t.e), &t.e);
    assert_done(store_set_setting(t.store, "draft", "x", &t.e), &t.e);
    assert_done(store_set_setting(t.store, "view", "list", &t.e), &t.e);
    stored_reopen(&t);
    assert_true(store_setting(t.store, "draft.job", &value));
    assert_str(&value, "Burbank");
    assert_done(store_clear_settings(t.store, "draft.", &t.e), &t.e);
    assert_false(store_setting(t.store, "draft.job", &value));
    assert_true(store_setting(t.store, "draft", &value));
    assert_true(store_setting(t.store, "view", &value));
    str_release(&value);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_kept),
        cmocka_unit_test(a_new_name_is_a_new_candidate_a_number_is_not),
        cmocka_unit_test(a_merged_candidate_is_planned_as_what_it_leads_to),
        cmocka_unit_test(a_level_that_the_bank_has_not_is_refused),
        cmocka_unit_test(a_plan_can_be_changed),
        cmocka_unit_test(a_start_may_bring_another_version),
        cmocka_unit_test(a_planned_one_can_be_called_off_and_back),
        cmocka_unit_test(abandoning_folds_what_is_typed),
        cmocka_unit_test(decisions_are_appended),
        cmocka_unit_test(settings_outlive_a_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
