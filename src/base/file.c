#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/outfile.h"
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

bool file_replace(const char *path, const char *bytes, size_t n, mode_t mode, struct err *e)
{
    struct outfile f;
    bool done = outfile_open(&f, path, mode, OUTFILE_EDIT, e) && outfile_add(&f, bytes, n, e) &&
                outfile_keep(&f, e);
    outfile_drop(&f);
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
