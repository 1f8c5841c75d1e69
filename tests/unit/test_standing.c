/* What may be said of composites side by side; who is in the best group. */

#include "support/unit.h"

#include <math.h>
#include <string.h>

#include "base/vec.h"
#include "stats/notice.h"
#include "stats/standing.h"

/* A composite of `tenths` over ten questions of weight one, with that SEM (0: withheld). */
static struct contender one(int tenths, double sem)
{
    struct contender c = {.composite = {.scale = 5,
                                        .sum_wx = (int64_t)tenths * WEIGHT_ONE,
                                        .sum_w = 10 * WEIGHT_ONE,
                                        .sum_e = 10 * WEIGHT_ONE,
                                        .asked = 10,
                                        .scored = 10}};
    c.sem = (struct sem){.why = sem > 0 ? SEM_GIVEN : SEM_FEW, .value = sem, .n = 12};
    return c;
}

static struct contender incomplete(void)
{
    struct contender c = one(49, 0.2);
    c.composite.sum_w = 5 * WEIGHT_ONE;
    c.composite.scored = 5;
    c.sem = (struct sem){.why = SEM_INCOMPLETE};
    return c;
}

static enum pair pair_at(struct contender a, struct contender b)
{
    assert_int_equal(pair_of(&a, &b), pair_of(&b, &a));
    return pair_of(&a, &b);
}

/* 1.96 * sqrt(0.3^2 + 0.4^2) = 1.96 * 0.5 = 0.98: 3.9 and 3.0 differ by 0.9, 4.0 and 3.0 by 1.0. */
static void two_that_differ_by_less_are_not_told_apart(void **state)
{
    (void)state;
    assert_int_equal(pair_at(one(39, 0.3), one(30, 0.4)), PAIR_ALIKE);
    assert_int_equal(pair_at(one(40, 0.3), one(30, 0.4)), PAIR_APART);
    assert_int_equal(pair_at(one(38, 0.3), one(38, 0.4)), PAIR_TIE);
    assert_int_equal(pair_at(one(38, 0), one(38, 0.4)), PAIR_TIE);
    assert_int_equal(pair_at(one(38, 0), one(37, 0.4)), PAIR_UNKNOWN);
    assert_int_equal(pair_at(incomplete(), one(49, 0.4)), PAIR_NONE);
    struct contender four = one(38, 0.2);
    four.composite.scale = 4;
    assert_int_equal(pair_at(four, one(38, 0.2)), PAIR_NONE);
}

/* 3.75 and 3.84 are both printed 3.8: never told apart, however small the error. */
static void what_is_printed_the_same_is_a_tie(void **state)
{
    (void)state;
    struct contender a = one(38, 0.001), b = one(38, 0.001);
    a.composite.sum_wx = 3750;
    b.composite.sum_wx = 3840;
    assert_int_equal(composite_tenths(&a.composite), composite_tenths(&b.composite));
    assert_int_equal(pair_at(a, b), PAIR_TIE);
    assert_int_equal(standing_order(&a.composite, &b.composite), 0);
}

static void standings_are(const struct contender *items, size_t n, const char *expected)
{
    static const char letters[] = {[STANDING_BEST] = 'B',
                                   [STANDING_REST] = 'r',
                                   [STANDING_UNGROUPED] = 'u',
                                   [STANDING_INCOMPLETE] = 'i'};
    enum standing out[16];
    char line[17] = "";
    standing_of(items, n, out);
    for (size_t i = 0; i < n; i++)
        line[i] = letters[out[i]];
    assert_string_equal(line, expected);
}

/* With 0.2 each: 1.96 * sqrt(0.08) = 0.554. From 4.2 on down to 3.7 it is the same group; that 3.7
 * and 3.5 are not distinguishable either does not draw 3.5 in. */
