#include "store/rows.h"

#include "base/vec.h"

static const char *text(const struct query *q, int column, struct arena *a)
{
    const char *dup = query_dup(q, column, a);
    return dup != NULL ? dup : "";
}

static void add_seen(const struct query *q, struct interview_row *row, struct arena *a)
{
    row->job = text(q, 2, a);
    row->interviewer = text(q, 3, a);
    row->bank = text(q, 4, a);
    row->title = text(q, 5, a);
    level_parse(query_text(q, 6), &row->level);
    row->at = (int)query_int(q, 13);
    row->asked = (int)query_int(q, 14);
    if (!query_null(q, 16))
        decision_parse(query_text(q, 16), &row->decision);
}

void rows_add(const struct query *q, struct interview_rows *out)
{
    struct interview_row *row = VEC_PUSH(out);
    *row = (struct interview_row){.id = query_int(q, 0),
                                  .candidate = text(q, 1, &out->arena),
                                  .job = "",
                                  .interviewer = "",
                                  .bank = "",
                                  .title = "",
                                  .planned_at = query_int(q, 8),
                                  .started_at = query_int(q, 9),
                                  .touched_at = query_int(q, 10),
                                  .offset_min = (int)query_int(q, 12),
                                  .hidden = query_int(q, ROW_HIDDEN) != 0,
                                  .tenths = -1};
    interview_state_parse(query_text(q, 7), &row->state);
    row->submitted_at = row->state == INTERVIEW_SUBMITTED ? query_int(q, 11) : 0;
    row->abandoned_at = row->state == INTERVIEW_ABANDONED ? query_int(q, 11) : 0;
    if (query_null(q, 1))
        row->candidate = "(erased)";
    if (!row->hidden)
        add_seen(q, row, &out->arena);
}
