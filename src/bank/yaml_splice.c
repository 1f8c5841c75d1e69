#include "bank/yaml_splice.h"

#include <string.h>

#include "bank/yaml_extent.h"
#include "bank/yaml_lines.h"
#include "bank/yaml_render.h"
#include "base/vec.h"

void yedit_release(struct yedit *y)
{
    for (size_t i = 0; i < y->n; i++)
        str_release(&y->items[i].ins);
    VEC_RELEASE(y);
}

void yedit_splice(struct yedit *y, size_t at, size_t del, const struct str *ins)
{
    if (del == 0 && ins->len == 0)
        return;
    struct ysplice *s = VEC_PUSH(y);
    *s = (struct ysplice){.at = at, .del = del, .ins = STR_INIT};
    str_addn(&s->ins, ins->s, ins->len);
}

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

void yedit_splice_least(struct yedit *y, size_t from, size_t to, const struct str *text)
{
    const char *old = y->d->bytes.s + from;
    size_t n = to - from, m = text->len, head = 0, tail = 0;
    while (head < n && head < m && old[head] == text->s[head])
        head++;
    while (head > 0 && ((head < n && is_tail(old[head])) || (head < m && is_tail(text->s[head]))))
        head--;
    while (tail < n - head && tail < m - head && old[n - 1 - tail] == text->s[m - 1 - tail])
        tail++;
    while (tail > 0 && is_tail(old[n - tail]))
        tail--;
    struct str middle = STR_INIT;
    str_addn(&middle, text->s + head, m - head - tail);
    yedit_splice(y, from + head, n - head - tail, &middle);
    str_release(&middle);
}

static void splice_text(struct yedit *y, size_t at, size_t del, const char *ins)
{
    struct str text = STR_INIT;
    str_add(&text, ins);
    yedit_splice(y, at, del, &text);
    str_release(&text);
}

static void add_spaces(struct str *out, size_t n)
{
    while (n-- > 0)
        str_addc(out, ' ');
}

/* ---- insert ---- */

bool yedit_put_lines(struct yedit *y, struct ynode *parent, size_t i, const struct ylines *lines)
{
    bool ahead = i == 0 || (lines->ahead && i < parent->n);
    struct yextent x = yaml_extent(y->d, ynode_at(parent, ahead ? i : i - 1));
    const char *nl = line_ending(y->d);
    struct str ins = STR_INIT;
    bool spaced = yaml_is_spaced(y->d, parent, i);
    if (!ahead) {
        str_add(&ins, nl);
        if (spaced)
            str_add(&ins, nl);
        add_spaces(&ins, lines->col);
        str_addn(&ins, lines->text->s, lines->text->len);
        yedit_splice(y, x.eol, 0, &ins);
    } else {
        if (x.lines)
            add_spaces(&ins, lines->col);
        str_addn(&ins, lines->text->s, lines->text->len);
        str_add(&ins, nl);
        if (spaced)
            str_add(&ins, nl);
        if (!x.lines)
            add_spaces(&ins, x.col);
        yedit_splice(y, x.from, 0, &ins);
    }
    str_release(&ins);
    return true;
}

/* Does the entry stand on lines of its own inside its brackets? */
static bool own_line(const struct yaml_doc *d, const struct ynode *node)
{
    size_t at = skip_blanks(&d->bytes, node->end);
    if (at < d->bytes.len && d->bytes.s[at] == ',')
        at++;
    return skip_blanks(&d->bytes, line_start(d, node->mark)) >= node->mark &&
           (line_is_empty(&d->bytes, at) || line_is_comment(&d->bytes, at));
}

static void insert_flow_behind(struct yedit *y, const struct ynode *before, const struct str *text)
{
    const struct str *bytes = &y->d->bytes;
    struct str ins = STR_INIT;
    size_t comma = skip_blanks(bytes, before->end);
    bool has_comma = comma < bytes->len && bytes->s[comma] == ',';
    if (!own_line(y->d, before)) {
        str_addf(&ins, ", %s", text->s);
        yedit_splice(y, before->end, 0, &ins);
    } else {
        if (!has_comma)
            splice_text(y, before->end, 0, ",");
        str_add(&ins, line_ending(y->d));
        add_spaces(&ins, yaml_column(y->d, before->mark));
        str_addf(&ins, "%s%s", text->s, has_comma ? "," : "");
        yedit_splice(y, line_end(bytes, before->end), 0, &ins);
    }
    str_release(&ins);
}

