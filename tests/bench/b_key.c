/* From a key to what it paints: walking in the list of the first screen, and scoring in a live
 * interview, against a bare ncurses list of the same size. */

#include <stdlib.h>

#include "bench/bench.h"
#include "bench/pane.h"

#define WALK      "jjjjjkkkkk"
#define SCORES    "2345"
#define TURNS     64    /* keys in a round, of each program */
#define TYPING_US 15000 /* from one key to the next, where a score is synced meanwhile */
#define ENTER     "\r"
#define NEXT_PAGE "\x1b[6~"

struct size {
    int rows, cols;
    const char *walk, *score; /* what the rows are called */
};

static const struct size sizes[] = {
    {24, 80, "key to painted, moving in a list, 80x24", "score key to painted, 80x24"},
    {60, 200, "key to painted, moving in a list, 200x60", "score key to painted, 200x60"},
};

struct runner {
    struct pane pane;
    struct cycle cycle;
    struct series time;
};

static void open_list(struct runner *r, const char *argv0, const struct size *size)
{
    struct program p = {argv0, (const char *[]){argv0, NULL}, "SLATE_DB=large.db", size->rows,
                        size->cols};
    pane_start(&r->pane, &p);
    pane_read(&r->pane, 5000);
    pane_quiet(&r->pane, 400);
    cycle_learn(&r->cycle, &r->pane, WALK);
}

/* An interview of its own, past the opening to the first question. */
static void open_interview(struct runner *r, const char *slate, const struct size *size)
{
    struct program p = {slate,
                        (const char *[]){slate, "run", "--bank", "post-production", "--level",
                                         "senior", "--candidate", "Bench Candidate", "--job",
                                         "Bench", NULL},
                        "SLATE_DB=large.db", size->rows, size->cols};
    pane_start(&r->pane, &p);
    pane_read(&r->pane, 5000);
    pane_quiet(&r->pane, 400);
    pane_send(&r->pane, NEXT_PAGE);
    pane_await(&r->pane, "SCORE");
    pane_quiet(&r->pane, 400);
    cycle_learn(&r->cycle, &r->pane, SCORES);
}

static void turn(struct runner *r)
{
    double ns = cycle_time(&r->cycle, &r->pane);
    if (ns >= 0)
        series_add(&r->time, ns);
}

static void run_rounds(struct runner *ours, struct runner *floor, int64_t pace_us)
{
    for (int round = bench_rounds(15); round > 0; round--) {
        int64_t next = bench_now();
        for (int i = 0; i < TURNS; i++) {
            if (pace_us > 0)
                bench_sleep_until(next += pace_us * 1000);
            turn(floor);
            turn(ours);
        }
        series_close(&floor->time);
        series_close(&ours->time);
    }
}

static void runner_close(struct runner *r)
{
    pane_end(&r->pane);
    cycle_release(&r->cycle);
    series_release(&r->time);
}

static void measure_walk(const char *slate, const char *list, const struct size *size)
{
    struct runner ours = {0}, floor = {0};
    open_list(&floor, list, size);
    open_list(&ours, slate, size);
    run_rounds(&ours, &floor, 0);
    bench_row(&(struct row){size->walk, "f_list", &ours.time, &floor.time, UNIT_NS, AT_MOST, 1.1});
    runner_close(&ours);
    runner_close(&floor);
}

static void measure_score(const char *slate, const char *list, const struct size *size)
{
    struct runner ours = {0}, floor = {0};
    open_list(&floor, list, size);
    open_interview(&ours, slate, size);
    run_rounds(&ours, &floor, TYPING_US);
    bench_row(&(struct row){size->score, "f_list", &ours.time, &floor.time, UNIT_NS, AT_MOST, 2});
    runner_close(&ours);
    runner_close(&floor);
}

int main(void)
{
    char *slate = bench_program("slate"), *list = bench_program("bench/f_list");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_walk(slate, list, &sizes[i]);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure_score(slate, list, &sizes[i]);
    free(slate);
    free(list);
    return 0;
}
