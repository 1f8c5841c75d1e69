#ifndef SLATE_STORE_AMENDING_H
#define SLATE_STORE_AMENDING_H

/* Corrections of what was submitted, which itself never changes: they are rows of their own, only
 * ever appended, each with a reason, who made it (store_set_me, else the one who interviewed) and
 * when. Views and store_load give the latest value, store_past all of them.
 *
 *     struct store_amendment a = {id, {FIELD_MARK, 2, 0}, "4", "misheard the year", now};
 *     store_amend(s, &a, e)
 *
 * Each is one transaction that brings the stored results and the search index along. The rules of a
 * value (interview_check_amendment) were asked before; the database refuses what is worse than
 * unwise. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "domain/past.h"
#include "domain/slot.h"
#include "store/store.h"

struct store_amendment {
    int64_t interview;
    struct slot slot;
    const char *value;  /* as in domain/slot.h */
    const char *reason; /* not blank */
    int64_t at;
};
/* ERR_REFUSED unless the interview is submitted, may be seen, and the reason is not blank. */
bool store_amend(struct store *s, const struct store_amendment *a, struct err *e);

/* Takes a question out of every result, past and to come, or (`on` false) back in: by its hash, in
 * every kit that asks it, those of later versions of the bank too. What was scored stays.
 * ERR_MISSING when no interview was ever made with such a question, ERR_REFUSED when it is so
 * already. `kit` says only whose count of questions store_void_state tells. */
struct store_voiding {
    struct hash kit, question;
    bool on;
    const char *reason; /* not blank */
    int64_t at;
};
/* `changed`: submitted interviews whose result was computed anew. */
bool store_void(struct store *s, const struct store_voiding *v, int64_t *changed, struct err *e);

/* How a kit's question stands; release out->arena. */
bool store_void_state(struct store *s, const struct hash *kit, const struct hash *question,
                      struct void_state *out, struct err *e);

/* All that ever happened to an interview that store_load gave, in order: what was recorded, undone,
 * submitted, decided, amended, and which of its questions were voided. */
bool store_past(struct store *s, const struct interview *iv, struct past *out, struct err *e);

/* The same interviewer's day, for the notices of a scorecard. Sessions that are hidden now are
 * counted, and told nothing else of. */
bool store_day(struct store *s, const struct interview *iv, struct day *out, struct err *e);

#endif
