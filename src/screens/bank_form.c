#include <stdlib.h>
#include <string.h>

#include "app/bank_editing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_findings.h"
#include "screens/bank_rows.h"
#include "screens/bank_words.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/preview.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* The fields of a question, a level, a fact, a term, or of the bank. What is typed is in the bank
 * at once, one step of undo for each visit of a field, so that the remarks beside it and the
 * preview are about what stands there. The file is not touched. */

#define HEAD     2
#define FINDINGS 4
#define WIDE     120 /* columns from which a preview stands beside */
#define LIVE_SIZE                                                                                  \
    (128 << 10) /* bytes of a bank up to which each key is checked at once; a larger               \
                   one is when no key came for a moment */

enum row_state {
    ROW_IN,     /* the bank has what stands there */
    ROW_TYPED,  /* not tried yet */
    ROW_REFUSED /* tried: the bank cannot have it */
};

struct bank_form {
    struct app *app;
    struct bank_editing *edit;
    struct outline_line line;
    struct str place; /* changes with the name of what is edited */
    struct form form;
    const struct form_row *rows;
    size_t n;
    long step;              /* the row whose text is the last step of undo, or -1 */
    enum row_state *states; /* by row */
    bool *typed;            /* by row: it is kept as typed */
    struct ask ask;         /* about a text that cannot be taken */
    struct str question;
};

/* A name is tried when the focus leaves it: half of it may be another's. */
static bool is_name(const struct bank_form *s, size_t row)
{
    return str_same(s->rows[row].key, "id");
}

static bool has_key(const struct bank_form *s)
{
    return s->line.kind == OUTLINE_TERM || s->line.kind == OUTLINE_COMPETENCY;
}

/* ---- putting texts into the bank ---- */

static bool set(struct bank_form *s, size_t row, struct err *e)
{
    const char *text = form_text(&s->form, row);
    struct edit_field fields[] = {{s->rows[row].key, text}, {0}};
    if (has_key(s) && is_name(s, row))
        return bank_editing_rename(s->edit, s->place.s, text, e);
    if (s->rows[row].key[0] == '\0')
        return bank_editing_set(s->edit, s->place.s, text, e);
    return bank_editing_set_all(s->edit, s->place.s, fields, e);
}

/* "senior/juggling" or "glossary.5.1" with another name. */
static void rename_place(struct bank_form *s, const char *name)
{
    size_t at = strcspn(s->place.s, "./") + 1;
    str_splice(&s->place, at, s->place.len - at, name, strlen(name));
}

/* ---- what is typed and not in the bank is kept as well ---- */

static void keep_typed(struct bank_form *s, size_t row)
{
    struct str name = STR_INIT;
    struct err none = ERR_INIT; /* it still stands on the screen */
    bool in = s->states[row] == ROW_IN;
    str_addf(&name, "%s %s", s->place.s, s->rows[row].key);
    if (!in || s->typed[row])
        s->typed[row] = bank_editing_keep_typed(s->edit, name.s,
                                                in ? NULL : form_text(&s->form, row), &none) != in;
    str_release(&name);
}

/* ---- into the bank ---- */

static struct str text_of(struct bank_editing *edit)
{
    struct diff_text now = bank_editing_current(edit);
    struct str text = STR_INIT;
    str_addn(&text, now.s, now.n);
    return text;
}

static bool differs(struct bank_editing *edit, const struct str *before)
{
    struct diff_text now = bank_editing_current(edit);
    return now.n != before->len || memcmp(now.s, before->s, now.n) != 0;
}

/* What was refused, in the words of the form: not the name that the file has for the field. */
static void show_error(struct bank_form *s, size_t row, const struct err *e)
{
    struct str key = STR_INIT, text = STR_INIT;
    const char *said = e->text;
    str_addf(&key, "\"%s\"", s->rows[row].key);
    const char *at = key.len > 2 ? strstr(said, key.s) : NULL;
    if (form_text(&s->form, row)[strspn(form_text(&s->form, row), " \n")] == '\0')
        str_add(&text, "this cannot be left empty; the bank keeps what stood here");
    else if (at != NULL)
        str_addf(&text, "%.*s\"%s\"%s", (int)(at - said), said, s->rows[row].label, at + key.len);
    else
        str_add(&text, said);
    form_error(&s->form, row, text.s);
    str_release(&key);
    str_release(&text);
}

