#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "support/bank_ops.h"
#include "support/unit.h"

static void fail_case(const struct bank_case *c, const struct bank_op *op, const char *why)
{
    struct str words = STR_INIT;
    bank_op_words(op, &words);
    if (getenv("SLATE_GO_ON") == NULL) /* set: says all there are, for mending many at once */
        fail_msg("%s: %s: %s", c->path, words.s, why);
    print_message("FAILED %s: %s: %s\n", c->path, words.s, why);
    str_release(&words);
}

static bool same(const struct str *a, const struct str *b)
{
    return a->len == b->len && memcmp(a->s, b->s, a->len) == 0;
}

/* ---- what was refused ---- */

static void refused(const struct bank_case *c, const struct bank_op *op, const struct bank_edit *b,
                    const struct err *e)
{
    if (e->kind != ERR_REFUSED && e->kind != ERR_INPUT && e->kind != ERR_MISSING &&
        e->kind != ERR_USAGE)
        fail_case(c, op, "refused without a kind");
    if (e->text[0] == '\0')
        fail_case(c, op, "refused without a reason");
    if (!same(bank_edit_bytes(b), &c->bytes))
        fail_case(c, op, "refused, and changed all the same");
}

/* ---- what was done ---- */

/* Comments with lines of their own, sorted; texts point into the bytes. */
struct notes {
    struct note {
        const char *s;
        size_t n;
    } * items;
    size_t n, cap;
};

static int by_text(const void *a, const void *b)
{
    const struct note *x = a, *y = b;
    int order = memcmp(x->s, y->s, x->n < y->n ? x->n : y->n);
    return order != 0 ? order : (x->n > y->n) - (x->n < y->n);
}

static struct notes notes_of(const char *s, size_t n)
{
    struct notes out = {0};
    for (size_t at = 0; at < n;) {
        size_t end = at;
        while (end < n && s[end] != '\n' && s[end] != '\r')
            end++;
        size_t from = at;
        while (from < end && (s[from] == ' ' || s[from] == '\t'))
            from++;
        if (from < end && s[from] == '#' && end - from > 9)
            *VEC_PUSH(&out) = (struct note){s + from, end - from};
        at = end + 1;
    }
    if (out.n > 1)
        qsort(out.items, out.n, sizeof *out.items, by_text);
    return out;
}

/* How many of `a` are not in `b`. */
static size_t lost(const struct notes *a, const struct notes *b)
{
    size_t n = 0, k = 0;
    for (size_t i = 0; i < a->n; i++) {
        while (k < b->n && by_text(&b->items[k], &a->items[i]) < 0)
            k++;
        if (k < b->n && by_text(&b->items[k], &a->items[i]) == 0)
            k++;
        else
            n++;
    }
    return n;
}

/* A removal may take the comments of what it removes, a text its own lines that look like one. */
static void comments_stay(const struct bank_case *c, const struct bank_op *op,
                          const struct str *now, const struct str *extent)
{
    struct notes before = notes_of(c->bytes.s, c->bytes.len), after = notes_of(now->s, now->len);
    struct notes gone = notes_of(extent->s, extent->len);
    if (lost(&before, &after) > gone.n)
        fail_case(c, op, "a comment was lost");
    VEC_RELEASE(&before);
    VEC_RELEASE(&after);
    VEC_RELEASE(&gone);
}

static size_t bare_newlines(const struct str *bytes)
{
    size_t n = 0;
    for (size_t i = 0; i < bytes->len; i++)
        n += bytes->s[i] == '\n' && (i == 0 || bytes->s[i - 1] != '\r');
    return n;
}

static void is_meant(const struct bank_case *c, const struct bank_op *op, const struct str *now)
{
    struct bank_model meant, is;
    struct str diff = STR_INIT;
    bank_model_copy_all(&meant, &c->model);
    bank_op_mean(&meant, op);
    if (!bank_model_read(&is, now, c->stem))
        str_add(&diff, "  it cannot be read any more\n");
    else
        bank_model_compare(&meant, &is, &diff);
    if (diff.len > 0) {
        struct str all = STR_INIT;
        str_addf(&all, "done, but not as meant:\n%s%s", diff.s, now->s);
        fail_case(c, op, all.s);
    }
    bank_model_release(&meant);
    bank_model_release(&is);
    str_release(&diff);
}

static void undoes(const struct bank_case *c, const struct bank_op *op, struct bank_edit *b)
{
    struct str now = STR_INIT;
    str_addn(&now, bank_edit_bytes(b)->s, bank_edit_bytes(b)->len);
    bool changed = !same(&now, &c->bytes);
    bool again = c->tried % 4 == 0;
    if (changed && (!bank_edit_undo(b) || !same(bank_edit_bytes(b), &c->bytes)))
        fail_case(c, op, "undo does not give the file back");
    if (changed && again && (!bank_edit_redo(b) || !same(bank_edit_bytes(b), &now)))
        fail_case(c, op, "redo does not do it again");
    if (changed && again && !bank_edit_undo(b))
        fail_case(c, op, "undo does not work twice");
    str_release(&now);
}

static void done(const struct bank_case *c, const struct bank_op *op, struct bank_edit *b,
                 const struct str *extent)
{
    const struct str *now = bank_edit_bytes(b);
    is_meant(c, op, now);
    comments_stay(c, op, now, extent);
    if (bare_newlines(&c->bytes) == 0 && memchr(c->bytes.s, '\r', c->bytes.len) != NULL &&
        bare_newlines(now) > 0)
        fail_case(c, op, "a line ends otherwise than the file's");
    undoes(c, op, b);
}

void bank_case_try(struct bank_case *c, const struct bank_op *op, struct bank_tally *tally)
{
    struct err e = ERR_INIT, none = ERR_INIT;
    struct str extent = STR_INIT;
    struct bank_edit *b = c->edit;
    c->tried++;
    bank_edit_extent(b, op->place, &extent, &none);
    if (bank_op_apply(b, op, &e)) {
        tally->done++;
        done(c, op, b, &extent);
    } else {
        tally->refused++;
        tally->unsafe += strstr(e.text, "safely") != NULL;
        if (strstr(e.text, "safely") != NULL && getenv("SLATE_UNSAFE") != NULL) {
            struct str words = STR_INIT;
            bank_op_words(op, &words);
            print_message("# %s: %s: %s\n", c->stem, words.s, e.text);
            str_release(&words);
        }
        refused(c, op, b, &e);
    }
    str_release(&extent);
}
