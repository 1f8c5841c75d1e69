#ifndef SLATE_STORE_KEPT_H
#define SLATE_STORE_KEPT_H

/* The rows of the first screen, kept in a small file beside the database ("<file>-home", mode
 * 0600), so that the first picture need not wait for SQLite: connecting and parsing the schema cost
 * more than all else between exec and home.
 *
 *     if (!store_kept_home(&setup, limit, &rows))      nothing is opened for it
 *         ... store_open, store_home
 *     paint
 *     store_open, store_home again                     before a key may act on the rows
 *     store_keep_home(s, &rows)
 *
 * The kept rows are used only where they are about this very file: its device, inode, size and
 * times of change to the nanosecond, with nothing in the write-ahead log; read by the same
 * statement of the same slate, for the same person (the blind rule) and limit; whole by their
 * checksum. Rows of a file that was written shortly before are not kept: a later write within the
 * same tick of the file system would leave its times as they are. Whatever writes takes the kept
 * rows away first; the last one to leave gives the file a time of change of its own, so that rows
 * can be kept at once.
 *
 * They are a convenience: what cannot be kept or read is passed over in silence, and the file may
 * be deleted at any time. */

#include <stdbool.h>

#include "domain/listing.h"
#include "store/store.h"

/* False when there are none, or none that are surely right; `out` is empty then. */
bool store_kept_home(const struct store_setup *setup, int limit, struct home_rows *out);

/* The file beside the database at `path`, added to `out`. */
void store_kept_path(struct str *out, const char *path);

/* Keeps what the last store_home of `s` gave. The same is done by store_close where this store
 * wrote after that. */
void store_keep_home(struct store *s, const struct home_rows *rows);

#endif
