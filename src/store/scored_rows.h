#ifndef STORE_SCORED_ROWS_H
#define STORE_SCORED_ROWS_H

/* The head of an interview that is compared: its row in a list, and what only a comparison asks. */

#include "domain/scored.h"
#include "store/rows.h"

/* ?1 is who looks. */
#define SCORED_COLUMNS                                                                             \
    ROW_COLUMNS ", i.kit, i.scale, i.not_blind,"                                                   \
                " (SELECT ifnull(tenths, 0) FROM decision_now d WHERE d.interview = i.id)"

#define SCORED_NEXT 21 /* the first column behind them */

struct scored *scored_rows_add(const struct query *q, struct scored_list *out);

#endif
