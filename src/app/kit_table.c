#include "app/kit_table.h"

#include "base/alloc.h"
#include "base/vec.h"

static size_t counted(const struct kit_questions *q)
{
    size_t k = 0;
    for (size_t i = 0; i < q->n; i++)
        k += !q->items[i].voided;
    return k;
}

/* False when one of E is not scored. */
static bool take_scores(struct kit_table *t, const struct mark *marks)
{
    size_t k = 0;
    for (size_t i = 0; i < t->questions.n; i++) {
        if (t->questions.items[i].voided)
            continue;
        if (marks[i].state != ANSWER_SCORED)
            return false;
        t->scores[k++] = marks[i].score;
    }
    return k > 0;
}

static struct composite composite_at(const struct kit_table *t, const struct mark *marks)
{
    struct {
        struct composite_item *items;
        size_t n, cap;
    } list = {0};
    for (size_t i = 0; i < t->questions.n; i++) {
        const struct kit_question *q = &t->questions.items[i];
        *VEC_PUSH(&list) = (struct composite_item){q->weight, marks[i], q->voided};
    }
    struct composite c = composite_of(list.items, list.n, t->questions.scale);
    VEC_RELEASE(&list);
    return c;
}

static void take(void *data, int64_t interview, const struct mark *marks)
{
    struct kit_table *t = data;
    if (take_scores(t, marks))
        residual_add(&t->residual, t->scores);
    if (t->visit == NULL)
        return;
    struct composite c = composite_at(t, marks);
    t->visit(t->data, interview, &c);
}

bool kit_table_read(struct kit_table *t, struct store *s, int64_t kit, struct err *e)
{
    struct kit_visitor visitor = {take, t};
    t->scores = NULL;
    t->residual = (struct residual){0};
    if (!store_kit_questions(s, kit, &t->questions, e))
        return false;
    t->scores = xcalloc(t->questions.n + 1, sizeof *t->scores);
    residual_init(&t->residual, counted(&t->questions));
    if (store_kit_marks(s, kit, &visitor, e))
        return true;
    kit_table_release(t);
    return false;
}

void kit_table_release(struct kit_table *t)
{
    residual_release(&t->residual);
    kit_questions_release(&t->questions);
    vec_free(t->scores);
    t->scores = NULL;
}
