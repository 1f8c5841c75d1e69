#include "app/starting.h"
#include "app/viewing.h"
#include "base/clock.h"
#include "base/vec.h"
#include "screens/new_state.h"

#define BROKEN "slate bank list says why these are left out: "

/* What the form holds before a key is pressed: presets of last time, drafts, a planned interview.
 */

/* Every planned interview has drafts of its own. */
static void add_draft_name(struct str *out, const struct new_screen *s, const char *key)
{
    if (s->planned_id)
        str_addf(out, "planned.%lld.%s", (long long)s->planned_id, key);
    else
        str_addf(out, "new.%s", key);
}

bool new_keep_draft(struct new_screen *s, size_t row, struct err *e)
{
    struct str name = STR_INIT;
    add_draft_name(&name, s, s->specs[row].key);
    bool ok = app_set_draft(s->app, name.s, form_text(&s->form, row), e);
    str_release(&name);
    return ok;
}

bool new_drop_drafts(struct new_screen *s, struct err *e)
{
    struct str prefix = STR_INIT;
    add_draft_name(&prefix, s, "");
    bool ok = app_drop_drafts(s->app, prefix.s, e);
    str_release(&prefix);
    return ok;
}

void new_take_drafts(struct new_screen *s)
{
    for (size_t row = 0; row < ROW_START; row++) {
        struct str name = STR_INIT, value = STR_INIT;
        add_draft_name(&name, s, s->specs[row].key);
        if (app_draft(s->app, name.s, &value))
            form_set(&s->form, row, value.s);
        str_release(&name);
        str_release(&value);
    }
    if (!str_same(form_text(&s->form, ROW_CANDIDATE), s->candidate.s))
        s->candidate_id = 0;
}

static void add_bank(struct new_screen *s, const char *title, const char *name)
{
    *VEC_PUSH(&s->titles) = title;
    *VEC_PUSH(&s->banks) = name;
    s->specs[ROW_BANK].choices = s->titles.items;
    s->specs[ROW_BANK].n = s->titles.n;
}

static bool is_choice(const struct app_bank *b)
{
    return b->good && !b->hidden_by;
}

static bool shares_title(const struct new_screen *s, const struct app_bank *b)
{
    size_t same = 0, n = app_banks(s->app);
    for (size_t i = 0; i < n; i++) {
        const struct app_bank *other = app_bank_at(s->app, i);
        same += is_choice(other) && str_same(other->title, b->title);
    }
    return same > 1;
}

/* Two roles may have one title: then the identifier stands behind it. */
static const char *title_of(struct new_screen *s, const struct app_bank *b)
{
    struct str text = STR_INIT;
    if (!shares_title(s, b))
        return b->title;
    str_addf(&text, "%s (%s)", b->title, b->name);
    const char *title = arena_dup(&s->arena, text.s);
    str_release(&text);
    return title;
}

void new_list_banks(struct new_screen *s)
{
    size_t n = app_banks(s->app);
    for (size_t i = 0; i < n; i++) {
        const struct app_bank *b = app_bank_at(s->app, i);
        if (b->hidden_by)
            continue;
        if (b->good)
            add_bank(s, title_of(s, b), b->name);
        else
            str_addf(&s->broken, "%s%s", s->broken.len ? ", " : BROKEN, b->name);
    }
    if (s->broken.len)
        s->specs[ROW_BANK].hint = s->broken.s;
}

bool new_set_bank(struct new_screen *s, const char *name)
{
    for (size_t i = 0; i < s->banks.n; i++)
        if (str_same(s->banks.items[i], name)) {
            form_set(&s->form, ROW_BANK, s->titles.items[i]);
            return true;
        }
    return false;
}

bool new_give_bank(struct new_screen *s, const char *name, struct err *e)
{
    const struct app_bank *b = app_bank_find(s->app, name, e);
    if (!b)
        return false;
    if (!b->good)
        return err_set(e, ERR_INPUT,
                       "the question bank \"%s\" has errors: \"slate bank check %s\" shows them",
                       name, name);
    if (str_same(b->name, name))
        return new_set_bank(s, name);
    add_bank(s, b->path, b->path); /* by its path: the folders need not have it */
    return new_set_bank(s, b->path);
}

static void set_minutes(struct new_screen *s, int minutes)
{
    struct str text = STR_INIT;
    if (minutes)
        str_addf(&text, "%d", minutes);
    form_set(&s->form, ROW_MINUTES, text.s);
    str_release(&text);
}

void new_preset(struct new_screen *s)
{
    struct last_choices last = {0};
    struct err e = ERR_INIT;
    form_set(&s->form, ROW_INTERVIEWER, s->app->me.s);
    if (!start_presets(s->app, &last, &e)) {
        arena_release(&last.arena);
        return; /* nothing to preset: the fields stay empty */
    }
    form_set(&s->form, ROW_JOB, last.job);
    new_set_bank(s, last.bank);
    form_set(&s->form, ROW_LEVEL, level_name(last.level));
    if (!s->app->me.len)
        form_set(&s->form, ROW_INTERVIEWER, last.interviewer);
    arena_release(&last.arena);
}

/* The bank of a plan may be gone: as it was stored with the plan it can still be asked. */
static void choose_planned_bank(struct new_screen *s, const struct interview *iv)
{
    if (new_set_bank(s, iv->kit.bank))
        return;
    str_addf(&s->planned_bank, "%s, as planned", iv->kit.title);
    add_bank(s, s->planned_bank.s, NULL);
    form_set(&s->form, ROW_BANK, s->planned_bank.s);
}

bool new_load_planned(struct new_screen *s, struct err *e)
{
    struct interview iv = {0};
    struct str when = STR_INIT;
    if (!view_interview(s->app, s->planned_id, &iv, e))
        return false;
    form_set(&s->form, ROW_CANDIDATE, iv.candidate);
    str_set(&s->candidate, iv.candidate);
    s->candidate_id = iv.candidate_id;
    form_set(&s->form, ROW_JOB, iv.job);
    choose_planned_bank(s, &iv);
    form_set(&s->form, ROW_LEVEL, level_name(iv.kit.level));
    form_set(&s->form, ROW_INTERVIEWER, iv.interviewer);
    set_minutes(s, iv.kit.minutes);
    if (iv.planned_at)
        clock_add_date_time(&when, iv.planned_at, app_offset(s->app, iv.planned_at));
    form_set(&s->form, ROW_WHEN, when.s);
    form_focus(&s->form, ROW_START);
    str_release(&when);
    interview_release(&iv);
    return true;
}
