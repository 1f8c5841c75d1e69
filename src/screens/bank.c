#include "screens/bank_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_words.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"

/* One bank: its levels and questions to walk, and beside them how the live screen will show the
 * chosen one. */

const struct outline_line *bank_chosen(const struct bank_screen *s)
{
    int i = list_chosen(&s->list);
    return i < 0 ? NULL : &s->outline.items[i];
}

void bank_refresh(struct bank_screen *s, const char *place)
{
    struct str at = STR_INIT;
    const struct outline_line *line = bank_chosen(s);
    str_set(&at, place != NULL ? place : line != NULL ? line->place : "");
    outline_fill(&s->outline, bank_editing_view(s->edit)->bank);
    list_count(&s->list, (int)s->outline.n);
    int i = outline_find(&s->outline, at.s);
    if (i >= 0 && (place != NULL || line == NULL || strcmp(s->outline.items[i].place, at.s) == 0))
        list_choose(&s->list, i);
    bank_fill_detail(s);
    str_release(&at);
}

static struct outcome pushed(struct screen *screen, const struct err *e)
{
    return screen != NULL ? out_push(screen) : out_failed(e);
}

/* ---- editing ---- */

static struct outcome run_edit(void *state, struct key k)
{
    struct bank_screen *s = state;
    const struct outline_line *line = bank_chosen(s);
    (void)k;
    size_t n;
    if (bank_rows(line->kind, 5, &n) == NULL)
        return out_say(TONE_PLAIN, "n adds one here.");
    return out_push(bank_form_open(s->app, s->edit, line));
}

static struct outcome run_add(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    return out_push(bank_add_open(s->app, s->edit, bank_chosen(s)));
}

static bool is_question(const struct outline_line *line)
{
    return line != NULL && line->kind == OUTLINE_QUESTION;
}

static const char *no_question(const void *state)
{
    return is_question(bank_chosen(state)) ? NULL : "choose a question first";
}

static const char *no_entry(const void *state)
{
    const struct outline_line *line = bank_chosen(state);
    return line != NULL && !outline_is_heading(line) ? NULL : "choose a question or an entry first";
}

static struct outcome copied(void *state, int choice)
{
    struct bank_screen *s = state;
    const struct outline_line *line = bank_chosen(s);
    struct err e = ERR_INIT;
    struct str id = STR_INIT, place = STR_INIT;
    const struct question *q =
        &bank_editing_view(s->edit)->bank->levels[line->level].questions[line->i];
    enum level level = (enum level)choice;
    bank_editing_free_id(s->edit, level, q->ask.s != NULL ? q->ask.s : "", &id);
    str_addf(&place, "%s/%s", level_name(level), id.s);
    bool ok = bank_editing_copy(s->edit, &(struct bank_copy){NULL, line->place, id.s},
                                level == line->level
                                    ? &(struct edit_target){EDIT_AFTER, line->place}
                                    : &(struct edit_target){EDIT_INTO, level_name(level)},
                                &e);
    bank_refresh(s, ok ? place.s : NULL);
    struct outcome o = ok ? out_say(TONE_GOOD, "Copied as %s.", place.s) : out_failed(&e);
    str_release(&id);
    str_release(&place);
    return o;
}

static const struct choice level_choices[] = {{'j', "junior"}, {'m', "mid"}, {'s', "senior"}};
static const struct ask copy_ask = {"Copy this question to which level?", level_choices,
                                    COUNT_OF(level_choices), copied};

static struct outcome run_copy(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&copy_ask);
}

static struct outcome move_to(struct bank_screen *s, const struct edit_target *to)
{
    const struct outline_line *line = bank_chosen(s);
    struct err e = ERR_INIT;
    struct str place = STR_INIT;
    if (to->where == EDIT_INTO)
        str_addf(&place, "%s%s", to->place, strchr(line->place, '/'));
    else
        str_add(&place, line->place);
    bool ok = bank_editing_move(s->edit, line->place, to, &e);
    bank_refresh(s, ok ? place.s : NULL);
    str_release(&place);
    return ok ? out_stay() : out_failed(&e);
}

