#ifndef SLATE_STORE_LISTS_H
#define SLATE_STORE_LISTS_H

/* Lists, each answered by one indexed query. The blind rule is part of every query here: a row that
 * must not be seen says so (`hidden`) and carries nothing but that it exists. Rows own their texts
 * through the list's arena. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/err.h"
#include "domain/interview.h"
#include "store/store.h"

struct interview_row {
    int64_t id;
    const char *candidate, *title, *job, *interviewer; /* title: of the bank */
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

/* The first screen: open ones by last touch, planned ones by time, the latest submitted or abandoned
 * ones. At most `limit` of each, in that order. One statement each, no count. */
struct home_rows {
    struct interview_rows open, planned, latest;
};
bool store_home(struct store *s, int limit, struct home_rows *out, struct err *e);
void home_rows_release(struct home_rows *rows);

/* `slate list`: newest first by start (planned: by time), filtered by what is given. */
struct list_filter {
    const char *search;   /* words, matched as prefixes in candidate, job, bank, notes; NULL */
    const char *bank, *job, *interviewer;
    int level, state;     /* -1: any */
    int limit;
    int64_t before_id, before_at; /* page by key: rows behind this one; 0 for the first page */
};
bool store_list(struct store *s, const struct list_filter *f, struct interview_rows *out,
                struct err *e);

/* Names for completion, folded prefix match on any word, most recent first. */
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
bool store_candidates(struct store *s, const char *typed, int limit, struct name_rows *out,
                      struct err *e);
bool store_jobs(struct store *s, const char *typed, int limit, struct name_rows *out,
                struct err *e);

/* The latest interview's choices, for presetting a new one; false when there is none. */
struct last_choices {
    struct arena arena;
    const char *job, *bank, *interviewer; /* bank: its identifier */
    enum level level;
    int minutes;
};
bool store_last_choices(struct store *s, struct last_choices *out, struct err *e);

#endif
