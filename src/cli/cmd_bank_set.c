#include "cli/bank_change.h"
#include "cli/rows.h"
#include "cli/say.h"

struct setting {
    struct str place;
    const char *text;
};

static bool edit(struct bank_editing *b, void *data, struct err *e)
{
    const struct setting *s = data;
    return bank_editing_set(b, s->place.s, s->text, e);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct bank_change_call call = {.name = "bank set"};
    const struct option_row options[] = {{"dry-run", NULL, &call.dry_run}, {0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 4 && argc != 5)
        ok = err_set(&e, ERR_USAGE,
                     "say which file, which place and the text: slate bank set FILE "
                     "senior/juggling ask \"...\"");
    if (!ok)
        return say_failure(call.name, &e);
    struct setting s = {STR_INIT, argv[argc - 1]};
    bank_change_place(&s.place, argv[2], argc == 5 ? argv[3] : NULL);
    call.file = argv[1];
    int status = bank_change(app, &call, edit, &s);
    str_release(&s.place);
    return status;
}

const struct command cmd_bank_set = {
    .name = "bank set",
    .usage = "FILE PLACE [FIELD] TEXT [--dry-run]",
    .summary = "change a text or number of a bank, and nothing else in its file",
    .details =
        "The file keeps every comment, blank line and quote that is not touched. What cannot be "
        "changed safely is refused. An empty text takes away what may be left out; what is not "
        "there yet is added.\n"
        "\n"
        "title\ta text of the bank\n"
        "glossary.conform\twhat a term means\n"
        "opening.1\tan entry of a list; the next number adds one\n"
        "facts.start.ask\ta text of a fact\n"
        "senior/minutes\tof a level\n"
        "senior/juggling ask\ta text of a question, by its id\n"
        "senior/juggling expect.2\tan entry of one of its lists\n"
        "senior/juggling anchors.3\tan anchor, by its score\n"
        "\n"
        "--dry-run\tshow what would change, change nothing",
    .run = run,
};
