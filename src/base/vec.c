#include "base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

void *vec_room(void *items, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return items;
    size_t want = *cap > 0 ? *cap * 2 : 8;
    if (want > SIZE_MAX / 2 / size)
        alloc_failed();
    items = xrealloc(items, want * size);
    *cap = want;
    return items;
}

void *vec_zero(void *item, size_t size)
{
    return memset(item, 0, size);
}

void vec_free(void *items)
{
    free(items);
}
