#include "store/db.h"

#include <errno.h>
#include <string.h>

#include "store/kept_file.h"

static bool fail_busy(struct store *s, struct err *e)
{
    return err_set(e, ERR_BUSY,
                   "%s is being written by another program: nothing was changed, try again in a "
                   "moment",
                   store_path(s));
}

static bool fail_io(struct store *s, int rc, struct err *e)
{
    int code = sqlite3_system_errno(s->db);
    const char *why = code != 0 ? strerror(code) : sqlite3_errstr(rc);
    return err_set(e, ERR_STORE,
                   "%s cannot be read or written (%s): check the disk and the rights of the file, "
                   "then try again",
                   store_path(s), why);
}

bool db_fail(struct store *s, int rc, struct err *e)
{
    const char *path = store_path(s);
    switch (rc & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail_busy(s, e);
    case SQLITE_INTERRUPT:
        return err_set(e, ERR_CANCELLED, "stopped before it was done");
    case SQLITE_CONSTRAINT:
        return err_set(e, ERR_REFUSED, "%s", sqlite3_errmsg(s->db));
    case SQLITE_NOTADB:
        return err_set(e, ERR_STORE,
                       "%s is not a slate database: it was left as it is; name another file with "
                       "--db",
                       path);
    case SQLITE_CORRUPT:
        return err_set(e, ERR_STORE,
                       "%s is damaged: it was left as it is. `slate doctor` looks closer; put a "
                       "backup in its place, or name another file with --db",
                       path);
    case SQLITE_FULL:
        return err_set(e, ERR_STORE,
                       "the disk with %s is full: nothing was changed; make room, then try again",
                       path);
    case SQLITE_READONLY:
        return err_set(e, ERR_STORE,
                       "%s may not be written: allow it (chmod u+w) or name another file with --db",
                       path);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return fail_io(s, rc, e);
    default:
        return err_set(e, ERR_STORE, "%s: %s", path, sqlite3_errmsg(s->db));
    }
}

struct arg arg_int(int64_t i)
{
    return (struct arg){.type = ARG_INT, .i = i, .p = &str_empty};
}

struct arg arg_text(const char *s)
{
    return (struct arg){.type = ARG_TEXT, .p = s, .n = s == NULL ? 0 : strlen(s)};
}

struct arg arg_bytes(const void *p, size_t n)
{
    return (struct arg){.type = ARG_BLOB, .p = n == 0 ? str_empty : p, .n = n};
}

struct arg arg_id(int64_t id)
{
    return (struct arg){.type = ARG_INT, .i = id, .p = id == 0 ? NULL : &str_empty};
}

/* By the address of the text: a constant has one, and no two statements share it unless they are
 * the same. */
static struct kept_statement *kept_slot(struct store *s, const char *sql)
{
    size_t i = ((uintptr_t)sql >> 3) * 0x9E3779B1u;
    for (;; i++) {
        struct kept_statement *k = &s->kept[i % KEPT_STATEMENTS];
        if (k->sql == sql || k->sql == NULL)
            return k;
    }
}

static int kept_get(struct store *s, const char *sql, sqlite3_stmt **stmt)
{
    struct kept_statement *k = kept_slot(s, sql);
    if (k->sql == NULL) {
        int rc = sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &k->stmt, NULL);
        if (rc != SQLITE_OK)
            return rc;
        k->sql = sql;
    }
    *stmt = k->stmt;
    return SQLITE_OK;
}

bool db_prepare(struct store *s, const char *sql, struct err *e)
{
    sqlite3_stmt *stmt;
    int rc = kept_get(s, sql, &stmt);
    return rc == SQLITE_OK || db_fail(s, rc, e);
}

static int bind_one(sqlite3_stmt *stmt, int at, const struct arg *a)
{
    if (a->p == NULL)
        return sqlite3_bind_null(stmt, at);
    if (a->type == ARG_INT)
        return sqlite3_bind_int64(stmt, at, a->i);
    if (a->type == ARG_TEXT)
        return sqlite3_bind_text64(stmt, at, a->p, a->n, SQLITE_STATIC, SQLITE_UTF8);
    return sqlite3_bind_blob64(stmt, at, a->p, a->n, SQLITE_STATIC);
}

void query_start(struct query *q, struct store *s, const char *sql, struct args args)
{
    q->s = s;
    q->stmt = NULL;
    q->rc = kept_get(s, sql, &q->stmt);
    for (int i = 0; i < args.n && q->rc == SQLITE_OK; i++)
        q->rc = bind_one(q->stmt, i + 1, &args.items[i]);
}

