#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "support/drawn.h"
#include "tui/textbuf.h"

#define E_ACUTE "e\xCC\x81" /* two code points, one cluster */

static struct textbuf buf(const char *text, size_t max)
{
    struct textbuf b;
    textbuf_init(&b, max);
    textbuf_set(&b, text, strlen(text));
    return b;
}

static void type(struct textbuf *b, const char *s)
{
    struct splice sp;
    for (size_t at = 0, n = strlen(s); at < n;) {
        uint32_t cp;
        size_t len = utf8_decode(s + at, n - at, &cp);
        assert_int_equal(textbuf_type(b, s + at, len, &sp), EDIT_CHANGED);
        at += len;
    }
}

static void assert_text(const struct textbuf *b, const char *text, size_t cursor)
{
    assert_string_equal(b->text.s, text);
    assert_int_equal(b->text.len, strlen(text));
    assert_int_equal(b->cursor, cursor);
}

static void assert_splice(const struct splice *s, size_t at, size_t del, const char *ins)
{
    assert_int_equal(s->at, at);
    assert_int_equal(s->del, del);
    assert_int_equal(s->n, strlen(ins));
    assert_memory_equal(s->ins, ins, s->n);
}

static void typing_gives_one_splice_for_each_key(void **state)
{
    (void)state;
    struct textbuf b = buf("ab", 0);
    struct splice s;
    textbuf_move(&b, TO_LEFT, false);
    assert_int_equal(textbuf_type(&b, "é", 2, &s), EDIT_CHANGED);
    assert_splice(&s, 1, 0, "é");
    assert_text(&b, "aéb", 3);
    assert_int_equal(textbuf_delete(&b, TO_LEFT, &s), EDIT_CHANGED);
    assert_splice(&s, 1, 2, "");
    assert_int_equal(textbuf_delete(&b, TO_RIGHT, &s), EDIT_CHANGED);
    assert_splice(&s, 1, 1, "");
    assert_int_equal(textbuf_delete(&b, TO_RIGHT, &s), EDIT_MOVED);
    assert_text(&b, "a", 1);
    textbuf_release(&b);
}

static void the_cursor_steps_by_cluster(void **state)
{
    (void)state;
    struct textbuf b = buf("x" E_ACUTE "映👩‍🚀!", 0);
    size_t expected[] = {18, 7, 4, 1, 0, 0};
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        textbuf_move(&b, TO_LEFT, false);
        assert_int_equal(b.cursor, expected[i]);
    }
    textbuf_place(&b, 2, false); /* between e and its accent */
    assert_int_equal(b.cursor, 1);
    textbuf_place(&b, 999, false);
    assert_int_equal(b.cursor, 19);
    textbuf_release(&b);
}

static void words_end_at_blanks_signs_and_newlines(void **state)
{
    (void)state;
    struct textbuf b = buf("log it, don't\n  guess", 0);
    size_t right[] = {4, 6, 8, 13, 14, 16, 21, 21}, left[] = {16, 14, 13, 8, 6, 4, 0, 0};
    textbuf_place(&b, 0, false);
    for (size_t i = 0; i < COUNT_OF(right); i++) {
        textbuf_move(&b, TO_WORD_RIGHT, false);
        assert_int_equal(b.cursor, right[i]);
    }
    for (size_t i = 0; i < COUNT_OF(left); i++) {
        textbuf_move(&b, TO_WORD_LEFT, false);
        assert_int_equal(b.cursor, left[i]);
    }
    textbuf_place(&b, 15, false);
    textbuf_move(&b, TO_LINE_START, false);
    assert_int_equal(b.cursor, 14);
    textbuf_place(&b, 2, false);
    textbuf_move(&b, TO_LINE_END, false);
    assert_int_equal(b.cursor, 13);
    textbuf_release(&b);
}

