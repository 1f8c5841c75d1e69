#include <string.h>

#include "base/clock.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/page.h"
#include "stats/notice.h"

#define LONG_NOTE   1500 /* bytes */
#define CLASS(name) " class=\"" name "\""

struct page {
    const struct report *r;
    const struct interview *iv;
    struct str *out;
};

/* <tag attributes>text</tag>; `open` is what stands between the brackets. */
static void element(const struct page *p, const char *open, const char *tag, const char *text)
{
    str_addf(p->out, "<%s>", open);
    escape_html(p->out, text);
    str_addf(p->out, "</%s>\n", tag);
}

/* `class` is an attribute with its blank, or "". */
static void entry(const struct page *p, const char *class, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    str_addf(p->out, "<dt%s>%s</dt><dd%s dir=\"auto\">", class, name, class);
    escape_html(p->out, value);
    str_add(p->out, "</dd>\n");
}

static void heading(const struct page *p, const char *text)
{
    str_addf(p->out, "<h2>%s</h2>\n", text);
}

/* ---- the head ---- */

static void verdict(const struct page *p)
{
    const struct interview *iv = p->iv;
    str_add(p->out, "<div class=\"verdict\">");
    if (iv->state != INTERVIEW_SUBMITTED) {
        str_addf(p->out, "<b>%s</b>not submitted", interview_state_name(iv->state));
    } else if (iv->decision == DECISION_NONE) {
        str_add(p->out, "<b>Undecided</b>decision still to be made");
    } else {
        str_addf(p->out, "<b>%s</b>", decision_words(iv->decision));
        clock_add_date(p->out, iv->decided_at, iv->offset_min);
    }
    str_add(p->out, "</div>\n");
}

static void known(const struct page *p, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    str_add(p->out, "<div>");
    entry(p, "", name, value);
    str_add(p->out, "</div>\n");
}

static void about_interview(const struct page *p)
{
    struct str s = STR_INIT;
    bool contact = has_contact(p->r);
    words_times(&s, p->iv);
    str_add(p->out, "<dl class=\"facts\">\n");
    known(p, "Mail", contact ? p->r->contact->email : NULL);
    known(p, "Phone", contact ? p->r->contact->phone : NULL);
    known(p, "Link", contact ? p->r->contact->link : NULL);
    known(p, "Interviewer", p->r->style->no_interviewer ? NULL : p->iv->interviewer);
    known(p, "Time", s.s);
    known(p, "Not blind", p->iv->not_blind ? WORDS_NOT_BLIND : NULL);
    str_add(p->out, "</dl>\n");
    str_release(&s);
}

static void head(const struct page *p)
{
    struct str s = STR_INIT;
    words_kit(&s, p->iv);
    str_add(p->out, "<header>\n<div>\n");
    element(p, "h1 dir=\"auto\"", "h1", p->iv->candidate);
    element(p, "p dir=\"auto\"", "p", s.s);
    str_add(p->out, "</div>\n");
    verdict(p);
    str_add(p->out, "</header>\n");
    about_interview(p);
    str_release(&s);
}

/* ---- what exists only once the scores are locked ---- */

static void competency(const struct page *p, const struct competency *item)
{
    struct composite c = composite_interview(p->iv, item->id.s);
    struct str mean = STR_INIT;
    if (c.asked + c.voided == 0)
        return;
    str_add(p->out, "<tr>");
    element(p, "th scope=\"row\"", "th", item->id.s);
    str_add(p->out, "<td class=\"n\">");
    if (composite_competency_complete(&c))
        page_bar(p->out, composite_hundredths(&c), c.scale);
    else
        str_add(p->out, "–");
    words_mean(&mean, &c);
    str_addf(p->out, "</td><td>%s</td></tr>\n", mean.s);
    str_release(&mean);
}

/* "3.8 (8 of 9 scored)": the number large, what it rests on beside it. */
static void composite(const struct page *p)
{
    struct composite all = composite_interview(p->iv, NULL);
    struct str words = STR_INIT, number = STR_INIT;
    composite_add(&words, &all);
    size_t n = strcspn(words.s, "(");
    str_addn(&number, words.s, n > 0 ? n - 1 : 0);
    str_addf(p->out, "<p class=\"big\"><b>%s</b> %s</p>\n", number.s, words.s + n);
    str_release(&words);
    str_release(&number);
}

