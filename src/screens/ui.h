#ifndef SLATE_SCREENS_UI_H
#define SLATE_SCREENS_UI_H

/* The stack of screens and the loop: wait for an event, hand it to the screen on top, do what its
 * outcome says, draw, paint, sync the store, wait again.
 *
 * The order is a promise: an effect is committed before it is painted (the screens' handlers call
 * app), and what was committed is durable before the next event is read (app_sync after paint).
 *
 * Keys that hold everywhere: ? F1 keys of this place, Ctrl-P all commands, Ctrl-S says that all is
 * saved, Ctrl-L paints anew, Ctrl-C asks whether to leave. */

#include "app/app.h"
#include "tui/screen.h"
#include "tui/term.h"

/* Runs until the last screen is closed, the user quits or the terminal is gone. Takes `first` over,
 * and `above` (may be NULL) that lies over it, and closes what is open at the end. The term stays
 * the caller's. False: the err says what went wrong with the terminal or, at the end, the store. */
bool ui_run(struct app *app, struct term *term, struct screen *first, struct screen *above,
            struct err *e);

extern const struct actions ui_everywhere; /* rows that hold everywhere, for the documents */

#endif
