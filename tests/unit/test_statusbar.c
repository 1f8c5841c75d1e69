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
    statusbar_message(&c, (struct area){0, 0, 1, 20}, tone, text);
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

/* What to do stands at the end of a message: a narrow window must not cut it off. */
static void a_long_message_is_wrapped_under_a_rule(void **state)
{
    (void)state;
    const char *text = "The disk is full: make room, then press the key again";
    struct canvas c;
    canvas_init(&c, 5, 20);
    canvas_text(&c, 1, 0, 20, ROLE_TEXT, "what stood here before");
    assert_int_equal(statusbar_message_rows(&c, TONE_ERROR, "The disk is full."), 1);
    assert_int_equal(statusbar_message_rows(&c, TONE_ERROR, text), 5);
    statusbar_message(&c, (struct area){0, 0, 5, 20}, TONE_ERROR, text);
    assert_drawn(&c, "────────────────────\n ! The disk is full:\n   make room, then\n"
                     "   press the key\n   again\n");
    statusbar_message(&c, (struct area){3, 0, 2, 20}, TONE_ERROR, text);
    assert_drawn(&c, "────────────────────\n ! The disk is full:\n   make room, then\n"
                     " ! The disk is full:\n   make room, then…\n");
    canvas_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_part_is_kept_and_the_left_one_cut),
        cmocka_unit_test(a_tone_is_never_colour_alone),
        cmocka_unit_test(a_long_message_is_wrapped_under_a_rule),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
