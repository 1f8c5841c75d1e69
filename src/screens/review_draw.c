#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/review_state.h"
#include "screens/words.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* A table of what the view holds; above it the view in words, below it the chosen session. */

#define SEARCH_WORD "Search:"
#define SEARCH_COL  9
#define HINT        " — Backspace takes the last one away"

struct review_layout review_lay(int rows, int cols)
{
    struct review_layout l;
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, 1);
    l.view = layout_top(&rest, rows >= 5 ? 1 : 0);
    l.rule = layout_top(&rest, rows >= 14 ? 1 : 0);
    l.detail = layout_bottom(&rest, rows >= 20 ? 2 : rows >= 8 ? 1 : 0);
    l.below = layout_bottom(&rest, rows >= 14 ? 1 : 0);
    l.table = rest;
    return l;
}

int review_search_cols(int cols)
{
    int room = cols - SEARCH_COL - 1;
    return room > 40 ? 40 : room > 1 ? room : 1;
}

/* ---- columns ---- */

enum column { CANDIDATE, BANK, LEVEL, JOB, DATE, STATE, COMPOSITE, INTERVIEWER, FOUND, COLUMNS };

/* At 80 columns all but the interviewer and what was found; within one kit, where the bank and the
 * level are the same for all, the composite instead of these. */
static const struct table_column columns[COLUMNS] = {
    [CANDIDATE] = {.title = "Candidate", .min = 15, .max = 26},
    [BANK] = {.title = "Bank", .min = 13, .max = 20, .priority = 3},
    [LEVEL] = {.title = "Level", .min = 6, .max = 6, .priority = 4},
    [JOB] = {.title = "Job", .min = 8, .max = 20, .priority = 5},
    [DATE] = {.title = "Date", .min = 10, .max = 10},
    [STATE] = {.title = "State", .min = 14, .max = 14, .priority = 1},
    [COMPOSITE] = {.title = "Composite", .min = 19, .max = 19, .priority = 2},
    [INTERVIEWER] = {.title = "Interviewer", .min = 14, .max = 24, .priority = 7},
    [FOUND] = {.title = "Found in", .min = 36, .max = 60, .priority = 6},
};

static const enum column sorted_column[LIST_SORTS] = {
    [SORT_DATE] = DATE,   [SORT_CANDIDATE] = CANDIDATE, [SORT_JOB] = JOB,
    [SORT_BANK] = BANK,   [SORT_LEVEL] = LEVEL,         [SORT_INTERVIEWER] = INTERVIEWER,
    [SORT_STATE] = STATE, [SORT_DECISION] = STATE,      [SORT_COMPOSITE] = COMPOSITE,
    [SORT_ENDED] = DATE,
};

/* The date that was written last: rows of one day follow each other. */
struct last_day {
    int64_t day; /* since 1970, here */
    struct str text;
};

/* One drawing of the table. */
struct picture {
    const struct sessions *list;
    struct table_column columns[COLUMNS];
    enum column which[COLUMNS]; /* of those in `columns` */
    int n;
    bool narrow; /* no column for the state: the date's says what is not over */
    int above;   /* 1: there are rows above the window */
    int64_t now;
    int offset_min;
    struct last_day *last;
};

static bool is_within_kit(const struct sessions *s)
{
    return s->filters[SESSIONS_KIT].len > 0;
}

/* A composite stands beside others only where all were asked the same. */
static bool is_wanted(const struct sessions *s, enum column col)
{
    if (col == BANK || col == LEVEL)
        return !is_within_kit(s);
    if (col == COMPOSITE)
        return is_within_kit(s);
    return col != FOUND || s->search.len > 0;
}

static bool has_column(const struct picture *p, const struct table_layout *l, enum column col)
{
    for (int i = 0; i < l->n; i++)
        if (p->which[l->slots[i].column] == col)
            return true;
    return false;
}

static void choose_columns(struct picture *p, int cols)
{
    struct table_layout l;
    for (enum column col = 0; col < COLUMNS; col++) {
        if (!is_wanted(p->list, col))
            continue;
        p->columns[p->n] = columns[col];
        p->which[p->n++] = col;
    }
    for (int i = 0; i < p->n; i++)
        if (p->which[i] == DATE && p->list->sort == SORT_ENDED)
            p->columns[i].title = "Ended";
    table_layout(p->columns, p->n, cols - TABLE_GUTTER - 1, &l);
    p->narrow = !has_column(p, &l, STATE);
}

/* ---- cells ---- */

static const char *outcome_words(const struct interview_row *r)
{
    if (r->state != INTERVIEW_SUBMITTED || r->hidden)
        return interview_state_name(r->state);
    return r->decision == DECISION_NONE ? "not decided" : decision_words(r->decision);
}

static void add_day(const struct picture *p, int64_t at, struct str *out)
{
    struct last_day *last = p->last;
    int64_t day = (at + (int64_t)p->offset_min * 60000) / 86400000;
    if (day != last->day || !last->text.len) {
        last->day = day;
        str_clear(&last->text);
        clock_add_near(&last->text, at, p->now, p->offset_min, true);
    }
    str_addn(out, last->text.s, last->text.len);
}

