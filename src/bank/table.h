#ifndef SLATE_BANK_TABLE_H
#define SLATE_BANK_TABLE_H

/* Questions as a table: the names of the columns that slate itself writes, and how several texts
 * stand in one cell. Shared by the way out and the way in, so that each knows what the other does.
 *
 * A list has a line for each entry. Where one would be mistaken (it begins with a dash, holds a
 * line end ...) every entry begins with "- " and its further lines with two blanks. */

#include "bank/points.h"
#include "base/str.h"

enum table_column {
    COLUMN_LEVEL,
    COLUMN_ID,
    COLUMN_QUESTION,
    COLUMN_COMPETENCY,
    COLUMN_WHY,
    COLUMN_LISTEN,
    COLUMN_FLAGS,
    COLUMN_PROBES,
    COLUMN_ANCHOR_1,
    COLUMN_ANCHOR_2,
    COLUMN_ANCHOR_3,
    COLUMN_ANCHOR_4,
    COLUMN_ANCHOR_5,
    COLUMN_MINUTES,
    COLUMN_WEIGHT,
    COLUMN_WEIGHT_REASON,
    TABLE_COLUMNS
};

const char *table_column_name(enum table_column column);

/* A text as a cell holds it and back: an apostrophe in front of what a spreadsheet would calculate.
 */
void table_guard(struct str *out, const char *s);
const char *table_unguard(const char *s);

/* Several texts as a cell holds them and back, exactly. */
void table_join(struct str *out, const struct phrases *list);
void table_split(struct phrase_list *out, struct arena *arena, const char *s);

#endif
