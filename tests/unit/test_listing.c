#include "domain/listing.h"

#include "base/str.h"
#include "domain/level.h"
#include "support/unit.h"

static void assert_composite(struct interview_row row, const char *expected)
{
    struct str text = STR_INIT;
    interview_row_add_composite(&text, &row);
    assert_string_equal(text.s, expected);
    str_release(&text);
}

static void a_composite_says_what_it_rests_on(void **state)
{
    (void)state;
    struct interview_row row = {.scale = SCALE_DEFAULT, .tenths = 38, .scored = 8, .of = 9};
    assert_composite(row, "3.8 (8 of 9)");
    row.scale = 4;
    assert_composite(row, "3.8 of 4 (8 of 9)");
    row.tenths = -1;
    row.scored = 5;
    assert_composite(row, "incomplete (5 of 9)");
}

static void what_has_none_shows_none(void **state)
{
    (void)state;
    struct interview_row row = {.scale = SCALE_DEFAULT, .tenths = -1};
    assert_composite(row, ""); /* not submitted */
    row.tenths = 50;
    row.scored = row.of = 3;
    row.hidden = true;
    assert_composite(row, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_composite_says_what_it_rests_on),
        cmocka_unit_test(what_has_none_shows_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
