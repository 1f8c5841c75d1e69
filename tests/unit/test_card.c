/* What a scorecard shows, and what it never shows. */

#include <string.h>

#include "screens/card.h"
#include "stats/notice.h"
#include "support/sample.h"
#include "support/unit.h"

struct fixture {
    struct sample sample;
    struct interview iv;
    struct pages pages;
};

static void start(struct fixture *f)
{
    sample_fill(&f->sample);
    sample_interview(&f->sample, &f->iv);
    pages_init(&f->pages);
}

static void stop(struct fixture *f)
{
    pages_release(&f->pages);
    interview_release(&f->iv);
}

static void give(struct fixture *f, enum field field, int pos, int item, const char *value)
{
    interview_apply(&f->iv, (struct slot){field, pos, item}, value, 1000);
}

static void show(struct fixture *f)
{
    pages_clear(&f->pages);
    card_fill(&f->pages, &(struct card){.iv = &f->iv});
}

static int items_with(const struct fixture *f, const char *text)
{
    int n = 0;
    for (size_t i = 0; i < f->pages.items.n; i++)
        n += strstr(f->pages.items.items[i].text, text) != NULL ||
             strstr(f->pages.items.items[i].lead, text) != NULL;
    return n;
}

static int bars(const struct fixture *f, bool with_value)
{
    int n = 0;
    for (size_t i = 0; i < f->pages.items.n; i++) {
        const struct page_item *item = &f->pages.items.items[i];
        n += item->kind == PAGE_BAR && item->bar.none != with_value;
    }
    return n;
}

static void score_all(struct fixture *f)
{
    give(f, FIELD_MARK, 0, 0, "4");
    give(f, FIELD_MARK, 1, 0, "2");
    give(f, FIELD_MARK, 2, 0, "5");
    give(f, FIELD_MARK, 3, 0, "no_evidence");
}

static void test_an_open_interview_shows_no_scores(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    score_all(&f);
    show(&f);
    assert_int_equal(bars(&f, true) + bars(&f, false), 0);
    assert_int_equal(items_with(&f, "RESULT"), 0);
    assert_int_equal(items_with(&f, "This interview is open"), 1);
    stop(&f);
}

static void test_an_abandoned_one_has_scores_and_no_composite(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    score_all(&f);
    f.iv.state = INTERVIEW_ABANDONED;
    show(&f);
    assert_int_equal(items_with(&f, "RESULT"), 0);
    assert_int_equal(bars(&f, true), 3);
    assert_int_equal(bars(&f, false), 1);
    stop(&f);
}

static void test_a_submitted_one_has_its_composite_with_what_it_rests_on(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    score_all(&f);
    f.iv.state = INTERVIEW_SUBMITTED;
    show(&f);
    /* (1*4 + 1*2 + 2*5) / 4 of a weight of 4.5 */
    assert_int_equal(items_with(&f, "4.0 (3 of 4 scored, 1 no evidence; 88 % of the weight)"), 1);
    assert_int_equal(items_with(&f, "Not decided yet."), 1);
    /* of three competencies only scheduling has two scores */
    assert_int_equal(bars(&f, true), 3 + 1);
    assert_int_equal(bars(&f, false), 1 + 2);
    stop(&f);
}

static void test_too_little_is_no_number(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    give(&f, FIELD_MARK, 0, 0, "4");
    f.iv.state = INTERVIEW_SUBMITTED;
    show(&f);
    assert_int_equal(items_with(&f, "incomplete (1 of 4; 22 % of the weight)"), 1);
    assert_int_equal(items_with(&f, "4.0"), 0);
    stop(&f);
}

static void test_flags_are_listed_with_their_question(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    show(&f);
    assert_int_equal(items_with(&f, "None was marked."), 1);
    give(&f, FIELD_FLAG, 1, 0, "1");
    give(&f, FIELD_OVERALL, 0, 1, "1");
    show(&f);
    assert_int_equal(items_with(&f, "None was marked."), 0);
    assert_int_equal(items_with(&f, f.iv.kit.red_flags.items[1].s), 1);
    /* beside the result and at its question */
    assert_int_equal(items_with(&f, f.iv.kit.questions[1].red_flags.items[0].s), 2);
    stop(&f);
}

static void test_a_score_between_anchors_shows_both(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    give(&f, FIELD_MARK, 0, 0, "4");
    f.iv.state = INTERVIEW_ABANDONED;
    show(&f);
    const struct question *q = &f.iv.kit.questions[0];
    assert_true(items_with(&f, q->anchors[3].s) > 0);
    assert_true(items_with(&f, q->anchors[5].s) > 0);
    stop(&f);
}

static void test_what_a_reader_should_know_stands_beside_the_numbers(void **state)
{
    struct fixture f;
    (void)state;
    start(&f);
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        give(&f, FIELD_MARK, i, 0, "3");
    f.iv.state = INTERVIEW_SUBMITTED;
    show(&f);
    assert_int_equal(items_with(&f, "NOTICES"), 0);
    struct voiding unfair = {.reason = "two questions in one", .who = "Kim", .at = 5000};
    struct amendment misheard = {.slot = {FIELD_MARK, 0, 0},
                                 .old = "2",
                                 .value = "4",
                                 .reason = "misheard",
                                 .who = "Kim",
                                 .at = 5000};
    struct day day = {.nth = 3, .has_previous = true, .previous = 500, .n = 10};
    day.sum = 10 * 300;
    day.squares = 10 * 300 * 300;
    give(&f, FIELD_MARK, 0, 0, "5");
    f.iv.answers[1].voided = &unfair;
    f.iv.answers[2].left_at = 1000;
    f.iv.answers[2].marked_at = 1000 + NOTICE_LATE_MS + 1;
    f.iv.amendments = &misheard;
    f.iv.n_amendments = 1;
    f.iv.not_blind = true;
    f.iv.decision = DECISION_HOLD;
    f.iv.decided_on.tenths = 21;
    pages_clear(&f.pages);
    card_fill(&f.pages, &(struct card){.iv = &f.iv, .day = &day});
    assert_int_equal(items_with(&f, "1 unsupported extreme: a 1 or a 5 with neither tick nor"), 1);
    assert_int_equal(items_with(&f, "1 scored over an hour after the question was left."), 1);
    assert_int_equal(items_with(&f, "late, from memory"), 1);
    assert_int_equal(items_with(&f, "scored far higher than usual"), 1);
    assert_int_equal(items_with(&f, "Not blind"), 1);
    assert_int_equal(items_with(&f, "number 3 of the interviewer's day"), 1);
    assert_int_equal(items_with(&f, "does not count, says Kim, 1970-01-01: two questions in one"),
                     1);
    assert_int_equal(items_with(&f, "was 2, by Kim, 1970-01-01: misheard"), 1);
    assert_int_equal(items_with(&f, "decided at 2.1, now"), 1);
    assert_int_equal(items_with(&f, ", 1 void"), 1);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_open_interview_shows_no_scores),
        cmocka_unit_test(test_an_abandoned_one_has_scores_and_no_composite),
        cmocka_unit_test(test_a_submitted_one_has_its_composite_with_what_it_rests_on),
        cmocka_unit_test(test_too_little_is_no_number),
        cmocka_unit_test(test_flags_are_listed_with_their_question),
        cmocka_unit_test(test_a_score_between_anchors_shows_both),
        cmocka_unit_test(test_what_a_reader_should_know_stands_beside_the_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
