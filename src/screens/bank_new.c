#include <stdlib.h>
#include <string.h>

#include "app/bank_editing.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/form.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* A new bank from the template: its title and the name of its file. Nothing is written before it is
 * saved in the bank's own screen. */

#define HEAD          2
#define FILE_NAME_MAX 80 /* bytes */

enum row { ROW_TITLE, ROW_NAME, ROW_MAKE, ROWS };

static const struct form_row specs[ROWS] = {
    [ROW_TITLE] = {.key = "title",
                   .label = "Role",
                   .kind = FORM_TEXT,
                   .required = true,
                   .max = 200,
                   .hint = "As it is called, such as: Sound Editor"},
    [ROW_NAME] = {.key = "name",
                  .label = "File name",
                  .kind = FORM_TEXT,
                  .max = 80,
                  .hint = "Small letters, digits and hyphens. Empty: made from the role."},
    [ROW_MAKE] = {.key = "make", .label = "Begin the bank", .kind = FORM_BUTTON},
};

struct bank_new {
    struct app *app;
    struct form form;
};

static struct outcome run_make(void *state, struct key k)
{
    struct bank_new *s = state;
    struct err e = ERR_INIT;
    struct str name = STR_INIT;
    (void)k;
    if (!form_check(&s->form))
        return out_stay();
    str_add(&name, form_text(&s->form, ROW_NAME));
    if (name.len == 0)
        utf8_slug(&name, form_text(&s->form, ROW_TITLE), FILE_NAME_MAX, true);
    struct bank_editing *edit =
        bank_editing_new(s->app, name.s, form_text(&s->form, ROW_TITLE), &e);
    str_release(&name);
    if (edit == NULL) {
        form_error(&s->form, ROW_NAME, e.text);
        form_focus(&s->form, ROW_NAME);
        return out_stay();
    }
    return out_replace(bank_screen_of(s->app, edit));
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct bank_new *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        form_resize(&s->form, a.rows, a.cols);
        return out_stay();
    }
    enum form_result result = form_handle(&s->form, ev, &ch);
    if (result == FORM_SUBMIT)
        return run_make(s, (struct key){0});
    return fields_say(result);
}

static void draw(const void *state, struct canvas *c)
{
    const struct bank_new *s = state;
    struct str left = STR_INIT;
    words_add_mark(&left, s->app);
    str_add(&left, "New question bank");
    statusbar_header(c, 0, left.s, NULL);
    canvas_rule(c, 1, NULL);
    form_draw(&s->form, c, layout_body(c->rows, c->cols, HEAD));
    str_release(&left);
}

static bool typing(const void *state)
{
    const struct bank_new *s = state;
    return form_typing(&s->form);
}

static const struct action rows[] = {
    {.name = "begin",
     .keys = "Ctrl-S",
     .label = "begin",
     .when = ALWAYS,
     .help = "Begins the bank from the template; it is saved later, on its own screen.",
     .run = run_make},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back to the list of banks.",
     .run = out_back},
};

const struct actions bank_new_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return bank_new_actions;
}

static void close_new(void *state)
{
    struct bank_new *s = state;
    form_release(&s->form);
    free(s);
}

static const struct screen_ops bank_new_ops = {
    .name = "new bank",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_new,
};

struct screen *bank_new_open(struct app *app)
{
    struct bank_new *s = xcalloc(1, sizeof *s);
    s->app = app;
    form_init(&s->form, specs, ROWS);
    return screen_new(&bank_new_ops, s);
}