static void the_best_group_is_the_top_and_who_is_like_it(void **state)
{
    (void)state;
    const struct contender list[] = {one(35, 0.2), one(42, 0.2), incomplete(),
                                     one(37, 0.2), one(42, 0.2), one(36, 0.2)};
    standings_are(list, 6, "rBiBBr");
    standings_are(list, 1, "B");
    standings_are(list + 2, 1, "i");
    standings_are(list, 0, "");
}

static void without_an_error_there_is_no_group(void **state)
{
    (void)state;
    const struct contender list[] = {one(42, 0), one(42, 0), one(20, 0), incomplete()};
    standings_are(list, 4, "uuui");
}

/* Of two that tie for the top one has the wider error: whoever is like either is in. */
static void all_who_tie_are_the_top(void **state)
{
    (void)state;
    const struct contender list[] = {one(42, 0.1), one(42, 0.4), one(35, 0.1), one(30, 0.1)};
    standings_are(list, 4, "BBBr");
}

static void any_list_keeps_the_laws(void **state)
{
    (void)state;
    uint64_t seed = seed_start("standing");
    for (int round = 0; round < 500; round++) {
        struct contender list[12], turned[12];
        enum standing at[12], turned_at[12];
        size_t n = (size_t)(1 + seed_below(&seed, 12));
        for (size_t i = 0; i < n; i++)
            list[i] = seed_below(&seed, 6) == 0
                          ? incomplete()
                          : one(10 + seed_below(&seed, 41), 0.05 + seed_below(&seed, 40) / 100.0);
        for (size_t i = 0; i < n; i++)
            turned[i] = list[n - 1 - i];
        standing_of(list, n, at);
        standing_of(turned, n, turned_at);
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(at[i], turned_at[n - 1 - i]);
            for (size_t j = 0; j < n; j++)
                if (standing_order(&list[i].composite, &list[j].composite) < 0 &&
                    list[i].sem.value == list[j].sem.value && at[j] == STANDING_BEST)
                    assert_int_equal(at[i], STANDING_BEST);
        }
    }
}

/* ---- contrast ---- */

static void add(struct spread *s, int hundredths)
{
    s->n++;
    s->sum += hundredths;
    s->squares += (int64_t)hundredths * hundredths;
}

/* Nine of 3.0 and one of 4.0: mean 3.1, sum of squares 9 * 9 + 16 = 97 less 31^2 / 10 = 96.1 gives
 * 0.9, over 9 is 0.1: one standard deviation is 0.316. 3.41 lies within, 3.42 beyond. */
static void a_previous_one_over_a_deviation_away_is_a_contrast(void **state)
{
    (void)state;
    struct spread s = {0};
    for (int i = 0; i < 9; i++)
        add(&s, 300);
    assert_false(notice_contrast(&s, 500)); /* nine are too few */
    add(&s, 400);
    assert_int_equal(spread_mean(&s), 310);
    assert_false(notice_contrast(&s, 341));
    assert_true(notice_contrast(&s, 342));
    assert_false(notice_contrast(&s, 279));
    assert_true(notice_contrast(&s, 278));
}

static void the_same_again_and_again_is_no_contrast(void **state)
{
    (void)state;
    struct spread s = {0};
    for (int i = 0; i < 10; i++)
        add(&s, 300);
    assert_false(notice_contrast(&s, 300));
    assert_int_equal(spread_mean(&(struct spread){0}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_that_differ_by_less_are_not_told_apart),
        cmocka_unit_test(what_is_printed_the_same_is_a_tie),
        cmocka_unit_test(the_best_group_is_the_top_and_who_is_like_it),
        cmocka_unit_test(without_an_error_there_is_no_group),
        cmocka_unit_test(all_who_tie_are_the_top),
        cmocka_unit_test(any_list_keeps_the_laws),
        cmocka_unit_test(a_previous_one_over_a_deviation_away_is_a_contrast),
        cmocka_unit_test(the_same_again_and_again_is_no_contrast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
