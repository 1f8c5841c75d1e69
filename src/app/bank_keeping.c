#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/bank_editing_parts.h"
#include "base/outfile.h"
#include "base/path.h"

/* What is not in the file yet, as drafts of the store. Per bank there are two: the text that the
 * edits were made on, written once, and what became of it as one splice, which stays small however
 * large the bank is.
 *
 *     bank./home/jo/colorist.yaml//base    the bytes of the file
 *     bank./home/jo/colorist.yaml//edit    "1763721000000 812 14\n..." when, at, bytes out, bytes
 * in bank./home/jo/colorist.yaml//typed/NAME bank-begun                           the path of a new
 * bank that is not saved yet */

#define MODE  0666
#define BEGUN "bank-begun"

/* ---- names ---- */

/* The same file by whatever name and from whatever folder. */
static void add_absolute(struct str *out, const char *path)
{
    char *real = realpath(path, NULL), *here = real == NULL ? getcwd(NULL, 0) : NULL;
    if (real != NULL || path[0] == '/' || here == NULL)
        str_add(out, real != NULL ? real : path);
    else
        path_join(out, here, path);
    free(real);
    free(here);
}

static const char *key_of(struct bank_editing *b)
{
    if (b->key.len == 0) {
        str_add(&b->key, "bank.");
        add_absolute(&b->key, b->file.path);
        str_add(&b->key, "//");
    }
    return b->key.s;
}

static bool get(struct bank_editing *b, const char *part, struct str *out)
{
    struct str name = STR_INIT;
    struct err none = ERR_INIT;
    str_addf(&name, "%s%s", key_of(b), part);
    bool there = app_open_store(b->app, &none) && app_draft(b->app, name.s, out);
    str_release(&name);
    return there;
}

static bool put(struct bank_editing *b, const char *part, const char *text, struct err *e)
{
    struct str name = STR_INIT;
    str_addf(&name, "%s%s", key_of(b), part);
    bool good = app_set_draft(b->app, name.s, text, e);
    str_release(&name);
    return good;
}

static bool drop(struct bank_editing *b, const char *part, struct err *e)
{
    struct str name = STR_INIT;
    str_addf(&name, "%s%s", key_of(b), part);
    bool good = app_drop_drafts(b->app, name.s, e);
    str_release(&name);
    return good;
}

static bool drop_text(struct bank_editing *b, struct err *e)
{
    if (!drop(b, "edit", e) || !drop(b, "base", e) ||
        (b->begun && !app_drop_drafts(b->app, BEGUN, e)))
        return false;
    b->begun = false;
    b->keeping = false;
    str_clear(&b->kept);
    return true;
}

/* ---- keeping ---- */

/* `new` as a splice of `old`. */
static void add_splice(struct str *out, const struct str *old, const struct str *new)
{
    size_t least = old->len < new->len ? old->len : new->len, head = 0, tail = 0;
    while (head < least && old->s[head] == new->s[head])
        head++;
    while (tail < least - head && old->s[old->len - 1 - tail] == new->s[new->len - 1 - tail])
        tail++;
    str_addf(out, "%zu %zu\n", head, old->len - head - tail);
    str_addn(out, new->s + head, new->len - head - tail);
}

static bool keep_first(struct bank_editing *b, struct err *e)
{
    struct str path = STR_INIT;
    add_absolute(&path, b->file.path);
    b->begun = b->file.fresh && !b->copy;
    b->keeping = put(b, "base", b->file.saved.s, e) &&
                 (!b->begun || app_set_draft(b->app, BEGUN, path.s, e));
    str_release(&path);
    return b->keeping;
}

static bool keep_text(struct bank_editing *b, const struct str *now, struct err *e)
{
    struct str text = STR_INIT;
    str_addf(&text, "%lld ", (long long)app_now(b->app));
    add_splice(&text, &b->file.saved, now);
    bool good = (b->keeping || keep_first(b, e)) && put(b, "edit", text.s, e);
    str_release(&text);
    return good;
}

static void remember(struct bank_editing *b)
{
    const struct str *now = bank_edit_bytes(b->file.edit);
    str_clear(&b->kept);
    str_addn(&b->kept, now->s, now->len);
    b->keeping = true;
}

static bool is_kept(const struct bank_editing *b, const struct str *now)
{
    return b->keeping && b->kept.len == now->len && memcmp(b->kept.s, now->s, now->len) == 0;
}

bool bank_editing_keep(struct bank_editing *b, struct err *e)
{
    const struct str *now = bank_edit_bytes(b->file.edit);
    bool dirty = bank_editing_view(b)->dirty, good = true;
    if (!dirty)
        good = !b->keeping || drop_text(b, e);
    else if (!is_kept(b, now))
        good = keep_text(b, now, e);
    if (dirty && good)
        remember(b);
    b->view.kept = good;
    return good;
}

