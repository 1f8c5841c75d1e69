#ifndef SLATE_BANK_SCALAR_H
#define SLATE_BANK_SCALAR_H

/* How a text is written in YAML so that every parser reads the same text again, in the style of the
 * shipped banks: plain where that is safe, in double quotes (single ones where the text holds
 * double ones), folded over several lines when it is long, literal when it has lines of its own.
 *
 *     struct scalar_spot spot = {.column = 13, .indent = 10};
 *     scalar_add(&out, scalar_choose(s, n, &spot), s, n, &spot);
 *
 * "Safe" is stricter than libyaml: a text that another program would take for a number, a date, yes
 * or null is quoted, and what cannot be seen (controls, bidirectional overrides, a byte-order mark)
 * is written as an escape. Texts are UTF-8 without NUL. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum scalar_style {
    SCALAR_PLAIN,
    SCALAR_SINGLE, /* 'It is great' */
    SCALAR_DOUBLE, /* "..." takes any text */
    SCALAR_FOLDED, /* >- */
    SCALAR_LITERAL /* |- */
};

#define SCALAR_WIDTH 80  /* columns that folded lines fill */
#define SCALAR_LONG  100 /* a line may be so long before its text is folded */

/* Where a text is written. */
struct scalar_spot {
    int column;      /* columns that stand in front of it on its line */
    int indent;      /* blanks in front of each line of a folded or literal text, at least 1 and
                        more than its parent's */
    bool one_line;   /* no folded or literal text here: a name in front of a colon */
    bool flow;       /* between [ ] or { }: one line, and no comma or bracket unquoted */
    const char *eol; /* NULL: "\n" */
};

/* Whether the text, written in that style, is read back byte for byte (plain, single and double
 * stand on one line; a folded text must break only at single blanks). */
bool scalar_can(enum scalar_style style, const char *s, size_t n, const struct scalar_spot *spot);

/* The style of the house for it; scalar_can holds for what it answers. */
enum scalar_style scalar_choose(const char *s, size_t n, const struct scalar_spot *spot);

/* Adds the text. A folded or literal one begins with its mark and the end of that line; none ends
 * with a line end. Only for styles that scalar_can allows. */
void scalar_add(struct str *out, enum scalar_style style, const char *s, size_t n,
                const struct scalar_spot *spot);

#endif
