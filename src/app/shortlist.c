/* One job, one kit: the best group, the rest, the incomplete apart. */

#include <stdlib.h>
#include <string.h>

#include "app/comparison.h"
#include "app/comparison_parts.h"
#include "app/kit_table.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"

/* ---- which job and kit ---- */

static bool fits(const struct job_kit *k, const struct shortlist_query *q)
{
    return (q->bank == NULL || str_same(k->bank, q->bank)) &&
           (q->level < 0 || (int)k->level == q->level);
}

static bool same_words(const struct job_kit *a, const struct job_kit *b)
{
    return str_same(a->bank, b->bank) && a->level == b->level;
}

static bool several(const struct job_kits *kits, const struct shortlist_query *q, struct err *e)
{
    struct str lines = STR_INIT;
    for (size_t i = 0; i < kits->n; i++) {
        const struct job_kit *k = &kits->items[i];
        bool first = fits(k, q);
        for (size_t j = 0; first && j < i; j++)
            first = !same_words(&kits->items[j], k);
        if (first)
            str_addf(&lines, "\n  --bank %s --level %s", k->bank, level_name(k->level));
    }
    err_set(e, ERR_INPUT, "%s was interviewed with several banks or levels; say which:%s", q->job,
            lines.s);
    str_release(&lines);
    return false;
}

/* They come the one used last first: the first that fits is it, unless another bank or level fits
 * too. */
static bool choose_kit(const struct job_kits *kits, const struct shortlist_query *q,
                       const struct job_kit **chosen, struct err *e)
{
    *chosen = NULL;
    for (size_t i = 0; i < kits->n; i++) {
        const struct job_kit *k = &kits->items[i];
        if (!fits(k, q))
            continue;
        if (*chosen != NULL && !same_words(*chosen, k))
            return several(kits, q, e);
        if (*chosen == NULL)
            *chosen = k;
    }
    return *chosen != NULL || err_set(e, ERR_MISSING,
                                      "no submitted interview for %s that you may see fits: "
                                      "\"slate list\" shows what there is",
                                      q->job);
}

static bool find_kits(struct app *app, const struct shortlist_query *q, struct job_kits *kits,
                      struct err *e)
{
    if (q->interview != 0)
        return store_job_kit_of(app->store, q->interview, kits, e);
    return store_job_kits(app->store, q->job, kits, e);
}

/* ---- rows ---- */

static int by_id(const void *a, const void *b)
{
    const struct scored *x = a, *y = b;
    return (x->row.id > y->row.id) - (x->row.id < y->row.id);
}

/* The composite of an interview of the kit, where it is one of this job. */
static void take_composite(void *data, int64_t interview, const struct composite *c)
{
    struct shortlist *s = data;
    struct scored key = {.row = {.id = interview}};
    const struct scored *found =
        s->scored.n > 0 ? bsearch(&key, s->scored.items, s->scored.n, sizeof key, by_id) : NULL;
    if (found != NULL)
        s->rows.items[found - s->scored.items].own.composite = *c;
}

static void lay_rows(struct shortlist *s)
{
    const struct scored **items = xcalloc(s->scored.n + 1, sizeof *items);
    const char **names = xcalloc(s->scored.n + 1, sizeof *names);
    if (s->scored.n > 0)
        qsort(s->scored.items, s->scored.n, sizeof *s->scored.items, by_id);
    for (size_t i = 0; i < s->scored.n; i++)
        items[i] = &s->scored.items[i];
    name_columns(items, s->scored.n, names, &s->scored.arena);
    for (size_t i = 0; i < s->scored.n; i++)
        *VEC_PUSH(&s->rows) =
            (struct shortlist_row){.scored = items[i], .name = names[i], .flags = items[i]->flags};
    vec_free(items);
    vec_free(names);
}

