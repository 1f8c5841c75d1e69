#ifndef STORE_DB_H
#define STORE_DB_H

/* The connection behind `struct store`: statements, transactions, and SQLite's failures in words.
 *
 * A statement is prepared once and kept under the address of its text, so SQL stands as a constant
 * beside the code that uses it and values are only ever bound:
 *
 *     static const char FIND[] = "SELECT id FROM job WHERE name = ?1";
 *     struct query q;
 *     for (query_start(&q, s, FIND, ARGS(T(name))); query_row(&q);)
 *         id = query_int(&q, 0);
 *     return query_end(&q, e);
 *
 * Bound texts are not copied: they must live until query_end. A row's texts are valid until the
 * next query_row. */

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "store/store.h"

struct claim { /* an interview taken for this process */
    int64_t *items;
    size_t n, cap;
};

struct kept_statement {
    const char *sql;
    sqlite3_stmt *stmt;
};

/* What a database file was when it was looked at; times in ns. */
struct file_mark {
    int64_t dev, ino, size, written_ns, changed_ns;
};

/* The last reading of home, see store/keeping.h. */
struct keeping {
    int limit; /* 0: home was not read */
    bool marked;
    bool apart; /* the file has a time of change that no write gives it */
    struct file_mark mark;
    int64_t read_ms;
};

#define BUSY_MS         2000 /* how long a statement waits for another program */
#define KEPT_STATEMENTS 256  /* a power of two, well over the number of texts */

struct store {
    sqlite3 *db;
    char *path;   /* NULL in memory */
    char *me;     /* NULL: any interviewer is "me" */
    char *rescue; /* where the rows are kept once the file was taken away; else NULL */
    struct sys *sys;
    struct kept_statement kept[KEPT_STATEMENTS];
    bool in_tx, writable; /* writable: the settings of a writer are in place */
    bool unsynced;        /* committed since the last sync of the log */
    bool unmoved;         /* committed since the log was last moved into the file */
    bool (*waiting)(void *);
    void *waiting_data;
    bool cancellable; /* a list is being read */
    int lock_fd;      /* of "<file>-open"; -1: not opened yet */
    struct claim claims;
    struct keeping home;
};

/* A value to bind. */
struct arg {
    enum { ARG_INT, ARG_TEXT, ARG_BLOB } type;
    int64_t i;
    const void *p; /* NULL binds NULL */
    size_t n;
};
struct args {
    const struct arg *items;
    int n;
};
struct arg arg_int(int64_t i);
struct arg arg_text(const char *s);
struct arg arg_bytes(const void *p, size_t n);
struct arg arg_id(int64_t id); /* 0 binds NULL */
#define I(i)    arg_int(i)
#define T(s)    arg_text(s)
#define B(p, n) arg_bytes(p, n)
#define ID(id)  arg_id(id)
#define ARGS(...)                                                                                  \
    (struct args)                                                                                  \
    {                                                                                              \
        (const struct arg[]){__VA_ARGS__},                                                         \
            (int)(sizeof((const struct arg[]){__VA_ARGS__}) / sizeof(struct arg))                  \
    }
#define NO_ARGS                                                                                    \
    (struct args)                                                                                  \
    {                                                                                              \
        NULL, 0                                                                                    \
    }

/* Prepares a statement before it is wanted. */
bool db_prepare(struct store *s, const char *sql, struct err *e);

struct query {
    struct store *s;
    sqlite3_stmt *stmt; /* NULL: could not be prepared */
    int rc;
};
void query_start(struct query *q, struct store *s, const char *sql, struct args args);
bool query_row(struct query *q); /* false at the end and on an error, which query_end tells */
int64_t query_int(const struct query *q, int column);
const char *query_text(const struct query *q, int column);           /* NULL for NULL */
char *query_dup(const struct query *q, int column, struct arena *a); /* NULL for NULL */
bool query_null(const struct query *q, int column);
bool query_end(struct query *q, struct err *e);

/* Runs a statement that gives no rows. */
bool db_run(struct store *s, const char *sql, struct args args, struct err *e);
int64_t db_changed(struct store *s); /* rows that the last statement changed */
int64_t db_last_id(struct store *s);
/* The first column of the first row; 0 when there is no row or it is NULL. */
bool db_int(struct store *s, const char *sql, struct args args, int64_t *value, struct err *e);
/* True with *found when there is a row. */
bool db_exists(struct store *s, const char *sql, struct args args, bool *found, struct err *e);

/* A write: BEGIN IMMEDIATE, then COMMIT when `good` and ROLLBACK when not. Returns `good`, or false
 * when the commit failed (nothing is changed then).
 *
 *     return tx_begin(s, e) && tx_end(s, add_rows(s, e), e); */
bool tx_begin(struct store *s, struct err *e);
bool tx_end(struct store *s, bool good, struct err *e);
/* A write of one statement is a transaction of its own: what a key costs. */
bool tx_run(struct store *s, const char *sql, struct args args, struct err *e);
/* A read of several statements that must see one state of the file. */
bool tx_read(struct store *s, struct err *e);

/* What SQLite's `rc` means for a recruiter: which file, and what to do. Returns false. */
bool db_fail(struct store *s, int rc, struct err *e);
void db_release(struct store *s); /* finalizes the statements, closes */

#endif
