#include "bank/bank_texts.h"

static void one(const struct bank_texts *v, const struct phrase *text, enum bank_text kind)
{
    if (text->s != NULL)
        v->each(v->data, text, kind);
}

static void several(const struct bank_texts *v, const struct phrases *texts, enum bank_text kind)
{
    for (size_t i = 0; i < texts->n; i++)
        one(v, &texts->items[i], kind);
}

static void question(const struct bank_texts *v, const struct question *q)
{
    one(v, &q->ask, TEXT_ASK);
    one(v, &q->why, TEXT_OTHER);
    one(v, &q->weight_reason, TEXT_OTHER);
    several(v, &q->expect, TEXT_OTHER);
    several(v, &q->red_flags, TEXT_OTHER);
    several(v, &q->probes, TEXT_PROBE);
    for (int score = 1; score <= SCALE_MAX; score++)
        one(v, &q->anchors[score], TEXT_ANCHOR);
}

static void level(const struct bank_texts *v, const struct bank_level *l)
{
    one(v, &l->experience, TEXT_OTHER);
    several(v, &l->indicators, TEXT_OTHER);
    for (size_t i = 0; i < l->n; i++)
        question(v, &l->questions[i]);
}

void bank_texts(const struct bank *bank, const struct bank_texts *visit)
{
    one(visit, &bank->about, TEXT_OTHER);
    several(visit, &bank->search_titles, TEXT_TITLE);
    several(visit, &bank->resume_phrases, TEXT_OTHER);
    for (size_t i = 0; i < bank->n_competencies; i++)
        one(visit, &bank->competencies[i].meaning, TEXT_OTHER);
    several(visit, &bank->red_flags, TEXT_OTHER);
    for (size_t i = 0; i < bank->n_facts; i++)
        one(visit, &bank->facts[i].ask, TEXT_PROBE);
    several(visit, &bank->opening, TEXT_OTHER);
    several(visit, &bank->closing, TEXT_OTHER);
    for (int i = 0; i < LEVELS; i++)
        level(visit, &bank->levels[i]);
}