static void add_date(const struct picture *p, const struct interview_row *r, struct str *out)
{
    int64_t at = r->started_at;
    if (r->state == INTERVIEW_PLANNED || !at)
        at = r->planned_at;
    if (p->list->sort == SORT_ENDED && (r->submitted_at || r->abandoned_at))
        at = r->submitted_at ? r->submitted_at : r->abandoned_at;
    if (at && r->state == INTERVIEW_PLANNED)
        clock_add_near(out, at, p->now, p->offset_min, false);
    else if (at)
        add_day(p, at, out);
}

static const char *const hit_words[] = {"", "", "job", "bank", "interviewer", "summary", "note"};

static void add_hit(const struct hit *hit, struct str *out)
{
    if (hit->in > HIT_CANDIDATE)
        str_addf(out, "%s: %s", hit_words[hit->in], hit->text);
}

static void cell(const void *data, int item, int column, struct str *text, enum role *role)
{
    const struct picture *p = data;
    const struct interview_row *r = sessions_row(p->list, item - p->above);
    *role = r->hidden ? ROLE_DIM : ROLE_TEXT;
    switch (p->which[column]) {
    case CANDIDATE:
        *role = ROLE_STRONG;
        str_add(text, r->candidate);
        break;
    case BANK:
        str_add(text, r->hidden ? "hidden" : r->title);
        break;
    case LEVEL:
        str_add(text, r->hidden ? "" : level_name(r->level));
        break;
    case JOB:
        str_add(text, r->job ? r->job : "");
        break;
    case DATE:
        if (p->narrow && r->state != INTERVIEW_SUBMITTED)
            str_add(text, interview_state_name(r->state));
        else
            add_date(p, r, text);
        break;
    case STATE:
        str_add(text, outcome_words(r));
        break;
    case COMPOSITE:
        interview_row_add_composite(text, r);
        break;
    case INTERVIEWER:
        str_add(text, r->interviewer ? r->interviewer : "");
        break;
    default:
        *role = ROLE_DIM;
        add_hit(&r->hit, text);
    }
}

static bool is_marked(const void *data, int item)
{
    const struct picture *p = data;
    return sessions_marked(p->list, sessions_row(p->list, item - p->above)->id);
}

/* ---- what a search found ---- */

/* Of a text that was drawn at `a`. */
static void draw_marks(struct canvas *c, struct area a, const char *text,
                       const struct hit_mark *marks, int n)
{
    for (int i = 0; i < n; i++) {
        int from = utf8_width(text, marks[i].at), to = utf8_width(text, marks[i].at + marks[i].n);
        to = to < a.cols ? to : a.cols;
        if (from < to)
            canvas_role(c, (struct area){a.row, a.col + from, 1, to - from}, ROLE_MATCH);
    }
}

static void draw_cell_marks(enum column col, const struct interview_row *r, struct canvas *c,
                            struct area a)
{
    const struct hit *hit = &r->hit;
    if (col == CANDIDATE)
        draw_marks(c, a, r->candidate, hit->name, hit->n_name);
    if (col != FOUND || hit->in <= HIT_CANDIDATE)
        return;
    int lead = utf8_width(hit_words[hit->in], strlen(hit_words[hit->in])) + 2;
    layout_left(&a, lead);
    draw_marks(c, a, hit->text, hit->marks, hit->n_marks);
}

/* The chosen row is drawn in its own way while the keys go to the list: what was found in it stands
 * below the list. */
static void draw_table_marks(const struct picture *p, bool focused, struct canvas *c, struct area a)
{
    struct table_layout l;
    int own_way = focused ? sessions_chosen(p->list) : -1;
    table_layout(p->columns, p->n, a.cols - TABLE_GUTTER - 1, &l);
    for (int line = 0; line < sessions_lines(p->list); line++) {
        const struct interview_row *r = sessions_row(p->list, line);
        for (int i = 0; i < l.n && line != own_way; i++) {
            const struct table_slot *slot = &l.slots[i];
            struct area at = {a.row + 1 + line, a.col + TABLE_GUTTER + slot->col, 1, slot->width};
            draw_cell_marks(p->which[slot->column], r, c, at);
        }
    }
}

/* ---- the parts ---- */

static const char *empty_words(const struct review *r)
{
    if (sessions_reading(&r->list))
        return "Looking on …";
    if (r->list.n_set)
        return "No session fits. Backspace takes away what was set last.";
    return "No interviews yet. Esc leads back; there n prepares a first one.";
}

