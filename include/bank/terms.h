#ifndef SLATE_BANK_TERMS_H
#define SLATE_BANK_TERMS_H

/* The craft terms that the glossaries of banks explain, for the check that one bank explains what
 * it uses. Texts are copied: the banks may go.
 *
 *     struct terms *terms = terms_new();
 *     terms_add(terms, &one_bank);
 *     terms_add(terms, &another);
 *     bank_check(&one_bank, &(struct check_setup){.terms = terms}, &findings);
 *     terms_free(terms); */

#include <stdbool.h>
#include <stdint.h>

#include "domain/bank.h"

struct terms;
struct terms *terms_new(void);
void terms_free(struct terms *t); /* NULL is fine */
void terms_add(struct terms *t,
               const struct bank *bank); /* its glossary; a term twice counts once */

/* ---- for the check itself ---- */

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
struct wording; /* bank/wording.h, of this room */
int terms_find(const struct terms *t, const struct wording *w, size_t i);

#endif
