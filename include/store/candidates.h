#ifndef SLATE_STORE_CANDIDATES_H
#define SLATE_STORE_CANDIDATES_H

/* The people who are interviewed, beside their interviews. What was changed of a candidate is
 * logged by the names of the fields, never by their values. */

#include <stdbool.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/err.h"
#include "domain/candidate_file.h"
#include "store/store.h"

/* The texts belong to the arena. Of a merged record what it leads to; ERR_MISSING when there is
 * none, or when it was erased. */
bool store_candidate(struct store *s, int64_t id, struct candidate *out, struct arena *a,
                     struct err *e);

/* Who was interviewed: the record that the interview was made with. */
bool store_candidate_of(struct store *s, int64_t interview, int64_t *candidate, struct err *e);

/* All of it: contact, sessions, merged records, changes. `id` may be a merged record. Releases what
 * it filled when it fails. */
bool store_candidate_file(struct store *s, int64_t id, struct candidate_file *out, struct err *e);

/* Makes the record `c->id` say what `c` says (a tidy name; NULL: not known). */
bool store_edit_candidate(struct store *s, const struct candidate *c, int64_t at, struct err *e);

/* Two records of one person: `from` leads to `into` from now on. No interview is moved. Undone by
 * `into` 0. ERR_REFUSED when they are one already. */
bool store_merge_candidates(struct store *s, int64_t from, int64_t into, int64_t at, struct err *e);

#endif
