#ifndef SLATE_APP_VIEWING_H
#define SLATE_APP_VIEWING_H

/* Looking at an interview that is over: the scorecard on the screen and `slate show`. */

#include "app/app.h"
#include "domain/composite.h"
#include "domain/interview.h"

/* Loads any interview for reading; of an open one without the scores given so far. Blind rule:
 * refused with a sentence where it must not be seen. A submitted one of another session counts as
 * seen from now on. Release with interview_release. */
bool view_interview(struct app *app, int64_t id, struct interview *iv, struct err *e);

/* `which` is a number of `slate list`, the beginning of a UUID, or a candidate's name (folded) that
 * fits just one; the err lists the ones that fit. */
bool view_find(struct app *app, const char *which, int64_t *id, struct err *e);

/* The scorecard as plain text, `width` columns, and as JSON. An interview that is not submitted
 * shows its state and no composite. */
void view_text(const struct interview *iv, int width, struct str *out);
void view_json(const struct interview *iv, struct str *out);

#endif
