#ifndef SLATE_DOMAIN_FINDING_H
#define SLATE_DOMAIN_FINDING_H

/* What a reading or a check of a bank has to say: always with a place, and what to do about it.
 *
 * finding_add_text writes it for people:
 *
 *     post-producer.yaml:14:17: error: "weight" must be a number such as 1 or 0.5, not "yes"
 *        14 |         weight: yes
 *           |                 ^
 *       Give a number, or leave the line out for a weight of 1.   [number]
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/str.h"

enum severity { FINDING_WARNING, FINDING_ERROR };

struct finding {
    enum severity severity;
    const char *rule;   /* short name, constant: "number", "duplicate-key", "few-questions" */
    uint32_t line, col; /* from 1, in code points; 0: the file as a whole */
    const char *what;   /* one sentence without a full stop */
    const char *todo;   /* what to do, one sentence with its full stop; may be NULL */
};

struct findings {
    struct arena arena; /* owns the texts */
    struct finding *items;
    size_t n, cap;
};

void findings_release(struct findings *f);

/* Adds one; `what` is formatted, `todo` copied (NULL for none). */
void finding_add(struct findings *f, enum severity severity, const char *rule, uint32_t line,
                 uint32_t col, const char *todo, const char *what, ...)
    __attribute__((format(printf, 7, 8)));

size_t findings_errors(const struct findings *f);
/* Of a draft (a bank that is not finished but has nothing wrong in it): how many errors there are,
 * when each says only that something is missing, empty or one too many. 0: no error, or a real one.
 */
size_t findings_gaps(const struct findings *f);
void findings_sort(struct findings *f); /* by place; stable */

/* `bytes` (may be NULL) is the file, for the line and the caret; lines are counted as libyaml does
 * (CR, LF, CR LF, U+0085, U+2028, U+2029; a BOM is no column). Long lines are cut around the caret
 * to 100 columns, a tab is shown as an arrow and a control character as its mark, so that the caret
 * stands right. */
void finding_add_text(struct str *out, const struct finding *f, const char *path, const char *bytes,
                      size_t n);

/* The same for many findings, given by place: the lines of the file are looked for onwards from the
 * last one, so that all together cost one walk through it. Start with {.bytes = ..., .n = ...}. */
struct finding_source {
    const char *bytes; /* may be NULL */
    size_t n;
    uint32_t line; /* the one found last, and its first byte; 0: none yet */
    size_t at;
};
void finding_add_next(struct str *out, const struct finding *f, const char *path,
                      struct finding_source *source);

#endif
