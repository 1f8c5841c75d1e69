#ifndef TUI_STRETCH_H
#define TUI_STRETCH_H

/* What differs between two pictures of a row, by stretches that are handed over in one call. */

#include "tui/canvas.h"

struct stretch {
    int from, to; /* columns, `to` not among them */
    bool text;    /* false: its text stands there already, and all of it takes one other role */
};

/* The next one behind `s`, which starts zeroed; false when there is none.
 *
 *     for (struct stretch s = {0}; stretch_next(now, before, cols, &s);) */
bool stretch_next(const struct cell *now, const struct cell *before, int cols, struct stretch *s);

#endif
