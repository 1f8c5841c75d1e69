#ifndef SLATE_BASE_CHECKUP_H
#define SLATE_BASE_CHECKUP_H

/* The report of `slate doctor`: a line for each thing looked at, "ok     ..." or "wrong  ...".
 * Every room that looks at something of its own writes its lines in the same way.
 *
 *     struct checkup c = {.report = &text};
 *     checkup_add(&c, n == 0, "interviews: %d are broken", n);
 *     return !c.wrong;
 *
 * `report` is the caller's and gets whole lines; what is formatted has no newline at its end. */

#include <stdbool.h>

#include "base/str.h"

struct checkup {
    struct str *report;
    bool wrong; /* some line so far said so */
};

void checkup_add(struct checkup *c, bool well, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
