#ifndef SLATE_BASE_OSC52_H
#define SLATE_BASE_OSC52_H

/* Text for the clipboard of the terminal: the sequence OSC 52 of xterm, which most terminals take
 * today, through ssh too. It goes one way: the terminal never says whether it took it, so whoever
 * uses this must not claim that it did.
 *
 * The text goes as base64, so nothing in it can end the sequence. tmux and screen hold such a
 * sequence back: it is wrapped so that they hand it on, where they are set up to. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"

/* Bytes of text that every terminal known to take the sequence at all takes: 100,000 bytes of it,
 * as in the scripts of the hterm project. */
#define OSC52_MAX 74994

/* Refused for a text that is longer than OSC52_MAX. */
bool osc52_fits(const struct str *text, struct err *e);

/* Adds the sequence for this terminal, as TERM, TMUX and STY say. Refused for a text that is longer
 * than OSC52_MAX, and on the Linux console, which would print it. */
bool osc52_add(struct str *out, const struct str *text, struct sys *sys, struct err *e);

/* What to tell whoever finds nothing to paste: a sentence. */
const char *osc52_hint(struct sys *sys);

#endif
