#include "domain/past.h"

#include "base/vec.h"

void past_release(struct past *p)
{
    VEC_RELEASE(p);
    arena_release(&p->arena);
    *p = (struct past){0};
}
