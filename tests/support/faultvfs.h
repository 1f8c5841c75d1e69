#ifndef SLATE_TESTS_FAULTVFS_H
#define SLATE_TESTS_FAULTVFS_H

/* SQLite VFSes for a store that must survive its disk.
 *
 * "fault" fails the n-th operation that changes the disk. "cut" remembers what is durable: a write
 * counts only once its file was synced. At every operation it can be asked what a power cut just
 * then would leave: the durable bytes and any subset of the sectors written since, some of them
 * torn. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Registers both (again does nothing). */
void faultvfs_register(void);

/* ---- "fault" ---- */

struct fault {
    int at;   /* the operation that fails, from 1; 0: none */
    int rc;   /* with this, such as SQLITE_IOERR or SQLITE_FULL */
    bool all; /* ... and all behind it */
    int seen; /* operations so far */
    int hit;  /* how many failed */
};
void fault_arm(int at, int rc, bool all);
struct fault fault_disarm(void); /* what happened since */

/* ---- "cut" ---- */

/* Forgets all files. Crashes are drawn from `seed` at every `every`-th operation. */
void cut_start(uint64_t seed, int every);
void cut_acknowledge(int64_t value);
/* Hands over the oldest crash that was drawn and not taken yet; false when there is none. Writes it
 * to `path`, with the log and the journal beside it. */
bool cut_take(const char *path, int64_t *acknowledged);
void cut_end(void);

#endif
