#include "app/starting.h"

#include <stdlib.h>
#include <string.h>

#include "app/demo_cast.h"
#include "app/live.h"
#include "base/alloc.h"
#include "base/clock.h"

#define SEED   20261121u
#define TICK   30000 /* ms between two looks at the clock */
#define MINUTE 60000

/* A stage on which the clock shows what the play needs, and chance is always the same. */
struct demo {
    struct app *app;
    struct live *live;         /* the call that is played */
    struct sys world;          /* as it was */
    int64_t wall, mono, today; /* today: midnight here */
    uint64_t dice;
    int asked, unjudged; /* questions of this call, and those without a score */
};

/* ---- the world of the play ---- */

static struct demo *demo_of(struct sys *sys)
{
    return sys->data;
}

static int64_t demo_wall(struct sys *sys)
{
    return demo_of(sys)->wall;
}

static int64_t demo_mono(struct sys *sys)
{
    return demo_of(sys)->mono;
}

static int demo_offset(struct sys *sys, int64_t at)
{
    struct sys *world = &demo_of(sys)->world;
    return world->offset_min(world, at);
}

static const char *demo_env(struct sys *sys, const char *name)
{
    struct sys *world = &demo_of(sys)->world;
    return world->env(world, name);
}

/* splitmix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014
 */
static uint64_t roll(struct demo *d)
{
    uint64_t z = d->dice += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static int below(struct demo *d, int limit)
{
    return (int)(roll(d) % (unsigned)limit);
}

static void demo_random(struct sys *sys, unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)roll(demo_of(sys));
}

static struct demo *demo_enter(struct app *app)
{
    struct demo *d = xcalloc(1, sizeof *d);
    *d = (struct demo){.app = app, .world = app->sys, .dice = SEED};
    d->wall = app_now(app);
    d->mono = app_mono(app);
    int offset = app_offset(app, d->wall);
    struct civil c = clock_civil(d->wall, offset);
    c.hour = c.minute = c.second = 0;
    d->today = clock_ms(c, offset);
    app->sys = (struct sys){demo_wall, demo_mono, demo_offset, demo_env, demo_random, d};
    return d;
}

static void demo_leave(struct demo *d)
{
    d->app->sys = d->world;
    free(d);
}

/* Lets time pass in steps short enough to be no break. */
static bool pass(struct demo *d, int64_t ms, struct err *e)
{
    for (; ms > 0; ms -= TICK) {
        int64_t now = ms < TICK ? ms : TICK;
        d->wall += now;
        d->mono += now;
        live_tick(d->live, e);
        if (live_unsaved(d->live))
            return false;
    }
    return true;
}

/* ---- one call ---- */

static bool type(struct demo *d, struct slot slot, const char *text, struct err *e)
{
    struct splice all = {.ins = text, .n = strlen(text)};
    return live_edit(d->live, slot, &all, e) && live_fold(d->live, slot, e);
}

