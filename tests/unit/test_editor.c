#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "support/drawn.h"
#include "tui/editor.h"

static struct editor editor(const char *text, int rows, int cols)
{
    struct editor e;
    editor_init(&e, 0);
    editor_resize(&e, rows, cols);
    editor_set(&e, text, strlen(text));
    return e;
}

static enum edit press(struct editor *e, const char *keys)
{
    struct str name = STR_INIT;
    enum edit result = EDIT_UNHANDLED;
    while (*keys != '\0') {
        size_t n = strcspn(keys, " ");
        struct splice s;
        str_clear(&name);
        str_addn(&name, keys, n);
        struct event ev = pressed(name.s);
        result = editor_handle(e, &ev, &s);
        keys += n + (keys[n] == ' ');
    }
    str_release(&name);
    return result;
}

static void assert_shows(const struct editor *e, const char *text, const char *roles)
{
    struct canvas c;
    canvas_init(&c, e->rows, e->cols);
    editor_draw(e, &c, (struct area){0, 0, e->rows, e->cols}, true);
    assert_drawn(&c, text);
    if (roles != NULL)
        assert_roles(&c, roles);
    canvas_release(&c);
}

static void assert_cursor_at(const struct editor *e, int row, int col)
{
    struct canvas c;
    canvas_init(&c, e->rows, e->cols);
    editor_draw(e, &c, (struct area){0, 0, e->rows, e->cols}, true);
    assert_cursor(&c, row, col);
    canvas_release(&c);
}

static void text_wraps_and_scrolls_no_further_than_it_must(void **state)
{
    (void)state;
    struct editor e = editor("both on the waveform, B cam was hot", 2, 12);
    assert_int_equal(editor_lines(&e), 3);
    assert_shows(&e, "waveform, B↑\ncam was hot\n", NULL);
    press(&e, "Up");
    assert_shows(&e, "waveform, B↑\ncam was hot\n", NULL);
    press(&e, "Up");
    assert_shows(&e, "both on the\nwaveform, B↓\n", NULL);
    assert_cursor_at(&e, 0, 11);
    editor_resize(&e, 3, 12);
    assert_shows(&e, "both on the\nwaveform, B\ncam was hot\n", NULL);
    editor_release(&e);
}

static void up_and_down_keep_the_wished_column(void **state)
{
    (void)state;
    struct editor e = editor("a long first row\nxy\nand a third one", 4, 30);
    press(&e, "Ctrl-Home Right Right Right Right Right Down");
    assert_cursor_at(&e, 1, 2);
    press(&e, "Down");
    assert_cursor_at(&e, 2, 5);
    press(&e, "Up Left Up");
    assert_cursor_at(&e, 0, 1);
    press(&e, "Up");
    assert_cursor_at(&e, 0, 1);
    editor_release(&e);
}

static void columns_are_those_of_the_screen(void **state)
{
    (void)state;
    struct editor e = editor("映像編集\nabcd", 2, 12);
    press(&e, "Up"); /* column 4 lies between two wide characters */
    assert_cursor_at(&e, 0, 4);
    press(&e, "Down Left Up");
    assert_cursor_at(&e, 0, 2); /* column 3 is the right half of the second */
    editor_release(&e);
}

static void row_ends_come_before_paragraph_ends(void **state)
{
    (void)state;
    struct editor e = editor("aaaa bbbb cccc", 4, 6);
    press(&e, "Up Home");
    assert_int_equal(e.buf.cursor, 5);
    press(&e, "Ctrl-E");
    assert_int_equal(e.buf.cursor, 9);
    press(&e, "End");
    assert_int_equal(e.buf.cursor, 14);
    press(&e, "Up Ctrl-A Home");
    assert_int_equal(e.buf.cursor, 0);
    editor_release(&e);
    e = editor("abcdefghij", 4, 6); /* broken inside the word */
    press(&e, "Ctrl-Home End");
    assert_cursor_at(&e, 0, 4);
    editor_release(&e);
}

