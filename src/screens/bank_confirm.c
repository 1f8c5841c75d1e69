#include <stdlib.h>
#include <string.h>

#include "app/bank_editing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_words.h"
#include "screens/open.h"
#include "screens/pages.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* Shown before something is done to a bank: what will change in the file when it is saved, or the
 * lines that go when something is taken out. */

#define HEAD    2
#define CONTEXT 2 /* lines around each difference */

struct confirm {
    struct app *app;
    struct bank_editing *edit;
    char *place;  /* what is taken out; NULL: saving */
    bool changed; /* the file was changed by another program meanwhile */
    struct pages pages;
};

/* ---- the pages ---- */

static void add_diff_line(struct pages *p, const struct diff_line *line, const char *text)
{
    static const char *const signs[] = {" ", " ", "-", "+"};
    static const enum role roles[] = {ROLE_DIM, ROLE_DIM, ROLE_FLAG, ROLE_GOOD};
    struct str shown = STR_INIT;
    if (line->kind == DIFF_GAP) {
        pages_rule(p, NULL);
        return;
    }
    str_addn(&shown, text + line->at, line->len);
    pages_line(p, signs[line->kind], roles[line->kind], shown.s);
    str_release(&shown);
}

static void add_changes(struct confirm *s)
{
    struct diff diff = {0};
    struct diff_text old = bank_editing_saved(s->edit), new = bank_editing_current(s->edit);
    bank_editing_diff(s->edit, CONTEXT, &diff);
    for (size_t i = 0; i < diff.n; i++)
        if (diff.items[i].kind != DIFF_GAP || (i > 0 && i + 1 < diff.n))
            add_diff_line(&s->pages, &diff.items[i], diff.items[i].kind == DIFF_IN ? new.s : old.s);
    if (diff.n == 0)
        pages_text(&s->pages, ROLE_DIM, "Nothing changes in the file.");
    VEC_RELEASE(&diff);
}

/* The head of a unified diff: names of files, and numbers of lines. */
static bool is_head(const char *line)
{
    return strncmp(line, "--- ", 4) == 0 || strncmp(line, "+++ ", 4) == 0 ||
           strncmp(line, "@@ ", 3) == 0;
}

/* A unified diff as lines: what the other program did. */
static void add_others(struct confirm *s, const char *diff)
{
    pages_rule(&s->pages, "CHANGED MEANWHILE BY ANOTHER PROGRAM");
    while (*diff != '\0') {
        size_t n = strcspn(diff, "\n");
        struct str line = STR_INIT;
        if (is_head(diff)) {
            diff += n + (diff[n] == '\n');
            continue;
        }
        str_addn(&line, diff + (n > 0), n > 0 ? n - 1 : 0);
        char sign[2] = {diff[0], '\0'};
        pages_line(&s->pages, sign,
                   diff[0] == '-'   ? ROLE_FLAG
                   : diff[0] == '+' ? ROLE_GOOD
                                    : ROLE_DIM,
                   line.s);
        str_release(&line);
        diff += n + (diff[n] == '\n');
    }
    pages_rule(&s->pages, "YOUR CHANGES");
}

static void fill_save(struct confirm *s)
{
    struct str others = STR_INIT;
    pages_clear(&s->pages);
    s->changed = bank_editing_changed(s->edit, &others);
    if (s->changed)
        add_others(s, others.s);
    add_changes(s);
    str_release(&others);
}

/* Lines as they stand in the file, each behind the sign of going. */
static void fill_remove(struct confirm *s, const char *text)
{
    while (*text != '\0') {
        size_t n = strcspn(text, "\r\n");
        struct str line = STR_INIT;
        str_addn(&line, text, n);
        pages_line(&s->pages, "-", ROLE_FLAG, line.s);
        str_release(&line);
        text += n;
        text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';
    }
}

/* ---- drawing ---- */

static void draw(const void *state, struct canvas *c)
{
    const struct confirm *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    struct str left = STR_INIT;
    words_add_mark(&left, s->app);
    if (s->place != NULL)
        str_addf(&left, "Take these lines out of %s?", v->title);
    else {
        str_add(&left, "What saving changes in ");
        words_add_path(&left, s->app, v->path);
    }
    statusbar_header(c, 0, left.s, NULL);
    canvas_rule(c, 1, NULL);
    pages_draw(&s->pages, c, layout_body(c->rows, c->cols, HEAD));
    str_release(&left);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct confirm *s = state;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        pages_resize(&s->pages, a.rows, a.cols);
        return out_stay();
    }
    return out_unhandled();
}

static struct outcome run_on(void *state, struct key k)
{
    struct confirm *s = state;
    return pages_read_on(&s->pages, k);
}

static struct outcome run_up(void *state, struct key k)
{
    struct confirm *s = state;
    return pages_read_back(&s->pages, k);
}

/* ---- saving ---- */

static const char *is_changed(const void *state)
{
    const struct confirm *s = state;
    return s->changed ? "the file was changed meanwhile: c saves yours as a copy, r reads the file"
                      : NULL;
}

