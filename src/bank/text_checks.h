#ifndef SLATE_BANK_TEXT_CHECKS_H
#define SLATE_BANK_TEXT_CHECKS_H

/* Texts that YAML reads otherwise than they were meant, although without an error. */

#include "bank/events.h"

/* Of the text at the event: control characters (error), a line that was meant as an entry of a
 * list and, in prose, a blank and # that cut the rest off (warnings). */
void text_checks(struct events *ev, bool prose);

/* Where a list may stand: a text like "-Names the scopes" was meant as an entry. */
void text_checks_glued_dash(struct events *ev);

#endif
