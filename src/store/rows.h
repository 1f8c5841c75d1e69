#ifndef STORE_ROWS_H
#define STORE_ROWS_H

/* One row of a list: its columns as SQL, and into a struct. */

#include "domain/listing.h"
#include "store/blind.h"
#include "store/db.h"

/* ?1 is who looks. */
#define ROW_SEEN                                                                                   \
    "i.id, c.name, j.name, v.name, i.bank, b.title, i.level, i.state, i.planned_at, i.started_at," \
    " i.touched_at, i.ended_at, i.tz, i.at_pos, i.asked, " BLIND_HIDDEN
#define ROW_COLUMNS                                                                                \
    ROW_SEEN ", (SELECT decision FROM decision d WHERE d.interview = i.id ORDER BY n DESC LIMIT "  \
             "1)"
#define ROW_JOINS                                                                                  \
    " CROSS JOIN candidate c ON c.id = i.candidate"                                                \
    " CROSS JOIN bank_version b ON b.id = i.bank_version"                                          \
    " CROSS JOIN interviewer v ON v.id = i.interviewer LEFT JOIN job j ON j.id = i.job"

#define ROW_HIDDEN 15 /* its column */

void rows_add(const struct query *q, struct interview_rows *out);

#endif
