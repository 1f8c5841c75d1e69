#include "screens/ui.h"

#include <stdlib.h>
#include <string.h>

#include "app/live.h"
#include "base/vec.h"
#include "screens/footer.h"
#include "screens/open.h"
#include "screens/running.h"
#include "tui/action.h"
#include "tui/prompt.h"
#include "tui/statusbar.h"

#define TICK_MS    1000
#define WHEEL_UP   4
#define WHEEL_DOWN 5
#define IDLE_TICKS 3 /* seconds without a key before the store is tidied */

struct ui {
    struct app *app;
    struct term *term;
    struct {
        struct screen **items;
        size_t n, cap;
    } stack;
    struct canvas canvas;
    const struct ask *ask; /* shown now, or NULL */
    bool ask_ours;         /* asked by ui itself, not by the screen */
    enum tone tone;
    char message[OUTCOME_TEXT]; /* until the next key */
    int quiet;                  /* ticks since the last key */
    struct job *job;            /* runs between the keys, or NULL */
    int64_t ticked_at;          /* mono: when the screens were last told of the time */
    bool leaving;
};

static const struct choice leave_choices[] = {{'y', "leave slate"}, {'n', "stay"}};

static struct outcome leave_answered(void *state, int choice)
{
    (void)state;
    return choice == 0 ? out_quit() : out_stay();
}

static const struct ask leave_ask = {"Leave slate? Everything is saved.", leave_choices,
                                     COUNT_OF(leave_choices), leave_answered};
static const struct ask lose_ask = {
    "Leave slate? What was typed last is NOT SAVED and would be lost: the store takes nothing.",
    leave_choices, COUNT_OF(leave_choices), leave_answered};

static const struct ask unsaved_ask = {
    "Leave slate? Changes to a question bank are not saved in its file yet and would be lost.",
    leave_choices, COUNT_OF(leave_choices), leave_answered};

static struct outcome run_help(void *state, struct key key)
{
    struct ui *ui = state;
    (void)key;
    return out_push(help_open(ui->stack.items[ui->stack.n - 1]));
}

static struct outcome run_palette(void *state, struct key key)
{
    struct ui *ui = state;
    (void)key;
    return out_push(palette_open(ui->stack.items[ui->stack.n - 1]));
}

static struct outcome run_saved(void *state, struct key key)
{
    const struct ui *ui = state;
    (void)key;
    if (live_all_saved(ui->app))
        return out_say(TONE_GOOD, "Already saved: slate stores every key as you press it.");
    return out_say(TONE_ERROR, "Not saved: the last keys could not be stored. That is tried again "
                               "with every key; see that the disk has room.");
}

static struct outcome run_redraw(void *state, struct key key)
{
    struct ui *ui = state;
    (void)key;
    ui->term->ops->suspend(ui->term);
    ui->term->ops->resume(ui->term);
    return out_stay();
}

static struct outcome run_suspend(void *state, struct key key)
{
    (void)state;
    (void)key;
    return (struct outcome){.kind = OUT_SUSPEND};
}

static bool any_unsaved(const struct ui *ui)
{
    for (size_t i = 0; i < ui->stack.n; i++) {
        const struct screen *s = ui->stack.items[i];
        if (s->ops->unsaved && s->ops->unsaved(s->state))
            return true;
    }
    return false;
}

static struct outcome run_leave(void *state, struct key key)
{
    const struct ui *ui = state;
    (void)key;
    if (any_unsaved(ui))
        return out_ask(&unsaved_ask);
    return out_ask(live_all_saved(ui->app) ? &leave_ask : &lose_ask);
}

