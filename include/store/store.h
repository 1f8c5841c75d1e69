#ifndef SLATE_STORE_STORE_H
#define SLATE_STORE_STORE_H

/* The store: one SQLite file with everything that was ever recorded. This header opens it and keeps
 * it; store/interviews.h records and loads interviews, store/lists.h answers lists.
 *
 * What it promises:
 * - A call that returned true is committed: kill -9 loses nothing of it. store_sync makes it
 *   durable against a power cut; the screen loop calls it after painting, before the next key is
 *   read, subcommands before they report.
 * - A submitted interview never changes; triggers refuse it whoever writes.
 * - Two running programs may share a file. An open interview belongs to one process (a POSIX lock
 *   on byte `id` of "<file>-open", freed by the kernel on death).
 * - A file of a newer slate, one that is not ours, or a damaged one is refused with a message and
 *   left as it is.
 *
 * The store keeps its prepared statements; all is released by store_close. Not thread-safe. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"

struct store;

struct store_setup {
    const char *path; /* NULL: in memory (tests, --rehearse) */
    struct sys *sys;  /* clock, random bytes; lives longer than the store */
    const char *vfs;  /* name of a registered SQLite VFS, NULL: the default (fault tests) */
    bool must_exist;  /* do not create a new file */
    void (*updating)(const char *path); /* a file of an older version is rewritten now, which may
                                         * take seconds; NULL: nobody is told */
    const char *me; /* who looks, for the blind rule; NULL: whoever has interviews here */
};

/* Creates (mode 0600 in a folder of mode 0700) or opens, and migrates when needed, after a copy
 * of the old file was put beside it. */
struct store *store_open(const struct store_setup *setup, struct err *e);
void store_close(struct store *s); /* NULL is fine */

const char *store_path(const struct store *s); /* ":memory:" in memory */

/* Who looks, when it is known only later or changes. NULL as in the setup. Copied. */
void store_set_me(struct store *s, const char *me);

/* Syncs the write-ahead log when anything was committed since the last sync. One fdatasync, and a
 * look whether the file still stands under its name: where it does not, all rows are copied into
 * "<file>-rescued" and the error says so, after every commit. */
bool store_sync(struct store *s, struct err *e);

/* To be called when nothing has happened for a while: moves the log into the file. Returns quickly
 * when there is nothing to do. */
void store_idle(struct store *s);

/* Grows the log beforehand (4 MiB) so that a commit need not allocate. When an interview opens. */
void store_prepare_log(struct store *s);

/* A query that runs when `waiting` says true stops with ERR_CANCELLED. NULL turns it off. */
void store_set_waiting(struct store *s, bool (*waiting)(void *), void *data);

/* Small values that outlive a run: last choices of a form, drafts of what was typed there, the last
 * view. A missing one gives false and leaves `out` alone. */
bool store_setting(struct store *s, const char *name, struct str *out);
bool store_set_setting(struct store *s, const char *name, const char *value, struct err *e);
/* The same without waiting for another program that writes (ERR_BUSY at once): for what is left
 * behind in passing. */
bool store_offer_setting(struct store *s, const char *name, const char *value, struct err *e);
bool store_clear_settings(struct store *s, const char *prefix, struct err *e);

/* One line for each thing looked at; true when all is well. Integrity, foreign keys, stored results
 * against recomputed ones, left-over edits, the size of the log. `report` gets lines to print. */
bool store_doctor(struct store *s, struct str *report, struct err *e);

#endif
