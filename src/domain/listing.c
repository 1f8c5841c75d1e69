#include "domain/listing.h"

#include "base/vec.h"

void interview_rows_release(struct interview_rows *rows)
{
    VEC_RELEASE(rows);
    arena_release(&rows->arena);
    rows->more = false;
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
