#include "bank/yaml_render.h"

#include <string.h>

#include "bank/yaml_extent.h"
#include "bank/yaml_lines.h"
#include "bank/yaml_plain.h"
#include "bank/yaml_scalar.h"
#include "base/utf8.h"

#define WIDTH 78 /* columns of a new text that is wrapped */

/* ---- how the file is laid out ---- */

struct samples {
    bool list, map;
};

static void sample(const struct ynode *node, struct yrender *r, struct samples *s)
{
    for (const struct ynode *c = node->first; c != NULL && !(s->list && s->map); c = c->next) {
        if (c->key != NULL && c->style == Y_BLOCK && c->first != NULL) {
            size_t outer = yaml_column(r->d, c->mark), inner = yaml_column(r->d, c->first->mark);
            bool *known = c->kind == Y_LIST ? &s->list : &s->map;
            if (!*known && inner >= outer)
                *(c->kind == Y_LIST ? &r->offset : &r->step) = inner - outer;
            *known = true;
        }
        sample(c, r, s);
    }
}

struct yrender yrender_of(struct yaml_doc *d)
{
    struct yrender r = {.d = d, .nl = line_ending(d), .offset = 2, .step = 2, .arena = &d->arena};
    struct samples s = {false, false};
    if (d->root != NULL)
        sample(d->root, &r, &s);
    return r;
}

char yaml_chomp(const struct yaml_doc *d, const struct ynode *node)
{
    for (size_t at = node->at + 1; at < d->bytes.len; at++) {
        char c = d->bytes.s[at];
        if (c == '-' || c == '+')
            return c;
        if (c < '0' || c > '9')
            return 0;
    }
    return 0;
}

int yaml_indicator(const struct yaml_doc *d, const struct ynode *node)
{
    for (size_t at = node->at + 1; at < d->bytes.len; at++) {
        char c = d->bytes.s[at];
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c != '-' && c != '+')
            return 0;
    }
    return 0;
}

/* ---- texts ---- */

/* Quotes are a habit of the neighbour only where it could do without; | and > are for what is long
 * or has lines. */
static enum ystyle style_like(const struct ynode *model, const struct ynode *node, bool fits)
{
    if (model == NULL || model->kind != Y_SCALAR)
        return Y_PLAIN;
    switch (model->style) {
    case Y_SINGLE:
    case Y_DOUBLE:
        return yaml_plain_fits(model->text, model->len, false, false) ? model->style : Y_PLAIN;
    case Y_LITERAL:
    case Y_FOLDED:
        return fits && memchr(node->text, '\n', node->len) == NULL ? Y_PLAIN : model->style;
    default:
        return Y_PLAIN;
    }
}

static bool is_in_file(const struct yrender *r, const struct ynode *model)
{
    return model != NULL && model->end > 0 && model->end <= r->d->bytes.len;
}

static void end_with_break(const struct yrender *r, struct ynode *node)
{
    struct str text = STR_INIT;
    str_addn(&text, node->text, node->len);
    str_addc(&text, '\n');
    node->text = arena_text(r->arena, text.s, text.len);
    node->len = text.len;
    str_release(&text);
}

static void add_text(struct str *out, const struct yrender *r, struct ynode *node,
                     const struct yroom *room)
{
    struct ywritten w;
    yaml_write_text(node->text, node->len, room, &w);
    str_addn(out, w.head.s, w.head.len);
    str_addn(out, w.body.s, w.body.len);
    if ((w.style == Y_LITERAL || w.style == Y_FOLDED) && room->chomp == 0)
        end_with_break(r, node);
    ywritten_release(&w);
}

static void text_value(struct str *out, const struct yrender *r, struct ynode *node, size_t col,
                       const struct ynode *model)
{
    size_t key = node->key != NULL ? (size_t)utf8_width(node->key->text, node->key->len) + 1 : 1;
    size_t first = col + key + 1;
    bool fits = first + (size_t)utf8_width(node->text, node->len) <= WIDTH;
    struct yroom room = {.style = style_like(model, node, fits),
                         .number = node->number,
                         .chomp = '-',
                         .parent = col,
                         .column = col + 2,
                         .first = first,
                         .nl = r->nl};
    bool block = room.style == Y_LITERAL || room.style == Y_FOLDED;
    if (block && is_in_file(r, model) && !r->last && yaml_chomp(r->d, model) == 0)
        room.chomp = 0;
    if (room.style == Y_FOLDED)
        room.width = WIDTH;
    str_addc(out, ' ');
    add_text(out, r, node, &room);
}