/* The text of a row as typed so far, in place of what this visit of the row put there before. */
static bool apply(struct bank_form *s, size_t row)
{
    struct err e = ERR_INIT, none = ERR_INIT;
    if (s->step == (long)row && !bank_editing_undo(s->edit, &e))
        return false;
    s->step = -1;
    struct str before = text_of(s->edit);
    bool ok = set(s, row, &e);
    if (differs(s->edit, &before))
        s->step = (long)row;
    str_release(&before);
    s->states[row] = ok ? ROW_IN : ROW_REFUSED;
    keep_typed(s, row);
    if (ok && is_name(s, row))
        rename_place(s, form_text(&s->form, row));
    if (ok)
        form_error(&s->form, row, NULL);
    else
        show_error(s, row, &e);
    bank_editing_keep(s->edit, &none); /* the header says when it could not */
    return ok;
}

/* The focus goes elsewhere: from now on it is a step of its own. */
static bool leave_row(struct bank_form *s, size_t row)
{
    bool ok = s->states[row] == ROW_IN || apply(s, row);
    s->step = -1;
    return ok;
}

static bool is_large(const struct bank_form *s)
{
    return bank_editing_current(s->edit).n > LIVE_SIZE;
}

static void changed(struct bank_form *s, size_t row)
{
    s->states[row] = ROW_TYPED;
    if (!is_name(s, row) && !is_large(s))
        apply(s, row);
    else
        keep_typed(s, row);
}

/* No key came for a moment. */
static struct outcome catch_up(struct bank_form *s)
{
    size_t row = s->form.focus;
    if (s->states[row] == ROW_TYPED && !is_name(s, row))
        apply(s, row);
    else if (!bank_editing_view(s->edit)->checked)
        bank_editing_check(s->edit);
    else
        return out_unhandled();
    return out_stay();
}

/* ---- leaving ---- */

/* The line of the file tells the bank's screen what was edited. */
static struct outcome closed(struct bank_form *s)
{
    return out_pop((long)bank_editing_line(s->edit, s->place.s));
}

static struct outcome give_up(void *state, int choice)
{
    struct bank_form *s = state;
    if (choice == 0)
        return out_stay();
    for (size_t i = 0; i < s->n; i++) {
        s->states[i] = ROW_IN;
        keep_typed(s, i);
    }
    return closed(s);
}

static const struct choice give_up_choices[] = {{'s', "stay and mend it"}, {'g', "give it up"}};

static struct outcome run_done(void *state, struct key k)
{
    struct bank_form *s = state;
    (void)k;
    leave_row(s, s->form.focus);
    for (size_t i = 0; i < s->n; i++) {
        if (s->states[i] == ROW_IN)
            continue;
        form_focus(&s->form, i);
        str_clear(&s->question);
        str_addf(&s->question, "What is typed under \"%s\" cannot be taken into the bank.",
                 s->rows[i].label);
        s->ask = (struct ask){s->question.s, give_up_choices, COUNT_OF(give_up_choices), give_up};
        return out_ask(&s->ask);
    }
    return closed(s);
}

static struct outcome run_save(void *state, struct key k)
{
    struct bank_form *s = state;
    (void)k;
    if (!leave_row(s, s->form.focus))
        return out_say(TONE_WARN, "This text cannot be taken into the bank yet.");
    return out_push(bank_save_open(s->app, s->edit));
}

/* ---- events ---- */

static struct area body(int rows, int cols, struct area *findings, struct area *preview)
{
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, HEAD);
    *findings = layout_bottom(&rest, rest.rows > 12 ? FINDINGS : rest.rows > 6 ? 2 : 0);
    *preview = layout_right(&rest, cols >= WIDE ? cols / 2 : 0);
    return rest;
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct bank_form *s = state;
    struct area findings, preview;
    struct form_change ch;
    size_t before = s->form.focus;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = body(ev->rows, ev->cols, &findings, &preview);
        form_resize(&s->form, a.rows, a.cols);
        return out_stay();
    }
    if (ev->kind == EVENT_TICK)
        return catch_up(s);
    enum form_result result = form_handle(&s->form, ev, &ch);
    if (result == FORM_CHANGED || result == FORM_TAKEN)
        changed(s, ch.row);
    if (s->form.focus != before)
        leave_row(s, before);
    if (result == FORM_SUBMIT)
        return run_done(s, (struct key){0});
    return fields_say(result);
}

static struct outcome run_next(void *state, struct key k)
{
    (void)k;
    return handle(state, &(struct event){.kind = EVENT_KEY, .key = {K_TAB, 0}});
}

static bool typing(const void *state)
{
    const struct bank_form *s = state;
    return form_typing(&s->form);
}

/* ---- drawing ---- */

