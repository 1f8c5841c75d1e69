#ifndef SLATE_STATS_STANDING_H
#define SLATE_STATS_STANDING_H

/* What may be said about composites that stand side by side, and nothing beyond it.
 *
 * Two are not distinguishable when they differ by less than 1.96 * sqrt(SEM_a^2 + SEM_b^2): a wider
 * gap would come about by chance in one of twenty pairs of equals. Composites that are printed the
 * same (3.8 and 3.8) are a tie, whatever stands behind the decimal. Where a SEM is withheld nothing
 * is said of a pair that differs.
 *
 * The best group of a shortlist is the top (all that tie for it) and whoever is not distinguishable
 * from it. It says nothing about the order within: there are no places in it, and no percentiles.
 */

#include "stats/sem.h"

#define STANDING_Z 1.96

enum pair {
    PAIR_NONE,  /* one of them has no composite, or they have different scales */
    PAIR_TIE,   /* printed the same */
    PAIR_ALIKE, /* not distinguishable */
    PAIR_APART,
    PAIR_UNKNOWN /* they differ, and the SEM of one is withheld */
};

/* An interview that takes part. */
struct contender {
    struct composite composite;
    struct sem sem;
};

enum pair pair_of(const struct contender *a, const struct contender *b);

enum standing {
    STANDING_BEST,      /* the top and whoever is not distinguishable from it */
    STANDING_REST,      /* told apart from the top */
    STANDING_UNGROUPED, /* complete, but the SEM is withheld: no group can be told */
    STANDING_INCOMPLETE /* no composite: apart and unranked */
};

/* Fills out[0..n) for items[0..n). */
void standing_of(const struct contender *items, size_t n, enum standing *out);

/* Higher composites first, as printed; 0 for a tie. Those without one last. */
int standing_order(const struct composite *a, const struct composite *b);

#endif
