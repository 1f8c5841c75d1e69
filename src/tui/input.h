#ifndef SLATE_TUI_INPUT_H
#define SLATE_TUI_INPUT_H

/* Standard input as events: waits for bytes (src/tui/signals.h), reads them, decodes them
 * (src/tui/decode.h) and knows when an unfinished sequence has waited long enough. */

#include "base/sys.h"
#include "tui/decode.h"
#include "tui/signals.h"

struct input {
    struct sys *sys; /* for the time */
    struct signals signals;
    struct decode decode;
    int64_t last_ms; /* when the last bytes came, as input_now */
    bool ended;      /* end of file, or the terminal is gone */
    bool said_end;   /* EVENT_TERMINATE was given */
};

int64_t input_now(const struct input *in); /* ms, monotonic */

/* An event that is there already: a SIGTERM and its like, what the bytes make, the end of input. */
bool input_event(struct input *in, struct event *ev);

/* Sleeps until there may be news, at most until `until` (input_now's time; below 0: for ever), and
 * reads. False when that time came and nothing else did. */
bool input_wait(struct input *in, int64_t until);

/* Without waiting: is there anything? Part of a sequence counts. */
bool input_pending(const struct input *in);

#endif
