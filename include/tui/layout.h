#ifndef SLATE_TUI_LAYOUT_H
#define SLATE_TUI_LAYOUT_H

/* Splitting the screen. A layout is a pure function of rows and columns: pieces of a fixed size are
 * cut off the edges of what is left, and everything is clamped at 0, so that no size needs a case
 * of its own. What does not fit comes out with 0 rows or columns, and drawing there draws nothing.
 *
 *     struct area rest = layout_all(c);
 *     struct area header = layout_top(&rest, 1);
 *     struct area footer = layout_bottom(&rest, 1);
 *     struct area side = layout_left(&rest, rest.cols >= 120 ? 30 : 0);
 *
 * The order of the cuts is the order of importance: the one made first gets its rows first. */

#include <stdbool.h>

#include "tui/canvas.h"

struct area layout_all(const struct canvas *c);
struct area layout_size(int rows, int cols); /* at 0,0; a negative size is 0 */
/* What a screen has between `head` rows at the top and the footer. */
struct area layout_body(int rows, int cols, int head);

/* Each cuts at most `rows` or `cols` off that edge of *rest and returns the piece. */
struct area layout_top(struct area *rest, int rows);
struct area layout_bottom(struct area *rest, int rows);
struct area layout_left(struct area *rest, int cols);
struct area layout_right(struct area *rest, int cols);

/* The i-th row of `a` as an area of one row; outside of `a` it is empty. */
struct area layout_row(struct area a, int i);
/* `a` without `rows` rows and `cols` columns at each edge. */
struct area layout_inset(struct area a, int rows, int cols);
bool layout_empty(struct area a);

#endif
