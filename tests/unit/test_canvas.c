#include "support/unit.h"

#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "tui/canvas.h"

static void expect(const struct canvas *c, const char *want)
{
    struct str got = STR_INIT;
    canvas_dump(c, &got);
    assert_string_equal(got.s, want);
    str_release(&got);
}

static void expect_roles(const struct canvas *c, const char *want)
{
    struct str got = STR_INIT;
    canvas_dump_roles(c, &got);
    assert_string_equal(got.s, want);
    str_release(&got);
}

/* Draws `text` at (0, col) in `width` columns of a fresh row of ten and expects the row. */
static int drawn(int col, int width, const char *text, const char *want)
{
    struct canvas c;
    int cols;
    canvas_init(&c, 1, 10);
    cols = canvas_text(&c, 0, col, width, ROLE_TEXT, text);
    expect(&c, want);
    canvas_release(&c);
    return cols;
}

static void text_fits_or_is_cut(void **state)
{
    (void)state;
    assert_int_equal(drawn(0, 10, "slate", "slate\n"), 5);
    assert_int_equal(drawn(2, 5, "slate", "  slate\n"), 5);
    assert_int_equal(drawn(2, 4, "slate", "  sla…\n"), 4);
    assert_int_equal(drawn(0, 1, "slate", "…\n"), 1);
    assert_int_equal(drawn(0, 0, "slate", "\n"), 0);
    assert_int_equal(drawn(0, -3, "slate", "\n"), 0);
    assert_int_equal(drawn(0, 10, "", "\n"), 0);
    assert_int_equal(drawn(0, INT_MAX, "Léa Fournier", "Léa Fourni\n"), 12);
}

static void text_outside_is_cut_without_a_sign(void **state)
{
    (void)state;
    assert_int_equal(drawn(7, 40, "slate", "       sla\n"), 5);
    assert_int_equal(drawn(-2, 40, "slate", "ate\n"), 5);
    assert_int_equal(drawn(10, 40, "slate", "\n"), 5);
    assert_int_equal(drawn(-5, 40, "slate", "\n"), 5);
}

static void wide_characters(void **state)
{
    (void)state;
    assert_int_equal(drawn(0, 10, "日本", "日本\n"), 4);
    assert_int_equal(drawn(0, 3, "日本", "日…\n"), 3);
    assert_int_equal(drawn(0, 2, "日本", " …\n"), 2);
    assert_int_equal(drawn(9, 2, "日", "\n"), 2);     /* right half beyond the edge */
    assert_int_equal(drawn(-1, 4, "日a", " a\n"), 3); /* left half beyond the edge */
    assert_int_equal(drawn(8, 2, "日", "        日\n"), 2);
}

static void combining_marks_stay_on_their_letter(void **state)
{
    struct canvas c;
    (void)state;
    assert_int_equal(drawn(0, 3, "e\xCC\x81t", "e\xCC\x81t\n"), 2);
    assert_int_equal(drawn(0, 3, "\xCC\x81t", "t\n"), 1); /* nothing to stand on */
    canvas_init(&c, 1, 3);
    canvas_text(&c, 0, 0, 3, ROLE_TEXT, "a\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86z");
    assert_string_equal(c.cells[0].text, "a\xCC\x81\xCC\x82\xCC\x83\xCC\x84");
    assert_string_equal(c.cells[1].text, "z");
    canvas_release(&c);
}

static void overwriting_half_a_wide_one_blanks_the_other(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 1, 6);
    canvas_text(&c, 0, 0, 6, ROLE_GOOD, "日本語");
    canvas_text(&c, 0, 1, 2, ROLE_TEXT, "xy");
    expect(&c, " xy 語\n");
    expect_roles(&c, "g..ggg\n");
    canvas_text(&c, 0, 3, 2, ROLE_TEXT, "日");
    expect(&c, " xy日\n");
    canvas_fill(&c, (struct area){0, 4, 1, 1}, ROLE_TEXT);
    expect(&c, " xy\n");
    canvas_release(&c);
}

static void nothing_drives_the_terminal(void **state)
{
    (void)state;
    drawn(0, 10, "a\x1b[2J\x07", "a␛[2J␇\n");
    drawn(0, 10, "a\tb\nc", "a b c\n");
    drawn(0, 10, "\x7f|\xC2\x9b|", "␡|\xEF\xBF\xBD|\n");
    drawn(0, 10, "x\xE2\x80\xAEy", "x\xEF\xBF\xBDy\n"); /* right-to-left override */
    drawn(0, 10, "\xff\xc3", "\xEF\xBF\xBD\xEF\xBF\xBD\n");
}

