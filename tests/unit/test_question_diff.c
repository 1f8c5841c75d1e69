/* What an interview was held with beside the bank of today. */

#include "domain/question_diff.h"

#include "support/sample.h"
#include "support/unit.h"

struct pair {
    struct sample was, now;
};

static void begin(struct pair *p)
{
    sample_fill(&p->was);
    sample_fill(&p->now);
}

/* Each difference on a line; "!" in front where results rest on it. */
static void differs(const struct pair *p, const char *expected)
{
    struct question_diffs diffs;
    struct str text = STR_INIT;
    question_diff(&p->was.kit, &p->now.kit, &diffs);
    for (size_t i = 0; i < diffs.n; i++) {
        str_add(&text, i > 0 ? "\n" : "");
        str_add(&text, diffs.items[i].parts & PARTS_COUNTED ? "!" : "");
        question_diff_add(&text, &diffs.items[i]);
    }
    assert_string_equal(text.s, expected);
    str_release(&text);
    question_diffs_release(&diffs);
}

static void the_same_kit_differs_in_nothing(void **state)
{
    (void)state;
    struct pair p;
    begin(&p);
    differs(&p, "");
}

static void each_part_is_named(void **state)
{
    (void)state;
    struct pair p;
    begin(&p);
    p.now.questions[0].ask.s = "Something else?";
    p.now.expect[0][1].s = "Something else";
    p.now.questions[1].anchors[3].s = "Something else";
    p.now.questions[1].competency.s = "people";
    p.now.questions[2].weight = 100;
    p.now.probes[2][0].s = "And then?";
    p.now.questions[3].why.s = "To see how they talk";
    p.now.questions[3].minutes += 1;
    p.now.red_flags[3][0].s = "Something else";
    differs(&p, "!juggling: other question, other points to hear\n"
                "!overrun: other anchors, other competency\n"
                "!handover: other weight, other follow-ups\n"
                "client: other red flags, other reason to ask, other minutes");
}

static void new_and_gone_ones_are_told_and_move_nothing(void **state)
{
    (void)state;
    struct pair p;
    begin(&p);
    p.now.questions[0].id.s = "pace";
    differs(&p, "juggling: not asked any more\n"
                "pace: new");
}

static void another_order_is_told(void **state)
{
    (void)state;
    struct pair p;
    begin(&p);
    struct question first = p.now.questions[0];
    p.now.questions[0] = p.now.questions[1];
    p.now.questions[1] = first;
    differs(&p, "!juggling: another place\n"
                "!overrun: another place");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_kit_differs_in_nothing),
        cmocka_unit_test(each_part_is_named),
        cmocka_unit_test(new_and_gone_ones_are_told_and_move_nothing),
        cmocka_unit_test(another_order_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
