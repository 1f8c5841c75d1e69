#ifndef SLATE_TUI_TTY_H
#define SLATE_TUI_TTY_H

/* The terminal's line settings, and frames in one write. ncurses writes at every jump of the
 * cursor, two dozen times for a page, and a terminal may show each of these states. So it is handed
 * a file in memory, and what it left there goes to the terminal at once: by a mapping of the file,
 * which is written over from its start only once it has grown. */

#include <stdbool.h>
#include <stdio.h>
#include <termios.h>

#include "base/err.h"

#define TTY_MAP  (1 << 20) /* bytes; a frame that reaches beyond is read back */
#define TTY_FULL (1 << 16) /* bytes; then it begins anew */

struct tty {
    struct termios before; /* as found, and as given back */
    FILE *sink;            /* the file in memory */
    char *map;             /* its first TTY_MAP bytes; NULL: cannot be had */
    off_t sent;            /* up to here it went to the terminal */
};

/* Both standard input and output must be terminals. Nothing is changed yet. */
bool tty_open(struct tty *t, struct err *e);
void tty_close(struct tty *t);

void tty_raw(const struct tty *t); /* every byte as it comes: Ctrl-C, -Z, -S and -Q are keys */
void tty_restore(const struct tty *t);

void tty_add(struct tty *t, const char *bytes); /* to the frame */
void tty_send(struct tty *t); /* the frame to the terminal; one that is gone is no error */

#endif
