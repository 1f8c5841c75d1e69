#include <string.h>

#include "app/candidates.h"
#include "base/clock.h"
#include "base/vec.h"
#include "cli/grid.h"
#include "cli/rows.h"
#include "cli/say.h"

/* slate candidate list and show. */

#define LIMIT     50
#define LIMIT_MAX 100000

/* ---- list ---- */

static const struct grid_column list_columns[] = {
    {"ID", 0, true}, {"CANDIDATE", 14, false}, {"LAST SESSION", 14, false}};

static void print_names(const struct name_rows *rows)
{
    struct grid g = {.columns = list_columns, .n = COUNT_OF(list_columns)};
    struct str text = STR_INIT;
    for (size_t i = 0; i < rows->n; i++) {
        rows_grid_number(&g, rows->items[i].id);
        grid_add(&g, rows->items[i].name);
        grid_add(&g, rows->items[i].detail);
    }
    if (rows->n > 0)
        grid_print(&g, CLI_WIDTH, &text);
    say_result(&text);
    if (rows->n == 0)
        say_note("no candidate to list");
    str_release(&text);
    grid_release(&g);
}

static void print_names_json(const struct name_rows *rows)
{
    struct json *list = json_array_new();
    for (size_t i = 0; i < rows->n; i++) {
        struct json *o = json_object_in(list, NULL);
        json_int(o, "id", rows->items[i].id);
        json_text(o, "name", rows->items[i].name);
    }
    say_json(list);
}

static bool list(struct app *app, int argc, char **argv, struct err *e)
{
    const char *limit_word = NULL;
    bool json = false;
    long limit = LIMIT;
    struct name_rows rows = {0};
    struct str typed = STR_INIT;
    const struct option_row options[] = {{"limit", &limit_word, NULL}, {"json", NULL, &json}, {0}};
    if (!rows_start(app, options, &argc, &argv, e))
        return false;
    if (limit_word != NULL && !str_int(limit_word, 1, LIMIT_MAX, &limit))
        return err_set(e, ERR_USAGE, "--limit takes a number from 1 to %d, not \"%s\"", LIMIT_MAX,
                       limit_word);
    rows_join(&typed, argv + 1);
    bool ok = candidates_list(app, typed.s, (int)limit + 1, &rows, e);
    bool more = rows.n > (size_t)limit;
    rows.n -= more;
    if (ok && json)
        print_names_json(&rows);
    else if (ok)
        print_names(&rows);
    if (ok && more)
        say_note("these are the latest %ld, --limit %ld shows more", limit, limit * 10);
    name_rows_release(&rows);
    str_release(&typed);
    return ok;
}

static int run_list(void *context, int argc, char **argv)
{
    struct err e = ERR_INIT;
    return list(context, argc, argv, &e) ? 0 : say_failure("candidate list", &e);
}

const struct command cmd_candidate_list = {
    .name = "candidate list",
    .usage = "[NAME] [--limit N] [--json]",
    .summary = "who is known, interviewed last first",
    .details = "NAME is the beginnings of words of the name. The number in front is what "
               "\"slate candidate show\" takes.\n"
               "\n"
               "--limit N\tat most so many, 50 if not given\n"
               "--json\tas JSON",
    .run = run_list,
};

/* ---- show ---- */

static const struct grid_column session_columns[] = {
    {"ID", 0, true},  {"DATE", 0, false},  {"INTERVIEW", 10, false}, {"JOB", 6, false},
    {"BY", 6, false}, {"STATE", 0, false}, {"RESULT", 19, false}};

static int64_t time_of(const struct interview_row *r)
{
    return r->started_at != 0 ? r->started_at : r->planned_at;
}

/* What was decided says that it was submitted. */
static const char *state_of(const struct interview_row *r)
{
    if (r->hidden)
        return "hidden";
    return r->decision != DECISION_NONE ? decision_name(r->decision)
                                        : interview_state_name(r->state);
}

static void add_session(struct grid *g, const struct candidate_session *s)
{
    const struct interview_row *r = &s->row;
    struct str date = STR_INIT, kit = STR_INIT;
    if (time_of(r) != 0)
        clock_add_date(&date, time_of(r), r->offset_min);
    if (!r->hidden)
        str_addf(&kit, "%s · %s", r->title, level_name(r->level));
    rows_grid_number(g, r->id);
    grid_add(g, date.s);
    grid_add(g, kit.s);
    grid_add(g, r->job);
    grid_add(g, r->interviewer);
    grid_add(g, state_of(r));
    grid_add(g, s->result);
    str_release(&date);
    str_release(&kit);
}

static void add_sessions(const struct candidate_file *f, struct str *out)
{
    struct grid g = {.columns = session_columns, .n = COUNT_OF(session_columns)};
    bool hidden = false;
    for (size_t i = 0; i < f->sessions.n; i++) {
        add_session(&g, &f->sessions.items[i]);
        hidden |= f->sessions.items[i].row.hidden;
    }
    if (f->sessions.n > 0) {
        str_addc(out, '\n');
        grid_print(&g, CLI_WIDTH, out);
    }
    if (hidden)
        say_note("what is hidden opens once your own interview of that candidate is submitted");
    grid_release(&g);
}

