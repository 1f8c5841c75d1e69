#include "domain/scored.h"

#include "base/vec.h"

void scored_list_release(struct scored_list *l)
{
    VEC_RELEASE(l);
    arena_release(&l->arena);
}

bool scored_shown(const struct scored *s)
{
    return s->row.state == INTERVIEW_SUBMITTED && !s->row.hidden;
}

int scored_flags(const struct scored *s)
{
    int flags = s->flags;
    for (size_t i = 0; i < s->n; i++)
        flags += s->answers[i].flags;
    return flags;
}

struct composite scored_composite(const struct scored *s)
{
    struct {
        struct composite_item *items;
        size_t n, cap;
    } list = {0};
    for (size_t i = 0; i < s->n; i++) {
        const struct scored_answer *a = &s->answers[i];
        *VEC_PUSH(&list) = (struct composite_item){a->weight, a->mark, a->voided};
    }
    struct composite c = composite_of(list.items, list.n, s->scale);
    VEC_RELEASE(&list);
    return c;
}
