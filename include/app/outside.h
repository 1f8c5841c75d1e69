#ifndef SLATE_APP_OUTSIDE_H
#define SLATE_APP_OUTSIDE_H

/* The editor of the user's own choice: VISUAL, else EDITOR, else what a Debian has. */

#include <stdint.h>

#include "app/app.h"
#include "base/proc.h"

/* What to run to edit `path` at `line` (0: wherever), for proc_run; the path is one argument, never
 * part of a command. Editors that are known get the line in their own way ("+12", "file:12"),
 * others only the file. False when there is no editor: the message says how to name one. */
bool outside_editor(struct app *app, const char *path, uint32_t line, struct proc_words *out,
                    struct err *e);

#endif
