#ifndef SLATE_BANK_TEXTS_H
#define SLATE_BANK_TEXTS_H

/* Every text of a bank that is read or heard, in the order of its parts; not the glossary and not
 * the names of things. */

#include "domain/bank.h"

enum bank_text {
    TEXT_ASK,    /* the question */
    TEXT_PROBE,  /* asked aloud as well: probes and facts */
    TEXT_ANCHOR, /* what a score looks like */
    TEXT_TITLE,  /* of other roles */
    TEXT_OTHER
};

struct bank_texts {
    void (*each)(void *data, const struct phrase *text, enum bank_text kind);
    void *data;
};

void bank_texts(const struct bank *bank, const struct bank_texts *visit);

#endif
