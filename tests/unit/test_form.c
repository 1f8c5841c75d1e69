#include <string.h>

#include "base/vec.h"
#include "support/drawn.h"
#include "tui/form.h"

static const char *const levels[] = {"junior", "mid", "senior"};

static const struct form_row rows[] = {
    {.key = "name", .label = "Name", .kind = FORM_TEXT, .required = true},
    {.key = "level",
     .label = "Level",
     .kind = FORM_CHOICE,
     .choices = levels,
     .n = 3,
     .hint = "Left and Right choose"},
    {.key = "call", .label = "CALL", .kind = FORM_HEADING},
    {.key = "remote", .label = "Remote", .kind = FORM_YESNO},
    {.key = "note", .label = "Note", .kind = FORM_NOTE, .lines = 2},
    {.key = "save", .label = "Save", .kind = FORM_BUTTON},
};
enum { NAME, LEVEL, CALL, REMOTE, NOTE, SAVE };

static struct form form(int height, int width)
{
    struct form f;
    form_init(&f, rows, COUNT_OF(rows));
    form_resize(&f, height, width);
    return f;
}

static enum form_result press(struct form *f, const char *keys, struct form_change *change)
{
    struct str name = STR_INIT;
    enum form_result result = FORM_UNHANDLED;
    while (*keys != '\0') {
        size_t n = strcspn(keys, " ");
        str_clear(&name);
        str_addn(&name, keys, n);
        struct event ev = pressed(name.s);
        result = form_handle(f, &ev, change);
        keys += n + (keys[n] == ' ');
    }
    str_release(&name);
    return result;
}

static void assert_shows(const struct form *f, const char *text, const char *roles)
{
    struct canvas c;
    canvas_init(&c, f->rows, f->cols);
    form_draw(f, &c, (struct area){0, 0, f->rows, f->cols});
    assert_drawn(&c, text);
    if (roles != NULL)
        assert_roles(&c, roles);
    canvas_release(&c);
}

static void a_form_stands_in_labels_and_values(void **state)
{
    (void)state;
    struct form f = form(9, 40);
    form_set(&f, NAME, "Ada Moreau");
    form_set(&f, NOTE, "Called back at ten, line was bad, again");
    assert_shows(&f,
                 "▸ Name *  Ada Moreau\n"
                 "  Level   ○ junior  ○ mid  ○ senior\n"
                 "─ CALL ─────────────────────────────────\n"
                 "  Remote  ○ yes  ○ no\n"
                 "  Note    Called back at ten, line was\n"
                 "          bad, again\n"
                 "          [ Save ]\n"
                 "\n\n",
                 "S.SSSSdd..FFFFFFFFFFFFFFFFFFFFFFFFFFFFF\n"
                 "..........d.........d......d\n"
                 "-.HHHH.---------------------------------\n"
                 "..........d......d\n"
                 "\n\n\n\n\n");
    form_release(&f);
}

static void keys_go_from_row_to_row_past_headings(void **state)
{
    (void)state;
    struct form f = form(12, 40);
    struct form_change ch;
    static const size_t order[] = {LEVEL, REMOTE, NOTE, SAVE, SAVE};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        assert_int_equal(press(&f, "Tab", &ch), FORM_MOVED);
        assert_int_equal(f.focus, order[i]);
    }
    press(&f, "Shift-Tab Up Up Up Up", &ch);
    assert_int_equal(f.focus, NAME);
    press(&f, "Enter Enter Down", &ch);
    assert_int_equal(f.focus, NOTE);
    assert_int_equal(press(&f, "Esc", &ch), FORM_UNHANDLED);
    form_release(&f);
}

