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
    struct err none = ERR_INIT;
    const struct outline_line *line = bank_chosen(s);
    str_set(&at, place != NULL ? place : line != NULL ? line->place : "");
    outline_fill(&s->outline, bank_editing_view(s->edit)->bank);
    list_count(&s->list, (int)s->outline.n);
    int i = outline_find(&s->outline, at.s);
    if (i >= 0 && (place != NULL || line == NULL || strcmp(s->outline.items[i].place, at.s) == 0))
        list_choose(&s->list, i);
    bank_fill_detail(s);
    str_release(&at);
    bank_editing_keep(s->edit, &none); /* the header says when it could not */
}

void bank_choose(struct bank_screen *s, int i)
{
    list_choose(&s->list, i);
    s->pointed = 0;
    bank_fill_detail(s);
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

bool bank_is_question(const struct outline_line *line)
{
    return line != NULL && line->kind == OUTLINE_QUESTION;
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
    {.name = "save",
     .keys = "s Ctrl-S",
     .label = "save",
     .disabled = bank_not_dirty,
     .help = "Shows what will change in the file, then saves it.",
     .run = bank_run_save},
    {.name = "undo",
     .keys = "u Ctrl-Z",
     .label = "undo",
     .disabled = no_undo,
     .help = "Takes the last change back, exact to the byte.",
     .run = run_undo},
    {.name = "problems",
     .keys = "p",
     .label = "problems",
     .disabled = bank_no_problems,
     .help = "Lists what is wrong or weak; Enter goes to it.",
     .run = bank_run_problems},
    {.name = "find",
     .keys = "/",
     .label = "find",
     .help = "Finds words in the questions and everything else of the bank.",
     .run = bank_run_find},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to the list of banks; asks when something is not saved.",
     .run = bank_run_back},
    {.name = "remove",
     .keys = "d Del",
     .label = "remove",
     .disabled = bank_no_entry,
     .help = "Shows the lines that would go, then takes them out.",
     .run = bank_run_remove},
    {.name = "move",
     .keys = "m",
     .label = "move",
     .disabled = bank_no_entry,
     .help = "Moves it up, down or to another level.",
     .run = bank_run_move},
    {.name = "shift",
     .keys = "< >",
     .disabled = bank_no_entry,
     .help = "Moves it up or down by one.",
     .run = bank_run_shift,
     .by_key = true},
    {.name = "copy",
     .keys = "c",
     .label = "copy",
     .disabled = bank_no_question,
     .help = "Copies the question within its level or to another one.",
     .run = bank_run_copy},
    {.name = "take along",
     .keys = "y",
     .label = "take along",
     .disabled = bank_no_question,
     .help = "Takes a copy of the question along, to be put into this bank or another one.",
     .run = bank_run_yank},
    {.name = "put in",
     .keys = "v",
     .label = "put in",
     .disabled = bank_no_yank,
     .help = "Puts in the question that was taken along, behind the chosen one.",
     .run = bank_run_paste},
    {.name = "redo",
     .keys = "Ctrl-Y",
     .disabled = no_redo,
     .help = "Does again what was undone.",
     .run = run_undo,
     .by_key = true},
    {.name = "editor",
     .keys = "E",
     .label = "editor",
     .help = "Opens the file in your own editor (VISUAL or EDITOR), at this line.",
     .run = bank_run_editor},
    {.name = "next match",
     .keys = "Enter Down Ctrl-F",
     .label = "next",
     .when = ONLY_TYPING,
     .help = "Goes to the next line that has the words.",
     .run = bank_run_find_next},
    {.name = "match before",
     .keys = "Up",
     .label = "before",
     .when = ONLY_TYPING,
     .help = "Goes back to the line before that has them.",
     .run = bank_run_find_before},
    {.name = "end the search",
     .keys = "Esc",
     .label = "stay here",
     .when = ONLY_TYPING,
     .help = "Ends the search and stays at what was found.",
     .run = bank_run_find_end},
};

const struct actions bank_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    const struct bank_screen *s = state;
    return s->offering ? bank_left_actions : bank_actions;
}

/* ---- events ---- */

/* What the picture did not have to wait for: the check of a large bank, the sessions counted. */
static bool is_settled(const struct bank_screen *s)
{
    return s->counted && bank_editing_view(s->edit)->checked;
}

static struct outcome settle(struct bank_screen *s)
{
    if (!s->counted)
        bank_count_uses(s);
    else
        bank_editing_check(s->edit);
    return out_stay();
}

static bool working(const void *state)
{
    return !is_settled(state);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct bank_screen *s = state;
    int before = list_chosen(&s->list);
    bool mine = false;
    if (bank_find_handle(s, ev))
        return out_stay();
    switch (ev->kind) {
    case EVENT_RESIZE:
        s->rows = ev->rows;
        s->cols = ev->cols;
        bank_lay(s);
        return out_stay();
    case EVENT_TICK:
        if (!is_settled(s))
            return settle(s);
        return bank_look_again(s);
    case EVENT_KEY:
        mine = !s->finding && list_key(&s->list, ev->key);
        break;
    default:
        mine = list_click(&s->list, ev, ev->rows - BANK_HEAD);
    }
    if (!mine)
        return out_unhandled();
    if (list_chosen(&s->list) != before) {
        s->pointed = 0;
        bank_fill_detail(s);
    }
    return out_stay();
}

static struct outcome resumed(void *state, long value)
{
    struct bank_screen *s = state;
    struct str place = STR_INIT;
    if (value > 0) /* from the problems: a line of the file */
        bank_editing_place(s->edit, (uint32_t)value, &place);
    s->counted = false;
    bank_refresh(s, value > 0 ? place.s : NULL);
    s->pointed = value > 0 && s->listing ? (uint32_t)value : 0;
    s->listing = false;
    str_release(&place);
    return out_stay();
}

static bool unsaved(const void *state)
{
    return bank_not_dirty(state) == NULL;
}

static void close_bank(void *state)
{
    struct bank_screen *s = state;
    bank_editing_close(s->edit);
    outline_release(&s->outline);
    pages_release(&s->detail);
    entry_release(&s->find);
    outside_release(&s->outside);
    free(s);
}

static bool typing(const void *state)
{
    const struct bank_screen *s = state;
    return s->finding;
}

static const struct screen_ops bank_ops = {
    .name = "bank",
    .draw = bank_draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .typing = typing,
    .working = working,
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
    entry_init(&s->find, 200);
    bank_editing_check_later(edit);
    bank_look_for_left(s);
    bank_refresh(s, NULL);
    bank_choose(s, s->list.n > 1 ? 1 : 0);
    return screen_new(&bank_ops, s);
}

struct screen *bank_open(struct app *app, const char *path, struct err *e)
{
    struct bank_editing *edit = bank_editing_open(app, path, e);
    return edit != NULL ? bank_screen_of(app, edit) : NULL;
}
