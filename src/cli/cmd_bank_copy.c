#include "cli/bank_change.h"
#include "cli/rows.h"
#include "cli/say.h"

static int copy(struct app *app, const struct bank_change_call *call, const char *into,
                const struct bank_copy *what, const struct edit_target *to)
{
    struct err e = ERR_INIT;
    struct bank_editing *from = bank_editing_open(app, call->file, &e);
    struct bank_editing *b = from;
    if (from != NULL && into != NULL)
        b = bank_editing_open(app, into, &e);
    if (b == NULL) {
        bank_editing_close(from);
        return say_failure(call->name, &e);
    }
    struct bank_copy whole = {from, what->place, what->id};
    bool good = bank_editing_copy(b, &whole, to, &e);
    if (b != from)
        bank_editing_close(from);
    return bank_change_end(call, b, good, &e);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct bank_change_call call = {.name = "bank copy"};
    struct bank_change_to given = {0};
    struct bank_copy what = {0};
    struct edit_target to;
    const char *into = NULL;
    const struct option_row options[] = {{"before", &given.before, NULL},
                                         {"after", &given.after, NULL},
                                         {"to", &given.to, NULL},
                                         {"id", &what.id, NULL},
                                         {"into", &into, NULL},
                                         {"dry-run", NULL, &call.dry_run},
                                         {0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 3)
        ok = err_set(&e, ERR_USAGE,
                     "say which file and which question: slate bank copy FILE senior/juggling "
                     "--to mid");
    if (!ok || !bank_change_target(&given, &to, &e))
        return say_failure(call.name, &e);
    call.file = argv[1];
    what.place = argv[2];
    return copy(app, &call, into, &what, &to);
}

const struct command cmd_bank_copy = {
    .name = "bank copy",
    .usage = "FILE PLACE (--to LEVEL | --before PLACE | --after PLACE) [--id ID] [--into FILE] "
             "[--dry-run]",
    .summary = "copy a question to another level or bank",
    .details = "The copy has all of the question, comments and layout too. Within one level it "
               "needs an id of its own.\n"
               "\n"
               "--to LEVEL\tas the last question of that level\n"
               "--before, --after PLACE\tbeside that question\n"
               "--id ID\tunder another id\n"
               "--into FILE\tinto another bank\n"
               "--dry-run\tshow what would change, change nothing",
    .run = run,
};
