#ifndef SLATE_APP_CANDIDATES_H
#define SLATE_APP_CANDIDATES_H

/* Candidates: who is known, everything about one of them, contact data, and two records of the same
 * person. The blind rule holds in what is listed of sessions; that a person is known, and how to
 * reach them, is never hidden.
 *
 *     struct candidate_file f;
 *     if (!candidates_load(app, id, &f, e)) ...
 *     candidate_file_release(&f); */

#include "app/app.h"
#include "domain/candidate_file.h"

/* `id` may be a merged record: then it is what that one leads to. */
bool candidates_load(struct app *app, int64_t id, struct candidate_file *out, struct err *e);

/* By the beginnings of words of the name, who was interviewed last first; "" for all. */
bool candidates_list(struct app *app, const char *typed, int limit, struct name_rows *out,
                     struct err *e);

/* `which` is a number of `slate candidate list`, or a name that fits just one candidate; the err
 * lists the ones that fit. */
bool candidates_find(struct app *app, const char *which, int64_t *id, struct err *e);

/* Whose interview it is. */
bool candidates_of(struct app *app, int64_t interview, int64_t *id, struct err *e);

/* Makes the record c->id say what `c` says. Texts are trimmed, an empty one counts as not known.
 * Errors begin with the field: "name: ...", "email: ...". */
bool candidates_edit(struct app *app, const struct candidate *c, struct err *e);

/* `from` is the same person as `into`, whose name and contact data stand from now on. No session is
 * moved: candidates_part takes `id`, a merged record, apart again. */
bool candidates_merge(struct app *app, int64_t from, int64_t into, struct err *e);
bool candidates_part(struct app *app, int64_t id, struct err *e);

#endif
