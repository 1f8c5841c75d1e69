#include "support/unit.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"

struct place {
    struct str folder, path; /* path: "bank.yaml" in the folder */
};

static int set_up(void **state)
{
    static struct place place;
    str_init(&place.folder);
    str_init(&place.path);
    scratch_make(&place.folder);
    path_join(&place.path, place.folder.s, "bank.yaml");
    *state = &place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;
    str_release(&p->path);
    scratch_remove(&p->folder);
    return 0;
}

static void assert_holds(const char *path, const char *bytes, size_t n)
{
    struct str t = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(file_read(path, 1 << 20, &t, NULL, &e), &e);
    assert_int_equal(t.len, n);
    assert_memory_equal(t.s, bytes, n);
    str_release(&t);
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & 07777;
}

/* How many entries the folder has, hidden ones too. */
static int entries(const char *folder)
{
    DIR *dir = opendir(folder);
    int n = -2; /* "." and ".." */
    assert_non_null(dir);
    while (readdir(dir) != NULL)
        n++;
    closedir(dir);
    return n;
}

static void reads_all_bytes(void **state)
{
    struct place *p = *state;
    struct str big = STR_INIT, t = STR_INIT;
    struct err e = ERR_INIT;
    struct file_id id, again;
    str_repeat(&big, "0123456789abcdef", 10000);
    str_addn(&big, "\0end", 4);
    scratch_write(p->folder.s, "bank.yaml", big.s, big.len);
    str_set(&t, "what was there before");
    assert_done(file_read(p->path.s, big.len, &t, &id, &e), &e);
    assert_int_equal(t.len, big.len);
    assert_memory_equal(t.s, big.s, big.len);
    assert_int_equal(id.size, big.len);
    assert_done(file_identify(p->path.s, &again, &e), &e);
    assert_true(file_same(&id, &again));
    str_release(&big);
    str_release(&t);
}

