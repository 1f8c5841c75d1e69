/* The standard error of measurement, worked out by hand and held against its own definition. */

#include "support/unit.h"

#include <math.h>
#include <string.h>

#include "base/vec.h"
#include "stats/sem.h"

#define ROWS_MAX    60
#define COLUMNS_MAX 12

struct table {
    size_t n, k;
    int x[ROWS_MAX][COLUMNS_MAX];
};

static struct residual residual_of(const struct table *t)
{
    struct residual r;
    residual_init(&r, t->k);
    for (size_t i = 0; i < t->n; i++)
        residual_add(&r, t->x[i]);
    return r;
}

static double variance_of(const struct table *t)
{
    struct residual r = residual_of(t);
    double s2 = residual_variance(&r);
    residual_release(&r);
    return s2;
}

/* The formula of the header as it stands there. */
static double by_definition(const struct table *t)
{
    double rows[ROWS_MAX] = {0}, columns[COLUMNS_MAX] = {0}, all = 0, sum = 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t j = 0; j < t->k; j++) {
            rows[i] += t->x[i][j] / (double)t->k;
            columns[j] += t->x[i][j] / (double)t->n;
            all += t->x[i][j] / (double)(t->n * t->k);
        }
    for (size_t i = 0; i < t->n; i++)
        for (size_t j = 0; j < t->k; j++)
            sum += pow(t->x[i][j] - rows[i] - columns[j] + all, 2);
    return sum / (double)((t->n - 1) * (t->k - 1));
}

static struct composite composite_with(const struct table *t, size_t row, const int *weights)
{
    struct composite_item items[COLUMNS_MAX];
    for (size_t j = 0; j < t->k; j++)
        items[j] = (struct composite_item){.weight = weights != NULL ? weights[j] : WEIGHT_ONE,
                                           .mark = {.state = ANSWER_SCORED, .score = t->x[row][j]}};
    return composite_of(items, t->k, 5);
}

static void assert_near(double value, double expected)
{
    if (fabs(value - expected) > 1e-12)
        fail_msg("%.15f is not %.15f", value, expected);
}

/*            q1 q2 q3   mean_i   x_ij - mean_i - mean_j + mean, with mean_j 3, 4, 5 and mean 4
 * Ada         2  4  6     4      2-4-3+4 = -1    4-4-4+4 = 0    6-4-5+4 =  1
 * Bo          3  4  5     4                  0                0                0
 * Cy          3  3  3     3                  1                0               -1
 * Dee         4  5  6     5                  0                0                0
 * Eve         3  4  5     4                  0                0                0
 *
 * The squares are 1 + 1 + 1 + 1 = 4, s2 = 4 / ((5-1) (3-1)) = 0.5. (A 6 is on no scale, but keeps
 * the means whole.) */
static const struct table five_by_three = {
    5, 3, {{2, 4, 6}, {3, 4, 5}, {3, 3, 3}, {4, 5, 6}, {3, 4, 5}}};

static void the_residual_is_what_it_is_by_hand(void **state)
{
    (void)state;
    assert_near(variance_of(&five_by_three), 0.5);
    assert_near(by_definition(&five_by_three), 0.5);
}

/* Weights 1, 1, 1: sqrt(0.5 * 3) / 3 = 1.2247.. / 3 = 0.408248..
 * Weights 2, 1, 1: sqrt(0.5 * (4 + 1 + 1)) / (2 + 1 + 1) = sqrt(3) / 4 = 0.433012.. */
static void weights_enter_by_their_squares(void **state)
{
    (void)state;
    static const int weights[] = {200, 100, 100};
    struct residual r = residual_of(&five_by_three);
    struct composite c = composite_with(&five_by_three, 1, NULL);
    struct sem s = sem_of(&r, &c);
    assert_int_equal(s.why, SEM_GIVEN);
    assert_int_equal(s.n, 5);
    assert_near(s.value, sqrt(1.5) / 3);
    assert_int_equal(sem_hundredths(&s), 41);
    c = composite_with(&five_by_three, 1, weights);
    s = sem_of(&r, &c);
    assert_near(s.value, sqrt(3) / 4);
    residual_release(&r);
}

/* Of five questions one has no evidence: the composite rests on four, sqrt(0.5 * 4) / 4 = 0.3535..
 */
static void what_was_not_scored_does_not_enter(void **state)
{
    (void)state;
    struct composite_item items[5];
    for (int j = 0; j < 5; j++)
        items[j] = (struct composite_item){.weight = WEIGHT_ONE,
                                           .mark = {.state = ANSWER_SCORED, .score = 3}};
    items[2].mark = (struct mark){.state = ANSWER_NO_EVIDENCE};
    struct composite c = composite_of(items, 5, 5);
    struct residual r = residual_of(&five_by_three);
    struct sem s = sem_of(&r, &c);
    assert_near(s.value, sqrt(2) / 4);
    residual_release(&r);
}

static void says(const struct sem *s, const char *expected)
{
    struct str text = STR_INIT;
    sem_add(&text, s);
    assert_string_equal(text.s, expected);
    str_release(&text);
}

static struct sem sem_of_table(const struct table *t)
{
    struct residual r = residual_of(t);
    struct composite c = composite_with(t, 0, NULL);
    struct sem s = sem_of(&r, &c);
    residual_release(&r);
    return s;
}

