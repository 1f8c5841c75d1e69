#ifndef STORE_BLIND_H
#define STORE_BLIND_H

/* The blind rule, as a condition of SQL and as a question about one interview.
 *
 * "Mine" is what the person at the keyboard interviews: ?1 is their number, 0 when there is no such
 * interviewer, -1 when everybody's are mine (no name was given). An interview i is hidden when
 *
 *   - another interview m of mine on the same candidate (candidate.root, so merged records are one)
 *     is planned or open, or
 *   - m was started and abandoned for the same job, and I have submitted none for that job on the
 *     candidate since,
 *
 * unless i itself is mine and planned or open: it must be possible to go on with it. A hidden row
 * shows the candidate's name, its state and its date, and nothing else. */

#include "store/db.h"

#define BLIND_MINE(m) "(?1 = -1 OR " m ".interviewer = ?1)"
/* To be used where `i` is an interview and `c` its candidate. The states come first and by name: by
 * them the index passes over what is submitted, which is most. */
#define BLIND_HIDDEN                                                                               \
    "((i.locked OR NOT " BLIND_MINE(                                                               \
        "i") ") AND EXISTS ("                                                                      \
             "SELECT 1 FROM candidate mc CROSS JOIN interview m ON m.candidate = mc.id"            \
             " WHERE mc.root = c.root AND m.state < 'submitted' AND m.id "                         \
             "<> i.id"                                                                             \
             " AND " BLIND_MINE(                                                                   \
                 "m") " AND (NOT m.locked OR (m.started_at > 0 AND m.job IS i.job"                 \
                      " AND NOT EXISTS (SELECT 1 FROM candidate dc CROSS JOIN interview d ON "     \
                      "d.candidate = dc.id"                                                        \
                      " WHERE dc.root = c.root AND d.state = 'submitted' AND d.job IS m.job"       \
                      " AND d.ended_at >= m.ended_at AND " BLIND_MINE("d") ")))))"

/* Who ?1 is. */
bool blind_me(struct store *s, int64_t *me, struct err *e);
/* ERR_REFUSED with a sentence when the interview must not be seen now. */
bool blind_allows(struct store *s, int64_t interview, struct err *e);
/* Remembers that the interview was seen, by whom and when. */
bool blind_note_viewed(struct store *s, int64_t interview, int64_t at, struct err *e);
/* Was another interview of the candidate seen by the one who interviews here? */
bool blind_was_viewed(struct store *s, int64_t interview, bool *viewed, struct err *e);
/* ... one of somebody else, after `since`? */
bool blind_viewed_others(struct store *s, int64_t interview, int64_t since, bool *viewed,
                         struct err *e);

#endif
