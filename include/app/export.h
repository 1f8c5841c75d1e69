#ifndef SLATE_APP_EXPORT_H
#define SLATE_APP_EXPORT_H

/* Handing scorecards over: one, or all of them, as text in one of several formats. The formats are
 * those of report/report.h, by name: text, markdown, html, json, csv, csv-answers.
 *
 * A few interviews are loaded at a time, whatever their number. The blind rule holds: one that is
 * hidden now is left out and counted; asked for by itself it is refused. What is exported counts as
 * seen.
 *
 *     struct export_request r = {.format = "html", .id = 7};
 *     struct export_file file = {.path = "ada.html"};
 *     struct job *j = export_job(app, &r, &file, e);     (a screen: return out_job(j);) */

#include "app/app.h"
#include "base/job.h"

struct export_request {
    const char *format; /* NULL: text */
    int64_t id;         /* 0: all, newest first */
    /* Of all, only these, in their order; NULL: all of them. A job keeps a copy. */
    const struct list_filter *view;
    bool no_interviewer, no_notes, no_contacts, bom;
};

struct export_result {
    int64_t written, hidden;
};

/* Where pieces go, in order; a byte belongs to just one. False stops the export. */
struct export_sink {
    bool (*take)(void *data, const struct str *piece, struct err *e);
    void *data;
};

/* Fails on a name that is none, with those that are. */
bool export_format_check(const char *format, struct err *e);
/* The format that a file's name asks for by its ending, or NULL. */
const char *export_format_of(const char *path);

bool export_to(struct app *app, const struct export_request *r, const struct export_sink *sink,
               struct export_result *done, struct err *e);

/* Into a file that only its owner may read, there whole or not at all, never over another one
 * unless `force`. The job owns copies of what it is given; given up or failed, it leaves nothing
 * behind. NULL with the err set when it cannot begin. */
struct export_file {
    const char *path;
    bool force;
};
struct job *export_job(struct app *app, const struct export_request *r,
                       const struct export_file *file, struct err *e);
const struct export_result *export_done(const struct job *job); /* of that job so far */
/* The same at once. */
bool export_to_file(struct app *app, const struct export_request *r, const struct export_file *file,
                    struct export_result *done, struct err *e);

/* A name in the current folder: after the candidate and the day ("ada-moreau-2026-11-21.html"), of
 * all "sessions-2026-11-21.csv", with a number behind it when there is one already. Sets `path`. */
bool export_name(struct app *app, const struct export_request *r, struct str *path, struct err *e);

/* A path as a person types it: with the home folder in place of "~/". */
void export_path(struct app *app, const char *typed, struct str *path);

#endif
