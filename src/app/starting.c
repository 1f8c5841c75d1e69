#include "app/starting.h"

#include <string.h>

#include "app/banks.h"
#include "base/file.h"
#include "base/vec.h"
#include "domain/candidate.h"
#include "store/interviews.h"
#include "store/lists.h"

bool start_candidates(struct app *app, const char *typed, int limit, struct name_rows *out,
                      struct err *e)
{
    return app_open_store(app, e) && store_candidates(app->store, typed, limit, out, e);
}

bool start_namesakes(struct app *app, const char *name, int limit, struct name_rows *out,
                     struct err *e)
{
    return app_open_store(app, e) && store_namesakes(app->store, name, limit, out, e);
}

bool start_jobs(struct app *app, const char *typed, int limit, struct name_rows *out, struct err *e)
{
    return app_open_store(app, e) && store_jobs(app->store, typed, limit, out, e);
}

/* ---- presets ---- */

static bool has_level(const struct app_bank *b, enum level level)
{
    struct kit kit;
    return b->good && kit_of(b->bank, level, &kit);
}

/* Puts the first level of `b` that can be asked into `out`. */
static bool preset_level(const struct app_bank *b, struct last_choices *out)
{
    for (int level = 0; level < LEVELS; level++)
        if (has_level(b, (enum level)level)) {
            out->bank = arena_dup(&out->arena, b->name);
            out->level = (enum level)level;
            out->minutes = b->bank->levels[level].minutes;
            return true;
        }
    return false;
}

static bool preset_first(struct app *app, struct last_choices *out, struct err *e)
{
    const char *const *folders;
    for (size_t i = 0; i < app_banks(app); i++) {
        const struct app_bank *b = app_bank_at(app, i);
        if (b->hidden_by == NULL && preset_level(b, out))
            return true;
    }
    app_bank_folders(app, &folders);
    return err_set(e, ERR_MISSING,
                   app_banks(app) > 0
                       ? "no question bank can be used: \"slate bank check\" shows what to mend"
                       : "there is no question bank: put a .yaml file into %s",
                   folders[0]);
}

static bool still_there(struct app *app, const struct last_choices *last)
{
    struct err e = ERR_INIT;
    const struct app_bank *b =
        last->bank != NULL && *last->bank != '\0' ? app_bank_find(app, last->bank, &e) : NULL;
    return b != NULL && has_level(b, last->level);
}

bool start_presets(struct app *app, struct last_choices *out, struct err *e)
{
    *out = (struct last_choices){.job = ""};
    if (!app_open_store(app, e))
        return false;
    struct err none = ERR_INIT;
    bool last = store_last_choices(app->store, out, &none);
    if (!last && none.kind != ERR_MISSING) {
        *e = none;
        return false;
    }
    if (out->job == NULL)
        out->job = "";
    if (app->config.interviewer.len > 0 || out->interviewer == NULL)
        out->interviewer = arena_dup(&out->arena, app->me.s);
    return (last && still_there(app, out)) || preset_first(app, out, e);
}

/* ---- planning ---- */

/* The names as they are kept. */
struct tidy {
    char candidate[NAME_MAX_BYTES + 1], interviewer[NAME_MAX_BYTES + 1], job[NAME_MAX_BYTES + 1];
    struct interview_plan plan;
};

static bool tidy_name(const char *field, const char *typed, char *out, struct err *e)
{
    return name_tidy(typed != NULL ? typed : "", out, e) || err_prefix(e, "%s", field);
}

static bool is_empty(const char *s)
{
    return s == NULL || s[strspn(s, " \t\r\n")] == '\0';
}

static bool tidy_interviewer(struct app *app, const char *typed, char *out, struct err *e)
{
    if (is_empty(typed))
        typed = app->me.s;
    if (is_empty(typed))
        return err_set(e, ERR_INPUT,
                       "interviewer: nobody is named. Type who asks the questions, or put "
                       "\"interviewer: NAME\" into %s",
                       app->config.path.s);
    return tidy_name("interviewer", typed, out, e);
}

static bool tidy_plan(struct app *app, const struct interview_plan *plan, struct tidy *t,
                      struct err *e)
{
    t->plan = *plan;
    t->job[0] = '\0';
    if (!tidy_name("candidate", plan->candidate, t->candidate, e) ||
        (!is_empty(plan->job) && !tidy_name("job", plan->job, t->job, e)) ||
        !tidy_interviewer(app, plan->interviewer, t->interviewer, e))
        return false;
    if ((int)plan->level < 0 || plan->level >= LEVELS)
        return err_set(e, ERR_INPUT, "level: choose junior, mid or senior");
    if (plan->minutes < 0)
        return err_set(e, ERR_INPUT, "minutes: give a number from 1 on, or leave it out");
    t->plan.candidate = t->candidate;
    t->plan.interviewer = t->interviewer;
    t->plan.job = t->job;
    return true;
}

bool start_plan(struct app *app, const struct interview_plan *plan, const char *bank, int64_t *id,
                struct err *e)
{
    struct tidy t;
    struct bank_file file;
    if (!app_open_store(app, e) || !tidy_plan(app, plan, &t, e) ||
        !banks_fresh(app, bank, plan->level, &file, e))
        return false;
    struct store_bank stored = banks_for_store(&file);
    bool ok = store_plan(app->store, &t.plan, &stored, id, e);
    bank_file_release(&file);
    return ok;
}

