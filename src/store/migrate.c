#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/outfile.h"

#define COPIES_MAX 100

/* An empty file of mode 0600 under a name that was free: VACUUM INTO fills it, and would give a new
 * one a wider mode. */
static bool reserve_copy(struct store *s, int64_t version, struct str *path, struct err *e)
{
    for (int i = 1; i <= COPIES_MAX; i++) {
        str_clear(path);
        str_addf(path, "%s-v%lld", s->path, (long long)version);
        if (i > 1)
            str_addf(path, "-%d", i);
        int fd = open(path->s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd >= 0) {
            close(fd);
            return true;
        }
        if (errno != EEXIST)
            break;
    }
    return err_errno(e, ERR_STORE, errno, "cannot put a copy of %s at %s before updating it",
                     s->path, path->s);
}

/* Its name in `path`; empty where there is nothing to copy. */
static bool copy_beside(struct store *s, int64_t version, struct str *path, struct err *e)
{
    static const char COPY[] = "VACUUM INTO ?1";
    if (s->path == NULL || version == 0)
        return true;
    if (!reserve_copy(s, version, path, e))
        return false;
    /* SQLite leaves such a copy to the system's memory: the update must not reach the disk first.
     */
    if (db_run(s, COPY, ARGS(T(path->s)), e) && outfile_sync(path->s, e))
        return true;
    unlink(path->s);
    return err_prefix(e, "cannot copy the database before updating it");
}

static bool run_step(struct store *s, const char *const *step, struct err *e)
{
    for (size_t i = 0; step[i] != NULL; i++) {
        int rc = sqlite3_exec(s->db, step[i], NULL, NULL, NULL);
        if (rc != SQLITE_OK)
            return db_fail(s, rc, e);
    }
    return true;
}

/* Asks for the version again inside the transaction: another program may have been first. */
static bool run_next(struct store *s, struct migrations all, int64_t *version, struct err *e)
{
    static const char VERSION[] = "PRAGMA user_version";
    if (!db_int(s, VERSION, NO_ARGS, version, e))
        return false;
    if (*version >= all.n)
        return true;
    return run_step(s, all.steps[*version], e) && db_int(s, VERSION, NO_ARGS, version, e);
}

static bool run_all(struct store *s, struct migrations all, int64_t *version, struct err *e)
{
    while (*version < all.n) {
        int64_t reached = *version;
        if (!tx_begin(s, e))
            return false;
        if (!tx_end(s, run_next(s, all, &reached, e), e))
            return err_prefix(e, "cannot update the database");
        *version = reached;
    }
    return true;
}

bool migrate_run(struct store *s, struct migrations all, int64_t version, struct err *e)
{
    struct str copy = STR_INIT;
    int64_t reached = version;
    bool good = copy_beside(s, version, &copy, e) && run_all(s, all, &reached, e);
    /* Nothing was changed: a copy more at each try would fill the disk. */
    if (!good && reached == version && copy.len > 0)
        unlink(copy.s);
    str_release(&copy);
    return good;
}
