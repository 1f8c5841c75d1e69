#include "bank/pattern.h"

#include <ctype.h>
#include <string.h>

#include "base/vec.h"

#define GAP_WORDS 3  /* that ".." stands for at most */
#define OPEN_MIN  4  /* letters before a star */
#define REACH     14 /* words before a finding among which an exception may begin */

/* ---- reading ---- */

/* One alternative of a place, without what marks it. */
static bool add_alt(struct patterns *p, const char *s, size_t len)
{
    bool open = len > 0 && s[len - 1] == '*';
    size_t letters = len - open;
    if (letters == 0 || (open && letters < OPEN_MIN))
        return false;
    for (size_t i = 0; i < letters; i++)
        if (!islower((unsigned char)s[i]) && !isdigit((unsigned char)s[i]))
            return false;
    *VEC_PUSH(&p->alts) = (struct pattern_alt){s, (uint32_t)letters, open};
    return true;
}

static bool add_alts(struct patterns *p, const char *s, size_t len, struct pattern_words *place)
{
    for (size_t at = 0; at <= len;) {
        const char *slash = memchr(s + at, '/', len - at);
        size_t end = slash != NULL ? (size_t)(slash - s) : len;
        if (!add_alt(p, s + at, end - at))
            return false;
        place->n++;
        at = end + 1;
    }
    return true;
}

static bool add_place(struct patterns *p, const char *s, size_t len)
{
    struct pattern_words place = {.alt = (uint32_t)p->alts.n};
    place.optional = len > 1 && s[len - 1] == '?';
    len -= place.optional;
    place.gap = len == 2 && memcmp(s, "..", 2) == 0;
    place.number = len == 1 && *s == '#';
    if (!place.gap && !place.number && !add_alts(p, s, len, &place))
        return false;
    *VEC_PUSH(&p->words) = place;
    return true;
}

/* How well a place tells its pattern apart: the letters of its shortest alternative. */
static size_t weight_of(const struct patterns *p, const struct pattern_words *place)
{
    size_t least = place->n > 0 && !place->optional ? SIZE_MAX : 0;
    for (size_t i = 0; i < place->n; i++) {
        size_t len = p->alts.items[place->alt + i].len;
        least = len < least ? len : least;
    }
    return least;
}

static bool choose_anchor(const struct patterns *p, struct pattern *x)
{
    size_t best = 0;
    for (uint32_t i = 0; i < x->n; i++) {
        size_t weight = weight_of(p, &p->words.items[x->word + i]);
        if (weight <= best)
            continue;
        best = weight;
        x->anchor = i;
    }
    return best > 0;
}

static bool add_one(struct patterns *p, const char *s, size_t len, uint32_t owner)
{
    struct pattern x = {.word = (uint32_t)p->words.n, .owner = owner};
    for (size_t at = 0; at < len;) {
        size_t end = at;
        while (end < len && s[end] != ' ')
            end++;
        if (end > at && !add_place(p, s + at, end - at))
            return false;
        at = end + 1;
    }
    x.n = (uint32_t)p->words.n - x.word;
    if (!choose_anchor(p, &x))
        return false;
    *VEC_PUSH(p) = x;
    return true;
}

bool patterns_add(struct patterns *p, const char *text, uint32_t owner)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "|");
        if (!add_one(p, text, len, owner))
            return false;
        text += len + (text[len] == '|');
    }
    return true;
}

void patterns_release(struct patterns *p)
{
    VEC_RELEASE(&p->words);
    VEC_RELEASE(&p->alts);
    VEC_RELEASE(p);
}

/* ---- matching ---- */

bool pattern_alt_fits(const struct pattern_alt *alt, const struct wording *w, size_t i)
{
    uint32_t len = w->items[i].len;
    return (alt->open ? len >= alt->len : len == alt->len) &&
           memcmp(wording_word(w, i), alt->s, alt->len) == 0;
}

static bool is_number(const struct wording *w, size_t i)
{
    return isdigit((unsigned char)*wording_word(w, i)) != 0;
}

static bool place_fits(const struct patterns *p, const struct pattern_words *place,
                       const struct wording *w, size_t i)
{
    if (place->number)
        return is_number(w, i);
    for (uint32_t a = 0; a < place->n; a++)
        if (pattern_alt_fits(&p->alts.items[place->alt + a], w, i))
            return true;
    return false;
}

/* A walk over words and places together, forwards (step 1) or back (-1). */
struct walk {
    const struct patterns *p;
    const struct wording *w;
    ptrdiff_t last; /* the place to end with */
    int step;
};

/* May the walk take word i, having taken the one before it? */
static bool within(const struct walk *k, ptrdiff_t i)
{
    if (i < 0 || (size_t)i >= k->w->n)
        return false;
    return !k->w->items[k->step > 0 ? i : i + 1].opens;
}

static bool go(const struct walk *k, ptrdiff_t place, ptrdiff_t i, ptrdiff_t *end);

static bool go_gap(const struct walk *k, ptrdiff_t place, ptrdiff_t i, ptrdiff_t *end)
{
    int most = 0;
    while (most < GAP_WORDS && within(k, i + most * k->step))
        most++;
    for (; most >= 0; most--)
        if (go(k, place + k->step, i + most * k->step, end))
            return true;
    return false;
}

/* From `place` on, from word i on; *end is the word behind the last one taken. */
static bool go(const struct walk *k, ptrdiff_t place, ptrdiff_t i, ptrdiff_t *end)
{
    if (place == k->last + k->step) {
        *end = i;
        return true;
    }
    const struct pattern_words *here = &k->p->words.items[place];
    if (here->gap)
        return go_gap(k, place, i, end);
    if (within(k, i) && place_fits(k->p, here, k->w, (size_t)i) &&
        go(k, place + k->step, i + k->step, end))
        return true;
    return here->optional && go(k, place + k->step, i, end);
}

bool pattern_fits_around(const struct patterns *p, const struct pattern *x, const struct wording *w,
                         size_t at, size_t span[2])
{
    ptrdiff_t first = x->word, anchor = first + x->anchor, from, to;
    struct walk back = {p, w, first, -1}, on = {p, w, first + x->n - 1, 1};
    if (!go(&back, anchor - 1, (ptrdiff_t)at - 1, &from) ||
        !go(&on, anchor + 1, (ptrdiff_t)at + 1, &to))
        return false;
    span[0] = (size_t)(from + 1);
    span[1] = (size_t)to;
    return true;
}

bool pattern_fits(const struct patterns *p, const struct pattern *x, const struct wording *w,
                  size_t at, size_t span[2])
{
    return place_fits(p, &p->words.items[x->word + x->anchor], w, at) &&
           pattern_fits_around(p, x, w, at, span);
}

bool pattern_touches(const struct patterns *p, const struct pattern *x, const struct wording *w,
                     const size_t span[2])
{
    size_t found[2], from = span[0] > REACH ? span[0] - REACH : 0, to = span[1] + REACH;
    for (size_t at = from; at < to && at < w->n; at++)
        if (pattern_fits(p, x, w, at, found) && found[0] < span[1] && found[1] > span[0])
            return true;
    return false;
}
