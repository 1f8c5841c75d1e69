#include "base/vec.h"
#include "screens/bank_state.h"
#include "screens/open.h"

/* The file of a bank that is open: saving it, the user's own editor, other programs, leaving. */

const char *bank_not_dirty(const void *state)
{
    const struct bank_screen *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    return v->dirty || v->fresh ? NULL : "nothing was changed";
}

struct outcome bank_run_save(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    return out_push(bank_save_open(s->app, s->edit));
}

static struct outcome edited(void *state, int status, const struct err *e)
{
    struct bank_screen *s = state;
    struct err failed = ERR_INIT;
    if (status < 0)
        return out_failed(e);
    if (!bank_editing_changed(s->edit, NULL))
        return out_say(TONE_PLAIN, "The file is as it was.");
    if (!bank_editing_reload(s->edit, &failed)) {
        s->broken = failed;
        return out_ask(&bank_again_ask);
    }
    s->counted = false;
    bank_refresh(s, NULL);
    const struct bank_view *v = bank_editing_view(s->edit);
    if (v->errors > 0)
        return out_say(TONE_WARN, "Read again: %zu to mend; p lists them.", v->errors);
    return out_say(TONE_GOOD, "Read again.");
}

struct outcome bank_run_editor(void *state, struct key k)
{
    struct bank_screen *s = state;
    const struct outline_line *line = bank_chosen(s);
    const struct bank_view *v = bank_editing_view(s->edit);
    (void)k;
    if (v->dirty || v->fresh)
        return out_say(TONE_WARN,
                       "Save first (s): the editor opens the file as it is on the disk.");
    struct outside_file file = {v->path,
                                line != NULL ? bank_editing_line(s->edit, line->place) : 0};
    return outside_run(&s->outside, s->app, &file, edited);
}

static struct outcome again(void *state, int choice)
{
    struct bank_screen *s = state;
    if (choice == 0)
        return bank_run_editor(s, (struct key){0});
    return out_say(TONE_WARN, "The bank is shown as it was read before: %s", s->broken.text);
}

static const struct choice again_choices[] = {{'e', "edit again"}, {'l', "leave it so"}};
const struct ask bank_again_ask = {
    "What you saved cannot be read as a question bank any more. Edit again?", again_choices,
    COUNT_OF(again_choices), again};

struct outcome bank_run_problems(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    bank_editing_check(s->edit);
    s->listing = true;
    return out_push(bank_problems_open(s->app, s->edit));
}

const char *bank_no_problems(const void *state)
{
    const struct bank_screen *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    return v->findings->n > 0 || !v->checked ? NULL : "there are none";
}

static struct outcome left(void *state, int choice)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    if (choice == 0)
        return bank_run_save(state, (struct key){0});
    return bank_editing_drop_left(s->edit, &e) ? out_pop(-1) : out_failed(&e);
}

static const struct choice leave_choices[] = {{'s', "save first"}, {'d', "discard the changes"}};
static const struct ask leave_ask = {"The changes to this bank are not in the file yet.",
                                     leave_choices, COUNT_OF(leave_choices), left};

struct outcome bank_run_back(void *state, struct key k)
{
    (void)k;
    return bank_not_dirty(state) != NULL ? out_pop(-1) : out_ask(&leave_ask);
}

/* Somebody else may have saved the file meanwhile. Without changes of our own it is simply read. */
struct outcome bank_look_again(struct bank_screen *s)
{
    struct err e = ERR_INIT;
    if (!bank_editing_changed(s->edit, NULL)) {
        s->told = false;
        return out_unhandled();
    }
    if (s->told)
        return out_unhandled();
    s->told = true;
    if (bank_editing_view(s->edit)->dirty)
        return out_say(TONE_WARN, "The file was changed by another program. Your changes are still "
                                  "here; s shows both.");
    if (!bank_editing_reload(s->edit, &e))
        return out_failed(&e);
    s->told = false;
    bank_look_for_left(s);
    s->counted = false;
    bank_refresh(s, NULL);
    return out_say(TONE_PLAIN, "The file was changed by another program and read again.");
}

void bank_count_uses(struct bank_screen *s)
{
    struct err none = ERR_INIT; /* what cannot be counted is not said */
    if (!bank_editing_uses(s->edit, &s->uses, &none))
        s->uses = (struct bank_uses){0, 0};
    s->counted = true;
}
