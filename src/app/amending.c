#include "app/amending.h"

#include <stdio.h>
#include <string.h>

#include "app/viewing.h"
#include "base/vec.h"
#include "store/amending.h"
#include "store/interviews.h"

/* ---- what may be amended ---- */

struct listing {
    const struct interview *iv;
    struct amend_items *out;
    const char *heading; /* of the item that comes next; then NULL */
};

static const char *value_now(struct listing *l, struct slot slot)
{
    struct str raw = STR_INIT, words = STR_INIT;
    interview_value(l->iv, slot, &raw);
    amend_add_value(&words, l->iv, slot, raw.s);
    const char *kept = arena_text(&l->out->arena, words.s, words.len);
    str_release(&raw);
    str_release(&words);
    return kept;
}

static const char *value_submitted(struct listing *l, struct slot slot)
{
    const struct amendment *first = interview_first_amended(l->iv, slot);
    struct str words = STR_INIT;
    if (first == NULL)
        return NULL;
    amend_add_value(&words, l->iv, slot, first->old);
    const char *kept = arena_text(&l->out->arena, words.s, words.len);
    str_release(&words);
    return kept;
}

static void add(struct listing *l, struct slot slot, const char *what, const char *more)
{
    struct str text = STR_INIT;
    str_add(&text, what);
    if (more != NULL)
        str_addf(&text, ": %s", more);
    struct amend_item *item = VEC_PUSH(l->out);
    *item = (struct amend_item){.slot = slot,
                                .heading = l->heading,
                                .what = arena_text(&l->out->arena, text.s, text.len),
                                .now = value_now(l, slot),
                                .was = value_submitted(l, slot)};
    l->heading = NULL;
    str_release(&text);
}

static void add_points(struct listing *l, struct slot slot, const char *what,
                       const struct phrases *list)
{
    for (size_t i = 0; i < list->n; i++) {
        slot.item = (int)i;
        add(l, slot, what, list->items[i].s);
    }
}

static void add_question(struct listing *l, int pos)
{
    const struct question *q = l->iv->answers[pos].question;
    struct str heading = STR_INIT;
    str_addf(&heading, "%d %s", pos + 1, q->id.s);
    l->heading = arena_text(&l->out->arena, heading.s, heading.len);
    add(l, (struct slot){FIELD_MARK, pos, 0}, "score", NULL);
    add_points(l, (struct slot){FIELD_HEARD, pos, 0}, "heard", &q->expect);
    add_points(l, (struct slot){FIELD_FLAG, pos, 0}, "flag", &q->red_flags);
    add_points(l, (struct slot){FIELD_PROBE, pos, 0}, "asked", &q->probes);
    add(l, (struct slot){FIELD_NOTE, pos, 0}, "note", NULL);
    str_release(&heading);
}

static void add_whole(struct listing *l)
{
    l->heading = "The interview as a whole";
    add_points(l, (struct slot){FIELD_OVERALL, 0, 0}, "flag", &l->iv->kit.red_flags);
    add(l, (struct slot){FIELD_SUMMARY, 0, 0}, "summary", NULL);
    add(l, (struct slot){FIELD_GENERAL, 0, 0}, "general note", NULL);
    for (size_t i = 0; i < l->iv->n_facts; i++)
        add(l, (struct slot){FIELD_FACT, (int)i, 0}, "fact", l->iv->facts[i].fact->ask.s);
    for (size_t i = 0; i < l->iv->n_steps; i++)
        if (l->iv->steps[i].note.len > 0)
            add(l, (struct slot){FIELD_STEP_NOTE, (int)i, 0}, "note of step", l->iv->steps[i].text);
}

void amend_list(const struct interview *iv, struct amend_items *out)
{
    struct listing l = {.iv = iv, .out = out};
    *out = (struct amend_items){0};
    for (size_t i = 0; i < iv->n_answers; i++) {
        if (iv->answers[i].question != NULL) {
            add_question(&l, (int)i);
            continue;
        }
        l.heading = "Off script";
        add(&l, (struct slot){FIELD_OWN, (int)i, 0}, "question", NULL);
        add(&l, (struct slot){FIELD_NOTE, (int)i, 0}, "note", NULL);
    }
    add_whole(&l);
}

void amend_items_release(struct amend_items *items)
{
    VEC_RELEASE(items);
    arena_release(&items->arena);
    *items = (struct amend_items){0};
}

