#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "domain/composite.h"
#include "support/sample.h"

/* Reads an interview in short: "4 5*200 n s x3 -" are a 4, a 5 of weight 2 (hundredths stand behind
 * the star), no evidence, skipped, a voided 3, not scored. */
static size_t items_of(const char *line, struct composite_item *items)
{
    size_t n = 0;
    for (const char *p = line; *p != '\0'; p++) {
        if (*p == ' ')
            continue;
        struct composite_item *item = &items[n++];
        *item = (struct composite_item){.weight = WEIGHT_ONE};
        if (*p == 'x') {
            item->voided = true;
            p++;
        }
        if (*p == 'n')
            item->mark.state = ANSWER_NO_EVIDENCE;
        else if (*p == 's')
            item->mark = (struct mark){.state = ANSWER_SKIPPED, .skip = SKIP_TIME};
        else if (*p != '-')
            item->mark = (struct mark){.state = ANSWER_SCORED, .score = *p - '0'};
        if (p[1] == '*') {
            item->weight = 0;
            for (p += 2; *p >= '0' && *p <= '9'; p++)
                item->weight = item->weight * 10 + (*p - '0');
            p--;
        }
    }
    return n;
}

/* Each line was worked out by hand. */
static const struct {
    const char *answers;
    int scale;
    const char *printed;
} by_hand[] = {
    /* 30 / 8 = 3.75, half up */
    {"4 4 4 4 4 4 3 3 n", 5, "3.8 (8 of 9 scored, 1 no evidence)"},
    {"5 5 5", 5, "5.0 (3 of 3 scored)"},
    {"1 1 1 1", 5, "1.0 (4 of 4 scored)"},
    {"3", 5, "3.0 (1 of 1 scored)"},
    /* 61 / 20 = 3.05 */
    {"4 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3", 5, "3.1 (20 of 20 scored)"},
    /* 10 / 3 = 3.33.., 11 / 3 = 3.66.. */
    {"3 3 4", 5, "3.3 (3 of 3 scored)"},
    {"3 4 4", 5, "3.7 (3 of 3 scored)"},
    {"3 4 4 4", 4, "3.8 of 4 (4 of 4 scored)"},
    {"4 4 4 4 n", 4, "4.0 of 4 (4 of 5 scored, 1 no evidence)"},
    /* 4 of 5 are just 80 % */
    {"2 3 4 5 s", 5, "3.5 (4 of 5 scored)"},
    {"2 3 4 s s", 5, "incomplete (3 of 5)"},
    {"4 4 4 4 4 n n s s", 5, "incomplete (5 of 9)"},
    {"4 4 4 4 4 4 4 n n", 5, "incomplete (7 of 9)"}, /* 77.8 % */
    {"n n", 5, "incomplete (0 of 2)"},
    {"", 5, "incomplete (0 of 0)"},
    {"- - 3", 4, "incomplete (1 of 3)"},
    /* a voided question is in neither E nor S, whatever was scored */
    {"2 3 4 s x5", 5, "incomplete (3 of 4, 1 void)"},
    {"4 4 x1 x1", 5, "4.0 (2 of 2 scored, 2 void)"},
    {"2 3 4 5 s x-", 5, "3.5 (4 of 5 scored, 1 void)"},
    {"x5", 5, "incomplete (0 of 0, 1 void)"},
    /* (2*5 + 1*3 + 1*3) / 4 = 4 */
    {"5*200 3 3", 5, "4.0 (3 of 3 scored; 100 % of the weight)"},
    /* (2*5 + 3 + 4 + 0.5*1) / 4.5 = 17.5 / 4.5 = 3.88..; 4.5 of 5.5 are 81.8 % */
    {"5*200 3 4 1*50 n", 5, "3.9 (4 of 5 scored, 1 no evidence; 81 % of the weight)"},
    /* the heavy one is missing: 4 of 5 questions, yet 4 of 6 of the weight */
    {"5 5 5 5 n*200", 5, "incomplete (4 of 5; 66 % of the weight)"},
    /* the light one is missing: 3 of 4 questions, yet 6 of 6.5 of the weight */
    {"3*200 3*200 3*200 s*50", 5, "3.0 (3 of 4 scored; 92 % of the weight)"},
    /* 79.9 % is not 80 %: 799 of 1000, and 800 of 1000 is */
    {"4*799 n*201", 5, "incomplete (1 of 2; 79 % of the weight)"},
    {"4*800 n*200", 5, "4.0 (1 of 2 scored, 1 no evidence; 80 % of the weight)"},
    /* equal weights other than 1 are equal weights */
    {"4*50 5*50", 5, "4.5 (2 of 2 scored)"},
    /* weights of voided questions do not count as different */
    {"4 5 x5*300", 5, "4.5 (2 of 2 scored, 1 void)"},
    /* (0.01*5 + 100*1) / 100.01 = 1.0004 */
    {"5*1 1*10000", 5, "1.0 (2 of 2 scored; 100 % of the weight)"},
    {"4 4*200 1*100", 4, "3.3 of 4 (3 of 3 scored; 100 % of the weight)"}, /* 13 / 4 = 3.25 */
};

