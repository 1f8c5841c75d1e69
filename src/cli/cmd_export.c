#include <stdio.h>

#include "app/export.h"
#include "app/viewing.h"
#include "base/osc52.h"
#include "cli/progress.h"
#include "cli/rows.h"
#include "cli/say.h"

struct request {
    struct export_request what;
    struct export_file file; /* path NULL: to stdout */
    bool all, csv, clipboard;
};

static bool read_options(struct app *app, int *argc, char ***argv, struct request *r, struct err *e)
{
    const struct option_row options[] = {{"all", NULL, &r->all},
                                         {"csv", NULL, &r->csv},
                                         {"clipboard", NULL, &r->clipboard},
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
    if (r->clipboard && r->file.path != NULL)
        return err_set(e, ERR_USAGE, "--clipboard and --output are two places: give one of them");
    if (r->csv && r->what.format == NULL)
        r->what.format = "csv";
    if (r->what.format == NULL && r->file.path != NULL)
        r->what.format = export_format_of(r->file.path);
    return r->what.format == NULL || export_format_check(r->what.format, e);
}

static bool find(struct app *app, char **words, struct request *r, struct err *e)
{
    struct str which = STR_INIT;
    rows_join(&which, words);
    r->all = r->all || (r->csv && which.len == 0);
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

static bool to_file(struct app *app, const struct request *r, struct err *e)
{
    return progress_run(export_job(app, &r->what, &r->file, e), &app->sys, e);
}

static bool to_output(struct app *app, const struct request *r, struct err *e)
{
    struct export_result done = {0};
    struct export_sink sink = {to_stdout, NULL};
    if (!export_to(app, &r->what, &sink, &done, e))
        return false;
    if (done.hidden > 0)
        say_note("%lld left out: hidden until your own interview of that candidate is submitted",
                 (long long)done.hidden);
    return true;
}

static bool gather(void *data, const struct str *piece, struct err *e)
{
    (void)e;
    str_addn(data, piece->s, piece->len);
    return true;
}

/* The sequence goes to the terminal, whatever stdout is. */
static bool send(struct app *app, const struct str *text, struct err *e)
{
    struct str bytes = STR_INIT;
    FILE *terminal = NULL;
    bool ok = osc52_add(&bytes, text, &app->sys, e);
    if (ok) {
        terminal = fopen("/dev/tty", "we");
        ok = terminal != NULL ||
             err_set(e, ERR_IO, "there is no terminal here whose clipboard could be set");
    }
    if (terminal != NULL) {
        fwrite(bytes.s, 1, bytes.len, terminal);
        fclose(terminal);
    }
    str_release(&bytes);
    return ok;
}

static bool to_clipboard(struct app *app, const struct request *r, struct err *e)
{
    struct str text = STR_INIT;
    struct export_result done;
    struct export_sink sink = {gather, &text};
    bool ok = export_to(app, &r->what, &sink, &done, e) && send(app, &text, e);
    if (ok)
        say_note("sent to the terminal's clipboard. %s", osc52_hint(&app->sys));
    str_release(&text);
    return ok;
}

static bool hand_over(struct app *app, const struct request *r, struct err *e)
{
    if (r->clipboard)
        return to_clipboard(app, r, e);
    return r->file.path != NULL ? to_file(app, r, e) : to_output(app, r, e);
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
    .usage = "WHICH | --all | --csv [--format F] [--output FILE] [--force] [--clipboard] "
             "[--no-interviewer] [--no-notes] [--no-contacts] [--bom]",
    .summary = "hand scorecards over: text, Markdown, HTML, JSON, CSV",
    .details =
        "WHICH is what \"slate show\" takes. The HTML page stands alone and prints on one or "
        "two pages. A file is there whole or not at all; a long export shows how far it is, and "
        "Ctrl-C stops it.\n"
        "\n"
        "--all\tevery interview, newest first; hidden ones are left out and counted\n"
        "--csv\tthe same as --format csv, and of everything where no WHICH is given\n"
        "--format F\ttext, markdown, html, json, csv (a row per interview) or csv-answers "
        "(a row per answer); if not given, what the ending of FILE says, else text\n"
        "--output FILE\tinto a file that only you may read, never over another one\n"
        "--force\tover FILE when it is there\n"
        "--clipboard\tinto the terminal's clipboard (OSC 52), where the terminal lets it be set\n"
        "--no-interviewer\tleave out the interviewer's name\n"
        "--no-notes\tleave out all notes; the summary and the reason stay\n"
        "--no-contacts\tleave out the candidate's mail, phone and link\n"
        "--bom\tCSV with a byte-order mark, which some spreadsheets ask for",
    .run = run,
};
