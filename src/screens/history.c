#include <stdlib.h>

#include "app/amending.h"
#include "app/viewing.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/pages.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* All that happened to an interview: first what came after it was submitted, then how it was
 * recorded. */

#define HEAD 1 /* the line at the top */

struct history_screen {
    struct app *app;
    struct interview iv;
    struct pages pages;
};

static void draw(const void *state, struct canvas *c)
{
    const struct history_screen *s = state;
    struct str who = STR_INIT;
    words_add_mark(&who, s->app);
    words_add_interview(&who, &s->iv);
    statusbar_header(c, 0, who.s, "history");
    str_release(&who);
    pages_draw(&s->pages, c, layout_body(c->rows, c->cols, HEAD));
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct history_screen *s = state;
    struct area a;
    if (ev->kind != EVENT_RESIZE)
        return out_unhandled();
    a = layout_body(ev->rows, ev->cols, HEAD);
    pages_resize(&s->pages, a.rows, a.cols);
    return out_stay();
}

/* ---- the lines ---- */

static void add_values(struct pages *p, const struct history_line *l)
{
    struct str text = STR_INIT;
    if (l->old != NULL)
        pages_entry(p, ROLE_DIM, "was", l->old[0] != '\0' ? l->old : "(empty)");
    if (l->new != NULL)
        pages_entry(p, ROLE_TEXT, l->old != NULL ? "is" : "",
                    l->new[0] != '\0' ? l->new : "(empty)");
    str_release(&text);
}

static void add_late(struct pages *p, const struct history_line *l, int offset_min)
{
    struct str head = STR_INIT;
    clock_add_date_time(&head, l->at, offset_min);
    str_addf(&head, "  %s: %s", l->who, l->what);
    pages_text(p, ROLE_STRONG, head.s);
    add_values(p, l);
    if (l->reason != NULL && l->reason[0] != '\0')
        pages_entry(p, ROLE_TEXT, "because", l->reason);
    str_release(&head);
}

/* What was typed and ticked during the call: a line each. */
static void add_recorded(struct pages *p, const struct history_line *l, int offset_min)
{
    struct str head = STR_INIT, text = STR_INIT;
    clock_add_hm(&head, l->at, offset_min);
    str_add(&text, l->what);
    if (l->new != NULL)
        str_addf(&text, ": %s", l->new[0] != '\0' ? l->new : "(empty)");
    if (l->old != NULL && l->old[0] != '\0' && !str_same(l->old, "no") &&
        !str_same(l->old, "not scored"))
        str_addf(&text, " (was %s)", l->old);
    pages_entry(p, ROLE_TEXT, head.s, text.s);
    str_release(&head);
    str_release(&text);
}

static bool is_late(const struct history_line *l)
{
    return l->kind >= PAST_DECIDED;
}

static void fill(struct pages *p, const struct history_lines *h, int offset_min)
{
    bool any = false;
    pages_rule(p, "CORRECTIONS AND DECISIONS");
    for (size_t i = 0; i < h->n; i++) {
        if (!is_late(&h->items[i]))
            continue;
        any = true;
        add_late(p, &h->items[i], offset_min);
    }
    if (!any)
        pages_text(p, ROLE_DIM, "Nothing was decided or amended.");
    pages_rule(p, "AS IT WAS RECORDED");
    for (size_t i = 0; i < h->n; i++)
        if (!is_late(&h->items[i]))
            add_recorded(p, &h->items[i], offset_min);
}

/* ---- keys ---- */

static struct outcome run_on(void *state, struct key k)
{
    struct history_screen *s = state;
    return pages_read_on(&s->pages, k);
}

static struct outcome run_up(void *state, struct key k)
{
    struct history_screen *s = state;
    return pages_read_back(&s->pages, k);
}

static const struct action rows[] = {
    PAGES_READ_ON(NULL, run_on),
    PAGES_READ_BACK(NULL, run_up),
    {.name = "back",
     .keys = "Esc q h",
     .shown = "Esc",
     .label = "back",
     .help = "Back to the scorecard.",
     .run = out_back},
};

const struct actions history_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return history_actions;
}

static void close_history(void *state)
{
    struct history_screen *s = state;
    interview_release(&s->iv);
    pages_release(&s->pages);
    free(s);
}

static const struct screen_ops ops = {
    .name = "history",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = close_history,
};

struct screen *history_open(struct app *app, int64_t id, struct err *e)
{
    struct history_screen *s = xcalloc(1, sizeof *s);
    struct history_lines lines = {0};
    s->app = app;
    interview_init(&s->iv);
    pages_init(&s->pages);
    if (!view_interview(app, id, &s->iv, e) || !history_lines(app, &s->iv, &lines, e)) {
        close_history(s);
        return NULL;
    }
    fill(&s->pages, &lines, s->iv.offset_min);
    history_lines_release(&lines);
    return screen_new(&ops, s);
}
