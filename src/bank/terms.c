#include "bank/terms.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "bank/wording.h"
#include "base/alloc.h"
#include "base/vec.h"

#define SPELLED_MAX 6 /* letters: EDL, LUT, ProRes */
#define NONE        UINT32_MAX

/* Terms that are everyday English too. That another bank explains them as terms of the craft does
 * not oblige this one. */
static const char *const plain_words[] = {
    "angle",   "archive", "background", "bin",     "board",     "brief",   "comp",     "contrast",
    "credits", "cue",     "cut",        "drift",   "effects",   "export",  "exposure", "flicker",
    "flip",    "footage", "frame",      "grain",   "handles",   "key",     "lab",      "layer",
    "level",   "licence", "light",      "linear",  "lock",      "log",     "look",     "marker",
    "master",  "mix",     "node",       "noise",   "notes",     "offline", "online",   "pass",
    "patch",   "plate",   "playlist",   "post",    "project",   "pull",    "range",    "reel",
    "resize",  "runner",  "scene",      "shot",    "slack",     "spot",    "still",    "take",
    "temp",    "titles",  "track",      "tracker", "transform", "trim",    "version",  "waiver",
    "wild",    "window",  "beat",       "bus",     "clipping",  "release", "stem",     "bid",
};

struct terms {
    struct arena arena;
    struct term *items;
    size_t n, cap;
    uint32_t *slots; /* by the first letters of the first word's stem: the term, linked by `next` */
    uint32_t *next;
    size_t size;
    struct wording wording;
};

struct terms *terms_new(void)
{
    return xcalloc(1, sizeof(struct terms));
}

void terms_free(struct terms *t)
{
    if (t == NULL)
        return;
    arena_release(&t->arena);
    wording_release(&t->wording);
    vec_free(t->items);
    free(t->slots);
    free(t->next);
    free(t);
}

size_t terms_count(const struct terms *t)
{
    return t->n;
}

const struct term *terms_at(const struct terms *t, size_t i)
{
    return &t->items[i];
}

/* ---- finding ---- */

static size_t slot_of(const struct terms *t, uint32_t key)
{
    return (key * 2654435761u >> 8) & (t->size - 1);
}

static uint32_t key_of(const struct term *term)
{
    return word_key(term->words, term->parts[0].stem);
}

static bool has_capital(const char *s)
{
    for (; *s != '\0'; s++)
        if (isupper((unsigned char)*s))
            return true;
    return false;
}

static bool is_spelled_so(const struct term *term, const struct wording *w, size_t i)
{
    return strncmp(w->text + w->items[i].at, term->name, strlen(term->name)) == 0;
}

/* A hyphen joins word i to the one before it. */
static bool has_hyphen(const struct wording *w, size_t i)
{
    return i > 0 && w->items[i].at == w->items[i - 1].end + 1 && w->text[w->items[i].at - 1] == '-';
}

static bool part_fits(const struct term_word *part, const char *term, const char *word, size_t len)
{
    if (len == part->len && memcmp(word, term, len) == 0)
        return true;
    bool singular = part->stem == part->len || term[part->len - 1] == 'y';
    return singular && word[len - 1] == 's' && word_stem(word, len) == part->stem &&
           memcmp(word, term, part->stem) == 0;
}

static bool term_fits(const struct term *term, const struct wording *w, size_t i)
{
    const char *word = term->words;
    for (size_t k = 0; k < term->n; k++) {
        const struct term_word *part = &term->parts[k];
        if (i + k >= w->n || (k > 0 && w->items[i + k].opens) ||
            (part->hyphen && !has_hyphen(w, i + k)) ||
            !part_fits(part, word, wording_word(w, i + k), w->items[i + k].len))
            return false;
        word += part->len;
    }
    return !term->spelled || is_spelled_so(term, w, i);
}

int terms_find(const struct terms *t, const struct wording *w, size_t i)
{
    int best = -1;
    if (t->size == 0)
        return -1;
    const char *word = wording_word(w, i);
    uint32_t key = word_key(word, word_stem(word, w->items[i].len));
    for (uint32_t at = t->slots[slot_of(t, key)]; at != NONE; at = t->next[at])
        if (t->items[at].key == key && (best < 0 || t->items[at].n > t->items[best].n) &&
            term_fits(&t->items[at], w, i))
            best = (int)at;
    return best;
}

/* ---- adding ---- */

static bool is_plain(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(plain_words); i++)
        if (strcmp(plain_words[i], name) == 0)
            return true;
    return false;
}

static bool split(struct terms *t, struct term *term)
{
    struct str words = STR_INIT;
    const struct wording *w = &t->wording;
    wording_read(&t->wording, term->name);
    bool fits = w->n > 0 && w->n <= COUNT_OF(term->parts);
    for (size_t i = 0; fits && i < w->n; i++) {
        size_t len = w->items[i].len;
        fits = len <= UINT8_MAX;
        term->parts[i] = (struct term_word){
            (uint8_t)len, (uint8_t)word_stem(wording_word(w, i), len), has_hyphen(w, i)};
        str_addn(&words, wording_word(w, i), len);
    }
    term->n = (uint8_t)w->n;
    term->words = arena_dup(&t->arena, words.s);
    term->key = fits ? key_of(term) : 0;
    str_release(&words);
    return fits;
}

static uint32_t first_of(const struct terms *t, const struct term *term)
{
    return t->size > 0 ? t->slots[slot_of(t, key_of(term))] : NONE;
}

static bool is_known(const struct terms *t, const struct term *term)
{
    for (uint32_t at = first_of(t, term); at != NONE; at = t->next[at])
        if (strcmp(t->items[at].name, term->name) == 0)
            return true;
    return false;
}

static void link_term(struct terms *t, size_t i)
{
    uint32_t *slot = &t->slots[slot_of(t, t->items[i].key)];
    t->next[i] = *slot;
    *slot = (uint32_t)i;
}

static void grow(struct terms *t)
{
    t->size = t->size == 0 ? 1024 : 2 * t->size;
    t->slots = xrealloc(t->slots, t->size * sizeof *t->slots);
    t->next = xrealloc(t->next, t->size * sizeof *t->next);
    memset(t->slots, 0xFF, t->size * sizeof *t->slots);
    for (size_t i = 0; i < t->n; i++)
        link_term(t, i);
}

static void add(struct terms *t, struct term term)
{
    if (term.name == NULL || !split(t, &term) || is_known(t, &term))
        return;
    term.plain = is_plain(term.name);
    term.spelled = strlen(term.name) <= SPELLED_MAX && has_capital(term.name);
    term.name = arena_dup(&t->arena, term.name);
    term.meaning = arena_dup(&t->arena, term.meaning);
    term.bank = arena_dup(&t->arena, term.bank);
    if (8 * (t->n + 1) > t->size)
        grow(t);
    *VEC_PUSH(t) = term;
    link_term(t, t->n - 1);
}

void terms_add(struct terms *t, const struct bank *bank)
{
    for (size_t i = 0; i < bank->n_glossary; i++)
        add(t, (struct term){.name = bank->glossary[i].term.s,
                             .meaning = bank->glossary[i].meaning.s,
                             .bank = bank->name.s});
}

void terms_add_word(struct terms *t, const char *word)
{
    add(t, (struct term){.name = word});
}
