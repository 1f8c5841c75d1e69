#include "domain/candidate.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

static bool is_blank(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0xA0 || cp == 0x1680 ||
           (cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 || cp == 0x2029 || cp == 0x202F ||
           cp == 0x205F || cp == 0x3000;
}

/* Characters that nobody sees and that would make two equal names differ. The joiners U+200C and
 * U+200D stay: names in Persian or Malayalam are spelt with them. */
static bool is_unseen(uint32_t cp)
{
    return utf8_is_control(cp) || utf8_is_bidi(cp) || cp == 0x200B || cp == 0x2060 || cp == 0xFEFF;
}

static void squeeze(struct str *out, const char *s)
{
    size_t n = strlen(s);
    bool blank = false;
    for (size_t at = 0; at < n;) {
        uint32_t cp;
        char bytes[4];
        at += utf8_decode(s + at, n - at, &cp);
        if (is_blank(cp)) {
            blank = true;
        } else if (!is_unseen(cp)) {
            if (blank && out->len > 0)
                str_addc(out, ' ');
            str_addn(out, bytes, utf8_put(cp, bytes));
            blank = false;
        }
    }
}

static bool keep(const struct str *name, char *out, struct err *e)
{
    if (utf8_width(name->s, name->len) == 0)
        return err_set(e, ERR_INPUT, "the name is empty: type a name");
    if (name->len > NAME_MAX_BYTES)
        return err_set(
            e, ERR_INPUT,
            "the name is too long (%zu bytes, room for %d): shorten it, and put the rest "
            "into a note",
            name->len, NAME_MAX_BYTES);
    memcpy(out, name->s, name->len + 1);
    return true;
}

bool name_tidy(const char *typed, char *out, struct err *e)
{
    struct str squeezed = STR_INIT, name = STR_INIT;
    squeeze(&squeezed, typed);
    utf8_nfc(&name, squeezed.s);
    bool ok = keep(&name, out, e);
    str_release(&squeezed);
    str_release(&name);
    return ok;
}
