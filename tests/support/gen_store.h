#ifndef SLATE_TESTS_GEN_STORE_H
#define SLATE_TESTS_GEN_STORE_H

/* A store with many sessions, quickly and always the same ones: for tests of size and for the
 * benchmarks. Names, jobs and notes are invented. Needs nothing of cmocka.
 *
 *     struct gen_size size = {.sessions = 100000, .seed = 1};
 *     if (!gen_store("/somewhere/slate.db", &size, &e)) ...
 *
 * Every fifth candidate has the sessions of a shortlist of five; the last `open` and `planned` ones
 * are not submitted. Each session has eight answers, three notes and a summary. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define GEN_QUESTIONS 8
#define GEN_START     INT64_C(1577836800000) /* 2020-01-01: the first session; one every 30 minutes */

struct gen_size {
    int sessions;      /* in all */
    int open, planned; /* of these */
    uint64_t seed;
};

/* Makes the file, which must not be there. */
bool gen_store(const char *path, const struct gen_size *size, struct err *e);

#endif
