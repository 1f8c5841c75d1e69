#include "support/unit.h"

#include <locale.h>

#include "tui/screen.h"
#include "tui/term.h"

static void events_come_in_order_then_no_more(void **state)
{
    struct term *t = term_script_open(24, 80);
    struct event ev;
    int rows, cols;
    (void)state;
    assert_false(t->ops->pending(t));
    term_script_key(t, (struct key){'a', MOD_ALT});
    term_script_paste(t, "two\nlines");
    term_script_resize(t, 5, 7);
    term_script_event(t, EVENT_TICK);
    assert_true(t->ops->pending(t));
    assert_true(t->ops->next(t, 0, &ev) && ev.kind == EVENT_KEY && key_is(ev.key, 'a', MOD_ALT));
    assert_true(t->ops->next(t, 0, &ev) && ev.kind == EVENT_PASTE);
    assert_string_equal(ev.text, "two\nlines");
    assert_int_equal(ev.len, 9);
    t->ops->size(t, &rows, &cols);
    assert_true(rows == 24 && cols == 80);
    assert_true(t->ops->next(t, 0, &ev) && ev.kind == EVENT_RESIZE && ev.rows == 5 && ev.cols == 7);
    t->ops->size(t, &rows, &cols);
    assert_true(rows == 5 && cols == 7);
    assert_true(t->ops->next(t, 0, &ev) && ev.kind == EVENT_TICK);
    assert_false(t->ops->next(t, 0, &ev));
    term_script_event(t, EVENT_TERMINATE);
    assert_true(t->ops->next(t, 0, &ev) && ev.kind == EVENT_TERMINATE);
    t->ops->close(t);
}

static void the_last_canvas_is_kept(void **state)
{
    struct term *t = term_script_open(2, 5);
    struct canvas c;
    struct str got = STR_INIT;
    (void)state;
    canvas_init(&c, 2, 5);
    canvas_text(&c, 0, 0, 5, ROLE_FLAG, "日x");
    canvas_cursor(&c, 1, 2);
    t->ops->paint(t, &c);
    canvas_clear(&c);
    canvas_release(&c);
    canvas_dump(term_script_canvas(t), &got);
    canvas_dump_roles(term_script_canvas(t), &got);
    assert_string_equal(got.s, "日x\n\nfff\n\n");
    assert_true(term_script_canvas(t)->cursor && term_script_canvas(t)->cursor_col == 2);
    t->ops->bell(t);
    assert_int_equal(term_script_bells(t), 1);
    str_release(&got);
    t->ops->close(t);
}

static void closed(void *state)
{
    ++*(int *)state;
}

static void a_screen_closes_its_state_once(void **state)
{
    static const struct screen_ops ops = {.name = "test", .close = closed};
    static const struct screen_ops none = {.name = "none"};
    int times = 0;
    (void)state;
    screen_close(screen_new(&ops, &times));
    assert_int_equal(times, 1);
    screen_close(screen_new(&none, NULL));
    screen_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_come_in_order_then_no_more),
        cmocka_unit_test(the_last_canvas_is_kept),
        cmocka_unit_test(a_screen_closes_its_state_once),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
