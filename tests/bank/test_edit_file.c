/* A bank file that is being edited: kept whole whatever happens, and never written over another's
 * change. */

#include "support/unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bank/edit_file.h"
#include "base/alloc.h"
#include "base/path.h"

#define TEXT  "bank: a\r\ntitle: A # ours\r\n"
#define KILLS 40

struct place {
    struct str folder, path;
};

static void place_make(struct place *p, const char *text)
{
    *p = (struct place){STR_INIT, STR_INIT};
    scratch_make(&p->folder);
    scratch_write(p->folder.s, "a.yaml", text, strlen(text));
    path_join(&p->path, p->folder.s, "a.yaml");
}

static void place_remove(struct place *p)
{
    scratch_remove(&p->folder);
    str_release(&p->path);
}

static void holds(const char *path, const char *text)
{
    struct str bytes = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(file_read(path, 1 << 20, &bytes, NULL, &e), &e);
    assert_string_equal(bytes.s, text);
    str_release(&bytes);
}

/* How many files there are, hidden ones too. */
static int files_in(const char *folder)
{
    struct str command = STR_INIT;
    int n = -1;
    str_addf(&command, "ls -A '%s' | wc -l", folder);
    FILE *f = popen(command.s, "r");
    assert_non_null(f);
    assert_int_equal(fscanf(f, "%d", &n), 1);
    pclose(f);
    str_release(&command);
    return n;
}

