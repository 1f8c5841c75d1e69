#ifndef SLATE_TUI_TEXTBUF_H
#define SLATE_TUI_TEXTBUF_H

/* A text being edited: bytes, cursor, selection, undo and redo, and what was cut. Knows nothing of
 * rows or of the screen; editor and entry stand on it.
 *
 * Every change is one splice, and each call makes at most one, undo and redo too. Whoever replays
 * the splices in order on the start text has the text: that is what makes typing durable. The `ins`
 * of a splice is valid until the text is changed again.
 *
 *     struct splice s;
 *     if (textbuf_type(&b, "é", 2, &s) == EDIT_CHANGED)
 *         store_edit(..., &s, ...);
 *
 * The text is UTF-8 with '\n' between lines. Offsets are bytes. The cursor steps by grapheme
 * cluster. What is typed or pasted is cleaned first: CR LF, CR, VT, FF and NEL become a newline,
 * other control characters are dropped, bytes that are not UTF-8 become U+FFFD. In a single-line
 * text newline and tab become a blank (and newlines at the very end of a paste are dropped). The
 * start text is kept as it is. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What became of an event or a change. */
enum edit {
    EDIT_UNHANDLED, /* not mine */
    EDIT_MOVED,     /* taken: the cursor or the selection may have moved, the text is the same */
    EDIT_CHANGED,   /* the text changed, by the splice */
    EDIT_TAKEN,     /* entry, form: changed by taking a suggestion; the splice is set */
    EDIT_FULL,      /* refused, nothing taken: the text would pass its limit. Say so. */
};

enum textbuf_to {
    TO_LEFT,
    TO_RIGHT,
    TO_WORD_LEFT,
    TO_WORD_RIGHT,
    TO_LINE_START, /* of the paragraph: between newlines */
    TO_LINE_END,
    TO_START,
    TO_END
};

struct textbuf_step; /* private: one undo */
struct textbuf_steps {
    struct textbuf_step *items;
    size_t n, cap;
};

#define TEXTBUF_MAX ((size_t)1 << 20) /* bytes, when no other limit is given */

struct textbuf {
    struct str text; /* read it freely; change it only through the functions below */
    size_t cursor;
    size_t anchor; /* the other end of the selection; only when `selecting` */
    bool selecting;
    bool marking;            /* textbuf_mark is on: every move selects */
    bool single;             /* single line */
    size_t max;              /* bytes the text may have */
    struct str clip;         /* what was cut or copied last */
    struct str *shared_clip; /* used instead of `clip` when not NULL: several texts of one screen */
    struct textbuf_steps steps;
    size_t done;  /* steps that undo can take back; behind them those that redo can do again */
    bool joining; /* the next typing may join the last step */
};

void textbuf_init(struct textbuf *b, size_t max); /* 0: TEXTBUF_MAX */
void textbuf_release(struct textbuf *b);
/* The start text; cursor at its end, no selection, nothing to undo. */
void textbuf_set(struct textbuf *b, const char *s, size_t n);

/* Moves. With `select` (or while marking) the selection is extended, else it is dropped. */
void textbuf_move(struct textbuf *b, enum textbuf_to to, bool select);
void textbuf_place(struct textbuf *b, size_t at, bool select);  /* clamped to a cluster's start */
size_t textbuf_at(const struct textbuf *b, enum textbuf_to to); /* where that move would lead */
void textbuf_mark(struct textbuf *b);   /* starts marking at the cursor, or ends it */
void textbuf_unmark(struct textbuf *b); /* no selection */
/* True and [*from, *to) when something is selected. */
bool textbuf_selection(const struct textbuf *b, size_t *from, size_t *to);

/* Changes: EDIT_CHANGED with *out, EDIT_MOVED when there was nothing to do, or EDIT_FULL. A
 * selection is replaced or deleted. Typing is one undo per word, a run of single characters deleted
 * is one; every other change is one of its own. */
enum edit textbuf_type(struct textbuf *b, const char *s, size_t n, struct splice *out);
enum edit textbuf_paste(struct textbuf *b, const char *s, size_t n, struct splice *out);
enum edit textbuf_delete(struct textbuf *b, enum textbuf_to to, struct splice *out);
enum edit textbuf_delete_to(struct textbuf *b, size_t at, struct splice *out);
enum edit textbuf_replace(struct textbuf *b, const char *s, size_t n, struct splice *out); /* all */
enum edit textbuf_cut(struct textbuf *b, struct splice *out);
void textbuf_copy(struct textbuf *b);
enum edit textbuf_insert_clip(struct textbuf *b, struct splice *out);
enum edit textbuf_undo(struct textbuf *b, struct splice *out);
enum edit textbuf_redo(struct textbuf *b, struct splice *out);

/* The first place at or behind `from` where `needle` stands, whatever the case and the accents; a
 * place is [*at, *at + *len). False when there is none, or the needle is empty. */
bool textbuf_find(const struct textbuf *b, const char *needle, size_t from, size_t *at,
                  size_t *len);

#endif
