#include "screens/pages.h"

#include <string.h>

#include "base/vec.h"

#define SIGN_COLS  4
#define LINE_COLS  2
#define ENTRY_COLS 13

void pages_init(struct pages *p)
{
    *p = (struct pages){.rows = 1, .cols = 1};
}

void pages_clear(struct pages *p)
{
    p->items.n = p->lines.n = 0;
    p->top = 0;
    arena_release(&p->arena);
}

void pages_release(struct pages *p)
{
    pages_clear(p);
    VEC_RELEASE(&p->items);
    VEC_RELEASE(&p->lines);
}

/* ---- filling ---- */

static void add(struct pages *p, struct page_item item)
{
    item.lead = arena_dup(&p->arena, item.lead ? item.lead : "");
    item.text = arena_dup(&p->arena, item.text ? item.text : "");
    *VEC_PUSH(&p->items) = item;
}

void pages_rule(struct pages *p, const char *label)
{
    add(p, (struct page_item){.kind = PAGE_RULE, .lead = label});
}

void pages_text(struct pages *p, enum role role, const char *text)
{
    add(p, (struct page_item){.role = role, .text = text});
}

void pages_textf(struct pages *p, enum role role, const char *fmt, ...)
{
    struct str text = STR_INIT;
    va_list ap;
    va_start(ap, fmt);
    str_addv(&text, fmt, ap);
    va_end(ap);
    pages_text(p, role, text.s);
    str_release(&text);
}

void pages_point(struct pages *p, const char *sign, enum role role, const char *text)
{
    add(p, (struct page_item){
               .role = role, .lead_role = role, .hang = SIGN_COLS, .lead = sign, .text = text});
}

void pages_line(struct pages *p, const char *sign, enum role role, const char *text)
{
    add(p, (struct page_item){
               .role = role, .lead_role = role, .hang = LINE_COLS, .lead = sign, .text = text});
}

void pages_entry(struct pages *p, enum role role, const char *word, const char *text)
{
    add(p,
        (struct page_item){
            .role = role, .lead_role = ROLE_DIM, .hang = ENTRY_COLS, .lead = word, .text = text});
}

void pages_bar(struct pages *p, const char *name, const struct bar *bar, const char *text)
{
    add(p, (struct page_item){
               .kind = PAGE_BAR, .role = ROLE_DIM, .lead = name, .text = text, .bar = *bar});
}

/* ---- lines ---- */

/* A third of a narrow window is the most that stands beside a text. */
static int hang_of(const struct pages *p, const struct page_item *item)
{
    int most = p->cols / 3;
    return item->hang < most ? item->hang : most;
}

static void lay_item(struct pages *p, size_t i)
{
    const struct page_item *item = &p->items.items[i];
    struct text_lines lines = {0};
    if (item->kind != PAGE_TEXT) {
        *VEC_PUSH(&p->lines) = (struct page_line){.item = i, .first = true};
        return;
    }
    int width = p->cols - 2 - hang_of(p, item);
    text_wrap(item->text, strlen(item->text), width > 1 ? width : 1, &lines);
    for (size_t n = 0; n < lines.n; n++)
        *VEC_PUSH(&p->lines) = (struct page_line){i, lines.items[n].at, lines.items[n].len, n == 0};
    VEC_RELEASE(&lines);
}

static int last_top(const struct pages *p)
{
    int last = (int)p->lines.n - p->rows;
    return last > 0 ? last : 0;
}

static void scroll_to(struct pages *p, int top)
{
    int last = last_top(p);
    p->top = top > last ? last : top < 0 ? 0 : top;
}

void pages_resize(struct pages *p, int rows, int cols)
{
    size_t at_top = (size_t)p->top < p->lines.n ? p->lines.items[p->top].item : 0;
    int top = 0;
    p->rows = rows > 0 ? rows : 0;
    p->cols = cols;
    p->lines.n = 0;
    for (size_t i = 0; i < p->items.n; i++) {
        if (i == at_top)
            top = (int)p->lines.n;
        lay_item(p, i);
    }
    scroll_to(p, top);
}

