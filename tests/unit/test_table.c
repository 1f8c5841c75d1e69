#include <string.h>

#include "base/vec.h"
#include "support/drawn.h"
#include "tui/table.h"

static const struct table_column columns[] = {
    {.title = "Candidate", .min = 8, .max = 14},
    {.title = "Job", .min = 6, .max = 10, .priority = 2},
    {.title = "Score", .min = 5, .max = 5, .priority = 1, .right = true},
    {.title = "When", .min = 4, .max = 4, .priority = 2},
};

static void assert_slots(int width, const char *expected)
{
    struct table_layout layout;
    struct str got = STR_INIT;
    table_layout(columns, COUNT_OF(columns), width, &layout);
    for (int i = 0; i < layout.n; i++)
        str_addf(&got, "%s%d@%d+%d", i > 0 ? " " : "", layout.slots[i].column, layout.slots[i].col,
                 layout.slots[i].width);
    assert_string_equal(got.s, expected);
    str_release(&got);
}

static void columns_grow_in_order_and_go_by_priority(void **state)
{
    (void)state;
    assert_slots(100, "0@0+14 1@16+10 2@28+5 3@35+4");
    assert_slots(39, "0@0+14 1@16+10 2@28+5 3@35+4");
    assert_slots(36, "0@0+14 1@16+7 2@25+5 3@32+4");
    assert_slots(29, "0@0+8 1@10+6 2@18+5 3@25+4");
    assert_slots(28, "0@0+13 1@15+6 2@23+5"); /* the rightmost of the highest priority */
    assert_slots(22, "0@0+14 2@16+5");
    assert_slots(14, "0@0+14");
    assert_slots(5, "0@0+5"); /* never dropped, only narrowed */
    assert_slots(0, "");
    assert_slots(-3, "");
}

struct row {
    const char *name, *job, *score;
};

static const struct row people[] = {
    {"Léa Fournier", "Colorist", "3.8"},
    {"渡辺 純", "Editor", "–"},
    {"Ada Moreau-Whitfield", "Post Producer", "4.1"},
    {"Jun\x1b[2J", "Editor", "2.0"},
};

static void cell(const void *data, int row, int column, struct str *text, enum role *role)
{
    const struct row *r = (const struct row *)data + row;
    assert_int_equal(text->len, 0);
    str_add(text, column == 0 ? r->name : column == 1 ? r->job : column == 2 ? r->score : "");
    if (column == 2)
        *role = ROLE_DIM;
}

static bool marked(const void *data, int row)
{
    (void)data;
    return row == 1;
}

static struct table table(void)
{
    return (struct table){.columns = columns,
                          .n = 3,
                          .cell = cell,
                          .marked = marked,
                          .data = people,
                          .sorted = 1,
                          .empty = "No one yet."};
}

static struct list list(int n, int rows)
{
    struct list l;
    list_init(&l, false);
    list_resize(&l, table_height(rows));
    list_count(&l, n);
    return l;
}

static void a_table_is_drawn_with_its_chosen_row(void **state)
{
    (void)state;
    struct table t = table();
    struct list l = list(4, 4);
    struct canvas c;
    canvas_init(&c, 4, 36);
    list_choose(&l, 1);
    table_draw(&t, &l, &c, (struct area){0, 0, 4, 36});
    assert_drawn(&c, "   Candidate↑      Job        Score\n"
                     "   Léa Fournier    Colorist     3.8\n"
                     "✓▸ 渡辺 純         Editor         –\n"
                     "   Ada Moreau-Wh…  Post Pro…    4.1↓\n");
    assert_roles(&c, "...HHHHHHHHHH......HHH........HHHHH\n"
                     "................................ddd\n"
                     "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF\n"
                     "................................dddd\n");
    assert_cursor(&c, 2, 1);
    list_choose(&l, 3);
    canvas_clear(&c);
    t.descending = true;
    table_draw(&t, &l, &c, (struct area){0, 0, 4, 36});
    assert_drawn(&c, "   Candidate↓      Job        Score\n"
                     "✓  渡辺 純         Editor         –↑\n"
                     "   Ada Moreau-Wh…  Post Pro…    4.1\n"
                     " ▸ Jun␛[2J         Editor       2.0\n");
    canvas_release(&c);
}

static void an_empty_table_says_so(void **state)
{
    (void)state;
    struct table t = table();
    struct list l = list(0, 3);
    struct canvas c;
    canvas_init(&c, 3, 30);
    table_draw(&t, &l, &c, (struct area){0, 0, 3, 30});
    assert_drawn(&c, "   Candidate↑   Job     Score\n No one yet.\n\n");
    assert_false(c.cursor);
    canvas_release(&c);
}

static void an_unfocused_table_keeps_its_pointer_only(void **state)
{
    (void)state;
    struct table t = table();
    struct list l = list(1, 2);
    struct canvas c;
    t.unfocused = true;
    canvas_init(&c, 2, 20);
    table_draw(&t, &l, &c, (struct area){0, 0, 2, 20});
    assert_roles(&c, "...HHHHHHHHH..HHHHH\n.S..............ddd\n");
    assert_false(c.cursor);
    canvas_release(&c);
}

static void any_size_is_survived(void **state)
{
    (void)state;
    struct table t = table();
    for (int rows = 0; rows < 6; rows++) {
        for (int cols = 0; cols < 50; cols++) {
            struct list l = list(4, rows);
            struct canvas c;
            canvas_init(&c, rows, cols);
            list_choose(&l, 3);
            table_draw(&t, &l, &c, (struct area){0, 0, rows, cols});
            assert_int_equal(c.cursor, rows > 0 && cols > 0);
            canvas_release(&c);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_grow_in_order_and_go_by_priority),
        cmocka_unit_test(a_table_is_drawn_with_its_chosen_row),
        cmocka_unit_test(an_empty_table_says_so),
        cmocka_unit_test(an_unfocused_table_keeps_its_pointer_only),
        cmocka_unit_test(any_size_is_survived),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
