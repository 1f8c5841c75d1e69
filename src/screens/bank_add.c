#include <stdlib.h>
#include <string.h>

#include "app/bank_editing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_outline.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/form.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* Something new in a bank: a question, a fact, a competency or a term. It asks for the least that
 * makes one, puts it into the bank, and goes on in the form with all of its fields. */

#define HEAD 2

enum adding { ADD_QUESTION, ADD_FACT, ADD_COMPETENCY, ADD_TERM };

static const char *const levels[LEVELS] = {"junior", "mid", "senior"};

static const struct form_row question_rows[] = {
    {.key = "ask",
     .label = "Question",
     .kind = FORM_NOTE,
     .lines = 4,
     .required = true,
     .hint = "What every candidate is asked, word for word. Tab goes on."},
    {.key = "level",
     .label = "Level",
     .kind = FORM_CHOICE,
     .choices = levels,
     .n = LEVELS,
     .required = true,
     .hint = "Left and Right choose."},
    {.key = "add", .label = "Add it", .kind = FORM_BUTTON},
};

static const struct form_row fact_rows[] = {
    {.key = "ask",
     .label = "Question",
     .kind = FORM_NOTE,
     .lines = 2,
     .required = true,
     .hint = "Asked and written down, never scored. Tab goes on."},
    {.key = "id",
     .label = "Name",
     .kind = FORM_TEXT,
     .required = true,
     .hint = "A short name of its own: small letters, digits and hyphens."},
    {.key = "add", .label = "Add it", .kind = FORM_BUTTON},
};

static const struct form_row term_rows[] = {
    {.key = "term",
     .label = "Word",
     .kind = FORM_TEXT,
     .required = true,
     .hint = "As it is used in the questions."},
    {.key = "meaning",
     .label = "Meaning",
     .kind = FORM_NOTE,
     .lines = 4,
     .required = true,
     .hint = "In words for someone who never worked in the field. Tab goes on."},
    {.key = "add", .label = "Add it", .kind = FORM_BUTTON},
};

static const struct {
    const char *title, *list;
    const struct form_row *rows;
} kinds[] = {
    [ADD_QUESTION] = {"New question", NULL, question_rows},
    [ADD_FACT] = {"New fact", "facts", fact_rows},
    [ADD_COMPETENCY] = {"New competency", "competencies", term_rows},
    [ADD_TERM] = {"New term of the glossary", "glossary", term_rows},
};

#define ROWS 3

struct bank_add {
    struct app *app;
    struct bank_editing *edit;
    enum adding what;
    struct str after; /* the question it is put behind; "" for last */
    struct form form;
};

/* ---- what is typed is kept until it is in the bank ---- */

static void typed_name(const struct bank_add *s, size_t row, struct str *out)
{
    str_addf(out, "new %s %s", kinds[s->what].title, kinds[s->what].rows[row].key);
}

static void keep_typed(struct bank_add *s, size_t row)
{
    struct str name = STR_INIT;
    struct err none = ERR_INIT; /* it still stands on the screen */
    typed_name(s, row, &name);
    bank_editing_keep_typed(s->edit, name.s, form_text(&s->form, row), &none);
    str_release(&name);
}

static void take_up_typed(struct bank_add *s)
{
    for (size_t row = 0; row < ROWS; row++) {
        struct str name = STR_INIT, text = STR_INIT;
        typed_name(s, row, &name);
        if (bank_editing_typed(s->edit, name.s, &text))
            form_set(&s->form, row, text.s);
        str_release(&name);
        str_release(&text);
    }
}

static void forget_typed(struct bank_add *s)
{
    for (size_t row = 0; row < ROWS; row++) {
        struct str name = STR_INIT;
        struct err none = ERR_INIT;
        typed_name(s, row, &name);
        bank_editing_keep_typed(s->edit, name.s, NULL, &none);
        str_release(&name);
    }
}

/* ---- putting it in ---- */

static bool add_question(struct bank_add *s, struct str *place, struct err *e)
{
    enum level level = (enum level)form_chosen(&s->form, 1);
    const char *ask = form_text(&s->form, 0);
    struct str id = STR_INIT;
    bank_editing_free_id(s->edit, level, ask, &id);
    struct edit_field fields[] = {{"id", id.s}, {"ask", ask}, {0}};
    size_t n = strlen(level_name(level));
    bool here = strncmp(s->after.s, level_name(level), n) == 0 && s->after.s[n] == '/';
    bool ok = bank_editing_add(s->edit, level_name(level), fields,
                               here ? &(struct edit_target){EDIT_AFTER, s->after.s} : NULL, e);
    str_addf(place, "%s/%s", level_name(level), id.s);
    str_release(&id);
    return ok;
}

static bool add_fact(struct bank_add *s, struct str *place, struct err *e)
{
    struct edit_field fields[] = {
        {"id", form_text(&s->form, 1)}, {"ask", form_text(&s->form, 0)}, {"kind", "text"}, {0}};
    str_addf(place, "facts.%s", fields[0].text);
    return bank_editing_add(s->edit, "facts", fields, NULL, e);
}

