/* A long text that is read and scrolled. */

#include "screens/pages.h"
#include "support/drawn.h"

static struct canvas canvas;

static void draw(struct pages *p, int rows, int cols)
{
    canvas_resize(&canvas, rows, cols);
    pages_resize(p, rows, cols);
    pages_draw(p, &canvas, (struct area){0, 0, rows, cols});
}

static void fill(struct pages *p)
{
    pages_init(p);
    pages_rule(p, "HEARD");
    pages_point(p, "a", ROLE_TEXT, "Asks the client what wrong means");
    pages_entry(p, ROLE_TEXT, "note", "both on\nthe waveform");
    pages_text(p, ROLE_TEXT, "");
    pages_text(p, ROLE_STRONG, "The end.");
}

static void test_wraps_beside_the_sign(void **state)
{
    struct pages p;
    (void)state;
    fill(&p);
    draw(&p, 7, 30);
    assert_drawn(&canvas, "─ HEARD ──────────────────────\n"
                          " a   Asks the client what\n"
                          "     wrong means\n"
                          " note      both on\n"
                          "           the waveform\n"
                          "\n"
                          " The end.\n");
    pages_release(&p);
}

static void test_arrows_tell_what_is_hidden(void **state)
{
    struct pages p;
    (void)state;
    fill(&p);
    draw(&p, 3, 30);
    assert_true(pages_key(&p, key_named("Down")));
    draw(&p, 3, 30);
    assert_drawn(&canvas, " a   Asks the client what    ↑\n"
                          "     wrong means\n"
                          " note      both on           ↓\n");
    assert_cursor(&canvas, 0, 0);
    pages_release(&p);
}

static void test_stops_at_both_ends(void **state)
{
    struct pages p;
    (void)state;
    fill(&p);
    pages_resize(&p, 3, 30);
    pages_key(&p, key_named("PgDn"));
    assert_int_equal(p.top, 2);
    pages_key(&p, key_named("End"));
    assert_int_equal(p.top, 4);
    pages_key(&p, key_named("Space"));
    assert_int_equal(p.top, 4);
    pages_key(&p, key_named("Home"));
    pages_key(&p, key_named("Up"));
    assert_int_equal(p.top, 0);
    assert_false(pages_key(&p, key_named("x")));
    pages_release(&p);
}

static void test_the_item_at_the_top_stays_there(void **state)
{
    struct pages p;
    (void)state;
    fill(&p);
    pages_resize(&p, 2, 80);
    pages_key(&p, key_named("Down"));
    pages_key(&p, key_named("Down"));
    assert_int_equal(p.lines.items[p.top].item, 2);
    pages_resize(&p, 2, 16);
    assert_int_equal(p.lines.items[p.top].item, 2);
    assert_true(p.lines.items[p.top].first);
    pages_release(&p);
}

static void test_no_value_is_a_dash(void **state)
{
    struct pages p;
    struct bar none = {.max = 5, .none = true}, four = {.hundredths = 400, .max = 5, .whole = true};
    (void)state;
    pages_init(&p);
    pages_bar(&p, "score", &none, "no evidence");
    pages_bar(&p, "score", &four, "");
    draw(&p, 2, 40);
    assert_drawn(&canvas, " score       –           no evidence\n"
                          " score       █████░ 4\n");
    pages_release(&p);
}

static void test_no_window_is_too_small(void **state)
{
    struct pages p;
    (void)state;
    fill(&p);
    for (int rows = 0; rows < 4; rows++)
        for (int cols = 0; cols < 12; cols++)
            draw(&p, rows, cols);
    pages_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wraps_beside_the_sign),
        cmocka_unit_test(test_arrows_tell_what_is_hidden),
        cmocka_unit_test(test_stops_at_both_ends),
        cmocka_unit_test(test_the_item_at_the_top_stays_there),
        cmocka_unit_test(test_no_value_is_a_dash),
        cmocka_unit_test(test_no_window_is_too_small),
    };
    drawn_locale();
    canvas_init(&canvas, 24, 80);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    canvas_release(&canvas);
    return failed;
}
