#ifndef SLATE_TESTS_BANK_READING_H
#define SLATE_TESTS_BANK_READING_H

/* Banks for tests, and what reading them gave. */

#include <stdbool.h>
#include <stddef.h>

#include "domain/bank.h"
#include "domain/finding.h"

struct bank_reading {
    struct bank bank;
    struct findings found;
    bool good;
};

/* Reads; the caller releases. `stem` as in bank_read. */
struct bank_reading bank_reading(const char *bytes, size_t n, const char *stem);
void bank_reading_release(struct bank_reading *r);

/* Fails with all that was found when there is anything. */
void bank_reading_clean(const struct bank_reading *r);

/* Reads a bank that has to be clean. */
struct bank_reading bank_reading_good(const char *text);

/* Fails when something is missing that a good bank must have. */
void bank_reading_complete(const struct bank *b);

/* A bank "colorist" that uses every key of the format. */
extern const char bank_everything[];

/* A bank of one question, its lines ending in `line`. */
#define BANK_SMALL(ask, line)                                                                      \
    "bank: small" line "title: Small" line "competencies: {craft: Knows}" line "levels:" line      \
    "  mid:" line "    questions:" line "      - id: one" line "        ask: " ask line            \
    "        competency: craft" line "        anchors: {1: a, 3: b, 5: c}" line

#endif
