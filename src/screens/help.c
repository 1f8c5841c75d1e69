#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/ui.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/statusbar.h"

/* The keys of a place, from its action rows: nothing here can be out of date. */

#define LIST_TOP  2  /* title and rule */
#define KEYS_COLS 15 /* room for "Tab Enter Esc" and a blank */

struct help {
    const struct screen *below;
    struct list list; /* over the rows that have keys */
    int cols;
};

/* The i-th row with keys: those of the place, then those that hold everywhere. */
static const struct action *row_at(const struct help *h, int i, bool *own)
{
    struct actions groups[] = {h->below->ops->actions(h->below->state), ui_everywhere};
    for (size_t g = 0; g < COUNT_OF(groups); g++)
        for (size_t r = 0; r < groups[g].n; r++)
            if (groups[g].rows[r].keys[0] && i-- == 0) {
                *own = g == 0;
                return &groups[g].rows[r];
            }
    return NULL;
}

static int count_rows(const struct help *h)
{
    bool own;
    int n = 0;
    while (row_at(h, n, &own))
        n++;
    return n;
}

static void draw_row(const struct help *h, struct canvas *c, struct area a, int i)
{
    bool own;
    const struct action *row = row_at(h, i, &own);
    const char *why = own && row->disabled ? row->disabled(h->below->state) : NULL;
    enum role role = why ? ROLE_DISABLED : ROLE_TEXT;
    canvas_text(c, a.row, 1, KEYS_COLS - 2, ROLE_KEY, row->keys);
    if (why)
        canvas_textf(c, a.row, KEYS_COLS, a.cols - KEYS_COLS - 1, role, "%s Not now: %s.",
                     row->help, why);
    else
        canvas_text(c, a.row, KEYS_COLS, a.cols - KEYS_COLS - 1, role, row->help);
}

/* The chosen row's sentence whole, where it is cut in its line. */
static void draw_whole(const struct help *h, struct canvas *c, struct area a)
{
    bool own;
    int i = list_chosen(&h->list);
    const struct action *row = i < 0 ? NULL : row_at(h, i, &own);
    if (!row)
        return;
    const char *why = own && row->disabled ? row->disabled(h->below->state) : NULL;
    struct str text = STR_INIT;
    str_addf(&text, "%s: %s", row->name, row->help);
    if (why)
        str_addf(&text, " Not now: %s.", why);
    canvas_wrapped(c, layout_inset(a, 0, 1), ROLE_STRONG, text.s);
    str_release(&text);
}

static void draw(const void *state, struct canvas *c)
{
    const struct help *h = state;
    struct area rest = layout_all(c);
    layout_bottom(&rest, 1);
    struct area head = layout_top(&rest, 2);
    struct area whole = layout_bottom(&rest, rest.rows > 8 ? 3 : 0);
    struct str title = STR_INIT;
    str_addf(&title, "Keys: %s", h->below->ops->name);
    statusbar_header(c, head.row, title.s, NULL);
    str_release(&title);
    if (head.rows > 1)
        canvas_rule(c, 1, NULL);
    for (int r = 0; r < rest.rows; r++) {
        int i = list_row(&h->list, r);
        if (i < 0)
            break;
        draw_row(h, c, layout_row(rest, r), i);
        if (i == list_chosen(&h->list)) {
            canvas_role(c, (struct area){rest.row + r, 1, 1, KEYS_COLS - 3}, ROLE_FOCUS);
            canvas_cursor(c, rest.row + r, 1);
        }
    }
    list_hint(&h->list, c, rest);
    if (whole.rows) {
        canvas_rule(c, whole.row, NULL);
        whole.row++;
        whole.rows--;
        draw_whole(h, c, whole);
    }
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct help *h = state;
    if (ev->kind == EVENT_RESIZE) {
        struct area rest = layout_size(ev->rows - 3, ev->cols);
        list_resize(&h->list, rest.rows > 8 ? rest.rows - 3 : rest.rows);
        return out_stay();
    }
    if (list_click(&h->list, ev, ev->rows - LIST_TOP) ||
        (ev->kind == EVENT_KEY && list_key(&h->list, ev->key)))
        return out_stay();
    return out_unhandled();
}

static const struct action help_rows[] = {
    {.name = "back",
     .keys = "Esc q Enter ? F1",
     .label = "back",
     .help = "Closes the list of keys.",
     .run = out_back},
};

const struct actions help_actions = {help_rows, COUNT_OF(help_rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return help_actions;
}

static const struct screen_ops help_ops = {
    .name = "keys",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = free,
};

struct screen *help_open(const struct screen *below)
{
    struct help *h = xcalloc(1, sizeof *h);
    h->below = below;
    list_init(&h->list, true);
    list_count(&h->list, count_rows(h));
    return screen_new(&help_ops, h);
}