static void insert_flow(struct yedit *y, struct ynode *parent, size_t i, struct ynode *node)
{
    struct yrender r = yrender_of(y->d);
    struct str text = STR_INIT;
    yrender_flow(&text, &r, node);
    const struct ynode *first = parent->first;
    if (first == NULL) {
        yedit_splice(y, parent->at + 1, 0, &text);
    } else if (i > 0) {
        insert_flow_behind(y, ynode_at(parent, i - 1), &text);
    } else if (own_line(y->d, first)) {
        str_addf(&text, ",%s", r.nl);
        add_spaces(&text, yaml_column(y->d, first->mark));
        yedit_splice(y, first->mark, 0, &text);
    } else {
        str_add(&text, ", ");
        yedit_splice(y, first->mark, 0, &text);
    }
    str_release(&text);
}

bool yedit_insert(struct yedit *y, struct ynode *parent, size_t i, struct ynode *node,
                  const struct ynode *model)
{
    if (parent->style == Y_FLOW) {
        insert_flow(y, parent, i, node);
        ynode_put(parent, i, node);
        return true;
    }
    struct yrender r = yrender_of(y->d);
    const struct ynode *beside = i > 0 ? ynode_at(parent, i - 1) : parent->first;
    struct yextent x = yaml_extent(y->d, beside);
    struct str text = STR_INIT;
    r.last = i > 0 && x.eol == y->d->bytes.len;
    yrender_entry(&text, &r, node, x.col, model != NULL ? model : beside);
    yedit_put_lines(y, parent, i, &(struct ylines){&text, x.col, false});
    str_release(&text);
    ynode_put(parent, i, node);
    return true;
}

/* ---- remove ---- */

static bool in_the_way(struct err *e)
{
    return err_set(e, ERR_REFUSED,
                   "a comment in between would lose its place: change this in your editor");
}

static bool ends_in_block_scalar(const struct ynode *node)
{
    while (node->last != NULL)
        node = node->last;
    return node->style == Y_LITERAL || node->style == Y_FOLDED;
}

static bool is_spliced(const struct yedit *y, size_t at)
{
    for (size_t i = 0; i < y->n; i++)
        if (y->items[i].at == at)
            return true;
    return false;
}

/* The empty lines above go too, unless they set a heading off that would then stand directly above
 * what follows. */
static void take_lines(struct yedit *y, const struct ynode *node, const struct yextent *x)
{
    const struct str *bytes = &y->d->bytes;
    size_t from = x->from, to = x->next;
    if (x->above < x->from) {
        size_t line = x->above - line_break_before(bytes, x->above);
        bool heading = line_is_comment(bytes, line_start(y->d, line));
        if (!heading || x->below > x->next)
            from = x->above;
    } else if (node->prev == NULL && node->next != NULL) {
        to = x->below;
    }
    bool open = to == bytes->len && x->next == x->eol;
    if (open && node->prev != NULL && !ends_in_block_scalar(node->prev))
        from -= line_break_before(bytes, from);
    size_t shift = line_break_before(bytes, to);
    if (is_spliced(y, x->eol) && shift > 0 && line_break_before(bytes, from) == shift) {
        from -=
            shift; /* the break in front instead of the last one, behind which something comes */
        to -= shift;
    }
    splice_text(y, from, to - from, "");
}

bool yedit_take_lines(struct yedit *y, const struct ynode *node, struct err *e)
{
    struct yextent x = yaml_extent(y->d, node);
    if (x.lines) {
        take_lines(y, node, &x);
        return true;
    }
    if (node->next == NULL ||
        yaml_own_comment(y->d, node->end, node->next->mark) < node->next->mark)
        return in_the_way(e);
    splice_text(y, node->mark, node->next->mark - node->mark, "");
    return true;
}

static bool take_flow(struct yedit *y, const struct ynode *node, struct err *e)
{
    const struct str *bytes = &y->d->bytes;
    if (node->next != NULL) {
        size_t to = yaml_own_comment(y->d, node->end, node->next->mark);
        splice_text(y, node->mark, to - node->mark, "");
        return true;
    }
    size_t from = node->prev->end;
    if (memchr(bytes->s + from, '#', node->mark - from) != NULL)
        return in_the_way(e);
    splice_text(y, from, node->end - from, "");
    return true;
}

bool yedit_remove(struct yedit *y, struct ynode *node, struct err *e)
{
    bool taken =
        node->parent->style == Y_FLOW ? take_flow(y, node, e) : yedit_take_lines(y, node, e);
    if (taken)
        ynode_take(node);
    return taken;
}
