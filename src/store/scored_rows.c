#include "store/scored_rows.h"

#include "base/vec.h"

enum { KIT = SCORED_NEXT - 4, SCALE, NOT_BLIND, DECIDED };

struct scored *scored_rows_add(const struct query *q, struct scored_list *out)
{
    struct interview_rows rows = {.arena = out->arena};
    struct scored *s = VEC_PUSH(out);
    rows_add(q, &rows);
    out->arena = rows.arena;
    s->row = rows.items[0];
    VEC_RELEASE(&rows);
    if (s->row.hidden)
        return s;
    s->kit = query_int(q, KIT);
    s->scale = (int)query_int(q, SCALE);
    s->not_blind = query_int(q, NOT_BLIND) != 0;
    if (!query_null(q, DECIDED))
        s->decided_tenths = (int)query_int(q, DECIDED);
    return s;
}
