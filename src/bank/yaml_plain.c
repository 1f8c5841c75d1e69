#include "bank/yaml_plain.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "base/vec.h"

bool yaml_cp_printable(unsigned cp)
{
    if (cp == '\n' || cp == '\t')
        return true;
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
        return false;
    return cp != 0x2028 && cp != 0x2029 && cp != 0xFEFF && cp != 0xFFFE && cp != 0xFFFF;
}

bool yaml_is_printable(const char *text, size_t n)
{
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        i += utf8_decode(text + i, n - i, &cp);
        if (!yaml_cp_printable(cp))
            return false;
    }
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool yaml_is_number(const char *text, size_t n)
{
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < n; i++) {
        digits += is_digit(text[i]);
        points += text[i] == '.';
    }
    return digits > 0 && points <= 1 && digits + points == n;
}

/* Words that version 1.1 or 1.2 reads as something else than a text. */
static bool is_word(const char *text, size_t n)
{
    static const char *const words[] = {"~",     "null", "yes", "no",   "on",    "off",   "true",
                                        "false", "y",    "n",   ".inf", "-.inf", "+.inf", ".nan",
                                        "=",     "<<",   "-",   "?",    ":"};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strlen(words[i]) == n && strncasecmp(words[i], text, n) == 0)
            return true;
    return false;
}

/* 2026-11-23, also with a time behind it. */
static bool is_date(const char *text, size_t n)
{
    return n >= 8 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
           is_digit(text[3]) && text[4] == '-' && is_digit(text[5]);
}

/* 12, 0x1F, 1e3, 12:30, 1_000, .5, +1: whatever has only the signs of such. */
static bool is_numeric(const char *text, size_t n)
{
    static const char signs[] = "0123456789abcdefABCDEFxXoO_:.,+-";
    if (!is_digit(text[0]) && strchr(".+-", text[0]) == NULL)
        return false;
    bool digit = false;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\0' || strchr(signs, text[i]) == NULL)
            return false;
        digit = digit || is_digit(text[i]);
    }
    return digit;
}

bool yaml_is_typed(const char *text, size_t n)
{
    return n == 0 || is_word(text, n) || is_date(text, n) || is_numeric(text, n);
}

static bool starts_plain(const char *text, size_t n)
{
    static const char signs[] = "-?:,[]{}#&*!|>'\"%@` \t=<";
    if (strchr(signs, text[0]) != NULL)
        return false;
    return n < 3 || memcmp(text, "...", 3) != 0;
}

bool yaml_plain_fits(const char *text, size_t n, bool flow, bool key)
{
    if (n == 0 || !starts_plain(text, n) || text[n - 1] == ' ')
        return false;
    if (!yaml_is_printable(text, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = text[i], next = i + 1 < n ? text[i + 1] : ' ';
        if (c == '\n' || c == '\t')
            return false;
        if (c == ':' && (key || flow || next == ' '))
            return false;
        if (c == '#' && (key || flow || text[i - 1] == ' '))
            return false;
        if (flow && strchr(",[]{}?", c) != NULL)
            return false;
    }
    return true;
}
