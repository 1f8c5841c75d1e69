#ifndef SLATE_BASE_OPTIONS_H
#define SLATE_BASE_OPTIONS_H

/* Command-line options of one subcommand, read by a table. `--name value`, `--name=value` and
 * `--flag`; `--` ends them; a negative number is a value, not an option. Unknown names are answered
 * with the nearest known one.
 *
 *     const char *bank = NULL; bool json = false;
 *     const struct option_row rows[] = {{"bank", &bank, NULL}, {"json", NULL, &json}, {0}};
 *     if (!options_read(rows, &argc, &argv, e)) ...
 *
 * Given twice, an option has its last value. One that may be given several times has a row for each
 * time: the values fill them in order.
 *
 * On success argv holds the operands only, argv[0] kept. */

#include <stdbool.h>

#include "base/err.h"

struct option_row {
    const char *name;
    const char **value; /* takes a value */
    bool *flag;         /* or is a flag */
};

bool options_read(const struct option_row *rows, int *argc, char ***argv, struct err *e);

/* The candidate nearest to `word` by edit distance (at most a third of its length), or NULL: for
 * every "did you mean". `names` ends with NULL. */
const char *options_nearest(const char *word, const char *const *names);

#endif
