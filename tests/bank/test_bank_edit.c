/* Edits as a recruiter sees them. Each file of tests/bank/edit/texts holds a bank, and below it
 * edits, each on the bank as it stands there, with the lines that differ afterwards or the reason
 * why not:
 *
 *     bank: ...
 *     ==== set mid/one/ask | What: is it?
 *     -        ask: What is it?
 *     +        ask: "What: is it?"
 *     ==== move mid/two before mid/one
 *     ==== set mid/one/expect.9 | More
 *     refused: ...
 *
 * \n in a text is a new line. SLATE_UPDATE=1 rewrites what is expected: read the difference. The
 * line ends of the bank are those of the word in the file's name: "crlf-...". */

#include "support/bank_ops.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diff.h"
#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"

#define TEXTS SLATE_TESTS "/bank/edit/texts"
#define CHAIN 300

/* ---- an edit as it is written ---- */

struct command {
    char word[16], place[160], rest[200];
    struct str text;
};

static void unescape(struct str *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool line = s[i] == '\\' && i + 1 < n && s[i + 1] == 'n';
        str_addc(out, line ? '\n' : s[i]);
        i += line;
    }
}

static struct command parse(const char *line, size_t n)
{
    struct command c = {.text = STR_INIT};
    char head[400];
    const char *bar = memmem(line, n, " | ", 3);
    size_t end = bar != NULL ? (size_t)(bar - line) : n;
    snprintf(head, sizeof head, "%.*s", (int)end, line);
    sscanf(head, "%15s %159s %199[^\n]", c.word, c.place, c.rest);
    for (char *s = c.place; *s != '\0'; s++)
        if (*s == '~')
            *s = ' '; /* a blank in a term */
    if (bar != NULL)
        unescape(&c.text, bar + 3, n - end - 3);
    return c;
}

static struct edit_target target_of(struct command *c)
{
    static const char *const words[] = {"up", "down", "before", "after", "into"};
    char *blank = strchr(c->rest, ' ');
    struct edit_target to = {EDIT_UP, blank != NULL ? blank + 1 : NULL};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strncmp(c->rest, words[i], strlen(words[i])) == 0)
            to.where = (enum edit_where)i;
    return to;
}

static bool perform(struct bank_edit *b, struct command *c, struct err *e)
{
    if (strcmp(c->word, "set") == 0)
        return bank_edit_set(b, c->place, c->text.s, e);
    if (strcmp(c->word, "insert") == 0)
        return bank_edit_insert(b, c->place, c->text.s, e);
    if (strcmp(c->word, "remove") == 0)
        return bank_edit_remove(b, c->place, e);
    struct edit_target to = target_of(c);
    if (strcmp(c->word, "move") == 0)
        return bank_edit_move(b, c->place, &to, e);
    if (strcmp(c->word, "copy") == 0)
        return bank_edit_copy(
            b, &(struct edit_copy){b, c->place, c->text.len > 0 ? c->text.s : NULL}, &to, e);
    const struct edit_field fields[] = {
        {"id", "new-one"},    {"ask", c->text.s},    {"expect", "One\nTwo: three"},
        {"anchors.1", "Bad"}, {"anchors.5", "Good"}, {"minutes", "4"},
        {NULL, NULL}};
    const struct edit_field fact[] = {{"id", "new-one"}, {"ask", c->text.s}, {NULL, NULL}};
    return bank_edit_add(b, c->place, strcmp(c->place, "facts") == 0 ? fact : fields, NULL, e);
}

/* ---- what comes of it ---- */

static void add_lines(struct str *out, const struct str *old, const struct str *new)
{
    struct diff d = {0};
    diff_lines((struct diff_text){old->s, old->len}, (struct diff_text){new->s, new->len}, 0, &d);
    for (size_t i = 0; i < d.n; i++) {
        const struct diff_line *l = &d.items[i];
        if (l->kind == DIFF_GAP)
            continue;
        str_addc(out, l->kind == DIFF_IN ? '+' : '-');
        str_addn(out, (l->kind == DIFF_IN ? new->s : old->s) + l->at, l->len);
        str_add(out, l->open ? " (no line end)\n" : "\n");
    }
    if (d.n == 0)
        str_add(out, "nothing changes\n");
    VEC_RELEASE(&d);
}

