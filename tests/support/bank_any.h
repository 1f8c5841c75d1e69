#ifndef SLATE_TESTS_BANK_ANY_H
#define SLATE_TESTS_BANK_ANY_H

/* Questions made of texts that mean something in YAML, CSV or Markdown, for whatever has to carry
 * them over unchanged. */

#include <stdint.h>

#include "base/alloc.h"
#include "domain/question.h"

/* Not empty, and without blanks at its end, which reading a bank takes away. */
struct phrase bank_any_text(struct arena *arena, uint64_t *seed);
struct phrases bank_any_texts(struct arena *arena, uint64_t *seed, int most);
/* Complete, with the id "q<n>" and the competency "q0". */
void bank_any_question(struct question *q, struct arena *arena, uint64_t *seed, int n);

#endif
