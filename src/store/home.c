#include "store/home.h"

#include "store/keeping.h"
#include "store/lists.h"
#include "store/rows.h"

/* One row more than asked for is read, which tells whether there are more. */
/* clang-format off */
#define PART(number, index, where_order)                                                           \
    "SELECT * FROM (SELECT " number ", id FROM interview INDEXED BY " index " WHERE " where_order  \
    " LIMIT ?2 + 1)"

/* All three parts by one statement: preparing it is most of what it costs, and the start waits for
 * it. Planned ones without a time stand behind those with one. */
static const char HOME[] =
    "WITH p (part, id) AS MATERIALIZED ("
    PART("0", "interview_open", "state = 'open' ORDER BY touched_at DESC, id DESC")
    " UNION ALL "
    PART("1", "interview_planned", "state = 'planned' ORDER BY planned_at = 0, planned_at, id")
    " UNION ALL "
    PART("2", "interview_ended", "ended_at > 0 ORDER BY ended_at DESC, id DESC")
    ") SELECT " ROW_COLUMNS ", p.part FROM p CROSS JOIN interview i ON i.id = p.id" ROW_JOINS;
/* clang-format on */
#define COLUMN_PART 17

const char *home_query(void)
{
    return HOME;
}

bool home_prepare(struct store *s, struct err *e)
{
    return db_prepare(s, HOME, e);
}

static bool read_home(struct query *q, int limit, struct home_rows *out, struct err *e)
{
    struct interview_rows *parts[] = {&out->open, &out->planned, &out->latest};
    while (query_row(q)) {
        struct interview_rows *part = parts[query_int(q, COLUMN_PART)];
        if (part->n < (size_t)limit)
            rows_add(q, part);
        else
            part->more = true;
    }
    return query_end(q, e);
}

bool store_home(struct store *s, int limit, struct home_rows *out, struct err *e)
{
    struct query q;
    int64_t me;
    *out = (struct home_rows){0};
    keeping_begin(s, limit);
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, HOME, ARGS(I(me), I(limit)));
    if (read_home(&q, limit, out, e))
        return true;
    home_rows_release(out);
    return false;
}
