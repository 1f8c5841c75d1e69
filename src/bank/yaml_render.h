#ifndef SLATE_BANK_YAML_RENDER_H
#define SLATE_BANK_YAML_RENDER_H

/* A tree as YAML, laid out as the file it goes into is: written like its neighbour (`model`), and
 * where that says nothing as the file's first list and map are. */

#include "bank/yaml_node.h"

struct yrender {
    const struct yaml_doc *d; /* that it goes into */
    const char *nl;
    bool last;           /* nothing follows it, not even a line break */
    size_t offset;       /* of a list's dashes behind their key */
    size_t step;         /* of a map's keys behind their key */
    struct arena *arena; /* of d */
};

struct yrender yrender_of(struct yaml_doc *d);

/* Adds the entry (with its dash or key), whose sign stands at column `col`; nothing behind it.
 * Texts that get a line break at their end by their style get it in the tree too. */
void yrender_entry(struct str *out, const struct yrender *r, struct ynode *node, size_t col,
                   const struct ynode *model);
/* The same inside brackets. */
void yrender_flow(struct str *out, const struct yrender *r, struct ynode *node);
/* What stands behind the colon or dash at column `col`, the blank in front included. */
void yrender_value(struct str *out, const struct yrender *r, struct ynode *node, size_t col,
                   const struct ynode *model);

/* Of a block scalar in the file: '-', '+' or 0; and the indentation it names, or 0. */
char yaml_chomp(const struct yaml_doc *d, const struct ynode *node);
int yaml_indicator(const struct yaml_doc *d, const struct ynode *node);

#endif
