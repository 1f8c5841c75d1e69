#ifndef SLATE_BASE_JOB_H
#define SLATE_BASE_JOB_H

/* Long work in small steps: an export of everything. There are no threads: whoever started it steps
 * it, the loop of the screens between two keys, a subcommand until it is over. Closing it before it
 * is over gives it up, and leaves things as they were before it began.
 *
 *     struct job *j = export_job(app, &request, &file, &e);
 *     while (!j->over && j->ops->step(j, &e))
 *         show(j->done, j->total);
 *     if (j->over)
 *         j->ops->say(j, &words);            "312 scorecards in all.csv"
 *     j->ops->close(j);
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct job;

struct job_ops {
    const char *doing; /* "Exporting", for the line that shows how far it is */
    bool (*step)(struct job *j, struct err *e); /* some 20 ms of it; false: it failed, close it */
    void (*say)(const struct job *j, struct str *out); /* what came of it, once it is over */
    void (*close)(struct job *j);                      /* frees it */
};

struct job {
    const struct job_ops *ops;
    int64_t done, total; /* of whatever it counts; total 0: not known yet */
    bool over;           /* all of it is done */
};

/* "Exporting: 12,400 of 100,000", "Exporting: 12,400". */
void job_add_words(const struct job *j, struct str *out);

#endif
