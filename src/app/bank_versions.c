#include "app/bank_versions.h"

#include "bank/bank_read.h"
#include "store/banks.h"

bool bank_versions(struct app *app, const char *bank, int64_t session, struct bank_versions *out,
                   struct err *e)
{
    const struct app_bank *now = app_bank_find(app, bank, e);
    struct findings ignored = {0}; /* what is wrong in them is the check's matter */
    *out = (struct bank_versions){.old_bytes = STR_INIT, .new_bytes = STR_INIT, .name = STR_INIT};
    if (now == NULL || !app_open_store(app, e))
        return false;
    if (now->trouble != NULL)
        return err_set(e, ERR_IO, "%s", now->trouble);
    if (!store_bank_bytes(app->store, session, &out->old_bytes, &out->name, e)) {
        bank_versions_release(out);
        return false;
    }
    str_addn(&out->new_bytes, now->bytes, now->n);
    bank_read(out->old_bytes.s, out->old_bytes.len, NULL, &out->old, &ignored);
    bank_read(out->new_bytes.s, out->new_bytes.len, NULL, &out->new, &ignored);
    findings_release(&ignored);
    bank_diff(&out->old, &out->new, &out->diff);
    return true;
}

void bank_versions_release(struct bank_versions *v)
{
    bank_diff_release(&v->diff);
    bank_release(&v->old);
    bank_release(&v->new);
    str_release(&v->old_bytes);
    str_release(&v->new_bytes);
    str_release(&v->name);
}

bool bank_versions_latest(struct app *app, const char *bank, int64_t *session, struct err *e)
{
    const struct app_bank *now = app_bank_find(app, bank, e);
    if (now == NULL || !app_open_store(app, e))
        return false;
    if (!store_bank_latest(app->store, now->name, session, e))
        return false;
    return *session > 0 || err_set(e, ERR_MISSING,
                                   "no session was asked with the bank %s yet: there is nothing to "
                                   "compare it with",
                                   now->name);
}

static void add_row(struct str *out, const struct bank_diff_row *r)
{
    const char *id = r->id != NULL ? r->id : "(without an id)";
    switch (r->kind) {
    case QUESTION_NEW:
        str_addf(out, "new      %s/%s\n", level_name(r->level), id);
        break;
    case QUESTION_GONE:
        str_addf(out, "gone     %s/%s\n", level_name(r->level), id);
        break;
    case QUESTION_CHANGED:
        str_addf(out, "changed  %s/%s: %s%s\n", level_name(r->level), id, r->parts.s,
                 r->weighty ? " (its scores no longer compare with earlier ones)" : "");
        break;
    default:
        str_addf(out, "changed  %s\n", id);
        break;
    }
}

void bank_versions_text(const struct bank_versions *v, struct str *out)
{
    for (size_t i = 0; i < v->diff.n; i++)
        add_row(out, &v->diff.items[i]);
    bool same = v->old_bytes.len == v->new_bytes.len && v->diff.n == 0;
    if (v->diff.n == 0 && v->diff.kits == 0)
        str_add(out, same ? "Nothing differs.\n"
                          : "Nothing differs in what is asked; the text of the file may.\n");
    for (int level = 0; level < LEVELS; level++)
        if (v->diff.kits & 1u << level)
            str_addf(out,
                     "%s interviews from before and after are compared only where they were "
                     "asked the same.\n",
                     level == LEVEL_JUNIOR ? "Junior"
                     : level == LEVEL_MID  ? "Mid"
                                           : "Senior");
}