static void play(const struct str *bank, const char *line, size_t n, struct str *out)
{
    struct err e = ERR_INIT;
    struct command c = parse(line, n);
    struct bank_edit *b = bank_edit_new(bank->s, bank->len, &e);
    str_addf(out, "==== %.*s\n", (int)n, line);
    if (b == NULL)
        str_addf(out, "no bank: %s\n", e.text);
    else if (perform(b, &c, &e))
        add_lines(out, bank, bank_edit_bytes(b));
    else
        str_addf(out, "refused: %s\n", e.text);
    bank_edit_free(b);
    str_release(&c.text);
}

/* The bank with the line ends that the name of its file asks for. */
static void with_ends(struct str *out, const char *s, size_t n, const char *name)
{
    const char *nl = str_starts(name, "crlf-") ? "\r\n" : str_starts(name, "cr-") ? "\r" : "\n";
    for (size_t i = 0; i < n; i++)
        if (s[i] == '\n')
            str_add(out, nl);
        else
            str_addc(out, s[i]);
    if (strstr(name, "open-end") != NULL)
        while (out->len > 0 && strchr("\r\n", out->s[out->len - 1]) != NULL)
            out->s[--out->len] = '\0';
}

static void edits_are_as_written(void **state)
{
    const char *name = *state;
    struct str path = STR_INIT, file = STR_INIT, bank = STR_INIT, now = STR_INIT;
    struct err e = ERR_INIT;
    path_join(&path, TEXTS, name);
    assert_done(file_read(path.s, 1 << 20, &file, NULL, &e), &e);
    const char *at = strstr(file.s, "==== ");
    assert_non_null(at);
    with_ends(&bank, file.s, (size_t)(at - file.s), name);
    str_addn(&now, file.s, (size_t)(at - file.s));
    while (at != NULL) {
        at += strlen("==== ");
        play(&bank, at, strcspn(at, "\n"), &now);
        at = strstr(at, "\n==== ");
        at += at != NULL;
    }
    if (getenv("SLATE_UPDATE") != NULL)
        assert_done(file_replace(path.s, now.s, now.len, 0644, &e), &e);
    else
        assert_string_equal(now.s, file.s);
    str_release(&path);
    str_release(&file);
    str_release(&bank);
    str_release(&now);
}

/* ---- chains ---- */

struct choice {
    struct bank_op op;
    int seen;
    uint64_t *seed;
};

/* One of all there are, each as likely (reservoir of one). */
static void choose(void *data, const struct bank_op *op)
{
    struct choice *c = data;
    if (seed_below(c->seed, ++c->seen) == 0)
        c->op = *op;
}

static void chain(const char *path, uint64_t *seed)
{
    struct err e = ERR_INIT;
    struct str start = STR_INIT, end = STR_INIT, diff = STR_INIT, stem = STR_INIT;
    struct bank_model model;
    size_t done = 0;
    assert_done(file_read(path, FILE_BANK_MAX, &start, NULL, &e), &e);
    path_stem(&stem, path);
    struct bank_edit *b = bank_edit_new(start.s, start.len, &e);
    assert_non_null(b);
    assert_true(bank_model_read(&model, &start, stem.s));
    for (int i = 0; i < CHAIN; i++) {
        struct choice c = {.seed = seed};
        struct bank_model is;
        bank_ops(&model, &(struct bank_ops){choose, &c, 1, seed});
        if (!bank_op_apply(b, &c.op, &e))
            continue;
        done++;
        bank_op_mean(&model, &c.op);
        assert_true(bank_model_read(&is, bank_edit_bytes(b), stem.s));
        bank_model_compare(&model, &is, &diff);
        if (diff.len > 0) {
            bank_op_words(&c.op, &diff);
            fail_msg("%s, edit %d: %s", path, i, diff.s);
        }
        bank_model_release(&model);
        model = is;
    }
    str_addn(&end, bank_edit_bytes(b)->s, bank_edit_bytes(b)->len);
    while (bank_edit_undo(b))
        ;
    assert_int_equal(bank_edit_bytes(b)->len, start.len);
    assert_memory_equal(bank_edit_bytes(b)->s, start.s, start.len);
    while (bank_edit_redo(b))
        ;
    assert_int_equal(bank_edit_bytes(b)->len, end.len);
    assert_memory_equal(bank_edit_bytes(b)->s, end.s, end.len);
    print_message("# %s: %zu of %d edits done, undone and redone\n", stem.s, done, CHAIN);
    bank_model_release(&model);
    bank_edit_free(b);
    str_release(&start);
    str_release(&end);
    str_release(&diff);
    str_release(&stem);
}

