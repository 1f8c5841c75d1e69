/* Large, broken and hostile banks: within their limits, never a crash, always a place. */

#include "support/bank_reading.h"
#include "support/unit.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#define MANY 10000

static void add_question(struct str *out, int n)
{
    str_addf(out,
             "      - id: question-%d\n"
             "        ask: >-\n"
             "          An editor calls at nine and has no sound for scene %d, which is due\n"
             "          with the client at noon. What do you do, and in which order?\n"
             "        competency: craft\n"
             "        why: Shows whether they look for the cause before they look for help.\n",
             n, n);
    str_add(out, "        expect:\n"
                 "          - Asks what was delivered, when, and by whom\n"
                 "          - Looks at the turnover list before calling anybody\n"
                 "          - Tells the client early what may be late\n"
                 "        red_flags:\n"
                 "          - Sends it on to somebody else and forgets it\n"
                 "        probes:\n"
                 "          - And if the recordist does not answer?\n"
                 "        anchors:\n"
                 "          1: Waits for somebody to call back\n"
                 "          3: Finds the files and says who gets them\n"
                 "          5: Finds the cause, and keeps it from happening again\n"
                 "        minutes: 4\n");
}

static void ten_thousand_questions_fit(void **state)
{
    (void)state;
    struct str text = STR_INIT;
    str_add(&text, "bank: large\ntitle: Large\ncompetencies: {craft: Knows the tools}\n"
                   "levels:\n  mid:\n    questions:\n");
    for (int i = 0; i < MANY; i++)
        add_question(&text, i);
    struct bank_reading r = bank_reading(text.s, text.len, "large");
    bank_reading_clean(&r);
    assert_int_equal(r.bank.levels[LEVEL_MID].n, MANY);
    assert_string_equal(r.bank.levels[LEVEL_MID].questions[MANY - 1].id.s, "question-9999");
    /* The file itself and the bank together: at most 2.2 times the file. */
    assert_in_range(r.bank.arena.used, 1, text.len + text.len / 5);
    bank_reading_release(&r);
    str_release(&text);
}

/* What a file of `n` times `piece` behind `head` says; its errors are returned. */
static size_t errors_of(const char *head, const char *piece, int n)
{
    struct str text = STR_INIT;
    str_add(&text, head);
    str_repeat(&text, piece, n);
    struct bank_reading r = bank_reading(text.s, text.len, NULL);
    assert_false(r.good);
    assert_in_range(r.found.n, 1, 600);
    size_t errors = findings_errors(&r.found);
    bank_reading_release(&r);
    str_release(&text);
    return errors;
}

static void hostile_files_end_soon(void **state)
{
    (void)state;
    assert_true(errors_of("", "[", 1000000) > 0);
    assert_true(errors_of("a: ", "{a: ", 300000) > 0);
    assert_true(errors_of("", "- ", 300000) > 0);
    assert_true(errors_of("", "? ", 300000) > 0);
    assert_true(errors_of("bank: b\n", "x: y\n", 200000) > 0);
    assert_true(errors_of("glossary:\n", "  x: y\n", 200000) > 0);
    assert_true(errors_of("about: \"", "x", 1000000) > 0);
    assert_true(errors_of("about: ", "word\n  ", 200000) > 0);
    assert_true(errors_of("about: ", " #", 200000) > 0);
    assert_true(errors_of("levels: {mid: {questions: [", "{id: a},", 20000) > 0);
    assert_true(errors_of("facts:\n", "  - id: é é\n", 50000) > 0);
    assert_true(errors_of("", "&a [", 100000) > 0);
}

static void a_file_over_the_limit_is_refused(void **state)
{
    (void)state;
    struct str text = STR_INIT;
    str_add(&text, BANK_SMALL("What?", "\n"));
    while (text.len <= FILE_BANK_MAX)
        str_add(&text, "# a comment that only takes room, line after line after line\n");
    struct bank_reading r = bank_reading(text.s, text.len, NULL);
    assert_false(r.good);
    assert_int_equal(r.found.n, 1);
    assert_string_equal(r.found.items[0].rule, "size");
    assert_int_equal(r.found.items[0].line, 0);
    bank_reading_release(&r);
    r = bank_reading(text.s, FILE_BANK_MAX, NULL);
    bank_reading_clean(&r);
    bank_reading_release(&r);
    str_release(&text);
}

