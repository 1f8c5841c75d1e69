#include <string.h>

#include "bank/yaml_extent.h"
#include "bank/yaml_lines.h"
#include "bank/yaml_render.h"
#include "bank/yaml_scalar.h"
#include "bank/yaml_splice.h"

/* ---- within a list or map ---- */

static void relocate(struct ynode *node, size_t i)
{
    struct ynode *parent = node->parent;
    ynode_take(node);
    ynode_put(parent, i, node);
}

static bool has_comment(const struct yaml_doc *d, size_t from, size_t to)
{
    return memchr(d->bytes.s + from, '#', to - from) != NULL;
}

static void add_bytes(struct str *out, const struct yaml_doc *d, size_t from, size_t to)
{
    str_addn(out, d->bytes.s + from, to - from);
}

/* What is between two neighbours moves with the one that moves, so that all stay as far apart as
 * they were; unless a heading is in it. */
static bool swap_up(struct yedit *y, const struct ynode *node, const struct yextent *to)
{
    struct yextent x = yaml_extent(y->d, node), above = yaml_extent(y->d, node->prev);
    if (has_comment(y->d, above.eol, x.from))
        return false;
    struct str text = STR_INIT, none = STR_INIT;
    add_bytes(&text, y->d, x.from, x.eol);
    add_bytes(&text, y->d, above.eol, x.from);
    yedit_splice(y, to->from, 0, &text);
    yedit_splice(y, above.eol, x.eol - above.eol, &none);
    str_release(&text);
    return true;
}

static bool swap_down(struct yedit *y, const struct ynode *node, const struct yextent *to)
{
    struct yextent x = yaml_extent(y->d, node), below = yaml_extent(y->d, node->next);
    if (has_comment(y->d, x.eol, below.from))
        return false;
    struct str text = STR_INIT, none = STR_INIT;
    add_bytes(&text, y->d, x.eol, below.from);
    add_bytes(&text, y->d, x.from, x.eol);
    yedit_splice(y, to->eol, 0, &text);
    yedit_splice(y, x.from, below.from - x.from, &none);
    str_release(&text);
    return true;
}

/* Past a heading, which stays. */
static bool carry(struct yedit *y, const struct ynode *node, const struct yextent *to, bool up)
{
    struct yextent x = yaml_extent(y->d, node);
    const char *nl = line_ending(y->d);
    bool spaced = yaml_is_spaced(y->d, node->parent, ynode_index(node));
    struct str text = STR_INIT;
    if (!up)
        str_addf(&text, "%s%s", nl, spaced ? nl : "");
    add_bytes(&text, y->d, x.from, x.eol);
    if (up)
        str_addf(&text, "%s%s", nl, spaced ? nl : "");
    yedit_splice(y, up ? to->from : to->eol, 0, &text);
    str_release(&text);
    return true;
}

static bool shift_lines(struct yedit *y, struct ynode *node, size_t i, struct err *e)
{
    bool up = i < ynode_index(node);
    struct yextent x = yaml_extent(y->d, node);
    struct yextent to = yaml_extent(y->d, ynode_at(node->parent, i));
    if (!x.lines || !to.lines)
        return err_set(e, ERR_REFUSED,
                       "it shares its line with what it is in: move it in your editor");
    if (up ? swap_up(y, node, &to) : swap_down(y, node, &to))
        return true;
    return carry(y, node, &to, up) && yedit_take_lines(y, node, e);
}

/* In brackets the texts change places, what is between them stays. */
static void shift_flow(struct yedit *y, struct ynode *node, size_t i)
{
    size_t at = ynode_index(node);
    size_t lo = at < i ? at : i, hi = at < i ? i : at;
    for (size_t slot = lo; slot <= hi; slot++) {
        size_t source = at < i ? slot + 1 : slot - 1;
        if (slot == i)
            source = at;
        const struct ynode *to = ynode_at(node->parent, slot);
        const struct ynode *from = ynode_at(node->parent, source);
        struct str text = STR_INIT;
        add_bytes(&text, y->d, from->mark, from->end);
        yedit_splice(y, to->mark, to->end - to->mark, &text);
        str_release(&text);
    }
}

