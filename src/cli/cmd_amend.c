#include "app/amending.h"
#include "app/viewing.h"
#include "base/vec.h"
#include "cli/rows.h"
#include "cli/say.h"
#include "domain/composite.h"

/* What the options ask for: one change. */
struct given {
    const char *score, *skip, *note, *flag, *unflag, *heard, *unheard, *summary, *decision;
    const char *reason;
    bool no_evidence, json;
};

struct amending {
    struct app *app;
    int64_t id;
    struct interview iv;
    struct slot slot;
    struct str value;
};

static bool read_options(struct app *app, int *argc, char ***argv, struct given *g, struct err *e)
{
    const struct option_row options[] = {{"score", &g->score, NULL},
                                         {"no-evidence", NULL, &g->no_evidence},
                                         {"skip", &g->skip, NULL},
                                         {"note", &g->note, NULL},
                                         {"flag", &g->flag, NULL},
                                         {"unflag", &g->unflag, NULL},
                                         {"heard", &g->heard, NULL},
                                         {"unheard", &g->unheard, NULL},
                                         {"summary", &g->summary, NULL},
                                         {"decision", &g->decision, NULL},
                                         {"reason", &g->reason, NULL},
                                         {"json", NULL, &g->json},
                                         {0}};
    return rows_start(app, options, argc, argv, e);
}

static bool one_change(const struct given *g, struct err *e)
{
    const char *const texts[] = {g->score, g->skip,    g->note,    g->flag,    g->unflag,
                                 g->heard, g->unheard, g->summary, g->decision};
    int n = g->no_evidence;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        n += texts[i] != NULL;
    if (n != 1)
        return err_set(e, ERR_USAGE,
                       "give one change at a time: --score, --no-evidence, --skip, --note, "
                       "--flag, --unflag, --heard, --unheard, --summary or --decision");
    return g->reason != NULL || err_set(e, ERR_USAGE, "say why with --reason \"...\"");
}

/* The summary and the decision belong to the whole interview, all else to a question. */
static bool check_operands(const struct given *g, int argc, struct err *e)
{
    bool whole = g->summary != NULL || g->decision != NULL;
    if (argc < 2)
        return err_set(e, ERR_USAGE,
                       "say which interview: its number in \"slate list\", or the candidate's "
                       "name in quotes");
    if (!whole && argc < 3)
        return err_set(e, ERR_USAGE, "say which question: its number or its identifier");
    if (argc > (whole ? 2 : 3))
        return err_set(e, ERR_USAGE, "put a name of several words in quotes");
    return true;
}

/* A point by its letter on the live screen or its number from 1. */
static bool read_item(const char *which, char first, int *item, struct err *e)
{
    long n = 0;
    if (str_int(which, 1, 32, &n))
        *item = (int)n - 1;
    else if (which[0] >= first && which[0] <= 'z' && which[1] == '\0')
        *item = which[0] - first;
    else
        return err_set(e, ERR_INPUT,
                       "\"%s\" is no point: give its letter (from %c) or its number, from 1", which,
                       first);
    return true;
}

static bool read_tick(const struct given *g, struct amending *a, struct err *e)
{
    const char *flag = g->flag != NULL ? g->flag : g->unflag;
    const char *heard = g->heard != NULL ? g->heard : g->unheard;
    a->slot.field = flag != NULL ? FIELD_FLAG : FIELD_HEARD;
    str_set(&a->value, g->flag != NULL || g->heard != NULL ? "1" : "0");
    return flag != NULL ? read_item(flag, 'v', &a->slot.item, e)
                        : read_item(heard, 'a', &a->slot.item, e);
}

static bool read_change(const struct given *g, struct amending *a, struct err *e)
{
    a->slot.field = FIELD_MARK;
    if (g->score != NULL)
        str_set(&a->value, g->score);
    else if (g->no_evidence)
        str_set(&a->value, "no_evidence");
    else if (g->skip != NULL)
        str_addf(&a->value, "skipped:%s", g->skip);
    else if (g->note != NULL || g->summary != NULL) {
        a->slot.field = g->note != NULL ? FIELD_NOTE : FIELD_SUMMARY;
        str_set(&a->value, g->note != NULL ? g->note : g->summary);
    } else
        return read_tick(g, a, e);
    return true;
}

/* ---- what is said of it ---- */

static void add_composite(struct str *out, const struct interview *iv)
{
    struct composite c = composite_interview(iv, NULL);
    composite_add(out, &c);
}

