#include "cli/bank_change.h"
#include "cli/rows.h"
#include "cli/say.h"

static bool edit(struct bank_editing *b, void *data, struct err *e)
{
    const struct str *place = data;
    return bank_editing_remove(b, place->s, e);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct bank_change_call call = {.name = "bank remove"};
    const struct option_row options[] = {{"dry-run", NULL, &call.dry_run}, {0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 3 && argc != 4)
        ok = err_set(&e, ERR_USAGE,
                     "say which file and what: slate bank remove FILE senior/juggling");
    if (!ok)
        return say_failure(call.name, &e);
    struct str place = STR_INIT;
    bank_change_place(&place, argv[2], argc == 4 ? argv[3] : NULL);
    call.file = argv[1];
    int status = bank_change(app, &call, edit, &place);
    str_release(&place);
    return status;
}

const struct command cmd_bank_remove = {
    .name = "bank remove",
    .usage = "FILE PLACE [FIELD] [--dry-run]",
    .summary = "take a question, an entry or a text out of a bank",
    .details = "Places are those of \"slate bank set\"; senior/juggling is a question, senior a "
               "whole level. Comments directly above what is removed go with it. Sessions that "
               "were asked with it keep it.\n"
               "\n"
               "--dry-run\tshow what would change, change nothing",
    .run = run,
};
