#include "support/unit.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "domain/finding.h"

/* The finding of an error at line:col of the text, as people read it. */
static void told_n(struct str *out, uint32_t line, uint32_t col, const char *bytes, size_t n)
{
    struct finding f = {FINDING_ERROR, "rule", line, col, "what is wrong", NULL};
    str_clear(out);
    finding_add_text(out, &f, "bank.yaml", bytes, n);
}

static void told(struct str *out, uint32_t line, uint32_t col, const char *text)
{
    told_n(out, line, col, text, strlen(text));
}

static void as_in_the_header(void **state)
{
    (void)state;
    static const char file[] =
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n        weight: yes\n15\n";
    struct finding f = {FINDING_ERROR,
                        "number",
                        14,
                        17,
                        "\"weight\" must be a number such as 1 or 0.5, not \"yes\"",
                        "Give a number, or leave the line out for a weight of 1."};
    struct str out = STR_INIT;
    finding_add_text(&out, &f, "post-producer.yaml", file, sizeof file - 1);
    assert_str(&out,
               "post-producer.yaml:14:17: error: \"weight\" must be a number such as 1 or 0.5, "
               "not \"yes\"\n"
               "   14 |         weight: yes\n"
               "      |                 ^\n"
               "  Give a number, or leave the line out for a weight of 1.   [number]\n");
    str_release(&out);
}

static void without_a_place_or_a_file(void **state)
{
    (void)state;
    struct finding f = {FINDING_WARNING, "few-questions", 0, 0, "four questions only", "Add two."};
    struct str out = STR_INIT;
    finding_add_text(&out, &f, "b.yaml", "a\n", 2);
    assert_str(&out, "b.yaml: warning: four questions only\n  Add two.   [few-questions]\n");
    f.line = 3;
    finding_add_text(&out, &f, "b.yaml", NULL, 0);
    assert_str(&out, "b.yaml:3: warning: four questions only\n  Add two.   [few-questions]\n");
    f.todo = NULL;
    finding_add_text(&out, &f, "b.yaml", "a\nb\nc\nd\n", 8); /* a line, but no column */
    assert_str(&out, "b.yaml:3: warning: four questions only\n    3 | c\n  [few-questions]\n");
    f.line = 9; /* the file is not that long */
    f.col = 2;
    finding_add_text(&out, &f, "b.yaml", "a\n", 2);
    assert_str(&out, "b.yaml:9:2: warning: four questions only\n  [few-questions]\n");
    str_release(&out);
}

/* The caret's column equals the columns in front of what it is about. */
static void the_caret_stands_right(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        uint32_t col;
        const char *shown, *caret;
    } rows[] = {
        {"abc", 1, "abc", "^"},
        {"abc", 3, "abc", "  ^"},
        {"abc", 4, "abc", "   ^"},  /* right behind the end */
        {"abc", 99, "abc", "   ^"}, /* no further */
        {"日本: x", 3, "日本: x", "    ^"},
        {"日本: x", 2, "日本: x", "  ^"},
        {"\tx", 2, "→x", " ^"},
        {"\t\t- x", 3, "→→- x", "  ^"},
        {"a\x1B[31mb", 7, "a␛[31mb", "      ^"},
        {"a\x7F"
         "b",
         3, "a␡b", "  ^"},
        {"a\xE2\x80\xAE"
         "b",
         3,
         "a\xEF\xBF\xBD"
         "b",
         "  ^"}, /* an override character */
        {"a\xFF"
         "b",
         3,
         "a\xEF\xBF\xBD"
         "b",
         "  ^"},
        {"e\xCC\x81x", 3, "e\xCC\x81x", " ^"},
        {"ae\xCC\x81x", 3, "ae\xCC\x81x", " ^"}, /* on the accent: under its letter */
        {"é: x", 4, "é: x", "   ^"},
    };
    struct str out = STR_INIT, wanted = STR_INIT;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        told(&out, 1, rows[i].col, rows[i].line);
        str_clear(&wanted);
        str_addf(&wanted,
                 "bank.yaml:1:%u: error: what is wrong\n    1 | %s\n      | %s\n  [rule]\n",
                 rows[i].col, rows[i].shown, rows[i].caret);
        assert_string_equal(out.s, wanted.s);
    }
    str_release(&out);
    str_release(&wanted);
}

/* Every kind of line break that libyaml counts, and a BOM. */
static void lines_are_libyamls(void **state)
{
    (void)state;
    static const char file[] = "\xEF\xBB\xBFone\ntwo\r\nthree\rfour\xC2\x85"
                               "five\xE2\x80\xA8six"
                               "\xE2\x80\xA9seven\r\n\r\nnine\n";
    static const char *const lines[] = {" one", " two",   " three", " four", " five",
                                        " six", " seven", "",       " nine", ""};
    struct str out = STR_INIT, wanted = STR_INIT;
    for (uint32_t i = 0; i < COUNT_OF(lines); i++) {
        told(&out, i + 1, 1, file);
        str_clear(&wanted);
        str_addf(&wanted, "bank.yaml:%u:1: error: what is wrong\n%5u |%s\n      | ^\n  [rule]\n",
                 i + 1, i + 1, lines[i]);
        assert_string_equal(out.s, wanted.s);
    }
    told(&out, 11, 1, file);
    assert_string_equal(out.s, "bank.yaml:11:1: error: what is wrong\n  [rule]\n");
    str_release(&out);
    str_release(&wanted);
}

