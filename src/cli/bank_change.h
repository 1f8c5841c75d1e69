#ifndef SLATE_CLI_BANK_CHANGE_H
#define SLATE_CLI_BANK_CHANGE_H

/* What the subcommands that change a bank share: the file is opened, changed by the caller, and
 * saved, or with --dry-run shown as a diff. */

#include "app/bank_editing.h"

struct bank_change_call {
    const char *name; /* of the subcommand, for messages */
    const char *file; /* name or path */
    bool dry_run;
};

/* `edit` makes the change; its false is the refusal. Returns the exit status. */
int bank_change(struct app *app, const struct bank_change_call *call,
                bool (*edit)(struct bank_editing *b, void *data, struct err *e), void *data);

/* The end of that: shows or saves what was changed and closes `b`. */
int bank_change_end(const struct bank_change_call *call, struct bank_editing *b, bool good,
                    struct err *e);

/* "senior/juggling" and "ask" as one place; "glossary" and "conform" too. */
void bank_change_place(struct str *out, const char *place, const char *field);

/* Where --before, --after, --to, --up and --down send something. Exactly one of them. */
struct bank_change_to {
    const char *before, *after, *to;
    bool up, down;
};
bool bank_change_target(const struct bank_change_to *given, struct edit_target *out, struct err *e);

#endif
