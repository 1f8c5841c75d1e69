#include "tui/form.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"

#define FIELD_MAX  4096 /* bytes */
#define NOTE_LINES 4

/* Kinds */

static bool is_text(const struct form_row *spec)
{
    return spec->kind == FORM_TEXT || spec->kind == FORM_DATE || spec->kind == FORM_MONEY;
}

static bool is_choice(const struct form_row *spec)
{
    return spec->kind == FORM_CHOICE || spec->kind == FORM_YESNO;
}

static bool has_value(const struct form_row *spec)
{
    return spec->kind != FORM_BUTTON && spec->kind != FORM_HEADING;
}

const char *const *form_choices(const struct form_row *spec, size_t *n)
{
    static const char *const yesno[] = {"yes", "no"};
    *n = spec->kind == FORM_YESNO ? COUNT_OF(yesno) : spec->n;
    return spec->kind == FORM_YESNO ? yesno : spec->choices;
}

static struct textbuf *buf_of(const struct form *f, size_t row)
{
    struct form_item *item = &f->items[row];
    return f->spec[row].kind == FORM_NOTE ? &item->editor.buf : &item->entry.buf;
}

/* Where rows stand */

static int note_lines(const struct form *f, const struct form_row *spec)
{
    int lines = spec->lines > 0 ? spec->lines : NOTE_LINES;
    int most = form_view_rows(f) - 1; /* so that an error can be seen with it */
    return lines < most ? lines : most > 1 ? most : 1;
}

bool form_has_error_line(const struct form *f, size_t row)
{
    return f->items[row].error.len > 0 || f->items[row].mended;
}

int form_item_lines(const struct form *f, size_t row)
{
    const struct form_row *spec = &f->spec[row];
    int lines = spec->kind == FORM_NOTE ? note_lines(f, spec) : 1;
    return lines + (form_has_error_line(f, row) ? 1 : 0);
}

int form_item_line(const struct form *f, size_t row)
{
    int line = 0;
    for (size_t i = 0; i < row; i++)
        line += form_item_lines(f, i);
    return line;
}

int form_view_rows(const struct form *f)
{
    bool hints = false;
    for (size_t i = 0; i < f->n; i++)
        hints = hints || f->spec[i].hint != NULL;
    return hints && f->rows >= 4 ? f->rows - 1 : f->rows;
}

struct form_columns form_columns(const struct form *f)
{
    int widest = 0, most = f->cols / 3;
    for (size_t i = 0; i < f->n; i++) {
        const struct form_row *spec = &f->spec[i];
        int width = utf8_width(spec->label, strlen(spec->label)) + (spec->required ? 2 : 0);
        if (has_value(spec) && width > widest)
            widest = width;
    }
    struct form_columns at = {.label = 2, .label_cols = widest < most ? widest : most};
    at.value = at.label + at.label_cols + 2;
    at.value_cols = f->cols - at.value - 1;
    if (at.value_cols < 1)
        at = (struct form_columns){.label = 2, .value = 0, .value_cols = f->cols};
    return at;
}

static void reveal_lines(struct form *f, int from, int to)
{
    int view = form_view_rows(f), all = form_item_line(f, f->n);
    if (f->top + view < to)
        f->top = to - view;
    if (f->top > from)
        f->top = from;
    if (f->top > all - view)
        f->top = all > view ? all - view : 0;
}

/* Scrolls so far that the focused row is seen whole, with a heading right above it. */
static void reveal(struct form *f)
{
    if (f->n == 0)
        return;
    size_t first = f->focus;
    int to = form_item_line(f, f->focus) + form_item_lines(f, f->focus);
    while (first > 0 && f->spec[first - 1].kind == FORM_HEADING)
        first--;
    int from = form_item_line(f, first);
    if (to - from > form_view_rows(f))
        from = form_item_line(f, f->focus);
    reveal_lines(f, from, to);
}

/* Life */

static void item_init(struct form *f, size_t row)
{
    struct form_item *item = &f->items[row];
    const struct form_row *spec = &f->spec[row];
    str_init(&item->error);
    entry_init(&item->entry, spec->max > 0 ? spec->max : FIELD_MAX);
    editor_init(&item->editor, spec->max);
    item->entry.read_only = spec->read_only;
}

static bool can_focus(const struct form *f, size_t row)
{
    return f->spec[row].kind != FORM_HEADING;
}

void form_init(struct form *f, const struct form_row *spec, size_t n)
{
    *f = (struct form){.spec = spec, .n = n, .rows = 1, .cols = 1, .clip = STR_INIT};
    f->items = xcalloc(n > 0 ? n : 1, sizeof *f->items);
    for (size_t i = 0; i < n; i++)
        item_init(f, i);
    while (f->focus + 1 < n && !can_focus(f, f->focus))
        f->focus++;
}

void form_release(struct form *f)
{
    for (size_t i = 0; i < f->n; i++) {
        entry_release(&f->items[i].entry);
        editor_release(&f->items[i].editor);
        str_release(&f->items[i].error);
    }
    vec_free(f->items);
    str_release(&f->clip);
    *f = (struct form){.clip = STR_INIT};
}

