#ifndef SLATE_TESTS_DRAWN_H
#define SLATE_TESTS_DRAWN_H

/* For tests of what is drawn: pictures compared as text, and events from their written form. */

#include "support/unit.h"
#include "tui/canvas.h"
#include "tui/event.h"

/* Widths are asked of the locale: main() calls this first. */
void drawn_locale(void);

/* Compare the whole canvas, a line for each row without its trailing blanks. */
void assert_drawn(const struct canvas *c, const char *expected);
void assert_roles(const struct canvas *c, const char *expected); /* letters of role_letter */
void assert_cursor(const struct canvas *c, int row, int col);

struct key key_named(const char *name); /* fails the test when it is no key */
struct event pressed(const char *name);
struct event pasted(const char *text); /* text lives as long as the event */

#endif