static void ends_in_half_a_break(void **state)
{
    (void)state;
    struct str out = STR_INIT;
    told_n(&out, 1, 2, "a\xC2", 2);
    assert_str(&out, "bank.yaml:1:2: error: what is wrong\n    1 | a\xEF\xBF\xBD\n      |  ^\n"
                     "  [rule]\n");
    told_n(&out, 1, 2, "a\xE2\x80", 3);
    assert_non_null(strstr(out.s, "    1 | a\xEF\xBF\xBD\xEF\xBF\xBD\n"));
    told_n(&out, 2, 1, "a\r", 2);
    assert_non_null(strstr(out.s, "    2 |\n      | ^\n"));
    told_n(&out, 1, 1, "", 0);
    assert_non_null(strstr(out.s, "    1 |\n      | ^\n"));
    told_n(&out, 1, 1, "\0b", 2); /* a NUL is a character like another */
    assert_non_null(strstr(out.s, "    1 | ␀b\n      | ^\n"));
    str_release(&out);
}

/* Bytes from outside reach no terminal, wherever they stand. */
static void nothing_drives_the_terminal(void **state)
{
    (void)state;
    struct finding f = {FINDING_ERROR, "rule", 1, 1, "not \"\x1B[2J\"", "Take \x07 out."};
    struct str out = STR_INIT;
    finding_add_text(&out, &f,
                     "a\x1B"
                     "b.yaml",
                     "\x9B\n", 2);
    assert_str(&out, "a␛b.yaml:1:1: error: not \"␛[2J\"\n    1 | \xEF\xBF\xBD\n      | ^\n"
                     "  Take ␇ out.   [rule]\n");
    str_release(&out);
}

/* The line and the caret's column (from 0) of an excerpt. */
struct excerpt {
    const char *line;
    size_t n;
    int caret;
};

static struct excerpt excerpt_in(const struct str *out)
{
    const char *line = strchr(out->s, '\n') + 1 + strlen("    1 | ");
    const char *end = strchr(line, '\n');
    const char *caret = end + 1 + strlen("      | ");
    return (struct excerpt){line, (size_t)(end - line), (int)(strchr(caret, '^') - caret)};
}

static void a_hundred_columns_stay_whole(void **state)
{
    (void)state;
    char line[102];
    struct str out = STR_INIT;
    memset(line, 'a', sizeof line);
    told_n(&out, 1, 100, line, 100);
    struct excerpt x = excerpt_in(&out);
    assert_int_equal(x.n, 100);
    assert_int_equal(x.caret, 99);
    told_n(&out, 1, 1, line, 101);
    x = excerpt_in(&out);
    assert_int_equal(x.n, 99 + strlen("…"));
    assert_memory_equal(x.line + 99, "…", strlen("…"));
    assert_int_equal(x.caret, 0);
    str_release(&out);
}

static void a_long_line_is_cut_around_the_caret(void **state)
{
    (void)state;
    struct str line = STR_INIT, out = STR_INIT;
    str_repeat(&line, "a", 5000);
    str_addc(&line, 'X');
    str_repeat(&line, "b", 5000);
    told(&out, 1, 5001, line.s);
    struct excerpt x = excerpt_in(&out);
    assert_int_equal(utf8_width(x.line, x.n), 100);
    assert_true(str_starts(x.line, "…aaa"));
    assert_memory_equal(x.line + x.n - strlen("b…"), "b…", strlen("b…"));
    assert_int_equal(x.caret, 61);
    assert_int_equal(x.line[strlen("…") + 60], 'X');
    told(&out, 1, 10002, line.s); /* behind the end: nothing is cut there */
    x = excerpt_in(&out);
    assert_int_equal(x.caret, 61);
    assert_int_equal(utf8_width(x.line, x.n), 61);
    assert_int_equal(x.line[x.n - 1], 'b');
    str_release(&line);
    str_release(&out);
}

/* The character of a line that the caret points at in the excerpt. */
static uint32_t pointed_at(const struct excerpt *x)
{
    int column = 0;
    for (size_t at = 0; at < x->n;) {
        uint32_t cp;
        size_t len = utf8_decode(x->line + at, x->n - at, &cp);
        if (column == x->caret && utf8_cp_width(cp) > 0)
            return cp;
        column += utf8_cp_width(cp);
        at += len;
    }
    return 0;
}