void pages_restore(struct pages *p, int top)
{
    pages_resize(p, p->rows, p->cols);
    scroll_to(p, top);
}

bool pages_key(struct pages *p, struct key k)
{
    int page = p->rows > 1 ? p->rows - 1 : 1;
    if (key_is(k, K_UP, 0))
        scroll_to(p, p->top - 1);
    else if (key_is(k, K_DOWN, 0))
        scroll_to(p, p->top + 1);
    else if (key_is(k, K_PGUP, 0))
        scroll_to(p, p->top - page);
    else if (key_is(k, K_PGDN, 0) || key_is(k, ' ', 0))
        scroll_to(p, p->top + page);
    else if (key_is(k, K_HOME, 0))
        scroll_to(p, 0);
    else if (key_is(k, K_END, 0))
        scroll_to(p, last_top(p));
    else
        return false;
    return true;
}

static struct outcome read_by(struct pages *p, struct key k, uint32_t page)
{
    pages_key(p, k.code ? k : (struct key){page, 0});
    return out_stay();
}

struct outcome pages_read_on(struct pages *p, struct key k)
{
    return read_by(p, k, K_PGDN);
}

struct outcome pages_read_back(struct pages *p, struct key k)
{
    return read_by(p, k, K_PGUP);
}

/* ---- drawing ---- */

static void draw_bar(const struct page_item *item, struct canvas *c, struct area row)
{
    int name = row.cols / 4 < 12 ? 12 : row.cols / 4 > 30 ? 30 : row.cols / 4;
    int bar = row.cols / 4 < 10 ? 10 : row.cols / 4 > 24 ? 24 : row.cols / 4;
    int col = row.col + 1;
    canvas_text(c, row.row, col, name - 1, ROLE_TEXT, item->lead);
    bars_draw(&item->bar, c, (struct bar_place){row.row, col + name, bar});
    col += name + bar + 2;
    canvas_text(c, row.row, col, row.col + row.cols - 1 - col, item->role, item->text);
}

static void draw_line(const struct pages *p, const struct page_line *line, struct canvas *c,
                      struct area row)
{
    const struct page_item *item = &p->items.items[line->item];
    int hang = hang_of(p, item), col = row.col + 1;
    if (item->kind == PAGE_RULE) {
        canvas_line(c, row.row, row.col, row.cols);
        if (item->lead[0])
            canvas_textf(c, row.row, col, row.cols - 4, ROLE_HEADING, " %s ", item->lead);
        return;
    }
    if (item->kind == PAGE_BAR) {
        draw_bar(item, c, row);
        return;
    }
    if (line->first)
        canvas_text(c, row.row, col, hang - 1, item->lead_role, item->lead);
    canvas_textn(c, row.row, col + hang, row.cols - 2 - hang, item->role, item->text + line->at,
                 line->len);
}

static void draw_arrows(const struct pages *p, struct canvas *c, struct area a)
{
    int right = a.col + a.cols - 1;
    if (p->top > 0)
        canvas_text(c, a.row, right, 1, ROLE_KEY, canvas_glyph(c, GLYPH_UP));
    if (p->top < last_top(p))
        canvas_text(c, a.row + a.rows - 1, right, 1, ROLE_KEY, canvas_glyph(c, GLYPH_DOWN));
}

void pages_draw(const struct pages *p, struct canvas *c, struct area a)
{
    struct area saved = canvas_clip(c, a);
    for (int i = 0; i < a.rows && (size_t)(p->top + i) < p->lines.n; i++)
        draw_line(p, &p->lines.items[p->top + i], c, (struct area){a.row + i, a.col, 1, a.cols});
    draw_arrows(p, c, a);
    canvas_clip_to(c, saved);
    canvas_cursor(c, a.row, a.col);
}
