#ifndef SLATE_BANK_LAW_WORDS_H
#define SLATE_BANK_LAW_WORDS_H

/* law_scan for a caller who has the text as words already. */

#include "bank/law.h"
#include "bank/wording.h"

void law_scan_words(struct law *law, const struct wording *w, struct law_hits *hits);

/* For tests of the table: false when a row is not written as patterns are. */
bool law_is_sound(const struct law *law);

#endif
