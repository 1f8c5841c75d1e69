/* A whole interview on every level of every shipped bank, on the screen of 80x24: each listen-for
 * point and each required anchor stands whole on its line, each key does what it says, and the
 * interview can be submitted and decided. The script is made from the bank and played as those in
 * scripts/ are. */

#include "support/unit.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "bank/bank_dir.h"
#include "base/file.h"
#include "base/path.h"
#include "ui/script.h"

static void add_question(struct str *s, const struct question *q)
{
    for (size_t i = 0; i < q->expect.n; i++)
        str_addf(s, "see %c   %s\nkey %c\nsee %c ✓ %s\n", 'a' + (int)i, q->expect.items[i].s,
                 'a' + (int)i, 'a' + (int)i, q->expect.items[i].s);
    for (int score = 1; score <= SCALE_MAX; score += 2)
        str_addf(s, "see %d %s\n", score, q->anchors[score].s);
    for (size_t i = 0; i < q->red_flags.n; i++)
        str_addf(s, "key %c\nsee ⚑\n", 'v' + (int)i);
    for (size_t i = 0; i < q->probes.n; i++)
        str_addf(s, "key %c\n", 'i' + (int)i);
    str_add(s, "key 3\nsee [3]\nkey Tab\ntype Said so.\nkey Esc\nsee note · saved\nkey PgDn\n");
}

static void make_script(struct str *s, const struct bank *b, enum level level)
{
    str_addf(s,
             "shipped %s\nnew\ntype Ada\nkey Tab Tab Tab %c\nkey Ctrl-G\nsee OPENING\nkey PgDn\n",
             b->name.s, level_name(level)[0]);
    for (size_t i = 0; i < b->levels[level].n; i++)
        add_question(s, &b->levels[level].questions[i]);
    str_add(s, "see CLOSING\nkey PgDn\nsee Every question has its score\nkey S y\nsee 3.0 (");
    str_addf(s, "%zu of %zu scored)\n", b->levels[level].n, b->levels[level].n);
    str_add(s, "key a\ntype Knew the work.\nkey Ctrl-D\nsee Advance\nsee Knew the work.\n");
}

static void play_level(const struct str *folder, const struct bank *b, enum level level)
{
    struct str script = STR_INIT, path = STR_INIT;
    make_script(&script, b, level);
    scratch_write(folder->s, "interview.txt", script.s, script.len);
    path_join(&path, folder->s, "interview.txt");
    if (!script_play(path.s))
        fail_msg("%s, %s", b->name.s, level_name(level));
    str_release(&script);
    str_release(&path);
}

static void every_level_of_every_bank(void **state)
{
    struct file_names names = {0};
    struct str folder = STR_INIT;
    struct err e = ERR_INIT;
    int levels = 0;
    (void)state;
    scratch_make(&folder);
    assert_done(file_list(SLATE_BANKS, ".yaml", &names, &e), &e);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT;
        struct bank_file f;
        path_join(&path, SLATE_BANKS, names.items[i]);
        assert_done(bank_file_load(path.s, &f, &e), &e);
        assert_true(f.good);
        for (enum level level = 0; level < LEVELS; level++)
            if (f.bank.levels[level].present && ++levels)
                play_level(&folder, &f.bank, level);
        bank_file_release(&f);
        str_release(&path);
    }
    assert_true(levels >= 20); /* six banks of three levels and two of one */
    file_names_release(&names);
    scratch_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_level_of_every_bank)};
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
