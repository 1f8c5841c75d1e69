#ifndef SLATE_DOMAIN_SCORED_H
#define SLATE_DOMAIN_SCORED_H

/* A submitted interview as a column of scores: what stands beside others in a comparison. Plain
 * rows that store fills and app puts side by side; the texts belong to the arena of their list. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "domain/composite.h"
#include "domain/listing.h"
#include "domain/past.h"

struct scored_answer {
    int64_t question; /* the same number: the same question hash */
    const char *qid, *ask, *competency;
    int weight; /* hundredths */
    bool voided;
    struct mark mark; /* as amended */
    int heard, expected, flags;
    bool note;
    int64_t after_ms; /* scored so long after it was first left; 0: before */
};

struct scored {
    struct interview_row row; /* `hidden`: nothing else is known of it */
    int64_t kit;
    int scale;
    bool not_blind;
    int flags;                     /* of the interview as a whole; those of answers stand there */
    int decided_tenths;            /* the composite that the decision was taken at; 0: none */
    struct day day;                /* of its interviewer, up to it; with the answers */
    struct scored_answer *answers; /* by position; none unless submitted and not hidden */
    size_t n;
};

struct scored_list {
    struct arena arena;
    struct scored *items;
    size_t n, cap;
};
void scored_list_release(struct scored_list *l);

/* Is there anything to compare? Submitted, and not hidden. */
bool scored_shown(const struct scored *s);
struct composite scored_composite(const struct scored *s);
int scored_flags(const struct scored *s); /* all of it */

/* A kit as its composites see it: question by question. */
struct kit_question {
    int64_t question;
    int weight;
    bool voided;
};
struct kit_questions {
    struct kit_question *items;
    size_t n, cap;
    int scale;
};

#endif
