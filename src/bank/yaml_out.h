#ifndef SLATE_BANK_YAML_OUT_H
#define SLATE_BANK_YAML_OUT_H

/* A bank as the bytes of a new file, in the style of the shipped ones. What bank_read reads from it
 * is the same bank, text for text; only places differ.
 *
 * What a bank does not have is left out and never made up: a draft without anchors is a file that
 * the check finds incomplete and names the place. A competency or a term without a meaning is
 * written with nothing behind its colon, for the same reason.
 *
 * Texts are UTF-8 without control characters (which bank_read refuses); names of glossary entries
 * have at most YAML_OUT_NAME bytes, which is all that libyaml takes in front of a colon. */

#include "base/str.h"
#include "domain/bank.h"

#define YAML_OUT_NAME 500

struct yaml_out {
    const struct bank *bank;
    const char *head; /* written as comments at the top, lines as they are; NULL: none */
    /* A text to stand as a comment above what to listen for, or NULL; the hook may be NULL. */
    const char *(*remark)(void *data, const struct question *q);
    void *data;
};

void yaml_out_bank(const struct yaml_out *w, struct str *out);

#endif
