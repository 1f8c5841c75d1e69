#include <stdlib.h>
#include <string.h>

#include "app/export.h"
#include "base/alloc.h"
#include "base/file.h"
#include "base/job.h"
#include "base/osc52.h"
#include "base/vec.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "tui/action.h"
#include "tui/form.h"

/* Handing over: one scorecard or all of them, in which form, with what left out, and where to. The
 * choices are kept for the next time. */

enum { ROW_FORMAT, ROW_TO, ROW_FILE, ROW_WITH, ROW_NAME, ROW_NOTES, ROW_CONTACTS, ROW_DO, ROWS };

#define FORMATS 6
#define PLACES  2

static const char *const formats[FORMATS] = {"html", "text", "markdown",
                                             "json", "csv",  "csv-answers"};
static const char *const format_choices[FORMATS] = {
    "web page, prints well",    "plain text",           "Markdown", "JSON",
    "CSV, a row per interview", "CSV, a row per answer"};
static const char *const place_choices[PLACES] = {"a file", "the clipboard"};

static const struct form_row row_specs[ROWS] = {
    [ROW_FORMAT] = {.key = "format",
                    .label = "As",
                    .kind = FORM_CHOICE,
                    .choices = format_choices,
                    .n = FORMATS,
                    .hint = "Left and Right choose. A web page opens anywhere and stands alone."},
    [ROW_TO] = {.key = "to",
                .label = "Into",
                .kind = FORM_CHOICE,
                .choices = place_choices,
                .n = PLACES,
                .hint = "The clipboard is the terminal's; not every terminal lets it be set."},
    [ROW_FILE] = {.key = "file",
                  .label = "File",
                  .kind = FORM_TEXT,
                  .hint = "A name, or a path such as ~/Desktop/ada.html. Only you may read it."},
    [ROW_WITH] = {.label = "What goes with it", .kind = FORM_HEADING},
    [ROW_NAME] = {.key = "name",
                  .label = "Interviewer",
                  .kind = FORM_YESNO,
                  .hint = "The name of whoever scored."},
    [ROW_NOTES] = {.key = "notes",
                   .label = "Notes",
                   .kind = FORM_YESNO,
                   .hint = "What was noted. The summary and the reason of the decision always go."},
    [ROW_CONTACTS] = {.key = "contacts",
                      .label = "Contacts",
                      .kind = FORM_YESNO,
                      .hint = "The candidate's mail, phone and link."},
    [ROW_DO] = {.key = "do", .label = "Hand over", .kind = FORM_BUTTON, .hint = "Enter does it."},
};

struct hand_over {
    struct app *app;
    int64_t id;                     /* 0: all */
    const struct list_filter *view; /* of all, only these; NULL: all of them */
    struct form_row specs[ROWS];
    struct form form;
    struct str name; /* the file's, as it was found for the format */
    struct str path; /* as typed, with the home folder in place of ~ */
    struct str question;
    struct ask ask;
};

static const char *format_of(const struct hand_over *s)
{
    int i = form_chosen(&s->form, ROW_FORMAT);
    return i >= 0 ? formats[i] : NULL;
}

static struct export_request request_of(const struct hand_over *s)
{
    return (struct export_request){.format = format_of(s),
                                   .id = s->id,
                                   .view = s->view,
                                   .no_interviewer = form_chosen(&s->form, ROW_NAME) == 1,
                                   .no_notes = form_chosen(&s->form, ROW_NOTES) == 1,
                                   .no_contacts = form_chosen(&s->form, ROW_CONTACTS) == 1};
}

/* ---- the choices of last time ---- */

static void setting_name(const struct hand_over *s, size_t row, struct str *out)
{
    str_addf(out, "hand.%s.%s", s->id != 0 ? "one" : "all", s->specs[row].key);
}

static bool is_kept(size_t row)
{
    return row != ROW_FILE && row != ROW_WITH && row != ROW_DO;
}

static bool keep_choices(const struct hand_over *s, struct err *e)
{
    bool ok = true;
    for (size_t row = 0; ok && row < ROWS; row++) {
        struct str name = STR_INIT;
        if (!is_kept(row))
            continue;
        setting_name(s, row, &name);
        ok = app_set_draft(s->app, name.s, form_text(&s->form, row), e);
        str_release(&name);
    }
    return ok;
}

static void preset(struct hand_over *s)
{
    form_set(&s->form, ROW_FORMAT, format_choices[s->id != 0 ? 0 : 4]);
    form_set(&s->form, ROW_TO, place_choices[0]);
    form_set(&s->form, ROW_NAME, "yes");
    form_set(&s->form, ROW_NOTES, "yes");
    form_set(&s->form, ROW_CONTACTS, "yes");
    for (size_t row = 0; row < ROWS; row++) {
        struct str name = STR_INIT, value = STR_INIT;
        if (is_kept(row))
            setting_name(s, row, &name);
        if (is_kept(row) && app_draft(s->app, name.s, &value))
            form_set(&s->form, row, value.s);
        str_release(&name);
        str_release(&value);
    }
}

/* A name that was typed stays; the one that was found follows the format. */
static bool find_name(struct hand_over *s, struct err *e)
{
    struct export_request what = request_of(s);
    if (!str_same(form_text(&s->form, ROW_FILE), s->name.s) || what.format == NULL)
        return true;
    if (!export_name(s->app, &what, &s->name, e))
        return false;
    form_set(&s->form, ROW_FILE, s->name.s);
    return true;
}

/* ---- doing it ---- */

