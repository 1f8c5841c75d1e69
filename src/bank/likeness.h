#ifndef SLATE_BANK_LIKENESS_H
#define SLATE_BANK_LIKENESS_H

/* Questions that ask nearly the same, in time linear in their number.
 *
 * A question is the set of its telling words: folded, their endings taken away, without those that
 * every question has. Two are alike when the words they share are LIKENESS_PERCENT of all that
 * either has (Jaccard 1901). Then they share one of their rarest words, so that only those with
 * such a word in common are compared (prefix filtering: Chaudhuri, Ganti, Kaushik, ICDE 2006). What
 * is alike to an earlier one is not compared with again; of one word at most 64 earlier questions
 * are looked at. */

#include <stddef.h>
#include <stdint.h>

#include "bank/wording.h"

#define LIKENESS_PERCENT 70
#define LIKENESS_WORDS   4 /* fewer telling words tell nothing */

struct likeness {
    struct likeness_sets {
        struct likeness_set {
            size_t from, n; /* its words in `words` */
            uint64_t bits;  /* one for each word, several may share one */
        } * items;
        size_t n, cap;
    } sets;
    struct likeness_words {
        uint32_t *items; /* hashes */
        size_t n, cap;
    } words;
};

/* Adds the next question. */
void likeness_add(struct likeness *l, const struct wording *w);
void likeness_release(struct likeness *l);

/* For each question in turn calls `found` with the number of an earlier one that it is alike to,
 * the likest of them; not for those that are like none. */
void likeness_find(struct likeness *l, void (*found)(void *data, size_t later, size_t earlier),
                   void *data);

#endif
