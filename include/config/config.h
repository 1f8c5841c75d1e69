#ifndef SLATE_CONFIG_CONFIG_H
#define SLATE_CONFIG_CONFIG_H

/* What can be configured: built-in defaults, then the file, then the environment. The file is
 * $XDG_CONFIG_HOME/slate/config (SLATE_CONFIG names another), one `name: value` a line, `#` starts
 * a comment:
 *
 *     interviewer: Mara Lindqvist      who scores; else the account's full name
 *     keyboard: azerty                 the unshifted top row scores too (qwerty)
 *     theme: mono                      see `slate --help` for the names
 *     borders: ascii                   (unicode)
 *     mouse: on                        (off)
 *     banks: ~/hiring/banks            a further folder of banks, looked at first
 *
 * A variable SLATE_INTERVIEWER, SLATE_KEYBOARD and so on counts more than the line in the file. One
 * table of rows drives reading, `slate paths` and the manual page. An unknown name or value is a
 * warning with its line and what is possible; the other lines count all the same. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"

struct config {
    struct str path; /* of the file, whether it is there or not; "" when there is no place for it */
    struct str interviewer, theme, banks; /* "" when not given; `~/` in banks stands for HOME */
    bool azerty, ascii, mouse;
    struct str warnings; /* a line each, "" when all is well */
};

struct config_row {
    const char *name, *values, *help;
    bool (*set)(struct config *c, const char *value); /* false: not one of the values */
};

/* Rows for the documents; ends with a null name. */
extern const struct config_row config_rows[];

/* Reads what is there. A missing file is nothing to remark on unless SLATE_CONFIG names it; an
 * unreadable one is a warning. */
void config_load(struct config *c, struct sys *sys);
void config_release(struct config *c);

/* Which themes there are only the screens know: a warning when `theme` is none of them. `names`
 * ends with NULL. */
void config_check_theme(struct config *c, struct sys *sys, const char *const *names);

/* Adds the account's full name (GECOS up to the first comma, `&` as the user name), else its user
 * name, else nothing. */
void config_account(struct str *out);

#endif
