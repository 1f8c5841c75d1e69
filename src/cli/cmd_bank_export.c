#include <unistd.h>

#include "app/importing.h"
#include "base/outfile.h"
#include "cli/rows.h"
#include "cli/say.h"

struct request {
    const char *output; /* NULL: to stdout */
    bool csv, bom, force;
};

static bool write_file(const struct request *r, const struct str *text, struct err *e)
{
    struct outfile f;
    bool ok = outfile_open(&f, r->output, 0644, r->force ? OUTFILE_OVER : OUTFILE_NEW, e) &&
              outfile_add(&f, text->s, text->len, e) && outfile_keep(&f, e);
    outfile_drop(&f);
    return ok;
}

static bool hand_over(struct app *app, const char *name, const struct request *r, struct err *e)
{
    const struct app_bank *b = app_bank_find(app, name, e);
    if (b == NULL)
        return false;
    struct str text = STR_INIT;
    if (r->bom)
        str_add(&text, "\uFEFF");
    bool ok = app_bank_csv(app, b, &text, e);
    if (ok && r->output != NULL)
        ok = write_file(r, &text, e);
    else if (ok && isatty(STDOUT_FILENO))
        say_result(&text);
    else if (ok)
        say_tame(&text);
    str_release(&text);
    return ok;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct request r = {0};
    const struct option_row options[] = {{"csv", NULL, &r.csv},
                                         {"output", &r.output, NULL},
                                         {"force", NULL, &r.force},
                                         {"bom", NULL, &r.bom},
                                         {0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && (argc != 2 || !r.csv))
        ok = err_set(&e, ERR_USAGE,
                     "say which bank and in which form: slate bank export BANK --csv");
    if (str_same(r.output, "-"))
        r.output = NULL;
    if (!ok || !hand_over(app, argv[1], &r, &e))
        return say_failure("bank export", &e);
    return 0;
}

const struct command cmd_bank_export = {
    .name = "bank export",
    .usage = "BANK --csv [--output FILE] [--force] [--bom]",
    .summary = "the questions of a bank as a table, for a spreadsheet",
    .details =
        "BANK is a name of \"slate bank list\" or a file. A row for each question; a cell with "
        "several entries has a line for each. \"slate bank import\" takes the table back, and the "
        "questions are the same; what belongs to the bank as a whole, such as the glossary, is not "
        "in it.\n"
        "\n"
        "--csv\tas CSV\n"
        "--output FILE\tinto a file, never over another one\n"
        "--force\tover FILE when it is there\n"
        "--bom\twith a byte-order mark, which some spreadsheets ask for",
    .run = run,
};
