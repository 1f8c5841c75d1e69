#ifndef SLATE_BANK_WORDING_H
#define SLATE_BANK_WORDING_H

/* A text as its words, for checks that look for what a text says and not how it is written: folded
 * as base/utf8.h does ("Léa's" is "lea" and "s"), split at everything that is no letter and no
 * digit. One of them is filled again for text after text.
 *
 *     struct wording w = {0};
 *     wording_read(&w, "How old are you?");     four words, the first one opens a sentence
 *     wording_release(&w); */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct word {
    uint32_t at, end;   /* bytes of the text it stands on */
    uint32_t from, len; /* bytes of `folded` */
    uint32_t key;       /* word_key of it: unequal keys, unequal words */
    bool opens; /* a sentence or clause begins here: . ? ! ; : or a line that ends stands before */
};

struct wording {
    const char *text; /* as it was given; must live as long as this is used */
    struct str folded;
    struct word *items;
    size_t n, cap;
};

void wording_read(struct wording *w, const char *text);
void wording_release(struct wording *w);

/* The first four bytes of a word as a number, zeros behind a shorter one. */
static inline uint32_t word_key(const char *word, size_t len)
{
    uint32_t key = 0;
    for (size_t i = len < 4 ? len : 4; i > 0; i--)
        key = key << 8 | (unsigned char)word[i - 1];
    return key;
}

uint32_t word_hash(const char *word, size_t len); /* FNV-1a, never 0 */

/* How many letters of a word stay when its plural is taken away: proxies and proxy 4, passes 4. */
size_t word_stem(const char *word, size_t len);

/* The folded letters of word i; not ended by NUL. */
static inline const char *wording_word(const struct wording *w, size_t i)
{
    return w->folded.s + w->items[i].from;
}

/* Is it one of these? `lists` has a list for each letter from a to z (NULL: none), of words between
 * blanks: " me more most ". */
bool word_in_lists(const char *const lists[26], const char *word, size_t len);

#endif
