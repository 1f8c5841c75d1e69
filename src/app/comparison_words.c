/* What a comparison and a shortlist say in sentences. */

#include "app/comparison.h"
#include "app/comparison_parts.h"
#include "base/vec.h"

/* ---- sentences ---- */

void remark(struct remarks *r, struct arena *a, const char *fmt, ...)
{
    struct str text = STR_INIT;
    va_list ap;
    va_start(ap, fmt);
    str_addv(&text, fmt, ap);
    va_end(ap);
    *VEC_PUSH(r) = arena_dup(a, text.s);
    str_release(&text);
}

static void say(struct comparison *c, struct str *text)
{
    remark(&c->remarks, &c->scored.arena, "%s", text->s);
    str_clear(text);
}

/* ---- results ---- */

void comparison_add_result(struct str *out, const struct comparison_column *c)
{
    if (c->shown)
        composite_add(out, &c->own);
    else if (c->scored->row.hidden)
        str_add(out, "hidden");
    else
        str_addf(out, "%s: no scores", interview_state_name(c->scored->row.state));
}

static void add_tenths(struct str *out, int tenths)
{
    str_addf(out, "%d.%d", tenths / 10, tenths % 10);
}

void comparison_add_brief(struct str *out, const struct composite *c, bool complete)
{
    if (complete)
        add_tenths(out, composite_tenths(c));
    else
        str_add(out, "–");
    str_addf(out, " (%d/%d", c->scored, c->asked);
    if (c->weights_differ && c->scored < c->asked)
        str_addf(out, "; %d %%", (int)(100 * c->sum_w / c->sum_e));
    str_addc(out, ')');
}

void scored_add_decided(struct str *out, const struct scored *s, const struct composite *now)
{
    if (scored_shown(s) && s->row.decision != DECISION_NONE)
        composite_add_drift(out, s->decided_tenths, now);
}

void remark_decided(struct remarks *r, struct arena *a, const char *name, const struct scored *s,
                    const struct composite *now)
{
    struct str text = STR_INIT;
    scored_add_decided(&text, s, now);
    if (text.len > 0)
        remark(r, a, "%s was %s.", name, text.s);
    str_release(&text);
}

const char *standing_words(enum standing s)
{
    switch (s) {
    case STANDING_BEST:
        return "BEST GROUP";
    case STANDING_REST:
        return "THE REST";
    case STANDING_UNGROUPED:
        return "BY COMPOSITE";
    case STANDING_INCOMPLETE:
        break;
    }
    return "INCOMPLETE: no composite, not ranked";
}

/* ---- a comparison ---- */

static void remark_absent(struct comparison *c)
{
    struct arena *a = &c->scored.arena;
    for (size_t i = 0; i < c->n; i++) {
        const struct comparison_column *col = &c->columns[i];
        if (col->scored->row.hidden)
            remark(&c->remarks, a,
                   "%s: hidden until you have submitted your own interview of the same candidate, "
                   "so that it cannot sway you.",
                   col->name);
        else if (!col->shown)
            remark(&c->remarks, a, "%s: the interview is %s; only submitted ones are compared.",
                   col->name, interview_state_name(col->scored->row.state));
    }
}

/* The same bank and level by name: then only the bank's file can have changed. */
static bool same_bank(const struct comparison *c)
{
    const struct interview_row *first = NULL;
    for (size_t i = 0; i < c->n; i++) {
        const struct interview_row *row = &c->columns[i].scored->row;
        if (!c->columns[i].shown)
            continue;
        if (first != NULL && (!str_same(row->bank, first->bank) || row->level != first->level))
            return false;
        first = row;
    }
    return true;
}

/* "Ada Moreau: Runner, mid; Bo Li: Runner, junior" */
static void add_kits(struct str *out, const struct comparison *c)
{
    for (size_t i = 0, n = 0; i < c->n; i++) {
        const struct interview_row *row = &c->columns[i].scored->row;
        if (c->columns[i].shown)
            str_addf(out, "%s%s: %s, %s", n++ > 0 ? "; " : "", c->columns[i].name, row->title,
                     level_name(row->level));
    }
}

