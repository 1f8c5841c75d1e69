#ifndef APP_SESSIONS_PARTS_H
#define APP_SESSIONS_PARTS_H

/* What the two halves of the sessions list share: sessions.c reads and moves, sessions_view.c says
 * what is wanted. */

#include <stdbool.h>

struct err;
struct sessions;

/* The view is another: reads its first page. */
bool sessions_view_changed(struct sessions *s, struct err *e);

#endif
