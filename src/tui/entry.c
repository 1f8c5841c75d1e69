#include "tui/entry.h"

#include <string.h>

#include "base/utf8.h"
#include "tui/textbuf_keys.h"

#define ERROR_MARK " !"

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* Columns for the text itself. */
static int text_cols(const struct entry *f)
{
    int mark = f->error ? (int)strlen(ERROR_MARK) : 0;
    return f->width - mark > 1 ? f->width - mark : 1;
}

static int width_between(const struct entry *f, size_t from, size_t to)
{
    return utf8_width(f->buf.text.s + from, to - from);
}

static size_t next_of(const struct entry *f, size_t at)
{
    return utf8_next(f->buf.text.s, f->buf.text.len, at);
}

static size_t prev_of(const struct entry *f, size_t at)
{
    return utf8_prev(f->buf.text.s, f->buf.text.len, at);
}

/* A mark tells that text is hidden at the left, where there is room for one. */
static int left_mark(const struct entry *f, size_t left)
{
    return left > 0 && text_cols(f) > 4 ? 1 : 0;
}

/* Would the cursor's character stand in a window that begins at `left`? Behind the end it needs a
 * column too, and before the end one for the mark of more. */
static bool cursor_fits(const struct entry *f, size_t left)
{
    size_t at = f->buf.cursor, len = f->buf.text.len;
    size_t behind = next_of(f, at);
    int more = at == len || behind < len ? 1 : 0;
    return left_mark(f, left) + width_between(f, left, behind) + more <= text_cols(f);
}

void entry_follow(struct entry *f)
{
    size_t at = f->buf.cursor;
    if (f->left > at)
        f->left = at;
    if (!cursor_fits(f, f->left)) {
        /* From the cursor back: a long text is not measured again for each of its characters. */
        f->left = at;
        while (f->left > 0 && cursor_fits(f, prev_of(f, f->left)))
            f->left = prev_of(f, f->left);
    }
    /* Room that deleting left over at the right is given back. */
    while (f->left > 0) {
        size_t before = prev_of(f, f->left);
        if (left_mark(f, before) + width_between(f, before, f->buf.text.len) + 1 > text_cols(f))
            break;
        f->left = before;
    }
}

void entry_init(struct entry *f, size_t max)
{
    *f = (struct entry){.width = 1, .walked = -1, .taken = -1};
    textbuf_init(&f->buf, max);
    f->buf.single = true;
}

void entry_release(struct entry *f)
{
    textbuf_release(&f->buf);
}

void entry_set(struct entry *f, const char *text)
{
    const char *s = text != NULL ? text : "";
    textbuf_set(&f->buf, s, strlen(s));
    entry_suggest(f, NULL, 0);
    f->left = 0;
    entry_follow(f);
}

void entry_resize(struct entry *f, int width)
{
    f->width = width > 1 ? width : 1;
    entry_follow(f);
}

void entry_suggest(struct entry *f, const char *const *texts, size_t n)
{
    f->suggestions = texts;
    f->suggested = n;
    f->walked = -1;
}

const char *entry_text(const struct entry *f)
{
    return f->buf.text.s;
}

static bool walk(struct entry *f, struct key k)
{
    if (f->suggested == 0 || k.mods != 0)
        return false;
    if (k.code == K_DOWN && (size_t)(f->walked + 1) < f->suggested)
        f->walked++;
    else if (k.code == K_UP && f->walked >= 0)
        f->walked--;
    else
        return k.code == K_DOWN;
    return true;
}

static bool takes(const struct entry *f, struct key k)
{
    bool at_end = f->buf.cursor == f->buf.text.len;
    return f->walked >= 0 && !f->read_only &&
           (key_is(k, K_ENTER, 0) || (key_is(k, K_RIGHT, 0) && at_end));
}

/* Taking what is already written changes nothing, but it is taken all the same: an empty splice. */
static enum edit take(struct entry *f, struct splice *out)
{
    const char *text = f->suggestions[f->walked];
    enum edit result = textbuf_replace(&f->buf, text, strlen(text), out);
    if (result == EDIT_FULL)
        return result;
    if (result == EDIT_MOVED)
        *out = (struct splice){f->buf.cursor, 0, "", 0};
    f->taken = f->walked;
    entry_suggest(f, NULL, 0);
    return EDIT_TAKEN;
}

