#ifndef SLATE_BANK_CHECK_H
#define SLATE_BANK_CHECK_H

/* Is a bank fit to use? Adds warnings to what the reader found: weak interviews (under six scored
 * questions in a level, a competency with one question only, more minutes than the level has),
 * lines too long for the live screen (LIVE_COLUMNS). Linear in the size of the bank. */

#include "domain/bank.h"
#include "domain/finding.h"

void bank_check(const struct bank *bank, struct findings *findings);

#endif
