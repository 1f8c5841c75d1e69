#include "screens/compare_cells.h"

#include <string.h>

#include "app/comparison.h"
#include "base/clock.h"
#include "tui/bars.h"

static void cell_text(const struct compare_spot *at, enum role role, const char *text)
{
    canvas_text(at->c, at->row, at->col, at->width, role, text);
}

#define NUMBER_COLS 3

/* A bar as long as what is left of the cell allows; returns the columns it took. */
static int cell_bar(const struct compare_spot *at, const struct bar *bar, int behind)
{
    int room = at->width - NUMBER_COLS - 1 - behind;
    int length = room > 10 ? 10 : room < 3 ? 0 : room;
    int width = length > 0 ? length + 1 + NUMBER_COLS : NUMBER_COLS;
    bars_draw(bar, at->c, (struct bar_place){at->row, at->col, width});
    return bar->none ? 1 : width;
}

#define FLAG_COLS  3 /* " !2" */
#define HEARD_COLS 5 /* " 3/5", and the blank before the flag */
#define WIDE_CELL  16

static void draw_unscored(const struct compare_spot *at, const struct mark *m)
{
    bool none = m->state == ANSWER_NO_EVIDENCE;
    const char *words = none              ? at->width >= 16 ? "no evidence" : "none"
                        : at->width >= 16 ? "skipped"
                                          : "skip";
    canvas_text(at->c, at->row, at->col, 1, ROLE_DIM, canvas_glyph(at->c, GLYPH_NONE));
    canvas_text(at->c, at->row, at->col + 2, at->width - 2 - FLAG_COLS, ROLE_DIM, words);
}

/* What was heard and flagged stands at the right, one below the other down the column. */
static void draw_beside(const struct compare_spot *at, const struct scored_answer *a)
{
    int right = at->col + at->width;
    if (a->flags > 0)
        canvas_textf(at->c, at->row, right - FLAG_COLS + 1, FLAG_COLS - 1, ROLE_FLAG, "%s%d",
                     canvas_glyph(at->c, GLYPH_FLAG), a->flags);
    if (at->width >= WIDE_CELL)
        canvas_textf(at->c, at->row, right - FLAG_COLS - HEARD_COLS + 2, HEARD_COLS - 2, ROLE_DIM,
                     "%d/%d", a->heard, a->expected);
}

static void draw_answer(const struct comparison *c, const struct compare_spot *at, int column,
                        const struct comparison_row *row)
{
    const struct scored_answer *a = row->cells[column];
    if (a == NULL) {
        cell_text(at, ROLE_DIM, "not asked");
        return;
    }
    struct bar bar = {.hundredths = 100 * a->mark.score,
                      .max = c->columns[column].scored->scale,
                      .whole = true,
                      .role = row->voided || !row->common ? ROLE_DIM : ROLE_GOOD};
    int behind = FLAG_COLS + (at->width >= WIDE_CELL ? HEARD_COLS : 0);
    if (a->mark.state == ANSWER_SCORED)
        cell_bar(at, &bar, behind);
    else
        draw_unscored(at, &a->mark);
    draw_beside(at, a);
}

#define COVERAGE_COLS 8 /* " (8/9)" and what a longer one has */

static void draw_mean(const struct compare_spot *at, const struct composite *m, bool complete)
{
    struct bar bar = {.hundredths = composite_hundredths(m),
                      .max = m->scale,
                      .none = !complete,
                      .role = ROLE_GOOD};
    struct str brief = STR_INIT;
    comparison_add_brief(&brief, m, complete);
    int taken = at->width >= WIDE_CELL ? cell_bar(at, &bar, COVERAGE_COLS) : 0;
    const char *rest = taken > 0 ? strchr(brief.s, '(') : brief.s;
    enum role role = taken > 0 || !complete ? ROLE_DIM : ROLE_TEXT;
    canvas_text(at->c, at->row, at->col + (taken > 0 ? taken + 1 : 0),
                at->width - (taken > 0 ? taken + 1 : 0), role, rest);
    str_release(&brief);
}

static void draw_error(const struct compare_spot *at, const struct sem *sem)
{
    int h = sem_hundredths(sem);
    if (sem->why == SEM_GIVEN)
        canvas_textf(at->c, at->row, at->col, at->width, ROLE_TEXT, "%d.%02d", h / 100, h % 100);
    else
        cell_text(at, ROLE_DIM, "withheld");
}

static void draw_flags(const struct compare_spot *at, int flags)
{
    if (flags > 0)
        canvas_textf(at->c, at->row, at->col, at->width, ROLE_FLAG, "%s %d",
                     canvas_glyph(at->c, GLYPH_FLAG), flags);
    else
        cell_text(at, ROLE_DIM, "none");
}

static void draw_decision(const struct compare_spot *at, enum decision d)
{
    const char *words = at->width >= 14 ? decision_words(d) : decision_name(d);
    cell_text(at, d != DECISION_NONE ? ROLE_TEXT : ROLE_DIM,
              d != DECISION_NONE ? words : "not yet");
}

static void draw_day(const struct compare_spot *at, const struct interview_row *row)
{
    struct str day = STR_INIT;
    clock_add_date(&day, row->started_at, row->offset_min);
    cell_text(at, ROLE_DIM, day.s);
    str_release(&day);
}

void compare_draw_cell(const struct comparison *c, struct compare_cell which,
                       const struct compare_spot *at)
{
    const struct comparison_column *col = &c->columns[which.column];
    if (!col->shown)
        return;
    switch (which.kind) {
    case ROW_OWN:
        draw_mean(at, &col->own, composite_complete(&col->own));
        break;
    case ROW_COMMON:
        draw_mean(at, &col->common.composite, composite_complete(&col->common.composite));
        break;
    case ROW_ERROR:
        draw_error(at, &col->common.sem);
        break;
    case ROW_FLAGS:
        draw_flags(at, col->flags);
        break;
    case ROW_DECISION:
        draw_decision(at, col->scored->row.decision);
        break;
    case ROW_QUESTION:
        draw_answer(c, at, which.column, &c->rows.items[which.index]);
        break;
    case ROW_COMPETENCY: {
        const struct composite *m = &c->competencies.items[which.index].means[which.column];
        draw_mean(at, m, composite_competency_complete(m));
        break;
    }
    case ROW_INTERVIEWER:
        cell_text(at, ROLE_DIM, col->scored->row.interviewer);
        break;
    case ROW_DAY:
        draw_day(at, &col->scored->row);
        break;
    case ROW_JOB:
        cell_text(at, ROLE_DIM, col->scored->row.job);
        break;
    }
}
