#include "screens/places.h"

#include "base/vec.h"
#include "screens/ui.h"

const struct place places[] = {
    {"home", "First screen", &home_actions},
    {"new", "New interview", &new_actions},
    {"steps", "Interview: opening and closing", &steps_actions},
    {"interview", "Interview: the questions", &interview_actions},
    {"wrap-up", "Interview: wrap-up", &wrap_up_actions},
    {"decision", "Interview: decision", &decision_actions},
    {"scorecard", "Scorecard", &scorecard_actions},
    {"candidate", "A candidate", &candidate_actions},
    {"contact", "A candidate: name and contact data", &candidate_form_actions},
    {"merge", "A candidate: two records of the same person", &candidate_merge_actions},
    {"hand-over", "Hand over", &hand_over_actions},
    {"sessions", "Review: all sessions", &review_actions},
    {"filter", "Review: the values of a filter", &filter_actions},
    {"compare", "Compare", &compare_actions},
    {"shortlist", "Shortlist", &shortlist_actions},
    {"amend", "Amend or void: what", &amend_actions},
    {"correction", "Amend or void: how, and why", &correct_actions},
    {"history", "History of an interview", &history_actions},
    {"questions", "Interview: the list of questions", &jump_actions},
    {"texts", "Interview: all texts of a question", &texts_actions},
    {"note", "Interview: a note on a screen of its own", &note_actions},
    {"banks", "Question banks", &banks_actions},
    {"bank", "A question bank", &bank_actions},
    {"bank-left", "A question bank: changes that were not saved", &bank_left_actions},
    {"bank-form", "A question bank: the fields of a question", &bank_form_actions},
    {"bank-add", "A question bank: something new", &bank_add_actions},
    {"bank-problems", "A question bank: its problems", &bank_problems_actions},
    {"bank-save", "A question bank: what saving changes", &bank_save_actions},
    {"bank-remove", "A question bank: taking something out", &bank_remove_actions},
    {"bank-new", "A new question bank", &bank_new_actions},
    {"bank-import", "Importing a text as a question bank", &bank_import_actions},
    {"keys", "Keys of a place", &help_actions},
    {"commands", "All commands", &palette_actions},
    {"everywhere", "Everywhere", &ui_everywhere},
};

const size_t n_places = COUNT_OF(places);
