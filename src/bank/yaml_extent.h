#ifndef SLATE_BANK_YAML_EXTENT_H
#define SLATE_BANK_YAML_EXTENT_H

/* Which lines of a file belong to an entry of a block list or map. */

#include "bank/yaml_node.h"

struct yextent {
    bool lines;   /* it begins its line; else it stands behind the dash or key of what it is in */
    size_t col;   /* column of its dash or key */
    size_t from;  /* its first byte: of its line, of the comments directly above; or its mark */
    size_t eol;   /* behind its last line's text and comment, without the break */
    size_t next;  /* behind that break */
    size_t above; /* where the empty lines above `from` begin; `from` when there are none */
    size_t below; /* behind the empty lines below; `next` when there are none */
};

struct yextent yaml_extent(const struct yaml_doc *d, const struct ynode *node);

size_t yaml_column(const struct yaml_doc *d, size_t at); /* bytes from the start of its line */
/* Are the entries on either side of `i` (or, there being none, those next to it) set off from each
 * other by empty lines? */
bool yaml_is_spaced(const struct yaml_doc *d, const struct ynode *parent, size_t i);
/* Is there a comment with a line of its own in [from, to)? Where its # stands, else `to`. */
size_t yaml_own_comment(const struct yaml_doc *d, size_t from, size_t to);

#endif
