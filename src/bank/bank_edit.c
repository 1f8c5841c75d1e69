#include "bank/bank_edit.h"

#include <stdlib.h>
#include <string.h>

#include "bank/bank_edit_parts.h"
#include "bank/yaml_doc.h"
#include "bank/yaml_lines.h"
#include "bank/yaml_render.h"
#include "base/vec.h"

struct bank_edit *bank_edit_new(const char *bytes, size_t n, struct err *e)
{
    struct yaml_doc *d = yaml_doc_new(bytes, n, e);
    if (d == NULL)
        return NULL;
    if (d->root == NULL || d->root->kind != Y_MAP) {
        yaml_doc_free(d);
        err_set(e, ERR_INPUT,
                "there is no question bank in it: it has no \"bank:\" and \"title:\"");
        return NULL;
    }
    struct bank_edit *b = xcalloc(1, sizeof *b);
    b->d = d;
    return b;
}

/* ---- steps ---- */

static void step_release(struct bank_step *s)
{
    for (size_t i = 0; i < s->n; i++) {
        str_release(&s->items[i].out);
        str_release(&s->items[i].in);
    }
    VEC_RELEASE(s);
    free(s->what);
}

static void steps_clear(struct bank_steps *steps)
{
    for (size_t i = 0; i < steps->n; i++)
        step_release(&steps->items[i]);
    steps->n = 0;
}

void bank_edit_free(struct bank_edit *b)
{
    if (b == NULL)
        return;
    steps_clear(&b->done);
    steps_clear(&b->undone);
    VEC_RELEASE(&b->done);
    VEC_RELEASE(&b->undone);
    yaml_doc_free(b->d);
    free(b);
}

const struct str *bank_edit_bytes(const struct bank_edit *b)
{
    return &b->d->bytes;
}

/* ---- trying an edit ---- */

static int by_place(const void *a, const void *b)
{
    const struct ysplice *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->del > 0) - (y->del > 0);
}

static bool overlap(const struct yedit *y)
{
    for (size_t i = 1; i < y->n; i++)
        if (y->items[i - 1].at + y->items[i - 1].del > y->items[i].at)
            return true;
    return false;
}

static void splice_all(const struct str *old, const struct yedit *y, struct str *out)
{
    size_t at = 0;
    for (size_t i = 0; i < y->n; i++) {
        const struct ysplice *s = &y->items[i];
        str_addn(out, old->s + at, s->at - at);
        str_addn(out, s->ins.s, s->ins.len);
        at = s->at + s->del;
    }
    str_addn(out, old->s + at, old->len - at);
}

/* Every byte outside the splices is what it was. */
static bool rest_is_same(const struct str *old, const struct str *new, const struct yedit *y)
{
    size_t from = 0, to = 0;
    for (size_t i = 0; i <= y->n; i++) {
        size_t end = i < y->n ? y->items[i].at : old->len;
        if (end < from || to + (end - from) > new->len ||
            memcmp(old->s + from, new->s + to, end - from) != 0)
            return false;
        to += end - from;
        if (i < y->n) {
            to += y->items[i].ins.len;
            from = end + y->items[i].del;
        }
    }
    return to == new->len;
}

static bool refuse(struct err *e, const char *why)
{
    return err_set(e, ERR_REFUSED,
                   "the way this place is written does not let it be changed safely (%s): nothing "
                   "was changed, do it in your editor",
                   why);
}

/* A block scalar at the end of a file without a last line break gets one, and its text with it,
 * when something comes behind it. */
static struct ynode *open_end(const struct yaml_doc *d)
{
    struct ynode *node = d->root;
    while (node->last != NULL)
        node = node->last;
    bool block = node->style == Y_LITERAL || node->style == Y_FOLDED;
    bool open = node->end == d->bytes.len && line_break_before(&d->bytes, d->bytes.len) == 0;
    return block && open && yaml_chomp(d, node) != '-' ? node : NULL;
}

static void end_line(struct yaml_doc *d, struct ynode *node)
{
    struct str text = STR_INIT;
    str_addn(&text, node->text, node->len);
    str_addc(&text, '\n');
    node->text = arena_text(&d->arena, text.s, text.len);
    node->len = text.len;
    str_release(&text);
}

static bool is_meant(struct yedit *y, const struct yaml_doc *is)
{
    if (is->marked != y->d->marked)
        return false;
    if (ynode_same(is->root, y->d->root))
        return true;
    if (y->open == NULL)
        return false;
    end_line(y->d, y->open);
    return ynode_same(is->root, y->d->root);
}

/* The document that comes out, when it says what is meant; else NULL. */
static struct yaml_doc *try(const struct bank_edit *b, struct yedit *y, struct err *e)
{
    struct str bytes = STR_INIT;
    struct err why = ERR_INIT;
    if (y->n > 1)
        qsort(y->items, y->n, sizeof *y->items, by_place);
    if (overlap(y)) {
        refuse(e, "two changes would overlap");
        return NULL;
    }
    splice_all(&b->d->bytes, y, &bytes);
    if (!rest_is_same(&b->d->bytes, &bytes, y)) {
        str_release(&bytes);
        refuse(e, "more than that would change");
        return NULL;
    }
    struct yaml_doc *d = yaml_doc_take(&bytes, &why);
    if (d == NULL) {
        refuse(e, "the file could not be read afterwards");
        return NULL;
    }
    if (is_meant(y, d))
        return d;
    yaml_doc_free(d);
    refuse(e, "the file would say something else than was meant");
    return NULL;
}

