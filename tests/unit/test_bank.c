#include "support/unit.h"

#include "base/vec.h"
#include "domain/bank.h"
#include "support/sample.h"

static void a_kit_is_cut_from_its_level(void **state)
{
    (void)state;
    struct sample s;
    struct kit kit;
    sample_fill(&s);
    struct phrase indicators[] = {{.s = "Runs several shows at once"}};
    struct bank b = {.name = {.s = "post-producer"},
                     .title = {.s = "Post Producer"},
                     .about = {.s = "Runs a show"},
                     .scale = 4,
                     .red_flags = s.kit.red_flags,
                     .opening = s.kit.opening,
                     .closing = s.kit.closing,
                     .facts = s.facts,
                     .n_facts = SAMPLE_FACTS,
                     .competencies = s.competencies,
                     .n_competencies = 3};
    b.levels[LEVEL_MID] = (struct bank_level){.present = true,
                                              .experience = {.s = "3-5 years"},
                                              .minutes = 25,
                                              .indicators = {indicators, 1},
                                              .questions = s.questions,
                                              .n = SAMPLE_QUESTIONS};
    b.levels[LEVEL_SENIOR].present = true; /* without a question */
    assert_false(kit_of(&b, LEVEL_JUNIOR, &kit));
    assert_false(kit_of(&b, LEVEL_SENIOR, &kit));
    assert_true(kit_of(&b, LEVEL_MID, &kit));
    assert_string_equal(kit.bank, "post-producer");
    assert_string_equal(kit.title, "Post Producer");
    assert_string_equal(kit.about, "Runs a show");
    assert_string_equal(kit.experience, "3-5 years");
    assert_int_equal(kit.level, LEVEL_MID);
    assert_int_equal(kit.scale, 4);
    assert_int_equal(kit.minutes, 25);
    assert_ptr_equal(kit.questions, s.questions);
    assert_int_equal(kit.n, SAMPLE_QUESTIONS);
    assert_int_equal(kit.red_flags.n, 2);
    assert_int_equal(kit.opening.n, 2);
    assert_int_equal(kit.closing.n, 1);
    assert_string_equal(kit.indicators.items[0].s, "Runs several shows at once");
    assert_int_equal(kit.n_facts, SAMPLE_FACTS);
    assert_int_equal(kit.n_competencies, 3);
}

static void assert_same(const struct kit *a, const struct kit *b, bool same)
{
    struct hash one = kit_hash(a), other = kit_hash(b);
    assert_int_equal(hash_same(&one, &other), same);
}

/* Computed apart from this program, as in test_question. */
static void the_stored_digest(void **state)
{
    (void)state;
    struct sample s;
    sample_fill(&s);
    struct hash h = kit_hash(&s.kit);
    char hex[HASH_HEX + 1];
    hash_hex(&h, hex);
    assert_string_equal(hex, "6ff64fb46455acad279b183bce96bbf30c53484672d9072cdb8bd798a247b826");
}

static void what_makes_another_kit(void **state)
{
    (void)state;
    struct sample was, now;
    sample_fill(&was);

    sample_fill(&now);
    now.questions[1].weight = 101;
    assert_same(&was.kit, &now.kit, false);

    sample_fill(&now);
    now.questions[1].competency.s = "scheduling";
    assert_same(&was.kit, &now.kit, false);

    sample_fill(&now);
    now.questions[1] = was.questions[2];
    now.questions[2] = was.questions[1];
    assert_same(&was.kit, &now.kit, false);

    sample_fill(&now);
    now.kit.n = SAMPLE_QUESTIONS - 1;
    assert_same(&was.kit, &now.kit, false);

    sample_fill(&now);
    now.questions[3].ask.s = "A client rejects the mix. What happens next?";
    assert_same(&was.kit, &now.kit, false);

    sample_fill(&now);
    now.kit.scale = 4;
    assert_same(&was.kit, &now.kit, false);
}

static void what_splits_nothing(void **state)
{
    (void)state;
    struct sample was, now;
    sample_fill(&was);
    sample_fill(&now);
    now.questions[0].why.s = "Shows whether they plan";
    now.questions[0].probes.n = 0;
    now.questions[0].red_flags.n = 0;
    now.questions[0].minutes = 9;
    now.questions[2].weight_reason.s = "The heart of the job";
    now.kit.title = "Post-Producer";
    now.kit.minutes = 45;
    now.kit.level = LEVEL_MID; /* the same questions asked at another level */
    now.kit.red_flags.n = 0;
    now.kit.n_facts = 0;
    now.kit.n_competencies = 0; /* their meaning, that is */
    now.kit.opening.n = now.kit.closing.n = 0;
    assert_same(&was.kit, &now.kit, true);
}

static void composed_or_not_is_the_same(void **state)
{
    (void)state;
    struct sample composed, decomposed;
    sample_fill(&composed);
    sample_fill(&decomposed);
    composed.questions[0].competency.s = "\xC3\xA9quipe";
    decomposed.questions[0].competency.s = "e\xCC\x81quipe";
    assert_same(&composed.kit, &decomposed.kit, true);
}

static void fact_kinds_go_both_ways(void **state)
{
    (void)state;
    static const char *const names[] = {"text", "yesno", "date", "money"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        enum fact_kind kind = FACT_TEXT;
        assert_string_equal(fact_kind_name((enum fact_kind)i), names[i]);
        assert_true(fact_kind_parse(names[i], &kind));
        assert_int_equal(kind, i);
    }
    enum fact_kind untouched = FACT_DATE;
    assert_false(fact_kind_parse("number", &untouched));
    assert_false(fact_kind_parse("", &untouched));
    assert_int_equal(untouched, FACT_DATE);
}

static void release_leaves_an_empty_bank(void **state)
{
    (void)state;
    struct bank b = {.arena = ARENA_INIT};
    b.name.s = arena_dup(&b.arena, "post-producer");
    b.levels[LEVEL_MID].present = true;
    bank_release(&b); /* the leak checker sees the rest */
    assert_null(b.name.s);
    assert_false(b.levels[LEVEL_MID].present);
    bank_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kit_is_cut_from_its_level),  cmocka_unit_test(the_stored_digest),
        cmocka_unit_test(what_makes_another_kit),       cmocka_unit_test(what_splits_nothing),
        cmocka_unit_test(composed_or_not_is_the_same),  cmocka_unit_test(fact_kinds_go_both_ways),
        cmocka_unit_test(release_leaves_an_empty_bank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