void form_resize(struct form *f, int rows, int cols)
{
    f->rows = rows > 1 ? rows : 1;
    f->cols = cols > 1 ? cols : 1;
    struct form_columns at = form_columns(f);
    for (size_t i = 0; i < f->n; i++) {
        entry_resize(&f->items[i].entry, at.value_cols);
        editor_resize(&f->items[i].editor, note_lines(f, &f->spec[i]), at.value_cols);
    }
    reveal(f);
}

void form_set(struct form *f, size_t row, const char *text)
{
    const char *s = text != NULL ? text : "";
    if (f->spec[row].kind == FORM_NOTE)
        editor_set(&f->items[row].editor, s, strlen(s));
    else
        entry_set(&f->items[row].entry, s);
}

const char *form_text(const struct form *f, size_t row)
{
    return buf_of(f, row)->text.s;
}

int form_chosen(const struct form *f, size_t row)
{
    size_t n;
    const char *const *choices = form_choices(&f->spec[row], &n);
    if (is_choice(&f->spec[row]))
        for (size_t i = 0; i < n; i++)
            if (str_same(choices[i], form_text(f, row)))
                return (int)i;
    return -1;
}

void form_suggest(struct form *f, size_t row, const char *const *texts, size_t n)
{
    entry_suggest(&f->items[row].entry, texts, n);
}

bool form_typing(const struct form *f)
{
    if (f->n == 0)
        return false;
    const struct form_row *spec = &f->spec[f->focus];
    return !spec->read_only && (is_text(spec) || spec->kind == FORM_NOTE);
}

/* Focus and errors */

void form_focus(struct form *f, size_t row)
{
    if (row >= f->n || !can_focus(f, row))
        return;
    f->items[f->focus].mended = false;
    entry_suggest(&f->items[f->focus].entry, NULL, 0);
    f->focus = row;
    reveal(f);
}

void form_error(struct form *f, size_t row, const char *message)
{
    struct form_item *item = &f->items[row];
    str_set(&item->error, message != NULL ? message : "");
    item->mended = false;
    item->entry.error = item->error.len > 0;
    entry_follow(&item->entry);
    reveal(f);
}

/* Just edited: what was said about it may no longer be so. */
static void mend(struct form *f, size_t row)
{
    struct form_item *item = &f->items[row];
    if (item->error.len == 0)
        return;
    str_clear(&item->error);
    item->entry.error = false;
    item->mended = true;
    entry_follow(&item->entry);
}

static bool is_blank(const char *s)
{
    return s[strspn(s, " \t\n")] == '\0';
}

bool form_check(struct form *f)
{
    size_t first = f->n;
    for (size_t i = f->n; i-- > 0;) {
        const struct form_row *spec = &f->spec[i];
        if (spec->required && has_value(spec) && is_blank(form_text(f, i)))
            form_error(f, i, is_choice(spec) ? "Choose one." : "This is needed.");
        if (f->items[i].error.len > 0)
            first = i;
    }
    form_focus(f, first);
    return first == f->n;
}

/* Handling */

/* The next row in a direction that can be focused, or `from` itself. */
static size_t neighbour(const struct form *f, size_t from, bool ahead)
{
    for (size_t i = from; ahead ? i + 1 < f->n : i > 0;) {
        i = ahead ? i + 1 : i - 1;
        if (can_focus(f, i))
            return i;
    }
    return from;
}

static enum form_result go(struct form *f, bool ahead)
{
    form_focus(f, neighbour(f, f->focus, ahead));
    return FORM_MOVED;
}

static enum form_result go_page(struct form *f, bool ahead)
{
    int from = form_item_line(f, f->focus), far = form_view_rows(f) - 1;
    size_t to = neighbour(f, f->focus, ahead);
    for (size_t next; (next = neighbour(f, to, ahead)) != to; to = next) {
        int distance = form_item_line(f, next) - from;
        if ((distance < 0 ? -distance : distance) > far)
            break;
    }
    form_focus(f, to);
    return FORM_MOVED;
}

static enum form_result submit(const struct form *f, struct form_change *change)
{
    change->row = f->focus;
    return FORM_SUBMIT;
}

static bool has_button(const struct form *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->spec[i].kind == FORM_BUTTON)
            return true;
    return false;
}

static enum form_result enter(struct form *f, struct form_change *change)
{
    bool last = neighbour(f, f->focus, true) == f->focus;
    if (f->spec[f->focus].kind == FORM_BUTTON || (last && !has_button(f)))
        return submit(f, change);
    return go(f, true);
}

