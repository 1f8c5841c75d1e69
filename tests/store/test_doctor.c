/* Doctor finds what is wrong; the log is synced, grown and kept within its bound. */

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "store/db.h"
#include "support/stored.h"

/* As no program of ours would: the guards are switched off. */
static void tamper(struct stored *t, const char *sql)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(t->path.s, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
    sqlite3_close(db);
}

static void finds(struct stored *t, const char *sql, const char *line)
{
    struct str report = STR_INIT;
    tamper(t, sql);
    t->e = (struct err)ERR_INIT;
    assert_false(store_doctor(t->store, &report, &t->e));
    assert_int_equal(t->e.kind, ERR_NONE); /* looking did not fail */
    if (strstr(report.s, line) == NULL)
        fail_msg("no \"%s\" in\n%s", line, report.s);
    str_release(&report);
}

static void a_good_store_is_well(void **state)
{
    (void)state;
    struct stored t;
    struct str report = STR_INIT;
    stored_disk(&t);
    stored_submitted(&t, "Ada", "Sam", "");
    stored_start(&t, "Jun", "Sam", "");
    assert_true(store_doctor(t.store, &report, &t.e));
    assert_null(strstr(report.s, "wrong "));
    assert_non_null(strstr(report.s, "ok     each result is what the scores give (submitted: 1)"));
    assert_non_null(strstr(report.s, "the log has"));
    str_release(&report);
    stored_end(&t);
}

static void what_is_wrong_is_found(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    stored_submitted(&t, "Ada", "Sam", "");
    finds(&t, "UPDATE answer SET mark = '1' WHERE pos = 0",
          "wrong  the stored result of interview 1 is not what its scores give");
    finds(&t, "INSERT INTO note_edit VALUES (1, 'note', 0, 1, 0, 0, 0, 'x')",
          "wrong  notes of a closed interview were left half typed");
    finds(&t, "DELETE FROM search", "wrong  search does not know all interviews (missing: 1)");
    finds(&t, "DELETE FROM candidate", "wrong  a row of \"interview\" points at nothing");
    stored_end(&t);
}

static void a_file_open_to_others_is_told(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    assert_int_equal(chmod(t.path.s, 0644), 0);
    finds(&t, "", "wrong  others may read");
    stored_end(&t);
}

static int64_t log_size(struct stored *t)
{
    struct str path = STR_INIT;
    struct stat st;
    str_addf(&path, "%s-wal", t->path.s);
    assert_int_equal(stat(path.s, &st), 0);
    str_release(&path);
    return (int64_t)st.st_size;
}

static void the_log_is_grown_beforehand_and_bounded(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    store_prepare_log(t.store);
    assert_int_equal(log_size(&t), 4 << 20);
    for (int i = 0; i < 3000; i++) {
        stored_set(&t, id, (struct slot){FIELD_MARK, i % 4, 0}, i / 4 % 2 == 0 ? "2" : "3");
        assert_done(store_sync(t.store, &t.e), &t.e);
    }
    assert_true(log_size(&t) <= 8 << 20);
    stored_end(&t);
}

static void idle_moves_the_log_into_the_file(void **state)
{
    (void)state;
    struct stored t;
    int frames = -1, moved = -2;
    stored_disk(&t);
    stored_start(&t, "Ada", "Sam", "");
    assert_true(t.store->unmoved);
    store_idle(t.store);
    assert_false(t.store->unmoved);
    sqlite3_wal_checkpoint_v2(t.store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &frames, &moved);
    assert_int_equal(frames, moved);
    stored_end(&t);
}

static void sync_is_asked_once(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    assert_done(store_sync(t.store, &t.e), &t.e);
    assert_false(t.store->unsynced);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    stored_set(&t, id, (struct slot){FIELD_HEARD, 0, 0}, "1");
    assert_true(t.store->unsynced);
    assert_done(store_sync(t.store, &t.e), &t.e);
    assert_false(t.store->unsynced);
    struct interview iv;
    stored_load(&t, id, &iv); /* reading leaves nothing to sync */
    interview_release(&iv);
    assert_false(t.store->unsynced);
    stored_end(&t);
}

static void in_memory_there_is_no_log(void **state)
{
    (void)state;
    struct stored t;
    struct str report = STR_INIT;
    stored_memory(&t);
    stored_submitted(&t, "Ada", "Sam", "");
    store_prepare_log(t.store);
    store_idle(t.store);
    assert_done(store_sync(t.store, &t.e), &t.e);
    assert_string_equal(store_path(t.store), ":memory:");
    assert_true(store_doctor(t.store, &report, &t.e));
    str_release(&report);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_store_is_well),
        cmocka_unit_test(what_is_wrong_is_found),
        cmocka_unit_test(a_file_open_to_others_is_told),
        cmocka_unit_test(the_log_is_grown_beforehand_and_bounded),
        cmocka_unit_test(idle_moves_the_log_into_the_file),
        cmocka_unit_test(sync_is_asked_once),
        cmocka_unit_test(in_memory_there_is_no_log),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
