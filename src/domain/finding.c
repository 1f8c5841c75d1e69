#include "domain/finding.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"

#define EXCERPT_COLUMNS 100 /* of a line at most, the marks of cut ends included */
#define EXCERPT_BEFORE  60  /* of them before the caret when the line is cut there */

void findings_release(struct findings *f)
{
    vec_free(f->items);
    arena_release(&f->arena);
    *f = (struct findings){0};
}

void finding_add(struct findings *f, enum severity severity, const char *rule, uint32_t line,
                 uint32_t col, const char *todo, const char *what, ...)
{
    struct str text = STR_INIT;
    va_list ap;
    va_start(ap, what);
    str_addv(&text, what, ap);
    va_end(ap);
    struct finding *item = VEC_PUSH(f);
    *item = (struct finding){
        severity, rule, line, col, arena_dup(&f->arena, text.s), arena_dup(&f->arena, todo)};
    str_release(&text);
}

size_t findings_errors(const struct findings *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++)
        n += f->items[i].severity == FINDING_ERROR;
    return n;
}

static bool is_gap(const struct finding *f)
{
    static const char *const rules[] = {"missing", "missing-anchor", "weight-reason", "empty",
                                        "too-many"};
    for (size_t i = 0; i < COUNT_OF(rules); i++)
        if (strcmp(f->rule, rules[i]) == 0)
            return true;
    return false;
}

size_t findings_gaps(const struct findings *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++) {
        if (f->items[i].severity == FINDING_ERROR && !is_gap(&f->items[i]))
            return 0;
        n += f->items[i].severity == FINDING_ERROR;
    }
    return n;
}

struct ranked {
    struct finding finding;
    size_t rank; /* qsort is not stable by itself */
};

static int by_place(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->finding.line != b->finding.line)
        return a->finding.line < b->finding.line ? -1 : 1;
    if (a->finding.col != b->finding.col)
        return a->finding.col < b->finding.col ? -1 : 1;
    return a->rank < b->rank ? -1 : 1;
}

void findings_sort(struct findings *f)
{
    if (f->n < 2)
        return;
    struct ranked *all = xcalloc(f->n, sizeof *all);
    for (size_t i = 0; i < f->n; i++)
        all[i] = (struct ranked){f->items[i], i};
    qsort(all, f->n, sizeof *all, by_place);
    for (size_t i = 0; i < f->n; i++)
        f->items[i] = all[i].finding;
    free(all);
}

/* Bytes of the line break at s[at], 0 when there is none. What libyaml counts: CR, LF, CR LF,
 * U+0085, U+2028 and U+2029. */
static size_t break_at(const char *s, size_t n, size_t at)
{
    size_t left = n - at;
    const char *p = s + at;
    if (*p == '\r')
        return left > 1 && p[1] == '\n' ? 2 : 1;
    if (*p == '\n')
        return 1;
    if (left > 1 && memcmp(p, "\xC2\x85", 2) == 0)
        return 2;
    return left > 2 && (memcmp(p, "\xE2\x80\xA8", 3) == 0 || memcmp(p, "\xE2\x80\xA9", 3) == 0) ? 3
                                                                                                : 0;
}

static size_t line_end(const char *s, size_t n, size_t at)
{
    while (at < n && break_at(s, n, at) == 0)
        at++;
    return at;
}

/* Finds line `line` (from 1) as bytes [*from, *to), onwards from the line found last. */
static bool find_line(struct finding_source *src, uint32_t line, size_t *from, size_t *to)
{
    const char *s = src->bytes;
    if (src->line == 0 || src->line > line) {
        src->line = 1;
        src->at = src->n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    }
    for (; src->line < line; src->line++) {
        size_t end = line_end(s, src->n, src->at);
        if (end == src->n)
            return false;
        src->at = end + break_at(s, src->n, end);
    }
    *from = src->at;
    *to = line_end(s, src->n, src->at);
    return true;
}

/* One line on its way to the reader. Every code point was replaced by at most one other, so that
 * columns stay what they were. */
struct excerpt {
    struct str text;
    size_t caret;    /* the cluster the finding is about */
    size_t from, to; /* what is shown */
};