static void print_json(const struct amending *a, const struct interview *now)
{
    struct str was = STR_INIT, is = STR_INIT;
    struct json *o = json_object_new();
    add_composite(&was, &a->iv);
    add_composite(&is, now);
    json_int(o, "interview", a->id);
    json_text(o, "composite_before", was.s);
    json_text(o, "composite", is.s);
    json_text(o, "decision", now->decision != DECISION_NONE ? decision_name(now->decision) : NULL);
    json_int(o, "amendments", (int64_t)now->n_amendments);
    say_json(o);
    str_release(&was);
    str_release(&is);
}

static void tell(const struct amending *a, const struct interview *now)
{
    struct str was = STR_INIT, is = STR_INIT, drift = STR_INIT;
    add_composite(&was, &a->iv);
    add_composite(&is, now);
    if (str_same(was.s, is.s))
        say_note("amended; the composite stays %s", is.s);
    else
        say_note("amended; the composite was %s and is %s", was.s, is.s);
    amend_add_drift(&drift, now);
    if (drift.len > 0)
        say_note("%s: %s", decision_words(now->decision), drift.s);
    str_release(&was);
    str_release(&is);
    str_release(&drift);
}

static bool report(struct amending *a, const struct given *g, struct err *e)
{
    struct interview now;
    if (!app_sync(a->app, e) || !view_interview(a->app, a->id, &now, e))
        return false;
    if (g->json)
        print_json(a, &now);
    else if (g->decision != NULL)
        say_note("decided: %s", decision_words(now.decision));
    else
        tell(a, &now);
    interview_release(&now);
    return true;
}

/* ---- doing it ---- */

static bool decide(struct amending *a, const struct given *g, struct err *e)
{
    enum decision d;
    if (!decision_parse(g->decision, &d))
        return err_set(e, ERR_INPUT, "\"%s\" is no decision: give advance, hold or reject",
                       g->decision);
    return amend_decide(a->app, a->id, d, g->reason, e);
}

static bool set(struct amending *a, const struct given *g, const char *question, struct err *e)
{
    if (!read_change(g, a, e))
        return false;
    if (a->slot.field != FIELD_SUMMARY && !amend_find(&a->iv, question, &a->slot.pos, e))
        return false;
    struct amend_request r = {a->id, a->slot, a->value.s, g->reason};
    return amend_set(a->app, &r, e);
}

static bool amend(struct amending *a, const struct given *g, char **argv, struct err *e)
{
    if (!view_find(a->app, argv[1], &a->id, e) || !view_interview(a->app, a->id, &a->iv, e))
        return false;
    bool good = g->decision != NULL ? decide(a, g, e) : set(a, g, argv[2], e);
    good = good && report(a, g, e);
    interview_release(&a->iv);
    return good;
}

static int run(void *context, int argc, char **argv)
{
    struct amending a = {.app = context, .value = STR_INIT};
    struct given g = {0};
    struct err e = ERR_INIT;
    bool good = read_options(context, &argc, &argv, &g, &e) && one_change(&g, &e) &&
                check_operands(&g, argc, &e) && amend(&a, &g, argv, &e);
    str_release(&a.value);
    return good ? 0 : say_failure("amend", &e);
}

const struct command cmd_amend = {
    .name = "amend",
    .usage =
        "SESSION [QUESTION] (--score N | --no-evidence | --skip WHY | --note TEXT | --flag P | "
        "--unflag P | --heard P | --unheard P | --summary TEXT | --decision D) --reason TEXT "
        "[--json]",
    .summary = "correct a submitted interview, openly and with a reason",
    .details =
        "SESSION is what \"slate show\" takes, a name of several words in quotes. QUESTION is its "
        "number on the scorecard or its identifier in the bank. What was recorded stays: the "
        "amendment stands beside it with who, when and why (\"slate show SESSION --history\"), and "
        "the composite follows.\n"
        "\n"
        "--score N\tthe score it should have\n"
        "--no-evidence\tthe answer could not be judged\n"
        "--skip WHY\ttime, covered, relevant, declined or other\n"
        "--note TEXT\tthe note as it should read\n"
        "--flag P\tthe red flag was there: its letter (from v) or number, from 1\n"
        "--unflag P\tit was not\n"
        "--heard P\tthe point was heard: its letter (from a) or number, from 1\n"
        "--unheard P\tit was not\n"
        "--summary TEXT\tthe summary of the interview; takes no QUESTION\n"
        "--decision D\tadvance, hold or reject: decides anew; takes no QUESTION\n"
        "--reason TEXT\twhy; required\n"
        "--json\tthe composite before and after, as JSON",
    .run = run,
};
