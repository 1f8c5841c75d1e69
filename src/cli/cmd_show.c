#include "app/viewing.h"
#include "cli/rows.h"
#include "cli/say.h"

static bool load(struct app *app, char **words, struct interview *iv, struct err *e)
{
    struct str which = STR_INIT;
    int64_t id = 0;
    rows_join(&which, words);
    bool ok = view_find(app, which.s, &id, e) && view_interview(app, id, iv, e);
    str_release(&which);
    return ok;
}

static void print(const struct interview *iv, bool json)
{
    struct str text = STR_INIT;
    if (json) {
        view_json(iv, &text);
        say_tame(&text);
    } else {
        view_text(iv, CLI_WIDTH, &text);
        say_result(&text);
    }
    str_release(&text);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct interview iv = {0};
    struct err e = ERR_INIT;
    bool json = false;
    const struct option_row options[] = {{"json", NULL, &json}, {0}};
    if (!rows_start(app, options, &argc, &argv, &e))
        return say_failure("show", &e);
    if (argc < 2) {
        err_set(&e, ERR_USAGE,
                "say which interview: its number in \"slate list\", or the "
                "candidate's name");
        return say_failure("show", &e);
    }
    if (!load(app, argv + 1, &iv, &e))
        return say_failure("show", &e);
    print(&iv, json);
    interview_release(&iv);
    return 0;
}

const struct command cmd_show = {
    .name = "show",
    .usage = "WHICH [--json]",
    .summary = "the scorecard of one interview",
    .details = "WHICH is the number in front of it in \"slate list\", the beginning of its UUID, "
               "or the candidate's name where that fits one interview only.\n"
               "\n"
               "An interview that is not submitted shows its state and no composite. Another "
               "interview of a candidate whom you are still to score yourself stays hidden until "
               "you have submitted yours.\n"
               "\n"
               "--json\tas JSON",
    .run = run,
};
