#include "support/unit.h"

#include "domain/level.h"

static void names_go_both_ways(void **state)
{
    (void)state;
    static const char *const names[LEVELS] = {"junior", "mid", "senior"};
    for (int i = 0; i < LEVELS; i++) {
        enum level level = LEVELS;
        assert_string_equal(level_name((enum level)i), names[i]);
        assert_true(level_parse(names[i], &level));
        assert_int_equal(level, i);
    }
}

static void unknown_names_change_nothing(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "Junior", "junior ", "lead", "mi"};
    enum level level = LEVEL_MID;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(level_parse(bad[i], &level));
    assert_false(level_parse(NULL, &level));
    struct err e = ERR_INIT;
    assert_false(level_read("lead", &level, &e));
    assert_int_equal(e.kind, ERR_USAGE);
    assert_string_equal(e.text, "there is no level \"lead\": give junior, mid or senior");
    assert_int_equal(level, LEVEL_MID);
    assert_string_equal(level_name(LEVELS), "");
}

static void scales_have_four_or_five_points(void **state)
{
    (void)state;
    for (int points = -1; points < 12; points++)
        assert_int_equal(scale_valid(points), points == 4 || points == 5);
}

/* Every set of anchors, against the rule read out loud. */
static void missing_anchors(void **state)
{
    (void)state;
    for (unsigned given = 0; given < 1u << 6; given++) {
        bool one = given & 2, two = given & 4, three = given & 8, four = given & 16,
             five = given & 32;
        int of_five = !one ? 1 : !three ? 3 : !five ? 5 : 0;
        int of_four = !one ? 1 : !two && !three ? 2 : !four ? 4 : 0;
        assert_int_equal(scale_missing_anchor(5, given), of_five);
        assert_int_equal(scale_missing_anchor(4, given), of_four);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_go_both_ways),
        cmocka_unit_test(unknown_names_change_nothing),
        cmocka_unit_test(scales_have_four_or_five_points),
        cmocka_unit_test(missing_anchors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
