#ifndef SLATE_BANK_CURSOR_H
#define SLATE_BANK_CURSOR_H

/* From libyaml's marks to the bytes of a file. A mark counts code points and knows no byte order
 * mark, so the bytes here begin behind one. */

#include <stddef.h>
#include <stdint.h>
#include <yaml.h>

struct place {
    uint32_t line, col; /* from 1, in code points; 0: the file as a whole */
};

struct cursor {
    const char *bytes;
    size_t n;
    size_t index, byte; /* one place, in code points and in bytes */
};

/* The byte at a mark. Quick when marks are asked for in their order. */
size_t cursor_byte(struct cursor *c, const yaml_mark_t *mark);

struct place cursor_place(const yaml_mark_t *mark);

#endif
