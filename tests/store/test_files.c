/* Opening: new files, files that are not ours, broken ones, and older ones. What is refused is left
 * as it was, to the byte. */

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vec.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "support/stored.h"

static int mode_of(const char *path, const char *suffix)
{
    struct str name = STR_INIT;
    struct stat st;
    str_addf(&name, "%s%s", path, suffix);
    int mode = stat(name.s, &st) == 0 ? (int)(st.st_mode & 0777) : -1;
    str_release(&name);
    return mode;
}

static struct hash bytes_of(const char *path)
{
    struct str bytes = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(file_read(path, 64 << 20, &bytes, NULL, &e), &e);
    struct hash h = hash_of(bytes.s, bytes.len);
    str_release(&bytes);
    return h;
}

/* Opening must fail with these words and leave the file alone. */
static void refuses(struct stored *t, const char *words)
{
    struct store_setup setup = {.path = t->path.s, .sys = &t->sys};
    struct hash before = bytes_of(t->path.s);
    t->e = (struct err)ERR_INIT;
    struct store *s = store_open(&setup, &t->e);
    assert_null(s);
    assert_int_equal(t->e.kind, ERR_STORE);
    if (strstr(t->e.text, words) == NULL || strstr(t->e.text, t->path.s) == NULL)
        fail_msg("expected \"%s\" and the name of the file in: %s", words, t->e.text);
    struct hash after = bytes_of(t->path.s);
    assert_true(hash_same(&before, &after));
}

/* A database with an interview in it, closed. */
static void closed(struct stored *t)
{
    stored_disk(t);
    stored_start(t, "Ada", "Sam", "");
    store_close(t->store);
    t->store = NULL;
}

static void run(struct stored *t, const char *sql)
{
    struct str message = STR_INIT;
    stored_try(t, sql, &message);
    assert_str(&message, "");
}

