#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "store/db.h"
#include "store/home.h"
#include "store/keeping.h"
#include "store/lock.h"
#include "store/migrate.h"
#include "store/schema.h"

#define RETRY_MS       5
#define PAGE_USUAL     4096
#define PROGRESS_STEPS 1000

const char *store_path(const struct store *s)
{
    return s->path != NULL ? s->path : ":memory:";
}

/* SQLite would read "file:..." and ":memory:" as something else than a name. */
static char *plain_path(const char *path)
{
    struct str out = STR_INIT;
    if (path[0] == ':' || str_starts(path, "file:"))
        str_add(&out, "./");
    str_add(&out, path);
    return str_steal(&out);
}

/* Made here rather than by SQLite, which would not give it mode 0600; the log takes the mode of the
 * file. An empty file is a new database to SQLite. */
static bool make_file(const char *path, struct err *e)
{
    struct str folder = STR_INIT;
    path_folder(&folder, path);
    bool good = file_make_dirs(folder.s, 0700, e);
    str_release(&folder);
    if (!good)
        return err_prefix(e, "cannot create the database");
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno != EEXIST)
        return err_errno(e, ERR_STORE, errno, "cannot create the database %s", path);
    if (fd >= 0)
        close(fd);
    return true;
}

/* Bytes 16 and 17 of the file tell the size of its pages. */
static int64_t page_size(const char *path)
{
    unsigned char header[18] = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool read_it = fd >= 0 && pread(fd, header, sizeof header, 0) == (ssize_t)sizeof header;
    if (fd >= 0)
        close(fd);
    int64_t size = header[16] << 8 | header[17];
    return read_it && size >= 512 ? size : PAGE_USUAL;
}

/* Shorter than a page: SQLite takes that for empty and would write over it. With a journal beside
 * it, it is a new file whose making was cut short, which SQLite undoes. */
static bool check_length(struct store *s, struct err *e)
{
    struct file_id id;
    struct str journal = STR_INIT;
    if (!file_identify(s->path, &id, e))
        return false;
    if (id.size == 0 || id.size >= PAGE_USUAL || id.size >= page_size(s->path))
        return true;
    str_addf(&journal, "%s-journal", s->path);
    bool cut_short = file_exists(journal.s);
    str_release(&journal);
    return cut_short || db_fail(s, SQLITE_NOTADB, e);
}

static bool find_file(struct store *s, const struct store_setup *setup, struct err *e)
{
    if (file_exists(s->path))
        return check_length(s, e);
    if (setup->must_exist)
        return err_set(e, ERR_MISSING, "there is no database at %s", s->path);
    return make_file(s->path, e);
}

/* Asked every PROGRESS_STEPS of SQLite's machine, which take some 20 us. */
static int interrupt(void *data)
{
    struct store *s = data;
    return s->cancellable && s->waiting != NULL && s->waiting(s->waiting_data);
}

static bool connect(struct store *s, const char *vfs, struct err *e)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (s->path == NULL)
        flags |= SQLITE_OPEN_MEMORY | SQLITE_OPEN_CREATE;
    /* No threads here, and nobody asks how much memory SQLite takes: a seventh of the start.
     * Refused, and not needed, once SQLite runs. */
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    int rc = sqlite3_open_v2(store_path(s), &s->db, flags, vfs);
    if (rc != SQLITE_OK)
        return db_fail(s, rc, e);
    sqlite3_busy_timeout(s->db, BUSY_MS);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_progress_handler(s->db, PROGRESS_STEPS, interrupt, s);
    return true;
}

/* What the file says of itself. */
struct look {
    int64_t id, version;
    bool any; /* tables, whosever; not asked where the id is ours */
};

static bool read_ids(struct store *s, struct look *l, struct err *e)
{
    return db_int(s, "PRAGMA application_id", NO_ARGS, &l->id, e) &&
           db_int(s, "PRAGMA user_version", NO_ARGS, &l->version, e);
}

/* Another slate may be making the file at this moment: an id that is not ours counts only when it
 * was read at once with what else is there. */
static bool look(struct store *s, struct look *l, struct err *e)
{
    *l = (struct look){.any = true};
    if (!read_ids(s, l, e))
        return false;
    if (l->id == SCHEMA_APPLICATION_ID)
        return true;
    return tx_read(s, e) && tx_end(s,
                                   read_ids(s, l, e) && db_exists(s, "SELECT 1 FROM sqlite_schema",
                                                                  NO_ARGS, &l->any, e),
                                   e);
}

