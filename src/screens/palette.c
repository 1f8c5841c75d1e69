#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/ui.h"
#include "tui/action.h"
#include "tui/entry.h"
#include "tui/layout.h"
#include "tui/list.h"

/* Every command of the place and those that hold everywhere, found by typing a part of the name or
 * of what it does. */

#define LIST_TOP  2 /* what is typed, and a rule */
#define NAME_COLS 24
#define KEYS_COLS 12

struct palette {
    const struct screen *below;
    struct entry entry;
    struct {
        int *items; /* indices as palette_open says */
        size_t n, cap;
    } found;
    struct list list;
};

static const struct action *row_at(const struct palette *p, int i)
{
    struct actions own = p->below->ops->actions(p->below->state);
    if ((size_t)i < own.n)
        return &own.rows[i];
    size_t rest = (size_t)i - own.n;
    return rest < ui_everywhere.n ? &ui_everywhere.rows[rest] : NULL;
}

/* Rows that only make sense while text is typed are no commands. */
static bool is_command(const struct palette *p, int i)
{
    struct actions own = p->below->ops->actions(p->below->state);
    const struct action *a = row_at(p, i);
    return (size_t)i >= own.n || a->when != ONLY_TYPING;
}

static bool matches(const struct action *a, const char *typed)
{
    struct str words = STR_INIT;
    if (strspn(typed, " ") == strlen(typed))
        return true;
    str_addf(&words, "%s %s", a->name, a->help);
    bool all = utf8_has_words(words.s, typed);
    str_release(&words);
    return all;
}

static void search(struct palette *p)
{
    p->found.n = 0;
    for (int i = 0; row_at(p, i); i++)
        if (is_command(p, i) && matches(row_at(p, i), entry_text(&p->entry)))
            *VEC_PUSH(&p->found) = i;
    list_count(&p->list, (int)p->found.n);
    list_choose(&p->list, 0);
}

static void draw_row(const struct palette *p, struct canvas *c, struct area a, int i)
{
    const struct action *row = row_at(p, p->found.items[i]);
    bool own = p->found.items[i] < (int)p->below->ops->actions(p->below->state).n;
    const char *why = own && row->disabled ? row->disabled(p->below->state) : NULL;
    enum role role = why ? ROLE_DISABLED : ROLE_TEXT;
    int keys = a.cols >= 60 ? KEYS_COLS : 0;
    canvas_text(c, a.row, 3, NAME_COLS - 4, why ? ROLE_DISABLED : ROLE_STRONG, row->name);
    canvas_text(c, a.row, NAME_COLS, keys - 1, ROLE_KEY, row->keys);
    canvas_text(c, a.row, NAME_COLS + keys, a.cols - NAME_COLS - keys - 1, role,
                why ? why : row->help);
}

static void draw(const void *state, struct canvas *c)
{
    const struct palette *p = state;
    struct area rest = layout_all(c);
    layout_bottom(&rest, 1);
    layout_top(&rest, 2);
    canvas_text(c, 0, 1, 9, ROLE_STRONG, "Command:");
    canvas_rule(c, 1, NULL);
    for (int r = 0; r < rest.rows; r++) {
        int i = list_row(&p->list, r);
        if (i < 0)
            break;
        draw_row(p, c, layout_row(rest, r), i);
        if (i == list_chosen(&p->list)) {
            canvas_text(c, rest.row + r, 1, 1, ROLE_TEXT, canvas_glyph(c, GLYPH_POINTER));
            canvas_role(c, (struct area){rest.row + r, 1, 1, c->cols - 2}, ROLE_FOCUS);
        }
    }
    if (!p->found.n)
        canvas_text(c, rest.row, 3, rest.cols - 4, ROLE_DIM, "No command has these words.");
    list_hint(&p->list, c, rest);
    entry_draw(&p->entry, c, 0, 10, true);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct palette *p = state;
    struct splice sp;
    if (ev->kind == EVENT_RESIZE) {
        list_resize(&p->list, ev->rows - 3);
        entry_resize(&p->entry, ev->cols > 12 ? ev->cols - 12 : 1);
        return out_stay();
    }
    if (list_click(&p->list, ev, ev->rows - LIST_TOP))
        return out_stay();
    if (ev->kind == EVENT_KEY && (key_in(ev->key, "Up Down PgUp PgDn", false)) &&
        list_key(&p->list, ev->key))
        return out_stay();
    switch (entry_handle(&p->entry, ev, &sp)) {
    case EDIT_UNHANDLED:
        return out_unhandled();
    case EDIT_CHANGED:
    case EDIT_TAKEN:
        search(p);
        return out_stay();
    default:
        return out_stay();
    }
}

static struct outcome run_chosen(void *state, struct key k)
{
    struct palette *p = state;
    int i = list_chosen(&p->list);
    (void)k;
    return i < 0 ? out_say(TONE_WARN, "No command has these words.") : out_pop(p->found.items[i]);
}

static const struct action palette_rows[] = {
    {.name = "run",
     .keys = "Enter",
     .label = "run",
     .when = ALWAYS,
     .help = "Runs the chosen command.",
     .run = run_chosen},
    {.name = "back",
     .keys = "Esc Ctrl-P",
     .label = "back",
     .when = ALWAYS,
     .help = "Closes the list of commands.",
     .run = out_back},
};

const struct actions palette_actions = {palette_rows, COUNT_OF(palette_rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return palette_actions;
}

static bool typing(const void *state)
{
    (void)state;
    return true;
}

static void close_palette(void *state)
{
    struct palette *p = state;
    entry_release(&p->entry);
    VEC_RELEASE(&p->found);
    free(p);
}

const struct screen_ops palette_ops = {
    .name = "commands",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_palette,
};

struct screen *palette_open(const struct screen *below)
{
    struct palette *p = xcalloc(1, sizeof *p);
    p->below = below;
    entry_init(&p->entry, 200);
    p->entry.placeholder = "type a part of its name";
    list_init(&p->list, false);
    search(p);
    return screen_new(&palette_ops, p);
}
