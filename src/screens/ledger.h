#ifndef SLATE_SCREENS_LEDGER_H
#define SLATE_SCREENS_LEDGER_H

/* Rows under rules, with sentences between them, walked line by line: what compare and shortlist
 * are. The owner draws its rows; the ledger draws rules and sentences, wraps them, and keeps the
 * chosen line where it was when the window changes.
 *
 *     ledger_rule(&s->ledger, "QUESTIONS");
 *     ledger_row(&s->ledger, ROW_QUESTION, 3);
 *     ledger_text(&s->ledger, remark);
 *     ledger_resize(&s->ledger, rows, cols);                   on EVENT_RESIZE
 *     if (ledger_event(&s->ledger, ev, top)) return out_stay();
 *     ledger_draw(&s->ledger, c, area, draw_row, s);
 *
 * Texts are not copied. */

#include <stdbool.h>
#include <stddef.h>

#include "tui/event.h"
#include "tui/list.h"

struct ledger_item {
    enum { LEDGER_RULE, LEDGER_TEXT, LEDGER_ROW } what;
    const char *text; /* of a rule or a sentence */
    int kind, index;  /* of a row: the owner's */
};

struct ledger_line {
    size_t item;
    size_t at, len; /* of the item's text */
};

struct ledger {
    struct {
        struct ledger_item *items;
        size_t n, cap;
    } items;
    struct {
        struct ledger_line *items;
        size_t n, cap;
    } lines;
    struct list list; /* over the lines */
    int cols;
};

void ledger_init(struct ledger *l);
void ledger_release(struct ledger *l);

void ledger_rule(struct ledger *l, const char *label);
void ledger_text(struct ledger *l, const char *text);
void ledger_row(struct ledger *l, int kind, int index);

void ledger_resize(struct ledger *l, int rows, int cols); /* after filling, too */
/* Walks; a rule is stepped over. `top` is the row of the screen that the ledger begins on. */
bool ledger_event(struct ledger *l, const struct event *ev, int top);

/* The row that is chosen, or NULL when it is a sentence. */
const struct ledger_item *ledger_chosen(const struct ledger *l);

/* The first column is the pointer's. */
typedef void ledger_draw_row(const void *data, const struct ledger_item *item, struct canvas *c,
                             struct area row);
void ledger_draw(const struct ledger *l, struct canvas *c, struct area a, ledger_draw_row *row,
                 const void *data);

#endif
