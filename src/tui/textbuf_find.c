#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "tui/textbuf.h"

/* Where a byte of the folded text comes from. */
struct origin {
    size_t from, to;
};

struct origins {
    struct origin *items;
    size_t n, cap;
};

struct folded {
    struct str text;
    struct origins origins; /* one for each byte of it */
};

static void add_cluster(struct folded *f, struct str *one, const char *s, struct origin origin)
{
    size_t before = f->text.len;
    str_clear(one);
    str_addn(one, s + origin.from, origin.to - origin.from);
    utf8_fold(&f->text, one->s);
    bool blank = f->text.len == before + 1 && f->text.s[before] == ' ';
    /* A run of blanks counts as one, as it does in the needle. */
    if (blank && before > 0 && f->text.s[before - 1] == ' ') {
        str_splice(&f->text, before, 1, "", 0);
        f->origins.items[before - 1].to = origin.to;
    }
    while (f->origins.n < f->text.len)
        *VEC_PUSH(&f->origins) = origin;
}

static void fold(struct folded *f, const char *s, size_t n, size_t from)
{
    struct str one = STR_INIT;
    for (size_t at = from; at < n;) {
        size_t next = utf8_next(s, n, at);
        add_cluster(f, &one, s, (struct origin){at, next});
        at = next;
    }
    str_release(&one);
}

bool textbuf_find(const struct textbuf *b, const char *needle, size_t from, size_t *at, size_t *len)
{
    struct folded text = {.text = STR_INIT};
    struct str sought = STR_INIT;
    const char *found = NULL;
    utf8_fold(&sought, needle);
    if (sought.len > 0 && from < b->text.len) {
        fold(&text, b->text.s, b->text.len, from);
        found = memmem(text.text.s, text.text.len, sought.s, sought.len);
    }
    if (found != NULL) {
        size_t first = (size_t)(found - text.text.s);
        *at = text.origins.items[first].from;
        *len = text.origins.items[first + sought.len - 1].to - *at;
    }
    str_release(&sought);
    str_release(&text.text);
    VEC_RELEASE(&text.origins);
    return found != NULL;
}
