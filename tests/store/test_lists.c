/* Home, lists, search and completion: what they show, in which order, and what they must hide. */

#include "support/stored.h"

/* "Ada:open Jun:planned": rows as "candidate:state", a hidden one in brackets. */
static void add_rows(struct str *out, const struct interview_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct interview_row *r = &rows->items[i];
        str_addf(out, r->hidden ? "%s[%s:%s]" : "%s%s:%s", i > 0 ? " " : "", r->candidate,
                 interview_state_name(r->state));
    }
    if (rows->more)
        str_add(out, " ...");
}

static void home_is(struct stored *t, int limit, const char *expected)
{
    struct home_rows home;
    struct str out = STR_INIT;
    assert_done(store_home(t->store, limit, &home, &t->e), &t->e);
    add_rows(&out, &home.open);
    str_add(&out, " | ");
    add_rows(&out, &home.planned);
    str_add(&out, " | ");
    add_rows(&out, &home.latest);
    assert_string_equal(out.s, expected);
    str_release(&out);
    home_rows_release(&home);
}

static void list_is(struct stored *t, const struct list_filter *f, const char *expected)
{
    struct interview_rows rows;
    struct str out = STR_INIT;
    assert_done(store_list(t->store, f, &rows, &t->e), &t->e);
    add_rows(&out, &rows);
    assert_string_equal(out.s, expected);
    str_release(&out);
    interview_rows_release(&rows);
}

static void finds(struct stored *t, const char *words, const char *expected)
{
    list_is(t, &(struct list_filter){.search = words, .level = -1, .state = -1, .limit = 50},
            expected);
}

static int64_t submitted(struct stored *t, const char *candidate, const char *interviewer,
                         const char *job)
{
    int64_t id = stored_start(t, candidate, interviewer, job);
    stored_score_all(t, id);
    stored_submit(t, id);
    return id;
}

static int64_t again(struct stored *t, int64_t interview, const char *interviewer, const char *job)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "SELECT candidate FROM interview WHERE id = %lld", (long long)interview);
    struct interview_plan plan = {.candidate_id = stored_ask(t, sql.s),
                                  .interviewer = interviewer,
                                  .job = job,
                                  .level = LEVEL_SENIOR};
    int64_t id = 0;
    assert_done(store_plan(t->store, &plan, &t->file, &id, &t->e), &t->e);
    str_release(&sql);
    return id;
}

static void start(struct stored *t, int64_t id)
{
    struct store_moment when = {t->at++, 0};
    assert_done(store_start(t->store, id, NULL, &when, &t->e), &t->e);
}

static void plan_at(struct stored *t, const char *candidate, int64_t at)
{
    struct interview_plan plan = {.candidate = candidate,
                                  .interviewer = "Sam",
                                  .job = "",
                                  .level = LEVEL_SENIOR,
                                  .planned_at = at};
    int64_t id;
    assert_done(store_plan(t->store, &plan, &t->file, &id, &t->e), &t->e);
}

static void home_has_three_parts_in_order(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    home_is(&t, 5, " |  | ");
    plan_at(&t, "Whenever", 0);
    plan_at(&t, "Later", STORED_NOW + 200000);
    plan_at(&t, "Sooner", STORED_NOW + 100000);
    stored_start(&t, "Ada", "Sam", "");
    int64_t jun = stored_start(&t, "Jun", "Sam", "");
    submitted(&t, "Tom", "Sam", "");
    home_is(&t, 5,
            "Jun:open Ada:open | Sooner:planned Later:planned Whenever:planned | Tom:submitted");
    assert_done(store_abandon(t.store, jun, t.at, &t.e), &t.e);
    home_is(&t, 5,
            "Ada:open | Sooner:planned Later:planned Whenever:planned | Jun:abandoned "
            "Tom:submitted");
    home_is(&t, 2, "Ada:open | Sooner:planned Later:planned ... | Jun:abandoned Tom:submitted");
    stored_end(&t);
}

static void a_row_tells_what_it_is(void **state)
{
    (void)state;
    struct stored t;
    struct interview_rows rows;
    stored_memory(&t);
    int64_t id = submitted(&t, "Léa Fournier", "Sam", "Soho S2");
    struct store_decision d = {DECISION_ADVANCE, "why", STORED_NOW};
    assert_done(store_decide(t.store, id, &d, &t.e), &t.e);
    struct list_filter all = {.level = -1, .state = -1, .limit = 9};
    assert_done(store_list(t.store, &all, &rows, &t.e), &t.e);
    assert_int_equal(rows.n, 1);
    const struct interview_row *r = &rows.items[0];
    assert_int_equal(r->id, id);
    assert_string_equal(r->job, "Soho S2");
    assert_string_equal(r->interviewer, "Sam");
    assert_string_equal(r->bank, "post-producer");
    assert_string_equal(r->title, "Post Producer");
    assert_int_equal(r->level, LEVEL_SENIOR);
    assert_int_equal(r->asked, SAMPLE_QUESTIONS);
    assert_int_equal(r->decision, DECISION_ADVANCE);
    assert_int_equal(r->started_at, STORED_NOW + 1000);
    assert_int_equal(r->offset_min, 60);
    assert_true(r->submitted_at > r->started_at);
    interview_rows_release(&rows);
    stored_end(&t);
}