bool query_row(struct query *q)
{
    if (q->rc != SQLITE_OK && q->rc != SQLITE_ROW)
        return false;
    q->rc = sqlite3_step(q->stmt);
    return q->rc == SQLITE_ROW;
}

int64_t query_int(const struct query *q, int column)
{
    return sqlite3_column_int64(q->stmt, column);
}

const char *query_text(const struct query *q, int column)
{
    return (const char *)sqlite3_column_text(q->stmt, column);
}

char *query_dup(const struct query *q, int column, struct arena *a)
{
    const char *text = query_text(q, column);
    if (text == NULL)
        return NULL;
    return arena_text(a, text, (size_t)sqlite3_column_bytes(q->stmt, column));
}

bool query_null(const struct query *q, int column)
{
    return sqlite3_column_type(q->stmt, column) == SQLITE_NULL;
}

bool query_end(struct query *q, struct err *e)
{
    bool good = q->rc == SQLITE_OK || q->rc == SQLITE_ROW || q->rc == SQLITE_DONE;
    if (!good)
        db_fail(q->s, q->rc, e); /* before the reset: it forgets the message */
    if (q->stmt != NULL) {
        sqlite3_reset(q->stmt);
        sqlite3_clear_bindings(q->stmt);
    }
    return good;
}

bool db_run(struct store *s, const char *sql, struct args args, struct err *e)
{
    struct query q;
    query_start(&q, s, sql, args);
    query_row(&q);
    return query_end(&q, e);
}

int64_t db_changed(struct store *s)
{
    return sqlite3_changes64(s->db);
}

int64_t db_last_id(struct store *s)
{
    return sqlite3_last_insert_rowid(s->db);
}

bool db_int(struct store *s, const char *sql, struct args args, int64_t *value, struct err *e)
{
    struct query q;
    *value = 0;
    query_start(&q, s, sql, args);
    if (query_row(&q))
        *value = query_int(&q, 0);
    return query_end(&q, e);
}

bool db_exists(struct store *s, const char *sql, struct args args, bool *found, struct err *e)
{
    struct query q;
    query_start(&q, s, sql, args);
    *found = query_row(&q);
    return query_end(&q, e);
}

/* Not set when the file is opened, for reading needs none of it and a start is measured. */
static bool become_writer(struct store *s, struct err *e)
{
    if (s->writable)
        return true;
    kept_file_remove(s->path); /* what is erased must not stand there either */
    int rc = sqlite3_exec(s->db,
                          "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;"
                          "PRAGMA journal_size_limit = 8388608",
                          NULL, NULL, NULL);
    if (rc != SQLITE_OK)
        return db_fail(s, rc, e);
    s->writable = true;
    return true;
}

bool tx_begin(struct store *s, struct err *e)
{
    if (!become_writer(s, e) || !db_run(s, "BEGIN IMMEDIATE", NO_ARGS, e))
        return false;
    s->in_tx = true;
    return true;
}

bool tx_run(struct store *s, const char *sql, struct args args, struct err *e)
{
    if (!become_writer(s, e) || !db_run(s, sql, args, e))
        return false;
    s->unsynced = s->unmoved = true;
    return true;
}

bool tx_read(struct store *s, struct err *e)
{
    return db_run(s, "BEGIN", NO_ARGS, e);
}

/* An error that SQLite answered by rolling back itself leaves nothing to roll back. */
static void roll_back(struct store *s)
{
    struct err ignored = ERR_INIT; /* the failure that led here is the one that is told */
    if (!sqlite3_get_autocommit(s->db))
        db_run(s, "ROLLBACK", NO_ARGS, &ignored);
}

bool tx_end(struct store *s, bool good, struct err *e)
{
    bool wrote = s->in_tx;
    s->in_tx = false;
    good = good && db_run(s, "COMMIT", NO_ARGS, e);
    if (!good)
        roll_back(s);
    else if (wrote)
        s->unsynced = s->unmoved = true;
    return good;
}

void db_release(struct store *s)
{
    for (size_t i = 0; i < KEPT_STATEMENTS; i++)
        sqlite3_finalize(s->kept[i].stmt);
    memset(s->kept, 0, sizeof s->kept);
    sqlite3_close(s->db);
    s->db = NULL;
}
