#include "store/lists.h"
#include "store/rows.h"

/* One row more than asked for is read, which tells whether there are more. */
#define HOME(index, where_order)                                                                   \
    "SELECT " ROW_COLUMNS " FROM interview i INDEXED BY " index ROW_JOINS " WHERE " where_order    \
    " LIMIT ?2 + 1"

static const char OPEN[] =
    HOME("interview_open", "i.state = 'open' ORDER BY i.touched_at DESC, i.id DESC");
/* Those without a time stand behind those with one. */
static const char PLANNED[] =
    HOME("interview_planned", "i.state = 'planned' ORDER BY i.planned_at = 0, i.planned_at, i.id");
static const char LATEST[] =
    HOME("interview_ended", "i.ended_at > 0 ORDER BY i.ended_at DESC, i.id DESC");

struct home_part {
    const char *sql;
    struct interview_rows *rows;
};

static bool read_part(struct store *s, const struct home_part *part, int64_t me, int limit,
                      struct err *e)
{
    struct query q;
    query_start(&q, s, part->sql, ARGS(I(me), I(limit)));
    return rows_read(&q, limit, part->rows, e);
}

bool store_home(struct store *s, int limit, struct home_rows *out, struct err *e)
{
    int64_t me;
    const struct home_part parts[] = {
        {OPEN, &out->open}, {PLANNED, &out->planned}, {LATEST, &out->latest}};
    *out = (struct home_rows){0};
    if (!blind_me(s, &me, e))
        return false;
    for (int i = 0; i < 3; i++) {
        if (!read_part(s, &parts[i], me, limit, e)) {
            home_rows_release(out);
            return false;
        }
    }
    return true;
}
