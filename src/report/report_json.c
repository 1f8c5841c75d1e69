#include "base/clock.h"
#include "base/json.h"
#include "report/formats.h"
#include "stats/notice.h"

static void when(struct json *o, const char *key, int64_t at, int offset)
{
    struct str text = STR_INIT;
    if (at != 0)
        clock_add_iso(&text, at, offset);
    json_text(o, key, at != 0 ? text.s : NULL);
    str_release(&text);
}

static void contact(struct json *o, const struct report *r)
{
    if (r->contact == NULL || r->style->no_contacts)
        return;
    struct json *c = json_object_in(o, "contact");
    json_text(c, "email", r->contact->email);
    json_text(c, "phone", r->contact->phone);
    json_text(c, "link", r->contact->link);
}

static void times(struct json *o, const struct interview *iv)
{
    when(o, "planned_at", iv->planned_at, iv->offset_min);
    when(o, "interviewed_at", iv->started_at, iv->offset_min);
    when(o, "submitted_at", iv->submitted_at, iv->offset_min);
    when(o, "abandoned_at", iv->abandoned_at, iv->offset_min);
    json_int(o, "elapsed_seconds", iv->elapsed_ms / 1000);
}

static void head(struct json *o, const struct report *r)
{
    const struct interview *iv = r->iv;
    json_text(o, "format", "slate-scorecard");
    json_int(o, "version", REPORT_JSON_VERSION);
    json_int(o, "id", iv->id);
    json_text(o, "uuid", iv->uuid);
    json_text(o, "state", interview_state_name(iv->state));
    json_text(o, "candidate", iv->candidate);
    contact(o, r);
    if (!r->style->no_interviewer)
        json_text(o, "interviewer", iv->interviewer);
    json_text(o, "job", iv->job);
    json_text(o, "bank", iv->kit.bank);
    json_text(o, "title", iv->kit.title);
    json_text(o, "level", level_name(iv->kit.level));
    json_int(o, "scale", iv->kit.scale);
    json_bool(o, "not_blind", iv->not_blind);
    times(o, iv);
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
    json_int(o, "voided", c->voided);
    str_release(&words);
}

static const char *recommendation(enum decision d)
{
    switch (d) {
    case DECISION_ADVANCE:
        return "yes";
    case DECISION_REJECT:
        return "no";
    default:
        return "no_decision";
    }
}

static void decision(struct json *o, const struct report *r)
{
    const struct interview *iv = r->iv;
    if (iv->decision == DECISION_NONE) {
        json_null_in(o, "decision");
        return;
    }
    struct json *d = json_object_in(o, "decision");
    json_text(d, "decision", decision_name(iv->decision));
    json_text(d, "reason", iv->decision_reason);
    when(d, "at", iv->decided_at, iv->offset_min);
    json_text(d, "drift", drift_of(r));
}

/* Greenhouse's ratings are words of its own; a mean is not turned into one of them. */
static void attribute(struct json *list, const struct competency *item, const struct composite *c)
{
    struct json *o = json_object_in(list, NULL);
    json_text(o, "name", item->id.s);
    json_text(o, "type", "Skills");
    json_text(o, "note", item->meaning.s);
    json_null_in(o, "rating");
    composite(o, c, composite_competency_complete(c));
}

static void attributes(struct json *o, const struct interview *iv)
{
    struct json *list = json_array_in(o, "attributes");
    for (size_t i = 0; i < iv->kit.n_competencies; i++) {
        struct composite c = composite_interview(iv, iv->kit.competencies[i].id.s);
        if (iv->state == INTERVIEW_SUBMITTED && c.asked + c.voided > 0)
            attribute(list, &iv->kit.competencies[i], &c);
    }
}

