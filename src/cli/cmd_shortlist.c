#include "app/comparison.h"
#include "base/vec.h"
#include "cli/compared.h"
#include "cli/grid.h"
#include "cli/rows.h"
#include "cli/say.h"

/* ---- as text ---- */

static const struct grid_column columns[] = {
    {"ID", 0, true},    {"CANDIDATE", 14, false}, {"COMPOSITE", 0, false},
    {"FLAGS", 0, true}, {"DECISION", 0, false},   {"BY", 8, false},
};

static void add_row(struct grid *g, const struct shortlist_row *row, bool by)
{
    struct str text = STR_INIT;
    enum decision d = row->scored->row.decision;
    str_addf(&text, "%lld", (long long)row->scored->row.id);
    grid_add(g, text.s);
    grid_add(g, row->name);
    str_clear(&text);
    comparison_add_brief(&text, &row->own.composite, row->standing != STANDING_INCOMPLETE);
    grid_add(g, text.s);
    str_clear(&text);
    if (row->flags > 0)
        str_addf(&text, "!%d", row->flags);
    grid_add(g, text.s);
    grid_add(g, d != DECISION_NONE ? decision_name(d) : NULL);
    grid_add(g, by ? row->scored->row.interviewer : NULL);
    str_release(&text);
}

/* A table for each group, under its heading. Returns the row behind it. */
static size_t print_group(const struct shortlist *s, size_t from, bool by, struct str *out)
{
    struct grid g = {.columns = columns, .n = COUNT_OF(columns)};
    size_t i = from;
    str_addf(out, "%s\n", standing_words(s->rows.items[from].standing));
    for (; i < s->rows.n && s->rows.items[i].standing == s->rows.items[from].standing; i++)
        add_row(&g, &s->rows.items[i], by);
    grid_print(&g, CLI_WIDTH, out);
    str_addc(out, '\n');
    grid_release(&g);
    return i;
}

static void print_text(const struct shortlist *s)
{
    bool by = shortlist_interviewers_differ(s);
    struct str out = STR_INIT;
    str_addf(&out, "%s · %s · %s, %d question%s\n\n", s->job[0] != '\0' ? s->job : "(no job)",
             s->title, level_name(s->level), s->questions, s->questions == 1 ? "" : "s");
    for (size_t i = 0; i < s->rows.n;)
        i = print_group(s, i, by, &out);
    compared_add_remarks(&out, &s->remarks);
    say_result(&out);
    str_release(&out);
}

/* ---- as JSON ---- */

static const char *const standing_names[] = {[STANDING_BEST] = "best group",
                                             [STANDING_REST] = "rest",
                                             [STANDING_UNGROUPED] = "not known",
                                             [STANDING_INCOMPLETE] = "incomplete"};

static void json_rows(struct json *o, const struct shortlist *s)
{
    struct json *list = json_array_in(o, "interviews");
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct shortlist_row *row = &s->rows.items[i];
        struct json *x = json_object_in(list, NULL);
        compared_json_head(x, row->scored);
        json_text(x, "standing", standing_names[row->standing]);
        json_int(x, "flags", row->flags);
        compared_json_composite(x, "composite", &row->own.composite);
        compared_json_sem(x, &row->own.sem);
    }
}

static void print_json(const struct shortlist *s)
{
    struct json *o = json_object_new();
    json_text(o, "format", "slate-shortlist");
    json_int(o, "version", 1);
    json_text(o, "job", s->job);
    json_text(o, "bank", s->bank);
    json_text(o, "title", s->title);
    json_text(o, "level", level_name(s->level));
    json_int(o, "questions", s->questions);
    json_int(o, "voided", s->voided);
    compared_json_sem(o, &s->sem);
    json_rows(o, s);
    json_int(o, "hidden", s->hidden);
    json_int(o, "pending", s->pending);
    json_int(o, "abandoned", s->abandoned);
    json_int(o, "other_questions", s->other_kits);
    compared_json_remarks(o, &s->remarks);
    say_json(o);
}

/* ---- the command ---- */

struct request {
    struct shortlist_query query;
    bool json;
};

static bool read_request(struct app *app, int argc, char **argv, struct request *r, struct err *e)
{
    struct shortlist_query *q = &r->query;
    const char *level = NULL;
    enum level l;
    *r = (struct request){.query = {.level = -1}};
    const struct option_row options[] = {{"job", &q->job, NULL},
                                         {"bank", &q->bank, NULL},
                                         {"level", &level, NULL},
                                         {"json", NULL, &r->json},
                                         {0}};
    if (!rows_start(app, options, &argc, &argv, e) || !rows_no_operands(argc, argv, e))
        return false;
    if (q->job == NULL)
        return err_set(e, ERR_USAGE, "say for which job: --job NAME, as in \"slate list\"");
    if (level != NULL && !level_read(level, &l, e))
        return false;
    if (level != NULL)
        q->level = (int)l;
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct request r;
    struct shortlist s;
    struct err e = ERR_INIT;
    if (!read_request(app, argc, argv, &r, &e) || !shortlist_make(app, &r.query, &s, &e))
        return say_failure("shortlist", &e);
    if (r.json)
        print_json(&s);
    else
        print_text(&s);
    shortlist_release(&s);
    return 0;
}

const struct command cmd_shortlist = {
    .name = "shortlist",
    .usage = "--job J [--bank B] [--level L] [--json]",
    .summary = "the best group of a job, the rest, and who is incomplete",
    .details =
        "Of the submitted interviews of one job that were asked the same questions. The best group "
        "is the top and whoever is not distinguishable from it; there is no order within it. With "
        "fewer than 5 interviews no group can be told.\n"
        "\n"
        "--job J\tthe job, as in \"slate list\"\n"
        "--bank B\tof this question bank, where the job had several\n"
        "--level L\tjunior, mid or senior, where the job had several\n"
        "--json\tas JSON; means and standard errors are hundredths",
    .run = run,
};
