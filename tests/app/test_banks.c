#include "support/desk.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"

static const struct app_bank *found(struct desk *d, const char *name)
{
    struct err e = ERR_INIT;
    const struct app_bank *b = app_bank_find(&d->app, name, &e);
    assert_done(b != NULL, &e);
    return b;
}

static void a_broken_bank_stands_beside_the_good_one(void **state)
{
    (void)state;
    struct desk d;
    desk_make(&d);
    desk_write_bank(&d, "broken.yaml", "bank: broken\ntitle: [\n", 22);
    desk_write_bank(&d, "notes.txt", "no bank", 7);
    assert_int_equal(app_banks(&d.app), 2);
    const struct app_bank *good = found(&d, "runner"), *broken = found(&d, "broken");
    assert_true(good->good);
    assert_string_equal(good->title, "Runner");
    assert_int_equal(good->errors, 0);
    assert_int_equal(good->findings->n, good->warnings);
    assert_null(good->trouble);
    assert_false(broken->good);
    assert_true(broken->errors > 0);
    assert_string_equal(broken->name, "broken");
    assert_int_equal(broken->n, 22);
    assert_true(app_bank_at(&d.app, 0) == broken && app_bank_at(&d.app, 1) == good);
    desk_remove(&d);
}

static void an_unreadable_one_is_listed_with_its_reason(void **state)
{
    (void)state;
    struct desk d;
    struct str path = STR_INIT;
    desk_make(&d);
    path_join(&path, d.banks.s, "folder.yaml");
    assert_int_equal(mkdir(path.s, 0700), 0);
    app_banks_forget(&d.app);
    const struct app_bank *b = found(&d, "folder");
    assert_false(b->good);
    assert_non_null(b->trouble);
    assert_non_null(strstr(b->trouble, "folder.yaml"));
    assert_string_equal(b->title, "folder");
    assert_true(found(&d, "runner")->good);
    str_release(&path);
    desk_remove(&d);
}

/* Named folder, ./questionbanks, the user's; an earlier one hides a later one's file. */
static void folders_are_looked_at_in_order(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str mine = STR_INIT, bytes = STR_INIT;
    const char *const *folders;
    desk_make(&d);
    assert_int_equal(app_bank_folders(&d.app, &folders), 4);
    assert_string_equal(folders[0], d.banks.s);
    assert_string_equal(folders[1], "questionbanks");
    assert_true(str_starts(folders[2], d.home.s));
    assert_string_equal(folders[3], SLATE_DATADIR "/questionbanks");
    assert_null(folders[4]);

    str_add(&mine, folders[2]);
    assert_done(file_make_dirs(mine.s, 0700, &e), &e);
    desk_read("runner.yaml", &bytes);
    scratch_write(mine.s, "runner.yaml", bytes.s, bytes.len);
    app_banks_forget(&d.app);
    assert_int_equal(app_banks(&d.app), 2);
    assert_null(found(&d, "runner")->hidden_by);
    assert_true(str_starts(found(&d, "runner")->path, d.banks.s));
    int hidden = 0;
    for (size_t i = 0; i < 2; i++)
        hidden += app_bank_at(&d.app, i)->hidden_by != NULL;
    assert_int_equal(hidden, 1);
    str_release(&mine);
    str_release(&bytes);
    desk_remove(&d);
}

static void a_folder_that_is_named_twice_hides_nothing(void **state)
{
    (void)state;
    struct desk d;
    const char *const *folders;
    desk_make(&d);
    assert_int_equal(symlink(d.banks.s, "questionbanks"), 0);
    app_banks_forget(&d.app);
    assert_int_equal(app_bank_folders(&d.app, &folders), 3);
    assert_int_equal(app_banks(&d.app), 1);
    assert_null(app_bank_at(&d.app, 0)->hidden_by);
    desk_remove(&d);
}

static void a_path_names_a_bank_too(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT;
    desk_make(&d);
    desk_read("runner.yaml", &bytes);
    scratch_write(d.home.s, "elsewhere.yaml", bytes.s, bytes.len);
    const struct app_bank *b = found(&d, "elsewhere.yaml");
    assert_string_equal(b->name, "elsewhere");
    assert_true(b == found(&d, "elsewhere.yaml"));
    assert_int_equal(app_banks(&d.app), 1);
    desk_refused(app_bank_find(&d.app, "elsewhere", &e) != NULL, &e, ERR_MISSING, "runner");
    desk_refused(app_bank_find(&d.app, "", &e) != NULL, &e, ERR_MISSING, "runner");
    str_release(&bytes);
    desk_remove(&d);
}

/* ---- on paper ---- */

static void assert_paper(const struct str *text)
{
    for (const char *line = text->s; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        if (utf8_width(line, n) > 78)
            fail_msg("wider than the paper: %.*s", (int)n, line);
        assert_true(n == 0 || line[n - 1] != ' ');
        line += n + (line[n] == '\n');
    }
}

static void the_kit_on_paper(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str seen = STR_INIT, expected = STR_INIT;
    desk_make(&d);
    assert_done(app_bank_print(&d.app, found(&d, "runner"), LEVEL_MID, &seen, &e), &e);
    assert_paper(&seen);
    scratch_write(SLATE_BUILD, "kit.txt", seen.s, seen.len);
    desk_read("kit.txt", &expected);
    if (strcmp(seen.s, expected.s) != 0)
        fail_msg("the kit differs from tests/app/kit.txt; seen: %s/kit.txt", SLATE_BUILD);
    desk_refused(app_bank_print(&d.app, found(&d, "runner"), LEVEL_SENIOR, &seen, &e), &e,
                 ERR_MISSING, "no senior questions");
    desk_write_bank(&d, "broken.yaml", "bank: broken\ntitle: [\n", 22);
    desk_refused(app_bank_print(&d.app, found(&d, "broken"), LEVEL_MID, &seen, &e), &e, ERR_INPUT,
                 "bank check broken");
    str_release(&seen);
    str_release(&expected);
    desk_remove(&d);
}

static void shipped_banks_fit_the_paper(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str text = STR_INIT;
    desk_make(&d);
    str_set(&d.app.config.banks, SLATE_BANKS);
    app_banks_forget(&d.app);
    size_t n = app_banks(&d.app), printed = 0;
    for (size_t i = 0; i < n; i++) {
        const struct app_bank *b = app_bank_at(&d.app, i);
        for (int level = 0; level < LEVELS; level++) {
            struct kit kit;
            if (!kit_of(b->bank, (enum level)level, &kit))
                continue;
            str_clear(&text);
            assert_done(app_bank_print(&d.app, b, (enum level)level, &text, &e), &e);
            assert_paper(&text);
            printed++;
        }
    }
    assert_true(printed >= 3);
    str_release(&text);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_broken_bank_stands_beside_the_good_one),
        cmocka_unit_test(an_unreadable_one_is_listed_with_its_reason),
        cmocka_unit_test(folders_are_looked_at_in_order),
        cmocka_unit_test(a_folder_that_is_named_twice_hides_nothing),
        cmocka_unit_test(a_path_names_a_bank_too),
        cmocka_unit_test(the_kit_on_paper),
        cmocka_unit_test(shipped_banks_fit_the_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
