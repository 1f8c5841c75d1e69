#include "domain/candidate_file.h"

#include "base/vec.h"

void candidate_file_release(struct candidate_file *f)
{
    arena_release(&f->arena);
    VEC_RELEASE(&f->sessions);
    VEC_RELEASE(&f->aliases);
    VEC_RELEASE(&f->changes);
}


void candidate_change_add_words(struct str *out, const struct candidate_change *c)
{
    if (str_same(c->field, "merged_into"))
        str_add(out, "merged or taken apart");
    else
        str_addf(out, "%s changed", str_same(c->field, "email") ? "mail" : c->field);
    if (c->who[0] != '\0')
        str_addf(out, " by %s", c->who);
}
