#include "support/bank_any.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "support/unit.h"

static const char *const pieces[] = {
    "a",
    "word",
    " ",
    "  ",
    "\n",
    "\n\n",
    ": ",
    ":",
    " #",
    "#",
    "- ",
    "-",
    "? ",
    "'",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---",
    "...",
    "~",
    "null",
    "yes",
    "12",
    "\t",
    "\u2028",
    "\u2029",
    "\uFEFF",
    "\u202E",
    "é",
    "\U0001F3AC",
    "\u00A0",
    "a longer run of words that fills a good part of one line, and then",
    ";",
    "= ",
    "+",
    "•",
    "1. ",
    "\r",
    ". B",
    "Q: ",
    "a longer run of words, and a sentence. Then another one",
};

struct phrase bank_any_text(struct arena *arena, uint64_t *seed)
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

struct phrases bank_any_texts(struct arena *arena, uint64_t *seed, int most)
{
    struct phrases list = {NULL, (size_t)seed_below(seed, most + 1)};
    list.items = arena_alloc(arena, (list.n + 1) * sizeof *list.items);
    for (size_t i = 0; i < list.n; i++)
        list.items[i] = bank_any_text(arena, seed);
    return list;
}

void bank_any_question(struct question *q, struct arena *arena, uint64_t *seed, int n)
{
    char id[16];
    snprintf(id, sizeof id, "q%d", n);
    *q = (struct question){.id = {arena_dup(arena, id), 0, 0}, .competency = {"q0", 0, 0}};
    q->ask = bank_any_text(arena, seed);
    q->why = bank_any_text(arena, seed);
    q->expect = bank_any_texts(arena, seed, EXPECT_MAX);
    q->red_flags = bank_any_texts(arena, seed, FLAGS_MAX);
    q->probes = bank_any_texts(arena, seed, PROBES_MAX);
    for (int score = 1; score <= SCALE_MAX; score += 2)
        q->anchors[score] = bank_any_text(arena, seed);
    q->weight = 1 + seed_below(seed, WEIGHT_MAX);
    q->weight_reason = bank_any_text(arena, seed);
    q->minutes = seed_below(seed, 5);
}
