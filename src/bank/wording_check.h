#ifndef SLATE_BANK_WORDING_CHECK_H
#define SLATE_BANK_WORDING_CHECK_H

/* The part of bank_check that looks at what texts say. */

#include "bank/bank_check.h"

void wording_check(const struct bank *bank, const struct check_setup *setup,
                   struct findings *findings);

#endif
