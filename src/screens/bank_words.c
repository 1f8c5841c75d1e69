#include "screens/bank_words.h"

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
