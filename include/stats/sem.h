#ifndef SLATE_STATS_SEM_H
#define SLATE_STATS_SEM_H

/* The standard error of measurement: how far two composites may lie apart without saying anything.
 *
 * From the table of all submitted interviews of one kit in which every question of E was scored
 * (E: the kit's questions less voided ones), n rows by k columns, x_ij what interview i scored on
 * question j:
 *
 *     s2  = sum of (x_ij - mean_i - mean_j + mean)^2 / ((n-1)(k-1))
 *     SEM = sqrt(s2 * sum over S of w^2) / sum over S of w
 *
 * s2 is the residual of a two-way layout without replication (interview by question), the error
 * term of Hoyt, "Test reliability estimated by analysis of variance", Psychometrika 6 (1941); the
 * weighted mean of independent errors has the variance s2 * sum w^2 / (sum w)^2. It says how much
 * scores of one interviewer waver from question to question and leaves out differences between
 * interviewers: SEM_CAVEAT stands wherever it is shown.
 *
 *     struct residual r;
 *     residual_init(&r, k);
 *     residual_add(&r, scores);            interview by interview: memory is that of one row
 *     struct sem sem = sem_of(&r, &composite);
 *     residual_release(&r);
 *
 * All sums are integers, so that the order of the interviews cannot matter and s2 = 0 is exact.
 * They hold for n * k up to 300 million. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "domain/composite.h"

#define SEM_LEAST_INTERVIEWS 5
#define SEM_LEAST_QUESTIONS  2
#define SEM_SMALL_SAMPLE     30 /* fewer interviews than this are said to be a small sample */
#define SEM_CAVEAT           "leaves out differences between interviewers"

struct residual {
    size_t k;                        /* questions of E */
    int64_t n;                       /* interviews */
    int64_t sum, squares, row_sums2; /* of x, of x*x, of the squared sums of the rows */
    int64_t *columns;                /* sums of the columns */
};

void residual_init(struct residual *r, size_t k);
void residual_release(struct residual *r);
void residual_add(struct residual *r, const int *scores); /* k of them, each 1 or more */
/* s2; 0 when n or k is below 2. */
double residual_variance(const struct residual *r);

/* Why there is none. */
enum sem_withheld {
    SEM_GIVEN,
    SEM_INCOMPLETE, /* the interview has no composite */
    SEM_OTHER_KIT,  /* what is compared was asked with different kits */
    SEM_FEW,        /* n < SEM_LEAST_INTERVIEWS */
    SEM_ONE,        /* k < SEM_LEAST_QUESTIONS */
    SEM_FLAT        /* s2 = 0 */
};

struct sem {
    enum sem_withheld why;
    double value; /* in points of the scale; 0 unless given */
    int64_t n;    /* interviews it rests on */
};

/* Of one composite. `r` NULL: of another kit than what it stands beside. */
struct sem sem_of(const struct residual *r, const struct composite *c);
int sem_hundredths(const struct sem *s); /* rounded, at least 1 when given: it is not 0 */

/* "0.24 (from 12 interviews, a small sample; leaves out differences between interviewers)", or
 * "withheld: it needs 5 interviews with every question scored, there are 3". */
void sem_add(struct str *out, const struct sem *s);
/* The part behind "withheld: " alone; nothing when it is given. */
void sem_add_reason(struct str *out, const struct sem *s);

#endif
