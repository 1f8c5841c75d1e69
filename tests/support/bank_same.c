#include "support/bank_same.h"

#include "support/unit.h"

static void same(const struct phrase *a, const struct phrase *b)
{
    if (!str_same(a->s, b->s))
        fail_msg("\"%s\" became \"%s\"", a->s != NULL ? a->s : "(none)",
                 b->s != NULL ? b->s : "(none)");
}

static void same_list(const struct phrases *a, const struct phrases *b)
{
    assert_int_equal(a->n, b->n);
    for (size_t i = 0; i < a->n; i++)
        same(&a->items[i], &b->items[i]);
}

static void same_question(const struct question *a, const struct question *b)
{
    same(&a->id, &b->id);
    same(&a->ask, &b->ask);
    same(&a->competency, &b->competency);
    same(&a->why, &b->why);
    same(&a->weight_reason, &b->weight_reason);
    same_list(&a->expect, &b->expect);
    same_list(&a->red_flags, &b->red_flags);
    same_list(&a->probes, &b->probes);
    for (int score = 1; score <= SCALE_MAX; score++)
        same(&a->anchors[score], &b->anchors[score]);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->weight, b->weight);
}

static void same_level(const struct bank_level *a, const struct bank_level *b)
{
    assert_int_equal(a->present, b->present);
    same(&a->experience, &b->experience);
    same_list(&a->indicators, &b->indicators);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->n, b->n);
    for (size_t i = 0; i < a->n; i++)
        same_question(&a->questions[i], &b->questions[i]);
}

static void same_parts(const struct bank *a, const struct bank *b)
{
    assert_int_equal(a->n_glossary, b->n_glossary);
    for (size_t i = 0; i < a->n_glossary; i++) {
        same(&a->glossary[i].term, &b->glossary[i].term);
        same(&a->glossary[i].meaning, &b->glossary[i].meaning);
    }
    assert_int_equal(a->n_competencies, b->n_competencies);
    for (size_t i = 0; i < a->n_competencies; i++) {
        same(&a->competencies[i].id, &b->competencies[i].id);
        same(&a->competencies[i].meaning, &b->competencies[i].meaning);
    }
    assert_int_equal(a->n_facts, b->n_facts);
    for (size_t i = 0; i < a->n_facts; i++) {
        same(&a->facts[i].id, &b->facts[i].id);
        same(&a->facts[i].ask, &b->facts[i].ask);
        assert_int_equal(a->facts[i].kind, b->facts[i].kind);
    }
}

void bank_same(const struct bank *a, const struct bank *b)
{
    same(&a->name, &b->name);
    same(&a->title, &b->title);
    same(&a->field, &b->field);
    same(&a->about, &b->about);
    assert_int_equal(a->scale, b->scale);
    same_list(&a->search_titles, &b->search_titles);
    same_list(&a->resume_phrases, &b->resume_phrases);
    same_list(&a->red_flags, &b->red_flags);
    same_list(&a->opening, &b->opening);
    same_list(&a->closing, &b->closing);
    same_parts(a, b);
    for (int i = 0; i < LEVELS; i++)
        same_level(&a->levels[i], &b->levels[i]);
}

void bank_same_questions(const struct bank *a, const struct bank *b)
{
    for (int i = 0; i < LEVELS; i++) {
        assert_int_equal(a->levels[i].n, b->levels[i].n);
        for (size_t q = 0; q < a->levels[i].n; q++)
            same_question(&a->levels[i].questions[q], &b->levels[i].questions[q]);
    }
}
