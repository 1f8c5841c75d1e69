#include "screens/card.h"

#include <stdio.h>

#include "app/amending.h"
#include "base/clock.h"
#include "domain/composite.h"
#include "stats/notice.h"

/* ---- the result ---- */

static void add_coverage(struct str *out, const struct composite *c)
{
    str_addf(out, "%d of %d scored", c->scored, c->asked);
    if (c->no_evidence)
        str_addf(out, ", %d no evidence", c->no_evidence);
}

/* False when there is too little for a mean. */
static bool add_competency(struct pages *p, const struct interview *iv, const char *id)
{
    struct composite c = composite_interview(iv, id);
    struct bar bar = {.hundredths = composite_hundredths(&c),
                      .max = c.scale,
                      .none = !composite_competency_complete(&c),
                      .role = ROLE_GOOD};
    struct str text = STR_INIT;
    if (!c.asked)
        return true;
    add_coverage(&text, &c);
    pages_bar(p, id, &bar, text.s);
    str_release(&text);
    return !bar.none;
}

static void add_competencies(struct pages *p, const struct interview *iv)
{
    bool all = true;
    for (size_t i = 0; i < iv->kit.n_competencies; i++)
        all = add_competency(p, iv, iv->kit.competencies[i].id.s) && all;
    if (!all)
        pages_text(p, ROLE_DIM, "A mean needs two scores, and 80 % of the questions scored.");
}

void card_add_result(struct pages *p, const struct interview *iv)
{
    struct composite c = composite_interview(iv, NULL);
    struct str text = STR_INIT;
    if (iv->state != INTERVIEW_SUBMITTED)
        return;
    composite_add(&text, &c);
    pages_rule(p, "RESULT");
    pages_text(p, ROLE_STRONG, text.s);
    if (!composite_complete(&c))
        pages_text(p, ROLE_DIM, "Under 80 % was scored: that is too little for a number.");
    if (iv->n_amendments)
        pages_textf(p, ROLE_MIXED, "%zu correction%s since it was submitted, each with its reason.",
                    iv->n_amendments, iv->n_amendments == 1 ? " was made" : "s were made");
    add_competencies(p, iv);
    str_release(&text);
}

static void add_flags_of(struct pages *p, const struct phrases *flags, uint32_t bits,
                         const char *sign)
{
    for (size_t i = 0; i < flags->n && i < 32; i++)
        if (bits >> i & 1)
            pages_point(p, sign, ROLE_FLAG, flags->items[i].s);
}

void card_add_flags(struct pages *p, const struct interview *iv)
{
    size_t before;
    pages_rule(p, "FLAGS: never subtracted");
    before = p->items.n;
    for (size_t i = 0; i < iv->kit.n && i < iv->n_answers; i++) {
        char sign[24];
        snprintf(sign, sizeof sign, "%zu", i + 1);
        add_flags_of(p, &iv->answers[i].question->red_flags, iv->answers[i].flags, sign);
    }
    add_flags_of(p, &iv->kit.red_flags, iv->overall, "all");
    if (p->items.n == before)
        pages_text(p, ROLE_DIM, "None was marked.");
}

/* ---- a question ---- */

/* The anchor of the score; where the bank has none for it, those it lies between. */
static void add_anchor(struct pages *p, const struct question *q, int score, int scale)
{
    int low = score, high = score;
    char sign[24];
    while (low > 1 && !q->anchors[low].s)
        low--;
    while (high < scale && !q->anchors[high].s)
        high++;
    for (int n = low; n <= high; n++) {
        if (!q->anchors[n].s)
            continue;
        snprintf(sign, sizeof sign, "%d", n);
        pages_point(p, sign, ROLE_TEXT, q->anchors[n].s);
    }
}

/* Why it does not count; what was scored stands below it all the same. */
static void add_void(struct pages *p, const struct interview *iv, const struct answer *a)
{
    struct str text = STR_INIT;
    if (!a->voided)
        return;
    str_addf(&text, "does not count, says %s, ", a->voided->who);
    clock_add_date(&text, a->voided->at, iv->offset_min);
    str_addf(&text, ": %s", a->voided->reason);
    pages_entry(p, ROLE_MIXED, "VOID", text.s);
    str_release(&text);
}

