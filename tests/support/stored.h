#ifndef SLATE_TESTS_STORED_H
#define SLATE_TESTS_STORED_H

/* A store to test with, the sample bank to put into it, and short words for what a recruiter does.
 * Everything asserts: a test says only what it is about. */

#include "domain/bank.h"
#include "store/interviews.h"
#include "store/lists.h"
#include "store/store.h"
#include "support/sample.h"
#include "support/unit.h"

#define STORED_NOW INT64_C(1763715600000) /* 2025-11-21 09:00 UTC */

struct stored {
    struct still_world world;
    struct sys sys;
    struct str folder, path; /* empty in memory */
    struct store *store;
    struct sample sample;
    struct bank bank;
    struct store_bank file;
    const char *vfs, *me;
    int64_t at; /* the time of what is done next; each step moves it by a second */
    struct err e;
};

void stored_memory(struct stored *t);
void stored_disk(struct stored *t);   /* in a folder of its own */
void stored_folder(struct stored *t); /* the folder and the path; nothing is opened */
void stored_end(struct stored *t);
/* Closes and opens again, on disk. */
void stored_reopen(struct stored *t);
void stored_open(struct stored *t);

/* Bytes of another version of the bank's file; its texts are what t->bank says now. */
void stored_bank_bytes(struct stored *t, const char *bytes);

int64_t stored_plan(struct stored *t, const char *candidate, const char *interviewer,
                    const char *job);
int64_t stored_start(struct stored *t, const char *candidate, const char *interviewer,
                     const char *job); /* planned and started */
void stored_set(struct stored *t, int64_t id, struct slot slot, const char *value);
void stored_type(struct stored *t, int64_t id, struct slot slot, const char *text); /* by keys */
void stored_fold(struct stored *t, int64_t id, struct slot slot);
/* Scores every question, the first with 5, the others with 3. */
void stored_score_all(struct stored *t, int64_t id);
void stored_submit(struct stored *t, int64_t id);
void stored_load(struct stored *t, int64_t id, struct interview *iv);

/* Rows by a second connection, as another program would: the first column of the first row. */
int64_t stored_ask(struct stored *t, const char *sql);
/* Runs SQL by a second connection; its error message ("" for none) in `message`. */
void stored_try(struct stored *t, const char *sql, struct str *message);
/* Planned, started, scored and submitted. */
int64_t stored_submitted(struct stored *t, const char *candidate, const char *interviewer,
                         const char *job);
/* Planned with the candidate of an interview that is there (on disk only). */
int64_t stored_again(struct stored *t, int64_t interview, const char *interviewer, const char *job);
void stored_begin(struct stored *t, int64_t id); /* starts a planned one */

/* Lists as "Ada:open Jun:planned", a hidden row in brackets, " ..." when there are more; the parts
 * of home with " | " between. Names as "Ada (Post Producer · senior, today)". */
void stored_home_is(struct stored *t, int limit, const char *expected);
void stored_list_is(struct stored *t, const struct list_filter *f, const char *expected);
void stored_finds(struct stored *t, const char *words, const char *expected);
void stored_names_are(struct stored *t, const char *typed, const char *expected);

/* From now on no write succeeds, or all do again: what a full disk does. */
bool stored_fill_disk(struct store *s, bool full);

/* All rows that the queries give, as one number; by one second connection. */
struct hash stored_hash(struct stored *t, const char *const *queries, size_t n);

#endif
