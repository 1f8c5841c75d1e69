#ifndef SLATE_BANK_TERMS_H
#define SLATE_BANK_TERMS_H

/* The craft terms that the glossaries of banks explain, for the check that one bank explains what
 * it uses. Texts are copied: the banks may go.
 *
 *     struct terms *terms = terms_new();
 *     terms_add(terms, &one_bank);
 *     terms_add(terms, &another);
 *     bank_check(&one_bank, &(struct check_setup){.terms = terms}, &findings);
 *     terms_free(terms); */

#include "domain/bank.h"

struct terms;
struct terms *terms_new(void);
void terms_free(struct terms *t); /* NULL is fine */
void terms_add(struct terms *t,
               const struct bank *bank); /* its glossary; a term twice counts once */

#endif
