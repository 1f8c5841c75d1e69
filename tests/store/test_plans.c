/* No list reads more because the store has more in it: no scan, no sort, the same number of steps
 * with two thousand sessions as with twenty thousand (a hundred thousand with SLATE_LONG). */

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "store/db.h"
#include "store/kits.h"
#include "support/gen_store.h"
#include "support/stored.h"

static void generate(struct stored *t, int sessions)
{
    struct gen_size size = {.sessions = sessions, .open = 3, .planned = 20, .seed = 7};
    stored_folder(t);
    assert_done(gen_store(t->path.s, &size, &t->e), &t->e);
    stored_open(t);
}

/* ---- everything that is called between two keys ---- */

static void do_home(struct stored *t)
{
    struct home_rows home;
    assert_done(store_home(t->store, 8, &home, &t->e), &t->e);
    assert_int_equal(home.open.n, 3);
    assert_int_equal(home.latest.n, 8);
    home_rows_release(&home);
}

static void do_list(struct stored *t, struct list_filter f)
{
    struct interview_rows rows;
    f.limit = 20;
    assert_done(store_list(t->store, &f, &rows, &t->e), &t->e);
    assert_true(rows.n > 2);
    interview_rows_release(&rows);
}

#define LIST(name, ...)                                                                            \
    static void name(struct stored *t)                                                             \
    {                                                                                              \
        do_list(t, (struct list_filter){.level = -1, .state = -1, __VA_ARGS__});                   \
    }
LIST(do_page, .job = NULL)
LIST(do_next_page, .before_id = 1500)
LIST(do_job, .job = "Delivery")
LIST(do_bank, .bank = "post-producer")
LIST(do_interviewer, .interviewer = "Kim")
LIST(do_search, .search = "wav")
LIST(do_brief_search, .search = "w")
LIST(do_two_words, .search = "wav m")
LIST(do_decision, .decision = "hold")
LIST(do_from, .from = GEN_START + 1000000)
LIST(do_to, .to = GEN_START + 1000000000)

static void do_level(struct stored *t)
{
    do_list(t, (struct list_filter){.level = LEVEL_SENIOR, .state = -1});
}

/* The first page and the last, and what stands before and behind them. */
static void do_pages(struct stored *t, const struct list_filter *f)
{
    struct interview_rows rows, next;
    struct page_from ends[] = {{.back = false}, PAGE_LAST};
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        assert_done(store_page(t->store, f, &ends[i], &rows, &t->e), &t->e);
        assert_int_equal(rows.n, 20);
        struct page_from on = {.key = rows.stopped, .back = ends[i].back};
        assert_done(store_page(t->store, f, &on, &next, &t->e), &t->e);
        assert_int_equal(next.n, 20);
        interview_rows_release(&next);
        interview_rows_release(&rows);
    }
}

static void do_sort(struct stored *t, enum list_sort sort)
{
    struct list_filter f = {.level = -1, .state = -1, .limit = 20, .sort = sort, .kit = 0};
    f.kit = sort == SORT_COMPOSITE;
    do_pages(t, &f);
    f.ascending = true;
    do_pages(t, &f);
}

#define SORT(name, sort)                                                                           \
    static void name(struct stored *t)                                                             \
    {                                                                                              \
        do_sort(t, sort);                                                                          \
    }
SORT(by_date, SORT_DATE)
SORT(by_candidate, SORT_CANDIDATE)
SORT(by_job, SORT_JOB)
SORT(by_bank, SORT_BANK)
SORT(by_level, SORT_LEVEL)
SORT(by_interviewer, SORT_INTERVIEWER)
SORT(by_state, SORT_STATE)
SORT(by_decision, SORT_DECISION)
SORT(by_composite, SORT_COMPOSITE)
SORT(by_end, SORT_ENDED)

static void do_state(struct stored *t)
{
    do_list(t, (struct list_filter){.level = -1, .state = INTERVIEW_SUBMITTED});
}

static void do_names(struct stored *t)
{
    struct name_rows names;
    assert_done(store_candidates(t->store, "mor", 8, &names, &t->e), &t->e);
    assert_int_equal(names.n, 8);
    name_rows_release(&names);
    assert_done(store_candidates(t->store, "", 8, &names, &t->e), &t->e);
    name_rows_release(&names);
}

static void do_last(struct stored *t)
{
    struct last_choices last;
    assert_done(store_last_choices(t->store, &last, &t->e), &t->e);
    arena_release(&last.arena);
}

static void do_load(struct stored *t)
{
    struct interview iv;
    store_set_me(t->store, "nobody");
    stored_load(t, 1000, &iv);
    interview_release(&iv);
    store_set_me(t->store, NULL);
}

static void do_record(struct stored *t)
{
    int64_t id = stored_ask(t, "SELECT min(id) FROM interview WHERE state = 'open'");
    stored_set(t, id, (struct slot){FIELD_MARK, 0, 0}, "3");
    stored_set(t, id, (struct slot){FIELD_HEARD, 0, 0}, "1");
    stored_type(t, id, (struct slot){FIELD_NOTE, 7, 0}, "x");
    struct store_place p = {.stage = STAGE_QUESTIONS, .at = 1};
    assert_done(store_place(t->store, id, &p, &t->e), &t->e);
}