static void it_is_withheld_with_its_reason(void **state)
{
    (void)state;
    struct table t = five_by_three;
    struct sem s = sem_of_table(&t);
    says(&s, "0.41 (from 5 interviews, a small sample; leaves out differences between "
             "interviewers)");
    t.n = 4;
    s = sem_of_table(&t);
    assert_int_equal(s.why, SEM_FEW);
    assert_true(s.value == 0);
    says(&s, "withheld: it needs 5 interviews with every question scored, there are 4");
    t.n = 1;
    s = sem_of_table(&t);
    says(&s, "withheld: it needs 5 interviews with every question scored, there is 1");
    t = five_by_three;
    t.k = 1;
    s = sem_of_table(&t);
    says(&s, "withheld: it needs 2 questions");
    t.k = 3;
    for (size_t i = 0; i < t.n; i++) /* each row is another one, moved up: no residual at all */
        for (size_t j = 0; j < t.k; j++)
            t.x[i][j] = (int)i % 3 + (int)j % 2 + 1;
    s = sem_of_table(&t);
    assert_int_equal(s.why, SEM_FLAT);
    says(&s,
         "withheld: the scores of these questions never part, there is nothing to take it from");
}

static void an_incomplete_or_foreign_one_has_none(void **state)
{
    (void)state;
    struct composite_item items[] = {
        {.weight = WEIGHT_ONE, .mark = {.state = ANSWER_SCORED, .score = 4}},
        {.weight = WEIGHT_ONE, .mark = {.state = ANSWER_NO_EVIDENCE}}};
    struct composite half = composite_of(items, 2, 5), whole = composite_of(items, 1, 5);
    struct residual r = residual_of(&five_by_three);
    struct sem s = sem_of(&r, &half);
    says(&s, "withheld: too little was scored for a composite");
    s = sem_of(NULL, &whole);
    says(&s, "withheld: their questions or weights differ");
    residual_release(&r);
}

static void thirty_interviews_are_no_small_sample(void **state)
{
    (void)state;
    struct table t = {.n = 30, .k = 3};
    for (size_t i = 0; i < t.n; i++)
        memcpy(t.x[i], five_by_three.x[i % 5], sizeof t.x[i]);
    struct sem s = sem_of_table(&t);
    /* six times the squares: 24 / (29 * 2), by two weights: sqrt(24/58 * 3) / 3 = 0.3714.. */
    says(&s, "0.37 (from 30 interviews; leaves out differences between interviewers)");
    t.n = 29;
    s = sem_of_table(&t);
    assert_int_equal(s.n, 29);
    struct str text = STR_INIT;
    sem_add(&text, &s);
    assert_non_null(strstr(text.s, "a small sample"));
    str_release(&text);
}

/* ---- what must hold of any table ---- */

static struct table any_table(uint64_t *seed)
{
    struct table t = {.n = (size_t)(2 + seed_below(seed, ROWS_MAX - 2)),
                      .k = (size_t)(2 + seed_below(seed, COLUMNS_MAX - 3))};
    for (size_t i = 0; i < t.n; i++)
        for (size_t j = 0; j < t.k; j++)
            t.x[i][j] = 1 + seed_below(seed, 5);
    return t;
}

static void swap_rows(struct table *t, size_t a, size_t b)
{
    int row[COLUMNS_MAX];
    memcpy(row, t->x[a], sizeof row);
    memcpy(t->x[a], t->x[b], sizeof row);
    memcpy(t->x[b], row, sizeof row);
}

static void assert_close(double value, double expected)
{
    if (fabs(value - expected) > 1e-9)
        fail_msg("%.12f is not %.12f", value, expected);
}

static void any_table_keeps_the_laws(void **state)
{
    (void)state;
    uint64_t seed = seed_start("sem");
    for (int round = 0; round < 300; round++) {
        struct table t = any_table(&seed);
        double s2 = variance_of(&t);
        assert_close(s2, by_definition(&t));
        struct table other = t; /* the order of the interviews, and of the questions */
        for (size_t i = 0; i < t.n; i++)
            swap_rows(&other, i, (size_t)seed_below(&seed, (int)t.n));
        assert_true(variance_of(&other) == s2);
        for (size_t i = 0; i < t.n; i++)
            for (size_t j = 0; j < t.k; j++)
                other.x[i][j] = t.x[i][t.k - 1 - j];
        assert_true(variance_of(&other) == s2);
        for (size_t i = 0; i < t.n; i++) /* a kinder interviewer, an easier question */
            for (size_t j = 0; j < t.k; j++)
                other.x[i][j] = t.x[i][j] + (int)(i % 4) + 2 * (int)j;
        assert_close(variance_of(&other), s2);
        for (size_t i = 0; i < t.n; i++) /* another unit */
            for (size_t j = 0; j < t.k; j++)
                other.x[i][j] = 3 * t.x[i][j];
        assert_close(variance_of(&other), 9 * s2);
    }
}

/* 100,000 interviews of 20 questions stay within the integers. */
static void a_large_store_does_not_overflow(void **state)
{
    (void)state;
    struct residual r;
    int scores[20];
    residual_init(&r, 20);
    for (int i = 0; i < 100000; i++) {
        for (int j = 0; j < 20; j++)
            scores[j] = (i + j) % 2 == 0 ? 1 : 5;
        residual_add(&r, scores);
    }
    /* every row and column has the mean 3, so each residual is 2 or -2 */
    assert_close(residual_variance(&r), 4.0 * 100000 * 20 / (99999.0 * 19));
    residual_release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_residual_is_what_it_is_by_hand),
        cmocka_unit_test(weights_enter_by_their_squares),
        cmocka_unit_test(what_was_not_scored_does_not_enter),
        cmocka_unit_test(it_is_withheld_with_its_reason),
        cmocka_unit_test(an_incomplete_or_foreign_one_has_none),
        cmocka_unit_test(thirty_interviews_are_no_small_sample),
        cmocka_unit_test(any_table_keeps_the_laws),
        cmocka_unit_test(a_large_store_does_not_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
