#ifndef SLATE_CLI_USAGE_H
#define SLATE_CLI_USAGE_H

/* Help as text, made from the rows of the commands: what --help prints.
 *
 * A line of a row's details that has a tab is an item: what stands before the tab is put into a
 * column of its own, what stands behind it is wrapped beside it. Other lines are paragraphs up to
 * an empty one. */

#include "base/command.h"
#include "base/str.h"

void usage_add_all(struct str *out, const struct commands *const *tables);
void usage_add_group(struct str *out, const struct commands *const *tables, const char *group);
void usage_add_command(struct str *out, const struct command *row);

#endif
