#ifndef SLATE_DOMAIN_LISTING_H
#define SLATE_DOMAIN_LISTING_H

/* Rows of lists and what is asked to get them: the words that store, app and screens share. Rows own
 * their texts through the arena of their list. No row carries a score: nothing before the decision
 * may sway it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "domain/interview.h"

struct interview_row {
    int64_t id;
    const char *candidate, *job, *interviewer;
    const char *bank, *title; /* its identifier and title */
    enum level level;
    enum interview_state state;
    int64_t planned_at, started_at, touched_at, submitted_at, abandoned_at;
    int offset_min;
    int at, asked;   /* question shown last, from 0; questions of the kit */
    bool hidden;     /* blind: only that it exists */
    enum decision decision;
};

struct interview_rows {
    struct arena arena;
    struct interview_row *items;
    size_t n, cap;
    bool more; /* there are further rows behind these */
};
void interview_rows_release(struct interview_rows *rows);

/* The first screen: what can be picked up again, what was planned, what was last. */
struct home_rows {
    struct interview_rows open, planned, latest;
};
void home_rows_release(struct home_rows *rows);

struct list_filter {
    const char *search;   /* words, matched as prefixes in candidate, job, bank, notes; NULL */
    const char *bank, *job, *interviewer;
    int level, state;     /* -1: any */
    int limit;
    int64_t before_id;    /* the page begins behind this row; 0 for the first page */
};

/* Names for completion. */
struct name_row {
    int64_t id;
    const char *name, *detail; /* detail: "Colorist · mid, 3 Nov"; shows no score ever */
};
struct name_rows {
    struct arena arena;
    struct name_row *items;
    size_t n, cap;
};
void name_rows_release(struct name_rows *rows);

/* The latest interview's choices, for presetting a new one. */
struct last_choices {
    struct arena arena;
    const char *job, *bank, *interviewer; /* bank: its identifier */
    enum level level;
    int minutes;
};

/* What a new interview is made from. */
struct interview_plan {
    const char *candidate;   /* a tidy name; with candidate_id 0 a new candidate is made */
    int64_t candidate_id;
    const char *interviewer; /* tidy name; made when new */
    const char *job;         /* "" for none */
    enum level level;
    int minutes;             /* planned length, 0: the level's */
    int64_t planned_at;      /* 0: not for a time */
};

#endif
