#include "base/str.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#define SHORT_TEXT 32 /* bytes */

char str_empty[1];

/* Makes room for `more` bytes and the NUL behind them. */
static void reserve(struct str *t, size_t more)
{
    if (t->cap > more && t->len < t->cap - more)
        return;
    size_t cap = t->cap > 0 ? t->cap : 16;
    while (cap - t->len <= more) {
        if (cap > SIZE_MAX / 2)
            alloc_failed();
        cap *= 2;
    }
    t->s = xrealloc(t->cap > 0 ? t->s : NULL, cap);
    t->cap = cap;
}

void str_init(struct str *t)
{
    *t = (struct str)STR_INIT;
}

void str_release(struct str *t)
{
    if (t->cap > 0)
        free(t->s);
    str_init(t);
}

void str_clear(struct str *t)
{
    t->len = 0;
    if (t->cap > 0)
        t->s[0] = '\0';
}

void str_add(struct str *t, const char *s)
{
    str_addn(t, s, strlen(s));
}

void str_addn(struct str *t, const char *bytes, size_t n)
{
    if (n == 0)
        return;
    reserve(t, n);
    memcpy(t->s + t->len, bytes, n);
    t->len += n;
    t->s[t->len] = '\0';
}

void str_addc(struct str *t, char c)
{
    reserve(t, 1);
    t->s[t->len++] = c;
    t->s[t->len] = '\0';
}

void str_repeat(struct str *t, const char *s, int times)
{
    size_t n = strlen(s);
    for (int i = 0; i < times; i++)
        str_addn(t, s, n);
}

void str_addf(struct str *t, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    str_addv(t, fmt, ap);
    va_end(ap);
}

/* Most texts fit into the room that is made beforehand: formatting twice is for the others. */
void str_addv(struct str *t, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    reserve(t, SHORT_TEXT);
    size_t room = t->cap - t->len;
    int n = vsnprintf(t->s + t->len, room, fmt, ap);
    if (n > 0 && (size_t)n >= room) {
        t->s[t->len] = '\0';
        reserve(t, (size_t)n);
        vsnprintf(t->s + t->len, (size_t)n + 1, fmt, again);
    }
    t->len += n > 0 ? (size_t)n : 0;
    t->s[t->len] = '\0';
    va_end(again);
}

void str_set(struct str *t, const char *s)
{
    str_clear(t);
    str_add(t, s);
}

void str_splice(struct str *t, size_t at, size_t del, const char *bytes, size_t n)
{
    if (n > del)
        reserve(t, n - del);
    else if (del == 0)
        return;
    size_t tail = t->len - at - del;
    memmove(t->s + at + n, t->s + at + del, tail);
    if (n > 0)
        memcpy(t->s + at, bytes, n);
    t->len = at + n + tail;
    t->s[t->len] = '\0';
}

char *str_steal(struct str *t)
{
    char *s = t->cap > 0 ? t->s : xstrdup("");
    str_init(t);
    return s;
}

bool str_starts(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool str_same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool str_int(const char *s, long min, long max, long *value)
{
    const char *digits = *s == '-' ? s + 1 : s;
    if (*digits < '0' || *digits > '9')
        return false;
    char *end;
    errno = 0;
    long v = strtol(s, &end, 10);
    if (*end != '\0' || errno != 0 || v < min || v > max)
        return false;
    *value = v;
    return true;
}
