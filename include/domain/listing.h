#ifndef SLATE_DOMAIN_LISTING_H
#define SLATE_DOMAIN_LISTING_H

/* Rows of lists and what is asked to get them: the words that store, app and screens share. Rows
 * own their texts through the arena of their list. The first screen's rows carry no score: nothing
 * before the decision may sway it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/str.h"
#include "domain/interview.h"

/* What a list is ordered by. Rows without a value stand last, whichever way it goes; rows of the
 * same value newest first. */
enum list_sort {
    SORT_DATE, /* of the start; of a planned one the time it is planned for */
    SORT_CANDIDATE,
    SORT_JOB,
    SORT_BANK,
    SORT_LEVEL,
    SORT_INTERVIEWER,
    SORT_STATE,
    SORT_DECISION,
    SORT_COMPOSITE, /* within one kit only */
    SORT_ENDED,     /* submitted or abandoned */
    LIST_SORTS
};
const char *list_sort_name(enum list_sort s); /* "date", "candidate", ... */
bool list_sort_parse(const char *name, enum list_sort *s);

/* Where in a list a row stands, whatever happens to the row afterwards: to go on from there. What
 * is in it is the store's alone. `text` lies in the arena of the rows it came with. */
struct page_key {
    int part;
    int64_t group, at, id;
    const char *text;
};

/* Where a page begins: behind a row (or with it), forwards or back. A zeroed one is the first page,
 * PAGE_LAST the last. */
struct page_from {
    struct page_key key;
    bool back, inclusive;
};
/* clang-format off */
#define PAGE_LAST {.key = {.part = 99}, .back = true}
/* clang-format on */

/* Where the words of a search were found: bytes of a text. */
#define HIT_MARKS 8
struct hit_mark {
    size_t at, n;
};
enum hit_in { HIT_NONE, HIT_CANDIDATE, HIT_JOB, HIT_BANK, HIT_INTERVIEWER, HIT_SUMMARY, HIT_NOTES };

/* What of a session matched a search. `in` is the first field beside the name that did, `text` a
 * piece of it on one line ("" when only the name did). */
struct hit {
    enum hit_in in;
    const char *text;
    struct hit_mark marks[HIT_MARKS]; /* of text */
    int n_marks;
    struct hit_mark name[HIT_MARKS]; /* of the row's candidate */
    int n_name;
};

struct interview_row {
    int64_t id;
    const char *candidate, *job, *interviewer;
    const char *bank, *title; /* its identifier and title */
    enum level level;
    enum interview_state state;
    int64_t planned_at, started_at, touched_at, submitted_at, abandoned_at;
    int offset_min;
    int at, asked; /* question shown last, from 0; questions of the kit */
    bool hidden;   /* blind: only that it exists */
    enum decision decision;
    /* Of a list page only (store_page); nothing of a hidden row. */
    int64_t kit;
    int tenths, scored, of; /* composite in tenths, -1: none or incomplete; 8 of 9 scored; of 0: not
                               submitted */
    int scale;              /* points of its scale */
    struct hit hit;
    struct page_key key;
};

/* "3.8 (8 of 9)", "3.8 of 4 (8 of 9)" on four points, "incomplete (5 of 9)"; nothing of a row that
 * has none. */
void interview_row_add_composite(struct str *out, const struct interview_row *r);

struct interview_rows {
    struct arena arena;
    struct interview_row *items;
    size_t n, cap;
    bool more; /* there are further rows behind these */
    /* Of a page: reading stopped at its bound, there may be more rows, go on from `stopped`. */
    bool unfinished;
    struct page_key stopped; /* where the next page in this direction begins */
};
void interview_rows_release(struct interview_rows *rows);

/* The first screen: what can be picked up again, what was planned, what was last. */
struct home_rows {
    struct interview_rows open, planned, latest;
};
void home_rows_release(struct home_rows *rows);

struct list_filter {
    const char *search; /* words, matched as prefixes in candidate, job, bank, notes; NULL */
    const char *bank, *job, *interviewer;
    int level, state;     /* -1: any */
    const char *decision; /* its name, "none": submitted and not decided; NULL */
    int64_t from, to;     /* of the date, UTC ms, `to` left out; 0: any */
    int64_t kit;          /* asked just these questions; 0: any */
    enum list_sort sort;
    bool ascending; /* oldest first; A first is ascending too */
    int limit;
    int64_t before_id; /* the page begins behind this row; 0 for the first page */
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
    const char *candidate; /* a tidy name; with candidate_id 0 a new candidate is made */
    int64_t candidate_id;
    const char *interviewer; /* tidy name; made when new */
    const char *job;         /* "" for none */
    enum level level;
    int minutes;        /* planned length, 0: the level's */
    int64_t planned_at; /* 0: not for a time */
};

#endif
