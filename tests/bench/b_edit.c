/* Editing a bank of 1,000 questions in place, each edit parsed again and compared, against
 * libyaml's bare event loop over the same bytes.
 *
 *     b_edit SHIPPED       makes the large bank out of this one and measures
 *     b_edit once FILE     one edit; prints its nanoseconds
 *     b_edit many FILE     EDITS in a row; prints the mean of the last tenth, then of the first */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bank/bank_edit.h"
#include "base/file.h"
#include "bench/bench.h"
#include "bench/large.h"

#define QUESTIONS 1000
#define EDITS     1000
#define LARGE     "post-production.yaml"
#define TURNS     3

static struct bank_edit *open_bank(const char *path)
{
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT;
    if (!file_read(path, FILE_BANK_MAX, &bytes, NULL, &e))
        bench_die("%s", e.text);
    struct bank_edit *b = bank_edit_new(bytes.s, bytes.len, &e);
    if (b == NULL)
        bench_die("%s", e.text);
    str_release(&bytes);
    return b;
}

/* Each another question and another text. */
static int64_t edit(struct bank_edit *b, int n)
{
    struct err e = ERR_INIT;
    struct str place = STR_INIT, text = STR_INIT;
    str_addf(&place, "senior/#%d/%s", n * 7 % 900 + 1, n % 2 == 0 ? "ask" : "expect.1");
    str_addf(&text, "What would you do, the %dth time: wait, or call?", n);
    int64_t start = bench_now();
    bool done = bank_edit_set(b, place.s, text.s, &e);
    int64_t taken = bench_now() - start;
    if (!done)
        bench_die("%s: %s", place.s, e.text);
    str_release(&place);
    str_release(&text);
    return taken;
}

static int once(const char *path)
{
    struct bank_edit *b = open_bank(path);
    printf("%lld\n", (long long)edit(b, 4));
    bank_edit_free(b);
    return 0;
}

static int many(const char *path)
{
    struct bank_edit *b = open_bank(path);
    int64_t first = 0, last = 0;
    for (int n = 0; n < EDITS; n++) {
        int64_t taken = edit(b, n);
        first += n < EDITS / 10 ? taken : 0;
        last += n >= EDITS - EDITS / 10 ? taken : 0;
    }
    printf("%lld\n%lld\n", (long long)(last / (EDITS / 10)), (long long)(first / (EDITS / 10)));
    bank_edit_free(b);
    return 0;
}

/* ---- rounds ---- */

static void add_many(const char *self, struct series *last, struct series *first)
{
    const char *const argv[] = {self, "many", LARGE, NULL};
    struct samples both = {0};
    bench_run(argv, &both, NULL);
    if (both.n != 2)
        bench_die("%s many: two numbers were expected", self);
    series_add(last, both.items[0]);
    series_add(first, both.items[1]);
    series_close(last);
    series_close(first);
    free(both.items);
}

static void measure(const char *self)
{
    char *floor_program = bench_program("bench/f_yaml");
    const char *const ours_argv[] = {self, "once", LARGE, NULL};
    const char *const floor_argv[] = {floor_program, LARGE, NULL};
    struct series ours = {0}, floor = {0}, last = {0}, first = {0};
    for (int round = bench_rounds(9); round > 0; round--) {
        for (int i = 0; i < TURNS; i++) {
            bench_run(floor_argv, &floor.round, NULL);
            bench_run(ours_argv, &ours.round, NULL);
        }
        series_close(&floor);
        series_close(&ours);
    }
    for (int round = bench_rounds(3); round > 0; round--)
        add_many(self, &last, &first);
    bench_row(&(struct row){"an edit of a bank of 1,000 questions", "libyaml's events", &ours,
                            &floor, UNIT_NS, AT_MOST, 3});
    bench_row(&(struct row){"the last 100 of 1,000 edits in a row", "the first 100", &last, &first,
                            UNIT_NS, AT_MOST, 1.2});
    free(floor_program);
}

int main(int argc, char **argv)
{
    struct err e = ERR_INIT;
    struct str large = STR_INIT;
    if (argc == 3 && strcmp(argv[1], "once") == 0)
        return once(argv[2]);
    if (argc == 3 && strcmp(argv[1], "many") == 0)
        return many(argv[2]);
    if (argc != 2)
        bench_die("usage: b_edit SHIPPED | b_edit once FILE | b_edit many FILE");
    large_bank(argv[1], QUESTIONS, &large);
    if (!file_replace(LARGE, large.s, large.len, 0600, &e))
        bench_die("%s", e.text);
    str_release(&large);
    measure(argv[0]);
    return 0;
}
