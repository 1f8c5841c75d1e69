#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bank/import_lines.h"
#include "base/utf8.h"
#include "base/vec.h"

#define NAME_LENGTH 12 /* of a tag that means something */

/* ---- entities ---- */

static const struct entity {
    const char *name, *text;
} entities[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},
    {"ldquo", "“"},  {"rdquo", "”"},  {"laquo", "«"},  {"raquo", "»"},  {"hellip", "…"},
    {"bull", "•"},   {"middot", "·"}, {"euro", "€"},   {"pound", "£"},  {"copy", "©"},
    {"reg", "®"},    {"trade", "™"},  {"deg", "°"},    {"times", "×"},  {"frac12", "½"},
    {"agrave", "à"}, {"acirc", "â"},  {"auml", "ä"},   {"aring", "å"},  {"aelig", "æ"},
    {"ccedil", "ç"}, {"egrave", "è"}, {"eacute", "é"}, {"ecirc", "ê"},  {"euml", "ë"},
    {"icirc", "î"},  {"iuml", "ï"},   {"ocirc", "ô"},  {"ouml", "ö"},   {"oelig", "œ"},
    {"ugrave", "ù"}, {"ucirc", "û"},  {"uuml", "ü"},   {"Eacute", "É"}, {"Egrave", "È"},
    {"Agrave", "À"}, {"Ccedil", "Ç"}, {"ntilde", "ñ"}, {"oacute", "ó"}, {"iacute", "í"},
    {"aacute", "á"}, {"uacute", "ú"}, {"szlig", "ß"},  {"oslash", "ø"}, {"shy", ""},
};

