#include "support/drawn.h"
#include "tui/bars.h"

static void assert_bar(struct bar b, int width, bool ascii, const char *expected)
{
    struct canvas c;
    canvas_init(&c, 1, 20);
    c.ascii = ascii;
    bars_draw(&b, &c, (struct bar_place){0, 1, width});
    assert_drawn(&c, expected);
    canvas_release(&c);
}

static void a_bar_has_its_number_beside_it(void **state)
{
    (void)state;
    assert_bar((struct bar){.hundredths = 380, .max = 5}, 14, false, " ████████░░ 3.8\n");
    assert_bar((struct bar){.hundredths = 380, .max = 5}, 14, true, " ########.. 3.8\n");
    assert_bar((struct bar){.hundredths = 400, .max = 4}, 14, true, " ########## 4.0\n");
    assert_bar((struct bar){.hundredths = 300, .max = 5, .whole = true}, 9, true, " ###.. 3\n");
    assert_bar((struct bar){.hundredths = 345, .max = 5}, 9, true, " ###.. 3.5\n");
    assert_bar((struct bar){.hundredths = 344, .max = 5}, 9, true, " ###.. 3.4\n");
}

static void no_number_is_a_dash_and_never_an_empty_bar(void **state)
{
    (void)state;
    assert_bar((struct bar){.none = true, .max = 5}, 14, false, " –\n");
    assert_bar((struct bar){.none = true, .max = 5}, 14, true, " -\n");
    assert_bar((struct bar){.hundredths = 100, .max = 5}, 6, true, " #. 1.0\n");
    assert_int_equal(bars_filled(&(struct bar){.hundredths = 1, .max = 5}, 4), 1);
    assert_int_equal(bars_filled(&(struct bar){.none = true, .max = 5}, 4), 0);
    assert_int_equal(bars_filled(&(struct bar){.hundredths = 900, .max = 5}, 4), 4);
}

static void narrow_places_keep_the_number(void **state)
{
    (void)state;
    assert_bar((struct bar){.hundredths = 380, .max = 5}, 4, true, " 3.8\n");
    assert_bar((struct bar){.hundredths = 380, .max = 5}, 0, true, "\n");
    assert_bar((struct bar){.hundredths = 380, .max = 5}, -4, true, "\n");
}

static void the_role_is_the_callers(void **state)
{
    (void)state;
    struct canvas c;
    canvas_init(&c, 1, 8);
    bars_draw(&(struct bar){.hundredths = 250, .max = 5, .role = ROLE_GOOD}, &c,
              (struct bar_place){0, 0, 8});
    assert_roles(&c, "ggdd.ggg\n");
    canvas_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bar_has_its_number_beside_it),
        cmocka_unit_test(no_number_is_a_dash_and_never_an_empty_bar),
        cmocka_unit_test(narrow_places_keep_the_number),
        cmocka_unit_test(the_role_is_the_callers),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