static void undo_takes_back_a_word_and_never_over_a_newline(void **state)
{
    (void)state;
    struct textbuf b = buf("", 0);
    struct splice s;
    type(&b, "two words\nnext");
    assert_int_equal(textbuf_undo(&b, &s), EDIT_CHANGED);
    assert_splice(&s, 10, 4, "");
    assert_text(&b, "two words\n", 10);
    assert_int_equal(textbuf_undo(&b, &s), EDIT_CHANGED);
    assert_text(&b, "two ", 4);
    assert_int_equal(textbuf_redo(&b, &s), EDIT_CHANGED);
    assert_splice(&s, 4, 0, "words\n");
    assert_text(&b, "two words\n", 10);
    type(&b, "x");
    assert_int_equal(textbuf_redo(&b, &s), EDIT_MOVED); /* what was typed since took its place */
    textbuf_undo(&b, &s);
    textbuf_undo(&b, &s);
    textbuf_undo(&b, &s);
    assert_text(&b, "", 0);
    assert_int_equal(textbuf_undo(&b, &s), EDIT_MOVED);
    textbuf_release(&b);
}

static void a_run_of_deletes_is_one_undo_and_a_move_ends_it(void **state)
{
    (void)state;
    struct textbuf b = buf("abcdef", 0);
    struct splice s;
    textbuf_delete(&b, TO_LEFT, &s);
    textbuf_delete(&b, TO_LEFT, &s);
    textbuf_move(&b, TO_LEFT, false);
    textbuf_move(&b, TO_RIGHT, false);
    textbuf_delete(&b, TO_LEFT, &s);
    assert_text(&b, "abc", 3);
    textbuf_undo(&b, &s);
    assert_text(&b, "abcd", 4);
    textbuf_undo(&b, &s);
    assert_text(&b, "abcdef", 6);
    textbuf_place(&b, 1, false);
    textbuf_delete(&b, TO_RIGHT, &s);
    textbuf_delete(&b, TO_RIGHT, &s);
    assert_text(&b, "adef", 1);
    textbuf_undo(&b, &s);
    assert_splice(&s, 1, 0, "bc");
    assert_text(&b, "abcdef", 1);
    textbuf_release(&b);
}

static void a_selection_is_replaced_cut_copied_and_inserted(void **state)
{
    (void)state;
    struct textbuf b = buf("one two", 0);
    struct splice s;
    size_t from, to;
    textbuf_move(&b, TO_WORD_LEFT, true);
    assert_true(textbuf_selection(&b, &from, &to));
    assert_int_equal(from, 4);
    assert_int_equal(to, 7);
    assert_int_equal(textbuf_cut(&b, &s), EDIT_CHANGED);
    assert_splice(&s, 4, 3, "");
    textbuf_place(&b, 0, false);
    assert_int_equal(textbuf_insert_clip(&b, &s), EDIT_CHANGED);
    assert_splice(&s, 0, 0, "two");
    textbuf_mark(&b);
    textbuf_move(&b, TO_START, false); /* a mark makes every move select */
    type(&b, "X");
    assert_text(&b, "Xone ", 1);
    assert_false(textbuf_selection(&b, &from, &to));
    textbuf_undo(&b, &s);
    assert_splice(&s, 0, 1, "two");
    assert_int_equal(textbuf_cut(&b, &s), EDIT_MOVED); /* nothing is selected, the clip stays */
    textbuf_place(&b, 99, false);
    textbuf_insert_clip(&b, &s);
    assert_text(&b, "twoone two", 10);
    textbuf_release(&b);
}

static void arrows_leave_a_selection_at_its_ends(void **state)
{
    (void)state;
    struct textbuf b = buf("abcd", 0);
    textbuf_place(&b, 1, false);
    textbuf_move(&b, TO_RIGHT, true);
    textbuf_move(&b, TO_RIGHT, true);
    textbuf_move(&b, TO_LEFT, false);
    assert_int_equal(b.cursor, 1);
    textbuf_move(&b, TO_RIGHT, true);
    textbuf_move(&b, TO_RIGHT, false);
    assert_int_equal(b.cursor, 2);
    textbuf_release(&b);
}

