#ifndef SLATE_BANK_LAW_H
#define SLATE_BANK_LAW_H

/* Words that may draw out, or write down, what the law keeps out of hiring: age, family, health,
 * religion ... For questions of a bank and for what was noted in an interview alike. It knows
 * phrases, not meaning: a hit is a reason to look again, silence is no permission. Not legal
 * advice.
 *
 *     struct law *law = law_new(LAW_ALL);
 *     struct law_hits hits = {0};
 *     law_scan(law, "How old are you?", &hits);
 *     ... hits.items[0].rule is "law-age"
 *     VEC_RELEASE(&hits);
 *     law_free(law);
 *
 * The phrases stand in src/bank/law_rules.c, the French ones in law_rules_fr.c. Linear in the text;
 * making a law costs some 0.1 ms. */

#include <stdbool.h>
#include <stddef.h>

#include "bank/law_profile.h"

struct law_hit {
    const char *rule;   /* "law-age": constant */
    const char *matter; /* "age": constant */
    const char
        *safer; /* what to do instead, full sentences, "Not legal advice." the last; the law's */
    unsigned where; /* the profiles asked for in which it is a risk; 0: an advice */
    size_t at, len; /* the bytes of the text that it is about */
};

struct law_hits {
    struct law_hit *items;
    size_t n, cap;
};

struct law;
struct law *law_new(unsigned profiles); /* 0 stands for LAW_ALL */
void law_free(struct law *law);         /* NULL is fine */

/* Adds what is risky in `text`: at most one hit for each rule, by place. */
void law_scan(struct law *law, const char *text, struct law_hits *hits);
/* The same for who has the words already (bank/wording.h, of this room). */
struct wording;
void law_scan_words(struct law *law, const struct wording *w, struct law_hits *hits);

/* For the test of the table: false when a row is not written as patterns are. */
bool law_is_sound(const struct law *law);

#endif
