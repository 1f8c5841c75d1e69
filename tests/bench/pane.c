#include "bench/pane.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"

#define PATIENCE_MS 2000
#define STARTS      6   /* to learn from; a clock may tick in some */
#define SILENCE_MS  400 /* a screen is complete after it; only while learning */
#define SETTLE_MS   20  /* what is done behind the first screen takes memory, too */
#define KEY_MS      200 /* an answer to a key that has not come by then is another one */
#define LEARN_MS    80  /* a key is painted after such a silence; only while learning */
#define WALK_MS     10  /* of silence between keys that are not timed */
#define END_MS      100
#define KEY_END     40 /* bytes: more than a cursor's way back, which a tick of the clock has too */

static void become(const struct program *p, int64_t *exec_at)
{
    if (p->variable != NULL) {
        char *copy = strdup(p->variable);
        if (copy == NULL || putenv(copy) != 0)
            _exit(127);
    }
    *exec_at = bench_now();
    execvp(p->argv[0], bench_argv(p->argv));
    _exit(127);
}

void pane_start(struct pane *t, const struct program *p)
{
    struct winsize size = {.ws_row = (unsigned short)p->rows, .ws_col = (unsigned short)p->cols};
    *t = (struct pane){.out = STR_INIT};
    t->exec_at =
        mmap(NULL, sizeof *t->exec_at, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (t->exec_at == MAP_FAILED)
        bench_die("no memory to share: %s", strerror(errno));
    t->pid = forkpty(&t->fd, NULL, NULL, &size);
    if (t->pid == 0)
        become(p, t->exec_at);
    if (t->pid < 0)
        bench_die("no pseudo-terminal: %s", strerror(errno));
}

void pane_send(struct pane *t, const char *keys)
{
    size_t n = strlen(keys);
    if (write(t->fd, keys, n) != (ssize_t)n)
        bench_die("a program takes no keys: %s", strerror(errno));
}

bool pane_read(struct pane *t, int timeout_ms)
{
    struct pollfd in = {.fd = t->fd, .events = POLLIN};
    char bytes[8192];
    ssize_t n;
    if (poll(&in, 1, timeout_ms) <= 0)
        return false;
    n = read(t->fd, bytes, sizeof bytes);
    if (n <= 0)
        return false;
    t->read_at = bench_now();
    str_addn(&t->out, bytes, (size_t)n);
    return true;
}

void pane_quiet(struct pane *t, int ms)
{
    while (pane_read(t, ms))
        continue;
}

void pane_await(struct pane *t, const char *text)
{
    while (memmem(t->out.s, t->out.len, text, strlen(text)) == NULL)
        if (!pane_read(t, PATIENCE_MS))
            bench_die("a screen never showed \"%s\"", text);
}

double pane_peak(const struct pane *t)
{
    char path[64], line[128];
    double kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)t->pid);
    FILE *f = fopen(path, "r");
    while (f != NULL && fgets(line, sizeof line, f) != NULL)
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtod(line + 6, NULL);
    if (f != NULL)
        fclose(f);
    if (kib == 0)
        bench_die("%s tells no VmHWM", path);
    return kib;
}

void pane_end(struct pane *t)
{
    int64_t until = bench_now() + END_MS * INT64_C(1000000);
    if (write(t->fd, "q", 1) < 0 && errno != EIO)
        bench_die("a program takes no keys: %s", strerror(errno));
    while (bench_now() < until && pane_read(t, END_MS))
        continue;
    kill(t->pid, SIGKILL); /* a zombie when it did as it was asked */
    waitpid(t->pid, NULL, 0);
    close(t->fd);
    munmap(t->exec_at, sizeof *t->exec_at);
    str_release(&t->out);
}

/* ---- start ---- */

static void first_output(const struct program *p, struct str *out)
{
    struct pane t;
    pane_start(&t, p);
    if (!pane_read(&t, PATIENCE_MS))
        bench_die("%s writes nothing", p->name);
    pane_quiet(&t, SILENCE_MS);
    str_set(out, "");
    str_addn(out, t.out.s, t.out.len);
    pane_end(&t);
}

