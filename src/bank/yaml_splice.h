#ifndef SLATE_BANK_YAML_SPLICE_H
#define SLATE_BANK_YAML_SPLICE_H

/* Edits of a YAML file as splices of its bytes. Each function changes the tree of the document into
 * the one that is meant and adds the splices that should bring it about; whether they do is found
 * out by parsing again (bank_edit.c). On false the err says why not; the tree is of no more use. */

#include "bank/yaml_node.h"
#include "base/err.h"

struct ysplice {
    size_t at, del;
    struct str ins;
};

struct yedit {
    struct yaml_doc *d;
    struct ysplice *items; /* offsets are those of d->bytes */
    size_t n, cap;
    struct ynode *open; /* a block scalar that the file ends in without a line break; or NULL */
};

void yedit_release(struct yedit *e);

/* The value of an entry becomes a text without line breaks at its end. */
bool yedit_text(struct yedit *y, struct ynode *node, const char *text, bool number);
/* ... or a list or map; `node` goes. */
bool yedit_replace(struct yedit *y, struct ynode *node, struct ynode *with, struct err *e);
/* Its key becomes another. */
bool yedit_rename(struct yedit *y, struct ynode *node, const char *key);

/* A new entry (of a map: with its key) that becomes number `i` of its parent, written like `model`,
 * NULL: like its neighbour. */
bool yedit_insert(struct yedit *y, struct ynode *parent, size_t i, struct ynode *node,
                  const struct ynode *model);
/* Not the only one of its parent. */
bool yedit_remove(struct yedit *y, struct ynode *node, struct err *e);
/* Within its list or map: it becomes number `i`. */
bool yedit_shift(struct yedit *y, struct ynode *node, size_t i, struct err *e);

/* Puts a copy of an entry of a list with its comments, of the same or of another file, into a list
 * that has entries. `id` replaces the text of its key "id" unless NULL. */
struct ysource {
    const struct yaml_doc *d;
    const struct ynode *node;
    const char *id;
};
struct ytarget {
    struct ynode *list;
    size_t i;
    bool ahead; /* of the entry that is number i now, below a heading that stands there */
};
bool yedit_transplant(struct yedit *y, const struct ysource *from, const struct ytarget *to,
                      struct err *e);

/* ---- shared by those that make splices ---- */

/* Takes the lines of an entry of a block collection away; the tree stays. */
bool yedit_take_lines(struct yedit *y, const struct ynode *node, struct err *e);
void yedit_splice(struct yedit *y, size_t at, size_t del, const struct str *ins);
/* [from, to) becomes `text`: what both begin and end with stays. */
void yedit_splice_least(struct yedit *y, size_t from, size_t to, const struct str *text);

/* Puts lines between the entries of a block collection so that they become number `i`. `text` is
 * whole lines, without the last break, the first one without its indentation `col`. */
struct ylines {
    const struct str *text;
    size_t col;
    bool ahead; /* directly ahead of what is there, below a heading; else directly behind the one
                   before */
};
bool yedit_put_lines(struct yedit *y, struct ynode *parent, size_t i, const struct ylines *lines);

#endif
