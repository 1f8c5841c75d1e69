#include <stdlib.h>
#include <string.h>

#include "app/bank_editing.h"
#include "app/importing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_words.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/pages.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/form.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* Importing a text: which file, then what was made of it, line by line, before anything is written.
 */

#define HEAD 2

enum row { ROW_PATH, ROW_NAME, ROW_OLD, ROW_LOOK, ROWS };

static const struct form_row specs[ROWS] = {
    [ROW_PATH] = {.key = "path",
                  .label = "File",
                  .kind = FORM_TEXT,
                  .required = true,
                  .hint = "A text, a Markdown page, or a table saved as CSV."},
    [ROW_NAME] = {.key = "name",
                  .label = "Name",
                  .kind = FORM_TEXT,
                  .max = 80,
                  .hint = "Of the bank to be. Empty: made from its title."},
    [ROW_OLD] = {.key = "old",
                 .label = "Old Windows file",
                 .kind = FORM_YESNO,
                 .hint = "Yes when slate says that the file is not UTF-8."},
    [ROW_LOOK] = {.key = "look", .label = "Show what comes of it", .kind = FORM_BUTTON},
};

struct bank_import {
    struct app *app;
    struct form form;
    bool reviewing;
    struct importing im;
    struct pages pages;
    int rows, cols;
};

/* ---- the review ---- */

static void add_note(struct pages *p, const struct draft_note *note)
{
    bool lost = note->kind == DRAFT_LEFT_OUT;
    struct str text = STR_INIT;
    if (note->last > note->line)
        str_addf(&text, "lines %u to %u: ", note->line, note->last);
    else if (note->line > 0)
        str_addf(&text, "line %u: ", note->line);
    str_addf(&text, "%s%s.", lost ? "left out: " : "", note->text);
    pages_point(p, lost ? "–" : "·", lost ? ROLE_FLAG : ROLE_TEXT, text.s);
    str_release(&text);
}

static void add_findings(struct pages *p, const struct findings *list)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < list->n; i++) {
        bool bad = list->items[i].severity == FINDING_ERROR;
        str_clear(&text);
        str_addf(&text, "%s.%s%s", list->items[i].what, list->items[i].todo ? " " : "",
                 list->items[i].todo ? list->items[i].todo : "");
        pages_point(p, bad ? "!" : "·", bad ? ROLE_ERROR : ROLE_TEXT, text.s);
    }
    str_release(&text);
}

static size_t questions(const struct bank *b)
{
    size_t n = 0;
    for (int level = 0; level < LEVELS; level++)
        n += b->levels[level].n;
    return n;
}

static void fill_review(struct bank_import *s)
{
    struct pages *p = &s->pages;
    struct str path = STR_INIT;
    pages_clear(p);
    pages_textf(p, ROLE_STRONG, "%s: %zu questions", s->im.bank.title.s ? s->im.bank.title.s : "?",
                questions(&s->im.bank));
    words_add_path(&path, s->app, s->im.path.s);
    pages_textf(p, ROLE_DIM, "Would be written to %s", path.s);
    pages_rule(p, "WHAT WAS TAKEN, AND WHAT WAS NOT UNDERSTOOD");
    for (size_t i = 0; i < s->im.draft.n; i++)
        add_note(p, &s->im.draft.items[i]);
    if (s->im.draft.n == 0)
        pages_text(p, ROLE_DIM, "All of it was understood.");
    pages_rule(p, "WHAT IS STILL TO DO");
    add_findings(p, &s->im.findings);
    if (s->im.findings.n == 0)
        pages_text(p, ROLE_DIM, "Nothing: it can be used as it is.");
    struct area a = layout_body(s->rows, s->cols, HEAD);
    pages_resize(p, a.rows, a.cols);
    str_release(&path);
}

