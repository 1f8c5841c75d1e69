#include "cli/rows.h"
#include "cli/say.h"

static bool print(struct app *app, const char *name, const char *word, struct err *e)
{
    enum level level;
    if (!level_read(word, &level, e))
        return false;
    const struct app_bank *b = app_bank_find(app, name, e);
    if (b == NULL)
        return false;
    struct str text = STR_INIT;
    bool ok = app_bank_print(app, b, level, &text, e);
    if (ok)
        say_result(&text);
    str_release(&text);
    return ok;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    const struct option_row options[] = {{0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 3)
        ok = err_set(&e, ERR_USAGE, "say which bank and which level: slate bank print BANK LEVEL");
    if (!ok || !print(app, argv[1], argv[2], &e))
        return say_failure("bank print", &e);
    return 0;
}

const struct command cmd_bank_print = {
    .name = "bank print",
    .usage = "BANK LEVEL",
    .summary = "the questions of a level on paper, with room to write",
    .details = "BANK is a name of \"slate bank list\" or a file, LEVEL is junior, mid or senior. "
               "The text is 78 columns wide: slate bank print editor mid | lp",
    .run = run,
};