static bool would_change(const struct event *ev)
{
    if (ev->kind == EVENT_PASTE)
        return true;
    return ev->kind == EVENT_KEY &&
           (key_is_text(ev->key) || ev->key.code == K_BACKSPACE || ev->key.code == K_DELETE);
}

static enum edit handle_change(struct entry *f, const struct event *ev, struct splice *out)
{
    if (f->read_only)
        return would_change(ev) ? EDIT_MOVED : EDIT_UNHANDLED;
    enum edit result = textbuf_keys_change(&f->buf, ev, out);
    if (result == EDIT_CHANGED)
        f->walked = -1;
    return result;
}

enum edit entry_handle(struct entry *f, const struct event *ev, struct splice *out)
{
    enum edit result = EDIT_UNHANDLED;
    if (ev->kind == EVENT_KEY && walk(f, ev->key))
        return EDIT_MOVED;
    if (ev->kind == EVENT_KEY && takes(f, ev->key))
        result = take(f, out);
    else if (ev->kind == EVENT_KEY)
        result = textbuf_keys_move(&f->buf, ev->key);
    if (result == EDIT_UNHANDLED)
        result = handle_change(f, ev, out);
    entry_follow(f);
    return result;
}

/* Drawing */

struct window {
    struct canvas *c;
    int row, col, width; /* of the text */
    size_t left;         /* its first byte seen: unfocused, that of the text */
};

static void draw_selection(const struct entry *f, const struct window *w)
{
    size_t from, to;
    if (!textbuf_selection(&f->buf, &from, &to) || to <= w->left)
        return;
    int first = from > w->left ? width_between(f, w->left, from) : 0;
    int behind = smaller(width_between(f, w->left, to), w->width);
    if (first < behind)
        canvas_role(w->c, (struct area){w->row, w->col + first, 1, behind - first}, ROLE_SELECT);
}

static void draw_text(const struct entry *f, const struct window *w, bool focused)
{
    const struct str *text = &f->buf.text;
    enum role role = f->read_only ? ROLE_DIM : focused ? ROLE_FOCUS : ROLE_TEXT;
    if (text->len == 0 && f->placeholder != NULL)
        canvas_text(w->c, w->row, w->col, w->width, focused ? role : ROLE_DIM, f->placeholder);
    else
        canvas_textn(w->c, w->row, w->col, w->width, role, text->s + w->left, text->len - w->left);
    if (!focused)
        return;
    draw_selection(f, w);
    int col = smaller(width_between(f, w->left, f->buf.cursor), w->width - 1);
    canvas_cursor(w->c, w->row, w->col + col);
}

void entry_draw(const struct entry *f, struct canvas *c, int row, int col, bool focused)
{
    size_t left = focused ? f->left : 0;
    int cols = text_cols(f), mark = left_mark(f, left);
    struct window text = {c, row, col + mark, cols - mark, left};
    if (focused && !f->read_only)
        canvas_fill(c, (struct area){row, col, 1, cols}, ROLE_FOCUS);
    if (mark > 0)
        canvas_text(c, row, col, 1, ROLE_FOCUS, canvas_glyph(c, GLYPH_LEFT));
    if (f->error)
        canvas_text(c, row, col + cols, f->width - cols, ROLE_ERROR, ERROR_MARK);
    draw_text(f, &text, focused);
}

/* The part of the list in view follows from where the walk is: nothing more need be remembered. */
int entry_draw_suggestions(const struct entry *f, struct canvas *c, struct area a)
{
    int n = (int)f->suggested, rows = smaller(n, a.rows);
    int top = f->walked >= rows ? f->walked - rows + 1 : 0;
    for (int i = 0; i < rows; i++) {
        bool walked = top + i == f->walked;
        struct area line = {a.row + i, a.col, 1, a.cols};
        canvas_fill(c, line, walked ? ROLE_FOCUS : ROLE_TEXT);
        if (walked)
            canvas_text(c, line.row, a.col, 1, ROLE_FOCUS, canvas_glyph(c, GLYPH_POINTER));
        canvas_text(c, line.row, a.col + 2, a.cols - 2, walked ? ROLE_FOCUS : ROLE_TEXT,
                    f->suggestions[top + i]);
    }
    return rows > 0 ? rows : 0;
}
