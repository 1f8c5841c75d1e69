#ifndef SLATE_APP_BANK_VERSIONS_H
#define SLATE_APP_BANK_VERSIONS_H

/* A question bank as it is now beside the version that a session was asked with. */

#include "app/app.h"
#include "domain/bank_diff.h"

struct bank_versions {
    struct str old_bytes, new_bytes;
    struct str name; /* of the bank that the session was asked with */
    struct bank old, new;
    struct bank_diff diff;
};

/* The bank file (name or path) against that session's version. Release on true. */
bool bank_versions(struct app *app, const char *bank, int64_t session, struct bank_versions *out,
                   struct err *e);
void bank_versions_release(struct bank_versions *v);
/* The latest session of any state that was asked with a bank of this name; ERR_MISSING: none. */
bool bank_versions_latest(struct app *app, const char *bank, int64_t *session, struct err *e);
/* As sentences, a line each; says so when nothing differs. */
void bank_versions_text(const struct bank_versions *v, struct str *out);

#endif
