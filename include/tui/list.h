#ifndef SLATE_TUI_LIST_H
#define SLATE_TUI_LIST_H

/* Walking a list: which item is chosen and which part of the list is seen. It draws no items, it
 * says which one stands on a row. Nothing jumps: the window moves only when the chosen item would
 * leave it, and no row stays blank below the last item while some are hidden above.
 *
 *     list_init(&s->list, true);
 *     list_resize(&s->list, rows);              on EVENT_RESIZE
 *     list_count(&s->list, n);                  whenever the number of items changed
 *     if (list_key(&s->list, ev->key)) return out_stay();
 *
 *     for (int row = 0; row < area.rows; row++) {      in draw
 *         int i = list_row(&s->list, row);
 *         if (i >= 0) draw_item(c, area.row + row, item[i], i == list_chosen(&s->list));
 *     }
 *     list_hint(&s->list, c, area);
 *
 * Items are numbered from 0. */

#include <stdbool.h>

#include "tui/canvas.h"
#include "tui/event.h"

struct list {
    int n;        /* items */
    int cursor;   /* the chosen one; 0 when there is none: ask list_chosen */
    int top;      /* the first one seen */
    int height;   /* rows of the window */
    bool letters; /* j k g G walk as well: only where no letter is taken */
};

void list_init(struct list *l, bool letters);
void list_resize(struct list *l, int height); /* rows of the window; below 0 counts as 0 */
void list_count(struct list *l, int n);       /* the choice is kept, or becomes the last item */
void list_choose(struct list *l, int i);      /* clamped */
int list_chosen(const struct list *l);        /* -1 when the list is empty */

/* Up Down PgUp PgDn Home End, and the letters when allowed. True when the key was one of them, even
 * when there was nowhere to go. */
bool list_key(struct list *l, struct key k);

/* A press of the first button on that row of the window. True when an item stands there. */
bool list_click(struct list *l, const struct event *ev, int row);

int list_row(const struct list *l, int row); /* the item on that row of the window, or -1 */

/* Draws an arrow at the right edge of the first and the last row of `a` where items are hidden. */
void list_hint(const struct list *l, struct canvas *c, struct area a);

#endif
