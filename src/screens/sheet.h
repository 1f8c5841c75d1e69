#ifndef SLATE_SCREENS_SHEET_H
#define SLATE_SCREENS_SHEET_H

/* A sheet of lines that are ticked and typed into: the steps and facts of opening and closing, the
 * gaps, flags and texts of the wrap-up. It walks, types, stores and draws; the screen around it
 * says which lines there are and what its keys do.
 *
 *     sheet_begin(&s->sheet);
 *     sheet_rule(&s->sheet, "OPENING");
 *     sheet_add_steps(&s->sheet, false);
 *     sheet_end(&s->sheet);
 *
 * Walking onto a fact or a text begins to write it, so that what is typed there is never taken for
 * commands; Esc leaves the text and keeps the line. Every key typed is stored; leaving a line folds
 * it. A fact takes any text; where it does not read as its kind, a quiet remark stands below it. */

#include "app/live.h"
#include "screens/yesno.h"
#include "tui/canvas.h"
#include "tui/editor.h"
#include "tui/entry.h"
#include "tui/screen.h"

enum sheet_kind {
    SHEET_RULE,  /* a heading; not walked to */
    SHEET_WORDS, /* said, not asked; not walked to */
    SHEET_STEP,  /* ticked, with a note of its own */
    SHEET_FACT,
    SHEET_FLAG,  /* of the interview as a whole */
    SHEET_GAP,   /* an answer without a score */
    SHEET_NOTE,  /* a text of several lines */
    SHEET_CARE,  /* a quiet hint that opens */
    SHEET_CARED, /* what it is about: a text, with what to do instead below it */
    SHEET_BUTTON
};

struct sheet_row {
    enum sheet_kind kind;
    struct slot slot; /* what it records; a step's tick */
    const char *text; /* lives as long as the row; what an empty SHEET_NOTE says */
    const char *more; /* of a SHEET_CARED: stands below */
    char letter;      /* ticks it; '\0' for none */
    int y, rows;      /* within the sheet */
};

struct sheet {
    struct live *live; /* the screen's */
    struct {
        struct sheet_row *items;
        size_t n, cap;
    } rows;
    int focus; /* the row walked to; -1 for none */
    bool writing;
    struct editor note; /* holds the text of the focused row while it is written */
    struct entry fact;
    struct yesno yesno;
    int height, cols;        /* of the window */
    int top, total;          /* the first line seen; lines in all */
    char last[48];           /* what the last key did */
    struct sheet_row before; /* the focused row while the sheet is filled anew */
};

void sheet_init(struct sheet *s, struct live *live);
void sheet_release(struct sheet *s); /* folds what is being written while there is a live */

/* Filling: nothing may be written meanwhile. The line that was walked to stays so, where it is
 * still there; else the one in its place. */
void sheet_begin(struct sheet *s);
void sheet_rule(struct sheet *s, const char *label);
void sheet_words(struct sheet *s, const char *text);
void sheet_add_steps(struct sheet *s, bool closing);
void sheet_add_facts(struct sheet *s);
void sheet_add_flags(struct sheet *s);
void sheet_add_gaps(struct sheet *s);
void sheet_add_note(struct sheet *s, enum field field, const char *when_empty);
void sheet_add_care(struct sheet *s, const char *text);
void sheet_add_cared(struct sheet *s, struct slot slot, const char *text, const char *more);
void sheet_add_button(struct sheet *s, const char *text);
void sheet_end(struct sheet *s);

/* Rows and columns of the window. */
void sheet_resize(struct sheet *s, int height, int cols);

/* Keys and pastes. What it answers with OUT_UNHANDLED belongs to the screen. */
struct outcome sheet_handle(struct sheet *s, const struct event *ev);

/* The focused row, or NULL; and whether it is of that kind. */
const struct sheet_row *sheet_focused(const struct sheet *s);
bool sheet_is_at(const struct sheet *s, enum sheet_kind kind);
/* Walks to the row that records `slot`, without writing. False when there is none. */
bool sheet_go(struct sheet *s, struct slot slot);

struct outcome sheet_write(struct sheet *s); /* begins to write the focused row, or walks on */
/* Leaves the text; with `on` to the next row (or, at -1, to the one before). */
struct outcome sheet_done(struct sheet *s, int on);
bool sheet_stop(struct sheet *s, struct err *e); /* leaves the text */
struct outcome sheet_tick(struct sheet *s);      /* ticks the focused row, or takes the tick away */
struct outcome sheet_tick_letter(struct sheet *s, char letter);

/* sheet_draw.c */
void sheet_lay(struct sheet *s); /* where the rows stand, after anything changed their size */
void sheet_draw(const struct sheet *s, struct canvas *c, struct area a);
bool sheet_is_text(const struct sheet_row *row); /* walking onto it begins to write */
struct slot sheet_text_slot(const struct sheet_row *row);

#endif
