#ifndef STORE_MATCH_H
#define STORE_MATCH_H

/* The words of a search: as a query of the full-text index, and found again in a text, to check
 * what the index cannot answer quickly and to show where they stand. A word is found where another
 * begins with it, accents and case aside. */

#include <stdbool.h>
#include <stddef.h>

#include "base/alloc.h"
#include "base/str.h"
#include "domain/listing.h"

#define MATCH_WORDS 32 /* what is typed behind them narrows no more */

struct match_word {
    const char *folded;
    size_t n;
    bool brief; /* one character: half the index begins with it */
};

struct match {
    struct arena arena;
    struct match_word words[MATCH_WORDS];
    int n;
    bool any;         /* something was typed: without a word in it nothing can be found */
    bool brief;       /* some word is brief: to be checked in the text */
    struct str query; /* of the words that are not; "" for none */
    struct str begun; /* the same of no more than the index has prefixes of, see `cut` */
    bool cut;         /* they differ: a longer word is slow to find where much begins with it */
};

void match_read(struct match *m, const char *typed);
void match_release(struct match *m);

/* Does each word begin one of the text's, or is it named in `done` (bit n for word n)? Bits of the
 * words that were found are added to it. */
bool match_in(const struct match *m, const char *text, unsigned *done);
#define MATCH_ALL(m) ((m)->n >= 32 ? ~0u : (1u << (m)->n) - 1)

/* Where the words stand: at most HIT_MARKS, in their order; returns how many. */
int match_marks(const struct match *m, const char *text, struct hit_mark *marks);

/* A piece of the text around the first of the words that are not in `done`, on one line. */
void match_piece(const struct match *m, const char *text, unsigned done, struct str *out);

#endif
