#include <stdlib.h>

#include "base/clock.h"
#include "report/escape.h"
#include "report/formats.h"
#include "stats/notice.h"

/* One pass writes either the names or the values, so that they cannot disagree. */
struct row {
    const struct report *r;
    struct str *out;
    bool names;
    bool begun;
};

static void text(struct row *w, const char *name, const char *value)
{
    if (w->begun)
        str_addc(w->out, ',');
    w->begun = true;
    if (w->names)
        str_add(w->out, name);
    else if (value != NULL)
        escape_csv(w->out, value);
}

static void number(struct row *w, const char *name, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits - 1;
    bool below = value < 0;
    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + llabs(value % 10)); /* by hand: a table is mostly these */
        value /= 10;
    } while (value != 0);
    if (below)
        digits[--at] = '-';
    text(w, name, digits + at);
}

static void yes(struct row *w, const char *name, bool value)
{
    text(w, name, value ? "yes" : "no");
}

static void when(struct row *w, const char *name, int64_t at)
{
    struct str s = STR_INIT;
    if (at != 0)
        clock_add_iso(&s, at, w->r->iv->offset_min);
    text(w, name, s.s);
    str_release(&s);
}

static void end_row(struct row *w)
{
    str_add(w->out, "\r\n");
    w->begun = false;
}

/* The items that are ticked, a line each. */
static void ticked(struct row *w, const char *name, const struct phrases *items, uint32_t bits)
{
    struct str s = STR_INIT;
    for (size_t i = 0; items != NULL && i < items->n; i++)
        if ((bits >> i) & 1)
            str_addf(&s, "%s%s", s.len > 0 ? "\n" : "", items->items[i].s);
    text(w, name, s.s);
    str_release(&s);
}

/* ---- what every row begins with ---- */

static void head(struct row *w)
{
    const struct interview *iv = w->r->iv;
    number(w, "interview", iv->id);
    text(w, "uuid", iv->uuid);
    text(w, "candidate", iv->candidate);
    text(w, "job", iv->job);
    text(w, "bank", iv->kit.bank);
    text(w, "level", level_name(iv->kit.level));
    number(w, "scale", iv->kit.scale);
    text(w, "state", interview_state_name(iv->state));
    if (!w->r->style->no_interviewer)
        text(w, "interviewer", iv->interviewer);
}

/* ---- one row per interview ---- */

static void contact(struct row *w)
{
    const struct candidate *c = w->r->contact;
    if (w->r->style->no_contacts)
        return;
    text(w, "email", c != NULL ? c->email : NULL);
    text(w, "phone", c != NULL ? c->phone : NULL);
    text(w, "link", c != NULL ? c->link : NULL);
}

static void times(struct row *w)
{
    const struct interview *iv = w->r->iv;
    when(w, "planned_at", iv->planned_at);
    when(w, "interviewed_at", iv->started_at);
    when(w, "submitted_at", iv->submitted_at);
    when(w, "abandoned_at", iv->abandoned_at);
    number(w, "elapsed_seconds", iv->elapsed_ms / 1000);
    yes(w, "not_blind", iv->not_blind);
}

static void decision(struct row *w)
{
    const struct interview *iv = w->r->iv;
    bool decided = iv->state == INTERVIEW_SUBMITTED && iv->decision != DECISION_NONE;
    text(w, "decision", decided ? decision_name(iv->decision) : NULL);
    text(w, "decision_reason", decided ? iv->decision_reason : NULL);
    when(w, "decided_at", decided ? iv->decided_at : 0);
}