static void lists_are_filtered_and_paged(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    submitted(&t, "Ada", "Sam", "A");
    submitted(&t, "Ben", "Kim", "B");
    int64_t cid = submitted(&t, "Cid", "Sam", "B");
    stored_start(&t, "Dee", "Sam", "A");
    struct list_filter f = {.level = -1, .state = -1, .limit = 9};
    list_is(&t, &f, "Dee:open Cid:submitted Ben:submitted Ada:submitted");
    f.limit = 2;
    list_is(&t, &f, "Dee:open Cid:submitted ...");
    f.before_id = cid;
    list_is(&t, &f, "Ben:submitted Ada:submitted");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .job = "B"};
    list_is(&t, &f, "Cid:submitted Ben:submitted");
    f.interviewer = "Kim";
    list_is(&t, &f, "Ben:submitted");
    f = (struct list_filter){.level = -1, .state = INTERVIEW_OPEN, .limit = 9};
    list_is(&t, &f, "Dee:open");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .interviewer = "Sam"};
    list_is(&t, &f, "Dee:open Cid:submitted Ada:submitted");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .bank = "post-producer"};
    list_is(&t, &f, "Dee:open Cid:submitted Ben:submitted Ada:submitted");
    f.level = LEVEL_JUNIOR;
    list_is(&t, &f, "");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .job = "no such job"};
    list_is(&t, &f, "");
    stored_end(&t);
}

static void search_finds_words_by_their_beginning(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    int64_t id = stored_start(&t, "Léa Fournier", "Sam", "Soho S2");
    stored_start(&t, "Tomás Iglesias", "Kim", "Burbank");
    stored_type(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "B cam was half a stop hot");
    finds(&t, "hot", ""); /* typing is not indexed per key */
    stored_fold(&t, id, (struct slot){FIELD_NOTE, 0, 0});
    finds(&t, "hot", "Léa Fournier:open");
    finds(&t, "lea", "Léa Fournier:open");
    finds(&t, "LÉA soh", "Léa Fournier:open");
    finds(&t, "tomas", "Tomás Iglesias:open");
    finds(&t, "post", "Tomás Iglesias:open Léa Fournier:open");
    finds(&t, "kim", "Tomás Iglesias:open");
    finds(&t, "lea kim", "");
    finds(&t, "", "Tomás Iglesias:open Léa Fournier:open");
    finds(&t, " \t ", "Tomás Iglesias:open Léa Fournier:open");
    stored_set(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "");
    finds(&t, "hot", "");
    stored_end(&t);
}

/* Whatever is typed is words, never the index's own query language. */
static void search_takes_any_characters(void **state)
{
    (void)state;
    static const char *const odd[] = {"\"",
                                      "\"\"",
                                      "*",
                                      "(",
                                      "a OR",
                                      "NOT",
                                      "candidate:",
                                      "-",
                                      "a-b",
                                      "^a",
                                      "'; DROP TABLE interview; --",
                                      "{",
                                      "+",
                                      "é"};
    struct stored t;
    struct interview_rows rows;
    struct name_rows names;
    stored_memory(&t);
    stored_start(&t, "Ada", "Sam", "");
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct list_filter f = {.search = odd[i], .level = -1, .state = -1, .limit = 9};
        assert_done(store_list(t.store, &f, &rows, &t.e), &t.e);
        interview_rows_release(&rows);
        assert_done(store_candidates(t.store, odd[i], 9, &names, &t.e), &t.e);
        name_rows_release(&names);
        assert_done(store_jobs(t.store, odd[i], 9, &names, &t.e), &t.e);
        name_rows_release(&names);
    }
    finds(&t, "ad -", "Ada:open"); /* a word without a letter asks for nothing */
    stored_end(&t);
}

static void names_is(struct stored *t, const char *typed, const char *expected)
{
    struct name_rows names;
    struct str out = STR_INIT;
    assert_done(store_candidates(t->store, typed, 2, &names, &t->e), &t->e);
    for (size_t i = 0; i < names.n; i++)
        str_addf(&out, "%s (%s)", names.items[i].name, names.items[i].detail);
    assert_string_equal(out.s, expected);
    str_release(&out);
    name_rows_release(&names);
}

