#include "cli/bank_change.h"
#include "cli/rows.h"
#include "cli/say.h"

struct moving {
    const char *place;
    struct edit_target to;
};

static bool edit(struct bank_editing *b, void *data, struct err *e)
{
    const struct moving *m = data;
    return bank_editing_move(b, m->place, &m->to, e);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct bank_change_call call = {.name = "bank move"};
    struct bank_change_to to = {0};
    const struct option_row options[] = {{"before", &to.before, NULL},
                                         {"after", &to.after, NULL},
                                         {"to", &to.to, NULL},
                                         {"up", NULL, &to.up},
                                         {"down", NULL, &to.down},
                                         {"dry-run", NULL, &call.dry_run},
                                         {0}};
    struct moving m = {0};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 3)
        ok = err_set(&e, ERR_USAGE,
                     "say which file and what: slate bank move FILE senior/juggling --up");
    if (!ok || !bank_change_target(&to, &m.to, &e))
        return say_failure(call.name, &e);
    call.file = argv[1];
    m.place = argv[2];
    return bank_change(app, &call, edit, &m);
}

const struct command cmd_bank_move = {
    .name = "bank move",
    .usage = "FILE PLACE (--before PLACE | --after PLACE | --to LEVEL | --up | --down) [--dry-run]",
    .summary = "put a question or an entry of a list elsewhere",
    .details = "A question can go to another level; entries of a list stay in theirs. Comments "
               "directly above move with it, a heading set off by an empty line stays.\n"
               "\n"
               "--before PLACE\tin front of that one: senior/other, or senior/juggling/expect.1\n"
               "--after PLACE\tbehind it\n"
               "--to LEVEL\tas the last question of a level\n"
               "--up, --down\tby one\n"
               "--dry-run\tshow what would change, change nothing",
    .run = run,
};
