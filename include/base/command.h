#ifndef SLATE_BASE_COMMAND_H
#define SLATE_BASE_COMMAND_H

/* A subcommand of slate as a row: cli and screens export rows, main joins them into one table that
 * drives dispatch, `slate --help` and the manual page.
 *
 * `context` is what main made for the command (a `struct app *`); base does not know what it is. */

#include <stdbool.h>
#include <stddef.h>

struct command {
    const char *name;    /* "list", or "bank check": two words make a group */
    const char *usage;   /* what follows the name: "[--job J] [--json]" */
    const char *summary; /* one line for --help */
    const char *details; /* paragraphs for `slate NAME --help`, or NULL */
    /* argv[0] is the last word of the name; returns the exit status */
    int (*run)(void *context, int argc, char **argv);
};

struct commands {
    const struct command *const *rows;
    size_t n;
};

#endif
