#include "support/pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "support/unit.h"

struct pty {
    int fd;
    pid_t pid;
    VTerm *vt;
    VTermScreen *screen;
    struct str bytes;
    int rows, cols;
    bool cursor_shown;
    bool ended;  /* nothing more will come */
    bool reaped; /* status is known */
    int status;
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct pty *p = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        p->cursor_shown = value->boolean;
    return 1;
}

static void start_screen(struct pty *p)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property};
    p->vt = vterm_new(p->rows, p->cols);
    vterm_set_utf8(p->vt, 1);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_enable_altscreen(p->screen, 1);
    vterm_screen_set_callbacks(p->screen, &callbacks, p);
    vterm_screen_reset(p->screen, 1);
}

static void child_environment(const char *const env[])
{
    setenv("TERM", "xterm-256color", 1);
    for (; env != NULL && *env != NULL; env++) {
        const char *sign = strchr(*env, '=');
        char *name = xstrndup(*env, sign != NULL ? (size_t)(sign - *env) : strlen(*env));
        if (sign != NULL)
            setenv(name, sign + 1, 1);
        else
            unsetenv(name);
        free(name);
    }
}

struct pty *pty_open(int rows, int cols, char *const argv[], const char *const env[])
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    struct pty *p = xcalloc(1, sizeof *p);
    *p = (struct pty){.rows = rows, .cols = cols, .cursor_shown = true};
    str_init(&p->bytes);
    p->pid = forkpty(&p->fd, NULL, NULL, &size);
    if (p->pid == 0) {
        child_environment(env);
        execvp(argv[0], argv);
        _exit(127);
    }
    assert_true(p->pid > 0);
    start_screen(p);
    return p;
}

void pty_sendn(struct pty *p, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t done = write(p->fd, bytes, n);
        assert_true(done > 0);
        bytes += done;
        n -= (size_t)done;
    }
}

void pty_send(struct pty *p, const char *bytes)
{
    pty_sendn(p, bytes, strlen(bytes));
}

/* Answers that the terminal owes to the program (libvterm answers what it is asked). */
static void send_answers(struct pty *p)
{
    char answer[256];
    size_t n = vterm_output_read(p->vt, answer, sizeof answer);
    if (n > 0)
        pty_sendn(p, answer, n);
}

/* Reads once; false when nothing came until the deadline or nothing can come any more. */
static bool read_more(struct pty *p, int64_t deadline)
{
    struct pollfd in = {.fd = p->fd, .events = POLLIN};
    int64_t left = deadline - now_ms();
    char bytes[4096];
    ssize_t n;
    if (p->ended || poll(&in, 1, left > 0 ? (int)left : 0) <= 0)
        return false;
    n = read(p->fd, bytes, sizeof bytes);
    if (n <= 0) { /* EIO: the last one who had the terminal open is gone */
        p->ended = true;
        return false;
    }
    str_addn(&p->bytes, bytes, (size_t)n);
    vterm_input_write(p->vt, bytes, (size_t)n);
    send_answers(p);
    return true;
}

static bool screen_has(const struct pty *p, const char *text)
{
    struct str screen = STR_INIT;
    bool has;
    pty_screen(p, &screen);
    has = strstr(screen.s, text) != NULL;
    str_release(&screen);
    return has;
}

static bool wait_screen(struct pty *p, const char *text, bool shown, int timeout_ms)
{
    int64_t deadline = now_ms() + timeout_ms;
    while (screen_has(p, text) != shown)
        if (!read_more(p, deadline))
            return false;
    return true;
}

bool pty_wait_text(struct pty *p, const char *text, int timeout_ms)
{
    return wait_screen(p, text, true, timeout_ms);
}

bool pty_wait_gone(struct pty *p, const char *text, int timeout_ms)
{
    return wait_screen(p, text, false, timeout_ms);
}

bool pty_wait_bytes(struct pty *p, const char *bytes, int timeout_ms)
{
    int64_t deadline = now_ms() + timeout_ms;
    while (memmem(p->bytes.s, p->bytes.len, bytes, strlen(bytes)) == NULL)
        if (!read_more(p, deadline))
            return false;
    return true;
}

static void reap(struct pty *p)
{
    while (!p->reaped && waitpid(p->pid, &p->status, 0) < 0)
        assert_int_equal(errno, EINTR);
    p->reaped = true;
}

bool pty_wait_end(struct pty *p, int *status, int timeout_ms)
{
    int64_t deadline = now_ms() + timeout_ms;
    bool in_time;
    while (read_more(p, deadline))
        continue;
    in_time = p->ended;
    if (!in_time)
        pty_kill(p, SIGKILL);
    reap(p);
    *status = p->status;
    return in_time;
}

struct pty_cell pty_cell_at(const struct pty *p, int row, int col)
{
    struct pty_cell out = {.colour = -1};
    VTermScreenCell cell = {0};
    size_t n = 0;
    vterm_screen_get_cell(p->screen, (VTermPos){row, col}, &cell);
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
        if (cell.chars[i] <= 0x10FFFF) /* else: the right half of a wide one */
            n += utf8_put(cell.chars[i], out.text + n);
    out.text[n] = '\0';
    out.width = cell.width;
    out.bold = cell.attrs.bold;
    out.underline = cell.attrs.underline != 0;
    out.reverse = cell.attrs.reverse;
    if (VTERM_COLOR_IS_INDEXED(&cell.fg) && !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg))
        out.colour = cell.fg.indexed.idx;
    out.own_background = VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
    return out;
}

void pty_screen(const struct pty *p, struct str *out)
{
    for (int row = 0; row < p->rows; row++) {
        size_t end = out->len;
        for (int col = 0, width = 1; col < p->cols; col += width) {
            struct pty_cell cell = pty_cell_at(p, row, col);
            bool blank = cell.text[0] == '\0' || strcmp(cell.text, " ") == 0;
            str_add(out, blank ? " " : cell.text);
            end = blank ? end : out->len;
            width = cell.width > 1 ? cell.width : 1;
        }
        str_splice(out, end, out->len - end, "", 0);
        str_addc(out, '\n');
    }
}

void pty_cursor(const struct pty *p, int *row, int *col, bool *shown)
{
    VTermPos pos;
    vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
    *row = pos.row;
    *col = pos.col;
    *shown = p->cursor_shown;
}

const struct str *pty_bytes(const struct pty *p)
{
    return &p->bytes;
}

void pty_resize(struct pty *p, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    p->rows = rows;
    p->cols = cols;
    vterm_set_size(p->vt, rows, cols);
    assert_int_equal(ioctl(p->fd, TIOCSWINSZ, &size), 0);
}

void pty_kill(struct pty *p, int sig)
{
    if (!p->reaped)
        kill(p->pid, sig);
}

void pty_hang_up(struct pty *p)
{
    close(p->fd);
    p->fd = -1;
    p->ended = true;
}

void pty_close(struct pty *p)
{
    pty_kill(p, SIGKILL);
    reap(p);
    if (p->fd >= 0)
        close(p->fd);
    vterm_free(p->vt);
    str_release(&p->bytes);
    free(p);
}

void pty_assert(struct pty *p, const char *text, bool shown, const char *file, int line)
{
    struct str screen = STR_INIT;
    if (wait_screen(p, text, shown, PTY_PATIENCE))
        return;
    pty_screen(p, &screen);
    print_message("the screen %s \"%s\":\n%s", shown ? "never had" : "kept", text, screen.s);
    str_release(&screen);
    _fail(file, line);
}
