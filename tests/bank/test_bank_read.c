/* Good banks: every field arrives, with its place, whatever the way of writing it; large and
 * hostile ones stay within their limits. Messages for bad ones: test_bank_messages.c. */

#include "support/bank_reading.h"
#include "support/unit.h"

#include <locale.h>
#include <string.h>

#include "bank/bank_check.h"
#include "base/file.h"
#include "base/path.h"

static void assert_phrase(struct phrase p, const char *s, uint32_t line, uint32_t col)
{
    assert_string_equal(p.s, s);
    assert_int_equal(p.line, line);
    assert_int_equal(p.col, col);
}

static void assert_question(const struct question *q)
{
    assert_int_equal(q->where.line, 36);
    assert_int_equal(q->where.col, 9);
    assert_phrase(q->id, "match", 36, 13);
    assert_phrase(q->ask, "Two cameras, one scene.\nWhat do you check?", 37, 14);
    assert_phrase(q->competency, "craft", 40, 21);
    assert_phrase(q->why, "Shows order", 41, 14);
    assert_int_equal(q->expect.n, 2);
    assert_phrase(q->expect.items[0], "Asks first", 43, 13);
    assert_phrase(q->expect.items[1], "It's on scopes", 44, 13);
    assert_int_equal(q->red_flags.n, 1);
    assert_phrase(q->red_flags.items[0], "Blames the camera", 46, 13);
    assert_int_equal(q->probes.n, 2);
    assert_phrase(q->probes.items[1], "Whom did you tell?", 49, 13);
    assert_null(q->anchors[0].s);
    assert_phrase(q->anchors[1], "Turns knobs", 51, 14);
    assert_phrase(q->anchors[2], "Some order", 52, 14);
    assert_phrase(q->anchors[3], "An order", 53, 14);
    assert_null(q->anchors[4].s);
    assert_phrase(q->anchors[5], "Proves it", 54, 14);
    assert_int_equal(q->minutes, 4);
    assert_int_equal(q->weight, 150);
    assert_phrase(q->weight_reason, "Most of the job", 57, 24);
}

static void every_field_of_a_level_arrives(void **state)
{
    (void)state;
    struct bank_reading r = bank_reading_good(bank_everything);
    assert_false(r.bank.levels[LEVEL_JUNIOR].present);
    assert_false(r.bank.levels[LEVEL_MID].present);
    const struct bank_level *l = &r.bank.levels[LEVEL_SENIOR];
    assert_true(l->present);
    assert_int_equal(l->where.line, 31);
    assert_phrase(l->experience, "5+ years", 31, 17);
    assert_int_equal(l->minutes, 30);
    assert_int_equal(l->indicators.n, 1);
    assert_phrase(l->indicators.items[0], "Leads a room", 34, 9);
    assert_int_equal(l->n, 2);
    assert_question(&l->questions[0]);
    const struct question *q = &l->questions[1];
    assert_phrase(q->id, "b_2", 58, 14);
    assert_phrase(q->anchors[5], "c", 58, 78);
    assert_int_equal(q->weight, WEIGHT_ONE);
    assert_int_equal(q->minutes, 0);
    assert_null(q->why.s);
    assert_null(q->weight_reason.s);
    assert_int_equal(q->expect.n, 0);
    assert_null(q->expect.items);
    bank_reading_release(&r);
}

static void every_field_of_a_bank_arrives(void **state)
{
    (void)state;
    struct bank_reading r = bank_reading_good(bank_everything);
    const struct bank *b = &r.bank;
    assert_phrase(b->name, "colorist", 1, 7);
    assert_phrase(b->title, "Colorist", 2, 8);
    assert_phrase(b->field, "Film", 3, 8);
    assert_phrase(b->about, "Grades a show from end to end.", 4, 8);
    assert_int_equal(b->scale, 5);
    assert_int_equal(b->search_titles.n, 2);
    assert_phrase(b->search_titles.items[1], "Colourist", 9, 27);
    assert_phrase(b->resume_phrases.items[0], "Graded ten parts", 11, 5);
    assert_int_equal(b->n_glossary, 1);
    assert_phrase(b->glossary[0].term, "LUT", 13, 3);
    assert_phrase(b->glossary[0].meaning, "A table of colours", 13, 8);
    assert_int_equal(b->n_competencies, 2);
    assert_phrase(b->competencies[1].id, "people-1", 16, 3);
    assert_phrase(b->competencies[1].meaning, "Works with others", 16, 13);
    assert_int_equal(b->red_flags.n, 1);
    assert_phrase(b->red_flags.items[0], "Cannot name a show", 17, 12);
    assert_int_equal(b->opening.n, 2);
    assert_phrase(b->opening.items[1], "Say what you do", 27, 5);
    assert_phrase(b->closing.items[0], "Thank them", 28, 11);
    bank_reading_release(&r);
}

