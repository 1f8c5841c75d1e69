#ifndef SLATE_BANK_YAML_REFILL_H
#define SLATE_BANK_YAML_REFILL_H

/* A folded text (>) that changed in one place is wrapped anew only there: the lines before and
 * behind stay as they are, so that the difference shows what was changed. */

#include "bank/yaml_scalar.h"

struct yrefill {
    const struct yaml_doc *d;
    const struct ynode *node; /* the folded text as it is */
    size_t end;               /* behind its last line's text */
    const struct yroom *room;
};

/* Puts the lines of `text` from the end of the node's first line on into `body`; false when nothing
 * of the old lines can stay. */
bool yaml_refill(const struct yrefill *r, const char *text, struct str *body);

#endif
