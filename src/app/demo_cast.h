#ifndef SLATE_APP_DEMO_CAST_H
#define SLATE_APP_DEMO_CAST_H

/* Who plays in `slate demo`, and what is written about them: nobody of these exists. */

#include "domain/interview.h"

enum demo_outcome { DEMO_PLANNED, DEMO_OPEN, DEMO_ABANDONED, DEMO_SUBMITTED };

struct demo_role {
    const char *candidate, *job;
    int bank;               /* of the usable ones, counted round */
    enum level level;       /* or the nearest the bank has */
    int days, hour, minute; /* days from today, before it when negative; local time */
    int skill;              /* the score most of the answers get */
    enum demo_outcome outcome;
    enum decision decision; /* DECISION_NONE: still to be made */
    const char *reason, *summary;
};

extern const struct demo_role demo_roles[]; /* oldest first; ends with a null candidate */

/* The n-th note that suits a score, counted round. */
const char *demo_note(int score, unsigned n);

/* The n-th answer that suits what the fact asks, counted round; NULL for a date, which is of its
 * day. */
const char *demo_fact(const struct fact *fact, unsigned n);

#endif
