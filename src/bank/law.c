#include "bank/law.h"

#include <stdlib.h>
#include <string.h>

#include "bank/law_rules.h"
#include "bank/pattern.h"
#include "base/alloc.h"
#include "base/vec.h"

#define NONE UINT32_MAX

/* Which patterns may stand on a word that begins with these letters: found by word_key. */
struct law_entry {
    uint32_t key, pattern, alt;
    uint32_t next; /* of the same slot; NONE behind the last */
};

struct law_row {
    const struct law_rule *rule; /* NULL: of no profile that was asked for */
    size_t innocent, n_innocent; /* its patterns among `innocent` */
    char *safer;
    unsigned where;
    bool hit; /* in the text at hand */
};

struct law {
    struct arena arena;
    struct law_row *rows;
    struct patterns words, innocent; /* the common innocents stand first */
    size_t common;
    struct law_entries {
        struct law_entry *items;
        size_t n, cap;
    } entries;
    uint32_t *slots;
    size_t mask;
    struct wording wording;
    bool sound;
};

/* ---- making ---- */

static const char *accommodation(unsigned wanted)
{
    const unsigned us = LAW_US | LAW_US_CA | LAW_US_NY;
    if (!(wanted & us))
        return "adjustments";
    return wanted & ~us ? "adjustments (in the US: accommodation)" : "accommodation";
}

static char *safer_words(struct law *law, const char *safer, unsigned wanted)
{
    static const char place[] = "{accommodation}";
    struct str text = STR_INIT;
    const char *at = strstr(safer, place);
    str_addn(&text, safer, at != NULL ? (size_t)(at - safer) : strlen(safer));
    if (at != NULL)
        str_addf(&text, "reasonable %s%s", accommodation(wanted), at + strlen(place));
    str_add(&text, " Not legal advice.");
    char *kept = arena_dup(&law->arena, text.s);
    str_release(&text);
    return kept;
}

static void add_row(struct law *law, size_t i, unsigned wanted)
{
    const struct law_rule *rule = law_rule_at(i);
    struct law_row *row = &law->rows[i];
    if (!(wanted & (rule->risk | rule->advice)))
        return;
    row->rule = rule;
    row->where = wanted & rule->risk;
    row->safer = safer_words(law, rule->safer, wanted);
    row->innocent = law->innocent.n;
    law->sound = patterns_add(&law->words, rule->words, (uint32_t)i) && law->sound;
    if (rule->innocent != NULL)
        law->sound = patterns_add(&law->innocent, rule->innocent, (uint32_t)i) && law->sound;
    row->n_innocent = law->innocent.n - row->innocent;
}

static size_t slot_of(const struct law *law, uint32_t key)
{
    return (key * 2654435761u >> 16) & law->mask;
}

static void add_entries(struct law *law, uint32_t pattern)
{
    const struct pattern *x = &law->words.items[pattern];
    const struct pattern_words *anchor = &law->words.words.items[x->word + x->anchor];
    for (uint32_t i = 0; i < anchor->n; i++) {
        const struct pattern_alt *alt = &law->words.alts.items[anchor->alt + i];
        *VEC_PUSH(&law->entries) =
            (struct law_entry){word_key(alt->s, alt->len), pattern, anchor->alt + i, NONE};
    }
}

static void index_entries(struct law *law)
{
    for (uint32_t i = 0; i < law->words.n; i++)
        add_entries(law, i);
    size_t size = 1024;
    while (size < 4 * law->entries.n && size < 1u << 16)
        size *= 2;
    law->mask = size - 1;
    law->slots = xmalloc(size * sizeof *law->slots);
    memset(law->slots, 0xFF, size * sizeof *law->slots);
    for (uint32_t i = 0; i < law->entries.n; i++) {
        struct law_entry *entry = &law->entries.items[i];
        uint32_t *slot = &law->slots[slot_of(law, entry->key)];
        entry->next = *slot;
        *slot = i;
    }
}

struct law *law_new(unsigned wanted)
{
    struct law *law = xcalloc(1, sizeof *law);
    law->rows = xcalloc(law_rules_count(), sizeof *law->rows);
    law->sound = patterns_add(&law->innocent, law_innocent, NONE);
    law->common = law->innocent.n;
    for (size_t i = 0; i < law_rules_count(); i++)
        add_row(law, i, wanted != 0 ? wanted : LAW_ALL);
    index_entries(law);
    return law;
}

void law_free(struct law *law)
{
    if (law == NULL)
        return;
    patterns_release(&law->words);
    patterns_release(&law->innocent);
    wording_release(&law->wording);
    VEC_RELEASE(&law->entries);
    arena_release(&law->arena);
    free(law->slots);
    free(law->rows);
    free(law);
}

bool law_is_sound(const struct law *law)
{
    return law->sound;
}

/* ---- scanning ---- */

static bool excused_by(const struct law *law, const struct wording *w, const size_t span[2],
                       size_t first, size_t n)
{
    for (size_t i = first; i < first + n; i++)
        if (pattern_touches(&law->innocent, &law->innocent.items[i], w, span))
            return true;
    return false;
}

static bool is_excused(const struct law *law, const struct law_row *row, const struct wording *w,
                       const size_t span[2])
{
    return excused_by(law, w, span, 0, law->common) ||
           excused_by(law, w, span, row->innocent, row->n_innocent);
}

/* Rows of one rule count as one. */
static bool is_known(const struct law *law, const struct law_row *row)
{
    for (size_t i = 0; i < law_rules_count(); i++)
        if (law->rows[i].hit && strcmp(law->rows[i].rule->name, row->rule->name) == 0)
            return true;
    return false;
}

static void try_pattern(struct law *law, const struct wording *w, uint32_t pattern, size_t at,
                        struct law_hits *hits)
{
    const struct pattern *x = &law->words.items[pattern];
    struct law_row *row = &law->rows[x->owner];
    size_t span[2];
    if (row->hit || !pattern_fits_around(&law->words, x, w, at, span) || is_known(law, row) ||
        is_excused(law, row, w, span))
        return;
    row->hit = true;
    const struct word *first = &w->items[span[0]], *last = &w->items[span[1] - 1];
    *VEC_PUSH(hits) = (struct law_hit){row->rule->name, row->rule->matter, row->safer,
                                       row->where,      first->at,         last->end - first->at};
}

static void scan_word(struct law *law, const struct wording *w, size_t at, struct law_hits *hits)
{
    uint32_t key = w->items[at].key;
    for (uint32_t i = law->slots[slot_of(law, key)]; i != NONE;) {
        const struct law_entry *entry = &law->entries.items[i];
        if (entry->key == key && pattern_alt_fits(&law->words.alts.items[entry->alt], w, at))
            try_pattern(law, w, entry->pattern, at, hits);
        i = entry->next;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct law_hit *left = a, *right = b;
    return (left->at > right->at) - (left->at < right->at);
}

void law_scan_words(struct law *law, const struct wording *w, struct law_hits *hits)
{
    size_t before = hits->n;
    for (size_t at = 0; at < w->n; at++)
        scan_word(law, w, at, hits);
    if (hits->n == before)
        return;
    for (size_t i = 0; i < law_rules_count(); i++)
        law->rows[i].hit = false;
    qsort(hits->items + before, hits->n - before, sizeof *hits->items, by_place);
}

void law_scan(struct law *law, const char *text, struct law_hits *hits)
{
    wording_read(&law->wording, text);
    law_scan_words(law, &law->wording, hits);
}
