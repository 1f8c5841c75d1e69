#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/statusbar.h"

/* What can be picked up again, what was planned, what was last, and what to press. */

#define LIST_TOP   2  /* title and rule */
#define HOME_LIMIT 24 /* of each kind: more than a screen shows */

enum part { PART_OPEN, PART_PLANNED, PART_LATEST, PARTS };

static const char *const part_titles[PARTS] = {"CONTINUE", "PLANNED", "LATEST"};

/* A line of the picture: a heading (row is -1) or a row of its part. */
struct home_line {
    enum part part;
    int row;
};

struct home {
    struct app *app;
    struct home_rows rows;
    struct {
        struct home_line *items;
        size_t n, cap;
    } lines;
    struct list list; /* over lines; headings are stepped over */
    int64_t asked_id; /* the interview that a question is about */
    bool kept;        /* the rows are those of last time */
};

static const struct interview_rows *part_rows(const struct home *h, enum part part)
{
    const struct interview_rows *parts[PARTS] = {&h->rows.open, &h->rows.planned, &h->rows.latest};
    return parts[part];
}

static void lay_lines(struct home *h)
{
    h->lines.n = 0;
    for (enum part part = 0; part < PARTS; part++) {
        size_t n = part_rows(h, part)->n;
        for (size_t i = 0; i < n; i++) {
            if (i == 0)
                *VEC_PUSH(&h->lines) = (struct home_line){part, -1};
            *VEC_PUSH(&h->lines) = (struct home_line){part, (int)i};
        }
    }
    list_count(&h->list, (int)h->lines.n);
}

/* Never rests on a heading: goes on in `step`, or the other way at the end. */
static void leave_heading(struct home *h, int step)
{
    int i = list_chosen(&h->list);
    if (i < 0 || h->lines.items[i].row >= 0)
        return;
    list_choose(&h->list, i + step < 0 || i + step >= (int)h->lines.n ? i - step : i + step);
    if (i == 0)
        h->list.top = 0; /* the first heading stays in view */
}

static const struct interview_row *chosen(const struct home *h, enum part *part)
{
    int i = list_chosen(&h->list);
    if (i < 0 || h->lines.items[i].row < 0)
        return NULL;
    *part = h->lines.items[i].part;
    return &part_rows(h, *part)->items[h->lines.items[i].row];
}

static void show_rows(struct home *h)
{
    lay_lines(h);
    leave_heading(h, 1);
}

static bool load(struct home *h, struct err *e)
{
    home_rows_release(&h->rows);
    if (!app_home(h->app, HOME_LIMIT, &h->rows, e))
        return false;
    show_rows(h);
    return true;
}

static struct outcome reload(struct home *h)
{
    struct err e = ERR_INIT;
    return load(h, &e) ? out_stay() : out_failed(&e);
}

/* ---- drawing ---- */

/* What a frame asks for once and each of its rows needs. */
struct frame {
    const struct home *home;
    struct canvas *canvas;
    int64_t now;
    int offset_min;
    struct str text; /* of the row under way */
};

static void add_when(const struct frame *f, const struct interview_row *r, enum part part,
                     struct str *out)
{
    if (part == PART_OPEN) {
        str_add(out, "broken off ");
        clock_add_near(out, r->touched_at, f->now, f->offset_min, false);
    } else if (part == PART_PLANNED) {
        if (r->planned_at)
            clock_add_near(out, r->planned_at, f->now, f->offset_min, false);
    } else {
        str_add(out, interview_state_name(r->state));
        str_add(out, "  ");
        clock_add_near(out, r->submitted_at ? r->submitted_at : r->abandoned_at, f->now,
                       f->offset_min, true);
    }
}

/* "Colorist · mid": a long title is cut, the level never. */
static void draw_role(struct canvas *c, struct area a, const struct interview_row *r)
{
    const char *level = level_name(r->level);
    int end = a.col + a.cols, col = a.col;
    if (r->hidden) {
        canvas_text(c, a.row, col, a.cols, ROLE_TEXT, "hidden until you submit");
        return;
    }
    col += canvas_text(c, a.row, col, a.cols - 3 - (int)strlen(level), ROLE_TEXT, r->title);
    col += canvas_text(c, a.row, col, end - col, ROLE_TEXT, " · ");
    canvas_text(c, a.row, col, end - col, ROLE_TEXT, level);
}

