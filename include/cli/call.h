#ifndef SLATE_CLI_CALL_H
#define SLATE_CLI_CALL_H

/* What was asked for on the command line: global options taken out wherever they stand, then a
 * command of one or two words, found in the tables that main joins.
 *
 *     struct call call;
 *     if (!call_read(tables, argc, argv, &call, &e)) ...
 *
 * Pointers go into argv and the tables. argv is reordered. */

#include <stdbool.h>

#include "base/command.h"
#include "base/err.h"

enum call_kind {
    CALL_SCREENS, /* no command: the first screen */
    CALL_COMMAND, /* run `command` with argc and argv */
    CALL_HELP,    /* on `command`, else on the commands of `group`, else on all */
    CALL_VERSION
};

struct call {
    enum call_kind kind;
    const char *db; /* --db; NULL when not given */
    const struct command *command;
    const char *group; /* "bank" of "bank check", or NULL */
    int argc;          /* argv[0] is the last word of the command's name */
    char **argv;
};

/* `tables` ends with NULL. Fails with ERR_USAGE and a guess at what was meant;
 * `group` is set all the same where it was understood. */
bool call_read(const struct commands *const *tables, int argc, char **argv, struct call *call,
               struct err *e);

/* Row `i` of all tables one behind the other, NULL behind the last. */
const struct command *call_row(const struct commands *const *tables, size_t i);

#endif
