#ifndef SLATE_DOMAIN_WORDS_H
#define SLATE_DOMAIN_WORDS_H

/* Closed sets of words: the name of an enum's value is words[value]. */

/* The position of `word` among `n`, or -1. NULL words, and a NULL word, match nothing. */
int words_find(const char *const *words, int n, const char *word);

/* words[at], or "" when `at` is outside. */
const char *words_at(const char *const *words, int n, int at);

#endif
