#include <stdlib.h>
#include <string.h>

#include "app/candidates.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/statusbar.h"
#include "tui/table.h"

/* Everything about one candidate: how to reach them, their sessions over roles and interviewers,
 * and what was done to the record. */

#define CONTACT_ROWS 3
#define RECORD_ROWS  4  /* lines of the record that are shown */
#define ROOMY        18 /* rows from which the record is shown */
#define PARTS        9  /* merged records that a question offers */

struct candidate_screen {
    struct app *app;
    int64_t id;
    struct candidate_file file;
    struct list list;
    struct str question;
    struct choice choices[PARTS];
    struct ask ask;
};

/* ---- where things stand ---- */

struct places {
    struct area contact, table, record;
};

static int contact_rows(const struct candidate *c)
{
    int n = (c->email != NULL) + (c->phone != NULL) + (c->link != NULL);
    return n > 0 ? n : 1;
}

static int record_rows(const struct candidate_file *f)
{
    size_t n = f->aliases.n + f->changes.n;
    return n == 0 ? 0 : 1 + (n < RECORD_ROWS ? (int)n : RECORD_ROWS);
}

static struct places places_of(const struct candidate_screen *s, int rows, int cols)
{
    struct places p;
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, 1);
    p.contact = layout_top(&rest, contact_rows(&s->file.contact));
    p.record = layout_bottom(&rest, rows >= ROOMY ? record_rows(&s->file) : 0);
    p.table = rest;
    return p;
}

/* ---- drawing ---- */

static const struct table_column columns[] = {
    {.title = "Date", .min = 10, .max = 10},
    {.title = "Interview", .min = 12, .max = 34},
    {.title = "State", .min = 9, .max = 9},
    {.title = "Decision", .min = 8, .max = 14, .priority = 1},
    {.title = "Job", .min = 8, .max = 24, .priority = 3},
    {.title = "Result", .min = 19, .max = 40, .priority = 2},
    {.title = "By", .min = 8, .max = 20, .priority = 4},
};

enum { COL_DATE, COL_KIT, COL_STATE, COL_DECISION, COL_JOB, COL_RESULT, COL_BY };

static void add_date(const struct interview_row *r, struct str *text)
{
    int64_t at = r->started_at != 0 ? r->started_at : r->planned_at;
    if (at != 0)
        clock_add_date(text, at, r->offset_min);
}

static void cell(const void *data, int row, int column, struct str *text, enum role *role)
{
    const struct candidate_screen *s = data;
    const struct candidate_session *item = &s->file.sessions.items[row];
    const struct interview_row *r = &item->row;
    if (column == COL_DATE)
        add_date(r, text);
    if (column == COL_STATE)
        str_add(text, r->hidden ? "hidden" : interview_state_name(r->state));
    if (r->hidden)
        *role = ROLE_DIM;
    else if (column == COL_KIT)
        str_addf(text, "%s · %s", r->title, level_name(r->level));
    else if (column == COL_JOB)
        str_add(text, r->job);
    else if (column == COL_RESULT)
        str_add(text, item->result);
    else if (column == COL_BY)
        str_add(text, r->interviewer);
    else if (column == COL_DECISION && r->decision != DECISION_NONE)
        str_add(text, decision_words(r->decision));
}

static void draw_contact(const struct candidate *c, struct canvas *canvas, struct area a)
{
    const char *const words[CONTACT_ROWS] = {"Mail", "Phone", "Link"};
    const char *const texts[CONTACT_ROWS] = {c->email, c->phone, c->link};
    int row = a.row;
    for (int i = 0; i < CONTACT_ROWS; i++) {
        if (texts[i] == NULL || row >= a.row + a.rows)
            continue;
        canvas_text(canvas, row, 1, 7, ROLE_DIM, words[i]);
        canvas_text(canvas, row++, 8, a.cols - 9, ROLE_TEXT, texts[i]);
    }
    if (row == a.row && a.rows > 0)
        canvas_text(canvas, row, 1, a.cols - 2, ROLE_DIM, "No contact data yet: e writes it down.");
}

static void add_alias_words(const struct candidate_screen *s, const struct candidate_alias *alias,
                            struct str *out)
{
    str_addf(out, "%s (record %lld) is the same person, merged ", alias->name,
             (long long)alias->id);
    clock_add_date(out, alias->merged_at, app_offset(s->app, alias->merged_at));
}

static void add_change_words(const struct candidate_screen *s, const struct candidate_change *c,
                             struct str *out)
{
    clock_add_date(out, c->at, app_offset(s->app, c->at));
    str_add(out, "  ");
    candidate_change_add_words(out, c);
}

static void draw_record(const struct candidate_screen *s, struct canvas *c, struct area a)
{
    const struct candidate_file *f = &s->file;
    if (a.rows == 0)
        return;
    canvas_rule(c, a.row, "RECORD");
    for (int i = 0; i + 1 < a.rows; i++) {
        struct str text = STR_INIT;
        if ((size_t)i < f->aliases.n)
            add_alias_words(s, &f->aliases.items[i], &text);
        else
            add_change_words(s, &f->changes.items[(size_t)i - f->aliases.n], &text);
        canvas_text(c, a.row + 1 + i, 1, a.cols - 2, ROLE_DIM, text.s);
        str_release(&text);
    }
}

