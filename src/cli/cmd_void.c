#include "app/amending.h"
#include "app/viewing.h"
#include "cli/rows.h"
#include "cli/say.h"

struct given {
    const char *reason, *level;
    bool undo, json;
};

static bool read_options(struct app *app, int *argc, char ***argv, struct given *g, struct err *e)
{
    const struct option_row options[] = {{"reason", &g->reason, NULL},
                                         {"level", &g->level, NULL},
                                         {"undo", NULL, &g->undo},
                                         {"json", NULL, &g->json},
                                         {0}};
    if (!rows_start(app, options, argc, argv, e))
        return false;
    if (*argc != 3)
        return err_set(e, ERR_USAGE,
                       "say where and which question: a bank or an interview, then the question's "
                       "identifier or number; put a name of several words in quotes");
    return g->reason != NULL || err_set(e, ERR_USAGE, "say why with --reason \"...\"");
}

static bool apply(struct app *app, const struct given *g, const struct void_target *t,
                  struct err *e)
{
    struct void_request r = {*t, !g->undo, g->reason};
    struct void_state before;
    struct str warning = STR_INIT;
    int64_t changed = 0;
    if (!void_look(app, t, &before, e))
        return false;
    if (!g->undo)
        void_add_warning(&warning, &before);
    arena_release(&before.arena);
    bool good = void_set(app, &r, &changed, e) && app_sync(app, e);
    if (good && warning.len > 0)
        say_note("%s", warning.s);
    str_release(&warning);
    if (!good)
        return false;
    if (g->json) {
        struct json *o = json_object_new();
        json_text(o, "question", t->id);
        json_bool(o, "void", r.on);
        json_int(o, "interviews", changed);
        say_json(o);
        return true;
    }
    say_note("%s %s; submitted interviews that follow: %lld", t->id,
             r.on ? "is void" : "counts again", (long long)changed);
    return true;
}

static bool in_bank(struct app *app, const struct given *g, const struct bank *b,
                    const char *question, struct err *e)
{
    struct void_target t;
    enum level level = LEVEL_JUNIOR;
    return (g->level == NULL || level_read(g->level, &level, e)) &&
           void_target_in(b, question, g->level != NULL ? (int)level : -1, &t, e) &&
           apply(app, g, &t, e);
}

static bool in_interview(struct app *app, const struct given *g, char **argv, struct err *e)
{
    struct interview iv;
    int64_t id;
    int pos = 0;
    if (!view_find(app, argv[1], &id, e))
        return e->kind == ERR_MISSING ? err_set(e, ERR_MISSING,
                                                "there is neither a question bank nor an interview "
                                                "\"%s\"",
                                                argv[1])
                                      : false;
    if (!view_interview(app, id, &iv, e))
        return false;
    bool good = amend_find(&iv, argv[2], &pos, e);
    if (good && iv.answers[pos].question == NULL)
        good = err_set(e, ERR_REFUSED, "a question of your own is never scored: it cannot be void");
    if (good) {
        struct void_target t = void_target_of(&iv, pos);
        good = apply(app, g, &t, e);
    }
    interview_release(&iv);
    return good;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct given g = {0};
    struct err e = ERR_INIT, none = ERR_INIT;
    if (!read_options(app, &argc, &argv, &g, &e))
        return say_failure("void", &e);
    const struct app_bank *b = app_bank_find(app, argv[1], &none);
    bool good = b != NULL && b->good ? in_bank(app, &g, b->bank, argv[2], &e)
                                     : in_interview(app, &g, argv, &e);
    return good ? 0 : say_failure("void", &e);
}

const struct command cmd_void = {
    .name = "void",
    .usage = "BANK|SESSION QUESTION --reason TEXT [--level L] [--undo] [--json]",
    .summary = "take a bad question out of every result, or back in",
    .details =
        "For a question that turned out to be unclear or unfair: it counts in no interview "
        "any more, past, open or to come, of later versions of the bank neither. What was scored "
        "stays readable, and nothing is lost by taking it back. The reason comes first, before any "
        "effect is told.\n"
        "\n"
        "BANK is a question bank as it is now, SESSION an interview as \"slate show\" takes it, "
        "for "
        "the questions it was held with. QUESTION is an identifier or a number.\n"
        "\n"
        "--reason TEXT\twhy; required\n"
        "--level L\tof BANK, where several levels have the question\n"
        "--undo\tit counts again\n"
        "--json\thow many interviews it concerned, as JSON",
    .run = run,
};
