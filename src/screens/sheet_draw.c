#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "domain/fact.h"
#include "screens/sheet.h"
#include "screens/words.h"

/* Where the rows of a sheet stand, and their picture. A row of the window is y - top. */

#define TEXT_COL    5  /* behind letter and tick, as on the live screen */
#define NOTE_COL    7  /* of a step's note */
#define NOTICE_COL  3  /* of the remark on a fact, of the advice on a text */
#define BESIDE_FROM 60 /* columns of a window where a fact stands beside its label */
#define NOTE_MIN    2  /* rows of a text that is being written */

static int at_least(int value, int least)
{
    return value > least ? value : least;
}

static int width_from(const struct sheet *s, int col)
{
    return at_least(s->cols - col - 1, 1);
}

/* Columns of the facts' labels: the widest of them, at most half of the window. */
static int label_cols(const struct sheet *s)
{
    int most = at_least(s->cols / 2 - 2, 1), widest = 1;
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct sheet_row *row = &s->rows.items[i];
        if (row->kind == SHEET_FACT)
            widest = at_least(utf8_width(row->text, strlen(row->text)), widest);
    }
    return widest < most ? widest : most;
}

static bool is_written(const struct sheet *s, const struct sheet_row *row)
{
    return s->writing && row == sheet_focused(s);
}

/* What there is to remark on a fact that is not being written; NULL for nothing. */
static const char *notice_on(const struct sheet *s, const struct sheet_row *row)
{
    const struct fact_answer *f = &live_interview(s->live)->facts[row->slot.pos];
    return is_written(s, row) ? NULL : fact_notice(f->fact, f->value.s);
}

/* A fact's answer stands beside its label, in a narrow window below it. */
struct fact_place {
    int label;           /* columns */
    int row, col, width; /* of the answer */
    int rows;            /* of both */
    const char *notice;  /* stands below both; NULL for none */
    int notice_rows;
};

static struct fact_place fact_place(const struct sheet *s, const struct sheet_row *row)
{
    const struct str *value = &live_interview(s->live)->facts[row->slot.pos].value;
    bool below = s->cols < BESIDE_FROM;
    struct fact_place f = {.label = below ? width_from(s, 1) : label_cols(s)};
    int rows = text_rows(row->text, f.label);
    f.col = below ? 3 : f.label + 3;
    f.row = below ? rows : 0;
    f.width = width_from(s, f.col);
    f.rows = at_least(rows, f.row + text_rows(value->s, f.width));
    f.notice = notice_on(s, row);
    f.notice_rows = f.notice ? text_rows(f.notice, width_from(s, NOTICE_COL)) : 0;
    return f;
}

/* ---- where the rows stand ---- */

static int text_rows_of(const struct sheet *s, const struct sheet_row *row, int col)
{
    struct str text = STR_INIT;
    interview_value(live_interview(s->live), sheet_text_slot(row), &text);
    int rows = text.len ? text_rows(text.s, width_from(s, col)) : 0;
    str_release(&text);
    return rows;
}

/* What is written grows by whole rows, at most to the window less the rows above it. */
static int editor_rows(struct sheet *s, int col, int above)
{
    int most = at_least(s->height - above, 1);
    editor_resize(&s->note, s->note.rows, width_from(s, col));
    int rows = at_least(editor_lines(&s->note), NOTE_MIN);
    rows = rows < most ? rows : most;
    editor_resize(&s->note, rows, width_from(s, col));
    return rows;
}

static int rows_of(struct sheet *s, const struct sheet_row *row)
{
    struct fact_place f;
    bool written = is_written(s, row);
    int label;
    switch (row->kind) {
    case SHEET_WORDS:
    case SHEET_CARE:
        return text_rows(row->text, width_from(s, 1));
    case SHEET_CARED:
        return text_rows(row->text, width_from(s, 1)) +
               text_rows(row->more, width_from(s, NOTICE_COL));
    case SHEET_STEP:
        label = text_rows(row->text, width_from(s, TEXT_COL));
        return label + (written ? editor_rows(s, NOTE_COL, label) : text_rows_of(s, row, NOTE_COL));
    case SHEET_FACT:
        f = fact_place(s, row);
        entry_resize(&s->fact, f.width);
        return f.rows + f.notice_rows;
    case SHEET_FLAG:
        return text_rows(row->text, width_from(s, TEXT_COL));
    case SHEET_NOTE:
        label = text_rows_of(s, row, 1);
        return written ? editor_rows(s, 1, 0)
               : label ? label
                       : text_rows(row->text, width_from(s, 1));
    default:
        return 1;
    }
}

