#include <stdlib.h>

#include "app/comparison.h"
#include "base/alloc.h"
#include "base/text.h"
#include "base/vec.h"
#include "screens/compare_cells.h"
#include "screens/compare_layout.h"
#include "screens/ledger.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* Candidates side by side: questions down, candidates across, what may be said of it in words. */

struct compare {
    struct app *app;
    struct comparison c;
    struct ledger ledger;
    int rows, cols;
    int chosen, first; /* columns: the chosen one, the first in sight */
};

/* ---- where things stand ---- */

struct areas {
    struct area names, body, detail;
};

/* A name that is wider than its column has a second row where there are rows to spare. */
static int name_rows_of(const struct compare *s, int rows, int cols)
{
    struct compare_layout l = compare_lay(cols, (int)s->c.n);
    bool wide = false;
    for (size_t i = 0; i < s->c.n; i++)
        wide = wide || text_rows(s->c.columns[i].name, l.width - 1) > 1;
    return wide && rows >= 16 ? 2 : 1;
}

static struct areas lay(const struct compare *s, int rows, int cols)
{
    struct areas a;
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, 1);
    a.names = layout_top(&rest, name_rows_of(s, rows, cols));
    a.detail = layout_bottom(&rest, rows >= 20 ? 3 : rows >= 10 ? 1 : 0);
    a.body = rest;
    return a;
}

/* The chosen column stays in sight. */
static void follow(struct compare *s)
{
    struct compare_layout l = compare_lay(s->cols, (int)s->c.n);
    int last = (int)s->c.n - l.shown;
    if (s->chosen < s->first)
        s->first = s->chosen;
    if (s->chosen >= s->first + l.shown)
        s->first = s->chosen - l.shown + 1;
    if (s->first > last)
        s->first = last;
}

static const char *const labels[] = {
    [ROW_OWN] = "composite", [ROW_COMMON] = "in common",  [ROW_ERROR] = "std. error",
    [ROW_FLAGS] = "flags",   [ROW_DECISION] = "decision", [ROW_INTERVIEWER] = "interviewer",
    [ROW_DAY] = "day",       [ROW_JOB] = "job",
};

static void add_label(const struct compare *s, const struct ledger_item *item, struct str *out)
{
    const struct comparison_row *row;
    switch ((enum compare_row)item->kind) {
    case ROW_QUESTION:
        row = &s->c.rows.items[item->index];
        str_addf(out, "%s%s", row->voided ? "voided: " : "", row->qid);
        break;
    case ROW_COMPETENCY:
        str_add(out, s->c.competencies.items[item->index].name);
        break;
    default:
        str_add(out, labels[item->kind]);
        break;
    }
}

static void draw_row(const void *data, const struct ledger_item *item, struct canvas *c,
                     struct area row)
{
    const struct compare *s = data;
    struct compare_layout l = compare_lay(s->cols, (int)s->c.n);
    struct str label = STR_INIT;
    bool chosen = ledger_chosen(&s->ledger) == item;
    add_label(s, item, &label);
    canvas_text(c, row.row, row.col + 1, l.label - 2, chosen ? ROLE_STRONG : ROLE_TEXT, label.s);
    str_release(&label);
    for (int i = 0; i < l.shown; i++) {
        struct compare_spot at = {c, row.row, row.col + l.label + i * l.width, l.width - 1};
        struct compare_cell cell = {item->kind, item->index, s->first + i};
        compare_draw_cell(&s->c, cell, &at);
    }
}

/* ---- the picture ---- */

/* Which candidates are in sight, where not all are. */
static void add_part(const struct compare *s, int shown, struct str *out)
{
    if ((size_t)shown < s->c.n)
        str_addf(out, "%d-%d of %zu", s->first + 1, s->first + shown, s->c.n);
}

static void draw_names(const struct compare *s, struct canvas *c, struct area a)
{
    struct compare_layout l = compare_lay(s->cols, (int)s->c.n);
    struct str part = STR_INIT;
    add_part(s, l.shown, &part);
    canvas_text(c, a.row, a.col + 1, l.label - 2, ROLE_DIM, part.s);
    str_release(&part);
    for (int i = 0; i < l.shown; i++) {
        int column = s->first + i;
        struct area at = {a.row, a.col + l.label + i * l.width, a.rows, l.width - 1};
        enum role role = column == s->chosen ? ROLE_FOCUS : ROLE_STRONG;
        if (a.rows > 1)
            canvas_wrapped(c, at, role, s->c.columns[column].name);
        else
            canvas_text(c, at.row, at.col, at.cols, role, s->c.columns[column].name);
    }
}

/* The question of the chosen row whole, or the chosen candidate's result. */
static void add_detail(const struct compare *s, struct str *out)
{
    const struct comparison_column *col = &s->c.columns[s->chosen];
    const struct ledger_item *item = ledger_chosen(&s->ledger);
    if (item != NULL && item->kind == ROW_QUESTION) {
        str_add(out, s->c.rows.items[item->index].ask);
        return;
    }
    str_addf(out, "%s: ", col->name);
    comparison_add_result(out, col);
    if (!col->shown)
        return;
    struct str decided = STR_INIT;
    scored_add_decided(&decided, col->scored, &col->own);
    if (decided.len > 0)
        str_addf(out, "; %s", decided.s);
    str_release(&decided);
}

static void draw_detail(const struct compare *s, struct canvas *c, struct area a)
{
    struct str text = STR_INIT;
    add_detail(s, &text);
    if (a.rows > 1)
        canvas_rule(c, layout_top(&a, 1).row, NULL);
    canvas_wrapped(c, layout_inset(a, 0, 1), ROLE_DIM, text.s);
    str_release(&text);
}

