#ifndef SLATE_TUI_CANVAS_H
#define SLATE_TUI_CANVAS_H

/* The picture of one frame: cells of text and role. Screens draw here and nowhere else; term hands
 * the cells that changed to the terminal. Everything drawn outside the canvas or outside the clip
 * is cut, so a screen need not ask whether it fits: 1x1 is a size like any other.
 *
 * A cell holds one code point with columns and the zero-width ones that follow it (that is how
 * ncurses counts). A wide one takes two cells, the second with width 0 and no text; half of one at
 * an edge becomes a blank. Control characters are drawn as marks (utf8_clean).
 *
 *     canvas_text(c, 0, 1, 40, ROLE_STRONG, name);        at most 40 columns, "…" when cut
 *     canvas_rule(c, 5, "HEARD");
 *     canvas_cursor(c, row, col);                          where the hardware cursor rests */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "tui/style.h"

#define CELL_TEXT 22 /* 5 code points, as many as ncurses keeps in one cell, and a NUL */

struct cell {
    char text[CELL_TEXT];
    uint8_t width; /* 1 or 2; 0: the right half of a wide one */
    uint8_t role;
};

struct area {
    int row, col, rows, cols;
};

struct canvas {
    int rows, cols;
    struct cell *cells; /* rows * cols, by row */
    int *ends;          /* of each row: all from this column on are blanks */
    struct area clip;
    bool ascii;  /* lines, ticks and bars from ASCII only */
    bool cursor; /* shown, at: */
    int cursor_row, cursor_col;
};

void canvas_init(struct canvas *c, int rows, int cols);
void canvas_release(struct canvas *c);
void canvas_resize(struct canvas *c, int rows, int cols); /* also clears */
void canvas_clear(struct canvas *c);                      /* blanks, whole clip, no cursor */

/* Restricts drawing to the part of `a` that lies in the clip so far; returns the clip before, to be
 * handed back to canvas_clip_to. Coordinates stay those of the canvas. */
struct area canvas_clip(struct canvas *c, struct area a);
void canvas_clip_to(struct canvas *c, struct area saved);

/* One line of text, cut to `width` columns with "…" (a width below 1 draws nothing; with `ascii`
 * the sign is "~"). Returns the columns drawn, those that the clip hid too. Newlines and tabs
 * become blanks; a combining mark with nothing before it is left out. */
int canvas_text(struct canvas *c, int row, int col, int width, enum role role, const char *s);
int canvas_textn(struct canvas *c, int row, int col, int width, enum role role, const char *s,
                 size_t n);
int canvas_textf(struct canvas *c, int row, int col, int width, enum role role, const char *fmt,
                 ...) __attribute__((format(printf, 6, 7)));
/* The same, ending at column col + width. */
void canvas_text_right(struct canvas *c, int row, int col, int width, enum role role,
                       const char *s);
/* Wrapped text in the rows of `a`; returns the rows used. The last row ends in "…" when more is
 * left. */
int canvas_wrapped(struct canvas *c, struct area a, enum role role, const char *s);

void canvas_fill(struct canvas *c, struct area a, enum role role); /* blanks */
void canvas_role(struct canvas *c, struct area a, enum role role); /* changes roles, keeps text */
/* A line over the whole width of the canvas; "─ HEARD ────" when `label` is not NULL. */
void canvas_rule(struct canvas *c, int row, const char *label);
/* A part of such a line, in ROLE_RULE. */
void canvas_line(struct canvas *c, int row, int col, int cols);
/* The cells of `part` of another canvas, put at row, col. For a picture that is drawn on a canvas
 * of its own to stand beside others. */
struct canvas_spot {
    int row, col;
};
void canvas_copy(struct canvas *c, struct canvas_spot at, const struct canvas *from,
                 struct area part);
/* Shows the cursor there; outside the canvas none is shown, but for the column behind the last,
 * which counts as the last. The clip does not matter. */
void canvas_cursor(struct canvas *c, int row, int col);

/* Glyphs that have an ASCII twin. */
enum glyph {
    GLYPH_TICK,     /* ✓ x */
    GLYPH_FLAG,     /* ⚑ ! */
    GLYPH_POINTER,  /* ▸ > */
    GLYPH_SCORED,   /* ● * */
    GLYPH_OPEN,     /* ○ o */
    GLYPH_NONE,     /* – - */
    GLYPH_BAR_FULL, /* █ # */
    GLYPH_BAR_REST, /* ░ . */
    GLYPH_RULE,     /* ─ - */
    GLYPH_DOT,      /* · | */
    GLYPH_RIGHT,    /* → > */
    GLYPH_LEFT,     /* ← < */
    GLYPH_UP,       /* ↑ ^ */
    GLYPH_DOWN,     /* ↓ v */
    GLYPH_CUT,      /* … ~ */
    GLYPHS
};
const char *canvas_glyph(const struct canvas *c, enum glyph g);

/* The text of the canvas, a line per row without trailing blanks; and the roles as letters, one per
 * cell, a line per row without trailing ROLE_TEXT (tests compare both). The letters, in the order
 * of enum role: . S d - H k F m g y f E s / x */
void canvas_dump(const struct canvas *c, struct str *out);
void canvas_dump_roles(const struct canvas *c, struct str *out);
char role_letter(enum role role);

#endif
