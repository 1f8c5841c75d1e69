#ifndef SLATE_TUI_TEXTBUF_KEYS_H
#define SLATE_TUI_TEXTBUF_KEYS_H

/* The keys that editor and entry have in common: all of the list in tui/editor.h that need not know
 * of rows. */

#include "tui/event.h"
#include "tui/textbuf.h"

/* Those that leave the text as it is: moves, marks and copying. EDIT_UNHANDLED or EDIT_MOVED. */
enum edit textbuf_keys_move(struct textbuf *b, struct key k);

/* Those that change it, and pastes. */
enum edit textbuf_keys_change(struct textbuf *b, const struct event *ev, struct splice *out);

#endif