static bool add_term(struct bank_add *s, struct str *place, struct err *e)
{
    const char *term = form_text(&s->form, 0);
    str_addf(place, "%s.%s", kinds[s->what].list, term);
    if (bank_editing_line(s->edit, place->s) > 0) {
        struct outline o = {0};
        outline_fill(&o, bank_editing_view(s->edit)->bank);
        int i = outline_find(&o, place->s);
        bool there = i >= 0 && strcmp(o.items[i].place, place->s) == 0;
        outline_release(&o);
        if (there)
            return err_set(e, ERR_REFUSED, "\"%s\" is there already", term);
    }
    return bank_editing_set(s->edit, place->s, form_text(&s->form, 1), e);
}

/* Goes on in the form of what is there now. */
static struct outcome open_form(struct bank_add *s, const char *place)
{
    struct outline o = {0};
    struct outcome out = out_pop((long)bank_editing_line(s->edit, place));
    outline_fill(&o, bank_editing_view(s->edit)->bank);
    int i = outline_find(&o, place);
    if (i >= 0 && s->what <= ADD_FACT)
        out = out_replace(bank_form_open(s->app, s->edit, &o.items[i]));
    outline_release(&o);
    return out;
}

static struct outcome run_add(void *state, struct key k)
{
    struct bank_add *s = state;
    struct err e = ERR_INIT, none = ERR_INIT;
    struct str place = STR_INIT;
    (void)k;
    if (!form_check(&s->form))
        return out_stay();
    bool ok = s->what == ADD_QUESTION ? add_question(s, &place, &e)
              : s->what == ADD_FACT   ? add_fact(s, &place, &e)
                                      : add_term(s, &place, &e);
    if (ok) {
        forget_typed(s);
        bank_editing_keep(s->edit, &none); /* the header says when it could not */
    }
    struct outcome out = ok ? open_form(s, place.s) : out_failed(&e);
    str_release(&place);
    return out;
}

/* ---- leaving ---- */

static bool any_text(const struct bank_add *s)
{
    return form_text(&s->form, 0)[0] != '\0' ||
           (s->what != ADD_QUESTION && form_text(&s->form, 1)[0] != '\0');
}

static struct outcome gave_up(void *state, int choice)
{
    if (choice == 0)
        return out_stay();
    forget_typed(state);
    return out_pop(-1);
}

static const struct choice back_choices[] = {{'s', "stay"}, {'g', "give it up"}};
static const struct ask back_ask = {"What was typed is not in the bank yet.", back_choices,
                                    COUNT_OF(back_choices), gave_up};

static struct outcome run_back(void *state, struct key k)
{
    (void)k;
    return any_text(state) ? out_ask(&back_ask) : out_pop(-1);
}

/* ---- events and drawing ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct bank_add *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        form_resize(&s->form, a.rows, a.cols);
        return out_stay();
    }
    enum form_result result = form_handle(&s->form, ev, &ch);
    if (result == FORM_CHANGED || result == FORM_TAKEN)
        keep_typed(s, ch.row);
    if (result == FORM_SUBMIT)
        return run_add(s, (struct key){0});
    return fields_say(result);
}

static void draw(const void *state, struct canvas *c)
{
    const struct bank_add *s = state;
    struct str left = STR_INIT;
    words_add_mark(&left, s->app);
    str_addf(&left, "%s · %s", kinds[s->what].title, bank_editing_view(s->edit)->title);
    statusbar_header(c, 0, left.s, NULL);
    canvas_rule(c, 1, NULL);
    form_draw(&s->form, c, layout_body(c->rows, c->cols, HEAD));
    str_release(&left);
}

static bool typing(const void *state)
{
    const struct bank_add *s = state;
    return form_typing(&s->form);
}

static const struct action rows[] = {
    {.name = "add",
     .keys = "Ctrl-S",
     .label = "add it",
     .when = ALWAYS,
     .help = "Puts it into the bank; the file is saved later, with all changes.",
     .run = run_add},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back without adding anything; asks when something was typed.",
     .run = run_back},
    FIND_IN_TEXT,
};

const struct actions bank_add_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return bank_add_actions;
}

static void close_add(void *state)
{
    struct bank_add *s = state;
    form_release(&s->form);
    str_release(&s->after);
    free(s);
}

static const struct screen_ops bank_add_ops = {
    .name = "new in a bank",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_add,
};

static enum adding kind_of(enum outline_kind kind)
{
    switch (kind) {
    case OUTLINE_FACTS:
    case OUTLINE_FACT:
        return ADD_FACT;
    case OUTLINE_COMPETENCIES:
    case OUTLINE_COMPETENCY:
        return ADD_COMPETENCY;
    case OUTLINE_GLOSSARY:
    case OUTLINE_TERM:
        return ADD_TERM;
    default:
        return ADD_QUESTION;
    }
}

struct screen *bank_add_open(struct app *app, struct bank_editing *edit,
                             const struct outline_line *line)
{
    struct bank_add *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->edit = edit;
    s->what = line != NULL ? kind_of(line->kind) : ADD_QUESTION;
    str_init(&s->after);
    if (line != NULL && line->kind == OUTLINE_QUESTION)
        str_set(&s->after, line->place);
    form_init(&s->form, kinds[s->what].rows, ROWS);
    if (s->what == ADD_QUESTION && line != NULL && line->level < LEVELS)
        form_set(&s->form, 1, level_name(line->level));
    take_up_typed(s);
    return screen_new(&bank_add_ops, s);
}
