#include "tui/layout.h"

static int clamp(int value, int most)
{
    if (value > most)
        value = most;
    return value > 0 ? value : 0;
}

struct area layout_size(int rows, int cols)
{
    return (struct area){0, 0, rows > 0 ? rows : 0, cols > 0 ? cols : 0};
}

struct area layout_all(const struct canvas *c)
{
    return layout_size(c->rows, c->cols);
}

struct area layout_top(struct area *rest, int rows)
{
    struct area piece = *rest;
    piece.rows = clamp(rows, rest->rows);
    rest->row += piece.rows;
    rest->rows -= piece.rows;
    return piece;
}

struct area layout_bottom(struct area *rest, int rows)
{
    struct area piece = *rest;
    piece.rows = clamp(rows, rest->rows);
    rest->rows -= piece.rows;
    piece.row = rest->row + rest->rows;
    return piece;
}

struct area layout_left(struct area *rest, int cols)
{
    struct area piece = *rest;
    piece.cols = clamp(cols, rest->cols);
    rest->col += piece.cols;
    rest->cols -= piece.cols;
    return piece;
}

struct area layout_right(struct area *rest, int cols)
{
    struct area piece = *rest;
    piece.cols = clamp(cols, rest->cols);
    rest->cols -= piece.cols;
    piece.col = rest->col + rest->cols;
    return piece;
}

struct area layout_body(int rows, int cols, int head)
{
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, head);
    return rest;
}

struct area layout_row(struct area a, int i)
{
    bool inside = i >= 0 && i < a.rows;
    return (struct area){inside ? a.row + i : a.row, a.col, inside ? 1 : 0, a.cols};
}

struct area layout_inset(struct area a, int rows, int cols)
{
    layout_top(&a, rows);
    layout_bottom(&a, rows);
    layout_left(&a, cols);
    layout_right(&a, cols);
    return a;
}

bool layout_empty(struct area a)
{
    return a.rows <= 0 || a.cols <= 0;
}
