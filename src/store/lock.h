#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include "store/db.h"

bool lock_held(const struct store *s, int64_t id); /* claimed through this store */
void lock_release(struct store *s);                /* of all that is claimed */

#endif
