#include "cli/bank_change.h"

#include <string.h>

#include "cli/say.h"

static void say_what_is_left(struct bank_editing *b)
{
    const struct bank_view *v = bank_editing_view(b);
    if (v->errors > 0)
        say_note("%s has %zu error%s: slate bank check %s", v->path, v->errors,
                 v->errors == 1 ? "" : "s", v->path);
}

static bool save(struct bank_editing *b, struct err *e)
{
    const char *notice = bank_editing_view(b)->notice;
    if (notice != NULL)
        say_note("%s", notice);
    if (!bank_editing_view(b)->dirty) {
        say_note("%s says that already: nothing was changed", bank_editing_view(b)->path);
        return true;
    }
    if (!bank_editing_save(b, e))
        return false;
    say_what_is_left(b);
    return true;
}

static void show(struct bank_editing *b)
{
    struct str diff = STR_INIT;
    bank_editing_unified(b, &diff);
    if (diff.len == 0)
        say_note("nothing would change");
    say_result(&diff);
    str_release(&diff);
}

int bank_change_end(const struct bank_change_call *call, struct bank_editing *b, bool good,
                    struct err *e)
{
    if (good && call->dry_run)
        show(b);
    else if (good)
        good = save(b, e);
    bank_editing_close(b);
    return good ? 0 : say_failure(call->name, e);
}

int bank_change(struct app *app, const struct bank_change_call *call,
                bool (*edit)(struct bank_editing *b, void *data, struct err *e), void *data)
{
    struct err e = ERR_INIT;
    struct bank_editing *b = bank_editing_open(app, call->file, &e);
    if (b == NULL)
        return say_failure(call->name, &e);
    return bank_change_end(call, b, edit(b, data, &e), &e);
}

void bank_change_place(struct str *out, const char *place, const char *field)
{
    enum level level;
    bool inside = strchr(place, '/') != NULL || level_parse(place, &level);
    str_add(out, place);
    if (field != NULL)
        str_addf(out, "%s%s", inside ? "/" : ".", field);
}

bool bank_change_target(const struct bank_change_to *given, struct edit_target *out, struct err *e)
{
    int n = (given->before != NULL) + (given->after != NULL) + (given->to != NULL) + given->up +
            given->down;
    if (n != 1)
        return err_set(e, ERR_USAGE,
                       "say where it is to go: --before PLACE, --after PLACE, --to LEVEL, --up or "
                       "--down");
    if (given->before != NULL)
        *out = (struct edit_target){EDIT_BEFORE, given->before};
    else if (given->after != NULL)
        *out = (struct edit_target){EDIT_AFTER, given->after};
    else if (given->to != NULL)
        *out = (struct edit_target){EDIT_INTO, given->to};
    else
        *out = (struct edit_target){given->up ? EDIT_UP : EDIT_DOWN, NULL};
    return true;
}
