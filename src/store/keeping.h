#ifndef STORE_KEEPING_H
#define STORE_KEEPING_H

/* The store's side of include/store/kept.h. */

#include "store/db.h"

/* Before the statement of home runs: what the file is that the rows come from. */
void keeping_begin(struct store *s, int limit);
/* Closes the database, and keeps the rows where this store wrote and nobody does any more. */
void keeping_close(struct store *s);

#endif
