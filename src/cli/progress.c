#include "cli/progress.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/vec.h"
#include "cli/say.h"

#define FIRST_MS 500 /* what is over before is not worth a line */
#define NEXT_MS  100
#define STOPPED  "stopped: nothing was left behind"
#define CLEAR    "\r\033[K"

struct progress {
    struct sys *sys;
    sigset_t blocked, before;
    bool shows; /* stderr is a terminal */
    bool shown;
    int64_t next_at;
};

/* Held back between two steps: no handler, nothing is interrupted. What is ignored (nohup) stays
 * ignored. */
static void begin(struct progress *p, struct sys *sys)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction now;
    *p = (struct progress){
        .sys = sys, .shows = isatty(STDERR_FILENO) == 1, .next_at = sys->mono_ms(sys) + FIRST_MS};
    sigemptyset(&p->blocked);
    for (size_t i = 0; i < COUNT_OF(ends); i++)
        if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&p->blocked, ends[i]);
    sigprocmask(SIG_BLOCK, &p->blocked, &p->before);
}

static bool stopped(const struct progress *p)
{
    sigset_t waiting;
    sigpending(&waiting);
    for (int signal = 1; signal < NSIG; signal++)
        if (sigismember(&p->blocked, signal) == 1 && sigismember(&waiting, signal) == 1)
            return true;
    return false;
}

static void show(struct progress *p, const struct job *job)
{
    struct str text = STR_INIT;
    int64_t now = p->sys->mono_ms(p->sys);
    if (!p->shows || now < p->next_at)
        return;
    job_add_words(job, &text);
    fprintf(stderr, CLEAR "slate: %s", text.s);
    p->next_at = now + NEXT_MS;
    p->shown = true;
    str_release(&text);
}

/* A signal that waits ends the program here, with the job closed. */
static void end(const struct progress *p)
{
    if (p->shown)
        fputs(CLEAR, stderr);
    sigprocmask(SIG_SETMASK, &p->before, NULL);
}

static void say_what(const struct job *job)
{
    struct str text = STR_INIT;
    job->ops->say(job, &text);
    say_note("%s", text.s);
    str_release(&text);
}

/* Said before the signal ends the program. */
static void say_stopped(struct progress *p)
{
    if (p->shown)
        fputs(CLEAR, stderr);
    p->shown = false;
    say_note("%s", STOPPED);
}

bool progress_run(struct job *job, struct sys *sys, struct err *e)
{
    struct progress p;
    bool ok = job != NULL, gone = false;
    if (!ok)
        return false;
    begin(&p, sys);
    while (ok && !job->over) {
        gone = stopped(&p);
        ok = gone ? err_set(e, ERR_CANCELLED, STOPPED) : job->ops->step(job, e);
        show(&p, job);
    }
    if (ok)
        say_what(job);
    job->ops->close(job);
    if (gone)
        say_stopped(&p);
    end(&p);
    return ok;
}
