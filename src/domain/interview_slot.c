/* What can be recorded in an interview: the one path by which every key's effect reaches it. */

#include "domain/interview.h"

#include <string.h>

#include "base/vec.h"

#define TICKS_MAX 32 /* bits of a row of ticks */

static struct answer *answer_at(const struct interview *iv, int pos)
{
    return pos >= 0 && (size_t)pos < iv->n_answers ? &iv->answers[pos] : NULL;
}

static struct step *step_at(const struct interview *iv, int pos)
{
    return pos >= 0 && (size_t)pos < iv->n_steps ? &iv->steps[pos] : NULL;
}

static struct fact_answer *fact_at(const struct interview *iv, int pos)
{
    return pos >= 0 && (size_t)pos < iv->n_facts ? &iv->facts[pos] : NULL;
}

/* Texts that belong to an answer, a step or a fact. */
static struct str *part_text(const struct interview *iv, struct slot s)
{
    struct answer *a = answer_at(iv, s.pos);
    struct step *step = step_at(iv, s.pos);
    struct fact_answer *fact = fact_at(iv, s.pos);
    switch (s.field) {
    case FIELD_NOTE:
        return a != NULL ? &a->note : NULL;
    case FIELD_OWN:
        return a != NULL && a->question == NULL ? &a->own_text : NULL;
    case FIELD_STEP_NOTE:
        return step != NULL ? &step->note : NULL;
    case FIELD_FACT:
        return fact != NULL ? &fact->value : NULL;
    default:
        return NULL;
    }
}

struct str *interview_text(struct interview *iv, struct slot s)
{
    switch (s.field) {
    case FIELD_GENERAL:
        return &iv->general;
    case FIELD_SUMMARY:
        return &iv->summary;
    case FIELD_DECISION:
        return &iv->decision_draft;
    default:
        return part_text(iv, s);
    }
}

static const struct str *text_of(const struct interview *iv, struct slot s)
{
    switch (s.field) {
    case FIELD_GENERAL:
        return &iv->general;
    case FIELD_SUMMARY:
        return &iv->summary;
    case FIELD_DECISION:
        return &iv->decision_draft;
    default:
        return part_text(iv, s);
    }
}

/* The ticks of an answer, NULL for another field. */
static uint32_t *answer_ticks(struct answer *a, enum field field)
{
    switch (field) {
    case FIELD_HEARD:
        return &a->heard;
    case FIELD_FLAG:
        return &a->flags;
    case FIELD_PROBE:
        return &a->probes;
    default:
        return NULL;
    }
}

/* How many items can be ticked in the row that `s` is part of. */
static size_t ticks_in_row(const struct interview *iv, struct slot s)
{
    const struct answer *a = answer_at(iv, s.pos);
    const struct question *q = a != NULL ? a->question : NULL;
    switch (s.field) {
    case FIELD_HEARD:
        return q != NULL ? q->expect.n : 0;
    case FIELD_FLAG:
        return q != NULL ? q->red_flags.n : 0;
    case FIELD_PROBE:
        return q != NULL ? q->probes.n : 0;
    case FIELD_OVERALL:
        return iv->kit.red_flags.n;
    default:
        return 0;
    }
}

static bool is_tick(enum field field)
{
    return field == FIELD_HEARD || field == FIELD_FLAG || field == FIELD_PROBE ||
           field == FIELD_OVERALL;
}

static bool has_position(enum field field)
{
    return field != FIELD_OVERALL && field != FIELD_GENERAL && field != FIELD_SUMMARY &&
           field != FIELD_DECISION;
}

/* One thing has one address: what the table of slot.h leaves out is 0. */
static bool well_formed(struct slot s)
{
    return (has_position(s.field) || s.pos == 0) && (is_tick(s.field) || s.item == 0);
}

static bool is_there(const struct interview *iv, struct slot s)
{
    struct slot text;
    if (s.field == FIELD_KEPT)
        return slot_of_kept(s, &text) && (has_position(text.field) || s.pos == 0) &&
               text_of(iv, text) != NULL;
    if (!well_formed(s))
        return false;
    if (is_tick(s.field))
        return s.item >= 0 && s.item < TICKS_MAX && (size_t)s.item < ticks_in_row(iv, s);
    if (s.field == FIELD_MARK)
        return answer_at(iv, s.pos) != NULL;
    if (s.field == FIELD_STEP)
        return step_at(iv, s.pos) != NULL;
    return text_of(iv, s) != NULL;
}

/* The reason for a decision is written when the scores are locked, everything else before. */
static bool check_state(const struct interview *iv, struct slot s, struct err *e)
{
    if (s.field == FIELD_DECISION) {
        if (iv->state == INTERVIEW_SUBMITTED)
            return true;
        return err_set(e, ERR_REFUSED, "a decision comes after the interview was submitted");
    }
    switch (iv->state) {
    case INTERVIEW_OPEN:
        return true;
    case INTERVIEW_PLANNED:
        return err_set(e, ERR_REFUSED, "this interview is only planned: start it first");
    case INTERVIEW_SUBMITTED:
        return err_set(e, ERR_REFUSED,
                       "this interview was submitted and is locked: amend it, with a reason");
    default:
        return err_set(e, ERR_REFUSED, "this interview was abandoned: reopen it first");
    }
}

