#ifndef SLATE_APP_COMPARED_H
#define SLATE_APP_COMPARED_H

/* What a comparison, a shortlist and a contrast are; app/comparison.h makes them. */

#include "domain/scored.h"
#include "stats/notice.h"
#include "stats/standing.h"

#define COMPARE_MAX 5

/* Sentences for a reader, in the order of their weight. */
struct remarks {
    const char **items;
    size_t n, cap;
};

struct comparison_column {
    const struct scored *scored;
    const char *name; /* the candidate's; of two alike with the interviewer, or the day */
    bool shown;
    int flags;            /* all of it */
    struct composite own; /* of its whole kit */
    /* Over the rows that count (with one kit: all), with the SEM. */
    struct contender common;
};

struct comparison_row {
    int64_t question;
    const char *qid, *ask, *competency;
    int weight;                                     /* hundredths; 0 where the columns differ */
    bool common;                                    /* asked in every column that is shown */
    bool voided;                                    /* in one of them: it does not count */
    const struct scored_answer *cells[COMPARE_MAX]; /* NULL: not asked, or not shown */
};

/* The mean of one competency over the rows that count; composite_competency_complete says whether
 * there is one. */
struct comparison_competency {
    const char *name;
    struct composite means[COMPARE_MAX];
};

struct comparison {
    struct scored_list scored;
    struct comparison_column columns[COMPARE_MAX];
    size_t n;
    size_t shown;       /* columns that are */
    bool same_kit;      /* of all shown ones */
    size_t common;      /* rows that are asked in every shown column */
    bool equal_weights; /* the kits weigh what they have in common differently: each counts 1 */
    struct {            /* questions in order: those in common first, then the others */
        struct comparison_row *items;
        size_t n, cap;
    } rows;
    struct {
        struct comparison_competency *items;
        size_t n, cap;
    } competencies;
    struct remarks remarks;
};

/* ---- shortlist: one job, one kit ---- */

struct shortlist_row {
    const struct scored *scored; /* its answers are not loaded */
    const char *name;            /* as in a comparison */
    struct contender own;
    enum standing standing;
    int flags;
};

struct shortlist {
    struct scored_list scored;
    struct {
        struct shortlist_row *items; /* by standing, then composite as printed, ties by name */
        size_t n, cap;
    } rows;
    const char *job, *bank, *title;
    enum level level;
    int questions, voided; /* of E, and those that were left out of it */
    struct sem sem;        /* of an interview in which all was scored: what the list goes by */
    int64_t hidden, pending, abandoned; /* interviews of this job and kit without a row */
    int64_t other_kits; /* submitted ones of the same job, bank and level, asked otherwise */
    struct remarks remarks;
};

/* Which one: that of an interview (its job and kit), or by words. With `bank` NULL or `level` -1
 * there must be just one that fits; else ERR_INPUT lists them. Of several kits of one bank and
 * level (the bank was changed in between) the one that was used last. */
struct shortlist_query {
    int64_t interview; /* 0: by words */
    const char *job, *bank;
    int level;
};

#endif
