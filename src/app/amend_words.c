/* Slots, values and what happened, in a recruiter's words. */

#include "app/amend_words.h"

#include <string.h>

#include "base/text.h"
#include "domain/composite.h"

#define QUOTED 48 /* columns of a text that is mentioned */

static const struct phrases *points(const struct interview *iv, struct slot s)
{
    const struct question *q = (size_t)s.pos < iv->n_answers ? iv->answers[s.pos].question : NULL;
    switch (s.field) {
    case FIELD_OVERALL:
        return &iv->kit.red_flags;
    case FIELD_HEARD:
        return q != NULL ? &q->expect : NULL;
    case FIELD_FLAG:
        return q != NULL ? &q->red_flags : NULL;
    case FIELD_PROBE:
        return q != NULL ? &q->probes : NULL;
    default:
        return NULL;
    }
}

static void add_quoted(struct str *out, const struct interview *iv, struct slot s)
{
    const struct phrases *list = points(iv, s);
    if (list == NULL || s.item < 0 || (size_t)s.item >= list->n)
        return;
    str_add(out, " \"");
    text_clip(out, list->items[s.item].s, QUOTED);
    str_add(out, "\"");
}

static void add_place(struct str *out, const struct interview *iv, int pos)
{
    if ((size_t)pos < iv->kit.n)
        str_addf(out, " of question %d (%s)", pos + 1, iv->kit.questions[pos].id.s);
    else
        str_addf(out, " of off-script question %d", pos - (int)iv->kit.n + 1);
}

static void add_fact(struct str *out, const struct interview *iv, int pos)
{
    str_add(out, "fact");
    if ((size_t)pos >= iv->n_facts)
        return;
    str_add(out, " \"");
    text_clip(out, iv->facts[pos].fact->ask.s, QUOTED);
    str_add(out, "\"");
}

static void add_step(struct str *out, const struct interview *iv, int pos)
{
    if ((size_t)pos >= iv->n_steps)
        return;
    str_add(out, " \"");
    text_clip(out, iv->steps[pos].text, QUOTED);
    str_add(out, "\"");
}

static const char *const field_words[FIELDS] = {
    [FIELD_MARK] = "score",
    [FIELD_HEARD] = "heard",
    [FIELD_FLAG] = "flag",
    [FIELD_PROBE] = "asked",
    [FIELD_NOTE] = "note",
    [FIELD_OWN] = "text",
    [FIELD_OVERALL] = "flag",
    [FIELD_STEP] = "step",
    [FIELD_STEP_NOTE] = "note of step",
    [FIELD_FACT] = "fact",
    [FIELD_GENERAL] = "general note",
    [FIELD_SUMMARY] = "summary",
    [FIELD_DECISION] = "reason of the decision",
    [FIELD_KEPT] = "a text that was looked at and kept",
};

void amend_add_what(struct str *out, const struct interview *iv, struct slot s)
{
    switch (s.field) {
    case FIELD_MARK:
    case FIELD_NOTE:
    case FIELD_OWN:
        str_add(out, field_words[s.field]);
        add_place(out, iv, s.pos);
        break;
    case FIELD_HEARD:
    case FIELD_FLAG:
    case FIELD_PROBE:
        str_add(out, field_words[s.field]);
        add_quoted(out, iv, s);
        add_place(out, iv, s.pos);
        break;
    case FIELD_OVERALL:
        str_add(out, field_words[s.field]);
        add_quoted(out, iv, s);
        str_add(out, " of the interview");
        break;
    case FIELD_STEP:
    case FIELD_STEP_NOTE:
        str_add(out, field_words[s.field]);
        add_step(out, iv, s.pos);
        break;
    case FIELD_FACT:
        add_fact(out, iv, s.pos);
        break;
    default:
        str_add(out, field_words[s.field]);
        break;
    }
}

static void add_mark(struct str *out, const struct interview *iv, const char *value)
{
    struct mark m;
    if (!mark_parse(value, iv->kit.scale, &m)) {
        str_add(out, value);
        return;
    }
    if (iv->state == INTERVIEW_OPEN)
        m.score = 0; /* nothing of it may sway what is still to be scored */
    mark_add_words(out, m);
}

void amend_add_value(struct str *out, const struct interview *iv, struct slot s, const char *value)
{
    if (value == NULL)
        str_add(out, "(erased)");
    else if (s.field == FIELD_MARK)
        add_mark(out, iv, value);
    else if (slot_is_text(s))
        str_add(out, value);
    else
        str_add(out, value[0] == '1' ? "yes" : "no");
}

/* ---- the decision ---- */

void amend_add_drift(struct str *out, const struct interview *iv)
{
    struct composite c = composite_interview(iv, NULL);
    if (iv->decision != DECISION_NONE && iv->state == INTERVIEW_SUBMITTED)
        composite_add_drift(out, iv->decided_on.tenths, &c);
}
