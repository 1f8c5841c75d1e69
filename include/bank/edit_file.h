#ifndef SLATE_BANK_EDIT_FILE_H
#define SLATE_BANK_EDIT_FILE_H

/* A bank file that is being edited: opened, looked at again, saved. Saving replaces the file as a
 * whole or not at all (base/outfile.h); a file that changed underneath is never written over. */

#include "bank/bank_edit.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

struct edit_file {
    char *path;
    struct bank_edit *edit;
    struct str saved;  /* the bytes the file had when it was opened or saved last */
    struct file_id id; /* of those */
    bool fresh;        /* not there yet: saving makes it, never over another file */
};

bool edit_file_open(struct edit_file *f, const char *path, struct err *e);
/* A file that is to be: nothing is written before it is saved. */
bool edit_file_start(struct edit_file *f, const char *path, const struct str *bytes, struct err *e);
void edit_file_release(struct edit_file *f);

bool edit_file_dirty(const struct edit_file *f);
/* Did somebody else change it? Cheap while its date and size are the same; a file that was only
 * touched has not changed. One that is gone has. */
bool edit_file_changed(struct edit_file *f);
bool edit_file_may_write(const struct edit_file *f);

/* ERR_REFUSED when it changed underneath: the file and the edits stay as they are. */
bool edit_file_save(struct edit_file *f, struct err *e);
/* Writes a new file, never over another, and goes on with that one. */
bool edit_file_save_as(struct edit_file *f, const char *path, struct err *e);
/* Gives the edits up and reads the file again. */
bool edit_file_reload(struct edit_file *f, struct err *e);

#endif
