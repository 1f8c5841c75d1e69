#include "stats/standing.h"

#include <math.h>

static double mean(const struct composite *c)
{
    return (double)c->sum_wx / (double)c->sum_w;
}

enum pair pair_of(const struct contender *a, const struct contender *b)
{
    if (!composite_complete(&a->composite) || !composite_complete(&b->composite) ||
        a->composite.scale != b->composite.scale)
        return PAIR_NONE;
    if (composite_tenths(&a->composite) == composite_tenths(&b->composite))
        return PAIR_TIE;
    if (a->sem.why != SEM_GIVEN || b->sem.why != SEM_GIVEN)
        return PAIR_UNKNOWN;
    double gap = fabs(mean(&a->composite) - mean(&b->composite));
    double noise = STANDING_Z * sqrt(a->sem.value * a->sem.value + b->sem.value * b->sem.value);
    return gap < noise ? PAIR_ALIKE : PAIR_APART;
}

int standing_order(const struct composite *a, const struct composite *b)
{
    int x = composite_complete(a) ? composite_tenths(a) : -1;
    int y = composite_complete(b) ? composite_tenths(b) : -1;
    return (x < y) - (x > y);
}

static int top_tenths(const struct contender *items, size_t n)
{
    int top = -1;
    for (size_t i = 0; i < n; i++)
        if (composite_complete(&items[i].composite) && composite_tenths(&items[i].composite) > top)
            top = composite_tenths(&items[i].composite);
    return top;
}

static bool reaches_top(const struct contender *items, size_t n, int top, size_t i)
{
    for (size_t j = 0; j < n; j++) {
        const struct contender *t = &items[j];
        if (!composite_complete(&t->composite) || composite_tenths(&t->composite) != top)
            continue;
        enum pair p = pair_of(&items[i], t);
        if (p == PAIR_TIE || p == PAIR_ALIKE)
            return true;
    }
    return false;
}

static enum standing standing_at(const struct contender *items, size_t n, int top, size_t i)
{
    if (!composite_complete(&items[i].composite))
        return STANDING_INCOMPLETE;
    if (items[i].sem.why != SEM_GIVEN)
        return STANDING_UNGROUPED;
    return reaches_top(items, n, top, i) ? STANDING_BEST : STANDING_REST;
}

void standing_of(const struct contender *items, size_t n, enum standing *out)
{
    int top = top_tenths(items, n);
    for (size_t i = 0; i < n; i++)
        out[i] = standing_at(items, n, top, i);
}
