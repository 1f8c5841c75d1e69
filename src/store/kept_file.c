#include "store/kept_file.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"

#define KEPT_MAX (4u << 20) /* bytes */

void kept_file_path(struct str *out, const char *path)
{
    str_addf(out, "%s-home", path);
}

bool kept_file_read(const char *path, struct str *out)
{
    struct str name = STR_INIT;
    struct err none = ERR_INIT;
    kept_file_path(&name, path);
    bool good = file_read(name.s, KEPT_MAX, out, NULL, &none);
    str_release(&name);
    return good;
}

/* Neither synced nor renamed into place: what is half there fails its sum. */
void kept_file_write(const char *path, const struct str *bytes)
{
    struct str name = STR_INIT;
    kept_file_path(&name, path);
    unlink(name.s);
    int fd = open(name.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0 && write(fd, bytes->s, bytes->len) != (ssize_t)bytes->len)
        unlink(name.s);
    if (fd >= 0)
        close(fd);
    str_release(&name);
}

void kept_file_remove(const char *path)
{
    struct str name = STR_INIT;
    if (path == NULL)
        return;
    kept_file_path(&name, path);
    unlink(name.s);
    str_release(&name);
}
