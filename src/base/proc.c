#include "base/proc.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/str.h"
#include "base/vec.h"

extern char **environ;

void proc_word(struct proc_words *w, const char *word)
{
    *VEC_PUSH(w) = xstrdup(word);
}

void proc_split(struct proc_words *w, const char *line)
{
    while (*(line += strspn(line, " \t")) != '\0') {
        size_t n = strcspn(line, " \t");
        *VEC_PUSH(w) = xstrndup(line, n);
        line += n;
    }
}

void proc_words_release(struct proc_words *w)
{
    for (size_t i = 0; i < w->n; i++)
        free(w->items[i]);
    VEC_RELEASE(w);
}

/* The child starts with every signal as a shell would give it. */
static int spawn(const struct proc_words *w, pid_t *pid)
{
    posix_spawnattr_t attr;
    sigset_t none, all;
    struct proc_words argv = {0};
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(&attr);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &all);
    for (size_t i = 0; i < w->n; i++)
        *VEC_PUSH(&argv) = w->items[i];
    *VEC_PUSH(&argv) = NULL;
    int code = posix_spawnp(pid, argv.items[0], NULL, &attr, argv.items, environ);
    VEC_RELEASE(&argv);
    posix_spawnattr_destroy(&attr);
    return code;
}

static int wait_for(pid_t pid)
{
    int how = 0;
    while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
        ;
    return WIFSIGNALED(how) ? 128 + WTERMSIG(how) : WEXITSTATUS(how);
}

bool proc_run(const struct proc_words *w, int *status, struct err *e)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before_int, before_quit;
    pid_t pid;
    if (w->n == 0)
        return err_set(e, ERR_INPUT, "there is no program to start");
    sigaction(SIGINT, &ignore, &before_int);
    sigaction(SIGQUIT, &ignore, &before_quit);
    int code = spawn(w, &pid);
    if (code == 0)
        *status = wait_for(pid);
    sigaction(SIGINT, &before_int, NULL);
    sigaction(SIGQUIT, &before_quit, NULL);
    if (code != 0)
        return err_errno(e, ERR_IO, code, "\"%s\" could not be started", w->items[0]);
    return true;
}

bool proc_found(const char *path, const char *name)
{
    struct str file = STR_INIT;
    bool found = false;
    if (strchr(name, '/') != NULL)
        return access(name, X_OK) == 0;
    for (const char *p = path; p != NULL && *p != '\0' && !found; p += *p == ':') {
        size_t n = strcspn(p, ":");
        str_clear(&file);
        str_addf(&file, "%.*s/%s", (int)n, p, name);
        found = access(file.s, X_OK) == 0;
        p += n;
    }
    str_release(&file);
    return found;
}
