#include "domain/question_diff.h"

#include "base/vec.h"

static bool same_list(const struct phrases *a, const struct phrases *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!str_same(a->items[i].s, b->items[i].s))
            return false;
    return true;
}

static bool same_anchors(const struct question *a, const struct question *b)
{
    for (int score = 1; score <= SCALE_MAX; score++)
        if (!str_same(a->anchors[score].s, b->anchors[score].s))
            return false;
    return true;
}

static unsigned parts_of(const struct question *a, const struct question *b)
{
    unsigned parts = 0;
    parts |= str_same(a->ask.s, b->ask.s) ? 0 : PART_ASK;
    parts |= same_list(&a->expect, &b->expect) ? 0 : PART_EXPECT;
    parts |= same_anchors(a, b) ? 0 : PART_ANCHORS;
    parts |= str_same(a->competency.s, b->competency.s) ? 0 : PART_COMPETENCY;
    parts |= a->weight == b->weight ? 0 : PART_WEIGHT;
    parts |= same_list(&a->red_flags, &b->red_flags) ? 0 : PART_FLAGS;
    parts |= same_list(&a->probes, &b->probes) ? 0 : PART_PROBES;
    parts |= str_same(a->why.s, b->why.s) ? 0 : PART_WHY;
    parts |= a->minutes == b->minutes ? 0 : PART_MINUTES;
    return parts;
}

static const struct question *find(const struct kit *kit, const char *id)
{
    for (size_t i = 0; i < kit->n; i++)
        if (str_same(kit->questions[i].id.s, id))
            return &kit->questions[i];
    return NULL;
}

/* How many of the questions before this one are in both: its place among those that stayed. */
static size_t place(const struct kit *kit, const struct question *q, const struct kit *other)
{
    size_t n = 0;
    for (const struct question *at = kit->questions; at < q; at++)
        n += find(other, at->id.s) != NULL;
    return n;
}

static void add(struct question_diffs *out, const struct question *was, const struct question *now,
                unsigned parts)
{
    *VEC_PUSH(out) = (struct question_diff){was, now, parts};
}

void question_diff(const struct kit *was, const struct kit *now, struct question_diffs *out)
{
    *out = (struct question_diffs){0};
    for (size_t i = 0; i < was->n; i++) {
        const struct question *q = &was->questions[i], *today = find(now, q->id.s);
        unsigned parts = today != NULL ? parts_of(q, today) : 0;
        if (today != NULL && place(was, q, now) != place(now, today, was))
            parts |= PART_PLACE;
        if (today == NULL || parts != 0)
            add(out, q, today, parts);
    }
    for (size_t i = 0; i < now->n; i++)
        if (find(was, now->questions[i].id.s) == NULL)
            add(out, NULL, &now->questions[i], 0);
}

void question_diffs_release(struct question_diffs *d)
{
    VEC_RELEASE(d);
}

static const struct {
    enum question_part part;
    const char *words;
} words[] = {
    {PART_ASK, "other question"},      {PART_EXPECT, "other points to hear"},
    {PART_ANCHORS, "other anchors"},   {PART_COMPETENCY, "other competency"},
    {PART_WEIGHT, "other weight"},     {PART_FLAGS, "other red flags"},
    {PART_PROBES, "other follow-ups"}, {PART_WHY, "other reason to ask"},
    {PART_MINUTES, "other minutes"},   {PART_PLACE, "another place"},
};

void question_diff_add(struct str *out, const struct question_diff *d)
{
    const char *between = ": ";
    str_add(out, (d->was != NULL ? d->was : d->now)->id.s);
    if (d->now == NULL)
        str_add(out, ": not asked any more");
    else if (d->was == NULL)
        str_add(out, ": new");
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if ((d->parts & words[i].part) == 0)
            continue;
        str_addf(out, "%s%s", between, words[i].words);
        between = ", ";
    }
}
