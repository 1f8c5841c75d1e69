#ifndef SLATE_BASE_STR_H
#define SLATE_BASE_STR_H

/* A text that grows. `s` is never NULL and always ends in NUL (an empty str points at a shared
 * empty text), so it can be handed to anything that reads a C string.
 *
 *     struct str line = STR_INIT;
 *     str_addf(&line, "%s (%d of %d scored)", mean, scored, asked);
 *     puts(line.s);
 *     str_release(&line); */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct str {
    char *s;
    size_t len; /* bytes, the NUL not counted */
    size_t cap; /* 0: nothing allocated */
};

extern char str_empty[1];
/* clang-format off */
#define STR_INIT {str_empty, 0, 0}
/* clang-format on */

void str_init(struct str *t);
void str_release(struct str *t); /* frees, leaves STR_INIT */
void str_clear(struct str *t);   /* empty, keeps the memory */

/* What is added must not lie in t itself. */
void str_add(struct str *t, const char *s);
void str_addn(struct str *t, const char *bytes, size_t n);
void str_addc(struct str *t, char c);
void str_repeat(struct str *t, const char *s, int times);
void str_addf(struct str *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_addv(struct str *t, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
void str_set(struct str *t, const char *s);

/* Replaces `del` bytes at byte `at` by `n` bytes. at + del must lie within the text. */
void str_splice(struct str *t, size_t at, size_t del, const char *bytes, size_t n);

/* One change of a text, as it is handed from an editor to whoever keeps the text. */
struct splice {
    size_t at, del;  /* replace `del` bytes at byte `at` ... */
    const char *ins; /* ... by these */
    size_t n;
};

/* Hands over the allocated text, to be freed by the caller, and leaves the str empty. */
char *str_steal(struct str *t);

bool str_starts(const char *s, const char *prefix);
bool str_same(const char *a, const char *b); /* NULL equals only NULL */

/* A whole number in decimal and nothing else, within [min, max]. */
bool str_int(const char *s, long min, long max, long *value);

#endif