static void draw(const void *state, struct canvas *c)
{
    const struct candidate_screen *s = state;
    struct places p = places_of(s, c->rows, c->cols);
    struct str who = STR_INIT, number = STR_INIT;
    words_add_mark(&who, s->app);
    str_add(&who, s->file.contact.name);
    str_addf(&number, "candidate %lld", (long long)s->file.contact.id);
    statusbar_header(c, 0, who.s, number.s);
    draw_contact(&s->file.contact, c, p.contact);
    table_draw(&(struct table){.columns = columns,
                               .n = COUNT_OF(columns),
                               .cell = cell,
                               .data = s,
                               .empty = "No session yet."},
               &s->list, c, p.table);
    draw_record(s, c, p.record);
    str_release(&who);
    str_release(&number);
}

/* ---- events ---- */

static bool load(struct candidate_screen *s, struct err *e)
{
    struct candidate_file file;
    if (!candidates_load(s->app, s->id, &file, e))
        return false;
    candidate_file_release(&s->file);
    s->file = file;
    list_count(&s->list, (int)file.sessions.n);
    return true;
}

static struct outcome reload(struct candidate_screen *s, struct outcome out)
{
    struct err e = ERR_INIT;
    return load(s, &e) ? out : out_failed(&e);
}

static struct outcome resumed(void *state, long value)
{
    (void)value;
    return reload(state, out_stay());
}

static struct outcome run_open(void *state, struct key k)
{
    struct candidate_screen *s = state;
    struct err e = ERR_INIT;
    int i = list_chosen(&s->list);
    (void)k;
    if (i < 0)
        return out_stay();
    const struct interview_row *row = &s->file.sessions.items[i].row;
    struct screen *screen = row->state == INTERVIEW_OPEN || row->state == INTERVIEW_PLANNED
                                ? NULL
                                : scorecard_open(s->app, row->id, &e);
    if (screen == NULL && e.kind == ERR_NONE)
        screen = row->state == INTERVIEW_PLANNED ? new_open(s->app, row->id, &e)
                                                 : room_open(s->app, row->id, &e);
    return screen ? out_push(screen) : out_failed(&e);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct candidate_screen *s = state;
    if (ev->kind == EVENT_RESIZE) {
        struct area table = places_of(s, ev->rows, ev->cols).table;
        list_resize(&s->list, table_height(table.rows));
        return out_stay();
    }
    if (ev->kind == EVENT_KEY && list_key(&s->list, ev->key))
        return out_stay();
    return out_unhandled();
}

static const char *cannot_open(const void *state)
{
    const struct candidate_screen *s = state;
    int i = list_chosen(&s->list);
    if (i < 0)
        return "there is no session yet";
    return s->file.sessions.items[i].row.hidden
               ? "it is hidden until your own interview of this candidate is submitted"
               : NULL;
}

static struct outcome run_edit(void *state, struct key k)
{
    struct candidate_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *form = candidate_form_open(s->app, s->file.contact.id, &e);
    return form ? out_push(form) : out_failed(&e);
}

static struct outcome run_merge(void *state, struct key k)
{
    struct candidate_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *form = candidate_merge_open(s->app, s->file.contact.id, &e);
    return form ? out_push(form) : out_failed(&e);
}

/* ---- two records again ---- */

static struct outcome part(struct candidate_screen *s, size_t i)
{
    struct err e = ERR_INIT;
    const struct candidate_alias *alias = &s->file.aliases.items[i];
    struct outcome out = out_say(TONE_GOOD, "%s (record %lld) is a candidate of their own again.",
                                 alias->name, (long long)alias->id);
    return candidates_part(s->app, alias->id, &e) ? reload(s, out) : out_failed(&e);
}

static struct outcome parted(void *state, int choice)
{
    return part(state, (size_t)choice);
}

static const char *cannot_part(const void *state)
{
    const struct candidate_screen *s = state;
    return s->file.aliases.n > 0 ? NULL : "no other record was merged into this one";
}

static struct outcome run_part(void *state, struct key k)
{
    struct candidate_screen *s = state;
    size_t n = s->file.aliases.n < PARTS ? s->file.aliases.n : PARTS;
    (void)k;
    if (n == 1)
        return part(s, 0);
    for (size_t i = 0; i < n; i++)
        s->choices[i] = (struct choice){(uint32_t)('1' + i), s->file.aliases.items[i].name};
    str_set(&s->question, "Which one is somebody else?");
    s->ask = (struct ask){s->question.s, s->choices, n, parted};
    return out_ask(&s->ask);
}

static const struct action rows[] = {
    {.name = "open",
     .keys = "Enter",
     .label = "open",
     .disabled = cannot_open,
     .help = "Opens the session: its scorecard, or where it was left.",
     .run = run_open},
    {.name = "edit",
     .keys = "e",
     .label = "edit",
     .help = "Name, mail, phone and link of the candidate.",
     .run = run_edit},
    {.name = "merge",
     .keys = "m",
     .label = "merge",
     .help = "Another record is the same person: their sessions stand together from then on.",
     .run = run_merge},
    {.name = "take apart",
     .keys = "t",
     .label = "take apart",
     .disabled = cannot_part,
     .help = "Undoes merging: the other record is a candidate of their own again.",
     .run = run_part},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to where you came from.",
     .run = out_back},
};

const struct actions candidate_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return candidate_actions;
}

static void close_candidate(void *state)
{
    struct candidate_screen *s = state;
    candidate_file_release(&s->file);
    str_release(&s->question);
    free(s);
}

static const struct screen_ops ops = {
    .name = "candidate",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .close = close_candidate,
};

struct screen *candidate_open(struct app *app, int64_t id, struct err *e)
{
    struct candidate_screen *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->id = id;
    str_init(&s->question);
    list_init(&s->list, true);
    if (load(s, e))
        return screen_new(&ops, s);
    close_candidate(s);
    return NULL;
}
