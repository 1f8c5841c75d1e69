#include "app/amending.h"
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

static bool print_history(struct app *app, const struct interview *iv, bool json, struct err *e)
{
    struct history_lines h;
    struct str text = STR_INIT;
    if (!history_lines(app, iv, &h, e))
        return false;
    if (json)
        history_json(&h, iv, &text);
    else
        history_text(&h, iv, CLI_WIDTH, &text);
    if (json)
        say_tame(&text);
    else
        say_result(&text);
    str_release(&text);
    history_lines_release(&h);
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct interview iv = {0};
    struct err e = ERR_INIT;
    bool json = false, history = false;
    const struct option_row options[] = {{"json", NULL, &json}, {"history", NULL, &history}, {0}};
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
    bool good = true;
    if (history)
        good = print_history(app, &iv, json, &e);
    else
        print(&iv, json);
    interview_release(&iv);
    return good ? 0 : say_failure("show", &e);
}

const struct command cmd_show = {
    .name = "show",
    .usage = "WHICH [--history] [--json]",
    .summary = "the scorecard of one interview",
    .details = "WHICH is the number in front of it in \"slate list\", the beginning of its UUID, "
               "or the candidate's name where that fits one interview only.\n"
               "\n"
               "An interview that is not submitted shows its state and no composite. Another "
               "interview of a candidate whom you are still to score yourself stays hidden until "
               "you have submitted yours.\n"
               "\n"
               "--history\tall that happened to it instead: what was recorded, amended, voided and "
               "decided, when and by whom, old and new, with the reasons\n"
               "--json\tas JSON",
    .run = run,
};
