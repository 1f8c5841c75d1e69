#ifndef SLATE_TESTS_SAMPLE_H
#define SLATE_TESTS_SAMPLE_H

/* A small kit in memory, for tests of what is built on one. All of it may be changed by the test.
 *
 *     question   competency  weight  points to hear  flags  probes
 *     juggling   scheduling  1       3               2      1
 *     overrun    budget      1       2               1      0
 *     handover   scheduling  2       1               0      2
 *     client     people      0.5     2               1      0
 *
 * Steps: two opening, one closing. Two red flags of the whole. Facts: city (text), ot (yes or no),
 * start (date), rate (money). Anchors at 1, 3 and 5. */

#include "domain/interview.h"

#define SAMPLE_QUESTIONS 4

enum sample_fact { SAMPLE_CITY, SAMPLE_OT, SAMPLE_START, SAMPLE_RATE, SAMPLE_FACTS };

struct sample {
    struct question questions[SAMPLE_QUESTIONS];
    struct phrase expect[SAMPLE_QUESTIONS][EXPECT_MAX];
    struct phrase red_flags[SAMPLE_QUESTIONS][FLAGS_MAX];
    struct phrase probes[SAMPLE_QUESTIONS][PROBES_MAX];
    struct phrase overall[2], opening[2], closing[1];
    struct fact facts[SAMPLE_FACTS];
    struct competency competencies[3];
    struct kit kit;
};

/* The pointers inside lead into `s` itself: do not copy it. */
void sample_fill(struct sample *s);

/* An open interview of it. The sample must outlive it; ends with interview_release. */
void sample_interview(struct sample *s, struct interview *iv);

#endif
