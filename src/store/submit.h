#ifndef STORE_SUBMIT_H
#define STORE_SUBMIT_H

#include "store/db.h"

/* planned or open -> abandoned. Inside a transaction. */
bool submit_abandon(struct store *s, int64_t id, int64_t at, struct err *e);

#endif
