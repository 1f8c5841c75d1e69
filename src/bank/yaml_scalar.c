#include "bank/yaml_scalar.h"

#include <string.h>

#include "bank/yaml_plain.h"
#include "base/utf8.h"

void ywritten_release(struct ywritten *w)
{
    str_release(&w->head);
    str_release(&w->body);
}

static void add_spaces(struct str *out, size_t n)
{
    while (n-- > 0)
        str_addc(out, ' ');
}

/* ---- which style ---- */

static bool has(const char *text, size_t n, char c)
{
    return memchr(text, c, n) != NULL;
}

/* Does a line begin or end with a blank, which folding would not keep? */
static bool has_ragged_line(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool first = i == 0 || text[i - 1] == '\n', last = i + 1 == n || text[i + 1] == '\n';
        if ((first || last) && (text[i] == ' ' || text[i] == '\t'))
            return true;
    }
    return false;
}

static bool needs_indicator(const char *text)
{
    return text[0] == ' ' || text[0] == '\t';
}

static bool literal_fits(const char *text, size_t n, const struct yroom *room)
{
    size_t step = room->column - room->parent;
    return n > 0 && !room->flow && !room->key && !room->inline_only && text[0] != '\n' &&
           yaml_is_printable(text, n) && (!needs_indicator(text) || (step >= 1 && step <= 9));
}

static bool folded_fits(const char *text, size_t n, const struct yroom *room)
{
    return literal_fits(text, n, room) && !has_ragged_line(text, n) && !has(text, n, '\t');
}

static bool single_fits(const char *text, size_t n)
{
    return yaml_is_printable(text, n) && !has(text, n, '\n') && !has(text, n, '\t');
}

static enum ystyle quotes_for(const char *text, size_t n)
{
    bool escapes = has(text, n, '"') || has(text, n, '\\');
    return escapes && single_fits(text, n) ? Y_SINGLE : Y_DOUBLE;
}

static enum ystyle instead_of_plain(const char *text, size_t n, const struct yroom *room)
{
    if (has(text, n, '\n') && literal_fits(text, n, room))
        return Y_LITERAL;
    return quotes_for(text, n);
}

static enum ystyle style_for(const char *text, size_t n, const struct yroom *room)
{
    if (room->number && yaml_is_number(text, n) && room->style == Y_PLAIN)
        return Y_PLAIN;
    switch (room->style) {
    case Y_SINGLE:
        return single_fits(text, n) ? Y_SINGLE : Y_DOUBLE;
    case Y_DOUBLE:
        return Y_DOUBLE;
    case Y_FOLDED:
        if (folded_fits(text, n, room))
            return Y_FOLDED;
        return literal_fits(text, n, room) ? Y_LITERAL : Y_DOUBLE;
    case Y_LITERAL:
        return literal_fits(text, n, room) ? Y_LITERAL : Y_DOUBLE;
    default:
        return !yaml_is_typed(text, n) && yaml_plain_fits(text, n, room->flow, room->key)
                   ? Y_PLAIN
                   : instead_of_plain(text, n, room);
    }
}

/* ---- writing ---- */

/* The blank at which a line of at most `room` columns ends; n when all fits or none will do. */
static size_t wrap_at(const char *text, size_t n, size_t room)
{
    size_t best = n, columns = 0;
    for (size_t i = 0, step; i < n; i += step) {
        uint32_t cp;
        step = utf8_decode(text + i, n - i, &cp);
        bool wraps = cp == ' ' && i > 0 && i + 1 < n && text[i - 1] != ' ' && text[i + 1] != ' ' &&
                     strchr("-?:,[]{}#&*!|>'\"%@`.\\", text[i + 1]) == NULL;
        if (wraps && (columns <= room || best == n))
            best = i;
        columns += (size_t)utf8_cp_width(cp);
        if (columns > room && best < n)
            return best;
    }
    return n;
}

/* One line as several that are folded into one again; the first stands at column `first`. */
static void add_wrapped(struct str *out, const char *text, size_t n, const struct yroom *room,
                        size_t first)
{
    for (;;) {
        size_t width = room->width > first + 20 ? room->width - first : 20;
        size_t end = room->width == 0 ? n : wrap_at(text, n, width);
        str_addn(out, text, end);
        if (end == n)
            return;
        str_add(out, room->nl);
        add_spaces(out, room->column);
        first = room->column;
        text += end + 1;
        n -= end + 1;
    }
}

static void add_escaped(struct str *out, uint32_t cp, const char *bytes, size_t n)
{
    if (cp == '"' || cp == '\\')
        str_addf(out, "\\%c", (char)cp);
    else if (cp == '\n' || cp == '\t')
        str_add(out, cp == '\n' ? "\\n" : "\\t");
    else if (yaml_cp_printable(cp))
        str_addn(out, bytes, n);
    else if (cp < 0x100)
        str_addf(out, "\\x%02X", cp);
    else
        str_addf(out, "\\u%04X", cp);
}

static void write_double(const char *text, size_t n, const struct yroom *room, struct str *out)
{
    struct str inner = STR_INIT;
    uint32_t cp;
    for (size_t i = 0, step; i < n; i += step) {
        step = utf8_decode(text + i, n - i, &cp);
        add_escaped(&inner, cp, text + i, step);
    }
    str_addc(out, '"');
    add_wrapped(out, inner.s, inner.len, room, room->first + 1);
    str_addc(out, '"');
    str_release(&inner);
}

static void write_single(const char *text, size_t n, const struct yroom *room, struct str *out)
{
    struct str inner = STR_INIT;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\'')
            str_addc(&inner, '\'');
        str_addc(&inner, text[i]);
    }
    str_addc(out, '\'');
    add_wrapped(out, inner.s, inner.len, room, room->first + 1);
    str_addc(out, '\'');
    str_release(&inner);
}

static void write_block(const char *text, size_t n, const struct yroom *room, struct ywritten *out)
{
    bool folded = out->style == Y_FOLDED;
    str_addc(&out->head, folded ? '>' : '|');
    if (room->indicator > 0 || needs_indicator(text))
        str_addf(&out->head, "%zu", room->column - room->parent);
    if (room->chomp != 0)
        str_addc(&out->head, room->chomp);
    struct yroom line = *room;
    line.width = folded ? room->width : 0;
    for (;;) {
        const char *nl = memchr(text, '\n', n);
        size_t len = nl != NULL ? (size_t)(nl - text) : n;
        if (len > 0 || !folded)
            str_add(&out->body, room->nl);
        if (len > 0) {
            add_spaces(&out->body, room->column);
            add_wrapped(&out->body, text, len, &line, room->column);
        }
        if (nl == NULL)
            return;
        if (folded)
            str_add(&out->body, room->nl);
        text += len + 1;
        n -= len + 1;
    }
}

void yaml_write_text(const char *text, size_t n, const struct yroom *room, struct ywritten *out)
{
    *out = (struct ywritten){STR_INIT, STR_INIT, style_for(text, n, room)};
    switch (out->style) {
    case Y_LITERAL:
    case Y_FOLDED:
        write_block(text, n, room, out);
        break;
    case Y_DOUBLE:
        write_double(text, n, room, &out->head);
        break;
    case Y_SINGLE:
        write_single(text, n, room, &out->head);
        break;
    default:
        add_wrapped(&out->head, text, n, room, room->first);
        break;
    }
}
