#include "bank/yaml_refill.h"

#include <string.h>

#include "bank/yaml_lines.h"
#include "base/vec.h"

/* A line of the text as it stands, and as part of what it says. */
struct old_line {
    size_t start, eol; /* bytes of the file */
    size_t from, to;   /* bytes of the value */
};

struct old_lines {
    struct old_line *items;
    size_t n, cap;
};

/* Where a line is further in than the others, folding goes by other rules. */
static bool find_line(const struct yrefill *r, size_t at, size_t *value, struct old_line *out)
{
    const struct str *bytes = &r->d->bytes;
    size_t eol = line_end(bytes, at), text = at;
    while (text < eol && bytes->s[text] == ' ')
        text++;
    if (text - at != r->room->column || bytes->s[text] == '\t' || bytes->s[eol - 1] == ' ')
        return false;
    while (*value < r->node->len && (r->node->text[*value] == ' ' || r->node->text[*value] == '\n'))
        ++*value;
    size_t n = eol - text;
    if (r->node->len - *value < n || memcmp(r->node->text + *value, bytes->s + text, n) != 0)
        return false;
    *out = (struct old_line){at, eol, *value, *value + n};
    *value += n;
    return true;
}

static bool find_lines(const struct yrefill *r, struct old_lines *out)
{
    const struct str *bytes = &r->d->bytes;
    size_t value = 0;
    for (size_t at = line_next(bytes, r->node->at); at < r->end; at = line_next(bytes, at)) {
        struct old_line line;
        if (line_is_empty(bytes, at))
            continue;
        if (!find_line(r, at, &value, &line))
            return false;
        *VEC_PUSH(out) = line;
    }
    return out->n > 1;
}

/* What stays: lines before `head` and from `tail` on. */
struct kept {
    size_t head, tail;
};

static size_t head_of(const struct yrefill *r, const struct old_lines *l, const char *text)
{
    size_t i = 0, n = strlen(text);
    while (i + 1 < l->n && l->items[i + 1].from < n &&
           memcmp(r->node->text, text, l->items[i + 1].from) == 0)
        i++;
    return i;
}

/* The rest of the old text from the end of the line before `i` on is the end of the new one too. */
static bool ends_with(const struct yrefill *r, const struct old_line *before, const char *text,
                      size_t least)
{
    size_t n = strlen(text), old = r->node->len;
    while (old > 0 && r->node->text[old - 1] == '\n')
        old--;
    size_t rest = old - before->to;
    return n >= rest + least && memcmp(text + n - rest, r->node->text + before->to, rest) == 0;
}

static size_t tail_of(const struct yrefill *r, const struct old_lines *l, const char *text,
                      size_t head)
{
    size_t i = l->n;
    while (i - 1 > head && ends_with(r, &l->items[i - 2], text, l->items[head].from + 1))
        i--;
    return i;
}

static bool is_ragged(const char *s, size_t n)
{
    return n == 0 || strchr(" \n\t", s[0]) != NULL || strchr(" \n\t", s[n - 1]) != NULL;
}

bool yaml_refill(const struct yrefill *r, const char *text, struct str *body)
{
    struct old_lines l = {0};
    const struct str *bytes = &r->d->bytes;
    bool found = find_lines(r, &l);
    size_t head = found ? head_of(r, &l, text) : 0;
    size_t tail = found ? tail_of(r, &l, text, head) : 0;
    found = found && (head > 0 || tail < l.n);
    if (found) {
        size_t old = r->node->len, from = l.items[head].from;
        while (old > 0 && r->node->text[old - 1] == '\n')
            old--;
        size_t rest = tail < l.n ? old - l.items[tail - 1].to : 0;
        size_t n = strlen(text) - rest - from;
        struct ywritten middle;
        yaml_write_text(text + from, n, r->room, &middle);
        size_t nl = line_break(&middle.body, 0);
        found = !is_ragged(text + from, n) && middle.style == Y_FOLDED && nl > 0;
        size_t begin = line_end(bytes, r->node->at), start = l.items[head].start;
        str_addn(body, bytes->s + begin, start - begin);
        str_addn(body, middle.body.s + nl, middle.body.len - nl);
        if (tail < l.n)
            str_addn(body, bytes->s + l.items[tail - 1].eol, r->end - l.items[tail - 1].eol);
        ywritten_release(&middle);
    }
    VEC_RELEASE(&l);
    return found;
}