static struct outcome run_look(void *state, struct key k)
{
    struct bank_import *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!form_check(&s->form))
        return out_stay();
    const char *name = form_text(&s->form, ROW_NAME);
    struct import_request request = {.path = form_text(&s->form, ROW_PATH),
                                     .as = name[0] != '\0' ? name : NULL,
                                     .windows_1252 = form_chosen(&s->form, ROW_OLD) == 0};
    import_release(&s->im);
    s->reviewing = import_preview(s->app, &request, &s->im, &e);
    if (!s->reviewing) {
        form_error(&s->form, ROW_PATH, e.text);
        return out_stay();
    }
    fill_review(s);
    return out_stay();
}

static struct outcome run_write(void *state, struct key k)
{
    struct bank_import *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!import_write(s->app, &s->im, &e))
        return out_failed(&e);
    struct screen *bank = bank_open(s->app, s->im.path.s, &e);
    return bank != NULL ? out_replace(bank) : out_failed(&e);
}

static struct outcome run_back(void *state, struct key k)
{
    struct bank_import *s = state;
    (void)k;
    if (!s->reviewing)
        return out_pop(-1);
    s->reviewing = false;
    return out_stay();
}

static struct outcome run_on(void *state, struct key k)
{
    struct bank_import *s = state;
    return pages_read_on(&s->pages, k);
}

static struct outcome run_up(void *state, struct key k)
{
    struct bank_import *s = state;
    return pages_read_back(&s->pages, k);
}

/* ---- events and drawing ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct bank_import *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        s->rows = ev->rows;
        s->cols = ev->cols;
        form_resize(&s->form, a.rows, a.cols);
        pages_resize(&s->pages, a.rows, a.cols);
        return out_stay();
    }
    if (s->reviewing)
        return out_unhandled();
    enum form_result result = form_handle(&s->form, ev, &ch);
    if (result == FORM_SUBMIT)
        return run_look(s, (struct key){0});
    return fields_say(result);
}

static void draw(const void *state, struct canvas *c)
{
    const struct bank_import *s = state;
    struct str left = STR_INIT;
    words_add_mark(&left, s->app);
    str_add(&left, s->reviewing ? "Import: a draft, nothing is written yet" : "Import a text");
    statusbar_header(c, 0, left.s, NULL);
    canvas_rule(c, 1, NULL);
    if (s->reviewing)
        pages_draw(&s->pages, c, layout_body(c->rows, c->cols, HEAD));
    else
        form_draw(&s->form, c, layout_body(c->rows, c->cols, HEAD));
    str_release(&left);
}

static bool typing(const void *state)
{
    const struct bank_import *s = state;
    return !s->reviewing && form_typing(&s->form);
}

static const char *not_reviewing(const void *state)
{
    const struct bank_import *s = state;
    return s->reviewing ? NULL : "look at what comes of it first";
}

static const struct action rows[] = {
    {.name = "write the draft",
     .keys = "y",
     .label = "write the draft",
     .disabled = not_reviewing,
     .help = "Writes the new file and opens it, to fill in what is missing.",
     .run = run_write},
    PAGES_READ_ON(not_reviewing, run_on),
    PAGES_READ_BACK(not_reviewing, run_up),
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back: from what came of it to the file, from there to the list of banks.",
     .run = run_back},
};

const struct actions bank_import_actions = {rows, COUNT_OF(rows), true};

/* The last row is all there is to do before there is something to look at. */
static struct actions actions(const void *state)
{
    const struct bank_import *s = state;
    size_t first = s->reviewing ? 0 : COUNT_OF(rows) - 1;
    return (struct actions){rows + first, COUNT_OF(rows) - first, s->reviewing};
}

static void close_import(void *state)
{
    struct bank_import *s = state;
    form_release(&s->form);
    pages_release(&s->pages);
    import_release(&s->im);
    free(s);
}

static const struct screen_ops bank_import_ops = {
    .name = "import",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_import,
};

struct screen *bank_import_open(struct app *app)
{
    struct bank_import *s = xcalloc(1, sizeof *s);
    s->app = app;
    pages_init(&s->pages);
    form_init(&s->form, specs, ROWS);
    form_set(&s->form, ROW_OLD, "no");
    return screen_new(&bank_import_ops, s);
}