/* Lines of any characters with one Q: wherever it stands, the caret is under it and the excerpt is
 * no wider than promised. */
static void the_caret_finds_any_place(void **state)
{
    (void)state;
    static const char *const bits[] = {
        "a", "日",           "\t",           "e\xCC\x81",       "\x1B", "\xFF", " ",
        "é", "\xE2\x80\x8B", "\xE2\x80\xAE", "\xF0\x9F\x98\x80"};
    uint64_t seed = seed_start("finding");
    struct str line = STR_INIT, out = STR_INIT;
    for (int round = 0; round < 3000; round++) {
        uint32_t col = 1;
        str_clear(&line);
        for (int i = seed_below(&seed, 150); i > 0; i--) {
            const char *bit = bits[seed_below(&seed, COUNT_OF(bits))];
            str_add(&line, bit);
            col += strcmp(bit, "e\xCC\x81") == 0 ? 2 : 1;
        }
        str_addc(&line, 'Q');
        for (int i = seed_below(&seed, 150); i > 0; i--)
            str_add(&line, bits[seed_below(&seed, COUNT_OF(bits))]);
        told(&out, 1, col, line.s);
        struct excerpt x = excerpt_in(&out);
        assert_int_equal(pointed_at(&x), 'Q');
        assert_in_range(utf8_width(x.line, x.n), 1, 100);
        assert_true(utf8_valid(out.s, out.len, NULL));
    }
    str_release(&line);
    str_release(&out);
}

static void adds_copies(void **state)
{
    (void)state;
    struct findings f = {0};
    char word[] = "wieght", todo[] = "Did you mean \"weight\"?";
    finding_add(&f, FINDING_WARNING, "unknown-key", 4, 9, todo, "unknown key \"%s\"", word);
    finding_add(&f, FINDING_ERROR, "empty", 0, 0, NULL, "the file is empty");
    memset(word, 'x', strlen(word));
    memset(todo, 'x', strlen(todo));
    assert_int_equal(f.n, 2);
    assert_string_equal(f.items[0].what, "unknown key \"wieght\"");
    assert_string_equal(f.items[0].todo, "Did you mean \"weight\"?");
    assert_string_equal(f.items[0].rule, "unknown-key");
    assert_int_equal(f.items[0].line, 4);
    assert_int_equal(f.items[0].col, 9);
    assert_int_equal(f.items[1].severity, FINDING_ERROR);
    assert_null(f.items[1].todo);
    assert_int_equal(findings_errors(&f), 1);
    findings_release(&f);
    assert_int_equal(f.n, 0);
    assert_int_equal(findings_errors(&f), 0);
    findings_sort(&f);
    findings_release(&f);
}

static void sorts_by_place_and_keeps_the_order(void **state)
{
    (void)state;
    struct findings f = {0};
    uint64_t seed = seed_start("findings_sort");
    for (int i = 0; i < 2000; i++)
        finding_add(&f, FINDING_WARNING, "r", (uint32_t)seed_below(&seed, 20),
                    (uint32_t)seed_below(&seed, 4), NULL, "%06d", i);
    findings_sort(&f);
    assert_int_equal(f.n, 2000);
    for (size_t i = 1; i < f.n; i++) {
        const struct finding *a = &f.items[i - 1], *b = &f.items[i];
        bool same = a->line == b->line && a->col == b->col;
        assert_true(a->line < b->line || (a->line == b->line && a->col <= b->col));
        assert_true(!same || strcmp(a->what, b->what) < 0);
    }
    findings_release(&f);
}

static void a_draft_has_only_gaps(void **state)
{
    (void)state;
    struct findings f = {0};
    assert_int_equal(findings_gaps(&f), 0);
    finding_add(&f, FINDING_WARNING, "long-line", 1, 1, NULL, "long");
    finding_add(&f, FINDING_ERROR, "missing-anchor", 2, 1, NULL, "no anchor at 1");
    finding_add(&f, FINDING_ERROR, "empty", 3, 1, NULL, "no text");
    assert_int_equal(findings_gaps(&f), 2);
    finding_add(&f, FINDING_ERROR, "number", 4, 1, NULL, "no number");
    assert_int_equal(findings_gaps(&f), 0);
    findings_release(&f);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_has_only_gaps),
        cmocka_unit_test(as_in_the_header),
        cmocka_unit_test(without_a_place_or_a_file),
        cmocka_unit_test(the_caret_stands_right),
        cmocka_unit_test(lines_are_libyamls),
        cmocka_unit_test(ends_in_half_a_break),
        cmocka_unit_test(nothing_drives_the_terminal),
        cmocka_unit_test(a_hundred_columns_stay_whole),
        cmocka_unit_test(a_long_line_is_cut_around_the_caret),
        cmocka_unit_test(the_caret_finds_any_place),
        cmocka_unit_test(adds_copies),
        cmocka_unit_test(sorts_by_place_and_keeps_the_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
