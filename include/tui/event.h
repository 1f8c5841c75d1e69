#ifndef SLATE_TUI_EVENT_H
#define SLATE_TUI_EVENT_H

/* What happens to a screen. Resize, ticks, pastes and the mouse are events like any key. */

#include <stddef.h>
#include <stdint.h>

#include "tui/key.h"

enum event_kind {
    EVENT_KEY,
    EVENT_PASTE,     /* bracketed paste: text, never keys */
    EVENT_RESIZE,    /* also sent to a screen when it is shown first */
    EVENT_TICK,      /* about once a second while nothing else happens */
    EVENT_MOUSE,     /* a press; only when the mouse is turned on */
    EVENT_TERMINATE, /* SIGHUP, SIGTERM, or the input ended: save and leave */
};

struct event {
    enum event_kind kind;
    struct key key;    /* EVENT_KEY; EVENT_MOUSE: code is the button, 1-5 */
    const char *text;  /* EVENT_PASTE: UTF-8, belongs to the term until the next event */
    size_t len;
    int rows, cols;    /* EVENT_RESIZE: the size of the screen; EVENT_MOUSE: where */
};

#endif
