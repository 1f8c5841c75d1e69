#include "tui/canvas.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"

#define CELL_POINTS 5
#define PICTURES    0x2400 /* CONTROL PICTURES: one for each of C0 */
#define PICTURE_DEL 0x2421
#define ASCII_MARK  '?'

static const struct cell blank = {.text = " ", .width = 1, .role = ROLE_TEXT};

static int at_least(int a, int b)
{
    return a > b ? a : b;
}

/* The part of `a` inside `b`. Sums are done in long: an area may reach up to INT_MAX. */
static struct area area_within(struct area a, struct area b)
{
    int row = at_least(a.row, b.row), col = at_least(a.col, b.col);
    long below = (long)a.row + at_least(a.rows, 0), right = (long)a.col + at_least(a.cols, 0);
    if (below > (long)b.row + b.rows)
        below = (long)b.row + b.rows;
    if (right > (long)b.col + b.cols)
        right = (long)b.col + b.cols;
    return (struct area){row, col, below > row ? (int)(below - row) : 0,
                         right > col ? (int)(right - col) : 0};
}

static struct area canvas_area(const struct canvas *c)
{
    return (struct area){0, 0, c->rows, c->cols};
}

static struct cell *canvas_cell(const struct canvas *c, int row, int col)
{
    return &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
}

/* The cells [col, col + n) of a row, to be written. */
static struct cell *canvas_touch(struct canvas *c, int row, int col, int n)
{
    if (c->ends[row] < col + n)
        c->ends[row] = col + n;
    return canvas_cell(c, row, col);
}

void canvas_init(struct canvas *c, int rows, int cols)
{
    *c = (struct canvas){0};
    canvas_resize(c, rows, cols);
}

void canvas_release(struct canvas *c)
{
    vec_free(c->cells);
    free(c->ends);
    *c = (struct canvas){0};
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
    rows = at_least(rows, 1);
    cols = at_least(cols, 1);
    if (c->cells == NULL || rows != c->rows || cols != c->cols) {
        vec_free(c->cells);
        free(c->ends);
        c->cells = xcalloc((size_t)rows * (size_t)cols, sizeof *c->cells);
        c->ends = xcalloc((size_t)rows, sizeof *c->ends);
        c->rows = rows;
        c->cols = cols;
        for (int row = 0; row < rows; row++)
            c->ends[row] = cols;
    }
    canvas_clear(c);
}

void canvas_clear(struct canvas *c)
{
    int most = 0;
    for (int row = 0; row < c->rows; row++)
        most = at_least(c->ends[row], most);
    for (int col = 0; col < most; col++)
        c->cells[col] = blank;
    for (int row = 1; row < c->rows; row++) /* the first row is the pattern: copying is faster */
        memcpy(canvas_cell(c, row, 0), c->cells, (size_t)c->ends[row] * sizeof *c->cells);
    memset(c->ends, 0, (size_t)c->rows * sizeof *c->ends);
    c->clip = canvas_area(c);
    c->cursor = false;
    c->cursor_row = c->cursor_col = 0;
}

struct area canvas_clip(struct canvas *c, struct area a)
{
    struct area saved = c->clip;
    c->clip = area_within(a, saved);
    return saved;
}

void canvas_clip_to(struct canvas *c, struct area saved)
{
    c->clip = saved;
}

static bool in_clip(const struct canvas *c, int row, int col)
{
    return row >= c->clip.row && row < c->clip.row + c->clip.rows && col >= c->clip.col &&
           col < c->clip.col + c->clip.cols;
}

static void cell_blank(struct cell *cell)
{
    *cell = (struct cell){.text = " ", .width = 1, .role = cell->role};
}

/* A wide character that is about to lose one half loses the other too. */
static void canvas_break(struct canvas *c, int row, int col)
{
    struct cell *cell = canvas_cell(c, row, col);
    if (cell->width == 1)
        return;
    if (cell->width == 0 && col > 0)
        cell_blank(cell - 1);
    if (cell->width == 2 && col + 1 < c->cols)
        cell_blank(cell + 1);
}

static void canvas_put_one(struct canvas *c, int row, int col, const struct cell *what)
{
    if (!in_clip(c, row, col))
        return;
    canvas_break(c, row, col);
    *canvas_touch(c, row, col, 1) = *what;
}

/* The same in every cell of `in`, which lies in the clip; `what` takes one column. */
static void canvas_repeat(struct canvas *c, struct area in, const struct cell *what)
{
    if (in.cols < 1)
        return;
    for (int row = in.row; row < in.row + in.rows; row++) {
        canvas_break(c, row, in.col);
        canvas_break(c, row, in.col + in.cols - 1);
        struct cell *to = canvas_touch(c, row, in.col, in.cols);
        for (int i = 0; i < in.cols; i++)
            to[i] = *what;
    }
}

