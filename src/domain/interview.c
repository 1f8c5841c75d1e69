#include "domain/interview.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "domain/words.h"

void interview_init(struct interview *iv)
{
    *iv = (struct interview){.back = -1};
    str_init(&iv->general);
    str_init(&iv->summary);
    str_init(&iv->decision_draft);
}

static void answer_init(struct answer *a, struct question *q)
{
    *a = (struct answer){.question = q, .note = STR_INIT, .own_text = STR_INIT};
}

static void add_steps(struct interview *iv, const struct phrases *texts, bool closing)
{
    for (size_t i = 0; i < texts->n; i++)
        iv->steps[iv->n_steps++] =
            (struct step){.text = texts->items[i].s, .closing = closing, .note = STR_INIT};
}

void interview_lay_out(struct interview *iv)
{
    const struct kit *kit = &iv->kit;
    iv->answers = arena_alloc(&iv->arena, kit->n * sizeof *iv->answers);
    iv->n_answers = kit->n;
    for (size_t i = 0; i < kit->n; i++)
        answer_init(&iv->answers[i], &kit->questions[i]);
    iv->steps = arena_alloc(&iv->arena, (kit->opening.n + kit->closing.n) * sizeof *iv->steps);
    add_steps(iv, &kit->opening, false);
    add_steps(iv, &kit->closing, true);
    iv->facts = arena_alloc(&iv->arena, kit->n_facts * sizeof *iv->facts);
    iv->n_facts = kit->n_facts;
    for (size_t i = 0; i < kit->n_facts; i++)
        iv->facts[i] = (struct fact_answer){.fact = &kit->facts[i], .value = STR_INIT};
}

void interview_release(struct interview *iv)
{
    for (size_t i = 0; i < iv->n_answers; i++) {
        str_release(&iv->answers[i].note);
        str_release(&iv->answers[i].own_text);
    }
    for (size_t i = 0; i < iv->n_steps; i++)
        str_release(&iv->steps[i].note);
    for (size_t i = 0; i < iv->n_facts; i++)
        str_release(&iv->facts[i].value);
    str_release(&iv->general);
    str_release(&iv->summary);
    str_release(&iv->decision_draft);
    VEC_RELEASE(&iv->kept);
    if (iv->cap_answers > 0)
        free(iv->answers);
    arena_release(&iv->arena);
    interview_init(iv);
}

/* Room for one more answer. An array that came out of an arena (cap 0) is left there. */
static void grow_answers(struct interview *iv)
{
    if (iv->n_answers < iv->cap_answers)
        return;
    size_t cap = iv->n_answers * 2 + 4;
    struct answer *grown = xcalloc(cap, sizeof *grown);
    if (iv->n_answers > 0)
        memcpy(grown, iv->answers, iv->n_answers * sizeof *grown);
    if (iv->cap_answers > 0)
        free(iv->answers);
    iv->answers = grown;
    iv->cap_answers = cap;
}

int interview_add_own(struct interview *iv)
{
    grow_answers(iv);
    answer_init(&iv->answers[iv->n_answers], NULL);
    return (int)iv->n_answers++;
}

int interview_gap(const struct interview *iv, int from)
{
    for (size_t i = from > 0 ? (size_t)from : 0; i < iv->n_answers; i++)
        if (iv->answers[i].question != NULL && iv->answers[i].mark.state == ANSWER_UNSET)
            return (int)i;
    return -1;
}

int interview_gaps(const struct interview *iv)
{
    int n = 0;
    for (int at = interview_gap(iv, 0); at >= 0; at = interview_gap(iv, at + 1))
        n++;
    return n;
}

/* "2, 5 and 8", counted from 1 as on the screen. */
static void add_gaps(const struct interview *iv, struct str *out)
{
    int at = interview_gap(iv, 0);
    str_addf(out, "%d", at + 1);
    for (at = interview_gap(iv, at + 1); at >= 0;) {
        int next = interview_gap(iv, at + 1);
        str_addf(out, "%s%d", next >= 0 ? ", " : " and ", at + 1);
        at = next;
    }
}

static bool refuse_gaps(const struct interview *iv, int gaps, struct err *e)
{
    struct str numbers = STR_INIT;
    add_gaps(iv, &numbers);
    if (gaps == 1)
        err_set(e, ERR_REFUSED, "question %s is not scored: score it, or say why not", numbers.s);
    else
        err_set(e, ERR_REFUSED, "%d questions are not scored: %s. Score them, or say why not", gaps,
                numbers.s);
    str_release(&numbers);
    return false;
}

bool interview_may_submit(const struct interview *iv, struct err *e)
{
    if (iv->state != INTERVIEW_OPEN)
        return err_set(e, ERR_REFUSED, "only an open interview can be submitted; this one is %s",
                       interview_state_name(iv->state));
    int gaps = interview_gaps(iv);
    return gaps == 0 || refuse_gaps(iv, gaps, e);
}

static const char *const states[INTERVIEW_STATES] = {"planned", "open", "submitted", "abandoned"};
static const char *const stages[STAGES] = {"opening", "questions", "closing", "wrap_up"};
static const char *const decisions[DECISIONS] = {NULL, "advance", "hold", "reject"};
static const char *const verdicts[DECISIONS] = {NULL, "Advance", "Hold", "Do not advance"};

const char *interview_state_name(enum interview_state s)
{
    return words_at(states, INTERVIEW_STATES, (int)s);
}

bool interview_state_parse(const char *name, enum interview_state *s)
{
    int at = words_find(states, INTERVIEW_STATES, name);
    if (at < 0)
        return false;
    *s = (enum interview_state)at;
    return true;
}

const char *stage_name(enum stage s)
{
    return words_at(stages, STAGES, (int)s);
}

bool stage_parse(const char *name, enum stage *s)
{
    int at = words_find(stages, STAGES, name);
    if (at < 0)
        return false;
    *s = (enum stage)at;
    return true;
}

const char *decision_name(enum decision d)
{
    return words_at(decisions, DECISIONS, (int)d);
}

const char *decision_words(enum decision d)
{
    return words_at(verdicts, DECISIONS, (int)d);
}

bool decision_parse(const char *name, enum decision *d)
{
    int at = words_find(decisions, DECISIONS, name);
    if (at < 0)
        return false;
    *d = (enum decision)at;
    return true;
}