static void chains_of_edits_are_undone_to_the_byte(void **state)
{
    (void)state;
    struct file_names names = {0};
    struct err e = ERR_INIT;
    uint64_t seed = seed_start("chains");
    size_t step = getenv("SLATE_LONG") != NULL ? 1 : 11;
    assert_done(file_list(SLATE_TESTS "/bank/edit/nasty", ".yaml", &names, &e), &e);
    for (size_t i = (size_t)seed_below(&seed, (int)step); i < names.n; i += step) {
        struct str path = STR_INIT;
        path_join(&path, SLATE_TESTS "/bank/edit/nasty", names.items[i]);
        chain(path.s, &seed);
        str_release(&path);
    }
    file_names_release(&names);
}

/* ---- words ---- */

/* The text with one word taken out, put in or changed. */
static void with_other_word(struct str *out, const char *text, uint64_t *seed)
{
    size_t words = 1, at = 0;
    for (const char *s = text; *s != '\0'; s++)
        words += *s == ' ';
    for (size_t i = (size_t)seed_below(seed, (int)words); i > 0; i--)
        at += strcspn(text + at, " ") + 1;
    size_t n = strcspn(text + at, " ");
    int kind = seed_below(seed, 3);
    str_addn(out, text, at);
    if (kind > 0)
        str_add(out, "othered");
    if (kind == 2)
        str_addf(out, " %.*s", (int)n, text + at);
    str_add(out, text + at + n + (kind == 0 && text[at + n] == ' '));
}

static size_t lines_changed(const struct str *old, const struct str *new)
{
    struct diff d = {0};
    size_t n = 0;
    diff_lines((struct diff_text){old->s, old->len}, (struct diff_text){new->s, new->len}, 0, &d);
    for (size_t i = 0; i < d.n; i++)
        n += d.items[i].kind != DIFF_GAP;
    VEC_RELEASE(&d);
    return n;
}

static void change_words(const char *path, uint64_t *seed, int one_in)
{
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT, stem = STR_INIT, text = STR_INIT;
    struct bank_model model, is;
    assert_done(file_read(path, FILE_BANK_MAX, &bytes, NULL, &e), &e);
    path_stem(&stem, path);
    assert_true(bank_model_read(&model, &bytes, stem.s));
    struct bank_edit *b = bank_edit_new(bytes.s, bytes.len, &e);
    for (size_t i = 0; i < model.n; i++) {
        const struct model_row *r = &model.items[i];
        size_t n = strlen(r->place);
        if (n < 4 || strcmp(r->place + n - 4, "/ask") != 0 || seed_below(seed, one_in) != 0)
            continue;
        str_clear(&text);
        with_other_word(&text, r->text, seed);
        assert_done(bank_edit_set(b, r->place, text.s, &e), &e);
        assert_true(bank_model_read(&is, bank_edit_bytes(b), stem.s));
        while (text.len > 0 && text.s[text.len - 1] == ' ')
            text.s[--text.len] = '\0';
        assert_string_equal(bank_model_get(&is, r->place), text.s);
        assert_in_range(lines_changed(&bytes, bank_edit_bytes(b)), 1, 4);
        assert_true(bank_edit_undo(b));
        bank_model_release(&is);
    }
    bank_edit_free(b);
    bank_model_release(&model);
    str_release(&bytes);
    str_release(&stem);
    str_release(&text);
}

static void another_word_changes_few_lines(void **state)
{
    (void)state;
    struct file_names names = {0};
    struct err e = ERR_INIT;
    uint64_t seed = seed_start("words");
    assert_done(file_list(SLATE_BANKS, ".yaml", &names, &e), &e);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT;
        path_join(&path, SLATE_BANKS, names.items[i]);
        change_words(path.s, &seed, getenv("SLATE_LONG") != NULL ? 1 : 4);
        str_release(&path);
    }
    file_names_release(&names);
}

/* ---- steps ---- */

