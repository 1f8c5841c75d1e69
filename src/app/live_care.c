#include <string.h>

#include "app/care.h"
#include "app/live_parts.h"
#include "bank/law.h"
#include "base/vec.h"

#define BEFORE 24  /* bytes of the text before what it is about */
#define AFTER  120 /* ... and behind it */

/* Kept, and not written since. */
static bool is_kept(struct live *live, struct slot text)
{
    const struct draft *typed = live_draft(live, text);
    if (typed != NULL && !str_same(typed->folded.s, interview_text(&live->iv, text)->s))
        return false;
    const struct change *last = history_latest(&live->history, text, slot_kept(text));
    return last != NULL && last->slot.field == FIELD_KEPT && strcmp(last->new, "1") == 0;
}

static void add_place(struct str *out, const struct interview *iv, struct slot s)
{
    bool own = s.pos >= (int)iv->kit.n;
    switch (s.field) {
    case FIELD_NOTE:
    case FIELD_OWN:
        str_addf(out, own ? "your own question %d" : "question %d",
                 own ? s.pos - (int)iv->kit.n + 1 : s.pos + 1);
        str_add(out, s.field == FIELD_OWN ? "" : ", note");
        break;
    case FIELD_STEP_NOTE:
        str_addf(out, "%s, note of a step", iv->steps[s.pos].closing ? "closing" : "opening");
        break;
    case FIELD_FACT:
        str_addf(out, "fact %d", s.pos + 1);
        break;
    case FIELD_GENERAL:
        str_add(out, "general note");
        break;
    default:
        str_add(out, "summary");
        break;
    }
}

static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

static void add_excerpt(struct str *out, const struct str *text, const struct law_hit *hit)
{
    size_t from = hit->at > BEFORE ? hit->at - BEFORE : 0;
    while (from > 0 && from < hit->at && text->s[from - 1] != ' ' && text->s[from - 1] != '\n')
        from++;
    size_t to = hit->at + hit->len + AFTER < text->len ? hit->at + hit->len + AFTER : text->len;
    while (to < text->len && is_inside(text->s[to]))
        to--;
    str_add(out, from > 0 ? "…" : "");
    for (size_t i = from; i < to; i++)
        str_addc(out, text->s[i] == '\n' || text->s[i] == '\t' ? ' ' : text->s[i]);
    str_add(out, to < text->len ? "…" : "");
}

static void look_at(struct live *live, struct slot slot, struct cares *out)
{
    const struct str *text = interview_text(&live->iv, slot);
    struct law_hits hits = {0};
    if (text == NULL || text->len == 0 || is_kept(live, slot))
        return;
    law_scan(live->law, text->s, &hits);
    if (hits.n > 0) {
        struct str place = STR_INIT, excerpt = STR_INIT;
        add_place(&place, &live->iv, slot);
        add_excerpt(&excerpt, text, &hits.items[0]);
        *VEC_PUSH(out) = (struct care){slot, arena_dup(&out->arena, place.s),
                                       arena_dup(&out->arena, excerpt.s), hits.items[0].safer};
        str_release(&place);
        str_release(&excerpt);
    }
    VEC_RELEASE(&hits);
}

void live_care(struct live *live, struct cares *out)
{
    const struct interview *iv = &live->iv;
    cares_release(out);
    if (live->law == NULL)
        live->law = law_new(LAW_ALL);
    for (int i = 0; (size_t)i < iv->n_answers; i++) {
        look_at(live, (struct slot){FIELD_OWN, i, 0}, out);
        look_at(live, (struct slot){FIELD_NOTE, i, 0}, out);
    }
    for (int i = 0; (size_t)i < iv->n_steps; i++)
        look_at(live, (struct slot){FIELD_STEP_NOTE, i, 0}, out);
    for (int i = 0; (size_t)i < iv->n_facts; i++)
        look_at(live, (struct slot){FIELD_FACT, i, 0}, out);
    look_at(live, (struct slot){FIELD_GENERAL, 0, 0}, out);
    look_at(live, (struct slot){FIELD_SUMMARY, 0, 0}, out);
}

void cares_release(struct cares *c)
{
    VEC_RELEASE(c);
    arena_release(&c->arena);
}

/* Kept once and written since: the log tells both times. */
bool live_keep(struct live *live, struct slot slot, struct err *e)
{
    struct slot kept = slot_kept(slot);
    if (!live_fold(live, slot, e))
        return false;
    if (!is_kept(live, slot) && !live_set(live, kept, "0", e))
        return false;
    return live_set(live, kept, "1", e);
}