/* Of one in which every question was scored. */
static struct sem whole_error(const struct kit_table *t)
{
    struct composite_item *items = xcalloc(t->questions.n + 1, sizeof *items);
    for (size_t i = 0; i < t->questions.n; i++)
        items[i] = (struct composite_item){.weight = t->questions.items[i].weight,
                                           .voided = t->questions.items[i].voided,
                                           .mark = {.state = ANSWER_SCORED, .score = 1}};
    struct composite c = composite_of(items, t->questions.n, t->questions.scale);
    vec_free(items);
    return sem_of(&t->residual, &c);
}

static void set_standings(struct shortlist *s, const struct kit_table *t)
{
    struct contender *contenders = xcalloc(s->rows.n + 1, sizeof *contenders);
    enum standing *standings = xcalloc(s->rows.n + 1, sizeof *standings);
    for (size_t i = 0; i < s->rows.n; i++) {
        struct contender *own = &s->rows.items[i].own;
        own->sem = sem_of(&t->residual, &own->composite);
        contenders[i] = *own;
    }
    standing_of(contenders, s->rows.n, standings);
    for (size_t i = 0; i < s->rows.n; i++)
        s->rows.items[i].standing = standings[i];
    vec_free(contenders);
    vec_free(standings);
}

static int by_fold(const char *a, const char *b)
{
    struct str x = STR_INIT, y = STR_INIT;
    utf8_fold(&x, a);
    utf8_fold(&y, b);
    int order = strcmp(x.s, y.s);
    str_release(&x);
    str_release(&y);
    return order;
}

static int by_standing(const void *a, const void *b)
{
    const struct shortlist_row *x = a, *y = b;
    if (x->standing != y->standing)
        return x->standing < y->standing ? -1 : 1;
    int order = standing_order(&x->own.composite, &y->own.composite);
    if (order == 0)
        order = by_fold(x->name, y->name);
    return order != 0 ? order : by_id(x->scored, y->scored);
}

static bool read_table(struct shortlist *s, struct app *app, int64_t kit, struct err *e)
{
    struct kit_table table = {.visit = take_composite, .data = s};
    if (!kit_table_read(&table, app->store, kit, e))
        return false;
    s->sem = whole_error(&table);
    s->questions = (int)table.residual.k;
    s->voided = (int)(table.questions.n - table.residual.k);
    set_standings(s, &table);
    kit_table_release(&table);
    return true;
}

static bool read_job(struct shortlist *s, struct app *app, const struct job_kit *k, struct err *e)
{
    struct job_counts counts;
    if (!store_job_scored(app->store, k, &s->scored, &counts, e))
        return false;
    s->hidden = counts.hidden;
    s->pending = counts.pending;
    s->abandoned = counts.abandoned;
    s->other_kits = counts.other_kits;
    s->job = arena_dup(&s->scored.arena, k->job_name);
    s->bank = arena_dup(&s->scored.arena, k->bank);
    s->title = arena_dup(&s->scored.arena, k->title);
    s->level = k->level;
    lay_rows(s);
    if (!read_table(s, app, k->kit, e))
        return false;
    if (s->rows.n > 0)
        qsort(s->rows.items, s->rows.n, sizeof *s->rows.items, by_standing);
    shortlist_remark(s);
    return true;
}

bool shortlist_make(struct app *app, const struct shortlist_query *q, struct shortlist *s,
                    struct err *e)
{
    struct job_kits kits = {0};
    const struct job_kit *chosen;
    struct shortlist_query any = {.level = -1};
    *s = (struct shortlist){0};
    if (!app_open_store(app, e) || !find_kits(app, q, &kits, e))
        return false;
    bool good =
        choose_kit(&kits, q->interview != 0 ? &any : q, &chosen, e) && read_job(s, app, chosen, e);
    job_kits_release(&kits);
    if (!good)
        shortlist_release(s);
    return good;
}

void shortlist_release(struct shortlist *s)
{
    VEC_RELEASE(&s->rows);
    VEC_RELEASE(&s->remarks);
    scored_list_release(&s->scored);
}

bool shortlist_interviewers_differ(const struct shortlist *s)
{
    for (size_t i = 1; i < s->rows.n; i++)
        if (!str_same(s->rows.items[i].scored->row.interviewer,
                      s->rows.items[0].scored->row.interviewer))
            return true;
    return false;
}
