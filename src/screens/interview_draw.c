#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "screens/interview_state.h"
#include "screens/room.h"
#include "screens/words.h"
#include "tui/layout.h"

/* The picture of the live screen. Every y is a row of the canvas; body rows become one through
 * at(). */

struct pen {
    const struct interview_screen *s;
    const struct interview *iv;
    const struct answer *a;
    const struct interview_layout *l;
    struct canvas *c;
    int left; /* first column of the main column */
};

static int at(const struct pen *p, int body_row)
{
    return BODY_FIRST + body_row - p->l->top;
}

/* ---- the strip ---- */

/* Numbers with states, a blank between; the current one is pointed at. Starts further right when
 * the current one would not be seen. */
static void draw_strip(const struct pen *p)
{
    struct canvas *c = p->c;
    struct str right = STR_INIT;
    str_addf(&right, "%s%s    ", p->a->voided ? "VOID  " : "", words_competency(p->a));
    clock_add_span(&right, live_spent(p->s->live));
    if (p->a->question && p->a->question->minutes)
        str_addf(&right, " of %d", p->a->question->minutes);
    int right_cols = c->cols >= 60 ? utf8_width(right.s, right.len) + 2 : 0;
    int end = c->cols - 1 - right_cols;
    int room = (end - 1) / 4;
    int first = p->iv->at >= room ? p->iv->at - room + 1 : 0;
    int col = 1;
    for (size_t i = (size_t)first; i < p->iv->n_answers && col < end; i++) {
        const struct answer *a = &p->iv->answers[i];
        bool here = (int)i == p->iv->at;
        bool plain = here && a->mark.state == ANSWER_UNSET;
        col += canvas_textf(c, 1, col, end - col, here ? ROLE_STRONG : ROLE_DIM, "%zu%s", i + 1,
                            plain ? canvas_glyph(c, GLYPH_POINTER) : words_state_glyph(c, a));
        if (here)
            canvas_role(c, (struct area){1, col - (i > 8 ? 3 : 2), 1, i > 8 ? 3 : 2}, ROLE_FOCUS);
        col++;
    }
    if (right_cols)
        canvas_text_right(c, 1, end, right_cols, ROLE_DIM, right.s);
    str_release(&right);
}

/* ---- the body ---- */

static void rule(const struct pen *p, int y, const char *label)
{
    canvas_line(p->c, y, p->left, p->l->cols);
    if (label)
        canvas_textf(p->c, y, p->left + 1, p->l->cols - 1, ROLE_HEADING, " %s ", label);
}

/* A question that was voided is asked and recorded as ever; it only does not count. */
static void draw_heard_rule(const struct pen *p, int y)
{
    static const char HEARD[] = "HEARD";
    int col = p->left + (int)sizeof HEARD + 3;
    rule(p, y, HEARD);
    if (p->a->voided)
        canvas_textf(p->c, y, col, p->l->cols - col - 1, ROLE_MIXED, " VOID, does not count: %s ",
                     p->a->voided->reason);
}

static void draw_question(const struct pen *p)
{
    int y = at(p, p->l->question);
    if (p->a->question) {
        int rows = text_rows(p->a->question->ask.s, p->l->cols - 2);
        canvas_wrapped(p->c, (struct area){y, p->left + 1, rows, p->l->cols - 2}, ROLE_STRONG,
                       p->a->question->ask.s);
        return;
    }
    struct area a = {y + 1, p->left + 1, p->s->own.rows, p->l->cols - 2};
    rule(p, y, "OFF SCRIPT: noted, never scored");
    editor_draw(&p->s->own, p->c, a, p->s->writing == WRITING_OWN);
    if (!p->a->own_text.len && p->s->writing != WRITING_OWN)
        canvas_text(p->c, y + 1, p->left + 1, a.cols, ROLE_DIM, "o writes what you asked");
}

/* One ticked line: " a ✓ text". */
static void draw_point(const struct pen *p, int y, const char *text, int focus)
{
    int item;
    enum field field = interview_focus_field(p->s, focus, &item);
    uint32_t bits = field == FIELD_HEARD  ? p->a->heard
                    : field == FIELD_FLAG ? p->a->flags
                                          : p->a->probes;
    char letter = (char)((field == FIELD_HEARD ? 'a' : field == FIELD_FLAG ? 'v' : 'i') + item);
    bool on = bits >> item & 1;
    enum role role = !on ? ROLE_TEXT : field == FIELD_FLAG ? ROLE_FLAG : ROLE_MARK;
    const char *tick = canvas_glyph(p->c, field == FIELD_FLAG ? GLYPH_FLAG : GLYPH_TICK);
    canvas_textf(p->c, y, p->left + 1, 1, ROLE_KEY, "%c", letter);
    canvas_text(p->c, y, p->left + 3, 1, role, on ? tick : " ");
    canvas_text(p->c, y, p->left + 5, p->l->cols - 6, role, text);
    if (focus != p->s->focus)
        return;
    canvas_role(p->c, (struct area){y, p->left + 1, 1, p->l->cols - 2}, ROLE_FOCUS);
    canvas_cursor(p->c, y, p->left + 1);
}

