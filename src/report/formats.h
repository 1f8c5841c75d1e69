#ifndef SLATE_REPORT_FORMATS_H
#define SLATE_REPORT_FORMATS_H

/* One file per format, and the words that several of them use. */

#include "domain/composite.h"
#include "report/style.h"

void report_text(const struct report *r, struct str *out);
void report_markdown(const struct report *r, struct str *out);
void report_json(const struct report *r, struct str *out);
void report_html_begin(const struct report_style *style, struct str *out);
void report_html(const struct report *r, struct str *out);
void report_html_end(const struct report_style *style, struct str *out);
void report_csv_begin(const struct report_style *style, struct str *out);
void report_csv(const struct report *r, struct str *out);

/* ---- words ---- */

#define WORDS_NOT_BLIND "another interview of the candidate was seen before this one began"
#define WORDS_LATE      "scored more than an hour after the answer"
#define WORDS_BARE      "the end of the scale, with no tick, flag or note"

/* "Post Producer, senior; Night Ferry" */
void words_kit(struct str *out, const struct interview *iv);
/* "started 2026-11-21 14:05, submitted 2026-11-21 14:40; took 31:20"; nothing when it did not
 * begin and has no time. */
void words_times(struct str *out, const struct interview *iv);
/* "Advance, 2026-11-21 14:45", or "still to be made"; the reason is apart. */
void words_decision(struct str *out, const struct interview *iv);
/* "shot matching, 2:10, weight 1.50" */
void words_about(struct str *out, const struct answer *a);
/* The mean of a competency with what it rests on, or that there is too little for one. */
void words_mean(struct str *out, const struct composite *c);
/* "Names the tool", or "more than 3: Names the tool": the nearest anchor from below. */
void words_anchor(struct str *out, const struct question *q, int score);
/* "2 scores at the end of the scale have no tick, flag or note"; nothing for none. */
void words_bare(struct str *out, const struct interview *iv);

/* "2026-11-21 14:05, Mara: score of question 3 (overrun): 4, was 3. Misheard the year." */
void words_correction(struct str *out, const struct report *r, const struct report_correction *c);
/* "void, counts for nothing: ambiguous (Mara, 2026-11-21)"; nothing of a question that counts. */
void words_void(struct str *out, const struct report *r, const struct answer *a);

size_t n_corrections(const struct report *r);
const char *drift_of(const struct report *r); /* NULL: none */
bool has_job(const struct interview *iv);
bool has_contact(const struct report *r); /* known, and to be shown */
bool has_step_notes(const struct report *r);
bool shows_notes(const struct report *r, const struct str *note); /* there is one to show */

#endif
