#ifndef SLATE_BASE_VEC_H
#define SLATE_BASE_VEC_H

/* Arrays that grow, for any struct with the members `items`, `n` and `cap`:
 *
 *     struct rows { struct row *items; size_t n, cap; } rows = {0};
 *     struct row *r = VEC_PUSH(&rows);     (zeroed; valid until the next push)
 *     VEC_RELEASE(&rows); */

#include <stddef.h>

/* Makes room for one more item and returns the array. Aborts when out of memory. */
void *vec_room(void *items, size_t n, size_t *cap, size_t size);
void *vec_zero(void *item, size_t size);

#define VEC_PUSH(v)                                                                                \
    ((v)->items = vec_room((v)->items, (v)->n, &(v)->cap, sizeof *(v)->items), (v)->n++,           \
     (__typeof__((v)->items))vec_zero(&(v)->items[(v)->n - 1], sizeof *(v)->items))
#define VEC_RELEASE(v) (vec_free((v)->items), (v)->items = NULL, (v)->n = 0, (v)->cap = 0)

void vec_free(void *items);

#define COUNT_OF(a) (sizeof(a) / sizeof *(a))

#endif