static int clamp(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

/* Most answers get the skill, some one more or less; now and then there is nothing to judge, but
 * not so often that there would be no composite. */
static struct mark judge(struct demo *d, const struct demo_role *role, int scale)
{
    int chance = below(d, 20);
    if (chance == 0 && 5 * (d->unjudged + 1) < d->asked) {
        d->unjudged++;
        if (below(d, 2) == 0)
            return (struct mark){.state = ANSWER_NO_EVIDENCE};
        return (struct mark){.state = ANSWER_SKIPPED, .skip = SKIP_TIME};
    }
    int score = role->skill + (chance < 7 ? -1 : chance > 14 ? 1 : 0);
    return (struct mark){.state = ANSWER_SCORED, .score = clamp(score, 1, scale)};
}

static bool tick_some(struct demo *d, enum field field, size_t n, int percent, struct err *e)
{
    for (size_t i = 0; i < n; i++)
        if (below(d, 100) < percent && !live_toggle(d->live, field, (int)i, e))
            return false;
    return true;
}

static bool hear(struct demo *d, const struct question *q, int score, struct err *e)
{
    static const struct {
        int heard, flags, probes;
    } percent[SCALE_MAX + 1] = {{10, 0, 30}, {10, 50, 60}, {30, 25, 60},
                                {50, 8, 40}, {75, 0, 30},  {90, 0, 20}};
    return tick_some(d, FIELD_HEARD, q->expect.n, percent[score].heard, e) &&
           tick_some(d, FIELD_FLAG, q->red_flags.n, percent[score].flags, e) &&
           tick_some(d, FIELD_PROBE, q->probes.n, percent[score].probes, e);
}

static bool ask(struct demo *d, const struct demo_role *role, int at, struct err *e)
{
    const struct kit *kit = &live_interview(d->live)->kit;
    const struct question *q = &kit->questions[at];
    int minutes = q->minutes > 0 ? q->minutes : 3;
    struct mark mark = judge(d, role, kit->scale);
    if (!live_go(d->live, STAGE_QUESTIONS, at, e))
        return false;
    if (mark.state == ANSWER_SKIPPED)
        return live_mark(d->live, mark, e);
    if (!pass(d, (int64_t)minutes * MINUTE - below(d, 80) * 1000, e) || !hear(d, q, mark.score, e))
        return false;
    if (below(d, 3) > 0 || mark.state == ANSWER_NO_EVIDENCE) {
        const char *note = demo_note(mark.score, (unsigned)below(d, 100));
        if (!type(d, (struct slot){FIELD_NOTE, at, 0}, note, e))
            return false;
    }
    return live_mark(d->live, mark, e) && pass(d, 8000, e);
}

static bool ask_own(struct demo *d, struct err *e)
{
    int at = live_add_own(d->live, e);
    return at >= 0 && live_go(d->live, STAGE_QUESTIONS, at, e) &&
           type(d, (struct slot){FIELD_OWN, at, 0},
                "You mentioned a handover that went wrong. What would you write down today?", e) &&
           pass(d, 90000, e) &&
           type(d, (struct slot){FIELD_NOTE, at, 0}, "A checklist of five lines, and who reads it.",
                e);
}

static bool take_steps(struct demo *d, bool closing, struct err *e)
{
    const struct interview *iv = live_interview(d->live);
    for (size_t i = 0; i < iv->n_steps; i++) {
        if (iv->steps[i].closing != closing)
            continue;
        if (!live_toggle(d->live, FIELD_STEP, (int)i, e) || !pass(d, 20000, e))
            return false;
    }
    return true;
}

/* Most name a day; some say it as people say it. */
static void say_date(struct demo *d, struct str *out)
{
    if (below(d, 4) == 0)
        str_add(out, "Two weeks after giving notice");
    else
        clock_add_date(out, d->wall + (10 + below(d, 60)) * INT64_C(86400000), 0);
}

static bool answer_fact(struct demo *d, int pos, struct err *e)
{
    const struct fact *fact = live_interview(d->live)->facts[pos].fact;
    const char *said = demo_fact(fact, (unsigned)below(d, 100));
    struct str answer = STR_INIT;
    if (said != NULL)
        str_add(&answer, said);
    else
        say_date(d, &answer);
    bool ok = type(d, (struct slot){FIELD_FACT, pos, 0}, answer.s, e);
    str_release(&answer);
    return ok;
}

static bool close_call(struct demo *d, const struct demo_role *role, struct err *e)
{
    int n_facts = (int)live_interview(d->live)->n_facts;
    if (!live_go(d->live, STAGE_CLOSING, 0, e) || !take_steps(d, true, e) ||
        !live_go(d->live, STAGE_WRAP_UP, 0, e))
        return false;
    for (int i = 0; i < n_facts; i++)
        if (!answer_fact(d, i, e))
            return false;
    return type(d, (struct slot){FIELD_SUMMARY, 0, 0}, role->summary, e) && pass(d, 60000, e);
}

static bool finish(struct demo *d, const struct demo_role *role, struct err *e)
{
    struct slot reason = {FIELD_DECISION, 0, 0};
    if (!close_call(d, role, e) || !live_submit(d->live, e))
        return false;
    if (role->decision == DECISION_NONE)
        return true;
    return type(d, reason, role->reason, e) && live_decide(d->live, role->decision, e);
}

/* How many questions are asked before the call ends. */
static int reach(const struct demo_role *role, int n)
{
    switch (role->outcome) {
    case DEMO_OPEN:
        return n / 2;
    case DEMO_ABANDONED:
        return n < 2 ? n : 2;
    default:
        return n;
    }
}

static bool perform(struct demo *d, const struct demo_role *role, struct err *e)
{
    d->asked = (int)live_interview(d->live)->kit.n;
    d->unjudged = 0;
    int n = reach(role, d->asked);
    if (!take_steps(d, false, e))
        return false;
    for (int i = 0; i < n; i++)
        if (!ask(d, role, i, e))
            return false;
    if (role->outcome == DEMO_OPEN)
        return live_go(d->live, STAGE_QUESTIONS, n, e) && pass(d, 40000, e);
    if (role->outcome == DEMO_ABANDONED)
        return live_abandon(d->live, e);
    if (role->skill == 4 && !ask_own(d, e))
        return false;
    return finish(d, role, e);
}

/* ---- the cast ---- */

static const struct app_bank *usable(struct app *app, int nth)
{
    size_t n = app_banks(app), good = 0;
    for (size_t i = 0; i < n; i++)
        good += app_bank_at(app, i)->good && app_bank_at(app, i)->hidden_by == NULL;
    for (size_t i = 0, left = good > 0 ? (size_t)nth % good : 0; i < n; i++) {
        const struct app_bank *b = app_bank_at(app, i);
        if (b->good && b->hidden_by == NULL && left-- == 0)
            return b;
    }
    return NULL;
}

static enum level nearest_level(const struct app_bank *b, enum level wanted)
{
    struct kit kit;
    for (int i = 0; i < LEVELS; i++) {
        enum level level = (enum level)(((int)wanted + i) % LEVELS);
        if (kit_of(b->bank, level, &kit))
            return level;
    }
    return wanted;
}

static int64_t time_of(const struct demo *d, const struct demo_role *role, int64_t now)
{
    if (role->days == 0) /* under way at this moment */
        return now + (int64_t)role->minute * MINUTE;
    return d->today + role->days * INT64_C(86400000) +
           ((int64_t)role->hour * 60 + role->minute) * MINUTE;
}

static bool call(struct demo *d, const struct demo_role *role, const struct interview_plan *plan,
                 const char *bank, struct err *e)
{
    int64_t id;
    d->wall = plan->planned_at;
    if (!start_now(d->app, plan, bank, &id, e))
        return false;
    d->live = live_open(d->app, id, e);
    if (d->live == NULL)
        return false;
    bool ok = perform(d, role, e);
    live_close(d->live);
    return ok;
}

static bool cast(struct demo *d, const struct demo_role *role, int64_t now, struct err *e)
{
    const struct app_bank *b = usable(d->app, role->bank);
    struct interview_plan plan = {
        .candidate = role->candidate,
        .interviewer = d->app->me.len > 0 ? d->app->me.s : "Robin Example",
        .job = role->job,
        .planned_at = time_of(d, role, now),
    };
    int64_t id;
    if (b == NULL)
        return err_set(e, ERR_MISSING,
                       "the demo needs a question bank without errors: \"slate bank list\" shows "
                       "which there are");
    plan.level = nearest_level(b, role->level);
    d->wall = now;
    if (role->outcome == DEMO_PLANNED)
        return start_plan(d->app, &plan, b->path, &id, e);
    return call(d, role, &plan, b->path, e);
}

static bool is_empty(struct app *app, struct err *e)
{
    struct list_filter any = {.level = -1, .state = -1, .limit = 1};
    struct interview_rows rows = {0};
    if (!app_list(app, &any, &rows, e))
        return false;
    bool empty = rows.n == 0;
    interview_rows_release(&rows);
    return empty || err_set(e, ERR_REFUSED,
                            "%s has interviews in it: the demo's invented ones are put only where "
                            "there are none",
                            app->db.len > 0 ? app->db.s : "this store");
}

bool start_demo(struct app *app, struct err *e)
{
    int64_t now = app_now(app);
    if (!is_empty(app, e))
        return false;
    struct demo *d = demo_enter(app);
    bool ok = true;
    for (const struct demo_role *role = demo_roles; ok && role->candidate != NULL; role++)
        ok = cast(d, role, now, e) || err_prefix(e, "the demo, %s", role->candidate);
    demo_leave(d);
    return ok;
}