/* ---- one edit ---- */

struct yedit bank_edit_begin(struct bank_edit *b)
{
    return (struct yedit){.d = b->d, .open = open_end(b->d)};
}

static void record(struct bank_edit *b, const struct yedit *y, const char *what)
{
    steps_clear(&b->undone);
    struct bank_step *step = VEC_PUSH(&b->done);
    step->what = xstrdup(what);
    for (size_t i = y->n; i-- > 0;) {
        const struct ysplice *s = &y->items[i];
        struct bank_change *c = VEC_PUSH(step);
        *c = (struct bank_change){s->at, STR_INIT, STR_INIT};
        str_addn(&c->out, b->d->bytes.s + s->at, s->del);
        str_addn(&c->in, s->ins.s, s->ins.len);
    }
}

/* The bytes were good before: they are read again into a whole tree. */
static void restore(struct bank_edit *b)
{
    struct err never = ERR_INIT;
    struct yaml_doc *d = yaml_doc_take(&b->d->bytes, &never);
    if (d == NULL)
        alloc_failed();
    yaml_doc_free(b->d);
    b->d = d;
}

bool bank_edit_end(struct bank_edit *b, struct yedit *y, struct bank_outcome outcome, struct err *e)
{
    struct yaml_doc *d = NULL;
    if (outcome.good && y->n > 0)
        d = try(b, y, e);
    bool good = outcome.good && (y->n == 0 || d != NULL);
    if (d != NULL) {
        record(b, y, outcome.what);
        yaml_doc_free(b->d);
        b->d = d;
    } else {
        restore(b);
    }
    yedit_release(y);
    return good;
}

/* ---- undo ---- */

static void reread(struct bank_edit *b, struct str *bytes)
{
    str_release(&b->d->bytes);
    b->d->bytes = *bytes;
    restore(b);
}

static void take_back(struct bank_edit *b, const struct bank_step *s)
{
    struct str bytes = b->d->bytes;
    str_init(&b->d->bytes);
    for (size_t i = s->n; i-- > 0;)
        str_splice(&bytes, s->items[i].at, s->items[i].in.len, s->items[i].out.s,
                   s->items[i].out.len);
    reread(b, &bytes);
}

static void do_again(struct bank_edit *b, const struct bank_step *s)
{
    struct str bytes = b->d->bytes;
    str_init(&b->d->bytes);
    for (size_t i = 0; i < s->n; i++)
        str_splice(&bytes, s->items[i].at, s->items[i].out.len, s->items[i].in.s,
                   s->items[i].in.len);
    reread(b, &bytes);
}

bool bank_edit_undo(struct bank_edit *b)
{
    if (b->done.n == 0)
        return false;
    struct bank_step step = b->done.items[--b->done.n];
    take_back(b, &step);
    *VEC_PUSH(&b->undone) = step;
    return true;
}

bool bank_edit_redo(struct bank_edit *b)
{
    if (b->undone.n == 0)
        return false;
    struct bank_step step = b->undone.items[--b->undone.n];
    do_again(b, &step);
    *VEC_PUSH(&b->done) = step;
    return true;
}

const char *bank_edit_undo_what(const struct bank_edit *b)
{
    return b->done.n > 0 ? b->done.items[b->done.n - 1].what : NULL;
}

const char *bank_edit_redo_what(const struct bank_edit *b)
{
    return b->undone.n > 0 ? b->undone.items[b->undone.n - 1].what : NULL;
}

/* ---- another text as a whole ---- */

static struct bank_change difference(const struct str *old, const struct str *new)
{
    size_t least = old->len < new->len ? old->len : new->len, head = 0, tail = 0;
    while (head < least && old->s[head] == new->s[head])
        head++;
    while (tail < least - head && old->s[old->len - 1 - tail] == new->s[new->len - 1 - tail])
        tail++;
    struct bank_change c = {head, STR_INIT, STR_INIT};
    str_addn(&c.out, old->s + head, old->len - head - tail);
    str_addn(&c.in, new->s + head, new->len - head - tail);
    return c;
}

bool bank_edit_replace(struct bank_edit *b, const struct str *bytes, const char *what,
                       struct err *e)
{
    struct bank_edit *whole = bank_edit_new(bytes->s, bytes->len, e);
    if (whole == NULL)
        return false;
    steps_clear(&b->undone);
    struct bank_step *step = VEC_PUSH(&b->done);
    step->what = xstrdup(what);
    *VEC_PUSH(step) = difference(&b->d->bytes, bytes);
    yaml_doc_free(b->d);
    b->d = whole->d;
    free(whole);
    return true;
}

/* ---- several as one ---- */

size_t bank_edit_mark(const struct bank_edit *b)
{
    return b->done.n;
}

void bank_edit_join(struct bank_edit *b, size_t mark, const char *what)
{
    if (b->done.n <= mark)
        return;
    struct bank_step *first = &b->done.items[mark];
    for (size_t i = mark + 1; i < b->done.n; i++) {
        struct bank_step *s = &b->done.items[i];
        for (size_t k = 0; k < s->n; k++)
            *VEC_PUSH(first) = s->items[k];
        VEC_RELEASE(s);
        free(s->what);
    }
    b->done.n = mark + 1;
    if (what != NULL) {
        free(first->what);
        first->what = xstrdup(what);
    }
}

void bank_edit_back(struct bank_edit *b, size_t mark)
{
    while (b->done.n > mark) {
        struct bank_step step = b->done.items[--b->done.n];
        take_back(b, &step);
        step_release(&step);
    }
}
