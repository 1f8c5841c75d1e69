#include "tui/key.h"

#include <string.h>
#include <wctype.h>

#include "base/utf8.h"
#include "base/vec.h"

struct word {
    const char *text;
    uint32_t value;
};

static const struct word modifiers[] = {
    {"Ctrl-", MOD_CTRL},
    {"Alt-", MOD_ALT},
    {"Shift-", MOD_SHIFT},
};

static const struct word names[] = {
    {"Space", ' '},    {"Enter", K_ENTER}, {"Tab", K_TAB},
    {"Esc", K_ESC},    {"Up", K_UP},       {"Down", K_DOWN},
    {"Left", K_LEFT},  {"Right", K_RIGHT}, {"PgUp", K_PGUP},
    {"PgDn", K_PGDN},  {"Home", K_HOME},   {"End", K_END},
    {"Del", K_DELETE}, {"Ins", K_INSERT},  {"Backspace", K_BACKSPACE},
    {"F1", K_F1},      {"F2", K_F1 + 1},   {"F3", K_F1 + 2},
    {"F4", K_F1 + 3},  {"F5", K_F1 + 4},   {"F6", K_F1 + 5},
    {"F7", K_F1 + 6},  {"F8", K_F1 + 7},   {"F9", K_F1 + 8},
    {"F10", K_F1 + 9}, {"F11", K_F1 + 10}, {"F12", K_F12},
};

bool key_same(struct key a, struct key b)
{
    return a.code == b.code && a.mods == b.mods;
}

bool key_is(struct key k, uint32_t code, unsigned mods)
{
    return k.code == code && k.mods == mods;
}

bool key_is_text(struct key k)
{
    return k.mods == 0 && k.code >= ' ' && k.code < K_FIRST && !utf8_is_control(k.code);
}

static size_t take_modifier(const char *s, size_t n, uint8_t *mods)
{
    for (size_t i = 0; i < COUNT_OF(modifiers); i++) {
        size_t len = strlen(modifiers[i].text);
        if (n > len && memcmp(s, modifiers[i].text, len) == 0) {
            *mods |= (uint8_t)modifiers[i].value;
            return len;
        }
    }
    return 0;
}

static bool is_shown(uint32_t cp)
{
    return cp > ' ' && cp != UTF8_BAD && !utf8_is_control(cp);
}

static bool key_parse_n(const char *s, size_t n, struct key *k)
{
    struct key key = {0, 0};
    for (size_t used; (used = take_modifier(s, n, &key.mods)) > 0; s += used, n -= used)
        continue;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (names[i].text[0] == *s && strlen(names[i].text) == n &&
            memcmp(names[i].text, s, n) == 0)
            key.code = names[i].value;
    if (key.code == 0 && (utf8_decode(s, n, &key.code) != n || !is_shown(key.code)))
        return false;
    if (key.code < K_FIRST && (key.mods & MOD_CTRL) != 0)
        key.code = (uint32_t)towlower((wint_t)key.code);
    if (key.code < K_FIRST && (key.mods & MOD_SHIFT) != 0)
        return false;
    *k = key;
    return true;
}

bool key_parse(const char *name, struct key *k)
{
    return key_parse_n(name, strlen(name), k);
}

static void add_code(struct str *out, uint32_t code, bool capital)
{
    char bytes[4];
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (names[i].value == code) {
            str_add(out, names[i].text);
            return;
        }
    }
    if (code < K_FIRST)
        str_addn(out, bytes, utf8_put(capital ? (uint32_t)towupper((wint_t)code) : code, bytes));
}

void key_add_name(struct str *out, struct key k)
{
    for (size_t i = 0; i < COUNT_OF(modifiers); i++)
        if ((k.mods & modifiers[i].value) != 0)
            str_add(out, modifiers[i].text);
    add_code(out, k.code, (k.mods & MOD_CTRL) != 0);
}

/* Reads "a-h". The key "-" alone is no range. */
static bool range_parse(const char *s, size_t n, uint32_t *from, uint32_t *to)
{
    size_t first = utf8_decode(s, n, from);
    if (first + 1 >= n || s[first] != '-')
        return false;
    return utf8_decode(s + first + 1, n - first - 1, to) == n - first - 1;
}

static bool word_has(const char *s, size_t n, struct key k)
{
    struct key one;
    uint32_t from, to;
    if (n == 1 && *s > ' ' && *s <= '~') /* most names: a footer asks for all of them at each key */
        return key_is(k, (unsigned char)*s, 0);
    if (key_parse_n(s, n, &one))
        return key_same(one, k);
    return k.mods == 0 && range_parse(s, n, &from, &to) && k.code >= from && k.code <= to;
}

static bool list_has(const char *keys, struct key k)
{
    while (*keys != '\0') {
        size_t n = strcspn(keys, " ");
        if (n > 0 && word_has(keys, n, k))
            return true;
        keys += n + (keys[n] == ' ');
    }
    return false;
}

bool key_in(struct key k, const char *keys, bool fold)
{
    if (list_has(keys, k))
        return true;
    if (!fold || k.mods != 0 || k.code >= K_FIRST)
        return false;
    k.code = (uint32_t)towlower((wint_t)k.code);
    return list_has(keys, k);
}