static bool ends_so(const struct first_screen *s, const struct str *out)
{
    return out->len >= s->least && memcmp(out->s + out->len - s->n_tail, s->tail, s->n_tail) == 0;
}

static void keep_screen(struct first_screen *s, const struct str *out)
{
    s->n_tail = out->len < sizeof s->tail ? out->len : sizeof s->tail;
    memcpy(s->tail, out->s + out->len - s->n_tail, s->n_tail);
    /* a clock or a name may differ by some bytes from start to start */
    s->least = out->len - s->n_tail > 16 ? out->len - 16 : s->n_tail;
}

bool first_screen_learn(const struct program *p, struct first_screen *s)
{
    struct str out = STR_INIT;
    bool alike = false;
    first_output(p, &out);
    for (int start = 1; start < STARTS && !alike; start++) {
        keep_screen(s, &out);
        first_output(p, &out);
        alike = ends_so(s, &out);
    }
    str_release(&out);
    return alike;
}

double first_screen_time(const struct program *p, const struct first_screen *s, double *peak_kib)
{
    struct pane t;
    double ns = -1;
    pane_start(&t, p);
    while (!ends_so(s, &t.out) && pane_read(&t, PATIENCE_MS))
        continue;
    if (ends_so(s, &t.out)) {
        ns = (double)(t.read_at - *t.exec_at);
        if (peak_kib != NULL) {
            pane_quiet(&t, SETTLE_MS);
            *peak_kib = pane_peak(&t);
        }
    }
    pane_end(&t);
    return ns;
}

/* ---- keys ---- */

static void send_next(struct cycle *c, struct pane *t)
{
    char key[2] = {c->keys[c->at], '\0'};
    str_clear(&t->out);
    pane_send(t, key);
}

static void step(struct cycle *c)
{
    c->at = c->keys[c->at + 1] == '\0' ? 0 : c->at + 1;
}

/* Only the end: a clock that moved on meanwhile stands before it. */
static void keep_end(struct str *end, const struct str *out)
{
    size_t n = out->len < KEY_END ? out->len : KEY_END;
    str_clear(end);
    str_addn(end, out->s + out->len - n, n);
}

/* The second time round: the first may come from elsewhere. */
void cycle_learn(struct cycle *c, struct pane *t, const char *keys)
{
    size_t n = strlen(keys);
    *c = (struct cycle){.keys = keys};
    if (n > CYCLE_MAX)
        bench_die("too many keys: %s", keys);
    for (size_t i = 0; i < CYCLE_MAX; i++)
        str_init(&c->painted[i]);
    for (size_t i = 0; i < 2 * n; i++) {
        send_next(c, t);
        pane_quiet(t, LEARN_MS);
        if (t->out.len == 0)
            bench_die("the key %c paints nothing", keys[c->at]);
        keep_end(&c->painted[c->at], &t->out);
        step(c);
    }
}

static bool ends_with(const struct str *all, const struct str *end)
{
    return all->len >= end->len && memcmp(all->s + all->len - end->len, end->s, end->len) == 0;
}

double cycle_time(struct cycle *c, struct pane *t)
{
    const struct str *wanted = &c->painted[c->at];
    int64_t start = bench_now();
    send_next(c, t);
    while (!ends_with(&t->out, wanted) && pane_read(t, KEY_MS))
        continue;
    step(c);
    if (ends_with(&t->out, wanted))
        return (double)(t->read_at - start);
    c->missed++;
    return -1;
}

void cycle_walk(struct cycle *c, struct pane *t)
{
    c->at = 0;
    for (size_t i = 0; c->keys[i] != '\0'; i++) {
        send_next(c, t);
        pane_read(t, KEY_MS);
        pane_quiet(t, WALK_MS);
        step(c);
    }
}

void cycle_release(struct cycle *c)
{
    for (size_t i = 0; i < CYCLE_MAX; i++)
        str_release(&c->painted[i]);
}
