#ifndef SLATE_TUI_ENTRY_H
#define SLATE_TUI_ENTRY_H

/* A text of one line: a name, a search, a date. Scrolls sideways when it is longer than its width.
 * Keys as in tui/editor.h, but for those that need rows: Enter, Up, Down, PgUp and PgDn are left to
 * the owner.
 *
 * Suggestions: the owner sets them whenever the text changed (an array that lives until it is set
 * again). Down and Up walk them; Enter, or Right at the end of the text, takes the one walked to:
 * the text is replaced and entry_handle answers EDIT_TAKEN, with the index in `taken`. Until one is
 * walked to, Enter and Right do what they always do. Esc is never taken: the owner may drop the
 * suggestions on it.
 *
 *     entry_resize(&s->search, cols);
 *     switch (entry_handle(&s->search, ev, &splice)) { case EDIT_CHANGED: search_again(s); ... }
 *     entry_draw(&s->search, c, row, col, focused);
 *     entry_draw_suggestions(&s->search, c, below);         last, it lies over what is there */

#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"
#include "tui/event.h"
#include "tui/textbuf.h"

struct entry {
    struct textbuf buf;
    int width;               /* columns, at least 1 */
    size_t left;             /* the first byte seen */
    const char *placeholder; /* shown dim while the text is empty; may be NULL */
    bool read_only;          /* the cursor moves, changes are refused (EDIT_MOVED) */
    bool error;              /* drawn as wrong: "!" behind it */
    const char *const *suggestions;
    size_t suggested; /* how many */
    int walked;       /* the one walked to, or -1 */
    int taken;        /* the one taken last, or -1 */
};

void entry_init(struct entry *t, size_t max); /* bytes; 0: TEXTBUF_MAX */
void entry_release(struct entry *t);
void entry_set(struct entry *t, const char *text); /* NULL is ""; cursor at the end */
void entry_resize(struct entry *t, int width);
void entry_suggest(struct entry *t, const char *const *texts, size_t n);

enum edit entry_handle(struct entry *t, const struct event *ev, struct splice *out);
/* For an owner that changed or moved t->buf itself: scrolls the cursor into view. */
void entry_follow(struct entry *t);
const char *entry_text(const struct entry *t);

void entry_draw(const struct entry *t, struct canvas *c, int row, int col, bool focused);
/* At most a.rows of them, the one walked to in ROLE_FOCUS; returns the rows drawn. */
int entry_draw_suggestions(const struct entry *t, struct canvas *c, struct area a);

#endif