static void canvas_put(struct canvas *c, int row, int col, const struct cell *what)
{
    struct cell half = {.text = " ", .width = 1, .role = what->role};
    if (what->width == 1) {
        canvas_put_one(c, row, col, what);
    } else if (in_clip(c, row, col) && in_clip(c, row, col + 1)) {
        canvas_break(c, row, col);
        canvas_break(c, row, col + 1);
        struct cell *to = canvas_touch(c, row, col, 2);
        to[0] = *what;
        to[1] = (struct cell){.width = 0, .role = what->role};
    } else {
        canvas_put_one(c, row, col, &half);
        canvas_put_one(c, row, col + 1, &half);
    }
}

static const struct {
    const char *text, *ascii;
} glyphs[GLYPHS] = {
    [GLYPH_TICK] = {"✓", "x"},     [GLYPH_FLAG] = {"⚑", "!"},     [GLYPH_POINTER] = {"▸", ">"},
    [GLYPH_SCORED] = {"●", "*"},   [GLYPH_OPEN] = {"○", "o"},     [GLYPH_NONE] = {"–", "-"},
    [GLYPH_BAR_FULL] = {"█", "#"}, [GLYPH_BAR_REST] = {"░", "."}, [GLYPH_RULE] = {"─", "-"},
    [GLYPH_DOT] = {"·", "|"},      [GLYPH_RIGHT] = {"→", ">"},    [GLYPH_LEFT] = {"←", "<"},
    [GLYPH_UP] = {"↑", "^"},       [GLYPH_DOWN] = {"↓", "v"},     [GLYPH_CUT] = {"…", "~"},
};

/* Our own signs have a twin also within a text: an arrow in a footer must not end as "?". */
static uint32_t ascii_twin(uint32_t cp)
{
    for (size_t g = 0; cp >= 0x80 && g < GLYPHS; g++) {
        uint32_t sign;
        utf8_decode(glyphs[g].text, strlen(glyphs[g].text), &sign);
        if (sign == cp)
            return (unsigned char)glyphs[g].ascii[0];
    }
    return cp;
}

/* What is drawn in place of a code point that must not reach the terminal. */
static uint32_t shown_as(const struct canvas *c, uint32_t cp)
{
    if (cp == '\n' || cp == '\t')
        return ' ';
    if (!utf8_is_control(cp) && !utf8_is_bidi(cp) && cp != UTF8_BAD)
        return c->ascii ? ascii_twin(cp) : cp;
    if (c->ascii)
        return ASCII_MARK;
    if (cp < 0x20)
        return PICTURES + cp;
    return cp == 0x7f ? PICTURE_DEL : UTF8_BAD;
}

/* Takes one code point with columns, and the zero-width ones behind it, off the front of s. Returns
 * the bytes taken. A zero-width one with nothing before it to stand on has no cell: width 0. */
static size_t cell_take(const struct canvas *c, struct cell *cell, const char *s, size_t n)
{
    uint32_t cp;
    size_t used = utf8_decode(s, n, &cp), len;
    cp = shown_as(c, cp);
    cell->width = (uint8_t)utf8_cp_width(cp);
    len = utf8_put(cp, cell->text);
    for (int points = 1; used < n && (unsigned char)s[used] >= 0x80;) {
        size_t step = utf8_decode(s + used, n - used, &cp);
        cp = shown_as(c, cp);
        if (utf8_cp_width(cp) > 0)
            break;
        if (points++ < CELL_POINTS)
            len += utf8_put(cp, cell->text + len);
        used += step;
    }
    cell->text[len] = '\0';
    return used;
}

static bool is_plain(char ch)
{
    return ch >= ' ' && ch <= '~';
}

/* Where a line of text goes, and how far it has come. */
struct line {
    int row, col, width;
    enum role role;
    int drawn; /* columns */
};

/* Eight at once, by the high bit that each byte would get: set already, below ' ', or above '~'. */
static bool are_plain(const char s[8])
{
    const uint64_t each = 0x0101010101010101;
    uint64_t w;
    memcpy(&w, s, sizeof w);
    return ((w | (w - each * ' ') | (w + each)) & (each * 0x80)) == 0;
}

/* The characters in front that take a column each and nothing behind them joins, up to `most`. */
static size_t plain_run(const char *s, size_t n, int most)
{
    size_t at = 0, end = n < (size_t)most ? n : (size_t)most;
    while (end - at >= 8 && are_plain(s + at))
        at += 8;
    while (at < end && is_plain(s[at]))
        at++;
    return at > 0 && at < n && (unsigned char)s[at] >= 0x80 ? at - 1 : at;
}

