#ifndef SLATE_BENCH_H
#define SLATE_BENCH_H

/* What the drivers of `make bench` share: time, rounds, and the rows of the table.
 *
 * A driver measures in rounds. In each, every program takes its turns (A B A B ...), so that what
 * else the machine does falls on all alike; the median of a round's samples is its figure, and a
 * ratio is taken within the round. The table shows the median of the ratios, the least and the
 * most.
 *
 *     struct series ours = {0}, floor = {0};
 *     for (int round = 0; round < rounds; round++) {
 *         for (int i = 0; i < TURNS; i++) {
 *             series_add(&floor, turn_of(floor_program));
 *             series_add(&ours, turn_of(our_program));
 *         }
 *         series_close(&floor);
 *         series_close(&ours);
 *     }
 *     bench_row(&(struct row){"start", "f_full", &ours, &floor, UNIT_NS, AT_MOST, 1.4});
 *
 * Drivers are no part of slate: they end with a message when something cannot be measured. */

#include <stddef.h>
#include <stdint.h>

struct samples {
    double *items;
    size_t n, cap;
};

/* What a share of `q` (0 to 1) lies below, between two samples their mean. Sorts. There must be
 * one.
 */
double samples_quantile(struct samples *s, double q);

struct series {
    struct samples round;   /* of the round under way */
    struct samples figures; /* one for each round */
};

void series_add(struct series *s, double value);
/* Ends the round: its figure is this quantile of the samples; series_close takes the median. */
void series_close_at(struct series *s, double q);
void series_close(struct series *s);
void series_release(struct series *s);

enum unit { UNIT_NS, UNIT_KIB };
enum bound { AT_MOST, AT_LEAST, SHOWN }; /* SHOWN: no goal, only for the reader */

/* One line of the table: ours divided by what it is held against, round by round; AT_LEAST turns
 * the ratio over ("so many times faster"). */
struct row {
    const char *what, *against;
    const struct series *ours, *theirs; /* of as many rounds, or theirs of one */
    enum unit unit;
    enum bound bound;
    double goal;
};

void bench_row(const struct row *row);
/* A line of the table without figures, and why. */
void bench_absent(const char *what, const char *against, const char *why);

int64_t bench_now(void); /* ns */
void bench_sleep_until(int64_t ns);

/* How many rounds: ROUNDS of the environment, else `usual`. */
int bench_rounds(int usual);

/* Drivers stand in the folder of their run, which lies on the disk that holds the build; the
 * programs are in BENCH_BUILD of the environment. The path, to be freed. */
char *bench_program(const char *name);

/* Runs a program and adds the numbers it prints, one in each line, to the samples. Its peak memory
 * goes to *peak_kib unless that is NULL. argv[0] is a path. */
void bench_run(const char *const argv[], struct samples *out, double *peak_kib);

/* argv as exec wants it, which it does not change. */
char *const *bench_argv(const char *const argv[]);

_Noreturn void bench_die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
