#include "cli/bank_change.h"

#include <string.h>

#include "base/vec.h"
#include "cli/say.h"

static void say_what_is_left(struct bank_editing *b)
{
    const struct bank_view *v = bank_editing_view(b);
    if (v->errors > 0)
        say_note("%s has %zu error%s: slate bank check %s", v->path, v->errors,
                 v->errors == 1 ? "" : "s", v->path);
}

struct changed {
    uint32_t line; /* where the first of it is now */
    size_t out, in;
};

static struct changed what_changed(struct bank_editing *b)
{
    struct changed c = {0, 0, 0};
    struct diff d = {0};
    bank_editing_diff(b, 0, &d);
    for (size_t i = 0; i < d.n; i++) {
        bool out = d.items[i].kind == DIFF_OUT, in = d.items[i].kind == DIFF_IN;
        if (c.line == 0 && (out || in))
            c.line = d.items[i].new_n;
        c.out += out;
        c.in += in;
    }
    VEC_RELEASE(&d);
    return c;
}

static const char *lines(size_t n)
{
    return n == 1 ? "line" : "lines";
}

static void say_what_was_changed(const char *path, const struct changed *c)
{
    if (c->out == 0)
        say_note("%s:%u: %zu %s added", path, c->line, c->in, lines(c->in));
    else if (c->in == 0)
        say_note("%s:%u: %zu %s taken out", path, c->line, c->out, lines(c->out));
    else if (c->in == c->out)
        say_note("%s:%u: %zu %s changed", path, c->line, c->in, lines(c->in));
    else
        say_note("%s:%u: %zu %s changed to %zu", path, c->line, c->out, lines(c->out), c->in);
}

static bool save(struct bank_editing *b, struct err *e)
{
    const struct bank_view *v = bank_editing_view(b);
    struct changed changed = what_changed(b);
    bool is_new = bank_editing_saved(b).n == 0;
    if (v->notice != NULL)
        say_note("%s", v->notice);
    if (!v->dirty) {
        say_note("%s says that already: nothing was changed", v->path);
        return true;
    }
    if (!bank_editing_save(b, e))
        return false;
    if (!is_new)
        say_what_was_changed(bank_editing_view(b)->path, &changed);
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
    if (!good && e->kind != ERR_USAGE)
        err_prefix(e, "%s", bank_editing_view(b)->path);
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
