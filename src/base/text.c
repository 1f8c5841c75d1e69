#include "base/text.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"

/* One hard line on its way to lines of at most `width` columns. */
struct wrap {
    const char *s;
    int width;
    struct text_lines *out; /* NULL only counts */
    int rows;
    size_t start, end; /* the line that is being filled */
    int used;          /* its columns */
};

static void emit(struct wrap *w, size_t end, bool hard)
{
    w->rows++;
    if (w->out != NULL)
        *VEC_PUSH(w->out) = (struct text_line){w->start, end - w->start, hard};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t span(const char *s, size_t at, size_t n, bool blanks)
{
    while (at < n && is_blank(s[at]) == blanks)
        at++;
    return at;
}

static void start_line(struct wrap *w, size_t at)
{
    w->start = w->end = at;
    w->used = 0;
}

/* Lays a word that no line can hold over as many lines as it takes, at least one cluster in each.
 */
static void break_word(struct wrap *w, size_t at, size_t end)
{
    while (at < end) {
        size_t next = utf8_next(w->s, end, at);
        int columns = utf8_width(w->s + at, next - at);
        if (w->used > 0 && w->used + columns > w->width) {
            emit(w, at, false);
            start_line(w, at);
        }
        w->used += columns;
        w->end = at = next;
    }
}

static void add_word(struct wrap *w, size_t blanks, size_t word, size_t end)
{
    int gap = (int)(word - blanks);
    int columns = utf8_width(w->s + word, end - word);
    if (w->used + gap + columns <= w->width) {
        w->used += gap + columns;
        w->end = end;
        return;
    }
    if (w->used + gap > 0) {
        emit(w, w->end, false);
        start_line(w, word);
    }
    break_word(w, word, end);
}

/* Blanks at the end of a hard line stay in it as far as they fit: a writer's cursor stands there.
 */
static void end_line(struct wrap *w, size_t end)
{
    size_t room = w->used < w->width ? (size_t)(w->width - w->used) : 0;
    size_t blanks = end - w->end;
    emit(w, w->end + (blanks < room ? blanks : room), true);
}

static void wrap_hard_line(struct wrap *w, size_t at, size_t end)
{
    start_line(w, at);
    while (at < end) {
        size_t word = span(w->s, at, end, true);
        if (word == end)
            break;
        size_t word_end = span(w->s, word, end, false);
        add_word(w, at, word, word_end);
        at = word_end;
    }
    end_line(w, end);
}

static int wrap_all(const char *s, size_t n, int width, struct text_lines *out)
{
    struct wrap w = {.s = s, .width = width > 0 ? width : 1, .out = out};
    for (size_t at = 0;;) {
        const char *newline = n > at ? memchr(s + at, '\n', n - at) : NULL;
        size_t end = newline != NULL ? (size_t)(newline - s) : n;
        wrap_hard_line(&w, at, end);
        if (newline == NULL)
            return w.rows;
        at = end + 1;
    }
}

void text_wrap(const char *s, size_t n, int width, struct text_lines *out)
{
    wrap_all(s, n, width, out);
}

int text_rows(const char *s, int width)
{
    return wrap_all(s, strlen(s), width, NULL);
}

static void clip(struct str *out, const char *s, size_t n, int width)
{
    if (utf8_width(s, n) <= width) {
        str_addn(out, s, n);
        return;
    }
    size_t at = 0;
    for (int used = 0;;) {
        size_t next = utf8_next(s, n, at);
        used += utf8_width(s + at, next - at);
        if (used > width - 1)
            break;
        at = next;
    }
    str_addn(out, s, at);
    str_add(out, "…");
}

static bool is_plain(const char *s)
{
    while (*s >= 0x20 && *s < 0x7F)
        s++;
    return *s == '\0';
}

void text_clip(struct str *out, const char *s, int width)
{
    if (width <= 0)
        return;
    if (is_plain(s)) {
        clip(out, s, strlen(s), width);
        return;
    }
    struct str shown = STR_INIT;
    utf8_clean(&shown, s, strlen(s), false);
    clip(out, shown.s, shown.len, width);
    str_release(&shown);
}

void text_pad(struct str *out, const char *s, int width)
{
    size_t from = out->len;
    text_clip(out, s, width);
    str_repeat(out, " ", width - utf8_width(out->s + from, out->len - from));
}

void text_pad_left(struct str *out, const char *s, int width)
{
    struct str clipped = STR_INIT;
    text_clip(&clipped, s, width);
    str_repeat(out, " ", width - utf8_width(clipped.s, clipped.len));
    str_addn(out, clipped.s, clipped.len);
    str_release(&clipped);
}

void text_paragraph(struct str *out, const char *first, int indent, const char *s, int width)
{
    struct text_lines lines = {0};
    text_wrap(s, strlen(s), width - indent, &lines);
    str_add(out, first);
    for (size_t i = 0; i < lines.n; i++) {
        const struct text_line *line = &lines.items[i];
        if (i > 0 && line->len > 0)
            str_repeat(out, " ", indent);
        utf8_clean(out, s + line->at, line->len, false);
        str_addc(out, '\n');
    }
    VEC_RELEASE(&lines);
}
