#ifndef STORE_ORDERS_H
#define STORE_ORDERS_H

/* How a list is read in each order: nothing is sorted. An order is a sequence of groups (the
 * candidates by name, the four states ...), each found by a step of an index; in a group an index
 * gives the rows newest first. Behind the groups that have a value stand those that have none.
 *
 * A source is a statement that gives the rows of one group, in two directions. Its parameters:
 * ?1 who looks, ?2 ?3 the row it begins behind (time and number), ?4 the group, ?5 the time it ends
 * at; the filters ?6 bank ?7 level ?8 state ?9 job ?10 interviewer ?11 decision ?12 kit ?13 from
 * ?14 to, NULL where there is none; ?15 the query of a search. */

#include <stdbool.h>

#include "domain/listing.h"

enum source {
    BY_DATE,
    BY_JOB,
    BY_BANK,
    BY_INTERVIEWER,
    BY_STATE,
    BY_LEVEL,
    BY_DECISION,
    BY_CANDIDATE, /* its time is the state, its group may be erased */
    BY_COMPOSITE,
    BY_ENDED,  /* its time is the end */
    BY_WORDS,  /* found in the full-text index: it has no time */
    BY_NUMBER, /* all, by number */
    SOURCES
};
extern const char *const source_rows[SOURCES][2]; /* newest first, oldest first */
extern const char order_one[];                    /* a single row, by ?3 */

/* Columns behind those of store/rows.h. */
enum {
    PAGE_KIT = 17,
    PAGE_TENTHS,
    PAGE_SCORED,
    PAGE_QUESTIONS,
    PAGE_WANTED,
    PAGE_LISTED,
    PAGE_SCALE
};

struct group {
    enum source source;
    const char *value; /* NULL: the rows without one */
};
struct groups {
    const struct group *items;
    int n;
};

/* Exactly one of `fixed`, `walk`, `step` says which groups there are; none of them: one group. The
 * statements come in two directions, up first. */
struct order {
    enum source source;
    struct groups fixed, none;
    const char *walk[2];      /* all groups (number, name) behind ?1 the name, ?2 the number */
    const char *step[2];      /* the next value behind ?1, of kit ?2 */
    const char *none_step[2]; /* groups without a value, the same */
    bool telling;             /* what it goes by is not seen of a hidden row */
    bool by_time;             /* one group, whose direction is that of the list */
};
extern const struct order orders[LIST_SORTS];

#endif
