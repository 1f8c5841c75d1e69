#ifndef SLATE_DOMAIN_FACT_H
#define SLATE_DOMAIN_FACT_H

/* What may be written down as the answer to a fact. The text is kept as it was typed; blanks around
 * it do not matter, and no answer is always fine. */

#include <stdbool.h>

#include "base/err.h"
#include "domain/bank.h"

#define FACT_MONEY_MAX 80 /* bytes: an amount with its currency, not a story */

bool fact_check(const struct fact *fact, const char *value, struct err *e);

#endif
