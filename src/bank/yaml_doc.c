#include "bank/yaml_doc.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "bank/cursor.h"
#include "bank/events.h"
#include "bank/plain_words.h"
#include "bank/yaml_lines.h"
#include "base/file.h"

/* A collection while it is read. */
struct frame {
    struct ynode *node;
    struct ynode *key; /* of a map: one whose value comes next */
};

struct builder {
    struct yaml_doc *d;
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_mark_t quote;
    struct cursor file;
    struct frame frames[EVENTS_DEPTH + 1];
    size_t depth; /* frames in use */
    bool done;
};

static size_t byte_of(struct builder *b, const yaml_mark_t *mark)
{
    return cursor_byte(&b->file, mark) + b->d->begin;
}

/* ---- relations ---- */

static void link_child(struct ynode *parent, struct ynode *child)
{
    child->parent = parent;
    child->prev = parent->last;
    *(parent->last != NULL ? &parent->last->next : &parent->first) = child;
    parent->last = child;
    parent->n++;
}

/* Where the entry's dash or key stands. What libyaml does not tell lies between two nodes. */
static void find_mark(struct builder *b, struct ynode *child)
{
    const struct str *bytes = &b->d->bytes;
    size_t from = child->prev != NULL ? child->prev->end : child->parent->at;
    if (child->key == NULL) {
        child->mark = child->at;
        if (child->parent->style == Y_BLOCK)
            child->mark = find_sign(bytes, from, child->at, '-');
        return;
    }
    child->mark = child->key->at;
    from += child->prev == NULL && child->parent->style == Y_FLOW;
    size_t question = from < child->mark ? find_sign(bytes, from, child->mark, '?') : child->mark;
    if (question < child->mark || child->key->kind != Y_SCALAR || child->key->odd) {
        child->odd = b->d->odd = true;
        child->mark = question;
    }
}

static void place(struct builder *b, struct ynode *node)
{
    if (b->depth == 0) {
        b->d->root = node;
        node->mark = node->at;
        return;
    }
    struct frame *f = &b->frames[b->depth - 1];
    if (f->node->kind == Y_MAP && f->key == NULL) {
        f->key = node;
        return;
    }
    node->key = f->key;
    f->key = NULL;
    link_child(f->node, node);
    find_mark(b, node);
}

/* ---- nodes ---- */

static struct ynode *new_node(struct builder *b, enum ykind kind, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    struct ynode *node = arena_alloc(&b->d->arena, sizeof *node);
    node->kind = kind;
    node->text = "";
    node->odd = anchor != NULL || tag != NULL;
    b->d->odd = b->d->odd || node->odd;
    node->at = node->end = byte_of(b, &b->event.start_mark);
    node->line = (uint32_t)b->event.start_mark.line + 1;
    return node;
}

static enum ystyle style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return Y_SINGLE;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return Y_DOUBLE;
    case YAML_LITERAL_SCALAR_STYLE:
        return Y_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return Y_FOLDED;
    default:
        return Y_PLAIN;
    }
}

static void add_scalar(struct builder *b)
{
    const yaml_event_t *ev = &b->event;
    struct ynode *node = new_node(b, Y_SCALAR, ev->data.scalar.anchor, ev->data.scalar.tag);
    node->style = style_of(ev->data.scalar.style);
    node->text =
        arena_text(&b->d->arena, (const char *)ev->data.scalar.value, ev->data.scalar.length);
    node->len = ev->data.scalar.length;
    node->end = byte_of(b, &ev->end_mark);
    if (node->style == Y_LITERAL || node->style == Y_FOLDED)
        node->end = yaml_block_extent(&b->d->bytes, node);
    if (node->style == Y_SINGLE || node->style == Y_DOUBLE)
        b->quote = ev->start_mark;
    place(b, node);
}

static void add_alias(struct builder *b)
{
    const char *name = (const char *)b->event.data.alias.anchor;
    struct ynode *node = new_node(b, Y_ALIAS, NULL, NULL);
    node->odd = b->d->odd = true;
    node->text = arena_dup(&b->d->arena, name);
    node->len = strlen(name);
    node->end = byte_of(b, &b->event.end_mark);
    place(b, node);
}

static bool enter(struct builder *b, struct ynode *node, bool flow, struct err *e)
{
    node->style = flow ? Y_FLOW : Y_BLOCK;
    place(b, node);
    if (b->depth == EVENTS_DEPTH)
        return err_set(e, ERR_INPUT, "line %u: lists and names are nested more than %d deep here",
                       node->line, EVENTS_DEPTH);
    b->frames[b->depth++] = (struct frame){node, NULL};
    return true;
}

