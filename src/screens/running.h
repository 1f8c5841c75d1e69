#ifndef SLATE_SCREENS_RUNNING_H
#define SLATE_SCREENS_RUNNING_H

/* The job that runs between the keys, at most one: *slot is it, or NULL. What is to be said of it
 * comes back as an outcome without effects. */

#include "base/job.h"
#include "tui/screen.h"

struct outcome running_begin(struct job **slot, struct job *job); /* takes the job over */
struct outcome running_step(struct job **slot);
struct outcome running_stop(struct job **slot); /* given up: nothing of it is left behind */
void running_end(struct job **slot);
void running_draw(const struct job *job, struct canvas *c); /* in the place of the footer */

#endif
