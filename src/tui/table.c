#include "tui/table.h"

#include "tui/layout.h"

#define GAP    2  /* columns between two columns */
#define NARROW 12 /* below this the gutter costs more than it says */

/* Columns that are still in, by their place in the table. */
struct choice {
    const struct table_column *columns;
    int n;
    bool in[TABLE_COLUMNS];
};

static int least_width(const struct choice *ch)
{
    int width = -GAP;
    for (int i = 0; i < ch->n; i++)
        if (ch->in[i])
            width += ch->columns[i].min + GAP;
    return width;
}

/* The column to give up next, -1 when none may be. */
static int least_wanted(const struct choice *ch)
{
    int worst = -1;
    for (int i = 0; i < ch->n; i++) {
        int priority = ch->columns[i].priority;
        if (ch->in[i] && priority > 0 && (worst < 0 || priority >= ch->columns[worst].priority))
            worst = i;
    }
    return worst;
}

static void drop_until_fit(struct choice *ch, int width)
{
    int out;
    while (least_width(ch) > width && (out = least_wanted(ch)) >= 0)
        ch->in[out] = false;
}

/* From the first on, each as wide as it may be; where even the least widths do not fit, the last
 * ones are narrowed, down to nothing. */
static void place_slots(const struct choice *ch, int width, struct table_layout *out)
{
    int spare = width - least_width(ch), col = 0;
    for (int i = 0; i < ch->n; i++) {
        const struct table_column *column = &ch->columns[i];
        if (!ch->in[i])
            continue;
        int wanted = column->max > column->min ? column->max - column->min : 0;
        int more = wanted < spare ? wanted : spare > 0 ? spare : 0;
        int got = column->min + more;
        spare -= more;
        if (col + got > width)
            got = width - col;
        if (got <= 0)
            return;
        out->slots[out->n++] = (struct table_slot){i, col, got};
        col += got + GAP;
    }
}

void table_layout(const struct table_column *columns, int n, int width, struct table_layout *out)
{
    struct choice ch = {.columns = columns, .n = n < TABLE_COLUMNS ? n : TABLE_COLUMNS};
    *out = (struct table_layout){0};
    for (int i = 0; i < ch.n; i++)
        ch.in[i] = true;
    drop_until_fit(&ch, width);
    place_slots(&ch, width, out);
}

int table_height(int rows)
{
    return rows > 1 ? rows - 1 : rows;
}

/* One drawing of a table. */
struct picture {
    const struct table *t;
    struct canvas *c;
    struct area area;
    struct table_layout layout;
    int gutter;
    struct str text; /* of one cell */
};

static void draw_slot(struct picture *p, int row, const struct table_slot *slot, enum role role)
{
    int col = p->area.col + p->gutter + slot->col;
    if (p->t->columns[slot->column].right)
        canvas_text_right(p->c, row, col, slot->width, role, p->text.s);
    else
        canvas_textn(p->c, row, col, slot->width, role, p->text.s, p->text.len);
}

static void draw_header(struct picture *p)
{
    for (int i = 0; i < p->layout.n; i++) {
        const struct table_slot *slot = &p->layout.slots[i];
        str_set(&p->text, p->t->columns[slot->column].title);
        if (p->t->sorted == slot->column + 1)
            str_add(&p->text, canvas_glyph(p->c, p->t->descending ? GLYPH_DOWN : GLYPH_UP));
        draw_slot(p, p->area.row, slot, ROLE_HEADING);
    }
}

static void draw_gutter(struct picture *p, int row, int item, bool chosen)
{
    if (p->gutter == 0)
        return;
    if (p->t->marked != NULL && p->t->marked(p->t->data, item))
        canvas_text(p->c, row, p->area.col, 1, ROLE_MARK, canvas_glyph(p->c, GLYPH_TICK));
    if (chosen)
        canvas_text(p->c, row, p->area.col + 1, 1, ROLE_STRONG, canvas_glyph(p->c, GLYPH_POINTER));
}

static void draw_item(struct picture *p, int row, int item, bool chosen)
{
    draw_gutter(p, row, item, chosen);
    for (int i = 0; i < p->layout.n; i++) {
        enum role role = ROLE_TEXT;
        str_clear(&p->text);
        p->t->cell(p->t->data, item, p->layout.slots[i].column, &p->text, &role);
        draw_slot(p, row, &p->layout.slots[i], role);
    }
    if (!chosen || p->t->unfocused)
        return;
    canvas_role(p->c, (struct area){row, p->area.col, 1, p->area.cols}, ROLE_FOCUS);
    canvas_cursor(p->c, row, p->area.col + (p->gutter > 0 ? 1 : 0));
}

static void draw_items(struct picture *p, const struct list *l, struct area body)
{
    if (l->n == 0 && p->t->empty != NULL)
        canvas_wrapped(p->c, layout_inset(body, 0, p->gutter > 0 ? 1 : 0), ROLE_DIM, p->t->empty);
    for (int row = 0; row < body.rows; row++) {
        int item = list_row(l, row);
        if (item >= 0)
            draw_item(p, body.row + row, item, item == list_chosen(l));
    }
    list_hint(l, p->c, body);
}

void table_draw(const struct table *t, const struct list *l, struct canvas *c, struct area a)
{
    struct picture p = {.t = t, .c = c, .area = a, .text = STR_INIT};
    struct area saved = canvas_clip(c, a), body = a;
    p.gutter = a.cols < NARROW ? 0 : TABLE_GUTTER;
    /* The last column is kept for the arrows of list_hint. */
    table_layout(t->columns, t->n, a.cols - p.gutter - (p.gutter > 0 ? 1 : 0), &p.layout);
    if (a.rows > 1)
        draw_header(&p);
    layout_top(&body, a.rows > 1 ? 1 : 0);
    if (!layout_empty(a))
        draw_items(&p, l, body);
    canvas_clip_to(c, saved);
    str_release(&p.text);
}