static bool asked_alone(const struct comparison *c, const struct comparison_row *row, size_t i)
{
    for (size_t j = 0; j < c->n; j++)
        if ((row->cells[j] != NULL) != (j == i))
            return false;
    return true;
}

/* A question of the same name that asks something else stands in a row of its own. */
static bool has_twin(const struct comparison *c, size_t r, bool before)
{
    for (size_t i = c->common; i < (before ? r : c->rows.n); i++)
        if (i != r && str_same(c->rows.items[i].qid, c->rows.items[r].qid))
            return true;
    return false;
}

static void remark_reworded(struct comparison *c)
{
    struct str text = STR_INIT;
    for (size_t r = c->common; r < c->rows.n; r++)
        if (has_twin(c, r, false) && !has_twin(c, r, true))
            str_addf(&text, "%s%s", text.len > 0 ? ", " : "Asked or judged in other words: ",
                     c->rows.items[r].qid);
    if (text.len > 0) {
        str_addc(&text, '.');
        say(c, &text);
    }
    str_release(&text);
}

/* "Only Ada Moreau was asked: matching, delivery." Those asked of several stand in the table. */
static void remark_lonely(struct comparison *c, size_t i)
{
    struct str text = STR_INIT;
    size_t n = 0;
    str_addf(&text, "Only %s was asked: ", c->columns[i].name);
    for (size_t r = c->common; r < c->rows.n; r++)
        if (asked_alone(c, &c->rows.items[r], i) && !has_twin(c, r, false))
            str_addf(&text, "%s%s", n++ > 0 ? ", " : "", c->rows.items[r].qid);
    str_addc(&text, '.');
    if (n > 0)
        say(c, &text);
    str_release(&text);
}

static void remark_questions(struct comparison *c)
{
    struct str text = STR_INIT;
    size_t common = c->common;
    if (same_bank(c))
        str_add(&text, "The bank was changed between them, they were asked different questions.");
    else {
        str_add(&text, "They were asked different questions (");
        add_kits(&text, c);
        str_add(&text, ").");
    }
    if (common == 0)
        str_add(&text, " None is the same, so nothing is compared.");
    else
        str_addf(&text, " %zu %s the same, word for word; only %s compared.", common,
                 common == 1 ? "is" : "are", common == 1 ? "that is" : "those are");
    say(c, &text);
    str_release(&text);
}

static void remark_kits(struct comparison *c)
{
    if (c->same_kit)
        return;
    if (c->common < c->rows.n)
        remark_questions(c);
    else
        remark(&c->remarks, &c->scored.arena,
               "They were asked the same questions, which their banks weigh or group "
               "differently.");
    if (c->equal_weights)
        remark(&c->remarks, &c->scored.arena, "In common each question counts the same.");
    remark_reworded(c);
    for (size_t i = 0; c->common > 0 && i < c->n; i++)
        remark_lonely(c, i);
}

static void remark_voided(struct comparison *c)
{
    struct str text = STR_INIT;
    for (size_t r = 0; r < c->rows.n; r++)
        if (c->rows.items[r].voided)
            str_addf(&text, "%s%s", text.len > 0 ? ", " : "Voided, and left out of every number: ",
                     c->rows.items[r].qid);
    if (text.len > 0) {
        str_addc(&text, '.');
        say(c, &text);
    }
    str_release(&text);
}

/* The smallest and the largest; they differ where not all scored the same questions. False when
 * there is none to tell of. */
static bool error_range(const struct comparison *c, const struct sem **least,
                        const struct sem **most)
{
    *least = *most = NULL;
    for (size_t i = 0; i < c->n; i++) {
        const struct sem *s = &c->columns[i].common.sem;
        if (!c->columns[i].shown || s->why == SEM_INCOMPLETE)
            continue;
        if (*least == NULL || s->value < (*least)->value)
            *least = s;
        if (*most == NULL || s->value > (*most)->value)
            *most = s;
    }
    return *least != NULL;
}

