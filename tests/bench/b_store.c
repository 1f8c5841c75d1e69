/* What a key of a live interview costs on the disk: committed, and synced as the screens do after
 * painting.
 *
 *     b_store BANK FILE     an interview of this bank is begun in this store */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bank/bank_read.h"
#include "base/file.h"
#include "base/sys.h"
#include "base/vec.h"
#include "bench/bench.h"
#include "store/interviews.h"

#define KEYS_AT_ONCE 300    /* in a round, back to back */
#define KEYS_TYPED   40     /* in a round, at typing pace */
#define TYPING_US    15000  /* from one key to the next */
#define EVENING      20000  /* keys of a long evening */
#define NOTE         10000  /* characters */
#define NOTE_PART    1000   /* the first and the last of them are compared */
#define LOG_BOUND    8192.0 /* KiB */

struct evening {
    struct sys sys;
    struct store *store;
    int64_t id;
    int questions;
    int64_t keys; /* so far: scores differ from key to key */
    struct str log_path;
};

static void must(bool good, const struct err *e)
{
    if (!good)
        bench_die("%s", e->text);
}

/* ---- an interview ---- */

static void begin_interview(struct evening *v, const struct store_bank *bank)
{
    struct err e = ERR_INIT;
    struct interview_plan plan = {.candidate = "Bench Candidate",
                                  .interviewer = "Bench",
                                  .job = "Bench",
                                  .level = LEVEL_SENIOR};
    struct store_moment now = {v->sys.wall_ms(&v->sys), 0};
    must(store_plan(v->store, &plan, bank, &v->id, &e) &&
             store_start(v->store, v->id, NULL, &now, &e) && store_claim(v->store, v->id, &e) &&
             store_sync(v->store, &e),
         &e);
    store_prepare_log(v->store);
}

static void evening_open(struct evening *v, const char *bank_path, const char *store_path)
{
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT;
    struct bank bank = {0};
    struct findings findings = {0};
    *v = (struct evening){.sys = sys_real(), .log_path = STR_INIT};
    str_addf(&v->log_path, "%s-wal", store_path);
    if (!file_read(bank_path, FILE_BANK_MAX, &bytes, NULL, &e) ||
        !bank_read(bytes.s, bytes.len, NULL, &bank, &findings))
        bench_die("%s is no good bank %s", bank_path, e.text);
    v->store = store_open(&(struct store_setup){.path = store_path, .sys = &v->sys}, &e);
    must(v->store != NULL, &e);
    v->questions = (int)bank.levels[LEVEL_SENIOR].n;
    begin_interview(v,
                    &(struct store_bank){&bank, bytes.s, bytes.len, hash_of(bytes.s, bytes.len)});
    bank_release(&bank);
    findings_release(&findings);
    str_release(&bytes);
}

static void evening_close(struct evening *v)
{
    store_close(v->store);
    str_release(&v->log_path);
}

/* One score, its change row included: ns until it is on stable storage. */
static double score_key(struct evening *v)
{
    struct err e = ERR_INIT;
    int64_t n = v->keys++, start = bench_now();
    struct store_write w = {.interview = v->id,
                            .slot = {FIELD_MARK, (int)(n % v->questions), 0},
                            .at = v->sys.wall_ms(&v->sys)};
    must(store_set(v->store, &w, n / v->questions % 2 == 0 ? "3" : "4", &e) &&
             store_sync(v->store, &e),
         &e);
    return (double)(bench_now() - start);
}

static double type_key(struct evening *v, int answer, size_t at)
{
    struct err e = ERR_INIT;
    int64_t start = bench_now();
    struct store_write w = {
        .interview = v->id, .slot = {FIELD_NOTE, answer, 0}, .at = v->sys.wall_ms(&v->sys)};
    struct splice edit = {.at = at, .ins = "e", .n = 1};
    must(store_edit(v->store, &w, &edit, &e) && store_sync(v->store, &e), &e);
    return (double)(bench_now() - start);
}

/* ---- a key against a bare write ---- */

