#include "cli/grid.h"

#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"

#define GAP 2

void grid_add(struct grid *g, const char *cell)
{
    struct str clean = STR_INIT;
    if (cell != NULL)
        utf8_clean(&clean, cell, strlen(cell), false);
    *VEC_PUSH(&g->cells) = xstrdup(clean.s);
    str_release(&clean);
}

void grid_release(struct grid *g)
{
    for (size_t i = 0; i < g->cells.n; i++)
        vec_free(g->cells.items[i]);
    VEC_RELEASE(&g->cells);
}

static int columns_of(const char *s)
{
    return utf8_width(s, strlen(s));
}

/* Natural widths; 0 for a column that is left out. Returns how much the line takes. */
static int measure(const struct grid *g, int *widths)
{
    int total = -GAP;
    for (size_t c = 0; c < g->n; c++) {
        widths[c] = 0;
        for (size_t i = c; i < g->cells.n; i += g->n)
            if (columns_of(g->cells.items[i]) > widths[c])
                widths[c] = columns_of(g->cells.items[i]);
        if (widths[c] == 0)
            continue;
        if (columns_of(g->columns[c].head) > widths[c])
            widths[c] = columns_of(g->columns[c].head);
        total += widths[c] + GAP;
    }
    return total;
}

static bool shrink_widest(const struct grid *g, int *widths)
{
    int *widest = NULL;
    for (size_t c = 0; c < g->n; c++) {
        bool may = g->columns[c].least > 0 && widths[c] > g->columns[c].least;
        if (may && (widest == NULL || widths[c] > *widest))
            widest = &widths[c];
    }
    if (widest == NULL)
        return false;
    --*widest;
    return true;
}

static void trim_end(struct str *out, size_t from)
{
    size_t len = out->len;
    while (len > from && out->s[len - 1] == ' ')
        len--;
    str_splice(out, len, out->len - len, "", 0);
}

static void add_cell(struct str *out, const struct grid_column *column, const char *text, int width)
{
    if (column->right)
        text_pad_left(out, text, width);
    else
        text_pad(out, text, width);
}

/* `row` -1 is the heads. */
static void add_line(const struct grid *g, const int *widths, long row, struct str *out)
{
    size_t from = out->len;
    const char *gap = "";
    for (size_t c = 0; c < g->n; c++) {
        if (widths[c] == 0)
            continue;
        str_add(out, gap);
        gap = "  ";
        const char *text = row < 0 ? g->columns[c].head : g->cells.items[(size_t)row * g->n + c];
        add_cell(out, &g->columns[c], text, widths[c]);
    }
    trim_end(out, from);
    str_addc(out, '\n');
}

void grid_print(const struct grid *g, int width, struct str *out)
{
    int widths[GRID_COLUMNS];
    for (int total = measure(g, widths); total > width; total--)
        if (!shrink_widest(g, widths))
            break;
    long rows = (long)(g->cells.n / g->n);
    for (long row = -1; row < rows; row++)
        add_line(g, widths, row, out);
}
