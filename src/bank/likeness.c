#include "bank/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"

#define LOOKED_AT 64 /* questions with the same word */
#define NONE      SIZE_MAX

/* Words that tell nothing about what is asked. */
static const char *const common_words[26] = {
    [0] = " a about after again all also am an and another any anybody anyone anything are as "
          "ask asks at ",
    [1] = " be because been before but by ",
    [2] = " can could ",
    [3] = " describe did do does done ",
    [4] = " each else every example explain ",
    [5] = " feel few first for from ",
    [6] = " gave get give go going got ",
    [7] = " had has have he her hers him his how ",
    [8] = " i if in into is it its ",
    [9] = " just ",
    [10] = " kind ",
    [11] = " last later let like ",
    [12] = " make many may me might more most much must my ",
    [13] = " name need no nobody not nothing now ",
    [14] = " of off often on one only or other our out over own ",
    [15] = " perhaps please ",
    [16] = " question ",
    [18] = " say says she should show so some somebody something such ",
    [19] = " take talk tell than that the their them then there these they thing things think "
           "this those through time to together told too two ",
    [20] = " under until up us use used ",
    [21] = " very ",
    [22] = " walk was way we went were what when where which while who whom whose why will with "
           "without would ",
    [24] = " you your ",
};

struct bucket {
    uint32_t word, count; /* in how many questions */
    size_t first;         /* posting; NONE: none yet */
};

struct posting {
    size_t set, next;
};

struct search {
    const struct likeness *l;
    struct bucket *buckets;
    size_t mask;
    struct postings {
        struct posting *items;
        size_t n, cap;
    } postings;
    size_t *looked; /* by set: the one it was last compared with, plus 1 */
};

/* ---- sets ---- */

/* Endings of verbs go as well: deliver, delivers, delivered, delivering. */
static size_t stem_of(const char *word, size_t len)
{
    static const char *const ends[] = {"ing", "ed", "e"};
    size_t stem = word_stem(word, len);
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        size_t n = strlen(ends[i]);
        if (stem >= n + 3 && memcmp(word + stem - n, ends[i], n) == 0)
            return stem - n;
    }
    return stem;
}

static int by_value(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

void likeness_add(struct likeness *l, const struct wording *w)
{
    struct likeness_set set = {.from = l->words.n};
    for (size_t i = 0; i < w->n; i++) {
        const char *word = wording_word(w, i);
        if (!word_in_lists(common_words, word, w->items[i].len))
            *VEC_PUSH(&l->words) = word_hash(word, stem_of(word, w->items[i].len));
    }
    uint32_t *words = l->words.items + set.from;
    size_t n = l->words.n - set.from;
    if (n > 1)
        qsort(words, n, sizeof *words, by_value);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || words[i] != words[i - 1])
            words[set.n++] = words[i];
    for (size_t i = 0; i < set.n; i++)
        set.bits |= UINT64_C(1) << (words[i] >> 26);
    l->words.n = set.from + set.n;
    *VEC_PUSH(&l->sets) = set;
}

void likeness_release(struct likeness *l)
{
    VEC_RELEASE(&l->sets);
    VEC_RELEASE(&l->words);
}

static size_t shared(const struct likeness *l, const struct likeness_set *a,
                     const struct likeness_set *b)
{
    const uint32_t *x = l->words.items + a->from, *y = l->words.items + b->from;
    size_t i = 0, j = 0, n = 0;
    while (i < a->n && j < b->n) {
        n += x[i] == y[j];
        bool left = x[i] <= y[j], right = y[j] <= x[i];
        i += left;
        j += right;
    }
    return n;
}

/* More words than this cannot be shared: a word whose bit the other has not is not there. */
static bool may_be_alike(const struct likeness_set *a, const struct likeness_set *b)
{
    size_t only_a = (size_t)__builtin_popcountll(a->bits & ~b->bits);
    size_t only_b = (size_t)__builtin_popcountll(b->bits & ~a->bits);
    size_t left = a->n - only_a, right = b->n - only_b, both = left < right ? left : right;
    return 100 * both >= LIKENESS_PERCENT * (a->n + b->n - both);
}

