/* What is hidden from whom, and for how long. */

#include "store/candidates.h"
#include "support/stored.h"

static bool may_see(struct stored *t, int64_t id)
{
    struct interview iv;
    struct err e = ERR_INIT;
    bool seen = store_load(t->store, id, &iv, &e);
    if (seen)
        interview_release(&iv);
    else
        assert_int_equal(e.kind, ERR_REFUSED);
    return seen;
}

static void mine_hides_the_others_until_it_is_submitted(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = stored_submitted(&t, "Ada", "Kim", "A");
    stored_set(&t, stored_start(&t, "Jun", "Kim", ""), (struct slot){FIELD_NOTE, 0, 0}, "weak");
    stored_home_is(&t, 5, "Jun:open |  | Ada:submitted");
    int64_t mine = stored_again(&t, kims, "Sam", "B");
    stored_home_is(&t, 5, "Jun:open | Ada:planned | [Ada:submitted]");
    assert_false(may_see(&t, kims));
    assert_true(may_see(&t, mine));
    struct history h;
    assert_false(store_history(t.store, kims, &h, &t.e));
    stored_names_are(&t, "ada", "Ada (Post Producer · senior, today)");
    stored_begin(&t, mine);
    stored_home_is(&t, 5, "Ada:open Jun:open |  | [Ada:submitted]");
    store_set_me(t.store, "Kim"); /* nothing is hidden from who has none */
    stored_home_is(&t, 5, "Ada:open Jun:open |  | Ada:submitted");
    store_set_me(t.store, "Nobody");
    stored_home_is(&t, 5, "Ada:open Jun:open |  | Ada:submitted");
    store_set_me(t.store, "Sam");
    stored_score_all(&t, mine);
    stored_submit(&t, mine);
    stored_home_is(&t, 5, "Jun:open |  | Ada:submitted Ada:submitted");
    assert_true(may_see(&t, kims));
    stored_end(&t);
}

static void a_hidden_row_tells_nothing(void **state)
{
    (void)state;
    struct stored t;
    struct interview_rows rows;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = stored_start(&t, "Ada", "Kim", "A");
    stored_set(&t, kims, (struct slot){FIELD_NOTE, 0, 0}, "brilliant");
    stored_score_all(&t, kims);
    stored_submit(&t, kims);
    struct store_decision d = {DECISION_REJECT, "no", STORED_NOW};
    assert_done(store_decide(t.store, kims, &d, &t.e), &t.e);
    stored_again(&t, kims, "Sam", "A");
    struct list_filter f = {.level = -1, .state = INTERVIEW_SUBMITTED, .limit = 9};
    assert_done(store_list(t.store, &f, &rows, &t.e), &t.e);
    const struct interview_row *r = &rows.items[0];
    assert_true(r->hidden);
    assert_string_equal(r->candidate, "Ada");
    assert_string_equal(r->title, "");
    assert_string_equal(r->bank, "");
    assert_string_equal(r->job, "");
    assert_string_equal(r->interviewer, "");
    assert_int_equal(r->decision, DECISION_NONE);
    assert_int_equal(r->asked, 0);
    interview_rows_release(&rows);
    stored_finds(&t, "ada", "Ada:planned [Ada:submitted]");
    stored_finds(&t, "brilliant", "");
    stored_finds(&t, "kim", "");
    f.job = "A";
    stored_list_is(&t, &f, "");
    f = (struct list_filter){.interviewer = "Kim", .level = -1, .state = -1, .limit = 9};
    stored_list_is(&t, &f, "");
    f = (struct list_filter){.level = LEVEL_SENIOR, .state = -1, .limit = 9};
    stored_list_is(&t, &f, "Ada:planned");
    stored_end(&t);
}

/* My own earlier interviews of the candidate hide too; with no name given everybody's are mine. */
static void my_own_earlier_ones_hide_too(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    int64_t first = stored_submitted(&t, "Ada", "Sam", "A");
    int64_t second = stored_again(&t, first, "Sam", "A");
    stored_home_is(&t, 5, " | Ada:planned | [Ada:submitted]");
    assert_false(may_see(&t, first));
    stored_begin(&t, second);
    assert_true(may_see(&t, second));
    stored_end(&t);
}

