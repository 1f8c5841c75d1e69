#include <string.h>

#include "app/viewing.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/vec.h"
#include "cli/grid.h"
#include "cli/rows.h"
#include "cli/say.h"

#define LIMIT     50
#define LIMIT_MAX 1000000

#define DAY_MS INT64_C(86400000)

struct request {
    struct list_filter filter;
    bool json;
};

/* As they were typed. */
struct words {
    const char *level, *state, *limit, *from, *to, *sort, *like;
    bool ascending, descending;
};

static bool read_level(const char *word, int *out, struct err *e)
{
    enum level level;
    if (word == NULL)
        return true;
    if (!level_read(word, &level, e))
        return false;
    *out = (int)level;
    return true;
}

static bool read_state(const char *word, int *out, struct err *e)
{
    enum interview_state state;
    if (word == NULL)
        return true;
    if (!interview_state_parse(word, &state))
        return err_set(e, ERR_USAGE,
                       "there is no state \"%s\": give planned, open, submitted or abandoned",
                       word);
    *out = (int)state;
    return true;
}

static bool read_limit(const char *word, int *out, struct err *e)
{
    long limit = LIMIT;
    if (word != NULL && !str_int(word, 1, LIMIT_MAX, &limit))
        return err_set(e, ERR_USAGE, "--limit takes a number from 1 to %d, not \"%s\"", LIMIT_MAX,
                       word);
    *out = (int)limit;
    return true;
}

static bool read_decision(const char *word, struct err *e)
{
    enum decision decision;
    if (word == NULL || str_same(word, "none") || decision_parse(word, &decision))
        return true;
    return err_set(
        e, ERR_USAGE,
        "there is no decision \"%s\": give advance, hold, reject, or none for those that "
        "are submitted and not decided",
        word);
}

/* Midnight of a day here, some days later. */
static bool read_day(struct app *app, const char *word, int days, int64_t *out, struct err *e)
{
    int64_t now = app_now(app), at;
    if (word == NULL)
        return true;
    if (!clock_parse(word, now, app_offset(app, now), &at))
        return err_set(e, ERR_USAGE, "\"%s\" is no date: write it like 2026-11-03", word);
    struct civil day = clock_civil(at, app_offset(app, at));
    day.hour = day.minute = day.second = 0;
    *out = clock_ms(day, app_offset(app, at)) + days * DAY_MS;
    return true;
}

/* Texts and composites read best the way that people expect, unless it was said. */
static bool read_sort(const struct words *w, struct list_filter *f, struct err *e)
{
    if (w->sort != NULL && !list_sort_parse(w->sort, &f->sort))
        return err_set(e, ERR_USAGE,
                       "there is no order \"%s\": give date, candidate, job, bank, level, "
                       "interviewer, state, decision, composite or ended",
                       w->sort);
    if (w->ascending && w->descending)
        return err_set(e, ERR_USAGE, "--asc and --desc exclude each other");
    f->ascending = !w->descending &&
                   (w->ascending ||
                    (f->sort != SORT_DATE && f->sort != SORT_COMPOSITE && f->sort != SORT_ENDED));
    return true;
}

/* Which questions are meant, by a session that was asked them. */
static bool read_like(struct app *app, const char *word, struct list_filter *f, struct err *e)
{
    if (word != NULL)
        return view_kit(app, word, &f->kit, e);
    return f->sort != SORT_COMPOSITE ||
           err_set(e, ERR_USAGE,
                   "composites compare only where the very same questions were asked: name a "
                   "session that was asked them, as in --sort composite --like 12");
}

static bool read_words(struct app *app, const struct words *w, struct request *r, struct err *e)
{
    struct list_filter *f = &r->filter;
    return read_level(w->level, &f->level, e) && read_state(w->state, &f->state, e) &&
           read_decision(f->decision, e) && read_limit(w->limit, &f->limit, e) &&
           read_day(app, w->from, 0, &f->from, e) && read_day(app, w->to, 1, &f->to, e) &&
           read_sort(w, f, e) && read_like(app, w->like, f, e);
}

static bool read_request(struct app *app, int argc, char **argv, struct request *r, struct err *e)
{
    struct words w = {.ascending = false};
    *r = (struct request){.filter = {.level = -1, .state = -1}};
    const struct option_row options[] = {{"search", &r->filter.search, NULL},
                                         {"bank", &r->filter.bank, NULL},
                                         {"job", &r->filter.job, NULL},
                                         {"interviewer", &r->filter.interviewer, NULL},
                                         {"decision", &r->filter.decision, NULL},
                                         {"level", &w.level, NULL},
                                         {"state", &w.state, NULL},
                                         {"from", &w.from, NULL},
                                         {"to", &w.to, NULL},
                                         {"like", &w.like, NULL},
                                         {"sort", &w.sort, NULL},
                                         {"asc", NULL, &w.ascending},
                                         {"desc", NULL, &w.descending},
                                         {"limit", &w.limit, NULL},
                                         {"json", NULL, &r->json},
                                         {0}};
    if (!rows_start(app, options, &argc, &argv, e))
        return false;
    if (argc > 1)
        return err_set(e, ERR_USAGE, "to look for \"%s\", write --search %s", argv[1], argv[1]);
    return read_words(app, &w, r, e);
}

