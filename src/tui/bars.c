#include "tui/bars.h"

#include "base/str.h"

#define NUMBER_COLS 3 /* "3.8" */

int bars_filled(const struct bar *b, int width)
{
    if (b->none || width <= 0 || b->max <= 0)
        return 0;
    long whole = 100L * b->max;
    long filled = ((long)b->hundredths * width + whole / 2) / whole;
    if (filled < 1)
        return 1;
    return filled < width ? (int)filled : width;
}

static void draw_cells(struct canvas *c, struct bar_place at, enum role role, enum glyph g)
{
    for (int i = 0; i < at.width; i++)
        canvas_text(c, at.row, at.col + i, 1, role, canvas_glyph(c, g));
}

static void draw_number(const struct bar *b, struct canvas *c, struct bar_place at)
{
    struct str number = STR_INIT;
    int tenths = (b->hundredths + 5) / 10;
    if (b->whole && tenths % 10 == 0)
        str_addf(&number, "%d", tenths / 10);
    else
        str_addf(&number, "%d.%d", tenths / 10, tenths % 10);
    canvas_text(c, at.row, at.col, at.width, b->role, number.s);
    str_release(&number);
}

void bars_draw(const struct bar *b, struct canvas *c, struct bar_place at)
{
    if (b->none) {
        canvas_text(c, at.row, at.col, at.width, ROLE_DIM, canvas_glyph(c, GLYPH_NONE));
        return;
    }
    int width = at.width - NUMBER_COLS - 1;
    if (width > 0) {
        int filled = bars_filled(b, width);
        draw_cells(c, (struct bar_place){at.row, at.col, filled}, b->role, GLYPH_BAR_FULL);
        draw_cells(c, (struct bar_place){at.row, at.col + filled, width - filled}, ROLE_DIM,
                   GLYPH_BAR_REST);
        at.col += width + 1;
        at.width = NUMBER_COLS;
    }
    draw_number(b, c, at);
}
