/* Importing: texts beside the draft that has to come of them (NAME.yaml) and the notes
 * (NAME.notes). After a change on purpose:
 *
 *     SLATE_UPDATE=1 build/test/bin/bank/test_import && git diff tests/bank/import
 */

#include "support/bank_any.h"
#include "support/bank_reading.h"
#include "support/bank_same.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

#include "bank/bank_csv.h"
#include "bank/bank_import.h"
#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"

#define FOLDER SLATE_TESTS "/bank/import"

/* ---- texts and what comes of them ---- */

static void compare(const char *name, const char *suffix, const struct str *actual)
{
    struct str path = STR_INIT, expected = STR_INIT;
    struct err e = ERR_INIT;
    str_addf(&path, "%s/%s%s", FOLDER, name, suffix);
    if (getenv("SLATE_UPDATE") != NULL) {
        assert_done(file_replace(path.s, actual->s, actual->len, 0644, &e), &e);
    } else {
        assert_done(file_read(path.s, FILE_BANK_MAX, &expected, NULL, &e), &e);
        if (strcmp(expected.s, actual->s) != 0)
            fail_msg("%s%s:\n%s", name, suffix, actual->s);
    }
    str_release(&path);
    str_release(&expected);
}

/* The draft of a text, with what reading it has to say of lines and gaps. */
static void import_file(const char *name)
{
    struct str path = STR_INIT, bytes = STR_INIT, notes = STR_INIT;
    struct err e = ERR_INIT;
    struct draft d;
    path_join(&path, FOLDER, name);
    assert_done(file_read(path.s, FILE_BANK_MAX, &bytes, NULL, &e), &e);
    struct import_source source = {.bytes = bytes.s,
                                   .n = bytes.len,
                                   .name = name,
                                   .windows_1252 = strncmp(name, "windows", 7) == 0};
    assert_done(bank_import(&source, &d, &e), &e);
    for (size_t i = 0; i < d.n; i++)
        draft_add_note(&notes, &d.items[i], name);
    struct bank_reading r = bank_reading(d.yaml.s, d.yaml.len, d.bank);
    if (!r.good && findings_gaps(&r.found) == 0)
        fail_msg("%s: line %u: %s\n%s", name, r.found.items[0].line, r.found.items[0].what,
                 d.yaml.s);
    for (size_t i = 0; i < r.found.n; i++)
        str_addf(&notes, "the draft: %s\n", r.found.items[i].what);
    compare(name, ".yaml", &d.yaml);
    compare(name, ".notes", &notes);
    bank_reading_release(&r);
    draft_release(&d);
    str_release(&notes);
    str_release(&bytes);
    str_release(&path);
}

static void texts_become_drafts(void **state)
{
    (void)state;
    static const char *const suffixes[] = {".txt", ".md", ".csv", ".tsv", ".html"};
    size_t n = 0;
    for (size_t s = 0; s < COUNT_OF(suffixes); s++) {
        struct file_names names = {0};
        struct err e = ERR_INIT;
        assert_done(file_list(FOLDER, suffixes[s], &names, &e), &e);
        for (size_t i = 0; i < names.n; i++, n++)
            import_file(names.items[i]);
        file_names_release(&names);
    }
    assert_true(n >= 9);
}

/* ---- what cannot be imported ---- */

