#ifndef SLATE_BANK_WORDING_CHECK_H
#define SLATE_BANK_WORDING_CHECK_H

/* The part of bank_check that looks at what texts say. */

#include "bank/check_setup.h"
#include "domain/bank.h"
#include "domain/finding.h"

#define ASK_WORDS 45 /* more cannot be said in one breath, nor kept in mind */

void wording_check(const struct bank *bank, const struct check_setup *setup,
                   struct findings *findings);

#endif
