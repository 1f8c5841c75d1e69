#ifndef SLATE_TUI_TABLE_H
#define SLATE_TUI_TABLE_H

/* Rows in columns, for lists of sessions, candidates, banks. A `struct list` (tui/list.h) says
 * which row is chosen and which ones are seen; the owner gives each cell's text through a callback,
 * so that only rows in view are ever asked for.
 *
 *     static const struct table_column columns[] = {
 *         {.title = "Candidate", .min = 12, .max = 30},
 *         {.title = "Job", .min = 8, .max = 24, .priority = 2},
 *         {.title = "Score", .min = 5, .max = 5, .right = true, .priority = 1},
 *     };
 *     list_resize(&s->list, table_height(area.rows));            on EVENT_RESIZE
 *     table_draw(&(struct table){.columns = columns, .n = COUNT_OF(columns), .cell = cell,
 *                                .data = s, .empty = "No sessions yet."}, &s->list, c, area);
 *
 * The first row of the area is the header. The chosen row is drawn whole in ROLE_FOCUS behind a
 * pointer, with the hardware cursor on it, so it is seen without colour too. */

#include <stdbool.h>

#include "base/str.h"
#include "tui/canvas.h"
#include "tui/list.h"

struct table_column {
    const char *title;
    int min, max; /* columns; max below min counts as min */
    int priority; /* 0: never dropped; of the others the highest is dropped first, then the
                     rightmost */
    bool right;   /* numbers: aligned at the right */
};

struct table {
    const struct table_column *columns;
    int n; /* at most TABLE_COLUMNS are used */
    /* Adds the text of one cell to `text`, which is empty; *role is ROLE_TEXT until set. */
    void (*cell)(const void *data, int row, int column, struct str *text, enum role *role);
    bool (*marked)(const void *data, int row); /* draws a tick before the row; may be NULL */
    const void *data;
    int sorted; /* 1: by the first column, ...; 0: no arrow in the header */
    bool descending;
    const char *empty; /* what to say when there is no row; may be NULL */
    bool unfocused;    /* the keys go elsewhere: the pointer stays, no ROLE_FOCUS and no cursor */
};

#define TABLE_COLUMNS 16
#define TABLE_GUTTER  3 /* columns before the first: mark, pointer, blank */

/* Which columns are shown at a width, in their order, and where: a pure function. Columns stand two
 * apart. They are dropped by priority until their least widths fit; what is left over makes them
 * wider, from the first one on, each up to its max. One that may not be dropped is narrowed. */
struct table_slot {
    int column, col, width;
};
struct table_layout {
    int n;
    struct table_slot slots[TABLE_COLUMNS];
};
void table_layout(const struct table_column *columns, int n, int width, struct table_layout *out);

int table_height(int rows); /* rows left for the list in an area of so many */
void table_draw(const struct table *t, const struct list *l, struct canvas *c, struct area a);

#endif
