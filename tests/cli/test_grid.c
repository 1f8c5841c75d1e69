/* Tables of `slate list`: aligned, within their width, and nothing lost that fits. */

#include "support/unit.h"

#include <locale.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "cli/grid.h"

static const struct grid_column columns[] = {
    {"ID", 0, true}, {"NAME", 6, false}, {"JOB", 4, false}, {"STATE", 0, false}};

static void fill(struct grid *g, const char *const *cells)
{
    *g = (struct grid){.columns = columns, .n = COUNT_OF(columns)};
    for (; *cells != NULL; cells++)
        grid_add(g, *cells);
}

static void assert_printed(const char *const *cells, int width, const char *expected)
{
    struct grid g;
    struct str out = STR_INIT;
    fill(&g, cells);
    grid_print(&g, width, &out);
    assert_string_equal(out.s, expected);
    str_release(&out);
    grid_release(&g);
}

static void columns_are_aligned(void **state)
{
    (void)state;
    const char *const cells[] = {"3",  "Ada Moreau", "Soho", "open", /* row by row */
                                 "12", "Léa",        "",     "submitted", NULL};
    assert_printed(cells, 80,
                   "ID  NAME        JOB   STATE\n"
                   " 3  Ada Moreau  Soho  open\n"
                   "12  Léa               submitted\n");
}

static void wide_and_combining_letters_count_as_drawn(void **state)
{
    (void)state;
    const char *const cells[] = {"1",
                                 "渡辺 潤",
                                 "a",
                                 "open",
                                 "2",
                                 "Le\xCC\x81"
                                 "a",
                                 "b",
                                 "open",
                                 NULL};
    assert_printed(cells, 80,
                   "ID  NAME     JOB  STATE\n"
                   " 1  渡辺 潤  a    open\n"
                   " 2  Le\xCC\x81"
                   "a      b    open\n");
}

static void a_column_without_text_is_left_out(void **state)
{
    (void)state;
    const char *const cells[] = {"3", "Ada", NULL, NULL};
    struct grid g;
    struct str out = STR_INIT;
    fill(&g, cells);
    grid_add(&g, NULL);
    grid_add(&g, "open");
    grid_print(&g, 80, &out);
    assert_str(&out, "ID  NAME  STATE\n"
                     " 3  Ada   open\n");
    str_release(&out);
    grid_release(&g);
}

/* The widest gives way first, down to its least; what may not be cut is never cut. */
static void the_widest_gives_way(void **state)
{
    (void)state;
    const char *const cells[] = {"3", "Maximiliana of Hohenlohe", "Soho S2 pickup", "submitted",
                                 NULL};
    assert_printed(cells, 55,
                   "ID  NAME                      JOB             STATE\n"
                   " 3  Maximiliana of Hohenlohe  Soho S2 pickup  submitted\n");
    assert_printed(cells, 40,
                   "ID  NAME         JOB           STATE\n"
                   " 3  Maximilian…  Soho S2 pic…  submitted\n");
    assert_printed(cells, 10,
                   "ID  NAME    JOB   STATE\n"
                   " 3  Maxim…  Soh…  submitted\n");
}

static void text_from_outside_stays_on_its_line(void **state)
{
    (void)state;
    const char *const cells[] = {"3", "A\nda\x1b[2J", "a", "open", NULL};
    assert_printed(cells, 80,
                   "ID  NAME      JOB  STATE\n"
                   " 3  A da␛[2J  a    open\n");
}

/* Whatever the cells: no line is wider than asked while there is anything that may give way. */
static void random_cells_fit(void **state)
{
    (void)state;
    static const char *const bits[] = {"a", "ß", "渡", "e\xCC\x81", " ", "Moreau", "😀", "\t"};
    uint64_t seed = seed_start("grid");
    for (int round = 0; round < 300; round++) {
        struct grid g = {.columns = columns, .n = COUNT_OF(columns)};
        struct str out = STR_INIT, cell = STR_INIT;
        for (int i = 0; i < 4 * (1 + seed_below(&seed, 3)); i++) {
            str_clear(&cell);
            for (int n = seed_below(&seed, i % 4 == 1 || i % 4 == 2 ? 30 : 2); n > 0; n--)
                str_add(&cell, bits[seed_below(&seed, COUNT_OF(bits))]);
            grid_add(&g, cell.s);
        }
        grid_print(&g, 40, &out);
        for (char *line = out.s, *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
            assert_true(utf8_width(line, (size_t)(end - line)) <= 40);
        str_release(&cell);
        str_release(&out);
        grid_release(&g);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_aligned),
        cmocka_unit_test(wide_and_combining_letters_count_as_drawn),
        cmocka_unit_test(a_column_without_text_is_left_out),
        cmocka_unit_test(the_widest_gives_way),
        cmocka_unit_test(text_from_outside_stays_on_its_line),
        cmocka_unit_test(random_cells_fit),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
