#include "app/live.h"

#include <string.h>

#include "app/live_parts.h"
#include "base/vec.h"

struct draft *live_draft(struct live *live, struct slot slot)
{
    for (size_t i = 0; i < live->drafts.n; i++)
        if (slot_same(live->drafts.items[i].slot, slot))
            return &live->drafts.items[i];
    return NULL;
}

static struct draft *draft_for(struct live *live, struct slot slot, const struct str *text)
{
    struct draft *d = live_draft(live, slot);
    if (d != NULL)
        return d;
    d = VEC_PUSH(&live->drafts);
    *d = (struct draft){.slot = slot, .folded = STR_INIT, .stored = STR_INIT};
    str_addn(&d->folded, text->s, text->len);
    str_addn(&d->stored, text->s, text->len);
    return d;
}

/* The others stay in the order of typing: it is the order of undo. */
static void draft_drop(struct live *live, struct draft *d)
{
    size_t at = (size_t)(d - live->drafts.items), behind = --live->drafts.n - at;
    str_release(&d->folded);
    str_release(&d->stored);
    memmove(d, d + 1, behind * sizeof *d);
}

void live_drafts_release(struct drafts *drafts)
{
    for (size_t i = 0; i < drafts->n; i++) {
        str_release(&drafts->items[i].folded);
        str_release(&drafts->items[i].stored);
    }
    VEC_RELEASE(drafts);
}

/* ---- the difference between what is stored and what is typed, as one edit ---- */

static bool is_inside(const struct str *t, size_t at)
{
    return at < t->len && ((unsigned char)t->s[at] & 0xC0) == 0x80;
}

static size_t common_head(const struct str *a, const struct str *b)
{
    size_t n = 0;
    while (n < a->len && n < b->len && a->s[n] == b->s[n])
        n++;
    while (n > 0 && (is_inside(a, n) || is_inside(b, n)))
        n--;
    return n;
}

static size_t common_tail(const struct str *a, const struct str *b, size_t head)
{
    size_t n = 0;
    while (n < a->len - head && n < b->len - head && a->s[a->len - n - 1] == b->s[b->len - n - 1])
        n++;
    while (n > 0 && (is_inside(a, a->len - n) || is_inside(b, b->len - n)))
        n--;
    return n;
}

static struct splice splice_between(const struct str *from, const struct str *to)
{
    size_t head = common_head(from, to), tail = common_tail(from, to, head);
    return (struct splice){
        .at = head,
        .del = from->len - head - tail,
        .n = to->len - head - tail,
        .ins = to->s + head,
    };
}

/* ---- writing ---- */

static struct store_write write_of(struct live *live, struct slot slot)
{
    return (struct store_write){
        .interview = live->iv.id,
        .slot = slot,
        .cause = CAUSE_DO,
        .at = app_now(live->app),
    };
}

static bool draft_save(struct live *live, struct draft *d, struct err *e)
{
    const struct str *text = interview_text(&live->iv, d->slot);
    struct splice edit = splice_between(&d->stored, text);
    struct store_write w = write_of(live, d->slot);
    d->unsaved = false;
    if (edit.del == 0 && edit.n == 0)
        return true;
    d->unsaved = !store_edit(live->app->store, &w, &edit, e);
    if (!d->unsaved)
        str_splice(&d->stored, edit.at, edit.del, edit.ins, edit.n);
    return !d->unsaved;
}

void live_flush(struct live *live)
{
    struct err e = ERR_INIT; /* live_unsaved goes on saying it */
    for (size_t i = 0; i < live->drafts.n; i++)
        if (live->drafts.items[i].unsaved)
            draft_save(live, &live->drafts.items[i], &e);
}

/* May this text be typed into now? */
static struct str *writable(struct live *live, struct slot slot, struct err *e)
{
    struct str *text = interview_text(&live->iv, slot);
    if (text == NULL) {
        err_set(e, ERR_INPUT, "there is no such text in this interview");
        return NULL;
    }
    return interview_check(&live->iv, slot, "", e) ? text : NULL;
}

static bool fits(const struct str *text, const struct splice *edit)
{
    if (edit->at > text->len || edit->del > text->len - edit->at)
        return false;
    return edit->n == 0 || memchr(edit->ins, '\0', edit->n) == NULL;
}

bool live_edit(struct live *live, struct slot slot, const struct splice *edit, struct err *e)
{
    struct err late = ERR_INIT; /* the clock's: live_unsaved says it until it is written */
    struct str *text = writable(live, slot, e);
    if (text == NULL)
        return false;
    if (!fits(text, edit))
        return err_set(e, ERR_INPUT, "this cannot be put into the text");
    if (edit->del == 0 && edit->n == 0)
        return true;
    struct draft *d = draft_for(live, slot, text);
    str_splice(text, edit->at, edit->del, edit->ins,
               edit->n); /* typed text stays, also when the store fails */
    bool ok = draft_save(live, d, e);
    live_beat(live, &late);
    return ok;
}

/* ---- folding ---- */

static bool fold(struct live *live, struct draft *d, struct err *e)
{
    const struct str *text = interview_text(&live->iv, d->slot);
    struct store_write w = write_of(live, d->slot);
    if (!draft_save(live, d, e))
        return false;
    if (d->slot.field == FIELD_DECISION)
        return true;
    if (!store_fold(live->app->store, &w, e))
        return false;
    if (!str_same(d->folded.s, text->s)) {
        struct change c = {.at = w.at, .slot = d->slot, .old = d->folded.s, .new = text->s};
        history_push(&live->history, &c);
    }
    draft_drop(live, d);
    return true;
}

bool live_fold(struct live *live, struct slot slot, struct err *e)
{
    struct err late = ERR_INIT;
    struct draft *d = live_draft(live, slot);
    bool ok = d == NULL || fold(live, d, e);
    live_beat(live, &late);
    return ok;
}

bool live_fold_all(struct live *live, struct err *e)
{
    struct err first = ERR_INIT, next = ERR_INIT;
    for (size_t i = 0; i < live->drafts.n;) {
        size_t n = live->drafts.n;
        if (!fold(live, &live->drafts.items[i], &next) && first.kind == ERR_NONE)
            first = next;
        if (live->drafts.n == n) /* still there; else the next one has moved to its place */
            i++;
    }
    if (first.kind == ERR_NONE)
        return true;
    *e = first;
    return false;
}

bool live_retype(struct live *live, struct slot slot, const char *value, struct err *e)
{
    const struct str *text = interview_text(&live->iv, slot);
    struct splice all = {.del = text->len, .ins = value, .n = strlen(value)};
    return live_edit(live, slot, &all, e) && live_fold(live, slot, e);
}