static void facts_have_kinds(void **state)
{
    (void)state;
    static const enum fact_kind kinds[] = {FACT_DATE, FACT_TEXT, FACT_MONEY, FACT_YESNO};
    struct bank_reading r = bank_reading_good(bank_everything);
    assert_int_equal(r.bank.n_facts, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(r.bank.facts[i].kind, kinds[i]);
    assert_phrase(r.bank.facts[2].id, "rate", 21, 9);
    assert_phrase(r.bank.facts[2].ask, "What rate?", 22, 10);
    bank_reading_release(&r);
}

static void assert_ask(const char *text, const char *ask)
{
    struct bank_reading r = bank_reading_good(text);
    assert_phrase(r.bank.levels[LEVEL_MID].questions[0].ask, ask, 8, 14);
    assert_int_equal(r.bank.levels[LEVEL_MID].questions[0].competency.line, 9);
    bank_reading_release(&r);
}

static void line_endings_make_no_difference(void **state)
{
    (void)state;
    assert_ask(BANK_SMALL("What?", "\n"), "What?");
    assert_ask(BANK_SMALL("What?", "\r\n"), "What?");
    assert_ask(BANK_SMALL("What?", "\r"), "What?");
    assert_ask(BANK_SMALL("What?", "\xC2\x85"), "What?");
    assert_ask(BANK_SMALL("What?", "\xE2\x80\xA8"), "What?");
    assert_ask(BANK_SMALL("What?", "\xE2\x80\xA9"), "What?");
    assert_ask("\xEF\xBB\xBF" BANK_SMALL("What?", "\n"), "What?");
    assert_ask("\xEF\xBB\xBF" BANK_SMALL("What?", "\r\n"), "What?");
}

static void ways_of_writing_a_text(void **state)
{
    (void)state;
    assert_ask(BANK_SMALL("\"a: b\\n\\u00e9 \\\"c\\\"\"", "\n"), "a: b\né \"c\"");
    assert_ask(BANK_SMALL("'it''s # no comment'", "\n"), "it's # no comment");
    assert_ask(BANK_SMALL("C# and a#5, a:b - c", "\n"), "C# and a#5, a:b - c");
    assert_ask(BANK_SMALL("\"  inside   \"", "\n"), "  inside");
    assert_ask(BANK_SMALL("日本語 🎬 é", "\n"), "日本語 🎬 é");
}

static void words_of_yaml_are_texts(void **state)
{
    (void)state;
    static const char *const words[] = {"yes",   "no",  "~",    "null",
                                        "12:30", "1e3", "0x1F", "2024-01-01"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str text = STR_INIT;
        str_addf(&text, BANK_SMALL("%s", "\n"), words[i]);
        assert_ask(text.s, words[i]);
        str_release(&text);
    }
}

static void a_column_counts_code_points(void **state)
{
    (void)state;
    struct bank_reading r =
        bank_reading_good("\xEF\xBB\xBF{title: 日本 é, bank: b, competencies: {a: b},\n"
                          " levels: {mid: {questions: [{ask: 日本é, id: q, competency: a,\n"
                          "  anchors: {1: 日本, 3: é, 5: e}}]}}}\n");
    assert_phrase(r.bank.name, "b", 1, 21);
    assert_phrase(r.bank.levels[LEVEL_MID].questions[0].id, "q", 2, 44);
    assert_phrase(r.bank.levels[LEVEL_MID].questions[0].anchors[5], "e", 3, 29);
    bank_reading_release(&r);
}

static void shipped_banks_are_without_finding(void **state)
{
    (void)state;
    struct file_names names = {0};
    struct err e = ERR_INIT;
    assert_done(file_list(SLATE_BANKS, ".yaml", &names, &e), &e);
    assert_true(names.n > 0);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT, bytes = STR_INIT, stem = STR_INIT;
        path_join(&path, SLATE_BANKS, names.items[i]);
        path_stem(&stem, names.items[i]);
        assert_done(file_read(path.s, FILE_BANK_MAX, &bytes, NULL, &e), &e);
        struct bank_reading r = bank_reading(bytes.s, bytes.len, stem.s);
        bank_check(&r.bank, &(struct check_setup){0}, &r.found);
        bank_reading_clean(&r);
        bank_reading_complete(&r.bank);
        bank_reading_release(&r);
        str_release(&path);
        str_release(&bytes);
        str_release(&stem);
    }
    file_names_release(&names);
}

static void a_broken_bank_keeps_its_title(void **state)
{
    (void)state;
    static const char text[] = "bank: b\ntitle: Known\nlevels:\n  mid: \"\n";
    struct bank_reading r = bank_reading(text, sizeof text - 1, "b");
    assert_false(r.good);
    assert_string_equal(r.bank.title.s, "Known");
    bank_reading_release(&r);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_a_bank_arrives),
        cmocka_unit_test(every_field_of_a_level_arrives),
        cmocka_unit_test(facts_have_kinds),
        cmocka_unit_test(line_endings_make_no_difference),
        cmocka_unit_test(ways_of_writing_a_text),
        cmocka_unit_test(words_of_yaml_are_texts),
        cmocka_unit_test(a_column_counts_code_points),
        cmocka_unit_test(shipped_banks_are_without_finding),
        cmocka_unit_test(a_broken_bank_keeps_its_title),
    };
    return cmocka_run_group_tests_name("bank_read", tests, NULL, NULL);
}
