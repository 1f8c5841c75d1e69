#ifndef SLATE_SCREENS_PAGES_H
#define SLATE_SCREENS_PAGES_H

/* A long text that is read and scrolled: rules, paragraphs and bars, wrapped to the window. It is
 * filled once; a new width only wraps it anew, and the item at the top stays at the top.
 *
 *     pages_init(&s->pages);
 *     pages_rule(&s->pages, "HEARD");
 *     pages_point(&s->pages, "a", ROLE_TEXT, text);
 *     pages_resize(&s->pages, rows, cols);                     on EVENT_RESIZE
 *     if (pages_key(&s->pages, ev->key)) return out_stay();
 *     pages_draw(&s->pages, c, area);
 *
 * All texts are copied. */

#include <stdbool.h>

#include "base/alloc.h"
#include "base/text.h"
#include "tui/action.h"
#include "tui/bars.h"
#include "tui/canvas.h"
#include "tui/key.h"
#include "tui/screen.h"

enum page_kind { PAGE_TEXT, PAGE_RULE, PAGE_BAR };

struct page_item {
    enum page_kind kind;
    enum role role, lead_role;
    int hang;         /* columns that `lead` has to the left of the text */
    const char *lead; /* "" for none */
    const char *text;
    struct bar bar;
};

struct page_line {
    size_t item;
    size_t at, len; /* of the item's text */
    bool first;     /* of its item */
};

struct pages {
    struct arena arena;
    struct {
        struct page_item *items;
        size_t n, cap;
    } items;
    struct {
        struct page_line *items;
        size_t n, cap;
    } lines;
    int top, rows, cols;
};

void pages_init(struct pages *p);
void pages_release(struct pages *p);
void pages_clear(struct pages *p); /* nothing in it, at its top; the size stays */

void pages_rule(struct pages *p, const char *label);
void pages_text(struct pages *p, enum role role, const char *text);
void pages_textf(struct pages *p, enum role role, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* A letter, number or sign, and the text beside it. */
void pages_point(struct pages *p, const char *sign, enum role role, const char *text);
/* A line of a file behind its sign ("+", "-"): blanks at its start are kept. */
void pages_line(struct pages *p, const char *sign, enum role role, const char *text);
/* A word and what there is to it: "Interviewer   Ada Moreau". */
void pages_entry(struct pages *p, enum role role, const char *word, const char *text);
/* A name, a bar and what it rests on. */
void pages_bar(struct pages *p, const char *name, const struct bar *bar, const char *text);

/* After filling, and on EVENT_RESIZE. */
void pages_resize(struct pages *p, int rows, int cols);
/* After it was cleared and filled anew with much the same: reads on at line `top`, which it had. */
void pages_restore(struct pages *p, int top);
/* Up Down PgUp PgDn Home End Space. True when the key was one of them. */
bool pages_key(struct pages *p, struct key k);
/* The same as what the actions "read on" and "read back" do; without a key, as from the palette, it
 * is a page. */
struct outcome pages_read_on(struct pages *p, struct key k);
struct outcome pages_read_back(struct pages *p, struct key k);

/* The rows of these two, for a table of `struct action`. */
#define PAGES_READ_ON(why_not, does)                                                               \
    {                                                                                              \
        .name = "read on", .keys = "Down PgDn Space End", .shown = "↓", .label = "read on",        \
        .disabled = (why_not), .help = "Scrolls on: by a line, by a page, to the end.",            \
        .run = (does)                                                                              \
    }
#define PAGES_READ_BACK(why_not, does)                                                             \
    {                                                                                              \
        .name = "read back", .keys = "Up PgUp Home", .disabled = (why_not),                        \
        .help = "Scrolls back: by a line, by a page, to the top.", .run = (does)                   \
    }

/* Arrows at the right edge tell of lines hidden above or below. */
void pages_draw(const struct pages *p, struct canvas *c, struct area a);

#endif
