/* Interviews side by side. */

#include "app/comparison.h"

#include "app/comparison_parts.h"
#include "app/kit_table.h"
#include "base/vec.h"
#include "store/kits.h"

/* ---- columns ---- */

static void lay_columns(struct comparison *c)
{
    const struct scored *items[COMPARE_MAX];
    const char *names[COMPARE_MAX];
    c->n = c->scored.n;
    for (size_t i = 0; i < c->n; i++)
        items[i] = &c->scored.items[i];
    name_columns(items, c->n, names, &c->scored.arena);
    for (size_t i = 0; i < c->n; i++) {
        c->columns[i] = (struct comparison_column){.scored = items[i],
                                                   .name = names[i],
                                                   .shown = scored_shown(items[i]),
                                                   .flags = scored_flags(items[i]),
                                                   .own = scored_composite(items[i])};
        c->shown += c->columns[i].shown;
    }
}

static const struct scored *first_shown(const struct comparison *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->columns[i].shown)
            return c->columns[i].scored;
    return NULL;
}

static bool have_one_kit(const struct comparison *c)
{
    const struct scored *first = first_shown(c);
    for (size_t i = 0; i < c->n; i++)
        if (c->columns[i].shown && c->columns[i].scored->kit != first->kit)
            return false;
    return true;
}

/* ---- rows ---- */

static const struct scored_answer *find_answer(const struct scored *s, int64_t question)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->answers[i].question == question)
            return &s->answers[i];
    return NULL;
}

static bool has_row(const struct comparison *c, int64_t question)
{
    for (size_t i = 0; i < c->rows.n; i++)
        if (c->rows.items[i].question == question)
            return true;
    return false;
}

static struct comparison_row row_of(const struct comparison *c, const struct scored_answer *from)
{
    struct comparison_row row = {.question = from->question,
                                 .qid = from->qid,
                                 .ask = from->ask,
                                 .competency = from->competency,
                                 .weight = from->weight,
                                 .common = true};
    for (size_t i = 0; i < c->n; i++) {
        if (!c->columns[i].shown)
            continue;
        const struct scored_answer *a = find_answer(c->columns[i].scored, from->question);
        row.cells[i] = a;
        row.common = row.common && a != NULL;
        row.voided = row.voided || (a != NULL && a->voided);
        if (a != NULL && a->weight != row.weight)
            row.weight = 0;
    }
    return row;
}

/* Those in common, then those that are not. */
static void lay_rows_if(struct comparison *c, bool common)
{
    for (size_t i = 0; i < c->n; i++) {
        const struct scored *s = c->columns[i].scored;
        for (size_t j = 0; j < s->n; j++) {
            struct comparison_row row;
            if (has_row(c, s->answers[j].question))
                continue;
            row = row_of(c, &s->answers[j]);
            if (row.common == common)
                *VEC_PUSH(&c->rows) = row;
        }
    }
}

static void lay_rows(struct comparison *c)
{
    lay_rows_if(c, true);
    lay_rows_if(c, false);
    for (size_t i = 0; i < c->rows.n; i++)
        c->common += c->rows.items[i].common;
    for (size_t i = 0; i < c->common; i++)
        c->equal_weights = c->equal_weights || c->rows.items[i].weight == 0;
}

/* ---- means ---- */

/* Over the rows that are in common; of one competency, or (NULL) of all. */
static struct composite mean_of(const struct comparison *c, size_t column, const char *competency)
{
    struct {
        struct composite_item *items;
        size_t n, cap;
    } list = {0};
    for (size_t i = 0; i < c->rows.n; i++) {
        const struct comparison_row *row = &c->rows.items[i];
        const struct scored_answer *a = row->cells[column];
        if (!row->common || a == NULL ||
            (competency != NULL && !str_same(row->competency, competency)))
            continue;
        *VEC_PUSH(&list) = (struct composite_item){c->equal_weights ? WEIGHT_ONE : a->weight,
                                                   a->mark, row->voided};
    }
    struct composite m = composite_of(list.items, list.n, c->columns[column].scored->scale);
    VEC_RELEASE(&list);
    return m;
}

static bool has_competency(const struct comparison *c, const char *name)
{
    for (size_t i = 0; i < c->competencies.n; i++)
        if (str_same(c->competencies.items[i].name, name))
            return true;
    return false;
}

static void add_means(struct comparison *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->columns[i].shown)
            c->columns[i].common.composite = mean_of(c, i, NULL);
    for (size_t r = 0; r < c->rows.n; r++) {
        const struct comparison_row *row = &c->rows.items[r];
        if (!row->common || row->voided || row->competency == NULL ||
            has_competency(c, row->competency))
            continue;
        struct comparison_competency *m = VEC_PUSH(&c->competencies);
        m->name = row->competency;
        for (size_t i = 0; i < c->n; i++)
            if (c->columns[i].shown)
                m->means[i] = mean_of(c, i, m->name);
    }
}

static void set_errors(struct comparison *c, const struct residual *r)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->columns[i].shown)
            c->columns[i].common.sem = sem_of(r, &c->columns[i].common.composite);
}

static bool add_errors(struct comparison *c, struct app *app, struct err *e)
{
    struct kit_table table = {0};
    if (c->shown == 0 || !c->same_kit) {
        set_errors(c, NULL);
        return true;
    }
    if (!kit_table_read(&table, app->store, first_shown(c)->kit, e))
        return false;
    set_errors(c, &table.residual);
    kit_table_release(&table);
    return true;
}

/* ---- all of it ---- */

static bool check_ids(const int64_t *ids, size_t n, struct err *e)
{
    if (n < 2 || n > COMPARE_MAX)
        return err_set(e, ERR_USAGE, "two to %d interviews can be compared, not %zu", COMPARE_MAX,
                       n);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            if (ids[i] == ids[j])
                return err_set(e, ERR_USAGE, "interview %lld is given twice", (long long)ids[i]);
    return true;
}

bool comparison_make(struct app *app, const int64_t *ids, size_t n, struct comparison *c,
                     struct err *e)
{
    *c = (struct comparison){0};
    if (!check_ids(ids, n, e) || !app_open_store(app, e) ||
        !store_scored(app->store, ids, n, &c->scored, e))
        return false;
    lay_columns(c);
    c->same_kit = have_one_kit(c);
    lay_rows(c);
    add_means(c);
    if (!add_errors(c, app, e)) {
        comparison_release(c);
        return false;
    }
    comparison_remark(c);
    return true;
}

void comparison_release(struct comparison *c)
{
    VEC_RELEASE(&c->rows);
    VEC_RELEASE(&c->competencies);
    VEC_RELEASE(&c->remarks);
    scored_list_release(&c->scored);
}

enum pair comparison_pair(const struct comparison *c, size_t a, size_t b)
{
    if (!c->columns[a].shown || !c->columns[b].shown)
        return PAIR_NONE;
    return pair_of(&c->columns[a].common, &c->columns[b].common);
}
