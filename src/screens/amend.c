#include <stdlib.h>

#include "app/amending.h"
#include "app/viewing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"
#include "tui/table.h"

/* What of a submitted interview may be corrected, to walk to: every score, point, flag and text, or
 * only the questions, of which one is to be void. */

#define HEAD 2 /* the line at the top and its rule */

struct amend {
    struct app *app;
    bool voiding;
    struct interview iv;
    struct amend_items all;
    struct {
        const struct amend_item **items;
        size_t n, cap;
    } shown;
    struct list list;
};

enum { COL_QUESTION, COL_WHAT, COL_NOW };

static const struct table_column columns[] = {
    {.title = "QUESTION", .min = 8, .max = 18},
    {.title = "WHAT", .min = 10, .max = 64},
    {.title = "NOW", .min = 12, .max = 28},
};

static const struct answer *answer_of(const struct amend *s, const struct amend_item *item)
{
    return &s->iv.answers[item->slot.pos];
}

static void add_voiding_cell(const struct amend *s, const struct amend_item *item, int column,
                             struct str *text)
{
    const struct answer *a = answer_of(s, item);
    if (column == COL_WHAT)
        str_add(text, a->question->ask.s);
    else if (column == COL_NOW)
        str_add(text, a->voided != NULL ? "void" : "counts");
}

static void add_now(const struct amend_item *item, struct str *text)
{
    str_add(text, item->now[0] != '\0' ? item->now : "(empty)");
    if (item->was != NULL && slot_is_text(item->slot))
        str_add(text, " (amended)");
    else if (item->was != NULL)
        str_addf(text, ", was %s", item->was);
}

static void cell(const void *data, int row, int column, struct str *text, enum role *role)
{
    const struct amend *s = data;
    const struct amend_item *item = s->shown.items[row];
    if (column == COL_QUESTION)
        str_add(text, item->heading != NULL ? item->heading : "");
    else if (s->voiding)
        add_voiding_cell(s, item, column, text);
    else if (column == COL_WHAT)
        str_add(text, item->what);
    else
        add_now(item, text);
    if (column == COL_NOW && str_same(item->now, "no") && !s->voiding)
        *role = ROLE_DIM;
}

static void draw(const void *state, struct canvas *c)
{
    const struct amend *s = state;
    struct str who = STR_INIT;
    words_add_mark(&who, s->app);
    words_add_interview(&who, &s->iv);
    statusbar_header(c, 0, who.s, s->voiding ? "void a question" : "amend");
    canvas_rule(c, 1, s->voiding ? "WHICH QUESTION?" : "WHAT IS WRONG?");
    table_draw(&(struct table){.columns = columns, .n = COUNT_OF(columns), .cell = cell, .data = s},
               &s->list, c, layout_body(c->rows, c->cols, HEAD));
    str_release(&who);
}

static void fill(struct amend *s)
{
    amend_items_release(&s->all);
    amend_list(&s->iv, &s->all);
    s->shown.n = 0;
    for (size_t i = 0; i < s->all.n; i++)
        if (!s->voiding || s->all.items[i].slot.field == FIELD_MARK)
            *VEC_PUSH(&s->shown) = &s->all.items[i];
    list_count(&s->list, (int)s->shown.n);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct amend *s = state;
    struct area a;
    switch (ev->kind) {
    case EVENT_RESIZE:
        a = layout_body(ev->rows, ev->cols, HEAD);
        list_resize(&s->list, table_height(a.rows));
        return out_stay();
    case EVENT_KEY:
        return list_key(&s->list, ev->key) ? out_stay() : out_unhandled();
    default:
        return out_unhandled();
    }
}

static const struct amend_item *chosen(const struct amend *s)
{
    int i = list_chosen(&s->list);
    return i >= 0 ? s->shown.items[i] : NULL;
}

static struct outcome open_form(struct amend *s, bool voiding)
{
    struct err e = ERR_INIT;
    struct correction what = {s->iv.id, chosen(s)->slot, voiding};
    if (voiding)
        what.slot = (struct slot){FIELD_MARK, what.slot.pos, 0};
    struct screen *form = correct_open(s->app, &what, &e);
    return form != NULL ? out_push(form) : out_failed(&e);
}

static const char *cannot_correct(const void *state)
{
    return chosen(state) == NULL ? "there is nothing to amend" : NULL;
}

static struct outcome run_correct(void *state, struct key k)
{
    struct amend *s = state;
    (void)k;
    return open_form(s, s->voiding);
}

/* To the first line of the question `by` further on or back; at an end it stays. */
static struct outcome walk(struct amend *s, int by)
{
    int i = list_chosen(&s->list);
    for (i += by; i >= 0 && i < (int)s->shown.n; i += by)
        if (s->shown.items[i]->heading != NULL) {
            list_choose(&s->list, i);
            break;
        }
    return out_stay();
}

static struct outcome run_next(void *state, struct key k)
{
    (void)k;
    return walk(state, 1);
}

static struct outcome run_previous(void *state, struct key k)
{
    (void)k;
    return walk(state, -1);
}

static const char *cannot_void(const void *state)
{
    const struct amend *s = state;
    const struct amend_item *item = chosen(s);
    bool whole = item == NULL || item->slot.field == FIELD_OVERALL ||
                 item->slot.field == FIELD_SUMMARY || item->slot.field == FIELD_GENERAL ||
                 item->slot.field == FIELD_FACT || item->slot.field == FIELD_STEP_NOTE;
    return whole || answer_of(s, item)->question == NULL ? "go to a line of the question first"
                                                         : NULL;
}

static struct outcome run_void(void *state, struct key k)
{
    (void)k;
    return open_form(state, true);
}

static const struct action rows[] = {
    {.name = "correct",
     .keys = "Enter",
     .label = "correct",
     .disabled = cannot_correct,
     .help = "Asks for what it should say, and why. What was recorded stays readable.",
     .run = run_correct},
    {.name = "void",
     .keys = "x",
     .label = "void",
     .disabled = cannot_void,
     .help = "Takes the question out of every result, or back in; asks why first.",
     .run = run_void},
    {.name = "next question",
     .keys = "Tab Right",
     .shown = "Tab",
     .label = "next",
     .help = "To the first line of the next question.",
     .run = run_next},
    {.name = "previous question",
     .keys = "Shift-Tab Left",
     .help = "Back to the first line of the question before.",
     .run = run_previous},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to the scorecard.",
     .run = out_back},
};

const struct actions amend_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return amend_actions;
}

/* Something may have been amended: it is read anew. */
static struct outcome resumed(void *state, long value)
{
    struct amend *s = state;
    struct interview iv;
    struct err e = ERR_INIT;
    if (value < 0)
        return out_stay();
    if (!view_interview(s->app, s->iv.id, &iv, &e))
        return out_failed(&e);
    interview_release(&s->iv);
    s->iv = iv;
    fill(s);
    return out_stay();
}

static void close_amend(void *state)
{
    struct amend *s = state;
    VEC_RELEASE(&s->shown);
    amend_items_release(&s->all);
    interview_release(&s->iv);
    free(s);
}

static const struct screen_ops ops = {
    .name = "amend",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .close = close_amend,
};

struct screen *amend_open(struct app *app, int64_t id, bool voiding, struct err *e)
{
    struct amend *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->voiding = voiding;
    list_init(&s->list, true);
    interview_init(&s->iv);
    if (!view_interview(app, id, &s->iv, e)) {
        close_amend(s);
        return NULL;
    }
    fill(s);
    return screen_new(&ops, s);
}