static void a_new_file_is_for_its_owner_alone(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    store_close(t.store);
    str_clear(&t.path);
    str_addf(&t.path, "%s/a/b/slate.db", t.folder.s);
    stored_open(&t);
    stored_start(&t, "Ada", "Sam", "");
    assert_int_equal(mode_of(t.path.s, ""), 0600);
    assert_int_equal(mode_of(t.path.s, "-wal"), 0600);
    assert_int_equal(mode_of(t.path.s, "-shm"), 0600);
    assert_done(store_claim(t.store, 1, &t.e), &t.e);
    assert_int_equal(mode_of(t.path.s, "-open"), 0600);
    struct stat st;
    struct str folder = STR_INIT;
    str_addf(&folder, "%s/a/b", t.folder.s);
    assert_int_equal(stat(folder.s, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    str_release(&folder);
    stored_end(&t);
}

static void a_name_is_a_name(void **state)
{
    (void)state;
    static const char *const odd[] = {"file:a.db?mode=memory", ":memory:", "a b'c.db"};
    struct stored t;
    struct str here = STR_INIT;
    char cwd[4096];
    stored_disk(&t);
    store_close(t.store);
    assert_non_null(getcwd(cwd, sizeof cwd));
    assert_int_equal(chdir(t.folder.s), 0);
    for (size_t i = 0; i < COUNT_OF(odd); i++) {
        str_set(&t.path, odd[i]);
        stored_open(&t);
        store_close(t.store);
        str_clear(&here);
        str_addf(&here, "./%s", odd[i]);
        assert_true(file_exists(here.s));
    }
    t.store = NULL;
    assert_int_equal(chdir(cwd), 0);
    str_release(&here);
    stored_end(&t);
}

static void it_is_not_made_when_it_must_exist(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    struct store_setup setup = {.path = "/nowhere/slate.db", .sys = &t.sys, .must_exist = true};
    assert_null(store_open(&setup, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    assert_non_null(strstr(t.e.text, "/nowhere/slate.db"));
    stored_end(&t);
}

static void an_empty_file_is_a_new_one(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    store_close(t.store);
    scratch_write(t.folder.s, "empty.db", "", 0);
    str_clear(&t.path);
    str_addf(&t.path, "%s/empty.db", t.folder.s);
    stored_open(&t);
    stored_start(&t, "Ada", "Sam", "");
    stored_end(&t);
}

static void a_newer_file_is_refused(void **state)
{
    (void)state;
    struct stored t;
    closed(&t);
    run(&t, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
    refuses(&t, "newer slate");
    stored_end(&t);
}

static void a_file_of_another_program_is_refused(void **state)
{
    (void)state;
    struct stored t;
    closed(&t);
    run(&t, "PRAGMA application_id = 77; PRAGMA wal_checkpoint(TRUNCATE)");
    refuses(&t, "another program");
    run(&t, "PRAGMA application_id = 0; PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE)");
    refuses(&t, "another program");
    stored_end(&t);
}

static void garbage_is_refused(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 15, 16, 99, 100, 511, 512, 4095, 4096, 20000};
    static char bytes[20000];
    struct stored t;
    uint64_t seed = seed_start("garbage");
    stored_disk(&t);
    store_close(t.store);
    t.store = NULL;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)seed_next(&seed);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        scratch_write(t.folder.s, "slate.db", bytes, sizes[i]);
        refuses(&t, "not a slate database");
    }
    memset(bytes, 0, sizeof bytes); /* a file of zeros is what a power cut may leave */
    scratch_write(t.folder.s, "slate.db", bytes, 4096);
    refuses(&t, "not a slate database");
    stored_end(&t);
}

static void a_truncated_file_is_refused(void **state)
{
    (void)state;
    struct stored t;
    struct str whole = STR_INIT;
    closed(&t);
    assert_done(file_read(t.path.s, 64 << 20, &whole, NULL, &t.e), &t.e);
    for (size_t n = 4096; n < whole.len; n += 4096 * 7) {
        scratch_write(t.folder.s, "slate.db", whole.s, n);
        refuses(&t, "damaged");
    }
    scratch_write(t.folder.s, "slate.db", whole.s, whole.len);
    stored_open(&t);
    str_release(&whole);
    stored_end(&t);
}

static void a_broken_schema_is_refused_at_once(void **state)
{
    (void)state;
    struct stored t;
    struct str whole = STR_INIT;
    closed(&t);
    assert_done(file_read(t.path.s, 64 << 20, &whole, NULL, &t.e), &t.e);
    memset(whole.s + 100, 0x5A, 3000);
    scratch_write(t.folder.s, "slate.db", whole.s, whole.len);
    refuses(&t, "damaged");
    str_release(&whole);
    stored_end(&t);
}

static void a_folder_is_refused(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    store_close(t.store);
    t.store = NULL;
    struct store_setup setup = {.path = t.folder.s, .sys = &t.sys};
    assert_null(store_open(&setup, &t.e));
    assert_int_equal(t.e.kind, ERR_STORE);
    assert_non_null(strstr(t.e.text, t.folder.s));
    stored_end(&t);
}

/* Nobody may write it: root may, so the test is not root meanwhile. */
static void a_file_that_may_not_be_written_is_refused(void **state)
{
    (void)state;
    struct stored t;
    bool root = geteuid() == 0;
    closed(&t);
    assert_int_equal(chmod(t.path.s, 0444), 0);
    assert_int_equal(chmod(t.folder.s, 0555), 0);
    if (root)
        assert_int_equal(seteuid(65534), 0);
    struct store_setup setup = {.path = t.path.s, .sys = &t.sys};
    struct store *s = store_open(&setup, &t.e);
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod(t.folder.s, 0700), 0);
    assert_null(s);
    assert_int_equal(t.e.kind, ERR_STORE);
    assert_non_null(strstr(t.e.text, t.path.s));
    stored_end(&t);
}

static void a_file_that_is_held_is_busy(void **state)
{
    (void)state;
    struct stored t;
    sqlite3 *other;
    closed(&t);
    assert_int_equal(sqlite3_open(t.path.s, &other), SQLITE_OK);
    stored_open(&t);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    struct store_write w = {.interview = 1, .slot = {FIELD_MARK, 0, 0}};
    assert_false(store_set(t.store, &w, "3", &t.e));
    assert_int_equal(t.e.kind, ERR_BUSY);
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    assert_done(store_set(t.store, &w, "3", &t.e), &t.e);
    sqlite3_close(other);
    stored_end(&t);
}

/* A copy made by VACUUM INTO has no log; put in place of the file it gets one. */
static void a_copy_put_in_place_gets_its_log_back(void **state)
{
    (void)state;
    struct stored t;
    struct str sql = STR_INIT;
    closed(&t);
    str_addf(&sql, "VACUUM INTO '%s/copy.db'", t.folder.s);
    run(&t, sql.s);
    str_clear(&t.path);
    str_addf(&t.path, "%s/copy.db", t.folder.s);
    stored_open(&t);
    stored_start(&t, "Jun", "Sam", "");
    assert_int_equal(mode_of(t.path.s, "-wal"), mode_of(t.path.s, ""));
    str_release(&sql);
    stored_end(&t);
}

/* ---- migrating, with steps of the test's own ---- */

static const char *const to_two[] = {"CREATE TABLE added (x)", "PRAGMA user_version = 2", NULL};
static const char *const to_three[] = {"INSERT INTO added VALUES (3)", "PRAGMA user_version = 3",
                                       NULL};
static const char *const to_nowhere[] = {"INSERT INTO added VALUES (4)", "PRAGMA user_version = 4",
                                         "INSERT INTO missing VALUES (1)", NULL};
static const char *const *const steps[] = {NULL, to_two, to_three, to_nowhere};

static void an_older_file_is_copied_then_raised(void **state)
{
    (void)state;
    struct stored t;
    struct str other = STR_INIT;
    struct migrations all = {steps, 3};
    stored_disk(&t);
    stored_start(&t, "Ada", "Sam", "");
    run(&t, "PRAGMA user_version = 1");
    str_addf(&other, "%s-v1", t.path.s);
    scratch_write("/", other.s, "mine", 4);
    assert_done(migrate_run(t.store, all, 1, &t.e), &t.e);
    assert_int_equal(stored_ask(&t, "SELECT x FROM added"), 3);
    assert_int_equal(stored_ask(&t, "PRAGMA user_version"), 3);
    assert_int_equal(mode_of(t.path.s, "-v1-2"), 0600); /* what was there is not overwritten */
    str_release(&other);
    str_add(&t.path, "-v1-2");
    assert_int_equal(stored_ask(&t, "PRAGMA user_version"), 1);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM interview"), 1);
    stored_end(&t);
}

static void a_step_that_fails_changes_nothing(void **state)
{
    (void)state;
    struct stored t;
    struct migrations all = {steps, 4};
    stored_disk(&t);
    run(&t, "PRAGMA user_version = 1");
    assert_false(migrate_run(t.store, all, 1, &t.e));
    assert_int_equal(t.e.kind, ERR_STORE);
    assert_int_equal(stored_ask(&t, "PRAGMA user_version"), 3); /* the steps before it stand */
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM added"), 1);
    assert_int_equal(mode_of(t.path.s, "-v1"), 0600);
    assert_false(migrate_run(t.store, all, 3, &t.e)); /* however often it is tried: no copy */
    str_add(&t.path, "-v3");
    assert_false(file_exists(t.path.s));
    stored_end(&t);
}

/* A file as version 1 left it: all that came later is taken out again. */
static void make_first(struct stored *t)
{
    run(t, "DROP TRIGGER result_outcome_first; DROP TRIGGER result_outcome;"
           "DROP TRIGGER decision_outcome; DROP TABLE outcome; DROP INDEX candidate_fold;"
           "DROP INDEX job_fold; DROP INDEX interview_level;"
           "DROP TRIGGER amendment_sound; DROP TRIGGER void_sound; PRAGMA user_version = 1");
    assert_int_equal(stored_ask(t, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE "
                                   "'%outcome%'"),
                     0);
}

static void decide(struct stored *t, int64_t id, enum decision decision)
{
    struct store_decision d = {decision, "why", t->at};
    assert_done(store_decide(t->store, id, &d, &t->e), &t->e);
}

static const char *const kept[] = {"SELECT * FROM interview", "SELECT * FROM answer",
                                   "SELECT * FROM note",      "SELECT * FROM decision",
                                   "SELECT * FROM result",    "SELECT * FROM candidate"};

static char told[256];

static void tell(const char *path)
{
    snprintf(told, sizeof told, "%s", path);
}

static void that_a_file_is_updated_is_told_once(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    struct store_setup setup = {.path = t.path.s, .sys = &t.sys, .updating = tell};
    make_first(&t);
    store_close(t.store);
    t.store = store_open(&setup, &t.e);
    assert_non_null(t.store);
    assert_string_equal(told, t.path.s);
    told[0] = '\0';
    store_close(t.store);
    t.store = store_open(&setup, &t.e);
    assert_string_equal(told, "");
    stored_end(&t);
}

static void a_file_of_version_one_keeps_everything(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    int64_t ada = stored_submitted(&t, "Ada", "Sam", "Soho");
    decide(&t, ada, DECISION_HOLD);
    decide(&t, ada, DECISION_ADVANCE);
    stored_submitted(&t, "Ben", "Kim", "");
    stored_start(&t, "Cid", "Sam", "");
    make_first(&t);
    struct hash before = stored_hash(&t, kept, COUNT_OF(kept));
    stored_reopen(&t);
    struct hash after = stored_hash(&t, kept, COUNT_OF(kept));
    assert_true(hash_same(&before, &after));
    assert_int_equal(stored_ask(&t, "PRAGMA user_version"), schema_version);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM outcome o JOIN result r USING (interview)"
                                    " JOIN interview i ON i.id = o.interview WHERE o.kit = i.kit"
                                    " AND o.listed_at = i.listed_at AND o.tenths IS r.tenths"
                                    " AND o.questions = r.asked"),
                     2);
    assert_int_equal(stored_ask(&t, "SELECT interview FROM outcome WHERE decision = 'advance'"),
                     ada);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM outcome WHERE decision = ''"), 1);
    decide(&t, ada, DECISION_REJECT); /* and is kept up */
    assert_int_equal(stored_ask(&t, "SELECT interview FROM outcome WHERE decision = 'reject'"),
                     ada);
    assert_int_equal(mode_of(t.path.s, "-v1"), 0600);
    stored_end(&t);
}

