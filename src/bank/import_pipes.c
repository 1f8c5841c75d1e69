#include "bank/import_lines.h"

#include <string.h>
#include <strings.h>

#include "bank/import_words.h"
#include "base/vec.h"

#define CELLS 16 /* the last one takes what stands in further ones */

struct span {
    const char *s;
    size_t n;
};

struct row {
    struct span cells[CELLS];
    size_t n;
};

struct pipes {
    struct str *out;
    struct line_map *map;
    struct row head;
    size_t ask; /* the column with the questions */
    bool inside;
};

/* ---- rows ---- */

static struct span trimmed(struct span t)
{
    while (t.n > 0 && strchr(" \t\r", t.s[0]) != NULL)
        t.s++, t.n--;
    while (t.n > 0 && strchr(" \t\r", t.s[t.n - 1]) != NULL)
        t.n--;
    return t;
}

static struct span line_at(const char *s, size_t n)
{
    const char *end = n > 0 ? memchr(s, '\n', n) : NULL;
    return (struct span){s, end != NULL ? (size_t)(end - s) : n};
}

/* Up to a | that is not written \|. */
static size_t cell_end(struct span t)
{
    size_t at = 0;
    while (at < t.n && (t.s[at] != '|' || (at > 0 && t.s[at - 1] == '\\')))
        at++;
    return at;
}

static void split(struct row *row, struct span line)
{
    struct span t = trimmed(line);
    row->n = 0;
    if (t.n > 0 && t.s[0] == '|')
        t.s++, t.n--;
    while (t.n > 0) {
        size_t end = row->n + 1 < CELLS ? cell_end(t) : t.n, step = end < t.n ? end + 1 : end;
        row->cells[row->n++] = trimmed((struct span){t.s, end});
        t.s += step;
        t.n -= step;
    }
}

static bool is_row(struct span line)
{
    struct span t = trimmed(line);
    return t.n > 0 && memchr(t.s, '|', t.n) != NULL;
}

/* |---|:---:| below the names of the columns. */
static bool is_rule(struct span line)
{
    bool dash = false, pipe = false;
    for (size_t i = 0; i < line.n; i++) {
        if (strchr("|-: \t\r", line.s[i]) == NULL)
            return false;
        dash = dash || line.s[i] == '-';
        pipe = pipe || line.s[i] == '|';
    }
    return dash && pipe;
}

static bool find_question(struct pipes *p)
{
    for (p->ask = 0; p->ask < p->head.n; p->ask++) {
        enum topic topic = words_topic(p->head.cells[p->ask].s, p->head.cells[p->ask].n);
        if (topic == TOPIC_ASK || topic == TOPIC_QUESTIONS)
            return true;
    }
    return false;
}

/* ---- lines ---- */

static void end_line(struct pipes *p, uint32_t line)
{
    str_addc(p->out, '\n');
    *VEC_PUSH(p->map) = line;
}

/* <br> begins an entry of its own. */
static void put_text(struct pipes *p, struct span cell, uint32_t line)
{
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.s[i] == '\\' && i + 1 < cell.n && cell.s[i + 1] == '|')
            continue;
        const char *tag = cell.s[i] == '<' ? memchr(cell.s + i, '>', cell.n - i) : NULL;
        if (tag != NULL && cell.n - i > 3 && strncasecmp(cell.s + i, "<br", 3) == 0) {
            end_line(p, line);
            str_add(p->out, "- ");
            i = (size_t)(tag - cell.s);
        } else {
            str_addc(p->out, cell.s[i]);
        }
    }
    end_line(p, line);
}

static void put_cell(struct pipes *p, const struct row *row, size_t i, uint32_t line)
{
    if (row->cells[i].n == 0)
        return;
    if (i < p->head.n && p->head.cells[i].n > 0) {
        str_addn(p->out, p->head.cells[i].s, p->head.cells[i].n);
        str_add(p->out, ": ");
    }
    put_text(p, row->cells[i], line);
}

static bool is_known(const struct pipes *p, size_t i)
{
    return i < p->head.n && words_topic(p->head.cells[i].s, p->head.cells[i].n) != TOPIC_NONE;
}

/* What stands under an unknown name comes before all lists, so that it lands in none of them. */
static void put_row(struct pipes *p, struct span text, uint32_t line)
{
    struct row row;
    split(&row, text);
    end_line(p, line);
    if (p->ask < row.n && row.cells[p->ask].n > 0) {
        str_add(p->out, "Q: ");
        put_text(p, row.cells[p->ask], line);
    }
    for (int known = 0; known < 2; known++)
        for (size_t i = 0; i < row.n; i++)
            if (i != p->ask && is_known(p, i) == known)
                put_cell(p, &row, i, line);
}

static void put_line(struct pipes *p, struct span text, uint32_t line)
{
    str_addn(p->out, text.s, text.n);
    end_line(p, line);
}

/* A table begins where a rule is below names one of which is that of the questions. */
static bool begins(struct pipes *p, struct span line, struct span next)
{
    if (!is_row(line) || !is_rule(next))
        return false;
    split(&p->head, line);
    return find_question(p);
}

void pipes_text(struct str *out, struct line_map *map, const char *s, size_t n)
{
    struct pipes p = {.out = out, .map = map};
    uint32_t line = 0;
    for (size_t at = 0; at < n;) {
        struct span text = line_at(s + at, n - at);
        at += text.n < n - at ? text.n + 1 : text.n;
        line++;
        struct span next = line_at(s + at, n - at);
        p.inside = p.inside && is_row(text);
        if (p.inside) {
            put_row(&p, text, line);
        } else if (begins(&p, text, next)) {
            p.inside = true;
            at += next.n < n - at ? next.n + 1 : next.n;
            line++;
        } else {
            put_line(&p, text, line);
        }
    }
}
