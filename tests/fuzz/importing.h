#ifndef SLATE_FUZZ_IMPORTING_H
#define SLATE_FUZZ_IMPORTING_H

/* Any bytes through an importer: no crash, no leak, and either a draft that is read with nothing
 * worse than gaps in it, or a reason. What slate writes as a table must come back the same. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bank/bank_csv.h"
#include "bank/bank_import.h"
#include "bank/bank_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static inline void expect(bool held)
{
    if (!held)
        abort();
}

static inline void expect_draft(const struct draft *d)
{
    struct bank bank = {0};
    struct findings found = {0};
    struct str notes = STR_INIT;
    bool good = bank_read(d->yaml.s, d->yaml.len, d->bank, &bank, &found);
    expect(good || findings_gaps(&found) > 0);
    for (int level = 0; level < LEVELS; level++)
        expect(bank.levels[level].n == d->questions[level]);
    for (size_t i = 0; i < d->n; i++)
        draft_add_note(&notes, &d->items[i], "fuzz");
    str_release(&notes);
    bank_release(&bank);
    findings_release(&found);
}

static inline int importing(const uint8_t *data, size_t n, const char *name)
{
    for (int windows = 0; windows < 2; windows++) {
        struct import_source source = {
            .bytes = (const char *)data, .n = n, .name = name, .windows_1252 = windows};
        struct draft d;
        struct err e = ERR_INIT;
        if (bank_import(&source, &d, &e))
            expect_draft(&d);
        else
            expect(e.text[0] != '\0');
        draft_release(&d);
    }
    return 0;
}

#endif
