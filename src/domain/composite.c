#include "domain/composite.h"

static void count_state(struct composite *c, const struct mark *m)
{
    switch (m->state) {
    case ANSWER_UNSET:
        c->unset++;
        break;
    case ANSWER_SCORED:
        c->scored++;
        break;
    case ANSWER_NO_EVIDENCE:
        c->no_evidence++;
        break;
    case ANSWER_SKIPPED:
        c->skipped++;
        break;
    }
}

static void add_item(struct composite *c, const struct composite_item *item)
{
    if (item->voided) {
        c->voided++;
        return;
    }
    /* As long as all were equal, the sum is as many times this one. */
    c->weights_differ = c->weights_differ || c->sum_e != (int64_t)c->asked * item->weight;
    c->asked++;
    c->sum_e += item->weight;
    count_state(c, &item->mark);
    if (item->mark.state == ANSWER_SCORED) {
        c->sum_w += item->weight;
        c->sum_ww += (int64_t)item->weight * item->weight;
        c->sum_wx += (int64_t)item->weight * item->mark.score;
    }
}

struct composite composite_of(const struct composite_item *items, size_t n, int scale)
{
    struct composite c = {.scale = scale};
    for (size_t i = 0; i < n; i++)
        add_item(&c, &items[i]);
    return c;
}

struct composite composite_interview(const struct interview *iv, const char *competency)
{
    struct composite c = {.scale = iv->kit.scale};
    for (size_t i = 0; i < iv->n_answers; i++) {
        const struct answer *a = &iv->answers[i];
        if (a->question == NULL ||
            (competency != NULL && !str_same(a->question->competency.s, competency)))
            continue;
        struct composite_item item = {
            .weight = a->question->weight, .mark = a->mark, .voided = a->voided != NULL};
        add_item(&c, &item);
    }
    return c;
}

bool composite_complete(const struct composite *c)
{
    return c->scored > 0 && 5 * c->sum_w >= 4 * c->sum_e;
}

bool composite_competency_complete(const struct composite *c)
{
    return c->scored >= 2 && composite_complete(c);
}

/* The mean in units of 1/parts, half up. All terms are positive. */
static int mean_in(const struct composite *c, int parts)
{
    if (c->sum_w == 0)
        return 0;
    return (int)((2 * parts * c->sum_wx + c->sum_w) / (2 * c->sum_w));
}

int composite_tenths(const struct composite *c)
{
    return mean_in(c, 10);
}

int composite_hundredths(const struct composite *c)
{
    return mean_in(c, 100);
}

/* Rounded down, so that a coverage that is too small never reads as "80 %". */
static void add_share(struct str *out, const struct composite *c)
{
    if (c->weights_differ && c->sum_e > 0)
        str_addf(out, "; %d %% of the weight", (int)(100 * c->sum_w / c->sum_e));
}

static void add_mean(struct str *out, const struct composite *c)
{
    int tenths = composite_tenths(c);
    str_addf(out, "%d.%d", tenths / 10, tenths % 10);
    if (c->scale != SCALE_DEFAULT)
        str_addf(out, " of %d", c->scale);
}

void composite_add(struct str *out, const struct composite *c)
{
    if (composite_complete(c)) {
        add_mean(out, c);
        str_addf(out, " (%d of %d scored", c->scored, c->asked);
        if (c->no_evidence > 0)
            str_addf(out, ", %d no evidence", c->no_evidence);
    } else {
        str_addf(out, "incomplete (%d of %d", c->scored, c->asked);
    }
    if (c->voided > 0)
        str_addf(out, ", %d void", c->voided);
    add_share(out, c);
    str_addc(out, ')');
}

static void add_tenths(struct str *out, int tenths)
{
    if (tenths > 0)
        str_addf(out, "%d.%d", tenths / 10, tenths % 10);
    else
        str_add(out, "incomplete");
}

void composite_add_drift(struct str *out, int then, const struct composite *now)
{
    int tenths = composite_complete(now) ? composite_tenths(now) : 0;
    if (then == tenths)
        return;
    str_add(out, then > 0 ? "decided at " : "decided while ");
    add_tenths(out, then);
    str_add(out, ", now ");
    add_tenths(out, tenths);
}
