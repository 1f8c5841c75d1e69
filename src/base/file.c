#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/path.h"
#include "base/vec.h"

static void take_id(const struct stat *st, struct file_id *id)
{
    id->dev = (int64_t)st->st_dev;
    id->ino = (int64_t)st->st_ino;
    id->size = (int64_t)st->st_size;
    id->mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

bool file_identify(const char *path, struct file_id *id, struct err *e)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return err_errno(e, errno == ENOENT ? ERR_MISSING : ERR_IO, errno, "cannot look at %s",
                         path);
    take_id(&st, id);
    return true;
}

bool file_same(const struct file_id *a, const struct file_id *b)
{
    return a->dev == b->dev && a->ino == b->ino && a->size == b->size && a->mtime_ns == b->mtime_ns;
}

static bool too_large(const char *path, size_t max, struct err *e)
{
    return err_set(e, ERR_INPUT, "%s is too large: at most %zu KiB are read", path, max / 1024);
}

/* Reads to the end rather than to the size that was announced: a file may grow meanwhile. */
static bool read_all(int fd, const char *path, size_t max, struct str *out, struct err *e)
{
    char bytes[65536];
    for (;;) {
        ssize_t n = read(fd, bytes, sizeof bytes);
        if (n == 0)
            return true;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_errno(e, ERR_IO, errno, "cannot read %s", path);
        if ((size_t)n > max - out->len)
            return too_large(path, max, e);
        str_addn(out, bytes, (size_t)n);
    }
}

static bool read_open(int fd, const char *path, size_t max, struct str *out, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return err_errno(e, ERR_IO, errno, "cannot look at %s", path);
    if (S_ISDIR(st.st_mode))
        return err_set(e, ERR_INPUT, "%s is a folder, not a file", path);
    if (!S_ISREG(st.st_mode))
        return err_set(e, ERR_INPUT, "%s is not a regular file", path);
    if (st.st_size > 0 && (uintmax_t)st.st_size > max)
        return too_large(path, max, e);
    return read_all(fd, path, max, out, e);
}

