#ifndef SLATE_TUI_BARS_H
#define SLATE_TUI_BARS_H

/* Score bars. What there is no number for draws a dash, never an empty bar: "no evidence" is not 0.
 *
 *     ███████████░░░░ 3.8        ASCII: ###########.... 3.8        none: –
 *
 * The filled part is value / max of the bar, at least one cell. */

#include <stdbool.h>

#include "tui/canvas.h"

struct bar {
    int hundredths; /* the value: 380 is 3.8 */
    int max;        /* of the scale: 4 or 5 */
    bool none;      /* there is no value */
    bool whole;     /* a single score: "4", not "4.0" */
    enum role role; /* of the filled part and the number */
};

/* Draws into `width` columns at row, col: the bar, a blank, the number (one decimal, half up). Too
 * narrow for both, it is the number alone. */
struct bar_place {
    int row, col, width;
};
void bars_draw(const struct bar *b, struct canvas *c, struct bar_place at);

/* Cells of `width` that are filled; 0 only when there is no value or no width. */
int bars_filled(const struct bar *b, int width);

#endif
