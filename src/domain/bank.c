#include "domain/bank.h"

#include "domain/hashing.h"
#include "domain/words.h"

void bank_release(struct bank *b)
{
    arena_release(&b->arena);
    *b = (struct bank){0};
}

bool kit_of(const struct bank *b, enum level level, struct kit *kit)
{
    const struct bank_level *l = &b->levels[level];
    if (!l->present || l->n == 0)
        return false;
    *kit = (struct kit){
        .bank = b->name.s,
        .title = b->title.s,
        .level = level,
        .scale = b->scale,
        .minutes = l->minutes,
        .experience = l->experience.s,
        .about = b->about.s,
        .questions = l->questions,
        .n = l->n,
        .red_flags = b->red_flags,
        .opening = b->opening,
        .closing = b->closing,
        .indicators = l->indicators,
        .glossary = b->glossary,
        .n_glossary = b->n_glossary,
        .competencies = b->competencies,
        .n_competencies = b->n_competencies,
        .facts = b->facts,
        .n_facts = b->n_facts,
    };
    return true;
}

struct hash kit_hash(const struct kit *kit)
{
    struct hasher *h = hasher_new();
    hasher_number(h, (int64_t)kit->n);
    for (size_t i = 0; i < kit->n; i++) {
        const struct question *q = &kit->questions[i];
        struct hash own = question_hash(q, kit->scale);
        hasher_bytes(h, own.b, sizeof own.b);
        hashing_text(h, q->competency.s);
        hasher_number(h, q->weight);
    }
    return hasher_end(h);
}

static const char *const kinds[] = {"text", "yesno", "date", "money"};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *fact_kind_name(enum fact_kind kind)
{
    return words_at(kinds, KINDS, (int)kind);
}

bool fact_kind_parse(const char *name, enum fact_kind *kind)
{
    int at = words_find(kinds, KINDS, name);
    if (at < 0)
        return false;
    *kind = (enum fact_kind)at;
    return true;
}