/* Deleted, or another file put under its name: what was recorded is kept beside it, up to date. */
static void a_file_that_is_taken_away_is_rescued(void **state)
{
    (void)state;
    struct stored t;
    struct str copy = STR_INIT;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    assert_done(store_sync(t.store, &t.e), &t.e);
    assert_int_equal(unlink(t.path.s), 0);
    assert_done(store_sync(t.store, &t.e), &t.e); /* nothing was recorded since */
    for (int n = 1; n <= 2; n++) {
        t.e = (struct err)ERR_INIT;
        stored_set(&t, id, (struct slot){FIELD_MARK, 0, 0}, n == 1 ? "3" : "4");
        assert_false(store_sync(t.store, &t.e));
        assert_int_equal(t.e.kind, ERR_STORE);
        assert_non_null(strstr(t.e.text, "slate.db-rescued: leave slate"));
    }
    assert_int_equal(mode_of(t.path.s, "-rescued"), 0600);
    assert_int_equal(mode_of(t.path.s, "-rescued-new"), -1);
    store_close(t.store);
    str_addf(&copy, "%s-rescued", t.path.s);
    assert_int_equal(rename(copy.s, t.path.s), 0);
    stored_open(&t);
    assert_int_equal(stored_ask(&t, "SELECT score FROM answer WHERE pos = 0"), 4);
    str_release(&copy);
    stored_end(&t);
}

