#include <stdlib.h>

#include "app/bank_editing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_words.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/statusbar.h"

/* What is wrong or weak in a bank, by line; the chosen one stands whole below. */

#define HEAD   2
#define DETAIL 6 /* a rule and the finding in full */

struct problems {
    struct app *app;
    struct bank_editing *edit;
    struct list list;
};

static const struct findings *findings(const struct problems *s)
{
    return bank_editing_view(s->edit)->findings;
}

static struct area body(int rows, int cols, struct area *detail)
{
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, HEAD);
    *detail = layout_bottom(&rest, rest.rows > 2 * DETAIL ? DETAIL : 0);
    return rest;
}

static void draw_row(const struct problems *s, struct canvas *c, struct area a, int i)
{
    const struct finding *f = &findings(s)->items[i];
    bool bad = f->severity == FINDING_ERROR;
    canvas_textf(c, a.row, 1, 6, ROLE_DIM, "%5u", f->line);
    canvas_text(c, a.row, 8, 1, bad ? ROLE_ERROR : ROLE_MIXED, bad ? "!" : " ");
    canvas_text(c, a.row, 10, a.cols - 11, ROLE_TEXT, f->what);
    if (i != list_chosen(&s->list))
        return;
    canvas_role(c, (struct area){a.row, 1, 1, a.cols - 2}, ROLE_FOCUS);
    canvas_cursor(c, a.row, 1);
}

static void draw_detail(const struct problems *s, struct canvas *c, struct area a)
{
    int i = list_chosen(&s->list);
    struct str text = STR_INIT;
    if (layout_empty(a))
        return;
    canvas_rule(c, layout_top(&a, 1).row, NULL);
    if (i >= 0)
        bank_words_finding(&text, &findings(s)->items[i]);
    canvas_wrapped(c, layout_inset(a, 0, 1), ROLE_TEXT, text.s);
    str_release(&text);
}

static void draw(const void *state, struct canvas *c)
{
    const struct problems *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    struct area detail, a = body(c->rows, c->cols, &detail);
    struct str left = STR_INIT, right = STR_INIT;
    words_add_mark(&left, s->app);
    str_addf(&left, "Problems of %s", v->title);
    bank_words_counts(&right, v->errors, v->warnings);
    statusbar_header(c, 0, left.s, right.s);
    canvas_rule(c, 1, NULL);
    for (int row = 0; row < a.rows; row++) {
        int i = list_row(&s->list, row);
        if (i >= 0)
            draw_row(s, c, layout_row(a, row), i);
    }
    list_hint(&s->list, c, a);
    draw_detail(s, c, detail);
    str_release(&left);
    str_release(&right);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct problems *s = state;
    struct area detail;
    if (ev->kind == EVENT_RESIZE) {
        list_resize(&s->list, body(ev->rows, ev->cols, &detail).rows);
        return out_stay();
    }
    if (list_click(&s->list, ev, ev->rows - HEAD))
        return out_stay();
    if (ev->kind == EVENT_KEY && list_key(&s->list, ev->key))
        return out_stay();
    return out_unhandled();
}

static struct outcome run_go(void *state, struct key k)
{
    struct problems *s = state;
    (void)k;
    return out_pop((long)findings(s)->items[list_chosen(&s->list)].line);
}

static const struct action rows[] = {
    {.name = "go there",
     .keys = "Enter",
     .label = "go there",
     .help = "Goes to what it is about, in the bank.",
     .run = run_go},
    {.name = "back", .keys = "Esc p q", .label = "back", .help = "Back.", .run = out_back},
};

const struct actions bank_problems_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return bank_problems_actions;
}

static const struct screen_ops problems_ops = {
    .name = "problems of a bank",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = free,
};

struct screen *bank_problems_open(struct app *app, struct bank_editing *edit)
{
    struct problems *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->edit = edit;
    list_init(&s->list, true);
    list_count(&s->list, (int)findings(s)->n);
    return screen_new(&problems_ops, s);
}