/* The end marks of block collections point at the next token. */
static void leave(struct builder *b)
{
    struct ynode *node = b->frames[--b->depth].node;
    const char *bytes = b->d->bytes.s;
    if (node->style == Y_FLOW && (bytes[node->at] == '[' || bytes[node->at] == '{'))
        node->end = byte_of(b, &b->event.end_mark);
    else if (node->last != NULL)
        node->end = node->last->end;
    if (node->style == Y_FLOW && bytes[node->at] != '[' && bytes[node->at] != '{')
        node->odd = b->d->odd = true; /* [a: b], or behind an anchor */
}

/* ---- events ---- */

static bool add_map(struct builder *b, struct err *e)
{
    const yaml_event_t *ev = &b->event;
    return enter(b, new_node(b, Y_MAP, ev->data.mapping_start.anchor, ev->data.mapping_start.tag),
                 ev->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE, e);
}

static bool add_list(struct builder *b, struct err *e)
{
    const yaml_event_t *ev = &b->event;
    return enter(b,
                 new_node(b, Y_LIST, ev->data.sequence_start.anchor, ev->data.sequence_start.tag),
                 ev->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE, e);
}

static bool begin_document(struct builder *b, struct err *e)
{
    if (b->d->root != NULL)
        return err_set(e, ERR_REFUSED,
                       "line %zu: a second document begins here, and slate changes only files that "
                       "have one: split the file, or change it in your editor",
                       b->event.start_mark.line + 1);
    b->d->marked = b->d->marked || !b->event.data.document_start.implicit;
    return true;
}

static bool take(struct builder *b, struct err *e)
{
    switch (b->event.type) {
    case YAML_DOCUMENT_START_EVENT:
        return begin_document(b, e);
    case YAML_DOCUMENT_END_EVENT:
        b->d->marked = b->d->marked || !b->event.data.document_end.implicit;
        return true;
    case YAML_SCALAR_EVENT:
        add_scalar(b);
        return true;
    case YAML_ALIAS_EVENT:
        add_alias(b);
        return true;
    case YAML_MAPPING_START_EVENT:
        return add_map(b, e);
    case YAML_SEQUENCE_START_EVENT:
        return add_list(b, e);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        leave(b);
        return true;
    case YAML_STREAM_END_EVENT:
        b->done = true;
        return true;
    default:
        return true;
    }
}

static bool not_yaml(struct builder *b, struct err *e)
{
    struct plain_words words;
    plain_words_find(&b->parser, &b->file, &b->quote, &words);
    return err_set(e, ERR_INPUT, "line %u, column %u: %s. %s", words.at.line, words.at.col,
                   words.what, words.todo != NULL ? words.todo : "");
}

static bool build(struct builder *b, struct err *e)
{
    while (!b->done) {
        if (!yaml_parser_parse(&b->parser, &b->event))
            return not_yaml(b, e);
        bool taken = take(b, e);
        yaml_event_delete(&b->event);
        if (!taken)
            return false;
    }
    return true;
}

static bool read_bytes(struct yaml_doc *d, struct err *e)
{
    struct builder b = {.d = d};
    b.file = (struct cursor){.bytes = d->bytes.s + d->begin, .n = d->bytes.len - d->begin};
    if (!yaml_parser_initialize(&b.parser))
        alloc_failed();
    yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&b.parser, (const unsigned char *)b.file.bytes, b.file.n);
    bool good = build(&b, e);
    yaml_parser_delete(&b.parser);
    return good;
}

struct yaml_doc *yaml_doc_take(struct str *bytes, struct err *e)
{
    struct yaml_doc *d = xcalloc(1, sizeof *d);
    d->bytes = *bytes;
    str_init(bytes);
    d->begin = d->bytes.len >= 3 && memcmp(d->bytes.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bool fits = d->bytes.len <= FILE_BANK_MAX ||
                err_set(e, ERR_INPUT, "the file is over %u MiB, more than slate reads",
                        FILE_BANK_MAX >> 20);
    if (fits && read_bytes(d, e))
        return d;
    yaml_doc_free(d);
    return NULL;
}

struct yaml_doc *yaml_doc_new(const char *bytes, size_t n, struct err *e)
{
    struct str copy = STR_INIT;
    str_addn(&copy, bytes, n);
    return yaml_doc_take(&copy, e);
}

void yaml_doc_free(struct yaml_doc *d)
{
    if (d == NULL)
        return;
    str_release(&d->bytes);
    arena_release(&d->arena);
    free(d);
}