static void draw_preview(const struct bank_form *s, struct canvas *c, struct area a)
{
    struct kit kit;
    if (layout_empty(a) || s->line.kind != OUTLINE_QUESTION ||
        !kit_of(bank_editing_view(s->edit)->bank, s->line.level, &kit))
        return;
    layout_left(&a, 1);
    preview_draw(&kit, s->line.i, c, a);
}

static void draw(const void *state, struct canvas *c)
{
    const struct bank_form *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    struct area findings, preview, a = body(c->rows, c->cols, &findings, &preview);
    struct str left = STR_INIT, right = STR_INIT, place = STR_INIT;
    words_add_mark(&left, s->app);
    str_addf(&left, "%s · %s", v->title, s->place.len > 0 ? s->place.s : "the bank");
    if (s->line.kind == OUTLINE_COMPETENCY)
        bank_words_measured(&left, s->edit, s->place.s);
    bank_words_unsaved(&right, v);
    statusbar_header(c, 0, left.s, right.s);
    canvas_rule(c, 1, NULL);
    form_draw(&s->form, c, a);
    draw_preview(s, c, preview);
    bank_rows_place(&place, s->place.s, s->rows[s->form.focus].key);
    bank_findings_draw(s->edit, place.s, c, findings);
    str_release(&left);
    str_release(&right);
    str_release(&place);
}

/* ---- the screen ---- */

static const struct action rows[] = {
    {.name = "done",
     .keys = "Esc",
     .label = "done",
     .when = ALWAYS,
     .help = "Back to the bank with what was typed; the file is saved there.",
     .run = run_done},
    {.name = "next field",
     .keys = "Tab",
     .label = "next field",
     .when = ALWAYS,
     .help = "Goes to the next field; Shift-Tab to the one before.",
     .run = run_next},
    {.name = "save",
     .keys = "Ctrl-S",
     .label = "save",
     .when = ALWAYS,
     .help = "Shows what will change in the file, then saves it.",
     .run = run_save},
    FIND_IN_TEXT,
};

const struct actions bank_form_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return bank_form_actions;
}

static void close_form(void *state)
{
    struct bank_form *s = state;
    form_release(&s->form);
    str_release(&s->place);
    str_release(&s->question);
    free(s->states);
    free(s->typed);
    free(s);
}

/* The check of a large bank, once no key waits. */
static bool working(const void *state)
{
    const struct bank_form *s = state;
    return s->states[s->form.focus] == ROW_IN && !bank_editing_view(s->edit)->checked;
}

static const struct screen_ops bank_form_ops = {
    .name = "fields of a bank",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .working = working,
    .close = close_form,
};

/* What is there already is read from its start. */
static void show_from_start(struct form *f, size_t row)
{
    struct editor *editor = &f->items[row].editor;
    if (f->spec[row].kind != FORM_NOTE)
        return;
    textbuf_place(&editor->buf, 0, false);
    editor_follow(editor, NULL);
}

/* What was typed there in an earlier run and could not be taken. */
static void take_up_typed(struct bank_form *s, size_t row)
{
    struct str name = STR_INIT, text = STR_INIT;
    str_addf(&name, "%s %s", s->place.s, s->rows[row].key);
    if (bank_editing_typed(s->edit, name.s, &text)) {
        form_set(&s->form, row, text.s);
        s->states[row] = ROW_TYPED;
        s->typed[row] = true;
    }
    str_release(&name);
    str_release(&text);
}

struct screen *bank_form_open(struct app *app, struct bank_editing *edit,
                              const struct outline_line *line)
{
    struct bank_form *s = xcalloc(1, sizeof *s);
    const struct bank *b = bank_editing_view(edit)->bank;
    struct str text = STR_INIT;
    s->app = app;
    s->edit = edit;
    s->line = *line;
    s->step = -1;
    str_init(&s->place);
    str_init(&s->question);
    str_set(&s->place, line->place);
    s->rows = bank_rows(line->kind, b->scale, &s->n);
    s->states = xcalloc(s->n, sizeof *s->states);
    s->typed = xcalloc(s->n, sizeof *s->typed);
    form_init(&s->form, s->rows, s->n);
    for (size_t i = 0; i < s->n; i++) {
        str_clear(&text);
        bank_rows_text(&text, b, line, s->rows[i].key);
        form_set(&s->form, i, text.s);
        take_up_typed(s, i);
        show_from_start(&s->form, i);
    }
    for (size_t i = s->n; i-- > 0;)
        if (!leave_row(s, i))
            form_focus(&s->form, i);
    str_release(&text);
    return screen_new(&bank_form_ops, s);
}
