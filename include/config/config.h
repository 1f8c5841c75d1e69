#ifndef SLATE_CONFIG_CONFIG_H
#define SLATE_CONFIG_CONFIG_H

/* What can be configured: built-in defaults, then the file, then the environment. The file is
 * $XDG_CONFIG_HOME/slate/config (SLATE_CONFIG names another), one `name: value` a line, `#` starts a
 * comment:
 *
 *     interviewer: Mara Lindqvist      who scores; else the account's full name
 *     keyboard: azerty                 the unshifted top row scores too (qwerty)
 *     theme: mono                      see `slate --help` for the names
 *     borders: ascii                   (unicode)
 *     mouse: on                        (off)
 *     banks: ~/hiring/banks            a further folder of banks, looked at first
 *
 * One table of rows drives reading, `slate paths` and the manual page. An unknown name or value is a
 * warning with its line and what is possible; the other lines count all the same. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"

struct config {
    struct str path; /* of the file, whether it is there or not */
    struct str interviewer, theme, banks;
    bool azerty, ascii, mouse;
    struct str warnings; /* a line each, "" when all is well */
};

struct config_row {
    const char *name, *values, *help;
};

/* Rows for the documents; ends with a null name. */
extern const struct config_row config_rows[];

/* Reads what is there. A missing file is not an error, an unreadable one is a warning. */
void config_load(struct config *c, struct sys *sys);
void config_release(struct config *c);

/* The account's full name (GECOS up to the first comma), else its user name, else "". */
void config_account(struct str *out);

#endif
