#include <string.h>

#include "bank/yaml_extent.h"
#include "bank/yaml_lines.h"
#include "bank/yaml_refill.h"
#include "bank/yaml_render.h"
#include "bank/yaml_scalar.h"
#include "bank/yaml_splice.h"
#include "base/utf8.h"
#include "base/vec.h"

#define WIDTH 78 /* of a text that is wrapped for the first time */

static bool is_block(const struct ynode *node)
{
    return node->kind == Y_SCALAR && (node->style == Y_LITERAL || node->style == Y_FOLDED);
}

/* Where the text of the value ends: before the empty lines that a "keep" counts in. */
static size_t text_end(const struct yaml_doc *d, const struct ynode *node)
{
    size_t head = line_end(&d->bytes, node->at), end = node->end;
    while (is_block(node) && end > head) {
        size_t line = line_start(d, end);
        if (line <= head || !line_is_empty(&d->bytes, line))
            break;
        end = line - line_break_before(&d->bytes, line);
    }
    return end;
}

static bool has_lines(const struct yaml_doc *d, const struct ynode *node)
{
    return line_end(&d->bytes, node->at) < text_end(d, node);
}

/* ---- how the old text is laid out ---- */

/* The indentation of the first line behind the value's first that has any text. */
static bool second_column(const struct yaml_doc *d, const struct ynode *node, size_t *column)
{
    size_t end = text_end(d, node), at = line_next(&d->bytes, node->at);
    while (at < end && line_is_empty(&d->bytes, at))
        at = line_next(&d->bytes, at);
    if (at >= end)
        return false;
    *column = 0;
    while (d->bytes.s[at + *column] == ' ')
        ++*column;
    return true;
}

static size_t widest(const struct yaml_doc *d, const struct ynode *node)
{
    size_t width = 0, lines = 0, end = text_end(d, node);
    size_t at = line_start(d, node->at);
    for (; at < end; at = line_next(&d->bytes, at), lines++) {
        size_t eol = line_end(&d->bytes, at);
        size_t columns = (size_t)utf8_width(d->bytes.s + at, eol - at);
        width = columns > width ? columns : width;
    }
    return lines > 2 || width > WIDTH ? width : WIDTH;
}

static void lay_out(const struct yaml_doc *d, const struct ynode *node, struct yroom *room)
{
    room->flow = node->parent->style == Y_FLOW;
    room->parent = yaml_column(d, node->mark);
    room->first = yaml_column(d, node->at);
    room->column = room->parent + 2;
    size_t second = 0;
    if (second_column(d, node, &second) && second > room->parent)
        room->column = second;
    if (is_block(node)) {
        room->indicator = yaml_indicator(d, node);
        if (room->indicator > 0)
            room->column = room->parent + (size_t)room->indicator;
        room->chomp = yaml_chomp(d, node);
    }
    if (node->style == Y_FOLDED || (!is_block(node) && has_lines(d, node)))
        room->width = widest(d, node);
}

/* Would lines below become part of a block scalar whose lines begin at `column`: a comment, or an
 * empty line with more blanks than that? */
static bool would_swallow(const struct yaml_doc *d, size_t eol, size_t column)
{
    const struct str *bytes = &d->bytes;
    for (size_t at = line_next(bytes, eol); at < bytes->len; at = line_next(bytes, at)) {
        size_t text = skip_blanks(bytes, at);
        if (!line_is_empty(bytes, at))
            return bytes->s[text] == '#' && text - at >= column;
        if (text - at > column)
            return true;
    }
    return false;
}

/* ---- splices ---- */

/* The line breaks at the end of the value that its style gives it. */
static size_t breaks_of(const struct ynode *node)
{
    size_t n = 0;
    while (is_block(node) && n < node->len && node->text[node->len - 1 - n] == '\n')
        n++;
    return n;
}

static void mean_text(struct yedit *y, struct ynode *node, struct str *text)
{
    node->text = arena_text(&y->d->arena, text->s, text->len);
    node->len = text->len;
}

/* The sign of a block scalar with what directly follows it, or the whole of any other value. */
static size_t head_end(const struct yaml_doc *d, const struct ynode *node)
{
    if (!is_block(node))
        return node->end;
    size_t at = node->at;
    while (at < d->bytes.len && !is_blank(d->bytes.s[at]) && line_break(&d->bytes, at) == 0)
        at++;
    return at;
}

