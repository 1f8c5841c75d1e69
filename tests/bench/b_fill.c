/* Makes a store of so many submitted interviews, as slate itself would have written them.
 *
 *     b_fill BANK FILE COUNT */

#include <stdio.h>
#include <stdlib.h>

#include "bank/bank_read.h"
#include "base/file.h"
#include "base/sys.h"
#include "bench/bench.h"
#include "store/interviews.h"

#define FIRST_START INT64_C(1700000000000) /* ms */
#define APART       INT64_C(600000)

static void must(bool good, const struct err *e)
{
    if (!good)
        bench_die("%s", e->text);
}

static void add_interview(struct store *s, const struct store_bank *bank, long i)
{
    struct err e = ERR_INIT;
    char name[64], job[32];
    int64_t id;
    snprintf(name, sizeof name, "Candidate %ld", i);
    snprintf(job, sizeof job, "Season %ld", i % 40);
    struct interview_plan plan = {
        .candidate = name, .interviewer = "Bench", .job = job, .level = LEVEL_SENIOR};
    struct store_moment start = {FIRST_START + i * APART, 0};
    must(store_plan(s, &plan, bank, &id, &e) && store_start(s, id, NULL, &start, &e), &e);
    for (size_t q = 0; q < bank->bank->levels[LEVEL_SENIOR].n; q++) {
        struct store_write w = {
            .interview = id, .slot = {FIELD_MARK, (int)q, 0}, .at = start.at + 1000};
        char mark[2] = {(char)('1' + (i + (long)q) % 5), '\0'};
        must(store_set(s, &w, mark, &e), &e);
    }
    must(store_submit(s, id, start.at + 2000, &e), &e);
}

int main(int argc, char **argv)
{
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT;
    struct bank bank = {0};
    struct findings findings = {0};
    struct sys sys = sys_real();
    if (argc != 4)
        bench_die("usage: b_fill BANK FILE COUNT");
    if (!file_read(argv[1], FILE_BANK_MAX, &bytes, NULL, &e) ||
        !bank_read(bytes.s, bytes.len, NULL, &bank, &findings))
        bench_die("%s is no good bank %s", argv[1], e.text);
    struct store *s = store_open(&(struct store_setup){.path = argv[2], .sys = &sys}, &e);
    must(s != NULL, &e);
    struct store_bank file = {&bank, bytes.s, bytes.len, hash_of(bytes.s, bytes.len)};
    for (long i = 0, n = strtol(argv[3], NULL, 10); i < n; i++)
        add_interview(s, &file, i);
    store_close(s);
    findings_release(&findings);
    bank_release(&bank);
    str_release(&bytes);
    return 0;
}
