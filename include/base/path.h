#ifndef SLATE_BASE_PATH_H
#define SLATE_BASE_PATH_H

/* Where things are, by the XDG Base Directory Specification 0.8: an unset, empty or relative
 * variable counts as unset. */

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"

enum path_home { PATH_DATA, PATH_CONFIG, PATH_STATE };

/* Adds "$XDG_DATA_HOME/slate" and so on. False when neither the variable nor HOME is usable. */
bool path_home(struct str *out, enum path_home which, struct sys *sys, struct err *e);

void path_join(struct str *out, const char *folder, const char *name); /* one slash between */
const char *path_base(const char *path);                               /* behind the last slash */
void path_folder(struct str *out, const char *path);                   /* "." when there is none */
void path_short(struct str *out, const char *path, struct sys *sys);   /* "~" for the home folder */
void path_stem(struct str *out, const char *path); /* the base without its last .suffix */

#endif
