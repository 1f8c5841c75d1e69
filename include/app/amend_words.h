#ifndef SLATE_APP_AMEND_WORDS_H
#define SLATE_APP_AMEND_WORDS_H

/* Slots and values in a recruiter's words: for corrections, history and reports. */

#include "domain/interview.h"

/* A slot in words: "score of question 3 (overrun)", "flag \"Works on whoever ...\" of question 1
 * (juggling)", "the summary". */
void amend_add_what(struct str *out, const struct interview *iv, struct slot slot);
/* A value in words: "4", "no evidence", "yes", a text as it is. NULL: "(erased)". */
void amend_add_value(struct str *out, const struct interview *iv, struct slot slot,
                     const char *value);

/* "decided at 3.8, now 3.6", when what a decision was made on has changed since; else nothing. */
void amend_add_drift(struct str *out, const struct interview *iv);

#endif
