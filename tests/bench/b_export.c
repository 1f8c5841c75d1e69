/* Everything as CSV, against sqlite3 -csv of the same columns of the same file.
 *
 *     b_export SQL LARGE SMALL     the columns (export.sql), a store of 100,000 sessions, one of
 * 1,000
 *
 * What both write goes to /dev/null: the disk is not what is measured. */

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "bench/bench.h"

#define ROUNDS 7

struct export
{
    struct series time, peak;
};

/* Starts it and waits for its end. */
static int turn(struct export *x, const char *const argv[])
{
    struct rusage used = {0};
    int status = 0;
    int64_t start = bench_now();
    pid_t pid = fork();
    if (pid == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        execvp(argv[0], bench_argv(argv));
        _exit(127);
    }
    if (pid < 0 || wait4(pid, &status, 0, &used) < 0)
        bench_die("cannot run %s: %s", argv[0], strerror(errno));
    series_add(&x->time, (double)(bench_now() - start));
    series_add(&x->peak, (double)used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void must(struct export *x, const char *const argv[])
{
    if (turn(x, argv) != 0)
        bench_die("%s failed", argv[0]);
}

static void end_round(struct export *x)
{
    series_close(&x->time);
    series_close(&x->peak);
}

static bool is_there(void)
{
    struct export none = {0};
    return turn(&none, (const char *[]){"sqlite3", "-version", NULL}) == 0;
}

int main(int argc, char **argv)
{
    struct export ours = {0}, floor = {0}, small = {0};
    struct str read = STR_INIT;
    char *slate = bench_program("slate");
    if (argc != 4)
        bench_die("usage: b_export SQL LARGE SMALL");
    if (!is_there()) {
        bench_absent("export --csv of 100,000 sessions", "sqlite3 -csv",
                     "sqlite3 is not installed");
        return 0;
    }
    str_addf(&read, ".read %s", argv[1]);
    for (int round = bench_rounds(ROUNDS); round > 0; round--) {
        must(&floor, (const char *[]){"sqlite3", "-header", "-csv", argv[2], read.s, NULL});
        must(&ours, (const char *[]){slate, "--db", argv[2], "export", "--csv", NULL});
        must(&small, (const char *[]){slate, "--db", argv[3], "export", "--csv", NULL});
        end_round(&floor);
        end_round(&ours);
        end_round(&small);
    }
    bench_row(&(struct row){"export --csv of 100,000 sessions", "sqlite3 -csv of the columns",
                            &ours.time, &floor.time, UNIT_NS, AT_MOST, 1.25});
    bench_row(&(struct row){"peak memory of it", "1,000 sessions", &ours.peak, &small.peak,
                            UNIT_KIB, AT_MOST, 1.25});
    free(slate);
    str_release(&read);
    return 0;
}
