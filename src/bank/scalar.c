#include "bank/scalar.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "base/vec.h"

/* ---- what a text is made of ---- */

/* What must not stand in the file as it is: libyaml refuses it, reads it as a line end, or nobody
 * could see it. */
static bool needs_escape(uint32_t cp)
{
    return utf8_is_control(cp) || cp == '\t' || cp == 0x85 || cp == 0x2028 || cp == 0x2029 ||
           cp == 0xFEFF || (cp & 0xFFFE) == 0xFFFE || utf8_is_bidi(cp);
}

/* Every character can be seen; newlines pass when `lines` is true. */
static bool is_printable(const char *s, size_t n, bool lines)
{
    for (size_t at = 0; at < n;) {
        uint32_t cp;
        at += utf8_decode(s + at, n - at, &cp);
        if (cp == '\n' ? !lines : needs_escape(cp))
            return false;
    }
    return true;
}

static bool is_word_of(const char *s, size_t n, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strlen(*words) == n && strncasecmp(s, *words, n) == 0)
            return true;
    return false;
}

/* Numbers in all their dress, dates, times, versions: anything that begins with a digit (or a sign
 * or point and a digit) and holds nothing but what those are made of. */
static bool like_a_number(const char *s, size_t n)
{
    size_t at = n > 0 && (s[0] == '+' || s[0] == '.') ? 1 : 0;
    if (at == n || !isdigit((unsigned char)s[at]))
        return false;
    for (; at < n; at++)
        if (!isxdigit((unsigned char)s[at]) && strchr("xoTZ+-_.:, ", s[at]) == NULL)
            return false;
    return true;
}

/* What a parser with types would not take for a text. */
static bool has_a_type(const char *s, size_t n)
{
    static const char *const words[] = {"null", "true", "false", "yes",   "no",
                                        "on",   "off",  "y",     "n",     "<<",
                                        "=",    ".inf", ".nan",  "+.inf", NULL};
    return like_a_number(s, n) || is_word_of(s, n, words);
}

static bool plain_inside(const char *s, size_t n, bool flow)
{
    for (size_t i = 0; i < n; i++) {
        if (s[i] == ':' && (flow || i + 1 == n || s[i + 1] == ' '))
            return false;
        if (s[i] == '#' && i > 0 && s[i - 1] == ' ')
            return false;
        if (flow && strchr(",[]{}?", s[i]) != NULL)
            return false;
    }
    return true;
}

static bool can_plain(const char *s, size_t n, bool flow)
{
    return n > 0 && s[0] != ' ' && s[n - 1] != ' ' &&
           strchr("-?:,[]{}#&*!|>'\"%@`~", s[0]) == NULL && !(n >= 3 && memcmp(s, "...", 3) == 0) &&
           !has_a_type(s, n) && plain_inside(s, n, flow) && is_printable(s, n, false);
}

/* Lines that a literal text keeps as they are: none begins or ends with a blank, for the eye would
 * not see it, and the text neither begins nor ends with an empty one. */
static bool can_literal(const char *s, size_t n)
{
    if (n == 0 || s[0] == '\n' || s[n - 1] == '\n' || !is_printable(s, n, true))
        return false;
    for (size_t i = 0; i < n; i++) {
        bool begins = i == 0 || s[i - 1] == '\n', ends = i + 1 == n || s[i + 1] == '\n';
        if (s[i] == ' ' && (begins || ends))
            return false;
    }
    return true;
}

bool scalar_can(enum scalar_style style, const char *s, size_t n, const struct scalar_spot *spot)
{
    bool lines = !spot->one_line && !spot->flow;
    switch (style) {
    case SCALAR_PLAIN:
        return can_plain(s, n, spot->flow);
    case SCALAR_SINGLE:
        return is_printable(s, n, false);
    case SCALAR_FOLDED:
    case SCALAR_LITERAL:
        return lines && can_literal(s, n);
    case SCALAR_DOUBLE:
        break;
    }
    return true;
}

/* ---- choosing ---- */

/* The longest line that a text written on its lines would have. */
static int widest(const char *s, size_t n, int first, int indent)
{
    int most = 0, before = first;
    for (size_t at = 0; at <= n;) {
        const char *end = memchr(s + at, '\n', n - at);
        size_t len = end != NULL ? (size_t)(end - s) - at : n - at;
        int width = before + utf8_width(s + at, len);
        most = width > most ? width : most;
        before = indent;
        at += len + 1;
    }
    return most;
}

