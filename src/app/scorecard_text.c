#include "app/viewing.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "base/utf8.h"

#define LEAST_WIDTH 40

struct page {
    const struct interview *iv;
    struct str *out;
    int width;
};

static void line(const struct page *p, const char *first, const char *text)
{
    text_paragraph(p->out, first, utf8_width(first, strlen(first)), text, p->width);
}

static void heading(const struct page *p, const char *text)
{
    str_addf(p->out, "\n%s\n", text);
    str_repeat(p->out, "-", p->width);
    str_addc(p->out, '\n');
}

/* ---- the head ---- */

static void add_when(struct str *out, const char *word, int64_t at, int offset)
{
    if (at == 0)
        return;
    str_addf(out, "%s%s ", out->len > 0 ? ", " : "", word);
    clock_add_date_time(out, at, offset);
}

static void times(const struct page *p)
{
    const struct interview *iv = p->iv;
    struct str text = STR_INIT;
    if (iv->started_at == 0)
        add_when(&text, "for", iv->planned_at, iv->offset_min);
    add_when(&text, "started", iv->started_at, iv->offset_min);
    add_when(&text, "submitted", iv->submitted_at, iv->offset_min);
    add_when(&text, "abandoned", iv->abandoned_at, iv->offset_min);
    if (iv->elapsed_ms > 0) {
        str_add(&text, text.len > 0 ? "; took " : "took ");
        clock_add_span(&text, iv->elapsed_ms);
    }
    if (text.len > 0)
        line(p, "Time        ", text.s);
    str_release(&text);
}

static void head(const struct page *p)
{
    const struct interview *iv = p->iv;
    struct str what = STR_INIT;
    line(p, "", iv->candidate);
    str_addf(&what, "%s, %s", iv->kit.title, level_name(iv->kit.level));
    if (iv->job != NULL && *iv->job != '\0')
        str_addf(&what, "; %s", iv->job);
    line(p, "", what.s);
    str_addc(p->out, '\n');
    line(p, "State       ", interview_state_name(iv->state));
    line(p, "Interviewer ", iv->interviewer);
    times(p);
    if (iv->not_blind)
        line(p, "Not blind   ",
             "another interview of the candidate was seen before this one began");
    str_release(&what);
}

/* ---- what exists only once the scores are locked ---- */

static void decision(const struct page *p)
{
    const struct interview *iv = p->iv;
    if (iv->decision == DECISION_NONE) {
        line(p, "Decision    ", "still to be made");
        return;
    }
    struct str text = STR_INIT;
    str_addf(&text, "%s, ", decision_words(iv->decision));
    clock_add_date_time(&text, iv->decided_at, iv->offset_min);
    if (iv->decision_reason != NULL)
        str_addf(&text, ": %s", iv->decision_reason);
    line(p, "Decision    ", text.s);
    str_release(&text);
}

static void competency(const struct page *p, const struct competency *item)
{
    struct composite c = composite_interview(p->iv, item->id.s);
    if (c.asked + c.voided == 0)
        return;
    struct str mean = STR_INIT;
    text_pad(p->out, item->id.s, 24);
    str_addc(p->out, ' ');
    if (composite_competency_complete(&c))
        composite_add(&mean, &c);
    else
        str_addf(&mean, "too few to tell (%d of %d scored)", c.scored, c.asked);
    text_paragraph(p->out, "", 25, mean.s, p->width);
    str_release(&mean);
}

static void result(const struct page *p)
{
    const struct interview *iv = p->iv;
    if (iv->state != INTERVIEW_SUBMITTED)
        return;
    struct composite all = composite_interview(iv, NULL);
    struct str text = STR_INIT;
    decision(p);
    composite_add(&text, &all);
    line(p, "Composite   ", text.s);
    heading(p, "COMPETENCIES");
    for (size_t i = 0; i < iv->kit.n_competencies; i++)
        competency(p, &iv->kit.competencies[i]);
    str_release(&text);
}

/* ---- questions ---- */

static void add_anchor(struct str *out, const struct question *q, int score)
{
    int at = score;
    while (at > 1 && q->anchors[at].s == NULL)
        at--;
    if (q->anchors[at].s == NULL)
        return;
    if (at == score)
        str_addf(out, "  %s", q->anchors[at].s);
    else
        str_addf(out, "  more than %d: %s", at, q->anchors[at].s);
}

