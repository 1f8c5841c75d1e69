#ifndef SLATE_BANK_LAW_PROFILE_H
#define SLATE_BANK_LAW_PROFILE_H

/* Whose law a text is held against. */

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

/* Whose law. A state has the rules of its country and its own, France those of the EU. */
enum law_profile {
    LAW_US = 1,
    LAW_US_CA = 2,
    LAW_US_NY = 4,
    LAW_UK = 8,
    LAW_EU = 16,
    LAW_FR = 32,
    LAW_ALL = 63
};

/* Adds the profiles of a list as in "us-ca,uk" to *profiles. On false nothing is added and the err
 * names those there are. */
bool law_parse(const char *list, unsigned *profiles, struct err *e);
/* Adds their names, parted by a comma and a blank. */
void law_add_names(struct str *out, unsigned profiles);

#endif
