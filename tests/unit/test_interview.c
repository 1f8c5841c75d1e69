#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "domain/interview.h"
#include "support/sample.h"

/* An open interview of the sample with one off-script answer behind its four questions. */
struct room {
    struct sample sample;
    struct interview iv;
    struct str out;
};

#define OWN SAMPLE_QUESTIONS /* position of the off-script answer */

static int enter(void **state)
{
    struct room *r = xcalloc(1, sizeof *r);
    sample_fill(&r->sample);
    sample_interview(&r->sample, &r->iv);
    assert_int_equal(interview_add_own(&r->iv), OWN);
    str_init(&r->out);
    *state = r;
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    interview_release(&r->iv);
    str_release(&r->out);
    free(r);
    return 0;
}

static struct slot slot(enum field field, int pos, int item)
{
    return (struct slot){field, pos, item};
}

static void set(struct room *r, struct slot s, const char *value)
{
    struct err e = ERR_INIT;
    assert_done(interview_check(&r->iv, s, value, &e), &e);
    interview_apply(&r->iv, s, value, 1000);
}

static void assert_value(struct room *r, struct slot s, const char *value)
{
    str_clear(&r->out);
    interview_value(&r->iv, s, &r->out);
    assert_string_equal(r->out.s, value);
}

static void assert_refused(struct room *r, struct slot s, const char *value, enum err_kind kind)
{
    struct err e = ERR_INIT;
    if (interview_check(&r->iv, s, value, &e))
        fail_msg("%s %d %d took \"%s\"", field_name(s.field), s.pos, s.item, value);
    assert_int_equal(e.kind, kind);
    assert_true(e.text[0] != '\0');
}

static void assert_says(struct room *r, struct slot s, const char *value, const char *words)
{
    struct err e = ERR_INIT;
    assert_false(interview_check(&r->iv, s, value, &e));
    assert_string_equal(e.text, words);
}

static void nothing_is_set_at_first(void **state)
{
    struct room *r = *state;
    const struct interview *iv = &r->iv;
    assert_int_equal(iv->n_answers, SAMPLE_QUESTIONS + 1);
    assert_int_equal(iv->back, -1);
    for (int i = 0; i < SAMPLE_QUESTIONS; i++) {
        assert_ptr_equal(iv->answers[i].question, &r->sample.questions[i]);
        assert_value(r, slot(FIELD_MARK, i, 0), "unset");
        assert_value(r, slot(FIELD_HEARD, i, 0), "0");
        assert_value(r, slot(FIELD_NOTE, i, 0), "");
    }
    assert_null(iv->answers[OWN].question);
    assert_int_equal(iv->n_steps, 3);
    assert_string_equal(iv->steps[1].text, "Check the level");
    assert_false(iv->steps[1].closing);
    assert_string_equal(iv->steps[2].text, "Ask for the candidate's own questions");
    assert_true(iv->steps[2].closing);
    assert_int_equal(iv->n_facts, SAMPLE_FACTS);
    assert_ptr_equal(iv->facts[SAMPLE_START].fact, &r->sample.facts[SAMPLE_START]);
    for (int i = 0; i < SAMPLE_FACTS; i++)
        assert_value(r, slot(FIELD_FACT, i, 0), "");
    assert_string_equal(iv->summary.s, "");
    assert_string_equal(iv->general.s, "");
    assert_string_equal(iv->decision_draft.s, "");
}