enum scalar_style scalar_choose(const char *s, size_t n, const struct scalar_spot *spot)
{
    bool lines = n > 0 && memchr(s, '\n', n) != NULL;
    int width = widest(s, n, lines ? spot->indent : spot->column, spot->indent);
    if (width > SCALAR_LONG && scalar_can(SCALAR_FOLDED, s, n, spot))
        return SCALAR_FOLDED;
    if (lines)
        return scalar_can(SCALAR_LITERAL, s, n, spot) ? SCALAR_LITERAL : SCALAR_DOUBLE;
    if (scalar_can(SCALAR_PLAIN, s, n, spot))
        return SCALAR_PLAIN;
    bool quotes = n > 0 && (memchr(s, '"', n) != NULL || memchr(s, '\\', n) != NULL);
    return quotes && scalar_can(SCALAR_SINGLE, s, n, spot) ? SCALAR_SINGLE : SCALAR_DOUBLE;
}

/* ---- writing ---- */

static void add_single(struct str *out, const char *s, size_t n)
{
    str_addc(out, '\'');
    for (size_t i = 0; i < n; i++)
        str_addn(out, s[i] == '\'' ? "''" : &s[i], s[i] == '\'' ? 2 : 1);
    str_addc(out, '\'');
}

static void add_escape(struct str *out, uint32_t cp)
{
    static const struct {
        uint32_t cp;
        const char *name;
    } names[] = {{'\n', "\\n"},  {'\r', "\\r"}, {'\t', "\\t"},   {'"', "\\\""},
                 {'\\', "\\\\"}, {0x85, "\\N"}, {0x2028, "\\L"}, {0x2029, "\\P"}};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (names[i].cp == cp) {
            str_add(out, names[i].name);
            return;
        }
    str_addf(out, cp <= 0xFF ? "\\x%02X" : cp <= 0xFFFF ? "\\u%04X" : "\\U%08X", (unsigned)cp);
}

static void add_double(struct str *out, const char *s, size_t n)
{
    str_addc(out, '"');
    for (size_t at = 0, step; at < n; at += step) {
        uint32_t cp;
        step = utf8_decode(s + at, n - at, &cp);
        if (cp == '"' || cp == '\\' || cp == '\n' || needs_escape(cp))
            add_escape(out, cp);
        else
            str_addn(out, s + at, step);
    }
    str_addc(out, '"');
}

static void add_line(struct str *out, const struct scalar_spot *spot, const char *s, size_t n)
{
    str_add(out, spot->eol != NULL ? spot->eol : "\n");
    if (n > 0)
        str_repeat(out, " ", spot->indent);
    str_addn(out, s, n);
}

/* A blank between two words, where a line may end. */
static bool is_gap(const char *s, size_t n, size_t at)
{
    return s[at] == ' ' && at > 0 && s[at - 1] != ' ' && at + 1 < n && s[at + 1] != ' ';
}

/* Bytes of s that the first line takes: as many words as fit, at least one. */
static size_t first_line(const char *s, size_t n, int width)
{
    size_t gap = 0;
    int columns = 0;
    for (size_t at = 0, step; at < n; at += step) {
        uint32_t cp;
        step = utf8_decode(s + at, n - at, &cp);
        columns += utf8_cp_width(cp);
        if (is_gap(s, n, at))
            gap = at;
        if (columns > width && gap > 0)
            return gap;
    }
    return n;
}

static void add_folded_line(struct str *out, const struct scalar_spot *spot, const char *s,
                            size_t n)
{
    int width = SCALAR_WIDTH - spot->indent;
    for (size_t at = 0; at < n;) {
        size_t len = first_line(s + at, n - at, width > 20 ? width : 20);
        add_line(out, spot, s + at, len);
        at += len + 1;
    }
}

/* Folding takes one line end between two texts for a blank, so a newline is written as two. */
static void add_lines(struct str *out, const char *s, size_t n, const struct scalar_spot *spot,
                      bool folded)
{
    for (size_t at = 0; at < n;) {
        const char *end = memchr(s + at, '\n', n - at);
        size_t len = end != NULL ? (size_t)(end - s) - at : n - at;
        if (folded && len > 0)
            add_folded_line(out, spot, s + at, len);
        else
            add_line(out, spot, s + at, len);
        bool text_ends = folded && end != NULL && len > 0;
        if (text_ends)
            add_line(out, spot, "", 0);
        at += len + 1;
    }
}

void scalar_add(struct str *out, enum scalar_style style, const char *s, size_t n,
                const struct scalar_spot *spot)
{
    switch (style) {
    case SCALAR_PLAIN:
        str_addn(out, s, n);
        break;
    case SCALAR_SINGLE:
        add_single(out, s, n);
        break;
    case SCALAR_DOUBLE:
        add_double(out, s, n);
        break;
    case SCALAR_FOLDED:
        str_add(out, ">-");
        add_lines(out, s, n, spot, true);
        break;
    case SCALAR_LITERAL:
        str_add(out, "|-");
        add_lines(out, s, n, spot, false);
        break;
    }
}
