#include "tui/textbuf.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"

/* What made a step: only like joins like. */
enum step_kind { STEP_TYPED, STEP_BACK, STEP_AHEAD, STEP_ALONE };

/* One change, kept with what it took away: `del` stood at `at`, now `ins` does. */
struct textbuf_step {
    enum step_kind kind;
    size_t at;
    struct str del, ins;
    size_t cursor; /* before the change */
};

struct change {
    enum step_kind kind;
    size_t at, del;
    const char *ins;
    size_t n;
};

static void step_release(struct textbuf_step *step)
{
    str_release(&step->del);
    str_release(&step->ins);
}

static void forget_steps(struct textbuf *b, size_t from)
{
    while (b->steps.n > from)
        step_release(&b->steps.items[--b->steps.n]);
}

void textbuf_init(struct textbuf *b, size_t max)
{
    *b = (struct textbuf){.text = STR_INIT, .clip = STR_INIT};
    b->max = max > 0 ? max : TEXTBUF_MAX;
}

void textbuf_release(struct textbuf *b)
{
    forget_steps(b, 0);
    VEC_RELEASE(&b->steps);
    str_release(&b->text);
    str_release(&b->clip);
}

void textbuf_set(struct textbuf *b, const char *s, size_t n)
{
    forget_steps(b, 0);
    b->done = 0;
    b->joining = false;
    textbuf_unmark(b);
    str_clear(&b->text);
    str_addn(&b->text, s, n);
    b->cursor = n;
}

/* Moving */

enum word_class { CLASS_BLANK, CLASS_NEWLINE, CLASS_SIGN, CLASS_WORD };

static enum word_class class_of(const struct textbuf *b, size_t at)
{
    uint32_t cp;
    utf8_decode(b->text.s + at, b->text.len - at, &cp);
    if (cp == '\n')
        return CLASS_NEWLINE;
    if (cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x3000)
        return CLASS_BLANK;
    if (cp < 0x80)
        return strchr("!\"#$%&()*+,-./:;<=>?@[\\]^`{|}~", (int)cp) ? CLASS_SIGN : CLASS_WORD;
    bool sign = (cp >= 0x2010 && cp <= 0x205E && cp != 0x2019) || (cp > 0x3000 && cp <= 0x301F);
    return sign ? CLASS_SIGN : CLASS_WORD;
}

static size_t next_of(const struct textbuf *b, size_t at)
{
    return utf8_next(b->text.s, b->text.len, at);
}

static size_t prev_of(const struct textbuf *b, size_t at)
{
    return utf8_prev(b->text.s, b->text.len, at);
}

static size_t skip_ahead(const struct textbuf *b, size_t at, enum word_class class)
{
    while (at < b->text.len && class_of(b, at) == class)
        at = next_of(b, at);
    return at;
}

static size_t skip_back(const struct textbuf *b, size_t at, enum word_class class)
{
    while (at > 0 && class_of(b, prev_of(b, at)) == class)
        at = prev_of(b, at);
    return at;
}

static size_t word_right(const struct textbuf *b, size_t at)
{
    if (at >= b->text.len)
        return b->text.len;
    enum word_class class = class_of(b, at);
    if (class == CLASS_NEWLINE)
        return at + 1;
    return skip_ahead(b, skip_ahead(b, at, class), CLASS_BLANK);
}

static size_t word_left(const struct textbuf *b, size_t at)
{
    size_t word = skip_back(b, at, CLASS_BLANK);
    if (word == 0)
        return 0;
    enum word_class class = class_of(b, prev_of(b, word));
    if (class == CLASS_NEWLINE)
        return word < at ? word : word - 1;
    return skip_back(b, word, class);
}

static size_t line_start(const struct textbuf *b, size_t at)
{
    const char *newline = memrchr(b->text.s, '\n', at);
    return newline != NULL ? (size_t)(newline - b->text.s) + 1 : 0;
}

static size_t line_end(const struct textbuf *b, size_t at)
{
    const char *newline = memchr(b->text.s + at, '\n', b->text.len - at);
    return newline != NULL ? (size_t)(newline - b->text.s) : b->text.len;
}

size_t textbuf_at(const struct textbuf *b, enum textbuf_to to)
{
    switch (to) {
    case TO_LEFT:
        return prev_of(b, b->cursor);
    case TO_RIGHT:
        return next_of(b, b->cursor);
    case TO_WORD_LEFT:
        return word_left(b, b->cursor);
    case TO_WORD_RIGHT:
        return word_right(b, b->cursor);
    case TO_LINE_START:
        return line_start(b, b->cursor);
    case TO_LINE_END:
        return line_end(b, b->cursor);
    case TO_START:
        return 0;
    case TO_END:
        break;
    }
    return b->text.len;
}

