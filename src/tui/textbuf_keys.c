#include "tui/textbuf_keys.h"

#include "base/utf8.h"
#include "base/vec.h"

struct reach {
    uint32_t code;
    uint8_t mods;
    enum textbuf_to to;
};

static const struct reach moves[] = {
    {K_LEFT, 0, TO_LEFT},
    {K_RIGHT, 0, TO_RIGHT},
    {K_LEFT, MOD_CTRL, TO_WORD_LEFT},
    {K_RIGHT, MOD_CTRL, TO_WORD_RIGHT},
    {'b', MOD_ALT, TO_WORD_LEFT},
    {'f', MOD_ALT, TO_WORD_RIGHT},
    {K_HOME, 0, TO_LINE_START},
    {K_END, 0, TO_LINE_END},
    {'a', MOD_CTRL, TO_LINE_START},
    {'e', MOD_CTRL, TO_LINE_END},
    {K_HOME, MOD_CTRL, TO_START},
    {K_END, MOD_CTRL, TO_END},
};

static const struct reach deletes[] = {
    {K_BACKSPACE, 0, TO_LEFT},
    {K_DELETE, 0, TO_RIGHT},
    {K_BACKSPACE, MOD_ALT, TO_WORD_LEFT},
    {K_BACKSPACE, MOD_CTRL, TO_WORD_LEFT},
    {'w', MOD_CTRL, TO_WORD_LEFT},
    {K_DELETE, MOD_CTRL, TO_WORD_RIGHT},
    {'u', MOD_CTRL, TO_LINE_START},
};

static const struct reach *find(const struct reach *rows, size_t n, struct key k)
{
    for (size_t i = 0; i < n; i++)
        if (key_is(k, rows[i].code, rows[i].mods))
            return &rows[i];
    return NULL;
}

enum edit textbuf_keys_move(struct textbuf *b, struct key k)
{
    struct key plain = {k.code, k.mods & (uint8_t)~MOD_SHIFT};
    const struct reach *move = find(moves, COUNT_OF(moves), plain);
    if (move != NULL) {
        textbuf_move(b, move->to, (k.mods & MOD_SHIFT) != 0);
        return EDIT_MOVED;
    }
    /* Ctrl-Space is NUL on the wire, which is also Ctrl-@. */
    if (key_is(k, ' ', MOD_CTRL) || key_is(k, '@', MOD_CTRL)) {
        textbuf_mark(b);
        return EDIT_MOVED;
    }
    if (key_is(k, 'k', MOD_CTRL)) {
        textbuf_copy(b);
        return EDIT_MOVED;
    }
    return EDIT_UNHANDLED;
}

static enum edit command(struct textbuf *b, struct key k, struct splice *out)
{
    if (k.mods != MOD_CTRL)
        return EDIT_UNHANDLED;
    switch (k.code) {
    case 'x':
        return textbuf_cut(b, out);
    case 'v':
        return textbuf_insert_clip(b, out);
    case 'z':
        return textbuf_undo(b, out);
    case 'y':
        return textbuf_redo(b, out);
    default:
        return EDIT_UNHANDLED;
    }
}

enum edit textbuf_keys_change(struct textbuf *b, const struct event *ev, struct splice *out)
{
    if (ev->kind == EVENT_PASTE)
        return textbuf_paste(b, ev->text, ev->len, out);
    if (ev->kind != EVENT_KEY)
        return EDIT_UNHANDLED;
    const struct reach *row = find(deletes, COUNT_OF(deletes), ev->key);
    if (row != NULL)
        return textbuf_delete(b, row->to, out);
    if (!key_is_text(ev->key))
        return command(b, ev->key, out);
    char bytes[4];
    return textbuf_type(b, bytes, utf8_put(ev->key.code, bytes), out);
}
