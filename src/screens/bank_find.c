#include <string.h>

#include "base/utf8.h"
#include "screens/bank_state.h"

/* Searching a bank: each key goes to the next line that has the words anywhere in its texts,
 * whatever the case and the accents. */

#define PROMPT  "Find: "
#define NOWHERE 15 /* columns for saying that it stands nowhere */

/* All that a line stands for, as one text. */
static void all_texts(struct str *out, const struct bank_screen *s, const struct outline_line *line,
                      const struct bank *b)
{
    size_t n;
    const struct form_row *rows = bank_rows(line->kind, b->scale, &n);
    outline_words(out, line, b);
    str_addf(out, "\n%s", line->place);
    for (size_t i = 0; i < n; i++) {
        str_addc(out, '\n');
        bank_rows_text(out, b, line, rows[i].key);
    }
    (void)s;
}

static bool has(const struct bank_screen *s, int i, const char *needle)
{
    struct str text = STR_INIT, folded = STR_INIT;
    all_texts(&text, s, &s->outline.items[i], bank_editing_view(s->edit)->bank);
    utf8_fold(&folded, text.s);
    bool found = strstr(folded.s, needle) != NULL;
    str_release(&text);
    str_release(&folded);
    return found;
}

/* The first that has it, from line `from` on in steps of `by`, round the end; -1: none. */
static int next(const struct bank_screen *s, int from, int by)
{
    struct str needle = STR_INIT;
    int n = s->list.n, found = -1;
    utf8_fold(&needle, entry_text(&s->find));
    for (int k = 0; k < n && found < 0 && needle.len > 0; k++) {
        int i = ((from + k * by) % n + n) % n;
        if (has(s, i, needle.s))
            found = i;
    }
    str_release(&needle);
    return found;
}

static void go(struct bank_screen *s, int from, int by)
{
    int i = next(s, from, by);
    s->missed = i < 0 && entry_text(&s->find)[0] != '\0';
    if (i >= 0)
        bank_choose(s, i);
}

void bank_find_resize(struct bank_screen *s)
{
    int cols = s->cols - 2 - (int)strlen(PROMPT) - NOWHERE;
    entry_resize(&s->find, cols > 1 ? cols : 1);
}

struct outcome bank_run_find(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    s->finding = true;
    s->missed = false;
    s->from = s->list.cursor;
    textbuf_place(&s->find.buf, 0, false);
    textbuf_move(&s->find.buf, TO_END, true); /* typing replaces what was looked for before */
    entry_follow(&s->find);
    return out_stay();
}

struct outcome bank_run_find_next(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    go(s, s->list.cursor + 1, 1);
    return out_stay();
}

struct outcome bank_run_find_before(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    go(s, s->list.cursor - 1, -1);
    return out_stay();
}

struct outcome bank_run_find_end(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    s->finding = false;
    return out_stay();
}

bool bank_find_handle(struct bank_screen *s, const struct event *ev)
{
    struct splice splice;
    if (!s->finding)
        return false;
    enum edit done = entry_handle(&s->find, ev, &splice);
    if (done == EDIT_CHANGED)
        go(s, s->from, 1);
    return done != EDIT_UNHANDLED;
}

void bank_find_draw(const struct bank_screen *s, struct canvas *c, struct area a)
{
    int label = (int)strlen(PROMPT);
    struct area row = {a.row, a.col + 1, 1, a.cols - 2};
    if (row.cols <= label)
        return;
    canvas_fill(c, a, ROLE_TEXT);
    canvas_text(c, row.row, row.col, label, ROLE_HEADING, PROMPT);
    entry_draw(&s->find, c, row.row, row.col + label, true);
    if (s->missed)
        canvas_text(c, row.row, row.col + row.cols - NOWHERE + 1, NOWHERE - 1, ROLE_FLAG,
                    "stands nowhere");
}