static void every_change_is_a_splice_of_the_value(void **state)
{
    (void)state;
    struct form f = form(12, 40);
    struct form_change ch;
    assert_int_equal(press(&f, "A", &ch), FORM_CHANGED);
    assert_int_equal(ch.row, NAME);
    assert_int_equal(ch.splice.at, 0);
    assert_int_equal(ch.splice.n, 1);
    assert_int_equal(press(&f, "Tab Right", &ch), FORM_CHANGED);
    assert_string_equal(form_text(&f, LEVEL), "junior");
    assert_int_equal(press(&f, "S", &ch), FORM_CHANGED);
    assert_int_equal(ch.row, LEVEL);
    assert_int_equal(ch.splice.del, strlen("junior"));
    assert_memory_equal(ch.splice.ins, "senior", ch.splice.n);
    assert_int_equal(form_chosen(&f, LEVEL), 2);
    assert_int_equal(press(&f, "Right", &ch), FORM_MOVED); /* there is none behind it */
    assert_int_equal(press(&f, "x", &ch), FORM_UNHANDLED);
    assert_int_equal(press(&f, "Del", &ch), FORM_CHANGED);
    assert_int_equal(form_chosen(&f, LEVEL), -1);
    press(&f, "Tab n", &ch);
    assert_string_equal(form_text(&f, REMOTE), "no");
    press(&f, "Space", &ch);
    assert_string_equal(form_text(&f, REMOTE), "yes");
    form_release(&f);
}

static void a_note_keeps_enter_and_is_left_at_its_ends(void **state)
{
    (void)state;
    struct form f = form(12, 40);
    struct form_change ch;
    form_focus(&f, NOTE);
    assert_int_equal(press(&f, "a Enter b", &ch), FORM_CHANGED);
    assert_string_equal(form_text(&f, NOTE), "a\nb");
    press(&f, "Up", &ch);
    assert_int_equal(f.focus, NOTE);
    press(&f, "Up", &ch);
    assert_int_equal(f.focus, REMOTE);
    press(&f, "Down Down Down", &ch);
    assert_int_equal(f.focus, SAVE);
    form_release(&f);
}

static void enter_and_space_press_a_button(void **state)
{
    (void)state;
    struct form f = form(12, 40);
    struct form_change ch;
    form_focus(&f, SAVE);
    assert_int_equal(press(&f, "Space", &ch), FORM_SUBMIT);
    assert_int_equal(press(&f, "Enter", &ch), FORM_SUBMIT);
    assert_int_equal(ch.row, SAVE);
    form_release(&f);
    form_init(&f, rows, 2); /* without one, Enter on the last row */
    assert_int_equal(press(&f, "Enter Enter", &ch), FORM_SUBMIT);
    assert_int_equal(ch.row, LEVEL);
    form_release(&f);
}

static void errors_stand_under_their_rows_until_mended(void **state)
{
    (void)state;
    struct form f = form(12, 40);
    struct form_change ch;
    form_focus(&f, SAVE);
    form_error(&f, REMOTE, "Not known here.");
    assert_false(form_check(&f));
    assert_int_equal(f.focus, NAME);
    assert_shows(&f,
                 "▸ Name *                              !\n"
                 "          ! This is needed.\n"
                 "  Level   ○ junior  ○ mid  ○ senior\n"
                 "─ CALL ─────────────────────────────────\n"
                 "  Remote  ○ yes  ○ no\n"
                 "          ! Not known here.\n"
                 "  Note\n"
                 "\n"
                 "          [ Save ]\n"
                 "\n\n\n",
                 NULL);
    press(&f, "A", &ch); /* the line stays, so that nothing moves while typing */
    press(&f, "d", &ch);
    form_error(&f, REMOTE, NULL);
    assert_shows(&f,
                 "▸ Name *  Ad\n"
                 "\n"
                 "  Level   ○ junior  ○ mid  ○ senior\n"
                 "─ CALL ─────────────────────────────────\n"
                 "  Remote  ○ yes  ○ no\n"
                 "  Note\n"
                 "\n"
                 "          [ Save ]\n"
                 "\n\n\n\n",
                 NULL);
    press(&f, "Tab", &ch);
    assert_shows(&f,
                 "  Name *  Ad\n"
                 "▸ Level   ○ junior  ○ mid  ○ senior\n"
                 "─ CALL ─────────────────────────────────\n"
                 "  Remote  ○ yes  ○ no\n"
                 "  Note\n"
                 "\n"
                 "          [ Save ]\n"
                 "\n\n\n\n"
                 "  Left and Right choose\n",
                 NULL);
    assert_true(form_check(&f));
    assert_int_equal(f.focus, LEVEL);
    form_release(&f);
}

