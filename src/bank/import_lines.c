#include "bank/import_lines.h"

#include <ctype.h>
#include <string.h>

#include "base/vec.h"

#define TAB 4

/* A line while its marks are taken off. */
struct raw {
    const char *s;
    size_t n;
    int indent;
};

static size_t blank_at(const char *s, size_t n) /* bytes of a blank, 0: none */
{
    if (n > 0 && (*s == ' ' || *s == '\t' || *s == '\r'))
        return 1;
    return n > 1 && memcmp(s, "\u00A0", 2) == 0 ? 2 : 0;
}

static void take(struct raw *r, size_t n)
{
    r->s += n;
    r->n -= n;
}

static void skip_blanks(struct raw *r)
{
    for (size_t n; (n = blank_at(r->s, r->n)) > 0; take(r, n))
        r->indent += *r->s == '\t' ? TAB : 1;
}

static void trim_end(struct raw *r)
{
    while (r->n > 0 && (isspace((unsigned char)r->s[r->n - 1]) || r->s[r->n - 1] == '\\'))
        r->n--;
    while (r->n > 1 && memcmp(r->s + r->n - 2, "\u00A0", 2) == 0) {
        r->n -= 2;
        while (r->n > 0 && isspace((unsigned char)r->s[r->n - 1]))
            r->n--;
    }
}

/* ---- marks ---- */

static size_t bullet_at(const struct raw *r)
{
    static const char *const bullets[] = {"-", "*", "+", "•", "◦", "▪", "‣", "●", "○",
                                          "■", "□", "–", "—", "·", "→", "✓", "✔", "o"};
    for (size_t i = 0; i < COUNT_OF(bullets); i++) {
        size_t n = strlen(bullets[i]);
        if (r->n > n && memcmp(r->s, bullets[i], n) == 0 && blank_at(r->s + n, r->n - n) > 0)
            return n;
    }
    return 0;
}

/* "1." or "1)" or "(1)" and a blank. */
static size_t number_at(const struct raw *r)
{
    size_t at = r->n > 0 && r->s[0] == '(', digits = 0;
    while (at < r->n && digits < 3 && isdigit((unsigned char)r->s[at]))
        at++, digits++;
    if (digits == 0 || at == r->n || (r->s[at] != '.' && r->s[at] != ')'))
        return 0;
    at++;
    return blank_at(r->s + at, r->n - at) > 0 ? at : 0;
}

/* Its digits as a number. */
static int value_of(const struct raw *r)
{
    int value = 0;
    for (size_t i = r->s[0] == '('; i < r->n && isdigit((unsigned char)r->s[i]); i++)
        value = value * 10 + (r->s[i] - '0');
    return value;
}

static size_t heading_at(const struct raw *r)
{
    size_t n = 0;
    while (n < r->n && n < 7 && r->s[n] == '#')
        n++;
    return n > 0 && n < 7 && blank_at(r->s + n, r->n - n) > 0 ? n : 0;
}

static bool is_bold(const struct raw *r)
{
    bool stars = r->n > 4 && memcmp(r->s, "**", 2) == 0;
    bool lows = r->n > 4 && memcmp(r->s, "__", 2) == 0;
    if (!stars && !lows)
        return false;
    const char *end = memmem(r->s + 2, r->n - 2, r->s, 2);
    return end == r->s + r->n - 2 || (end == r->s + r->n - 3 && r->s[r->n - 1] == ':');
}

/* Only one kind of mark, at least three of it. */
static bool is_rule(const struct raw *r)
{
    char c = r->n >= 3 ? r->s[0] : '\0';
    if (c == '\0' || strchr("-=*_~`", c) == NULL)
        return false;
    for (size_t i = 0; i < r->n; i++)
        if (r->s[i] != c && r->s[i] != ' ')
            return false;
    return true;
}

static bool is_fence(const struct raw *r)
{
    return r->n >= 3 && (memcmp(r->s, "```", 3) == 0 || memcmp(r->s, "~~~", 3) == 0);
}

/* ---- what is left ---- */

static bool is_mark(char c)
{
    return c == '*' || c == '_';
}

/* Where the mark at `at`, which stands in front of a word, closes behind another; 0: nowhere. */
static size_t closing_mark(const struct raw *r, size_t at)
{
    for (size_t i = at + 2; i < r->n; i++)
        if (r->s[i] == r->s[at] && r->s[i - 1] != ' ' && r->s[i - 1] != r->s[at] &&
            (i + 1 == r->n || !isalnum((unsigned char)r->s[i + 1])))
            return i;
    return 0;
}

static bool opens_mark(const struct raw *r, size_t at)
{
    return is_mark(r->s[at]) && (at == 0 || r->s[at - 1] == ' ' || r->s[at - 1] == '(') &&
           at + 1 < r->n && r->s[at + 1] != ' ' && r->s[at + 1] != r->s[at];
}

