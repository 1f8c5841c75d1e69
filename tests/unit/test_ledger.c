/* Rows under rules with sentences between them, and where the columns of a comparison stand. */

#include "screens/compare_layout.h"
#include "screens/ledger.h"
#include "support/drawn.h"

static void draw_row(const void *data, const struct ledger_item *item, struct canvas *c,
                     struct area row)
{
    (void)data;
    canvas_textf(c, row.row, row.col + 1, row.cols - 1, ROLE_TEXT, "row %d of kind %d", item->index,
                 item->kind);
}

static void fill(struct ledger *l)
{
    ledger_init(l);
    ledger_rule(l, "ONE");
    ledger_row(l, 7, 0);
    ledger_row(l, 7, 1);
    ledger_rule(l, "TWO");
    ledger_text(l, "a sentence that does not stand on one line");
    ledger_row(l, 8, 0);
}

static void press(struct ledger *l, const char *key)
{
    struct event ev = pressed(key);
    assert_true(ledger_event(l, &ev, 0));
}

static void assert_seen(const struct ledger *l, int rows, int cols, const char *expected)
{
    struct canvas c;
    canvas_init(&c, rows, cols);
    ledger_draw(l, &c, (struct area){0, 0, rows, cols}, draw_row, NULL);
    assert_drawn(&c, expected);
    canvas_release(&c);
}

static void rules_are_stepped_over(void **state)
{
    (void)state;
    struct ledger l;
    fill(&l);
    ledger_resize(&l, 8, 24);
    assert_seen(&l, 8, 24,
                "─ ONE ──────────────────\n"
                "▸row 0 of kind 7\n"
                " row 1 of kind 7\n"
                "─ TWO ──────────────────\n"
                " a sentence that does\n"
                "   not stand on one\n"
                "   line\n"
                " row 0 of kind 8\n");
    assert_int_equal(ledger_chosen(&l)->index, 0);
    press(&l, "Up"); /* the first rule is no place to be */
    assert_int_equal(ledger_chosen(&l)->index, 0);
    press(&l, "Down");
    press(&l, "Down");
    assert_null(ledger_chosen(&l)); /* over the rule, into the sentence */
    press(&l, "Up");
    assert_int_equal(ledger_chosen(&l)->index, 1);
    press(&l, "End");
    assert_int_equal(ledger_chosen(&l)->kind, 8);
    press(&l, "Home");
    assert_int_equal(ledger_chosen(&l)->index, 0);
    ledger_release(&l);
}

static void the_choice_outlives_a_new_width(void **state)
{
    (void)state;
    struct ledger l;
    fill(&l);
    ledger_resize(&l, 8, 24);
    press(&l, "End");
    for (int cols = 1; cols < 90; cols++) {
        ledger_resize(&l, 3, cols);
        assert_int_equal(ledger_chosen(&l)->kind, 8);
    }
    ledger_resize(&l, 2, 24);
    assert_seen(&l, 2, 24, "   line                ↑\n▸row 0 of kind 8\n");
    ledger_resize(&l, 0, 0);
    ledger_release(&l);
}

static void nothing_is_no_trouble(void **state)
{
    (void)state;
    struct ledger l;
    ledger_init(&l);
    ledger_resize(&l, 5, 20);
    assert_null(ledger_chosen(&l));
    press(&l, "Down");
    ledger_rule(&l, "ONLY");
    ledger_resize(&l, 5, 20);
    press(&l, "Up");
    assert_null(ledger_chosen(&l));
    ledger_release(&l);
}

static void candidates_keep_a_width_to_be_known_by(void **state)
{
    (void)state;
    for (int cols = 1; cols <= 250; cols++)
        for (int n = 1; n <= 5; n++) {
            struct compare_layout l = compare_lay(cols, n);
            assert_in_range(l.shown, 1, n);
            assert_in_range(l.width, 1, COMPARE_MOST);
            if (cols >= 2 * COMPARE_LEAST) {
                assert_true(l.width >= COMPARE_LEAST);
                assert_true(l.label + l.shown * l.width <= cols);
            }
        }
    assert_int_equal(compare_lay(80, 5).shown, 5);
    assert_int_equal(compare_lay(40, 5).shown, 2);
    assert_int_equal(compare_lay(72, 5).shown, 5);
    assert_int_equal(compare_lay(71, 5).shown, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_stepped_over),
        cmocka_unit_test(the_choice_outlives_a_new_width),
        cmocka_unit_test(nothing_is_no_trouble),
        cmocka_unit_test(candidates_keep_a_width_to_be_known_by),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
