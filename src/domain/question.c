#include "domain/question.h"

#include <stdbool.h>

#include "domain/hashing.h"

struct hash question_hash(const struct question *q, int scale)
{
    struct hasher *h = hasher_new();
    hashing_text(h, q->id.s);
    hashing_text(h, q->ask.s);
    hasher_number(h, (int64_t)q->expect.n);
    for (size_t i = 0; i < q->expect.n; i++)
        hashing_text(h, q->expect.items[i].s);
    for (int score = 1; score <= SCALE_MAX; score++)
        hashing_text(h, q->anchors[score].s);
    hasher_number(h, scale);
    return hasher_end(h);
}

/* Reads up to `max` digits as a number; returns how many there were. */
static int read_digits(const char *s, int max, int *value)
{
    int n = 0;
    for (*value = 0; n < max && s[n] >= '0' && s[n] <= '9'; n++)
        *value = *value * 10 + (s[n] - '0');
    return n;
}

bool weight_parse(const char *s, int *hundredths)
{
    int whole = 0, part = 0;
    int digits = read_digits(s, 3, &whole);
    if (digits == 0)
        return false;
    s += digits;
    if (*s == '.') {
        int places = read_digits(s + 1, 2, &part);
        if (places == 0)
            return false;
        if (places == 1)
            part *= 10;
        s += 1 + places;
    }
    int weight = whole * WEIGHT_ONE + part;
    if (*s != '\0' || weight < 1 || weight > WEIGHT_MAX)
        return false;
    *hundredths = weight;
    return true;
}

void weight_add(struct str *out, int hundredths)
{
    int part = hundredths % WEIGHT_ONE;
    str_addf(out, "%d", hundredths / WEIGHT_ONE);
    if (part % 10 != 0)
        str_addf(out, ".%02d", part);
    else if (part != 0)
        str_addf(out, ".%d", part / 10);
}
