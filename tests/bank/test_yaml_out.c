/* Banks written as YAML: read again they are the same, text for text: the shipped ones, and ones
 * made of texts that mean something in YAML. */

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

/* ---- texts that mean something ---- */

static const char *const pieces[] = {
    "a",      "word",
    " ",      "  ",
    "\n",     "\n\n",
    ": ",     ":",
    " #",     "#",
    "- ",     "-",
    "? ",     "'",
    "\"",     "\\",
    "{",      "}",
    "[",      "]",
    ",",      "&a",
    "*a",     "!t",
    "|",      ">",
    "%",      "@",
    "`",      "---",
    "...",    "~",
    "null",   "yes",
    "12",     "\t",
    "\u2028", "\u2029",
    "\uFEFF", "\u202E",
    "é",      "\U0001F3AC",
    "\u00A0", "a longer run of words that fills a good part of one line, and then",
};

/* Not empty, and without blanks at its end, which reading takes away. */
static struct phrase any_text(struct arena *arena, uint64_t *seed)
{
    struct str t = STR_INIT;
    for (int n = seed_below(seed, 6); n >= 0; n--)
        str_add(&t, pieces[seed_below(seed, (int)COUNT_OF(pieces))]);
    while (t.len > 0 && strchr(" \t\n\r", t.s[t.len - 1]) != NULL)
        str_splice(&t, t.len - 1, 1, "", 0);
    struct phrase p = {arena_dup(arena, t.len > 0 ? t.s : "x"), 0, 0};
    str_release(&t);
    return p;
}

static struct phrases any_texts(struct arena *arena, uint64_t *seed, int most)
{
    struct phrases list = {NULL, (size_t)seed_below(seed, most + 1)};
    list.items = arena_alloc(arena, (list.n + 1) * sizeof *list.items);
    for (size_t i = 0; i < list.n; i++)
        list.items[i] = any_text(arena, seed);
    return list;
}

static struct phrase numbered(struct arena *arena, int n)
{
    char text[16];
    snprintf(text, sizeof text, "q%d", n);
    return (struct phrase){arena_dup(arena, text), 0, 0};
}

static void any_question(struct question *q, struct arena *arena, uint64_t *seed, int n)
{
    *q = (struct question){.id = numbered(arena, n), .competency = numbered(arena, 0)};
    q->ask = any_text(arena, seed);
    q->why = any_text(arena, seed);
    q->expect = any_texts(arena, seed, EXPECT_MAX);
    q->red_flags = any_texts(arena, seed, FLAGS_MAX);
    q->probes = any_texts(arena, seed, PROBES_MAX);
    for (int score = 1; score <= SCALE_MAX; score += 2)
        q->anchors[score] = any_text(arena, seed);
    q->weight = 1 + seed_below(seed, WEIGHT_MAX);
    q->weight_reason = any_text(arena, seed);
    q->minutes = seed_below(seed, 5);
}

static void any_bank(struct bank *b, uint64_t *seed)
{
    struct arena *a = &b->arena;
    b->name = numbered(a, 0);
    b->title = any_text(a, seed);
    b->about = any_text(a, seed);
    b->scale = SCALE_DEFAULT;
    b->red_flags = any_texts(a, seed, 3);
    b->competencies = arena_alloc(a, sizeof *b->competencies);
    b->competencies[0] = (struct competency){numbered(a, 0), any_text(a, seed)};
    b->n_competencies = 1;
    b->glossary = arena_alloc(a, sizeof *b->glossary);
    b->glossary[0] = (struct term_entry){any_text(a, seed), any_text(a, seed)};
    b->n_glossary = strlen(b->glossary[0].term.s) <= YAML_OUT_NAME;
    struct bank_level *l = &b->levels[seed_below(seed, LEVELS)];
    l->present = true;
    l->experience = any_text(a, seed);
    l->indicators = any_texts(a, seed, 3);
    l->n = (size_t)seed_below(seed, 3) + 1;
    l->questions = arena_alloc(a, l->n * sizeof *l->questions);
    for (size_t i = 0; i < l->n; i++)
        any_question(&l->questions[i], a, seed, (int)i);
}

static void any_bank_stays_as_it_is(void **state)
{
    (void)state;
    uint64_t seed = seed_start("any_bank_stays_as_it_is");
    int rounds = getenv("SLATE_LONG") != NULL ? 100000 : 1000;
    for (int i = 0; i < rounds; i++) {
        struct bank b = {0};
        any_bank(&b, &seed);
        struct phrase remark = any_text(&b.arena, &seed);
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