static bool is_of(struct slot slot, int pos)
{
    switch (slot.field) {
    case FIELD_MARK:
    case FIELD_HEARD:
    case FIELD_FLAG:
    case FIELD_PROBE:
    case FIELD_NOTE:
    case FIELD_OWN:
        return slot.pos == pos;
    default:
        return pos < 0;
    }
}

static void add_amendment(struct pages *p, const struct interview *iv, const struct amendment *m)
{
    struct str text = STR_INIT;
    amend_add_what(&text, iv, m->slot);
    if (slot_is_text(m->slot)) {
        str_add(&text, ", by ");
    } else {
        str_add(&text, ": was ");
        amend_add_value(&text, iv, m->slot, m->old);
        str_add(&text, ", by ");
    }
    str_addf(&text, "%s, ", m->who);
    clock_add_date(&text, m->at, iv->offset_min);
    if (m->reason)
        str_addf(&text, ": %s", m->reason);
    pages_entry(p, ROLE_MIXED, "amended", text.s);
    str_release(&text);
}

/* Of one answer; with -1 of the interview as a whole. */
static void add_amendments(struct pages *p, const struct interview *iv, int pos)
{
    for (size_t i = 0; i < iv->n_amendments; i++)
        if (is_of(iv->amendments[i].slot, pos))
            add_amendment(p, iv, &iv->amendments[i]);
}

static void add_mark(struct pages *p, const struct answer *a, int scale)
{
    struct bar bar = {.hundredths = 100 * a->mark.score,
                      .max = scale,
                      .none = a->mark.state != ANSWER_SCORED,
                      .whole = true,
                      .role = ROLE_GOOD};
    struct str words = STR_INIT;
    if (bar.none)
        mark_add_words(&words, a->mark);
    pages_bar(p, "score", &bar, words.s);
    if (!bar.none)
        add_anchor(p, a->question, a->mark.score, scale);
    str_release(&words);
}

/* The lines that are ticked, or those that are not, under a word of their own. */
static void add_ticks(struct pages *p, const char *word, const struct phrases *list, uint32_t bits)
{
    bool any = false;
    for (size_t i = 0; i < list->n; i++) {
        if (!(bits >> i & 1))
            continue;
        if (!any)
            pages_text(p, ROLE_DIM, word);
        any = true;
        pages_point(p, "", ROLE_TEXT, list->items[i].s);
    }
}

/* How long it was on the screen, and whether the score came only after it had been left. */
static void add_times(struct pages *p, const struct answer *a)
{
    struct str text = STR_INIT;
    clock_add_span(&text, a->spent_ms);
    if (a->question && a->question->minutes)
        str_addf(&text, " of %d minutes", a->question->minutes);
    if (a->marked_at && a->left_at && a->marked_at > a->left_at) {
        str_add(&text, "; scored ");
        clock_add_span(&text, a->marked_at - a->left_at);
        str_add(&text, " after it was first left");
    }
    if (notice_late(a))
        str_add(&text, ": late, from memory");
    pages_entry(p, ROLE_DIM, "time", text.s);
    str_release(&text);
}

static void add_answer(struct pages *p, const struct interview *iv, const struct answer *a, int n)
{
    const struct question *q = a->question;
    struct str label = STR_INIT;
    if (q)
        str_addf(&label, "%d %s: %s", n, q->id.s, q->competency.s);
    else
        str_addf(&label, "%d OFF SCRIPT: noted, never scored", n);
    pages_rule(p, label.s);
    str_release(&label);
    pages_text(p, ROLE_STRONG, q ? q->ask.s : a->own_text.s);
    add_void(p, iv, a);
    if (q && iv->state != INTERVIEW_OPEN)
        add_mark(p, a, iv->kit.scale);
    if (q) {
        add_ticks(p, "heard", &q->expect, a->heard);
        add_ticks(p, "not heard", &q->expect, ~a->heard);
        add_ticks(p, "flag", &q->red_flags, a->flags);
        add_ticks(p, "asked", &q->probes, a->probes);
    }
    if (a->note.len) {
        pages_text(p, ROLE_DIM, "note");
        pages_point(p, "", ROLE_TEXT, a->note.s);
    }
    add_times(p, a);
    add_amendments(p, iv, n - 1);
}