static void remark_errors(struct comparison *c)
{
    struct str text = STR_INIT;
    const struct sem *least, *most;
    if (!error_range(c, &least, &most))
        return;
    str_add(&text, "Standard error of measurement ");
    if (sem_hundredths(least) < sem_hundredths(most))
        str_addf(&text, "%d.%02d to ", sem_hundredths(least) / 100, sem_hundredths(least) % 100);
    sem_add(&text, most);
    str_addc(&text, '.');
    say(c, &text);
    str_release(&text);
}

/* Is it so of these two, the first above the second where that is what is said? */
static bool is_pair(const struct comparison *c, enum pair kind, size_t i, size_t j)
{
    if (i == j || comparison_pair(c, i, j) != kind)
        return false;
    if (kind != PAIR_APART)
        return i < j;
    return standing_order(&c->columns[i].common.composite, &c->columns[j].common.composite) < 0;
}

/* "Told apart: Ada Moreau above Bo Li, Cy Gray; Bo Li above Cy Gray." */
static void remark_pairs(struct comparison *c, enum pair kind, const char *lead,
                         const char *between)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = 0, n = 0; j < c->n; j++) {
            if (!is_pair(c, kind, i, j))
                continue;
            if (n++ == 0)
                str_addf(&text, "%s%s %s ", text.len > 0 ? "; " : lead, c->columns[i].name,
                         between);
            else
                str_add(&text, ", ");
            str_add(&text, c->columns[j].name);
        }
    if (text.len > 0) {
        str_addc(&text, '.');
        say(c, &text);
    }
    str_release(&text);
}

/* A SEM is withheld of a kit, hence of all pairs alike. */
static void remark_unknown(struct comparison *c)
{
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = i + 1; j < c->n; j++)
            if (comparison_pair(c, i, j) == PAIR_UNKNOWN) {
                remark(&c->remarks, &c->scored.arena,
                       "Whether their composites differ by more than chance is not known.");
                return;
            }
}

static void remark_contrast(struct comparison *c, size_t i)
{
    const struct day *day = &c->columns[i].scored->day;
    struct spread habit = {day->n, day->sum, day->squares};
    struct str text = STR_INIT;
    if (!c->columns[i].shown || !day->has_previous || !notice_contrast(&habit, day->previous))
        return;
    int mean = spread_mean(&habit);
    bool good = day->previous > mean;
    str_addf(&text, "%s came right after an unusually %s interview of the same interviewer (",
             c->columns[i].name, good ? "good" : "weak");
    add_tenths(&text, (day->previous + 5) / 10);
    str_add(&text, ", their mean is ");
    add_tenths(&text, (mean + 5) / 10);
    str_addf(&text, "): it may look %s than it was.", good ? "weaker" : "better");
    say(c, &text);
    str_release(&text);
}

/* Scores that a reader should look at again: given from memory, or at an end of the scale with
 * nothing beside them. */
static void remark_answers(struct comparison *c, size_t i)
{
    const struct scored *s = c->columns[i].scored;
    struct arena *a = &c->scored.arena;
    int late = 0, bare = 0;
    for (size_t j = 0; j < s->n; j++) {
        const struct scored_answer *x = &s->answers[j];
        if (x->voided)
            continue;
        late += x->after_ms > NOTICE_LATE_MS;
        bare += notice_extreme(&x->mark, s->scale, x->heard > 0 || x->flags > 0 || x->note);
    }
    if (late > 0)
        remark(&c->remarks, a, "%s: %d scored over an hour after the question was left.",
               c->columns[i].name, late);
    if (bare > 0)
        remark(&c->remarks, a, "%s: %d score%s of 1 or %d with neither a tick, a flag nor a note.",
               c->columns[i].name, bare, bare == 1 ? "" : "s", s->scale);
    if (s->not_blind)
        remark(&c->remarks, a,
               "%s: not blind, another interview of this candidate was seen before it started.",
               c->columns[i].name);
}

