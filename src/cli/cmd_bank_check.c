#include "cli/rows.h"
#include "cli/say.h"

struct tally {
    size_t banks, errors, warnings, unreadable;
    struct str text;   /* what was found, for people */
    struct json *list; /* ... or for programs; NULL when not asked for */
};

static void add_finding(struct json *list, const struct finding *f)
{
    struct json *o = json_object_in(list, NULL);
    json_text(o, "severity", f->severity == FINDING_ERROR ? "error" : "warning");
    json_text(o, "rule", f->rule);
    json_int(o, "line", f->line);
    json_int(o, "column", f->col);
    json_text(o, "what", f->what);
    json_text(o, "todo", f->todo);
}

static void add_json(struct json *list, const struct app_bank *b)
{
    struct json *o = json_object_in(list, NULL);
    json_text(o, "name", b->name);
    json_text(o, "path", b->path);
    json_int(o, "errors", (int64_t)b->errors);
    json_int(o, "warnings", (int64_t)b->warnings);
    json_text(o, "trouble", b->trouble);
    struct json *findings = json_array_in(o, "findings");
    for (size_t i = 0; i < b->findings->n; i++)
        add_finding(findings, &b->findings->items[i]);
}

static void add_text(struct str *out, const struct app_bank *b)
{
    for (size_t i = 0; i < b->findings->n; i++)
        finding_add_text(out, &b->findings->items[i], b->path, b->bytes, b->n);
}

static void add_bank(struct tally *t, const struct app_bank *b)
{
    if (t->list != NULL)
        add_json(t->list, b);
    if (b->trouble != NULL) {
        say_note("%s", b->trouble);
        t->unreadable++;
        return;
    }
    t->banks++;
    t->errors += b->errors;
    t->warnings += b->warnings;
    add_text(&t->text, b);
}

/* One that is not there does not keep the others from being checked. */
static void check_named(struct app *app, char **names, struct tally *t)
{
    for (; *names != NULL; names++) {
        struct err e = ERR_INIT;
        const struct app_bank *b = app_bank_find(app, *names, &e);
        if (b != NULL) {
            add_bank(t, b);
            continue;
        }
        say_note("%s", e.text);
        t->unreadable++;
    }
}

static void check_all(struct app *app, struct tally *t)
{
    size_t n = app_banks(app);
    for (size_t i = 0; i < n; i++)
        add_bank(t, app_bank_at(app, i));
    t->unreadable += rows_mention_folders(app);
}

static const char *ending(size_t n)
{
    return n == 1 ? "" : "s";
}

static void print(struct tally *t)
{
    if (t->list != NULL) {
        say_json(t->list);
        return;
    }
    if (t->banks == 0)
        return;
    str_addf(&t->text, "%zu bank%s checked: %zu error%s, %zu warning%s\n", t->banks,
             ending(t->banks), t->errors, ending(t->errors), t->warnings, ending(t->warnings));
    say_result(&t->text);
}

static int status_of(const struct tally *t, bool strict)
{
    struct err unreadable = {.kind = ERR_INPUT};
    if (t->unreadable > 0)
        return err_exit_status(&unreadable);
    return t->errors > 0 || (strict && t->warnings > 0);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    bool json = false, strict = false;
    const struct option_row options[] = {{"json", NULL, &json}, {"strict", NULL, &strict}, {0}};
    if (!rows_start(app, options, &argc, &argv, &e))
        return say_failure("bank check", &e);
    struct tally t = {.text = STR_INIT, .list = json ? json_array_new() : NULL};
    if (argc > 1)
        check_named(app, argv + 1, &t);
    else
        check_all(app, &t);
    print(&t);
    str_release(&t.text);
    return status_of(&t, strict);
}

const struct command cmd_bank_check = {
    .name = "bank check",
    .usage = "[FILE | NAME]... [--json] [--strict]",
    .summary = "what is wrong or weak in question banks",
    .details = "Checks files, or banks by their name; without either, all that are found. Each "
               "finding names its place, shows the line and says what to do.\n"
               "\n"
               "Exit status: 0 no error, 1 errors (with --strict: or warnings), 3 a file could "
               "not be read.\n"
               "\n"
               "--json\tas JSON\n"
               "--strict\twarnings count as errors for the exit status",
    .run = run,
};
