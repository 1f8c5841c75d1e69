#include "app/importing.h"
#include "cli/rows.h"
#include "cli/say.h"

struct importer {
    struct app *app;
    struct import_request request;
    bool dry_run;
};

static void say_notes(const struct draft *d, const char *name)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < d->n; i++)
        draft_add_note(&text, &d->items[i], name);
    say_talk(&text);
    str_release(&text);
}

static void add_counts(struct str *out, const struct draft *d)
{
    size_t all = 0;
    const char *between = " (";
    for (int i = 0; i < LEVELS; i++)
        all += d->questions[i];
    str_addf(out, "%zu question%s", all, all == 1 ? "" : "s");
    for (int i = 0; i < LEVELS; i++) {
        if (d->questions[i] == 0)
            continue;
        str_addf(out, "%s%zu %s", between, d->questions[i], level_name((enum level)i));
        between = ", ";
    }
    str_add(out, ")");
}

static void add_findings(struct str *out, const struct importing *im)
{
    struct finding_source source = {.bytes = im->draft.yaml.s, .n = im->draft.yaml.len};
    for (size_t i = 0; i < im->findings.n; i++)
        finding_add_next(out, &im->findings.items[i], im->path.s, &source);
}

static void print_written(const struct importing *im, const char *called)
{
    struct str text = STR_INIT;
    add_findings(&text, im);
    str_addf(&text, "%s, read as %s: ", im->source, draft_format_name(im->draft.format));
    add_counts(&text, &im->draft);
    str_addf(&text, "\nwritten as a draft: %s\n", im->path.s);
    if (im->missing > 0)
        str_addf(&text,
                 "%zu thing%s missing before it can be used: see above, or \"slate bank check "
                 "%s\"\n",
                 im->missing, im->missing == 1 ? " is" : "s are", called);
    say_result(&text);
    str_release(&text);
}

static void print_dry(const struct importing *im)
{
    struct str text = STR_INIT;
    str_add(&text, im->draft.yaml.s);
    say_result(&text);
    str_clear(&text);
    add_findings(&text, im);
    str_addf(&text, "nothing was written; without --dry-run it would be %s, with ", im->path.s);
    add_counts(&text, &im->draft);
    str_addf(&text, " and %zu thing%s missing\n", im->missing, im->missing == 1 ? "" : "s");
    say_talk(&text);
    str_release(&text);
}

static bool import_one(struct importer *m, struct err *e)
{
    struct importing im;
    bool ok = import_preview(m->app, &m->request, &im, e);
    if (ok)
        say_notes(&im.draft, m->request.path);
    if (ok && m->dry_run)
        print_dry(&im);
    else if (ok && (ok = import_write(m->app, &im, e)))
        print_written(&im, m->request.out != NULL ? m->request.out : im.draft.bank);
    import_release(&im);
    return ok;
}

/* One that cannot be read does not keep the others from being imported. */
static int import_all(struct importer *m, char **paths)
{
    int status = 0;
    for (; *paths != NULL; paths++) {
        struct err e = ERR_INIT;
        m->request.path = *paths;
        if (!import_one(m, &e))
            status = say_failure("bank import", &e);
    }
    return status;
}

static int run(void *context, int argc, char **argv)
{
    struct importer m = {.app = context};
    struct err e = ERR_INIT;
    const struct option_row options[] = {{"as", &m.request.as, NULL},
                                         {"out", &m.request.out, NULL},
                                         {"windows-1252", NULL, &m.request.windows_1252},
                                         {"dry-run", NULL, &m.dry_run},
                                         {0}};
    bool ok = rows_start(m.app, options, &argc, &argv, &e);
    if (ok && argc < 2)
        ok = err_set(&e, ERR_USAGE, "say which file: slate bank import FILE");
    if (ok && argc > 2 && (m.request.as != NULL || m.request.out != NULL))
        ok = err_set(&e, ERR_USAGE,
                     "--as and --out are for one file: import the others by themselves");
    if (!ok)
        return say_failure("bank import", &e);
    return import_all(&m, argv + 1);
}

const struct command cmd_bank_import = {
    .name = "bank import",
    .usage = "FILE... [--as NAME] [--out FILE] [--windows-1252] [--dry-run]",
    .summary = "a page, an interview kit or a table as the draft of a bank",
    .details =
        "FILE is a page on a job that was saved or pasted as text (questions behind \"Q:\" or "
        "under "
        "headings), an interview kit in Markdown, or a table as CSV with a row of column names: "
        "question, expected, red flags, level, tags, weight, in any order.\n"
        "\n"
        "The draft is always a new file in your own folder of banks. What was left out or assumed "
        "is told by line. Nothing is made up: what a bank needs and the text does not have, such "
        "as anchors, is listed, and the draft can be used once you have added it.\n"
        "\n"
        "--as NAME\tcall the bank so; if not given, after its title\n"
        "--out FILE\tinto this file, named as the bank will be, ending in .yaml\n"
        "--windows-1252\tthe text comes from an old program on Windows; said by the message that "
        "it is not UTF-8\n"
        "--dry-run\tprint the draft and write nothing",
    .run = run,
};
