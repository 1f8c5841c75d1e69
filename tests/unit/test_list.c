#include "base/vec.h"
#include "support/drawn.h"
#include "tui/list.h"

static struct list list(int n, int height)
{
    struct list l;
    list_init(&l, false);
    list_resize(&l, height);
    list_count(&l, n);
    return l;
}

static void press(struct list *l, const char *key)
{
    assert_true(list_key(l, key_named(key)));
}

static void assert_list(const struct list *l, int chosen, int top)
{
    assert_int_equal(list_chosen(l), chosen);
    assert_int_equal(l->top, top);
}

static void the_window_moves_only_when_the_choice_would_leave_it(void **state)
{
    (void)state;
    struct list l = list(10, 4);
    press(&l, "Up");
    assert_list(&l, 0, 0);
    press(&l, "PgDn");
    assert_list(&l, 3, 0);
    press(&l, "Down");
    assert_list(&l, 4, 1);
    press(&l, "Up");
    assert_list(&l, 3, 1);
    press(&l, "PgUp");
    assert_list(&l, 0, 0);
    press(&l, "End");
    assert_list(&l, 9, 6);
    press(&l, "Down");
    press(&l, "PgDn");
    assert_list(&l, 9, 6);
    press(&l, "PgUp");
    assert_list(&l, 6, 6);
    press(&l, "Home");
    assert_list(&l, 0, 0);
}

static void fewer_items_and_a_larger_window_leave_no_blank_rows(void **state)
{
    (void)state;
    struct list l = list(10, 4);
    list_choose(&l, 9);
    list_count(&l, 7);
    assert_list(&l, 6, 3);
    list_resize(&l, 6);
    assert_list(&l, 6, 1);
    list_resize(&l, 2);
    assert_list(&l, 6, 5);
    list_count(&l, 0);
    assert_list(&l, -1, 0);
    press(&l, "Down");
    press(&l, "End");
    assert_list(&l, -1, 0);
    list_count(&l, 3);
    assert_list(&l, 0, 0);
}

static void rows_name_their_items(void **state)
{
    (void)state;
    struct list l = list(5, 3);
    list_choose(&l, 3);
    static const int items[] = {1, 2, 3, -1};
    for (size_t row = 0; row < COUNT_OF(items); row++)
        assert_int_equal(list_row(&l, (int)row), items[row]);
    assert_int_equal(list_row(&l, -1), -1);
    l = list(2, 3);
    assert_int_equal(list_row(&l, 2), -1);
}

static void letters_walk_only_where_they_are_free(void **state)
{
    (void)state;
    struct list l = list(5, 3);
    assert_false(list_key(&l, key_named("j")));
    assert_false(list_key(&l, key_named("Ctrl-Down")));
    assert_false(list_key(&l, key_named("Enter")));
    l.letters = true;
    press(&l, "j");
    assert_list(&l, 1, 0);
    press(&l, "G");
    assert_list(&l, 4, 2);
    press(&l, "k");
    assert_list(&l, 3, 2);
    press(&l, "g");
    assert_list(&l, 0, 0);
    assert_false(list_key(&l, key_named("Ctrl-j")));
}

static void arrows_tell_what_is_hidden(void **state)
{
    (void)state;
    struct list l = list(5, 3);
    struct canvas c;
    canvas_init(&c, 3, 4);
    list_hint(&l, &c, (struct area){0, 0, 3, 4});
    assert_drawn(&c, "\n\n   ↓\n");
    list_choose(&l, 3);
    canvas_clear(&c);
    c.ascii = true;
    list_hint(&l, &c, (struct area){0, 0, 3, 4});
    assert_drawn(&c, "   ^\n\n   v\n");
    list_hint(&l, &c, (struct area){0, 0, 0, 0});
    canvas_release(&c);
}

static void a_window_without_rows_is_survived(void **state)
{
    (void)state;
    struct list l = list(5, -2);
    press(&l, "Down");
    press(&l, "PgDn");
    press(&l, "PgUp");
    assert_int_equal(list_chosen(&l), 1);
    assert_int_equal(list_row(&l, 0), -1);
    list_resize(&l, 1);
    assert_list(&l, 1, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_window_moves_only_when_the_choice_would_leave_it),
        cmocka_unit_test(fewer_items_and_a_larger_window_leave_no_blank_rows),
        cmocka_unit_test(rows_name_their_items),
        cmocka_unit_test(letters_walk_only_where_they_are_free),
        cmocka_unit_test(arrows_tell_what_is_hidden),
        cmocka_unit_test(a_window_without_rows_is_survived),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
