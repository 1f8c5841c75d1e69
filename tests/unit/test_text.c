#include "support/unit.h"

#include <locale.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"

/* The lines of s, each in brackets; a hard one ends in ']', a soft one in '>'. */
static void wrapped(struct str *out, const char *s, int width)
{
    struct text_lines lines = {0};
    text_wrap(s, strlen(s), width, &lines);
    assert_int_equal(text_rows(s, width), lines.n);
    for (size_t i = 0; i < lines.n; i++) {
        str_addc(out, '[');
        str_addn(out, s + lines.items[i].at, lines.items[i].len);
        str_addc(out, lines.items[i].hard ? ']' : '>');
    }
    VEC_RELEASE(&lines);
}

static void wraps(void **state)
{
    (void)state;
    static const struct {
        const char *s;
        int width;
        const char *lines;
    } rows[] = {
        {"", 10, "[]"},
        {"one two three", 7, "[one two>[three]"},
        {"one two three", 13, "[one two three]"},
        {"one two three", 12, "[one two>[three]"},
        {"one   two", 5, "[one>[two]"}, /* blanks at a soft break belong to no line */
        {"a\nb\n", 5, "[a][b][]"},
        {"\n\n", 5, "[][][]"},
        {"  in by two", 6, "[  in>[by two]"},
        {"abcdefgh", 3, "[abc>[def>[gh]"},
        {"ab cdefgh i", 4, "[ab>[cdef>[gh i]"}, /* the rest of a broken word takes what follows */
        {"one   ", 5, "[one  ]"},               /* blanks at the end as far as they fit */
        {"      ", 3, "[   ]"},
        {"ab     \ncd", 2, "[ab][cd]"},
        {"日本語", 4, "[日本>[語]"},
        {"日本語", 3, "[日>[本>[語]"},
        {"日本", 1, "[日>[本]"}, /* too wide for any line: one in each */
        {"ab", 0, "[a>[b]"},
        {"ab", -3, "[a>[b]"},
        {"e\xCC\x81"
         "e\xCC\x81"
         "e\xCC\x81",
         2,
         "[e\xCC\x81"
         "e\xCC\x81>[e\xCC\x81]"},
        {"a\tb", 1, "[a>[b]"},
        {"Léa Fournier", 4, "[Léa>[Four>[nier]"},
    };
    struct str t = STR_INIT;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        wrapped(&t, rows[i].s, rows[i].width);
        assert_string_equal(t.s, rows[i].lines);
        str_clear(&t);
    }
    str_release(&t);
}

static void random_text(struct str *t, uint64_t *seed)
{
    static const char *const pieces[] = {"a",  "b",         " ",           " ",  "\n",   "é",
                                         "日", "e\xCC\x81", "👩‍🚀", "\t", "word", "  "};
    for (int k = seed_below(seed, 30); k > 0; k--)
        str_add(t, pieces[seed_below(seed, (int)COUNT_OF(pieces))]);
}

static bool only_blanks(const char *s, size_t from, size_t to)
{
    while (from < to && (s[from] == ' ' || s[from] == '\t'))
        from++;
    return from == to;
}

/* Between two lines stands a newline or blanks, never a word; no line is too wide unless it is a
 * single cluster; a line ends hard just where a newline or the end of the text is. */
static void check_lines(const struct str *t, int width)
{
    struct text_lines lines = {0};
    text_wrap(t->s, t->len, width, &lines);
    size_t behind = 0;
    for (size_t i = 0; i < lines.n; i++) {
        const struct text_line *line = &lines.items[i];
        const char *newline = memchr(t->s + behind, '\n', line->at - behind);
        assert_true(line->at >= behind);
        if (newline != NULL)
            assert_true(lines.items[i - 1].hard);
        assert_true(only_blanks(t->s, behind, newline ? (size_t)(newline - t->s) : line->at));
        if (utf8_width(t->s + line->at, line->len) > width)
            assert_int_equal(utf8_next(t->s, t->len, line->at), line->at + line->len);
        behind = line->at + line->len;
        if (!line->hard)
            assert_true(t->s[behind] != '\n' && behind < t->len);
    }
    assert_true(only_blanks(t->s, behind, t->len));
    assert_true(lines.items[lines.n - 1].hard);
    assert_int_equal(text_rows(t->s, width), lines.n);
    VEC_RELEASE(&lines);
}