static bool check_mark(const struct interview *iv, struct slot s, const char *value, struct err *e)
{
    struct mark m;
    if (answer_at(iv, s.pos)->question == NULL)
        return err_set(e, ERR_REFUSED,
                       "a question of your own is noted, never scored: only the questions of the "
                       "bank are put to every candidate");
    if (!mark_parse(value, iv->kit.scale, &m))
        return err_set(e, ERR_INPUT,
                       "\"%.40s\" is no score: give 1 to %d, no evidence, or a reason to skip",
                       value, iv->kit.scale);
    return true;
}

static bool check_switch(const char *value, struct err *e)
{
    if (strcmp(value, "0") == 0 || strcmp(value, "1") == 0)
        return true;
    return err_set(e, ERR_INPUT, "a tick is there or not (1 or 0), not \"%.40s\"", value);
}

static bool check_value(const struct interview *iv, struct slot s, const char *value, struct err *e)
{
    if (!is_there(iv, s))
        return err_set(e, ERR_MISSING, "this interview has no such place to record a %s",
                       field_name(s.field));
    if (s.field == FIELD_MARK)
        return check_mark(iv, s, value, e);
    bool has_switch = s.field == FIELD_STEP || s.field == FIELD_KEPT || is_tick(s.field);
    return !has_switch || check_switch(value, e);
}

bool interview_check(const struct interview *iv, struct slot s, const char *value, struct err *e)
{
    return check_state(iv, s, e) && check_value(iv, s, value, e);
}

/* ---- after it was submitted ---- */

/* That a step was done, or a text looked at, is no part of the judgement; a decision is made anew.
 */
static bool is_amendable(enum field field)
{
    return field != FIELD_STEP && field != FIELD_KEPT && field != FIELD_DECISION;
}

static bool is_now(const struct interview *iv, struct slot s, const char *value)
{
    struct str now = STR_INIT;
    interview_value(iv, s, &now);
    bool same = str_same(now.s, value);
    str_release(&now);
    return same;
}

bool interview_check_amendment(const struct interview *iv, struct slot s, const char *value,
                               struct err *e)
{
    if (iv->state != INTERVIEW_SUBMITTED)
        return err_set(e, ERR_REFUSED, "this interview is %s: only a submitted one is amended",
                       interview_state_name(iv->state));
    if (!is_amendable(s.field))
        return err_set(e, ERR_REFUSED, "this is not amended");
    if (!check_value(iv, s, value, e))
        return false;
    if (s.field == FIELD_MARK && str_same(value, "unset"))
        return err_set(e, ERR_REFUSED,
                       "a submitted question is not left open: give a score, no evidence, or a "
                       "reason to skip");
    return !is_now(iv, s, value) ||
           err_set(e, ERR_REFUSED, "that is what it says already: there is nothing to amend");
}

const struct amendment *interview_first_amended(const struct interview *iv, struct slot s)
{
    for (size_t i = 0; i < iv->n_amendments; i++)
        if (slot_same(iv->amendments[i].slot, s))
            return &iv->amendments[i];
    return NULL;
}

static void apply_mark(const struct interview *iv, struct answer *a, const char *value, int64_t at)
{
    struct mark m;
    if (!mark_parse(value, iv->kit.scale, &m))
        return;
    a->mark = m;
    a->marked_at = m.state != ANSWER_UNSET ? at : 0;
}

static struct slot *find_kept(const struct interview *iv, struct slot s)
{
    for (size_t i = 0; i < iv->kept.n; i++)
        if (slot_same(iv->kept.items[i], s))
            return &iv->kept.items[i];
    return NULL;
}

static void apply_kept(struct interview *iv, struct slot s, bool on)
{
    struct slot *kept = find_kept(iv, s);
    if (on && kept == NULL)
        *VEC_PUSH(&iv->kept) = s;
    else if (!on && kept != NULL)
        *kept = iv->kept.items[--iv->kept.n];
}

void interview_apply(struct interview *iv, struct slot s, const char *value, int64_t at)
{
    if (!is_there(iv, s))
        return;
    iv->touched_at = at;
    if (is_tick(s.field)) {
        uint32_t *row =
            s.field == FIELD_OVERALL ? &iv->overall : answer_ticks(answer_at(iv, s.pos), s.field);
        uint32_t bit = UINT32_C(1) << s.item;
        *row = value[0] == '1' ? *row | bit : *row & ~bit;
    } else if (s.field == FIELD_MARK) {
        apply_mark(iv, answer_at(iv, s.pos), value, at);
    } else if (s.field == FIELD_STEP) {
        step_at(iv, s.pos)->done = value[0] == '1';
    } else if (s.field == FIELD_KEPT) {
        apply_kept(iv, s, value[0] == '1');
    } else {
        str_set(interview_text(iv, s), value);
    }
}

void interview_value(const struct interview *iv, struct slot s, struct str *out)
{
    if (!is_there(iv, s))
        return;
    if (is_tick(s.field)) {
        uint32_t row =
            s.field == FIELD_OVERALL ? iv->overall : *answer_ticks(answer_at(iv, s.pos), s.field);
        str_addc(out, row >> s.item & 1 ? '1' : '0');
    } else if (s.field == FIELD_MARK) {
        mark_add(out, answer_at(iv, s.pos)->mark);
    } else if (s.field == FIELD_STEP) {
        str_addc(out, step_at(iv, s.pos)->done ? '1' : '0');
    } else if (s.field == FIELD_KEPT) {
        str_addc(out, find_kept(iv, s) != NULL ? '1' : '0');
    } else {
        const struct str *text = text_of(iv, s);
        str_addn(out, text->s, text->len);
    }
}
