#ifndef SLATE_DOMAIN_COMPOSITE_H
#define SLATE_DOMAIN_COMPOSITE_H

/* The composite of an interview: the weighted mean of its scores, always with what it rests on.
 *
 *   E = questions of the kit less voided ones; S = those of E that are scored; w = weight, x =
 * score composite = sum over S of w*x / sum over S of w, in integers, to one decimal, half up
 *   coverage  = sum over S of w / sum over E of w
 *   complete  when S is not empty and 5 * (sum over S of w) >= 4 * (sum over E of w), i.e. 80 %
 *
 * "No evidence" and skipped count in the denominator of coverage only. A red flag is listed beside
 * the score and never subtracted. There is no composite of an interview that is not submitted:
 * callers ask only for submitted ones. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "domain/interview.h"

struct composite_item {
    int weight; /* hundredths */
    struct mark mark;
    bool voided;
};

struct composite {
    int scale;
    int64_t sum_wx, sum_w, sum_e; /* over S, over S, over E */
    int64_t sum_ww;               /* of w*w over S: what a standard error needs */
    int asked, scored, no_evidence, skipped, unset, voided; /* asked = |E| */
    bool weights_differ;                                    /* within E */
};

struct composite composite_of(const struct composite_item *items, size_t n, int scale);

/* Of the whole interview, or of one competency (NULL: all). Off-script answers are never part. */
struct composite composite_interview(const struct interview *iv, const char *competency);

bool composite_complete(const struct composite *c);
/* For a competency: at least two scored, and covered as above. */
bool composite_competency_complete(const struct composite *c);
int composite_tenths(const struct composite *c);     /* 38 for 3.8; 0 when S is empty */
int composite_hundredths(const struct composite *c); /* for bars and sorting */

/* "3.8 (8 of 9 scored, 1 no evidence)", "3.8 of 4 (...)" on four points, "incomplete (5 of 9)", and
 * "; 83 % of the weight" (rounded down: 79.9 % is not 80 %) when weights differ:
 * "incomplete (5 of 9; 62 % of the weight)". Questions left out are told: ", 1 void". */
void composite_add(struct str *out, const struct composite *c);

/* "decided at 3.8, now 3.6": what a decision was made on and what it is now, where they differ.
 * `then` is tenths, 0 for incomplete. */
void composite_add_drift(struct str *out, int then, const struct composite *now);

#endif
