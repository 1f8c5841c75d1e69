#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/alloc.h"

static bool is_tail(unsigned char b)
{
    return (b & 0xC0) == 0x80;
}

/* Bytes of the sequence that `lead` begins, 0 when it begins none. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

size_t utf8_decode(const char *s, size_t n, uint32_t *cp)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    *cp = UTF8_BAD;
    if (n == 0)
        return 0;
    unsigned char lead = (unsigned char)s[0];
    if (lead < 0x80) {
        *cp = lead;
        return 1;
    }
    size_t len = sequence_length(lead);
    if (len == 0 || len > n)
        return 1;
    uint32_t c = lead & (0xFFu >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if (!is_tail((unsigned char)s[i]))
            return 1;
        c = c << 6 | ((unsigned char)s[i] & 0x3F);
    }
    if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 1;
    *cp = c;
    return len;
}

size_t utf8_put(uint32_t cp, char out[4])
{
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = UTF8_BAD;
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    size_t len = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (size_t i = len - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    out[0] = (char)((0xF00u >> len & 0xFF) | cp);
    return len;
}

/* Bytes of s before the first that is not ASCII, eight at a time. */
static size_t ascii_run(const char *s, size_t n)
{
    size_t i = 0;
    for (uint64_t word; i + sizeof word <= n; i += sizeof word) {
        memcpy(&word, s + i, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (i < n && (unsigned char)s[i] < 0x80)
        i++;
    return i;
}

bool utf8_valid(const char *s, size_t n, size_t *bad)
{
    for (size_t at = ascii_run(s, n); at < n; at += ascii_run(s + at, n - at)) {
        uint32_t cp;
        size_t len = utf8_decode(s + at, n - at, &cp);
        if (len == 1) {
            if (bad != NULL)
                *bad = at;
            return false;
        }
        at += len;
    }
    return true;
}

static bool ascii_at(const char *s, size_t at)
{
    return (unsigned char)s[at] < 0x80;
}

/* Between two ASCII characters there is always a boundary, but for the pair CR LF. */
static bool ascii_boundary(const char *s, size_t at)
{
    return ascii_at(s, at - 1) && ascii_at(s, at) && !(s[at - 1] == '\r' && s[at] == '\n');
}

size_t utf8_next(const char *s, size_t n, size_t at)
{
    if (at >= n)
        return n;
    if (at + 1 == n || ascii_boundary(s, at + 1))
        return at + 1;
    uint32_t cp, next;
    utf8proc_int32_t state = 0;
    at += utf8_decode(s + at, n - at, &cp);
    while (at < n) {
        size_t len = utf8_decode(s + at, n - at, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)cp, (utf8proc_int32_t)next, &state))
            break;
        at += len;
        cp = next;
    }
    return at;
}

size_t utf8_prev(const char *s, size_t n, size_t at)
{
    if (at > n)
        at = n;
    if (at == 0)
        return 0;
    /* Clusters can only be told from the front: go back to a sure boundary and come forward. */
    size_t start = at - 1;
    while (start > 0 && !ascii_boundary(s, start))
        start--;
    for (size_t end; (end = utf8_next(s, n, start)) < at;)
        start = end;
    return start;
}

bool utf8_is_control(uint32_t cp)
{
    return (cp < 0x20 && cp != '\n' && cp != '\t') || (cp >= 0x7F && cp <= 0x9F);
}

bool utf8_is_bidi(uint32_t cp)
{
    return cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069);
}

int utf8_cp_width(uint32_t cp)
{
    if (cp < 0xA0 || utf8_is_bidi(cp))
        return 1;
    int width = wcwidth((wchar_t)cp);
    return width < 0 ? 1 : width;
}

int utf8_width(const char *s, size_t n)
{
    /* Every ASCII character counts 1: a control one is shown as a mark. */
    size_t at = ascii_run(s, n);
    int width = (int)at;
    while (at < n) {
        uint32_t cp;
        at += utf8_decode(s + at, n - at, &cp);
        width += utf8_cp_width(cp);
        size_t run = ascii_run(s + at, n - at);
        width += (int)run;
        at += run;
    }
    return width;
}

/* What stands for a code point that may not reach a terminal; itself for one that may. */
static uint32_t shown_as(uint32_t cp, bool lines)
{
    if (cp == '\n' || cp == '\t')
        return lines ? cp : ' ';
    if (cp < 0x20)
        return 0x2400 + cp;
    if (cp == 0x7F)
        return 0x2421;
    return utf8_is_control(cp) || utf8_is_bidi(cp) ? UTF8_BAD : cp;
}

void utf8_clean(struct str *out, const char *s, size_t n, bool lines)
{
    size_t kept = 0; /* bytes before it are in out */
    for (size_t at = 0; at < n;) {
        uint32_t cp;
        size_t len = utf8_decode(s + at, n - at, &cp);
        uint32_t shown = shown_as(cp, lines);
        if (shown != cp || (cp == UTF8_BAD && len == 1)) {
            char mark[4];
            str_addn(out, s + kept, at - kept);
            str_addn(out, mark, utf8_put(shown, mark));
            kept = at + len;
        }
        at += len;
    }
    str_addn(out, s + kept, n - kept);
}

