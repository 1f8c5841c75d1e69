#ifndef SLATE_TUI_FIELD_H
#define SLATE_TUI_FIELD_H

/* A text of one line: a name, a search, a date. Scrolls sideways when it is longer than its width.
 * Keys as in tui/editor.h, but for those that need rows: Enter, Up, Down, PgUp and PgDn are left to
 * the owner.
 *
 * Suggestions: the owner sets them whenever the text changed (an array that lives until it is set
 * again). Down and Up walk them; Enter, or Right at the end of the text, takes the one walked to:
 * the text is replaced and field_handle answers EDIT_TAKEN, with the index in `taken`. Until one is
 * walked to, Enter and Right do what they always do. Esc is never taken: the owner may drop the
 * suggestions on it.
 *
 *     field_resize(&s->search, cols);
 *     switch (field_handle(&s->search, ev, &splice)) { case EDIT_CHANGED: search_again(s); ... }
 *     field_draw(&s->search, c, row, col, focused);
 *     field_draw_suggestions(&s->search, c, below);         last, it lies over what is there */

#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"
#include "tui/event.h"
#include "tui/textbuf.h"

struct field {
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

void field_init(struct field *f, size_t max); /* bytes; 0: TEXTBUF_MAX */
void field_release(struct field *f);
void field_set(struct field *f, const char *text); /* NULL is ""; cursor at the end */
void field_resize(struct field *f, int width);
void field_suggest(struct field *f, const char *const *texts, size_t n);

enum edit field_handle(struct field *f, const struct event *ev, struct splice *out);
/* For an owner that changed or moved f->buf itself: scrolls the cursor into view. */
void field_follow(struct field *f);
const char *field_text(const struct field *f);

void field_draw(const struct field *f, struct canvas *c, int row, int col, bool focused);
/* At most a.rows of them, the one walked to in ROLE_FOCUS; returns the rows drawn. */
int field_draw_suggestions(const struct field *f, struct canvas *c, struct area a);

#endif