static struct outcome moved(void *state, int choice)
{
    static const enum edit_where ways[] = {EDIT_UP, EDIT_DOWN};
    if (choice < (int)COUNT_OF(ways))
        return move_to(state, &(struct edit_target){ways[choice], NULL});
    enum level level = (enum level)(choice - (int)COUNT_OF(ways));
    return move_to(state, &(struct edit_target){EDIT_INTO, level_name(level)});
}

static const struct choice move_choices[] = {
    {'u', "up"}, {'d', "down"}, {'j', "to junior"}, {'m', "to mid"}, {'s', "to senior"}};
static const struct ask move_ask = {"Move it where?", move_choices, COUNT_OF(move_choices), moved};
static const struct ask move_entry_ask = {"Move it where?", move_choices, 2, moved};

static struct outcome run_move(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    return out_ask(is_question(bank_chosen(s)) ? &move_ask : &move_entry_ask);
}

static struct outcome run_shift(void *state, struct key k)
{
    return move_to(state, &(struct edit_target){k.code == '<' ? EDIT_UP : EDIT_DOWN, NULL});
}

static struct outcome run_remove(void *state, struct key k)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    return pushed(bank_remove_open(s->app, s->edit, bank_chosen(s)->place, &e), &e);
}

static const char *no_undo(const void *state)
{
    const struct bank_screen *s = state;
    return bank_editing_view(s->edit)->undo != NULL ? NULL : "nothing was changed yet";
}

static const char *no_redo(const void *state)
{
    const struct bank_screen *s = state;
    return bank_editing_view(s->edit)->redo != NULL ? NULL : "nothing was undone";
}

static struct outcome run_undo(void *state, struct key k)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    struct str what = STR_INIT;
    bool redo = key_is(k, 'y', MOD_CTRL);
    const struct bank_view *v = bank_editing_view(s->edit);
    str_add(&what, redo ? v->redo : v->undo);
    bool ok = redo ? bank_editing_redo(s->edit, &e) : bank_editing_undo(s->edit, &e);
    bank_refresh(s, NULL);
    struct outcome o =
        ok ? out_say(TONE_PLAIN, "%s: %s", redo ? "Done again" : "Undone", what.s) : out_failed(&e);
    str_release(&what);
    return o;
}

/* ---- the file ---- */

static const char *not_dirty(const void *state)
{
    const struct bank_screen *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    return v->dirty || v->fresh ? NULL : "nothing was changed";
}

static struct outcome run_save(void *state, struct key k)
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
    bank_refresh(s, NULL);
    const struct bank_view *v = bank_editing_view(s->edit);
    if (v->errors > 0)
        return out_say(TONE_WARN, "Read again: %zu to mend; p lists them.", v->errors);
    return out_say(TONE_GOOD, "Read again.");
}

static struct outcome run_editor(void *state, struct key k)
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
        return run_editor(s, (struct key){0});
    return out_say(TONE_WARN, "The bank is shown as it was read before: %s", s->broken.text);
}

static const struct choice again_choices[] = {{'e', "edit again"}, {'l', "leave it so"}};
const struct ask bank_again_ask = {
    "What you saved cannot be read as a question bank any more. Edit again?", again_choices,
    COUNT_OF(again_choices), again};

static struct outcome run_problems(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    return out_push(bank_problems_open(s->app, s->edit));
}

static const char *no_problems(const void *state)
{
    const struct bank_screen *s = state;
    return bank_editing_view(s->edit)->findings->n > 0 ? NULL : "there are none";
}

static struct outcome left(void *state, int choice)
{
    if (choice == 0)
        return run_save(state, (struct key){0});
    return out_pop(-1);
}

static const struct choice leave_choices[] = {{'s', "save first"}, {'d', "discard the changes"}};
static const struct ask leave_ask = {"The changes to this bank are not in the file yet.",
                                     leave_choices, COUNT_OF(leave_choices), left};

static struct outcome run_back(void *state, struct key k)
{
    (void)k;
    return not_dirty(state) != NULL ? out_pop(-1) : out_ask(&leave_ask);
}