/* The focused row is in view, with the headings right above it where they fit too. */
static void scroll(struct sheet *s)
{
    const struct sheet_row *row = sheet_focused(s);
    int last = at_least(s->total - s->height, 0);
    if (row) {
        int first = s->focus;
        while (first > 0 && (s->rows.items[first - 1].kind == SHEET_RULE ||
                             s->rows.items[first - 1].kind == SHEET_WORDS))
            first--;
        int y = s->rows.items[first].y, end = row->y + row->rows;
        y = end - y <= s->height ? y : row->y;
        if (end > s->top + s->height)
            s->top = end - s->height;
        if (y < s->top && !(s->writing && row->rows > s->height))
            s->top = y;
    }
    s->top = s->top < last ? at_least(s->top, 0) : last;
}

void sheet_lay(struct sheet *s)
{
    int y = 0;
    for (size_t i = 0; i < s->rows.n; i++) {
        struct sheet_row *row = &s->rows.items[i];
        row->y = y;
        row->rows = rows_of(s, row);
        y += row->rows;
    }
    s->total = y;
    scroll(s);
}

/* ---- the picture ---- */

struct pen {
    const struct sheet *s;
    const struct interview *iv;
    struct canvas *c;
    struct area a; /* of the row */
};

static void draw_wrapped(const struct pen *p, int col, int width, enum role role, const char *text)
{
    struct area a = {p->a.row, p->a.col + col, text_rows(text, at_least(width, 1)), width};
    canvas_wrapped(p->c, a, role, text);
}

static void draw_written(const struct pen *p, int col, int above)
{
    struct area a = {p->a.row + above, p->a.col + col, p->s->note.rows, width_from(p->s, col)};
    editor_draw(&p->s->note, p->c, a, true);
}

static void draw_ticked(const struct pen *p, const struct sheet_row *row)
{
    bool flag = row->kind == SHEET_FLAG;
    bool on = flag ? p->iv->overall >> row->slot.item & 1 : p->iv->steps[row->slot.pos].done;
    enum role role = !on ? ROLE_TEXT : flag ? ROLE_FLAG : ROLE_MARK;
    if (row->letter)
        canvas_textf(p->c, p->a.row, p->a.col + 1, 1, ROLE_KEY, "%c", row->letter);
    if (on)
        canvas_text(p->c, p->a.row, p->a.col + 3, 1, role,
                    canvas_glyph(p->c, flag ? GLYPH_FLAG : GLYPH_TICK));
    draw_wrapped(p, TEXT_COL, width_from(p->s, TEXT_COL), role, row->text);
}

static void draw_step(const struct pen *p, const struct sheet_row *row)
{
    int above = text_rows(row->text, width_from(p->s, TEXT_COL));
    const struct str *note = &p->iv->steps[row->slot.pos].note;
    struct pen below = *p;
    below.a.row += above;
    draw_ticked(p, row);
    if (is_written(p->s, row))
        draw_written(p, NOTE_COL, above);
    else if (note->len)
        draw_wrapped(&below, NOTE_COL, width_from(p->s, NOTE_COL), ROLE_DIM, note->s);
}

static void draw_fact(const struct pen *p, const struct sheet_row *row)
{
    struct fact_place f = fact_place(p->s, row);
    const struct str *value = &p->iv->facts[row->slot.pos].value;
    struct pen answer = *p, below = *p;
    answer.a.row += f.row;
    below.a.row += f.rows;
    draw_wrapped(p, 1, f.label, ROLE_TEXT, row->text);
    if (is_written(p->s, row))
        entry_draw(&p->s->fact, p->c, answer.a.row, p->a.col + f.col, true);
    else
        draw_wrapped(&answer, f.col, f.width, value->len ? ROLE_STRONG : ROLE_DIM,
                     value->len ? value->s : "not asked yet");
    if (f.notice)
        draw_wrapped(&below, NOTICE_COL, width_from(p->s, NOTICE_COL), ROLE_DIM, f.notice);
}

