#include "support/drawn.h"
#include "tui/statusbar.h"

static void assert_header(int cols, const char *left, const char *right, const char *expected)
{
    struct canvas c;
    canvas_init(&c, 1, cols);
    statusbar_header(&c, 0, left, right);
    assert_drawn(&c, expected);
    canvas_release(&c);
}

static void the_right_part_is_kept_and_the_left_one_cut(void **state)
{
    (void)state;
    assert_header(24, "Léa · Colorist", "saved", " Léa · Colorist   saved\n");
    assert_header(20, "Léa · Colorist", "saved", " Léa · Colo…  saved\n");
    assert_header(8, "Léa", "14:32 of 30", " 14:32…\n");
    assert_header(8, NULL, "heard", "  heard\n");
    assert_header(8, "slate", NULL, " slate\n");
    assert_header(1, "slate", "saved", "\n");
}

static void assert_message(enum tone tone, const char *text, const char *drawn, const char *roles)
{
    struct canvas c;
    canvas_init(&c, 1, 20);
    statusbar_message(&c, 0, tone, text);
    assert_drawn(&c, drawn);
    assert_roles(&c, roles);
    canvas_release(&c);
}

static void a_tone_is_never_colour_alone(void **state)
{
    (void)state;
    assert_message(TONE_PLAIN, "Undone.", " Undone.\n", "\n");
    assert_message(TONE_GOOD, "Saved.", " ✓ Saved.\n", ".g.gggggg\n");
    assert_message(TONE_WARN, "late", " Note: late\n", ".yyyyy.yyyy\n");
    assert_message(TONE_ERROR, "The disk is full: make room", " ! The disk is full…\n",
                   ".E.EEEEEEEEEEEEEEEEE\n");
    assert_message(TONE_ERROR, "", "\n", "\n");
    assert_message(TONE_ERROR, NULL, "\n", "\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_part_is_kept_and_the_left_one_cut),
        cmocka_unit_test(a_tone_is_never_colour_alone),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
