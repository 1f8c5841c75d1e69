#include <stdlib.h>

#include "app/comparison.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/ledger.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/bars.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* One job, one kit: the best group, the rest, the incomplete apart. No places, no percentiles. */

#define HEAD 1 /* the line at the top */

struct shortlist_screen {
    struct app *app;
    struct shortlist list;
    struct ledger ledger;
    int rows, cols;
    bool by;                     /* who asked differs */
    int64_t marked[COMPARE_MAX]; /* in the order in which they were marked */
    size_t n_marked;
};

/* ---- marks ---- */

/* Where it stands among the marked; their number when it does not. */
static size_t mark_at(const struct shortlist_screen *s, int64_t id)
{
    size_t i = 0;
    while (i < s->n_marked && s->marked[i] != id)
        i++;
    return i;
}

static const struct shortlist_row *chosen(const struct shortlist_screen *s)
{
    const struct ledger_item *item = ledger_chosen(&s->ledger);
    return item != NULL ? &s->list.rows.items[item->index] : NULL;
}

/* ---- drawing ---- */

#define MARK_COLS     2
#define FLAGS_COLS    4
#define DECISION_COLS 15
#define MEAN_COLS     14 /* "3.8 (8/9; 88 %)" is cut before it would push the name away */
#define NAME_LEAST    16
#define NAME_MOST     32

/* From the right, what there is room for beside a name that can be read. */
struct places_of_row {
    int name, bar, mean, flags, decision, by;
};

static int take(int *room, int cols)
{
    if (*room - cols < NAME_LEAST)
        return 0;
    *room -= cols;
    return cols;
}

static struct places_of_row lay_row(int cols, bool by)
{
    int room = cols - 1 - MARK_COLS;
    struct places_of_row p = {.mean = take(&room, MEAN_COLS + 2)};
    p.flags = take(&room, FLAGS_COLS);
    p.decision = take(&room, DECISION_COLS + 1);
    p.bar = take(&room, 12);
    p.by = by ? take(&room, 16) : 0;
    p.name = room < NAME_MOST ? room : NAME_MOST;
    return p;
}

static void draw_mean(const struct shortlist_row *row, struct canvas *c, struct area at, int bar)
{
    const struct composite *m = &row->own.composite;
    bool complete = composite_complete(m);
    struct str brief = STR_INIT;
    comparison_add_brief(&brief, m, complete);
    if (bar > 0) {
        struct bar b = {.hundredths = composite_hundredths(m),
                        .max = m->scale,
                        .none = !complete,
                        .role = ROLE_GOOD};
        int filled = bars_filled(&b, bar - 2);
        for (int i = 0; complete && i < bar - 2; i++)
            canvas_text(c, at.row, at.col + i, 1, i < filled ? ROLE_GOOD : ROLE_DIM,
                        canvas_glyph(c, i < filled ? GLYPH_BAR_FULL : GLYPH_BAR_REST));
    }
    canvas_text(c, at.row, at.col + bar, at.cols, complete ? ROLE_TEXT : ROLE_DIM, brief.s);
    str_release(&brief);
}

static void draw_row(const void *data, const struct ledger_item *item, struct canvas *c,
                     struct area a)
{
    const struct shortlist_screen *s = data;
    const struct shortlist_row *row = &s->list.rows.items[item->index];
    struct places_of_row p = lay_row(a.cols, s->by);
    enum decision d = row->scored->row.decision;
    bool is_chosen = ledger_chosen(&s->ledger) == item;
    int col = a.col + 1 + MARK_COLS;
    if (mark_at(s, row->scored->row.id) < s->n_marked)
        canvas_text(c, a.row, a.col + 1, 1, ROLE_MARK, canvas_glyph(c, GLYPH_TICK));
    canvas_text(c, a.row, col, p.name - 1, is_chosen ? ROLE_FOCUS : ROLE_STRONG, row->name);
    col += p.name;
    draw_mean(row, c, (struct area){a.row, col, 1, p.mean - 1}, p.bar);
    col += p.bar + p.mean;
    if (row->flags > 0)
        canvas_textf(c, a.row, col, p.flags - 1, ROLE_FLAG, "%s%d", canvas_glyph(c, GLYPH_FLAG),
                     row->flags);
    col += p.flags;
    canvas_text(c, a.row, col, p.decision - 1, ROLE_TEXT,
                d != DECISION_NONE ? decision_words(d) : "");
    col += p.decision;
    canvas_text(c, a.row, col, p.by - 1, ROLE_DIM, row->scored->row.interviewer);
}

