#ifndef SLATE_DOMAIN_CANDIDATE_FILE_H
#define SLATE_DOMAIN_CANDIDATE_FILE_H

/* Everything about one candidate, over roles and interviewers, as it is put together for reading.
 * Texts belong to the arena. */

#include "domain/candidate.h"
#include "domain/listing.h"

/* One session. A hidden one (blind rule) says only that it exists. */
struct candidate_session {
    struct interview_row row;
    const char *result; /* "3.8 (8 of 9 scored)", "incomplete (5 of 9)"; "": not submitted */
};

/* A record that was merged into this one. */
struct candidate_alias {
    int64_t id;
    const char *name; /* as it stands in its sessions */
    int64_t merged_at;
};

/* That a field was changed; what it was is not kept. */
struct candidate_change {
    int64_t at;
    const char *who;   /* "": not known */
    const char *field; /* "name", "email", "phone", "link", "merged_into" */
    int64_t id;        /* of the record */
};

struct candidate_file {
    struct arena arena;
    struct candidate contact;
    int64_t created_at;
    struct candidate_sessions {
        struct candidate_session *items; /* newest first */
        size_t n, cap;
    } sessions;
    struct candidate_aliases {
        struct candidate_alias *items;
        size_t n, cap;
    } aliases;
    struct candidate_changes {
        struct candidate_change *items; /* newest first */
        size_t n, cap;
    } changes;
};
void candidate_file_release(struct candidate_file *f);

/* Adds what a change was, for reading: "mail changed by Mara", "merged or taken apart by Mara". */
void candidate_change_add_words(struct str *out, const struct candidate_change *c);

#endif