static void run_floor(const char *name, const char *file, int count, struct series *out)
{
    char *program = bench_program(name), number[16], pace[16];
    snprintf(number, sizeof number, "%d", count);
    snprintf(pace, sizeof pace, "%d", count == KEYS_TYPED ? TYPING_US : 0);
    bench_run((const char *[]){program, file, number, pace, NULL}, &out->round, NULL);
    free(program);
}

static void score_keys(struct evening *v, int count, struct series *out)
{
    int64_t next = bench_now();
    for (int i = 0; i < count; i++) {
        if (count == KEYS_TYPED)
            bench_sleep_until(next += TYPING_US * INT64_C(1000));
        series_add(out, score_key(v));
    }
}

static void keys_against_sync(struct evening *v, int count, struct row row)
{
    struct series ours = {0}, floor = {0};
    for (int round = bench_rounds(15); round > 0; round--) {
        run_floor("bench/f_sync", "sync", count, &floor);
        score_keys(v, count, &ours);
        series_close(&floor);
        series_close(&ours);
    }
    row.ours = &ours;
    row.theirs = &floor;
    bench_row(&row);
    series_release(&ours);
    series_release(&floor);
}

/* ---- a long evening ---- */

static double log_size(const struct evening *v)
{
    struct stat log;
    if (stat(v->log_path.s, &log) < 0)
        bench_die("%s is not there", v->log_path.s);
    return (double)log.st_size / 1024;
}

/* Nobody is idle for the three seconds after which the screens would move the log into the file. */
static void long_evening(struct evening *v)
{
    struct series ours = {0}, floor = {0}, size = {0}, bound = {0};
    series_add(&bound, LOG_BOUND);
    series_close(&bound);
    for (int round = bench_rounds(3); round > 0; round--) {
        run_floor("bench/f_wal", "wal.db", EVENING, &floor);
        score_keys(v, EVENING, &ours);
        series_add(&size, log_size(v)); /* it never shrinks while it is open */
        series_close_at(&floor, 0.999);
        series_close_at(&ours, 0.999);
        series_close(&size);
    }
    bench_row(&(struct row){"slowest key in 20,000 (p99.9)", "SQLite's default checkpoints", &ours,
                            &floor, UNIT_NS, AT_MOST, 1});
    bench_row(
        &(struct row){"write-ahead log after them", "8 MiB", &size, &bound, UNIT_KIB, AT_MOST, 1});
    series_release(&ours);
    series_release(&floor);
    series_release(&size);
    series_release(&bound);
}

/* ---- a long note ---- */

static void long_note(struct evening *v)
{
    struct series first = {0}, last = {0};
    for (int round = 0; round < bench_rounds(3); round++) {
        for (int i = 0; i < NOTE; i++) {
            double ns = type_key(v, round % v->questions, (size_t)i);
            if (i < NOTE_PART)
                series_add(&first, ns);
            if (i >= NOTE - NOTE_PART)
                series_add(&last, ns);
        }
        series_close(&first);
        series_close(&last);
    }
    bench_row(&(struct row){"character 9,001 to 10,000 of a note", "its first 1,000", &last, &first,
                            UNIT_NS, AT_MOST, 1.1});
    series_release(&first);
    series_release(&last);
}

int main(int argc, char **argv)
{
    struct evening v;
    if (argc != 3)
        bench_die("usage: b_store BANK FILE");
    evening_open(&v, argv[1], argv[2]);
    keys_against_sync(&v, KEYS_AT_ONCE,
                      (struct row){"score key to stable storage, back to back",
                                   "pwrite + fdatasync", NULL, NULL, UNIT_NS, AT_MOST, 1.35});
    keys_against_sync(&v, KEYS_TYPED,
                      (struct row){"score key to stable storage, every 15 ms", "pwrite + fdatasync",
                                   NULL, NULL, UNIT_NS, AT_MOST, 1.75});
    long_evening(&v);
    long_note(&v);
    evening_close(&v);
    return 0;
}
