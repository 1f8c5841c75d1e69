#include "bank/csv.h"

#include <string.h>

#include "base/vec.h"

struct scan {
    struct csv *out;
    struct arena *arena;
    const char *s;
    size_t n, at;
    char separator;
    uint32_t line;
    struct str cell;
};

static bool at_line_end(const struct scan *c)
{
    return c->at < c->n && (c->s[c->at] == '\n' || c->s[c->at] == '\r');
}

static void skip_line_end(struct scan *c)
{
    if (c->s[c->at] == '\r' && c->at + 1 < c->n && c->s[c->at + 1] == '\n')
        c->at++;
    c->at++;
    c->line++;
}

/* At the opening quote; ends behind the closing one. */
static void read_quoted(struct scan *c)
{
    uint32_t begins = c->line;
    for (c->at++; c->at < c->n; c->at++) {
        char b = c->s[c->at];
        if (b == '"' && c->at + 1 < c->n && c->s[c->at + 1] == '"') {
            c->at++;
        } else if (b == '"') {
            c->at++;
            return;
        }
        c->line += b == '\n' || (b == '\r' && (c->at + 1 == c->n || c->s[c->at + 1] != '\n'));
        str_addc(&c->cell, b);
    }
    if (c->out->open_quote == 0)
        c->out->open_quote = begins;
}

static void read_plain(struct scan *c)
{
    size_t from = c->at;
    while (c->at < c->n && c->s[c->at] != c->separator && !at_line_end(c))
        c->at++;
    str_addn(&c->cell, c->s + from, c->at - from);
}

static void add_cell(struct scan *c)
{
    struct csv *t = c->out;
    t->cells = vec_room(t->cells, t->n_cells, &t->cap_cells, sizeof *t->cells);
    t->cells[t->n_cells++] =
        (struct csv_cell){arena_text(c->arena, c->cell.s, c->cell.len), c->cell.len};
}

static bool read_cell(struct scan *c)
{
    str_clear(&c->cell);
    if (c->at < c->n && c->s[c->at] == '"')
        read_quoted(c);
    read_plain(c); /* what stands behind a closing quote belongs to the cell */
    add_cell(c);
    bool more = c->at < c->n && c->s[c->at] == c->separator;
    c->at += more;
    return more;
}

static bool is_empty(const struct csv *t, const struct csv_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (t->cells[row->first + i].n > 0)
            return false;
    return true;
}

static void read_row(struct scan *c)
{
    struct csv_row row = {.first = c->out->n_cells, .line = c->line};
    while (read_cell(c))
        ;
    if (at_line_end(c))
        skip_line_end(c);
    row.n = c->out->n_cells - row.first;
    if (is_empty(c->out, &row))
        c->out->n_cells = row.first;
    else
        *VEC_PUSH(c->out) = row;
}

void csv_read(struct csv *out, struct arena *arena, const char *s, size_t n, char separator)
{
    struct scan c = {.out = out, .arena = arena, .s = s, .n = n, .separator = separator, .line = 1};
    str_init(&c.cell);
    while (c.at < n)
        read_row(&c);
    str_release(&c.cell);
}

void csv_release(struct csv *t)
{
    vec_free(t->cells);
    VEC_RELEASE(t);
    t->cells = NULL;
    t->n_cells = t->cap_cells = 0;
}

char csv_separator(const char *s, size_t n)
{
    size_t commas = 0, semicolons = 0, tabs = 0, at = 0;
    bool quoted = false;
    while (at < n && (s[at] == '\n' || s[at] == '\r'))
        at++;
    if (n - at > 5 && memcmp(s + at, "sep=", 4) == 0) /* Excel's way of saying so */
        return s[at + 4];
    for (; at < n && (quoted || (s[at] != '\n' && s[at] != '\r')); at++) {
        quoted = quoted != (s[at] == '"');
        commas += !quoted && s[at] == ',';
        semicolons += !quoted && s[at] == ';';
        tabs += !quoted && s[at] == '\t';
    }
    if (tabs >= commas && tabs >= semicolons && tabs > 0)
        return '\t';
    return semicolons > commas ? ';' : ',';
}

struct csv_cell csv_at(const struct csv *t, const struct csv_row *row, size_t column)
{
    return column < row->n ? t->cells[row->first + column] : (struct csv_cell){"", 0};
}
