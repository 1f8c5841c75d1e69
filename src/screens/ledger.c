#include "screens/ledger.h"

#include <string.h>

#include "base/text.h"
#include "base/vec.h"

#define HANG 2 /* columns that the lines of a sentence stand in, but for the first */

void ledger_init(struct ledger *l)
{
    *l = (struct ledger){.cols = 1};
    list_init(&l->list, true);
}

void ledger_release(struct ledger *l)
{
    VEC_RELEASE(&l->items);
    VEC_RELEASE(&l->lines);
}

void ledger_rule(struct ledger *l, const char *label)
{
    *VEC_PUSH(&l->items) = (struct ledger_item){.what = LEDGER_RULE, .text = label};
}

void ledger_text(struct ledger *l, const char *text)
{
    *VEC_PUSH(&l->items) = (struct ledger_item){.what = LEDGER_TEXT, .text = text};
}

void ledger_row(struct ledger *l, int kind, int index)
{
    *VEC_PUSH(&l->items) = (struct ledger_item){.what = LEDGER_ROW, .kind = kind, .index = index};
}

/* ---- lines ---- */

static void lay_item(struct ledger *l, size_t i)
{
    const struct ledger_item *item = &l->items.items[i];
    struct text_lines lines = {0};
    if (item->what != LEDGER_TEXT) {
        *VEC_PUSH(&l->lines) = (struct ledger_line){.item = i};
        return;
    }
    int width = l->cols - 2 - HANG;
    text_wrap(item->text, strlen(item->text), width > 1 ? width : 1, &lines);
    for (size_t n = 0; n < lines.n; n++)
        *VEC_PUSH(&l->lines) = (struct ledger_line){i, lines.items[n].at, lines.items[n].len};
    VEC_RELEASE(&lines);
}

static const struct ledger_item *item_at(const struct ledger *l, int line)
{
    if (line < 0 || (size_t)line >= l->lines.n)
        return NULL;
    return &l->items.items[l->lines.items[line].item];
}

static bool is_rule(const struct ledger *l, int line)
{
    const struct ledger_item *item = item_at(l, line);
    return item != NULL && item->what == LEDGER_RULE;
}

/* The rule above the first row stays in sight. */
static void step_over_rule(struct ledger *l, int before)
{
    int at = list_chosen(&l->list);
    if (!is_rule(l, at))
        return;
    int step = at < before && at > 0 ? -1 : 1;
    list_choose(&l->list, at + step);
}

void ledger_resize(struct ledger *l, int rows, int cols)
{
    int chosen = list_chosen(&l->list), again = 0;
    size_t item = chosen >= 0 && (size_t)chosen < l->lines.n ? l->lines.items[chosen].item : 0;
    l->cols = cols;
    l->lines.n = 0;
    for (size_t i = 0; i < l->items.n; i++) {
        if (i == item)
            again = (int)l->lines.n;
        lay_item(l, i);
    }
    list_count(&l->list, (int)l->lines.n);
    list_resize(&l->list, rows);
    list_choose(&l->list, again);
    step_over_rule(l, 0);
}

bool ledger_event(struct ledger *l, const struct event *ev, int top)
{
    int before = list_chosen(&l->list);
    bool taken = ev->kind == EVENT_KEY ? list_key(&l->list, ev->key)
                                       : list_click(&l->list, ev, ev->rows - top);
    if (taken)
        step_over_rule(l, before);
    return taken;
}

const struct ledger_item *ledger_chosen(const struct ledger *l)
{
    const struct ledger_item *item = item_at(l, list_chosen(&l->list));
    return item != NULL && item->what == LEDGER_ROW ? item : NULL;
}

/* ---- drawing ---- */

static void draw_text(const struct ledger *l, const struct ledger_line *line,
                      const struct ledger_item *item, struct canvas *c, struct area row)
{
    int hang = line->at > 0 ? HANG : 0;
    canvas_textn(c, row.row, row.col + 1 + hang, l->cols - 2 - hang, ROLE_TEXT,
                 item->text + line->at, line->len);
}

static void draw_pointer(struct canvas *c, struct area row)
{
    canvas_text(c, row.row, row.col, 1, ROLE_KEY, canvas_glyph(c, GLYPH_POINTER));
    canvas_cursor(c, row.row, row.col);
}

void ledger_draw(const struct ledger *l, struct canvas *c, struct area a, ledger_draw_row *draw,
                 const void *data)
{
    struct area saved = canvas_clip(c, a);
    for (int i = 0; i < a.rows; i++) {
        int line = list_row(&l->list, i);
        const struct ledger_item *item = item_at(l, line);
        struct area row = {a.row + i, a.col, 1, a.cols};
        if (item == NULL)
            break;
        if (item->what == LEDGER_RULE)
            canvas_rule(c, row.row, item->text);
        else if (item->what == LEDGER_TEXT)
            draw_text(l, &l->lines.items[line], item, c, row);
        else
            draw(data, item, c, row);
        if (line == list_chosen(&l->list))
            draw_pointer(c, row);
    }
    list_hint(&l->list, c, a);
    canvas_clip_to(c, saved);
}
