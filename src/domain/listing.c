#include "domain/listing.h"

#include "base/str.h"
#include "base/vec.h"

static const char *const sort_names[LIST_SORTS] = {"date",      "candidate",   "job",   "bank",
                                                   "level",     "interviewer", "state", "decision",
                                                   "composite", "ended"};

const char *list_sort_name(enum list_sort s)
{
    return sort_names[s];
}

bool list_sort_parse(const char *name, enum list_sort *s)
{
    for (int i = 0; i < LIST_SORTS; i++)
        if (str_same(name, sort_names[i])) {
            *s = (enum list_sort)i;
            return true;
        }
    return false;
}

void interview_row_add_composite(struct str *out, const struct interview_row *r)
{
    if (r->hidden || r->of == 0)
        return;
    if (r->tenths < 0) {
        str_addf(out, "incomplete (%d of %d)", r->scored, r->of);
        return;
    }
    str_addf(out, "%d.%d", r->tenths / 10, r->tenths % 10);
    if (r->scale != SCALE_DEFAULT)
        str_addf(out, " of %d", r->scale);
    str_addf(out, " (%d of %d)", r->scored, r->of);
}

void interview_rows_release(struct interview_rows *rows)
{
    VEC_RELEASE(rows);
    arena_release(&rows->arena);
    rows->more = rows->unfinished = false;
}

void home_rows_release(struct home_rows *rows)
{
    interview_rows_release(&rows->open);
    interview_rows_release(&rows->planned);
    interview_rows_release(&rows->latest);
}

void name_rows_release(struct name_rows *rows)
{
    VEC_RELEASE(rows);
    arena_release(&rows->arena);
}
