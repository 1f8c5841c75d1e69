#ifndef SLATE_DOMAIN_QUESTION_H
#define SLATE_DOMAIN_QUESTION_H

/* One scored question of a structured interview, with its listen-for points, red flags, planned
 * probes and behavioural anchors. Plain data: whoever made the arena owns the texts. */

#include "base/hash.h"
#include "base/str.h"
#include "domain/level.h"
#include "domain/phrase.h"

#define EXPECT_MAX   8  /* letters a-h of the live screen */
#define FLAGS_MAX    5  /* v-z */
#define PROBES_MAX   3  /* i-k */
#define LIVE_COLUMNS 74 /* a longer line would not stand on one line of the live screen */

#define WEIGHT_ONE 100   /* weights are hundredths */
#define WEIGHT_MAX 10000 /* 100.00 */

struct question {
    struct phrase id, ask, competency, why;
    struct phrases expect, red_flags, probes;
    struct phrase anchors[SCALE_MAX + 1]; /* by score; [0] unused */
    int minutes;                          /* 0: not given */
    int weight;                           /* hundredths, WEIGHT_ONE unless given */
    struct phrase weight_reason;
    struct phrase where; /* the place of the item itself; s is NULL */
};

/* SHA-256 over id, ask, expect, anchors and scale, texts in NFC, each with its length: the identity
 * of a question for comparison, voiding and statistics. What is not in it (why, probes, minutes,
 * red flags) may be mended without splitting anything. */
struct hash question_hash(const struct question *q, int scale);

/* Reads a weight: a positive decimal of at most two places ("1", "0.5", "1.25"), up to 100. */
bool weight_parse(const char *s, int *hundredths);
void weight_add(struct str *out, int hundredths); /* the other way: "1", "0.5", "1.25" */

#endif
