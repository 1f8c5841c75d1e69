/* From a key to what it paints: walking in the list of the first screen and in that of all
 * sessions, and scoring in a live interview, against a bare ncurses list of the same size. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/pane.h"

#define WALK       "jjjjjkkkkk"
#define SCORES     "2345"
#define TURNS      50    /* keys in a round, of each program */
#define TYPING_US  15000 /* from one key to the next, where a score is synced meanwhile */
#define START_MS   5000  /* a first screen that has not begun by then never will */
#define SILENCE_MS 100   /* a screen is complete after it */
#define NEXT_PAGE  "\x1b[6~"

struct size {
    int rows, cols;
    const char *walk, *review, *score; /* what the rows are called */
};

static const struct size sizes[] = {
    {24, 80, "key to painted, moving in a list, 80x24", "key to painted, all sessions, 80x24",
     "score key to painted, 80x24"},
    {60, 200, "key to painted, moving in a list, 200x60", "key to painted, all sessions, 200x60",
     "score key to painted, 200x60"},
};

struct runner {
    struct program program;
    const char *keys;
    const char *opens; /* the key that leads to the list of all sessions, or NULL */
    char *candidate;   /* for each start another one, of the same length; NULL: none is asked for */
    struct pane pane;
    struct cycle cycle;
    struct series time;
};

/* An open interview with somebody would make the form ask. */
static void next_candidate(char *name)
{
    char *digit = name + strlen(name) - 1;
    for (; *digit == '9'; digit--)
        *digit = '0';
    ++*digit;
}

/* Past the opening to the first question. */
static void go_to_questions(struct pane *pane)
{
    pane_send(pane, NEXT_PAGE);
    pane_await(pane, "SCORE");
    pane_quiet(pane, SILENCE_MS);
}

static void start(struct runner *r)
{
    if (r->candidate != NULL)
        next_candidate(r->candidate);
    pane_start(&r->pane, &r->program);
    pane_read(&r->pane, START_MS);
    pane_quiet(&r->pane, SILENCE_MS);
    if (r->candidate != NULL)
        go_to_questions(&r->pane);
    if (r->opens != NULL) {
        pane_send(&r->pane, r->opens);
        pane_await(&r->pane, "All sessions");
        pane_quiet(&r->pane, SILENCE_MS);
    }
}

static void learn(struct runner *r)
{
    start(r);
    cycle_learn(&r->cycle, &r->pane, r->keys);
    pane_end(&r->pane);
}

static void turn(struct runner *r)
{
    double ns = cycle_time(&r->cycle, &r->pane);
    if (ns >= 0)
        series_add(&r->time, ns);
}

/* The first time round comes from elsewhere and is not timed. */
static void warm_up(struct runner *r)
{
    start(r);
    cycle_walk(&r->cycle, &r->pane);
}

/* Both are started anew in each round: how the kernel hands on what is written depends on where the
 * two happen to run. */
static void run_round(struct runner *ours, struct runner *floor, int64_t pace_us)
{
    warm_up(floor);
    warm_up(ours);
    int64_t next = bench_now();
    for (int i = 0; i < TURNS; i++) {
        if (pace_us > 0)
            bench_sleep_until(next += pace_us * 1000);
        turn(floor);
        turn(ours);
    }
    series_close(&floor->time);
    series_close(&ours->time);
    pane_end(&floor->pane);
    pane_end(&ours->pane);
}

static void runner_release(struct runner *r)
{
    cycle_release(&r->cycle);
    series_release(&r->time);
}

static void measure(struct runner *ours, struct runner *floor, struct row row, int64_t pace_us)
{
    learn(floor);
    learn(ours);
    for (int round = bench_rounds(15); round > 0; round--)
        run_round(ours, floor, pace_us);
    row.ours = &ours->time;
    row.theirs = &floor->time;
    bench_row(&row);
    runner_release(ours);
    runner_release(floor);
}

static struct runner list_of(const char *const argv[], const struct size *size)
{
    return (struct runner){.program = {argv[0], argv, "SLATE_DB=large.db", size->rows, size->cols},
                           .keys = WALK};
}

static void measure_walk(const char *slate, const char *list, const struct size *size)
{
    struct runner floor = list_of((const char *[]){list, NULL}, size);
    struct runner ours = list_of((const char *[]){slate, NULL}, size);
    measure(&ours, &floor, (struct row){size->walk, "f_list", NULL, NULL, UNIT_NS, AT_MOST, 1.1},
            0);
}

static void measure_review(const char *slate, const char *list, const struct size *size)
{
    struct runner floor = list_of((const char *[]){list, NULL}, size);
    struct runner ours = list_of((const char *[]){slate, NULL}, size);
    ours.opens = "r";
    measure(&ours, &floor, (struct row){size->review, "f_list", NULL, NULL, UNIT_NS, AT_MOST, 1.1},
            0);
}

static void measure_score(const char *slate, const char *list, const struct size *size)
{
    char candidate[32];
    snprintf(candidate, sizeof candidate, "Bench %dx%d 0000", size->rows, size->cols);
    const char *const run[] = {slate,     "run",    "--bank",      "post-production",
                               "--level", "senior", "--candidate", candidate,
                               "--job",   "Bench",  NULL};
    struct runner floor = list_of((const char *[]){list, NULL}, size), ours = list_of(run, size);
    ours.keys = SCORES;
    ours.candidate = candidate;
    measure(&ours, &floor, (struct row){size->score, "f_list", NULL, NULL, UNIT_NS, AT_MOST, 2},
            TYPING_US);
}

int main(void)
{
    char *slate = bench_program("slate"), *list = bench_program("bench/f_list");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_walk(slate, list, &sizes[i]);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_review(slate, list, &sizes[i]);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_score(slate, list, &sizes[i]);
    free(slate);
    free(list);
    return 0;
}