bool start_replan(struct app *app, int64_t id, const struct interview_plan *plan, const char *bank,
                  struct err *e)
{
    struct tidy t;
    struct bank_file file;
    if (!app_open_store(app, e) || !tidy_plan(app, plan, &t, e))
        return false;
    if (bank == NULL)
        return store_replan(app->store, id, &t.plan, NULL, e);
    if (!banks_fresh(app, bank, plan->level, &file, e))
        return false;
    struct store_bank stored = banks_for_store(&file);
    bool ok = store_replan(app->store, id, &t.plan, &stored, e);
    bank_file_release(&file);
    return ok;
}

/* ---- starting ---- */

static struct store_moment moment(struct app *app)
{
    int64_t now = app_now(app);
    return (struct store_moment){now, app_offset(app, now)};
}

static bool start(struct app *app, int64_t id, const struct bank_file *file, struct err *e)
{
    struct store_moment when = moment(app);
    struct store_bank stored;
    if (file != NULL)
        stored = banks_for_store(file);
    return store_start(app->store, id, file != NULL ? &stored : NULL, &when, e);
}

bool start_now(struct app *app, const struct interview_plan *plan, const char *bank, int64_t *id,
               struct err *e)
{
    if (!start_plan(app, plan, bank, id, e))
        return false;
    return start(app, *id, NULL, e) ||
           err_prefix(e, "the interview is kept as planned, but was not started");
}

/* The bank of a planned interview as it is now: `file` is loaded and `*now` set when it is there. A
 * bank that is gone is no reason not to start; one that is there and broken is. */
static bool bank_now(struct app *app, const struct interview *iv, struct bank_file *file, bool *now,
                     struct err *e)
{
    struct err missing = ERR_INIT;
    *now = false;
    const struct app_bank *known = app_bank_find(app, iv->kit.bank, &missing);
    if (known == NULL || !file_exists(known->path))
        return true;
    *now = banks_fresh(app, iv->kit.bank, iv->kit.level, file, e);
    return *now;
}

bool start_planned(struct app *app, int64_t id, struct err *e)
{
    struct interview iv;
    struct bank_file file;
    bool now;
    if (!app_open_store(app, e) || !store_load(app->store, id, &iv, e))
        return false;
    bool ok = bank_now(app, &iv, &file, &now, e);
    interview_release(&iv);
    if (!ok)
        return false;
    ok = start(app, id, now ? &file : NULL, e);
    if (now)
        bank_file_release(&file);
    return ok;
}

/* ---- again, at another level ---- */

static int find_fact(const struct kit *kit, const char *id)
{
    for (size_t i = 0; i < kit->n_facts; i++)
        if (str_same(kit->facts[i].id.s, id))
            return (int)i;
    return -1;
}

struct texts {
    struct store_text *items;
    size_t n, cap;
};

static void carry(struct texts *texts, struct slot slot, const struct str *value)
{
    if (value->len > 0)
        *VEC_PUSH(texts) = (struct store_text){slot, value->s};
}

static void carry_over(const struct interview *old, const struct kit *kit, struct texts *texts)
{
    carry(texts, (struct slot){FIELD_GENERAL, 0, 0}, &old->general);
    for (size_t i = 0; i < old->n_facts; i++) {
        int pos = find_fact(kit, old->facts[i].fact->id.s);
        if (pos >= 0)
            carry(texts, (struct slot){FIELD_FACT, pos, 0}, &old->facts[i].value);
    }
}

/* Another running slate may be asking: then it is theirs to give up. */
static bool start_instead(struct app *app, const struct store_instead *new,
                          const struct store_bank *bank, int64_t *id, struct err *e)
{
    if (!store_claim(app->store, new->of, e))
        return false;
    bool ok = store_start_instead(app->store, new, bank, id, e);
    store_leave(app->store, new->of);
    return ok;
}

static bool replace(struct app *app, const struct interview *old, const struct tidy *t,
                    int64_t *new_id, struct err *e)
{
    struct bank_file file;
    struct kit kit;
    struct texts texts = {0};
    if (!banks_fresh(app, old->kit.bank, t->plan.level, &file, e))
        return false;
    if (kit_of(&file.bank, t->plan.level, &kit))
        carry_over(old, &kit, &texts);
    struct store_bank stored = banks_for_store(&file);
    struct store_instead new = {
        .of = old->id,
        .plan = &t->plan,
        .texts = texts.items,
        .n_texts = texts.n,
        .when = moment(app),
    };
    bool ok = start_instead(app, &new, &stored, new_id, e);
    VEC_RELEASE(&texts);
    bank_file_release(&file);
    return ok;
}

bool start_again(struct app *app, int64_t id, enum level level, int64_t *new_id, struct err *e)
{
    struct interview old;
    if (!app_open_store(app, e) || !store_load(app->store, id, &old, e))
        return false;
    struct interview_plan plan = {
        .candidate = old.candidate,
        .candidate_id = old.candidate_id,
        .interviewer = old.interviewer,
        .job = old.job,
        .level = level,
    };
    struct tidy t;
    bool ok = tidy_plan(app, &plan, &t, e) && replace(app, &old, &t, new_id, e);
    interview_release(&old);
    return ok;
}
