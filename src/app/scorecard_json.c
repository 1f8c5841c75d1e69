#include "app/viewing.h"

#include "base/clock.h"
#include "base/json.h"

static void when(struct json *o, const char *key, int64_t at, int offset)
{
    struct str text = STR_INIT;
    if (at != 0)
        clock_add_iso(&text, at, offset);
    json_text(o, key, at != 0 ? text.s : NULL);
    str_release(&text);
}

static void head(struct json *o, const struct interview *iv)
{
    json_int(o, "id", iv->id);
    json_text(o, "uuid", iv->uuid);
    json_text(o, "state", interview_state_name(iv->state));
    json_text(o, "candidate", iv->candidate);
    json_text(o, "interviewer", iv->interviewer);
    json_text(o, "job", iv->job);
    json_text(o, "bank", iv->kit.bank);
    json_text(o, "title", iv->kit.title);
    json_text(o, "level", level_name(iv->kit.level));
    json_int(o, "scale", iv->kit.scale);
    json_bool(o, "not_blind", iv->not_blind);
    when(o, "planned", iv->planned_at, iv->offset_min);
    when(o, "started", iv->started_at, iv->offset_min);
    when(o, "submitted", iv->submitted_at, iv->offset_min);
    when(o, "abandoned", iv->abandoned_at, iv->offset_min);
    json_int(o, "elapsed_seconds", iv->elapsed_ms / 1000);
}

/* ---- what exists only once the scores are locked ---- */

/* jansson's reals would print 3.8 as 3.7999999999999998. */
static void composite(struct json *o, const struct composite *c, bool complete)
{
    struct str words = STR_INIT;
    composite_add(&words, c);
    json_bool(o, "complete", complete);
    if (complete)
        json_int(o, "hundredths", composite_hundredths(c));
    else
        json_null_in(o, "hundredths");
    json_text(o, "words", words.s);
    json_int(o, "asked", c->asked);
    json_int(o, "scored", c->scored);
    json_int(o, "no_evidence", c->no_evidence);
    json_int(o, "skipped", c->skipped);
    str_release(&words);
}

static void decision(struct json *o, const struct interview *iv)
{
    if (iv->decision == DECISION_NONE) {
        json_null_in(o, "decision");
        return;
    }
    struct json *d = json_object_in(o, "decision");
    json_text(d, "decision", decision_name(iv->decision));
    json_text(d, "reason", iv->decision_reason);
    when(d, "at", iv->decided_at, iv->offset_min);
}

static void competencies(struct json *list, const struct interview *iv)
{
    for (size_t i = 0; i < iv->kit.n_competencies; i++) {
        const char *id = iv->kit.competencies[i].id.s;
        struct composite c = composite_interview(iv, id);
        if (c.asked + c.voided == 0)
            continue;
        struct json *o = json_object_in(list, NULL);
        json_text(o, "competency", id);
        composite(o, &c, composite_competency_complete(&c));
    }
}

static void result(struct json *o, const struct interview *iv)
{
    if (iv->state != INTERVIEW_SUBMITTED) {
        json_null_in(o, "decision");
        json_null_in(o, "composite");
        return;
    }
    struct composite all = composite_interview(iv, NULL);
    decision(o, iv);
    composite(json_object_in(o, "composite"), &all, composite_complete(&all));
    competencies(json_array_in(o, "competencies"), iv);
}

/* ---- answers ---- */

static void ticks(struct json *o, const char *key, const struct phrases *items, uint32_t bits)
{
    struct json *list = json_array_in(o, key);
    for (size_t i = 0; i < items->n; i++)
        if ((bits >> i) & 1)
            json_text(list, NULL, items->items[i].s);
}

static void mark(struct json *o, struct mark m)
{
    static const char *const states[] = {"unset", "scored", "no_evidence", "skipped"};
    json_text(o, "state", states[m.state]);
    if (m.state == ANSWER_SCORED)
        json_int(o, "score", m.score);
    else
        json_null_in(o, "score");
    if (m.state == ANSWER_SKIPPED)
        json_text(o, "skipped_because", skip_words(m.skip));
}

static void scripted(struct json *o, const struct answer *a)
{
    const struct question *q = a->question;
    json_text(o, "id", q->id.s);
    json_text(o, "ask", q->ask.s);
    json_text(o, "competency", q->competency.s);
    json_int(o, "weight_hundredths", q->weight);
    mark(o, a->mark);
    ticks(o, "heard", &q->expect, a->heard);
    ticks(o, "not_heard", &q->expect, ~a->heard);
    ticks(o, "flags", &q->red_flags, a->flags);
    ticks(o, "probes", &q->probes, a->probes);
    json_text(o, "note", a->note.s);
    json_int(o, "seconds", a->spent_ms / 1000);
}

static void answers(struct json *o, const struct interview *iv)
{
    struct json *list = json_array_in(o, "questions");
    for (size_t i = 0; i < iv->kit.n && i < iv->n_answers; i++)
        scripted(json_object_in(list, NULL), &iv->answers[i]);
    list = json_array_in(o, "off_script");
    for (size_t i = iv->kit.n; i < iv->n_answers; i++) {
        struct json *own = json_object_in(list, NULL);
        json_text(own, "ask", iv->answers[i].own_text.s);
        json_text(own, "note", iv->answers[i].note.s);
    }
}

/* ---- the rest ---- */

static void facts(struct json *list, const struct interview *iv)
{
    for (size_t i = 0; i < iv->n_facts; i++) {
        struct json *o = json_object_in(list, NULL);
        json_text(o, "id", iv->facts[i].fact->id.s);
        json_text(o, "ask", iv->facts[i].fact->ask.s);
        json_text(o, "value", iv->facts[i].value.len > 0 ? iv->facts[i].value.s : NULL);
    }
}

static void steps(struct json *list, const struct interview *iv)
{
    for (size_t i = 0; i < iv->n_steps; i++) {
        struct json *o = json_object_in(list, NULL);
        json_text(o, "step", iv->steps[i].text);
        json_bool(o, "closing", iv->steps[i].closing);
        json_bool(o, "done", iv->steps[i].done);
        json_text(o, "note", iv->steps[i].note.s);
    }
}

void view_json(const struct interview *iv, struct str *out)
{
    struct json *o = json_object_new();
    head(o, iv);
    result(o, iv);
    answers(o, iv);
    ticks(o, "flags", &iv->kit.red_flags, iv->overall);
    facts(json_array_in(o, "facts"), iv);
    steps(json_array_in(o, "steps"), iv);
    json_text(o, "general_note", iv->general.s);
    json_text(o, "summary", iv->summary.s);
    json_dump(o, out);
    json_release(o);
}
