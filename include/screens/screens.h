#ifndef SLATE_SCREENS_SCREENS_H
#define SLATE_SCREENS_SCREENS_H

/* The screens, one per file, and the commands that open them. main sees only this. */

#include "base/command.h"

struct app;

extern const struct commands screens_commands; /* run, demo, keys */

/* `slate` without a subcommand: the first screen. Exit status. */
int screens_home(struct app *app);

#endif