static void result(const struct page *p)
{
    struct str s = STR_INIT;
    str_add(p->out, "<section>\n");
    heading(p, "Result");
    composite(p);
    str_add(p->out, "<table class=\"bars\">\n");
    for (size_t i = 0; i < p->iv->kit.n_competencies; i++)
        competency(p, &p->iv->kit.competencies[i]);
    str_add(p->out, "</table>\n");
    words_bare(&s, p->iv);
    if (s.len > 0)
        element(p, "p class=\"soft\"", "p", s.s);
    if (drift_of(p->r) != NULL)
        element(p, "p class=\"soft\"", "p", drift_of(p->r));
    str_add(p->out, "</section>\n");
    str_release(&s);
}

/* ---- questions ---- */

static void score(const struct page *p, const struct answer *a)
{
    struct str s = STR_INIT;
    bool scored = a->mark.score > 0;
    mark_add_words(&s, a->mark);
    str_add(p->out, "<p class=\"score\">");
    if (scored)
        page_boxes(p->out, a->mark.score, p->iv->kit.scale);
    else
        str_add(p->out, "– ");
    str_addf(p->out, "<b>%s</b> ", s.s);
    str_clear(&s);
    if (scored)
        words_anchor(&s, a->question, a->mark.score);
    if (s.len > 0)
        element(p, "span", "span", s.s);
    str_add(p->out, "</p>\n");
    str_release(&s);
}

static void ticks(const struct page *p, const char *class, const char *name,
                  const struct phrases *items, uint32_t bits)
{
    for (size_t i = 0; i < items->n; i++)
        if ((bits >> i) & 1)
            entry(p, class, name, items->items[i].s);
}

static void evidence(const struct page *p, const struct answer *a)
{
    const struct question *q = a->question;
    struct str s = STR_INIT;
    words_void(&s, p->r, a);
    str_add(p->out, "<dl class=\"ev\">\n");
    ticks(p, CLASS("yes"), "✓ heard", &q->expect, a->heard);
    ticks(p, CLASS("no"), "not heard", &q->expect, ~a->heard);
    ticks(p, CLASS("flag"), "⚑ flag", &q->red_flags, a->flags);
    ticks(p, "", "asked", &q->probes, a->probes);
    entry(p, CLASS("note"), "void", s.s);
    entry(p, "", "late", notice_late(a) ? WORDS_LATE : NULL);
    entry(p, "", "bare", notice_unsupported(a, p->iv->kit.scale) ? WORDS_BARE : NULL);
    entry(p, CLASS("note"), "note", shows_notes(p->r, &a->note) ? a->note.s : NULL);
    str_add(p->out, "</dl>\n");
    str_release(&s);
}

/* A note that may not fit into what is left of a column is let run on. */
static bool is_long(const struct page *p, const struct answer *a)
{
    return shows_notes(p->r, &a->note) && a->note.len > LONG_NOTE;
}

static void scripted(const struct page *p, size_t i)
{
    const struct answer *a = &p->iv->answers[i];
    struct str s = STR_INIT;
    str_addf(p->out, "<section class=\"q%s\">\n<h3 dir=\"auto\"><span class=\"n\">%zu.</span> ",
             is_long(p, a) ? " long" : "", i + 1);
    escape_html(p->out, a->question->ask.s);
    str_add(p->out, "</h3>\n");
    score(p, a);
    words_about(&s, a);
    element(p, "p class=\"soft\"", "p", s.s);
    evidence(p, a);
    str_add(p->out, "</section>\n");
    str_release(&s);
}

static void questions(const struct page *p)
{
    heading(p, "Questions");
    str_add(p->out, "<div class=\"cols\">\n");
    for (size_t i = 0; i < p->iv->kit.n && i < p->iv->n_answers; i++)
        scripted(p, i);
    str_add(p->out, "</div>\n");
}

static void off_script(const struct page *p)
{
    const struct interview *iv = p->iv;
    if (iv->n_answers <= iv->kit.n)
        return;
    heading(p, "Off script: noted, never scored");
    str_add(p->out, "<div class=\"cols\">\n");
    for (size_t i = iv->kit.n; i < iv->n_answers; i++) {
        str_add(p->out, "<section class=\"q\">\n");
        element(p, "h3 dir=\"auto\"", "h3", iv->answers[i].own_text.s);
        if (shows_notes(p->r, &iv->answers[i].note))
            element(p, "p class=\"text\" dir=\"auto\"", "p", iv->answers[i].note.s);
        str_add(p->out, "</section>\n");
    }
    str_add(p->out, "</div>\n");
}

