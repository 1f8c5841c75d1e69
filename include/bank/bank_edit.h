#ifndef SLATE_BANK_BANK_EDIT_H
#define SLATE_BANK_BANK_EDIT_H

/* Editing a question bank in place: each edit changes only the bytes it must, in the style of the
 * file (quotes, | and >, indentation, line ends), and is proven before it counts: the new bytes are
 * parsed again and the tree is compared with the one that was meant. Any difference refuses the
 * edit (ERR_REFUSED), with a reason, and leaves the text as it was.
 *
 *     struct bank_edit *b = bank_edit_new(bytes, n, &e);
 *     bank_edit_set(b, "senior/juggling/ask", "Two shows slip: what now?", &e);
 *     bank_edit_bytes(b)->s ...
 *     bank_edit_undo(b);
 *     bank_edit_free(b);
 *
 * Places are those of domain/edit.h. A text is what bank_read gives back: blanks and line ends at
 * its end do not count. Texts with control characters are refused. Errors that the bank has already
 * do not keep it from being edited; a value that its field cannot have (minutes: soon) is refused.
 *
 * Cost of an edit: about one parse of the file. */

#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "domain/edit.h"

struct bank_edit;

/* Refused: what is not YAML, several documents. Copies the bytes. */
struct bank_edit *bank_edit_new(const char *bytes, size_t n, struct err *e);
void bank_edit_free(struct bank_edit *b); /* NULL is fine */

const struct str *bank_edit_bytes(const struct bank_edit *b); /* until the next edit */
/* The line (from 1) where a place stands, 0 when it does not. A list or text that is not there yet
 * has the line of what it belongs to. */
uint32_t bank_edit_line(const struct bank_edit *b, const char *place);

/* The lines that a place takes up, comments above it not counted; false when it is not there. */
struct bank_lines {
    uint32_t first, last;
};
bool bank_edit_lines(const struct bank_edit *b, const char *place, struct bank_lines *out);
/* The place at a line: of the smallest text or entry there, "" for none. Added to `out`. */
void bank_edit_place_at(const struct bank_edit *b, uint32_t line, struct str *out);

/* Sets a text or number, adding it where it is not there yet (the entry behind the last one of a
 * list too). Of a whole list: one entry for each line of `text`, changing only the entries that
 * differ. An empty text takes away what may be left out. */
bool bank_edit_set(struct bank_edit *b, const char *place, const char *text, struct err *e);

/* Puts a new entry into a list so that it becomes `place` ("senior/juggling/expect.2"), the others
 * move down; "senior/juggling/expect" puts it last. */
bool bank_edit_insert(struct bank_edit *b, const char *place, const char *text, struct err *e);

/* A new question ("senior"; the level is made when it is not there) or fact ("facts"), put last or
 * where `to` says (NULL: last). `fields` ends with a name of NULL and needs an id that is free. */
bool bank_edit_add(struct bank_edit *b, const char *place, const struct edit_field *fields,
                   const struct edit_target *to, struct err *e);

/* Another name for a term of the glossary or a competency. */
bool bank_edit_rename(struct bank_edit *b, const char *place, const char *name, struct err *e);

/* The entry with all that belongs to it: the comments directly above it too. */
bool bank_edit_remove(struct bank_edit *b, const char *place, struct err *e);
bool bank_edit_move(struct bank_edit *b, const char *place, const struct edit_target *to,
                    struct err *e);
/* A copy of a question, of `from` (which may be b), under another id (NULL: the same). */
struct edit_copy {
    const struct bank_edit *from;
    const char *place, *id;
};
bool bank_edit_copy(struct bank_edit *b, const struct edit_copy *what, const struct edit_target *to,
                    struct err *e);

/* The bytes that removing would take away, for showing them first. Added to `out`. */
bool bank_edit_extent(const struct bank_edit *b, const char *place, struct str *out, struct err *e);

/* Undo and redo, exact to the byte. False when there is nothing. The words say what it was:
 * "text of the question juggling"; NULL for nothing. */
bool bank_edit_undo(struct bank_edit *b);
bool bank_edit_redo(struct bank_edit *b);
const char *bank_edit_undo_what(const struct bank_edit *b);
const char *bank_edit_redo_what(const struct bank_edit *b);

/* Another text as a whole, as one step: edits that were made earlier and kept elsewhere. Refused,
 * as bank_edit_new does, when it cannot be edited. */
bool bank_edit_replace(struct bank_edit *b, const struct str *bytes, const char *what,
                       struct err *e);

/* Several edits as one step: take the mark, edit, and join what came since; or, when one of them
 * was refused, go back to the mark as if nothing had been. */
size_t bank_edit_mark(const struct bank_edit *b);
void bank_edit_join(struct bank_edit *b, size_t mark, const char *what); /* NULL: as the first */
void bank_edit_back(struct bank_edit *b, size_t mark);

#endif
