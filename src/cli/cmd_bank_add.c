#include <string.h>

#include "base/vec.h"
#include "cli/bank_change.h"
#include "cli/rows.h"
#include "cli/say.h"

#define ANCHORS 5

/* What the options give: single texts, and those that may be given several times. */
struct given {
    const char *id, *ask, *competency, *why, *minutes, *weight, *weight_reason, *kind;
    const char *expect[EXPECT_MAX], *flags[FLAGS_MAX], *probes[PROBES_MAX], *anchors[ANCHORS];
    const char *before, *after;
    bool dry_run;
};

struct adding {
    const char *place, *text; /* text: an entry of a list; else NULL */
    struct edit_field fields[20];
    size_t n;
    struct edit_target to;
    bool has_target;
    struct str lists[3];
    struct str made; /* the place of a question whose id was not given */
};

static bool read_options(struct app *app, int *argc, char ***argv, struct given *g, struct err *e)
{
    struct option_row rows[48] = {{"id", &g->id, NULL},
                                  {"ask", &g->ask, NULL},
                                  {"competency", &g->competency, NULL},
                                  {"why", &g->why, NULL},
                                  {"minutes", &g->minutes, NULL},
                                  {"weight", &g->weight, NULL},
                                  {"weight-reason", &g->weight_reason, NULL},
                                  {"kind", &g->kind, NULL},
                                  {"before", &g->before, NULL},
                                  {"after", &g->after, NULL},
                                  {"dry-run", NULL, &g->dry_run},
                                  {"anchor-1", &g->anchors[0], NULL},
                                  {"anchor-2", &g->anchors[1], NULL},
                                  {"anchor-3", &g->anchors[2], NULL},
                                  {"anchor-4", &g->anchors[3], NULL},
                                  {"anchor-5", &g->anchors[4], NULL}};
    size_t n = 16;
    for (size_t i = 0; i < EXPECT_MAX; i++)
        rows[n++] = (struct option_row){"expect", &g->expect[i], NULL};
    for (size_t i = 0; i < FLAGS_MAX; i++)
        rows[n++] = (struct option_row){"red-flag", &g->flags[i], NULL};
    for (size_t i = 0; i < PROBES_MAX; i++)
        rows[n++] = (struct option_row){"probe", &g->probes[i], NULL};
    return rows_start(app, rows, argc, argv, e);
}

static void field(struct adding *a, const char *name, const char *text)
{
    if (text != NULL)
        a->fields[a->n++] = (struct edit_field){name, text};
}

static void list(struct adding *a, const char *name, const char *const *texts, size_t n)
{
    struct str *all = &a->lists[name[0] == 'e' ? 0 : name[0] == 'r' ? 1 : 2];
    for (size_t i = 0; i < n && texts[i] != NULL; i++)
        str_addf(all, "%s%s", i > 0 ? "\n" : "", texts[i]);
    if (all->len > 0)
        field(a, name, all->s);
}

static void collect(const struct given *g, struct adding *a)
{
    static const char *const anchors[ANCHORS] = {"anchors.1", "anchors.2", "anchors.3", "anchors.4",
                                                 "anchors.5"};
    field(a, "id", g->id);
    field(a, "ask", g->ask);
    field(a, "competency", g->competency);
    field(a, "why", g->why);
    list(a, "expect", g->expect, EXPECT_MAX);
    list(a, "red_flags", g->flags, FLAGS_MAX);
    list(a, "probes", g->probes, PROBES_MAX);
    for (size_t i = 0; i < ANCHORS; i++)
        field(a, anchors[i], g->anchors[i]);
    field(a, "minutes", g->minutes);
    field(a, "weight", g->weight);
    field(a, "weight_reason", g->weight_reason);
    field(a, "kind", g->kind);
    a->has_target = g->before != NULL || g->after != NULL;
    if (a->has_target)
        a->to = g->before != NULL ? (struct edit_target){EDIT_BEFORE, g->before}
                                  : (struct edit_target){EDIT_AFTER, g->after};
}

static bool edit(struct bank_editing *b, void *data, struct err *e)
{
    struct adding *a = data;
    struct str id = STR_INIT;
    enum level level;
    if (a->text != NULL)
        return bank_editing_insert(b, a->place, a->text, e);
    bool has_id = a->n > 0 && strcmp(a->fields[0].name, "id") == 0;
    if (!has_id && level_parse(a->place, &level)) {
        bank_editing_free_id(b, level, a->n > 0 ? a->fields[0].text : "", &id);
        a->fields[a->n++] = (struct edit_field){"id", id.s};
    }
    bool good = bank_editing_add(b, a->place, a->fields, a->has_target ? &a->to : NULL, e);
    if (good && id.len > 0)
        str_addf(&a->made, "%s/%s\n", a->place, id.s);
    str_release(&id);
    return good;
}

static bool check(int argc, const struct adding *a, struct err *e)
{
    if (argc < 3)
        return err_set(e, ERR_USAGE,
                       "say which file and which level: slate bank add FILE senior --ask \"...\"");
    if (argc > 5 || (argc == 5 && a->n > 0))
        return err_set(e, ERR_USAGE, "put a text of several words in quotes");
    return argc > 3 || a->n > 0 ||
           err_set(e, ERR_USAGE, "say what to ask: --ask \"...\", and all else there is to it");
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct bank_change_call call = {.name = "bank add"};
    struct given given = {0};
    struct adding a = {.lists = {STR_INIT, STR_INIT, STR_INIT}, .made = STR_INIT};
    bool ok = read_options(app, &argc, &argv, &given, &e);
    call.dry_run = given.dry_run;
    collect(&given, &a);
    int status;
    if (ok && check(argc, &a, &e)) {
        struct str place = STR_INIT;
        bank_change_place(&place, argv[2], argc == 5 ? argv[3] : NULL);
        call.file = argv[1];
        a.place = place.s;
        a.text = argc > 3 ? argv[argc - 1] : NULL;
        status = bank_change(app, &call, edit, &a);
        if (status == 0 && !call.dry_run)
            say_result(&a.made);
        str_release(&place);
    } else {
        status = say_failure(call.name, &e);
    }
    for (size_t i = 0; i < COUNT_OF(a.lists); i++)
        str_release(&a.lists[i]);
    str_release(&a.made);
    return status;
}

const struct command cmd_bank_add = {
    .name = "bank add",
    .usage = "FILE LEVEL --ask TEXT [--id ID] [--competency C] [--why TEXT] [--expect TEXT]... "
             "[--red-flag TEXT]... [--probe TEXT]... [--anchor-1 TEXT] [--anchor-3 TEXT] "
             "[--anchor-5 TEXT] [--minutes N] [--weight N --weight-reason TEXT] "
             "[--before PLACE | --after PLACE] [--dry-run]",
    .summary = "put a new question, fact or entry of a list into a bank",
    .details =
        "A question is put last in its level, which is made when it is not there; without --id it "
        "gets one from its words, which is printed. Nothing is invented: what is still missing is "
        "named by \"slate "
        "bank check\".\n"
        "\n"
        "slate bank add FILE facts --id ID --ask TEXT [--kind KIND] adds a fact: text, yesno, date "
        "or money.\n"
        "\n"
        "slate bank add FILE senior/juggling expect TEXT adds an entry to a list; expect.2 makes "
        "it the second.\n"
        "\n"
        "--expect, --red-flag, --probe\tmay be given several times\n"
        "--before, --after PLACE\tbeside that question\n"
        "--dry-run\tshow what would change, change nothing",
    .run = run,
};