/* The text put through utf8proc, to be freed; only valid UTF-8 gets here, so that a failure can
 * only be a lack of memory. */
static char *mapped(const char *s, size_t n, int options)
{
    struct str cleaned = STR_INIT;
    if (!utf8_valid(s, n, NULL)) {
        utf8_clean(&cleaned, s, n, true);
        s = cleaned.s;
        n = cleaned.len;
    }
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &result,
                                        (utf8proc_option_t)options);
    str_release(&cleaned);
    if (len < 0)
        alloc_failed();
    return (char *)result;
}

void utf8_nfc(struct str *out, const char *s)
{
    size_t n = strlen(s);
    if (ascii_run(s, n) == n) {
        str_addn(out, s, n);
        return;
    }
    char *composed = mapped(s, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    str_add(out, composed);
    free(composed);
}

static bool is_space(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0x1680 || cp == 0x2028 ||
           cp == 0x2029;
}

/* Letters that Unicode does not decompose and that people type without their stroke. */
static const char *plain_letter(uint32_t cp)
{
    switch (cp) {
    case 0xE6:
        return "ae";
    case 0xF8:
        return "o";
    case 0x111:
        return "d";
    case 0x131:
        return "i";
    case 0x142:
        return "l";
    case 0x153:
        return "oe";
    default:
        return NULL;
    }
}

static void add_folded(struct str *out, const char *s, size_t n)
{
    bool blank = false;
    for (size_t at = 0; at < n;) {
        uint32_t cp;
        size_t len = utf8_decode(s + at, n - at, &cp);
        const char *plain = plain_letter(cp);
        if (is_space(cp)) {
            if (!blank)
                str_addc(out, ' ');
        } else if (cp >= 'A' && cp <= 'Z') {
            str_addc(out, (char)(cp | 0x20));
        } else if (plain != NULL) {
            str_add(out, plain);
        } else {
            str_addn(out, s + at, len);
        }
        blank = is_space(cp);
        at += len;
    }
}

bool utf8_is_word(uint32_t cp)
{
    if (cp < 0x80)
        return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CO:
        return true;
    default:
        return false;
    }
}

void utf8_fold(struct str *out, const char *s)
{
    size_t n = strlen(s);
    if (ascii_run(s, n) == n) {
        add_folded(out, s, n);
        return;
    }
    char *folded = mapped(s, n,
                          UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                              UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
    add_folded(out, folded, strlen(folded));
    free(folded);
}

static bool in_slug(char c, bool ascii)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (!ascii && (unsigned char)c >= 0x80);
}

void utf8_slug(struct str *out, const char *s, size_t max, bool ascii)
{
    struct str clean = STR_INIT, folded = STR_INIT;
    size_t from = out->len;
    bool gap = false;
    utf8_clean(&clean, s, strlen(s), false);
    utf8_fold(&folded, clean.s);
    for (size_t at = 0, next; at < folded.len; at = next) {
        uint32_t cp;
        next = at + utf8_decode(folded.s + at, folded.len - at, &cp);
        bool in = in_slug(folded.s[at], ascii), dash = gap && out->len > from;
        if (in && out->len - from + dash + (next - at) > max)
            break;
        if (in && dash)
            str_addc(out, '-');
        if (in)
            str_addn(out, folded.s + at, next - at);
        gap = !in;
    }
    str_release(&clean);
    str_release(&folded);
}

/* The next run of word characters from *at on; false behind the last. */
static bool next_word(const struct str *s, size_t *at, size_t *len)
{
    size_t from = *at + *len, end;
    uint32_t cp;
    while (from < s->len && !utf8_is_word((utf8_decode(s->s + from, s->len - from, &cp), cp)))
        from = utf8_next(s->s, s->len, from);
    for (end = from; end < s->len; end = utf8_next(s->s, s->len, end)) {
        utf8_decode(s->s + end, s->len - end, &cp);
        if (!utf8_is_word(cp))
            break;
    }
    *at = from;
    *len = end - from;
    return *len > 0;
}

static bool has_word(const struct str *text, const char *word, size_t n)
{
    for (size_t at = 0, len = 0; next_word(text, &at, &len);)
        if (len >= n && memcmp(text->s + at, word, n) == 0)
            return true;
    return false;
}

bool utf8_has_words(const char *text, const char *typed)
{
    struct str hay = STR_INIT, words = STR_INIT;
    size_t at = 0, len = 0;
    utf8_fold(&hay, text);
    utf8_fold(&words, typed);
    bool all = next_word(&words, &at, &len);
    while (all && len > 0) {
        all = has_word(&hay, words.s + at, len);
        next_word(&words, &at, &len);
    }
    str_release(&hay);
    str_release(&words);
    return all;
}
