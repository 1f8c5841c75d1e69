#ifndef SLATE_STORE_INTERVIEWS_H
#define SLATE_STORE_INTERVIEWS_H

/* Recording and loading interviews. Each call is one small transaction. Slots and values are those
 * of domain/slot.h; the rules (interview_check) were asked before, the store's constraints and
 * triggers hold all the same. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/str.h"
#include "domain/candidate.h"
#include "domain/history.h"
#include "domain/interview.h"
#include "domain/listing.h"
#include "store/store.h"

/* A bank as it was read: the bytes that a session will point at, and what was parsed from them. */
struct store_bank {
    const struct bank *bank;
    const char *bytes;
    size_t n;
    struct hash sha256;
};

/* Stores a planned interview with the bank as it is now. Candidate, interviewer, bank version, kit,
 * answers, steps and facts become rows. */
bool store_plan(struct store *s, const struct interview_plan *plan, const struct store_bank *bank,
                int64_t *id, struct err *e);

/* Changes a planned one: everything of `plan`, and the bank version when `bank` is not NULL. */
bool store_replan(struct store *s, int64_t id, const struct interview_plan *plan,
                  const struct store_bank *bank, struct err *e);

/* planned -> open: the clock's start and local offset. Bank version as stored, or `bank` when the
 * file has changed since. Notes whether another interview of the candidate was seen before. */
struct store_moment {
    int64_t at;
    int offset_min;
};
bool store_start(struct store *s, int64_t id, const struct store_bank *bank,
                 const struct store_moment *when, struct err *e);

/* The wrong level was chosen: in one transaction `of` is abandoned and a new interview started,
 * with these texts in it. */
struct store_text {
    struct slot slot;
    const char *value;
};
struct store_instead {
    int64_t of;
    const struct interview_plan *plan;
    const struct store_text *texts;
    size_t n_texts;
    struct store_moment when;
};
bool store_start_instead(struct store *s, const struct store_instead *new,
                         const struct store_bank *bank, int64_t *id, struct err *e);

/* Takes the interview for this process; ERR_BUSY when another one has it. Released by store_leave,
 * store_close, or death. */
bool store_claim(struct store *s, int64_t id, struct err *e);
void store_leave(struct store *s, int64_t id);

/* Loads all of it, any state, typed-but-unfolded edits included (and folds them when the interview
 * is open and claimed). Blind rule: ERR_REFUSED with a sentence when it must not be seen now; a
 * submitted one counts as seen by whoever looks. */
bool store_load(struct store *s, int64_t id, struct interview *iv, struct err *e);
bool store_history(struct store *s, int64_t id, struct history *h, struct err *e);

/* Records a value (not for a text slot while it is typed). The change log row is written by a
 * trigger. */
struct store_write {
    int64_t interview;
    struct slot slot;
    enum cause cause;
    int64_t at;
};
bool store_set(struct store *s, const struct store_write *w, const char *value, struct err *e);

/* Typing: appends one edit. Bytes of the text as it is before this edit. */
bool store_edit(struct store *s, const struct store_write *w, const struct splice *edit,
                struct err *e);
/* Leaving the field: the edits become the text, one change row, the full-text index. No edits: does
 * nothing. Returns the folded text's change through the log only. */
bool store_fold(struct store *s, const struct store_write *w, struct err *e);

/* Where the recruiter is, and the clock. No change row. */
struct store_place {
    enum stage stage;
    int at, back;
    bool paused;
    int64_t elapsed_ms;
    int64_t touched_at;
    /* of answer `at`, unless at is -1: */
    int64_t shown_at, left_at, spent_ms;
};
bool store_place(struct store *s, int64_t id, const struct store_place *place, struct err *e);

/* Adds an off-script answer at position `pos`. */
bool store_add_own(struct store *s, int64_t id, int pos, int64_t at, struct err *e);

/* open -> submitted: refused while edits or gaps remain; stores the result; locks. Counts as seen
 * by its interviewer, who is shown the result. */
bool store_submit(struct store *s, int64_t id, int64_t at, struct err *e);
/* planned or open -> abandoned; what is still typed is folded. */
bool store_abandon(struct store *s, int64_t id, int64_t at, struct err *e);
/* abandoned -> what it was: open, or planned when it never began. Refused when somebody else's
 * interview of the candidate was looked at meanwhile. */
bool store_reopen(struct store *s, int64_t id, int64_t at, struct err *e);
/* Appends a decision to a submitted interview; its draft is dropped. */
struct store_decision {
    enum decision decision;
    const char *reason; /* NULL: none */
    int64_t at;
};
bool store_decide(struct store *s, int64_t id, const struct store_decision *d, struct err *e);

#endif