static void draw_points(const struct pen *p, int row, const struct phrases *list, int focus)
{
    for (size_t i = 0; i < list->n; i++)
        draw_point(p, at(p, row + (int)i), list->items[i].s, focus + (int)i);
}

/* Letters in a rule: "v w✓ x", the ticked ones marked. Returns the column behind them. */
static int draw_letters(const struct pen *p, int y, int col, enum field field)
{
    const struct question *q = p->a->question;
    bool flags = field == FIELD_FLAG;
    uint32_t bits = flags ? p->a->flags : p->a->probes;
    size_t n = flags ? q->red_flags.n : q->probes.n;
    for (size_t i = 0; i < n; i++) {
        bool on = bits >> i & 1;
        const char *tick = canvas_glyph(p->c, flags ? GLYPH_FLAG : GLYPH_TICK);
        col += canvas_textf(p->c, y, col, 3, on ? ROLE_FLAG : ROLE_KEY, " %c%s",
                            (flags ? 'v' : 'i') + (int)i, on ? tick : "");
    }
    return col + canvas_text(p->c, y, col, 1, ROLE_RULE, " ");
}

/* "─ ASK  i What did you look at first?   j … ───": the first probe not asked yet in full. */
static void draw_ask_line(const struct pen *p, int y)
{
    const struct phrases *probes = &p->a->question->probes;
    int end = p->left + p->l->cols - 2;
    int later = 6 * ((int)probes->n - 1);
    size_t open = 0;
    rule(p, y, "ASK");
    while (open + 1 < probes->n && p->a->probes >> open & 1)
        open++;
    int col = p->left + 6;
    for (size_t i = 0; i < probes->n && col < end; i++) {
        bool on = p->a->probes >> i & 1;
        col += canvas_textf(p->c, y, col, end - col, on ? ROLE_MARK : ROLE_KEY, " %c%s ",
                            'i' + (int)i, on ? canvas_glyph(p->c, GLYPH_TICK) : "");
        if (i == open)
            col +=
                canvas_textf(p->c, y, col, end - col - later, ROLE_TEXT, "%s ", probes->items[i].s);
        else
            col += canvas_text(p->c, y, col, end - col, ROLE_DIM, "… ");
    }
}

static void draw_flags_and_probes(const struct pen *p)
{
    const struct interview_layout *l = p->l;
    const struct question *q = p->a->question;
    int n_heard = (int)q->expect.n, n_flags = (int)q->red_flags.n;
    if (l->flags_rule >= 0) {
        int y = at(p, l->flags_rule), col = p->left + 8;
        rule(p, y, "FLAGS");
        if (l->flags < 0)
            col = draw_letters(p, y, col, FIELD_FLAG);
        if (l->ask_rule < 0 && q->probes.n) {
            col += canvas_text(p->c, y, col + 1, 5, ROLE_HEADING, " ASK ") + 1;
            draw_letters(p, y, col, FIELD_PROBE);
        }
    }
    if (l->flags >= 0)
        draw_points(p, l->flags, &q->red_flags, n_heard);
    if (l->ask_rule >= 0 && l->ask < 0)
        draw_ask_line(p, at(p, l->ask_rule));
    if (l->ask_rule >= 0 && l->ask >= 0) {
        rule(p, at(p, l->ask_rule), "ASK");
        draw_points(p, l->ask, &q->probes, n_heard + n_flags);
    }
}

/* "n no evidence", bracketed and reversed when it is the mark. Returns the column behind it. */
static int draw_mark(const struct pen *p, int y, int col, bool on, const char *text)
{
    int room = p->left + p->l->cols - 2 - col;
    int used =
        canvas_textf(p->c, y, col, room, on ? ROLE_FOCUS : ROLE_TEXT, on ? "[%s]" : " %s ", text);
    if (!on && used > 1)
        canvas_role(p->c, (struct area){y, col + 1, 1, 1}, ROLE_KEY);
    return col + used;
}

static void draw_score_rule(const struct pen *p)
{
    int y = at(p, p->l->score_rule), col = p->left + 8;
    struct mark m = p->a->mark;
    struct str text = STR_INIT;
    rule(p, y, "SCORE");
    for (int n = 1; n <= p->iv->kit.scale; n++) {
        str_clear(&text);
        str_addf(&text, "%d", n);
        col = draw_mark(p, y, col, m.state == ANSWER_SCORED && m.score == n, text.s);
        col += canvas_text(p->c, y, col, p->left + p->l->cols - 2 - col, ROLE_TEXT, " ");
    }
    col += canvas_text(p->c, y, col, p->left + p->l->cols - 2 - col, ROLE_TEXT, "  ");
    col = draw_mark(p, y, col, m.state == ANSWER_NO_EVIDENCE, "n no evidence");
    str_set(&text, "s skip");
    if (m.state == ANSWER_SKIPPED)
        str_addf(&text, "ped: %s", skip_words(m.skip));
    col += canvas_text(p->c, y, col, p->left + p->l->cols - 2 - col, ROLE_TEXT, " ");
    draw_mark(p, y, col, m.state == ANSWER_SKIPPED, text.s);
    str_release(&text);
}

