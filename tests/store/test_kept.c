/* The rows of home beside the database: used where they are surely right, and in no other case. */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vec.h"
#include "store/kept.h"
#include "store/kept_rows.h"
#include "support/stored.h"

#define LIMIT 3
#define TICK  2000 /* ms: what was written within it is not trusted */

/* ---- a database at rest, with rows kept beside it ---- */

static void path_of(const struct stored *t, const char *suffix, struct str *out)
{
    str_clear(out);
    str_addf(out, "%s%s", t->path.s, suffix);
}

/* When the file system says that the database was changed last. */
static int64_t changed_ms(const struct stored *t)
{
    struct stat st;
    assert_int_equal(stat(t->path.s, &st), 0);
    return (int64_t)st.st_ctim.tv_sec * 1000 + st.st_ctim.tv_nsec / 1000000;
}

static void settle(struct stored *t)
{
    t->world.wall = changed_ms(t) + TICK + 1;
}

static void keep(struct stored *t)
{
    struct home_rows rows;
    stored_open(t);
    assert_done(store_home(t->store, LIMIT, &rows, &t->e), &t->e);
    store_keep_home(t->store, &rows);
    home_rows_release(&rows);
    store_close(t->store);
    t->store = NULL;
}

static void fill(struct stored *t)
{
    stored_disk(t);
    stored_start(t, "Ada Moreau", "Sam", "Night Ferry");
    stored_plan(t, "Jun Watanabe", "Sam", "");
    stored_submitted(t,
                     "L\xC3\xA9"
                     "a Fournier",
                     "Noor", "Soho S2");
    for (int i = 0; i < LIMIT + 1; i++)
        stored_plan(t, "One of many", "Sam", "Soho S2");
    store_close(t->store);
    t->store = NULL;
}

static void make(struct stored *t)
{
    fill(t);
    settle(t);
    keep(t);
}

static bool kept_for(struct stored *t, const char *me, int limit, struct str *bytes)
{
    struct home_rows rows;
    struct store_setup setup = {.path = t->path.s, .sys = &t->sys, .me = me};
    bool kept = store_kept_home(&setup, limit, &rows);
    if (kept && bytes != NULL)
        kept_add_rows(bytes, &rows);
    if (!kept)
        assert_int_equal(rows.open.n + rows.planned.n + rows.latest.n, 0);
    home_rows_release(&rows);
    return kept;
}

static bool is_kept(struct stored *t)
{
    return kept_for(t, NULL, LIMIT, NULL);
}

/* ---- tests ---- */

static void what_is_kept_is_what_home_reads(void **state)
{
    (void)state;
    struct stored t;
    struct home_rows rows;
    struct str kept = STR_INIT, read = STR_INIT, path = STR_INIT;
    struct stat st;
    make(&t);
    assert_true(kept_for(&t, NULL, LIMIT, &kept));
    stored_open(&t);
    assert_done(store_home(t.store, LIMIT, &rows, &t.e), &t.e);
    kept_add_rows(&read, &rows);
    assert_int_equal(rows.open.n, 1);
    assert_int_equal(rows.planned.n, LIMIT);
    assert_true(rows.planned.more);
    assert_int_equal(kept.len, read.len);
    assert_memory_equal(kept.s, read.s, read.len);
    path_of(&t, "-home", &path);
    assert_int_equal(stat(path.s, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    home_rows_release(&rows);
    str_release(&kept);
    str_release(&read);
    str_release(&path);
    stored_end(&t);
}

static void rows_of_a_file_just_written_are_not_kept(void **state)
{
    (void)state;
    struct stored t;
    fill(&t);
    t.world.wall = changed_ms(&t) + TICK - 1;
    keep(&t);
    assert_false(is_kept(&t));
    settle(&t);
    keep(&t);
    assert_true(is_kept(&t));
    stored_end(&t);
}

/* Who looks decides what is hidden, and how many are asked for what stands there. */
static void they_are_of_one_person_and_one_limit(void **state)
{
    (void)state;
    struct stored t;
    make(&t);
    assert_true(is_kept(&t));
    assert_false(kept_for(&t, NULL, LIMIT + 1, NULL));
    assert_false(kept_for(&t, "Sam", LIMIT, NULL));
    assert_false(kept_for(&t, "", LIMIT, NULL));
    t.me = "Sam";
    keep(&t);
    assert_true(kept_for(&t, "Sam", LIMIT, NULL));
    assert_false(kept_for(&t, "Noor", LIMIT, NULL));
    assert_false(is_kept(&t));
    stored_end(&t);
}

static void touch(struct stored *t)
{
    struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = 1}};
    assert_int_equal(utimensat(AT_FDCWD, t->path.s, times, 0), 0);
}

static void change_mode(struct stored *t)
{
    assert_int_equal(chmod(t->path.s, 0640), 0);
}

