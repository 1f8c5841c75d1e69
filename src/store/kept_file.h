#ifndef STORE_KEPT_FILE_H
#define STORE_KEPT_FILE_H

/* The file beside the database that keeps the rows of home: "<path>-home". What fails here fails in
 * silence; see include/store/kept.h. */

#include <stdbool.h>

#include "base/str.h"

void kept_file_path(struct str *out, const char *path); /* its name, added */
bool kept_file_read(const char *path, struct str *out);
void kept_file_write(const char *path, const struct str *bytes);
void kept_file_remove(const char *path); /* NULL, in memory: does nothing */

#endif
