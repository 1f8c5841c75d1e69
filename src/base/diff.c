#include "base/diff.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"

/* ---- lines ---- */

struct line {
    size_t at, len, end; /* bytes; `end` with its break */
};

struct side {
    struct diff_text text;
    struct line *items;
    size_t n, cap;
};

static void split(struct diff_text text, struct side *out)
{
    *out = (struct side){.text = text};
    for (size_t at = 0; at < text.n;) {
        size_t eol = at;
        while (eol < text.n && text.s[eol] != '\n' && text.s[eol] != '\r')
            eol++;
        size_t end = eol + (eol < text.n);
        end += end < text.n && text.s[eol] == '\r' && text.s[end] == '\n';
        *VEC_PUSH(out) = (struct line){at, eol - at, end};
        at = end;
    }
}

struct pair {
    struct side old, new;
};

static bool same(const struct pair *p, size_t i, size_t k)
{
    const struct line *a = &p->old.items[i], *b = &p->new.items[k];
    size_t n = a->end - a->at;
    return n == b->end - b->at && memcmp(p->old.text.s + a->at, p->new.text.s + b->at, n) == 0;
}

/* ---- the shortest edit ---- */

/* What differs lies in old [from, old_to) and new [from, new_to). */
struct span {
    size_t from, old_to, new_to;
};

static struct span trim(const struct pair *p)
{
    struct span s = {0, p->old.n, p->new.n};
    while (s.from < s.old_to && s.from < s.new_to && same(p, s.from, s.from))
        s.from++;
    while (s.old_to > s.from && s.new_to > s.from && same(p, s.old_to - 1, s.new_to - 1)) {
        s.old_to--;
        s.new_to--;
    }
    return s;
}

/* Myers' V for one number of differences: how far each diagonal k from -d to d got. */
struct reach {
    int *v; /* of k at v[k + d] */
};

struct reaches {
    struct reach *items;
    size_t n, cap;
};

static int best_start(const struct reaches *r, int d, int k)
{
    if (d == 0)
        return 0;
    const int *v = r->items[d - 1].v + (d - 1);
    if (k == -d || (k != d && v[k - 1] < v[k + 1]))
        return v[k + 1];
    return v[k - 1] + 1;
}

/* One more difference: true when the end is reached. */
static bool extend(const struct pair *p, const struct span *s, struct reaches *r)
{
    int d = (int)r->n, n = (int)(s->old_to - s->from), m = (int)(s->new_to - s->from);
    int *v = xcalloc((size_t)(2 * d + 1), sizeof *v);
    bool done = false;
    for (int k = -d; k <= d && !done; k += 2) {
        int x = best_start(r, d, k);
        while (x < n && x - k < m && x - k >= 0 &&
               same(p, s->from + (size_t)x, s->from + (size_t)(x - k)))
            x++;
        v[k + d] = x;
        done = x >= n && x - k >= m;
    }
    VEC_PUSH(r)->v = v;
    return done;
}

/* Which lines are out and in, walking back from the end. */
struct marks {
    bool *out, *in;
};

static void mark(const struct span *s, const struct reaches *r, struct marks *marks)
{
    int x = (int)(s->old_to - s->from), y = (int)(s->new_to - s->from);
    for (int d = (int)r->n - 1; d > 0; d--) {
        const int *v = r->items[d - 1].v + (d - 1);
        int k = x - y;
        bool in = k == -d || (k != d && v[k - 1] < v[k + 1]);
        int before = in ? k + 1 : k - 1;
        x = v[before];
        y = x - before;
        if (in)
            marks->in[s->from + (size_t)y] = true;
        else
            marks->out[s->from + (size_t)x] = true;
    }
}

static void compare(const struct pair *p, struct marks *marks)
{
    struct span s = trim(p);
    struct reaches r = {0};
    bool done = false;
    while (!done && r.n <= DIFF_EFFORT)
        done = extend(p, &s, &r);
    if (done) {
        mark(&s, &r, marks);
    } else {
        memset(marks->out + s.from, true, s.old_to - s.from);
        memset(marks->in + s.from, true, s.new_to - s.from);
    }
    for (size_t i = 0; i < r.n; i++)
        free(r.items[i].v);
    VEC_RELEASE(&r);
}

/* ---- laid out ---- */

