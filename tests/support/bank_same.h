#ifndef SLATE_TESTS_BANK_SAME_H
#define SLATE_TESTS_BANK_SAME_H

/* Two banks have the same texts and numbers everywhere; fails naming the first that differs. Places
 * are not compared. */

#include "domain/bank.h"

void bank_same(const struct bank *a, const struct bank *b);
void bank_same_questions(const struct bank *a, const struct bank *b); /* only those */

#endif
