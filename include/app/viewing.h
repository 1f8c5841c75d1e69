#ifndef SLATE_APP_VIEWING_H
#define SLATE_APP_VIEWING_H

/* Looking at an interview that is over: the scorecard on the screen and `slate show`. */

#include "app/app.h"
#include "domain/composite.h"
#include "domain/interview.h"
#include "domain/past.h"

/* Loads any interview for reading; of an open one without the scores given so far. Blind rule:
 * refused with a sentence where it must not be seen. A submitted one of another session counts as
 * seen from now on. Release with interview_release. */
bool view_interview(struct app *app, int64_t id, struct interview *iv, struct err *e);

/* What stands around an interview: its place in the interviewer's day. */
bool view_day(struct app *app, const struct interview *iv, struct day *out, struct err *e);

/* The question bank as it is today beside the one that the interview was held with. Reads the
 * bank's file when it was not read yet. */
enum bank_news_kind {
    NEWS_SAME,    /* as it was asked */
    NEWS_DIFFERS, /* see the lines */
    NEWS_NO_LEVEL,
    NEWS_BROKEN, /* it has errors now */
    NEWS_GONE    /* no bank of that name where slate looks */
};
struct bank_news {
    struct arena arena;
    enum bank_news_kind kind;
    bool counted;       /* what differs is what results rest on: new interviews do not compare */
    const char **lines; /* "overrun: other anchors", one for each question */
    size_t n;
};
void view_bank_news(struct app *app, const struct interview *iv, struct bank_news *out);
void bank_news_release(struct bank_news *news);

/* `which` is a number of `slate list`, the beginning of a UUID, or a candidate's name (folded) that
 * fits just one; the err lists the ones that fit. */
bool view_find(struct app *app, const char *which, int64_t *id, struct err *e);

/* The questions that it was asked, for the filter of a list; `which` as above. Refused of one that
 * must not be seen. */
bool view_kit(struct app *app, const char *which, int64_t *kit, struct err *e);

/* Results of these are about to be shown in a list: they count as seen. */
bool view_noted(struct app *app, const int64_t *ids, size_t n, struct err *e);

/* The scorecard as plain text, `width` columns, and as JSON. An interview that is not submitted
 * shows its state and no composite. */
void view_text(const struct interview *iv, int width, struct str *out);
void view_json(const struct interview *iv, struct str *out);

#endif