/* Those off script stand apart: they come behind the others, and say that they never count. */
static void add_answers(struct pages *p, const struct interview *iv)
{
    for (size_t i = 0; i < iv->n_answers; i++)
        if (iv->answers[i].question || iv->answers[i].own_text.len || iv->answers[i].note.len)
            add_answer(p, iv, &iv->answers[i], (int)i + 1);
}

/* ---- the interview as a whole ---- */

static void add_when(struct str *out, const struct interview *iv, int64_t at)
{
    clock_add_date_time(out, at, iv->offset_min);
}

void card_add_decision(struct pages *p, const struct interview *iv)
{
    struct str text = STR_INIT;
    pages_rule(p, "DECISION");
    if (iv->decision == DECISION_NONE) {
        pages_text(p, ROLE_STRONG, "Not decided yet.");
        return;
    }
    str_addf(&text, "%s, ", decision_words(iv->decision));
    add_when(&text, iv, iv->decided_at);
    if (iv->decided_by && !str_same(iv->decided_by, iv->interviewer))
        str_addf(&text, ", by %s", iv->decided_by);
    pages_text(p, ROLE_STRONG, text.s);
    if (iv->decision_reason)
        pages_text(p, ROLE_TEXT, iv->decision_reason);
    str_clear(&text);
    amend_add_drift(&text, iv);
    if (text.len)
        pages_entry(p, ROLE_MIXED, "CHANGED", text.s);
    str_release(&text);
}

static void add_decision(struct pages *p, const struct interview *iv)
{
    if (iv->state == INTERVIEW_SUBMITTED)
        card_add_decision(p, iv);
    else
        pages_textf(p, ROLE_STRONG, "This interview is %s: it has no composite and no decision.%s",
                    interview_state_name(iv->state),
                    iv->state == INTERVIEW_ABANDONED ? " o takes it up again." : "");
}

/* ---- what a reader should know beside the scores ---- */

static int count_late(const struct interview *iv)
{
    int n = 0;
    for (size_t i = 0; i < iv->n_answers; i++)
        n += notice_late(&iv->answers[i]);
    return n;
}

static void add_contrast(struct pages *p, const struct day *day)
{
    struct spread habit;
    if (!day || !day->has_previous)
        return;
    habit = (struct spread){day->n, day->sum, day->squares};
    if (notice_contrast(&habit, day->previous))
        pages_entry(p, ROLE_TEXT, "contrast",
                    day->previous > spread_mean(&habit)
                        ? "the interview before it that day was scored far higher than usual"
                        : "the interview before it that day was scored far lower than usual");
}

/* What there is to know; nothing is added when there is nothing. */
static void add_notices(struct pages *p, const struct card *card)
{
    const struct interview *iv = card->iv;
    size_t before;
    int extremes = notice_count_unsupported(iv), late = count_late(iv);
    if (iv->state != INTERVIEW_SUBMITTED)
        return;
    pages_rule(p, "NOTICES: no number is changed by them");
    before = p->items.n;
    if (extremes)
        pages_textf(p, ROLE_TEXT,
                    "%d unsupported extreme%s: a 1 or a %d with neither tick nor note.", extremes,
                    extremes == 1 ? "" : "s", iv->kit.scale);
    if (late)
        pages_textf(p, ROLE_TEXT, "%d scored over an hour after the question was left.", late);
    add_contrast(p, card->day);
    if (iv->not_blind)
        pages_text(p, ROLE_TEXT, "Not blind: another interview of this candidate was seen before.");
    add_amendments(p, iv, -1);
    if (p->items.n == before)
        p->items.n--;
}

static void add_facts(struct pages *p, const struct interview *iv)
{
    if (!iv->n_facts)
        return;
    pages_rule(p, "FACTS");
    for (size_t i = 0; i < iv->n_facts; i++) {
        const struct fact_answer *f = &iv->facts[i];
        pages_text(p, ROLE_DIM, f->fact->ask.s);
        pages_point(p, "", f->value.len ? ROLE_TEXT : ROLE_DIM,
                    f->value.len ? f->value.s : "not asked");
    }
}

