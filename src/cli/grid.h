#ifndef SLATE_CLI_GRID_H
#define SLATE_CLI_GRID_H

/* A table of texts in aligned columns, as `slate list` prints it. Columns are as wide as their
 * widest cell; when that is more than there is room for, the widest one that may give way does,
 * down to its `least`. A column without any text is left out.
 *
 *     static const struct grid_column columns[] = {{"ID", 0, true}, {"NAME", 10, false}};
 *     struct grid g = {.columns = columns, .n = COUNT_OF(columns)};
 *     grid_add(&g, "3"); grid_add(&g, name);      row by row, cell by cell
 *     grid_print(&g, 80, &out);
 *     grid_release(&g); */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define GRID_COLUMNS 12

struct grid_column {
    const char *head;
    int least;  /* columns below which it is never cut; 0: never cut at all */
    bool right; /* numbers stand at the right */
};

struct grid_cells {
    char **items;
    size_t n, cap;
};

struct grid {
    const struct grid_column *columns;
    size_t n; /* columns, at most GRID_COLUMNS */
    struct grid_cells cells;
};

void grid_add(struct grid *g, const char *cell); /* copied; NULL is empty */
void grid_print(const struct grid *g, int width, struct str *out);
void grid_release(struct grid *g);

#endif
