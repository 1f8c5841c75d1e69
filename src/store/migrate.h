#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

/* From the version of a file to the newest, one transaction for each step. A file with content is
 * copied beside itself first ("slate.db-v1"); the copy stays, unless the first step failed. */

#include "store/db.h"

struct migrations {
    const char *const *const *steps; /* as schema_migrations */
    int n;
};

bool migrate_run(struct store *s, struct migrations all, int64_t version, struct err *e);

#endif