static void add_line(struct str *out, const char *word, const char *text)
{
    if (text != NULL)
        str_addf(out, "%-6s %s\n", word, text);
}

static void add_record(struct app *app, const struct candidate_file *f, struct str *out)
{
    if (f->aliases.n + f->changes.n > 0)
        str_addc(out, '\n');
    for (size_t i = 0; i < f->aliases.n; i++) {
        const struct candidate_alias *a = &f->aliases.items[i];
        clock_add_date(out, a->merged_at, app_offset(app, a->merged_at));
        str_addf(out, "  %s (record %lld) was merged into this one\n", a->name, (long long)a->id);
    }
    for (size_t i = 0; i < f->changes.n; i++) {
        const struct candidate_change *c = &f->changes.items[i];
        clock_add_date(out, c->at, app_offset(app, c->at));
        str_add(out, "  ");
        candidate_change_add_words(out, c);
        str_addc(out, '\n');
    }
}

static void print_file(struct app *app, const struct candidate_file *f)
{
    struct str text = STR_INIT;
    str_addf(&text, "%s (candidate %lld)\n", f->contact.name, (long long)f->contact.id);
    add_line(&text, "Mail", f->contact.email);
    add_line(&text, "Phone", f->contact.phone);
    add_line(&text, "Link", f->contact.link);
    add_sessions(f, &text);
    add_record(app, f, &text);
    say_result(&text);
    str_release(&text);
}

static void add_session_json(struct json *list, const struct candidate_session *s)
{
    const struct interview_row *r = &s->row;
    struct json *o = json_object_in(list, NULL);
    json_int(o, "id", r->id);
    json_bool(o, "hidden", r->hidden);
    if (r->hidden)
        return;
    json_text(o, "state", interview_state_name(r->state));
    json_text(o, "bank", r->bank);
    json_text(o, "level", level_name(r->level));
    json_text(o, "job", r->job);
    json_text(o, "interviewer", r->interviewer);
    rows_json_time(o, "planned", r->planned_at, r->offset_min);
    rows_json_time(o, "started", r->started_at, r->offset_min);
    json_text(o, "decision", r->decision != DECISION_NONE ? decision_name(r->decision) : NULL);
    json_text(o, "result", s->result[0] != '\0' ? s->result : NULL);
}

static void print_file_json(struct app *app, const struct candidate_file *f)
{
    struct json *o = json_object_new();
    json_int(o, "id", f->contact.id);
    json_text(o, "name", f->contact.name);
    json_text(o, "email", f->contact.email);
    json_text(o, "phone", f->contact.phone);
    json_text(o, "link", f->contact.link);
    struct json *list = json_array_in(o, "sessions");
    for (size_t i = 0; i < f->sessions.n; i++)
        add_session_json(list, &f->sessions.items[i]);
    list = json_array_in(o, "merged");
    for (size_t i = 0; i < f->aliases.n; i++) {
        struct json *alias = json_object_in(list, NULL);
        json_int(alias, "id", f->aliases.items[i].id);
        json_text(alias, "name", f->aliases.items[i].name);
    }
    list = json_array_in(o, "changes");
    for (size_t i = 0; i < f->changes.n; i++) {
        const struct candidate_change *c = &f->changes.items[i];
        struct json *change = json_object_in(list, NULL);
        rows_json_time(change, "at", c->at, app_offset(app, c->at));
        json_text(change, "field", c->field);
        json_text(change, "by", c->who[0] != '\0' ? c->who : NULL);
        json_int(change, "id", c->id);
    }
    say_json(o);
}

static bool show(struct app *app, int argc, char **argv, struct err *e)
{
    bool json = false;
    struct candidate_file f;
    int64_t id;
    const struct option_row options[] = {{"json", NULL, &json}, {0}};
    if (!rows_start(app, options, &argc, &argv, e) || !rows_candidate(app, argv + 1, &id, e) ||
        !candidates_load(app, id, &f, e))
        return false;
    if (json)
        print_file_json(app, &f);
    else
        print_file(app, &f);
    candidate_file_release(&f);
    return true;
}

static int run_show(void *context, int argc, char **argv)
{
    struct err e = ERR_INIT;
    return show(context, argc, argv, &e) ? 0 : say_failure("candidate show", &e);
}

const struct command cmd_candidate_show = {
    .name = "candidate show",
    .usage = "WHO [--json]",
    .summary = "everything about one candidate, over roles and interviewers",
    .details =
        "WHO is the number in front of them in \"slate candidate list\", or a name that fits "
        "one candidate only. A session that is hidden by your own open interview of the same "
        "candidate says only that it exists.\n"
        "\n"
        "--json\tas JSON",
    .run = run_show,
};
