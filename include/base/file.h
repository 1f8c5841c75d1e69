#ifndef SLATE_BASE_FILE_H
#define SLATE_BASE_FILE_H

/* Files, whole or not at all. Messages name the path and what to do. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/str.h"

#define FILE_BANK_MAX (16u << 20) /* bytes: the largest bank that is read */

/* What a file was when it was looked at; equal means that it has not changed since. */
struct file_id {
    int64_t dev, ino, size, mtime_ns;
};

bool file_identify(const char *path, struct file_id *id, struct err *e);
bool file_same(const struct file_id *a, const struct file_id *b);

/* Reads all of a regular file of at most `max` bytes. `id` (may be NULL) is taken from the opened
 * file, so it belongs to just these bytes. */
bool file_read(const char *path, size_t max, struct str *out, struct file_id *id, struct err *e);

/* Writes a new file beside `path`, syncs it, renames it over `path`, syncs the folder. A symbolic
 * link is followed, an existing file keeps its mode, a new one gets `mode` less the umask. On any
 * error the old file is as it was and no stray file is left. */
bool file_replace(const char *path, const char *bytes, size_t n, mode_t mode, struct err *e);

bool file_exists(const char *path);
/* Creates the folder and those above it; new ones get `mode` less the umask. */
bool file_make_dirs(const char *path, mode_t mode, struct err *e);

/* The names in a folder that end in `suffix`, sorted by bytes; no hidden ones. A missing folder has
 * none. The caller frees with file_names_release. */
struct file_names {
    char **items;
    size_t n, cap;
};
bool file_list(const char *folder, const char *suffix, struct file_names *out, struct err *e);
void file_names_release(struct file_names *names);

#endif
