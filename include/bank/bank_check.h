#ifndef SLATE_BANK_CHECK_H
#define SLATE_BANK_CHECK_H

/* Is a bank fit to use? Adds warnings to what the reader found:
 *
 *   few-questions, one-question, minutes   an interview that would be weak
 *   long-line                              does not stand on one line of the live screen
 *   long-question                          too long to say aloud
 *   near-duplicate                         asks what another question asks already
 *   empty-anchor                           says nothing that could be observed
 *   glossary                               uses a term that another bank explains and it does not
 *   law-...                                risky in law (bank/law.h)
 *
 * Linear in the size of the bank. */

#include "bank/check_setup.h"
#include "domain/bank.h"
#include "domain/finding.h"

void bank_check(const struct bank *bank, const struct check_setup *setup,
                struct findings *findings);

#endif