static void draw_note(const struct pen *p, const struct sheet_row *row)
{
    struct str text = STR_INIT;
    interview_value(p->iv, row->slot, &text);
    if (is_written(p->s, row))
        draw_written(p, 1, 0);
    else
        draw_wrapped(p, 1, width_from(p->s, 1), text.len ? ROLE_TEXT : ROLE_DIM,
                     text.len ? text.s : row->text);
    str_release(&text);
}

static void draw_gap(const struct pen *p, const struct sheet_row *row)
{
    const struct answer *a = &p->iv->answers[row->slot.pos];
    canvas_textf(p->c, p->a.row, p->a.col + 1, 4, ROLE_KEY, "%2d%s", row->slot.pos + 1,
                 words_state_glyph(p->c, a));
    canvas_textf(p->c, p->a.row, p->a.col + 6, width_from(p->s, 6), ROLE_TEXT, "%s: %s",
                 a->question->id.s, row->text);
}

static void draw_cared(const struct pen *p, const struct sheet_row *row)
{
    struct pen below = *p;
    below.a.row += text_rows(row->text, width_from(p->s, 1));
    draw_wrapped(p, 1, width_from(p->s, 1), ROLE_TEXT, row->text);
    draw_wrapped(&below, NOTICE_COL, width_from(p->s, NOTICE_COL), ROLE_DIM, row->more);
}

static void draw_row(const struct pen *p, const struct sheet_row *row)
{
    switch (row->kind) {
    case SHEET_RULE:
        canvas_rule(p->c, p->a.row, row->text);
        break;
    case SHEET_WORDS:
    case SHEET_CARE:
        draw_wrapped(p, 1, width_from(p->s, 1), ROLE_DIM, row->text);
        break;
    case SHEET_CARED:
        draw_cared(p, row);
        break;
    case SHEET_STEP:
        draw_step(p, row);
        break;
    case SHEET_FACT:
        draw_fact(p, row);
        break;
    case SHEET_FLAG:
        draw_ticked(p, row);
        break;
    case SHEET_GAP:
        draw_gap(p, row);
        break;
    case SHEET_NOTE:
        draw_note(p, row);
        break;
    case SHEET_BUTTON:
        canvas_textf(p->c, p->a.row, p->a.col + 1, width_from(p->s, 1), ROLE_STRONG, "%s %s",
                     canvas_glyph(p->c, GLYPH_POINTER), row->text);
        break;
    }
}

/* The part of a row that is its own: a note below it is not reversed. */
static int focus_rows(const struct sheet *s, const struct sheet_row *row)
{
    if (row->kind == SHEET_STEP)
        return text_rows(row->text, width_from(s, TEXT_COL));
    if (row->kind == SHEET_CARED)
        return text_rows(row->text, width_from(s, 1));
    return row->kind == SHEET_FACT ? fact_place(s, row).rows : row->rows;
}

static void draw_focus(const struct pen *p, const struct sheet_row *row)
{
    canvas_role(p->c, (struct area){p->a.row, p->a.col + 1, focus_rows(p->s, row), p->a.cols - 2},
                ROLE_FOCUS);
    canvas_cursor(p->c, p->a.row, p->a.col + 1);
}

static void draw_arrows(const struct sheet *s, struct canvas *c, struct area a)
{
    int right = a.col + a.cols - 1;
    if (s->top > 0)
        canvas_text(c, a.row, right, 1, ROLE_KEY, canvas_glyph(c, GLYPH_UP));
    if (s->top + s->height < s->total)
        canvas_text(c, a.row + a.rows - 1, right, 1, ROLE_KEY, canvas_glyph(c, GLYPH_DOWN));
}

void sheet_draw(const struct sheet *s, struct canvas *c, struct area a)
{
    struct area saved = canvas_clip(c, a);
    struct pen p = {s, live_interview(s->live), c, a};
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct sheet_row *row = &s->rows.items[i];
        if (row->y + row->rows <= s->top || row->y >= s->top + a.rows)
            continue;
        p.a.row = a.row + row->y - s->top;
        draw_row(&p, row);
        if ((int)i == s->focus && !s->writing)
            draw_focus(&p, row);
    }
    draw_arrows(s, c, a);
    canvas_clip_to(c, saved);
}
