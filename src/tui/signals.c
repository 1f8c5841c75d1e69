#include "tui/signals.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <time.h>

#include "base/vec.h"

/* The one thing here that outlives a call: a handler can reach nothing else. */
static volatile sig_atomic_t news[NEWS_KINDS];

static void on_end(int sig)
{
    (void)sig;
    news[NEWS_END] = 1;
}

static void on_resize(int sig)
{
    (void)sig;
    news[NEWS_RESIZE] = 1;
}

static void on_continue(int sig)
{
    (void)sig;
    news[NEWS_CONTINUE] = 1;
}

static void on_stop(int sig)
{
    (void)sig;
    news[NEWS_STOP] = 1;
}

static const struct {
    int sig;
    void (*handler)(int);
} handled[SIGNALS] = {
    {SIGHUP, on_end},       {SIGTERM, on_end},  {SIGINT, on_end},   {SIGWINCH, on_resize},
    {SIGCONT, on_continue}, {SIGTSTP, on_stop}, {SIGPIPE, SIG_IGN},
};

/* A hang-up that whoever started us chose to ignore (nohup) stays ignored. */
static bool stays_ignored(int sig, const struct sigaction *before)
{
    return sig == SIGHUP && before->sa_handler == SIG_IGN;
}

void signals_take(struct signals *s)
{
    sigset_t blocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaddset(&blocked, handled[i].sig);
    sigprocmask(SIG_BLOCK, &blocked, &s->mask_before);
    s->mask_waiting = s->mask_before;
    for (size_t i = 0; i < SIGNALS; i++) {
        struct sigaction act = {.sa_handler = handled[i].handler};
        sigfillset(&act.sa_mask);
        sigaction(handled[i].sig, &act, &s->before[i]);
        if (stays_ignored(handled[i].sig, &s->before[i]))
            sigaction(handled[i].sig, &s->before[i], NULL);
        sigdelset(&s->mask_waiting, handled[i].sig);
    }
}

void signals_give_back(struct signals *s)
{
    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(handled[i].sig, &s->before[i], NULL);
    sigprocmask(SIG_SETMASK, &s->mask_before, NULL);
}

bool signals_news(enum signal_news kind)
{
    bool happened = news[kind] != 0;
    if (happened)
        news[kind] = 0;
    return happened;
}

bool signals_any(void)
{
    for (int kind = 0; kind < NEWS_KINDS; kind++)
        if (news[kind] != 0)
            return true;
    return false;
}

/* Lets what is blocked by now through. poll(2) does not when there is input, so that a terminal
 * that never stops sending could otherwise hold a SIGTERM off. */
static bool let_through(const struct signals *s)
{
    return ppoll(NULL, 0, &(struct timespec){0}, &s->mask_waiting) < 0 && errno == EINTR;
}

enum wait_end signals_wait(const struct signals *s, int fd, int timeout_ms)
{
    struct pollfd in = {.fd = fd, .events = POLLIN};
    struct timespec time = {timeout_ms / 1000, timeout_ms % 1000 * 1000000L};
    int n = ppoll(&in, 1, timeout_ms < 0 ? NULL : &time, &s->mask_waiting);
    if (n < 0)
        return WAIT_SIGNAL;
    if (n == 0)
        return WAIT_TIMEOUT;
    return let_through(s) ? WAIT_SIGNAL : WAIT_INPUT;
}
