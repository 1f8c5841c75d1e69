/* Every edit at every place of banks that are hard to edit, and of those slate comes with: done and
 * proven, or refused with a reason. SLATE_LONG=1 tries all of them, those of the hard banks with
 * all texts, those of the shipped ones with one text and a quarter with all; else a sample. */

#include "support/bank_ops.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"

struct run {
    struct bank_case c;
    struct bank_tally tally;
    int one_in; /* of the edits, one in so many is tried */
    uint64_t *seed;
};

static void each(void *data, const struct bank_op *op)
{
    struct run *r = data;
    if (r->one_in <= 1 || seed_below(r->seed, r->one_in) == 0)
        bank_case_try(&r->c, op, &r->tally);
}

struct plan {
    int texts, one_in; /* of each place, and of all */
    bool clean;        /* nothing may be refused for want of safety */
};

static void try_file(const char *path, const struct plan *plan, uint64_t *seed)
{
    struct err e = ERR_INIT;
    struct str stem = STR_INIT;
    struct run r = {.c = {.path = path, .bytes = STR_INIT}, .one_in = plan->one_in, .seed = seed};
    assert_done(file_read(path, FILE_BANK_MAX, &r.c.bytes, NULL, &e), &e);
    path_stem(&stem, path);
    r.c.stem = stem.s;
    assert_true(bank_model_read(&r.c.model, &r.c.bytes, stem.s));
    r.c.edit = bank_edit_new(r.c.bytes.s, r.c.bytes.len, &e);
    assert_non_null(r.c.edit);
    bank_ops(&r.c.model, &(struct bank_ops){each, &r, plan->texts, seed});
    print_message("# %s: %zu done, %zu refused, %zu of them as unsafe\n", stem.s, r.tally.done,
                  r.tally.refused, r.tally.unsafe);
    assert_true(r.tally.done > 0);
    if (plan->clean)
        assert_int_equal(r.tally.unsafe, 0);
    bank_model_release(&r.c.model);
    bank_edit_free(r.c.edit);
    str_release(&r.c.bytes);
    str_release(&stem);
}

static void try_folder(const char *folder, const struct plan *plan)
{
    struct file_names names = {0};
    struct err e = ERR_INIT;
    const char *wanted = getenv("SLATE_BANK"); /* one of them, for looking at it alone */
    uint64_t seed = seed_start(folder);
    assert_done(file_list(folder, ".yaml", &names, &e), &e);
    assert_true(names.n > 5);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT;
        path_join(&path, folder, names.items[i]);
        if (wanted == NULL || strncmp(names.items[i], wanted, strlen(wanted)) == 0)
            try_file(path.s, plan, &seed);
        str_release(&path);
    }
    file_names_release(&names);
}

static void nasty_banks(void **state)
{
    (void)state;
    bool all = getenv("SLATE_LONG") != NULL;
    try_folder(SLATE_TESTS "/bank/edit/nasty", &(struct plan){all ? 0 : 3, all ? 1 : 10, false});
}

static void shipped_banks(void **state)
{
    (void)state;
    bool all = getenv("SLATE_LONG") != NULL;
    try_folder(SLATE_BANKS, &(struct plan){1, all ? 1 : 400, true});
    if (all)
        try_folder(SLATE_BANKS, &(struct plan){0, 4, true});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nasty_banks),
        cmocka_unit_test(shipped_banks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
