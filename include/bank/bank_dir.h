#ifndef SLATE_BANK_DIR_H
#define SLATE_BANK_DIR_H

/* Which banks there are: *.yaml and *.yml in a list of folders, a name in an earlier folder hiding
 * the same name in a later one. A broken file is listed beside the good ones with its reason.
 *
 * bank_dir_open only lists names (cheap, no file is read); bank_file_load reads one,
 * bank_file_check says what is weak in it. */

#include <stdbool.h>

#include "bank/bank_check.h"
#include "base/err.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "domain/bank.h"
#include "domain/finding.h"

struct bank_entry {
    char *name; /* file name without its ending */
    char *path;
    char *hidden_by; /* path of the one that is used instead, or NULL */
};

struct bank_dir {
    struct bank_entry *items;
    size_t n, cap;
};

/* `folders` ends with NULL; missing ones are passed over, one that cannot be read adds a finding.
 */
void bank_dir_open(const char *const *folders, struct bank_dir *out, struct findings *findings);
void bank_dir_release(struct bank_dir *dir);
const struct bank_entry *bank_dir_find(const struct bank_dir *dir, const char *name);

/* One bank file with all that was read from it. */
struct bank_file {
    char *path;
    struct str bytes;
    struct hash sha256;
    struct file_id id;
    struct bank bank;
    struct findings findings; /* of the reader, after bank_file_check of the check too */
    bool good;                /* no error: may be used for an interview */
};

/* False only when the bytes could not be read (the err names path and reason); a bank with errors
 * in it is loaded with good = false. */
bool bank_file_load(const char *path, struct bank_file *out, struct err *e);
/* Adds what the check has to say, once. */
void bank_file_check(struct bank_file *f, const struct check_setup *setup);
void bank_file_release(struct bank_file *f);

#endif
