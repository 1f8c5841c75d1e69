#include "base/vec.h"
#include "cli/grid.h"
#include "cli/rows.h"
#include "cli/say.h"

static const struct grid_column columns[] = {
    {"NAME", 12, false}, {"TITLE", 16, false}, {"JUNIOR", 0, true},
    {"MID", 0, true},    {"SENIOR", 0, true},  {"PROBLEMS", 0, false},
};

static void add_count(struct grid *g, const struct app_bank *b, enum level level)
{
    struct str text = STR_INIT;
    if (b->bank == NULL || !b->bank->levels[level].present)
        str_add(&text, "–");
    else
        str_addf(&text, "%zu", b->bank->levels[level].n);
    grid_add(g, text.s);
    str_release(&text);
}

static void add_plural(struct str *out, size_t n, const char *what)
{
    if (n > 0)
        str_addf(out, "%s%zu %s%s", out->len > 0 ? ", " : "", n, what, n == 1 ? "" : "s");
}

static void add_problems(struct grid *g, const struct app_bank *b)
{
    struct str text = STR_INIT;
    if (b->trouble != NULL)
        str_add(&text, "unreadable");
    if (b->missing > 0)
        str_addf(&text, "draft: %zu thing%s missing", b->missing, b->missing == 1 ? "" : "s");
    else
        add_plural(&text, b->errors, "error");
    add_plural(&text, b->warnings, "warning");
    grid_add(g, text.len > 0 ? text.s : "none");
    str_release(&text);
}

static void add_table(struct app *app, size_t n, struct str *out)
{
    struct grid g = {.columns = columns, .n = COUNT_OF(columns)};
    for (size_t i = 0; i < n; i++) {
        const struct app_bank *b = app_bank_at(app, i);
        if (b->hidden_by != NULL)
            continue;
        app_bank_check(app, b);
        grid_add(&g, b->name);
        grid_add(&g, b->title);
        for (int level = 0; level < LEVELS; level++)
            add_count(&g, b, (enum level)level);
        add_problems(&g, b);
    }
    grid_print(&g, CLI_WIDTH, out);
    grid_release(&g);
}

/* What stands in the folders and cannot be used, each with the reason. */
static void add_unused(struct app *app, size_t n, struct str *out)
{
    const char *head = "\nNot used:\n";
    for (size_t i = 0; i < n; i++) {
        const struct app_bank *b = app_bank_at(app, i);
        if (b->good && b->hidden_by == NULL)
            continue;
        str_add(out, head);
        head = "";
        str_addf(out, "  %s\n    ", b->path);
        if (b->hidden_by != NULL)
            str_addf(out, "hidden by %s, which has the same name and comes first", b->hidden_by);
        else if (b->missing > 0)
            str_addf(out, "a draft, %zu thing%s missing: \"slate bank check %s\" names them",
                     b->missing, b->missing == 1 ? "" : "s", b->name);
        else
            rows_add_reason(out, b);
        str_addc(out, '\n');
    }
}

static void print_text(struct app *app, size_t n)
{
    struct str text = STR_INIT;
    if (n > 0)
        add_table(app, n, &text);
    add_unused(app, n, &text);
    say_result(&text);
    str_release(&text);
}

static void add_levels(struct json *o, const struct app_bank *b)
{
    struct json *levels = json_object_in(o, "levels");
    for (int level = 0; b->bank != NULL && level < LEVELS; level++)
        if (b->bank->levels[level].present)
            json_int(levels, level_name((enum level)level), (int64_t)b->bank->levels[level].n);
}

static void add_json(struct json *list, const struct app_bank *b)
{
    struct str reason = STR_INIT;
    struct json *o = json_object_in(list, NULL);
    json_text(o, "name", b->name);
    json_text(o, "title", b->title);
    json_text(o, "path", b->path);
    json_bool(o, "usable", b->good);
    add_levels(o, b);
    json_bool(o, "draft", b->missing > 0);
    json_int(o, "errors", (int64_t)b->errors);
    json_int(o, "warnings", (int64_t)b->warnings);
    json_text(o, "hidden_by", b->hidden_by);
    if (!b->good)
        rows_add_reason(&reason, b);
    json_text(o, "reason", b->good ? NULL : reason.s);
    str_release(&reason);
}

static void print_json(struct app *app, size_t n)
{
    struct json *list = json_array_new();
    for (size_t i = 0; i < n; i++) {
        app_bank_check(app, app_bank_at(app, i));
        add_json(list, app_bank_at(app, i));
    }
    say_json(list);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    bool json = false;
    const struct option_row options[] = {{"json", NULL, &json}, {0}};
    if (!rows_start(app, options, &argc, &argv, &e) || !rows_no_operands(argc, argv, &e))
        return say_failure("bank list", &e);
    size_t n = app_banks(app);
    rows_mention_folders(app);
    if (json)
        print_json(app, n);
    else
        print_text(app, n);
    return 0;
}

const struct command cmd_bank_list = {
    .name = "bank list",
    .usage = "[--json]",
    .summary = "the question banks, with their levels and problems",
    .details = "Under each level stands how many questions it has. Files that cannot be used are "
               "named below with the reason; \"slate bank check\" says more.\n"
               "\n"
               "--json\tas JSON",
    .run = run,
};
