#include "screens/bank_state.h"

#include <string.h>

#include "screens/bank_findings.h"
#include "screens/bank_words.h"
#include "screens/preview.h"
#include "screens/words.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

#define BESIDE      76 /* columns from which the preview stands beside the outline */
#define FINDINGS    4  /* rows under the outline for what is wrong with the chosen line */
#define ROWS_FOR_IT 14 /* ... in a window that has so many */

struct bank_areas {
    struct area outline, preview, findings;
    int divider; /* column between outline and preview; -1: none */
};

static struct bank_areas lay(int rows, int cols)
{
    struct bank_areas a = {.divider = -1};
    struct area rest = layout_size(rows, cols);
    layout_bottom(&rest, 1);
    layout_top(&rest, BANK_HEAD);
    a.findings = layout_bottom(&rest, rows >= ROWS_FOR_IT ? FINDINGS : 0);
    if (cols < BESIDE) {
        a.outline = rest;
        return a;
    }
    a.outline = layout_left(&rest, cols >= 120 ? 38 : 30);
    a.divider = layout_left(&rest, 1).col;
    a.preview = rest;
    return a;
}

void bank_lay(struct bank_screen *s)
{
    struct bank_areas a = lay(s->rows, s->cols);
    list_resize(&s->list, a.outline.rows);
    bank_find_resize(s);
    pages_resize(&s->detail, a.preview.rows, a.preview.cols);
}

/* ---- what the chosen line says ---- */

static void add_field(struct pages *p, const struct form_row *row, const char *text)
{
    if (text[0] == '\0')
        return;
    pages_rule(p, row->label);
    pages_text(p, ROLE_TEXT, text);
}

void bank_fill_detail(struct bank_screen *s)
{
    const struct outline_line *line = bank_chosen(s);
    const struct bank *b = bank_editing_view(s->edit)->bank;
    struct str text = STR_INIT;
    size_t n;
    pages_clear(&s->detail);
    if (line == NULL || line->kind == OUTLINE_QUESTION)
        return;
    const struct form_row *rows = bank_rows(line->kind, b->scale, &n);
    bool named = line->kind == OUTLINE_TERM || line->kind == OUTLINE_COMPETENCY;
    for (size_t i = 0; i < n; i++) {
        if (named && i > 0)
            break; /* its name is what was chosen */
        str_clear(&text);
        bank_rows_text(&text, b, line, rows[i].key);
        add_field(&s->detail, &rows[i], text.s);
    }
    if (n == 0)
        pages_text(&s->detail, ROLE_DIM, "n adds one here.");
    if (line->kind == OUTLINE_COMPETENCY) {
        str_clear(&text);
        bank_words_measured(&text, s->edit, line->place);
        pages_text(&s->detail, ROLE_DIM, text.s + strlen(" · "));
    }
    str_release(&text);
    bank_lay(s);
}

/* ---- drawing ---- */

static void draw_line(const struct bank_screen *s, struct canvas *c, struct area a, int i)
{
    const struct outline_line *line = &s->outline.items[i];
    bool heading = outline_is_heading(line);
    int indent = heading ? 1 : 3;
    struct str text = STR_INIT;
    outline_words(&text, line, bank_editing_view(s->edit)->bank);
    canvas_text(c, a.row, a.col + indent, a.cols - indent - 1, heading ? ROLE_HEADING : ROLE_TEXT,
                text.s);
    str_release(&text);
    if (i != list_chosen(&s->list))
        return;
    if (!heading)
        canvas_text(c, a.row, a.col + 1, 1, ROLE_TEXT, canvas_glyph(c, GLYPH_POINTER));
    canvas_role(c, (struct area){a.row, a.col + 1, 1, a.cols - 2}, ROLE_FOCUS);
    canvas_cursor(c, a.row, a.col + 1);
}

static void draw_outline(const struct bank_screen *s, struct canvas *c, struct area a)
{
    for (int row = 0; row < a.rows; row++) {
        int i = list_row(&s->list, row);
        if (i >= 0)
            draw_line(s, c, layout_row(a, row), i);
    }
    list_hint(&s->list, c, a);
}

static void draw_preview(const struct bank_screen *s, struct canvas *c, struct area a)
{
    const struct outline_line *line = bank_chosen(s);
    const struct bank *b = bank_editing_view(s->edit)->bank;
    struct kit kit;
    if (layout_empty(a) || line == NULL)
        return;
    if (line->kind != OUTLINE_QUESTION)
        pages_draw(&s->detail, c, a);
    else if (kit_of(b, line->level, &kit))
        preview_draw(&kit, line->i, c, a);
}

/* What is wrong with the chosen line; before that what was left, or what is looked for. */
static void draw_below(const struct bank_screen *s, struct canvas *c, struct area a)
{
    const struct outline_line *line = bank_chosen(s);
    struct str text = STR_INIT;
    if (s->finding) {
        bank_find_draw(s, c, (struct area){c->rows - 2, 0, 1, c->cols});
    } else if (s->offering && !layout_empty(a)) {
        canvas_rule(c, layout_top(&a, 1).row, NULL);
        bank_left_words(&text, s);
        canvas_wrapped(c, layout_inset(a, 0, 1), ROLE_MIXED, text.s);
    } else if (s->pointed > 0) {
        bank_findings_draw_at(s->edit, s->pointed, c, a);
    } else if (line != NULL && !outline_is_heading(line)) {
        bank_findings_draw(s->edit, line->place, c, a);
    } else {
        bool level = line != NULL && line->kind == OUTLINE_LEVEL;
        bank_findings_draw_at(s->edit, level ? bank_editing_line(s->edit, line->place) : 0, c, a);
    }
    str_release(&text);
}

void bank_draw(const void *state, struct canvas *c)
{
    const struct bank_screen *s = state;
    const struct bank_view *v = bank_editing_view(s->edit);
    struct bank_areas a = lay(c->rows, c->cols);
    struct str left = STR_INIT, right = STR_INIT;
    words_add_mark(&left, s->app);
    str_add(&left, v->title);
    bank_words_unsaved(&right, v);
    if (c->cols >= BESIDE && right.len == 0)
        bank_words_uses(&right, &s->uses);
    str_addf(&right, "%sproblems: ", right.len > 0 ? " · " : "");
    if (v->checked)
        bank_words_counts(&right, v->errors, v->warnings);
    else
        str_add(&right, "…");
    if (s->offering)
        str_set(&right, "changes were not saved");
    statusbar_header(c, 0, left.s, right.s);
    canvas_rule(c, 1, NULL);
    for (int row = 0; a.divider >= 0 && row < a.outline.rows; row++)
        canvas_text(c, a.outline.row + row, a.divider, 1, ROLE_RULE, c->ascii ? "|" : "│");
    draw_preview(s, c, a.preview);
    draw_outline(s, c, a.outline); /* last: the cursor is on the chosen line */
    draw_below(s, c, a.findings);
    str_release(&left);
    str_release(&right);
}