void comparison_remark(struct comparison *c)
{
    remark_absent(c);
    if (c->shown == 1)
        remark(&c->remarks, &c->scored.arena, "There is nothing to compare it with.");
    remark_kits(c);
    remark_voided(c);
    remark_pairs(c, PAIR_TIE, c->same_kit ? "Tied: " : "Tied by what is common: ", "with");
    remark_pairs(c, PAIR_ALIKE, "Not distinguishable: ", "from");
    remark_pairs(c, PAIR_APART, "Told apart: ", "above");
    remark_unknown(c);
    remark_errors(c);
    for (size_t i = 0; i < c->n; i++)
        remark_decided(&c->remarks, &c->scored.arena, c->columns[i].name, c->columns[i].scored,
                       &c->columns[i].own);
    for (size_t i = 0; i < c->n; i++)
        remark_contrast(c, i);
    for (size_t i = 0; i < c->n; i++)
        remark_answers(c, i);
}

/* ---- a shortlist ---- */

static void remark_group(struct shortlist *s)
{
    struct arena *a = &s->scored.arena;
    struct str text = STR_INIT;
    if (s->rows.n == 0) {
        remark(&s->remarks, a, "No interview of this job and kit is submitted yet.");
        return;
    }
    if (s->sem.why == SEM_GIVEN)
        remark(&s->remarks, a,
               "The best group is the top and whoever is not distinguishable from it. It has no "
               "order: look at what was said.");
    else
        remark(&s->remarks, a,
               "No best group can be told: what difference means anything is not known.");
    str_add(&text, "Standard error of measurement ");
    sem_add(&text, &s->sem);
    remark(&s->remarks, a, "%s.", text.s);
    str_release(&text);
}

static const char *plural(int64_t n)
{
    return n == 1 ? "" : "s";
}

static void remark_besides(struct shortlist *s)
{
    struct arena *a = &s->scored.arena;
    if (s->hidden > 0)
        remark(&s->remarks, a,
               "%lld interview%s hidden until you have submitted your own of the same candidate.",
               (long long)s->hidden, s->hidden == 1 ? " is" : "s are");
    if (s->pending > 0)
        remark(&s->remarks, a, "%lld more %s planned or open: the list is not final.",
               (long long)s->pending, s->pending == 1 ? "is" : "are");
    if (s->abandoned > 0)
        remark(&s->remarks, a, "%lld interview%s abandoned and left out.", (long long)s->abandoned,
               s->abandoned == 1 ? " was" : "s were");
    if (s->other_kits > 0)
        remark(&s->remarks, a,
               "%lld interview%s of this job with other questions (the bank was changed in "
               "between) left out: compare them one by one.",
               (long long)s->other_kits, plural(s->other_kits));
    if (s->voided > 0)
        remark(&s->remarks, a, "%d question%s voided and left out of every number.", s->voided,
               s->voided == 1 ? " is" : "s are");
}

#define DRIFT_NAMED 5

/* A voided question may move them all: then their number says enough. */
static void remark_drift(struct shortlist *s)
{
    struct remarks each = {0};
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct shortlist_row *row = &s->rows.items[i];
        remark_decided(&each, &s->scored.arena, row->name, row->scored, &row->own.composite);
    }
    for (size_t i = 0; each.n <= DRIFT_NAMED && i < each.n; i++)
        *VEC_PUSH(&s->remarks) = each.items[i];
    if (each.n > DRIFT_NAMED)
        remark(
            &s->remarks, &s->scored.arena,
            "%zu were decided on another composite than they have now; the scorecard says which.",
            each.n);
    VEC_RELEASE(&each);
}

void shortlist_remark(struct shortlist *s)
{
    remark_group(s);
    remark_drift(s);
    remark_besides(s);
}
