#ifndef SLATE_STATS_NOTICE_H
#define SLATE_STATS_NOTICE_H

/* What a reader of one score should know beside it. A notice never changes a number. */

#include <stdbool.h>
#include <stdint.h>

#include "domain/interview.h"

#define NOTICE_LATE_MS (INT64_C(60) * 60 * 1000)

/* Scored more than an hour after the question was first left: from memory. */
bool notice_late(const struct answer *a);

/* An unsupported extreme: the lowest or highest score with neither a tick, a flag nor a note. */
bool notice_unsupported(const struct answer *a, int scale);
int notice_count_unsupported(const struct interview *iv);

#endif
