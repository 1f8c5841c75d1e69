#include <string.h>

#include "app/bank_versions.h"
#include "app/viewing.h"
#include "base/diff.h"
#include "cli/rows.h"
#include "cli/say.h"

struct wanted {
    const char *file, *session;
    bool lines;
};

static bool find(struct app *app, const struct wanted *w, int64_t *id, struct err *e)
{
    if (w->session == NULL)
        return bank_versions_latest(app, w->file, id, e);
    return app_open_store(app, e) && view_find(app, w->session, id, e);
}

/* Of a bank that was renamed since it is what was meant; else all would look new without a word. */
static void say_other_bank(struct app *app, const struct wanted *w, const struct bank_versions *v)
{
    struct err none = ERR_INIT;
    const struct app_bank *now = app_bank_find(app, w->file, &none);
    if (now != NULL && strcmp(now->name, v->name.s) != 0)
        say_note("that session was asked with the bank %s, which is compared with %s here",
                 v->name.s, now->name);
}

static bool print(struct app *app, const struct wanted *w, int64_t id, struct err *e)
{
    struct bank_versions v;
    struct str text = STR_INIT;
    if (!bank_versions(app, w->file, id, &v, e))
        return false;
    say_other_bank(app, w, &v);
    if (w->lines)
        diff_unified(&text, v.name.s, (struct diff_text){v.old_bytes.s, v.old_bytes.len},
                     (struct diff_text){v.new_bytes.s, v.new_bytes.len});
    else
        bank_versions_text(&v, &text);
    say_result(&text);
    str_release(&text);
    bank_versions_release(&v);
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct wanted w = {0};
    int64_t id = 0;
    const struct option_row options[] = {
        {"session", &w.session, NULL}, {"lines", NULL, &w.lines}, {0}};
    bool ok = rows_start(app, options, &argc, &argv, &e);
    if (ok && argc != 2)
        ok = err_set(&e, ERR_USAGE, "say which bank: slate bank diff post-producer --session 12");
    if (ok)
        w.file = argv[1];
    if (!ok || !find(app, &w, &id, &e) || !print(app, &w, id, &e))
        return say_failure("bank diff", &e);
    return 0;
}

const struct command cmd_bank_diff = {
    .name = "bank diff",
    .usage = "FILE [--session ID] [--lines]",
    .summary = "what changed in a bank since a session was asked with it",
    .details = "A session keeps the bank it was asked with; this compares it with the file as it "
               "is now, question by question.\n"
               "\n"
               "--session ID\tits number in \"slate list\", the beginning of its UUID or the "
               "candidate's name; without, the latest session with this bank\n"
               "--lines\tline by line, as git does",
    .run = run,
};
