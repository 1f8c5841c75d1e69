#include "support/drawn.h"
#include "tui/layout.h"
#include "tui/prompt.h"

static const struct choice yes_no[] = {{'y', "yes"}, {'n', "no"}};
static const struct ask leave = {"Leave? It stays open.", yes_no, 2, NULL};

static void assert_prompt(const struct ask *ask, int rows, int cols, const char *expected)
{
    struct canvas c;
    canvas_init(&c, rows, cols);
    canvas_fill(&c, layout_all(&c), ROLE_TEXT);
    struct area rest = layout_all(&c);
    prompt_draw(ask, &c, layout_bottom(&rest, prompt_rows(ask, cols)));
    assert_drawn(&c, expected);
    assert_true(c.cursor);
    canvas_release(&c);
}

static void a_short_question_stands_on_one_line(void **state)
{
    (void)state;
    assert_int_equal(prompt_rows(&leave, 46), 2);
    assert_prompt(&leave, 3, 46,
                  "\n──────────────────────────────────────────────\n"
                  " Leave? It stays open.   y yes  n no  Esc back\n");
}

static void a_longer_one_is_wrapped_above_its_choices(void **state)
{
    (void)state;
    assert_int_equal(prompt_rows(&leave, 45), 3);
    assert_prompt(&leave, 5, 16,
                  "────────────────\n Leave? It\n stays open.\n y yes  n no\n Esc back\n");
}

static void a_low_window_keeps_what_to_press(void **state)
{
    (void)state;
    assert_prompt(&leave, 2, 22, " Leave? It stays…\n y yes  n no  Esc back\n");
    assert_prompt(&leave, 1, 22, " y yes  n no  Esc back\n");
    for (int rows = 1; rows < 8; rows++)
        for (int cols = 1; cols < 60; cols++) {
            struct canvas c;
            canvas_init(&c, rows, cols);
            prompt_draw(&leave, &c, layout_all(&c));
            canvas_release(&c);
        }
}

static int answer(const struct ask *ask, const char *key)
{
    int choice;
    return prompt_key(ask, key_named(key), &choice) ? choice : -9;
}

static void keys_answer_whatever_caps_lock_does(void **state)
{
    (void)state;
    assert_int_equal(answer(&leave, "y"), 0);
    assert_int_equal(answer(&leave, "N"), 1);
    assert_int_equal(answer(&leave, "Esc"), -1);
    assert_int_equal(answer(&leave, "Ctrl-C"), -1);
    assert_int_equal(answer(&leave, "x"), -9);
    assert_int_equal(answer(&leave, "Enter"), -9);
    assert_int_equal(answer(&leave, "Ctrl-Y"), -9);
}

static void cases_that_mean_different_things_stay_apart(void **state)
{
    (void)state;
    static const struct choice choices[] = {{'d', "discard"}, {'D', "delete"}, {K_ENTER, "keep"}};
    static const struct ask ask = {"What now?", choices, 3, NULL};
    assert_int_equal(answer(&ask, "d"), 0);
    assert_int_equal(answer(&ask, "D"), 1);
    assert_int_equal(answer(&ask, "Enter"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_question_stands_on_one_line),
        cmocka_unit_test(a_longer_one_is_wrapped_above_its_choices),
        cmocka_unit_test(a_low_window_keeps_what_to_press),
        cmocka_unit_test(keys_answer_whatever_caps_lock_does),
        cmocka_unit_test(cases_that_mean_different_things_stay_apart),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
