#ifndef SLATE_BANK_CSV_H
#define SLATE_BANK_CSV_H

/* Tables as text, RFC 4180: cells between commas (semicolons, tabs), in quotes where they hold the
 * separator, a quote (doubled) or line ends. Read leniently: any line end, quotes inside an
 * unquoted cell, rows of different length. Empty rows are passed over. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/str.h"

struct csv_cell {
    const char *s; /* never NULL */
    size_t n;
};

struct csv_row {
    size_t first, n; /* cells of the table */
    uint32_t line;   /* where it begins, from 1 */
};

struct csv {
    struct csv_cell *cells;
    size_t n_cells, cap_cells;
    struct csv_row *items; /* rows */
    size_t n, cap;
    uint32_t open_quote; /* line of a quote that is never closed; 0: none */
};

/* Cells go into the arena. The caller releases. */
void csv_read(struct csv *out, struct arena *arena, const char *s, size_t n, char separator);
void csv_release(struct csv *t);

/* Which of , ; and tab parts the cells of the first row that is not empty; what a row "sep=;" says.
 */
char csv_separator(const char *s, size_t n);

/* The cell of a row, an empty one where the row is too short. */
struct csv_cell csv_at(const struct csv *t, const struct csv_row *row, size_t column);

#endif
