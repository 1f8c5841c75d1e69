#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/vec.h"
#include "store/interviews.h"

bool lock_held(const struct store *s, int64_t id)
{
    for (size_t i = 0; i < s->claims.n; i++)
        if (s->claims.items[i] == id)
            return true;
    return false;
}

static bool open_lock_file(struct store *s, struct err *e)
{
    if (s->lock_fd >= 0)
        return true;
    struct str path = STR_INIT;
    str_addf(&path, "%s-open", s->path);
    s->lock_fd = open(path.s, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    bool good = s->lock_fd >= 0 ||
                err_errno(e, ERR_STORE, errno, "cannot open %s, which tells what is open", path.s);
    str_release(&path);
    return good;
}

/* A lock of the open file description: unlike the older kind it also holds against a second store
 * of this process, and closing some other descriptor of the file does not drop it. */
static int lock_byte(struct store *s, int64_t id, short type)
{
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = id, .l_len = 1};
    return fcntl(s->lock_fd, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

bool store_claim(struct store *s, int64_t id, struct err *e)
{
    if (lock_held(s, id))
        return true;
    if (s->path != NULL) {
        if (!open_lock_file(s, e))
            return false;
        int code = lock_byte(s, id, F_WRLCK);
        if (code == EAGAIN || code == EACCES)
            return err_set(e, ERR_BUSY,
                           "this interview is open in another running slate: go on there, or leave "
                           "it there first");
        if (code != 0)
            return err_errno(e, ERR_STORE, code, "cannot take the interview (%s-open)", s->path);
    }
    *VEC_PUSH(&s->claims) = id;
    return true;
}

void store_leave(struct store *s, int64_t id)
{
    for (size_t i = 0; i < s->claims.n; i++) {
        if (s->claims.items[i] != id)
            continue;
        s->claims.items[i] = s->claims.items[--s->claims.n];
        if (s->lock_fd >= 0)
            lock_byte(s, id, F_UNLCK);
        return;
    }
}

void lock_release(struct store *s)
{
    VEC_RELEASE(&s->claims);
    if (s->lock_fd >= 0)
        close(s->lock_fd);
    s->lock_fd = -1;
}
