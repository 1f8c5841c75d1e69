#ifndef SLATE_DOMAIN_QUESTION_DIFF_H
#define SLATE_DOMAIN_QUESTION_DIFF_H

/* Two versions of one kit, question by question, told apart by their identifiers: what an interview
 * was held with beside the bank as it is today.
 *
 *     struct question_diffs diffs;
 *     question_diff(&iv->kit, &today, &diffs);
 *     for (size_t i = 0; i < diffs.n; i++)
 *         question_diff_add(&text, &diffs.items[i]);   "overrun: other question, other anchors"
 *     question_diffs_release(&diffs);
 *
 * The questions belong to the kits. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "domain/bank.h"

enum question_part {
    PART_ASK = 1,
    PART_EXPECT = 2,
    PART_ANCHORS = 4,
    PART_COMPETENCY = 8,
    PART_WEIGHT = 16,
    PART_FLAGS = 32,
    PART_PROBES = 64,
    PART_WHY = 128,
    PART_MINUTES = 256,
    PART_PLACE = 512 /* among the others */
};
/* What results rest on: two kits that differ in one of these do not compare. */
#define PARTS_COUNTED                                                                              \
    (PART_ASK | PART_EXPECT | PART_ANCHORS | PART_COMPETENCY | PART_WEIGHT | PART_PLACE)

struct question_diff {
    const struct question *was, *now; /* NULL: there is none */
    unsigned parts;                   /* of enum question_part; 0 when one of them is not there */
};

struct question_diffs {
    struct question_diff *items; /* only the differing ones, in the order of `was`, then new ones */
    size_t n, cap;
};

void question_diff(const struct kit *was, const struct kit *now, struct question_diffs *out);
void question_diffs_release(struct question_diffs *d);

/* "overrun: other question, other anchors", "pace: new", "grading: not asked any more". */
void question_diff_add(struct str *out, const struct question_diff *d);

#endif