/* Keys that go from row to row, whatever the row's own keys are not. */
static enum form_result walk_key(struct form *f, struct key k, struct form_change *change)
{
    if (key_is(k, K_TAB, 0) || key_is(k, K_DOWN, 0))
        return go(f, true);
    if (key_is(k, K_TAB, MOD_SHIFT) || key_is(k, K_UP, 0))
        return go(f, false);
    if (key_is(k, K_PGDN, 0) || key_is(k, K_PGUP, 0))
        return go_page(f, k.code == K_PGDN);
    if (key_is(k, K_ENTER, 0))
        return enter(f, change);
    if (key_is(k, ' ', 0) && f->spec[f->focus].kind == FORM_BUTTON)
        return submit(f, change);
    return FORM_UNHANDLED;
}

static enum form_result changed(struct form *f, enum edit edit, struct form_change *change)
{
    switch (edit) {
    case EDIT_MOVED:
        return FORM_MOVED;
    case EDIT_FULL:
        return FORM_FULL;
    case EDIT_CHANGED:
    case EDIT_TAKEN:
        change->row = f->focus;
        change->taken = f->items[f->focus].entry.taken;
        mend(f, f->focus);
        return edit == EDIT_TAKEN ? FORM_TAKEN : FORM_CHANGED;
    default:
        return FORM_UNHANDLED;
    }
}

/* A note gives Up and Down back at its first and last row, so that one can walk through it. */
static bool leaves_note(const struct editor *e, const struct event *ev)
{
    if (ev->kind != EVENT_KEY)
        return false;
    return (key_is(ev->key, K_UP, 0) && editor_row(e) == 0) ||
           (key_is(ev->key, K_DOWN, 0) && editor_row(e) == editor_lines(e) - 1);
}

static enum edit note_handle(const struct form_row *spec, struct editor *e, const struct event *ev,
                             struct splice *out)
{
    bool walks = ev->kind == EVENT_KEY && (ev->key.code == K_UP || ev->key.code == K_DOWN);
    if (leaves_note(e, ev) || (spec->read_only && !walks))
        return EDIT_UNHANDLED;
    return editor_handle(e, ev, out);
}

/* The first choice behind `from`, all around, that begins with the letter; -1 for none. */
static int choice_by_letter(const struct form_row *spec, int from, uint32_t letter)
{
    size_t n;
    const char *const *choices = form_choices(spec, &n);
    struct str wanted = STR_INIT, begin = STR_INIT;
    int found = -1;
    char bytes[4];
    str_addn(&begin, bytes, utf8_put(letter, bytes));
    utf8_fold(&wanted, begin.s);
    for (size_t i = 1; i <= n && found < 0; i++) {
        size_t at = (size_t)(from + (int)i) % n;
        str_clear(&begin);
        utf8_fold(&begin, choices[at]);
        if (str_starts(begin.s, wanted.s))
            found = (int)at;
    }
    str_release(&wanted);
    str_release(&begin);
    return found;
}

/* Which choice a key leads to: an index, -1 for "not answered", or -2 when it is no such key. */
static int choice_for(const struct form *f, struct key k)
{
    size_t n;
    const struct form_row *spec = &f->spec[f->focus];
    int now = form_chosen(f, f->focus);
    form_choices(spec, &n);
    if (n == 0 || k.mods != 0)
        return -2;
    if (k.code == K_LEFT)
        return now > 0 ? now - 1 : 0;
    if (k.code == K_RIGHT)
        return (size_t)(now + 1) < n ? now + 1 : now;
    if (k.code == ' ')
        return (int)((size_t)(now + 1) % n);
    if (k.code == K_BACKSPACE || k.code == K_DELETE)
        return -1;
    int by_letter = key_is_text(k) ? choice_by_letter(spec, now, k.code) : -1;
    return by_letter >= 0 ? by_letter : -2;
}

static enum edit choice_handle(struct form *f, const struct event *ev, struct splice *out)
{
    size_t n;
    const char *const *choices = form_choices(&f->spec[f->focus], &n);
    int to = ev->kind == EVENT_KEY ? choice_for(f, ev->key) : -2;
    if (to == -2)
        return EDIT_UNHANDLED;
    if (f->spec[f->focus].read_only)
        return EDIT_MOVED;
    const char *text = to >= 0 ? choices[to] : "";
    return textbuf_replace(&f->items[f->focus].entry.buf, text, strlen(text), out);
}

static enum edit row_handle(struct form *f, const struct event *ev, struct splice *out)
{
    const struct form_row *spec = &f->spec[f->focus];
    struct form_item *item = &f->items[f->focus];
    if (spec->kind == FORM_NOTE)
        return note_handle(spec, &item->editor, ev, out);
    if (is_choice(spec))
        return choice_handle(f, ev, out);
    return is_text(spec) ? entry_handle(&item->entry, ev, out) : EDIT_UNHANDLED;
}

enum form_result form_handle(struct form *f, const struct event *ev, struct form_change *change)
{
    if (f->n == 0)
        return FORM_UNHANDLED;
    buf_of(f, f->focus)->shared_clip = &f->clip; /* set now: the form may have been moved */
    enum form_result result = changed(f, row_handle(f, ev, &change->splice), change);
    if (result == FORM_UNHANDLED && ev->kind == EVENT_KEY)
        result = walk_key(f, ev->key, change);
    return result;
}
