#include <string.h>

#include "base/vec.h"
#include "support/drawn.h"
#include "tui/entry.h"

static struct entry entry(const char *text, int width)
{
    struct entry t;
    entry_init(&t, 0);
    entry_resize(&t, width);
    entry_set(&t, text);
    return t;
}

static enum edit press(struct entry *t, const char *keys)
{
    struct str name = STR_INIT;
    enum edit result = EDIT_UNHANDLED;
    while (*keys != '\0') {
        size_t n = strcspn(keys, " ");
        struct splice s;
        str_clear(&name);
        str_addn(&name, keys, n);
        struct event ev = pressed(name.s);
        result = entry_handle(t, &ev, &s);
        keys += n + (keys[n] == ' ');
    }
    str_release(&name);
    return result;
}

static void assert_shows(const struct entry *t, bool focused, const char *text, int cursor)
{
    struct canvas c;
    canvas_init(&c, 1, 12);
    entry_draw(t, &c, 0, 1, focused);
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
    struct entry t = entry("Ada", 10);
    assert_shows(&t, true, " Ada\n", 4);
    entry_set(&t, "Ada Moreau Whitfield");
    assert_shows(&t, true, " ←hitfield\n", 10);
    assert_shows(&t, false, " Ada Morea…\n", 0);
    press(&t, "Left Left Left");
    assert_shows(&t, true, " ←hitfield\n", 7);
    press(&t, "Home");
    assert_shows(&t, true, " Ada Morea…\n", 1);
    press(&t, "Right Right Right Right Right Right Right Right");
    assert_shows(&t, true, " Ada Morea…\n", 9);
    press(&t, "Right");
    assert_shows(&t, true, " ←a Moreau…\n", 9);
    press(&t, "End Ctrl-W");
    assert_shows(&t, true, " ← Moreau\n", 10);
    entry_release(&t);
}

static void wide_and_combining_characters_count_as_they_are_drawn(void **state)
{
    (void)state;
    struct entry t = entry("映像編集技術者", 10);
    assert_shows(&t, true, " ←集技術者\n", 10);
    press(&t, "Home");
    assert_shows(&t, true, " 映像編集 …\n", 1);
    entry_set(&t, "e\xCC\x81"
                  "e\xCC\x81");
    assert_shows(&t, true,
                 " e\xCC\x81"
                 "e\xCC\x81\n",
                 3);
    press(&t, "Backspace");
    assert_string_equal(entry_text(&t), "e\xCC\x81");
    entry_release(&t);
}

static void rows_keys_and_others_are_left_to_the_owner(void **state)
{
    (void)state;
    static const char *const keys[] = {"Enter", "Up", "Down", "PgUp", "Tab", "Esc", "F1", "Ctrl-P"};
    struct entry t = entry("x", 10);
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        assert_int_equal(press(&t, keys[i]), EDIT_UNHANDLED);
    entry_release(&t);
}

static void a_placeholder_and_an_error_are_shown(void **state)
{
    (void)state;
    struct entry t = entry(NULL, 10);
    t.placeholder = "2026-11-23";
    assert_shows(&t, false, " 2026-11-23\n", 0);
    press(&t, "1");
    t.error = true;
    assert_shows(&t, true, " 1        !\n", 2);
    entry_release(&t);
}

static void a_read_only_entry_moves_but_does_not_change(void **state)
{
    (void)state;
    struct entry t = entry("fixed", 10);
    struct event ev = pasted("x");
    struct splice s;
    t.read_only = true;
    assert_int_equal(press(&t, "Left"), EDIT_MOVED);
    assert_int_equal(press(&t, "a"), EDIT_MOVED);
    assert_int_equal(press(&t, "Backspace"), EDIT_MOVED);
    assert_int_equal(entry_handle(&t, &ev, &s), EDIT_MOVED);
    assert_int_equal(press(&t, "Ctrl-X"), EDIT_UNHANDLED);
    assert_string_equal(entry_text(&t), "fixed");
    entry_release(&t);
}

static const char *const names[] = {"Ada Moreau", "Adam Weiss", "Adèle Roy"};

static void suggestions_are_walked_and_taken(void **state)
{
    (void)state;
    struct entry t = entry("ad", 10);
    struct event enter = pressed("Enter");
    struct splice s;
    entry_suggest(&t, names, COUNT_OF(names));
    assert_int_equal(press(&t, "Enter"), EDIT_UNHANDLED); /* none is walked to yet */
    assert_int_equal(press(&t, "Up"), EDIT_UNHANDLED);
    assert_int_equal(press(&t, "Down Down Down Down Up"), EDIT_MOVED);
    assert_int_equal(entry_handle(&t, &enter, &s), EDIT_TAKEN);
    assert_int_equal(t.taken, 1);
    assert_int_equal(s.del, 2);
    assert_int_equal(s.n, strlen("Adam Weiss"));
    assert_string_equal(entry_text(&t), "Adam Weiss");
    assert_int_equal(press(&t, "Down"), EDIT_UNHANDLED); /* they are gone */
    entry_suggest(&t, names, COUNT_OF(names));
    assert_int_equal(press(&t, "Down Right"), EDIT_TAKEN);
    assert_string_equal(entry_text(&t), "Ada Moreau");
    press(&t, "Ctrl-Z Ctrl-Z");
    assert_string_equal(entry_text(&t), "ad");
    entry_release(&t);
}

static void suggestions_keep_the_walked_one_in_view(void **state)
{
    (void)state;
    struct entry t = entry("ad", 10);
    struct canvas c;
    canvas_init(&c, 3, 12);
    entry_suggest(&t, names, COUNT_OF(names));
    press(&t, "Down Down Down");
    assert_int_equal(entry_draw_suggestions(&t, &c, (struct area){1, 0, 2, 12}), 2);
    assert_drawn(&c, "\n  Adam Weiss\n▸ Adèle Roy\n");
    assert_roles(&c, "\n\nFFFFFFFFFFFF\n");
    assert_int_equal(entry_draw_suggestions(&t, &c, (struct area){1, 0, -1, 12}), 0);
    canvas_release(&c);
    entry_release(&t);
}

static void any_width_is_survived(void **state)
{
    (void)state;
    static const char *const keys[] = {"Left", "Right",     "Home",      "End",       "映",
                                       "a",    "Backspace", "Ctrl-Left", "Shift-End", "Ctrl-W"};
    uint64_t seed = seed_start("entry");
    struct entry t = entry("映像 and more of it", 1);
    for (int i = 0; i < 3000; i++) {
        struct canvas c;
        int width = seed_below(&seed, 14);
        canvas_init(&c, 1, width);
        entry_resize(&t, width);
        press(&t, keys[seed_below(&seed, COUNT_OF(keys))]);
        t.error = seed_below(&seed, 5) == 0;
        entry_draw(&t, &c, 0, 0, true);
        assert_true(t.left <= t.buf.cursor);
        assert_true(c.cursor);
        canvas_release(&c);
    }
    entry_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_text_scrolls_sideways),
        cmocka_unit_test(wide_and_combining_characters_count_as_they_are_drawn),
        cmocka_unit_test(rows_keys_and_others_are_left_to_the_owner),
        cmocka_unit_test(a_placeholder_and_an_error_are_shown),
        cmocka_unit_test(a_read_only_entry_moves_but_does_not_change),
        cmocka_unit_test(suggestions_are_walked_and_taken),
        cmocka_unit_test(suggestions_keep_the_walked_one_in_view),
        cmocka_unit_test(any_width_is_survived),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
