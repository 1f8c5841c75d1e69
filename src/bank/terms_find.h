#ifndef SLATE_BANK_TERMS_FIND_H
#define SLATE_BANK_TERMS_FIND_H

/* Finding terms in texts, for the check. */

#include <stdbool.h>
#include <stdint.h>

#include "bank/terms.h"
#include "bank/wording.h"

#define TERM_WORDS 6 /* a longer name is no term */

struct term {
    const char *name;    /* as it stands in the glossary */
    const char *meaning; /* what the first glossary says */
    const char *bank;    /* that has it; NULL: unnamed */
    const char *words;   /* folded, one behind the other */
    struct term_word {
        uint8_t len, stem; /* letters; without the ending of a plural */
        bool hyphen;       /* in front of it */
    } parts[TERM_WORDS];
    uint32_t key; /* word_key of the first word's stem */
    uint8_t n;    /* words */
    bool spelled; /* short, with capitals: found only as it is written */
    bool plain;   /* everyday English as well: no bank must explain it */
};

/* Adds a term without a meaning; NULL is passed over. */
void terms_add_word(struct terms *t, const char *word);

size_t terms_count(const struct terms *t);
const struct term *terms_at(const struct terms *t, size_t i);

/* The longest term that begins at word i; its number, or -1. A plural is found by its
 * singular, not the other way: a daily is no dailies. */
int terms_find(const struct terms *t, const struct wording *w, size_t i);

#endif
