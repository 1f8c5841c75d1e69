#include <string.h>

#include "base/utf8.h"
#include "tui/form.h"
#include "tui/layout.h"

/* One drawing of a form. */
struct picture {
    const struct form *f;
    struct canvas *c;
    struct area area; /* without the line for hints */
    struct form_columns at;
};

static void draw_label(const struct picture *p, int row, size_t i)
{
    const struct form_row *spec = &p->f->spec[i];
    int col = p->area.col;
    if (i == p->f->focus)
        canvas_text(p->c, row, col, 1, ROLE_STRONG, canvas_glyph(p->c, GLYPH_POINTER));
    if (spec->kind == FORM_BUTTON)
        return;
    enum role role = i == p->f->focus ? ROLE_STRONG : ROLE_TEXT;
    int mark = spec->required && p->at.label_cols > 2 ? 2 : 0;
    col += p->at.label;
    col += canvas_text(p->c, row, col, p->at.label_cols - mark, role, spec->label);
    if (mark > 0)
        canvas_text(p->c, row, col, mark, ROLE_DIM, " *");
}

static void draw_heading(const struct picture *p, int row, const struct form_row *spec)
{
    int end = p->area.col + p->area.cols;
    const char *line = canvas_glyph(p->c, GLYPH_RULE);
    int col = p->area.col + canvas_text(p->c, row, p->area.col, 1, ROLE_RULE, line);
    if (*spec->label != '\0')
        col += 2 + canvas_text(p->c, row, col + 1, end - col - 2, ROLE_HEADING, spec->label);
    while (col < end)
        col += canvas_text(p->c, row, col, 1, ROLE_RULE, line);
}

static int choices_width(const struct form_row *spec)
{
    size_t n;
    const char *const *choices = form_choices(spec, &n);
    int width = 0;
    for (size_t i = 0; i < n; i++)
        width += 2 + utf8_width(choices[i], strlen(choices[i])) + 2;
    return width;
}

/* All of them beside each other, the chosen one with a full mark. */
static void draw_all_choices(const struct picture *p, struct area at, size_t row)
{
    size_t n;
    const char *const *choices = form_choices(&p->f->spec[row], &n);
    int chosen = form_chosen(p->f, row), col = at.col;
    for (size_t i = 0; i < n; i++) {
        bool on = (int)i == chosen;
        if (row == p->f->focus && (on || (chosen < 0 && i == 0)))
            canvas_cursor(p->c, at.row, col);
        canvas_text(p->c, at.row, col, 1, on ? ROLE_MARK : ROLE_DIM,
                    canvas_glyph(p->c, on ? GLYPH_SCORED : GLYPH_OPEN));
        col += 2 + canvas_text(p->c, at.row, col + 2, at.col + at.cols - col - 2,
                               on ? ROLE_STRONG : ROLE_TEXT, choices[i]);
        col += 2;
    }
}

/* Where they do not fit: the chosen one between arrows. */
static void draw_one_choice(const struct picture *p, struct area at, size_t row)
{
    bool focused = row == p->f->focus;
    int end = at.col + at.cols - 1;
    int room = at.cols > 4 ? at.cols - 4 : 0;
    const char *text = form_chosen(p->f, row) >= 0 ? form_text(p->f, row) : "";
    canvas_text(p->c, at.row, at.col, 1, ROLE_DIM, canvas_glyph(p->c, GLYPH_LEFT));
    canvas_text(p->c, at.row, at.col + 2, room, ROLE_STRONG, text);
    canvas_text(p->c, at.row, end, 1, ROLE_DIM, canvas_glyph(p->c, GLYPH_RIGHT));
    if (focused)
        canvas_cursor(p->c, at.row, at.col + (room > 0 ? 2 : 0));
}

static void draw_choice(const struct picture *p, struct area at, size_t row)
{
    if (choices_width(&p->f->spec[row]) - 2 <= at.cols)
        draw_all_choices(p, at, row);
    else
        draw_one_choice(p, at, row);
    if (row == p->f->focus)
        canvas_role(p->c, at, ROLE_FOCUS);
}

static void draw_button(const struct picture *p, struct area at, size_t row)
{
    bool focused = row == p->f->focus;
    enum role role = focused ? ROLE_FOCUS : ROLE_TEXT;
    canvas_textf(p->c, at.row, at.col, at.cols, role, "[ %s ]", p->f->spec[row].label);
    if (focused)
        canvas_cursor(p->c, at.row, at.col);
}

static void draw_value(const struct picture *p, struct area at, size_t row)
{
    const struct form_item *item = &p->f->items[row];
    bool focused = row == p->f->focus;
    switch (p->f->spec[row].kind) {
    case FORM_NOTE:
        editor_draw(&item->editor, p->c, at, focused);
        break;
    case FORM_CHOICE:
    case FORM_YESNO:
        draw_choice(p, at, row);
        break;
    case FORM_BUTTON:
        draw_button(p, at, row);
        break;
    default:
        entry_draw(&item->entry, p->c, at.row, at.col, focused);
        break;
    }
}

static void draw_row(const struct picture *p, size_t i, int row)
{
    const struct form_row *spec = &p->f->spec[i];
    int lines = form_item_lines(p->f, i) - (form_has_error_line(p->f, i) ? 1 : 0);
    struct area value = {row, p->area.col + p->at.value, lines, p->at.value_cols};
    if (spec->kind == FORM_HEADING) {
        draw_heading(p, row, spec);
        return;
    }
    draw_label(p, row, i);
    draw_value(p, value, i);
    if (p->f->items[i].error.len > 0)
        canvas_textf(p->c, row + lines, value.col, value.cols, ROLE_ERROR, "! %s",
                     p->f->items[i].error.s);
}

/* Over the rows below the focused row, or above it where there are more. */
static void draw_suggestions(const struct picture *p)
{
    const struct entry *entry = &p->f->items[p->f->focus].entry;
    int line = form_item_line(p->f, p->f->focus) - p->f->top;
    int below = p->area.rows - line - 1, wanted = (int)entry->suggested;
    struct area at = {p->area.row + line + 1, p->area.col + p->at.value, below, p->at.value_cols};
    if (below < wanted && line > below) {
        at.rows = line < wanted ? line : wanted;
        at.row = p->area.row + line - at.rows;
    }
    entry_draw_suggestions(entry, p->c, at);
}

static void draw_hint(const struct picture *p, struct area at)
{
    const char *hint = p->f->spec[p->f->focus].hint;
    if (hint != NULL && at.rows > 0)
        canvas_text(p->c, at.row, at.col + p->at.label, at.cols - p->at.label, ROLE_DIM, hint);
}

/* The cursor of a row that is scrolled out of view must not show over something else. */
static void keep_cursor_inside(struct canvas *c, struct area a)
{
    if (c->cursor && (c->cursor_row < a.row || c->cursor_row >= a.row + a.rows))
        c->cursor = false;
}

void form_draw(const struct form *f, struct canvas *c, struct area a)
{
    struct area rest = a, hint = layout_bottom(&rest, f->rows - form_view_rows(f));
    struct picture p = {f, c, rest, form_columns(f)};
    if (f->n == 0)
        return;
    struct area saved = canvas_clip(c, a);
    draw_hint(&p, hint);
    canvas_clip(c, rest);
    int row = rest.row - f->top;
    for (size_t i = 0; i < f->n; i++) {
        int lines = form_item_lines(f, i);
        if (row + lines > rest.row && row < rest.row + rest.rows)
            draw_row(&p, i, row);
        row += lines;
    }
    draw_suggestions(&p);
    keep_cursor_inside(c, rest);
    canvas_clip_to(c, saved);
}