static void mark(const struct page *p, const struct answer *a)
{
    struct str text = STR_INIT;
    mark_add_words(&text, a->mark);
    if (a->mark.state == ANSWER_SCORED)
        add_anchor(&text, a->question, a->mark.score);
    line(p, "    score      ", text.s);
    str_release(&text);
}

static void ticks(const struct page *p, const struct phrases *items, uint32_t bits,
                  const char *const first[2])
{
    for (int set = 1; set >= 0; set--)
        for (size_t i = 0; i < items->n; i++)
            if (first[set] != NULL && (int)((bits >> i) & 1) == set)
                line(p, first[set], items->items[i].s);
}

static void note(const struct page *p, const struct str *text)
{
    if (text->len > 0)
        line(p, "    note       ", text->s);
}

static void about(const struct page *p, const struct answer *a)
{
    const struct question *q = a->question;
    struct str text = STR_INIT;
    str_add(&text, q->competency.s != NULL ? q->competency.s : "");
    if (a->spent_ms > 0) {
        str_add(&text, ", ");
        clock_add_span(&text, a->spent_ms);
    }
    if (q->weight != WEIGHT_ONE)
        str_addf(&text, ", weight %d.%02d", q->weight / WEIGHT_ONE, q->weight % WEIGHT_ONE);
    line(p, "    ", text.s);
    str_release(&text);
}

static void scripted(const struct page *p, size_t i)
{
    static const char *const heard[2] = {"    not heard  ", "    heard      "};
    static const char *const flags[2] = {NULL, "    FLAG       "};
    static const char *const probes[2] = {NULL, "    asked      "};
    const struct answer *a = &p->iv->answers[i];
    struct str number = STR_INIT;
    str_addf(&number, "%2zu. ", i + 1);
    if (i > 0)
        str_addc(p->out, '\n');
    line(p, number.s, a->question->ask.s);
    about(p, a);
    mark(p, a);
    ticks(p, &a->question->expect, a->heard, heard);
    ticks(p, &a->question->red_flags, a->flags, flags);
    ticks(p, &a->question->probes, a->probes, probes);
    note(p, &a->note);
    str_release(&number);
}

static void questions(const struct page *p)
{
    heading(p, "QUESTIONS");
    for (size_t i = 0; i < p->iv->kit.n && i < p->iv->n_answers; i++)
        scripted(p, i);
}

static void off_script(const struct page *p)
{
    const struct interview *iv = p->iv;
    if (iv->n_answers <= iv->kit.n)
        return;
    heading(p, "OFF SCRIPT: noted, never scored");
    for (size_t i = iv->kit.n; i < iv->n_answers; i++) {
        line(p, "  - ", iv->answers[i].own_text.s);
        note(p, &iv->answers[i].note);
    }
}

/* ---- the rest ---- */

static void overall(const struct page *p)
{
    static const char *const flags[2] = {NULL, "  - "};
    if (p->iv->overall == 0)
        return;
    heading(p, "FLAGS OF THE INTERVIEW AS A WHOLE");
    ticks(p, &p->iv->kit.red_flags, p->iv->overall, flags);
}

static void facts(const struct page *p)
{
    if (p->iv->n_facts == 0)
        return;
    heading(p, "FACTS");
    for (size_t i = 0; i < p->iv->n_facts; i++) {
        const struct fact_answer *f = &p->iv->facts[i];
        line(p, "", f->fact->ask.s);
        line(p, "    ", f->value.len > 0 ? f->value.s : "(not asked)");
    }
}

static void step_notes(const struct page *p)
{
    bool any = false;
    for (size_t i = 0; i < p->iv->n_steps; i++) {
        const struct step *s = &p->iv->steps[i];
        if (s->note.len == 0)
            continue;
        if (!any)
            heading(p, "OPENING AND CLOSING");
        any = true;
        line(p, "", s->text);
        note(p, &s->note);
    }
}

static void text_part(const struct page *p, const char *name, const struct str *text)
{
    if (text->len == 0)
        return;
    heading(p, name);
    line(p, "", text->s);
}

void view_text(const struct interview *iv, int width, struct str *out)
{
    struct page p = {iv, out, width < LEAST_WIDTH ? LEAST_WIDTH : width};
    head(&p);
    result(&p);
    text_part(&p, "SUMMARY", &iv->summary);
    overall(&p);
    questions(&p);
    off_script(&p);
    facts(&p);
    step_notes(&p);
    text_part(&p, "GENERAL NOTE", &iv->general);
}
