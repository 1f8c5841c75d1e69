#include <string.h>

#include "base/vec.h"
#include "support/drawn.h"
#include "tui/field.h"

static struct field field(const char *text, int width)
{
    struct field f;
    field_init(&f, 0);
    field_resize(&f, width);
    field_set(&f, text);
    return f;
}

static enum edit press(struct field *f, const char *keys)
{
    struct str name = STR_INIT;
    enum edit result = EDIT_UNHANDLED;
    while (*keys != '\0') {
        size_t n = strcspn(keys, " ");
        struct splice s;
        str_clear(&name);
        str_addn(&name, keys, n);
        struct event ev = pressed(name.s);
        result = field_handle(f, &ev, &s);
        keys += n + (keys[n] == ' ');
    }
    str_release(&name);
    return result;
}

static void assert_shows(const struct field *f, bool focused, const char *text, int cursor)
{
    struct canvas c;
    canvas_init(&c, 1, 12);
    field_draw(f, &c, 0, 1, focused);
    assert_drawn(&c, text);
    if (focused)
        assert_cursor(&c, 0, cursor);
    else
        assert_false(c.cursor);
    canvas_release(&c);
}

static void a_long_text_scrolls_sideways(void **state)
{
    (void)state;
    struct field f = field("Ada", 10);
    assert_shows(&f, true, " Ada\n", 4);
    field_set(&f, "Ada Moreau Whitfield");
    assert_shows(&f, true, " ←hitfield\n", 10);
    assert_shows(&f, false, " Ada Morea…\n", 0);
    press(&f, "Left Left Left");
    assert_shows(&f, true, " ←hitfield\n", 7);
    press(&f, "Home");
    assert_shows(&f, true, " Ada Morea…\n", 1);
    press(&f, "Right Right Right Right Right Right Right Right");
    assert_shows(&f, true, " Ada Morea…\n", 9);
    press(&f, "Right");
    assert_shows(&f, true, " ←a Moreau…\n", 9);
    press(&f, "End Ctrl-W");
    assert_shows(&f, true, " ← Moreau\n", 10);
    field_release(&f);
}

static void wide_and_combining_characters_count_as_they_are_drawn(void **state)
{
    (void)state;
    struct field f = field("映像編集技術者", 10);
    assert_shows(&f, true, " ←集技術者\n", 10);
    press(&f, "Home");
    assert_shows(&f, true, " 映像編集 …\n", 1);
    field_set(&f, "e\xCC\x81"
                  "e\xCC\x81");
    assert_shows(&f, true,
                 " e\xCC\x81"
                 "e\xCC\x81\n",
                 3);
    press(&f, "Backspace");
    assert_string_equal(field_text(&f), "e\xCC\x81");
    field_release(&f);
}

static void rows_keys_and_others_are_left_to_the_owner(void **state)
{
    (void)state;
    static const char *const keys[] = {"Enter", "Up", "Down", "PgUp", "Tab", "Esc", "F1", "Ctrl-P"};
    struct field f = field("x", 10);
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        assert_int_equal(press(&f, keys[i]), EDIT_UNHANDLED);
    field_release(&f);
}

static void a_placeholder_and_an_error_are_shown(void **state)
{
    (void)state;
    struct field f = field(NULL, 10);
    f.placeholder = "2026-11-23";
    assert_shows(&f, false, " 2026-11-23\n", 0);
    press(&f, "1");
    f.error = true;
    assert_shows(&f, true, " 1        !\n", 2);
    field_release(&f);
}

static void a_read_only_field_moves_but_does_not_change(void **state)
{
    (void)state;
    struct field f = field("fixed", 10);
    struct event ev = pasted("x");
    struct splice s;
    f.read_only = true;
    assert_int_equal(press(&f, "Left"), EDIT_MOVED);
    assert_int_equal(press(&f, "a"), EDIT_MOVED);
    assert_int_equal(press(&f, "Backspace"), EDIT_MOVED);
    assert_int_equal(field_handle(&f, &ev, &s), EDIT_MOVED);
    assert_int_equal(press(&f, "Ctrl-X"), EDIT_UNHANDLED);
    assert_string_equal(field_text(&f), "fixed");
    field_release(&f);
}

