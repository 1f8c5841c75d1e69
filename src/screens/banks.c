#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "screens/bank_words.h"
#include "screens/open.h"
#include "screens/outside.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"
#include "tui/table.h"

/* All question banks: what can be asked, what is wrong with it, and where the file stands. */

#define HEAD_ROWS   2 /* title and rule */
#define DETAIL_ROWS 4 /* a rule, then two lines about the chosen bank and its path */

struct banks {
    struct app *app;
    struct list list;
    struct table table;
    struct outside outside;
    struct str path; /* of the chosen bank */
    struct {
        struct bank_uses *items;
        size_t n, cap;
    } uses;
    struct str begun; /* where a new bank that was never saved would go; "" for none */
};

enum column {
    COLUMN_TITLE,
    COLUMN_LEVELS,
    COLUMN_QUESTIONS,
    COLUMN_STATE,
    COLUMN_USES,
    COLUMN_NAME
};

static const struct table_column columns[] = {
    [COLUMN_TITLE] = {.title = "Bank", .min = 16, .max = 24},
    [COLUMN_LEVELS] = {.title = "Levels", .min = 17, .max = 17, .priority = 2},
    [COLUMN_QUESTIONS] = {.title = "Questions", .min = 9, .max = 9, .right = true, .priority = 4},
    [COLUMN_STATE] = {.title = "Problems", .min = 20, .max = 40},
    [COLUMN_USES] = {.title = "Sessions", .min = 8, .max = 8, .right = true, .priority = 3},
    [COLUMN_NAME] = {.title = "File", .min = 18, .max = 30, .priority = 5},
};

static const struct app_bank *bank_at(const struct banks *s, int row)
{
    return app_bank_at(s->app, (size_t)row);
}

static const struct app_bank *chosen(const struct banks *s)
{
    int i = list_chosen(&s->list);
    return i < 0 ? NULL : bank_at(s, i);
}

static size_t questions(const struct bank *b)
{
    size_t n = 0;
    for (int level = 0; level < LEVELS; level++)
        n += b->levels[level].n;
    return n;
}

static void add_levels(const struct bank *b, struct str *out)
{
    for (int level = 0; level < LEVELS; level++)
        if (b->levels[level].present)
            str_addf(out, "%s%s", out->len > 0 ? " " : "", level_name((enum level)level));
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static void cell(const void *data, int row, int column, struct str *text, enum role *role)
{
    const struct banks *s = data;
    const struct app_bank *b = bank_at(s, row);
    switch ((enum column)column) {
    case COLUMN_TITLE:
        str_add(text, b->title);
        break;
    case COLUMN_LEVELS:
        add_levels(b->bank, text);
        break;
    case COLUMN_QUESTIONS:
        str_addf(text, "%zu", questions(b->bank));
        break;
    case COLUMN_STATE:
        *role = bank_words_state(text, b);
        break;
    case COLUMN_USES:
        if (s->uses.items[row].bank > 0)
            str_addf(text, "%lld", (long long)s->uses.items[row].bank);
        break;
    case COLUMN_NAME:
        str_add(text, file_name(b->path));
        break;
    }
}

/* Reads and checks them all: what the list says of each comes from that. */
static void load(struct banks *s)
{
    size_t n = app_banks(s->app);
    for (size_t i = 0; i < n; i++)
        app_bank_check(s->app, app_bank_at(s->app, i));
    s->uses.n = 0;
    for (size_t i = 0; i < n; i++) {
        struct err none = ERR_INIT; /* what cannot be counted is not said */
        struct bank_uses *u = VEC_PUSH(&s->uses);
        if (!bank_uses_of(s->app, app_bank_at(s->app, i), u, &none))
            *u = (struct bank_uses){0, 0};
    }
    str_clear(&s->begun);
    bank_editing_begun(s->app, &s->begun);
    list_count(&s->list, (int)n);
}

/* The numbers of the banks change with the files: what was chosen is known by its path. */
static void remember(struct banks *s)
{
    str_set(&s->path, chosen(s) != NULL ? chosen(s)->path : "");
}

/* Files may have changed, come or gone. */
static void reload(struct banks *s)
{
    app_banks_forget(s->app);
    load(s);
    for (int i = 0; i < s->list.n; i++)
        if (strcmp(bank_at(s, i)->path, s->path.s) == 0)
            list_choose(&s->list, i);
    remember(s);
}

/* ---- drawing ---- */

static struct area list_area(int rows, int cols, struct area *detail)
{
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, HEAD_ROWS);
    *detail = layout_bottom(&rest, rest.rows > DETAIL_ROWS + 4 ? DETAIL_ROWS : 0);
    return rest;
}

static void draw_detail(const struct banks *s, struct canvas *c, struct area a)
{
    const struct app_bank *b = chosen(s);
    if (layout_empty(a))
        return;
    canvas_rule(c, a.row, NULL);
    if (b == NULL)
        return;
    struct str text = STR_INIT;
    bank_words_trouble(&text, b);
    canvas_wrapped(c, (struct area){a.row + 1, 1, 2, a.cols - 2}, b->good ? ROLE_TEXT : ROLE_FLAG,
                   text.s);
    str_clear(&text);
    words_add_path(&text, s->app, b->path);
    const struct bank_uses *u = &s->uses.items[list_chosen(&s->list)];
    if (u->bank + u->version > 0) {
        str_add(&text, " · ");
        bank_words_uses(&text, u);
    }
    canvas_text(c, a.row + 3, 1, a.cols - 2, ROLE_DIM, text.s);
    str_release(&text);
}

