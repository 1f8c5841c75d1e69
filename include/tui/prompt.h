#ifndef SLATE_TUI_PROMPT_H
#define SLATE_TUI_PROMPT_H

/* Putting a `struct ask` (tui/screen.h) to the user, above the footer:
 *
 *     ────────────────────────────────────────────────────────────
 *      Leave? The session stays open.   y yes  n no  Esc back
 *
 * on one line where it fits, else the question wrapped and the choices below it. */

#include <stdbool.h>

#include "tui/canvas.h"
#include "tui/screen.h"

int prompt_rows(const struct ask *ask, int cols); /* the rule counted */
/* Covers `a` (cut off the bottom of the screen with prompt_rows) and puts the cursor there. */
void prompt_draw(const struct ask *ask, struct canvas *c, struct area a);

/* True when the key answers: *choice is an index, or -1 for Esc and Ctrl-C. Caps Lock is harmless:
 * a letter counts in either case unless the choices tell the cases apart. */
bool prompt_key(const struct ask *ask, struct key k, int *choice);

#endif
