#ifndef SLATE_BANK_YAML_NODE_H
#define SLATE_BANK_YAML_NODE_H

/* The tree of a YAML file: what stands where (bank/yaml_doc.h makes it), and trees that are meant,
 * which have no bytes (at, end and mark are 0). Knows only YAML, not the schema. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/str.h"

enum ykind { Y_SCALAR, Y_LIST, Y_MAP, Y_ALIAS };

enum ystyle {
    Y_PLAIN,
    Y_SINGLE,  /* '...' */
    Y_DOUBLE,  /* "..." */
    Y_LITERAL, /* | */
    Y_FOLDED,  /* > */
    Y_BLOCK,   /* a collection by indentation */
    Y_FLOW     /* [...] or {...} */
};

/* A node is an entry of its parent: of a list, or the value of a key. */
struct ynode {
    enum ykind kind;
    enum ystyle style;
    bool odd; /* it or its key has an anchor or a tag, is an alias, or its key has a `?` */
    struct ynode *parent, *first, *last, *next, *prev;
    struct ynode *key; /* a node without relatives; NULL in a list */
    const char *text;  /* of a scalar: its value, NUL behind it; else "" */
    size_t len;
    size_t at, end; /* its bytes without anchor and tag; a block scalar ends behind its last line's
                       text (with keep: behind its trailing empty lines); an empty value has none */
    size_t mark;    /* the byte of its `-`; in a map the first byte of the key */
    uint32_t line;  /* of mark, from 1 */
    uint32_t n;     /* entries */
    bool number;    /* of a tree that is meant: may be read as a number */
};

struct yaml_doc {
    struct str bytes;
    struct arena arena;
    struct ynode *root; /* NULL: there is nothing but comments */
    size_t begin;       /* behind a byte order mark */
    bool marked;        /* has directives, or --- or ... */
    bool odd;           /* has an anchor, alias, tag or `?` key somewhere */
};

struct ynode *ynode_get(const struct ynode *map, const char *key); /* NULL: none */
struct ynode *ynode_at(const struct ynode *list, size_t i);        /* from 0; NULL: none */
size_t ynode_index(const struct ynode *node);

/* ---- trees that are meant ---- */
struct ynode *ynode_text(struct arena *a, const char *text, size_t n);
struct ynode *ynode_collection(struct arena *a, enum ykind kind);
struct ynode *ynode_copy(struct arena *a, const struct ynode *node); /* without key and place */
void ynode_trim(struct ynode *node); /* its texts lose the line breaks at their end */
void ynode_put(struct ynode *parent, size_t i, struct ynode *child);
void ynode_take(struct ynode *child); /* out of its parent */

/* Do both say the same: kinds, keys, values, order? Not how it is written. */
bool ynode_same(const struct ynode *a, const struct ynode *b);
/* Has the node, or anything in or above it, what slate does not edit? */
bool ynode_is_odd(const struct ynode *node);
bool ynode_is_in_odd(const struct ynode *node); /* not what is in it */

#endif
