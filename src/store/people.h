#ifndef STORE_PEOPLE_H
#define STORE_PEOPLE_H

/* Candidates, interviewers and jobs by name. The keepers run inside a transaction. */

#include "domain/listing.h"
#include "store/db.h"

/* The interviewer with this name; made when new. */
bool people_interviewer(struct store *s, const char *name, int64_t *id, struct err *e);
/* Who writes what is appended after submitting: the one who looks; `otherwise` where no name is known,
 * refused when that is 0. */
bool people_writer(struct store *s, int64_t otherwise, int64_t *id, struct err *e);
/* 0 when there is none with this name. */
bool people_find_interviewer(struct store *s, const char *name, int64_t *id, struct err *e);
/* The plan's candidate: a new one, or what the record named there leads to when it was merged. */
bool people_candidate(struct store *s, const struct interview_plan *plan, int64_t *id,
                      struct err *e);
/* The job with this name; made when new; 0 for "". */
bool people_job(struct store *s, const char *name, int64_t *id, struct err *e);

#endif