static void draw(const void *state, struct canvas *c)
{
    const struct banks *s = state;
    struct area detail, a = list_area(c->rows, c->cols, &detail);
    struct str head = STR_INIT;
    words_add_mark(&head, s->app);
    str_add(&head, "Question banks");
    statusbar_header(c, 0, head.s,
                     s->begun.len > 0 ? "a new bank is not saved yet: n goes on with it" : NULL);
    canvas_rule(c, 1, NULL);
    table_draw(&s->table, &s->list, c, a);
    draw_detail(s, c, detail);
    str_release(&head);
}

/* ---- what keys do ---- */

static struct outcome handle(void *state, const struct event *ev)
{
    struct banks *s = state;
    struct area detail;
    if (ev->kind == EVENT_RESIZE) {
        list_resize(&s->list, table_height(list_area(ev->rows, ev->cols, &detail).rows));
        return out_stay();
    }
    if (!list_click(&s->list, ev, ev->rows - HEAD_ROWS - 1) &&
        !(ev->kind == EVENT_KEY && list_key(&s->list, ev->key)))
        return out_unhandled();
    remember(s);
    return out_stay();
}

static const char *none_chosen(const void *state)
{
    return chosen(state) != NULL ? NULL : "there is no bank yet";
}

static struct outcome run_open(void *state, struct key k)
{
    struct banks *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *bank = bank_open(s->app, chosen(s)->path, &e);
    if (bank == NULL)
        return out_say(TONE_ERROR, "%s E opens the file in your editor.", e.text);
    return out_push(bank);
}

/* ---- a new bank that was begun and never saved ---- */

static struct outcome begun_answered(void *state, int choice)
{
    struct banks *s = state;
    struct err e = ERR_INIT;
    struct bank_editing *edit = choice < 2 ? bank_editing_go_on(s->app, &e) : NULL;
    if (choice == 2)
        return out_push(bank_new_open(s->app));
    if (edit == NULL)
        return out_failed(&e);
    if (choice == 0)
        return out_push(bank_screen_of(s->app, edit));
    bool dropped = bank_editing_drop_left(edit, &e);
    bank_editing_close(edit);
    reload(s);
    return dropped ? out_say(TONE_PLAIN, "Given up.") : out_failed(&e);
}

static const struct choice begun_choices[] = {
    {'g', "go on with it"}, {'d', "give it up"}, {'n', "another new bank"}};
static const struct ask begun_ask = {"A new bank was begun earlier and is not saved yet.",
                                     begun_choices, COUNT_OF(begun_choices), begun_answered};

static struct outcome run_new(void *state, struct key k)
{
    struct banks *s = state;
    (void)k;
    return s->begun.len > 0 ? out_ask(&begun_ask) : out_push(bank_new_open(s->app));
}

static struct outcome run_import(void *state, struct key k)
{
    struct banks *s = state;
    (void)k;
    return out_push(bank_import_open(s->app));
}

static struct outcome edited(void *state, int status, const struct err *e)
{
    struct banks *s = state;
    if (status < 0)
        return out_failed(e);
    reload(s);
    return out_say(TONE_PLAIN, "The banks were read again.");
}

static struct outcome run_editor(void *state, struct key k)
{
    struct banks *s = state;
    const struct app_bank *b = chosen(s);
    (void)k;
    struct outside_file file = {b->path, b->findings->n > 0 ? b->findings->items[0].line : 0};
    return outside_run(&s->outside, s->app, &file, edited);
}

static struct outcome resumed(void *state, long value)
{
    (void)value;
    reload(state);
    return out_stay();
}

static const struct action rows[] = {
    {.name = "open",
     .keys = "Enter",
     .label = "open",
     .disabled = none_chosen,
     .help = "Opens the bank: its levels and questions, to read and to edit.",
     .run = run_open},
    {.name = "new bank",
     .keys = "n",
     .label = "new",
     .help = "Begins a bank from a template, in your own folder.",
     .run = run_new},
    {.name = "import",
     .keys = "i",
     .label = "import",
     .help = "Makes a bank of a text, a Markdown page or a table of questions.",
     .run = run_import},
    {.name = "editor",
     .keys = "E",
     .label = "editor",
     .disabled = none_chosen,
     .help = "Opens the file in your own editor (VISUAL or EDITOR), at its first problem.",
     .run = run_editor},
    {.name = "back", .keys = "Esc q", .label = "back", .help = "Back.", .run = out_back},
};

const struct actions banks_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return banks_actions;
}

static void close_banks(void *state)
{
    struct banks *s = state;
    outside_release(&s->outside);
    str_release(&s->path);
    str_release(&s->begun);
    VEC_RELEASE(&s->uses);
    free(s);
}

static const struct screen_ops banks_ops = {
    .name = "banks",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .close = close_banks,
};

struct screen *banks_open(struct app *app)
{
    struct banks *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->table = (struct table){.columns = columns,
                              .n = COUNT_OF(columns),
                              .cell = cell,
                              .data = s,
                              .empty = "No question bank yet: n begins one, i imports a text."};
    list_init(&s->list, true);
    str_init(&s->path);
    str_init(&s->begun);
    load(s);
    remember(s);
    return screen_new(&banks_ops, s);
}
