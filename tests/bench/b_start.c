/* From exec to the complete first screen, and the memory it took. PEERS=1 adds other programs. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"
#include "bench/bench.h"
#include "bench/pane.h"

#define TURNS       8 /* in a round, of each program */
#define PEER_ROUNDS 5
#define TRIES       4

enum who { FULL, DB, LARGE, SMALL, RUNNERS };

struct runner {
    struct program program;
    struct first_screen screen;
    struct series time, peak;
};

struct peer {
    const char *name;
    const char
        *argv[10]; /* looked up in PATH; told to use nothing but what tests/bench/run laid out */
};

static const struct peer peers[] = {
    {"newsboat", {"newsboat", "-q", "-u", "urls", "-c", "cache.db", "-C", "empty", NULL}},
    {"tig", {"tig", "-C", "repository", NULL}},
    {"calcurse", {"calcurse", "-D", "calcurse", "-C", "calcurse", NULL}},
    {"mutt", {"mutt", "-n", "-F", "empty", "-f", "mbox", NULL}},
};

static void learn(struct runner *r)
{
    if (!first_screen_learn(&r->program, &r->screen))
        bench_die("%s starts with another screen each time", r->program.name);
}

static void turn(struct runner *r)
{
    double kib = 0, ns = first_screen_time(&r->program, &r->screen, &kib);
    if (ns < 0)
        bench_die("%s did not show its first screen", r->program.name);
    series_add(&r->time, ns);
    series_add(&r->peak, kib);
}

static void close_round(struct runner *r)
{
    series_close(&r->time);
    series_close(&r->peak);
}

/* Round about, then the other way round: who comes after a like program finds the processor's
 * caches filled, so each comes after either neighbour. */
static int next_runner(int i)
{
    int at = i % RUNNERS;
    return i / RUNNERS % 2 == 0 ? at : (RUNNERS - at) % RUNNERS;
}

static void run_rounds(struct runner runners[RUNNERS], int rounds)
{
    for (int i = 0; i < RUNNERS; i++)
        learn(&runners[i]);
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < TURNS * RUNNERS; i++)
            turn(&runners[next_runner(i)]);
        for (int i = 0; i < RUNNERS; i++)
            close_round(&runners[i]);
    }
}

static void show(const struct runner r[RUNNERS])
{
    bench_row(&(struct row){"first screen, 100,000 sessions, 8 banks", "f_full", &r[LARGE].time,
                            &r[FULL].time, UNIT_NS, AT_MOST, 1.4});
    bench_row(&(struct row){"first screen, 100,000 sessions, 8 banks", "f_db", &r[LARGE].time,
                            &r[DB].time, UNIT_NS, SHOWN, 0});
    bench_row(&(struct row){"first screen, 100,000 sessions", "1,000 sessions", &r[LARGE].time,
                            &r[SMALL].time, UNIT_NS, AT_MOST, 1.1});
    bench_row(&(struct row){"peak memory at the first screen", "f_db", &r[LARGE].peak, &r[DB].peak,
                            UNIT_KIB, AT_MOST, 1.5});
}

/* ---- peers ---- */

static bool installed(const char *name)
{
    char *path = strdup(getenv("PATH") != NULL ? getenv("PATH") : ""), *rest = path, *folder;
    bool found = false;
    while (!found && (folder = strsep(&rest, ":")) != NULL) {
        char file[512];
        snprintf(file, sizeof file, "%s/%s", folder, name);
        found = access(file, X_OK) == 0;
    }
    free(path);
    return found;
}

/* Some end their first screen now so, now so: those starts are done again. */
static double peer_time(const struct runner *peer)
{
    double ns = -1;
    for (int tries = 0; ns < 0 && tries < TRIES; tries++)
        ns = first_screen_time(&peer->program, &peer->screen, NULL);
    return ns;
}

static bool peer_rounds(struct runner *peer, struct runner *slate, struct series *ours)
{
    for (int round = bench_rounds(PEER_ROUNDS); round > 0; round--) {
        double ns = first_screen_time(&slate->program, &slate->screen, NULL);
        double theirs = peer_time(peer);
        if (ns < 0 || theirs < 0)
            return false;
        series_add(ours, ns);
        series_add(&peer->time, theirs);
        series_close(ours);
        series_close(&peer->time);
    }
    return true;
}

static void run_peer(const struct peer *peer, struct runner *slate)
{
    static const char what[] = "first screen, times faster than";
    struct runner r = {.program = {peer->name, peer->argv, NULL, 24, 80}};
    struct series ours = {0};
    if (!installed(peer->name))
        bench_absent(what, peer->name, "not installed");
    else if (!first_screen_learn(&r.program, &r.screen) || !peer_rounds(&r, slate, &ours))
        bench_absent(what, peer->name, "starts differently each time");
    else
        bench_row(&(struct row){what, peer->name, &ours, &r.time, UNIT_NS, AT_LEAST, 3.5});
    series_release(&ours);
    series_release(&r.time);
}

int main(void)
{
    char *slate = bench_program("slate"), *full = bench_program("bench/f_full");
    char *db = bench_program("bench/f_db");
    struct runner r[RUNNERS] = {
        [FULL] = {.program = {"f_full", (const char *[]){full, NULL}, NULL, 24, 80}},
        [DB] = {.program = {"f_db", (const char *[]){db, "sessions.db", NULL}, NULL, 24, 80}},
        [LARGE] = {.program = {"slate", (const char *[]){slate, NULL}, "SLATE_DB=large.db", 24,
                               80}},
        [SMALL] = {.program = {"slate", (const char *[]){slate, NULL}, "SLATE_DB=small.db", 24,
                               80}},
    };
    run_rounds(r, bench_rounds(15));
    show(r);
    for (size_t i = 0; getenv("PEERS") != NULL && i < COUNT_OF(peers); i++)
        run_peer(&peers[i], &r[LARGE]);
    for (int i = 0; i < RUNNERS; i++) {
        series_release(&r[i].time);
        series_release(&r[i].peak);
    }
    free(slate);
    free(full);
    free(db);
    return 0;
}