static void deleting_keys(void **state)
{
    (void)state;
    struct editor e = editor("one two three", 4, 9); /* "one two", "three" */
    assert_int_equal(press(&e, "Ctrl-U"), EDIT_CHANGED);
    assert_string_equal(editor_text(&e), "one two ");
    press(&e, "Ctrl-W");
    assert_string_equal(editor_text(&e), "one ");
    press(&e, "Ctrl-Home Ctrl-Del Enter");
    assert_string_equal(editor_text(&e), "\n");
    press(&e, "Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_string_equal(editor_text(&e), "one two three");
    press(&e, "Ctrl-Y");
    assert_string_equal(editor_text(&e), "one two ");
    editor_release(&e);
}

static void a_selection_is_drawn_and_a_mark_makes_one(void **state)
{
    (void)state;
    struct editor e = editor("ab\ncd", 2, 6);
    press(&e, "Ctrl-Home Right Ctrl-Space Down");
    assert_shows(&e, "ab\ncd\n", ".ss\ns\n");
    press(&e, "Ctrl-K End Ctrl-V");
    assert_string_equal(editor_text(&e), "ab\ncdb\nc");
    press(&e, "Shift-Home Ctrl-X");
    assert_string_equal(editor_text(&e), "ab\ncdb\n");
    editor_release(&e);
}

static void keys_of_others_are_left_alone(void **state)
{
    (void)state;
    static const char *const keys[] = {"Tab",    "Shift-Tab", "Esc",    "F1",    "F12", "Ctrl-P",
                                       "Ctrl-C", "Ctrl-S",    "Ctrl-Q", "Alt-x", "Ins"};
    struct editor e = editor("note", 2, 10);
    for (size_t i = 0; i < COUNT_OF(keys); i++) {

        assert_int_equal(press(&e, keys[i]), EDIT_UNHANDLED);
    }
    struct event tick = {.kind = EVENT_TICK};
    struct splice s;
    assert_int_equal(editor_handle(&e, &tick, &s), EDIT_UNHANDLED);
    assert_string_equal(editor_text(&e), "note");
    editor_release(&e);
}

static void a_paste_is_one_splice(void **state)
{
    (void)state;
    struct editor e = editor("start", 3, 10);
    struct event ev = pasted(" of\r\na note");
    struct splice s;
    assert_int_equal(editor_handle(&e, &ev, &s), EDIT_CHANGED);
    assert_int_equal(s.at, 5);
    assert_int_equal(s.del, 0);
    assert_int_equal(s.n, 10);
    assert_shows(&e, "start of\na note\n\n", NULL);
    press(&e, "Ctrl-Z");
    assert_string_equal(editor_text(&e), "start");
    editor_release(&e);
}

static void control_characters_in_the_start_text_show_as_marks(void **state)
{
    (void)state;
    struct editor e = editor("a\x1b[2Jb\tc\xE2\x80\xAE", 1, 20);
    assert_shows(&e, "a␛[2Jb c\xEF\xBF\xBD\n", NULL);
    editor_release(&e);
}

static void the_window_may_have_any_size(void **state)
{
    (void)state;
    struct editor e = editor("映像 and e\xCC\x81 words\n\nmore", 1, 1);
    for (int rows = 0; rows < 6; rows++) {
        for (int cols = 0; cols < 12; cols++) {
            struct canvas c;
            editor_resize(&e, rows, cols);
            canvas_init(&c, rows, cols);
            editor_draw(&e, &c, (struct area){0, 0, rows, cols}, true);
            editor_draw(&e, &c, (struct area){-1, -1, rows + 9, cols + 9}, true);
            canvas_release(&c);
            press(&e, "PgUp Up Down PgDn End");
        }
    }
    editor_release(&e);
}

/* Random keys */

static const char *const keys[] = {
    "a",         "b",          "Space",         "Space",      "x",        "Enter",  "Left",
    "Right",     "Up",         "Down",          "Home",       "End",      "PgUp",   "PgDn",
    "Ctrl-Left", "Ctrl-Right", "Backspace",     "Backspace",  "Del",      "Ctrl-W", "Ctrl-U",
    "Ctrl-Del",  "Ctrl-Space", "Shift-Left",    "Shift-Down", "Ctrl-X",   "Ctrl-K", "Ctrl-V",
    "Ctrl-Z",    "Ctrl-Z",     "Ctrl-Y",        "Ctrl-Home",  "Ctrl-End", "映",     "é",
    "Shift-Up",  "Ctrl-A",     "Alt-Backspace", "Shift-End",  "Tab",      "Esc",    "👩",
};

static struct event random_event(uint64_t *seed)
{
    static const char *const pastes[] = {"several words of a paste, ",
                                         "one\ntwo\n\nthree",
                                         "averyveryverylongwordwithoutanyblank",
                                         "\xCC\x81",
                                         "映像編集映像編集映像編集",
                                         "   "};
    if (seed_below(seed, 12) == 0)
        return pasted(pastes[seed_below(seed, COUNT_OF(pastes))]);
    return pressed(keys[seed_below(seed, COUNT_OF(keys))]);
}

/* The rows kept must be those that wrapping the whole text gives. */
static void assert_wrapped(const struct editor *e)
{
    struct text_lines all = {0};
    text_wrap(e->buf.text.s, e->buf.text.len, e->cols > 1 ? e->cols - 1 : 1, &all);
    assert_int_equal(all.n, e->lines.n);
    for (size_t i = 0; i < all.n; i++) {
        assert_int_equal(all.items[i].at, e->lines.items[i].at);
        assert_int_equal(all.items[i].len, e->lines.items[i].len);
        assert_int_equal(all.items[i].hard, e->lines.items[i].hard);
    }
    VEC_RELEASE(&all);
}

static void assert_sound(const struct editor *e)
{
    assert_true(utf8_valid(e->buf.text.s, e->buf.text.len, NULL));
    assert_true(e->buf.cursor <= e->buf.text.len);
    assert_in_range(editor_row(e), e->top, e->top + e->rows - 1);
    assert_wrapped(e);
}

static void random_keys_replay_to_the_same_text(void **state)
{
    (void)state;
    static const char start[] = "A note,\nas it was left.";
    uint64_t seed = seed_start("editor");
    struct editor e = editor(start, 5, 20);
    struct str copy = STR_INIT;
    struct splice s;
    str_add(&copy, start);
    for (int i = 0; i < 6000; i++) {
        if (seed_below(&seed, 100) == 0)
            editor_resize(&e, seed_below(&seed, 8), seed_below(&seed, 40));
        struct event ev = random_event(&seed);
        enum edit result = editor_handle(&e, &ev, &s);
        if (result == EDIT_CHANGED)
            str_splice(&copy, s.at, s.del, s.ins, s.n);
        assert_string_equal(copy.s, editor_text(&e));
        assert_sound(&e);
    }
    struct event undo = pressed("Ctrl-Z");
    while (e.buf.done > 0) {
        assert_int_equal(editor_handle(&e, &undo, &s), EDIT_CHANGED);
        str_splice(&copy, s.at, s.del, s.ins, s.n);
        assert_wrapped(&e);
    }
    assert_string_equal(editor_text(&e), start);
    assert_string_equal(copy.s, start);
    editor_release(&e);
    str_release(&copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_wraps_and_scrolls_no_further_than_it_must),
        cmocka_unit_test(up_and_down_keep_the_wished_column),
        cmocka_unit_test(columns_are_those_of_the_screen),
        cmocka_unit_test(row_ends_come_before_paragraph_ends),
        cmocka_unit_test(deleting_keys),
        cmocka_unit_test(a_selection_is_drawn_and_a_mark_makes_one),
        cmocka_unit_test(keys_of_others_are_left_alone),
        cmocka_unit_test(a_paste_is_one_splice),
        cmocka_unit_test(control_characters_in_the_start_text_show_as_marks),
        cmocka_unit_test(the_window_may_have_any_size),
        cmocka_unit_test(random_keys_replay_to_the_same_text),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
