#ifndef SLATE_CLI_CLI_H
#define SLATE_CLI_CLI_H

/* The subcommands that print and end: list, show, compare, shortlist, export, amend, void,
 * bank list, bank check, bank print, doctor, paths. Each is one file, cmd_NAME.c, with a row; its
 * context is the `struct app *` of main.
 *
 * Results go to stdout, talk to stderr; nothing here asks a question. */

#include "base/command.h"

extern const struct commands cli_commands;

#endif
