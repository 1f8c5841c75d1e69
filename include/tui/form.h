#ifndef SLATE_TUI_FORM_H
#define SLATE_TUI_FORM_H

/* A form: labels at the left, values at the right, one value focused. The value of every row is a
 * text ("yes", "2026-11-23", the chosen text), and every change comes out as a splice of it, so
 * that the owner can keep a draft per row without knowing the kinds.
 *
 *     static const struct form_row rows[] = {
 *         {.key = "name", .label = "Name", .kind = FORM_TEXT, .required = true},
 *         {.key = "level", .label = "Level", .kind = FORM_CHOICE, .choices = levels, .n = 3},
 *         {.key = "about", .label = "Note", .kind = FORM_NOTE, .lines = 4},
 *         {.key = "save", .label = "Save", .kind = FORM_BUTTON},
 *     };
 *     form_init(&s->form, rows, COUNT_OF(rows));
 *     form_set(&s->form, 0, candidate->name);
 *     form_resize(&s->form, area.rows, area.cols);             on EVENT_RESIZE
 *
 *     struct form_change ch;
 *     switch (form_handle(&s->form, ev, &ch)) {
 *     case FORM_CHANGED: draft_edit(rows[ch.row].key, &ch.splice); ...
 *     case FORM_SUBMIT:  if (form_check(&s->form)) save(s); ...
 *
 * Keys: Tab, Enter and Down go on, Shift-Tab and Up go back. In a note Enter is a newline, and Up
 * and Down leave it only from its first and last row. A choice and a yes/no take Left and Right,
 * Space, a first letter, and Backspace or Del for "not answered". Enter on a button, or on the last
 * row of a form without one (unless it is a note), gives FORM_SUBMIT. Text keys are those of
 * tui/editor.h. Esc is never taken.
 *
 * Nothing is chosen until the user or form_set chooses it. The form checks only that required rows
 * are not blank; dates and money are read by the owner, who answers with form_error. */

#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"
#include "tui/editor.h"
#include "tui/entry.h"
#include "tui/event.h"

enum form_kind {
    FORM_TEXT,
    FORM_DATE,   /* a text */
    FORM_MONEY,  /* a text */
    FORM_NOTE,   /* a text of several lines */
    FORM_CHOICE, /* one of `choices` */
    FORM_YESNO,  /* "yes", "no" or "" */
    FORM_BUTTON, /* Enter or Space: FORM_SUBMIT with this row */
    FORM_HEADING /* a label set into a rule; never focused */
};

struct form_row {
    const char *key; /* the owner's; the form does not look at it */
    const char *label;
    const char *hint; /* shown in the last row of the form while focused; may be NULL */
    enum form_kind kind;
    const char *const *choices; /* FORM_CHOICE */
    size_t n;                   /* how many */
    bool required;
    bool read_only;
    size_t max; /* bytes of a text; 0: 4096, of a note TEXTBUF_MAX */
    int lines;  /* rows of a note; 0: 4 */
};

enum form_result {
    FORM_UNHANDLED,
    FORM_MOVED,
    FORM_CHANGED, /* change->row and change->splice are set */
    FORM_TAKEN,   /* the same, by taking suggestion change->taken */
    FORM_FULL,    /* refused: the text would pass its limit */
    FORM_SUBMIT   /* change->row: where Enter was pressed */
};

struct form_change {
    size_t row;
    struct splice splice; /* of that row's text; valid until the next event */
    int taken;
};

/* The state of one row; the form's own. */
struct form_item {
    struct entry entry;   /* its value; of a note, unused */
    struct editor editor; /* of a note */
    struct str error;
    bool mended; /* edited since the error was shown: its line stays until the focus goes, so that
                    nothing moves while typing */
};

struct form {
    const struct form_row *spec; /* lives as long as the form, with its texts */
    struct form_item *items;
    size_t n;
    size_t focus;
    int rows, cols;
    int top;         /* the first line seen */
    struct str clip; /* cut in one row, inserted in another */
};

void form_init(struct form *f, const struct form_row *spec, size_t n);
void form_release(struct form *f);
void form_resize(struct form *f, int rows, int cols);
enum form_result form_handle(struct form *f, const struct event *ev, struct form_change *change);

void form_set(struct form *f, size_t row, const char *text); /* start value; NULL is "" */
const char *form_text(const struct form *f, size_t row);     /* valid until the next event */
int form_chosen(const struct form *f, size_t row); /* index of the choice (yes 0, no 1), or -1 */
void form_focus(struct form *f, size_t row);
void form_suggest(struct form *f, size_t row, const char *const *texts, size_t n); /* entry.h */

/* The error shown under a row, copied; NULL or "" takes it away. Editing the row takes it away too.
 */
void form_error(struct form *f, size_t row, const char *message);
/* False when a required row is blank or a row has an error: says so under each and goes to the
 * first. Call form_error after it, or before it for errors that must stand in the way. */
bool form_check(struct form *f);
/* Is text being entered in the focused row, so that letters are text? */
bool form_typing(const struct form *f);

void form_draw(const struct form *f, struct canvas *c, struct area a);

/* Where things stand, for the drawing. Lines are counted from the top of the whole form. */
struct form_columns {
    int label, value; /* first columns */
    int label_cols, value_cols;
};
struct form_columns form_columns(const struct form *f);

int form_item_lines(const struct form *f, size_t row); /* its error line counted */
int form_item_line(const struct form *f, size_t row);  /* the first of them, from the form's top */
int form_view_rows(const struct form *f);              /* without the line for hints */
bool form_has_error_line(const struct form *f, size_t row);

/* The choices of a row, those of a yes/no too. */
const char *const *form_choices(const struct form_row *spec, size_t *n);

#endif