static void saving_changes_what_was_edited_and_keeps_mode_and_link(void **state)
{
    (void)state;
    struct place p;
    struct edit_file f;
    struct stat st;
    struct err e = ERR_INIT;
    struct str link = STR_INIT;
    place_make(&p, TEXT);
    path_join(&link, p.folder.s, "link.yaml");
    assert_int_equal(chmod(p.path.s, 0640), 0);
    assert_int_equal(symlink("a.yaml", link.s), 0);
    assert_done(edit_file_open(&f, link.s, &e), &e);
    assert_false(edit_file_dirty(&f));
    assert_done(bank_edit_set(f.edit, "title", "B", &e), &e);
    assert_true(edit_file_dirty(&f));
    holds(p.path.s, TEXT);
    assert_done(edit_file_save(&f, &e), &e);
    assert_false(edit_file_dirty(&f));
    holds(p.path.s, "bank: a\r\ntitle: B # ours\r\n");
    assert_int_equal(lstat(link.s, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(stat(p.path.s, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_int_equal(files_in(p.folder.s), 2);
    assert_true(bank_edit_undo(f.edit));
    assert_done(edit_file_save(&f, &e), &e);
    holds(p.path.s, TEXT);
    edit_file_release(&f);
    str_release(&link);
    place_remove(&p);
}

static void a_file_that_changed_underneath_is_never_written_over(void **state)
{
    (void)state;
    struct place p;
    struct edit_file f;
    struct err e = ERR_INIT;
    struct str other = STR_INIT;
    place_make(&p, TEXT);
    path_join(&other, p.folder.s, "b.yaml");
    assert_done(edit_file_open(&f, p.path.s, &e), &e);
    assert_false(edit_file_changed(&f));
    assert_done(bank_edit_set(f.edit, "title", "Mine", &e), &e);
    scratch_write(p.folder.s, "a.yaml", "bank: a\ntitle: Theirs\n", 22);
    assert_true(edit_file_changed(&f));
    assert_false(edit_file_save(&f, &e));
    assert_int_equal(e.kind, ERR_REFUSED);
    assert_non_null(strstr(e.text, "was changed by somebody else"));
    holds(p.path.s, "bank: a\ntitle: Theirs\n");
    assert_string_equal(bank_edit_bytes(f.edit)->s, "bank: a\r\ntitle: Mine # ours\r\n");
    assert_false(edit_file_save_as(&f, p.path.s, &e));
    assert_done(edit_file_save_as(&f, other.s, &e), &e);
    holds(other.s, "bank: a\r\ntitle: Mine # ours\r\n");
    holds(p.path.s, "bank: a\ntitle: Theirs\n");
    assert_false(edit_file_changed(&f));
    edit_file_release(&f);
    str_release(&other);
    place_remove(&p);
}

/* Of the same length, and with the date it had: only its bytes tell. */
static void a_change_that_its_date_hides_is_found_when_saving(void **state)
{
    (void)state;
    struct place p;
    struct edit_file f;
    struct stat st;
    struct err e = ERR_INIT;
    place_make(&p, "bank: a\ntitle: One\n");
    assert_done(edit_file_open(&f, p.path.s, &e), &e);
    assert_int_equal(stat(p.path.s, &st), 0);
    scratch_write(p.folder.s, "a.yaml", "bank: a\ntitle: Two\n", 19);
    const struct timespec times[2] = {st.st_atim, st.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, p.path.s, times, 0), 0);
    assert_done(bank_edit_set(f.edit, "title", "Mine", &e), &e);
    assert_false(edit_file_save(&f, &e));
    holds(p.path.s, "bank: a\ntitle: Two\n");
    assert_done(edit_file_reload(&f, &e), &e);
    assert_string_equal(bank_edit_bytes(f.edit)->s, "bank: a\ntitle: Two\n");
    assert_false(bank_edit_undo(f.edit));
    edit_file_release(&f);
    place_remove(&p);
}

static void a_file_that_was_only_touched_has_not_changed(void **state)
{
    (void)state;
    struct place p;
    struct edit_file f;
    struct err e = ERR_INIT;
    place_make(&p, TEXT);
    assert_done(edit_file_open(&f, p.path.s, &e), &e);
    const struct timespec times[2] = {{1000, 0}, {1000, 0}};
    assert_int_equal(utimensat(AT_FDCWD, p.path.s, times, 0), 0);
    assert_false(edit_file_changed(&f));
    assert_int_equal(unlink(p.path.s), 0);
    assert_true(edit_file_changed(&f));
    assert_done(bank_edit_set(f.edit, "title", "B", &e), &e);
    assert_false(edit_file_save(&f, &e));
    assert_false(file_exists(p.path.s));
    edit_file_release(&f);
    place_remove(&p);
}

static void a_new_file_is_never_put_over_another(void **state)
{
    (void)state;
    struct place p;
    struct edit_file f;
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT, path = STR_INIT;
    place_make(&p, TEXT);
    path_join(&path, p.folder.s, "new.yaml");
    str_add(&bytes, "bank: new\n");
    assert_done(edit_file_start(&f, path.s, &bytes, &e), &e);
    assert_true(edit_file_dirty(&f));
    assert_false(file_exists(path.s));
    scratch_write(p.folder.s, "new.yaml", "theirs", 6);
    assert_false(edit_file_save(&f, &e));
    holds(path.s, "theirs");
    assert_int_equal(unlink(path.s), 0);
    assert_done(edit_file_save(&f, &e), &e);
    holds(path.s, "bank: new\n");
    assert_false(edit_file_dirty(&f));
    edit_file_release(&f);
    str_release(&bytes);
    str_release(&path);
    place_remove(&p);
}

/* ---- kill -9 ---- */

/* Saves one long text after another until it is killed. */
static void save_for_ever(const char *path, const char *one, const char *two)
{
    struct edit_file f;
    struct err e = ERR_INIT;
    if (!edit_file_open(&f, path, &e))
        _exit(1);
    for (int i = 0;; i++)
        if (!bank_edit_set(f.edit, "about", i % 2 == 0 ? one : two, &e) || !edit_file_save(&f, &e))
            _exit(2);
}

static char *long_text(char c)
{
    char *text = xmalloc(200001);
    memset(text, c, 200000);
    text[200000] = '\0';
    return text;
}

static void a_killed_save_leaves_the_old_file_or_the_new_one(void **state)
{
    (void)state;
    struct place p;
    struct err e = ERR_INIT;
    uint64_t seed = seed_start("kills");
    char *one = long_text('a'), *two = long_text('b');
    place_make(&p, "bank: a\nabout: x\n# the end\n");
    for (int i = 0; i < KILLS; i++) {
        struct str bytes = STR_INIT;
        pid_t pid = fork();
        if (pid == 0)
            save_for_ever(p.path.s, one, two);
        struct timespec wait = {0, 1000000 + seed_below(&seed, 30000000)};
        nanosleep(&wait, NULL);
        int status = 0;
        assert_int_equal(kill(pid, SIGKILL), 0);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        assert_true(WIFSIGNALED(status)); /* it did not end by itself */
        assert_done(file_read(p.path.s, 1 << 20, &bytes, NULL, &e), &e);
        char *text = bytes.s + strlen("bank: a\nabout: ");
        assert_true(bytes.len == 27 || bytes.len == 200026);
        for (size_t k = 1; k < bytes.len - strlen("bank: a\nabout: \n# the end\n"); k++)
            assert_int_equal(text[k], text[0]);
        assert_string_equal(bytes.s + bytes.len - strlen("\n# the end\n"), "\n# the end\n");
        str_release(&bytes);
    }
    free(one);
    free(two);
    place_remove(&p);
}

static pid_t gone(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    return pid;
}

/* A hidden file beside the bank, as a save by `pid` makes it. */
static void leave(const struct place *p, const char *base, pid_t pid, bool old, struct str *path)
{
    struct timespec times[2] = {{1000000000, 0}, {1000000000, 0}};
    char name[64];
    snprintf(name, sizeof name, ".%s.%ld-0.tmp", base, (long)pid);
    scratch_write(p->folder.s, name, "half", 4);
    path_join(path, p->folder.s, name);
    if (old)
        assert_int_equal(utimensat(AT_FDCWD, path->s, times, 0), 0);
}

static void what_a_killed_save_left_is_cleared_away_by_the_next(void **state)
{
    (void)state;
    struct place p;
    struct err e = ERR_INIT;
    struct edit_file f;
    struct str left = STR_INIT, fresh = STR_INIT, alive = STR_INIT, other = STR_INIT;
    pid_t old = gone(), young = gone();
    place_make(&p, TEXT);
    assert_int_not_equal(old, young);
    leave(&p, "a.yaml", old, true, &left);
    leave(&p, "a.yaml", young, false, &fresh); /* maybe another machine is at it */
    leave(&p, "a.yaml", getppid(), true, &alive);
    leave(&p, "b.yaml", old, true, &other);
    assert_done(edit_file_open(&f, p.path.s, &e), &e);
    assert_done(bank_edit_set(f.edit, "title", "B", &e) && edit_file_save(&f, &e), &e);
    assert_false(file_exists(left.s));
    assert_true(file_exists(fresh.s));
    assert_true(file_exists(alive.s));
    assert_true(file_exists(other.s));
    edit_file_release(&f);
    str_release(&left);
    str_release(&fresh);
    str_release(&alive);
    str_release(&other);
    place_remove(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saving_changes_what_was_edited_and_keeps_mode_and_link),
        cmocka_unit_test(a_file_that_changed_underneath_is_never_written_over),
        cmocka_unit_test(a_change_that_its_date_hides_is_found_when_saving),
        cmocka_unit_test(a_file_that_was_only_touched_has_not_changed),
        cmocka_unit_test(a_new_file_is_never_put_over_another),
        cmocka_unit_test(a_killed_save_leaves_the_old_file_or_the_new_one),
        cmocka_unit_test(what_a_killed_save_left_is_cleared_away_by_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