static struct outcome saved(struct confirm *s)
{
    struct str path = STR_INIT;
    words_add_path(&path, s->app, bank_editing_view(s->edit)->path);
    struct outcome o = out_say(TONE_GOOD, "Saved: %s", path.s);
    str_release(&path);
    o.kind = OUT_POP;
    o.value = 0;
    return o;
}

static struct outcome run_save(void *state, struct key k)
{
    struct confirm *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (bank_editing_save(s->edit, &e))
        return saved(s);
    fill_save(s);
    return out_failed(&e);
}

/* "colorist.yaml" is copied to the first of colorist-2.yaml, colorist-3.yaml ... that is free. */
static struct outcome run_copy(void *state, struct key k)
{
    struct confirm *s = state;
    struct err e = ERR_INIT;
    struct str old = STR_INIT, path = STR_INIT;
    bool ok = false;
    (void)k;
    str_add(&old, bank_editing_view(s->edit)->path);
    for (int n = 2; n < 100 && !ok; n++) {
        str_clear(&path);
        bank_words_copy_path(&path, old.s, n);
        e = (struct err)ERR_INIT;
        ok = bank_editing_save_as(s->edit, path.s, &e);
    }
    str_release(&old);
    str_release(&path);
    return ok ? saved(s) : out_failed(&e);
}

static struct outcome reloaded(void *state, int choice)
{
    struct confirm *s = state;
    struct err e = ERR_INIT;
    if (choice != 0)
        return out_stay();
    if (!bank_editing_reload(s->edit, &e))
        return out_failed(&e);
    return out_pop(0);
}

static const struct choice reload_choices[] = {{'r', "read the file, give mine up"}, {'n', "no"}};
static const struct ask reload_ask = {"Your changes would be lost.", reload_choices,
                                      COUNT_OF(reload_choices), reloaded};

static struct outcome run_reload(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&reload_ask);
}

static const struct action save_rows[] = {
    {.name = "save",
     .keys = "y s Enter Ctrl-S",
     .label = "save",
     .disabled = is_changed,
     .help = "Writes the file: the old one is replaced whole, or not at all.",
     .run = run_save},
    {.name = "save as a copy",
     .keys = "c",
     .label = "as a copy",
     .help = "Writes a new file beside it and goes on editing that one.",
     .run = run_copy},
    {.name = "reload",
     .keys = "r",
     .label = "reload",
     .help = "Gives your changes up and reads the file again.",
     .run = run_reload},
    PAGES_READ_ON(NULL, run_on),
    PAGES_READ_BACK(NULL, run_up),
    {.name = "back",
     .keys = "Esc n q",
     .label = "not yet",
     .help = "Back to the bank; nothing is saved, nothing is lost.",
     .run = out_back},
};

/* ---- taking out ---- */

static struct outcome run_remove(void *state, struct key k)
{
    struct confirm *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!bank_editing_remove(s->edit, s->place, &e))
        return out_failed(&e);
    return out_leaving(out_say(TONE_GOOD, "Taken out; u brings it back. Not saved yet."), 0);
}

static const struct action remove_rows[] = {
    {.name = "take out",
     .keys = "y d Enter",
     .label = "take out",
     .help = "Takes the lines out; undo brings them back, and the file is not saved yet.",
     .run = run_remove},
    PAGES_READ_ON(NULL, run_on),
    PAGES_READ_BACK(NULL, run_up),
    {.name = "back",
     .keys = "Esc n q",
     .label = "keep them",
     .help = "Back to the bank; nothing is taken out.",
     .run = out_back},
};

const struct actions bank_save_actions = {save_rows, COUNT_OF(save_rows), true};
const struct actions bank_remove_actions = {remove_rows, COUNT_OF(remove_rows), true};

static struct actions save_actions(const void *state)
{
    (void)state;
    return bank_save_actions;
}

static struct actions remove_actions(const void *state)
{
    (void)state;
    return bank_remove_actions;
}

static void close_confirm(void *state)
{
    struct confirm *s = state;
    pages_release(&s->pages);
    free(s->place);
    free(s);
}

static const struct screen_ops save_ops = {
    .name = "saving a bank",
    .draw = draw,
    .handle = handle,
    .actions = save_actions,
    .close = close_confirm,
};

static const struct screen_ops remove_ops = {
    .name = "taking out of a bank",
    .draw = draw,
    .handle = handle,
    .actions = remove_actions,
    .close = close_confirm,
};

static struct confirm *confirm_new(struct app *app, struct bank_editing *edit)
{
    struct confirm *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->edit = edit;
    pages_init(&s->pages);
    return s;
}

struct screen *bank_save_open(struct app *app, struct bank_editing *edit)
{
    struct confirm *s = confirm_new(app, edit);
    fill_save(s);
    return screen_new(&save_ops, s);
}

struct screen *bank_remove_open(struct app *app, struct bank_editing *edit, const char *place,
                                struct err *e)
{
    struct str lines = STR_INIT;
    struct screen *screen = NULL;
    if (bank_editing_extent(edit, place, &lines, e)) {
        struct confirm *s = confirm_new(app, edit);
        s->place = xstrdup(place);
        fill_remove(s, lines.s);
        screen = screen_new(&remove_ops, s);
    }
    str_release(&lines);
    return screen;
}
