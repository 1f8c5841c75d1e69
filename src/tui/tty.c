#include "tui/tty.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"

static bool both_terminals(struct err *e)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return true;
    return err_set(e, ERR_USAGE,
                   "this needs a terminal, but its %s is a file or a pipe. Start it in a terminal "
                   "window; `slate --help` lists what works without one",
                   isatty(STDIN_FILENO) ? "output" : "input");
}

bool tty_open(struct tty *t, struct err *e)
{
    int fd;
    *t = (struct tty){0};
    if (!both_terminals(e))
        return false;
    if (tcgetattr(STDIN_FILENO, &t->before) < 0)
        return err_errno(e, ERR_IO, errno, "the terminal's settings cannot be read");
    fd = memfd_create("slate-frame", MFD_CLOEXEC);
    t->sink = fd < 0 ? NULL : fdopen(fd, "w+");
    if (t->sink == NULL)
        return err_errno(e, ERR_IO, errno, "there is no memory for the screen");
    t->map = mmap(NULL, TTY_MAP, PROT_READ, MAP_SHARED, fd, 0);
    if (t->map == MAP_FAILED)
        t->map = NULL;
    return true;
}

void tty_close(struct tty *t)
{
    if (t->sink != NULL)
        fclose(t->sink);
    if (t->map != NULL)
        munmap(t->map, TTY_MAP);
    *t = (struct tty){0};
}

void tty_raw(const struct tty *t)
{
    struct termios raw = t->before;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | INLCR | IGNCR | ICRNL | IXON);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void tty_restore(const struct tty *t)
{
    tcsetattr(STDIN_FILENO, TCSADRAIN, &t->before);
}

static void write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EAGAIN)
            poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
        else if (done < 0 && errno != EINTR)
            return; /* the terminal is gone: next() will say so */
        else if (done > 0)
            bytes += done, n -= (size_t)done;
    }
}

void tty_add(struct tty *t, const char *bytes)
{
    write_all(fileno(t->sink), bytes, strlen(bytes));
}

/* The rare frame that the mapping does not hold. */
static void send_read(const struct tty *t, size_t n)
{
    char *bytes = xmalloc(n);
    ssize_t got = pread(fileno(t->sink), bytes, n, t->sent);
    if (got > 0)
        write_all(STDOUT_FILENO, bytes, (size_t)got);
    free(bytes);
}

void tty_send(struct tty *t)
{
    int fd = fileno(t->sink);
    off_t end = lseek(fd, 0, SEEK_CUR);
    if (end <= t->sent)
        return;
    if (t->map != NULL && end <= TTY_MAP)
        write_all(STDOUT_FILENO, t->map + t->sent, (size_t)(end - t->sent));
    else
        send_read(t, (size_t)(end - t->sent));
    t->sent = end;
    if (end >= TTY_FULL)
        t->sent = lseek(fd, 0, SEEK_SET);
}
