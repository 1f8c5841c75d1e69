#include "tui/list.h"

static int clamp(int value, int least, int most)
{
    if (value > most)
        value = most;
    return value < least ? least : value;
}

/* Moves the window no further than it must. */
static void list_follow(struct list *l)
{
    l->cursor = clamp(l->cursor, 0, l->n - 1);
    if (l->cursor < l->top)
        l->top = l->cursor;
    if (l->height > 0 && l->cursor - l->top >= l->height)
        l->top = l->cursor - l->height + 1;
    l->top = clamp(l->top, 0, l->n - l->height);
}

void list_init(struct list *l, bool letters)
{
    *l = (struct list){.letters = letters};
}

void list_resize(struct list *l, int height)
{
    l->height = height > 0 ? height : 0;
    list_follow(l);
}

void list_count(struct list *l, int n)
{
    l->n = n > 0 ? n : 0;
    list_follow(l);
}

void list_choose(struct list *l, int i)
{
    l->cursor = i;
    list_follow(l);
}

int list_chosen(const struct list *l)
{
    return l->n > 0 ? l->cursor : -1;
}

/* The letter's named key, where letters walk. */
static uint32_t key_meant(const struct list *l, struct key k)
{
    if (!l->letters)
        return k.code;
    switch (k.code) {
    case 'j':
        return K_DOWN;
    case 'k':
        return K_UP;
    case 'g':
        return K_HOME;
    case 'G':
        return K_END;
    default:
        return k.code;
    }
}

bool list_key(struct list *l, struct key k)
{
    int page = l->height > 1 ? l->height - 1 : 1;
    if (k.mods != 0)
        return false;
    switch (key_meant(l, k)) {
    case K_UP:
        list_choose(l, l->cursor - 1);
        return true;
    case K_DOWN:
        list_choose(l, l->cursor + 1);
        return true;
    case K_PGUP:
        list_choose(l, l->cursor - page);
        return true;
    case K_PGDN:
        list_choose(l, clamp(l->cursor, 0, l->n) + page);
        return true;
    case K_HOME:
        list_choose(l, 0);
        return true;
    case K_END:
        list_choose(l, l->n - 1);
        return true;
    default:
        return false;
    }
}

bool list_click(struct list *l, const struct event *ev, int row)
{
    int i = list_row(l, row);
    if (ev->kind != EVENT_MOUSE || ev->key.code != 1 || i < 0)
        return false;
    list_choose(l, i);
    return true;
}

int list_row(const struct list *l, int row)
{
    if (row < 0 || row >= l->height || row >= l->n - l->top)
        return -1;
    return l->top + row;
}

void list_hint(const struct list *l, struct canvas *c, struct area a)
{
    int edge = a.col + a.cols - 1;
    if (a.rows < 1 || a.cols < 2)
        return;
    if (l->top > 0)
        canvas_text(c, a.row, edge, 1, ROLE_DIM, canvas_glyph(c, GLYPH_UP));
    if (l->n > l->top + l->height)
        canvas_text(c, a.row + a.rows - 1, edge, 1, ROLE_DIM, canvas_glyph(c, GLYPH_DOWN));
}