static const struct action everywhere_rows[] = {
    {.name = "keys of this place",
     .keys = "? F1",
     .label = "keys",
     .when = ALWAYS,
     .help = "Shows what every key does here.",
     .run = run_help},
    {.name = "all commands",
     .keys = "Ctrl-P",
     .label = "commands",
     .when = ALWAYS,
     .help = "Finds a command by its name and runs it.",
     .run = run_palette},
    {.name = "saved?",
     .keys = "Ctrl-S",
     .when = ALWAYS,
     .help = "Says whether everything is saved: it is, after every key.",
     .run = run_saved},
    {.name = "draw the screen anew",
     .keys = "Ctrl-L",
     .when = ALWAYS,
     .help = "Paints the whole screen again.",
     .run = run_redraw},
    {.name = "suspend slate",
     .keys = "",
     .when = ALWAYS,
     .help = "Stops slate and gives the terminal back until you type fg.",
     .run = run_suspend},
    {.name = "leave slate",
     .keys = "Ctrl-C",
     .when = ALWAYS,
     .help = "Asks, then leaves slate; what is open stays open.",
     .run = run_leave},
};

const struct actions ui_everywhere = {everywhere_rows, COUNT_OF(everywhere_rows), false};

static struct screen *top_of(const struct ui *ui)
{
    return ui->stack.items[ui->stack.n - 1];
}

static bool is_working(const struct screen *s)
{
    return s->ops->working && s->ops->working(s->state);
}

static bool is_typing(const struct screen *s)
{
    return s->ops->typing && s->ops->typing(s->state);
}

static struct event resize_event(const struct ui *ui)
{
    return (struct event){.kind = EVENT_RESIZE, .rows = ui->canvas.rows, .cols = ui->canvas.cols};
}

/* A screen learns its size when it is shown, before it is drawn. */
static void show_size(struct ui *ui)
{
    struct screen *s = top_of(ui);
    struct event ev = resize_event(ui);
    if (s->ops->handle)
        s->ops->handle(s->state, &ev);
}

static void push(struct ui *ui, struct screen *s)
{
    *VEC_PUSH(&ui->stack) = s;
    show_size(ui);
}

static void pop(struct ui *ui)
{
    screen_close(ui->stack.items[--ui->stack.n]);
}

static void apply(struct ui *ui, struct outcome out);

/* The palette answers with a row: it belongs to the screen below, or holds everywhere. */
static struct outcome run_chosen(struct ui *ui, long value)
{
    struct screen *s = top_of(ui);
    struct actions rows = s->ops->actions(s->state);
    if (value < 0)
        return out_stay();
    if ((size_t)value < rows.n)
        return action_run(&rows.rows[value], s->state, (struct key){0});
    return action_run(&everywhere_rows[(size_t)value - rows.n], ui, (struct key){0});
}

static void close_top(struct ui *ui, long value)
{
    bool palette = top_of(ui)->ops == &palette_ops;
    pop(ui);
    if (ui->stack.n == 0) {
        ui->leaving = true;
        return;
    }
    show_size(ui);
    struct screen *s = top_of(ui);
    if (palette)
        apply(ui, run_chosen(ui, value));
    else if (s->ops->resumed)
        apply(ui, s->ops->resumed(s->state, value));
}

static void say(struct ui *ui, const struct outcome *out)
{
    if (!out->message[0])
        return;
    ui->tone = out->tone;
    memcpy(ui->message, out->message, sizeof ui->message);
    if (out->tone == TONE_ERROR)
        ui->term->ops->bell(ui->term);
}

/* The terminal is the other program's until it ends. */
static void run_other(struct ui *ui, const struct run *run)
{
    struct err e = ERR_INIT;
    int status = -1;
    ui->term->ops->suspend(ui->term);
    if (!proc_run(run->words, &status, &e))
        status = -1;
    ui->term->ops->resume(ui->term);
    apply(ui, run->ended(top_of(ui)->state, status, &e));
}

static void copy(struct ui *ui, char *text)
{
    struct str whole = {text, strlen(text), 0};
    struct err e = ERR_INIT;
    const char *hint = "";
    struct outcome out;
    if (term_copy(ui->term, &whole, &hint, &e))
        out = out_say(TONE_GOOD, "Sent to the terminal's clipboard. %s", hint);
    else
        out = out_failed(&e);
    say(ui, &out);
    free(text);
}

