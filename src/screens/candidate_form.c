#include <stdlib.h>
#include <string.h>

#include "app/candidates.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/form.h"

/* Name and contact data. What is typed is kept as a draft per key until it is saved, so that
 * neither Esc nor a power cut loses it. */

enum { ROW_NAME, ROW_EMAIL, ROW_PHONE, ROW_LINK, ROW_SAVE, ROWS };

static const struct form_row specs[ROWS] = {
    [ROW_NAME] = {.key = "name",
                  .label = "Name",
                  .kind = FORM_TEXT,
                  .required = true,
                  .max = NAME_MAX_BYTES,
                  .hint = "As it is to stand on scorecards."},
    [ROW_EMAIL] = {.key = "email",
                   .label = "Mail",
                   .kind = FORM_TEXT,
                   .max = 1000,
                   .hint = "One address. May stay empty."},
    [ROW_PHONE] = {.key = "phone",
                   .label = "Phone",
                   .kind = FORM_TEXT,
                   .max = 1000,
                   .hint = "May stay empty."},
    [ROW_LINK] = {.key = "link",
                  .label = "Link",
                  .kind = FORM_TEXT,
                  .max = 1000,
                  .hint = "A reel, a portfolio, a profile. May stay empty."},
    [ROW_SAVE] = {.key = "save", .label = "Save", .kind = FORM_BUTTON, .hint = "Enter saves."},
};

struct candidate_form {
    struct app *app;
    int64_t id;
    struct str name;
    struct form form;
};

/* ---- drafts ---- */

static void draft_name(const struct candidate_form *s, const char *key, struct str *out)
{
    str_addf(out, "candidate.%lld.%s", (long long)s->id, key);
}

static struct outcome keep_draft(struct candidate_form *s, size_t row)
{
    struct str name = STR_INIT;
    struct err e = ERR_INIT;
    draft_name(s, specs[row].key, &name);
    bool ok = app_set_draft(s->app, name.s, form_text(&s->form, row), &e);
    str_release(&name);
    return ok ? out_stay() : out_failed(&e);
}

static bool drop_drafts(struct candidate_form *s, struct err *e)
{
    struct str name = STR_INIT;
    draft_name(s, "", &name);
    bool ok = app_drop_drafts(s->app, name.s, e);
    str_release(&name);
    return ok;
}

static void fill(struct candidate_form *s, const struct candidate *c)
{
    const char *const texts[] = {c->name, c->email, c->phone, c->link};
    for (size_t row = 0; row < COUNT_OF(texts); row++) {
        struct str name = STR_INIT, draft = STR_INIT;
        draft_name(s, specs[row].key, &name);
        form_set(&s->form, row, app_draft(s->app, name.s, &draft) ? draft.s : texts[row]);
        str_release(&name);
        str_release(&draft);
    }
}

/* ---- saving ---- */

/* The err names its field in front. */
static struct outcome refuse(struct candidate_form *s, const struct err *e)
{
    for (size_t row = 0; row < ROW_SAVE; row++) {
        size_t n = strlen(specs[row].key);
        if (e->kind != ERR_INPUT || strncmp(e->text, specs[row].key, n) != 0 || e->text[n] != ':')
            continue;
        form_error(&s->form, row, e->text + n + 2);
        form_focus(&s->form, row);
        return out_stay();
    }
    return out_failed(e);
}

static struct outcome save(struct candidate_form *s)
{
    struct err e = ERR_INIT;
    struct candidate c = {.id = s->id,
                          .name = form_text(&s->form, ROW_NAME),
                          .email = form_text(&s->form, ROW_EMAIL),
                          .phone = form_text(&s->form, ROW_PHONE),
                          .link = form_text(&s->form, ROW_LINK)};
    if (!form_check(&s->form))
        return out_stay();
    if (!candidates_edit(s->app, &c, &e))
        return refuse(s, &e);
    if (!drop_drafts(s, &e))
        return out_failed(&e);
    return out_leaving(out_say(TONE_GOOD, "Saved."), 0);
}

/* ---- events ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct candidate_form *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE)
        return fields_resize(&s->form, ev);
    enum form_result result = form_handle(&s->form, ev, &ch);
    switch (result) {
    case FORM_CHANGED:
    case FORM_TAKEN:
        return keep_draft(s, ch.row);
    case FORM_SUBMIT:
        return save(s);
    default:
        return fields_say(result);
    }
}

static struct outcome run_save(void *state, struct key k)
{
    (void)k;
    return save(state);
}

/* As it stands in the store: what was typed is thrown away, on purpose. */
static struct outcome run_revert(void *state, struct key k)
{
    struct candidate_form *s = state;
    struct candidate_file file;
    struct err e = ERR_INIT;
    (void)k;
    if (!drop_drafts(s, &e) || !candidates_load(s->app, s->id, &file, &e))
        return out_failed(&e);
    fill(s, &file.contact);
    candidate_file_release(&file);
    return out_say(TONE_PLAIN, "As it is stored.");
}

static const struct action rows[] = {
    {.name = "save",
     .keys = "Ctrl-G",
     .label = "save",
     .when = ALWAYS,
     .help = "Saves what the form says.",
     .run = run_save},
    {.name = "as stored",
     .keys = "Ctrl-O",
     .label = "as stored",
     .when = ALWAYS,
     .help = "Throws away what was typed and not saved.",
     .run = run_revert},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back without saving; what was typed is kept for the next time.",
     .run = out_back},
};

const struct actions candidate_form_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return candidate_form_actions;
}

static bool typing(const void *state)
{
    const struct candidate_form *s = state;
    return form_typing(&s->form);
}

static void draw(const void *state, struct canvas *c)
{
    const struct candidate_form *s = state;
    struct str title = STR_INIT;
    words_add_mark(&title, s->app);
    str_add(&title, s->name.s);
    fields_draw(&s->form, c, title.s, "name and contact data");
    str_release(&title);
}

static void close_form(void *state)
{
    struct candidate_form *s = state;
    form_release(&s->form);
    str_release(&s->name);
    free(s);
}

static const struct screen_ops ops = {
    .name = "candidate form",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_form,
};

struct screen *candidate_form_open(struct app *app, int64_t id, struct err *e)
{
    struct candidate_file file;
    if (!candidates_load(app, id, &file, e))
        return NULL;
    struct candidate_form *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->id = file.contact.id;
    str_init(&s->name);
    str_set(&s->name, file.contact.name);
    form_init(&s->form, specs, ROWS);
    fill(s, &file.contact);
    candidate_file_release(&file);
    return screen_new(&ops, s);
}
