#ifndef SLATE_CLI_PROGRESS_H
#define SLATE_CLI_PROGRESS_H

/* A job run to its end by a subcommand. How far it is stands on stderr while that is a terminal.
 * Ctrl-C, a hang-up or a SIGTERM lets it clean up before the program ends by that signal. Closes
 * the job; what came of it is said on stderr. NULL as the job: `e` is set already. */

#include <stdbool.h>

#include "base/job.h"
#include "base/sys.h"

bool progress_run(struct job *job, struct sys *sys, struct err *e);

#endif
