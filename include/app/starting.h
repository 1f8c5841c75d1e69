#ifndef SLATE_APP_STARTING_H
#define SLATE_APP_STARTING_H

/* Getting to an interview: completion, presets, planning, starting, and its demo. */

#include "app/app.h"

bool start_candidates(struct app *app, const char *typed, int limit, struct name_rows *out,
                      struct err *e);
/* Who is known by just this name (folded), the one interviewed last first. */
bool start_namesakes(struct app *app, const char *name, int limit, struct name_rows *out,
                     struct err *e);
bool start_jobs(struct app *app, const char *typed, int limit, struct name_rows *out,
                struct err *e);
/* Presets for the form: the last interview's, else the first good bank and its first level. False
 * when no bank can be used. Free with arena_release(&out->arena), also then. */
bool start_presets(struct app *app, struct last_choices *out, struct err *e);

/* Stores a planned interview of that bank (a name or a path, as app_bank_find takes them), whose
 * file is read at this moment. Names are tidied, without an interviewer it is `me`; errors name the
 * field: "candidate: ...". */
bool start_plan(struct app *app, const struct interview_plan *plan, const char *bank, int64_t *id,
                struct err *e);
/* A planned one after the form was changed; `bank` NULL: the one it has, as it was stored. */
bool start_replan(struct app *app, int64_t id, const struct interview_plan *plan, const char *bank,
                  struct err *e);
/* Plans and starts in one go, or starts a planned one: its bank as it is now, as it was stored
 * where the file is gone; refused while the file is there and broken. */
bool start_now(struct app *app, const struct interview_plan *plan, const char *bank, int64_t *id,
               struct err *e);
bool start_planned(struct app *app, int64_t id, struct err *e);

/* The wrong level was chosen: abandons the open interview `id` and starts one of `level` with the
 * same candidate, job and bank; facts and the general note are carried over. */
bool start_again(struct app *app, int64_t id, enum level level, int64_t *new_id, struct err *e);

/* Fills the (empty) store with invented candidates for `slate demo`. */
bool start_demo(struct app *app, struct err *e);

#endif