static const char *const names[] = {"Ada Moreau", "Adam Weiss", "Adèle Roy"};

static void suggestions_are_walked_and_taken(void **state)
{
    (void)state;
    struct field f = field("ad", 10);
    struct event enter = pressed("Enter");
    struct splice s;
    field_suggest(&f, names, COUNT_OF(names));
    assert_int_equal(press(&f, "Enter"), EDIT_UNHANDLED); /* none is walked to yet */
    assert_int_equal(press(&f, "Up"), EDIT_UNHANDLED);
    assert_int_equal(press(&f, "Down Down Down Down Up"), EDIT_MOVED);
    assert_int_equal(field_handle(&f, &enter, &s), EDIT_TAKEN);
    assert_int_equal(f.taken, 1);
    assert_int_equal(s.del, 2);
    assert_int_equal(s.n, strlen("Adam Weiss"));
    assert_string_equal(field_text(&f), "Adam Weiss");
    assert_int_equal(press(&f, "Down"), EDIT_UNHANDLED); /* they are gone */
    field_suggest(&f, names, COUNT_OF(names));
    assert_int_equal(press(&f, "Down Right"), EDIT_TAKEN);
    assert_string_equal(field_text(&f), "Ada Moreau");
    press(&f, "Ctrl-Z Ctrl-Z");
    assert_string_equal(field_text(&f), "ad");
    field_release(&f);
}

static void suggestions_keep_the_walked_one_in_view(void **state)
{
    (void)state;
    struct field f = field("ad", 10);
    struct canvas c;
    canvas_init(&c, 3, 12);
    field_suggest(&f, names, COUNT_OF(names));
    press(&f, "Down Down Down");
    assert_int_equal(field_draw_suggestions(&f, &c, (struct area){1, 0, 2, 12}), 2);
    assert_drawn(&c, "\n  Adam Weiss\n▸ Adèle Roy\n");
    assert_roles(&c, "\n\nFFFFFFFFFFFF\n");
    assert_int_equal(field_draw_suggestions(&f, &c, (struct area){1, 0, -1, 12}), 0);
    canvas_release(&c);
    field_release(&f);
}

static void any_width_is_survived(void **state)
{
    (void)state;
    static const char *const keys[] = {"Left", "Right",     "Home",      "End",       "映",
                                       "a",    "Backspace", "Ctrl-Left", "Shift-End", "Ctrl-W"};
    uint64_t seed = seed_start("field");
    struct field f = field("映像 and more of it", 1);
    for (int i = 0; i < 3000; i++) {
        struct canvas c;
        int width = seed_below(&seed, 14);
        canvas_init(&c, 1, width);
        field_resize(&f, width);
        press(&f, keys[seed_below(&seed, COUNT_OF(keys))]);
        f.error = seed_below(&seed, 5) == 0;
        field_draw(&f, &c, 0, 0, true);
        assert_true(f.left <= f.buf.cursor);
        assert_true(c.cursor);
        canvas_release(&c);
    }
    field_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_text_scrolls_sideways),
        cmocka_unit_test(wide_and_combining_characters_count_as_they_are_drawn),
        cmocka_unit_test(rows_keys_and_others_are_left_to_the_owner),
        cmocka_unit_test(a_placeholder_and_an_error_are_shown),
        cmocka_unit_test(a_read_only_field_moves_but_does_not_change),
        cmocka_unit_test(suggestions_are_walked_and_taken),
        cmocka_unit_test(suggestions_keep_the_walked_one_in_view),
        cmocka_unit_test(any_width_is_survived),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