static void result(struct json *o, const struct report *r)
{
    const struct interview *iv = r->iv;
    bool submitted = iv->state == INTERVIEW_SUBMITTED;
    json_text(o, "overall_recommendation",
              recommendation(submitted ? iv->decision : DECISION_NONE));
    if (submitted) {
        struct composite all = composite_interview(iv, NULL);
        decision(o, r);
        composite(json_object_in(o, "composite"), &all, composite_complete(&all));
    } else {
        json_null_in(o, "decision");
        json_null_in(o, "composite");
    }
    attributes(o, iv);
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
    if (m.score > 0)
        json_int(o, "score", m.score);
    else
        json_null_in(o, "score");
    json_text(o, "skipped_because", m.state == ANSWER_SKIPPED ? skip_words(m.skip) : NULL);
}

static void note(struct json *o, const struct report *r, const char *key, const struct str *text)
{
    if (!r->style->no_notes)
        json_text(o, key, text->s);
}

static void voided(struct json *o, const struct report *r, const struct answer *a)
{
    if (a->voided == NULL) {
        json_null_in(o, "voided");
        return;
    }
    struct json *v = json_object_in(o, "voided");
    json_text(v, "reason", a->voided->reason);
    if (!r->style->no_interviewer)
        json_text(v, "by", a->voided->who);
    when(v, "at", a->voided->at, r->iv->offset_min);
}

static void scripted(struct json *o, const struct report *r, const struct answer *a)
{
    const struct question *q = a->question;
    json_text(o, "id", q->id.s);
    json_text(o, "question", q->ask.s);
    note(o, r, "answer", &a->note);
    json_text(o, "competency", q->competency.s);
    json_int(o, "weight_hundredths", q->weight);
    mark(o, a->mark);
    ticks(o, "heard", &q->expect, a->heard);
    ticks(o, "not_heard", &q->expect, ~a->heard);
    ticks(o, "flags", &q->red_flags, a->flags);
    ticks(o, "probes", &q->probes, a->probes);
    json_int(o, "seconds", a->spent_ms / 1000);
    voided(o, r, a);
    json_bool(o, "late", notice_late(a));
    json_bool(o, "unsupported", notice_unsupported(a, r->iv->kit.scale));
}

static void answers(struct json *o, const struct report *r)
{
    const struct interview *iv = r->iv;
    struct json *list = json_array_in(o, "questions");
    for (size_t i = 0; i < iv->kit.n && i < iv->n_answers; i++)
        scripted(json_object_in(list, NULL), r, &iv->answers[i]);
    list = json_array_in(o, "off_script");
    for (size_t i = iv->kit.n; i < iv->n_answers; i++) {
        struct json *own = json_object_in(list, NULL);
        json_text(own, "question", iv->answers[i].own_text.s);
        note(own, r, "answer", &iv->answers[i].note);
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

static void steps(struct json *list, const struct report *r)
{
    for (size_t i = 0; i < r->iv->n_steps; i++) {
        struct json *o = json_object_in(list, NULL);
        const struct step *s = &r->iv->steps[i];
        json_text(o, "step", s->text);
        json_bool(o, "closing", s->closing);
        json_bool(o, "done", s->done);
        note(o, r, "note", &s->note);
    }
}

static void corrections(struct json *list, const struct report *r)
{
    for (size_t i = 0; i < n_corrections(r); i++) {
        const struct report_correction *c = &r->corrections->items[i];
        struct json *o = json_object_in(list, NULL);
        when(o, "at", c->at, r->iv->offset_min);
        if (!r->style->no_interviewer)
            json_text(o, "by", c->who);
        json_text(o, "what", c->what);
        if (!c->note || !r->style->no_notes) {
            json_text(o, "old", c->old);
            json_text(o, "new", c->value);
        }
        json_text(o, "reason", c->reason);
    }
}

void report_json(const struct report *r, struct str *out)
{
    const struct interview *iv = r->iv;
    struct json *o = json_object_new();
    head(o, r);
    result(o, r);
    answers(o, r);
    ticks(o, "flags", &iv->kit.red_flags, iv->overall);
    facts(json_array_in(o, "facts"), iv);
    steps(json_array_in(o, "steps"), r);
    note(o, r, "general_note", &iv->general);
    json_text(o, "summary", iv->summary.s);
    corrections(json_array_in(o, "corrections"), r);
    str_add(out, r->nth > 0 ? ",\n" : "");
    json_dump(o, out);
    json_release(o);
}
