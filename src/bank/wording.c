#include "bank/wording.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"

#define ELLIPSIS 0x2026

static bool is_ascii_letter(unsigned char c)
{
    return (unsigned)(c | 0x20) - 'a' < 26 || (unsigned)c - '0' < 10;
}

static bool is_part(unsigned char c)
{
    return c >= 0x80 || is_ascii_letter(c);
}

/* Punctuation beyond ASCII: « » “ ” ’ … – and their like. */
static bool divides(uint32_t cp)
{
    return (cp >= 0x80 && cp < 0xC0 && cp != 0xAA && cp != 0xB5 && cp != 0xBA) ||
           (cp >= 0x2000 && cp < 0x2070) || (cp >= 0x3000 && cp < 0x3030) || cp == UTF8_BAD;
}

uint32_t word_hash(const char *word, size_t len)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    return hash != 0 ? hash : 1;
}

bool word_in_lists(const char *const lists[26], const char *word, size_t len)
{
    char framed[20] = " ";
    unsigned letter = len > 0 ? (unsigned)word[0] - 'a' : 26;
    if (letter >= 26 || lists[letter] == NULL || len + 3 > sizeof framed)
        return false;
    memcpy(framed + 1, word, len);
    framed[len + 1] = ' ';
    framed[len + 2] = '\0';
    return strstr(lists[letter], framed) != NULL;
}

static bool ends_in(const char *word, size_t len, const char *end)
{
    size_t n = strlen(end);
    return len > n && memcmp(word + len - n, end, n) == 0;
}

/* The y that a plural turns into ie: of proxy, not of key. */
static bool ends_in_y(const char *word, size_t len)
{
    return len > 2 && word[len - 1] == 'y' && strchr("aeiou", word[len - 2]) == NULL;
}

size_t word_stem(const char *word, size_t len)
{
    static const char *const pairs[] = {"sses", "xes", "ches", "shes"};
    char last = len > 0 ? word[len - 1] : '\0';
    if ((last != 's' && last != 'y') || len < 3 || ends_in(word, len, "ss") ||
        ends_in(word, len, "us"))
        return len;
    if (len > 4 && ends_in(word, len, "ies"))
        return len - 3;
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        if (ends_in(word, len, pairs[i]))
            return len - 2;
    return len - (ends_in(word, len, "s") || ends_in_y(word, len));
}

static void push(struct wording *w, struct word word)
{
    const char *s = w->folded.s + word.from;
    word.len = (uint32_t)w->folded.len - word.from;
    word.key = word_key(s, word.len);
    if (word.len > 0)
        *VEC_PUSH(w) = word;
}

static void push_ascii(struct wording *w, struct word word)
{
    word.from = (uint32_t)w->folded.len;
    str_addn(&w->folded, w->text + word.at, word.end - word.at);
    for (size_t i = word.from; i < w->folded.len; i++)
        w->folded.s[i] |= (w->folded.s[i] & 0x40) >> 1; /* digits have no such bit */
    push(w, word);
}

static void push_folded(struct wording *w, struct word word)
{
    struct str part = STR_INIT;
    str_addn(&part, w->text + word.at, word.end - word.at);
    word.from = (uint32_t)w->folded.len;
    utf8_fold(&w->folded, part.s);
    push(w, word);
    str_release(&part);
}

/* A run of letters with some beyond ASCII among them: what is punctuation parts it. True when what
 * comes behind it opens a sentence. */
static bool push_parts(struct wording *w, struct word run)
{
    struct word part = run;
    for (uint32_t at = run.at; at <= run.end;) {
        uint32_t cp = 0;
        size_t len = at < run.end ? utf8_decode(w->text + at, run.end - at, &cp) : 1;
        if (at == run.end || divides(cp)) {
            size_t before = w->n;
            part.end = at;
            if (part.end > part.at)
                push_folded(w, part);
            part.at = at + (uint32_t)len;
            part.opens = (part.opens && w->n == before) || cp == ELLIPSIS;
        }
        at += (uint32_t)len;
    }
    return part.opens;
}

/* A line that goes on with a small letter goes on with the sentence. */
static bool line_ends(const char *s)
{
    s += strspn(s, " \t\r\n");
    return !((unsigned)*s - 'a' < 26 || (unsigned char)*s >= 0x80);
}

/* A point inside 5.1 or Rec.709 ends no sentence. */
static bool ends_sentence(const char *s)
{
    switch (*s) {
    case '?':
    case '!':
    case ';':
        return true;
    case '\n':
        return line_ends(s);
    case '.':
    case ':':
        return !is_part((unsigned char)s[1]);
    default:
        return false;
    }
}

static void read_mixed(struct wording *w, const char *text)
{
    bool opens = true;
    for (uint32_t at = 0; text[at] != '\0';) {
        struct word word = {.at = at, .opens = opens};
        bool ascii = true;
        for (; is_part((unsigned char)text[at]); at++)
            ascii = ascii && (unsigned char)text[at] < 0x80;
        word.end = at;
        if (word.end > word.at) {
            opens = !ascii && push_parts(w, word);
            if (ascii)
                push_ascii(w, word);
        }
        for (; text[at] != '\0' && !is_part((unsigned char)text[at]); at++)
            opens = opens || ends_sentence(text + at);
    }
}

/* Most texts: folded as a whole, byte by byte. */
static void read_ascii(struct wording *w, const char *text, uint32_t n)
{
    bool opens = true;
    str_addn(&w->folded, text, n);
    char *s = w->folded.s;
    for (uint32_t i = 0; i < n; i++)
        s[i] |= (char)((unsigned)s[i] - 'A' < 26 ? 0x20 : 0);
    if (w->cap < n / 2 + 1) {
        w->cap = n + 64;
        w->items = xrealloc(w->items, w->cap * sizeof *w->items);
    }
    struct word *word = w->items;
    for (uint32_t at = 0; at < n;) {
        for (; at < n && !is_ascii_letter((unsigned char)s[at]); at++)
            opens = opens || (text[at] != ' ' && ends_sentence(text + at));
        uint32_t from = at;
        while (at < n && is_ascii_letter((unsigned char)s[at]))
            at++;
        if (at == from)
            break;
        *word++ = (struct word){from, at, from, at - from, word_key(s + from, at - from), opens};
        opens = false;
    }
    w->n = (size_t)(word - w->items);
}

void wording_read(struct wording *w, const char *text)
{
    unsigned char all = 0;
    size_t n = strlen(text);
    for (size_t i = 0; i < n; i++)
        all |= (unsigned char)text[i];
    w->text = text;
    w->n = 0;
    if (w->folded.s == NULL)
        str_init(&w->folded);
    str_clear(&w->folded);
    if (all < 0x80)
        read_ascii(w, text, (uint32_t)n);
    else
        read_mixed(w, text);
}

void wording_release(struct wording *w)
{
    if (w->folded.s != NULL)
        str_release(&w->folded);
    VEC_RELEASE(w);
    *w = (struct wording){0};
}