bool file_read(const char *path, size_t max, struct str *out, struct file_id *id, struct err *e)
{
    str_clear(out);
    /* O_NONBLOCK: opening a named pipe must not wait for its other end. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return err_errno(e, errno == ENOENT ? ERR_MISSING : ERR_IO, errno, "cannot open %s", path);
    struct stat st;
    bool known = fstat(fd, &st) == 0;
    bool done = read_open(fd, path, max, out, e);
    close(fd);
    if (!done)
        str_clear(out);
    else if (id != NULL && known)
        take_id(&st, id);
    return done;
}

/* A file on its way to its place. */
struct replacement {
    const char *path; /* as the caller named it, for messages */
    char *target;     /* what is replaced, links followed */
    struct str folder, temp;
    bool keep_mode;
    mode_t mode;
};

static bool find_target(struct replacement *r, struct err *e)
{
    struct stat st;
    r->target = realpath(r->path, NULL);
    if (r->target == NULL && errno != ENOENT)
        return err_errno(e, ERR_IO, errno, "cannot save %s", r->path);
    if (r->target == NULL && lstat(r->path, &st) == 0)
        return err_set(e, ERR_IO, "cannot save %s: it is a link to a file that is not there",
                       r->path);
    if (r->target == NULL) {
        r->target = xstrdup(r->path);
    } else if (stat(r->target, &st) == 0) {
        if (!S_ISREG(st.st_mode))
            return err_set(e, ERR_IO, "cannot save %s: it is not a regular file", r->path);
        r->keep_mode = true;
        r->mode = st.st_mode & 07777;
    }
    path_folder(&r->folder, r->target);
    return true;
}

/* Opens a new hidden file in the target's folder, where a rename cannot cross file systems. */
static int open_temp(struct replacement *r)
{
    for (int attempt = 0; attempt < 100; attempt++) {
        str_clear(&r->temp);
        path_join(&r->temp, r->folder.s, "");
        str_addf(&r->temp, ".%s.%ld-%d.tmp", path_base(r->target), (long)getpid(), attempt);
        int fd = open(r->temp.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, r->mode);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

/* errno tells what failed. The file is closed either way. */
static bool fill_temp(const struct replacement *r, int fd, const char *bytes, size_t n)
{
    bool done =
        (!r->keep_mode || fchmod(fd, r->mode) == 0) && write_all(fd, bytes, n) && fsync(fd) == 0;
    int code = errno;
    if (close(fd) != 0 && done)
        return false;
    errno = code;
    return done;
}

static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    /* Some file systems cannot sync a folder and say EINVAL: then there is nothing to do. */
    bool done = fsync(fd) == 0 || errno == EINVAL;
    int code = errno;
    close(fd);
    errno = code;
    return done;
}

static bool replace(struct replacement *r, const char *bytes, size_t n, struct err *e)
{
    if (!find_target(r, e))
        return false;
    int fd = open_temp(r);
    if (fd < 0)
        return err_errno(e, ERR_IO, errno, "cannot save %s: no new file can be made in its folder",
                         r->path);
    if (!fill_temp(r, fd, bytes, n) || rename(r->temp.s, r->target) != 0) {
        int code = errno;
        unlink(r->temp.s);
        return err_errno(e, ERR_IO, code, "cannot save %s, it stays as it was", r->path);
    }
    if (!sync_folder(r->folder.s))
        return err_errno(e, ERR_IO, errno,
                         "%s is saved, but the disk did not confirm it: save it once more",
                         r->path);
    return true;
}

bool file_replace(const char *path, const char *bytes, size_t n, mode_t mode, struct err *e)
{
    struct replacement r = {.path = path, .folder = STR_INIT, .temp = STR_INIT, .mode = mode};
    bool done = replace(&r, bytes, n, e);
    free(r.target);
    str_release(&r.folder);
    str_release(&r.temp);
    return done;
}

bool file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

static bool make_dir(const char *path, mode_t mode, struct err *e)
{
    struct stat st;
    if (mkdir(path, mode) == 0)
        return true;
    int code = errno;
    if (stat(path, &st) != 0)
        return err_errno(e, ERR_IO, code, "cannot make the folder %s", path);
    if (!S_ISDIR(st.st_mode))
        return err_set(e, ERR_IO, "cannot make the folder %s: a file of that name is in the way",
                       path);
    return true;
}

bool file_make_dirs(const char *path, mode_t mode, struct err *e)
{
    char *copy = xstrdup(path);
    bool done = true;
    for (char *slash = copy; done && (slash = strchr(slash + 1, '/')) != NULL;) {
        *slash = '\0';
        done = make_dir(copy, mode, e);
        *slash = '/';
    }
    done = done && make_dir(copy, mode, e);
    free(copy);
    return done;
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);
    return n >= m && strcmp(name + n - m, suffix) == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool file_list(const char *folder, const char *suffix, struct file_names *out, struct err *e)
{
    DIR *dir = opendir(folder);
    if (dir == NULL && errno == ENOENT)
        return true;
    if (dir == NULL)
        return err_errno(e, ERR_IO, errno, "cannot read the folder %s", folder);
    const struct dirent *entry;
    while (errno = 0, (entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.' && ends_in(entry->d_name, suffix))
            *VEC_PUSH(out) = xstrdup(entry->d_name);
    int code = errno;
    closedir(dir);
    if (code != 0) {
        file_names_release(out);
        return err_errno(e, ERR_IO, code, "cannot read the folder %s", folder);
    }
    if (out->n > 1)
        qsort(out->items, out->n, sizeof *out->items, by_bytes);
    return true;
}

void file_names_release(struct file_names *names)
{
    for (size_t i = 0; i < names->n; i++)
        free(names->items[i]);
    VEC_RELEASE(names);
}
