#ifndef SLATE_SCREENS_BANK_ROWS_H
#define SLATE_SCREENS_BANK_ROWS_H

/* The fields of each kind of thing in a bank, as rows of a form, and their present texts. */

#include "base/str.h"
#include "domain/bank.h"
#include "screens/bank_outline.h"
#include "tui/form.h"

/* Rows for what a line of the outline stands for; form_row.key is the field's name in the sense of
 * edit_field ("expect", "anchors.3"; "" where the place is the text itself). NULL for a heading
 * that has none (facts, glossary). Constant. */
const struct form_row *bank_rows(enum outline_kind kind, int scale, size_t *n);

/* The text of a field as bank_editing_set takes it: of a list one entry for each line. Added. */
void bank_rows_text(struct str *out, const struct bank *b, const struct outline_line *line,
                    const char *field);

/* The place of a field of `place`: "senior/juggling" and "ask" is "senior/juggling/ask", of the
 * bank "title", of a fact "facts.start.ask"; with the field "" the place itself. Added. */
void bank_rows_place(struct str *out, const char *place, const char *field);

#endif
