#ifndef SLATE_DOMAIN_PHRASE_H
#define SLATE_DOMAIN_PHRASE_H

/* A text of a bank with the place where it stands, so that every remark about it can name line and
 * column. Texts belong to the arena of the bank or interview they are part of. */

#include <stddef.h>
#include <stdint.h>

struct phrase {
    const char *s;      /* NULL: not given */
    uint32_t line, col; /* from 1, in code points; 0: not from a file */
};

struct phrases {
    struct phrase *items;
    size_t n;
};

#endif
