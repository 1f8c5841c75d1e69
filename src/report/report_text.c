#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "report/formats.h"
#include "stats/notice.h"

#define LEAST_WIDTH 40

struct page {
    const struct report *r;
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

static void times(const struct page *p)
{
    struct str text = STR_INIT;
    words_times(&text, p->iv);
    if (text.len > 0)
        line(p, "Time        ", text.s);
    str_release(&text);
}

static void contact(const struct page *p)
{
    const struct candidate *c = p->r->contact;
    if (!has_contact(p->r))
        return;
    if (c->email != NULL)
        line(p, "Mail        ", c->email);
    if (c->phone != NULL)
        line(p, "Phone       ", c->phone);
    if (c->link != NULL)
        line(p, "Link        ", c->link);
}

static void head(const struct page *p)
{
    const struct interview *iv = p->iv;
    struct str what = STR_INIT;
    line(p, "", iv->candidate);
    words_kit(&what, iv);
    line(p, "", what.s);
    str_addc(p->out, '\n');
    contact(p);
    line(p, "State       ", interview_state_name(iv->state));
    if (!p->r->style->no_interviewer)
        line(p, "Interviewer ", iv->interviewer);
    times(p);
    if (iv->not_blind)
        line(p, "Not blind   ", WORDS_NOT_BLIND);
    str_release(&what);
}

/* ---- what exists only once the scores are locked ---- */

static void decision(const struct page *p)
{
    struct str text = STR_INIT;
    words_decision(&text, p->iv);
    if (p->iv->decision != DECISION_NONE && p->iv->decision_reason != NULL)
        str_addf(&text, ": %s", p->iv->decision_reason);
    line(p, "Decision    ", text.s);
    if (drift_of(p->r) != NULL)
        line(p, "            ", drift_of(p->r));
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
    words_mean(&mean, &c);
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
    str_clear(&text);
    words_bare(&text, iv);
    if (text.len > 0)
        line(p, "Note        ", text.s);
    heading(p, "COMPETENCIES");
    for (size_t i = 0; i < iv->kit.n_competencies; i++)
        competency(p, &iv->kit.competencies[i]);
    str_release(&text);
}

/* ---- questions ---- */

static void mark(const struct page *p, const struct answer *a)
{
    struct str text = STR_INIT;
    mark_add_words(&text, a->mark);
    if (a->mark.score > 0) {
        str_add(&text, "  ");
        words_anchor(&text, a->question, a->mark.score);
    }
    line(p, "    score      ", text.s);
    str_clear(&text);
    words_void(&text, p->r, a);
    if (text.len > 0)
        line(p, "               ", text.s);
    if (notice_late(a))
        line(p, "               ", WORDS_LATE);
    if (notice_unsupported(a, p->iv->kit.scale))
        line(p, "               ", WORDS_BARE);
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
    if (shows_notes(p->r, text))
        line(p, "    note       ", text->s);
}

static void about(const struct page *p, const struct answer *a)
{
    struct str text = STR_INIT;
    words_about(&text, a);
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
    if (!has_step_notes(p->r))
        return;
    heading(p, "OPENING AND CLOSING");
    for (size_t i = 0; i < p->iv->n_steps; i++) {
        const struct step *s = &p->iv->steps[i];
        if (s->note.len == 0)
            continue;
        line(p, "", s->text);
        note(p, &s->note);
    }
}

static void corrections(const struct page *p)
{
    if (n_corrections(p->r) == 0)
        return;
    heading(p, "CORRECTIONS after it was submitted");
    for (size_t i = 0; i < n_corrections(p->r); i++) {
        struct str text = STR_INIT;
        words_correction(&text, p->r, &p->r->corrections->items[i]);
        line(p, "  - ", text.s);
        str_release(&text);
    }
}

static void text_part(const struct page *p, const char *name, const struct str *text)
{
    if (text->len == 0)
        return;
    heading(p, name);
    line(p, "", text->s);
}

static void separate(const struct page *p)
{
    str_addc(p->out, '\n');
    str_repeat(p->out, "=", p->width);
    str_add(p->out, "\n\n");
}

static int width_of(const struct report_style *style)
{
    int width = style->width != 0 ? style->width : REPORT_WIDTH;
    return width < LEAST_WIDTH ? LEAST_WIDTH : width;
}

void report_text(const struct report *r, struct str *out)
{
    const struct interview *iv = r->iv;
    struct page p = {r, iv, out, width_of(r->style)};
    if (r->nth > 0)
        separate(&p);
    head(&p);
    result(&p);
    text_part(&p, "SUMMARY", &iv->summary);
    overall(&p);
    questions(&p);
    off_script(&p);
    facts(&p);
    step_notes(&p);
    if (shows_notes(r, &iv->general))
        text_part(&p, "GENERAL NOTE", &iv->general);
    corrections(&p);
}
