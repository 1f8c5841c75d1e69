#ifndef SLATE_SCREENS_OUTSIDE_H
#define SLATE_SCREENS_OUTSIDE_H

/* A file in the user's own editor, in front of slate. The state of a screen keeps a `struct
 * outside` (zeroed), for the words must live until the editor has ended. */

#include "app/outside.h"
#include "tui/screen.h"

struct outside {
    struct proc_words words;
    struct run run;
};

struct outside_file {
    const char *path;
    uint32_t line; /* 0: wherever */
};

/* The outcome that starts it, or that says why not. `ended` as in struct run. */
struct outcome outside_run(struct outside *o, struct app *app, const struct outside_file *file,
                           struct outcome (*ended)(void *, int, const struct err *));
void outside_release(struct outside *o);

#endif