static void apply(struct ui *ui, struct outcome out)
{
    say(ui, &out);
    if (out.job)
        apply(ui, running_begin(&ui->job, out.job));
    if (out.copy)
        copy(ui, out.copy);
    switch (out.kind) {
    case OUT_UNHANDLED:
    case OUT_STAY:
        break;
    case OUT_PUSH:
        push(ui, out.screen);
        break;
    case OUT_REPLACE:
        pop(ui);
        push(ui, out.screen);
        break;
    case OUT_POP:
        close_top(ui, out.value);
        break;
    case OUT_QUIT:
        ui->leaving = true;
        break;
    case OUT_ASK:
        ui->ask = out.ask;
        ui->ask_ours = out.ask == &leave_ask || out.ask == &lose_ask || out.ask == &unsaved_ask;
        break;
    case OUT_SUSPEND:
        term_stop_process(ui->term);
        break;
    case OUT_RUN:
        run_other(ui, out.run);
        break;
    }
}

static void answer(struct ui *ui, int choice)
{
    const struct ask *ask = ui->ask;
    ui->ask = NULL;
    if (choice >= 0)
        apply(ui, ask->answered(ui->ask_ours ? ui : top_of(ui)->state, choice));
}

static void dispatch_key(struct ui *ui, const struct event *ev)
{
    struct screen *s = top_of(ui);
    int choice;
    ui->message[0] = '\0';
    if (ui->ask) {
        if (prompt_key(ui->ask, ev->key, &choice))
            answer(ui, choice);
        return;
    }
    if (ui->job && key_is(ev->key, K_ESC, 0)) {
        apply(ui, running_stop(&ui->job));
        return;
    }
    struct outcome out = s->ops->handle ? s->ops->handle(s->state, ev) : out_unhandled();
    if (out.kind == OUT_UNHANDLED) {
        bool typing = is_typing(s);
        struct actions rows = s->ops->actions(s->state);
        const struct action *a = action_find(rows, ev->key, typing);
        void *state = s->state;
        if (!a) {
            a = action_find(ui_everywhere, ev->key, typing);
            state = ui;
        }
        /* "?" is a letter like any other while text is typed. */
        if (a && !(typing && key_is_text(ev->key)))
            out = action_run(a, state, ev->key);
    }
    apply(ui, out);
}

/* Goes down to the first screen that minds the time: an interview's clock runs on while its texts
 * or the help lie over it. */
static void tick(struct ui *ui, const struct event *ev)
{
    ui->ticked_at = app_mono(ui->app);
    for (size_t i = ui->stack.n; i-- > 0;) {
        struct screen *s = ui->stack.items[i];
        struct outcome out = s->ops->handle ? s->ops->handle(s->state, ev) : out_unhandled();
        if (out.kind == OUT_UNHANDLED)
            continue;
        apply(ui, out);
        break;
    }
}

/* The wheel walks as the arrows do; a press goes to the screen. */
static void dispatch_mouse(struct ui *ui, const struct event *ev)
{
    struct screen *s = top_of(ui);
    if (ev->key.code == WHEEL_UP || ev->key.code == WHEEL_DOWN)
        dispatch_key(ui, &(struct event){.kind = EVENT_KEY,
                                         .key = {ev->key.code == WHEEL_UP ? K_UP : K_DOWN, 0}});
    else if (!ui->ask && s->ops->handle)
        apply(ui, s->ops->handle(s->state, ev));
}

static void dispatch(struct ui *ui, const struct event *ev)
{
    struct screen *s = top_of(ui);
    switch (ev->kind) {
    case EVENT_KEY:
        ui->quiet = 0;
        dispatch_key(ui, ev);
        break;
    case EVENT_RESIZE:
        canvas_resize(&ui->canvas, ev->rows, ev->cols);
        show_size(ui);
        break;
    case EVENT_TERMINATE:
        ui->leaving = true;
        break;
    case EVENT_TICK:
        if (!ui->job || is_working(s) || app_mono(ui->app) - ui->ticked_at >= TICK_MS)
            tick(ui, ev);
        break;
    case EVENT_PASTE:
        if (ui->ask)
            break;
        ui->message[0] = '\0';
        if (s->ops->handle)
            apply(ui, s->ops->handle(s->state, ev));
        break;
    case EVENT_MOUSE:
        dispatch_mouse(ui, ev);
        break;
    }
}

