#include "domain/bank_diff.h"

#include <string.h>

#include "base/vec.h"

static bool same_list(const struct phrases *a, const struct phrases *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; i < a->n && same; i++)
        same = str_same(a->items[i].s, b->items[i].s);
    return same;
}

static bool same_anchors(const struct question *a, const struct question *b)
{
    bool same = true;
    for (int i = 1; i <= SCALE_MAX && same; i++)
        same = str_same(a->anchors[i].s, b->anchors[i].s);
    return same;
}

static void part(struct str *out, bool same, const char *name)
{
    if (!same)
        str_addf(out, "%s%s", out->len > 0 ? ", " : "", name);
}

static void add_parts(struct str *out, const struct question *a, const struct question *b)
{
    part(out, str_same(a->ask.s, b->ask.s), "text");
    part(out, same_list(&a->expect, &b->expect), "listen-for points");
    part(out, same_anchors(a, b), "anchors");
    part(out, str_same(a->competency.s, b->competency.s), "competency");
    part(out, a->weight == b->weight, "weight");
    part(out, same_list(&a->red_flags, &b->red_flags), "red flags");
    part(out, same_list(&a->probes, &b->probes), "follow-ups");
    part(out, str_same(a->why.s, b->why.s), "reason");
    part(out, a->minutes == b->minutes, "minutes");
    part(out, str_same(a->weight_reason.s, b->weight_reason.s), "reason of the weight");
}

static const struct question *find(const struct bank_level *l, const char *id)
{
    for (size_t i = 0; i < l->n; i++)
        if (id != NULL && str_same(l->questions[i].id.s, id))
            return &l->questions[i];
    return NULL;
}

static void add(struct bank_diff *out, enum bank_diff_kind kind, enum level level, const char *id)
{
    *VEC_PUSH(out) =
        (struct bank_diff_row){.kind = kind, .level = level, .id = id, .parts = STR_INIT};
}

static void compare(struct bank_diff *out, enum level level, const struct question *a,
                    const struct question *b, const int scales[2])
{
    struct hash x = question_hash(a, scales[0]), y = question_hash(b, scales[1]);
    struct str parts = STR_INIT;
    add_parts(&parts, a, b);
    bool weighty = !hash_same(&x, &y);
    if (parts.len == 0 && !weighty)
        return;
    part(&parts, scales[0] == scales[1], "scale");
    add(out, QUESTION_CHANGED, level, b->id.s);
    out->items[out->n - 1].parts = parts;
    out->items[out->n - 1].weighty = weighty;
}

static void level_diff(const struct bank *old, const struct bank *new, enum level level,
                       struct bank_diff *out)
{
    const struct bank_level *a = &old->levels[level], *b = &new->levels[level];
    const int scales[2] = {old->scale, new->scale};
    for (size_t i = 0; i < b->n; i++) {
        const struct question *was = find(a, b->questions[i].id.s);
        if (was == NULL)
            add(out, QUESTION_NEW, level, b->questions[i].id.s);
        else
            compare(out, level, was, &b->questions[i], scales);
    }
    for (size_t i = 0; i < a->n; i++)
        if (find(b, a->questions[i].id.s) == NULL)
            add(out, QUESTION_GONE, level, a->questions[i].id.s);
    struct kit x, y;
    if (!kit_of(old, level, &x) || !kit_of(new, level, &y))
        return;
    struct hash hx = kit_hash(&x), hy = kit_hash(&y);
    if (!hash_same(&hx, &hy))
        out->kits |= 1u << level;
}

static void bank_part(struct bank_diff *out, bool same, const char *name)
{
    if (!same)
        add(out, BANK_CHANGED, LEVELS, name);
}

static bool same_pairs(const struct term_entry *a, const struct term_entry *b, size_t n)
{
    bool same = true;
    for (size_t i = 0; i < n && same; i++)
        same = str_same(a[i].term.s, b[i].term.s) && str_same(a[i].meaning.s, b[i].meaning.s);
    return same;
}

static bool same_competencies(const struct bank *a, const struct bank *b)
{
    bool same = a->n_competencies == b->n_competencies;
    for (size_t i = 0; i < a->n_competencies && same; i++)
        same = str_same(a->competencies[i].id.s, b->competencies[i].id.s) &&
               str_same(a->competencies[i].meaning.s, b->competencies[i].meaning.s);
    return same;
}

static bool same_facts(const struct bank *a, const struct bank *b)
{
    bool same = a->n_facts == b->n_facts;
    for (size_t i = 0; i < a->n_facts && same; i++)
        same = str_same(a->facts[i].id.s, b->facts[i].id.s) &&
               str_same(a->facts[i].ask.s, b->facts[i].ask.s) &&
               a->facts[i].kind == b->facts[i].kind;
    return same;
}

void bank_diff(const struct bank *old, const struct bank *new, struct bank_diff *out)
{
    *out = (struct bank_diff){0};
    bank_part(out, str_same(old->title.s, new->title.s), "title");
    bank_part(out, str_same(old->field.s, new->field.s), "field");
    bank_part(out, str_same(old->about.s, new->about.s), "about");
    bank_part(out, old->scale == new->scale, "scale");
    bank_part(out,
              old->n_glossary ==
                  new->n_glossary &&same_pairs(old->glossary, new->glossary, old->n_glossary),
              "glossary");
    bank_part(out, same_competencies(old, new), "competencies");
    bank_part(out, same_list(&old->red_flags, &new->red_flags), "red flags of the interview");
    bank_part(out, same_facts(old, new), "facts");
    bank_part(out, same_list(&old->opening, &new->opening), "opening steps");
    bank_part(out, same_list(&old->closing, &new->closing), "closing steps");
    for (int level = 0; level < LEVELS; level++)
        level_diff(old, new, (enum level)level, out);
}

void bank_diff_release(struct bank_diff *d)
{
    for (size_t i = 0; i < d->n; i++)
        str_release(&d->items[i].parts);
    VEC_RELEASE(d);
}
