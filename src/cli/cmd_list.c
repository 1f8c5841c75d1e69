#include <string.h>

#include "base/clock.h"
#include "base/vec.h"
#include "cli/grid.h"
#include "cli/rows.h"
#include "cli/say.h"

#define LIMIT     50
#define LIMIT_MAX 1000000

struct request {
    struct list_filter filter;
    bool json;
};

static bool read_level(const char *word, int *out, struct err *e)
{
    enum level level;
    if (word == NULL)
        return true;
    if (!level_parse(word, &level))
        return err_set(e, ERR_USAGE, "there is no level \"%s\": give junior, mid or senior", word);
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

static bool read_request(struct app *app, int argc, char **argv, struct request *r, struct err *e)
{
    const char *level = NULL, *state = NULL, *limit = NULL;
    *r = (struct request){.filter = {.level = -1, .state = -1}};
    const struct option_row options[] = {{"search", &r->filter.search, NULL},
                                         {"bank", &r->filter.bank, NULL},
                                         {"job", &r->filter.job, NULL},
                                         {"interviewer", &r->filter.interviewer, NULL},
                                         {"level", &level, NULL},
                                         {"state", &state, NULL},
                                         {"limit", &limit, NULL},
                                         {"json", NULL, &r->json},
                                         {0}};
    if (!rows_start(app, options, &argc, &argv, e))
        return false;
    if (argc > 1)
        return err_set(e, ERR_USAGE, "to look for \"%s\", write --search %s", argv[1], argv[1]);
    return read_level(level, &r->filter.level, e) && read_state(state, &r->filter.state, e) &&
           read_limit(limit, &r->filter.limit, e);
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
    {"ID", 0, true},  {"CANDIDATE", 14, false}, {"INTERVIEW", 14, false}, {"JOB", 8, false},
    {"BY", 8, false}, {"STATE", 0, false},      {"DECISION", 0, false},   {"DATE", 0, false},
};

static void add_number(struct grid *g, int64_t id)
{
    struct str text = STR_INIT;
    str_addf(&text, "%lld", (long long)id);
    grid_add(g, text.s);
    str_release(&text);
}

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

static void add_row(struct grid *g, const struct interview_row *row, bool by)
{
    bool decided = !row->hidden && row->decision != DECISION_NONE;
    add_number(g, row->id);
    grid_add(g, row->candidate);
    add_kit(g, row);
    grid_add(g, row->hidden ? NULL : row->job);
    grid_add(g, by && !row->hidden ? row->interviewer : NULL);
    add_state(g, row);
    grid_add(g, decided ? decision_name(row->decision) : NULL);
    add_date(g, row);
}

static void print_text(const struct interview_rows *rows)
{
    struct grid g = {.columns = columns, .n = COUNT_OF(columns)};
    struct str text = STR_INIT;
    bool by = interviewers_differ(rows), hidden = false;
    for (size_t i = 0; i < rows->n; i++) {
        add_row(&g, &rows->items[i], by);
        hidden |= rows->items[i].hidden;
    }
    if (rows->n > 0)
        grid_print(&g, CLI_WIDTH, &text);
    say_result(&text);
    if (rows->n == 0)
        say_note("no interview to list");
    if (hidden)
        say_note("what is hidden opens once your own interview of that candidate is submitted");
    str_release(&text);
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

static void add_json(struct json *list, const struct interview_row *row)
{
    struct json *o = json_object_in(list, NULL);
    json_int(o, "id", row->id);
    json_text(o, "candidate", row->candidate);
    json_bool(o, "hidden", row->hidden);
    if (row->hidden)
        return;
    json_text(o, "job", row->job);
    json_text(o, "interviewer", row->interviewer);
    json_text(o, "bank", row->bank);
    json_text(o, "title", row->title);
    json_text(o, "level", level_name(row->level));
    json_text(o, "state", interview_state_name(row->state));
    json_int(o, "questions", row->asked);
    json_text(o, "decision", row->decision != DECISION_NONE ? decision_name(row->decision) : NULL);
    add_times(o, row);
}

static void print_json(const struct interview_rows *rows)
{
    struct json *list = json_array_new();
    for (size_t i = 0; i < rows->n; i++)
        add_json(list, &rows->items[i]);
    say_json(list);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct request r;
    struct interview_rows rows = {0};
    struct err e = ERR_INIT;
    if (!read_request(app, argc, argv, &r, &e) || !app_list(app, &r.filter, &rows, &e))
        return say_failure("list", &e);
    if (r.json)
        print_json(&rows);
    else
        print_text(&rows);
    if (rows.more)
        say_note("these are the newest %d, --limit %d shows more", r.filter.limit,
                 r.filter.limit * 10);
    interview_rows_release(&rows);
    return 0;
}

const struct command cmd_list = {
    .name = "list",
    .usage = "[--search WORDS] [--bank B] [--job J] [--level L] [--state S] [--interviewer NAME] "
             "[--limit N] [--json]",
    .summary = "the interviews, newest first",
    .details = "The number in front is what \"slate show\" takes. No score is listed.\n"
               "\n"
               "--search WORDS\tbeginnings of words in candidate, job, bank and notes\n"
               "--bank B\tof this question bank, by its name as in \"slate bank list\"\n"
               "--job J\tfor this job\n"
               "--level L\tjunior, mid or senior\n"
               "--state S\tplanned, open, submitted or abandoned\n"
               "--interviewer NAME\tof this interviewer\n"
               "--limit N\tat most so many, 50 if not given\n"
               "--json\tas JSON",
    .run = run,
};
