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

#include "bank/yaml_node.h"
#include "base/err.h"

/* Copies the bytes. NULL, with a reason for a recruiter, when they are not YAML, have several
 * documents, or nest deeper than 64. */
struct yaml_doc *yaml_doc_new(const char *bytes, size_t n, struct err *e);
/* The same, taking the bytes over. */
struct yaml_doc *yaml_doc_take(struct str *bytes, struct err *e);
void yaml_doc_free(struct yaml_doc *d); /* NULL is fine */

#endif
