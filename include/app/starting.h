#ifndef SLATE_APP_STARTING_H
#define SLATE_APP_STARTING_H

/* Getting to an interview: completion, presets, planning, starting, and its demo. */

#include "app/app.h"

bool start_candidates(struct app *app, const char *typed, int limit, struct name_rows *out,
                      struct err *e);
bool start_jobs(struct app *app, const char *typed, int limit, struct name_rows *out,
                struct err *e);
/* Presets for the form: the last interview's, else the first good bank and its first level. */
bool start_presets(struct app *app, struct last_choices *out, struct err *e);

/* Stores a planned interview of that bank; names are tidied, errors name the field. */
bool start_plan(struct app *app, const struct interview_plan *plan, const char *bank, int64_t *id,
                struct err *e);
/* A planned one after the form was changed. */
bool start_replan(struct app *app, int64_t id, const struct interview_plan *plan, const char *bank,
                  struct err *e);
/* Plans and starts in one go, or starts a planned one (its bank as it is now; where the file is
 * gone, as it was stored). */
bool start_now(struct app *app, const struct interview_plan *plan, const char *bank, int64_t *id,
               struct err *e);
bool start_planned(struct app *app, int64_t id, struct err *e);

/* Fills the (empty) store with invented candidates for `slate demo`. */
bool start_demo(struct app *app, struct err *e);

#endif