/* A tab is seldom meant in YAML: it is shown, not swallowed. */
static void add_visible(struct str *out, const char *s, size_t n)
{
    for (size_t at = 0; at < n;) {
        const char *tab = memchr(s + at, '\t', n - at);
        size_t end = tab != NULL ? (size_t)(tab - s) : n;
        utf8_clean(out, s + at, end - at, false);
        if (tab != NULL)
            str_add(out, "→");
        at = end + (tab != NULL);
    }
}

static size_t offset_of_column(const struct str *text, uint32_t col)
{
    size_t at = 0;
    for (uint32_t i = 1; i < col && at < text->len; i++) {
        uint32_t cp;
        at += utf8_decode(text->s + at, text->len - at, &cp);
    }
    if (at == text->len)
        return at;
    /* On a combining mark the caret belongs under the letter that carries it. */
    size_t start = utf8_prev(text->s, text->len, at);
    return at > 0 && utf8_next(text->s, text->len, start) > at ? start : at;
}

static int width_between(const struct excerpt *x, size_t from, size_t to)
{
    return utf8_width(x->text.s + from, to - from);
}

/* Steps back from the caret over at most EXCERPT_BEFORE columns. */
static size_t start_before(const struct excerpt *x)
{
    size_t from = x->caret;
    for (int room = EXCERPT_BEFORE; from > 0;) {
        size_t prev = utf8_prev(x->text.s, x->text.len, from);
        room -= width_between(x, prev, from);
        if (room < 0)
            break;
        from = prev;
    }
    return from;
}

static size_t end_after(const struct excerpt *x, int room)
{
    size_t to = x->from;
    while (to < x->text.len) {
        size_t next = utf8_next(x->text.s, x->text.len, to);
        room -= width_between(x, to, next);
        if (room < 0)
            break;
        to = next;
    }
    return to;
}

/* Chooses what is shown of the line; a column is kept for the mark of each end that is cut. */
static void cut_around_caret(struct excerpt *x)
{
    x->to = x->text.len;
    if (width_between(x, 0, x->to) <= EXCERPT_COLUMNS)
        return;
    x->from = start_before(x);
    x->to = end_after(x, EXCERPT_COLUMNS - 1 - (x->from > 0));
}

static void add_excerpt(struct str *out, const struct finding *f, const char *line, size_t n)
{
    struct excerpt x = {.text = STR_INIT};
    add_visible(&x.text, line, n);
    x.caret = offset_of_column(&x.text, f->col);
    cut_around_caret(&x);
    bool cut = x.from > 0;
    str_addf(out, "%5u |%s%s", f->line, x.text.len > 0 ? " " : "", cut ? "…" : "");
    str_addn(out, x.text.s + x.from, x.to - x.from);
    str_add(out, x.to < x.text.len ? "…\n" : "\n");
    if (f->col > 0) {
        str_add(out, "      | ");
        str_repeat(out, " ", cut + width_between(&x, x.from, x.caret));
        str_add(out, "^\n");
    }
    str_release(&x.text);
}

static void add_clean(struct str *out, const char *s)
{
    utf8_clean(out, s, strlen(s), false);
}

static void add_place(struct str *out, const struct finding *f, const char *path)
{
    add_clean(out, path);
    if (f->line > 0)
        str_addf(out, ":%u", f->line);
    if (f->line > 0 && f->col > 0)
        str_addf(out, ":%u", f->col);
}

void finding_add_next(struct str *out, const struct finding *f, const char *path,
                      struct finding_source *source)
{
    size_t from, to;
    add_place(out, f, path);
    str_add(out, f->severity == FINDING_ERROR ? ": error: " : ": warning: ");
    add_clean(out, f->what);
    str_addc(out, '\n');
    if (source->bytes != NULL && f->line > 0 && find_line(source, f->line, &from, &to))
        add_excerpt(out, f, source->bytes + from, to - from);
    str_add(out, "  ");
    if (f->todo != NULL) {
        add_clean(out, f->todo);
        str_add(out, "   ");
    }
    str_addf(out, "[%s]\n", f->rule);
}

void finding_add_text(struct str *out, const struct finding *f, const char *path, const char *bytes,
                      size_t n)
{
    finding_add_next(out, f, path, &(struct finding_source){.bytes = bytes, .n = n});
}
