#ifndef SLATE_TESTS_ECHO_H
#define SLATE_TESTS_ECHO_H

/* A small program on the real terminal that paints what happens to it: row 0 has the number of
 * events so far and the last of them ("3 key Ctrl-C"), row 1 a tick and a name, row 2 one of the
 * pictures (the keys 0 to 9 choose), row 3 an R in every role, row 4 whether it was asked to leave.
 * The key f gives row 2 the focus and takes it, s suspends and resumes, z stops, t sends itself
 * SIGTSTP, b rings, q ends, and once n was pressed rows 1 and below are echo_noise, seeded with the
 * times that it was. A test program starts itself as this one:
 *
 *     int main(int argc, char **argv)
 *     {
 *         int status = echo_main(argc, argv);
 *         if (status != ECHO_NOT)
 *             return status;
 *         ... the tests ... */

#include "support/pty.h"
#include "tui/canvas.h"

enum { ECHO_DONE = 0, ECHO_REFUSED = 3, ECHO_NO_MORE = 4, ECHO_NOT = -1 };

extern const char *const echo_pictures[];
#define ECHO_FOCUS 12 /* columns of row 2 that can have the focus */

/* Fills rows 1 and below with texts, blanks and roles that follow from the seed. */
void echo_noise(struct canvas *c, uint64_t seed);

int echo_main(int argc, char **argv);

/* Starts it on 6x40 and waits for its first frame. `env` as in pty_open. */
struct pty *echo_start(const char *const env[]);
/* `mode`: "--child", or "--shell" for the same as a job of a little shell; `theme`: "" for none. */
struct pty *echo_start_as(const char *mode, const char *theme, const char *const env[]);

void echo_finish(struct pty *p); /* ends it by q and expects that all is well */

#endif
