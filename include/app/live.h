#ifndef SLATE_APP_LIVE_H
#define SLATE_APP_LIVE_H

/* A live interview: every key's effect goes rules -> store (committed) -> memory, in that order, so
 * that whatever is painted afterwards is in the store. Owned by the screen that opened it; closing
 * leaves the interview open in the store.
 *
 *     struct live *live = live_open(app, id, &e);
 *     live_mark(live, (struct mark){.state = ANSWER_SCORED, .score = 4}, &e);
 *     live_close(live);
 *
 * The clock runs from live_open on, in ticks: live_tick counts the time since the last tick or key,
 * a gap of more than 60 seconds (the lid was closed) counts as a break. */

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "domain/history.h"
#include "domain/interview.h"

struct live;

/* Claims and loads an open interview, or a submitted one whose decision is to be made. ERR_BUSY
 * when another running slate has it. */
struct live *live_open(struct app *app, int64_t id, struct err *e);
void live_close(struct live *live); /* NULL is fine; saves the clock */

const struct interview *live_interview(const struct live *live);
/* Something on the screen is not stored, typed text or the clock: a write failed. It is written
 * with the next key or tick that can be written. */
bool live_unsaved(const struct live *live);
/* The same of the interview that is open in this app, if there is one: may it be said that all is
 * saved? */
bool live_all_saved(const struct app *app);

/* Records a value in any slot; in one that is typed into it replaces the text. The same value again
 * does nothing. On false nothing is changed, here or in the store. */
bool live_set(struct live *live, struct slot slot, const char *value, struct err *e);
/* Shorthands on the answer shown now; live_toggle also for FIELD_OVERALL, and for FIELD_STEP, where
 * `item` is the step. */
bool live_mark(struct live *live, struct mark mark, struct err *e);
bool live_toggle(struct live *live, enum field field, int item, struct err *e);

/* Typing: one edit of the text in `slot`, as the editor made it; and leaving the field. On false
 * with ERR_STORE the text has changed all the same and is kept in memory until it can be written
 * (live_unsaved), so that nothing typed is ever lost. */
bool live_edit(struct live *live, struct slot slot, const struct splice *edit, struct err *e);
bool live_fold(struct live *live, struct slot slot, struct err *e);

/* Undo and redo. On true `what` says it in words ("undone: score 4 of question 3") and `slot` is
 * where it was, shown now if it belongs to an answer. False with ERR_MISSING: nothing to undo. */
bool live_undo(struct live *live, struct str *what, struct slot *slot, struct err *e);
bool live_redo(struct live *live, struct str *what, struct slot *slot, struct err *e);
bool live_can_undo(const struct live *live);
bool live_can_redo(const struct live *live);

/* Where the recruiter is. In other stages than the questions `at` is not looked at, and the place
 * among the questions is kept. */
bool live_go(struct live *live, enum stage stage, int at, struct err *e);
bool live_back(struct live *live, struct err *e); /* to the answer shown before this one */
/* An off-script question behind the others, not gone to yet; its position, or -1. A blank one that
 * is there already is given again. */
int live_add_own(struct live *live, struct err *e);

/* The clock. live_tick returns true when a break was noticed, whether at this tick or with a key
 * before it; `e` is set when the time could not be stored. Elapsed is of the whole interview,
 * spent of the answer shown. */
bool live_tick(struct live *live, struct err *e);
bool live_pause(struct live *live, bool paused, struct err *e);
int64_t live_elapsed(const struct live *live);
int64_t live_spent(const struct live *live);

/* The end. After live_submit the scores are locked and the composite exists. */
bool live_submit(struct live *live, struct err *e);
bool live_abandon(struct live *live, struct err *e);
bool live_decide(struct live *live, enum decision d, struct err *e); /* reason: the typed draft */

#endif
