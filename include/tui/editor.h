#ifndef SLATE_TUI_EDITOR_H
#define SLATE_TUI_EDITOR_H

/* A text of several lines with soft wrapping: a note, a question, a reason.
 *
 *     editor_init(&s->note, NOTE_MAX);
 *     editor_set(&s->note, text, strlen(text));
 *     editor_resize(&s->note, rows, cols);                   on EVENT_RESIZE, or to let it grow
 *
 *     struct splice sp;
 *     switch (editor_handle(&s->note, ev, &sp)) {
 *     case EDIT_CHANGED: ... commit sp, then repaint ...
 *     case EDIT_FULL: return out_say(TONE_ERROR, "The note is full: ...");
 *     case EDIT_UNHANDLED: ... Tab, Esc, Ctrl-P and all else
 *
 *     editor_draw(&s->note, c, area, focused);
 *
 * Keys taken (an owner that wants one of them for itself looks at the event first: the interview
 * does so with PgUp and PgDn):
 *
 *     text, Enter                      typed; a selection is replaced
 *     arrows                           by character and by row as drawn; a wished column is kept
 *     Ctrl-Left Ctrl-Right             by word (Alt-b Alt-f too)
 *     Home End, Ctrl-A Ctrl-E          start and end of the row; once more: of the paragraph
 *     Ctrl-Home Ctrl-End               start and end of the text
 *     PgUp PgDn                        by the rows of the window
 *     Backspace Del                    a character; Ctrl-W or Alt-Backspace a word back; Ctrl-Del a
 *                                      word ahead; Ctrl-U back to the start of the row
 *     Shift with any move              selects; where the terminal does not deliver it:
 *     Ctrl-Space                       sets a mark, moves then select; again drops it
 *     Ctrl-X Ctrl-K Ctrl-V             cut, copy ("keep"), insert what was cut or copied
 *     Ctrl-Z Ctrl-Y                    undo, redo
 *     a paste                          one splice
 *     Ctrl-F                           searches: what is typed then goes to its first match,
 * whatever the case and the accents; Enter or Ctrl-F to the next one, Esc ends, any other key ends
 * and does what it always does
 *
 * Never taken: Tab, Shift-Tab, Esc (but while searching), F-keys, Insert, Ctrl-C, Ctrl-S, Ctrl-P,
 * Ctrl-Q. */

#include <stdbool.h>

#include "base/text.h"
#include "tui/canvas.h"
#include "tui/editor_find.h"
#include "tui/event.h"
#include "tui/textbuf.h"

struct editor {
    struct textbuf buf;
    int rows, cols; /* of the window */
    int top;        /* the first row seen, counted in wrapped rows */
    int wish;       /* the column that Up and Down try to keep; -1: that of the cursor */
    struct editor_find find;
    struct text_lines lines; /* the wrapped rows, kept up to date by every change */
};

void editor_init(struct editor *e, size_t max); /* bytes; 0: TEXTBUF_MAX. The window is 1x1 */
void editor_release(struct editor *e);
void editor_set(struct editor *e, const char *text, size_t n); /* cursor at the end */
void editor_resize(struct editor *e, int rows, int cols);      /* at least 1x1 */

enum edit editor_handle(struct editor *e, const struct event *ev, struct splice *out);
/* For an owner that changes or moves e->buf itself (an undo from outside, a found place): brings
 * the wrapped rows and the window up to date. `s` is NULL when only the cursor moved. */
void editor_follow(struct editor *e, const struct splice *s);

const char *editor_text(const struct editor *e);
int editor_lines(const struct editor *e); /* rows the whole text takes at this width */
int editor_row(const struct editor *e);   /* the row the cursor is on, of these */

/* Draws the window into `a` (made for the size of editor_resize; a smaller one is clipped), and
 * when focused the selection and the hardware cursor. An arrow at the right edge tells of rows
 * hidden above or below. */
void editor_draw(const struct editor *e, struct canvas *c, struct area a, bool focused);

#endif
