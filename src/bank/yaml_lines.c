#include "bank/yaml_lines.h"

#include <string.h>

static bool has(const struct str *bytes, size_t at, const char *what, size_t n)
{
    return bytes->len - at >= n && memcmp(bytes->s + at, what, n) == 0;
}

size_t line_break(const struct str *bytes, size_t at)
{
    if (at >= bytes->len)
        return 0;
    switch (bytes->s[at]) {
    case '\n':
        return 1;
    case '\r':
        return has(bytes, at, "\r\n", 2) ? 2 : 1;
    case '\xC2':
        return has(bytes, at, "\xC2\x85", 2) ? 2 : 0;
    case '\xE2':
        return has(bytes, at, "\xE2\x80\xA8", 3) || has(bytes, at, "\xE2\x80\xA9", 3) ? 3 : 0;
    default:
        return 0;
    }
}

size_t line_break_before(const struct str *bytes, size_t at)
{
    if (at >= 2 && has(bytes, at - 2, "\r\n", 2))
        return 2;
    for (size_t n = 1; n <= 3 && n <= at; n++)
        if (line_break(bytes, at - n) == n)
            return n;
    return 0;
}

size_t line_start(const struct yaml_doc *d, size_t at)
{
    while (at > d->begin && line_break_before(&d->bytes, at) == 0)
        at--;
    return at;
}

size_t line_end(const struct str *bytes, size_t at)
{
    while (at < bytes->len && line_break(bytes, at) == 0)
        at++;
    return at;
}

size_t line_next(const struct str *bytes, size_t at)
{
    at = line_end(bytes, at);
    return at + line_break(bytes, at);
}

bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

size_t skip_blanks(const struct str *bytes, size_t at)
{
    while (at < bytes->len && is_blank(bytes->s[at]))
        at++;
    return at;
}

bool line_is_empty(const struct str *bytes, size_t at)
{
    at = skip_blanks(bytes, at);
    return at == bytes->len || line_break(bytes, at) > 0;
}

bool line_is_comment(const struct str *bytes, size_t at)
{
    at = skip_blanks(bytes, at);
    return at < bytes->len && bytes->s[at] == '#';
}

size_t find_sign(const struct str *bytes, size_t from, size_t to, char sign)
{
    while (from < to && bytes->s[from] != sign) {
        size_t n = line_break(bytes, from);
        if (bytes->s[from] == '#')
            from = line_end(bytes, from);
        else if (n > 0 || is_blank(bytes->s[from]) || bytes->s[from] == ',')
            from += n > 0 ? n : 1;
        else
            return to;
    }
    return from < to ? from : to;
}

const char *line_ending(const struct yaml_doc *d)
{
    const char *cr = memchr(d->bytes.s, '\r', d->bytes.len);
    const char *lf = memchr(d->bytes.s, '\n', d->bytes.len);
    if (cr == NULL || (lf != NULL && lf < cr))
        return "\n";
    return lf == cr + 1 ? "\r\n" : "\r";
}

static bool keeps(const struct str *bytes, const struct ynode *node)
{
    for (size_t at = node->at + 1; at < bytes->len && !is_blank(bytes->s[at]); at++) {
        if (line_break(bytes, at) > 0)
            return false;
        if (bytes->s[at] == '+')
            return true;
    }
    return false;
}

static size_t trim_blanks(const struct str *bytes, size_t from, size_t to)
{
    while (to > from && is_blank(bytes->s[to - 1]))
        to--;
    return to;
}

size_t yaml_block_extent(const struct str *bytes, const struct ynode *node)
{
    size_t head = line_end(bytes, node->at), end = node->end;
    bool keep = keeps(bytes, node);
    for (;;) {
        /* Libyaml's end may lie behind the indentation of the next line. */
        size_t before = trim_blanks(bytes, head, end), n = line_break_before(bytes, before);
        if (n == 0 || before - n < head)
            return end <= head ? head : before > head && n == 0 ? end : head;
        end = before - n;
        if (keep)
            return end;
    }
}
