#include <string.h>

#include "bank/bank_edit_parts.h"
#include "base/utf8.h"
#include "domain/bank.h"

static void trim(struct str *text)
{
    while (text->len > 0 && strchr(" \t\n", text->s[text->len - 1]) != NULL)
        text->s[--text->len] = '\0';
}

bool bank_text(const char *text, struct str *out, struct err *e)
{
    size_t n = strlen(text);
    uint32_t cp;
    if (!utf8_valid(text, n, NULL))
        return err_set(e, ERR_INPUT, "this text is not UTF-8: type it again");
    for (size_t i = 0, step; i < n; i += step) {
        step = utf8_decode(text + i, n - i, &cp);
        if (cp == '\r')
            str_add(out, text[i + 1] == '\n' ? "" : "\n");
        else if (utf8_is_control(cp))
            return err_set(e, ERR_INPUT,
                           "this text has a character in it that cannot be seen (U+%04X), behind "
                           "\"%.*s\": take it out",
                           cp, (int)(out->len > 20 ? 20 : out->len),
                           out->s + (out->len > 20 ? out->len - 20 : 0));
        else
            str_addn(out, text + i, step);
    }
    trim(out);
    return true;
}

static bool is_id(const char *s)
{
    if (*s == '\0')
        return false;
    for (; *s != '\0'; s++)
        if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9') ||
              *s == '-' || *s == '_'))
            return false;
    return true;
}

bool bank_value_fits(const struct field_row *row, const char *text, struct err *e)
{
    long n;
    int weight;
    enum fact_kind kind;
    switch (row->kind) {
    case FIELD_ID:
        return is_id(text) ||
               err_set(e, ERR_INPUT,
                       "\"%s\" takes one short word of letters from a to z, digits, - and _, not "
                       "\"%.60s\"",
                       row->name, text);
    case FIELD_MINUTES:
        return str_int(text, 1, 240, &n) ||
               err_set(e, ERR_INPUT, "\"minutes\" takes a number from 1 to 240, not \"%.60s\"",
                       text);
    case FIELD_WEIGHT:
        return weight_parse(text, &weight) ||
               err_set(e, ERR_INPUT, "\"weight\" takes a number such as 1 or 0.5, not \"%.60s\"",
                       text);
    case FIELD_SCALE:
        return (str_int(text, 1, SCALE_MAX, &n) && scale_valid((int)n)) ||
               err_set(e, ERR_INPUT, "\"scale\" takes 4 or 5, not \"%.60s\"", text);
    case FIELD_KIND:
        return fact_kind_parse(text, &kind) ||
               err_set(e, ERR_INPUT, "\"kind\" takes text, yesno, date or money, not \"%.60s\"",
                       text);
    default:
        return true;
    }
}
