#ifndef APP_CORRECTIONS_H
#define APP_CORRECTIONS_H

/* What was amended in an interview, in words, for a report. */

#include "report/style.h"

struct corrections {
    struct arena arena;
    struct report_correction *items;
    size_t n, cap;
    struct report_corrections report; /* points into the above */
};

void corrections_make(const struct interview *iv, struct corrections *out); /* filled anew */
void corrections_release(struct corrections *c);

#endif
