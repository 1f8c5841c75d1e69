#ifndef SLATE_SCREENS_BANK_WORDS_H
#define SLATE_SCREENS_BANK_WORDS_H

/* What the bank screens say of a bank, in the same words. Each adds to `out`. */

#include "app/app.h"
#include "app/bank_editing.h"
#include "base/str.h"
#include "tui/style.h"

/* "none", "3 to mend, 12 to look at", "draft: 4 missing", "cannot be read". The role goes with it.
 */
enum role bank_words_state(struct str *out, const struct app_bank *b);

/* "3 to mend, 12 to look at"; "none" for none. */
void bank_words_counts(struct str *out, size_t errors, size_t warnings);

/* "not saved", where the text differs from the file; louder where it is not even kept. */
void bank_words_unsaved(struct str *out, const struct bank_view *v);

/* "12 sessions, 3 of this version"; nothing where there was none. */
void bank_words_uses(struct str *out, const struct bank_uses *u);

/* " · measured by 5 questions", of the competency at a place. */
void bank_words_measured(struct str *out, struct bank_editing *edit, const char *place);

/* Where a copy goes: "colorist.yaml" is "colorist-2.yaml". */
void bank_words_copy_path(struct str *out, const char *path, int n);

/* One finding on a line: "line 14: ..." and what to do. */
void bank_words_finding(struct str *out, const struct finding *f);

/* The first thing to know about it: why it cannot be read, what hides it, its first problem; else
 * what it is about. */
void bank_words_trouble(struct str *out, const struct app_bank *b);

#endif
