#ifndef SLATE_DOMAIN_LEVEL_H
#define SLATE_DOMAIN_LEVEL_H

/* Levels and scales: small closed sets of words. */

#include <stdbool.h>

#include "base/err.h"

enum level { LEVEL_JUNIOR, LEVEL_MID, LEVEL_SENIOR, LEVELS };

const char *level_name(enum level level); /* "junior" */
bool level_parse(const char *name, enum level *level);
/* The same for a word of the command line: else an ERR_USAGE that names the levels. */
bool level_read(const char *word, enum level *level, struct err *e);

/* A scale has 4 or 5 points, 1 is the lowest. Required anchors: 1, 3 and 5 of five; 1, 4 and one of
 * 2 or 3 of four. */
#define SCALE_DEFAULT 5
#define SCALE_MAX     5

bool scale_valid(int points);
/* `given` has bit n set when there is an anchor at n. Returns the lowest score whose anchor is
 * missing, 0 when all required ones are there (for "one of 2 or 3" it answers 2). */
int scale_missing_anchor(int points, unsigned given);

#endif