static void add_steps(struct pages *p, const struct interview *iv)
{
    if (!iv->n_steps)
        return;
    pages_rule(p, "STEPS");
    for (size_t i = 0; i < iv->n_steps; i++) {
        const struct step *s = &iv->steps[i];
        pages_entry(p, s->done ? ROLE_TEXT : ROLE_DIM, s->done ? "done" : "not done", s->text);
        if (s->note.len)
            pages_entry(p, ROLE_TEXT, "", s->note.s);
    }
}

static void add_whole_text(struct pages *p, const char *label, const struct str *text)
{
    if (!text->len)
        return;
    pages_rule(p, label);
    pages_text(p, ROLE_TEXT, text->s);
}

static void add_date(struct pages *p, const struct interview *iv, const char *word, int64_t at)
{
    struct str text = STR_INIT;
    if (!at)
        return;
    add_when(&text, iv, at);
    pages_entry(p, ROLE_TEXT, word, text.s);
    str_release(&text);
}

static void add_news(struct pages *p, const struct bank_news *news)
{
    static const char *const words[] = {
        [NEWS_SAME] = "asks the same questions",
        [NEWS_NO_LEVEL] = "has no such level any more",
        [NEWS_BROKEN] = "has errors: slate bank check says which",
        [NEWS_GONE] = "is not there any more; what was asked is kept here",
    };
    if (news->kind != NEWS_DIFFERS) {
        pages_entry(p, ROLE_TEXT, "bank today", words[news->kind]);
        return;
    }
    pages_entry(p, ROLE_TEXT, "bank today",
                news->counted ? "differs: new interviews do not compare with this one"
                              : "differs, in nothing that results rest on");
    for (size_t i = 0; i < news->n; i++)
        pages_entry(p, ROLE_TEXT, "", news->lines[i]);
}

static void add_day(struct pages *p, const struct day *day)
{
    struct str text = STR_INIT;
    if (!day || !day->nth)
        return;
    str_addf(&text, "interview number %d of the interviewer's day", day->nth);
    pages_entry(p, ROLE_TEXT, "order", text.s);
    str_release(&text);
}

static void add_about(struct pages *p, const struct card *card)
{
    const struct interview *iv = card->iv;
    struct str text = STR_INIT;
    pages_rule(p, "INTERVIEW");
    pages_entry(p, ROLE_TEXT, "interviewer", iv->interviewer);
    add_day(p, card->day);
    if (iv->job && iv->job[0])
        pages_entry(p, ROLE_TEXT, "job", iv->job);
    str_addf(&text, "%s, %s", iv->kit.title, level_name(iv->kit.level));
    if (iv->started_at) {
        str_add(&text, ", as it stood on ");
        clock_add_date(&text, iv->started_at, iv->offset_min);
    }
    pages_entry(p, ROLE_TEXT, "bank", text.s);
    if (card->news)
        add_news(p, card->news);
    str_clear(&text);
    add_date(p, iv, "planned for", iv->planned_at);
    add_date(p, iv, "started", iv->started_at);
    add_date(p, iv, "submitted", iv->submitted_at);
    add_date(p, iv, "abandoned", iv->abandoned_at);
    clock_add_span(&text, iv->elapsed_ms);
    if (iv->kit.minutes)
        str_addf(&text, " of %d minutes", iv->kit.minutes);
    pages_entry(p, ROLE_TEXT, "took", text.s);
    if (iv->started_at)
        pages_entry(p, ROLE_TEXT, iv->not_blind ? "not blind" : "blind",
                    iv->not_blind ? "another interview of this candidate was seen before it started"
                                  : "no other interview of this candidate was seen before");
    str_release(&text);
}

void card_fill(struct pages *p, const struct card *card)
{
    const struct interview *iv = card->iv;
    add_decision(p, iv);
    card_add_result(p, iv);
    card_add_flags(p, iv);
    add_notices(p, card);
    add_whole_text(p, "SUMMARY", &iv->summary);
    add_answers(p, iv);
    add_facts(p, iv);
    add_steps(p, iv);
    add_whole_text(p, "GENERAL NOTE", &iv->general);
    add_about(p, card);
}