static void several_edits_are_one_step_or_none(void **state)
{
    (void)state;
    static const char text[] = "bank: a\ntitle: A\nopening: [one]\n";
    struct err e = ERR_INIT;
    struct bank_edit *b = bank_edit_new(text, strlen(text), &e);
    size_t mark = bank_edit_mark(b);
    assert_true(bank_edit_set(b, "title", "B", &e));
    assert_true(bank_edit_set(b, "opening", "one\ntwo\nthree", &e));
    bank_edit_join(b, mark, "both");
    assert_string_equal(bank_edit_bytes(b)->s, "bank: a\ntitle: B\nopening: [one, two, three]\n");
    assert_string_equal(bank_edit_undo_what(b), "both");
    assert_true(bank_edit_undo(b));
    assert_string_equal(bank_edit_bytes(b)->s, text);
    assert_string_equal(bank_edit_redo_what(b), "both");
    mark = bank_edit_mark(b);
    assert_true(bank_edit_set(b, "title", "C", &e));
    assert_false(bank_edit_set(b, "scale", "9", &e));
    bank_edit_back(b, mark);
    assert_string_equal(bank_edit_bytes(b)->s, text);
    assert_false(bank_edit_undo(b));
    assert_null(bank_edit_undo_what(b));
    bank_edit_free(b);
}

static void a_place_is_found_by_its_line_and_back(void **state)
{
    (void)state;
    static const char text[] = "bank: a\n"                 /* 1 */
                               "title: A\n"                /* 2 */
                               "glossary:\n"               /* 3 */
                               "  \"5.1\": Sound\n"        /* 4 */
                               "facts:\n"                  /* 5 */
                               "  - id: start\n"           /* 6 */
                               "    ask: When?\n"          /* 7 */
                               "levels:\n"                 /* 8 */
                               "  mid:\n"                  /* 9 */
                               "    minutes: 3\n"          /* 10 */
                               "    questions:\n"          /* 11 */
                               "      - id: one\n"         /* 12 */
                               "        expect:\n"         /* 13 */
                               "          - a\n"           /* 14 */
                               "          - >\n"           /* 15 */
                               "            b\n"           /* 16 */
                               "        anchors: {1: x,\n" /* 17 */
                               "          3: y}\n"         /* 18 */
                               "      - ask: no id\n";     /* 19 */
    static const char *const places[] = {"bank",
                                         "title",
                                         "glossary",
                                         "glossary.5.1",
                                         "facts",
                                         "facts.start.id",
                                         "facts.start.ask",
                                         "levels",
                                         "mid",
                                         "mid/minutes",
                                         "mid/questions",
                                         "mid/one/id",
                                         "mid/one/expect",
                                         "mid/one/expect.1",
                                         "mid/one/expect.2",
                                         "mid/one/expect.2",
                                         "mid/one/anchors.1",
                                         "mid/one/anchors.3",
                                         "mid/#2/ask"};
    struct err e = ERR_INIT;
    struct bank_edit *b = bank_edit_new(text, strlen(text), &e);
    assert_non_null(b);
    for (uint32_t line = 1; line <= COUNT_OF(places); line++) {
        struct str place = STR_INIT;
        struct bank_lines lines;
        bank_edit_place_at(b, line, &place);
        assert_string_equal(place.s, places[line - 1]);
        if (strcmp(place.s, "levels") != 0 && strcmp(place.s, "mid/questions") != 0) {
            assert_true(bank_edit_lines(b, place.s, &lines));
            assert_in_range(line, lines.first, lines.last);
        }
        str_release(&place);
    }
    struct bank_lines whole;
    assert_true(bank_edit_lines(b, "mid/one", &whole));
    assert_int_equal(whole.first, 12);
    assert_int_equal(whole.last, 18);
    assert_int_equal(bank_edit_line(b, "mid/one/why"), 12);
    assert_int_equal(bank_edit_line(b, "mid/none"), 0);
    bank_edit_free(b);
}

int main(void)
{
    struct file_names names = {0};
    struct err e = ERR_INIT;
    struct CMUnitTest tests[80] = {
        cmocka_unit_test(several_edits_are_one_step_or_none),
        cmocka_unit_test(a_place_is_found_by_its_line_and_back),
        cmocka_unit_test(chains_of_edits_are_undone_to_the_byte),
        cmocka_unit_test(another_word_changes_few_lines),
    };
    size_t n = 4;
    if (!file_list(TEXTS, ".txt", &names, &e) || names.n == 0)
        return 1;
    for (size_t i = 0; i < names.n && n < COUNT_OF(tests); i++)
        tests[n++] =
            (struct CMUnitTest){names.items[i], edits_are_as_written, NULL, NULL, names.items[i]};
    int failed = _cmocka_run_group_tests("bank_edit", tests, n, NULL, NULL);
    file_names_release(&names);
    return failed;
}
