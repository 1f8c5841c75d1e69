#ifndef SLATE_SCREENS_YESNO_H
#define SLATE_SCREENS_YESNO_H

/* Typing the answer to a question of yes or no: y and n answer at once, as long as the field is
 * empty or holds just one of the two words, and any other text can be typed all the same. So a
 * letter only proposes its word:
 *
 *     y            yes
 *     yes          yes           the rest of the word is not doubled
 *     y, from May  yes, from May
 *     next year    next year     what turns out to be another word takes the proposal back
 *
 * Zeroed when the field is entered. */

#include "base/str.h"
#include "tui/event.h"

struct yesno {
    char typed[4]; /* the letters that were typed of a word that is proposed; "" for none */
};

/* True: `answer` (empty before) is what the field holds from now on. False: the event is the
 * field's own, as in any other. `now` is what it holds. */
bool yesno_type(struct yesno *y, const struct event *ev, const char *now, struct str *answer);

#endif