static void ascii_glyphs_signs_and_marks(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 3, 8);
    c.ascii = true;
    canvas_text(&c, 0, 0, 4, ROLE_TEXT, "Léa Moreau");
    canvas_text(&c, 0, 5, 3, ROLE_TEXT, canvas_glyph(&c, GLYPH_TICK));
    canvas_rule(&c, 1, "ASK");
    canvas_text(&c, 2, 0, 8, ROLE_TEXT, "a\x1b z");
    expect(&c, "Léa~ x\n- ASK --\na? z\n");
    canvas_release(&c);
}

static void every_glyph_has_one_column_and_a_twin(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 1, 4);
    for (int g = 0; g < GLYPHS; g++) {
        c.ascii = false;
        assert_int_equal(canvas_text(&c, 0, 0, 4, ROLE_TEXT, canvas_glyph(&c, (enum glyph)g)), 1);
        assert_true((unsigned char)canvas_glyph(&c, (enum glyph)g)[0] >= 0x80);
        c.ascii = true;
        assert_int_equal(strlen(canvas_glyph(&c, (enum glyph)g)), 1);
        assert_true((unsigned char)canvas_glyph(&c, (enum glyph)g)[0] < 0x80);
    }
    canvas_release(&c);
}

static void right_aligned(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 3, 8);
    canvas_text_right(&c, 0, 2, 6, ROLE_TEXT, "日5");
    canvas_text_right(&c, 1, 2, 6, ROLE_TEXT, "too long a text");
    canvas_text_right(&c, 2, 2, 6, ROLE_TEXT, "exact!");
    expect(&c, "     日5\n  too l…\n  exact!\n");
    canvas_release(&c);
}

static void clips_nest_and_come_back(void **state)
{
    struct canvas c;
    struct area outer, inner;
    (void)state;
    canvas_init(&c, 3, 6);
    outer = canvas_clip(&c, (struct area){1, 2, 10, 2});
    assert_int_equal(c.clip.rows, 2);
    canvas_text(&c, 1, 0, 6, ROLE_TEXT, "abcdef");
    canvas_text(&c, 0, 0, 6, ROLE_TEXT, "abcdef");
    canvas_text(&c, 2, 1, 6, ROLE_TEXT, "日本語");
    expect(&c, "\n  cd\n\n"); /* of both wide ones only a half is inside */
    inner = canvas_clip(&c, (struct area){-1, -1, 3, 4}); /* within the first */
    assert_int_equal(c.clip.rows * c.clip.cols, 1);
    canvas_fill(&c, (struct area){0, 0, INT_MAX, INT_MAX}, ROLE_FOCUS);
    canvas_clip_to(&c, inner);
    canvas_role(&c, (struct area){INT_MIN, INT_MIN, INT_MAX, INT_MAX}, ROLE_FLAG);
    canvas_clip_to(&c, outer);
    canvas_text(&c, 0, 1, 5, ROLE_TEXT, "back");
    expect(&c, " back\n   d\n\n");
    expect_roles(&c, "\n..F\n\n");
    canvas_release(&c);
}

static void wrapped_text(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 3, 8);
    assert_int_equal(canvas_wrapped(&c, (struct area){0, 1, 3, 7}, ROLE_TEXT, "one two three"), 2);
    expect(&c, " one two\n three\n\n");
    canvas_clear(&c);
    assert_int_equal(canvas_wrapped(&c, (struct area){0, 0, 2, 6}, ROLE_TEXT, "a b\nsecond third"),
                     2);
    expect(&c, "a b\nsecon…\n\n");
    canvas_clear(&c);
    assert_int_equal(canvas_wrapped(&c, (struct area){0, 0, 1, 8}, ROLE_TEXT, "a\nb"), 1);
    expect(&c, "a…\n\n\n");
    assert_int_equal(canvas_wrapped(&c, (struct area){0, 0, 0, 8}, ROLE_TEXT, "a"), 0);
    assert_int_equal(canvas_wrapped(&c, (struct area){0, 0, 8, 0}, ROLE_TEXT, "a"), 0);
    canvas_release(&c);
}

static void rules(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 3, 10);
    canvas_rule(&c, 0, NULL);
    canvas_rule(&c, 1, "HEARD");
    canvas_rule(&c, 2, "HEARD AND SEEN");
    expect(&c, "──────────\n─ HEARD ──\n─ HEARD… ─\n");
    expect_roles(&c, "----------\n--HHHHH---\n--HHHHHH--\n");
    canvas_resize(&c, 1, 1);
    canvas_rule(&c, 0, "HEARD");
    expect(&c, "─\n");
    canvas_release(&c);
}

