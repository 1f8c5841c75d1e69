#ifndef SLATE_BANK_YAML_SCALAR_H
#define SLATE_BANK_YAML_SCALAR_H

/* A text as YAML, in the style that is wished for or the nearest one that says it right: every
 * reader of YAML, of version 1.1 or 1.2, must find the same text, never a number, a date or no. */

#include "bank/yaml_node.h"

/* Where the text is to stand. */
struct yroom {
    enum ystyle style; /* wished for */
    bool flow;         /* inside brackets */
    bool key;
    bool inline_only; /* no | or > here */
    bool number;      /* may be read as a number: its field is one */
    char chomp;       /* of | and >: '-', '+' or 0 */
    size_t parent;    /* column of the collection that it stands in */
    size_t column;    /* where further lines begin */
    size_t first;     /* where the first one begins */
    size_t width;     /* columns a wrapped line may have; 0: not wrapped */
    int indicator;    /* a block scalar says its indentation already; 0: only when it must */
    const char *nl;
};

struct ywritten {
    struct str head; /* where the value stands */
    struct str body; /* from the end of that line on: each of its lines behind its break */
    enum ystyle style;
};

/* `text` has no line breaks at its end; those that | and > give it are chomp's. */
void yaml_write_text(const char *text, size_t n, const struct yroom *room, struct ywritten *out);
void ywritten_release(struct ywritten *w);

#endif