static void splice_text(struct yedit *y, const struct ynode *node, const struct ywritten *w)
{
    const struct yaml_doc *d = y->d;
    struct str head = STR_INIT;
    bool empty = node->at == node->end && node->style == Y_PLAIN;
    str_addf(&head, "%s%s", empty ? " " : "", w->head.s);
    yedit_splice_least(y, node->at, head_end(d, node), &head);
    str_release(&head);
    size_t eol = line_end(&d->bytes, is_block(node) ? node->at : node->end);
    size_t end = is_block(node) ? text_end(d, node) : eol;
    yedit_splice_least(y, eol, end, &w->body);
}

static void keep_lines(const struct yaml_doc *d, const struct ynode *node, const char *text,
                       const struct yroom *room, struct ywritten *w)
{
    struct str body = STR_INIT;
    struct yrefill refill = {d, node, text_end(d, node), room};
    if (yaml_refill(&refill, text, &body)) {
        str_clear(&w->body);
        str_addn(&w->body, body.s, body.len);
    }
    str_release(&body);
}

bool yedit_text(struct yedit *y, struct ynode *node, const char *text, bool number)
{
    struct yroom room = {.style = node->style, .nl = line_ending(y->d), .number = number};
    struct ywritten w;
    struct str value = STR_INIT;
    lay_out(y->d, node, &room);
    size_t breaks = breaks_of(node);
    room.inline_only =
        !is_block(node) && would_swallow(y->d, line_end(&y->d->bytes, node->end), room.column);
    if (!is_block(node) || breaks == node->len) {
        room.chomp = '-';
        breaks = 0;
    }
    yaml_write_text(text, strlen(text), &room, &w);
    if (node->style == Y_FOLDED && w.style == Y_FOLDED)
        keep_lines(y->d, node, text, &room, &w);
    if (w.style == Y_PLAIN || w.style == Y_SINGLE || w.style == Y_DOUBLE)
        breaks = 0;
    splice_text(y, node, &w);
    str_add(&value, text);
    while (breaks-- > 0)
        str_addc(&value, '\n');
    mean_text(y, node, &value);
    str_release(&value);
    ywritten_release(&w);
    return true;
}

bool yedit_rename(struct yedit *y, struct ynode *node, const char *key)
{
    struct yroom room = {.style = node->key->style,
                         .key = true,
                         .flow = node->parent->style == Y_FLOW,
                         .nl = line_ending(y->d)};
    struct ywritten w;
    yaml_write_text(key, strlen(key), &room, &w);
    yedit_splice_least(y, node->key->at, node->key->end, &w.head);
    ywritten_release(&w);
    struct str value = STR_INIT;
    str_add(&value, key);
    mean_text(y, node->key, &value);
    str_release(&value);
    return true;
}

/* ---- a text becomes a list ---- */

static void relate(struct ynode *with, struct ynode *node)
{
    with->key = node->key;
    with->parent = node->parent;
    with->prev = node->prev;
    with->next = node->next;
    *(node->prev != NULL ? &node->prev->next : &node->parent->first) = with;
    *(node->next != NULL ? &node->next->prev : &node->parent->last) = with;
}

bool yedit_replace(struct yedit *y, struct ynode *node, struct ynode *with, struct err *e)
{
    struct yrender r = yrender_of(y->d);
    struct str text = STR_INIT, none = STR_INIT;
    size_t sign =
        node->key != NULL ? find_sign(&y->d->bytes, node->key->end, node->at, ':') : node->mark;
    size_t behind = node->at == node->end ? node->at : sign + 1;
    relate(with, node);
    if (node->parent->style == Y_FLOW) {
        struct ynode *key = with->key;
        with->key = NULL;
        if (node->at == node->end)
            str_addc(&text, ' ');
        yrender_flow(&text, &r, with);
        with->key = key;
        yedit_splice(y, node->at, node->end - node->at, &text);
    } else {
        size_t eol = line_end(&y->d->bytes, node->end);
        if (yaml_own_comment(y->d, behind, node->at) < node->at)
            return err_set(e, ERR_REFUSED, "a comment stands in between");
        r.last = eol == y->d->bytes.len;
        yrender_value(&text, &r, with, yaml_column(y->d, node->mark), NULL);
        bool below = line_break(&text, 0) > 0;
        yedit_splice(y, behind, node->end - behind, below ? &none : &text);
        if (below)
            yedit_splice(y, eol, 0, &text);
    }
    str_release(&text);
    return true;
}
