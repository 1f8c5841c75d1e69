#ifndef APP_SESSIONS_PARTS_H
#define APP_SESSIONS_PARTS_H

/* What the two halves of the sessions list share: sessions.c reads and moves, sessions_view.c says
 * what is wanted. */

#include <stdbool.h>

struct err;
struct list_filter;
struct sessions;

/* The view as the store takes it; texts belong to the list. The limit is the caller's. */
void sessions_filter(const struct sessions *s, struct list_filter *out);

/* The view is another: reads its first page. */
bool sessions_view_changed(struct sessions *s, struct err *e);

#endif
