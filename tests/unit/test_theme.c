#include "support/unit.h"

#include <string.h>

#include "tui/style.h"

static void found_by_name_and_number(void **state)
{
    (void)state;
    assert_string_equal(theme_at(0)->name, "default");
    for (unsigned i = 0; theme_at(i) != NULL; i++) {
        assert_ptr_equal(theme_find(theme_at(i)->name), theme_at(i));
        assert_true(strlen(theme_at(i)->summary) > 0);
    }
    assert_non_null(theme_find("high-contrast"));
    assert_null(theme_find("solarized"));
    assert_null(theme_find(""));
    assert_null(theme_at(1000));
}

static void the_focus_is_reversed_in_each(void **state)
{
    (void)state;
    for (unsigned i = 0; theme_at(i) != NULL; i++) {
        assert_true((theme_at(i)->roles[ROLE_FOCUS].attrs & STYLE_REVERSE) != 0);
        assert_true((theme_at(i)->roles[ROLE_SELECT].attrs & STYLE_REVERSE) != 0);
        assert_int_equal(theme_at(i)->roles[ROLE_TEXT].colour, -1);
        assert_int_equal(theme_at(i)->roles[ROLE_TEXT].attrs, 0);
    }
}

static void mono_and_plain_have_no_colour(void **state)
{
    (void)state;
    for (int role = 0; role < ROLES; role++) {
        assert_int_equal(theme_find("mono")->roles[role].colour, -1);
        assert_int_equal(theme_find("plain")->roles[role].colour, -1);
        assert_int_equal(theme_find("plain")->roles[role].attrs & ~STYLE_REVERSE, 0);
        assert_int_equal(theme_find("high-contrast")->roles[role].attrs & STYLE_DIM, 0);
    }
}

/* For those who cannot tell red from green: no theme uses green, and what is said in red is bold.
 */
static void no_green_and_no_red_alone(void **state)
{
    (void)state;
    for (unsigned i = 0; theme_at(i) != NULL; i++) {
        for (int role = 0; role < ROLES; role++) {
            const struct style *s = &theme_at(i)->roles[role];
            assert_int_not_equal(s->colour, 2);
            assert_true(s->colour != 1 || (s->attrs & STYLE_BOLD) != 0);
            assert_true(s->colour >= -1 && s->colour < 8);
        }
    }
    assert_int_equal(theme_at(0)->roles[ROLE_GOOD].colour, 4);
    assert_int_equal(theme_at(0)->roles[ROLE_MIXED].colour, 3);
    assert_int_equal(theme_at(0)->roles[ROLE_FLAG].colour, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_by_name_and_number),
        cmocka_unit_test(the_focus_is_reversed_in_each),
        cmocka_unit_test(mono_and_plain_have_no_colour),
        cmocka_unit_test(no_green_and_no_red_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
