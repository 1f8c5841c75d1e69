/* Home, lists, search and completion: what they show, in which order, and what they must hide. */

#include "store/candidates.h"
#include "support/stored.h"

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
    stored_home_is(&t, 5, " |  | ");
    plan_at(&t, "Whenever", 0);
    plan_at(&t, "Later", STORED_NOW + 200000);
    plan_at(&t, "Sooner", STORED_NOW + 100000);
    stored_start(&t, "Ada", "Sam", "");
    int64_t jun = stored_start(&t, "Jun", "Sam", "");
    stored_submitted(&t, "Tom", "Sam", "");
    stored_home_is(
        &t, 5, "Jun:open Ada:open | Sooner:planned Later:planned Whenever:planned | Tom:submitted");
    assert_done(store_abandon(t.store, jun, t.at, &t.e), &t.e);
    stored_home_is(&t, 5,
                   "Ada:open | Sooner:planned Later:planned Whenever:planned | Jun:abandoned "
                   "Tom:submitted");
    stored_home_is(&t, 2,
                   "Ada:open | Sooner:planned Later:planned ... | Jun:abandoned Tom:submitted");
    stored_end(&t);
}

static void a_row_tells_what_it_is(void **state)
{
    (void)state;
    struct stored t;
    struct interview_rows rows;
    stored_memory(&t);
    int64_t id = stored_submitted(&t, "Léa Fournier", "Sam", "Soho S2");
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
    stored_submitted(&t, "Ada", "Sam", "A");
    stored_submitted(&t, "Ben", "Kim", "B");
    int64_t cid = stored_submitted(&t, "Cid", "Sam", "B");
    stored_start(&t, "Dee", "Sam", "A");
    struct list_filter f = {.level = -1, .state = -1, .limit = 9};
    stored_list_is(&t, &f, "Dee:open Cid:submitted Ben:submitted Ada:submitted");
    f.limit = 2;
    stored_list_is(&t, &f, "Dee:open Cid:submitted ...");
    f.before_id = cid;
    stored_list_is(&t, &f, "Ben:submitted Ada:submitted");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .job = "B"};
    stored_list_is(&t, &f, "Cid:submitted Ben:submitted");
    f.interviewer = "Kim";
    stored_list_is(&t, &f, "Ben:submitted");
    f = (struct list_filter){.level = -1, .state = INTERVIEW_OPEN, .limit = 9};
    stored_list_is(&t, &f, "Dee:open");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .interviewer = "Sam"};
    stored_list_is(&t, &f, "Dee:open Cid:submitted Ada:submitted");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .bank = "post-producer"};
    stored_list_is(&t, &f, "Dee:open Cid:submitted Ben:submitted Ada:submitted");
    f.level = LEVEL_JUNIOR;
    stored_list_is(&t, &f, "");
    f = (struct list_filter){.level = -1, .state = -1, .limit = 9, .job = "no such job"};
    stored_list_is(&t, &f, "");
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
    stored_finds(&t, "hot", ""); /* typing is not indexed per key */
    stored_fold(&t, id, (struct slot){FIELD_NOTE, 0, 0});
    stored_finds(&t, "hot", "Léa Fournier:open");
    stored_finds(&t, "lea", "Léa Fournier:open");
    stored_finds(&t, "LÉA soh", "Léa Fournier:open");
    stored_finds(&t, "tomas", "Tomás Iglesias:open");
    stored_finds(&t, "post", "Tomás Iglesias:open Léa Fournier:open");
    stored_finds(&t, "kim", "Tomás Iglesias:open");
    stored_finds(&t, "lea kim", "");
    stored_finds(&t, "", "Tomás Iglesias:open Léa Fournier:open");
    stored_finds(&t, " \t ", "Tomás Iglesias:open Léa Fournier:open");
    stored_set(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "");
    stored_finds(&t, "hot", "");
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
    stored_finds(&t, "ad -", "Ada:open"); /* a word without a letter asks for nothing */
    stored_end(&t);
}

static bool always(void *data)
{
    ++*(int *)data;
    return true;
}

static void namesakes_are(struct stored *t, const char *name, const char *expected)
{
    struct name_rows names;
    struct str found = STR_INIT;
    assert_done(store_namesakes(t->store, name, 9, &names, &t->e), &t->e);
    for (size_t i = 0; i < names.n; i++)
        str_addf(&found, "%s%lld %s", i > 0 ? ", " : "", (long long)names.items[i].id,
                 names.items[i].name);
    assert_string_equal(found.s, expected);
    str_release(&found);
    name_rows_release(&names);
}

/* However many newer ones begin so; and a waiting key does not make a known person unknown. */
static void a_name_is_known_or_it_is_not(void **state)
{
    (void)state;
    struct stored t;
    int asked = 0;
    stored_memory(&t);
    stored_start(&t, "Léa", "Sam", "");
    for (int i = 0; i < 40; i++)
        stored_start(&t, "Lea Fournier", "Sam", "");
    store_set_waiting(t.store, always, &asked);
    namesakes_are(&t, "lea", "1 Léa");
    namesakes_are(&t, "Lea F", "");
    assert_int_equal(asked, 0);
    stored_end(&t);
}

static void names_complete_newest_first(void **state)
{
    (void)state;
    struct stored t;
    struct name_rows jobs;
    stored_memory(&t);
    stored_submitted(&t, "Ada Moreau", "Sam", "Soho S2");
    stored_submitted(&t, "Ada Lima", "Sam", "Burbank");
    stored_submitted(&t, "Max Adami", "Sam", "Soho S3");
    stored_names_are(&t, "mor", "Ada Moreau (Post Producer · senior, today)");
    stored_names_are(
        &t, "ad",
        "Max Adami (Post Producer · senior, today)Ada Lima (Post Producer · senior, today)");
    stored_names_are(&t, "ada l", "Ada Lima (Post Producer · senior, today)");
    stored_names_are(&t, "x", "");
    stored_names_are(&t, "soho", ""); /* names, not what was said of them */
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

static void a_candidate_is_edited_and_found_anew(void **state)
{
    (void)state;
    struct stored t;
    struct candidate ada;
    struct arena arena = ARENA_INIT;
    stored_disk(&t);
    stored_start(&t, "Ada Moreau", "Sam", "");
    struct candidate change = {.id = 1, .name = "Ada Lima", .email = "ada@example.org"};
    assert_done(store_edit_candidate(t.store, &change, t.at, &t.e), &t.e);
    assert_done(store_edit_candidate(t.store, &change, t.at, &t.e), &t.e); /* nothing new */
    stored_finds(&t, "lima", "Ada Lima:open");
    stored_finds(&t, "moreau", "");
    assert_done(store_candidate(t.store, 1, &ada, &arena, &t.e), &t.e);
    assert_string_equal(ada.name, "Ada Lima");
    assert_string_equal(ada.email, "ada@example.org");
    assert_null(ada.phone);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM candidate_change"), 2);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM candidate_change WHERE field = 'email'"),
                     1);
    change.id = 9;
    assert_false(store_edit_candidate(t.store, &change, t.at, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    arena_release(&arena);
    stored_end(&t);
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
        cmocka_unit_test(a_name_is_known_or_it_is_not),
        cmocka_unit_test(names_complete_newest_first),
        cmocka_unit_test(last_choices_are_the_latest),
        cmocka_unit_test(a_candidate_is_edited_and_found_anew),
        cmocka_unit_test(the_next_key_stops_a_list_but_no_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
