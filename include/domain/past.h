#ifndef SLATE_DOMAIN_PAST_H
#define SLATE_DOMAIN_PAST_H

/* What happened to an interview, from its first key to its last amendment: rows that only grow. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "domain/history.h"
#include "domain/interview.h"
#include "domain/slot.h"

enum past_kind {
    PAST_STARTED,
    PAST_RECORDED, /* before it was submitted */
    PAST_ENDED,    /* submitted or abandoned */
    PAST_DECIDED,
    PAST_AMENDED,
    PAST_VOIDED,
    PAST_UNVOIDED
};

struct past_row {
    enum past_kind kind;
    int64_t at; /* UTC ms */
    const char *who;
    struct slot slot;      /* recorded, amended; of a void the question's FIELD_MARK */
    enum cause cause;      /* of what was recorded: was it an undo? */
    const char *old, *new; /* values as in slot.h; NULL: erased. Of a decision its name in `new`,
                              and the one before in `old`, NULL for the first */
    const char *reason;    /* NULL: none was asked for */
    struct decided_on on;  /* what a decision was made on */
};

struct past {
    struct arena arena; /* owns the texts */
    struct past_row *items;
    size_t n, cap;
};
void past_release(struct past *p);

/* Is a question void now, why, since when, by whom; and what it is part of. */
struct void_state {
    struct arena arena; /* owns the texts */
    bool on;
    const char *reason, *who; /* of the latest change; NULL when it was never voided */
    int64_t at;
    int64_t interviews;    /* of the kit, in any state */
    int questions, voided; /* of the kit; how many of them are void */
};

/* The day of an interviewer, as far as one interview's reader should know it. */
struct day {
    int nth; /* 1: the first interview of that interviewer's day; 0: it has not begun */
    /* The session before it on that day, when it is submitted, complete and may be seen. */
    bool has_previous;
    int previous; /* its composite in hundredths */
    /* Composites of that interviewer on the same scale in hundredths, the latest DAY_PAST at most,
     * the previous one counted: n, sum and sum of squares. */
    int64_t n, sum, squares;
};
#define DAY_PAST 200

#endif