/* By words: gcc would write the last two bytes of a cell and read them back as part of one, which
 * stalls at every cell. */
static void fill_plain(struct cell *to, const char *s, size_t n, enum role role)
{
    const struct cell cell = {.width = 1, .role = (uint8_t)role};
    uint64_t words[3];
    _Static_assert(sizeof words == sizeof cell, "a cell is three words");
    memcpy(words, &cell, sizeof words);
    for (size_t i = 0; i < n; i++) {
        memcpy(&to[i], words, sizeof words);
        to[i].text[0] = s[i];
    }
}

/* Most of what is drawn: the clip is asked once, and a cell is nothing but its character. */
static void line_plain(struct canvas *c, struct line *line, const char *s, size_t n)
{
    const struct area *clip = &c->clip;
    long start = (long)line->col + line->drawn, end = start + (long)n;
    long from = start > clip->col ? start : clip->col;
    long to = end < (long)clip->col + clip->cols ? end : (long)clip->col + clip->cols;
    line->drawn += (int)n;
    if (line->row < clip->row || line->row >= clip->row + clip->rows || from >= to)
        return;
    canvas_break(c, line->row, (int)from);
    canvas_break(c, line->row, (int)to - 1);
    fill_plain(canvas_touch(c, line->row, (int)from, (int)(to - from)), s + (from - start),
               (size_t)(to - from), line->role);
}

/* Draws s until the line is full; returns the bytes taken. */
static size_t line_run(struct canvas *c, struct line *line, const char *s, size_t n)
{
    size_t at = 0;
    while (at < n) {
        struct cell cell = {.role = (uint8_t)line->role};
        size_t used = plain_run(s + at, n - at, line->width - line->drawn);
        if (used > 0) {
            line_plain(c, line, s + at, used);
            at += used;
            continue;
        }
        used = cell_take(c, &cell, s + at, n - at);
        if (line->drawn + cell.width > line->width)
            break;
        if (cell.width > 0)
            canvas_put(c, line->row, line->col + line->drawn, &cell);
        line->drawn += cell.width;
        at += used;
    }
    return at;
}

/* Says that there was more: in the next column, or instead of the last one. */
static void line_cut(struct canvas *c, struct line *line)
{
    if (line->drawn == line->width)
        line->drawn--;
    const char *sign = canvas_glyph(c, GLYPH_CUT);
    line_run(c, line, sign, strlen(sign));
}

int canvas_textn(struct canvas *c, int row, int col, int width, enum role role, const char *s,
                 size_t n)
{
    struct line line = {row, col, width, role, 0};
    if (width < 1)
        return 0;
    if (line_run(c, &line, s, n) < n)
        line_cut(c, &line);
    return line.drawn;
}

int canvas_text(struct canvas *c, int row, int col, int width, enum role role, const char *s)
{
    return canvas_textn(c, row, col, width, role, s, strlen(s));
}

int canvas_textf(struct canvas *c, int row, int col, int width, enum role role, const char *fmt,
                 ...)
{
    struct str text = STR_INIT;
    va_list ap;
    int drawn;
    va_start(ap, fmt);
    str_addv(&text, fmt, ap);
    va_end(ap);
    drawn = canvas_textn(c, row, col, width, role, text.s, text.len);
    str_release(&text);
    return drawn;
}

static int text_columns(const struct canvas *c, const char *s, size_t n)
{
    struct cell cell;
    size_t at = plain_run(s, n, INT_MAX);
    int cols = (int)at;
    for (; at < n; cols += cell.width)
        at += cell_take(c, &cell, s + at, n - at);
    return cols;
}

void canvas_text_right(struct canvas *c, int row, int col, int width, enum role role, const char *s)
{
    size_t n = strlen(s);
    int spare = at_least(width - text_columns(c, s, n), 0);
    canvas_textn(c, row, col + spare, width - spare, role, s, n);
}

int canvas_wrapped(struct canvas *c, struct area a, enum role role, const char *s)
{
    struct text_lines lines = {0};
    int rows;
    if (a.rows < 1 || a.cols < 1)
        return 0;
    text_wrap(s, strlen(s), a.cols, &lines);
    rows = lines.n < (size_t)a.rows ? (int)lines.n : a.rows;
    for (int i = 0; i < rows; i++) {
        struct line line = {a.row + i, a.col, a.cols, role, 0};
        line_run(c, &line, s + lines.items[i].at, lines.items[i].len);
        if (i == a.rows - 1 && lines.n > (size_t)a.rows)
            line_cut(c, &line);
    }
    VEC_RELEASE(&lines);
    return rows;
}

