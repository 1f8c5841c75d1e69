/* Reading a bank of 10,000 questions against libyaml's bare event loop over the same bytes, in time
 * and memory. Each reading is a process of its own.
 *
 *     b_bank SHIPPED        makes the large bank out of this one and measures
 *     b_bank read FILE      one reading; prints its nanoseconds */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bank/bank_read.h"
#include "base/file.h"
#include "bench/bench.h"
#include "bench/large.h"

#define QUESTIONS 10000
#define LARGE     "post-production.yaml" /* a bank is called as its file is */
#define TURNS     3
#define KIB       1024.0

static size_t make_large(const char *path)
{
    struct err e = ERR_INIT;
    struct str large = STR_INIT;
    large_bank(path, QUESTIONS, &large);
    if (!file_replace(LARGE, large.s, large.len, 0600, &e))
        bench_die("%s", e.text);
    size_t size = large.len;
    str_release(&large);
    return size;
}

/* ---- one reading ---- */

static int read_once(const char *path)
{
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT;
    struct bank bank = {0};
    struct findings findings = {0};
    if (!file_read(path, FILE_BANK_MAX, &bytes, NULL, &e))
        bench_die("%s", e.text);
    int64_t start = bench_now();
    if (!bank_read(bytes.s, bytes.len, "post-production", &bank, &findings))
        bench_die("%s: %s", path, findings.n > 0 ? findings.items[0].what : "not a good bank");
    printf("%lld\n", (long long)(bench_now() - start));
    return 0; /* what is not given back shows what was held */
}

/* ---- rounds ---- */

struct reader {
    const char *argv[4];
    struct series time, peak;
};

static void turn(struct reader *r)
{
    double kib;
    bench_run(r->argv, &r->time.round, &kib);
    series_add(&r->peak, kib);
}

static void close_round(struct reader *r)
{
    series_close(&r->time);
    series_close(&r->peak);
}

static void measure(const char *self, size_t size)
{
    char *floor_program = bench_program("bench/f_yaml");
    struct reader ours = {.argv = {self, "read", LARGE, NULL}};
    struct reader floor = {.argv = {floor_program, LARGE, NULL}};
    struct series allowed = {0};
    series_add(&allowed, 2.2 * (double)size / KIB + 3 * KIB);
    series_close(&allowed);
    for (int round = bench_rounds(9); round > 0; round--) {
        for (int i = 0; i < TURNS; i++) {
            turn(&floor);
            turn(&ours);
        }
        close_round(&floor);
        close_round(&ours);
    }
    bench_row(&(struct row){"reading a bank of 10,000 questions", "libyaml's events", &ours.time,
                            &floor.time, UNIT_NS, AT_MOST, 1.2});
    bench_row(&(struct row){"peak memory of the process doing so", "2.2 x the file + 3 MiB",
                            &ours.peak, &allowed, UNIT_KIB, AT_MOST, 1});
    free(floor_program);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "read") == 0)
        return read_once(argv[2]);
    if (argc != 2)
        bench_die("usage: b_bank SHIPPED | b_bank read FILE");
    measure(argv[0], make_large(argv[1]));
    return 0;
}
