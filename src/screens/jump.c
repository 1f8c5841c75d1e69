#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/list.h"

/* The list of questions, to jump to one. It shows how each answer stands, never its score. */

#define ID_COLS 18

#define LIST_TOP 2 /* title and rule */

struct jump {
    const struct live *live;
    struct list list;
};

static const char *ask_of(const struct answer *a)
{
    if (a->question)
        return a->question->ask.s;
    return a->own_text.len ? a->own_text.s : "not written yet";
}

static void draw_row(const struct jump *j, struct canvas *c, struct area a, int i)
{
    const struct interview *iv = live_interview(j->live);
    const struct answer *answer = &iv->answers[i];
    int id = a.cols >= 60 ? ID_COLS : 0;
    enum role role = i == iv->at ? ROLE_STRONG : ROLE_TEXT;
    canvas_textf(c, a.row, 1, 5, role, "%3d", i + 1);
    canvas_text(c, a.row, 5, 1, role, words_state_glyph(c, answer));
    canvas_text(c, a.row, 7, id - 1, role,
                answer->question ? answer->question->id.s : "off script");
    canvas_text(c, a.row, 7 + id, a.cols - 8 - id, role, ask_of(answer));
    if (i != list_chosen(&j->list))
        return;
    canvas_role(c, (struct area){a.row, 1, 1, a.cols - 2}, ROLE_FOCUS);
    canvas_cursor(c, a.row, 1);
}

/* What the signs mean, in words: they stand in the strip of the live screen too. */
static void draw_legend(struct canvas *c, int row)
{
    canvas_textf(c, row, 1, c->cols - 2, ROLE_DIM,
                 "%s scored  %s no evidence  s skipped  ? left without a score  %s not reached",
                 canvas_glyph(c, GLYPH_SCORED), canvas_glyph(c, GLYPH_NONE),
                 canvas_glyph(c, GLYPH_OPEN));
}

/* Header and rule above, footer below; the legend where there is room to spare. */
static struct area list_area(int rows, int cols, int *legend)
{
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, LIST_TOP);
    *legend = layout_bottom(&rest, rest.rows > 5 ? 1 : 0).row;
    return rest;
}

static void draw(const void *state, struct canvas *c)
{
    const struct jump *j = state;
    int legend;
    struct area a = list_area(c->rows, c->cols, &legend);
    words_draw_title(c, "Questions", live_interview(j->live));
    canvas_rule(c, 1, NULL);
    for (int row = 0; row < a.rows; row++) {
        int i = list_row(&j->list, row);
        if (i >= 0)
            draw_row(j, c, layout_row(a, row), i);
    }
    list_hint(&j->list, c, a);
    if (legend > a.row + a.rows - 1)
        draw_legend(c, legend);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct jump *j = state;
    int legend;
    if (list_click(&j->list, ev, ev->rows - LIST_TOP))
        return out_stay();
    if (ev->kind == EVENT_RESIZE) {
        list_resize(&j->list, list_area(ev->rows, ev->cols, &legend).rows);
        return out_stay();
    }
    if (ev->kind == EVENT_KEY && list_key(&j->list, ev->key))
        return out_stay();
    return out_unhandled();
}

static struct outcome run_go(void *state, struct key k)
{
    struct jump *j = state;
    (void)k;
    return out_pop(list_chosen(&j->list));
}

static const struct action rows[] = {
    {.name = "go there",
     .keys = "Enter",
     .label = "go there",
     .help = "Shows the chosen question.",
     .run = run_go},
    {.name = "back",
     .keys = "Esc l q",
     .label = "back",
     .help = "Back to the question you came from.",
     .run = out_back},
};

const struct actions jump_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return jump_actions;
}

static const struct screen_ops jump_ops = {
    .name = "questions",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = free,
};

struct screen *jump_open(const struct live *live)
{
    const struct interview *iv = live_interview(live);
    struct jump *j = xcalloc(1, sizeof *j);
    j->live = live;
    list_init(&j->list, true);
    list_count(&j->list, (int)iv->n_answers);
    list_choose(&j->list, iv->at);
    return screen_new(&jump_ops, j);
}
