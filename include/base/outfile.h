#ifndef SLATE_BASE_OUTFILE_H
#define SLATE_BASE_OUTFILE_H

/* A file written in pieces, there whole or not at all: it grows under a hidden name beside its
 * place and takes the place once everything is on the disk. file_replace is this with one piece.
 *
 *     struct outfile f;
 *     if (!outfile_open(&f, path, 0600, OUTFILE_NEW, e)) ...
 *     if (outfile_add(&f, bytes, n, e) && outfile_keep(&f, e)) ...
 *     outfile_drop(&f);    (always; takes away what was not kept)  */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/str.h"

enum outfile_way {
    OUTFILE_NEW,  /* never over another file: ERR_REFUSED, even when one appears meanwhile */
    OUTFILE_OVER, /* takes the place of what is there, with the mode given */
    OUTFILE_EDIT  /* ... and keeps the mode of what was there */
};

struct outfile {
    const char *path; /* as the caller named it, for messages; must stay */
    enum outfile_way way;
    char *target; /* what is replaced, links followed */
    struct str folder, temp;
    bool exact; /* `mode` is that of the file that was there */
    mode_t mode;
    int fd;
};

/* A new file gets `mode` less the umask. A symbolic link is followed. */
bool outfile_open(struct outfile *f, const char *path, mode_t mode, enum outfile_way way,
                  struct err *e);
bool outfile_add(struct outfile *f, const char *bytes, size_t n, struct err *e);
/* Syncs the file, puts it in its place, syncs the folder. */
bool outfile_keep(struct outfile *f, struct err *e);
void outfile_drop(struct outfile *f);

/* Syncs a file that another library wrote, and its folder. */
bool outfile_sync(const char *path, struct err *e);

#endif