/* Without emphasis (** and __, *one* and _one_), and without the [ ] of a box to tick. */
static const char *bare(struct arena *arena, struct raw r)
{
    struct str t = STR_INIT;
    size_t closes = 0;
    bool open = true; /* until one was found that is never closed */
    if (r.n > 4 && r.s[0] == '[' && r.s[2] == ']' && r.s[3] == ' ')
        take(&r, 4);
    for (size_t i = 0; i < r.n; i++) {
        bool twin = i + 1 < r.n && is_mark(r.s[i]) && r.s[i + 1] == r.s[i];
        if (twin) {
            i++;
        } else if (open && i >= closes && opens_mark(&r, i)) {
            closes = closing_mark(&r, i);
            open = closes > 0;
            if (!open)
                str_addc(&t, r.s[i]);
        } else if (closes == 0 || i != closes) {
            str_addc(&t, r.s[i]);
        }
    }
    size_t from = strspn(t.s, " \t");
    const char *s = arena_text(arena, t.s + from, t.len - from);
    str_release(&t);
    return s;
}

static void add(struct import_lines *out, struct arena *arena, struct import_line line,
                struct raw r)
{
    skip_blanks(&r);
    trim_end(&r);
    line.s = bare(arena, r);
    if (*line.s != '\0')
        *VEC_PUSH(out) = line;
}

static struct import_line classify(struct raw *r)
{
    struct import_line line = {.mark = LINE_TEXT, .depth = r->indent};
    size_t n;
    if ((n = heading_at(r)) > 0) {
        line.mark = LINE_HEADING;
        line.depth = (int)n;
        take(r, n);
        while (r->n > 0 && r->s[r->n - 1] == '#')
            r->n--;
        skip_blanks(r);
        take(r, number_at(r));
    } else if ((n = bullet_at(r)) > 0) {
        line.mark = LINE_BULLET;
        take(r, n);
    } else if ((n = number_at(r)) > 0) {
        line.mark = LINE_NUMBER;
        line.number = value_of(r);
        take(r, n);
    } else if (is_bold(r)) {
        line.mark = LINE_HEADING;
        line.depth = LINE_BOLD_DEPTH;
    }
    return line;
}

static bool underlines(const struct import_lines *out, const struct raw *r, bool gap)
{
    const struct import_line *last = out->n > 0 ? &out->items[out->n - 1] : NULL;
    return !gap && last != NULL && last->mark == LINE_TEXT && last->depth == 0 &&
           (r->s[0] == '=' || r->s[0] == '-');
}

static void add_line(struct import_lines *out, struct arena *arena, struct raw r,
                     struct import_line at)
{
    struct import_line line;
    if (r.n > 1 && r.s[0] == '>' && blank_at(r.s + 1, r.n - 1) > 0)
        take(&r, 2);
    if (is_rule(&r) || is_fence(&r)) {
        if (!underlines(out, &r, at.gap))
            return;
        out->items[out->n - 1].mark = LINE_HEADING;
        out->items[out->n - 1].depth = r.s[0] == '=' ? 1 : 2;
        out->markdown = true;
        return;
    }
    line = classify(&r);
    out->markdown = out->markdown || (line.mark == LINE_HEADING && line.depth < LINE_BOLD_DEPTH);
    line.line = at.line;
    line.gap = at.gap;
    add(out, arena, line, r);
}

/* CR, LF, CR LF, and the separators of Unicode end a line. */
static size_t line_end(const char *s, size_t n, size_t *length)
{
    for (size_t i = 0; i < n; i++) {
        *length = i;
        if (s[i] == '\n' || (s[i] == '\r' && (i + 1 == n || s[i + 1] != '\n')))
            return i + 1;
        if (s[i] == '\r')
            return i + 2;
        if (n - i > 2 && (memcmp(s + i, "\u2028", 3) == 0 || memcmp(s + i, "\u2029", 3) == 0))
            return i + 3;
    }
    *length = n;
    return n;
}

void import_lines(struct import_lines *out, struct arena *arena, const char *s, size_t n,
                  const struct line_map *map)
{
    bool gap = false;
    uint32_t number = 0;
    for (size_t at = 0, len; at < n;) {
        size_t step = line_end(s + at, n - at, &len);
        struct raw r = {s + at, len, 0};
        number++;
        skip_blanks(&r);
        trim_end(&r);
        if (r.n > 0) {
            uint32_t source = map != NULL && number <= map->n ? map->items[number - 1] : number;
            add_line(out, arena, r, (struct import_line){.line = source, .gap = gap});
        }
        gap = r.n == 0;
        at += step;
    }
}
