#include "bank/draft.h"

#include "base/vec.h"

void draft_release(struct draft *d)
{
    VEC_RELEASE(d);
    str_release(&d->yaml);
    arena_release(&d->arena);
    *d = (struct draft){0};
    str_init(&d->yaml);
}

const char *draft_format_name(enum draft_format format)
{
    static const char *const names[] = {"a page", "Markdown", "a table"};
    return names[format];
}

void draft_add_note(struct str *out, const struct draft_note *note, const char *name)
{
    str_add(out, name);
    if (note->line > 0)
        str_addf(out, ":%u", (unsigned)note->line);
    if (note->last > note->line)
        str_addf(out, "-%u", (unsigned)note->last);
    str_addf(out, ": %s: %s%s\n", note->kind == DRAFT_LEFT_OUT ? "left out" : "assumed", note->text,
             note->last > note->line ? " and what follows" : "");
}
