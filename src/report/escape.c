#include "report/escape.h"

#include <string.h>

#include "base/utf8.h"

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void escape_html(struct str *out, const char *s)
{
    struct str clean = STR_INIT;
    utf8_clean(&clean, s, strlen(s), true);
    for (size_t i = 0; i < clean.len; i++) {
        const char *e = entity(clean.s[i]);
        if (e != NULL)
            str_add(out, e);
        else
            str_addc(out, clean.s[i]);
    }
    str_release(&clean);
}

/* ---- Markdown ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What would begin a list, a rule, a heading or a table where a line begins. */
static size_t line_start(struct str *out, const char *s)
{
    size_t n = strspn(s, " \t"); /* four blanks would make it code */
    const char *p = s + n;
    size_t digits = 0;
    while (is_digit(p[digits]))
        digits++;
    if (digits > 0 && strchr(".)", p[digits]) != NULL && p[digits] != '\0' &&
        strchr(" \t\n", p[digits + 1]) != NULL) { /* the NUL too */
        str_addn(out, p, digits);
        str_addf(out, "\\%c", p[digits]);
        return n + digits + 1;
    }
    if (*p != '\0' && strchr("-+=", *p) != NULL) {
        str_addf(out, "\\%c", *p);
        return n + 1;
    }
    return n;
}

static void add_markdown(struct str *out, char c)
{
    if (c == '<' || c == '>' || c == '&')
        str_add(out, entity(c));
    else if (strchr("\\`*_[]#|~!$", c) != NULL)
        str_addf(out, "\\%c", c);
    else
        str_addc(out, c);
}

void escape_markdown(struct str *out, const char *s, const char *prefix)
{
    struct str clean = STR_INIT;
    size_t n = strlen(s);
    while (n > 0 && strchr(" \t\n", s[n - 1]) != NULL) /* a break needs a line behind it */
        n--;
    utf8_clean(&clean, s, n, true);
    for (size_t i = line_start(out, clean.s); i < clean.len;) {
        if (clean.s[i] != '\n') {
            add_markdown(out, clean.s[i++]);
            continue;
        }
        i++;
        if (prefix == NULL) {
            str_addc(out, ' ');
            continue;
        }
        str_addf(out, "\\\n%s", prefix);
        i += line_start(out, clean.s + i);
    }
    str_release(&clean);
}

/* ---- CSV ---- */

/* Spreadsheets take these for a formula, some even behind blanks; the wide ones where the keyboard
 * is Japanese or Chinese. See OWASP, "CSV Injection". */
static bool is_formula(const char *s)
{
    static const char *const starts[] = {
        "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    if (*s == '\t' || *s == '\n')
        return true;
    s += strspn(s, " \t\n");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(s, starts[i]))
            return true;
    return false;
}

/* Most fields: ASCII that means nothing to CSV, and nothing to a spreadsheet in front. */
static bool is_bare(const char *s, size_t *n)
{
    const unsigned char *p = (const unsigned char *)s;
    if (*p == ' ' || *p == '=' || *p == '+' || *p == '-' || *p == '@')
        return false;
    while (*p >= ' ' && *p <= '~' && *p != ',' && *p != '"' && *p != '\'')
        p++;
    *n = (size_t)(p - (const unsigned char *)s);
    return *p == '\0';
}

void escape_csv(struct str *out, const char *s)
{
    size_t n;
    if (is_bare(s, &n)) {
        str_addn(out, s, n);
        return;
    }
    struct str clean = STR_INIT;
    if (is_formula(s) || *s == '\r')
        str_addc(&clean, '\'');
    utf8_clean(&clean, s, strlen(s), true);
    if (strpbrk(clean.s, ",\"\n\t'") == NULL) {
        str_add(out, clean.s);
        str_release(&clean);
        return;
    }
    str_addc(out, '"');
    for (size_t i = 0; i < clean.len; i++) {
        if (clean.s[i] == '"')
            str_addc(out, '"');
        str_addc(out, clean.s[i]);
    }
    str_addc(out, '"');
    str_release(&clean);
}
