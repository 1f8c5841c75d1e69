/* Importing as screens and subcommands do it: a preview that writes nothing, then a new file. */

#include "support/desk.h"

#include <string.h>
#include <sys/stat.h>

#include "app/importing.h"
#include "base/file.h"
#include "base/path.h"

static const char kit[] = "Runner\n\nJunior Level Questions\n\nQ: What goes first?\n\n"
                          "Expected Answer: The drive.\n";

static void write_kit(struct desk *d, struct str *path)
{
    scratch_write(d->home.s, "kit.txt", kit, strlen(kit));
    path_join(path, d->home.s, "kit.txt");
}

/* The bank of the desk is called "runner": the draft may not hide it. */
static void a_preview_writes_nothing_and_a_draft_hides_nobody(void **state)
{
    (void)state;
    struct desk d;
    struct str path = STR_INIT;
    struct err e = ERR_INIT;
    struct importing im;
    desk_make(&d);
    write_kit(&d, &path);
    struct import_request r = {.path = path.s};
    assert_done(import_preview(&d.app, &r, &im, &e), &e);
    assert_string_equal(im.draft.bank, "runner-2");
    assert_string_equal(im.bank.name.s, "runner-2");
    assert_string_equal(path_base(im.path.s), "runner-2.yaml");
    assert_int_equal(im.draft.questions[LEVEL_JUNIOR], 1);
    assert_int_equal(im.missing, 3);
    assert_true(im.findings.n > im.missing);
    assert_false(file_exists(im.path.s));
    assert_done(import_write(&d.app, &im, &e), &e);
    struct stat st;
    assert_int_equal(stat(im.path.s, &st), 0);
    assert_int_equal(st.st_size, im.draft.yaml.len);
    const struct app_bank *draft = app_bank_find(&d.app, "runner-2", &e);
    assert_done(draft != NULL, &e);
    assert_false(draft->good);
    assert_int_equal(draft->missing, 3);
    assert_true(app_bank_find(&d.app, "runner", &e)->good);
    import_release(&im);
    str_release(&path);
    desk_remove(&d);
}

static void a_file_is_never_written_over(void **state)
{
    (void)state;
    struct desk d;
    struct str path = STR_INIT;
    struct err e = ERR_INIT;
    struct importing im;
    desk_make(&d);
    write_kit(&d, &path);
    struct import_request r = {.path = path.s, .as = "kit"};
    assert_done(import_preview(&d.app, &r, &im, &e), &e);
    assert_done(file_make_dirs(d.banks.s, 0700, &e), &e);
    /* One that appears between preview and writing. */
    assert_done(file_replace(im.path.s, "mine", 4, 0600, &e), &e);
    assert_false(import_write(&d.app, &im, &e));
    assert_int_equal(e.kind, ERR_REFUSED);
    struct stat st;
    assert_int_equal(stat(im.path.s, &st), 0);
    assert_int_equal(st.st_size, 4);
    import_release(&im);
    assert_false(import_preview(&d.app, &r, &im, &e));
    assert_int_equal(e.kind, ERR_REFUSED);
    import_release(&im);
    str_release(&path);
    desk_remove(&d);
}

static void assert_refused(struct desk *d, struct import_request r, const char *why)
{
    struct err e = ERR_INIT;
    struct importing im;
    assert_false(import_preview(&d->app, &r, &im, &e));
    if (strstr(e.text, why) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", e.text, why);
    import_release(&im);
}

static void says_what_is_wrong_with_names(void **state)
{
    (void)state;
    struct desk d;
    struct str path = STR_INIT;
    desk_make(&d);
    write_kit(&d, &path);
    assert_refused(&d, (struct import_request){.path = path.s, .as = "runner"},
                   "there is a question bank \"runner\" already");
    assert_refused(&d, (struct import_request){.path = path.s, .as = ""}, "cannot be the name");
    assert_refused(&d, (struct import_request){.path = path.s, .as = "a/b"}, "cannot be the name");
    assert_refused(&d, (struct import_request){.path = path.s, .out = "kit.txt"}, "ends in .yaml");
    assert_refused(&d, (struct import_request){.path = path.s, .out = "a b.yaml"}, "letters from");
    assert_refused(&d, (struct import_request){.path = "/nowhere.txt"}, "/nowhere.txt");
    str_release(&path);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_preview_writes_nothing_and_a_draft_hides_nobody),
        cmocka_unit_test(a_file_is_never_written_over),
        cmocka_unit_test(says_what_is_wrong_with_names),
    };
    return cmocka_run_group_tests_name("importing", tests, NULL, NULL);
}