bool yedit_shift(struct yedit *y, struct ynode *node, size_t i, struct err *e)
{
    if (i == ynode_index(node))
        return true;
    if (node->parent->style == Y_FLOW)
        shift_flow(y, node, i);
    else if (!shift_lines(y, node, i, e))
        return false;
    relocate(node, i);
    return true;
}

/* ---- between lists and files ---- */

struct indenter {
    size_t from, to; /* columns of the entry's dash, here and there */
    const char *nl;
};

/* One line with its break, moved by the distance between the two dashes. */
static void add_line(struct str *out, const struct str *bytes, size_t at, const struct indenter *in)
{
    size_t eol = line_end(bytes, at), n = line_break(bytes, eol), text = at;
    while (text < eol && bytes->s[text] == ' ')
        text++;
    size_t col = text - at;
    col = col + in->to > in->from && eol > at ? col + in->to - in->from : 0;
    while (col-- > 0)
        str_addc(out, ' ');
    str_addn(out, bytes->s + text, eol - text);
    if (bytes->s[eol] == '\r' || bytes->s[eol] == '\n')
        str_add(out, in->nl);
    else
        str_addn(out, bytes->s + eol, n);
}

/* The bytes of the entry with its id replaced. */
static bool copy_bytes(const struct ysource *s, const struct yextent *x, struct str *out)
{
    add_bytes(out, s->d, x->from, x->eol);
    const struct ynode *id = s->id != NULL ? ynode_get(s->node, "id") : NULL;
    if (id == NULL)
        return s->id == NULL;
    struct yroom room = {.style = id->style, .nl = "\n"};
    struct ywritten w;
    yaml_write_text(s->id, strlen(s->id), &room, &w);
    str_splice(out, id->at - x->from, id->end - id->at, w.head.s, w.head.len);
    ywritten_release(&w);
    return true;
}

static void indent_bytes(const struct str *bytes, const struct indenter *in, struct str *out)
{
    for (size_t at = 0; at < bytes->len; at = line_next(bytes, at))
        add_line(out, bytes, at, in);
    size_t col = 0;
    while (col < in->to && out->s[col] == ' ')
        col++;
    str_splice(out, 0, col, "", 0);
}

static void mean_id(struct arena *a, struct ynode *copy, const char *id)
{
    struct ynode *node = ynode_get(copy, "id");
    if (id == NULL || node == NULL)
        return;
    node->text = arena_dup(a, id);
    node->len = strlen(id);
}

/* Written anew: its own comments would be lost. */
static bool rewrite(struct yedit *y, const struct ysource *from, struct ynode *copy,
                    const struct ytarget *to, struct err *e)
{
    if (yaml_own_comment(from->d, from->node->at, from->node->end) < from->node->end)
        return err_set(e, ERR_REFUSED,
                       "the comments in it would be lost on the way: do this in your editor");
    ynode_trim(copy);
    return yedit_insert(y, to->list, to->i, copy, NULL);
}

bool yedit_transplant(struct yedit *y, const struct ysource *from, const struct ytarget *to,
                      struct err *e)
{
    struct ynode *copy = ynode_copy(&y->d->arena, from->node);
    mean_id(&y->d->arena, copy, from->id);
    struct yextent x = yaml_extent(from->d, from->node);
    if (!x.lines || from->node->parent->style == Y_FLOW || to->list->style == Y_FLOW)
        return rewrite(y, from, copy, to, e);
    struct str bytes = STR_INIT, text = STR_INIT;
    struct indenter in = {x.col, yaml_column(y->d, to->list->first->mark), line_ending(y->d)};
    bool good = copy_bytes(from, &x, &bytes);
    indent_bytes(&bytes, &in, &text);
    good = good && yedit_put_lines(y, to->list, to->i, &(struct ylines){&text, in.to, to->ahead});
    str_release(&bytes);
    str_release(&text);
    if (!good)
        return err_set(e, ERR_REFUSED, "it has no id");
    ynode_put(to->list, to->i, copy);
    return true;
}
