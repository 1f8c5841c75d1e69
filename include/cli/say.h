#ifndef SLATE_CLI_SAY_H
#define SLATE_CLI_SAY_H

/* The two voices of a subcommand: results on stdout, talk on stderr. Text from outside is cleaned
 * on its way (base/utf8.h), so that a name in a file never drives the terminal. */

#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

void say_result(const struct str *text); /* as it is, newlines and all */
void say_json(struct json *value);       /* dumps and releases it */
void say_tame(const struct str *text);   /* byte for byte: nothing in it drives a terminal */
void say_talk(const struct str *text); /* as it is, on stderr */
void say_note(const char *fmt, ...) __attribute__((format(printf, 1, 2))); /* "slate: ..." */

/* Says the error as "slate NAME: ..." (NULL: "slate: ...") with a pointer to the help where the
 * command was not understood. Returns the exit status. */
int say_failure(const char *name, const struct err *e);

/* Everything written must have arrived. Closes stdout; returns `status`, or 3 with a message when
 * something was lost on the way. */
int say_end(int status);

#endif
