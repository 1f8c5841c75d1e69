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
/* The same of what is known of an answer elsewhere. */
bool notice_extreme(const struct mark *m, int scale, bool supported);

/* Contrast: the same interviewer's interview just before, on the same day, lay over one standard
 * deviation from their mean, so that this one may look better or worse beside it than it was. From
 * NOTICE_CONTRAST_LEAST of their composites on; they count in hundredths. */
#define NOTICE_CONTRAST_LEAST 10
struct spread {
    int64_t n, sum, squares;
};
int spread_mean(const struct spread *s); /* hundredths; 0 of none */
bool notice_contrast(const struct spread *of_interviewer, int previous_hundredths);

#endif