/* The time that a state is about. */
static int64_t time_of(const struct interview_row *row)
{
    switch (row->state) {
    case INTERVIEW_PLANNED:
        return row->planned_at;
    case INTERVIEW_SUBMITTED:
        return row->submitted_at;
    case INTERVIEW_ABANDONED:
        return row->abandoned_at;
    default:
        return row->touched_at;
    }
}

static const struct grid_column columns[] = {
    {"ID", 0, true},        {"CANDIDATE", 14, false}, {"INTERVIEW", 14, false},
    {"JOB", 8, false},      {"BY", 8, false},         {"STATE", 0, false},
    {"DECISION", 0, false}, {"DATE", 0, false},       {"COMPOSITE", 0, false},
};

static const char *const hit_names[] = {
    [HIT_JOB] = "job",         [HIT_BANK] = "bank",   [HIT_INTERVIEWER] = "interviewer",
    [HIT_SUMMARY] = "summary", [HIT_NOTES] = "notes", [HIT_CANDIDATE] = "candidate"};

static void add_kit(struct grid *g, const struct interview_row *row)
{
    struct str text = STR_INIT;
    if (!row->hidden)
        str_addf(&text, "%s · %s", row->title, level_name(row->level));
    grid_add(g, text.s);
    str_release(&text);
}

static void add_state(struct grid *g, const struct interview_row *row)
{
    struct str text = STR_INIT;
    str_add(&text, row->hidden ? "hidden" : interview_state_name(row->state));
    if (!row->hidden && row->state == INTERVIEW_OPEN)
        str_addf(&text, ", %d of %d", row->at < row->asked ? row->at + 1 : row->asked, row->asked);
    grid_add(g, text.s);
    str_release(&text);
}

static void add_date(struct grid *g, const struct interview_row *row)
{
    struct str text = STR_INIT;
    int64_t at = row->hidden ? 0 : time_of(row);
    if (at != 0 && row->state == INTERVIEW_PLANNED)
        clock_add_date_time(&text, at, row->offset_min);
    else if (at != 0)
        clock_add_date(&text, at, row->offset_min);
    grid_add(g, text.s);
    str_release(&text);
}

/* Who asked is worth a column only where it differs. */
static bool interviewers_differ(const struct interview_rows *rows)
{
    const char *first = NULL;
    for (size_t i = 0; i < rows->n; i++) {
        const struct interview_row *row = &rows->items[i];
        if (row->hidden)
            continue;
        if (first != NULL && !str_same(row->interviewer, first))
            return true;
        first = row->interviewer;
    }
    return false;
}

static void add_composite(struct grid *g, const struct interview_row *row)
{
    struct str text = STR_INIT;
    interview_row_add_composite(&text, row);
    grid_add(g, text.s);
    str_release(&text);
}

/* No composite stands in a list that was not ordered by it: it would sway who reads on. */
static void add_row(struct grid *g, const struct interview_row *row, bool by,
                    const struct list_filter *f)
{
    bool decided = !row->hidden && row->decision != DECISION_NONE;
    rows_grid_number(g, row->id);
    grid_add(g, row->candidate);
    add_kit(g, row);
    grid_add(g, row->hidden ? NULL : row->job);
    grid_add(g, by && !row->hidden ? row->interviewer : NULL);
    add_state(g, row);
    grid_add(g, decided ? decision_name(row->decision) : NULL);
    add_date(g, row);
    if (f->sort == SORT_COMPOSITE)
        add_composite(g, row);
    else
        grid_add(g, NULL);
}

/* What was found under its row, unless a column shows it. */
static void add_found(struct str *out, const struct interview_row *row)
{
    struct str text = STR_INIT;
    if (row->hit.in == HIT_SUMMARY || row->hit.in == HIT_NOTES) {
        str_addf(&text, "      %s: %s", hit_names[row->hit.in], row->hit.text);
        text_clip(out, text.s, CLI_WIDTH);
        str_addc(out, '\n');
    }
    str_release(&text);
}

/* The lines of the table: a head, then the rows. */
static void add_lines(struct str *out, const char *table, const struct interview_rows *rows)
{
    long line = -1;
    for (const char *at = table; *at != '\0'; line++) {
        size_t n = strcspn(at, "\n") + 1;
        str_addn(out, at, n);
        if (line >= 0)
            add_found(out, &rows->items[line]);
        at += n;
    }
}

static void print_text(const struct interview_rows *rows, const struct list_filter *f)
{
    struct grid g = {.columns = columns, .n = COUNT_OF(columns)};
    struct str text = STR_INIT, table = STR_INIT;
    bool by = interviewers_differ(rows), hidden = false;
    for (size_t i = 0; i < rows->n; i++) {
        add_row(&g, &rows->items[i], by, f);
        hidden |= rows->items[i].hidden;
    }
    if (rows->n > 0)
        grid_print(&g, CLI_WIDTH, &table);
    add_lines(&text, table.s, rows);
    say_result(&text);
    if (rows->n == 0)
        say_note("no interview to list");
    if (hidden)
        say_note("what is hidden opens once your own interview of that candidate is submitted");
    str_release(&text);
    str_release(&table);
    grid_release(&g);
}

