#ifndef SLATE_BANK_YAML_LINES_H
#define SLATE_BANK_YAML_LINES_H

/* The lines of a YAML file. CR, LF, CR LF, U+0085, U+2028 and U+2029 end one, as libyaml has it.
 * Offsets are bytes. */

#include <stdbool.h>
#include <stddef.h>

#include "bank/yaml_node.h"

/* Bytes of the line break at `at`; 0: there is none. */
size_t line_break(const struct str *bytes, size_t at);
/* Bytes of the line break that ends just before `at`; 0: there is none. */
size_t line_break_before(const struct str *bytes, size_t at);

size_t line_start(const struct yaml_doc *d, size_t at); /* never before a byte order mark's end */
size_t line_end(const struct str *bytes, size_t at);    /* at its break or at the end of the file */
size_t line_next(const struct str *bytes, size_t at);   /* behind its break */

bool is_blank(char c); /* blank or tab */
size_t skip_blanks(const struct str *bytes, size_t at);
/* Nothing but blanks from `at` to the end of its line. */
bool line_is_empty(const struct str *bytes, size_t at);
/* Nothing but blanks and a comment from `at` on. */
bool line_is_comment(const struct str *bytes, size_t at);

/* Where `sign` stands among blanks, comments and commas in [from, to); `to` when it does not. */
size_t find_sign(const struct str *bytes, size_t from, size_t to, char sign);

/* The break that the file's lines end with: of its first line; "\n" when it has but one. */
const char *line_ending(const struct yaml_doc *d);

/* Where a block scalar ends, from where libyaml says it does (node->end): behind the text of its
 * last line; with "keep" behind the empty lines that belong to it, but for the last break. */
size_t yaml_block_extent(const struct str *bytes, const struct ynode *node);

#endif