static bool add_number(struct str *out, const char *name)
{
    bool hex = name[1] == 'x' || name[1] == 'X';
    const char *digits = name + (hex ? 2 : 1);
    char *end;
    char bytes[4];
    unsigned long cp = isxdigit((unsigned char)*digits) ? strtoul(digits, &end, hex ? 16 : 10) : 0;
    if (cp == 0 || *end != '\0' || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        return false;
    if (cp == '\n' || cp == '\r' || cp == 0xA0)
        cp = ' ';
    str_addn(out, bytes, utf8_put((uint32_t)cp, bytes));
    return true;
}

/* Adds what the entity at s[0] == '&' stands for; returns its bytes, 0 when it is none. */
static size_t add_entity(struct str *out, const char *s, size_t n)
{
    char name[NAME_LENGTH];
    size_t len = 1;
    while (len < n && len < NAME_LENGTH && s[len] != ';' && s[len] != '&')
        len++;
    if (len >= n || len >= NAME_LENGTH || s[len] != ';')
        return 0;
    memcpy(name, s + 1, len - 1);
    name[len - 1] = '\0';
    if (name[0] == '#')
        return add_number(out, name) ? len + 1 : 0;
    for (size_t i = 0; i < COUNT_OF(entities); i++)
        if (strcmp(entities[i].name, name) == 0) {
            str_add(out, entities[i].text);
            return len + 1;
        }
    return 0;
}

/* ---- tags ---- */

enum tag_kind { TAG_INLINE, TAG_BLOCK, TAG_ITEM, TAG_LIST, TAG_HEADING, TAG_BREAK, TAG_SKIP };

static const struct tag {
    const char *name;
    enum tag_kind kind;
} tags[] = {
    {"p", TAG_BLOCK},          {"div", TAG_BLOCK},   {"section", TAG_BLOCK}, {"article", TAG_BLOCK},
    {"main", TAG_BLOCK},       {"table", TAG_BLOCK}, {"tr", TAG_BLOCK},      {"body", TAG_BLOCK},
    {"dl", TAG_BLOCK},         {"dt", TAG_BLOCK},    {"dd", TAG_BLOCK},      {"pre", TAG_BLOCK},
    {"blockquote", TAG_BLOCK}, {"td", TAG_BREAK},    {"th", TAG_BREAK},      {"br", TAG_BREAK},
    {"hr", TAG_BLOCK},         {"li", TAG_ITEM},     {"ul", TAG_LIST},       {"ol", TAG_LIST},
    {"h1", TAG_HEADING},       {"h2", TAG_HEADING},  {"h3", TAG_HEADING},    {"h4", TAG_HEADING},
    {"h5", TAG_HEADING},       {"h6", TAG_HEADING},  {"head", TAG_SKIP},     {"script", TAG_SKIP},
    {"style", TAG_SKIP},       {"nav", TAG_SKIP},    {"footer", TAG_SKIP},   {"form", TAG_SKIP},
    {"button", TAG_SKIP},      {"select", TAG_SKIP}, {"svg", TAG_SKIP},      {"noscript", TAG_SKIP},
    {"template", TAG_SKIP},    {"aside", TAG_SKIP},
};

struct page {
    struct str *out;
    struct line_map *map;
    const char *s;
    size_t n, at;
    size_t counted; /* bytes whose lines are in `line` */
    uint32_t line;
    int lists;
    bool begun;        /* the line of the output has text */
    bool blank;        /* a blank comes before the next word */
    bool no_end;       /* no > further down */
    unsigned no_close; /* tags whose end was looked for in vain */
};

static uint32_t page_line(struct page *p)
{
    for (; p->counted < p->at; p->counted++)
        p->line += p->s[p->counted] == '\n';
    return p->line;
}

static void end_line(struct page *p, bool gap)
{
    if (p->begun) {
        str_addc(p->out, '\n');
        p->begun = false;
    }
    if (gap && p->out->len > 1 && p->out->s[p->out->len - 2] != '\n') {
        str_addc(p->out, '\n');
        *VEC_PUSH(p->map) = page_line(p);
    }
    p->blank = false;
}

static void begin_line(struct page *p, const char *mark)
{
    *VEC_PUSH(p->map) = page_line(p);
    str_add(p->out, mark);
    p->begun = true;
}

static void add_bytes(struct page *p, const char *s, size_t n)
{
    if (!p->begun)
        begin_line(p, "");
    else if (p->blank)
        str_addc(p->out, ' ');
    p->blank = false;
    str_addn(p->out, s, n);
}

static const struct tag *find_tag(const char *s, size_t n)
{
    for (size_t i = 0; i < COUNT_OF(tags); i++)
        if (strlen(tags[i].name) == n && strncasecmp(tags[i].name, s, n) == 0)
            return &tags[i];
    return NULL;
}

/* Behind the closing tag. A page that does not close it is read as if it were not there. */
static void skip_element(struct page *p, const struct tag *tag)
{
    unsigned bit = 1u << (tag - tags) % 32;
    size_t len = strlen(tag->name);
    if (p->no_close & bit)
        return;
    for (size_t at = p->at; at + len + 2 < p->n; at++) {
        const char *found = memchr(p->s + at, '<', p->n - at);
        if (found == NULL)
            break;
        at = (size_t)(found - p->s);
        if (at + len + 2 < p->n && found[1] == '/' && strncasecmp(found + 2, tag->name, len) == 0 &&
            !isalnum((unsigned char)found[2 + len])) {
            p->at = at;
            return;
        }
    }
    p->no_close |= bit;
}

static void open_tag(struct page *p, const struct tag *tag)
{
    char mark[] = "###### ";
    switch (tag->kind) {
    case TAG_SKIP:
        skip_element(p, tag);
        break;
    case TAG_LIST:
        p->lists++;
        break;
    case TAG_ITEM:
        begin_line(p, "");
        str_repeat(p->out, "  ", p->lists < 8 ? p->lists - 1 : 7);
        str_add(p->out, "- ");
        break;
    case TAG_HEADING:
        begin_line(p, mark + 6 - (tag->name[1] - '0'));
        break;
    case TAG_BLOCK:
    case TAG_BREAK:
    case TAG_INLINE:
        break;
    }
}

static void handle_tag(struct page *p, const char *name, size_t n, bool closing)
{
    const struct tag *tag = find_tag(name, n);
    if (tag == NULL)
        return;
    if (tag->kind != TAG_SKIP)
        end_line(p, tag->kind == TAG_BLOCK || tag->kind == TAG_HEADING);
    if (!closing)
        open_tag(p, tag);
    else if (tag->kind == TAG_LIST && p->lists > 0)
        p->lists--;
}

/* At '<'. What is no tag is text. */
static void read_tag(struct page *p)
{
    size_t at = p->at + 1, n = 0;
    bool closing = at < p->n && p->s[at] == '/';
    at += closing;
    while (at + n < p->n && isalnum((unsigned char)p->s[at + n]))
        n++;
    bool odd = at < p->n && (p->s[at] == '!' || p->s[at] == '?');
    bool tag = (n > 0 || odd) && !p->no_end;
    const char *end = tag ? memchr(p->s + at, '>', p->n - at) : NULL;
    p->no_end = p->no_end || (tag && end == NULL);
    if (odd && p->n - at > 3 && memcmp(p->s + at, "!--", 3) == 0) {
        end = memmem(p->s + at, p->n - at, "-->", 3);
        end = end != NULL ? end + 2 : p->s + p->n - 1;
    }
    if (end == NULL) {
        add_bytes(p, "<", 1);
        p->at++;
        return;
    }
    p->at = (size_t)(end - p->s) + 1;
    handle_tag(p, p->s + at, n, closing);
}

static void read_entity(struct page *p)
{
    struct str text = STR_INIT;
    size_t n = add_entity(&text, p->s + p->at, p->n - p->at);
    if (n == 0)
        add_bytes(p, "&", 1);
    else if (strcmp(text.s, " ") == 0)
        p->blank = p->begun;
    else
        add_bytes(p, text.s, text.len);
    p->at += n > 0 ? n : 1;
    str_release(&text);
}

bool html_is(const char *s, size_t n, const char *name)
{
    const char *dot = strrchr(name, '.');
    size_t at = 0;
    if (dot != NULL && (strcasecmp(dot, ".html") == 0 || strcasecmp(dot, ".htm") == 0))
        return true;
    while (at < n && isspace((unsigned char)s[at]))
        at++;
    return n - at > 2 && s[at] == '<' && (isalpha((unsigned char)s[at + 1]) || s[at + 1] == '!') &&
           memchr(s + at, '>', n - at) != NULL;
}

void html_text(struct str *out, struct line_map *map, const char *s, size_t n)
{
    struct page p = {.out = out, .map = map, .s = s, .n = n, .line = 1};
    while (p.at < n) {
        size_t len = 0;
        if (s[p.at] == '<') {
            read_tag(&p);
        } else if (s[p.at] == '&') {
            read_entity(&p);
        } else if (isspace((unsigned char)s[p.at])) {
            p.blank = p.begun;
            p.at++;
        } else {
            while (p.at + len < n && strchr("<& \t\r\n\f\v", s[p.at + len]) == NULL)
                len++;
            add_bytes(&p, s + p.at, len);
            p.at += len;
        }
    }
    end_line(&p, false);
}