static void replace_by_copy(struct stored *t)
{
    struct str bytes = STR_INIT;
    assert_done(file_read(t->path.s, 64 << 20, &bytes, NULL, &t->e), &t->e);
    assert_int_equal(unlink(t->path.s), 0);
    scratch_write(t->folder.s, "slate.db", bytes.s, bytes.len);
    str_release(&bytes);
}

static void move_behind_link(struct stored *t)
{
    struct str real = STR_INIT;
    path_of(t, "-elsewhere", &real);
    assert_int_equal(rename(t->path.s, real.s), 0);
    assert_int_equal(symlink(real.s, t->path.s), 0);
    str_release(&real);
}

static void lose(struct stored *t)
{
    assert_int_equal(unlink(t->path.s), 0);
}

static void leave_in_log(struct stored *t)
{
    scratch_write(t->folder.s, "slate.db-wal", "x", 1);
}

static void write_elsewhere(struct stored *t)
{
    struct str message = STR_INIT;
    stored_try(t, "UPDATE candidate SET phone = '1'", &message);
    assert_str(&message, "");
    str_release(&message);
}

static void put_folder_there(struct stored *t)
{
    struct str path = STR_INIT;
    path_of(t, "-home", &path);
    assert_int_equal(unlink(path.s), 0);
    assert_int_equal(mkdir(path.s, 0700), 0);
    str_release(&path);
}

static void empty_it(struct stored *t)
{
    scratch_write(t->folder.s, "slate.db-home", "", 0);
}

static void any_change_makes_them_invalid(void **state)
{
    (void)state;
    void (*const changes[])(struct stored *) = {
        touch,        change_mode,     replace_by_copy,  move_behind_link, lose,
        leave_in_log, write_elsewhere, put_folder_there, empty_it};
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        struct stored t;
        make(&t);
        assert_true(is_kept(&t));
        changes[i](&t);
        if (is_kept(&t))
            fail_msg("change number %zu was not seen", i);
        stored_end(&t);
    }
}

static void an_empty_log_says_nothing(void **state)
{
    (void)state;
    struct stored t;
    make(&t);
    scratch_write(t.folder.s, "slate.db-wal", "", 0);
    assert_true(is_kept(&t));
    stored_end(&t);
}

/* What was erased or merged must not stand there either. */
static void whoever_writes_takes_them_away(void **state)
{
    (void)state;
    struct stored t;
    struct str path = STR_INIT;
    make(&t);
    path_of(&t, "-home", &path);
    stored_open(&t);
    assert_true(file_exists(path.s));
    stored_plan(&t, "Pavel Okafor", "Sam", "");
    assert_false(file_exists(path.s));
    stored_end(&t);
    str_release(&path);
}

/* Of two programs the one that only looks must not keep rows that the other is changing. */
static void nothing_is_kept_beside_a_log_in_use(void **state)
{
    (void)state;
    struct stored t;
    struct home_rows rows;
    make(&t);
    stored_open(&t);
    stored_plan(&t, "Pavel Okafor", "Sam", "");
    struct store *other = store_open(&(struct store_setup){.path = t.path.s, .sys = &t.sys}, &t.e);
    assert_non_null(other);
    assert_done(store_home(other, LIMIT, &rows, &t.e), &t.e);
    store_keep_home(other, &rows);
    assert_false(is_kept(&t));
    home_rows_release(&rows);
    store_close(other);
    assert_false(is_kept(&t));
    stored_end(&t);
}

/* However short ago it wrote: it leaves the file with a time of change of its own. */
static void the_one_who_wrote_keeps_them_on_leaving(void **state)
{
    (void)state;
    struct stored t;
    struct home_rows rows;
    struct str kept = STR_INIT, read = STR_INIT;
    make(&t);
    stored_open(&t);
    assert_done(store_home(t.store, LIMIT, &rows, &t.e), &t.e);
    home_rows_release(&rows);
    stored_start(&t, "Pavel Okafor", "Sam", "");
    store_close(t.store);
    t.store = NULL;
    assert_true(kept_for(&t, NULL, LIMIT, &kept));
    stored_open(&t);
    assert_done(store_home(t.store, LIMIT, &rows, &t.e), &t.e);
    assert_int_equal(rows.open.n, 2);
    kept_add_rows(&read, &rows);
    assert_int_equal(kept.len, read.len);
    assert_memory_equal(kept.s, read.s, read.len);
    home_rows_release(&rows);
    store_close(t.store);
    t.store = NULL;
    assert_true(is_kept(&t));
    write_elsewhere(&t);
    assert_false(is_kept(&t));
    str_release(&kept);
    str_release(&read);
    stored_end(&t);
}