static void the_cursor_is_inside_or_hidden(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 2, 4);
    assert_false(c.cursor);
    canvas_cursor(&c, 1, 4);
    assert_true(c.cursor && c.cursor_row == 1 && c.cursor_col == 3);
    canvas_cursor(&c, 2, 0);
    assert_false(c.cursor);
    canvas_cursor(&c, 0, -1);
    assert_false(c.cursor);
    canvas_cursor(&c, 0, 0);
    canvas_clear(&c);
    assert_false(c.cursor);
    canvas_release(&c);
}

static void resize_clears_and_keeps_one_cell(void **state)
{
    struct canvas c;
    (void)state;
    canvas_init(&c, 2, 4);
    c.ascii = true;
    canvas_text(&c, 0, 0, 4, ROLE_FLAG, "abcd");
    canvas_clip(&c, (struct area){0, 0, 1, 1});
    canvas_resize(&c, 2, 4);
    expect(&c, "\n\n");
    expect_roles(&c, "\n\n");
    assert_int_equal(c.clip.cols, 4);
    canvas_resize(&c, 0, -1);
    assert_int_equal(c.rows * c.cols, 1);
    assert_true(c.ascii);
    canvas_text(&c, 0, 0, 9, ROLE_TEXT, "日");
    expect(&c, "\n");
    canvas_release(&c);
}

/* A width of 0 stands right of one of 2 and nowhere else. */
static void check_pairs(const struct canvas *c)
{
    for (int i = 0; i < c->rows * c->cols; i++) {
        bool left_is_wide = i % c->cols > 0 && c->cells[i - 1].width == 2;
        assert_int_equal(c->cells[i].width == 0, left_is_wide);
        assert_true(c->cells[i].width != 2 || i % c->cols + 1 < c->cols);
        assert_true(memchr(c->cells[i].text, '\0', CELL_TEXT) != NULL);
    }
}

static void wide_pairs_survive_anything(void **state)
{
    static const char *const texts[] = {"日本語テキスト", "a日b本c", "e\xCC\x81日", "plain",
                                        "\xff日\x1b"};
    unsigned seed = 20260101;
    struct canvas c;
    (void)state;
    print_message("# seed %u\n", seed);
    canvas_init(&c, 3, 9);
    for (int i = 0; i < 20000; i++) {
        int row = rand_r(&seed) % 5 - 1, col = rand_r(&seed) % 14 - 3, size = rand_r(&seed) % 12;
        const char *text = texts[rand_r(&seed) % 5];
        if (rand_r(&seed) % 8 == 0)
            canvas_clip(&c, (struct area){row, col, rand_r(&seed) % 4, size});
        else if (rand_r(&seed) % 4 == 0)
            canvas_fill(&c, (struct area){row, col, 2, size}, ROLE_DIM);
        else if (rand_r(&seed) % 4 == 0)
            canvas_wrapped(&c, (struct area){row, col, 2, size}, ROLE_TEXT, text);
        else
            canvas_text(&c, row, col, size, ROLE_TEXT, text);
        check_pairs(&c);
        if (i % 64 == 0)
            canvas_clear(&c);
    }
    canvas_release(&c);
}

static void role_letters_differ(void **state)
{
    (void)state;
    for (int a = 0; a < ROLES; a++)
        for (int b = 0; b < a; b++)
            assert_int_not_equal(role_letter((enum role)a), role_letter((enum role)b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_fits_or_is_cut),
        cmocka_unit_test(text_outside_is_cut_without_a_sign),
        cmocka_unit_test(wide_characters),
        cmocka_unit_test(combining_marks_stay_on_their_letter),
        cmocka_unit_test(overwriting_half_a_wide_one_blanks_the_other),
        cmocka_unit_test(nothing_drives_the_terminal),
        cmocka_unit_test(ascii_glyphs_signs_and_marks),
        cmocka_unit_test(every_glyph_has_one_column_and_a_twin),
        cmocka_unit_test(right_aligned),
        cmocka_unit_test(clips_nest_and_come_back),
        cmocka_unit_test(wrapped_text),
        cmocka_unit_test(rules),
        cmocka_unit_test(the_cursor_is_inside_or_hidden),
        cmocka_unit_test(resize_clears_and_keeps_one_cell),
        cmocka_unit_test(wide_pairs_survive_anything),
        cmocka_unit_test(role_letters_differ),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