void canvas_fill(struct canvas *c, struct area a, enum role role)
{
    struct cell cell = {.text = " ", .width = 1, .role = (uint8_t)role};
    canvas_repeat(c, area_within(a, c->clip), &cell);
}

void canvas_role(struct canvas *c, struct area a, enum role role)
{
    struct area in = area_within(a, c->clip);
    for (int row = in.row; in.cols > 0 && row < in.row + in.rows; row++) {
        struct cell *cells = canvas_touch(c, row, in.col, in.cols);
        for (int i = 0; i < in.cols; i++)
            cells[i].role = (uint8_t)role;
    }
}

void canvas_line(struct canvas *c, int row, int col, int cols)
{
    struct cell line = {.role = ROLE_RULE};
    const char *sign = canvas_glyph(c, GLYPH_RULE);
    cell_take(c, &line, sign, strlen(sign));
    canvas_repeat(c, area_within((struct area){row, col, 1, cols}, c->clip), &line);
}

void canvas_rule(struct canvas *c, int row, const char *label)
{
    int col = 0;
    if (label != NULL) {
        canvas_line(c, row, col++, 1);
        col += canvas_text(c, row, col, 1, ROLE_RULE, " ");
        col += canvas_text(c, row, col, c->cols - 4, ROLE_HEADING, label);
        col += canvas_text(c, row, col, 1, ROLE_RULE, " ");
    }
    canvas_line(c, row, col, c->cols - col);
}

/* Half of a wide character at an edge of the part becomes a blank, as everywhere. */
void canvas_copy(struct canvas *c, struct canvas_spot at, const struct canvas *from,
                 struct area part)
{
    struct area in = area_within(part, canvas_area(from));
    struct area saved = c->clip;
    c->clip = area_within((struct area){at.row, at.col, part.rows, part.cols}, c->clip);
    for (int row = 0; row < in.rows; row++)
        for (int col = 0; col < in.cols; col++) {
            const struct cell *cell = canvas_cell(from, in.row + row, in.col + col);
            if (cell->width > 0)
                canvas_put(c, at.row + row, at.col + col, cell);
        }
    c->clip = saved;
}

/* One column behind the last is where a cursor stands after a full line: it rests on the last. */
void canvas_cursor(struct canvas *c, int row, int col)
{
    if (col == c->cols)
        col--;
    c->cursor = row >= 0 && row < c->rows && col >= 0 && col < c->cols;
    c->cursor_row = c->cursor ? row : 0;
    c->cursor_col = c->cursor ? col : 0;
}

const char *canvas_glyph(const struct canvas *c, enum glyph g)
{
    return c->ascii ? glyphs[g].ascii : glyphs[g].text;
}

void canvas_dump(const struct canvas *c, struct str *out)
{
    for (int row = 0; row < c->rows; row++) {
        size_t end = out->len;
        for (int col = 0; col < c->cols; col++) {
            const struct cell *cell = canvas_cell(c, row, col);
            str_add(out, cell->text);
            if (cell->width > 0 && strcmp(cell->text, " ") != 0)
                end = out->len;
        }
        str_splice(out, end, out->len - end, "", 0);
        str_addc(out, '\n');
    }
}

void canvas_dump_roles(const struct canvas *c, struct str *out)
{
    for (int row = 0; row < c->rows; row++) {
        size_t end = out->len;
        for (int col = 0; col < c->cols; col++) {
            const struct cell *cell = canvas_cell(c, row, col);
            str_addc(out, role_letter((enum role)cell->role));
            if (cell->role != ROLE_TEXT)
                end = out->len;
        }
        str_splice(out, end, out->len - end, "", 0);
        str_addc(out, '\n');
    }
}

char role_letter(enum role role)
{
    static const char letters[ROLES] = {
        [ROLE_TEXT] = '.',    [ROLE_STRONG] = 'S', [ROLE_DIM] = 'd',      [ROLE_RULE] = '-',
        [ROLE_HEADING] = 'H', [ROLE_KEY] = 'k',    [ROLE_FOCUS] = 'F',    [ROLE_MARK] = 'm',
        [ROLE_GOOD] = 'g',    [ROLE_MIXED] = 'y',  [ROLE_FLAG] = 'f',     [ROLE_ERROR] = 'E',
        [ROLE_SELECT] = 's',  [ROLE_MATCH] = '/',  [ROLE_DISABLED] = 'x',
    };
    return role < ROLES ? letters[role] : '?';
}