static void what_is_pasted_is_cleaned(void **state)
{
    (void)state;
    struct splice s;
    struct textbuf b = buf("", 0);
    const char raw[] = "a\r\nb\rc\x1b[31m\x07\td\xFF\x0B"
                       "e\xE2\x80\xAE";
    assert_int_equal(textbuf_paste(&b, raw, sizeof raw - 1, &s), EDIT_CHANGED);
    assert_string_equal(b.text.s, "a\nb\nc[31m\td\xEF\xBF\xBD\ne\xE2\x80\xAE");
    assert_int_equal(textbuf_paste(&b, "\x1b", 1, &s), EDIT_MOVED);
    assert_int_equal(textbuf_paste(&b, "a\0b", 3, &s), EDIT_CHANGED);
    assert_splice(&s, 19, 0, "ab");
    textbuf_release(&b);

    b = buf("", 0);
    b.single = true;
    textbuf_paste(&b, "Ada\nMoreau\tSoho\r\n", 17, &s);
    assert_text(&b, "Ada Moreau Soho", 15);
    textbuf_release(&b);
}

static void a_full_text_refuses_and_stays_as_it_is(void **state)
{
    (void)state;
    struct splice s;
    struct textbuf b = buf("abc", 4);
    assert_int_equal(textbuf_paste(&b, "xy", 2, &s), EDIT_FULL);
    assert_text(&b, "abc", 3);
    type(&b, "d");
    assert_int_equal(textbuf_type(&b, "e", 1, &s), EDIT_FULL);
    textbuf_move(&b, TO_START, true);
    assert_int_equal(textbuf_type(&b, "efgh", 4, &s), EDIT_CHANGED); /* in place of the selection */
    assert_text(&b, "efgh", 4);
    textbuf_release(&b);
    b = buf("longer than its limit", 4); /* as read from elsewhere: it can be cut down */
    assert_int_equal(textbuf_delete(&b, TO_WORD_LEFT, &s), EDIT_CHANGED);
    assert_int_equal(textbuf_undo(&b, &s), EDIT_CHANGED);
    assert_text(&b, "longer than its limit", 21);
    textbuf_release(&b);
}

static void replacing_all_is_one_splice(void **state)
{
    (void)state;
    struct splice s;
    struct textbuf b = buf("mid", 0);
    assert_int_equal(textbuf_replace(&b, "mid", 3, &s), EDIT_MOVED);
    assert_int_equal(textbuf_replace(&b, "senior", 6, &s), EDIT_CHANGED);
    assert_splice(&s, 0, 3, "senior");
    assert_int_equal(textbuf_replace(&b, "", 0, &s), EDIT_CHANGED);
    assert_splice(&s, 0, 6, "");
    textbuf_undo(&b, &s);
    textbuf_undo(&b, &s);
    assert_text(&b, "mid", 3);
    textbuf_release(&b);
}

static void finding_goes_by_folded_text(void **state)
{
    (void)state;
    struct textbuf b = buf("Léa: the L" E_ACUTE "A one\n two", 0);
    size_t at, len;
    assert_true(textbuf_find(&b, "lea", 0, &at, &len));
    assert_int_equal(at, 0);
    assert_int_equal(len, 4);
    assert_true(textbuf_find(&b, "LEA", 1, &at, &len));
    assert_int_equal(at, 10);
    assert_int_equal(len, 5);
    assert_true(textbuf_find(&b, "one two", 0, &at, &len));
    assert_int_equal(at, 16);
    assert_int_equal(len, 8);
    assert_false(textbuf_find(&b, "three", 0, &at, &len));
    assert_false(textbuf_find(&b, "", 0, &at, &len));
    assert_false(textbuf_find(&b, "two", 99, &at, &len));
    textbuf_release(&b);
}

/* The model: bytes and a cursor, every step found by counting clusters from the start. */
struct model {
    struct str text;
    size_t cursor, anchor; /* equal: nothing selected */
};

static size_t model_step(const struct model *m, bool ahead)
{
    size_t before = 0, at = 0;
    while (at < m->cursor) {
        before = at;
        at = utf8_next(m->text.s, m->text.len, at);
    }
    return ahead ? utf8_next(m->text.s, m->text.len, m->cursor) : before;
}

static void model_put(struct model *m, const char *s)
{
    size_t from = m->cursor < m->anchor ? m->cursor : m->anchor;
    size_t to = m->cursor < m->anchor ? m->anchor : m->cursor;
    struct str text = STR_INIT;
    str_addn(&text, m->text.s, from);
    str_add(&text, s);
    m->anchor = m->cursor = text.len;
    str_addn(&text, m->text.s + to, m->text.len - to);
    str_release(&m->text);
    m->text = text;
}