static const struct action rows[] = {
    {.name = "edit",
     .keys = "Enter",
     .label = "edit",
     .help = "Opens the fields of what is chosen.",
     .run = run_edit},
    {.name = "add",
     .keys = "n +",
     .label = "new",
     .help = "Adds a question to this level, or an entry to this list.",
     .run = run_add},
    {.name = "copy",
     .keys = "c",
     .label = "copy",
     .disabled = no_question,
     .help = "Copies the question within its level or to another one.",
     .run = run_copy},
    {.name = "move",
     .keys = "m",
     .label = "move",
     .disabled = no_entry,
     .help = "Moves it up, down or to another level.",
     .run = run_move},
    {.name = "shift",
     .keys = "< >",
     .disabled = no_entry,
     .help = "Moves it up or down by one.",
     .run = run_shift,
     .by_key = true},
    {.name = "remove",
     .keys = "d Del",
     .label = "remove",
     .disabled = no_entry,
     .help = "Shows the lines that would go, then takes them out.",
     .run = run_remove},
    {.name = "save",
     .keys = "s Ctrl-S",
     .label = "save",
     .disabled = not_dirty,
     .help = "Shows what will change in the file, then saves it.",
     .run = run_save},
    {.name = "undo",
     .keys = "u Ctrl-Z",
     .label = "undo",
     .disabled = no_undo,
     .help = "Takes the last change back, exact to the byte.",
     .run = run_undo},
    {.name = "redo",
     .keys = "Ctrl-Y",
     .disabled = no_redo,
     .help = "Does again what was undone.",
     .run = run_undo,
     .by_key = true},
    {.name = "problems",
     .keys = "p",
     .label = "problems",
     .disabled = no_problems,
     .help = "Lists what is wrong or weak; Enter goes to it.",
     .run = run_problems},
    {.name = "editor",
     .keys = "E",
     .label = "editor",
     .help = "Opens the file in your own editor (VISUAL or EDITOR), at this line.",
     .run = run_editor},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to the list of banks; asks when something is not saved.",
     .run = run_back},
};

const struct actions bank_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return bank_actions;
}

/* ---- events ---- */

/* Somebody else may have saved the file meanwhile. Without changes of our own it is simply read. */
static struct outcome look_again(struct bank_screen *s)
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
    bank_refresh(s, NULL);
    return out_say(TONE_PLAIN, "The file was changed by another program and read again.");
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct bank_screen *s = state;
    int before = list_chosen(&s->list);
    bool mine = false;
    switch (ev->kind) {
    case EVENT_RESIZE:
        s->rows = ev->rows;
        s->cols = ev->cols;
        bank_lay(s);
        return out_stay();
    case EVENT_TICK:
        return look_again(s);
    case EVENT_KEY:
        mine = list_key(&s->list, ev->key);
        break;
    default:
        mine = list_click(&s->list, ev, ev->rows - BANK_HEAD);
    }
    if (!mine)
        return out_unhandled();
    if (list_chosen(&s->list) != before)
        bank_fill_detail(s);
    return out_stay();
}

static struct outcome resumed(void *state, long value)
{
    struct bank_screen *s = state;
    struct str place = STR_INIT;
    if (value > 0) /* from the problems: a line of the file */
        bank_editing_place(s->edit, (uint32_t)value, &place);
    bank_refresh(s, value > 0 ? place.s : NULL);
    str_release(&place);
    return out_stay();
}

static bool unsaved(const void *state)
{
    return not_dirty(state) == NULL;
}

static void close_bank(void *state)
{
    struct bank_screen *s = state;
    bank_editing_close(s->edit);
    outline_release(&s->outline);
    pages_release(&s->detail);
    outside_release(&s->outside);
    free(s);
}

static const struct screen_ops bank_ops = {
    .name = "bank",
    .draw = bank_draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .unsaved = unsaved,
    .close = close_bank,
};

struct screen *bank_screen_of(struct app *app, struct bank_editing *edit)
{
    struct bank_screen *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->edit = edit;
    list_init(&s->list, true);
    pages_init(&s->detail);
    bank_refresh(s, NULL);
    list_choose(&s->list, s->list.n > 1 ? 1 : 0);
    bank_fill_detail(s);
    return screen_new(&bank_ops, s);
}

struct screen *bank_open(struct app *app, const char *path, struct err *e)
{
    struct bank_editing *edit = bank_editing_open(app, path, e);
    return edit != NULL ? bank_screen_of(app, edit) : NULL;
}