static struct outcome save(struct hand_over *s, bool force)
{
    struct export_request what = request_of(s);
    struct err e = ERR_INIT;
    if (!keep_choices(s, &e))
        return out_failed(&e);
    struct job *job = export_job(s->app, &what, &(struct export_file){s->path.s, force}, &e);
    return job ? out_leaving(out_job(job), -1) : out_failed(&e);
}

static struct outcome answered(void *state, int choice)
{
    struct hand_over *s = state;
    if (choice == 0)
        return save(s, true);
    form_focus(&s->form, ROW_FILE);
    return out_stay();
}

static const struct choice over_choices[] = {{'r', "replace it"}, {'n', "another name"}};

static struct outcome to_file(struct hand_over *s)
{
    const char *typed = form_text(&s->form, ROW_FILE);
    if (typed[0] == '\0') {
        form_error(&s->form, ROW_FILE, "Give the file a name.");
        form_focus(&s->form, ROW_FILE);
        return out_stay();
    }
    str_clear(&s->path);
    export_path(s->app, typed, &s->path);
    if (!file_exists(s->path.s))
        return save(s, false);
    str_clear(&s->question);
    str_addf(&s->question, "%s is there already.", s->path.s);
    s->ask = (struct ask){s->question.s, over_choices, COUNT_OF(over_choices), answered};
    return out_ask(&s->ask);
}

static bool gather(void *data, const struct str *piece, struct err *e)
{
    (void)e;
    str_addn(data, piece->s, piece->len);
    return true;
}

static struct outcome to_clipboard(struct hand_over *s)
{
    struct export_request what = request_of(s);
    struct export_result done;
    struct str text = STR_INIT;
    struct export_sink sink = {gather, &text};
    struct err e = ERR_INIT;
    if (keep_choices(s, &e) && export_to(s->app, &what, &sink, &done, &e) && osc52_fits(&text, &e))
        return out_leaving(out_copy(str_steal(&text)), -1);
    str_release(&text);
    return out_failed(&e);
}

static struct outcome submit(struct hand_over *s)
{
    if (format_of(s) == NULL) {
        form_error(&s->form, ROW_FORMAT, "Choose one of them.");
        form_focus(&s->form, ROW_FORMAT);
        return out_stay();
    }
    return form_chosen(&s->form, ROW_TO) == 1 ? to_clipboard(s) : to_file(s);
}

/* ---- events ---- */

static struct outcome changed(struct hand_over *s, size_t row)
{
    struct err e = ERR_INIT;
    /* nobody pastes a page's source; who wants it may still choose it */
    if (row == ROW_TO && form_chosen(&s->form, ROW_TO) == 1 && str_same(format_of(s), formats[0]))
        form_set(&s->form, ROW_FORMAT, format_choices[1]);
    if ((row != ROW_FORMAT && row != ROW_TO) || find_name(s, &e))
        return out_stay();
    return out_failed(&e);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct hand_over *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE)
        return fields_resize(&s->form, ev);
    enum form_result result = form_handle(&s->form, ev, &ch);
    switch (result) {
    case FORM_CHANGED:
    case FORM_TAKEN:
        return changed(s, ch.row);
    case FORM_SUBMIT:
        return submit(s);
    default:
        return fields_say(result);
    }
}

static struct outcome run_next(void *state, struct key k)
{
    struct hand_over *s = state;
    (void)k;
    return fields_next(&s->form);
}

static struct outcome run_do(void *state, struct key k)
{
    (void)k;
    return submit(state);
}

static const struct action rows[] = {
    FIELDS_NEXT(run_next),
    {.name = "hand over",
     .keys = "Ctrl-G",
     .label = "hand over",
     .when = ALWAYS,
     .help = "Does what the form says; a file is never put over another one unasked.",
     .run = run_do},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back without handing anything over.",
     .run = out_back},
};

const struct actions hand_over_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return hand_over_actions;
}

static bool typing(const void *state)
{
    const struct hand_over *s = state;
    return form_typing(&s->form);
}

static void draw(const void *state, struct canvas *c)
{
    const struct hand_over *s = state;
    fields_draw(&s->form, c,
                s->id != 0 ? "Hand over a scorecard"
                : s->view  ? "Hand over the sessions of the list"
                           : "Hand over all sessions",
                s->app->demo ? "DEMO" : NULL);
}

static void close_hand_over(void *state)
{
    struct hand_over *s = state;
    form_release(&s->form);
    str_release(&s->name);
    str_release(&s->path);
    str_release(&s->question);
    free(s);
}

static const struct screen_ops ops = {
    .name = "hand over",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_hand_over,
};

static struct screen *make(struct app *app, int64_t id, const struct list_filter *view,
                           struct err *e)
{
    struct hand_over *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->id = id;
    s->view = view;
    str_init(&s->name);
    str_init(&s->path);
    str_init(&s->question);
    memcpy(s->specs, row_specs, sizeof row_specs);
    if (id == 0)
        s->specs[ROW_TO].n = 1; /* no clipboard takes all of it */
    form_init(&s->form, s->specs, ROWS);
    preset(s);
    if (find_name(s, e))
        return screen_new(&ops, s);
    close_hand_over(s);
    return NULL;
}

struct screen *hand_over_open(struct app *app, int64_t id, struct err *e)
{
    return make(app, id, NULL, e);
}

struct screen *hand_over_view_open(struct app *app, const struct list_filter *view, struct err *e)
{
    return make(app, 0, view, e);
}