/* Pieces that mean something to YAML or to the schema, to be put where they do not belong. */
static const char *const pieces[] = {
    "\"",
    "'",
    ": ",
    ":",
    "- ",
    "-",
    "\n",
    "\n\n",
    "\t",
    " ",
    "  ",
    "#",
    " # ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a ",
    "!t ",
    "? ",
    "|\n",
    ">\n",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "\\",
    "\r",
    "\xFF",
    "\xC3",
    "\xC2\x85",
    "\xE2\x80\xA8",
    "\xEF\xBB\xBF",
    "\x01",
    "id: ",
    "levels:\n",
    "anchors:\n",
    "questions:\n",
    "1: ",
    "null",
    "weight: 2\n",
    "<<: ",
    "é",
    "\"\\x00\"",
};

static void mutate(struct str *text, uint64_t *seed)
{
    size_t at = (size_t)seed_below(seed, (int)text->len + 1);
    size_t del = (size_t)seed_below(seed, 12);
    if (del > text->len - at)
        del = text->len - at;
    const char *piece = pieces[seed_below(seed, sizeof pieces / sizeof *pieces)];
    switch (seed_below(seed, 4)) {
    case 0:
        str_splice(text, at, del, "", 0);
        break;
    case 1:
        str_splice(text, at, 0, piece, strlen(piece));
        break;
    case 2:
        str_splice(text, at, del, piece, strlen(piece));
        break;
    default:
        if (at < text->len)
            text->s[at] = (char)seed_below(seed, 256);
    }
}

static void assert_places(const struct bank_reading *r, const struct str *text)
{
    struct str out = STR_INIT;
    uint32_t lines = 2;
    for (size_t i = 0; i < text->len; i++)
        lines += text->s[i] == '\n' || text->s[i] == '\r' || (unsigned char)text->s[i] >= 0x80;
    for (size_t i = 0; i < r->found.n; i++) {
        const struct finding *f = &r->found.items[i];
        bool whole = strcmp(f->rule, "no-bank") == 0 || strcmp(f->rule, "encoding") == 0;
        assert_true(whole || f->line > 0);
        assert_true(f->line <= lines && (f->line > 0) == (f->col > 0));
        assert_true(f->what[0] != '\0' && f->todo != NULL && f->todo[0] != '\0');
        finding_add_text(&out, f, "bank", text->s, text->len);
    }
    str_release(&out);
}

static void mutated_banks_are_good_or_say_where_not(void **state)
{
    (void)state;
    uint64_t seed = seed_start("mutations");
    int rounds = getenv("SLATE_LONG") != NULL ? 200000 : 4000, good = 0;
    for (int i = 0; i < rounds; i++) {
        struct str text = STR_INIT;
        str_add(&text, bank_everything);
        for (int k = seed_below(&seed, 4); k >= 0; k--)
            mutate(&text, &seed);
        struct bank_reading r = bank_reading(text.s, text.len, "colorist");
        assert_true(r.good == (findings_errors(&r.found) == 0));
        assert_places(&r, &text);
        if (r.good)
            bank_reading_complete(&r.bank);
        good += r.good;
        bank_reading_release(&r);
        str_release(&text);
    }
    /* Both ends were reached, or the test tests nothing. */
    assert_in_range(good, 1, rounds - 1);
}

/* Every beginning of a bank, as a full disk or a broken connection leaves it. */
static void half_saved_banks_say_so(void **state)
{
    (void)state;
    struct str text = STR_INIT;
    for (size_t n = 0; n < strlen(bank_everything); n++) {
        str_clear(&text);
        str_addn(&text, bank_everything, n);
        struct bank_reading r = bank_reading(text.s, text.len, "colorist");
        assert_places(&r, &text);
        if (r.good)
            bank_reading_complete(&r.bank);
        bank_reading_release(&r);
    }
    str_release(&text);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_thousand_questions_fit),
        cmocka_unit_test(hostile_files_end_soon),
        cmocka_unit_test(a_file_over_the_limit_is_refused),
        cmocka_unit_test(mutated_banks_are_good_or_say_where_not),
        cmocka_unit_test(half_saved_banks_say_so),
    };
    return cmocka_run_group_tests_name("bank_hostile", tests, NULL, NULL);
}