static void draw_what(struct frame *f, struct area a, const struct interview_row *r, enum part part)
{
    const char *what = r->job;
    if (part == PART_OPEN) {
        str_clear(&f->text);
        words_add_place(&f->text, r);
        what = f->text.s;
    }
    if (what)
        canvas_text(f->canvas, a.row, a.col, a.cols, ROLE_DIM, what);
}

static void draw_row(struct frame *f, struct area a, struct home_line line)
{
    struct canvas *c = f->canvas;
    const struct interview_row *r = &part_rows(f->home, line.part)->items[line.row];
    int name = a.cols >= 120 ? 30 : a.cols >= 60 ? 18 : 14;
    int middle = a.cols >= 120 ? 40 : a.cols >= 60 ? 25 : 0;
    int rest = 3 + name + middle, room = a.cols - rest;
    canvas_text(c, a.row, 3, name - 1, ROLE_STRONG, r->candidate);
    draw_role(c, (struct area){a.row, 3 + name, 1, middle - 1}, r);
    str_clear(&f->text);
    add_when(f, r, line.part, &f->text);
    canvas_text_right(c, a.row, rest, room, ROLE_DIM, f->text.s);
    room -= utf8_width(f->text.s, f->text.len) + 2;
    draw_what(f, (struct area){a.row, rest, 1, room}, r, line.part);
}

static void draw_empty(const struct home *h, struct canvas *c, struct area a)
{
    int row = a.row + (a.rows > 8 ? 2 : 0);
    int wide = a.cols - 2;
    canvas_text(c, row++, 1, wide, ROLE_STRONG, "No interviews yet.");
    row++;
    canvas_text(c, row++, 1, wide, ROLE_TEXT, "n       prepares or starts a first interview");
    canvas_text(c, row++, 1, wide, ROLE_TEXT, "Ctrl-P  finds any command by its name");
    row++;
    if (!h->app->demo)
        canvas_text(c, row, 1, wide, ROLE_DIM,
                    "To look around with invented candidates, leave with q and type: slate demo");
}

static void draw_lines(const struct home *h, struct canvas *c, struct area a)
{
    struct frame f = {h, c, app_now(h->app), 0, STR_INIT};
    f.offset_min = app_offset(h->app, f.now);
    for (int row = 0; row < a.rows; row++) {
        int i = list_row(&h->list, row);
        if (i < 0)
            break;
        struct home_line line = h->lines.items[i];
        struct area at = layout_row(a, row);
        if (line.row < 0) {
            canvas_text(c, at.row, 1, at.cols - 1, ROLE_HEADING, part_titles[line.part]);
            continue;
        }
        draw_row(&f, at, line);
        if (i != list_chosen(&h->list))
            continue;
        canvas_text(c, at.row, 1, 2, ROLE_TEXT, canvas_glyph(c, GLYPH_POINTER));
        canvas_role(c, (struct area){at.row, 1, 1, at.cols - 1}, ROLE_FOCUS);
        canvas_cursor(c, at.row, 1);
    }
    str_release(&f.text);
    list_hint(&h->list, c, a);
}

static void draw(const void *state, struct canvas *c)
{
    const struct home *h = state;
    struct area rest = layout_all(c);
    statusbar_header(c, 0, words_title(h->app), NULL);
    layout_top(&rest, 1);
    layout_bottom(&rest, 1);
    canvas_rule(c, layout_top(&rest, 1).row, NULL);
    canvas_rule(c, layout_bottom(&rest, 1).row, NULL);
    if (h->lines.n)
        draw_lines(h, c, rest);
    else
        draw_empty(h, c, rest);
}