static bool check_ours(struct store *s, const struct look *l, struct err *e)
{
    if (l->id == SCHEMA_APPLICATION_ID && l->version <= schema_version)
        return true;
    if (l->id == SCHEMA_APPLICATION_ID)
        return err_set(
            e, ERR_STORE,
            "%s was written by a newer slate (version %lld of its tables, this one knows "
            "%d): it was left as it is; use the newer slate",
            store_path(s), (long long)l->version, schema_version);
    if (l->id == 0 && l->version == 0 && !l->any)
        return true;
    return err_set(e, ERR_STORE,
                   "%s is a database of another program: it was left as it is; name another file "
                   "with --db",
                   store_path(s));
}

/* SQLite opens a file that it may not write all the same. */
static bool check_writable(struct store *s, struct err *e)
{
    return sqlite3_db_readonly(s->db, "main") != 1 || db_fail(s, SQLITE_READONLY, e);
}

/* Bytes 18 and 19 of the file tell its journal; 2 is a write-ahead log. A copy made by VACUUM INTO
 * that was put in place has none. */
static bool has_log(struct store *s)
{
    sqlite3_file *file = NULL;
    unsigned char header[20] = {0};
    sqlite3_file_control(s->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file != NULL && file->pMethods != NULL &&
           file->pMethods->xRead(file, header, sizeof header, 0) == SQLITE_OK && header[18] == 2;
}

static bool retry_log(struct store *s, struct err *e)
{
    struct err none = ERR_INIT; /* a file that has pages keeps theirs */
    db_run(s, "PRAGMA page_size = 2048", NO_ARGS, &none);
    for (int waited = 0; !has_log(s); waited += RETRY_MS) {
        struct err busy = ERR_INIT;
        if (db_run(s, "PRAGMA journal_mode = WAL", NO_ARGS, &busy))
            break;
        if (busy.kind != ERR_BUSY || waited >= BUSY_MS) {
            *e = busy;
            return false;
        }
        sqlite3_sleep(RETRY_MS);
    }
    return true;
}

/* A new file gets pages of half the usual size: a key writes two of them to the log, and a sync
 * waits for what was written. Lists and searches over 100,000 sessions cost the same, within a
 * tenth.
 *
 * Where two programs make the file at once, each is in the way of the other, and SQLite gives up
 * without waiting: so the waiting is done here, all of it. */
static bool turn_log_on(struct store *s, struct err *e)
{
    if (s->path == NULL || has_log(s))
        return true;
    sqlite3_busy_timeout(s->db, 0);
    bool ok = retry_log(s, e);
    sqlite3_busy_timeout(s->db, BUSY_MS);
    return ok;
}

static bool look_and_migrate(struct store *s, const struct store_setup *setup, struct err *e)
{
    struct migrations all = {schema_migrations, schema_version};
    struct look l;
    if (!look(s, &l, e) || !check_ours(s, &l, e) || !check_writable(s, e) || !turn_log_on(s, e))
        return false;
    if (l.version == schema_version)
        return true;
    if (l.version > 0 && setup->updating != NULL)
        setup->updating(store_path(s));
    return migrate_run(s, all, l.version, e);
}

static bool open_all(struct store *s, const struct store_setup *setup, struct err *e)
{
    if (s->path != NULL && !find_file(s, setup, e))
        return false;
    /* The first statement reads the schema: a damaged one shows now and not in mid-interview. It is
     * home's, which most starts want next. */
    return connect(s, setup->vfs, e) && look_and_migrate(s, setup, e) && home_prepare(s, e);
}

struct store *store_open(const struct store_setup *setup, struct err *e)
{
    struct store *s = xcalloc(1, sizeof *s);
    s->sys = setup->sys;
    s->lock_fd = -1;
    s->path = setup->path == NULL ? NULL : plain_path(setup->path);
    store_set_me(s, setup->me);
    if (open_all(s, setup, e))
        return s;
    store_close(s);
    return NULL;
}

void store_close(struct store *s)
{
    if (s == NULL)
        return;
    keeping_close(s);
    lock_release(s);
    free(s->path);
    free(s->me);
    free(s->rescue);
    free(s);
}

void store_set_me(struct store *s, const char *me)
{
    char *copy = me == NULL ? NULL : xstrdup(me);
    free(s->me);
    s->me = copy;
}

void store_set_waiting(struct store *s, bool (*waiting)(void *), void *data)
{
    s->waiting = waiting;
    s->waiting_data = data;
}