static void model_delete(struct model *m, bool ahead)
{
    if (m->cursor == m->anchor)
        m->cursor = model_step(m, ahead);
    model_put(m, "");
}

static void model_move(struct model *m, bool ahead, bool select)
{
    size_t low = m->cursor < m->anchor ? m->cursor : m->anchor;
    size_t high = m->cursor < m->anchor ? m->anchor : m->cursor;
    bool collapse = low < high && !select;
    m->cursor = collapse ? (ahead ? high : low) : model_step(m, ahead);
    if (!select)
        m->anchor = m->cursor;
}

static enum edit random_step(struct textbuf *b, struct model *m, uint64_t *seed, struct splice *s)
{
    static const char *const typed[] = {"a",  "b",         " ",           "\n", "é",
                                        "映", "e\xCC\x81", "👩‍🚀", ".",  "  x"};
    const char *text = typed[seed_below(seed, COUNT_OF(typed))];
    bool ahead = seed_below(seed, 2) == 0, select = seed_below(seed, 3) == 0;
    switch (seed_below(seed, 8)) {
    case 0:
    case 1:
        textbuf_move(b, ahead ? TO_RIGHT : TO_LEFT, select);
        model_move(m, ahead, select);
        return EDIT_MOVED;
    case 2:
    case 3:
        model_delete(m, ahead);
        return textbuf_delete(b, ahead ? TO_RIGHT : TO_LEFT, s);
    case 4:
        model_put(m, text);
        return textbuf_paste(b, text, strlen(text), s);
    default:
        model_put(m, text);
        return textbuf_type(b, text, strlen(text), s);
    }
}

static void replay(struct str *copy, enum edit result, const struct splice *s)
{
    if (result == EDIT_CHANGED)
        str_splice(copy, s->at, s->del, s->ins, s->n);
}

static void random_changes_agree_with_a_model_and_replay(void **state)
{
    (void)state;
    static const char start[] = "The first cut,\nas it was";
    uint64_t seed = seed_start("textbuf");
    struct textbuf b = buf(start, 0);
    struct model m = {.text = STR_INIT, .cursor = strlen(start), .anchor = strlen(start)};
    struct str copy = STR_INIT;
    struct splice s;
    str_add(&m.text, start);
    str_add(&copy, start);
    for (int i = 0; i < 4000; i++) {
        enum edit result = random_step(&b, &m, &seed, &s);
        replay(&copy, result, &s);
        assert_text(&b, m.text.s, m.cursor);
        assert_string_equal(copy.s, b.text.s);
        size_t from, to;
        assert_int_equal(textbuf_selection(&b, &from, &to), m.cursor != m.anchor);
    }
    enum edit result;
    while ((result = textbuf_undo(&b, &s)) == EDIT_CHANGED)
        replay(&copy, result, &s);
    assert_string_equal(b.text.s, start);
    assert_string_equal(copy.s, start);
    while ((result = textbuf_redo(&b, &s)) == EDIT_CHANGED)
        replay(&copy, result, &s);
    assert_string_equal(b.text.s, m.text.s);
    assert_string_equal(copy.s, m.text.s);
    textbuf_release(&b);
    str_release(&m.text);
    str_release(&copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_gives_one_splice_for_each_key),
        cmocka_unit_test(the_cursor_steps_by_cluster),
        cmocka_unit_test(words_end_at_blanks_signs_and_newlines),
        cmocka_unit_test(undo_takes_back_a_word_and_never_over_a_newline),
        cmocka_unit_test(a_run_of_deletes_is_one_undo_and_a_move_ends_it),
        cmocka_unit_test(a_selection_is_replaced_cut_copied_and_inserted),
        cmocka_unit_test(arrows_leave_a_selection_at_its_ends),
        cmocka_unit_test(what_is_pasted_is_cleaned),
        cmocka_unit_test(a_full_text_refuses_and_stays_as_it_is),
        cmocka_unit_test(replacing_all_is_one_splice),
        cmocka_unit_test(finding_goes_by_folded_text),
        cmocka_unit_test(random_changes_agree_with_a_model_and_replay),
    };
    drawn_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