static void abandoning_lifts_it_for_other_jobs_only(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t same = stored_submitted(&t, "Ada", "Kim", "A");
    int64_t other = stored_again(&t, same, "Kim", "B");
    stored_begin(&t, other);
    stored_score_all(&t, other);
    stored_submit(&t, other);
    int64_t mine = stored_again(&t, same, "Sam", "A");
    stored_begin(&t, mine);
    assert_done(store_abandon(t.store, mine, t.at++, &t.e), &t.e);
    assert_false(may_see(&t, same));
    assert_true(may_see(&t, other));
    int64_t next = stored_again(&t, same, "Sam", "A");
    stored_begin(&t, next);
    assert_false(may_see(&t, other));
    stored_score_all(&t, next);
    stored_submit(&t, next);
    assert_true(may_see(&t, same));
    assert_true(may_see(&t, other));
    stored_end(&t);
}

static void merged_records_are_one_candidate(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = stored_submitted(&t, "Ada M.", "Kim", ""); /* candidate 1 */
    stored_plan(&t, "Ada Moreau", "Sam", "");                 /* candidate 2 */
    stored_submitted(&t, "A. Moreau", "Kim", "");             /* candidate 3 */
    assert_true(may_see(&t, kims));
    assert_done(store_merge_candidates(t.store, 1, 3, t.at, &t.e), &t.e);
    assert_true(may_see(&t, kims));
    assert_done(store_merge_candidates(t.store, 3, 2, t.at, &t.e), &t.e);
    assert_false(may_see(&t, kims));
    stored_home_is(&t, 5, " | Ada Moreau:planned | [A. Moreau:submitted] [Ada M.:submitted]");
    assert_false(store_merge_candidates(t.store, 2, 1, t.at, &t.e)); /* round in a circle */
    assert_int_equal(t.e.kind, ERR_REFUSED);
    assert_done(store_merge_candidates(t.store, 3, 0, t.at, &t.e), &t.e);
    assert_true(may_see(&t, kims));
    assert_int_equal(stored_ask(&t, "SELECT root FROM candidate WHERE id = 1"), 3);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM candidate_change"), 3);
    stored_end(&t);
}

static bool not_blind(struct stored *t, int64_t id)
{
    struct interview iv;
    stored_load(t, id, &iv);
    bool seen = iv.not_blind;
    interview_release(&iv);
    return seen;
}

static void starting_after_having_looked_is_marked(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = stored_submitted(&t, "Ada", "Kim", "A");
    int64_t blind = stored_again(&t, kims, "Sam", "A");
    stored_begin(&t, blind);
    assert_false(not_blind(&t, blind));
    stored_score_all(&t, blind);
    stored_submit(&t, blind);
    assert_true(may_see(&t, kims)); /* looked at now */
    int64_t later = stored_again(&t, kims, "Sam", "B");
    stored_begin(&t, later);
    assert_true(not_blind(&t, later));
    int64_t noors = stored_again(&t, kims, "Noor", "B"); /* who has looked at nothing */
    stored_begin(&t, noors);
    store_set_me(t.store, "Noor");
    assert_false(not_blind(&t, noors));
    int64_t kims_next = stored_again(&t, kims, "Kim", "B"); /* who saw her own on submitting it */
    stored_begin(&t, kims_next);
    store_set_me(t.store, "Kim");
    assert_true(not_blind(&t, kims_next));
    stored_end(&t);
}

static void an_abandoned_one_is_not_taken_up_after_looking(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = stored_submitted(&t, "Ada", "Kim", "B");
    int64_t mine = stored_again(&t, kims, "Sam", "A");
    stored_begin(&t, mine);
    assert_done(store_abandon(t.store, mine, t.at++, &t.e), &t.e);
    assert_done(store_reopen(t.store, mine, t.at++, &t.e), &t.e);
    assert_done(store_abandon(t.store, mine, t.at++, &t.e), &t.e);
    t.world.wall = t.at++;
    assert_true(may_see(&t, kims)); /* of another job */
    assert_false(store_reopen(t.store, mine, t.at++, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mine_hides_the_others_until_it_is_submitted),
        cmocka_unit_test(a_hidden_row_tells_nothing),
        cmocka_unit_test(my_own_earlier_ones_hide_too),
        cmocka_unit_test(abandoning_lifts_it_for_other_jobs_only),
        cmocka_unit_test(merged_records_are_one_candidate),
        cmocka_unit_test(starting_after_having_looked_is_marked),
        cmocka_unit_test(an_abandoned_one_is_not_taken_up_after_looking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
