#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

/* The migrations, in order. Each is a list of statements behind which stands NULL, and ends by
 * raising user_version to its number (from 1); migrate.c runs it inside one transaction. A
 * migration that was ever released is never edited: the next one changes what it made. */

#include <stddef.h>

/* "slat" in the file's header tells a slate database from any other. */
#define SCHEMA_APPLICATION_ID 1936482676

extern const char *const *const schema_migrations[];
extern const int schema_version; /* number of migrations: the user_version of an up-to-date file */

#endif
