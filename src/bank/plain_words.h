#ifndef SLATE_BANK_PLAIN_WORDS_H
#define SLATE_BANK_PLAIN_WORDS_H

/* What libyaml means, in words for somebody who does not know YAML: what is wrong at which place
 * and what to do about it. libyaml 0.2.5's own messages name its grammar ("mapping values are not
 * allowed in this context"), not the mistake; the text around the place tells which one it was. */

#include "bank/cursor.h"

struct plain_words {
    struct place at;
    const char *rule, *todo; /* as in a finding; constant */
    char what[160];
};

/* Puts into words the error that ended the parser, which read the bytes of `file`. `quote` is where
 * the last text in quotes began. */
void plain_words_find(const yaml_parser_t *parser, struct cursor *file, const yaml_mark_t *quote,
                      struct plain_words *out);

#endif
