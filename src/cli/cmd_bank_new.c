#include "cli/bank_change.h"
#include "cli/rows.h"
#include "cli/say.h"

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct bank_change_call call = {.name = "bank new"};
    const char *title = NULL;
    const struct option_row options[] = {
        {"title", &title, NULL}, {"dry-run", NULL, &call.dry_run}, {0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 2)
        ok = err_set(&e, ERR_USAGE, "say what it is to be called: slate bank new lighting");
    struct bank_editing *b = ok ? bank_editing_new(app, argv[1], title, &e) : NULL;
    if (b == NULL)
        return say_failure(call.name, &e);
    struct str path = STR_INIT;
    str_addf(&path, "%s\n", bank_editing_view(b)->path);
    int status = bank_change_end(&call, b, true, &e);
    if (status == 0 && !call.dry_run)
        say_result(&path);
    str_release(&path);
    return status;
}

const struct command cmd_bank_new = {
    .name = "bank new",
    .usage = "NAME | FILE [--title TITLE] [--dry-run]",
    .summary = "a new bank from a template that can be used at once",
    .details = "A name puts it into your own folder of banks (\"slate paths\"), a file name where "
               "it says; never over another file. Prints where it is.\n"
               "\n"
               "--title TITLE\tthe role: \"Lighting Artist\"\n"
               "--dry-run\tshow the file, write nothing",
    .run = run,
};
