#ifndef SLATE_SCREENS_OPEN_H
#define SLATE_SCREENS_OPEN_H

/* How screens open each other: a constructor for each, and `room`, which leads through the stages
 * of one interview. A constructor that can fail returns NULL with the err set; the caller answers
 * with out_failed. */

#include "app/app.h"
#include "app/bank_editing.h"
#include "app/live.h"
#include "tui/screen.h"

struct screen *home_open(struct app *app, struct err *e);
/* planned_id 0: an empty form (with presets and the draft of last time). */
struct screen *new_open(struct app *app, int64_t planned_id, struct err *e);
/* What was given on the command line; NULL: not given. */
struct new_given {
    const char *candidate, *job, *bank, *level;
};
/* Straight into the interview when there is nothing left to ask; else the form, with what was
 * given. A candidate's name that is known already is something to ask: is it the same person? */
struct screen *new_given_open(struct app *app, const struct new_given *given, struct err *e);
struct screen *scorecard_open(struct app *app, int64_t id, struct err *e);
/* One scorecard, or all sessions (id 0), as a file or into the clipboard. */
struct screen *hand_over_open(struct app *app, int64_t id, struct err *e);
/* What may be corrected of a submitted interview, or (voiding) which question is to be void. Pops
 * with -1. */
struct screen *amend_open(struct app *app, int64_t id, bool voiding, struct err *e);
/* One correction: a value, or whether the question of `slot` counts. Pops with 0 when it was made.
 */
struct correction {
    int64_t id;
    struct slot slot;
    bool voiding;
};
struct screen *correct_open(struct app *app, const struct correction *what, struct err *e);
/* All that happened to an interview. */
struct screen *history_open(struct app *app, int64_t id, struct err *e);
/* Those of a list, all of them with NULL. `view` lives as long as the screen. */
struct screen *hand_over_view_open(struct app *app, const struct list_filter *view, struct err *e);
/* Everything about one candidate, a merged record as what it leads to. */
struct screen *candidate_open(struct app *app, int64_t id, struct err *e);
struct screen *candidate_form_open(struct app *app, int64_t id, struct err *e);
struct screen *candidate_merge_open(struct app *app, int64_t id, struct err *e);
struct screen *review_open(struct app *app, struct err *e); /* all sessions */
/* What Enter does on a session of a list: continues an open one, prepares a planned one, shows the
 * scorecard of one that is over. */
struct screen *row_open(struct app *app, const struct interview_row *r, struct err *e);
/* Two to five interviews side by side. */
struct screen *compare_open(struct app *app, const int64_t *ids, size_t n, struct err *e);
/* The job and kit of this interview. */
struct screen *shortlist_open(struct app *app, int64_t interview, struct err *e);
struct screen *help_open(const struct screen *below);
/* Pops with the index of the chosen action: first those of `below`, then the ones that hold
 * everywhere. */
struct screen *palette_open(const struct screen *below);
extern const struct screen_ops palette_ops;

/* Question banks: the list, then one of them with the screens that edit it. Those that are handed
 * an editing or a line use it and leave it where it is; they pop with the line of the file that the
 * bank's screen is to go to, or with 0 or -1. */
struct outline_line;
struct screen *banks_open(struct app *app);
struct screen *bank_open(struct app *app, const char *path, struct err *e);
struct screen *bank_screen_of(struct app *app, struct bank_editing *edit); /* takes it over */
struct screen *bank_form_open(struct app *app, struct bank_editing *edit,
                              const struct outline_line *line);
struct screen *bank_add_open(struct app *app, struct bank_editing *edit,
                             const struct outline_line *line);
struct screen *bank_problems_open(struct app *app, struct bank_editing *edit);
struct screen *bank_save_open(struct app *app, struct bank_editing *edit);
struct screen *bank_remove_open(struct app *app, struct bank_editing *edit, const char *place,
                                struct err *e);
struct screen *bank_new_open(struct app *app);
struct screen *bank_import_open(struct app *app);

/* Stages of one interview. Each takes the live interview over. */
struct screen *steps_open(struct app *app, struct live *live, bool closing);
struct screen *interview_open(struct app *app, struct live *live);
struct screen *wrap_up_open(struct app *app, struct live *live);
struct screen *decision_open(struct app *app, struct live *live);

/* Opens an interview where it was left: the screen of its stage, or of its decision. */
struct screen *room_open(struct app *app, int64_t id, struct err *e);
/* Goes to another stage of the same interview: the live interview moves out of *live into the
 * screen that replaces the caller's. */
struct outcome room_go(struct app *app, struct live **live, enum stage stage);

/* Small helpers of the live screen. They use the live interview and leave it where it is. */
struct screen *jump_open(const struct live *live);  /* pops with the answer's position */
struct screen *texts_open(const struct live *live); /* all texts of the question shown */
struct screen *note_open(struct live *live, struct slot slot, const char *title);

/* The message for an err: red, whole, and the screen stays. */
struct outcome out_failed(const struct err *e);

/* The action of leaving with nothing chosen, for any screen. */
struct outcome out_back(void *state, struct key k);

/* The row of Ctrl-F where texts of several lines are typed; such a text takes the key itself. */
#define FIND_IN_TEXT                                                                               \
    {                                                                                              \
        .name = "find in the text", .keys = "Ctrl-F", .when = ONLY_TYPING,                         \
        .help = "Finds words in a text of several lines; Enter goes on, Esc ends.",                \
        .run = out_one_line, .by_key = true                                                        \
    }
struct outcome out_one_line(void *state, struct key k);

#endif
