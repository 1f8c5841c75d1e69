#ifndef SLATE_BASE_ERR_H
#define SLATE_BASE_ERR_H

/* Errors as values.
 *
 * A function that can fail returns bool and takes a `struct err *` last. On false the err says what
 * failed, where, and what to do, in words for a recruiter. On true the err is untouched. A null
 * `struct err *` is not allowed: an error is never swallowed by accident.
 *
 *     if (!file_read(path, FILE_MAX, &bytes, e))
 *         return err_prefix(e, "question bank %s", path);
 *
 * An err owns nothing and needs no release. */

#include <stdbool.h>

enum err_kind {
    ERR_NONE,
    ERR_USAGE,    /* the command was not understood:        exit 2 */
    ERR_INPUT,    /* a file, an argument or a text is bad:   exit 3 */
    ERR_STORE,    /* the database is busy or not usable:     exit 4 */
    ERR_BUSY,     /* ... held by another running slate:      exit 4 */
    ERR_IO,       /* a file or the terminal:                 exit 3 */
    ERR_REFUSED,  /* a rule of the house forbids it:         exit 3 */
    ERR_MISSING,  /* what was asked for is not there:        exit 3 */
    ERR_CANCELLED /* the user, or the next key, stopped it:  exit 1 */
};

#define ERR_TEXT 1024 /* bytes of message kept, the end of a longer one is cut at a code point */

struct err {
    enum err_kind kind;
    char text[ERR_TEXT];
};

/* clang-format off */
#define ERR_INIT {ERR_NONE, ""}
/* clang-format on */

/* Sets kind and text. Always returns false, so that `return err_set(...)` reads well. */
bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* As err_set, with ": " and the text of errno's value `code` behind it. */
bool err_errno(struct err *e, enum err_kind kind, int code, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Puts "<fmt>: " before the text. Always returns false. */
bool err_prefix(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The exit status of the table above; 0 for ERR_NONE. */
int err_exit_status(const struct err *e);

#endif
