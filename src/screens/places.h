#ifndef SLATE_SCREENS_PLACES_H
#define SLATE_SCREENS_PLACES_H

/* Every place with its action rows: what `slate keys` prints and the documents are compared with.
 */

#include "tui/screen.h"

struct place {
    const char *name, *title;
    const struct actions *rows;
};

extern const struct place places[];
extern const size_t n_places;

/* Each is defined beside the screen it belongs to. */
extern const struct actions compare_actions, shortlist_actions;
extern const struct actions home_actions, new_actions, help_actions, palette_actions;
extern const struct actions steps_actions, interview_actions, wrap_up_actions, decision_actions;
extern const struct actions jump_actions, texts_actions, note_actions, scorecard_actions;
extern const struct actions hand_over_actions, candidate_actions, candidate_form_actions;
extern const struct actions candidate_merge_actions;
extern const struct actions hand_over_actions;
extern const struct actions review_actions, filter_actions;
extern const struct actions amend_actions, correct_actions, history_actions;

extern const struct actions bank_left_actions;
extern const struct actions banks_actions, bank_actions, bank_form_actions, bank_add_actions;
extern const struct actions bank_problems_actions, bank_save_actions, bank_remove_actions;
extern const struct actions bank_new_actions, bank_import_actions;

#endif
