#ifndef SLATE_BANK_IMPORT_LINES_H
#define SLATE_BANK_IMPORT_LINES_H

/* A text as lines with what marks them: headings, list items, numbers. Marks and emphasis are taken
 * off; empty lines only show as the gap in front of the next one.
 *
 * A saved page (HTML) becomes such lines as well: headings and list items keep their marks, menus,
 * scripts and forms are passed over, entities are read. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/str.h"

enum line_mark { LINE_TEXT, LINE_HEADING, LINE_BULLET, LINE_NUMBER };

#define LINE_BOLD_DEPTH 7 /* of a line that is bold as a whole: below all headings */

struct import_line {
    const char *s; /* without its mark; never empty */
    uint32_t line; /* of the source, from 1 */
    enum line_mark mark;
    int depth;  /* of a heading 1 to 7; else the columns of its indentation */
    int number; /* of a numbered item; else 0 */
    bool gap;   /* an empty line stands in front */
};

struct import_lines {
    struct import_line *items;
    size_t n, cap;
    bool markdown; /* has headings with # */
};

/* Which line of the source each line of a text came from; NULL: the same. */
struct line_map {
    uint32_t *items;
    size_t n, cap;
};

/* Texts go into the arena. Released with VEC_RELEASE. */
void import_lines(struct import_lines *out, struct arena *arena, const char *s, size_t n,
                  const struct line_map *map);

bool html_is(const char *s, size_t n, const char *name);
void html_text(struct str *out, struct line_map *map, const char *s, size_t n);

/* Tables of Markdown (| Question | Expected |, a rule of dashes below) row by row as a page has it:
 * "Q: ..." and the other cells under the names of their columns. All else stays. */
void pipes_text(struct str *out, struct line_map *map, const char *s, size_t n);

#endif
