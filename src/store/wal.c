/* The write-ahead log: synced once after painting, grown beforehand, moved into the file when
 * nothing happens. */

#include <errno.h>
#include <string.h>

#include "store/db.h"

#define LOG_GROWTH (4 << 20) /* bytes; a commit within them allocates nothing on the disk */

/* The handle that SQLite writes the log by. NULL in memory, and before the first read. */
static sqlite3_file *log_file(struct store *s)
{
    sqlite3_file *file = NULL;
    if (s->path == NULL ||
        sqlite3_file_control(s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK)
        return NULL;
    return file != NULL && file->pMethods != NULL ? file : NULL;
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
    return true;
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

void store_prepare_log(struct store *s)
{
    sqlite3_file *file = log_file(s);
    int chunk = LOG_GROWTH;
    sqlite3_int64 size = LOG_GROWTH;
    if (file == NULL)
        return;
    /* Only an advice: without it, or with a full disk, commits allocate as they go. */
    file->pMethods->xFileControl(file, SQLITE_FCNTL_CHUNK_SIZE, &chunk);
    file->pMethods->xFileControl(file, SQLITE_FCNTL_SIZE_HINT, &size);
}