/* How alike, in percent. */
static size_t alike(const struct likeness *l, const struct likeness_set *a,
                    const struct likeness_set *b)
{
    size_t both = shared(l, a, b), either = a->n + b->n - both;
    return either > 0 ? 100 * both / either : 0;
}

/* ---- searching ---- */

static struct bucket *bucket_of(const struct search *s, uint32_t word)
{
    size_t at = word & s->mask;
    while (s->buckets[at].word != 0 && s->buckets[at].word != word)
        at = (at + 1) & s->mask;
    return &s->buckets[at];
}

static void count_words(struct search *s)
{
    size_t size = 64;
    while (size < 2 * s->l->words.n)
        size *= 2;
    s->mask = size - 1;
    s->buckets = xcalloc(size, sizeof *s->buckets);
    for (size_t i = 0; i < s->l->words.n; i++) {
        struct bucket *b = bucket_of(s, s->l->words.items[i]);
        b->word = s->l->words.items[i];
        b->count++;
        b->first = NONE;
    }
}

struct rare {
    uint32_t word, count;
};

static int by_count(const void *a, const void *b)
{
    const struct rare *left = a, *right = b;
    if (left->count != right->count)
        return left->count < right->count ? -1 : 1;
    return (left->word > right->word) - (left->word < right->word);
}

/* The rarest words of a set, as many as two alike sets cannot both do without. */
static size_t rarest(const struct search *s, const struct likeness_set *set, struct rare *out)
{
    for (size_t i = 0; i < set->n; i++) {
        uint32_t word = s->l->words.items[set->from + i];
        out[i] = (struct rare){word, bucket_of(s, word)->count};
    }
    if (set->n > 1)
        qsort(out, set->n, sizeof *out, by_count);
    return set->n - (set->n * LIKENESS_PERCENT + 99) / 100 + 1;
}

struct best {
    size_t set, percent;
};

static void look_up(struct search *s, size_t set, uint32_t word, struct best *best)
{
    const struct likeness_set *sets = s->l->sets.items;
    size_t at = bucket_of(s, word)->first;
    for (int i = 0; at != NONE && i < LOOKED_AT; i++, at = s->postings.items[at].next) {
        size_t other = s->postings.items[at].set;
        if (s->looked[other] == set + 1)
            continue;
        s->looked[other] = set + 1;
        if (!may_be_alike(&sets[set], &sets[other]))
            continue;
        size_t percent = alike(s->l, &sets[set], &sets[other]);
        if (percent >= LIKENESS_PERCENT && percent > best->percent)
            *best = (struct best){other, percent};
    }
}

static void post(struct search *s, size_t set, uint32_t word)
{
    struct bucket *b = bucket_of(s, word);
    *VEC_PUSH(&s->postings) = (struct posting){set, b->first};
    b->first = s->postings.n - 1;
}

static struct best find_one(struct search *s, size_t set, struct rare *room)
{
    struct best best = {NONE, 0};
    const struct likeness_set *words = &s->l->sets.items[set];
    if (words->n < LIKENESS_WORDS)
        return best;
    size_t n = rarest(s, words, room);
    for (size_t i = 0; i < n; i++)
        look_up(s, set, room[i].word, &best);
    for (size_t i = 0; best.set == NONE && i < n; i++)
        post(s, set, room[i].word);
    return best;
}

static size_t largest(const struct likeness *l)
{
    size_t most = 1;
    for (size_t i = 0; i < l->sets.n; i++)
        most = l->sets.items[i].n > most ? l->sets.items[i].n : most;
    return most;
}

void likeness_find(struct likeness *l, void (*found)(void *data, size_t later, size_t earlier),
                   void *data)
{
    struct search s = {.l = l};
    if (l->sets.n < 2)
        return;
    count_words(&s);
    s.looked = xcalloc(l->sets.n, sizeof *s.looked);
    struct rare *room = xcalloc(largest(l), sizeof *room);
    for (size_t i = 0; i < l->sets.n; i++) {
        struct best best = find_one(&s, i, room);
        if (best.set != NONE)
            found(data, i, best.set);
    }
    free(room);
    free(s.looked);
    free(s.buckets);
    VEC_RELEASE(&s.postings);
}