/* Its log was turned on, which writes the first page, and then the machine stopped. */
static void a_file_of_one_page_goes_on_to_be_made(void **state)
{
    (void)state;
    struct stored t;
    struct stat st;
    sqlite3 *db;
    stored_folder(&t);
    assert_int_equal(sqlite3_open(t.path.s, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db, "PRAGMA page_size = 2048; PRAGMA journal_mode = WAL", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(stat(t.path.s, &st), 0);
    assert_int_equal(st.st_size, 2048);
    stored_open(&t);
    stored_plan(&t, "Ada", "Sam", "");
    assert_int_equal(stored_ask(&t, "PRAGMA page_size"), 2048);
    store_close(t.store);
    t.store = NULL;
    assert_int_equal(truncate(t.path.s, 2047), 0);
    refuses(&t, "not a slate database");
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file_is_for_its_owner_alone),
        cmocka_unit_test(a_name_is_a_name),
        cmocka_unit_test(it_is_not_made_when_it_must_exist),
        cmocka_unit_test(an_empty_file_is_a_new_one),
        cmocka_unit_test(a_newer_file_is_refused),
        cmocka_unit_test(a_file_of_another_program_is_refused),
        cmocka_unit_test(garbage_is_refused),
        cmocka_unit_test(a_truncated_file_is_refused),
        cmocka_unit_test(a_broken_schema_is_refused_at_once),
        cmocka_unit_test(a_folder_is_refused),
        cmocka_unit_test(a_file_that_may_not_be_written_is_refused),
        cmocka_unit_test(a_file_that_is_held_is_busy),
        cmocka_unit_test(a_copy_put_in_place_gets_its_log_back),
        cmocka_unit_test(an_older_file_is_copied_then_raised),
        cmocka_unit_test(a_step_that_fails_changes_nothing),
        cmocka_unit_test(that_a_file_is_updated_is_told_once),
        cmocka_unit_test(a_file_of_version_one_keeps_everything),
        cmocka_unit_test(a_file_that_is_taken_away_is_rescued),
        cmocka_unit_test(a_file_of_one_page_goes_on_to_be_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