static void names_complete_newest_first(void **state)
{
    (void)state;
    struct stored t;
    struct name_rows jobs;
    stored_memory(&t);
    submitted(&t, "Ada Moreau", "Sam", "Soho S2");
    submitted(&t, "Ada Lima", "Sam", "Burbank");
    submitted(&t, "Max Adami", "Sam", "Soho S3");
    names_is(&t, "mor", "Ada Moreau (Post Producer · senior, today)");
    names_is(&t, "ad",
             "Max Adami (Post Producer · senior, today)Ada Lima (Post Producer · senior, today)");
    names_is(&t, "ada l", "Ada Lima (Post Producer · senior, today)");
    names_is(&t, "x", "");
    names_is(&t, "soho", ""); /* names, not what was said of them */
    assert_done(store_jobs(t.store, "SOH", 9, &jobs, &t.e), &t.e);
    assert_int_equal(jobs.n, 2);
    assert_string_equal(jobs.items[0].name, "Soho S3");
    name_rows_release(&jobs);
    stored_end(&t);
}

static void last_choices_are_the_latest(void **state)
{
    (void)state;
    struct stored t;
    struct last_choices last;
    stored_memory(&t);
    assert_false(store_last_choices(t.store, &last, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    arena_release(&last.arena);
    stored_plan(&t, "Ada", "Sam", "Soho");
    assert_done(store_last_choices(t.store, &last, &t.e), &t.e);
    assert_string_equal(last.job, "Soho");
    assert_string_equal(last.bank, "post-producer");
    assert_string_equal(last.interviewer, "Sam");
    assert_int_equal(last.level, LEVEL_SENIOR);
    assert_int_equal(last.minutes, 30);
    arena_release(&last.arena);
    stored_end(&t);
}

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
    int64_t kims = submitted(&t, "Ada", "Kim", "A");
    stored_set(&t, stored_start(&t, "Jun", "Kim", ""), (struct slot){FIELD_NOTE, 0, 0}, "weak");
    home_is(&t, 5, "Jun:open |  | Ada:submitted");
    int64_t mine = again(&t, kims, "Sam", "B");
    home_is(&t, 5, "Jun:open | Ada:planned | [Ada:submitted]");
    assert_false(may_see(&t, kims));
    assert_true(may_see(&t, mine));
    struct history h;
    assert_false(store_history(t.store, kims, &h, &t.e));
    names_is(&t, "ada", "Ada (Post Producer · senior, today)");
    start(&t, mine);
    home_is(&t, 5, "Ada:open Jun:open |  | [Ada:submitted]");
    store_set_me(t.store, "Kim"); /* nothing is hidden from who has none */
    home_is(&t, 5, "Ada:open Jun:open |  | Ada:submitted");
    store_set_me(t.store, "Nobody");
    home_is(&t, 5, "Ada:open Jun:open |  | Ada:submitted");
    store_set_me(t.store, "Sam");
    stored_score_all(&t, mine);
    stored_submit(&t, mine);
    home_is(&t, 5, "Jun:open |  | Ada:submitted Ada:submitted");
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
    again(&t, kims, "Sam", "A");
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
    finds(&t, "ada", "Ada:planned [Ada:submitted]");
    finds(&t, "brilliant", "");
    finds(&t, "kim", "");
    f.job = "A";
    list_is(&t, &f, "");
    f = (struct list_filter){.interviewer = "Kim", .level = -1, .state = -1, .limit = 9};
    list_is(&t, &f, "");
    f = (struct list_filter){.level = LEVEL_SENIOR, .state = -1, .limit = 9};
    list_is(&t, &f, "Ada:planned");
    stored_end(&t);
}

/* My own earlier interviews of the candidate hide too; with no name given everybody's are mine. */
static void my_own_earlier_ones_hide_too(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    int64_t first = submitted(&t, "Ada", "Sam", "A");
    int64_t second = again(&t, first, "Sam", "A");
    home_is(&t, 5, " | Ada:planned | [Ada:submitted]");
    assert_false(may_see(&t, first));
    start(&t, second);
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
    int64_t same = submitted(&t, "Ada", "Kim", "A");
    int64_t other = again(&t, same, "Kim", "B");
    start(&t, other);
    stored_score_all(&t, other);
    stored_submit(&t, other);
    int64_t mine = again(&t, same, "Sam", "A");
    start(&t, mine);
    assert_done(store_abandon(t.store, mine, t.at++, &t.e), &t.e);
    assert_false(may_see(&t, same));
    assert_true(may_see(&t, other));
    int64_t next = again(&t, same, "Sam", "A");
    start(&t, next);
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
    struct str message = STR_INIT;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = submitted(&t, "Ada M.", "Kim", ""); /* candidate 1 */
    stored_plan(&t, "Ada Moreau", "Sam", "");          /* candidate 2 */
    submitted(&t, "A. Moreau", "Kim", "");             /* candidate 3 */
    assert_true(may_see(&t, kims));
    stored_try(&t, "UPDATE candidate SET merged_into = 3, changed_at = 5 WHERE id = 1", &message);
    assert_str(&message, "");
    assert_true(may_see(&t, kims));
    stored_try(&t, "UPDATE candidate SET merged_into = 2 WHERE id = 3", &message);
    assert_str(&message, "");
    assert_int_equal(stored_ask(&t, "SELECT root FROM candidate WHERE id = 1"), 2);
    assert_false(may_see(&t, kims));
    home_is(&t, 5, " | Ada Moreau:planned | [A. Moreau:submitted] [Ada M.:submitted]");
    stored_try(&t, "UPDATE candidate SET merged_into = 1 WHERE id = 2", &message);
    assert_true(message.len > 0); /* round in a circle */
    stored_try(&t, "UPDATE candidate SET merged_into = NULL WHERE id = 3", &message);
    assert_str(&message, "");
    assert_int_equal(stored_ask(&t, "SELECT root FROM candidate WHERE id = 1"), 3);
    assert_true(may_see(&t, kims));
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM candidate_change"), 3);
    str_release(&message);
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
    int64_t kims = submitted(&t, "Ada", "Kim", "A");
    int64_t blind = again(&t, kims, "Sam", "A");
    start(&t, blind);
    assert_false(not_blind(&t, blind));
    stored_score_all(&t, blind);
    stored_submit(&t, blind);
    assert_true(may_see(&t, kims)); /* looked at now */
    int64_t later = again(&t, kims, "Sam", "B");
    start(&t, later);
    assert_true(not_blind(&t, later));
    int64_t kims_next = again(&t, kims, "Kim", "B"); /* Kim has looked at nothing */
    start(&t, kims_next);
    store_set_me(t.store, "Kim");
    assert_false(not_blind(&t, kims_next));
    stored_end(&t);
}

static void an_abandoned_one_is_not_taken_up_after_looking(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = submitted(&t, "Ada", "Kim", "B");
    int64_t mine = again(&t, kims, "Sam", "A");
    start(&t, mine);
    assert_done(store_abandon(t.store, mine, t.at++, &t.e), &t.e);
    assert_done(store_reopen(t.store, mine, t.at++, &t.e), &t.e);
    assert_done(store_abandon(t.store, mine, t.at++, &t.e), &t.e);
    t.world.wall = t.at++;
    assert_true(may_see(&t, kims)); /* of another job */
    assert_false(store_reopen(t.store, mine, t.at++, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_end(&t);
}

static bool always(void *data)
{
    ++*(int *)data;
    return true;
}

static void the_next_key_stops_a_list_but_no_write(void **state)
{
    (void)state;
    struct stored t;
    struct interview_rows rows;
    int asked = 0;
    stored_memory(&t);
    for (int i = 0; i < 50; i++)
        stored_start(&t, "Ada", "Sam", "");
    store_set_waiting(t.store, always, &asked);
    struct list_filter f = {.search = "ada", .level = -1, .state = -1, .limit = 50};
    assert_false(store_list(t.store, &f, &rows, &t.e));
    assert_int_equal(t.e.kind, ERR_CANCELLED);
    assert_true(asked > 0);
    assert_int_equal(rows.n, 0);
    stored_start(&t, "Ada", "Sam", "");
    store_set_waiting(t.store, NULL, NULL);
    assert_done(store_list(t.store, &f, &rows, &t.e), &t.e);
    interview_rows_release(&rows);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home_has_three_parts_in_order),
        cmocka_unit_test(a_row_tells_what_it_is),
        cmocka_unit_test(lists_are_filtered_and_paged),
        cmocka_unit_test(search_finds_words_by_their_beginning),
        cmocka_unit_test(search_takes_any_characters),
        cmocka_unit_test(names_complete_newest_first),
        cmocka_unit_test(last_choices_are_the_latest),
        cmocka_unit_test(mine_hides_the_others_until_it_is_submitted),
        cmocka_unit_test(a_hidden_row_tells_nothing),
        cmocka_unit_test(my_own_earlier_ones_hide_too),
        cmocka_unit_test(abandoning_lifts_it_for_other_jobs_only),
        cmocka_unit_test(merged_records_are_one_candidate),
        cmocka_unit_test(starting_after_having_looked_is_marked),
        cmocka_unit_test(an_abandoned_one_is_not_taken_up_after_looking),
        cmocka_unit_test(the_next_key_stops_a_list_but_no_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
