#include "bank/bank_import.h"

#include <string.h>

#include "bank/import_kit.h"
#include "bank/import_table.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/vec.h"

/* ---- from bytes to text ---- */

/* What bytes 0x80 to 0x9F of Windows-1252 stand for (WHATWG Encoding Standard, index windows-1252);
 * all others are the code points of their number. */
static const uint16_t windows[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static void add_windows_1252(struct str *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        char bytes[4];
        str_addn(out, bytes, utf8_put(c >= 0x80 && c < 0xA0 ? windows[c - 0x80] : c, bytes));
    }
}

static uint32_t line_of(const char *s, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += s[i] == '\n';
    return line;
}

static bool begins(const struct import_source *source, const char *bytes)
{
    size_t n = strlen(bytes);
    return source->n >= n && memcmp(source->bytes, bytes, n) == 0;
}

/* Files that are no text, with the way to make one of them. */
static bool is_text(const struct import_source *source, struct err *e)
{
    if (source->n > FILE_BANK_MAX)
        return err_set(e, ERR_INPUT, "%s is over %u MiB, more than slate reads: divide it",
                       source->name, FILE_BANK_MAX >> 20);
    if (begins(source, "PK\x03\x04"))
        return err_set(e, ERR_INPUT,
                       "%s is a document of Word, Excel or the like: save it there as plain text "
                       "or as CSV, and import that",
                       source->name);
    if (begins(source, "%PDF"))
        return err_set(e, ERR_INPUT, "%s is a PDF: copy its text into a text file, and import that",
                       source->name);
    if (begins(source, "\xFF\xFE") || begins(source, "\xFE\xFF"))
        return err_set(e, ERR_INPUT,
                       "%s is in UTF-16 (\"Unicode text\"): save it as UTF-8, and import that",
                       source->name);
    const char *nul = source->n > 0 ? memchr(source->bytes, '\0', source->n) : NULL;
    if (nul != NULL)
        return err_set(e, ERR_INPUT, "%s is no text: line %u holds a byte 0", source->name,
                       (unsigned)line_of(source->bytes, (size_t)(nul - source->bytes)));
    return true;
}

static bool decode(const struct import_source *source, struct str *text, struct err *e)
{
    size_t bad = 0, mark = begins(source, "\xEF\xBB\xBF") ? 3 : 0;
    if (!is_text(source, e))
        return false;
    if (source->windows_1252 && !utf8_valid(source->bytes, source->n, NULL)) {
        add_windows_1252(text, source->bytes, source->n);
    } else {
        if (!utf8_valid(source->bytes, source->n, &bad))
            return err_set(e, ERR_INPUT,
                           "%s is not in UTF-8, see line %u: if it comes from Excel or another "
                           "program on Windows, add --windows-1252",
                           source->name, (unsigned)line_of(source->bytes, bad));
        str_addn(text, source->bytes + mark, source->n - mark);
    }
    if (text->s[strspn(text->s, " \t\r\n")] == '\0')
        return err_set(e, ERR_INPUT, "there is nothing in %s", source->name);
    return true;
}

/* ---- from text to a draft ---- */

static void import_lines_of(struct sketch *sk, const struct import_source *source,
                            const struct str *text)
{
    struct import_lines lines = {0};
    struct line_map map = {0};
    struct str page = STR_INIT;
    bool html = html_is(text->s, text->len, source->name);
    if (html)
        html_text(&page, &map, text->s, text->len);
    else
        pipes_text(&page, &map, text->s, text->len);
    import_lines(&lines, &sk->draft->arena, page.s, page.len, &map);
    sk->draft->format = lines.markdown && !html ? DRAFT_MARKDOWN : DRAFT_PAGE;
    import_kit(sk, &lines);
    VEC_RELEASE(&lines);
    VEC_RELEASE(&map);
    str_release(&page);
}

static bool import_text(struct sketch *sk, const struct import_source *source,
                        const struct str *text, struct err *e)
{
    if (!import_table_is(text->s, text->len, source->name)) {
        import_lines_of(sk, source, text);
        return true;
    }
    sk->draft->format = DRAFT_TABLE;
    return import_table(sk, text, source->name, e);
}

bool bank_import(const struct import_source *source, struct draft *out, struct err *e)
{
    struct str text = STR_INIT;
    struct sketch sk;
    struct sketch_names names = {source->name, source->bank};
    *out = (struct draft){0};
    str_init(&out->yaml);
    sketch_init(&sk, out);
    bool ok = decode(source, &text, e) && import_text(&sk, source, &text, e) &&
              sketch_finish(&sk, &names, e);
    sketch_release(&sk);
    str_release(&text);
    return ok;
}
