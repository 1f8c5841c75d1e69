#include "bank/yaml_extent.h"

#include "bank/yaml_lines.h"

size_t yaml_column(const struct yaml_doc *d, size_t at)
{
    return at - line_start(d, at);
}

/* The first line that what belongs to the entry can begin on. */
static size_t floor_of(const struct yaml_doc *d, const struct ynode *node, size_t line)
{
    const struct ynode *parent = node->parent;
    size_t floor = line;
    if (node->prev != NULL)
        floor = line_next(&d->bytes, node->prev->end);
    else if (parent->parent != NULL)
        floor = line_next(&d->bytes, parent->key != NULL ? parent->key->end : parent->mark);
    return floor < line ? floor : line;
}

static size_t line_above(const struct yaml_doc *d, size_t line)
{
    return line_start(d, line - line_break_before(&d->bytes, line));
}

static size_t comments_above(const struct yaml_doc *d, const struct yextent *x, size_t floor)
{
    size_t line = x->from;
    while (line > floor) {
        size_t above = line_above(d, line);
        bool mine =
            line_is_comment(&d->bytes, above) && skip_blanks(&d->bytes, above) - above <= x->col;
        if (!mine)
            break;
        line = above;
    }
    return line;
}

/* Comments directly below that stand further in are about what it ends with. */
static size_t comments_below(const struct yaml_doc *d, const struct yextent *x, size_t eol)
{
    for (;;) {
        size_t line = eol + line_break(&d->bytes, eol);
        if (line == eol || !line_is_comment(&d->bytes, line) ||
            skip_blanks(&d->bytes, line) - line <= x->col)
            return eol;
        eol = line_end(&d->bytes, line);
    }
}

static size_t blanks_above(const struct yaml_doc *d, size_t line, size_t floor)
{
    while (line > floor && line_is_empty(&d->bytes, line_above(d, line)))
        line = line_above(d, line);
    return line;
}

static size_t blanks_below(const struct yaml_doc *d, size_t line)
{
    while (line < d->bytes.len && line_is_empty(&d->bytes, line))
        line = line_next(&d->bytes, line);
    return line;
}

struct yextent yaml_extent(const struct yaml_doc *d, const struct ynode *node)
{
    size_t line = line_start(d, node->mark);
    struct yextent x = {.col = node->mark - line, .from = line};
    x.lines = skip_blanks(&d->bytes, line) >= node->mark;
    size_t floor = floor_of(d, node, line);
    x.from = x.lines ? comments_above(d, &x, floor) : node->mark;
    x.eol = comments_below(d, &x, line_end(&d->bytes, node->end));
    x.next = x.eol + line_break(&d->bytes, x.eol);
    x.above = x.lines ? blanks_above(d, x.from, floor) : x.from;
    x.below = x.next > x.eol ? blanks_below(d, x.next) : x.next;
    return x;
}

static bool is_spaced(const struct yaml_doc *d, const struct ynode *node)
{
    struct yextent x = yaml_extent(d, node);
    return x.above < x.from;
}

bool yaml_is_spaced(const struct yaml_doc *d, const struct ynode *parent, size_t i)
{
    const struct ynode *at = ynode_at(parent, i);
    if (at == NULL)
        at = parent->last;
    if (at != NULL && at->prev == NULL)
        at = at->next;
    return at != NULL && is_spaced(d, at);
}

size_t yaml_own_comment(const struct yaml_doc *d, size_t from, size_t to)
{
    for (size_t line = line_next(&d->bytes, from); line < to; line = line_next(&d->bytes, line))
        if (line_is_comment(&d->bytes, line))
            return skip_blanks(&d->bytes, line);
    return to;
}
