#include "base/outfile.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/path.h"

#define LEFT_SECONDS 3600

static bool is_there(const struct outfile *f, struct err *e)
{
    return err_set(e, ERR_REFUSED, "%s is there already and was left as it is: name another file",
                   f->path);
}

static bool find_new(struct outfile *f, struct err *e)
{
    struct stat st;
    if (lstat(f->path, &st) == 0)
        return is_there(f, e);
    f->target = xstrdup(f->path);
    return true;
}

static bool find_old(struct outfile *f, struct err *e)
{
    struct stat st;
    f->target = realpath(f->path, NULL);
    if (f->target == NULL && errno != ENOENT)
        return err_errno(e, ERR_IO, errno, "cannot save %s", f->path);
    if (f->target == NULL && lstat(f->path, &st) == 0)
        return err_set(e, ERR_IO, "cannot save %s: it is a link to a file that is not there",
                       f->path);
    if (f->target == NULL) {
        f->target = xstrdup(f->path);
        return true;
    }
    if (stat(f->target, &st) != 0)
        return true;
    if (!S_ISREG(st.st_mode))
        return err_set(e, ERR_IO, "cannot save %s: it is not a regular file", f->path);
    if (f->way == OUTFILE_EDIT) {
        f->exact = true;
        f->mode = st.st_mode & 07777;
    }
    return true;
}

/* Opens a new hidden file in the target's folder, where a rename cannot cross file systems. */
static int open_temp(struct outfile *f)
{
    for (int attempt = 0; attempt < 100; attempt++) {
        str_clear(&f->temp);
        path_join(&f->temp, f->folder.s, "");
        str_addf(&f->temp, ".%s.%ld-%d.tmp", path_base(f->target), (long)getpid(), attempt);
        int fd = open(f->temp.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, f->mode);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* ---- what a killed save left ---- */

/* Of the same target, by a process that is no more. */
static bool is_left_over(const struct outfile *f, const char *name)
{
    const char *base = path_base(f->target);
    size_t n = strlen(base);
    long pid = 0;
    int attempt = 0, end = 0;
    if (name[0] != '.' || strncmp(name + 1, base, n) != 0)
        return false;
    return sscanf(name + 1 + n, ".%9ld-%9d.tmp%n", &pid, &attempt, &end) == 2 && end > 0 &&
           name[1 + n + (size_t)end] == '\0' && pid > 0 && kill((pid_t)pid, 0) != 0 &&
           errno == ESRCH;
}

/* One of another machine looks as if its process were no more: only what is old by the clock of the
 * file system is cleared away. Nothing depends on it, so failing is nothing to speak of. */
static void clear_left_over(const struct outfile *f)
{
    struct stat now, then;
    DIR *dir = opendir(f->folder.s);
    bool known = dir != NULL && stat(f->target, &now) == 0;
    for (const struct dirent *d; known && (d = readdir(dir)) != NULL;)
        if (is_left_over(f, d->d_name) &&
            fstatat(dirfd(dir), d->d_name, &then, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(then.st_mode) && now.st_mtime - then.st_mtime > LEFT_SECONDS)
            unlinkat(dirfd(dir), d->d_name, 0);
    if (dir != NULL)
        closedir(dir);
}

bool outfile_open(struct outfile *f, const char *path, mode_t mode, enum outfile_way way,
                  struct err *e)
{
    *f = (struct outfile){
        .path = path, .way = way, .folder = STR_INIT, .temp = STR_INIT, .mode = mode, .fd = -1};
    if (!(way == OUTFILE_NEW ? find_new(f, e) : find_old(f, e)))
        return false;
    path_folder(&f->folder, f->target);
    f->fd = open_temp(f);
    if (f->fd < 0)
        return err_errno(e, ERR_IO, errno, "cannot save %s: no new file can be made in its folder",
                         path);
    return true;
}

static bool not_saved(const struct outfile *f, struct err *e)
{
    return err_errno(e, ERR_IO, errno, "cannot save %s, %s", f->path,
                     f->way == OUTFILE_NEW ? "nothing was left behind" : "it stays as it was");
}

bool outfile_add(struct outfile *f, const char *bytes, size_t n, struct err *e)
{
    while (n > 0) {
        ssize_t written = write(f->fd, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return not_saved(f, e);
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

/* errno tells what failed. The file is closed either way. */
static bool settle(struct outfile *f)
{
    bool done = (!f->exact || fchmod(f->fd, f->mode) == 0) && fsync(f->fd) == 0;
    int code = errno;
    if (close(f->fd) != 0 && done)
        done = false;
    else
        errno = code;
    f->fd = -1;
    return done;
}

/* Some file systems cannot rename without replacing: a second name does the same there. */
static bool put_new(const struct outfile *f)
{
    if (renameat2(AT_FDCWD, f->temp.s, AT_FDCWD, f->target, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    return link(f->temp.s, f->target) == 0 && unlink(f->temp.s) == 0;
}

static bool put(const struct outfile *f)
{
    return f->way == OUTFILE_NEW ? put_new(f) : rename(f->temp.s, f->target) == 0;
}

static bool sync_path(const char *path, int flags)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
    if (fd < 0)
        return false;
    /* Some file systems cannot sync a folder and say EINVAL: then there is nothing to do. */
    bool done = fsync(fd) == 0 || errno == EINVAL;
    int code = errno;
    close(fd);
    errno = code;
    return done;
}

bool outfile_keep(struct outfile *f, struct err *e)
{
    if (!settle(f))
        return not_saved(f, e);
    if (!put(f))
        return f->way == OUTFILE_NEW && errno == EEXIST ? is_there(f, e) : not_saved(f, e);
    str_clear(&f->temp);
    clear_left_over(f);
    if (!sync_path(f->folder.s, O_DIRECTORY))
        return err_errno(e, ERR_IO, errno,
                         "%s is saved, but the disk did not confirm it: save it once more",
                         f->path);
    return true;
}

bool outfile_sync(const char *path, struct err *e)
{
    struct str folder = STR_INIT;
    path_folder(&folder, path);
    bool done = sync_path(path, 0) && sync_path(folder.s, O_DIRECTORY);
    str_release(&folder);
    return done || err_errno(e, ERR_IO, errno, "the disk does not confirm %s", path);
}

void outfile_drop(struct outfile *f)
{
    if (f->fd >= 0)
        close(f->fd);
    f->fd = -1;
    if (f->temp.len > 0)
        unlink(f->temp.s);
    free(f->target);
    f->target = NULL;
    str_release(&f->folder);
    str_release(&f->temp);
}
