#ifndef SLATE_TUI_EDITOR_FIND_H
#define SLATE_TUI_EDITOR_FIND_H

/* The search within an editor (tui/editor.h says its keys): what is looked for, and its line on the
 * screen. What was found is selected in the text. */

#include "tui/canvas.h"
#include "tui/event.h"
#include "tui/textbuf.h"

struct editor_find {
    bool on;
    bool missed;     /* it stands nowhere */
    size_t from;     /* where the cursor was when it began */
    struct str what; /* typed so far */
};

/* EDIT_MOVED when the event was the search's; the owner then brings the window up to date. */
enum edit editor_find_handle(struct editor_find *f, struct textbuf *b, const struct event *ev);
/* Into the last row of `a`, with the cursor. */
void editor_find_draw(const struct editor_find *f, struct canvas *c, struct area a);

#endif