static void add(struct diff *out, enum diff_kind kind, const struct side *side, struct pair *at)
{
    size_t i = kind == DIFF_IN ? at->new.n : at->old.n;
    const struct line *l = &side->items[i];
    *VEC_PUSH(out) = (struct diff_line){.kind = kind,
                                        .at = l->at,
                                        .len = l->len,
                                        .old_n = (uint32_t)at->old.n + 1,
                                        .new_n = (uint32_t)at->new.n + 1,
                                        .open = l->end == l->at + l->len};
    at->old.n += kind != DIFF_IN;
    at->new.n += kind != DIFF_OUT;
}

/* All lines, without gaps. */
static void lay_out(const struct pair *p, const struct marks *marks, struct diff *out)
{
    struct pair at = {0};
    while (at.old.n < p->old.n || at.new.n < p->new.n) {
        if (at.old.n < p->old.n && marks->out[at.old.n])
            add(out, DIFF_OUT, &p->old, &at);
        else if (at.new.n < p->new.n && marks->in[at.new.n])
            add(out, DIFF_IN, &p->new, &at);
        else
            add(out, DIFF_SAME, &p->old, &at);
    }
}

/* How far line i is from the nearest that differs, up to `most`. */
static int distance(const struct diff *d, size_t i, int most)
{
    for (int n = 0; n < most; n++) {
        if ((size_t)n <= i && d->items[i - (size_t)n].kind != DIFF_SAME)
            return n;
        if (i + (size_t)n < d->n && d->items[i + (size_t)n].kind != DIFF_SAME)
            return n;
    }
    return most;
}

static void leave_out(const struct diff *all, int context, struct diff *out)
{
    bool gap = false;
    for (size_t i = 0; i < all->n; i++) {
        bool near = distance(all, i, context + 1) <= context;
        if (near)
            *VEC_PUSH(out) = all->items[i];
        else if (!gap)
            *VEC_PUSH(out) = (struct diff_line){
                .kind = DIFF_GAP, .old_n = all->items[i].old_n, .new_n = all->items[i].new_n};
        gap = !near;
    }
}

void diff_lines(struct diff_text old, struct diff_text new, int context, struct diff *out)
{
    if (old.n == new.n && (old.n == 0 || memcmp(old.s, new.s, old.n) == 0))
        return;
    struct pair p;
    struct diff all = {0};
    split(old, &p.old);
    split(new, &p.new);
    struct marks marks = {xcalloc(p.old.n + 1, 1), xcalloc(p.new.n + 1, 1)};
    compare(&p, &marks);
    lay_out(&p, &marks, &all);
    leave_out(&all, context, out);
    free(marks.out);
    free(marks.in);
    VEC_RELEASE(&all);
    VEC_RELEASE(&p.old);
    VEC_RELEASE(&p.new);
}

/* ---- as text ---- */

static void add_range(struct str *out, char sign, uint32_t from, size_t n)
{
    str_addf(out, "%c%u", sign, n == 0 ? from - 1 : from);
    if (n != 1)
        str_addf(out, ",%zu", n);
}

static size_t add_head(struct str *out, const struct diff *d, size_t i)
{
    size_t end = i, old = 0, new = 0;
    for (; end < d->n && d->items[end].kind != DIFF_GAP; end++) {
        old += d->items[end].kind != DIFF_IN;
        new += d->items[end].kind != DIFF_OUT;
    }
    str_add(out, "@@ ");
    add_range(out, '-', d->items[i].old_n, old);
    str_addc(out, ' ');
    add_range(out, '+', d->items[i].new_n, new);
    str_add(out, " @@\n");
    return end;
}

void diff_unified(struct str *out, const char *name, struct diff_text old, struct diff_text new)
{
    struct diff d = {0};
    diff_lines(old, new, 3, &d);
    if (d.n > 0)
        str_addf(out, "--- %s\n+++ %s\n", name, name);
    for (size_t i = 0, end = 0; i < d.n; i++) {
        const struct diff_line *l = &d.items[i];
        if (l->kind == DIFF_GAP)
            continue;
        if (i >= end)
            end = add_head(out, &d, i);
        str_addc(out, " -+"[l->kind - DIFF_SAME]);
        str_addn(out, (l->kind == DIFF_IN ? new.s : old.s) + l->at, l->len);
        str_add(out, l->open ? "\n\\ No newline at end of file\n" : "\n");
    }
    VEC_RELEASE(&d);
}
