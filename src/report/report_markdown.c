#include "report/escape.h"
#include "report/formats.h"
#include "stats/notice.h"

struct page {
    const struct report *r;
    const struct interview *iv;
    struct str *out;
};

/* On one line, whatever the text. */
static void escaped(const struct page *p, const char *before, const char *text, const char *after)
{
    str_add(p->out, before);
    escape_markdown(p->out, text, NULL);
    str_add(p->out, after);
}

static void note(const struct page *p, const struct str *text)
{
    if (!shows_notes(p->r, text))
        return;
    str_add(p->out, "\n> ");
    escape_markdown(p->out, text->s, "> ");
    str_addc(p->out, '\n');
}

/* ---- the head ---- */

static void entry(const struct page *p, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    str_addf(p->out, "- %s: ", name);
    escape_markdown(p->out, value, "  ");
    str_addc(p->out, '\n');
}

static void head(const struct page *p)
{
    const struct interview *iv = p->iv;
    struct str s = STR_INIT;
    escaped(p, "# ", iv->candidate, "\n\n");
    words_kit(&s, iv);
    escaped(p, "**", s.s, "**\n\n");
    if (has_contact(p->r)) {
        entry(p, "Mail", p->r->contact->email);
        entry(p, "Phone", p->r->contact->phone);
        entry(p, "Link", p->r->contact->link);
    }
    entry(p, "State", interview_state_name(iv->state));
    entry(p, "Interviewer", p->r->style->no_interviewer ? NULL : iv->interviewer);
    str_clear(&s);
    words_times(&s, iv);
    entry(p, "Time", s.s);
    entry(p, "Not blind", iv->not_blind ? WORDS_NOT_BLIND : NULL);
    str_release(&s);
}

/* ---- what exists only once the scores are locked ---- */

static void competency(const struct page *p, const struct competency *item)
{
    struct composite c = composite_interview(p->iv, item->id.s);
    struct str mean = STR_INIT;
    if (c.asked + c.voided == 0)
        return;
    words_mean(&mean, &c);
    escaped(p, "| ", item->id.s, " | ");
    str_addf(p->out, "%s |\n", mean.s);
    str_release(&mean);
}

static void result(const struct page *p)
{
    const struct interview *iv = p->iv;
    struct composite all = composite_interview(iv, NULL);
    struct str s = STR_INIT;
    if (iv->state != INTERVIEW_SUBMITTED)
        return;
    words_decision(&s, iv);
    entry(p, "Decision", s.s);
    entry(p, "Reason", iv->decision != DECISION_NONE ? iv->decision_reason : NULL);
    entry(p, "Note", drift_of(p->r));
    str_clear(&s);
    composite_add(&s, &all);
    entry(p, "Composite", s.s);
    str_clear(&s);
    words_bare(&s, iv);
    entry(p, "Note", s.s);
    str_add(p->out, "\n| Competency | Mean |\n| --- | --- |\n");
    for (size_t i = 0; i < iv->kit.n_competencies; i++)
        competency(p, &iv->kit.competencies[i]);
    str_release(&s);
}

/* ---- questions ---- */

static void score(const struct page *p, const struct answer *a)
{
    struct str s = STR_INIT;
    str_add(p->out, "**");
    for (int i = 1; a->mark.score > 0 && i <= p->iv->kit.scale; i++)
        str_add(p->out, i <= a->mark.score ? "■" : "□");
    str_add(p->out, a->mark.score > 0 ? " " : "– ");
    mark_add_words(p->out, a->mark);
    str_add(p->out, "**");
    if (a->mark.score > 0) {
        words_anchor(&s, a->question, a->mark.score);
        escaped(p, " ", s.s, "");
    }
    str_addc(p->out, '\n');
    str_release(&s);
}

static void ticks(const struct page *p, const char *first, const struct phrases *items,
                  uint32_t bits)
{
    for (size_t i = 0; i < items->n; i++) {
        if (((bits >> i) & 1) == 0)
            continue;
        str_addf(p->out, "- %s", first);
        escape_markdown(p->out, items->items[i].s, "  ");
        str_addc(p->out, '\n');
    }
}