void bank_editing_forget(struct bank_editing *b)
{
    struct err none = ERR_INIT; /* what stays is found to be the file's own text */
    if (b->keeping)
        drop_text(b, &none);
    str_clear(&b->key); /* it may go on under another path */
}

/* ---- what was left by an earlier run ---- */

struct left {
    struct bank_left when;
    struct str base, text;
};

static void left_release(struct left *l)
{
    str_release(&l->base);
    str_release(&l->text);
}

static bool splice(const struct str *base, const char *kept, struct left *out)
{
    long long at;
    size_t head, del;
    int n = 0;
    if (sscanf(kept, "%lld %zu %zu%n", &at, &head, &del, &n) != 3 || kept[n] != '\n' ||
        head > base->len || del > base->len - head)
        return false;
    out->when.at = at;
    str_addn(&out->text, base->s, head);
    str_add(&out->text, kept + n + 1);
    str_addn(&out->text, base->s + head + del, base->len - head - del);
    return true;
}

static bool same(const struct str *a, const struct str *b)
{
    return a->len == b->len && memcmp(a->s, b->s, a->len) == 0;
}

/* Of another run only. Released either way. */
static bool find_left(struct bank_editing *b, struct left *out)
{
    struct str kept = STR_INIT;
    *out = (struct left){{0, false}, STR_INIT, STR_INIT};
    bool there = !b->keeping && get(b, "edit", &kept) && get(b, "base", &out->base) &&
                 splice(&out->base, kept.s, out) && !same(&out->text, &b->file.saved);
    out->when.fits = there && same(&out->base, &b->file.saved);
    str_release(&kept);
    return there;
}

bool bank_editing_left(struct bank_editing *b, struct bank_left *out)
{
    struct left l;
    bool there = find_left(b, &l);
    *out = l.when;
    left_release(&l);
    return there;
}

static bool nothing_left(struct err *e)
{
    return err_set(e, ERR_MISSING, "there are no changes of earlier any more");
}

bool bank_editing_take_up(struct bank_editing *b, struct err *e)
{
    struct left l;
    bool good = find_left(b, &l) || nothing_left(e);
    if (good && !l.when.fits)
        good = err_set(e, ERR_REFUSED,
                       "%s was changed since: save what was left as a copy, then see what differs",
                       b->file.path);
    good = good && bank_edit_replace(b->file.edit, &l.text, "all changes of earlier", e);
    if (good) {
        b->read = false;
        remember(b);
    }
    left_release(&l);
    return good;
}

bool bank_editing_left_as(struct bank_editing *b, const char *path, struct err *e)
{
    struct left l;
    struct outfile out;
    bool good = find_left(b, &l) || nothing_left(e);
    if (good) {
        good = outfile_open(&out, path, MODE, OUTFILE_NEW, e) &&
               outfile_add(&out, l.text.s, l.text.len, e) && outfile_keep(&out, e);
        outfile_drop(&out);
    }
    if (good)
        app_banks_forget(b->app);
    left_release(&l);
    return good;
}

bool bank_editing_drop_left(struct bank_editing *b, struct err *e)
{
    return drop_text(b, e) && drop(b, "typed/", e);
}

/* ---- what was typed ---- */

bool bank_editing_keep_typed(struct bank_editing *b, const char *name, const char *text,
                             struct err *e)
{
    struct str part = STR_INIT;
    str_addf(&part, "typed/%s", name);
    bool good = text != NULL ? put(b, part.s, text, e) : drop(b, part.s, e);
    str_release(&part);
    return good;
}

bool bank_editing_typed(struct bank_editing *b, const char *name, struct str *out)
{
    struct str part = STR_INIT;
    str_addf(&part, "typed/%s", name);
    bool there = get(b, part.s, out);
    str_release(&part);
    return there;
}

/* ---- a new bank that was never saved ---- */

bool bank_editing_begun(struct app *app, struct str *path)
{
    struct str found = STR_INIT;
    bool there = app_draft(app, BEGUN, &found) && access(found.s, F_OK) != 0;
    if (there && path != NULL)
        str_add(path, found.s);
    str_release(&found);
    return there;
}

static bool go_on(struct bank_editing *b, struct err *e)
{
    struct left l;
    bool good = find_left(b, &l) || nothing_left(e);
    good = good && bank_edit_replace(b->file.edit, &l.text, "all changes of earlier", e);
    if (good) {
        b->read = false;
        b->begun = true;
        remember(b);
    }
    left_release(&l);
    return good;
}

struct bank_editing *bank_editing_go_on(struct app *app, struct err *e)
{
    struct str path = STR_INIT;
    struct bank_editing *b = NULL;
    if (bank_editing_begun(app, &path))
        b = bank_editing_new(app, path.s, NULL, e);
    else
        nothing_left(e);
    if (b != NULL && !go_on(b, e)) {
        bank_editing_close(b);
        b = NULL;
    }
    str_release(&path);
    return b;
}
