#ifndef SLATE_TUI_DECODE_H
#define SLATE_TUI_DECODE_H

/* Bytes of a terminal as events: keys, pastes, mouse presses. Knows the control sequences that
 * terminals send (ECMA-48, xterm's ctlseqs, linux and rxvt) and, where the terminal's description
 * names others, those. A sequence it does not know is swallowed whole: none of its bytes may pass
 * for a key, since a stray "1" would be a score.
 *
 *     decode_feed(&d, bytes, n);
 *     while (decode_next(&d, false, &ev)) ...
 *     wait = decode_patience(&d);   (then, if nothing came: decode_next(&d, true, &ev))
 *
 * It does no input itself, so tests and the fuzzer need no terminal. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "tui/event.h"

#define DECODE_ESC_MS    25         /* an Esc that stands alone this long is the key */
#define DECODE_REST_MS   1000       /* how long the rest of a sequence may take */
#define DECODE_PASTE_MS  1000       /* a paste whose end does not come in this time is over */
#define DECODE_PASTE_MAX (1u << 20) /* bytes kept of one paste */
#define DECODE_LATE_MIN  16         /* bytes at once: no hand types that, a paste goes on */

/* What this terminal sends for a key. */
struct decode_name {
    const char *bytes;
    struct key key;
};

struct decode {
    const struct decode_name *names; /* may be NULL; the terminal's own go before the known ones */
    size_t n_names;
    struct str bytes; /* fed, not yet decoded from `at` on */
    size_t at;
    struct str paste; /* raw while it arrives */
    struct str text;  /* what the last EVENT_PASTE points at */
    bool pasting;
    bool late; /* a paste was given up: what comes next may be the rest of it */
};

void decode_init(struct decode *d, const struct decode_name *names, size_t n);
void decode_release(struct decode *d);

void decode_feed(struct decode *d, const char *bytes, size_t n);

/* The next event, if the bytes make one. With `give_up` what is incomplete is taken as it is: a
 * lone Esc as the key, a paste as far as it came; the rest of a broken sequence is dropped. What
 * follows a paste that was given up is text again when it is too much at once for a hand, or ends
 * in the mark that was missing. The text of a paste lives until the next call. */
bool decode_next(struct decode *d, bool give_up, struct event *ev);

/* How many milliseconds to wait for more before giving up; 0 when nothing is incomplete. */
int decode_patience(const struct decode *d);

#endif
