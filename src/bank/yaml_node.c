#include "bank/yaml_node.h"

#include <string.h>

struct ynode *ynode_get(const struct ynode *map, const char *key)
{
    if (map == NULL || map->kind != Y_MAP)
        return NULL;
    for (struct ynode *c = map->first; c != NULL; c = c->next)
        if (c->key->kind == Y_SCALAR && strcmp(c->key->text, key) == 0)
            return c;
    return NULL;
}

struct ynode *ynode_at(const struct ynode *list, size_t i)
{
    struct ynode *c = list->first;
    while (c != NULL && i-- > 0)
        c = c->next;
    return c;
}

size_t ynode_index(const struct ynode *node)
{
    size_t i = 0;
    while ((node = node->prev) != NULL)
        i++;
    return i;
}

/* ---- trees that are meant ---- */

struct ynode *ynode_text(struct arena *a, const char *text, size_t n)
{
    struct ynode *node = arena_alloc(a, sizeof *node);
    node->text = arena_text(a, text, n);
    node->len = n;
    return node;
}

struct ynode *ynode_collection(struct arena *a, enum ykind kind)
{
    struct ynode *node = arena_alloc(a, sizeof *node);
    node->kind = kind;
    node->text = "";
    node->style = Y_BLOCK;
    return node;
}

void ynode_put(struct ynode *parent, size_t i, struct ynode *child)
{
    struct ynode *next = ynode_at(parent, i);
    child->parent = parent;
    child->next = next;
    child->prev = next != NULL ? next->prev : parent->last;
    *(child->prev != NULL ? &child->prev->next : &parent->first) = child;
    *(next != NULL ? &next->prev : &parent->last) = child;
    parent->n++;
}

void ynode_take(struct ynode *child)
{
    struct ynode *parent = child->parent;
    *(child->prev != NULL ? &child->prev->next : &parent->first) = child->next;
    *(child->next != NULL ? &child->next->prev : &parent->last) = child->prev;
    child->parent = child->next = child->prev = NULL;
    parent->n--;
}

struct ynode *ynode_copy(struct arena *a, const struct ynode *node)
{
    struct ynode *copy = arena_alloc(a, sizeof *copy);
    copy->kind = node->kind;
    copy->style = node->style;
    copy->odd = node->odd;
    copy->number = node->kind == Y_SCALAR && node->style == Y_PLAIN; /* as it was read */
    copy->len = node->len;
    copy->text = arena_text(a, node->text, node->len);
    for (const struct ynode *c = node->first; c != NULL; c = c->next) {
        struct ynode *child = ynode_copy(a, c);
        child->key = c->key != NULL ? ynode_copy(a, c->key) : NULL;
        ynode_put(copy, copy->n, child);
    }
    return copy;
}

void ynode_trim(struct ynode *node)
{
    while (node->kind == Y_SCALAR && node->len > 0 && node->text[node->len - 1] == '\n')
        node->len--;
    for (struct ynode *c = node->first; c != NULL; c = c->next)
        ynode_trim(c);
}

bool ynode_same(const struct ynode *a, const struct ynode *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    if (a->kind != b->kind || a->len != b->len || a->n != b->n)
        return false;
    if (a->len > 0 && memcmp(a->text, b->text, a->len) != 0)
        return false;
    if (!ynode_same(a->key, b->key))
        return false;
    const struct ynode *x = a->first, *y = b->first;
    for (; x != NULL && y != NULL; x = x->next, y = y->next)
        if (!ynode_same(x, y))
            return false;
    return x == y;
}

static bool has_odd(const struct ynode *node)
{
    bool odd = node->odd;
    for (const struct ynode *c = node->first; c != NULL && !odd; c = c->next)
        odd = has_odd(c);
    return odd;
}

bool ynode_is_in_odd(const struct ynode *node)
{
    bool odd = false;
    for (; node != NULL && !odd; node = node->parent)
        odd = node->odd;
    return odd;
}

bool ynode_is_odd(const struct ynode *node)
{
    return ynode_is_in_odd(node) || has_odd(node);
}