static void count_visit(void *data, int64_t interview, const struct mark *marks)
{
    (void)interview;
    (void)marks;
    ++*(int *)data;
}

/* They read all of a kit or a job, which grows with the store: by an index, without a sort. */
static void do_compare(struct stored *t)
{
    struct scored_list list;
    struct job_kits kits;
    struct job_counts counts;
    int seen = 0;
    int64_t id = stored_ask(t, "SELECT max(id) FROM interview WHERE state = 'submitted'");
    store_set_me(t->store, "nobody");
    assert_done(store_scored(t->store, &id, 1, &list, &t->e), &t->e);
    scored_list_release(&list);
    assert_done(store_job_kit_of(t->store, id, &kits, &t->e), &t->e);
    assert_done(store_job_scored(t->store, &kits.items[0], &list, &counts, &t->e), &t->e);
    assert_true(list.n > 10);
    scored_list_release(&list);
    struct kit_visitor v = {count_visit, &seen};
    assert_done(store_kit_marks(t->store, kits.items[0].kit, &v, &t->e), &t->e);
    assert_true(seen > 1000);
    job_kits_release(&kits);
    store_set_me(t->store, NULL);
}

static void (*const calls[])(struct stored *) = {
    do_home,      do_page,        do_next_page, do_job,   do_bank,        do_interviewer,
    do_state,     do_interviewer, do_search,    do_names, do_last,        do_load,
    do_record,    do_decision,    do_from,      do_to,    do_level,       by_date,
    by_candidate, by_job,         by_bank,      by_level, by_interviewer, by_state,
    by_decision,  by_composite,   by_end};

/* How far these must read depends on the words that stand there. */
static void (*const by_letters[])(struct stored *) = {do_brief_search, do_two_words};

/* ---- plans ---- */

/* A materialized handful, the index's own way through its words, the newest until there are enough.
 */
static bool fine(const char *detail)
{
    static const char *const allowed[] = {"SCAN p",          "SCAN search VIRTUAL TABLE",
                                          "SCAN i",          "SCAN CONSTANT ROW",
                                          "SCAN (subquery-", "SCAN tick_now",
                                          "SCAN note_now"};
    if (strstr(detail, "TEMP B-TREE") != NULL || strstr(detail, "AUTOMATIC") != NULL)
        return false;
    for (size_t i = 0; i < COUNT_OF(allowed); i++)
        if (str_starts(detail, allowed[i]))
            return true;
    return !str_starts(detail, "SCAN");
}

static void check_plan(sqlite3 *db, const char *sql)
{
    struct str explain = STR_INIT;
    sqlite3_stmt *stmt;
    str_addf(&explain, "EXPLAIN QUERY PLAN %s", sql);
    assert_int_equal(sqlite3_prepare_v2(db, explain.s, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(stmt, 3);
        if (!fine(detail))
            fail_msg("%s\nin: %s", detail, sql);
    }
    sqlite3_finalize(stmt);
    str_release(&explain);
}

static void no_list_scans_or_sorts(void **state)
{
    (void)state;
    struct stored t;
    int seen = 0;
    generate(&t, 2000);
    for (size_t i = 0; i < COUNT_OF(calls); i++)
        calls[i](&t);
    do_compare(&t);
    for (size_t i = 0; i < COUNT_OF(by_letters); i++)
        by_letters[i](&t);
    for (size_t i = 0; i < KEPT_STATEMENTS; i++) {
        const char *sql = t.store->kept[i].sql;
        if (sql == NULL || str_starts(sql, "PRAGMA") || strstr(sql, "INTO search") != NULL)
            continue;
        check_plan(t.store->db, sql);
        seen++;
    }
    assert_true(seen > 30);
    stored_end(&t);
}

/* ---- steps ---- */

static int steps_of(struct stored *t, void (*call)(struct stored *))
{
    int steps = 0;
    call(t); /* prepared */
    for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(t->store->db, s)) != NULL;)
        sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 1);
    call(t);
    for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(t->store->db, s)) != NULL;)
        steps += sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 1);
    return steps;
}

static void no_call_costs_more_in_a_large_store(void **state)
{
    (void)state;
    struct stored small, large;
    generate(&small, 2000);
    generate(&large, getenv("SLATE_LONG") != NULL ? 100000 : 20000);
    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        int few = steps_of(&small, calls[i]), many = steps_of(&large, calls[i]);
        if (many > few + few / 10)
            fail_msg("call %zu: %d steps with 2000 sessions, %d with more", i, few, many);
    }
    stored_end(&small);
    stored_end(&large);
}

static void a_generated_store_is_a_good_one(void **state)
{
    (void)state;
    struct stored t;
    struct str report = STR_INIT;
    generate(&t, 500);
    if (!store_doctor(t.store, &report, &t.e))
        fail_msg("%s%s", report.s, t.e.text);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM interview WHERE state = 'submitted'"),
                     477);
    str_release(&report);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_list_scans_or_sorts),
        cmocka_unit_test(no_call_costs_more_in_a_large_store),
        cmocka_unit_test(a_generated_store_is_a_good_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
