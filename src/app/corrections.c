#include "app/corrections.h"

#include "app/amend_words.h"
#include "base/vec.h"

static const char *value(const struct interview *iv, struct slot slot, const char *raw,
                         struct arena *a)
{
    struct str words = STR_INIT;
    amend_add_value(&words, iv, slot, raw);
    const char *kept = arena_dup(a, words.s);
    str_release(&words);
    return kept;
}

static const char *what(const struct interview *iv, struct slot slot, struct arena *a)
{
    struct str words = STR_INIT;
    amend_add_what(&words, iv, slot);
    const char *kept = arena_dup(a, words.s);
    str_release(&words);
    return kept;
}

static bool is_note(struct slot slot)
{
    return slot_is_text(slot) && slot.field != FIELD_SUMMARY && slot.field != FIELD_FACT;
}

void corrections_make(const struct interview *iv, struct corrections *out)
{
    struct str drift = STR_INIT;
    *out = (struct corrections){0};
    for (size_t i = 0; i < iv->n_amendments; i++) {
        const struct amendment *m = &iv->amendments[i];
        struct report_correction *item = VEC_PUSH(out);
        *item = (struct report_correction){.at = m->at,
                                           .who = m->who,
                                           .what = what(iv, m->slot, &out->arena),
                                           .old = value(iv, m->slot, m->old, &out->arena),
                                           .value = value(iv, m->slot, m->value, &out->arena),
                                           .reason = m->reason,
                                           .note = is_note(m->slot)};
    }
    amend_add_drift(&drift, iv);
    out->report = (struct report_corrections){
        out->items, out->n, drift.len > 0 ? arena_dup(&out->arena, drift.s) : NULL};
    str_release(&drift);
}

void corrections_release(struct corrections *c)
{
    arena_release(&c->arena);
    VEC_RELEASE(c);
}
