#ifndef SLATE_BANK_PATTERN_H
#define SLATE_BANK_PATTERN_H

/* Patterns of words, written so that a recruiter could add one:
 *
 *     how old are you          these words, one behind the other, in one sentence
 *     do/have you              either word
 *     pregnan*                 any word that begins so (four letters or more before the star)
 *     your/the? age            a word that may be missing
 *     have .. children         up to three words between
 *     born in #                any number
 *
 * and several of them parted by " | ". They are held against folded words (bank/wording.h), hence
 * are written small and without accents. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bank/wording.h"

struct pattern_words { /* one place of a pattern */
    uint32_t alt, n;   /* alternatives: where in `alts`, how many */
    bool optional, gap, number;
};

struct pattern_alt {
    const char *s; /* not ended by NUL */
    uint32_t len;
    bool open; /* ends in a star */
};

struct pattern {
    uint32_t word, n; /* places: where in `words`, how many */
    uint32_t anchor;  /* the place that tells it apart best: where a search begins */
    uint32_t owner;   /* whatever the caller gave */
};

struct patterns {
    struct pattern *items;
    size_t n, cap;
    struct pattern_vec {
        struct pattern_words *items;
        size_t n, cap;
    } words;
    struct pattern_alts {
        struct pattern_alt *items;
        size_t n, cap;
    } alts;
};

/* Adds all patterns of `text`, which must live as long as `p`. False when one is not written as
 * above: nothing that could never match, nothing that is found by fewer than four letters of it. */
bool patterns_add(struct patterns *p, const char *text, uint32_t owner);
void patterns_release(struct patterns *p);

bool pattern_alt_fits(const struct pattern_alt *alt, const struct wording *w, size_t i);

/* The words [*from, *to) that pattern x takes when its anchor stands on word `at`, as many as it
 * can; false when it does not fit there. */
bool pattern_fits(const struct patterns *p, const struct pattern *x, const struct wording *w,
                  size_t at, size_t span[2]);

/* The same for a caller who knows that the anchor fits on `at`. */
bool pattern_fits_around(const struct patterns *p, const struct pattern *x, const struct wording *w,
                         size_t at, size_t span[2]);

/* Does pattern x, wherever it begins, take one of the words [from, to)? */
bool pattern_touches(const struct patterns *p, const struct pattern *x, const struct wording *w,
                     const size_t span[2]);

#endif