static void scripted(const struct page *p, size_t i)
{
    const struct answer *a = &p->iv->answers[i];
    const struct question *q = a->question;
    struct str s = STR_INIT;
    str_addf(p->out, "\n### %zu. ", i + 1);
    escaped(p, "", q->ask.s, "\n\n");
    words_about(&s, a);
    escaped(p, "", s.s, "\n\n");
    score(p, a);
    if (a->heard != 0 || q->expect.n + q->red_flags.n > 0)
        str_addc(p->out, '\n');
    ticks(p, "heard: ", &q->expect, a->heard);
    ticks(p, "not heard: ", &q->expect, ~a->heard);
    ticks(p, "**flag:** ", &q->red_flags, a->flags);
    ticks(p, "asked: ", &q->probes, a->probes);
    str_clear(&s);
    words_void(&s, p->r, a);
    entry(p, "Note", s.s);
    entry(p, "Note", notice_late(a) ? WORDS_LATE : NULL);
    entry(p, "Note", notice_unsupported(a, p->iv->kit.scale) ? WORDS_BARE : NULL);
    note(p, &a->note);
    str_release(&s);
}

static void questions(const struct page *p)
{
    str_add(p->out, "\n## Questions\n");
    for (size_t i = 0; i < p->iv->kit.n && i < p->iv->n_answers; i++)
        scripted(p, i);
}

static void off_script(const struct page *p)
{
    const struct interview *iv = p->iv;
    if (iv->n_answers <= iv->kit.n)
        return;
    str_add(p->out, "\n## Off script: noted, never scored\n");
    for (size_t i = iv->kit.n; i < iv->n_answers; i++) {
        escaped(p, "\n", iv->answers[i].own_text.s, "\n");
        note(p, &iv->answers[i].note);
    }
}

/* ---- the rest ---- */

static void part(const struct page *p, const char *name, const struct str *text)
{
    if (text->len == 0)
        return;
    str_addf(p->out, "\n## %s\n\n", name);
    escape_markdown(p->out, text->s, "");
    str_addc(p->out, '\n');
}

static void facts(const struct page *p)
{
    if (p->iv->n_facts == 0)
        return;
    str_add(p->out, "\n## Facts\n\n");
    for (size_t i = 0; i < p->iv->n_facts; i++) {
        const struct fact_answer *f = &p->iv->facts[i];
        escaped(p, "- ", f->fact->ask.s, " ");
        if (f->value.len > 0)
            escaped(p, "**", f->value.s, "**\n");
        else
            str_add(p->out, "(not asked)\n");
    }
}

static void step_notes(const struct page *p)
{
    if (!has_step_notes(p->r))
        return;
    str_add(p->out, "\n## Opening and closing\n");
    for (size_t i = 0; i < p->iv->n_steps; i++) {
        if (p->iv->steps[i].note.len == 0)
            continue;
        escaped(p, "\n", p->iv->steps[i].text, "\n");
        note(p, &p->iv->steps[i].note);
    }
}

static void corrections(const struct page *p)
{
    if (n_corrections(p->r) == 0)
        return;
    str_add(p->out, "\n## Corrections after it was submitted\n\n");
    for (size_t i = 0; i < n_corrections(p->r); i++) {
        struct str s = STR_INIT;
        words_correction(&s, p->r, &p->r->corrections->items[i]);
        str_add(p->out, "- ");
        escape_markdown(p->out, s.s, "  ");
        str_addc(p->out, '\n');
        str_release(&s);
    }
}

void report_markdown(const struct report *r, struct str *out)
{
    struct page p = {r, r->iv, out};
    str_add(out, r->nth > 0 ? "\n---\n\n" : "");
    head(&p);
    result(&p);
    part(&p, "Summary", &r->iv->summary);
    if (r->iv->overall != 0) {
        str_add(out, "\n## Flags of the interview as a whole\n\n");
        ticks(&p, "", &r->iv->kit.red_flags, r->iv->overall);
    }
    questions(&p);
    off_script(&p);
    facts(&p);
    step_notes(&p);
    if (shows_notes(r, &r->iv->general))
        part(&p, "General note", &r->iv->general);
    corrections(&p);
}
