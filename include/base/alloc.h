#ifndef SLATE_BASE_ALLOC_H
#define SLATE_BASE_ALLOC_H

/* Memory. Running out of it aborts in one place with one message: no caller checks for NULL.
 *
 * An arena hands out many small pieces that die together: everything that belongs to one bank, or
 * to one loaded interview. Pieces are never freed one by one.
 *
 *     struct arena a = ARENA_INIT;
 *     const char *s = arena_text(&a, bytes, n);
 *     arena_release(&a); */

#include <stddef.h>

/* Where it aborts: says so and ends the program. */
_Noreturn void alloc_failed(void);

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size); /* zeroed; overflow of count*size aborts */
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);

struct arena_block;
struct arena {
    struct arena_block *head;
    size_t used; /* bytes handed out in all, for tests of memory */
};

/* clang-format off */
#define ARENA_INIT {0}
/* clang-format on */

void *arena_alloc(struct arena *a, size_t size);                /* zeroed, aligned for any type */
char *arena_text(struct arena *a, const char *bytes, size_t n); /* a copy with a NUL behind it */
char *arena_dup(struct arena *a, const char *s);                /* NULL gives NULL */
/* Copies an array that was grown elsewhere into the arena; NULL for none. */
void *arena_copy(struct arena *a, const void *items, size_t count, size_t size);
/* Takes over memory of `size` bytes that came from xmalloc or xrealloc: freed with the arena. Spares
 * the copy of an array that grew large. */
void *arena_adopt(struct arena *a, void *items, size_t size);
void arena_release(struct arena *a); /* frees all, leaves ARENA_INIT */

#endif
