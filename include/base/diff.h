#ifndef SLATE_BASE_DIFF_H
#define SLATE_BASE_DIFF_H

/* What differs between two texts, line by line (Myers, "An O(ND) Difference Algorithm", 1986).
 * A line ends with LF, CR LF or CR; two lines are the same only when their ends are too.
 *
 *     struct diff d = {0};
 *     diff_lines((struct diff_text){old, n}, (struct diff_text){new, m}, 3, &d);
 *     for each d.items[i]: kind, and the bytes of its line in old (SAME, OUT) or in new (IN)
 *     VEC_RELEASE(&d);
 *
 * Where more than DIFF_EFFORT lines differ, what lies between the first and the last of them is
 * given as all out and all in. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define DIFF_EFFORT 1000 /* lines out and in that are looked for one by one */

struct diff_text {
    const char *s;
    size_t n;
};

enum diff_kind {
    DIFF_GAP, /* lines that are the same were left out here; no bytes */
    DIFF_SAME,
    DIFF_OUT,
    DIFF_IN
};

struct diff_line {
    enum diff_kind kind;
    size_t at, len;        /* bytes without the end of the line */
    uint32_t old_n, new_n; /* line numbers from 1; of what comes next for the other side */
    bool open;             /* the last line of its text, without an end */
};

struct diff {
    struct diff_line *items;
    size_t n, cap;
};

/* With `context` lines that are the same around each difference; none at all when the texts are
 * equal. Lines that only differ in how they end are said to differ. */
void diff_lines(struct diff_text old, struct diff_text new, int context, struct diff *out);

/* Adds a unified diff as `git diff` prints it, with `name` in its head; nothing when the texts are
 * equal. */
void diff_unified(struct str *out, const char *name, struct diff_text old, struct diff_text new);

#endif