static void prints_what_it_rests_on(void **state)
{
    (void)state;
    struct str out = STR_INIT;
    for (size_t i = 0; i < COUNT_OF(by_hand); i++) {
        struct composite_item items[32];
        size_t n = items_of(by_hand[i].answers, items);
        struct composite c = composite_of(items, n, by_hand[i].scale);
        composite_add(&out, &c);
        if (strcmp(out.s, by_hand[i].printed) != 0)
            fail_msg("%s gives %s, not %s", by_hand[i].answers, out.s, by_hand[i].printed);
        str_clear(&out);
    }
    str_release(&out);
}

static void counts_each_state_apart(void **state)
{
    (void)state;
    struct composite_item items[16];
    size_t n = items_of("4 2*50 n n s s s - - - - x5 xn", items);
    struct composite c = composite_of(items, n, 5);
    assert_int_equal(c.scored, 2);
    assert_int_equal(c.no_evidence, 2);
    assert_int_equal(c.skipped, 3);
    assert_int_equal(c.unset, 4);
    assert_int_equal(c.voided, 2);
    assert_int_equal(c.asked, 11);
    assert_int_equal(c.sum_w, 150);
    assert_int_equal(c.sum_wx, 500);
    assert_int_equal(c.sum_e, 1050);
    assert_true(c.weights_differ);
}

static void half_goes_up(void **state)
{
    (void)state;
    static const struct {
        int64_t sum_wx, sum_w;
        int tenths, hundredths;
    } rows[] = {
        {305, 100, 31, 305}, {304, 100, 30, 304}, {375, 100, 38, 375},   {25, 10, 25, 250},
        {10, 3, 33, 333},    {20, 6, 33, 333},    {11, 3, 37, 367},      {1345, 400, 34, 336},
        {9, 8, 11, 113},     {0, 0, 0, 0},        {3049, 1000, 30, 305},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct composite c = {.scale = 5, .sum_wx = rows[i].sum_wx, .sum_w = rows[i].sum_w};
        assert_int_equal(composite_tenths(&c), rows[i].tenths);
        assert_int_equal(composite_hundredths(&c), rows[i].hundredths);
    }
}

