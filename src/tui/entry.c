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
static int text_cols(const struct entry *t)
{
    int mark = t->error ? (int)strlen(ERROR_MARK) : 0;
    return t->width - mark > 1 ? t->width - mark : 1;
}

static int width_between(const struct entry *t, size_t from, size_t to)
{
    return utf8_width(t->buf.text.s + from, to - from);
}

static size_t next_of(const struct entry *t, size_t at)
{
    return utf8_next(t->buf.text.s, t->buf.text.len, at);
}

static size_t prev_of(const struct entry *t, size_t at)
{
    return utf8_prev(t->buf.text.s, t->buf.text.len, at);
}

/* A mark tells that text is hidden at the left, where there is room for one. */
static int left_mark(const struct entry *t, size_t left)
{
    return left > 0 && text_cols(t) > 4 ? 1 : 0;
}

/* Would the cursor's character stand in a window that begins at `left`? Behind the end it needs a
 * column too, and before the end one for the mark of more. */
static bool cursor_fits(const struct entry *t, size_t left)
{
    size_t at = t->buf.cursor, len = t->buf.text.len;
    size_t behind = next_of(t, at);
    int more = at == len || behind < len ? 1 : 0;
    return left_mark(t, left) + width_between(t, left, behind) + more <= text_cols(t);
}

void entry_follow(struct entry *t)
{
    size_t at = t->buf.cursor;
    if (t->left > at)
        t->left = at;
    if (!cursor_fits(t, t->left)) {
        /* From the cursor back: a long text is not measured again for each of its characters. */
        t->left = at;
        while (t->left > 0 && cursor_fits(t, prev_of(t, t->left)))
            t->left = prev_of(t, t->left);
    }
    /* Room that deleting left over at the right is given back. */
    while (t->left > 0) {
        size_t before = prev_of(t, t->left);
        if (left_mark(t, before) + width_between(t, before, t->buf.text.len) + 1 > text_cols(t))
            break;
        t->left = before;
    }
}

void entry_init(struct entry *t, size_t max)
{
    *t = (struct entry){.width = 1, .walked = -1, .taken = -1};
    textbuf_init(&t->buf, max);
    t->buf.single = true;
}

void entry_release(struct entry *t)
{
    textbuf_release(&t->buf);
}

void entry_set(struct entry *t, const char *text)
{
    const char *s = text != NULL ? text : "";
    textbuf_set(&t->buf, s, strlen(s));
    entry_suggest(t, NULL, 0);
    t->left = 0;
    entry_follow(t);
}

void entry_resize(struct entry *t, int width)
{
    t->width = width > 1 ? width : 1;
    entry_follow(t);
}

void entry_suggest(struct entry *t, const char *const *texts, size_t n)
{
    t->suggestions = texts;
    t->suggested = n;
    t->walked = -1;
}

const char *entry_text(const struct entry *t)
{
    return t->buf.text.s;
}

static bool walk(struct entry *t, struct key k)
{
    if (t->suggested == 0 || k.mods != 0)
        return false;
    if (k.code == K_DOWN && (size_t)(t->walked + 1) < t->suggested)
        t->walked++;
    else if (k.code == K_UP && t->walked >= 0)
        t->walked--;
    else
        return k.code == K_DOWN;
    return true;
}

static bool takes(const struct entry *t, struct key k)
{
    bool at_end = t->buf.cursor == t->buf.text.len;
    return t->walked >= 0 && !t->read_only &&
           (key_is(k, K_ENTER, 0) || (key_is(k, K_RIGHT, 0) && at_end));
}

/* Taking what is already written changes nothing, but it is taken all the same: an empty splice. */
static enum edit take(struct entry *t, struct splice *out)
{
    const char *text = t->suggestions[t->walked];
    enum edit result = textbuf_replace(&t->buf, text, strlen(text), out);
    if (result == EDIT_FULL)
        return result;
    if (result == EDIT_MOVED)
        *out = (struct splice){t->buf.cursor, 0, "", 0};
    t->taken = t->walked;
    entry_suggest(t, NULL, 0);
    return EDIT_TAKEN;
}

