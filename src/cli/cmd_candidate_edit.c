#include "app/candidates.h"
#include "cli/rows.h"
#include "cli/say.h"

/* slate candidate edit and merge. */

static const char *given_or(const char *given, const char *now)
{
    return given != NULL ? given : now;
}

static bool edit(struct app *app, int argc, char **argv, struct err *e)
{
    struct candidate_file f;
    struct candidate c = {0};
    int64_t id;
    const struct option_row options[] = {{"name", &c.name, NULL},
                                         {"email", &c.email, NULL},
                                         {"phone", &c.phone, NULL},
                                         {"link", &c.link, NULL},
                                         {0}};
    if (!rows_start(app, options, &argc, &argv, e) || !rows_candidate(app, argv + 1, &id, e))
        return false;
    if (c.name == NULL && c.email == NULL && c.phone == NULL && c.link == NULL)
        return err_set(e, ERR_USAGE, "say what to change: --name, --email, --phone or --link");
    if (!candidates_load(app, id, &f, e))
        return false;
    struct candidate to = {.id = f.contact.id,
                           .name = given_or(c.name, f.contact.name),
                           .email = given_or(c.email, f.contact.email),
                           .phone = given_or(c.phone, f.contact.phone),
                           .link = given_or(c.link, f.contact.link)};
    bool ok = candidates_edit(app, &to, e) && app_sync(app, e);
    candidate_file_release(&f);
    if (!ok || !candidates_load(app, id, &f, e))
        return false;
    say_note("saved: %s (candidate %lld)", f.contact.name, (long long)f.contact.id);
    candidate_file_release(&f);
    return true;
}

static int run_edit(void *context, int argc, char **argv)
{
    struct err e = ERR_INIT;
    return edit(context, argc, argv, &e) ? 0 : say_failure("candidate edit", &e);
}

const struct command cmd_candidate_edit = {
    .name = "candidate edit",
    .usage = "WHO [--name NAME] [--email MAIL] [--phone NUMBER] [--link URL]",
    .summary = "change a candidate's name or contact data",
    .details = "WHO is what \"slate candidate show\" takes. What is not given stays; an empty text "
               "takes it away.\n"
               "\n"
               "--name NAME\tthe name, in sessions and lists too\n"
               "--email MAIL\tone address\n"
               "--phone NUMBER\tas you would dial it\n"
               "--link URL\ta reel, a portfolio, a profile",
    .run = run_edit,
};

/* ---- merge ---- */

static bool part(struct app *app, char **words, struct err *e)
{
    long id = 0;
    if (words[0] == NULL || words[1] != NULL || !str_int(words[0], 1, INT32_MAX, &id))
        return err_set(e, ERR_USAGE,
                       "--apart takes the number of the record that was merged: \"slate candidate "
                       "show\" names it");
    if (!candidates_part(app, id, e) || !app_sync(app, e))
        return false;
    say_note("record %ld is a candidate of their own again", id);
    return true;
}

static bool merge_two(struct app *app, const char *from_word, const char *into_word, struct err *e)
{
    struct candidate_file f;
    int64_t from, into;
    if (!candidates_find(app, from_word, &from, e) || !candidates_find(app, into_word, &into, e) ||
        !candidates_merge(app, from, into, e) || !app_sync(app, e) ||
        !candidates_load(app, into, &f, e))
        return false;
    say_note("one candidate now: %s (candidate %lld); \"slate candidate merge --apart %lld\" "
             "undoes it",
             f.contact.name, (long long)f.contact.id, (long long)from);
    candidate_file_release(&f);
    return true;
}

static bool merge(struct app *app, int argc, char **argv, struct err *e)
{
    bool apart = false;
    const struct option_row options[] = {{"apart", NULL, &apart}, {0}};
    if (!rows_start(app, options, &argc, &argv, e))
        return false;
    if (apart)
        return part(app, argv + 1, e);
    if (argc != 3)
        return err_set(e, ERR_USAGE,
                       "say which two: the record to merge, then the one it leads to; quote a name "
                       "of several words");
    return merge_two(app, argv[1], argv[2], e);
}

static int run_merge(void *context, int argc, char **argv)
{
    struct err e = ERR_INIT;
    return merge(context, argc, argv, &e) ? 0 : say_failure("candidate merge", &e);
}

const struct command cmd_candidate_merge = {
    .name = "candidate merge",
    .usage = "WHO INTO | --apart NUMBER",
    .summary = "two records of the same person become one candidate",
    .details = "WHO leads to INTO from then on, whose name and contact data stand. No session is "
               "moved or changed, and it can be undone.\n"
               "\n"
               "--apart NUMBER\tundoes it for the record of that number",
    .run = run_merge,
};
