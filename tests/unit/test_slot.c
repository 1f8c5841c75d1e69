#include "support/unit.h"

#include "base/vec.h"
#include "domain/slot.h"

static void fields_go_both_ways(void **state)
{
    (void)state;
    /* These words are in stored logs: they may never change. */
    static const char *const names[FIELDS] = {"mark",    "heard",   "flag",    "probe",     "note",
                                              "own",     "overall", "step",    "step_note", "fact",
                                              "general", "summary", "decision", "kept"};
    for (int i = 0; i < FIELDS; i++) {
        enum field field = FIELDS;
        assert_string_equal(field_name((enum field)i), names[i]);
        assert_true(field_parse(names[i], &field));
        assert_int_equal(field, i);
    }
    enum field untouched = FIELD_NOTE;
    assert_false(field_parse("notes", &untouched));
    assert_false(field_parse("", &untouched));
    assert_int_equal(untouched, FIELD_NOTE);
}

static void what_is_typed_into(void **state)
{
    (void)state;
    static const bool text[FIELDS] = {
        [FIELD_NOTE] = true,    [FIELD_OWN] = true,     [FIELD_STEP_NOTE] = true,
        [FIELD_FACT] = true,    [FIELD_GENERAL] = true, [FIELD_SUMMARY] = true,
        [FIELD_DECISION] = true};
    for (int i = 0; i < FIELDS; i++)
        assert_int_equal(slot_is_text((struct slot){.field = (enum field)i}), text[i]);
}

/* The numbers are in stored ticks: they may never change. */
static void every_text_can_be_kept(void **state)
{
    (void)state;
    static const enum field fields[] = {FIELD_NOTE, FIELD_OWN,     FIELD_STEP_NOTE,
                                        FIELD_FACT, FIELD_GENERAL, FIELD_SUMMARY};
    for (int i = 0; i < (int)COUNT_OF(fields); i++) {
        struct slot text = {fields[i], 3, 0}, back;
        assert_true(slot_same(slot_kept(text), (struct slot){FIELD_KEPT, 3, i}));
        assert_true(slot_of_kept((struct slot){FIELD_KEPT, 3, i}, &back));
        assert_true(slot_same(back, text));
    }
    struct slot none = {FIELD_NOTE, 1, 0};
    assert_false(slot_of_kept(slot_kept((struct slot){FIELD_DECISION, 0, 0}), &none));
    assert_false(slot_of_kept(slot_kept((struct slot){FIELD_MARK, 0, 0}), &none));
    assert_false(slot_of_kept((struct slot){FIELD_KEPT, 0, -1}, &none));
    assert_false(slot_of_kept((struct slot){FIELD_NOTE, 0, 0}, &none));
    assert_true(slot_same(none, (struct slot){FIELD_NOTE, 1, 0}));
}

static void same_slot_in_all_three(void **state)
{
    (void)state;
    struct slot a = {FIELD_HEARD, 2, 1};
    assert_true(slot_same(a, (struct slot){FIELD_HEARD, 2, 1}));
    assert_false(slot_same(a, (struct slot){FIELD_FLAG, 2, 1}));
    assert_false(slot_same(a, (struct slot){FIELD_HEARD, 1, 1}));
    assert_false(slot_same(a, (struct slot){FIELD_HEARD, 2, 0}));
}

static const struct {
    const char *value, *words;
    struct mark mark;
} marks[] = {
    {"unset", "not scored", {ANSWER_UNSET, 0, SKIP_NONE}},
    {"1", "1", {ANSWER_SCORED, 1, SKIP_NONE}},
    {"4", "4", {ANSWER_SCORED, 4, SKIP_NONE}},
    {"5", "5", {ANSWER_SCORED, 5, SKIP_NONE}},
    {"no_evidence", "no evidence", {ANSWER_NO_EVIDENCE, 0, SKIP_NONE}},
    {"skipped:time", "skipped (no time left)", {ANSWER_SKIPPED, 0, SKIP_TIME}},
    {"skipped:covered",
     "skipped (answered already)",
     {ANSWER_SKIPPED, 0, SKIP_COVERED}},
    {"skipped:relevant", "skipped (not relevant here)", {ANSWER_SKIPPED, 0, SKIP_RELEVANT}},
    {"skipped:declined", "skipped (declined)", {ANSWER_SKIPPED, 0, SKIP_DECLINED}},
    {"skipped:other", "skipped (see the note)", {ANSWER_SKIPPED, 0, SKIP_OTHER}},
};

static void marks_go_both_ways(void **state)
{
    (void)state;
    struct str out = STR_INIT;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        struct mark m = {ANSWER_SKIPPED, 9, SKIP_OTHER};
        assert_true(mark_parse(marks[i].value, 5, &m));
        assert_int_equal(m.state, marks[i].mark.state);
        assert_int_equal(m.score, marks[i].mark.score);
        assert_int_equal(m.skip, marks[i].mark.skip);
        str_clear(&out);
        mark_add(&out, m);
        assert_string_equal(out.s, marks[i].value);
        str_clear(&out);
        mark_add_words(&out, m);
        assert_string_equal(out.s, marks[i].words);
    }
    str_release(&out);
}

static void what_is_no_mark(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",           "0",    "6",           "-1",           "10",           "3 ",
        " 3",         "3.5",  "three",       "Unset",        "skipped",      "skipped:",
        "skipped:no", "none", "no evidence", "skipped:Time", "skipped:none", "unset ",
        "\xC2\xB3"};
    struct mark m = {ANSWER_SCORED, 2, SKIP_NONE};
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(mark_parse(bad[i], 5, &m));
    assert_false(mark_parse("5", 4, &m));
    assert_int_equal(m.state, ANSWER_SCORED);
    assert_int_equal(m.score, 2);
    assert_true(mark_parse("4", 4, &m));
}

static void a_reason_that_is_none_has_no_words(void **state)
{
    (void)state;
    assert_string_equal(skip_name(SKIP_NONE), "");
    assert_string_equal(skip_words(SKIP_NONE), "");
    assert_string_equal(skip_words(SKIPS), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_go_both_ways),
        cmocka_unit_test(what_is_typed_into),
        cmocka_unit_test(every_text_can_be_kept),
        cmocka_unit_test(same_slot_in_all_three),
        cmocka_unit_test(marks_go_both_ways),
        cmocka_unit_test(what_is_no_mark),
        cmocka_unit_test(a_reason_that_is_none_has_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
