/* Banks written as YAML: read again they are the same, text for text: the shipped ones, and ones
 * made of texts that mean something in YAML. */

#include "support/bank_any.h"
#include "support/bank_reading.h"
#include "support/bank_same.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bank/yaml_out.h"
#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"

static const char *said(void *data, const struct question *q)
{
    (void)q;
    return data;
}

static void write_and_read(const struct bank *bank, const char *remark)
{
    struct str text = STR_INIT;
    yaml_out_bank(&(struct yaml_out){bank, remark, said, (void *)(uintptr_t)remark}, &text);
    struct bank_reading r = bank_reading(text.s, text.len, NULL);
    if (!r.good)
        fail_msg("line %u: %s\n%s", r.found.items[0].line, r.found.items[0].what, text.s);
    bank_same(bank, &r.bank);
    bank_reading_release(&r);
    str_release(&text);
}

static void shipped_banks_stay_as_they_are(void **state)
{
    (void)state;
    struct file_names names = {0};
    struct err e = ERR_INIT;
    assert_done(file_list(SLATE_BANKS, ".yaml", &names, &e), &e);
    assert_true(names.n > 0);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT, bytes = STR_INIT;
        path_join(&path, SLATE_BANKS, names.items[i]);
        assert_done(file_read(path.s, FILE_BANK_MAX, &bytes, NULL, &e), &e);
        struct bank_reading r = bank_reading(bytes.s, bytes.len, NULL);
        write_and_read(&r.bank, NULL);
        bank_reading_release(&r);
        str_release(&bytes);
        str_release(&path);
    }
    file_names_release(&names);
}

static struct phrase numbered(struct arena *arena, int n)
{
    char text[16];
    snprintf(text, sizeof text, "q%d", n);
    return (struct phrase){arena_dup(arena, text), 0, 0};
}

static void any_bank(struct bank *b, uint64_t *seed)
{
    struct arena *a = &b->arena;
    b->name = numbered(a, 0);
    b->title = bank_any_text(a, seed);
    b->about = bank_any_text(a, seed);
    b->scale = SCALE_DEFAULT;
    b->red_flags = bank_any_texts(a, seed, 3);
    b->competencies = arena_alloc(a, sizeof *b->competencies);
    b->competencies[0] = (struct competency){numbered(a, 0), bank_any_text(a, seed)};
    b->n_competencies = 1;
    b->glossary = arena_alloc(a, sizeof *b->glossary);
    b->glossary[0] = (struct term_entry){bank_any_text(a, seed), bank_any_text(a, seed)};
    b->n_glossary = strlen(b->glossary[0].term.s) <= YAML_OUT_NAME;
    struct bank_level *l = &b->levels[seed_below(seed, LEVELS)];
    l->present = true;
    l->experience = bank_any_text(a, seed);
    l->indicators = bank_any_texts(a, seed, 3);
    l->n = (size_t)seed_below(seed, 3) + 1;
    l->questions = arena_alloc(a, l->n * sizeof *l->questions);
    for (size_t i = 0; i < l->n; i++)
        bank_any_question(&l->questions[i], a, seed, (int)i);
}

static void any_bank_stays_as_it_is(void **state)
{
    (void)state;
    uint64_t seed = seed_start("any_bank_stays_as_it_is");
    int rounds = getenv("SLATE_LONG") != NULL ? 100000 : 1000;
    for (int i = 0; i < rounds; i++) {
        struct bank b = {0};
        any_bank(&b, &seed);
        struct phrase remark = bank_any_text(&b.arena, &seed);
        write_and_read(&b, remark.s);
        bank_release(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_banks_stay_as_they_are),
        cmocka_unit_test(any_bank_stays_as_it_is),
    };
    return cmocka_run_group_tests_name("yaml_out", tests, NULL, NULL);
}
