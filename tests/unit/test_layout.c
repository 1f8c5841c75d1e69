#include "support/drawn.h"
#include "tui/layout.h"

static void assert_area(struct area a, int row, int col, int rows, int cols)
{
    assert_int_equal(a.row, row);
    assert_int_equal(a.col, col);
    assert_int_equal(a.rows, rows);
    assert_int_equal(a.cols, cols);
}

static void pieces_are_cut_off_the_edges(void **state)
{
    (void)state;
    struct area rest = layout_size(24, 80);
    assert_area(layout_top(&rest, 2), 0, 0, 2, 80);
    assert_area(layout_bottom(&rest, 1), 23, 0, 1, 80);
    assert_area(layout_left(&rest, 30), 2, 0, 21, 30);
    assert_area(layout_right(&rest, 10), 2, 70, 21, 10);
    assert_area(rest, 2, 30, 21, 40);
    assert_area(layout_row(rest, 20), 22, 30, 1, 40);
    assert_area(layout_inset(rest, 1, 2), 3, 32, 19, 36);
}

static void what_does_not_fit_is_empty(void **state)
{
    (void)state;
    struct area rest = layout_size(3, 5);
    assert_area(layout_top(&rest, 2), 0, 0, 2, 5);
    assert_area(layout_bottom(&rest, 4), 2, 0, 1, 5);
    assert_true(layout_empty(layout_top(&rest, 1)));
    assert_area(rest, 2, 0, 0, 5);
    assert_area(layout_left(&rest, -3), 2, 0, 0, 0);
    assert_area(layout_size(-1, -1), 0, 0, 0, 0);
    assert_true(layout_empty(layout_row(layout_size(3, 5), 3)));
    assert_true(layout_empty(layout_row(layout_size(3, 5), -1)));
    assert_true(layout_empty(layout_inset(layout_size(3, 5), 2, 0)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_cut_off_the_edges),
        cmocka_unit_test(what_does_not_fit_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
