#ifndef SLATE_TESTS_DESK_H
#define SLATE_TESTS_DESK_H

/* A recruiter's desk for tests of app: an empty home with one small bank (tests/app/runner.yaml), a
 * clock that stands still until it is moved, and an app on it.
 *
 *     struct desk d;
 *     desk_make(&d);
 *     struct live *live = desk_call(&d, "Ada Moreau");
 *     desk_pass(&d, 1000);
 *     live_close(live);
 *     desk_remove(&d); */

#include "app/live.h"
#include "app/starting.h"
#include "support/unit.h"

struct desk {
    struct str home, banks, db;
    const char *environment[9];
    struct still_world world;
    struct app app;
};

/* 2026-11-21 14:05 local, an hour east of UTC. */
#define DESK_NOW INT64_C(1795266300000)

void desk_make(struct desk *d);
void desk_remove(struct desk *d); /* the folder too */
void desk_reopen(struct desk *d); /* another start of slate at the same desk */
void desk_pass(struct desk *d, int64_t ms);
void desk_read(const char *name, struct str *out); /* a file of tests/app */
void desk_write_bank(struct desk *d, const char *name, const char *bytes, size_t n);

struct interview_plan desk_plan(const char *candidate); /* mid, job "Night Ferry" */
int64_t desk_start(struct desk *d, const char *candidate);
struct live *desk_call(struct desk *d, const char *candidate);         /* started and opened */
void desk_type(struct live *live, struct slot slot, const char *text); /* behind what is there */
void desk_say(struct live *live, struct slot slot, const char *text);  /* typed, then left */
void desk_score(struct live *live, int at, int score);                 /* goes there first */
void desk_finish(struct live *live); /* scores 4 where nothing is, and submits */

/* `done` must be false, for this kind of reason, in words with `part` in them. Clears the err. */
void desk_refused(bool done, struct err *e, enum err_kind kind, const char *part);

/* Everything that is recorded, place and clock included, as text to be compared. */
void desk_dump(const struct interview *iv, struct str *out);

#endif