static void refuses_what_is_no_file(void **state)
{
    struct place *p = *state;
    struct str t = STR_INIT;
    struct err e = ERR_INIT;
    assert_false(file_read(p->path.s, 100, &t, NULL, &e));
    assert_int_equal(e.kind, ERR_MISSING);
    assert_non_null(strstr(e.text, "bank.yaml: No such file"));
    assert_false(file_read(p->folder.s, 100, &t, NULL, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_non_null(strstr(e.text, "is a folder, not a file"));
    assert_int_equal(mkfifo(p->path.s, 0600), 0); /* must not wait for a writer */
    assert_false(file_read(p->path.s, 100, &t, NULL, &e));
    assert_non_null(strstr(e.text, "not a regular file"));
    assert_false(file_read("/dev/zero", 100, &t, NULL, &e));
    struct file_id id;
    assert_false(file_identify("/nowhere/at/all", &id, &e));
    assert_int_equal(e.kind, ERR_MISSING);
    str_release(&t);
}

static void refuses_what_is_too_large(void **state)
{
    struct place *p = *state;
    struct str t = STR_INIT;
    struct err e = ERR_INIT;
    scratch_write(p->folder.s, "bank.yaml", "12345", 5);
    assert_false(file_read(p->path.s, 4, &t, NULL, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_non_null(strstr(e.text, "too large"));
    assert_string_equal(t.s, "");
    assert_true(file_read(p->path.s, 5, &t, NULL, &e));
    /* A file that says it has no size is held to the limit all the same. */
    assert_false(file_read("/proc/self/maps", 10, &t, NULL, &e));
    assert_non_null(strstr(e.text, "too large"));
    str_release(&t);
}

static void replaces(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    mode_t old = umask(0022);
    assert_done(file_replace(p->path.s, "one", 3, 0666, &e), &e);
    assert_holds(p->path.s, "one", 3);
    assert_int_equal(mode_of(p->path.s), 0644);
    assert_int_equal(chmod(p->path.s, 0606), 0);
    assert_done(file_replace(p->path.s, "a\0b", 3, 0644, &e), &e);
    assert_holds(p->path.s, "a\0b", 3);
    assert_int_equal(mode_of(p->path.s), 0606);
    assert_done(file_replace(p->path.s, "", 0, 0644, &e), &e);
    assert_holds(p->path.s, "", 0);
    assert_int_equal(entries(p->folder.s), 1);
    umask(old);
}

static void a_change_is_seen(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct file_id before, after;
    scratch_write(p->folder.s, "bank.yaml", "one", 3);
    assert_done(file_identify(p->path.s, &before, &e), &e);
    assert_done(file_replace(p->path.s, "two", 3, 0644, &e), &e);
    assert_done(file_identify(p->path.s, &after, &e), &e);
    assert_false(file_same(&before, &after));
}

static void follows_a_link(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct str real = STR_INIT, sub = STR_INIT;
    path_join(&sub, p->folder.s, "sub");
    path_join(&real, sub.s, "real.yaml");
    assert_done(file_make_dirs(sub.s, 0700, &e), &e);
    scratch_write(sub.s, "real.yaml", "old", 3);
    assert_int_equal(symlink("sub/real.yaml", p->path.s), 0);
    assert_done(file_replace(p->path.s, "new", 3, 0644, &e), &e);
    struct stat st;
    assert_int_equal(lstat(p->path.s, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_holds(real.s, "new", 3);

    assert_int_equal(unlink(real.s), 0);
    assert_false(file_replace(p->path.s, "new", 3, 0644, &e));
    assert_non_null(strstr(e.text, "link to a file that is not there"));
    str_release(&sub);
    str_release(&real);
}

/* A name without a folder is one in the working folder. */
static void replaces_in_the_working_folder(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    char *here = realpath(".", NULL);
    assert_int_equal(chdir(p->folder.s), 0);
    assert_done(file_replace("bank.yaml", "x", 1, 0644, &e), &e);
    assert_int_equal(chdir(here), 0);
    free(here);
    assert_holds(p->path.s, "x", 1);
}

/* The disk is full, played by a limit on the size of files. */
static void a_failed_write_leaves_all_as_it_was(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct str big = STR_INIT;
    struct rlimit unlimited, small;
    str_repeat(&big, "x", 100000);
    scratch_write(p->folder.s, "bank.yaml", "old", 3);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    small = unlimited;
    small.rlim_cur = 5000;
    void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool done = file_replace(p->path.s, big.s, big.len, 0644, &e);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    signal(SIGXFSZ, before);
    assert_false(done);
    assert_int_equal(e.kind, ERR_IO);
    assert_non_null(strstr(e.text, "it stays as it was: File too large"));
    assert_holds(p->path.s, "old", 3);
    assert_int_equal(entries(p->folder.s), 1);
    str_release(&big);
}

static void refuses_to_replace_what_is_no_file(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    assert_false(file_replace(p->folder.s, "x", 1, 0644, &e));
    assert_non_null(strstr(e.text, "not a regular file"));
    struct str nowhere = STR_INIT;
    path_join(&nowhere, p->folder.s, "none/bank.yaml");
    assert_false(file_replace(nowhere.s, "x", 1, 0644, &e));
    assert_non_null(strstr(e.text, "No such file"));
    str_release(&nowhere);
}

/* What a crash left behind under the name of the new file is stepped around. */
static void a_leftover_is_no_hindrance(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct str name = STR_INIT;
    str_addf(&name, ".bank.yaml.%ld-0.tmp", (long)getpid());
    scratch_write(p->folder.s, name.s, "left", 4);
    assert_done(file_replace(p->path.s, "new", 3, 0644, &e), &e);
    assert_holds(p->path.s, "new", 3);
    assert_int_equal(entries(p->folder.s), 2);
    str_release(&name);
}

static void makes_folders(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct str deep = STR_INIT;
    path_join(&deep, p->folder.s, "a/b//c/");
    assert_done(file_make_dirs(deep.s, 0700, &e), &e);
    assert_int_equal(mode_of(deep.s), 0700);
    assert_done(file_make_dirs(deep.s, 0700, &e), &e);
    scratch_write(p->folder.s, "bank.yaml", "x", 1);
    assert_false(file_make_dirs(p->path.s, 0700, &e));
    assert_non_null(strstr(e.text, "in the way"));
    str_set(&deep, p->path.s);
    str_add(&deep, "/below");
    assert_false(file_make_dirs(deep.s, 0700, &e));
    assert_int_equal(e.kind, ERR_IO);
    str_release(&deep);
}

static void lists_names_in_order(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct file_names names = {0};
    static const char *const made[] = {"b.yaml", "a.yaml", ".hidden.yaml", "c.txt",
                                       "é.yaml", "B.yaml", "yaml"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        scratch_write(p->folder.s, made[i], "", 0);
    assert_done(file_list(p->folder.s, ".yaml", &names, &e), &e);
    assert_int_equal(names.n, 4);
    assert_string_equal(names.items[0], "B.yaml");
    assert_string_equal(names.items[1], "a.yaml");
    assert_string_equal(names.items[2], "b.yaml");
    assert_string_equal(names.items[3], "é.yaml");
    file_names_release(&names);

    struct str none = STR_INIT;
    path_join(&none, p->folder.s, "none");
    assert_done(file_list(none.s, ".yaml", &names, &e), &e);
    assert_int_equal(names.n, 0);
    assert_false(file_list("/dev/null", ".yaml", &names, &e));
    assert_int_equal(e.kind, ERR_IO);
    str_release(&none);
}

#define with_place(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_place(reads_all_bytes),
        with_place(refuses_what_is_no_file),
        with_place(refuses_what_is_too_large),
        with_place(replaces),
        with_place(a_change_is_seen),
        with_place(follows_a_link),
        with_place(replaces_in_the_working_folder),
        with_place(a_failed_write_leaves_all_as_it_was),
        with_place(refuses_to_replace_what_is_no_file),
        with_place(a_leftover_is_no_hindrance),
        with_place(makes_folders),
        with_place(lists_names_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
