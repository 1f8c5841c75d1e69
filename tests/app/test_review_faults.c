/* Looking at past sessions while the store cannot be written: it turned read-only, or another
 * program holds it. Lists go on; what would have to be noted (that a session was seen, a
 * correction, an export) is refused in words, changes nothing, and works again afterwards. */

#include <sqlite3.h>
#include <string.h>

#include "app/amending.h"
#include "app/candidates.h"
#include "app/comparison.h"
#include "app/export.h"
#include "app/sessions.h"
#include "app/viewing.h"
#include "base/file.h"
#include "base/path.h"
#include "store/store.h"
#include "support/desk.h"
#include "support/stored.h"

struct room {
    struct desk d;
    struct sessions list;
    struct str out;
    int64_t ada, jun;
    struct err e;
};

static int64_t submitted(struct desk *d, const char *candidate)
{
    struct live *live = desk_call(d, candidate);
    int64_t id = live_interview(live)->id;
    desk_finish(live);
    live_close(live);
    return id;
}

static void set_up(struct room *r)
{
    *r = (struct room){.e = ERR_INIT, .out = STR_INIT};
    desk_make(&r->d);
    r->ada = submitted(&r->d, "Ada Moreau");
    r->jun = submitted(&r->d, "Jun Watanabe");
    path_join(&r->out, r->d.home.s, "out.csv");
    sessions_init(&r->list, &r->d.app);
    assert_done(sessions_resize(&r->list, 10, &r->e), &r->e);
    assert_done(sessions_open(&r->list, &r->e), &r->e);
}

static void tear_down(struct room *r)
{
    sessions_release(&r->list);
    str_release(&r->out);
    desk_remove(&r->d);
}

static void lists_go_on(struct room *r)
{
    int64_t candidate;
    assert_done(sessions_set_search(&r->list, "ada", &r->e), &r->e);
    assert_int_equal(sessions_lines(&r->list), 1);
    assert_done(sessions_set_search(&r->list, "", &r->e), &r->e);
    assert_done(sessions_set_sort(&r->list, SORT_CANDIDATE, true, &r->e), &r->e);
    assert_done(sessions_refresh(&r->list, &r->e), &r->e);
    assert_int_equal(sessions_lines(&r->list), 2);
    assert_done(candidates_of(&r->d.app, r->ada, &candidate, &r->e), &r->e);
}

static bool export_all(struct room *r)
{
    struct export_request what = {.format = "csv"};
    struct export_file file = {r->out.s, false};
    struct export_result done;
    return export_to_file(&r->d.app, &what, &file, &done, &r->e);
}

static bool amend(struct room *r)
{
    struct amend_request a = {r->ada, {FIELD_MARK, 0, 0}, "2", "misheard"};
    return amend_set(&r->d.app, &a, &r->e);
}

static bool compare(struct room *r, struct comparison *c)
{
    const int64_t ids[] = {r->ada, r->jun};
    return comparison_make(&r->d.app, ids, 2, c, &r->e);
}

/* Results stand on it. */
static bool candidate_page(struct room *r)
{
    struct candidate_file file;
    int64_t id;
    if (!candidates_of(&r->d.app, r->ada, &id, &r->e) ||
        !candidates_load(&r->d.app, id, &file, &r->e))
        return false;
    candidate_file_release(&file);
    return true;
}

static void nothing_is_noted(struct room *r, enum err_kind kind, const char *words)
{
    struct interview iv;
    struct comparison c;
    desk_refused(view_interview(&r->d.app, r->ada, &iv, &r->e), &r->e, kind, words);
    desk_refused(compare(r, &c), &r->e, kind, words);
    desk_refused(candidate_page(r), &r->e, kind, words);
    desk_refused(export_all(r), &r->e, kind, words);
    assert_false(file_exists(r->out.s));
    desk_refused(amend(r), &r->e, kind, words);
}

static void all_works_again(struct room *r)
{
    struct interview iv;
    struct comparison c;
    assert_done(view_interview(&r->d.app, r->ada, &iv, &r->e), &r->e);
    assert_int_equal(iv.n_amendments, 0);
    interview_release(&iv);
    assert_done(compare(r, &c), &r->e);
    assert_done(candidate_page(r), &r->e);
    comparison_release(&c);
    assert_done(export_all(r), &r->e);
    assert_true(file_exists(r->out.s));
    assert_done(amend(r), &r->e);
    assert_done(sessions_remember(&r->list, &r->e), &r->e);
}

static void a_store_that_turns_read_only(void **state)
{
    (void)state;
    struct room r;
    set_up(&r);
    assert_true(stored_fill_disk(r.d.app.store, true));
    lists_go_on(&r);
    nothing_is_noted(&r, ERR_STORE, "may not be written");
    assert_false(sessions_remember(&r.list, &r.e));
    r.e = (struct err)ERR_INIT;
    assert_true(stored_fill_disk(r.d.app.store, false));
    all_works_again(&r);
    tear_down(&r);
}

static void a_store_that_another_program_holds(void **state)
{
    (void)state;
    struct room r;
    sqlite3 *other = NULL;
    set_up(&r);
    assert_int_equal(sqlite3_open(r.d.db.s, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    lists_go_on(&r);
    /* Leaving the list waits for nobody: seconds are what everything else waits. */
    int64_t before = sys_real().mono_ms(&r.d.app.sys);
    desk_refused(sessions_remember(&r.list, &r.e), &r.e, ERR_BUSY, "try again");
    assert_true(sys_real().mono_ms(&r.d.app.sys) - before < 1000);
    nothing_is_noted(&r, ERR_BUSY, "try again");
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    all_works_again(&r);
    tear_down(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_store_that_turns_read_only),
        cmocka_unit_test(a_store_that_another_program_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
