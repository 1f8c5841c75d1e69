#ifndef SLATE_BANK_POINTS_H
#define SLATE_BANK_POINTS_H

/* An expected answer in prose as points to listen for: one for each sentence, and where a sentence
 * lists things ("should discuss scheduling, budgets, and how they delegate") one for each of them,
 * the words in front of the list left out. A point begins with a capital and has no full stop; a
 * text that is one point only is left as it is. */

#include "base/alloc.h"
#include "domain/phrase.h"

struct phrase_list {
    struct phrase *items;
    size_t n, cap;
};

/* Adds the points with the line of the text. Texts go into the arena, the list is released with
 * VEC_RELEASE. */
void points_split(struct phrase_list *out, struct arena *arena, const struct phrase *prose);

/* The same at sentences only. */
void points_sentences(struct phrase_list *out, struct arena *arena, const struct phrase *prose);

#endif
