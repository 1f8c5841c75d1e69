#include "tui/editor_find.h"

#include "base/utf8.h"

#define PROMPT "Find: "

/* Selects the next match behind `from`, round the end; what is marked is not yet replaced. */
static void go(struct editor_find *f, struct textbuf *b, size_t from)
{
    size_t at, len;
    textbuf_unmark(b);
    bool found =
        textbuf_find(b, f->what.s, from, &at, &len) || textbuf_find(b, f->what.s, 0, &at, &len);
    f->missed = !found && f->what.len > 0;
    if (!found)
        return;
    textbuf_place(b, at, false);
    textbuf_place(b, at + len, true);
}

static enum edit begin(struct editor_find *f, struct textbuf *b)
{
    textbuf_unmark(b);
    f->on = true;
    f->missed = false;
    f->from = b->cursor;
    str_clear(&f->what);
    return EDIT_MOVED;
}

/* Nothing stays selected: the next letter would replace it. */
static void end(struct editor_find *f, struct textbuf *b)
{
    textbuf_unmark(b);
    f->on = false;
}

/* A pasted line break is a blank, as the search takes them. */
static enum edit type(struct editor_find *f, struct textbuf *b, const char *text, size_t n)
{
    size_t from = f->what.len;
    str_addn(&f->what, text, n);
    for (size_t i = from; i < f->what.len; i++)
        if ((unsigned char)f->what.s[i] < ' ')
            f->what.s[i] = ' ';
    go(f, b, f->from);
    return EDIT_MOVED;
}

static enum edit handle_key(struct editor_find *f, struct textbuf *b, struct key k)
{
    char text[4];
    if (key_is(k, 'f', MOD_CTRL) || key_is(k, K_ENTER, 0)) {
        go(f, b, b->cursor);
        return EDIT_MOVED;
    }
    if (key_is(k, K_ESC, 0)) {
        end(f, b);
        return EDIT_MOVED;
    }
    if (key_is(k, K_BACKSPACE, 0)) {
        size_t to = utf8_prev(f->what.s, f->what.len, f->what.len);
        str_splice(&f->what, to, f->what.len - to, "", 0);
        go(f, b, f->from);
        return EDIT_MOVED;
    }
    if (key_is_text(k))
        return type(f, b, text, utf8_put(k.code, text));
    end(f, b);
    return EDIT_UNHANDLED;
}

enum edit editor_find_handle(struct editor_find *f, struct textbuf *b, const struct event *ev)
{
    if (ev->kind == EVENT_KEY && !f->on)
        return key_is(ev->key, 'f', MOD_CTRL) ? begin(f, b) : EDIT_UNHANDLED;
    if (ev->kind == EVENT_KEY)
        return handle_key(f, b, ev->key);
    if (ev->kind == EVENT_PASTE && f->on)
        return type(f, b, ev->text, ev->len);
    return EDIT_UNHANDLED;
}

void editor_find_draw(const struct editor_find *f, struct canvas *c, struct area a)
{
    static const char nowhere[] = " stands nowhere";
    int label = (int)sizeof PROMPT - 1, row = a.row + a.rows - 1;
    int room = a.cols - label - 1 - (f->missed ? (int)sizeof nowhere - 1 : 0);
    size_t from = 0;
    while (room > 0 && utf8_width(f->what.s + from, f->what.len - from) > room)
        from = utf8_next(f->what.s, f->what.len, from);
    int width = utf8_width(f->what.s + from, f->what.len - from);
    canvas_fill(c, (struct area){row, a.col, 1, a.cols}, ROLE_TEXT);
    canvas_text(c, row, a.col, label, ROLE_HEADING, PROMPT);
    if (room <= 0)
        return;
    canvas_text(c, row, a.col + label, room, ROLE_TEXT, f->what.s + from);
    if (f->missed)
        canvas_text(c, row, a.col + label + width, (int)sizeof nowhere - 1, ROLE_FLAG, nowhere);
    canvas_cursor(c, row, a.col + label + width);
}
