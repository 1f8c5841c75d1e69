#include "base/alloc.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE 8192 /* bytes of pieces in one block */

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

_Noreturn void alloc_failed(void)
{
    fputs("slate: out of memory. Everything up to the last key is saved.\n", stderr);
    abort();
}

static void *checked(void *p)
{
    if (p == NULL)
        alloc_failed();
    return p;
}

void *xmalloc(size_t size)
{
    return checked(malloc(size > 0 ? size : 1));
}

void *xcalloc(size_t count, size_t size)
{
    return checked(count > 0 && size > 0 ? calloc(count, size) : calloc(1, 1));
}

void *xrealloc(void *p, size_t size)
{
    return checked(realloc(p, size > 0 ? size : 1));
}

char *xstrdup(const char *s)
{
    return xstrndup(s, strlen(s));
}

char *xstrndup(const char *s, size_t n)
{
    size_t len = strnlen(s, n);
    char *copy = xmalloc(len + 1);
    memcpy(copy, s, len);
    copy[len] = '\0';
    return copy;
}

static struct arena_block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct arena_block))
        alloc_failed();
    struct arena_block *b = xcalloc(1, sizeof *b + size);
    b->size = size;
    return b;
}

static size_t aligned(size_t size)
{
    const size_t mask = alignof(max_align_t) - 1;
    if (size > SIZE_MAX - mask)
        alloc_failed();
    return (size + mask) & ~mask;
}

/* A big piece gets a block of its own behind the head, so that what is free in the head stays of
 * use to the small ones. */
static struct arena_block *block_for(struct arena *a, size_t size)
{
    if (a->head != NULL && a->head->size - a->head->used >= size)
        return a->head;
    struct arena_block *b = block_new(size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE);
    if (a->head != NULL && size > BLOCK_SIZE / 4) {
        b->next = a->head->next;
        a->head->next = b;
    } else {
        b->next = a->head;
        a->head = b;
    }
    return b;
}

void *arena_alloc(struct arena *a, size_t size)
{
    size_t room = aligned(size > 0 ? size : 1);
    struct arena_block *b = block_for(a, room);
    void *piece = b->bytes + b->used;
    b->used += room;
    a->used += size;
    return piece;
}

char *arena_text(struct arena *a, const char *bytes, size_t n)
{
    char *copy = arena_alloc(a, n + 1);
    if (n > 0)
        memcpy(copy, bytes, n);
    return copy;
}

char *arena_dup(struct arena *a, const char *s)
{
    return s != NULL ? arena_text(a, s, strlen(s)) : NULL;
}

void *arena_copy(struct arena *a, const void *items, size_t count, size_t size)
{
    if (count == 0 || size == 0)
        return NULL;
    if (count > SIZE_MAX / size)
        alloc_failed();
    void *copy = arena_alloc(a, count * size);
    memcpy(copy, items, count * size);
    return copy;
}

void arena_release(struct arena *a)
{
    for (struct arena_block *b = a->head; b != NULL;) {
        struct arena_block *next = b->next;
        free(b);
        b = next;
    }
    *a = (struct arena)ARENA_INIT;
}
