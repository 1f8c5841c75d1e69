#ifndef SLATE_SCREENS_CARING_H
#define SLATE_SCREENS_CARING_H

/* The quiet hint of the wrap-up that something written may touch a protected matter: one line,
 * which opens into the texts it is about. */

#include "app/care.h"
#include "screens/sheet.h"

struct caring {
    struct cares cares;
    struct str lines; /* the hint, and a line for each text, each ended by NUL */
    bool open;        /* the texts are shown */
};

void caring_init(struct caring *c);
void caring_release(struct caring *c);

/* Looks at what is written and adds its lines to a sheet that is being filled; none when there is
 * nothing to say. */
void caring_add(struct caring *c, struct sheet *s);

#endif