/* ---- the rest ---- */

static void part(const struct page *p, const char *name, const struct str *text)
{
    if (text->len == 0)
        return;
    heading(p, name);
    element(p, "p class=\"text\" dir=\"auto\"", "p", text->s);
}

static void overall(const struct page *p)
{
    if (p->iv->overall == 0)
        return;
    heading(p, "Flags of the interview as a whole");
    str_add(p->out, "<dl class=\"ev\">\n");
    ticks(p, CLASS("flag"), "⚑ flag", &p->iv->kit.red_flags, p->iv->overall);
    str_add(p->out, "</dl>\n");
}

static void facts(const struct page *p)
{
    if (p->iv->n_facts == 0)
        return;
    heading(p, "Facts");
    str_add(p->out, "<table>\n");
    for (size_t i = 0; i < p->iv->n_facts; i++) {
        const struct fact_answer *f = &p->iv->facts[i];
        str_add(p->out, "<tr>");
        element(p, "th scope=\"row\" dir=\"auto\"", "th", f->fact->ask.s);
        element(p, "td class=\"text\" dir=\"auto\"", "td",
                f->value.len > 0 ? f->value.s : "(not asked)");
        str_add(p->out, "</tr>\n");
    }
    str_add(p->out, "</table>\n");
}

static void step_notes(const struct page *p)
{
    if (!has_step_notes(p->r))
        return;
    heading(p, "Opening and closing");
    for (size_t i = 0; i < p->iv->n_steps; i++) {
        if (p->iv->steps[i].note.len == 0)
            continue;
        element(p, "p class=\"soft\" dir=\"auto\"", "p", p->iv->steps[i].text);
        element(p, "p class=\"text\" dir=\"auto\"", "p", p->iv->steps[i].note.s);
    }
}

void report_html_begin(const struct report_style *style, struct str *out)
{
    page_begin(out, style->many ? "Scorecards" : "Scorecard");
}

/* What whoever decides reads first: result and reasons side by side. */
static void reasons(const struct page *p)
{
    const struct interview *iv = p->iv;
    bool decided = iv->state == INTERVIEW_SUBMITTED && iv->decision != DECISION_NONE;
    struct str reason = STR_INIT;
    if (decided && iv->decision_reason != NULL)
        str_add(&reason, iv->decision_reason);
    if (reason.len > 0 || iv->summary.len > 0 || iv->overall != 0) {
        str_add(p->out, "<section>\n");
        part(p, "Reason of the decision", &reason);
        part(p, "Summary", &iv->summary);
        overall(p);
        str_add(p->out, "</section>\n");
    }
    str_release(&reason);
}

static void top(const struct page *p)
{
    str_add(p->out, "<div class=\"top\">\n");
    if (p->iv->state == INTERVIEW_SUBMITTED)
        result(p);
    reasons(p);
    str_add(p->out, "</div>\n");
}

static void corrections(const struct page *p)
{
    if (n_corrections(p->r) == 0)
        return;
    heading(p, "Corrections after it was submitted");
    for (size_t i = 0; i < n_corrections(p->r); i++) {
        struct str s = STR_INIT;
        words_correction(&s, p->r, &p->r->corrections->items[i]);
        element(p, "p class=\"text\" dir=\"auto\"", "p", s.s);
        str_release(&s);
    }
}

static void foot(const struct page *p)
{
    str_add(p->out, "<footer>Scores are judged by written anchors. What was heard is evidence, "
                    "flags are listed; neither is added up.</footer>\n");
}

void report_html(const struct report *r, struct str *out)
{
    struct page p = {r, r->iv, out};
    str_add(out, "<article>\n");
    head(&p);
    top(&p);
    questions(&p);
    off_script(&p);
    facts(&p);
    step_notes(&p);
    if (shows_notes(r, &r->iv->general))
        part(&p, "General note", &r->iv->general);
    corrections(&p);
    foot(&p);
    str_add(out, "</article>\n");
}

void report_html_end(const struct report_style *style, struct str *out)
{
    (void)style;
    page_end(out);
}