static void add_times(struct json *o, const struct interview_row *row)
{
    rows_json_time(o, "planned", row->planned_at, row->offset_min);
    rows_json_time(o, "started", row->started_at, row->offset_min);
    rows_json_time(o, "touched", row->touched_at, row->offset_min);
    rows_json_time(o, "submitted", row->submitted_at, row->offset_min);
    rows_json_time(o, "abandoned", row->abandoned_at, row->offset_min);
}

static void add_json_composite(struct json *o, const struct interview_row *row)
{
    struct json *composite = json_object_in(o, "composite");
    if (row->tenths >= 0)
        json_int(composite, "tenths", row->tenths);
    else
        json_null_in(composite, "tenths");
    json_int(composite, "scored", row->scored);
    json_int(composite, "of", row->of);
}

static void add_json_hit(struct json *o, const struct hit *hit)
{
    if (hit->in == HIT_NONE)
        return;
    struct json *found = json_object_in(o, "found");
    json_text(found, "in", hit_names[hit->in]);
    json_text(found, "text", hit->in == HIT_CANDIDATE ? NULL : hit->text);
}

static void add_json(struct json *list, const struct interview_row *row,
                     const struct list_filter *f)
{
    struct json *o = json_object_in(list, NULL);
    if (!rows_json_interview(o, row))
        return;
    json_int(o, "questions", row->asked);
    json_text(o, "decision", row->decision != DECISION_NONE ? decision_name(row->decision) : NULL);
    if (f->sort == SORT_COMPOSITE)
        add_json_composite(o, row);
    add_json_hit(o, &row->hit);
    add_times(o, row);
}

static void print_json(const struct interview_rows *rows, const struct list_filter *f)
{
    struct json *list = json_array_new();
    for (size_t i = 0; i < rows->n; i++)
        add_json(list, &rows->items[i], f);
    say_json(list);
}

/* Composites are told: who reads them is not blind any more. */
static bool note_viewed(struct app *app, const struct request *r, const struct interview_rows *rows,
                        struct err *e)
{
    struct {
        int64_t *items;
        size_t n, cap;
    } ids = {0};
    for (size_t i = 0; i < rows->n && r->filter.sort == SORT_COMPOSITE; i++)
        if (!rows->items[i].hidden)
            *VEC_PUSH(&ids) = rows->items[i].id;
    bool good = view_noted(app, ids.items, ids.n, e);
    VEC_RELEASE(&ids);
    return good;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct request r;
    struct interview_rows rows = {0};
    struct err e = ERR_INIT;
    if (!read_request(app, argc, argv, &r, &e) || !app_list(app, &r.filter, &rows, &e) ||
        !note_viewed(app, &r, &rows, &e)) {
        interview_rows_release(&rows);
        return say_failure("list", &e);
    }
    if (r.json)
        print_json(&rows, &r.filter);
    else
        print_text(&rows, &r.filter);
    if (rows.more)
        say_note("these are the %s %d, --limit %d shows more",
                 r.filter.sort == SORT_DATE && !r.filter.ascending ? "newest" : "first",
                 r.filter.limit, r.filter.limit * 10);
    interview_rows_release(&rows);
    return 0;
}

const struct command cmd_list = {
    .name = "list",
    .usage = "[--search WORDS] [--bank B] [--job J] [--level L] [--state S] [--decision D] "
             "[--interviewer NAME] [--from DATE] [--to DATE] [--like ID] [--sort COLUMN] "
             "[--asc|--desc] [--limit N] [--json]",
    .summary = "the interviews, newest first",
    .details = "The number in front is what \"slate show\" takes. No score is listed but by --sort "
               "composite.\n"
               "\n"
               "--search WORDS\tbeginnings of words in candidate, job, bank, interviewer, summary "
               "and notes; accents and case do not matter\n"
               "--bank B\tof this question bank, by its name as in \"slate bank list\"\n"
               "--job J\tfor this job\n"
               "--level L\tjunior, mid or senior\n"
               "--state S\tplanned, open, submitted or abandoned\n"
               "--decision D\tadvance, hold or reject; none: submitted and not decided yet\n"
               "--interviewer NAME\tof this interviewer\n"
               "--from DATE\ton this day or later, like 2026-11-03\n"
               "--to DATE\ton this day or earlier\n"
               "--like ID\tasked the very same questions as the interview of this number\n"
               "--sort COLUMN\tdate, candidate, job, bank, level, interviewer, state, decision, "
               "ended, or composite (with --like); what was searched for stands newest first\n"
               "--asc, --desc\tthat order the way up or down\n"
               "--limit N\tat most so many, 50 if not given\n"
               "--json\tas JSON",
    .run = run,
};
