#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "tui/term.h"

struct script_event {
    struct event ev;
    char *text; /* of a paste */
};

struct script {
    struct term term; /* first: a struct term * is a struct script * */
    struct script_event *items;
    size_t n, cap, at;
    struct canvas painted;
    int rows, cols, bells, stops;
    char *copied;
};

static struct script *script_of(const struct term *t)
{
    return (struct script *)(uintptr_t)t;
}

static void script_size(struct term *t, int *rows, int *cols)
{
    *rows = script_of(t)->rows;
    *cols = script_of(t)->cols;
}

static bool script_next(struct term *t, int timeout_ms, struct event *ev)
{
    struct script *s = script_of(t);
    (void)timeout_ms;
    if (s->at == s->n)
        return false;
    *ev = s->items[s->at++].ev;
    if (ev->kind == EVENT_RESIZE) {
        s->rows = ev->rows;
        s->cols = ev->cols;
    }
    return true;
}

static bool script_pending(struct term *t)
{
    return script_of(t)->at < script_of(t)->n;
}

static void script_paint(struct term *t, const struct canvas *c)
{
    struct script *s = script_of(t);
    canvas_resize(&s->painted, c->rows, c->cols);
    memcpy(s->painted.cells, c->cells, (size_t)c->rows * (size_t)c->cols * sizeof *c->cells);
    s->painted.ascii = c->ascii;
    s->painted.cursor = c->cursor;
    s->painted.cursor_row = c->cursor_row;
    s->painted.cursor_col = c->cursor_col;
}

static void script_bell(struct term *t)
{
    script_of(t)->bells++;
}

static bool script_copy(struct term *t, const struct str *text, const char **hint, struct err *e)
{
    struct script *s = script_of(t);
    (void)e;
    free(s->copied);
    s->copied = xstrdup(text->s);
    *hint = "";
    return true;
}

static void script_stop(struct term *t)
{
    script_of(t)->stops++;
}

static void script_nothing(struct term *t)
{
    (void)t;
}

static void script_close(struct term *t)
{
    struct script *s = script_of(t);
    for (size_t i = 0; i < s->n; i++)
        free(s->items[i].text);
    VEC_RELEASE(s);
    free(s->copied);
    canvas_release(&s->painted);
    free(s);
}

struct term *term_script_open(int rows, int cols)
{
    static const struct term_ops ops = {
        .size = script_size,
        .next = script_next,
        .pending = script_pending,
        .paint = script_paint,
        .bell = script_bell,
        .copy = script_copy,
        .suspend = script_nothing,
        .resume = script_nothing,
        .stop = script_stop,
        .close = script_close,
    };
    struct script *s = xcalloc(1, sizeof *s);
    s->term.ops = &ops;
    s->rows = rows;
    s->cols = cols;
    canvas_init(&s->painted, rows, cols);
    return &s->term;
}

static struct script_event *script_push(struct term *t, enum event_kind kind)
{
    struct script *s = script_of(t);
    struct script_event *item = VEC_PUSH(s);
    item->ev.kind = kind;
    return item;
}

void term_script_key(struct term *t, struct key k)
{
    script_push(t, EVENT_KEY)->ev.key = k;
}

void term_script_paste(struct term *t, const char *text)
{
    struct script_event *item = script_push(t, EVENT_PASTE);
    item->text = xstrdup(text);
    item->ev.text = item->text;
    item->ev.len = strlen(text);
}

void term_script_resize(struct term *t, int rows, int cols)
{
    struct script_event *item = script_push(t, EVENT_RESIZE);
    item->ev.rows = rows;
    item->ev.cols = cols;
}

void term_script_click(struct term *t, int row, int col)
{
    struct script_event *item = script_push(t, EVENT_MOUSE);
    item->ev.key.code = 1;
    item->ev.rows = row;
    item->ev.cols = col;
}

void term_script_event(struct term *t, enum event_kind kind)
{
    script_push(t, kind);
}

const struct canvas *term_script_canvas(const struct term *t)
{
    return &script_of(t)->painted;
}

int term_script_bells(const struct term *t)
{
    return script_of(t)->bells;
}

const char *term_script_copied(const struct term *t)
{
    return script_of(t)->copied;
}

int term_script_stops(const struct term *t)
{
    return script_of(t)->stops;
}
