/* Checking banks against reading them: the shipped ones together, with each other's glossaries, and
 * one of 10,000 questions; that one against one half as large, to see that the time is linear.
 *
 *     b_check SHIPPED...        the first one is made large */

#include <string.h>

#include "bank/bank_check.h"
#include "bank/bank_read.h"
#include "base/file.h"
#include "base/vec.h"
#include "bench/bench.h"
#include "bench/large.h"

#define QUESTIONS 10000
#define TURNS     3

/* Banks that are read and checked together, and how long it took. */
struct shelf {
    struct str *files;
    size_t n;
    struct series read, check;
};

static struct shelf shelf_of(size_t n)
{
    struct shelf s = {.files = xcalloc(n, sizeof *s.files), .n = n};
    for (size_t i = 0; i < n; i++)
        str_init(&s.files[i]);
    return s;
}

static void read_all(struct shelf *s, struct bank *banks, struct findings *found)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < s->n; i++)
        if (!bank_read(s->files[i].s, s->files[i].len, NULL, &banks[i], found))
            bench_die("bank %zu: %s", i, found->items[0].what);
    series_add(&s->read, (double)(bench_now() - start));
}

/* What is made once for all of them counts as well. */
static void check_all(struct shelf *s, const struct bank *banks, struct findings *found)
{
    int64_t start = bench_now();
    struct terms *terms = terms_new();
    struct check_setup setup = {law_new(LAW_ALL), terms};
    for (size_t i = 0; i < s->n; i++)
        terms_add(terms, &banks[i]);
    for (size_t i = 0; i < s->n; i++)
        bank_check(&banks[i], &setup, found);
    series_add(&s->check, (double)(bench_now() - start));
    law_free(setup.law);
    terms_free(terms);
}

static void turn(struct shelf *s)
{
    struct bank *banks = xcalloc(s->n, sizeof *banks);
    struct findings found = {0};
    read_all(s, banks, &found);
    check_all(s, banks, &found);
    for (size_t i = 0; i < s->n; i++)
        bank_release(&banks[i]);
    findings_release(&found);
    vec_free(banks);
}

static void measure(struct shelf *shelves, size_t n)
{
    for (int round = bench_rounds(9); round > 0; round--) {
        for (size_t i = 0; i < n * TURNS; i++)
            turn(&shelves[i % n]);
        for (size_t i = 0; i < n; i++) {
            series_close(&shelves[i].read);
            series_close(&shelves[i].check);
        }
    }
}

int main(int argc, char **argv)
{
    struct err e = ERR_INIT;
    if (argc < 2)
        bench_die("usage: b_check SHIPPED...");
    struct shelf shelves[] = {shelf_of((size_t)argc - 1), shelf_of(1), shelf_of(1)};
    struct shelf *shipped = &shelves[0], *large = &shelves[1], *half = &shelves[2];
    for (int i = 1; i < argc; i++)
        if (!file_read(argv[i], FILE_BANK_MAX, &shipped->files[i - 1], NULL, &e))
            bench_die("%s", e.text);
    large_bank(argv[1], QUESTIONS, &large->files[0]);
    large_bank(argv[1], QUESTIONS / 2, &half->files[0]);
    measure(shelves, COUNT_OF(shelves));
    bench_row(&(struct row){"checking the banks that come with slate", "reading them",
                            &shipped->check, &shipped->read, UNIT_NS, AT_MOST, 2});
    bench_row(&(struct row){"checking a bank of 10,000 questions", "reading it", &large->check,
                            &large->read, UNIT_NS, AT_MOST, 2});
    bench_row(&(struct row){"checking a bank of 10,000 questions", "one of 5,000", &large->check,
                            &half->check, UNIT_NS, AT_MOST, 2.5});
    return 0;
}