static void draw_title(const struct compare *s, struct canvas *c)
{
    struct str left = STR_INIT;
    const struct interview_row *row = NULL;
    for (size_t i = 0; row == NULL && i < s->c.n; i++)
        if (s->c.columns[i].shown)
            row = &s->c.columns[i].scored->row;
    words_add_mark(&left, s->app);
    str_add(&left, "Compare");
    if (row != NULL && s->c.same_kit)
        str_addf(&left, " · %s · %s", row->title, level_name(row->level));
    else if (row != NULL)
        str_add(&left, " · different questions");
    statusbar_header(c, 0, left.s, NULL);
    str_release(&left);
}

static void draw(const void *state, struct canvas *c)
{
    const struct compare *s = state;
    struct areas a = lay(s, c->rows, c->cols);
    draw_title(s, c);
    draw_names(s, c, a.names);
    ledger_draw(&s->ledger, c, a.body, draw_row, s);
    draw_detail(s, c, a.detail);
}

/* ---- filling ---- */

static void add_result_rows(struct compare *s)
{
    ledger_rule(&s->ledger, "RESULT");
    ledger_row(&s->ledger, ROW_OWN, 0);
    if (!s->c.same_kit && s->c.common > 0)
        ledger_row(&s->ledger, ROW_COMMON, 0);
    ledger_row(&s->ledger, ROW_ERROR, 0);
    ledger_row(&s->ledger, ROW_FLAGS, 0);
    ledger_row(&s->ledger, ROW_DECISION, 0);
}

static void add_questions(struct compare *s)
{
    size_t n = s->c.rows.n;
    if (s->c.common > 0 || n == 0)
        ledger_rule(&s->ledger, s->c.same_kit ? "QUESTIONS" : "QUESTIONS IN COMMON");
    for (size_t i = 0; i < n; i++) {
        if (i == s->c.common)
            ledger_rule(&s->ledger, "NOT ASKED OF ALL");
        ledger_row(&s->ledger, ROW_QUESTION, (int)i);
    }
}

static bool jobs_differ(const struct comparison *c)
{
    for (size_t i = 1; i < c->n; i++)
        if (!str_same(c->columns[i].scored->row.job, c->columns[0].scored->row.job))
            return true;
    return false;
}

static void fill(struct compare *s)
{
    if (s->c.shown > 0) {
        add_result_rows(s);
        add_questions(s);
    }
    ledger_rule(&s->ledger, "WHAT CAN BE SAID");
    for (size_t i = 0; i < s->c.remarks.n; i++)
        ledger_text(&s->ledger, s->c.remarks.items[i]);
    if (s->c.competencies.n > 0)
        ledger_rule(&s->ledger, "COMPETENCIES");
    for (size_t i = 0; i < s->c.competencies.n; i++)
        ledger_row(&s->ledger, ROW_COMPETENCY, (int)i);
    if (s->c.shown == 0)
        return;
    ledger_rule(&s->ledger, "INTERVIEWS");
    ledger_row(&s->ledger, ROW_INTERVIEWER, 0);
    ledger_row(&s->ledger, ROW_DAY, 0);
    if (jobs_differ(&s->c))
        ledger_row(&s->ledger, ROW_JOB, 0);
}

/* ---- keys ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct compare *s = state;
    if (ev->kind == EVENT_RESIZE) {
        struct areas a = lay(s, ev->rows, ev->cols);
        s->rows = ev->rows;
        s->cols = ev->cols;
        ledger_resize(&s->ledger, a.body.rows, a.body.cols);
        follow(s);
        return out_stay();
    }
    if ((ev->kind == EVENT_KEY || ev->kind == EVENT_MOUSE) &&
        ledger_event(&s->ledger, ev, lay(s, s->rows, s->cols).body.row))
        return out_stay();
    return out_unhandled();
}

static struct outcome step(struct compare *s, int by)
{
    int next = s->chosen + by;
    if (next >= 0 && next < (int)s->c.n)
        s->chosen = next;
    follow(s);
    return out_stay();
}

static struct outcome run_left(void *state, struct key k)
{
    (void)k;
    return step(state, -1);
}

static struct outcome run_right(void *state, struct key k)
{
    (void)k;
    return step(state, 1);
}

static struct outcome run_scorecard(void *state, struct key k)
{
    struct compare *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *card = scorecard_open(s->app, s->c.columns[s->chosen].scored->row.id, &e);
    return card ? out_push(card) : out_failed(&e);
}

static const struct action rows[] = {
    {.name = "scorecard",
     .keys = "Enter",
     .label = "scorecard",
     .help = "Opens the scorecard of the chosen candidate.",
     .run = run_scorecard},
    {.name = "next candidate",
     .keys = "Right",
     .shown = "→",
     .label = "next",
     .help = "Chooses the candidate to the right; more come into sight.",
     .run = run_right},
    {.name = "previous candidate",
     .keys = "Left",
     .shown = "←",
     .label = "previous",
     .help = "Chooses the candidate to the left.",
     .run = run_left},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to where you came from.",
     .run = out_back},
};

const struct actions compare_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return compare_actions;
}

static void close_compare(void *state)
{
    struct compare *s = state;
    comparison_release(&s->c);
    ledger_release(&s->ledger);
    free(s);
}

static const struct screen_ops compare_ops = {
    .name = "compare",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = close_compare,
};

struct screen *compare_open(struct app *app, const int64_t *ids, size_t n, struct err *e)
{
    struct compare *s = xcalloc(1, sizeof *s);
    s->app = app;
    ledger_init(&s->ledger);
    if (!comparison_make(app, ids, n, &s->c, e)) {
        free(s);
        return NULL;
    }
    fill(s);
    return screen_new(&compare_ops, s);
}
