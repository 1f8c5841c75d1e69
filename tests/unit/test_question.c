#include "support/unit.h"

#include "base/vec.h"
#include "domain/question.h"
#include "support/sample.h"

static void assert_same(const struct question *a, const struct question *b, bool same)
{
    struct hash one = question_hash(a, 5), other = question_hash(b, 5);
    assert_int_equal(hash_same(&one, &other), same);
}

/* The digest was computed apart from this program, from the bytes that the header describes: stored
 * sessions are found again by it, so it may never change. */
static void the_stored_digest(void **state)
{
    (void)state;
    struct phrase expect[] = {{.s = "One master schedule"}, {.s = "Says whom they told"}};
    struct question q = {
        .id = {.s = "juggling"},
        .ask = {.s = "Où en êtes-vous ?"},
        .expect = {expect, 2},
        .anchors =
            {[1] = {.s = "No method"}, [3] = {.s = "A method"}, [5] = {.s = "Re-plans out loud"}},
        .weight = WEIGHT_ONE};
    struct hash h = question_hash(&q, 5);
    char hex[HASH_HEX + 1];
    hash_hex(&h, hex);
    assert_string_equal(hex, "700a8439cd4e86f5ffba69429937df45684d72bcad851076180841f8ecf78d93");
}

static void composed_or_not_is_the_same(void **state)
{
    (void)state;
    struct sample composed, decomposed;
    sample_fill(&composed);
    sample_fill(&decomposed);
    composed.questions[0].ask.s = "O\xC3\xB9 en \xC3\xAAtes-vous ?";
    decomposed.questions[0].ask.s = "Ou\xCC\x80 en e\xCC\x82tes-vous ?";
    composed.expect[0][1].s = "R\xC3\xA9ponse";
    decomposed.expect[0][1].s = "Re\xCC\x81ponse";
    composed.questions[0].anchors[3].s = "\xC3\xA9";
    decomposed.questions[0].anchors[3].s = "e\xCC\x81";
    assert_same(&composed.questions[0], &decomposed.questions[0], true);
}

static void what_makes_another_question(void **state)
{
    (void)state;
    struct sample s;
    sample_fill(&s);
    const struct question was = s.questions[0];
    struct phrase moved[] = {s.expect[0][1], s.expect[0][0], s.expect[0][2]};
    struct phrase joined[] = {{.s = "One master scheduleNames who is told first"},
                              {.s = "Puts it in writing"}};
    struct question q[] = {was, was, was, was, was, was, was, was, was};
    q[0].id.s = "juggle";
    q[1].ask.s = "Two of your shows slip in the same week. What do you do";
    q[2].expect.n = 2;
    q[3].expect.items = moved;
    q[4].expect = (struct phrases){joined, 2};
    q[5].anchors[1].s = "Names no methods";
    q[6].anchors[2].s = "Names half a method";
    q[7].anchors[5].s = NULL;
    q[8].anchors[5] = q[8].anchors[4];
    q[8].anchors[4] = was.anchors[5]; /* the same texts at other scores */
    for (size_t i = 0; i < COUNT_OF(q); i++)
        assert_same(&was, &q[i], false);
    struct hash five = question_hash(&was, 5), four = question_hash(&was, 4);
    assert_false(hash_same(&five, &four));
}

static void what_may_be_mended(void **state)
{
    (void)state;
    struct sample s;
    sample_fill(&s);
    const struct question was = s.questions[0];
    struct question q = was;
    q.why.s = "Shows whether they plan";
    q.red_flags.n = 0;
    q.probes.n = 0;
    q.minutes = 7;
    q.competency.s = "people"; /* competency and weight belong to the kit's hash */
    q.weight = 250;
    q.weight_reason.s = "The heart of the job";
    q.where = (struct phrase){.line = 12, .col = 7};
    q.ask.line = 13;
    assert_same(&was, &q, true);
}

static void weights(void **state)
{
    (void)state;
    static const struct {
        const char *s;
        int hundredths; /* 0: not a weight */
    } rows[] = {
        {"1", 100},        {"0.5", 50},  {"1.25", 125}, {"0.01", 1},   {"100", 10000},
        {"100.00", 10000}, {"2.0", 200}, {"007", 700},  {"1.10", 110}, {"1.1", 110},
        {"0.05", 5},       {"0", 0},     {"0.00", 0},   {"100.01", 0}, {"101", 0},
        {"-1", 0},         {"+1", 0},    {"", 0},       {".5", 0},     {"1.", 0},
        {"1.234", 0},      {"1,5", 0},   {"1 ", 0},     {" 1", 0},     {"yes", 0},
        {"1e2", 0},        {"0x1", 0},   {"1.5.", 0},   {"1000", 0},   {"99999999999", 0},
        {"NaN", 0},        {"1.-5", 0},  {"½", 0},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int weight = -7;
        assert_int_equal(weight_parse(rows[i].s, &weight), rows[i].hundredths > 0);
        assert_int_equal(weight, rows[i].hundredths > 0 ? rows[i].hundredths : -7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_stored_digest),
        cmocka_unit_test(composed_or_not_is_the_same),
        cmocka_unit_test(what_makes_another_question),
        cmocka_unit_test(what_may_be_mended),
        cmocka_unit_test(weights),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
