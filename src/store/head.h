#ifndef STORE_HEAD_H
#define STORE_HEAD_H

/* What most calls must know of an interview before they act. */

#include "domain/interview.h"
#include "store/db.h"

struct head {
    int64_t id, candidate, interviewer, bank_version, kit;
    enum interview_state state;
    enum level level;
    int scale;
    int64_t ended_at;
};

bool head_load(struct store *s, int64_t id, struct head *head, struct err *e);
/* ERR_REFUSED unless it is in this state. */
bool head_expect(const struct head *head, enum interview_state state, struct err *e);

#endif