static void draw_footer(const struct ui *ui, struct canvas *c)
{
    if (ui->ask) {
        int rows = prompt_rows(ui->ask, c->cols);
        prompt_draw(ui->ask, c, (struct area){c->rows - rows, 0, rows, c->cols});
    } else if (ui->message[0]) {
        int rows = statusbar_message_rows(c, ui->tone, ui->message);
        rows = rows < c->rows ? rows : c->rows;
        statusbar_message(c, (struct area){c->rows - rows, 0, rows, c->cols}, ui->tone,
                          ui->message);
    } else if (ui->job) {
        running_draw(ui->job, c);
    } else {
        footer_draw(top_of(ui), ui_everywhere, c);
    }
}

static void paint(struct ui *ui)
{
    struct screen *s = top_of(ui);
    canvas_clear(&ui->canvas);
    s->ops->draw(s->state, &ui->canvas);
    draw_footer(ui, &ui->canvas);
    ui->term->ops->paint(ui->term, &ui->canvas);
}

static void sync_store(struct ui *ui)
{
    struct err e = ERR_INIT;
    if (!app_sync(ui->app, &e)) {
        struct outcome out = out_failed(&e);
        say(ui, &out);
        paint(ui);
    }
}

static bool key_waiting(void *data)
{
    struct term *term = data;
    return term->ops->pending(term);
}

/* The first line: what is to be done about it leads to the next. */
static void say_news(struct ui *ui)
{
    struct str lines = STR_INIT;
    app_add_news(ui->app, &lines);
    struct outcome out = out_say(TONE_WARN, "%.*s", (int)strcspn(lines.s, "\n"), lines.s);
    say(ui, &out);
    str_release(&lines);
}

/* The picture that stands may be one of last time: what it should have been is painted over it
 * before it can be acted on. */
static bool first_paint(struct ui *ui, struct err *e)
{
    struct screen *s = top_of(ui);
    paint(ui);
    if (s->ops->settle && !s->ops->settle(s->state, e))
        return false;
    paint(ui);
    sync_store(ui);
    return true;
}

static void loop(struct ui *ui)
{
    struct event ev;
    while (!ui->leaving) {
        bool working = ui->job || (!ui->ask && is_working(top_of(ui)));
        if (!ui->term->ops->next(ui->term, working ? 0 : TICK_MS, &ev))
            break;
        dispatch(ui, &ev);
        if (ui->leaving)
            break;
        if (ui->job && ev.kind == EVENT_TICK)
            apply(ui, running_step(&ui->job));
        paint(ui);
        sync_store(ui);
        if (ev.kind == EVENT_TICK && !working && ++ui->quiet == IDLE_TICKS)
            app_idle(ui->app);
    }
}

bool ui_run(struct app *app, struct term *term, struct screen *first, struct screen *above,
            struct err *e)
{
    struct ui ui = {.app = app, .term = term};
    int rows, cols;
    term->ops->size(term, &rows, &cols);
    canvas_init(&ui.canvas, rows, cols);
    ui.canvas.ascii = term->ascii;
    app_set_waiting(app, key_waiting, term);
    push(&ui, first);
    if (above)
        push(&ui, above);
    say_news(&ui);
    bool good = first_paint(&ui, e);
    if (good)
        loop(&ui);
    running_end(&ui.job);
    while (ui.stack.n)
        pop(&ui);
    VEC_RELEASE(&ui.stack);
    canvas_release(&ui.canvas);
    app_set_waiting(app, NULL, NULL);
    return good && app_sync(app, e);
}
