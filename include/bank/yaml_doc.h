#ifndef SLATE_BANK_YAML_DOC_H
#define SLATE_BANK_YAML_DOC_H

/* The bytes of a YAML file and a tree of where everything in it stands, for editing in place. Knows
 * only YAML, not the schema.
 *
 *     struct yaml_doc *d = yaml_doc_new(bytes, n, &e);      one document, else it says why not
 *     struct ynode *title = ynode_get(d->root, "title");
 *     title->at, title->end                                the bytes of the value, quotes included
 *     yaml_doc_free(d);
 *
 * The tree comes from one run of libyaml's events. libyaml's marks count code points behind a byte
 * order mark; they are mapped to bytes here. What its events do not tell (where a `-` stands, where
 * a block collection really ends) is found in the bytes between two nodes, which hold nothing but
 * blanks, comments and signs. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/err.h"
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
    const char *text;  /* of a scalar: its value, NUL behind it */
    size_t len;
    size_t at, end; /* its bytes without anchor and tag; a block scalar ends behind its last line's
                       text (with keep: behind its trailing empty lines); an empty value has none */
    size_t mark;    /* the byte of its `-`; in a map the first byte of the key */
    uint32_t line;  /* of mark, from 1 */
    uint32_t n;     /* entries */
};

struct yaml_doc {
    struct str bytes;
    struct arena arena;
    struct ynode *root; /* NULL: there is nothing but comments */
    size_t begin;       /* behind a byte order mark */
    bool marked;        /* has directives, or --- or ... */
    bool odd;           /* has an anchor, alias, tag or `?` key somewhere */
};

/* Copies the bytes. NULL, with a reason for a recruiter, when they are not YAML, have several
 * documents, or nest deeper than 64. */
struct yaml_doc *yaml_doc_new(const char *bytes, size_t n, struct err *e);
void yaml_doc_free(struct yaml_doc *d); /* NULL is fine */

struct ynode *ynode_get(const struct ynode *map, const char *key); /* NULL: none */
struct ynode *ynode_at(const struct ynode *list, size_t i);        /* from 0; NULL: none */
size_t ynode_index(const struct ynode *node);

#endif