/* ---- what keys do ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct home *h = state;
    if (ev->kind == EVENT_RESIZE) {
        list_resize(&h->list, ev->rows - 4);
        leave_heading(h, 1);
        return out_stay();
    }
    if (list_click(&h->list, ev, ev->rows - LIST_TOP)) {
        leave_heading(h, 1);
        return out_stay();
    }
    if (ev->kind == EVENT_KEY) {
        int before = list_chosen(&h->list);
        if (!list_key(&h->list, ev->key))
            return out_unhandled();
        leave_heading(h, list_chosen(&h->list) < before ? -1 : 1);
        return out_stay();
    }
    return out_unhandled();
}

static struct outcome run_new(void *state, struct key key)
{
    struct home *h = state;
    struct err e = ERR_INIT;
    (void)key;
    struct screen *s = new_open(h->app, 0, &e);
    return s ? out_push(s) : out_failed(&e);
}

static struct outcome run_banks(void *state, struct key key)
{
    struct home *h = state;
    (void)key;
    return out_push(banks_open(h->app));
}

static struct outcome run_open(void *state, struct key key)
{
    struct home *h = state;
    struct err e = ERR_INIT;
    enum part part;
    const struct interview_row *r = chosen(h, &part);
    (void)key;
    struct screen *s = row_open(h->app, r, &e);
    return s ? out_push(s) : out_failed(&e);
}

static struct outcome run_review(void *state, struct key key)
{
    struct home *h = state;
    struct err e = ERR_INIT;
    (void)key;
    struct screen *s = review_open(h->app, &e);
    return s ? out_push(s) : out_failed(&e);
}

static struct outcome run_quit(void *state, struct key key)
{
    (void)state;
    (void)key;
    return out_quit();
}

static const char *none_chosen(const void *state)
{
    enum part part;
    return chosen(state, &part) ? NULL : "there is no interview yet";
}

static const struct choice abandon_choices[] = {{'y', "abandon it"}, {'n', "no"}};
static struct outcome abandon_answered(void *state, int choice)
{
    struct home *h = state;
    struct err e = ERR_INIT;
    if (choice != 0)
        return out_stay();
    if (!app_abandon(h->app, h->asked_id, &e) || !load(h, &e))
        return out_failed(&e);
    return out_say(TONE_GOOD,
                   "Abandoned. It stands under LATEST; open it there to take it up again.");
}

static const struct ask abandon_ask = {
    "Abandon this interview? It is kept without a composite and can be reopened.", abandon_choices,
    COUNT_OF(abandon_choices), abandon_answered};

static const char *cannot_abandon(const void *state)
{
    enum part part;
    if (!chosen(state, &part))
        return "there is no interview yet";
    return part == PART_LATEST ? "it is over already" : NULL;
}

static struct outcome run_abandon(void *state, struct key key)
{
    struct home *h = state;
    enum part part;
    (void)key;
    h->asked_id = chosen(h, &part)->id;
    return out_ask(&abandon_ask);
}

static struct outcome resumed(void *state, long value)
{
    (void)value;
    return reload(state);
}

static const struct action home_rows[] = {
    {.name = "new interview",
     .keys = "n",
     .label = "new",
     .help = "Prepares an interview: candidate, job, bank and level; start it now or plan it.",
     .run = run_new},
    {.name = "open",
     .keys = "Enter",
     .label = "open",
     .disabled = none_chosen,
     .help = "Continues an interview, starts a planned one, or shows a scorecard.",
     .run = run_open},
    {.name = "review",
     .keys = "r",
     .label = "review",
     .help = "All sessions: to be searched, filtered, sorted, compared and read.",
     .run = run_review},
    {.name = "abandon",
     .keys = "a",
     .label = "abandon",
     .disabled = cannot_abandon,
     .help = "Gives an open or planned interview up; nothing of it is deleted.",
     .run = run_abandon},
    {.name = "question banks",
     .keys = "b",
     .label = "banks",
     .help = "All question banks: to read, to check and to edit.",
     .run = run_banks},
    {.name = "quit", .keys = "q", .label = "quit", .help = "Leaves slate.", .run = run_quit},
};

const struct actions home_actions = {home_rows, COUNT_OF(home_rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return home_actions;
}

static bool settle(void *state, struct err *e)
{
    struct home *h = state;
    if (h->kept && !load(h, e))
        return false;
    h->kept = false;
    app_keep_home(h->app, &h->rows);
    return true;
}

static void close_home(void *state)
{
    struct home *h = state;
    home_rows_release(&h->rows);
    VEC_RELEASE(&h->lines);
    free(h);
}

static const struct screen_ops home_ops = {
    .name = "home",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .settle = settle,
    .close = close_home,
};

struct screen *home_open(struct app *app, struct err *e)
{
    struct home *h = xcalloc(1, sizeof *h);
    h->app = app;
    list_init(&h->list, true);
    h->kept = app_kept_home(app, HOME_LIMIT, &h->rows);
    if (h->kept) {
        show_rows(h);
    } else if (!load(h, e)) {
        close_home(h);
        return NULL;
    }
    return screen_new(&home_ops, h);
}