static void wraps_any_text_without_losing_a_word(void **state)
{
    (void)state;
    uint64_t seed = seed_start("wrap");
    for (int i = 0; i < 5000; i++) {
        struct str t = STR_INIT;
        random_text(&t, &seed);
        check_lines(&t, 1 + seed_below(&seed, 12));
        str_release(&t);
    }
}

static void clips(void **state)
{
    (void)state;
    static const struct {
        const char *s;
        int width;
        const char *clipped;
    } rows[] = {
        {"abc", 3, "abc"},
        {"abcd", 3, "ab…"},
        {"abcd", 1, "…"},
        {"a", 1, "a"},
        {"abc", 0, ""},
        {"abc", -1, ""},
        {"", 3, ""},
        {"日本語", 6, "日本語"},
        {"日本語", 5, "日本…"},
        {"日本語", 4, "日…"},
        {"日本語", 2, "…"},
        {"Léa Fournier", 5, "Léa …"},
        {"a\nb\tc", 9, "a b c"},
        {"\x1B[2J", 9, "␛[2J"},
        {"\x1B[2J", 3, "␛[…"},
        {"e\xCC\x81"
         "abc",
         3,
         "e\xCC\x81"
         "a…"},
        {"\xFF\xFE", 1, "…"},
    };
    struct str t = STR_INIT;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        text_clip(&t, rows[i].s, rows[i].width);
        assert_string_equal(t.s, rows[i].clipped);
        str_clear(&t);
    }
    str_release(&t);
}

static void pads_to_the_column(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    str_add(&t, "|");
    text_pad(&t, "Léa", 5);
    text_pad_left(&t, "3.8", 5);
    text_pad(&t, "日本語", 4); /* a wide one that does not fit leaves a column to pad */
    text_pad_left(&t, "abcdef", 3);
    text_pad(&t, "", 2);
    text_pad(&t, "x", 0);
    assert_str(&t, "|Léa    3.8日… ab…  ");
    str_release(&t);
}

static void any_text_pads_to_just_the_width(void **state)
{
    (void)state;
    uint64_t seed = seed_start("pad");
    for (int i = 0; i < 2000; i++) {
        struct str t = STR_INIT, out = STR_INIT;
        int width = seed_below(&seed, 15);
        random_text(&t, &seed);
        text_pad(&out, t.s, width);
        assert_int_equal(utf8_width(out.s, out.len), width);
        str_clear(&out);
        text_pad_left(&out, t.s, width);
        assert_int_equal(utf8_width(out.s, out.len), width);
        str_release(&out);
        str_release(&t);
    }
}

static void paragraphs_hang(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    text_paragraph(&t, " - ", 3, "one two three\n\nfour", 10);
    assert_str(&t, " - one two\n   three\n\n   four\n");
    text_paragraph(&t, "", 0, "", 10);
    assert_str(&t, "\n");
    text_paragraph(&t, "", 0, "a\x1B\tb", 10);
    assert_str(&t, "a␛ b\n");
    text_paragraph(&t, "     ", 5, "abc", 2); /* no room at all: one column each */
    assert_str(&t, "     a\n     b\n     c\n");
    str_release(&t);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wraps),
        cmocka_unit_test(wraps_any_text_without_losing_a_word),
        cmocka_unit_test(clips),
        cmocka_unit_test(pads_to_the_column),
        cmocka_unit_test(any_text_pads_to_just_the_width),
        cmocka_unit_test(paragraphs_hang),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