static void draw(const void *state, struct canvas *c)
{
    const struct shortlist_screen *s = state;
    struct str left = STR_INIT;
    words_add_mark(&left, s->app);
    str_addf(&left, "Shortlist · %s · %s · %s", s->list.job[0] ? s->list.job : "(no job)",
             s->list.title, level_name(s->list.level));
    statusbar_header(c, 0, left.s, NULL);
    ledger_draw(&s->ledger, c, layout_body(c->rows, c->cols, HEAD), draw_row, s);
    str_release(&left);
}

static void fill(struct shortlist_screen *s)
{
    const struct shortlist *l = &s->list;
    for (size_t i = 0; i < l->rows.n; i++) {
        enum standing now = l->rows.items[i].standing;
        if (i == 0 || now != l->rows.items[i - 1].standing)
            ledger_rule(&s->ledger, standing_words(now));
        ledger_row(&s->ledger, 0, (int)i);
    }
    ledger_rule(&s->ledger, "WHAT CAN BE SAID");
    for (size_t i = 0; i < l->remarks.n; i++)
        ledger_text(&s->ledger, l->remarks.items[i]);
}

/* ---- keys ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct shortlist_screen *s = state;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        s->rows = ev->rows;
        s->cols = ev->cols;
        ledger_resize(&s->ledger, a.rows, a.cols);
        return out_stay();
    }
    if ((ev->kind == EVENT_KEY || ev->kind == EVENT_MOUSE) &&
        ledger_event(&s->ledger, ev, layout_body(s->rows, s->cols, HEAD).row))
        return out_stay();
    return out_unhandled();
}

static const char *no_candidate(const void *state)
{
    return chosen(state) == NULL ? "no candidate is chosen on this line" : NULL;
}

static struct outcome run_scorecard(void *state, struct key k)
{
    struct shortlist_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *card = scorecard_open(s->app, chosen(s)->scored->row.id, &e);
    return card ? out_push(card) : out_failed(&e);
}

static struct outcome run_mark(void *state, struct key k)
{
    struct shortlist_screen *s = state;
    int64_t id = chosen(s)->scored->row.id;
    size_t at = mark_at(s, id);
    (void)k;
    if (at == s->n_marked && s->n_marked == COMPARE_MAX)
        return out_say(TONE_WARN, "%d are marked: that is as many as stand side by side.",
                       COMPARE_MAX);
    if (at == s->n_marked)
        s->marked[s->n_marked++] = id;
    else {
        for (s->n_marked--; at < s->n_marked; at++)
            s->marked[at] = s->marked[at + 1];
    }
    return out_stay();
}

static const char *cannot_compare(const void *state)
{
    const struct shortlist_screen *s = state;
    return s->n_marked < 2 ? "mark two to five with Space" : NULL;
}

static struct outcome run_compare(void *state, struct key k)
{
    struct shortlist_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *compare = compare_open(s->app, s->marked, s->n_marked, &e);
    return compare ? out_push(compare) : out_failed(&e);
}

static const struct action rows[] = {
    {.name = "scorecard",
     .keys = "Enter",
     .label = "scorecard",
     .disabled = no_candidate,
     .help = "Opens the scorecard of the chosen candidate.",
     .run = run_scorecard},
    {.name = "mark",
     .keys = "Space",
     .label = "mark",
     .disabled = no_candidate,
     .help = "Marks the candidate for comparing, or takes the mark away; up to five.",
     .run = run_mark},
    {.name = "compare",
     .keys = "c",
     .label = "compare",
     .disabled = cannot_compare,
     .help = "Puts the marked candidates side by side.",
     .run = run_compare},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to where you came from.",
     .run = out_back},
};

const struct actions shortlist_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return shortlist_actions;
}

static void close_shortlist(void *state)
{
    struct shortlist_screen *s = state;
    shortlist_release(&s->list);
    ledger_release(&s->ledger);
    free(s);
}

static const struct screen_ops shortlist_ops = {
    .name = "shortlist",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = close_shortlist,
};

struct screen *shortlist_open(struct app *app, int64_t interview, struct err *e)
{
    struct shortlist_query q = {.interview = interview, .level = -1};
    struct shortlist_screen *s = xcalloc(1, sizeof *s);
    s->app = app;
    ledger_init(&s->ledger);
    if (!shortlist_make(app, &q, &s->list, e)) {
        free(s);
        return NULL;
    }
    s->by = shortlist_interviewers_differ(&s->list);
    fill(s);
    return screen_new(&shortlist_ops, s);
}
