#include "base/alloc.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Bytes of pieces in one block: blocks grow with their arena, so that a small one stays small and a
 * large one takes its memory from the system as it is, already zeroed. */
#define BLOCK_MIN ((size_t)8 << 10)
#define BLOCK_MAX ((size_t)256 << 10)

/* An arena of a MiB and more takes huge pages: one fault of the kernel's instead of 512, which is
 * a tenth of the time that reading a bank of 10,000 questions takes. */
#define HUGE_FROM ((size_t)1 << 20)
#define HUGE_PAGE ((size_t)2 << 20)

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    void *adopted; /* from elsewhere, freed with the block; NULL for none */
    bool mapped;   /* a huge page, and not from malloc */
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

static size_t aligned(size_t size)
{
    const size_t mask = alignof(max_align_t) - 1;
    if (size > SIZE_MAX - mask)
        alloc_failed();
    return (size + mask) & ~mask;
}

static struct arena_block *block_new(size_t size)
{
    size = aligned(size);
    if (size > SIZE_MAX - sizeof(struct arena_block))
        alloc_failed();
    struct arena_block *b = xcalloc(1, sizeof *b + size);
    b->size = size;
    return b;
}

/* A block that is one huge page, aligned as the kernel wants it; NULL when there is none. */
static struct arena_block *block_map(void)
{
    char *span =
        mmap(NULL, 2 * HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (span == MAP_FAILED)
        return NULL;
    size_t before = HUGE_PAGE - (uintptr_t)span % HUGE_PAGE;
    munmap(span, before);
    munmap(span + before + HUGE_PAGE, HUGE_PAGE - before);
    madvise(span + before, HUGE_PAGE, MADV_HUGEPAGE);
    struct arena_block *b = (struct arena_block *)(void *)(span + before);
    b->size = HUGE_PAGE - sizeof *b;
    b->mapped = true;
    return b;
}

static void block_free(struct arena_block *b)
{
    free(b->adopted);
    if (b->mapped)
        munmap(b, HUGE_PAGE);
    else
        free(b);
}

static size_t block_size(const struct arena *a)
{
    if (a->used < BLOCK_MIN)
        return BLOCK_MIN;
    return a->used < BLOCK_MAX ? a->used : BLOCK_MAX;
}

/* A big piece gets a block of its own behind the head, so that what is free in the head stays of
 * use to the small ones. */
static struct arena_block *block_for(struct arena *a, size_t size)
{
    if (a->head != NULL && a->head->size - a->head->used >= size)
        return a->head;
    size_t usual = block_size(a);
    bool big = size > usual / 4;
    struct arena_block *b = !big && a->used >= HUGE_FROM ? block_map() : NULL;
    if (b == NULL)
        b = block_new(big ? size : usual);
    if (a->head != NULL && big) {
        b->next = a->head->next;
        a->head->next = b;
    } else {
        b->next = a->head;
        a->head = b;
    }
    return b;
}

static void *take(struct arena *a, struct arena_block *b, size_t size)
{
    void *piece = b->bytes + b->used;
    b->used += size;
    a->used += size;
    return piece;
}

void *arena_alloc(struct arena *a, size_t size)
{
    if (a->head != NULL)
        a->head->used = aligned(a->head->used);
    return take(a, block_for(a, size > 0 ? size : 1), size);
}

char *arena_text(struct arena *a, const char *bytes, size_t n)
{
    if (n == SIZE_MAX)
        alloc_failed();
    char *copy = take(a, block_for(a, n + 1), n + 1); /* texts need no alignment */
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

void *arena_adopt(struct arena *a, void *items, size_t size)
{
    struct arena_block *b = block_new(0);
    b->adopted = items;
    if (a->head != NULL) {
        b->next = a->head->next;
        a->head->next = b;
    } else {
        a->head = b;
    }
    a->used += size;
    return items;
}

void arena_release(struct arena *a)
{
    for (struct arena_block *b = a->head; b != NULL;) {
        struct arena_block *next = b->next;
        block_free(b);
        b = next;
    }
    *a = (struct arena)ARENA_INIT;
}
