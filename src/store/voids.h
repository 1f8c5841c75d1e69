#ifndef STORE_VOIDS_H
#define STORE_VOIDS_H

/* A question is voided by its hash, wherever it is asked: each kit that has it gets a row of its
 * own, because results go by kits. */

#include "store/db.h"

/* A kit that is new here takes over what is void of its questions, with the reason, the person and
 * the time of it. After its questions were stored. */
bool voids_inherit(struct store *s, int64_t kit, struct err *e);

#endif
