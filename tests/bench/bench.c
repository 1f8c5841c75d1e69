#include "bench/bench.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/path.h"
#include "base/str.h"
#include "base/vec.h"

void bench_die(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fputs("bench: ", stderr);
    vfprintf(stderr, fmt, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

int64_t bench_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void bench_sleep_until(int64_t ns)
{
    struct timespec t = {.tv_sec = ns / 1000000000, .tv_nsec = ns % 1000000000};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) == EINTR)
        continue;
}

int bench_rounds(int usual)
{
    const char *rounds = getenv("ROUNDS");
    long n = rounds != NULL ? strtol(rounds, NULL, 10) : 0;
    return n > 0 && n < 10000 ? (int)n : usual;
}

char *bench_program(const char *name)
{
    const char *folder = getenv("BENCH_BUILD");
    struct str path = STR_INIT;
    if (folder == NULL || *folder == '\0')
        bench_die("BENCH_BUILD names no folder; start this through tests/bench/run");
    path_join(&path, folder, name);
    return str_steal(&path);
}

/* ---- samples ---- */

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double samples_quantile(struct samples *s, double q)
{
    if (s->n == 0)
        bench_die("a round without a sample");
    qsort(s->items, s->n, sizeof *s->items, compare);
    double at = q * (double)(s->n - 1);
    size_t below = (size_t)at;
    size_t above = below + 1 < s->n ? below + 1 : below;
    return s->items[below] + (at - (double)below) * (s->items[above] - s->items[below]);
}

void series_add(struct series *s, double value)
{
    *VEC_PUSH(&s->round) = value;
}

void series_close_at(struct series *s, double q)
{
    double figure = samples_quantile(&s->round, q);
    *VEC_PUSH(&s->figures) = figure;
    s->round.n = 0;
}

void series_close(struct series *s)
{
    series_close_at(s, 0.5);
}

void series_release(struct series *s)
{
    VEC_RELEASE(&s->round);
    VEC_RELEASE(&s->figures);
}

/* ---- rows ---- */

static double median_of(const struct series *s)
{
    struct samples copy = {0};
    for (size_t i = 0; i < s->figures.n; i++)
        *VEC_PUSH(&copy) = s->figures.items[i];
    double median = samples_quantile(&copy, 0.5);
    VEC_RELEASE(&copy);
    return median;
}

static void ratios_of(const struct row *r, struct samples *out)
{
    size_t last = r->theirs->figures.n - 1;
    for (size_t i = 0; i < r->ours->figures.n; i++) {
        double ours = r->ours->figures.items[i];
        double theirs = r->theirs->figures.items[i < last ? i : last];
        *VEC_PUSH(out) = r->bound == AT_LEAST ? theirs / ours : ours / theirs;
    }
}

static const char *verdict(const struct row *r, double ratio)
{
    if (r->bound == SHOWN)
        return "";
    return (r->bound == AT_MOST ? ratio <= r->goal : ratio >= r->goal) ? "met" : "NOT MET";
}

static void print_figure(double value, enum unit unit)
{
    if (unit == UNIT_KIB)
        printf("%.1f MiB", value / 1024);
    else if (value < 1e6)
        printf("%.0f us", value / 1e3);
    else
        printf("%.2f ms", value / 1e6);
}

static void print_goal(const struct row *r)
{
    if (r->bound != SHOWN)
        printf("%s %.2f", r->bound == AT_MOST ? "<=" : ">=", r->goal);
}

void bench_row(const struct row *r)
{
    struct samples ratios = {0};
    ratios_of(r, &ratios);
    double ratio = samples_quantile(&ratios, 0.5);
    printf("%s\t%s\t%.2f\t%.2f\t%.2f\t", r->what, r->against, ratio, ratios.items[0],
           ratios.items[ratios.n - 1]);
    print_goal(r);
    printf("\t%s\t", verdict(r, ratio));
    print_figure(median_of(r->ours), r->unit);
    printf(" to ");
    print_figure(median_of(r->theirs), r->unit);
    printf("\n");
    fflush(stdout);
    VEC_RELEASE(&ratios);
}

void bench_absent(const char *what, const char *against, const char *why)
{
    printf("%s\t%s\t\t\t\t\t\t%s\n", what, against, why);
    fflush(stdout);
}

/* ---- other programs ---- */

static void read_numbers(int fd, struct samples *out)
{
    FILE *in = fdopen(fd, "r");
    double value;
    if (in == NULL)
        bench_die("cannot read from a program: %s", strerror(errno));
    while (fscanf(in, "%lf", &value) == 1)
        *VEC_PUSH(out) = value;
    fclose(in);
}

char *const *bench_argv(const char *const argv[])
{
    return (char *const *)(uintptr_t)argv;
}

void bench_run(const char *const argv[], struct samples *out, double *peak_kib)
{
    struct rusage used = {0};
    int ends[2], status;
    if (pipe(ends) < 0)
        bench_die("no pipe: %s", strerror(errno));
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(argv[0], bench_argv(argv));
        _exit(127);
    }
    close(ends[1]);
    if (pid < 0)
        bench_die("cannot start %s: %s", argv[0], strerror(errno));
    read_numbers(ends[0], out);
    if (wait4(pid, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        bench_die("%s failed", argv[0]);
    if (peak_kib != NULL)
        *peak_kib = (double)used.ru_maxrss;
}