static void add_key(struct str *out, const struct yrender *r, const struct ynode *key,
                    const struct ynode *model, bool flow)
{
    struct yroom room = {.key = true, .flow = flow, .nl = r->nl, .number = key->number};
    if (model != NULL && model->key != NULL)
        room.style = style_like(model->key, key, true);
    struct ywritten w;
    yaml_write_text(key->text, key->len, &room, &w);
    str_addn(out, w.head.s, w.head.len);
    str_addc(out, ':');
    ywritten_release(&w);
}

/* ---- inside brackets ---- */

static void flow_value(struct str *out, const struct yrender *r, struct ynode *node)
{
    if (node->kind == Y_SCALAR) {
        struct yroom room = {.flow = true, .nl = r->nl, .chomp = '-', .number = node->number};
        add_text(out, r, node, &room);
        return;
    }
    str_addc(out, node->kind == Y_LIST ? '[' : '{');
    for (struct ynode *c = node->first; c != NULL; c = c->next) {
        yrender_flow(out, r, c);
        if (c->next != NULL)
            str_add(out, ", ");
    }
    str_addc(out, node->kind == Y_LIST ? ']' : '}');
}

void yrender_flow(struct str *out, const struct yrender *r, struct ynode *node)
{
    if (node->key != NULL) {
        add_key(out, r, node->key, NULL, true);
        str_addc(out, ' ');
    }
    flow_value(out, r, node);
}

/* ---- by indentation ---- */

static void break_line(struct str *out, const struct yrender *r, size_t col)
{
    str_add(out, r->nl);
    while (col-- > 0)
        str_addc(out, ' ');
}

static const struct ynode *model_of(const struct ynode *model, const struct ynode *child)
{
    if (model == NULL)
        return NULL;
    return child->key != NULL ? ynode_get(model, child->key->text) : model->first;
}

/* The distance from a dash to what stands behind it. */
static size_t dash_gap(const struct yrender *r, const struct ynode *model)
{
    bool beside = is_in_file(r, model) && model->key == NULL && model->at > model->mark &&
                  model->at - model->mark <= 8 && model->kind != Y_SCALAR;
    return beside && line_end(&r->d->bytes, model->mark) > model->at ? model->at - model->mark : 2;
}

static void map_in_list(struct str *out, const struct yrender *r, struct ynode *node, size_t col,
                        const struct ynode *model)
{
    size_t gap = dash_gap(r, model);
    for (size_t i = 1; i < gap; i++)
        str_addc(out, ' ');
    for (struct ynode *c = node->first; c != NULL; c = c->next) {
        if (c->prev != NULL)
            break_line(out, r, col + gap);
        yrender_entry(out, r, c, col + gap, model_of(model, c));
    }
}

static void collection_value(struct str *out, const struct yrender *r, struct ynode *node,
                             size_t col, const struct ynode *model)
{
    bool flow = model != NULL && model->kind == node->kind && model->style == Y_FLOW;
    if (node->first == NULL || flow) {
        str_addc(out, ' ');
        flow_value(out, r, node);
        return;
    }
    if (node->key == NULL && node->kind == Y_MAP) {
        map_in_list(out, r, node, col, model);
        return;
    }
    size_t inner = col + (node->kind == Y_LIST ? r->offset : r->step);
    for (struct ynode *c = node->first; c != NULL; c = c->next) {
        break_line(out, r, inner);
        yrender_entry(out, r, c, inner, model_of(model, c));
    }
}

void yrender_value(struct str *out, const struct yrender *r, struct ynode *node, size_t col,
                   const struct ynode *model)
{
    if (node->kind == Y_SCALAR)
        text_value(out, r, node, col, model);
    else
        collection_value(out, r, node, col, model);
}

void yrender_entry(struct str *out, const struct yrender *r, struct ynode *node, size_t col,
                   const struct ynode *model)
{
    if (node->key != NULL)
        add_key(out, r, node->key, model, false);
    else
        str_addc(out, '-');
    yrender_value(out, r, node, col, model);
}