static void assert_refused(const char *bytes, size_t n, const char *name, const char *why)
{
    struct err e = ERR_INIT;
    struct draft d;
    struct import_source source = {.bytes = bytes, .n = n, .name = name};
    assert_false(bank_import(&source, &d, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    if (strstr(e.text, why) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", e.text, why);
    draft_release(&d);
}

#define REFUSED(bytes, name, why) assert_refused(bytes, sizeof(bytes) - 1, name, why)

static void says_why_not(void **state)
{
    (void)state;
    REFUSED("", "a.txt", "there is nothing in a.txt");
    REFUSED("\xEF\xBB\xBF \r\n\t\n", "a.txt", "there is nothing in a.txt");
    REFUSED("A page about nothing.\n", "a.txt", "no question was found in a.txt");
    REFUSED("Q:\n", "a.txt", "no question was found");
    REFUSED("caf\xE9\n", "a.txt", "is not in UTF-8, see line 1: if it comes from Excel");
    REFUSED("one\n\ncaf\xE9\n", "a.txt", "see line 3");
    REFUSED("Q: a\0b?\n", "a.txt", "line 1 holds a byte 0");
    REFUSED("\xFF\xFEQ\0:\0", "a.txt", "is in UTF-16");
    REFUSED("PK\x03\x04zip", "a.docx", "a document of Word, Excel or the like: save it");
    REFUSED("%PDF-1.7", "a.pdf", "is a PDF: copy its text");
    REFUSED("name,age\nAda,36\n", "a.csv", "no column \"question\" in its first row (name, age)");
    REFUSED("question,level\n", "a.csv", "no question was found");
    struct str large = STR_INIT;
    str_repeat(&large, "Q: really?\n", (int)(FILE_BANK_MAX / 11) + 1);
    assert_refused(large.s, large.len, "a.txt", "over 16 MiB");
    str_release(&large);
}

/* ---- out and in again ---- */

static void carry_over(const struct bank *bank)
{
    struct str csv = STR_INIT;
    struct err e = ERR_INIT;
    struct draft d;
    bank_csv(bank, &csv);
    struct import_source source = {.bytes = csv.s, .n = csv.len, .name = "questions.csv"};
    assert_done(bank_import(&source, &d, &e), &e);
    struct bank_reading r = bank_reading(d.yaml.s, d.yaml.len, NULL);
    bank_same_questions(bank, &r.bank);
    assert_int_equal(bank->scale, r.bank.scale);
    bank_reading_release(&r);
    draft_release(&d);
    str_release(&csv);
}

static void shipped_banks_come_back(void **state)
{
    (void)state;
    struct file_names names = {0};
    struct err e = ERR_INIT;
    assert_done(file_list(SLATE_BANKS, ".yaml", &names, &e), &e);
    assert_true(names.n > 0);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT, bytes = STR_INIT;
        path_join(&path, SLATE_BANKS, names.items[i]);
        assert_done(file_read(path.s, FILE_BANK_MAX, &bytes, NULL, &e), &e);
        struct bank_reading r = bank_reading(bytes.s, bytes.len, NULL);
        carry_over(&r.bank);
        bank_reading_release(&r);
        str_release(&bytes);
        str_release(&path);
    }
    file_names_release(&names);
}

static void any_questions_come_back(void **state)
{
    (void)state;
    uint64_t seed = seed_start("any_questions_come_back");
    int rounds = getenv("SLATE_LONG") != NULL ? 100000 : 1000;
    for (int i = 0; i < rounds; i++) {
        struct bank b = {.scale = SCALE_DEFAULT};
        struct bank_level *l = &b.levels[seed_below(&seed, LEVELS)];
        l->n = (size_t)seed_below(&seed, 3) + 1;
        l->questions = arena_alloc(&b.arena, l->n * sizeof *l->questions);
        for (size_t q = 0; q < l->n; q++)
            bank_any_question(&l->questions[q], &b.arena, &seed, (int)q);
        carry_over(&b);
        bank_release(&b);
    }
}

/* ---- any text ---- */

/* Whatever comes out can be read, but for what is missing in it; every question has a level. */
static void any_text_gives_a_draft_or_a_reason(void **state)
{
    (void)state;
    static const char *const lines[] = {"Q: How?\n",
                                        "Expected Answer: should name one, two, and three.\n",
                                        "# Title\n",
                                        "\n",
                                        "## Senior (5+ years)\n",
                                        "- item\n",
                                        "  - deeper\n",
                                        "1. How many?\n",
                                        "Red flags\n",
                                        "**Follow-ups**\n",
                                        "question,level,weight\n",
                                        "a,b,c\n",
                                        "\"open\n",
                                        "Junior\n",
                                        "1: bad\n",
                                        "<p>html &amp; more</p>\n",
                                        "Experience Level Indicators\n",
                                        "Also try searching for:\n",
                                        "Post Producer Sound Editor\n",
                                        "Glossary\n",
                                        "conform: rebuilding\n",
                                        "Level: mid\n",
                                        "Weight: 2\n",
                                        "### Group\n",
                                        "Why: so\n",
                                        "\x01\x02\n",
                                        "\u202E\u2028x\n",
                                        "Scoring\n"};
    uint64_t seed = seed_start("any_text_gives_a_draft_or_a_reason");
    int rounds = getenv("SLATE_LONG") != NULL ? 100000 : 2000;
    struct str text = STR_INIT;
    for (int i = 0; i < rounds; i++) {
        struct err e = ERR_INIT;
        struct draft d;
        str_clear(&text);
        for (int n = seed_below(&seed, 14); n >= 0; n--)
            str_add(&text, lines[seed_below(&seed, (int)COUNT_OF(lines))]);
        struct import_source source = {.bytes = text.s, .n = text.len, .name = "any"};
        if (bank_import(&source, &d, &e)) {
            struct bank_reading r = bank_reading(d.yaml.s, d.yaml.len, d.bank);
            if (!r.good && findings_gaps(&r.found) == 0)
                fail_msg("line %u: %s\n%s\nof\n%s", r.found.items[0].line, r.found.items[0].what,
                         d.yaml.s, text.s);
            for (int level = 0; level < LEVELS; level++)
                assert_int_equal(r.bank.levels[level].n, d.questions[level]);
            bank_reading_release(&r);
        } else {
            assert_true(e.text[0] != '\0');
        }
        draft_release(&d);
    }
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_become_drafts),
        cmocka_unit_test(says_why_not),
        cmocka_unit_test(shipped_banks_come_back),
        cmocka_unit_test(any_questions_come_back),
        cmocka_unit_test(any_text_gives_a_draft_or_a_reason),
    };
    return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