static bool would_change(const struct event *ev)
{
    if (ev->kind == EVENT_PASTE)
        return true;
    return ev->kind == EVENT_KEY &&
           (key_is_text(ev->key) || ev->key.code == K_BACKSPACE || ev->key.code == K_DELETE);
}

static enum edit handle_change(struct entry *t, const struct event *ev, struct splice *out)
{
    if (t->read_only)
        return would_change(ev) ? EDIT_MOVED : EDIT_UNHANDLED;
    enum edit result = textbuf_keys_change(&t->buf, ev, out);
    if (result == EDIT_CHANGED)
        t->walked = -1;
    return result;
}

enum edit entry_handle(struct entry *t, const struct event *ev, struct splice *out)
{
    enum edit result = EDIT_UNHANDLED;
    if (ev->kind == EVENT_KEY && walk(t, ev->key))
        return EDIT_MOVED;
    if (ev->kind == EVENT_KEY && takes(t, ev->key))
        result = take(t, out);
    else if (ev->kind == EVENT_KEY)
        result = textbuf_keys_move(&t->buf, ev->key);
    if (result == EDIT_UNHANDLED)
        result = handle_change(t, ev, out);
    entry_follow(t);
    return result;
}

/* Drawing */

struct window {
    struct canvas *c;
    int row, col, width; /* of the text */
    size_t left;         /* its first byte seen: unfocused, that of the text */
};

static void draw_selection(const struct entry *t, const struct window *w)
{
    size_t from, to;
    if (!textbuf_selection(&t->buf, &from, &to) || to <= w->left)
        return;
    int first = from > w->left ? width_between(t, w->left, from) : 0;
    int behind = smaller(width_between(t, w->left, to), w->width);
    if (first < behind)
        canvas_role(w->c, (struct area){w->row, w->col + first, 1, behind - first}, ROLE_SELECT);
}

static void draw_text(const struct entry *t, const struct window *w, bool focused)
{
    const struct str *text = &t->buf.text;
    enum role role = t->read_only ? ROLE_DIM : focused ? ROLE_FOCUS : ROLE_TEXT;
    if (text->len == 0 && t->placeholder != NULL)
        canvas_text(w->c, w->row, w->col, w->width, focused ? role : ROLE_DIM, t->placeholder);
    else
        canvas_textn(w->c, w->row, w->col, w->width, role, text->s + w->left, text->len - w->left);
    if (!focused)
        return;
    draw_selection(t, w);
    int col = smaller(width_between(t, w->left, t->buf.cursor), w->width - 1);
    canvas_cursor(w->c, w->row, w->col + col);
}

void entry_draw(const struct entry *t, struct canvas *c, int row, int col, bool focused)
{
    size_t left = focused ? t->left : 0;
    int cols = text_cols(t), mark = left_mark(t, left);
    struct window text = {c, row, col + mark, cols - mark, left};
    if (focused && !t->read_only)
        canvas_fill(c, (struct area){row, col, 1, cols}, ROLE_FOCUS);
    if (mark > 0)
        canvas_text(c, row, col, 1, ROLE_FOCUS, canvas_glyph(c, GLYPH_LEFT));
    if (t->error)
        canvas_text(c, row, col + cols, t->width - cols, ROLE_ERROR, ERROR_MARK);
    draw_text(t, &text, focused);
}

/* The part of the list in view follows from where the walk is: nothing more need be remembered. */
int entry_draw_suggestions(const struct entry *t, struct canvas *c, struct area a)
{
    int n = (int)t->suggested, rows = smaller(n, a.rows);
    int top = t->walked >= rows ? t->walked - rows + 1 : 0;
    for (int i = 0; i < rows; i++) {
        bool walked = top + i == t->walked;
        struct area line = {a.row + i, a.col, 1, a.cols};
        canvas_fill(c, line, walked ? ROLE_FOCUS : ROLE_TEXT);
        if (walked)
            canvas_text(c, line.row, a.col, 1, ROLE_FOCUS, canvas_glyph(c, GLYPH_POINTER));
        canvas_text(c, line.row, a.col + 2, a.cols - 2, walked ? ROLE_FOCUS : ROLE_TEXT,
                    t->suggestions[top + i]);
    }
    return rows > 0 ? rows : 0;
}
