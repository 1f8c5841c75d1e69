#ifndef SLATE_BASE_TEXT_H
#define SLATE_BASE_TEXT_H

/* Text laid out in columns: clipping, padding and wrapping, for the screen and for plain text
 * alike. Widths as in base/utf8.h. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* One line of a wrapped text: bytes [at, at + len) of it. A line that ends at a newline does not
 * include it. Blanks at a soft break belong to no line. */
struct text_line {
    size_t at, len;
    bool hard; /* the line ends at a newline or at the end of the text */
};

struct text_lines {
    struct text_line *items;
    size_t n, cap;
};

/* Wraps at blanks, and inside a word only where the word alone is wider than `width` (at least 1).
 * An empty text has one empty line. The caller releases with VEC_RELEASE. */
void text_wrap(const char *s, size_t n, int width, struct text_lines *out);

/* How many lines text_wrap would make. */
int text_rows(const char *s, int width);

/* Adds s cut to at most `width` columns, with "…" as the last column when something was cut, and
 * no half of a wide character. Control characters become marks. */
void text_clip(struct str *out, const char *s, int width);

/* As text_clip, then padded with blanks to exactly `width` columns. */
void text_pad(struct str *out, const char *s, int width);
void text_pad_left(struct str *out, const char *s, int width); /* blanks in front */

/* Adds s wrapped so that no line passes `width` columns, each behind `indent` blanks but for the
 * first, which stands behind `first` (at most `indent` columns wide). Ends with a newline.
 * Control characters become marks. */
void text_paragraph(struct str *out, const char *first, int indent, const char *s, int width);

#endif
