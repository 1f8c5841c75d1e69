#include <string.h>

#include "app/export.h"
#include "app/viewing.h"
#include "cli/rows.h"
#include "cli/say.h"

struct request {
    struct export_request what;
    struct export_file file; /* path NULL: to stdout */
    bool all;
};

static bool read_options(struct app *app, int *argc, char ***argv, struct request *r, struct err *e)
{
    const struct option_row options[] = {{"all", NULL, &r->all},
                                         {"format", &r->what.format, NULL},
                                         {"output", &r->file.path, NULL},
                                         {"force", NULL, &r->file.force},
                                         {"no-interviewer", NULL, &r->what.no_interviewer},
                                         {"no-notes", NULL, &r->what.no_notes},
                                         {"no-contacts", NULL, &r->what.no_contacts},
                                         {"bom", NULL, &r->what.bom},
                                         {0}};
    if (!rows_start(app, options, argc, argv, e))
        return false;
    if (str_same(r->file.path, "-"))
        r->file.path = NULL;
    if (r->what.format == NULL && r->file.path != NULL)
        r->what.format = export_format_of(r->file.path);
    return r->what.format == NULL || export_format_check(r->what.format, e);
}

static bool find(struct app *app, char **words, struct request *r, struct err *e)
{
    struct str which = STR_INIT;
    rows_join(&which, words);
    if (r->all != (which.len == 0)) {
        str_release(&which);
        return err_set(e, ERR_USAGE,
                       "say which interview, by its number in \"slate list\" or the "
                       "candidate's name, or --all");
    }
    bool ok = r->all || view_find(app, which.s, &r->what.id, e);
    str_release(&which);
    return ok;
}

static bool to_stdout(void *data, const struct str *piece, struct err *e)
{
    (void)data;
    (void)e; /* what could not be written is said at the end of every command */
    say_tame(piece);
    return true;
}

static bool hand_over(struct app *app, const struct request *r, struct err *e)
{
    struct export_result done = {0};
    struct export_sink sink = {to_stdout, NULL};
    bool ok = r->file.path != NULL ? export_to_file(app, &r->what, &r->file, &done, e)
                                   : export_to(app, &r->what, &sink, &done, e);
    if (!ok)
        return false;
    if (r->file.path != NULL)
        say_note("%lld scorecard%s in %s", (long long)done.written, done.written == 1 ? "" : "s",
                 r->file.path);
    if (done.hidden > 0)
        say_note("%lld left out: hidden until your own interview of that candidate is submitted",
                 (long long)done.hidden);
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct request r = {0};
    struct err e = ERR_INIT;
    if (!read_options(app, &argc, &argv, &r, &e) || !find(app, argv + 1, &r, &e) ||
        !hand_over(app, &r, &e))
        return say_failure("export", &e);
    return 0;
}

const struct command cmd_export = {
    .name = "export",
    .usage = "WHICH | --all [--format F] [--output FILE] [--force] [--no-interviewer] [--no-notes] "
             "[--no-contacts] [--bom]",
    .summary = "hand scorecards over: text, Markdown, HTML, JSON, CSV",
    .details =
        "WHICH is what \"slate show\" takes. The HTML page stands alone and prints on one or "
        "two pages.\n"
        "\n"
        "--all\tevery interview, newest first; hidden ones are left out and counted\n"
        "--format F\ttext, markdown, html, json, csv (a row per interview) or csv-answers "
        "(a row per answer); if not given, what the ending of FILE says, else text\n"
        "--output FILE\tinto a file that only you may read, never over another one\n"
        "--force\tover FILE when it is there\n"
        "--no-interviewer\tleave out the interviewer's name\n"
        "--no-notes\tleave out all notes; the summary and the reason stay\n"
        "--no-contacts\tleave out the candidate's mail, phone and link\n"
        "--bom\tCSV with a byte-order mark, which some spreadsheets ask for",
    .run = run,
};
