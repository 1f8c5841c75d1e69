#ifndef SLATE_SCREENS_WORDS_H
#define SLATE_SCREENS_WORDS_H

/* Phrases that several screens use, so that they say the same thing in the same way. */

#include "app/app.h"
#include "base/str.h"
#include "domain/interview.h"
#include "tui/canvas.h"

/* "slate", and in a demo or a rehearsal that it is one. */
const char *words_title(const struct app *app);

/* The same before a candidate's name: "DEMO · ", "REHEARSAL · ", or nothing. */
void words_add_mark(struct str *out, const struct app *app);

/* "question 4 of 8", where an interview was broken off. */
void words_add_place(struct str *out, const struct interview_row *r);

/* "Léa Fournier · Colorist · mid · Soho S2" */
void words_add_interview(struct str *out, const struct interview *iv);

/* A path with "~" for the home folder, as people write it. */
void words_add_path(struct str *out, struct app *app, const char *path);

/* The line at the top of what lies over an interview: `title`, and whose it is where both fit. */
void words_draw_title(struct canvas *c, const char *title, const struct interview *iv);

/* How an answer stands, for strips and lists: its state only, never its score. "●" scored, "–" no
 * evidence, "s" skipped, "?" left without a score, "○" not reached, "+" off script. */
const char *words_state_glyph(const struct canvas *c, const struct answer *a);

/* The competency of an answer, "off script" for one that is not of the kit. */
const char *words_competency(const struct answer *a);

#endif