static void result(struct row *w)
{
    bool submitted = w->r->iv->state == INTERVIEW_SUBMITTED;
    const struct report_sums *sums = w->r->sums;
    struct composite c = sums != NULL ? sums->composite : composite_interview(w->r->iv, NULL);
    struct str mean = STR_INIT;
    int tenths = composite_tenths(&c);
    if (submitted && composite_complete(&c))
        str_addf(&mean, "%d.%d", tenths / 10, tenths % 10);
    text(w, "composite", mean.s);
    str_clear(&mean);
    if (submitted)
        composite_add(&mean, &c);
    text(w, "composite_rests_on", mean.s);
    number(w, "questions", c.asked);
    number(w, "scored", c.scored);
    number(w, "no_evidence", c.no_evidence);
    number(w, "skipped", c.skipped);
    number(w, "voided", c.voided);
    number(w, "corrections", (int64_t)n_corrections(w->r));
    number(w, "unsupported_extremes",
           sums != NULL ? sums->unsupported : notice_count_unsupported(w->r->iv));
    str_release(&mean);
}

static void interview(struct row *w)
{
    const struct interview *iv = w->r->iv;
    head(w);
    contact(w);
    times(w);
    decision(w);
    result(w);
    if (w->r->sums != NULL)
        text(w, "flags", w->r->sums->flags);
    else
        ticked(w, "flags", &iv->kit.red_flags, iv->overall);
    text(w, "summary", iv->summary.s);
    if (!w->r->style->no_notes)
        text(w, "general_note", iv->general.s);
    end_row(w);
}

/* ---- one row per answer ---- */

static const char *state_name(enum answer_state s)
{
    static const char *const names[] = {"unset", "scored", "no_evidence", "skipped"};
    return names[s];
}

static void weight(struct row *w, const struct question *q)
{
    struct str s = STR_INIT;
    if (q != NULL)
        str_addf(&s, "%d.%02d", q->weight / WEIGHT_ONE, q->weight % WEIGHT_ONE);
    text(w, "weight", s.s);
    str_release(&s);
}

static void mark(struct row *w, const struct answer *a)
{
    struct str s = STR_INIT;
    if (a->mark.score > 0)
        str_addf(&s, "%d", a->mark.score);
    text(w, "answer_state", a->question != NULL ? state_name(a->mark.state) : "off_script");
    text(w, "score", s.s);
    text(w, "skipped_because", a->mark.state == ANSWER_SKIPPED ? skip_words(a->mark.skip) : NULL);
    str_release(&s);
}

/* An off-script answer has no question of the kit: its columns are empty. */
static void answer(struct row *w, const struct answer *a, size_t n)
{
    const struct question *q = a->question;
    head(w);
    number(w, "number", (int64_t)n);
    text(w, "question_id", q != NULL ? q->id.s : NULL);
    text(w, "question", q != NULL ? q->ask.s : a->own_text.s);
    text(w, "competency", q != NULL ? q->competency.s : NULL);
    weight(w, q);
    mark(w, a);
    ticked(w, "heard", q != NULL ? &q->expect : NULL, a->heard);
    ticked(w, "not_heard", q != NULL ? &q->expect : NULL, ~a->heard);
    ticked(w, "flags", q != NULL ? &q->red_flags : NULL, a->flags);
    ticked(w, "probes", q != NULL ? &q->probes : NULL, a->probes);
    number(w, "seconds", a->spent_ms / 1000);
    text(w, "void_because", a->voided != NULL ? a->voided->reason : NULL);
    yes(w, "late", notice_late(a));
    yes(w, "unsupported", notice_unsupported(a, w->r->iv->kit.scale));
    if (!w->r->style->no_notes)
        text(w, "note", a->note.s);
    end_row(w);
}

void report_csv_begin(const struct report_style *style, struct str *out)
{
    struct interview none;
    struct answer no_answer = {.note = STR_INIT, .own_text = STR_INIT};
    interview_init(&none);
    struct report r = {.style = style, .iv = &none};
    struct row w = {.r = &r, .out = out, .names = true};
    if (style->bom)
        str_add(out, "\xEF\xBB\xBF");
    if (style->format == REPORT_CSV)
        interview(&w);
    else
        answer(&w, &no_answer, 0);
    interview_release(&none);
}

void report_csv(const struct report *r, struct str *out)
{
    struct row w = {.r = r, .out = out};
    if (r->style->format == REPORT_CSV) {
        interview(&w);
        return;
    }
    for (size_t i = 0; i < r->iv->n_answers; i++)
        answer(&w, &r->iv->answers[i], i + 1);
}
