/* Folders of banks: order, hiding, broken files beside good ones; and files on the disk. */

#include "support/bank_reading.h"
#include "support/unit.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bank/bank_dir.h"
#include "base/path.h"

struct fixture {
    struct str top, own, system;
    struct bank_dir dir;
    struct findings found;
};

static void put(const struct str *folder, const char *name, const char *text)
{
    scratch_write(folder->s, name, text, strlen(text));
}

static void open_both(struct fixture *f)
{
    const char *const folders[] = {f->own.s, "/nowhere/at/all", f->system.s, NULL};
    bank_dir_open(folders, &f->dir, &f->found);
}

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){.top = STR_INIT, .own = STR_INIT, .system = STR_INIT};
    scratch_make(&f.top);
    path_join(&f.own, f.top.s, "own");
    path_join(&f.system, f.top.s, "system");
    *state = &f;
    return mkdir(f.own.s, 0700) != 0 || mkdir(f.system.s, 0700) != 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    bank_dir_release(&f->dir);
    findings_release(&f->found);
    scratch_remove(&f->top);
    str_release(&f->own);
    str_release(&f->system);
    return 0;
}

static void assert_entry(const struct bank_entry *e, const char *name, const struct str *folder,
                         const char *file)
{
    struct str path = STR_INIT;
    path_join(&path, folder->s, file);
    assert_string_equal(e->name, name);
    assert_string_equal(e->path, path.s);
    str_release(&path);
}

static void lists_yaml_files_in_the_order_of_the_folders(void **state)
{
    struct fixture *f = *state;
    put(&f->own, "b.yaml", "");
    put(&f->own, "a.yml", "");
    put(&f->own, "notes.txt", "");
    put(&f->own, ".hidden.yaml", "");
    put(&f->system, "a.b.yaml", "");
    open_both(f);
    assert_int_equal(f->found.n, 0);
    assert_int_equal(f->dir.n, 3);
    assert_entry(&f->dir.items[0], "b", &f->own, "b.yaml");
    assert_entry(&f->dir.items[1], "a", &f->own, "a.yml");
    assert_entry(&f->dir.items[2], "a.b", &f->system, "a.b.yaml");
    assert_null(f->dir.items[0].hidden_by);
    assert_null(bank_dir_find(&f->dir, "c"));
}

static void an_earlier_folder_hides_a_later_one(void **state)
{
    struct fixture *f = *state;
    put(&f->own, "colorist.yaml", "");
    put(&f->own, "colorist.yml", "");
    put(&f->system, "colorist.yaml", "");
    put(&f->system, "editor.yaml", "");
    open_both(f);
    assert_int_equal(f->dir.n, 4);
    const struct bank_entry *used = bank_dir_find(&f->dir, "colorist");
    assert_entry(used, "colorist", &f->own, "colorist.yaml");
    assert_null(used->hidden_by);
    assert_string_equal(f->dir.items[1].hidden_by, used->path);
    assert_string_equal(f->dir.items[2].hidden_by, used->path);
    assert_entry(bank_dir_find(&f->dir, "editor"), "editor", &f->system, "editor.yaml");
}

static void a_folder_that_is_none_is_said_once_and_hides_nothing(void **state)
{
    struct fixture *f = *state;
    put(&f->top, "file", "");
    put(&f->system, "editor.yaml", "");
    struct str file = STR_INIT;
    path_join(&file, f->top.s, "file");
    const char *const folders[] = {file.s, f->system.s, NULL};
    bank_dir_open(folders, &f->dir, &f->found);
    assert_int_equal(f->found.n, 1);
    assert_string_equal(f->found.items[0].rule, "folder");
    assert_non_null(strstr(f->found.items[0].what, file.s));
    assert_int_equal(f->dir.n, 1);
    str_release(&file);
}

static struct bank_file load(struct fixture *f, const char *name, const char *text)
{
    struct bank_file file;
    struct err e = ERR_INIT;
    struct str path = STR_INIT;
    put(&f->own, name, text);
    path_join(&path, f->own.s, name);
    assert_done(bank_file_load(path.s, &file, &e), &e);
    assert_string_equal(file.path, path.s);
    str_release(&path);
    return file;
}

static void a_good_file_is_loaded_with_all_about_it(void **state)
{
    struct bank_file file = load(*state, "colorist.yaml", bank_everything);
    struct hash expected = hash_of(bank_everything, strlen(bank_everything));
    assert_true(file.good);
    assert_string_equal(file.bytes.s, bank_everything);
    assert_true(hash_same(&file.sha256, &expected));
    assert_int_equal(file.id.size, strlen(bank_everything));
    assert_string_equal(file.bank.title.s, "Colorist");
    assert_int_equal(file.findings.n, 0);
    /* Two questions are few, each competency has one, and the anchor "a" says nothing. */
    bank_file_check(&file, &(struct check_setup){0});
    assert_int_equal(findings_errors(&file.findings), 0);
    assert_int_equal(file.findings.n, 4);
    bank_file_release(&file);
}

static void a_broken_file_is_loaded_with_its_reason(void **state)
{
    struct bank_file file = load(*state, "b.yaml", "bank: b\ntitle: Known: not\n");
    assert_false(file.good);
    assert_int_equal(findings_errors(&file.findings), 1);
    assert_string_equal(file.findings.items[0].rule, "quotes");
    bank_file_release(&file);
    file = load(*state, "other.yml", bank_everything);
    assert_false(file.good);
    assert_string_equal(file.findings.items[0].rule, "name");
    bank_file_release(&file);
}

static void a_file_that_cannot_be_read_is_an_error(void **state)
{
    struct fixture *f = *state;
    struct bank_file file;
    struct err e = ERR_INIT;
    struct str path = STR_INIT;
    path_join(&path, f->own.s, "gone.yaml");
    assert_false(bank_file_load(path.s, &file, &e));
    assert_int_equal(e.kind, ERR_MISSING);
    assert_non_null(strstr(e.text, path.s));
    bank_file_release(&file);
    assert_false(bank_file_load(f->own.s, &file, &e));
    assert_non_null(strstr(e.text, "is a folder"));
    bank_file_release(&file);
    str_release(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_yaml_files_in_the_order_of_the_folders, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_earlier_folder_hides_a_later_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_is_none_is_said_once_and_hides_nothing,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_good_file_is_loaded_with_all_about_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_broken_file_is_loaded_with_its_reason, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_is_an_error, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("bank_dir", tests, NULL, NULL);
}
