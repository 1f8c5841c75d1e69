#ifndef STORE_WALK_H
#define STORE_WALK_H

/* A list while it is read: where it stands, what is asked, what was found. walk.c reads the rows of
 * one group, pages.c goes from group to group. */

#include "base/vec.h"
#include "store/lists.h"
#include "store/match.h"
#include "store/orders.h"
#include "store/rows.h"

enum part { PART_START, PART_VALUES, PART_NONE, PART_HIDDEN };

struct numbers {
    int64_t *items;
    size_t n, cap;
};

struct walk {
    struct store *s;
    const struct list_filter *f;
    const struct order *order;
    struct interview_rows *out;
    struct page_key at; /* the row that was read last */
    bool back, fresh;   /* fresh: at the edge of a part, in none of its groups */
    bool full, gone;    /* gone: a filter names what is not there */
    int read, bound;
    /* who looks, and the filters as the statements take them */
    int64_t me, job, interviewer;
    bool tells; /* they would tell of a hidden row */
    /* the group */
    enum source source;
    struct arg value;
    struct query groups;
    bool walking;
    struct numbers hidden;
    bool hidden_read;
    struct match match;
    const char *query; /* of them, as the index is asked now */
    bool check;        /* ... which does not answer for all of them */
    struct err *e;
};

/* The bound is reached, or the page is full. */
bool walk_ended(const struct walk *w);

/* Do the groups that have a value come in their order, A first? */
bool walk_up(const struct walk *w);
/* Are the rows of a group read oldest first? */
bool walk_oldest_first(const struct walk *w);
/* Puts `at` before the first row of its group, as it is read. */
void walk_to_edge(struct walk *w);

/* Rows by a statement of orders.h, from behind `at`, until the walk has ended. */
bool walk_rows(struct walk *w, const char *sql);

/* The filters as the statements want them: NULL for none, "" for no decision. */
const char *walk_level(const struct list_filter *f);
const char *walk_state(const struct list_filter *f);
const char *walk_decision(const struct list_filter *f);

static inline const char *walk_given(const char *s)
{
    return s != NULL && s[0] != '\0' ? s : NULL;
}

#endif
