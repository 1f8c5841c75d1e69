#include "screens/bank_words.h"

#include <string.h>

void bank_words_counts(struct str *out, size_t errors, size_t warnings)
{
    if (errors > 0)
        str_addf(out, "%zu to mend", errors);
    if (warnings > 0)
        str_addf(out, "%s%zu to look at", errors > 0 ? ", " : "", warnings);
    if (errors + warnings == 0)
        str_add(out, "none");
}

enum role bank_words_state(struct str *out, const struct app_bank *b)
{
    if (b->trouble != NULL) {
        str_add(out, "cannot be read");
        return ROLE_ERROR;
    }
    if (b->missing > 0)
        str_addf(out, "draft: %zu missing", b->missing);
    else
        bank_words_counts(out, b->errors, b->warnings);
    return !b->good ? ROLE_FLAG : b->warnings > 0 ? ROLE_MIXED : ROLE_DIM;
}

void bank_words_unsaved(struct str *out, const struct bank_view *v)
{
    if (v->dirty && !v->kept)
        str_add(out, "NOT SAVED AND NOT KEPT");
    else if (v->dirty)
        str_add(out, "not saved");
}

void bank_words_uses(struct str *out, const struct bank_uses *u)
{
    if (u->bank == 0 && u->version == 0)
        return;
    int64_t all = u->bank > u->version ? u->bank : u->version;
    str_addf(out, "%lld session%s", (long long)all, all == 1 ? "" : "s");
    if (u->version == all)
        str_add(out, all == 1 ? ", of this version" : ", all of this version");
    else
        str_addf(out, ", %lld of this version", (long long)u->version);
}

void bank_words_measured(struct str *out, struct bank_editing *edit, const char *place)
{
    size_t n = bank_editing_measured(edit, place + strcspn(place, ".") + 1);
    if (n == 0)
        str_add(out, " · measured by no question");
    else
        str_addf(out, " · measured by %zu question%s", n, n == 1 ? "" : "s");
}

void bank_words_copy_path(struct str *out, const char *path, int n)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash != NULL ? slash : path, '.');
    size_t stem = dot != NULL ? (size_t)(dot - path) : strlen(path);
    str_addf(out, "%.*s-%d%s", (int)stem, path, n, path + stem);
}

void bank_words_finding(struct str *out, const struct finding *f)
{
    if (f->line > 0)
        str_addf(out, "line %u: ", f->line);
    str_addf(out, "%s.", f->what);
    if (f->todo != NULL)
        str_addf(out, " %s", f->todo);
}

static const struct finding *worst(const struct findings *all)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].severity == FINDING_ERROR)
            return &all->items[i];
    return all->n > 0 ? &all->items[0] : NULL;
}

void bank_words_trouble(struct str *out, const struct app_bank *b)
{
    const struct finding *f = worst(b->findings);
    if (b->trouble != NULL)
        str_add(out, b->trouble);
    else if (b->hidden_by != NULL)
        str_addf(out, "Not used: %s has the same name and goes before it.", b->hidden_by);
    else if (f != NULL)
        bank_words_finding(out, f);
    else
        str_add(out, b->bank->about.s != NULL ? b->bank->about.s : "");
}
