#ifndef SLATE_SCREENS_ROOM_H
#define SLATE_SCREENS_ROOM_H

/* What the screens of one interview have in common: the line at the top, the clock, undo, skipping
 * and leaving. They say and do it in the same way on every stage. */

#include "app/live.h"
#include "tui/screen.h"

/* Who, bank, level and job; the clock; at the right what the last key did, or that it is not saved.
 * `last` may be "". */
void room_draw_header(const struct app *app, const struct live *live, struct canvas *c,
                      const char *last);

/* A key did `last` and it is saved: in a window too narrow for that in the line at the top, said in
 * the place of the footer, for the row that changed may be out of sight there. */
struct outcome room_did(const char *last, int cols);

/* Says what was undone or redone, or why not. `slot` is where it was; the stage may have changed.
 */
struct outcome room_undo(struct live *live, bool redo, struct slot *slot);
/* The same for a screen of another stage than the questions: where the undo has led away from
 * its stage, the live interview moves out of *live into the screen that replaces the caller's. */
struct outcome room_undo_from(struct app *app, struct live **live, bool redo, struct slot *slot);
const char *room_no_undo(const struct live *live); /* the reason why there is nothing, or NULL */
const char *room_no_redo(const struct live *live);

/* The reasons to skip a question, in the order of enum skip_reason from 1 on. */
#define ROOM_SKIP_QUESTION "Skip this question, because:"
extern const struct choice room_skip_choices[SKIPS - 1];
struct mark room_skipped(int choice);

/* The wrong level: starts again at another one, this interview is kept as abandoned. The new one
 * replaces the caller's screen; when it cannot be started, this one is opened again as it was. */
#define ROOM_LEVEL_QUESTION                                                                        \
    "Start again at which level? This one is kept as abandoned; facts and general note go along."
extern const struct choice room_level_choices[LEVELS];
struct outcome room_start_again(struct app *app, struct live **live, enum level level);

/* Back to the first screen; the interview stays open. */
struct outcome room_leave(void);

/* EVENT_TICK: counts the time, and says when a break was noticed. */
struct outcome room_tick(struct live *live);

#endif