/* The start of the cluster that `at` lies in. */
static size_t cluster_start(const struct textbuf *b, size_t at)
{
    if (at >= b->text.len)
        return b->text.len;
    size_t start = prev_of(b, at);
    return next_of(b, start) <= at ? at : start;
}

void textbuf_place(struct textbuf *b, size_t at, bool select)
{
    bool keep = select || b->marking;
    if (keep && !b->selecting)
        b->anchor = b->cursor;
    b->selecting = keep;
    b->joining = false;
    b->cursor = cluster_start(b, at);
}

void textbuf_move(struct textbuf *b, enum textbuf_to to, bool select)
{
    size_t from, end;
    bool collapse = textbuf_selection(b, &from, &end) && !select && !b->marking;
    if (collapse && to == TO_LEFT)
        textbuf_place(b, from, false);
    else if (collapse && to == TO_RIGHT)
        textbuf_place(b, end, false);
    else
        textbuf_place(b, textbuf_at(b, to), select);
}

void textbuf_mark(struct textbuf *b)
{
    bool on = !b->marking;
    textbuf_unmark(b);
    b->marking = b->selecting = on;
    b->anchor = b->cursor;
}

void textbuf_unmark(struct textbuf *b)
{
    b->selecting = b->marking = false;
}

bool textbuf_selection(const struct textbuf *b, size_t *from, size_t *to)
{
    *from = b->cursor < b->anchor ? b->cursor : b->anchor;
    *to = b->cursor < b->anchor ? b->anchor : b->cursor;
    return b->selecting && *from < *to;
}

/* Changing */

static void splice_text(struct textbuf *b, const struct splice *s)
{
    str_splice(&b->text, s->at, s->del, s->ins, s->n);
}

