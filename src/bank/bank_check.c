#include "bank/bank_check.h"

#include <stdlib.h>
#include <string.h>

#include "bank/wording_check.h"
#include "base/utf8.h"
#include "base/vec.h"

#define QUESTIONS_FEW 6 /* under so many, one answer weighs too much */

/* What a check is given: one level of a bank, and where its findings go. */
struct ground {
    const struct bank *bank;
    const struct bank_level *level;
    enum level which;
    struct findings *findings;
};

static void few_questions(const struct ground *g)
{
    if (g->level->n == 0 || g->level->n >= QUESTIONS_FEW)
        return;
    finding_add(g->findings, FINDING_WARNING, "few-questions", g->level->where.line,
                g->level->where.col, "Six to ten questions tell candidates apart more reliably.",
                "level %s has only %zu scored question%s", level_name(g->which), g->level->n,
                g->level->n == 1 ? "" : "s");
}

static void over_time(const struct ground *g)
{
    int sum = 0;
    for (size_t i = 0; i < g->level->n; i++)
        sum += g->level->questions[i].minutes;
    if (g->level->minutes == 0 || sum <= g->level->minutes)
        return;
    finding_add(g->findings, FINDING_WARNING, "minutes", g->level->where.line, g->level->where.col,
                "Shorten or drop a question, or give the level more minutes.",
                "the questions of level %s take %d minutes, the level has %d", level_name(g->which),
                sum, g->level->minutes);
}

static int by_competency(const void *left, const void *right)
{
    const struct phrase *a = *(const struct phrase *const *)left;
    const struct phrase *b = *(const struct phrase *const *)right;
    return strcmp(a->s, b->s);
}

static void report_single(const struct ground *g, const struct phrase *competency)
{
    finding_add(g->findings, FINDING_WARNING, "one-question", competency->line, competency->col,
                "Add a second question on it, or take it together with another competency.",
                "level %s has only one question on \"%s\"", level_name(g->which), competency->s);
}

static void single_question(const struct ground *g)
{
    const struct phrase **all = xcalloc(g->level->n, sizeof(const struct phrase *));
    size_t n = 0;
    for (size_t i = 0; i < g->level->n; i++)
        if (g->level->questions[i].competency.s != NULL)
            all[n++] = &g->level->questions[i].competency;
    if (n > 1)
        qsort(all, n, sizeof *all, by_competency);
    for (size_t i = 0; i < n; i++) {
        bool as_before = i > 0 && strcmp(all[i - 1]->s, all[i]->s) == 0;
        bool as_after = i + 1 < n && strcmp(all[i + 1]->s, all[i]->s) == 0;
        if (!as_before && !as_after)
            report_single(g, all[i]);
    }
    free(all);
}

static void check_line(const struct ground *g, const struct phrase *line)
{
    int columns = line->s != NULL ? utf8_width(line->s, strlen(line->s)) : 0;
    if (columns > LIVE_COLUMNS)
        finding_add(g->findings, FINDING_WARNING, "long-line", line->line, line->col,
                    "Shorten it: it would be cut on the live screen.",
                    "this line takes %d columns, the live screen has %d", columns, LIVE_COLUMNS);
}

static void check_lines(const struct ground *g, const struct phrases *lines)
{
    for (size_t i = 0; i < lines->n; i++)
        check_line(g, &lines->items[i]);
}

static void long_lines(const struct ground *g)
{
    for (size_t i = 0; i < g->level->n; i++) {
        const struct question *q = &g->level->questions[i];
        check_lines(g, &q->expect);
        check_lines(g, &q->red_flags);
        for (int score = 1; score <= SCALE_MAX; score++)
            check_line(g, &q->anchors[score]);
    }
}

static void (*const checks[])(const struct ground *) = {
    few_questions,
    over_time,
    single_question,
    long_lines,
};

void bank_check(const struct bank *bank, const struct check_setup *setup, struct findings *findings)
{
    for (int i = 0; i < LEVELS; i++) {
        struct ground g = {bank, &bank->levels[i], (enum level)i, findings};
        for (size_t c = 0; g.level->present && c < COUNT_OF(checks); c++)
            checks[c](&g);
    }
    wording_check(bank, setup, findings);
    findings_sort(findings);
}
