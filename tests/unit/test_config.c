#include "support/unit.h"

#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "config/config.h"

struct case_of {
    struct str home;
    const char *environment[9];
    struct still_world world;
    struct sys sys;
    struct config config;
};

/* A home whose configuration file has these lines; NULL for none. */
static void load(struct case_of *c, const char *lines, const char *name, const char *value)
{
    memset(c, 0, sizeof *c);
    str_init(&c->home);
    scratch_make(&c->home);
    if (lines != NULL)
        scratch_write(c->home.s, "config", lines, strlen(lines));
    struct str path = STR_INIT;
    path_join(&path, c->home.s, "config");
    const char *environment[] = {"HOME", c->home.s, "SLATE_CONFIG", path.s, name, value, NULL};
    memcpy(c->environment, environment, sizeof environment);
    if (lines == NULL)
        c->environment[2] = "NOTHING";
    c->world.environment = c->environment;
    c->sys = still_sys(&c->world);
    config_load(&c->config, &c->sys);
    str_release(&path);
}

static void drop(struct case_of *c)
{
    config_release(&c->config);
    scratch_remove(&c->home);
}

/* The warnings with the folder of the file taken out. */
static void assert_warnings(struct case_of *c, const char *expected)
{
    struct str seen = STR_INIT;
    const char *at = c->config.warnings.s;
    for (const char *hit; (hit = strstr(at, c->home.s)) != NULL; at = hit + c->home.len + 1)
        str_addn(&seen, at, (size_t)(hit - at));
    str_add(&seen, at);
    assert_string_equal(seen.s, expected);
    str_release(&seen);
}

static void without_a_file_the_defaults_count(void **state)
{
    (void)state;
    struct case_of c;
    load(&c, NULL, NULL, NULL);
    assert_string_equal(c.config.interviewer.s, "");
    assert_string_equal(c.config.theme.s, "");
    assert_string_equal(c.config.banks.s, "");
    assert_false(c.config.azerty || c.config.ascii || c.config.mouse);
    assert_string_equal(c.config.warnings.s, "");
    assert_true(str_starts(c.config.path.s, c.home.s));
    assert_non_null(strstr(c.config.path.s, "/.config/slate/config"));
    drop(&c);
}

static void every_name_is_read(void **state)
{
    (void)state;
    struct case_of c;
    load(&c,
         "\xEF\xBB\xBF# mine\n"
         "interviewer:  Mara  Lindqvist \t\r\n"
         "\n"
         "   keyboard : azerty   # the office\n"
         "theme: mono\n"
         "borders: ascii\n"
         "mouse: on\n"
         "banks: ~/hiring#1/banks",
         NULL, NULL);
    assert_string_equal(c.config.warnings.s, "");
    assert_string_equal(c.config.interviewer.s, "Mara  Lindqvist");
    assert_true(c.config.azerty && c.config.ascii && c.config.mouse);
    assert_string_equal(c.config.theme.s, "mono");
    assert_true(str_starts(c.config.banks.s, c.home.s));
    assert_string_equal(c.config.banks.s + c.home.len, "/hiring#1/banks");
    drop(&c);
}

static void a_bad_line_is_named_and_the_others_count(void **state)
{
    (void)state;
    struct case_of c;
    load(&c,
         "keybord: azerty\n"
         "mouse: yes\n"
         "rubbish\n"
         "colour: blue\n"
         "theme:\n"
         "borders: ascii\n"
         "interviewer: A\033[2JB\n",
         NULL, NULL);
    assert_warnings(&c,
                    "config:1: there is no setting \"keybord\": did you mean \"keyboard\"?\n"
                    "config:2: \"mouse\" takes on or off, not \"yes\"; the line is passed over\n"
                    "config:3: this is no \"name: value\"; write for example \"mouse: on\"\n"
                    "config:4: there is no setting \"colour\"; there are interviewer, keyboard, "
                    "theme, borders, mouse, banks\n"
                    "config:5: \"theme\" takes the name of a theme, not \"\"; the line is passed "
                    "over\n");
    assert_false(c.config.azerty || c.config.mouse);
    assert_true(c.config.ascii);
    assert_string_equal(c.config.interviewer.s, "A\xE2\x90\x9B[2JB");
    drop(&c);
}

static void a_variable_counts_more_than_the_file(void **state)
{
    (void)state;
    struct case_of c;
    load(&c, "interviewer: Mara\nmouse: on\n", "SLATE_INTERVIEWER", "Jonas");
    assert_string_equal(c.config.interviewer.s, "Jonas");
    assert_true(c.config.mouse);
    assert_string_equal(c.config.warnings.s, "");
    drop(&c);
    load(&c, "mouse: on\n", "SLATE_MOUSE", "maybe");
    assert_true(c.config.mouse);
    assert_string_equal(c.config.warnings.s,
                        "SLATE_MOUSE: \"mouse\" takes on or off, not \"maybe\"; the line is passed "
                        "over\n");
    drop(&c);
}

static void a_file_that_cannot_be_read_is_a_warning(void **state)
{
    (void)state;
    struct case_of c;
    load(&c, NULL, "SLATE_CONFIG", "/nowhere/at/all");
    assert_non_null(strstr(c.config.warnings.s, "/nowhere/at/all"));
    assert_string_equal(c.config.path.s, "/nowhere/at/all");
    drop(&c);
    load(&c, NULL, "SLATE_CONFIG", "/dev");
    assert_non_null(strstr(c.config.warnings.s, "/dev"));
    drop(&c);
}

static void rows_say_what_they_are_for(void **state)
{
    (void)state;
    size_t n = 0;
    for (const struct config_row *row = config_rows; row->name != NULL; row++, n++) {
        assert_true(*row->name != '\0' && *row->values != '\0' && *row->help != '\0');
        assert_non_null(row->set);
    }
    assert_int_equal(n, 6);
}

static void the_account_has_a_name(void **state)
{
    (void)state;
    struct str name = STR_INIT;
    config_account(&name); /* every account that runs a test has an entry or none at all */
    assert_null(strchr(name.s, ','));
    str_release(&name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_the_defaults_count),
        cmocka_unit_test(every_name_is_read),
        cmocka_unit_test(a_bad_line_is_named_and_the_others_count),
        cmocka_unit_test(a_variable_counts_more_than_the_file),
        cmocka_unit_test(a_file_that_cannot_be_read_is_a_warning),
        cmocka_unit_test(rows_say_what_they_are_for),
        cmocka_unit_test(the_account_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