unsigned interview_anchors(const struct question *q, int scale, int most)
{
    unsigned set = 0;
    for (int n = 1; n <= scale; n++)
        set |= q->anchors[n].s ? 1u << n : 0;
    for (int n = scale; n > 0 && __builtin_popcount(set) > most; n--)
        if (set >> n & 1 && !scale_missing_anchor(scale, set & ~(1u << n)))
            set &= ~(1u << n);
    return set;
}

static void draw_anchors(const struct pen *p)
{
    const struct question *q = p->a->question;
    int row = p->l->anchors, scale = p->iv->kit.scale;
    unsigned set = p->l->anchor_rows ? interview_anchors(q, scale, p->l->anchor_rows) : 0;
    for (int n = 1; n <= scale; n++) {
        if (!(set >> n & 1))
            continue;
        bool on = p->a->mark.state == ANSWER_SCORED && p->a->mark.score == n;
        canvas_textf(p->c, at(p, row), p->left + 3, 1, ROLE_KEY, "%d", n);
        canvas_text(p->c, at(p, row++), p->left + 5, p->l->cols - 6, on ? ROLE_MARK : ROLE_DIM,
                    q->anchors[n].s);
    }
}

static void draw_note(const struct pen *p)
{
    int y = at(p, p->l->notes);
    rule(p, y - 1, "NOTES");
    struct area a = {y, p->left + 1, p->l->notes_rows, p->l->cols - 2};
    editor_draw(&p->s->note, p->c, a, p->s->writing == WRITING_NOTE);
    if (p->s->writing == WRITING_NONE && p->s->focus < 0)
        canvas_cursor(p->c, y, p->left + 1);
}

/* The line walked to, whole, where it stands cut: laid over the rows below it. */
static void draw_opened(const struct pen *p)
{
    struct interview_opened o = interview_opened(p->s);
    if (!o.rows)
        return;
    int y = at(p, o.row);
    canvas_fill(p->c, (struct area){y, p->left, o.rows, p->l->cols}, ROLE_FOCUS);
    draw_point(p, y, "", p->s->focus);
    canvas_wrapped(p->c, (struct area){y, p->left + 5, o.rows, p->l->cols - 6}, ROLE_FOCUS, o.text);
    canvas_cursor(p->c, y, p->left + 1);
}

static void draw_body(const struct pen *p)
{
    const struct question *q = p->a->question;
    draw_question(p);
    if (q) {
        if (p->l->heard_rule >= 0)
            draw_heard_rule(p, at(p, p->l->heard_rule));
        draw_points(p, p->l->heard, &q->expect, 0);
        draw_flags_and_probes(p);
        draw_score_rule(p);
        draw_anchors(p);
    }
    draw_note(p);
    draw_opened(p);
}

/* ---- the list at the left of a wide window: states only ---- */

static void draw_side(const struct pen *p)
{
    struct canvas *c = p->c;
    int rows = c->rows - BODY_FIRST - 1;
    for (int i = 0; i < (int)p->iv->n_answers && i < rows; i++) {
        const struct answer *a = &p->iv->answers[i];
        enum role role = i == p->iv->at ? ROLE_STRONG : ROLE_DIM;
        int y = BODY_FIRST + i;
        canvas_textf(c, y, 1, 6, role, "%2d %s", i + 1, words_state_glyph(c, a));
        canvas_text(c, y, 7, p->l->side - 9, role, a->question ? a->question->id.s : "off script");
        if (i == p->iv->at)
            canvas_role(c, (struct area){y, 1, 1, p->l->side - 3}, ROLE_FOCUS);
    }
}

static struct pen pen_of(const struct interview_screen *s, struct canvas *c)
{
    return (struct pen){s, interview_of(s), interview_answer(s), &s->layout, c, s->layout.side};
}

void interview_draw_body(const struct interview_screen *s, struct canvas *c)
{
    struct pen p = pen_of(s, c);
    struct area saved = canvas_clip(c, (struct area){BODY_FIRST, 0, p.l->body_rows, c->cols});
    draw_body(&p);
    canvas_clip_to(c, saved);
}

void interview_draw(const void *state, struct canvas *c)
{
    const struct interview_screen *s = state;
    struct pen p = pen_of(s, c);
    room_draw_header(s->app, s->live, c, s->last);
    draw_strip(&p);
    if (p.l->side)
        draw_side(&p);
    interview_draw_body(s, c);
}