static void a_competency_takes_two(void **state)
{
    (void)state;
    static const struct {
        const char *answers;
        bool complete, of_competency;
    } rows[] = {
        {"4", true, false},          {"4 4", true, true}, {"4 4 n", false, false},
        {"4 4 4 4 s", true, true},   {"", false, false},  {"n n", false, false},
        {"4*300 n*50", true, false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct composite_item items[8];
        size_t n = items_of(rows[i].answers, items);
        struct composite c = composite_of(items, n, 5);
        assert_int_equal(composite_complete(&c), rows[i].complete);
        assert_int_equal(composite_competency_complete(&c), rows[i].of_competency);
    }
}

static void of_an_interview_and_its_competencies(void **state)
{
    (void)state;
    struct sample s;
    struct interview iv;
    struct str out = STR_INIT;
    sample_fill(&s);
    sample_interview(&s, &iv);
    interview_apply(&iv, (struct slot){FIELD_MARK, 0, 0}, "5", 1);           /* scheduling, 1 */
    interview_apply(&iv, (struct slot){FIELD_MARK, 1, 0}, "2", 1);           /* budget, 1 */
    interview_apply(&iv, (struct slot){FIELD_MARK, 2, 0}, "4", 1);           /* scheduling, 2 */
    interview_apply(&iv, (struct slot){FIELD_MARK, 3, 0}, "no_evidence", 1); /* people, 0.5 */
    interview_add_own(&iv); /* off-script: no part of it */

    struct composite c = composite_interview(&iv, NULL);
    composite_add(&out, &c); /* (5 + 2 + 8) / 4 = 3.75, 4 of 4.5 */
    assert_str(&out, "3.8 (3 of 4 scored, 1 no evidence; 88 % of the weight)");
    c = composite_interview(&iv, "scheduling");
    composite_add(&out, &c); /* 13 / 3 */
    assert_str(&out, "4.3 (2 of 2 scored; 100 % of the weight)");
    assert_true(composite_competency_complete(&c));
    c = composite_interview(&iv, "budget");
    composite_add(&out, &c);
    assert_str(&out, "2.0 (1 of 1 scored)");
    assert_false(composite_competency_complete(&c));
    c = composite_interview(&iv, "people");
    composite_add(&out, &c);
    assert_str(&out, "incomplete (0 of 1)");
    c = composite_interview(&iv, "cooking");
    assert_int_equal(c.asked, 0);
    interview_release(&iv);
    str_release(&out);
}

/* A fraction that is kept in lowest terms and added item by item, as one would on paper. */
struct ratio {
    int64_t top, bottom;
};

static int64_t divisor(int64_t a, int64_t b)
{
    return b == 0 ? a : divisor(b, a % b);
}

static struct ratio ratio_of(int64_t top, int64_t bottom)
{
    int64_t d = divisor(top, bottom);
    return (struct ratio){top / d, bottom / d};
}

static struct ratio ratio_sum(struct ratio a, struct ratio b)
{
    return ratio_of(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

static struct ratio ratio_over(struct ratio a, struct ratio b)
{
    return ratio_of(a.top * b.bottom, a.bottom * b.top);
}

/* a is the text "i.t" of the nearest tenth, the upper one of two: t - 1/2 <= 10 a < t + 1/2. */
static bool rounds_to(struct ratio a, int tenths)
{
    return (2 * (int64_t)tenths - 1) * a.bottom <= 20 * a.top &&
           20 * a.top < (2 * (int64_t)tenths + 1) * a.bottom;
}

static struct composite_item any_item(uint64_t *seed, bool equal)
{
    struct composite_item item = {.weight = equal ? 100 : 1 + seed_below(seed, 400)};
    item.voided = seed_below(seed, 8) == 0;
    item.mark.state =
        seed_below(seed, 3) > 0 ? ANSWER_SCORED : (enum answer_state)seed_below(seed, 4);
    if (item.mark.state == ANSWER_SCORED)
        item.mark.score = 1 + seed_below(seed, 5);
    if (item.mark.state == ANSWER_SKIPPED)
        item.mark.skip = SKIP_OTHER;
    return item;
}

static void check_against_paper(const struct composite_item *items, size_t n)
{
    struct ratio wx = {0, 1}, w = {0, 1}, all = {0, 1};
    for (size_t i = 0; i < n; i++) {
        struct ratio weight = ratio_of(items[i].weight, 100);
        if (items[i].voided)
            continue;
        all = ratio_sum(all, weight);
        if (items[i].mark.state != ANSWER_SCORED)
            continue;
        w = ratio_sum(w, weight);
        wx = ratio_sum(wx, ratio_of((int64_t)items[i].weight * items[i].mark.score, 100));
    }
    struct composite c = composite_of(items, n, 5);
    if (w.top == 0) {
        assert_int_equal(composite_tenths(&c), 0);
        assert_false(composite_complete(&c));
        return;
    }
    struct ratio coverage = ratio_over(w, all);
    assert_true(rounds_to(ratio_over(wx, w), composite_tenths(&c)));
    assert_int_equal(composite_complete(&c), coverage.top * 100 >= coverage.bottom * 80);
}

static void agrees_with_paper(void **state)
{
    (void)state;
    uint64_t seed = seed_start("composite");
    for (int round = 0; round < 20000; round++) {
        struct composite_item items[14];
        size_t n = (size_t)seed_below(&seed, 15);
        bool equal = seed_below(&seed, 2) == 0;
        for (size_t i = 0; i < n; i++)
            items[i] = any_item(&seed, equal);
        check_against_paper(items, n);
    }
}

static void a_decision_remembers_what_it_was_made_on(void **state)
{
    (void)state;
    struct str out = STR_INIT;
    struct composite_item items[5];
    struct composite half = composite_of(items, items_of("4 n n n n", items), 5);
    struct composite now = composite_of(items, items_of("4 3 4 4 3", items), 5);
    composite_add_drift(&out, 36, &now);
    assert_str(&out, "");
    composite_add_drift(&out, 38, &now);
    assert_str(&out, "decided at 3.8, now 3.6");
    composite_add_drift(&out, 0, &now);
    assert_str(&out, "decided while incomplete, now 3.6");
    composite_add_drift(&out, 38, &half);
    assert_str(&out, "decided at 3.8, now incomplete");
    composite_add_drift(&out, 0, &half);
    assert_str(&out, "");
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_what_it_rests_on),
        cmocka_unit_test(counts_each_state_apart),
        cmocka_unit_test(half_goes_up),
        cmocka_unit_test(a_competency_takes_two),
        cmocka_unit_test(of_an_interview_and_its_competencies),
        cmocka_unit_test(agrees_with_paper),
        cmocka_unit_test(a_decision_remembers_what_it_was_made_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
