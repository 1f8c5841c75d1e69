#ifndef SLATE_SCREENS_ROOM_H
#define SLATE_SCREENS_ROOM_H

/* What the screens of one interview have in common: the line at the top, the clock, undo, skipping
 * and leaving. They say and do it in the same way on every stage. */

#include "app/live.h"
#include "tui/screen.h"
#include "tui/textbuf.h"

/* Who, bank, level and job; the clock; at the right what the last key did, or that it is not saved.
 * `last` may be "". */
void room_draw_header(const struct app *app, const struct live *live, struct canvas *c,
                      const char *last);

/* A key did `last` and it is saved: in a window too narrow for that in the line at the top, said in
 * the place of the footer, for the row that changed may be out of sight there. */
struct outcome room_did(const char *last, int cols);

/* The rows of actions that several stages have, so that they read alike. They stand in a table of
 * `struct action` (tui/action.h). */
#define ROOM_UNDO(why_not, does)                                                                   \
    {                                                                                              \
        .name = "undo", .keys = "u Ctrl-Z", .label = "undo", .disabled = (why_not),                \
        .help = "Takes the last change back, says what it was and goes to it.", .run = (does)      \
    }
#define ROOM_REDO(why_not, does)                                                                   \
    {                                                                                              \
        .name = "redo", .keys = "Ctrl-Y", .disabled = (why_not),                                   \
        .help = "Does again what was undone.", .run = (does)                                       \
    }
#define ROOM_NEXT_LINE(does)                                                                       \
    {                                                                                              \
        .name = "done writing", .keys = "Tab Enter Esc", .label = "next line",                     \
        .when = ONLY_TYPING,                                                                       \
        .help = "Goes on to the next line; Esc stays on this one. Enter in a note is a new line.", \
        .run = (does)                                                                              \
    }
#define ROOM_PAUSE(does)                                                                           \
    {                                                                                              \
        .name = "pause", .keys = "p", .help = "Stops the clock (the line dropped), or goes on.",   \
        .run = (does)                                                                              \
    }
#define ROOM_LEVEL(does)                                                                           \
    {                                                                                              \
        .name = "another level", .keys = "",                                                       \
        .help = "The wrong level was chosen: starts again at another one.", .run = (does)          \
    }
#define ROOM_LEAVE(does)                                                                           \
    {                                                                                              \
        .name = "leave", .keys = "q", .label = "leave",                                            \
        .help = "To the first screen; the interview stays open.", .run = (does)                    \
    }

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

/* Typing into a text of the interview: what an editor made of an event goes to the store, or it is
 * said that the text is full. */
#define NOTE_MAX ((size_t)256 << 10) /* bytes of one note */
struct outcome room_typed(struct live *live, struct slot slot, enum edit edit,
                          const struct splice *sp);

/* EVENT_TICK: counts the time, and says when a break was noticed. */
struct outcome room_tick(struct live *live);

#endif