static void draw_table(const struct review *r, struct canvas *c, struct area a)
{
    const struct sessions *s = &r->list;
    enum list_sort sort = s->search.len ? SORT_DATE : s->sort; /* what a search stands in */
    struct last_day last = {0, STR_INIT};
    struct picture p = {
        .list = s, .above = sessions_above(s), .now = app_now(r->app), .last = &last};
    int lines = sessions_lines(s);
    p.offset_min = app_offset(r->app, p.now);
    choose_columns(&p, a.cols);
    struct list window = {.n = lines + p.above + sessions_below(s),
                          .cursor = sessions_chosen(s) + p.above,
                          .top = p.above,
                          .height = lines};
    struct table t = {.columns = p.columns,
                      .n = p.n,
                      .cell = cell,
                      .marked = is_marked,
                      .data = &p,
                      .descending = sort != s->sort || !s->ascending,
                      .empty = empty_words(r),
                      .unfocused = r->searching};
    for (int i = 0; i < p.n; i++)
        if (p.which[i] == sorted_column[sort])
            t.sorted = i + 1;
    table_draw(&t, &window, c, a);
    if (s->search.len && a.rows > 1 && a.cols > TABLE_GUTTER)
        draw_table_marks(&p, !r->searching, c, a);
    str_release(&last.text);
}

static void add_view(const struct review *r, int from, struct str *out)
{
    for (int i = from; i < r->list.n_set; i++) {
        if (r->searching && r->list.set[i] == SESSION_FILTERS)
            continue; /* its words stand in the field */
        str_add(out, out->len ? " · " : from ? "… · " : "");
        sessions_describe_filter(&r->list, r->list.set[i], out);
    }
}

/* Where they do not all fit, the first ones are left out: the last is what Backspace takes away. */
static void fit_view(const struct review *r, int cols, struct str *out)
{
    int from = 0;
    do {
        str_clear(out);
        add_view(r, from++, out);
    } while (from < r->list.n_set && utf8_width(out->s, out->len) > cols);
}

static void draw_view(const struct review *r, struct canvas *c, struct area a)
{
    struct str words = STR_INIT;
    int col = r->searching ? SEARCH_COL + review_search_cols(a.cols) + 2 : 1;
    if (layout_empty(a))
        return;
    fit_view(r, a.cols - col - 1, &words);
    if (r->searching) {
        canvas_text(c, a.row, 1, SEARCH_COL - 2, ROLE_STRONG, SEARCH_WORD);
        entry_draw(&r->search, c, a.row, SEARCH_COL, true);
    } else if (!words.len) {
        str_add(&words, "All sessions");
    }
    col +=
        canvas_text(c, a.row, col, a.cols - col - 1, r->list.n_set ? ROLE_TEXT : ROLE_DIM, words.s);
    if (r->list.n_set && !r->searching && col + (int)sizeof HINT < a.cols)
        canvas_text(c, a.row, col, a.cols - col - 1, ROLE_DIM, HINT);
    str_release(&words);
}

/* What a narrow table leaves out. */
static void draw_rest(const struct interview_row *r, struct canvas *c, struct area a)
{
    struct str text = STR_INIT;
    if (r->hidden) {
        str_add(&text, "Hidden until you submit your own interview with this candidate.");
    } else {
        str_addf(&text, "%s · %s · %s", r->title, level_name(r->level), outcome_words(r));
        if (r->job && r->job[0])
            str_addf(&text, " · %s", r->job);
        if (r->interviewer && r->interviewer[0])
            str_addf(&text, " · %s", r->interviewer);
    }
    canvas_text(c, a.row, 1, a.cols - 2, ROLE_DIM, text.s);
    str_release(&text);
}

static void draw_hit(const struct hit *hit, struct canvas *c, struct area a)
{
    struct str lead = STR_INIT;
    str_addf(&lead, "%s: ", hit_words[hit->in]);
    int col = 1 + canvas_text(c, a.row, 1, a.cols - 2, ROLE_DIM, lead.s);
    int width = canvas_text(c, a.row, col, a.cols - 1 - col, ROLE_TEXT, hit->text);
    draw_marks(c, (struct area){a.row, col, 1, width}, hit->text, hit->marks, hit->n_marks);
    str_release(&lead);
}

static void draw_detail(const struct review *r, struct canvas *c, struct area a)
{
    const struct interview_row *row = sessions_chosen_row(&r->list);
    if (!row || layout_empty(a))
        return;
    bool hit = row->hit.in > HIT_CANDIDATE;
    if (!hit || a.rows > 1)
        draw_rest(row, c, layout_row(a, 0));
    if (hit)
        draw_hit(&row->hit, c, layout_row(a, a.rows - 1));
}

static void add_order(const struct review *r, struct str *out)
{
    if (r->list.n_marks)
        str_addf(out, "%d of %d marked · ", r->list.n_marks, SESSIONS_MARKS);
    if (sessions_reading(&r->list))
        str_add(out, "looking on … · ");
    sessions_describe_sort(&r->list, out);
}

void review_draw(const void *state, struct canvas *c)
{
    const struct review *r = state;
    struct review_layout l = review_lay(c->rows, c->cols);
    struct str title = STR_INIT, order = STR_INIT;
    words_add_mark(&title, r->app);
    str_add(&title, "Sessions");
    add_order(r, &order);
    statusbar_header(c, 0, title.s, order.s);
    if (!layout_empty(l.rule))
        canvas_rule(c, l.rule.row, NULL);
    if (!layout_empty(l.below))
        canvas_rule(c, l.below.row, NULL);
    draw_table(r, c, l.table);
    draw_detail(r, c, l.detail);
    draw_view(r, c, l.view);
    str_release(&title);
    str_release(&order);
}
