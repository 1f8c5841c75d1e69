#include "cli/rows.h"
#include "cli/say.h"

#define LAWS 6 /* times that --law may be given */

struct tally {
    size_t banks, errors, warnings, unreadable;
    bool law;          /* something is risky in law */
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

static void add_text(struct tally *t, const struct app_bank *b)
{
    struct finding_source source = {.bytes = b->bytes, .n = b->n};
    for (size_t i = 0; i < b->findings->n; i++) {
        finding_add_next(&t->text, &b->findings->items[i], b->path, &source);
        t->law = t->law || str_starts(b->findings->items[i].rule, "law-");
    }
}

static void add_bank(struct tally *t, struct app *app, const struct app_bank *b)
{
    app_bank_check(app, b);
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
    add_text(t, b);
}

/* One that is not there does not keep the others from being checked. */
static void check_named(struct app *app, char **names, struct tally *t)
{
    for (; *names != NULL; names++) {
        struct err e = ERR_INIT;
        const struct app_bank *b = app_bank_find(app, *names, &e);
        if (b != NULL) {
            add_bank(t, app, b);
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
        add_bank(t, app, app_bank_at(app, i));
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
    str_addf(&t->text, "%zu bank%s checked: %zu error%s, %zu warning%s%s\n", t->banks,
             ending(t->banks), t->errors, ending(t->errors), t->warnings, ending(t->warnings),
             t->law ? "; what is said of law is not legal advice" : "");
    say_result(&t->text);
}

static int status_of(const struct tally *t, bool strict)
{
    struct err unreadable = {.kind = ERR_INPUT};
    if (t->unreadable > 0)
        return err_exit_status(&unreadable);
    return t->errors > 0 || (strict && t->warnings > 0);
}

static bool set_laws(struct app *app, const char *const laws[LAWS], struct err *e)
{
    for (int i = 0; i < LAWS && laws[i] != NULL; i++)
        if (!app_set_law(app, laws[i], e))
            return false;
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    bool json = false, strict = false;
    const char *laws[LAWS] = {NULL};
    const struct option_row options[] = {
        {"json", NULL, &json},   {"strict", NULL, &strict}, {"law", &laws[0], NULL},
        {"law", &laws[1], NULL}, {"law", &laws[2], NULL},   {"law", &laws[3], NULL},
        {"law", &laws[4], NULL}, {"law", &laws[5], NULL},   {0}};
    if (!rows_start(app, options, &argc, &argv, &e) || !set_laws(app, laws, &e))
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
    .usage = "[FILE | NAME]... [--law LIST] [--json] [--strict]",
    .summary = "what is wrong or weak in question banks",
    .details =
        "Checks files, or banks by their name; without either, all that are found. Each "
        "finding names its place, shows the line and says what to do. Questions that are risky "
        "in law are pointed out with a safer wording; this is not legal advice.\n"
        "\n"
        "Exit status: 0 no error, 1 errors (with --strict: or warnings), 3 a file could "
        "not be read.\n"
        "\n"
        "--law LIST\twhose law: us, us-ca, us-ny, uk, eu, fr, parted by commas; all unless given\n"
        "--json\tas JSON\n"
        "--strict\twarnings count as errors for the exit status",
    .run = run,
};
