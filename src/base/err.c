#include "base/err.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Takes away a code point that the end of the buffer cut in two. */
static void trim_half(char *text)
{
    size_t len = strlen(text), at = len;
    while (at > 0 && len - at < 4 && ((unsigned char)text[at - 1] & 0xC0) == 0x80)
        at--;
    if (at == 0 || (unsigned char)text[at - 1] < 0xC0)
        return;
    uint32_t cp;
    if (utf8_decode(text + at - 1, len - (at - 1), &cp) < len - (at - 1) || cp == UTF8_BAD)
        text[at - 1] = '\0';
}

/* Formats aside first: the arguments may point into the text that is replaced. */
__attribute__((format(printf, 2, 0))) static void set_text(struct err *e, const char *fmt,
                                                           va_list ap)
{
    char text[ERR_TEXT];
    int n = vsnprintf(text, sizeof text, fmt, ap);
    if (n < 0)
        text[0] = '\0';
    else if ((size_t)n >= sizeof text)
        trim_half(text);
    memcpy(e->text, text, strlen(text) + 1);
}

static void append(struct err *e, const char *text)
{
    size_t len = strlen(e->text);
    int n = snprintf(e->text + len, sizeof e->text - len, ": %s", text);
    if (n >= 0 && (size_t)n >= sizeof e->text - len)
        trim_half(e->text);
}

bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    set_text(e, fmt, ap);
    va_end(ap);
    e->kind = kind;
    return false;
}

bool err_errno(struct err *e, enum err_kind kind, int code, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    set_text(e, fmt, ap);
    va_end(ap);
    e->kind = kind;
    append(e, strerror(code));
    return false;
}

bool err_prefix(struct err *e, const char *fmt, ...)
{
    char old[ERR_TEXT];
    memcpy(old, e->text, sizeof old);
    va_list ap;
    va_start(ap, fmt);
    set_text(e, fmt, ap);
    va_end(ap);
    append(e, old);
    return false;
}

int err_exit_status(const struct err *e)
{
    switch (e->kind) {
    case ERR_NONE:
        return 0;
    case ERR_CANCELLED:
        return 1;
    case ERR_USAGE:
        return 2;
    case ERR_STORE:
    case ERR_BUSY:
        return 4;
    case ERR_INPUT:
    case ERR_IO:
    case ERR_REFUSED:
    case ERR_MISSING:
        return 3;
    }
    return 3;
}