/* Every kind of slot: a value goes in, comes out again, and another goes in over it. */
static void every_slot_takes_and_gives(void **state)
{
    struct room *r = *state;
    static const struct {
        struct slot slot;
        const char *first, *second;
    } rows[] = {
        {{FIELD_MARK, 0, 0}, "4", "no_evidence"},
        {{FIELD_MARK, 1, 0}, "skipped:declined", "unset"},
        {{FIELD_MARK, 3, 0}, "1", "5"},
        {{FIELD_HEARD, 0, 0}, "1", "0"},
        {{FIELD_HEARD, 0, 2}, "1", "0"},
        {{FIELD_FLAG, 0, 1}, "1", "0"},
        {{FIELD_PROBE, 2, 1}, "1", "0"},
        {{FIELD_NOTE, 2, 0}, "both on the waveform", ""},
        {{FIELD_NOTE, OWN, 0}, "knows Léa", "日本\nand a second line"},
        {{FIELD_OWN, OWN, 0}, "What would you change?", ""},
        {{FIELD_OVERALL, 0, 1}, "1", "0"},
        {{FIELD_STEP, 0, 0}, "1", "0"},
        {{FIELD_STEP, 2, 0}, "1", "0"},
        {{FIELD_STEP_NOTE, 1, 0}, "said senior", ""},
        {{FIELD_FACT, SAMPLE_CITY, 0}, "Leeds", ""},
        {{FIELD_FACT, SAMPLE_OT, 0}, "yes", "no"},
        {{FIELD_FACT, SAMPLE_START, 0}, "2026-11-23", ""},
        {{FIELD_FACT, SAMPLE_RATE, 0}, "£350/day", ""},
        {{FIELD_GENERAL, 0, 0}, "asked about parking", ""},
        {{FIELD_SUMMARY, 0, 0}, "strong on method", "weak"},
        {{FIELD_KEPT, 0, 0}, "1", "0"},
        {{FIELD_KEPT, OWN, 1}, "1", "0"},
        {{FIELD_KEPT, 0, 5}, "1", "0"},
    };
    bool seen[FIELDS] = {[FIELD_DECISION] = true}; /* after submission, see below */
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        seen[rows[i].slot.field] = true;
        set(r, rows[i].slot, rows[i].first);
        assert_value(r, rows[i].slot, rows[i].first);
        set(r, rows[i].slot, rows[i].second);
        assert_value(r, rows[i].slot, rows[i].second);
    }
    for (int i = 0; i < FIELDS; i++)
        assert_true(seen[i]);
}

/* A write reaches its own slot and no other. */
static void slots_do_not_touch_each_other(void **state)
{
    struct room *r = *state;
    set(r, slot(FIELD_HEARD, 0, 1), "1");
    set(r, slot(FIELD_FLAG, 0, 0), "1");
    set(r, slot(FIELD_OVERALL, 0, 1), "1");
    set(r, slot(FIELD_MARK, 0, 0), "3");
    assert_int_equal(r->iv.answers[0].heard, 2);
    assert_int_equal(r->iv.answers[0].flags, 1);
    assert_int_equal(r->iv.answers[0].probes, 0);
    assert_int_equal(r->iv.answers[1].heard, 0);
    assert_int_equal(r->iv.overall, 2);
    set(r, slot(FIELD_HEARD, 0, 2), "1");
    set(r, slot(FIELD_HEARD, 0, 1), "0");
    assert_int_equal(r->iv.answers[0].heard, 4);
    set(r, slot(FIELD_HEARD, 0, 2), "1"); /* again does nothing */
    assert_int_equal(r->iv.answers[0].heard, 4);
    assert_int_equal(r->iv.answers[0].mark.score, 3); /* ticks are evidence, never a score */
    assert_int_equal(interview_gap(&r->iv, 0), 1);
}

static void times_of_a_mark(void **state)
{
    struct room *r = *state;
    interview_apply(&r->iv, slot(FIELD_MARK, 0, 0), "3", 5000);
    interview_apply(&r->iv, slot(FIELD_NOTE, 0, 0), "later", 9000);
    assert_int_equal(r->iv.answers[0].marked_at, 5000);
    assert_int_equal(r->iv.touched_at, 9000);
    interview_apply(&r->iv, slot(FIELD_MARK, 0, 0), "4", 9500);
    assert_int_equal(r->iv.answers[0].marked_at, 9500);
    interview_apply(&r->iv, slot(FIELD_MARK, 0, 0), "unset", 9600);
    assert_int_equal(r->iv.answers[0].marked_at, 0);
}

