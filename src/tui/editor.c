#include "tui/editor.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "tui/list.h"
#include "tui/textbuf_keys.h"

/* One column is kept free for the cursor behind a full row. */
static int wrap_width(const struct editor *e)
{
    return e->cols > 1 ? e->cols - 1 : 1;
}

static void wrap_all(struct editor *e)
{
    e->lines.n = 0;
    text_wrap(e->buf.text.s, e->buf.text.len, wrap_width(e), &e->lines);
}

/* The row that byte `at` stands on: the last one that does not begin behind it. */
static size_t row_of(const struct text_lines *lines, size_t at)
{
    size_t low = 0, high = lines->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (lines->items[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t paragraph_row(const struct text_lines *lines, size_t row)
{
    while (row > 0 && !lines->items[row - 1].hard)
        row--;
    return row;
}

/* Puts `fresh` in place of the rows [first, behind). */
static void replace_rows(struct text_lines *lines, size_t first, size_t behind,
                         const struct text_lines *fresh)
{
    size_t rest = lines->n - behind, from = behind;
    while (lines->n < first + fresh->n + rest)
        VEC_PUSH(lines);
    memmove(lines->items + first + fresh->n, lines->items + from, rest * sizeof *lines->items);
    memcpy(lines->items + first, fresh->items, fresh->n * sizeof *fresh->items);
    lines->n = first + fresh->n + rest;
}

/* Wraps anew what a splice that was just made can have touched, which is whole paragraphs, and
 * moves the rows behind: a long note must not be wrapped whole for every key. */
static void wrap_again(struct editor *e, const struct splice *s)
{
    const struct str *text = &e->buf.text;
    struct text_lines *lines = &e->lines, fresh = {0};
    const char *newline = memchr(text->s + s->at + s->n, '\n', text->len - s->at - s->n);
    size_t end = newline != NULL ? (size_t)(newline - text->s) : text->len;
    size_t first = paragraph_row(lines, row_of(lines, s->at));
    size_t behind = row_of(lines, end - s->n + s->del) + 1;
    size_t start = lines->items[first].at;
    text_wrap(text->s + start, end - start, wrap_width(e), &fresh);
    for (size_t i = 0; i < fresh.n; i++)
        fresh.items[i].at += start;
    for (size_t i = behind; i < lines->n; i++)
        lines->items[i].at += s->n - s->del;
    replace_rows(lines, first, behind, &fresh);
    VEC_RELEASE(&fresh);
}

int editor_lines(const struct editor *e)
{
    return (int)e->lines.n;
}

int editor_row(const struct editor *e)
{
    return (int)row_of(&e->lines, e->buf.cursor);
}

static void scroll(struct editor *e)
{
    int rows = e->find.on && e->rows > 1 ? e->rows - 1 : e->rows; /* the last is the search's */
    int row = editor_row(e), most = editor_lines(e) - rows;
    if (row < e->top)
        e->top = row;
    if (row >= e->top + rows)
        e->top = row - rows + 1;
    if (e->top > most)
        e->top = most > 0 ? most : 0;
}

void editor_init(struct editor *e, size_t max)
{
    *e = (struct editor){.rows = 1, .cols = 1, .wish = -1, .find = {.what = STR_INIT}};
    textbuf_init(&e->buf, max);
    wrap_all(e);
}

void editor_release(struct editor *e)
{
    textbuf_release(&e->buf);
    str_release(&e->find.what);
    VEC_RELEASE(&e->lines);
}

void editor_set(struct editor *e, const char *text, size_t n)
{
    textbuf_set(&e->buf, text, n);
    e->wish = -1;
    wrap_all(e);
    scroll(e);
}

void editor_resize(struct editor *e, int rows, int cols)
{
    bool narrower = cols != e->cols;
    e->rows = rows > 1 ? rows : 1;
    e->cols = cols > 1 ? cols : 1;
    if (narrower) {
        e->wish = -1;
        wrap_all(e);
    }
    scroll(e);
}

void editor_follow(struct editor *e, const struct splice *s)
{
    if (s != NULL)
        wrap_again(e, s);
    e->wish = -1;
    scroll(e);
}

const char *editor_text(const struct editor *e)
{
    return e->buf.text.s;
}

/* Moving by rows */

static int col_of(const struct editor *e, size_t row, size_t at)
{
    size_t start = e->lines.items[row].at;
    int col = utf8_width(e->buf.text.s + start, at - start);
    return col < e->cols ? col : e->cols - 1;
}

/* The last place that is still drawn on that row: behind its text, or before its last character
 * where the next row goes on without a blank. */
static size_t row_end(const struct editor *e, size_t row)
{
    const struct text_line *line = &e->lines.items[row];
    size_t end = line->at + line->len;
    if (row + 1 < e->lines.n && e->lines.items[row + 1].at == end)
        return utf8_prev(e->buf.text.s, e->buf.text.len, end);
    return end;
}

static size_t place_at(const struct editor *e, size_t row, int col)
{
    const char *s = e->buf.text.s;
    size_t at = e->lines.items[row].at, end = row_end(e, row);
    while (at < end) {
        size_t next = utf8_next(s, e->buf.text.len, at);
        col -= utf8_width(s + at, next - at);
        if (col < 0)
            break;
        at = next;
    }
    return at < end ? at : end;
}

static void go_rows(struct editor *e, int by, bool select)
{
    int row = editor_row(e), to = row + by, last = editor_lines(e) - 1;
    if (e->wish < 0)
        e->wish = col_of(e, (size_t)row, e->buf.cursor);
    if (to < 0)
        to = 0;
    if (to > last)
        to = last;
    if (to != row)
        textbuf_place(&e->buf, place_at(e, (size_t)to, e->wish), select);
}

static void go_row_start(struct editor *e, bool select)
{
    size_t start = e->lines.items[editor_row(e)].at;
    if (e->buf.cursor == start)
        start = textbuf_at(&e->buf, TO_LINE_START);
    textbuf_place(&e->buf, start, select);
}

static void go_row_end(struct editor *e, bool select)
{
    size_t end = row_end(e, (size_t)editor_row(e));
    if (e->buf.cursor >= end)
        end = textbuf_at(&e->buf, TO_LINE_END);
    textbuf_place(&e->buf, end, select);
}

/* Up, Down, PgUp and PgDn keep the wished column; false for any other key. */
static bool go_key(struct editor *e, struct key k)
{
    bool select = (k.mods & MOD_SHIFT) != 0;
    int page = e->rows > 2 ? e->rows - 1 : 1;
    if ((k.mods & ~MOD_SHIFT) != 0)
        return false;
    switch (k.code) {
    case K_UP:
        go_rows(e, -1, select);
        return true;
    case K_DOWN:
        go_rows(e, 1, select);
        return true;
    case K_PGUP:
        go_rows(e, -page, select);
        return true;
    case K_PGDN:
        go_rows(e, page, select);
        return true;
    default:
        return false;
    }
}

static bool row_end_key(struct editor *e, struct key k)
{
    bool select = (k.mods & MOD_SHIFT) != 0;
    struct key plain = {k.code, k.mods & (uint8_t)~MOD_SHIFT};
    if (key_is(plain, K_HOME, 0) || key_is(plain, 'a', MOD_CTRL)) {
        go_row_start(e, select);
        return true;
    }
    if (key_is(plain, K_END, 0) || key_is(plain, 'e', MOD_CTRL)) {
        go_row_end(e, select);
        return true;
    }
    return false;
}

static enum edit handle_change(struct editor *e, const struct event *ev, struct splice *out)
{
    if (ev->kind == EVENT_KEY && key_is(ev->key, K_ENTER, 0))
        return textbuf_type(&e->buf, "\n", 1, out);
    if (ev->kind == EVENT_KEY && key_is(ev->key, 'u', MOD_CTRL))
        return textbuf_delete_to(&e->buf, e->lines.items[editor_row(e)].at, out);
    return textbuf_keys_change(&e->buf, ev, out);
}

enum edit editor_handle(struct editor *e, const struct event *ev, struct splice *out)
{
    if (editor_find_handle(&e->find, &e->buf, ev) == EDIT_MOVED) {
        editor_follow(e, NULL);
        return EDIT_MOVED;
    }
    if (ev->kind == EVENT_KEY) {
        if (go_key(e, ev->key)) {
            scroll(e);
            return EDIT_MOVED;
        }
        if (row_end_key(e, ev->key) || textbuf_keys_move(&e->buf, ev->key) == EDIT_MOVED) {
            editor_follow(e, NULL);
            return EDIT_MOVED;
        }
    }
    enum edit result = handle_change(e, ev, out);
    if (result != EDIT_UNHANDLED)
        editor_follow(e, result == EDIT_CHANGED ? out : NULL);
    return result;
}

/* Drawing */

static size_t within(size_t at, size_t from, size_t to)
{
    return at < from ? from : at > to ? to : at;
}

/* A selected newline, or blanks at a soft break, show as one column behind the row. */
static void draw_selection(const struct editor *e, struct canvas *c, struct area at, size_t row)
{
    size_t from, to;
    const struct text_line *line = &e->lines.items[row];
    size_t end = line->at + line->len;
    if (!textbuf_selection(&e->buf, &from, &to) || to <= line->at || from > end)
        return;
    int first = col_of(e, row, within(from, line->at, end));
    int behind = col_of(e, row, within(to, line->at, end)) + (to > end ? 1 : 0);
    canvas_role(c, (struct area){at.row, at.col + first, 1, behind - first}, ROLE_SELECT);
}

static void draw_cursor(const struct editor *e, struct canvas *c, struct area a)
{
    int row = editor_row(e), col = col_of(e, (size_t)row, e->buf.cursor);
    if (row - e->top < a.rows && col < a.cols)
        canvas_cursor(c, a.row + row - e->top, a.col + col);
}

void editor_draw(const struct editor *e, struct canvas *c, struct area a, bool focused)
{
    struct area saved = canvas_clip(c, a);
    const struct list rows = {.n = editor_lines(e), .top = e->top, .height = a.rows};
    for (int i = 0; i < a.rows && (size_t)(e->top + i) < e->lines.n; i++) {
        const struct text_line *line = &e->lines.items[e->top + i];
        canvas_textn(c, a.row + i, a.col, a.cols, ROLE_TEXT, e->buf.text.s + line->at, line->len);
        if (focused)
            draw_selection(e, c, (struct area){a.row + i, a.col, 1, a.cols}, (size_t)(e->top + i));
    }
    list_hint(&rows, c, a);
    if (focused && e->find.on)
        editor_find_draw(&e->find, c, a);
    else if (focused)
        draw_cursor(e, c, a);
    canvas_clip_to(c, saved);
}