static void a_low_form_scrolls_to_its_focus(void **state)
{
    (void)state;
    struct form f = form(4, 24); /* the last line is for hints */
    struct form_change ch;
    press(&f, "Tab Tab", &ch);
    assert_shows(&f,
                 "  Level   ←           →\n"
                 "─ CALL ─────────────────\n"
                 "▸ Remote  ○ yes  ○ no\n"
                 "\n",
                 NULL);
    press(&f, "Tab", &ch);
    assert_shows(&f,
                 "  Remote  ○ yes  ○ no\n"
                 "▸ Note\n\n\n",
                 NULL);
    form_release(&f);
}

static void what_was_cut_goes_into_another_row(void **state)
{
    (void)state;
    struct form f = form(12, 40);
    struct form_change ch;
    form_set(&f, NAME, "for the note");
    press(&f, "Shift-Home Ctrl-X", &ch);
    form_focus(&f, NOTE);
    press(&f, "Ctrl-V", &ch);
    assert_string_equal(form_text(&f, NAME), "");
    assert_string_equal(form_text(&f, NOTE), "for the note");
    form_release(&f);
}

static void a_suggestion_is_taken(void **state)
{
    (void)state;
    static const char *const names[] = {"Ada Moreau", "Adam Weiss"};
    struct form f = form(12, 40);
    struct form_change ch;
    press(&f, "A", &ch);
    form_suggest(&f, NAME, names, 2);
    press(&f, "Down Down", &ch);
    assert_shows(&f,
                 "▸ Name *  A\n"
                 "  Level     Ada Moreau\n"
                 "─ CALL ───▸ Adam Weiss                 ─\n"
                 "  Remote  ○ yes  ○ no\n"
                 "  Note\n"
                 "\n"
                 "          [ Save ]\n"
                 "\n\n\n\n\n",
                 "S.SSSSdd..FFFFFFFFFFFFFFFFFFFFFFFFFFFFF\n"
                 "\n"
                 "-.HHHH.---FFFFFFFFFFFFFFFFFFFFFFFFFFFFF-\n"
                 "..........d......d\n"
                 "\n\n\n\n\n\n\n\n");
    assert_int_equal(press(&f, "Enter", &ch), FORM_TAKEN);
    assert_int_equal(ch.taken, 1);
    assert_string_equal(form_text(&f, NAME), "Adam Weiss");
    form_release(&f);
}

static void any_size_and_any_key_are_survived(void **state)
{
    (void)state;
    static const char *const keys[] = {"Tab",  "Shift-Tab", "Down",  "Up",    "映",       "e",
                                       "PgDn", "PgUp",      "Enter", "Space", "Backspace"};
    uint64_t seed = seed_start("form");
    struct form f = form(1, 1);
    struct form_change ch;
    for (int i = 0; i < 1500; i++) {
        struct canvas c;
        int height = seed_below(&seed, 14), width = seed_below(&seed, 50);
        form_resize(&f, height, width);
        press(&f, keys[seed_below(&seed, COUNT_OF(keys))], &ch);
        if (seed_below(&seed, 9) == 0)
            form_check(&f);
        canvas_init(&c, height, width);
        form_draw(&f, &c, (struct area){0, 0, height, width});
        if (height >= 3 && width >= 3)
            assert_true(c.cursor); /* it is always seen where the focus is */
        canvas_release(&c);
    }
    form_release(&f);
    form_init(&f, NULL, 0);
    form_resize(&f, 5, 5);
    assert_int_equal(press(&f, "Tab", &ch), FORM_UNHANDLED);
    assert_true(form_check(&f));
    assert_false(form_typing(&f));
    form_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_stands_in_labels_and_values),
        cmocka_unit_test(keys_go_from_row_to_row_past_headings),
        cmocka_unit_test(every_change_is_a_splice_of_the_value),
        cmocka_unit_test(a_note_keeps_enter_and_is_left_at_its_ends),
        cmocka_unit_test(enter_and_space_press_a_button),
        cmocka_unit_test(errors_stand_under_their_rows_until_mended),
        cmocka_unit_test(a_low_form_scrolls_to_its_focus),
        cmocka_unit_test(what_was_cut_goes_into_another_row),
        cmocka_unit_test(a_suggestion_is_taken),
        cmocka_unit_test(any_size_and_any_key_are_survived),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
