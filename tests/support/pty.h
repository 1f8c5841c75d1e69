#ifndef SLATE_TESTS_PTY_H
#define SLATE_TESTS_PTY_H

/* A program on a pseudo-terminal, its screen read through libvterm. Nothing sleeps: every wait
 * reads until the screen shows what is awaited, and gives up at a deadline.
 *
 *     struct pty *p = pty_open(24, 80, (char *[]){SLATE_BUILD "/slate", NULL}, NULL);
 *     assert_shows(p, "CONTINUE");
 *     pty_send(p, "n");
 *     assert_shows(p, "NEW INTERVIEW");
 *     pty_kill(p, SIGKILL);
 *     pty_close(p);
 *
 * A program must show something new for each key that a test waits for; where nothing changes, send
 * a key more that does change something. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define PTY_PATIENCE                                                                               \
    20000 /* ms: the deadline of the assert_ forms; reached only when a test fails */

struct pty;

struct pty_cell {
    char text[25]; /* "" for a blank and for the right half of a wide one */
    int width;
    bool bold, underline, reverse;
    int colour; /* 0-255, -1: the terminal's own */
    bool own_background;
};

/* Starts argv[0] (looked up in PATH) on a terminal of this size, TERM=xterm-256color. `env` ends
 * with NULL and may be NULL: "NAME=value" sets, "NAME" unsets. Aborts the test when it cannot. */
struct pty *pty_open(int rows, int cols, char *const argv[], const char *const env[]);

void pty_send(struct pty *p, const char *bytes);
void pty_sendn(struct pty *p, const char *bytes, size_t n);

/* Reads until the screen has `text` in one of its rows (or across them, with a newline between two
 * and without trailing blanks). False at the deadline, or when the program ended without it. */
bool pty_wait_text(struct pty *p, const char *text, int timeout_ms);
/* Reads until it has it no more. */
bool pty_wait_gone(struct pty *p, const char *text, int timeout_ms);
/* Reads until all that the program wrote contains these bytes. */
bool pty_wait_bytes(struct pty *p, const char *bytes, int timeout_ms);
/* Reads until the program ended and gives waitpid's status. Kills it at the deadline. */
bool pty_wait_end(struct pty *p, int *status, int timeout_ms);

/* The rows as they are now, a line each, without trailing blanks. */
void pty_screen(const struct pty *p, struct str *out);
struct pty_cell pty_cell_at(const struct pty *p, int row, int col);
void pty_cursor(const struct pty *p, int *row, int *col, bool *shown);
const struct str *pty_bytes(const struct pty *p); /* all that the program wrote so far */

void pty_resize(struct pty *p, int rows, int cols); /* the kernel sends the SIGWINCH */
void pty_kill(struct pty *p, int sig);              /* to the program alone */
void pty_hang_up(struct pty *p); /* closes the terminal's end: SIGHUP, then EIO */
void pty_close(struct pty *p);   /* kills what still runs */

/* Fail with the screen in the message. */
#define assert_shows(p, text) pty_assert(p, text, true, __FILE__, __LINE__)
#define assert_gone(p, text)  pty_assert(p, text, false, __FILE__, __LINE__)
void pty_assert(struct pty *p, const char *text, bool shown, const char *file, int line);

#endif
