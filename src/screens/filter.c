#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/review_state.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/list.h"

/* What one filter of the list of sessions may be: its values, fewer with each letter typed. */

#define LIST_TOP  2 /* what is typed, and a rule */
#define NAME_COLS 24

struct filter {
    struct sessions *of;
    enum session_filter which;
    struct entry entry;
    struct name_rows choices;
    struct list list; /* over the choices, with "any" before them where `any` */
    bool any;
};

/* In the order of enum session_filter. */
static const char *const titles[SESSION_FILTERS] = {
    "Bank:", "Level:", "State:", "Decision:", "Interviewer:", "Job:", "From:", "To:", "Questions:"};

static int title_cols(const struct filter *f)
{
    return utf8_width(titles[f->which], strlen(titles[f->which]));
}

static bool is_day(const struct filter *f)
{
    return f->which == SESSIONS_FROM || f->which == SESSIONS_TO;
}

/* A day that is typed is taken as it is written; until then some days are offered. */
static bool find(struct filter *f, struct name_rows *found, struct err *e)
{
    const char *typed = entry_text(&f->entry);
    return (is_day(f) && typed[0]) || sessions_choices(f->of, f->which, typed, found, e);
}

static bool search(struct filter *f, struct err *e)
{
    struct name_rows found = {0};
    if (!find(f, &found, e)) {
        name_rows_release(&found);
        return false;
    }
    name_rows_release(&f->choices);
    f->choices = found;
    f->any = f->of->filters[f->which].len && !entry_text(&f->entry)[0];
    list_count(&f->list, (int)found.n + f->any);
    list_choose(&f->list, 0);
    return true;
}

/* ---- the picture ---- */

static void draw_row(const struct filter *f, struct canvas *c, struct area a, int i)
{
    int name = a.cols >= 60 ? NAME_COLS : a.cols / 2;
    if (f->any && i == 0) {
        canvas_text(c, a.row, 3, a.cols - 4, ROLE_STRONG, "any: this filter taken away");
        return;
    }
    const struct name_row *row = &f->choices.items[i - f->any];
    const char *detail = row->detail ? row->detail : "";
    if (!detail[0] || str_same(detail, row->name))
        name = a.cols - 4;
    canvas_text(c, a.row, 3, name, ROLE_STRONG, row->name);
    if (name != a.cols - 4)
        canvas_text(c, a.row, 5 + name, a.cols - name - 6, ROLE_DIM, detail);
}

static const char *empty_words(const struct filter *f)
{
    if (!entry_text(&f->entry)[0])
        return "There is nothing to choose from yet.";
    if (is_day(f))
        return "Enter takes the day as it is written, such as 2026-11-03.";
    return "Nothing begins with these words.";
}

static void draw(const void *state, struct canvas *c)
{
    const struct filter *f = state;
    struct area rest = layout_all(c);
    layout_bottom(&rest, 1);
    layout_top(&rest, LIST_TOP);
    canvas_text(c, 0, 1, c->cols - 2, ROLE_STRONG, titles[f->which]);
    canvas_rule(c, 1, NULL);
    for (int r = 0; r < rest.rows; r++) {
        int i = list_row(&f->list, r);
        if (i < 0)
            break;
        draw_row(f, c, layout_row(rest, r), i);
        if (i == list_chosen(&f->list)) {
            canvas_text(c, rest.row + r, 1, 1, ROLE_TEXT, canvas_glyph(c, GLYPH_POINTER));
            canvas_role(c, (struct area){rest.row + r, 1, 1, c->cols - 2}, ROLE_FOCUS);
        }
    }
    if (!f->list.n)
        canvas_wrapped(c, layout_inset(rest, 0, 3), ROLE_DIM, empty_words(f));
    list_hint(&f->list, c, rest);
    entry_draw(&f->entry, c, 0, 2 + title_cols(f), true);
}

/* ---- what keys do ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct filter *f = state;
    struct err e = ERR_INIT;
    struct splice sp;
    if (ev->kind == EVENT_RESIZE) {
        int cols = ev->cols - title_cols(f) - 3;
        list_resize(&f->list, ev->rows - LIST_TOP - 1);
        entry_resize(&f->entry, cols > 1 ? cols : 1);
        return out_stay();
    }
    if (list_click(&f->list, ev, ev->rows - LIST_TOP))
        return out_stay();
    if (ev->kind == EVENT_KEY && key_in(ev->key, "Up Down PgUp PgDn", false) &&
        list_key(&f->list, ev->key))
        return out_stay();
    switch (entry_handle(&f->entry, ev, &sp)) {
    case EDIT_UNHANDLED:
        return out_unhandled();
    case EDIT_CHANGED:
    case EDIT_TAKEN:
        return search(f, &e) ? out_stay() : out_failed(&e);
    default:
        return out_stay();
    }
}

/* A day may be one that the list does not name. */
static const char *value(const struct filter *f)
{
    int i = list_chosen(&f->list);
    if (i < 0)
        return entry_text(&f->entry);
    return f->any && i == 0 ? "" : f->choices.items[i - f->any].name;
}

static struct outcome run_take(void *state, struct key k)
{
    struct filter *f = state;
    struct err e = ERR_INIT;
    (void)k;
    if (sessions_set_filter(f->of, f->which, value(f), &e))
        return out_pop(0);
    return out_say(TONE_WARN, "%s", e.text);
}

static const struct action filter_rows[] = {
    {.name = "take",
     .keys = "Enter",
     .label = "take",
     .when = ALWAYS,
     .help = "Shows only the sessions of the chosen line, or of the day typed.",
     .run = run_take},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back to the sessions; the filter stays as it was.",
     .run = out_back},
};

const struct actions filter_actions = {filter_rows, COUNT_OF(filter_rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return filter_actions;
}

static bool typing(const void *state)
{
    (void)state;
    return true;
}

static void close_filter(void *state)
{
    struct filter *f = state;
    entry_release(&f->entry);
    name_rows_release(&f->choices);
    free(f);
}

static const struct screen_ops filter_ops = {
    .name = "filter",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_filter,
};

struct screen *filter_open(struct sessions *list, enum session_filter which, struct err *e)
{
    struct filter *f = xcalloc(1, sizeof *f);
    f->of = list;
    f->which = which;
    entry_init(&f->entry, 200);
    list_init(&f->list, false);
    f->entry.placeholder = is_day(f) ? "a day: 2026-11-03, today, mon" : "a part of its name";
    if (!search(f, e)) {
        close_filter(f);
        return NULL;
    }
    return screen_new(&filter_ops, f);
}