static void texts_are_where_they_are_typed(void **state)
{
    struct room *r = *state;
    static const struct slot typed[] = {{FIELD_NOTE, 3, 0},      {FIELD_OWN, OWN, 0},
                                        {FIELD_STEP_NOTE, 2, 0}, {FIELD_FACT, SAMPLE_CITY, 0},
                                        {FIELD_GENERAL, 0, 0},   {FIELD_SUMMARY, 0, 0},
                                        {FIELD_DECISION, 0, 0}};
    for (size_t i = 0; i < COUNT_OF(typed); i++) {
        assert_true(slot_is_text(typed[i]));
        str_add(interview_text(&r->iv, typed[i]), "typed");
        assert_value(r, typed[i], "typed");
    }
    assert_null(interview_text(&r->iv, slot(FIELD_MARK, 0, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_HEARD, 0, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_STEP, 0, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_NOTE, OWN + 1, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_NOTE, -1, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_OWN, 0, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_STEP_NOTE, 3, 0)));
    assert_null(interview_text(&r->iv, slot(FIELD_FACT, SAMPLE_FACTS, 0)));
}

/* Addresses that lead nowhere: refused, and neither written nor read if someone does not ask. */
static void what_is_not_there(void **state)
{
    struct room *r = *state;
    static const struct {
        struct slot slot;
        const char *value;
    } rows[] = {
        {{FIELD_MARK, -1, 0}, "3"},
        {{FIELD_MARK, OWN + 1, 0}, "3"},
        {{FIELD_MARK, 0, 1}, "3"},
        {{FIELD_HEARD, 0, 3}, "1"},
        {{FIELD_HEARD, 0, -1}, "1"},
        {{FIELD_HEARD, 0, 32}, "1"},
        {{FIELD_HEARD, OWN, 0}, "1"},
        {{FIELD_HEARD, 9, 0}, "1"},
        {{FIELD_FLAG, 2, 0}, "1"},
        {{FIELD_FLAG, OWN, 0}, "1"},
        {{FIELD_PROBE, 1, 0}, "1"},
        {{FIELD_PROBE, OWN, 0}, "1"},
        {{FIELD_OVERALL, 0, 2}, "1"},
        {{FIELD_OVERALL, 1, 0}, "1"},
        {{FIELD_STEP, 3, 0}, "1"},
        {{FIELD_STEP, -1, 0}, "1"},
        {{FIELD_STEP_NOTE, 3, 0}, "x"},
        {{FIELD_OWN, 0, 0}, "x"},
        {{FIELD_OWN, OWN + 1, 0}, "x"},
        {{FIELD_NOTE, OWN + 1, 0}, "x"},
        {{FIELD_NOTE, 0, 1}, "x"},
        {{FIELD_FACT, -1, 0}, "x"},
        {{FIELD_SUMMARY, 1, 0}, "x"},
        {{FIELD_GENERAL, 0, 1}, "x"},
        {{FIELD_FACT, SAMPLE_FACTS, 0}, "x"},
        {{FIELD_KEPT, OWN + 1, 0}, "1"},
        {{FIELD_KEPT, 0, 1}, "1"},
        {{FIELD_KEPT, 0, 6}, "1"},
        {{FIELD_KEPT, 0, -1}, "1"},
        {{FIELD_KEPT, 1, 4}, "1"},
        {{FIELDS, 0, 0}, "x"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_refused(r, rows[i].slot, rows[i].value, ERR_MISSING);
        interview_apply(&r->iv, rows[i].slot, rows[i].value, 77);
        assert_value(r, rows[i].slot, "");
    }
    assert_int_equal(r->iv.touched_at, 0);
}

/* A row of ticks has 32 bits: a 33rd red flag of the whole must not wrap around to the first. */
static void ticks_end_with_their_bits(void **state)
{
    struct room *r = *state;
    struct phrase many[40] = {{.s = "a flag"}};
    r->iv.kit.red_flags = (struct phrases){many, COUNT_OF(many)};
    set(r, slot(FIELD_OVERALL, 0, 31), "1");
    assert_value(r, slot(FIELD_OVERALL, 0, 31), "1");
    assert_refused(r, slot(FIELD_OVERALL, 0, 32), "1", ERR_MISSING);
}

static void what_is_no_value(void **state)
{
    struct room *r = *state;
    static const char *const no_mark[] = {"", "0", "6", "3.5", "skipped", "skipped:", "good"};
    static const char *const no_tick[] = {"", "2", "yes", "true", "10", "-1"};
    for (size_t i = 0; i < COUNT_OF(no_mark); i++)
        assert_refused(r, slot(FIELD_MARK, 0, 0), no_mark[i], ERR_INPUT);
    for (size_t i = 0; i < COUNT_OF(no_tick); i++) {
        assert_refused(r, slot(FIELD_HEARD, 0, 0), no_tick[i], ERR_INPUT);
        assert_refused(r, slot(FIELD_FLAG, 0, 0), no_tick[i], ERR_INPUT);
        assert_refused(r, slot(FIELD_PROBE, 0, 0), no_tick[i], ERR_INPUT);
        assert_refused(r, slot(FIELD_OVERALL, 0, 0), no_tick[i], ERR_INPUT);
        assert_refused(r, slot(FIELD_STEP, 0, 0), no_tick[i], ERR_INPUT);
    }
    assert_says(r, slot(FIELD_MARK, 0, 0), "6",
                "\"6\" is no score: give 1 to 5, no evidence, or a reason to skip");
    r->iv.kit.scale = 4;
    assert_says(r, slot(FIELD_MARK, 0, 0), "5",
                "\"5\" is no score: give 1 to 4, no evidence, or a reason to skip");
    set(r, slot(FIELD_MARK, 0, 0), "4");
}

static void off_script_is_never_scored(void **state)
{
    struct room *r = *state;
    static const char *const marks[] = {"3", "no_evidence", "skipped:time", "unset"};
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        assert_refused(r, slot(FIELD_MARK, OWN, 0), marks[i], ERR_REFUSED);
}

static void an_empty_text_is_a_text(void **state)
{
    struct room *r = *state;
    set(r, slot(FIELD_NOTE, 0, 0), "");
    set(r, slot(FIELD_OWN, OWN, 0), "");
    set(r, slot(FIELD_GENERAL, 0, 0), "");
    for (int i = 0; i < SAMPLE_FACTS; i++) {
        set(r, slot(FIELD_FACT, i, 0), "");
        set(r, slot(FIELD_FACT, i, 0), " ");
    }
}

/* Of every field, one value that would be fine in an open interview. */
static const struct {
    struct slot slot;
    const char *value;
} fine[] = {
    {{FIELD_MARK, 0, 0}, "3"},    {{FIELD_HEARD, 0, 0}, "1"},   {{FIELD_FLAG, 0, 0}, "1"},
    {{FIELD_PROBE, 0, 0}, "1"},   {{FIELD_NOTE, 0, 0}, "x"},    {{FIELD_OWN, OWN, 0}, "x"},
    {{FIELD_OVERALL, 0, 0}, "1"}, {{FIELD_STEP, 0, 0}, "1"},    {{FIELD_STEP_NOTE, 0, 0}, "x"},
    {{FIELD_FACT, 0, 0}, "x"},    {{FIELD_GENERAL, 0, 0}, "x"}, {{FIELD_SUMMARY, 0, 0}, "x"},
};

static void only_an_open_one_is_written(void **state)
{
    struct room *r = *state;
    static const struct {
        enum interview_state state;
        const char *words;
    } closed[] = {
        {INTERVIEW_PLANNED, "this interview is only planned: start it first"},
        {INTERVIEW_SUBMITTED,
         "this interview was submitted and is locked: amend it, with a reason"},
        {INTERVIEW_ABANDONED, "this interview was abandoned: reopen it first"},
    };
    for (size_t i = 0; i < COUNT_OF(fine); i++) {
        r->iv.state = INTERVIEW_OPEN;
        set(r, fine[i].slot, fine[i].value);
        for (size_t k = 0; k < COUNT_OF(closed); k++) {
            r->iv.state = closed[k].state;
            assert_refused(r, fine[i].slot, fine[i].value, ERR_REFUSED);
            assert_says(r, fine[i].slot, fine[i].value, closed[k].words);
        }
    }
}

static void a_decision_comes_after_the_scores(void **state)
{
    struct room *r = *state;
    static const enum interview_state before[] = {INTERVIEW_PLANNED, INTERVIEW_OPEN,
                                                  INTERVIEW_ABANDONED};
    struct slot draft = slot(FIELD_DECISION, 0, 0);
    for (size_t i = 0; i < COUNT_OF(before); i++) {
        r->iv.state = before[i];
        assert_refused(r, draft, "They plan well", ERR_REFUSED);
    }
    r->iv.state = INTERVIEW_SUBMITTED;
    set(r, draft, "They plan well");
    assert_value(r, draft, "They plan well");
    assert_refused(r, slot(FIELD_DECISION, 1, 0), "x", ERR_MISSING);
}

/* What the kinds have to remark is in test_fact. */
static void a_fact_is_kept_as_typed_whatever_its_kind(void **state)
{
    struct room *r = *state;
    static const char *const said[] = {" 2026-11-23", "2026-02-30", "two weeks after my notice",
                                       ""};
    for (int pos = 0; pos < SAMPLE_FACTS; pos++)
        for (size_t i = 0; i < COUNT_OF(said); i++) {
            set(r, slot(FIELD_FACT, pos, 0), said[i]);
            assert_value(r, slot(FIELD_FACT, pos, 0), said[i]);
        }
}

static void gaps_stand_in_the_way(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    assert_int_equal(interview_gaps(&r->iv), 4);
    assert_int_equal(interview_gap(&r->iv, 2), 2);
    assert_int_equal(interview_gap(&r->iv, -5), 0);
    assert_false(interview_may_submit(&r->iv, &e));
    assert_int_equal(e.kind, ERR_REFUSED);
    assert_string_equal(e.text, "4 questions are not scored: 1, 2, 3 and 4. Score them, or say why "
                                "not");
    set(r, slot(FIELD_MARK, 1, 0), "skipped:time");
    set(r, slot(FIELD_MARK, 2, 0), "no_evidence");
    assert_int_equal(interview_gap(&r->iv, 1), 3);
    assert_false(interview_may_submit(&r->iv, &e));
    assert_string_equal(e.text, "2 questions are not scored: 1 and 4. Score them, or say why not");
    set(r, slot(FIELD_MARK, 0, 0), "2");
    assert_false(interview_may_submit(&r->iv, &e));
    assert_string_equal(e.text, "question 4 is not scored: score it, or say why not");
    set(r, slot(FIELD_MARK, 3, 0), "5");
    assert_int_equal(interview_gaps(&r->iv), 0);
    assert_int_equal(interview_gap(&r->iv, 0), -1);
    assert_int_equal(interview_gap(&r->iv, 99), -1);
    assert_done(interview_may_submit(&r->iv, &e), &e); /* the off-script one is no gap */
    set(r, slot(FIELD_MARK, 0, 0), "unset");
    assert_false(interview_may_submit(&r->iv, &e));
}

static void only_an_open_one_is_submitted(void **state)
{
    struct room *r = *state;
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        set(r, slot(FIELD_MARK, i, 0), "3");
    for (int i = 0; i < INTERVIEW_STATES; i++) {
        struct err e = ERR_INIT;
        r->iv.state = (enum interview_state)i;
        assert_int_equal(interview_may_submit(&r->iv, &e), i == INTERVIEW_OPEN);
        assert_int_equal(e.kind, i == INTERVIEW_OPEN ? ERR_NONE : ERR_REFUSED);
    }
}

static void many_gaps_fit_the_message(void **state)
{
    (void)state;
    struct question questions[200] = {{.weight = WEIGHT_ONE}};
    struct interview iv;
    struct err e = ERR_INIT;
    interview_init(&iv);
    iv.state = INTERVIEW_OPEN;
    iv.kit = (struct kit){.questions = questions, .n = COUNT_OF(questions), .scale = 5};
    interview_lay_out(&iv);
    assert_int_equal(interview_gaps(&iv), 200);
    assert_false(interview_may_submit(&iv, &e));
    assert_true(str_starts(e.text, "200 questions are not scored: 1, 2, 3, "));
    interview_release(&iv);
}

static void own_questions_grow_behind(void **state)
{
    struct room *r = *state;
    set(r, slot(FIELD_NOTE, 0, 0), "first");
    set(r, slot(FIELD_OWN, OWN, 0), "What would you change?");
    for (int i = 1; i < 40; i++) {
        char text[32];
        assert_int_equal(interview_add_own(&r->iv), OWN + i);
        snprintf(text, sizeof text, "own %d", i);
        set(r, slot(FIELD_OWN, OWN + i, 0), text);
    }
    assert_value(r, slot(FIELD_NOTE, 0, 0), "first");
    assert_value(r, slot(FIELD_OWN, OWN, 0), "What would you change?");
    assert_value(r, slot(FIELD_OWN, OWN + 39, 0), "own 39");
}

/* A loader may have put the answers into the arena: growing must leave those alone. */
static void answers_may_lie_in_the_arena(void **state)
{
    (void)state;
    struct interview iv;
    interview_init(&iv);
    iv.answers = arena_alloc(&iv.arena, sizeof *iv.answers);
    iv.answers[0].note = iv.answers[0].own_text = (struct str)STR_INIT;
    iv.n_answers = 1;
    str_add(&iv.answers[0].note, "kept");
    assert_int_equal(interview_add_own(&iv), 1);
    assert_int_equal(interview_add_own(&iv), 2);
    assert_string_equal(iv.answers[0].note.s, "kept");
    assert_string_equal(iv.answers[2].own_text.s, "");
    interview_release(&iv);
    assert_int_equal(iv.n_answers, 0);
    interview_release(&iv);
}

static void an_empty_one_has_places_for_its_texts(void **state)
{
    (void)state;
    struct interview iv;
    struct str out = STR_INIT;
    interview_init(&iv);
    iv.state = INTERVIEW_OPEN;
    interview_lay_out(&iv);
    interview_value(&iv, slot(FIELD_SUMMARY, 0, 0), &out);
    assert_str(&out, "");
    interview_apply(&iv, slot(FIELD_SUMMARY, 0, 0), "nothing was asked", 1);
    interview_value(&iv, slot(FIELD_SUMMARY, 0, 0), &out);
    assert_str(&out, "nothing was asked");
    interview_release(&iv);
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_is_set_at_first, enter, leave),
        cmocka_unit_test_setup_teardown(every_slot_takes_and_gives, enter, leave),
        cmocka_unit_test_setup_teardown(slots_do_not_touch_each_other, enter, leave),
        cmocka_unit_test_setup_teardown(times_of_a_mark, enter, leave),
        cmocka_unit_test_setup_teardown(texts_are_where_they_are_typed, enter, leave),
        cmocka_unit_test_setup_teardown(what_is_not_there, enter, leave),
        cmocka_unit_test_setup_teardown(ticks_end_with_their_bits, enter, leave),
        cmocka_unit_test_setup_teardown(what_is_no_value, enter, leave),
        cmocka_unit_test_setup_teardown(off_script_is_never_scored, enter, leave),
        cmocka_unit_test_setup_teardown(an_empty_text_is_a_text, enter, leave),
        cmocka_unit_test_setup_teardown(only_an_open_one_is_written, enter, leave),
        cmocka_unit_test_setup_teardown(a_decision_comes_after_the_scores, enter, leave),
        cmocka_unit_test_setup_teardown(a_fact_is_kept_as_typed_whatever_its_kind, enter, leave),
        cmocka_unit_test_setup_teardown(gaps_stand_in_the_way, enter, leave),
        cmocka_unit_test_setup_teardown(only_an_open_one_is_submitted, enter, leave),
        cmocka_unit_test_setup_teardown(own_questions_grow_behind, enter, leave),
        cmocka_unit_test(many_gaps_fit_the_message),
        cmocka_unit_test(answers_may_lie_in_the_arena),
        cmocka_unit_test(an_empty_one_has_places_for_its_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