bool amend_find(const struct interview *iv, const char *which, int *pos, struct err *e)
{
    long n = 0;
    if (str_int(which, 1, (long)iv->n_answers, &n)) {
        *pos = (int)n - 1;
        return true;
    }
    for (size_t i = 0; i < iv->kit.n; i++)
        if (str_same(iv->kit.questions[i].id.s, which)) {
            *pos = (int)i;
            return true;
        }
    return err_set(e, ERR_MISSING,
                   "this interview has no question \"%s\": give its number, 1 to %zu, or its "
                   "identifier",
                   which, iv->n_answers);
}

/* ---- amending ---- */

static bool has_reason(const char *reason, struct err *e)
{
    if (reason != NULL && reason[strspn(reason, " \t\r\n")] != '\0')
        return true;
    return err_set(e, ERR_INPUT, "write the reason first: one sentence that others can read later");
}

bool amend_set(struct app *app, const struct amend_request *r, struct err *e)
{
    struct interview iv;
    if (!has_reason(r->reason, e) || !view_interview(app, r->id, &iv, e))
        return false;
    struct store_amendment a = {r->id, r->slot, r->value, r->reason, app_now(app)};
    bool good =
        interview_check_amendment(&iv, r->slot, r->value, e) && store_amend(app->store, &a, e);
    interview_release(&iv);
    return good;
}

bool amend_decide(struct app *app, int64_t id, enum decision d, const char *reason, struct err *e)
{
    struct interview iv;
    if (!has_reason(reason, e) || !view_interview(app, id, &iv, e))
        return false;
    enum interview_state state = iv.state;
    interview_release(&iv);
    if (state != INTERVIEW_SUBMITTED)
        return err_set(e, ERR_REFUSED, "this interview is %s: the decision comes after submitting",
                       interview_state_name(state));
    struct store_decision made = {d, reason, app_now(app)};
    return store_decide(app->store, id, &made, e);
}

/* ---- voiding ---- */

struct void_target void_target_of(const struct interview *iv, int pos)
{
    const struct question *q = iv->answers[pos].question;
    return (struct void_target){.kit = kit_hash(&iv->kit),
                                .question = question_hash(q, iv->kit.scale),
                                .id = q->id.s,
                                .ask = q->ask.s};
}

/* By its number or its identifier, within one level. */
static const struct question *find_question(const struct kit *kit, const char *which)
{
    long n = 0;
    if (str_int(which, 1, (long)kit->n, &n))
        return &kit->questions[n - 1];
    for (size_t i = 0; i < kit->n; i++)
        if (str_same(kit->questions[i].id.s, which))
            return &kit->questions[i];
    return NULL;
}

bool void_target_in(const struct bank *b, const char *question, int level, struct void_target *out,
                    struct err *e)
{
    const struct question *found = NULL;
    int times = 0;
    for (int l = 0; l < LEVELS; l++) {
        struct kit kit;
        if ((level >= 0 && l != level) || !kit_of(b, (enum level)l, &kit))
            continue;
        const struct question *q = find_question(&kit, question);
        if (q == NULL)
            continue;
        found = q;
        times++;
        *out = (struct void_target){kit_hash(&kit), question_hash(q, b->scale), q->id.s, q->ask.s};
    }
    if (times > 1)
        return err_set(e, ERR_INPUT,
                       "several levels of %s have a question %s: say which with --level", b->name.s,
                       question);
    return found != NULL || err_set(e, ERR_MISSING, "%s has no question \"%s\"%s", b->name.s,
                                    question, level >= 0 ? " at this level" : "");
}

bool void_look(struct app *app, const struct void_target *t, struct void_state *out, struct err *e)
{
    return app_open_store(app, e) && store_void_state(app->store, &t->kit, &t->question, out, e);
}

bool void_set(struct app *app, const struct void_request *r, int64_t *changed, struct err *e)
{
    struct store_voiding v = {.kit = r->target.kit,
                              .question = r->target.question,
                              .on = r->on,
                              .reason = r->reason,
                              .at = app_now(app)};
    return has_reason(r->reason, e) && app_open_store(app, e) &&
           store_void(app->store, &v, changed, e);
}

void void_add_warning(struct str *out, const struct void_state *v)
{
    int left = v->questions - v->voided - 1;
    if (!v->on && left < INTERVIEW_FEW)
        str_addf(out, "Only %d question%s will count then: fewer than %d make a weak interview.",
                 left, left == 1 ? "" : "s", INTERVIEW_FEW);
}