/* What the caller is told: the bytes put in, as they now stand in the text. */
static enum edit changed(struct textbuf *b, struct splice what, struct splice *out)
{
    textbuf_unmark(b);
    what.ins = b->text.s + what.at;
    *out = what;
    return EDIT_CHANGED;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* A word with the blanks behind it is one undo, and no undo reaches over a newline. */
static bool same_word(const struct textbuf_step *last, const struct change *ch)
{
    if (last->ins.len == 0 || ch->n == 0)
        return false;
    char before = last->ins.s[last->ins.len - 1];
    return before != '\n' && (!is_blank(before) || is_blank(ch->ins[0]));
}

/* Makes the change part of the last step when a user would take both back at once. */
static bool join_step(struct textbuf *b, const struct change *ch)
{
    if (!b->joining || b->done == 0)
        return false;
    struct textbuf_step *last = &b->steps.items[b->done - 1];
    if (last->kind != ch->kind)
        return false;
    const char *gone = b->text.s + ch->at;
    if (ch->kind == STEP_TYPED && ch->del == 0 && ch->at == last->at + last->ins.len &&
        same_word(last, ch)) {
        str_addn(&last->ins, ch->ins, ch->n);
        return true;
    }
    if (ch->kind == STEP_BACK && ch->at + ch->del == last->at) {
        str_splice(&last->del, 0, 0, gone, ch->del);
        last->at = ch->at;
        return true;
    }
    if (ch->kind == STEP_AHEAD && ch->at == last->at) {
        str_addn(&last->del, gone, ch->del);
        return true;
    }
    return false;
}

static void add_step(struct textbuf *b, const struct change *ch)
{
    struct textbuf_step *step = VEC_PUSH(&b->steps);
    str_init(&step->del);
    str_init(&step->ins);
    step->kind = ch->kind;
    step->at = ch->at;
    step->cursor = b->cursor;
    str_addn(&step->del, b->text.s + ch->at, ch->del);
    str_addn(&step->ins, ch->ins, ch->n);
    b->done = b->steps.n;
}

static enum edit apply(struct textbuf *b, const struct change *ch, struct splice *out)
{
    struct splice s = {ch->at, ch->del, ch->ins, ch->n};
    if (ch->del == 0 && ch->n == 0)
        return EDIT_MOVED;
    if (ch->n > ch->del && b->text.len - ch->del + ch->n > b->max)
        return EDIT_FULL;
    forget_steps(b, b->done);
    if (!join_step(b, ch))
        add_step(b, ch);
    b->joining = ch->kind != STEP_ALONE;
    splice_text(b, &s);
    b->cursor = ch->at + ch->n;
    return changed(b, s, out);
}

/* The next code point as it may be stored; returns the bytes taken. *cp is 0 when it is dropped. */
static size_t clean_next(const char *s, size_t n, bool single, uint32_t *cp)
{
    size_t used = utf8_decode(s, n, cp);
    if (*cp == '\r' && n > 1 && s[1] == '\n')
        used = 2;
    if (*cp == '\r' || *cp == '\v' || *cp == '\f' || *cp == 0x85)
        *cp = '\n';
    if (single && (*cp == '\n' || *cp == '\t'))
        *cp = ' ';
    else if (utf8_is_control(*cp))
        *cp = 0;
    return used;
}

static void clean(struct str *out, const char *s, size_t n, bool single)
{
    char bytes[4];
    for (size_t at = 0; at < n;) {
        uint32_t cp;
        at += clean_next(s + at, n - at, single, &cp);
        if (cp != 0)
            str_addn(out, bytes, utf8_put(cp, bytes));
    }
}

/* A change that puts cleaned text in place of the selection, or of [at, at + del). */
static enum edit put(struct textbuf *b, struct change ch, struct splice *out)
{
    struct str text = STR_INIT;
    clean(&text, ch.ins, ch.n, b->single);
    ch.ins = text.s;
    ch.n = text.len;
    enum edit result = text.len == 0 ? EDIT_MOVED : apply(b, &ch, out);
    str_release(&text);
    return result;
}

static struct change at_selection(const struct textbuf *b, enum step_kind kind)
{
    size_t from, to;
    if (!textbuf_selection(b, &from, &to))
        from = to = b->cursor;
    return (struct change){.kind = kind, .at = from, .del = to - from};
}

enum edit textbuf_type(struct textbuf *b, const char *s, size_t n, struct splice *out)
{
    struct change ch = at_selection(b, STEP_TYPED);
    ch.ins = s;
    ch.n = n;
    return put(b, ch, out);
}

enum edit textbuf_paste(struct textbuf *b, const char *s, size_t n, struct splice *out)
{
    struct change ch = at_selection(b, STEP_ALONE);
    while (b->single && n > 0 && (s[n - 1] == '\n' || s[n - 1] == '\r'))
        n--;
    ch.ins = s;
    ch.n = n;
    return put(b, ch, out);
}

enum edit textbuf_replace(struct textbuf *b, const char *s, size_t n, struct splice *out)
{
    if (n == b->text.len && memcmp(s, b->text.s, n) == 0)
        return EDIT_MOVED;
    struct change ch = {STEP_ALONE, 0, b->text.len, s, n};
    return n == 0 ? apply(b, &ch, out) : put(b, ch, out);
}

static enum edit delete_as(struct textbuf *b, enum step_kind kind, size_t at, struct splice *out)
{
    struct change ch = at_selection(b, STEP_ALONE);
    ch.ins = "";
    if (ch.del == 0) {
        ch.kind = kind;
        ch.at = at < b->cursor ? at : b->cursor;
        ch.del = at < b->cursor ? b->cursor - at : at - b->cursor;
    }
    return apply(b, &ch, out);
}

enum edit textbuf_delete_to(struct textbuf *b, size_t at, struct splice *out)
{
    return delete_as(b, STEP_ALONE, cluster_start(b, at), out);
}

enum edit textbuf_delete(struct textbuf *b, enum textbuf_to to, struct splice *out)
{
    enum step_kind kind = to == TO_LEFT ? STEP_BACK : to == TO_RIGHT ? STEP_AHEAD : STEP_ALONE;
    return delete_as(b, kind, textbuf_at(b, to), out);
}

/* Cut and copy */

static struct str *clip_of(struct textbuf *b)
{
    return b->shared_clip != NULL ? b->shared_clip : &b->clip;
}

void textbuf_copy(struct textbuf *b)
{
    size_t from, to;
    if (!textbuf_selection(b, &from, &to))
        return;
    str_clear(clip_of(b));
    str_addn(clip_of(b), b->text.s + from, to - from);
    textbuf_unmark(b);
}

enum edit textbuf_cut(struct textbuf *b, struct splice *out)
{
    struct change ch = at_selection(b, STEP_ALONE);
    ch.ins = "";
    textbuf_copy(b);
    return apply(b, &ch, out);
}

enum edit textbuf_insert_clip(struct textbuf *b, struct splice *out)
{
    return textbuf_paste(b, clip_of(b)->s, clip_of(b)->len, out);
}

/* Undo */

enum edit textbuf_undo(struct textbuf *b, struct splice *out)
{
    if (b->done == 0)
        return EDIT_MOVED;
    const struct textbuf_step *step = &b->steps.items[--b->done];
    struct splice s = {step->at, step->ins.len, step->del.s, step->del.len};
    splice_text(b, &s);
    b->cursor = step->cursor;
    b->joining = false;
    return changed(b, s, out);
}

enum edit textbuf_redo(struct textbuf *b, struct splice *out)
{
    if (b->done == b->steps.n)
        return EDIT_MOVED;
    const struct textbuf_step *step = &b->steps.items[b->done++];
    struct splice s = {step->at, step->del.len, step->ins.s, step->ins.len};
    splice_text(b, &s);
    b->cursor = step->at + step->ins.len;
    b->joining = false;
    return changed(b, s, out);
}
