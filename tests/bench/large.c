#include "bench/large.h"

#include <string.h>

#include "base/file.h"
#include "base/vec.h"
#include "bench/bench.h"

#define MARK "\n      - id: "

struct part {
    const char *s;
    size_t n;
};

struct parts {
    struct part *items;
    size_t n, cap;
};

/* The lines of a question behind its identifier: all that are indented deeper, or blank. */
static size_t body_length(const char *s)
{
    const char *end = s;
    while (strncmp(end, "\n        ", 9) == 0 || strncmp(end, "\n\n        ", 10) == 0)
        end += 1 + strcspn(end + 1, "\n");
    return (size_t)(end - s);
}

static void find_questions(const char *shipped, struct parts *out)
{
    for (const char *at = strstr(shipped, MARK); at != NULL; at = strstr(at + 1, MARK)) {
        const char *body = at + strlen(MARK);
        body += strcspn(body, "\n");
        *VEC_PUSH(out) = (struct part){body, body_length(body)};
    }
    if (out->n == 0)
        bench_die("no question found in the shipped bank");
}

void large_bank(const char *path, size_t n, struct str *out)
{
    struct err e = ERR_INIT;
    struct str shipped = STR_INIT;
    struct parts questions = {0};
    if (!file_read(path, FILE_BANK_MAX, &shipped, NULL, &e))
        bench_die("%s", e.text);
    const char *levels = strstr(shipped.s, "\nlevels:");
    if (levels == NULL)
        bench_die("%s has no levels", path);
    find_questions(levels, &questions);
    str_addn(out, shipped.s, (size_t)(levels - shipped.s));
    str_add(out, "\nlevels:\n  senior:\n    minutes: 30\n    questions:");
    for (size_t i = 0; i < n; i++) {
        const struct part *body = &questions.items[i % questions.n];
        str_addf(out, MARK "question-%zu", i);
        str_addn(out, body->s, body->n);
    }
    str_addc(out, '\n');
    str_release(&shipped);
    VEC_RELEASE(&questions);
}