/* ... but not where another program has it open: the log stays. */
static void what_is_still_in_the_log_is_not_kept(void **state)
{
    (void)state;
    struct stored t;
    struct home_rows rows;
    make(&t);
    stored_open(&t);
    assert_done(store_home(t.store, LIMIT, &rows, &t.e), &t.e);
    home_rows_release(&rows);
    stored_plan(&t, "Pavel Okafor", "Sam", "");
    struct store *other = store_open(&(struct store_setup){.path = t.path.s, .sys = &t.sys}, &t.e);
    assert_non_null(other);
    store_close(t.store);
    t.store = NULL;
    assert_false(is_kept(&t));
    store_close(other);
    assert_false(is_kept(&t));
    stored_end(&t);
}

static void a_folder_that_may_not_be_written_is_no_fault(void **state)
{
    (void)state;
    struct stored t;
    fill(&t);
    settle(&t);
    scratch_write(t.folder.s, "slate.db-home", "", 0);
    put_folder_there(&t); /* in the way, as a missing right would be: root has every right */
    keep(&t);
    assert_false(is_kept(&t));
    stored_end(&t);
}

/* ---- bytes that are not ours ---- */

static void read_kept(const struct stored *t, struct str *bytes)
{
    struct str path = STR_INIT;
    struct err e = ERR_INIT;
    path_of(t, "-home", &path);
    assert_done(file_read(path.s, 1 << 20, bytes, NULL, &e), &e);
    str_release(&path);
}

static void a_part_of_them_is_none(void **state)
{
    (void)state;
    struct stored t;
    struct str bytes = STR_INIT;
    make(&t);
    read_kept(&t, &bytes);
    for (size_t n = 0; n < bytes.len; n += 1 + n / 64) {
        scratch_write(t.folder.s, "slate.db-home", bytes.s, n);
        assert_false(is_kept(&t));
    }
    str_addc(&bytes, '\0');
    scratch_write(t.folder.s, "slate.db-home", bytes.s, bytes.len);
    assert_false(is_kept(&t));
    scratch_write(t.folder.s, "slate.db-home", bytes.s, bytes.len - 1);
    assert_true(is_kept(&t));
    str_release(&bytes);
    stored_end(&t);
}

static void a_byte_that_differs_is_seen(void **state)
{
    (void)state;
    struct stored t;
    struct str bytes = STR_INIT;
    make(&t);
    read_kept(&t, &bytes);
    for (size_t at = 0; at < bytes.len; at++) {
        bytes.s[at] ^= 0x10;
        scratch_write(t.folder.s, "slate.db-home", bytes.s, bytes.len);
        if (is_kept(&t))
            fail_msg("byte %zu", at);
        bytes.s[at] ^= 0x10;
    }
    str_release(&bytes);
    stored_end(&t);
}

/* Whoever forges the sum as well gets rows that name nothing behind its table, or none. */
static void forged_rows_do_no_harm(void **state)
{
    (void)state;
    struct stored t;
    struct str bytes = STR_INIT, forged = STR_INIT;
    struct home_rows rows;
    uint64_t seed = seed_start("forged rows");
    int whole = 0;
    make(&t);
    assert_true(kept_for(&t, NULL, LIMIT, &bytes));
    for (int turn = 0; turn < 20000; turn++) {
        size_t n = (size_t)seed_below(&seed, (int)bytes.len + 1);
        str_clear(&forged);
        str_addn(&forged, bytes.s, turn % 2 == 0 ? n : bytes.len);
        for (int i = seed_below(&seed, 4); i >= 0 && forged.len > 0; i--)
            forged.s[seed_below(&seed, (int)forged.len)] = (char)seed_next(&seed);
        bool good = kept_read_rows(forged.s, forged.len, &rows);
        for (size_t i = 0; good && i < rows.open.n; i++)
            assert_true(rows.open.items[i].level < LEVELS &&
                        rows.open.items[i].state < INTERVIEW_STATES &&
                        rows.open.items[i].touched_at >= 0);
        whole += good;
        home_rows_release(&rows);
    }
    assert_true(whole > 100); /* else it tried nothing */
    str_release(&bytes);
    str_release(&forged);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_is_what_home_reads),
        cmocka_unit_test(rows_of_a_file_just_written_are_not_kept),
        cmocka_unit_test(they_are_of_one_person_and_one_limit),
        cmocka_unit_test(any_change_makes_them_invalid),
        cmocka_unit_test(an_empty_log_says_nothing),
        cmocka_unit_test(whoever_writes_takes_them_away),
        cmocka_unit_test(nothing_is_kept_beside_a_log_in_use),
        cmocka_unit_test(the_one_who_wrote_keeps_them_on_leaving),
        cmocka_unit_test(what_is_still_in_the_log_is_not_kept),
        cmocka_unit_test(a_folder_that_may_not_be_written_is_no_fault),
        cmocka_unit_test(a_part_of_them_is_none),
        cmocka_unit_test(a_byte_that_differs_is_seen),
        cmocka_unit_test(forged_rows_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
