/* Any text through the escapes of HTML, CSV and Markdown, and into a paragraph for a terminal: what
 * comes out is UTF-8 that drives nothing, has no markup, and no field begins a formula. */

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "base/utf8.h"
#include "report/escape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_tame(const struct str *out)
{
    check(utf8_valid(out->s, out->len, NULL) && strlen(out->s) == out->len);
    for (size_t at = 0; at < out->len;) {
        uint32_t cp;
        at += utf8_decode(out->s + at, out->len - at, &cp);
        check(!utf8_is_control(cp) && !utf8_is_bidi(cp));
    }
}

static void check_html(struct str *out, const char *text)
{
    escape_html(out, text);
    check_tame(out);
    check(strpbrk(out->s, "<>\"'") == NULL);
}

/* A field is plain, or in quotes that are doubled inside. */
static void check_csv(struct str *out, const char *text)
{
    escape_csv(out, text);
    check_tame(out);
    bool quoted = out->s[0] == '"';
    check(strchr("=+-@\t\n", out->s[quoted]) == NULL || out->s[quoted] == '\0');
    if (!quoted) {
        check(strpbrk(out->s, ",\"\n") == NULL);
        return;
    }
    check(out->len >= 2 && out->s[out->len - 1] == '"');
    for (size_t i = 1; i + 1 < out->len; i++)
        if (out->s[i] == '"')
            check(out->s[++i] == '"' && i + 1 < out->len);
}

static void check_markdown(struct str *out, const char *text)
{
    escape_markdown(out, text, NULL);
    check_tame(out);
    check(strpbrk(out->s, "<>\n") == NULL);
    str_clear(out);
    escape_markdown(out, text, "> ");
    check_tame(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct str out = STR_INIT;
    char *text = xstrndup((const char *)bytes, n);
    check_html(&out, text);
    str_clear(&out);
    check_csv(&out, text);
    str_clear(&out);
    check_markdown(&out, text);
    str_clear(&out);
    text_paragraph(&out, "", 0, text, 40);
    check_tame(&out);
    free(text);
    str_release(&out);
    return 0;
}
