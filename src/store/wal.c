/* The write-ahead log: synced once after painting, grown beforehand, moved into the file when
 * nothing happens. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/outfile.h"
#include "store/db.h"

#define RESCUES_MAX 100
#define LOG_GROWTH  (4 << 20) /* bytes; a commit within them allocates nothing on the disk */

#define LOG_BOUND  (7 << 20) /* bytes of it that make a commit move the log into the file */
#define FRAME_HEAD 24        /* bytes before each page in the log */

/* The handle that SQLite writes the log by. NULL in memory, and before the first read. */
static sqlite3_file *log_file(struct store *s)
{
    sqlite3_file *file = NULL;
    if (s->path == NULL ||
        sqlite3_file_control(s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK)
        return NULL;
    return file != NULL && file->pMethods != NULL ? file : NULL;
}

/* ---- a file that was taken away ---- */

/* An empty file for its owner alone; VACUUM INTO fills it, and would give a new one a wider mode.
 */
static bool make_empty(const char *path, int flags)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
    return fd >= 0 && close(fd) == 0;
}

/* A free name beside the file, taken once: the copy of an earlier loss stays. */
static bool name_rescue(struct store *s)
{
    struct str path = STR_INIT;
    for (int i = 1; s->rescue == NULL && i <= RESCUES_MAX; i++) {
        str_clear(&path);
        str_addf(&path, i > 1 ? "%s-rescued-%d" : "%s-rescued", s->path, i);
        if (make_empty(path.s, O_EXCL))
            s->rescue = xstrdup(path.s);
        else if (errno != EEXIST)
            break;
    }
    str_release(&path);
    return s->rescue != NULL;
}

/* The copy is whole at any moment: it is made beside the one before and takes its name. */
static bool rescue(struct store *s)
{
    struct err e = ERR_INIT;
    struct str fresh = STR_INIT;
    bool good = name_rescue(s);
    if (good) {
        str_addf(&fresh, "%s-new", s->rescue);
        good = make_empty(fresh.s, O_TRUNC) && db_run(s, "VACUUM INTO ?1", ARGS(T(fresh.s)), &e) &&
               outfile_sync(fresh.s, &e) && rename(fresh.s, s->rescue) == 0;
    }
    str_release(&fresh);
    return good;
}

/* SQLite goes on writing into a file whose name was taken away or given to another: committed, and
 * never found again. */
static bool check_there(struct store *s, struct err *e)
{
    int moved = 0;
    if (s->path == NULL ||
        sqlite3_file_control(s->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
        return true;
    if (!rescue(s))
        return err_set(e, ERR_STORE,
                       "%s was moved, replaced or deleted while slate has it open, and no copy "
                       "could be put beside it: write down what is on the screen",
                       s->path);
    return err_set(e, ERR_STORE,
                   "%s was moved, replaced or deleted while slate has it open. All of it is kept "
                   "in %s: leave slate and put that file in its place",
                   s->path, s->rescue);
}

bool store_sync(struct store *s, struct err *e)
{
    if (!s->unsynced)
        return true;
    sqlite3_file *file = log_file(s);
    if (file != NULL && file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK)
        return err_set(e, ERR_STORE,
                       "%s is stored, but the disk does not confirm it (%s): a power cut now could "
                       "lose the last entries; check the disk",
                       store_path(s), strerror(errno != 0 ? errno : EIO));
    s->unsynced = false;
    return check_there(s, e);
}

/* A passive checkpoint waits for nobody. The log keeps its length, to be written over. */
void store_idle(struct store *s)
{
    int in_log = 0, moved = 0;
    if (!s->unmoved || s->path == NULL)
        return;
    int rc = sqlite3_wal_checkpoint_v2(s->db, "main", SQLITE_CHECKPOINT_PASSIVE, &in_log, &moved);
    if (rc == SQLITE_OK && moved == in_log)
        s->unmoved = false;
}

/* The key whose commit moves the log is the slowest of all: SQLite's bound of 1,000 pages makes one
 * of every five hundred wait for it, this one of some two thousand. */
static void bound_log(struct store *s)
{
    struct err none = ERR_INIT; /* SQLite's own bound does as well */
    int64_t page = 0;
    if (db_int(s, "PRAGMA page_size", NO_ARGS, &page, &none) && page > 0)
        sqlite3_wal_autocheckpoint(s->db, (int)(LOG_BOUND / (page + FRAME_HEAD)));
}

void store_prepare_log(struct store *s)
{
    sqlite3_file *file = log_file(s);
    int chunk = LOG_GROWTH;
    sqlite3_int64 size = LOG_GROWTH;
    if (file == NULL)
        return;
    bound_log(s);
    /* Only an advice: without it, or with a full disk, commits allocate as they go. */
    file->pMethods->xFileControl(file, SQLITE_FCNTL_CHUNK_SIZE, &chunk);
    file->pMethods->xFileControl(file, SQLITE_FCNTL_SIZE_HINT, &size);
}
