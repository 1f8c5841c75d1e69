#ifndef SLATE_BANK_LAW_RULES_H
#define SLATE_BANK_LAW_RULES_H

/* The table of rules and its columns: law_rules.c in English, law_rules_fr.c in French. */

#include <stddef.h>

#include "bank/law_profile.h"

struct law_rule {
    const char *name;     /* short, of the rule: rows may share one */
    const char *matter;   /* what it is about, as in "touches ..." */
    unsigned risk;        /* profiles in which it is a risk */
    unsigned advice;      /* profiles in which asking is lawful but unwise */
    const char *words;    /* patterns (bank/pattern.h) that find it */
    const char *innocent; /* patterns that excuse what they touch; NULL: none */
    const char *safer; /* what to ask instead; {accommodation} is put in the words of the country */
};

extern const struct law_rule law_english[], law_french[];
extern const size_t law_english_n, law_french_n;

/* Both as one. */
static inline size_t law_rules_count(void)
{
    return law_english_n + law_french_n;
}

static inline const struct law_rule *law_rule_at(size_t i)
{
    return i < law_english_n ? &law_english[i] : &law_french[i - law_english_n];
}

/* Patterns that excuse what they touch in every row. */
extern const char law_innocent[];

#endif
