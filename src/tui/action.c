#include "tui/action.h"

#include <string.h>

#include "base/utf8.h"

static bool in_force(const struct action *a, bool typing)
{
    return a->when == ALWAYS || typing == (a->when == ONLY_TYPING);
}

static const struct action *find(struct actions rows, struct key k, bool typing, bool fold)
{
    for (size_t i = 0; i < rows.n; i++)
        if (in_force(&rows.rows[i], typing) && key_in(k, rows.rows[i].keys, fold))
            return &rows.rows[i];
    return NULL;
}

/* A row that names the capital itself goes before one that would take it as a small letter. */
const struct action *action_find(struct actions rows, struct key k, bool typing)
{
    const struct action *a = find(rows, k, typing, false);
    return a == NULL && rows.fold ? find(rows, k, typing, true) : a;
}

static const char *why_not(const struct action *a, const void *state)
{
    return a->disabled != NULL ? a->disabled(state) : NULL;
}

static struct outcome name_keys(const struct action *a)
{
    if (*a->keys == '\0')
        return out_say(TONE_PLAIN, "%s: there is none here", a->name);
    return out_say(TONE_PLAIN, "%s: press %s", a->name, a->shown != NULL ? a->shown : a->keys);
}

struct outcome action_run(const struct action *a, void *state, struct key k)
{
    const char *reason = why_not(a, state);
    if (reason != NULL)
        return out_say(TONE_WARN, "%s: %s", a->name, reason);
    if (a->by_key && k.code == 0)
        return name_keys(a);
    return a->run(state, k);
}

#define GAP 2 /* columns between two entries */

struct footer {
    struct actions rows;
    const void *state;
    bool typing;
};

static bool is_listed(const struct footer *f, size_t i)
{
    const struct action *a = &f->rows.rows[i];
    return a->label != NULL && in_force(a, f->typing);
}

static bool is_help(const struct action *a)
{
    return strchr(a->keys, '?') != NULL && key_in((struct key){'?', 0}, a->keys, false);
}

static const char *shown_keys(const struct action *a, size_t *n)
{
    const char *keys = a->shown != NULL ? a->shown : a->keys;
    *n = a->shown != NULL ? strlen(keys) : strcspn(keys, " ");
    return keys;
}

static int entry_width(const struct action *a)
{
    size_t n;
    const char *keys = shown_keys(a, &n);
    return utf8_width(keys, n) + 1 + utf8_width(a->label, strlen(a->label)) + GAP;
}

/* How many rows from the first fit in `cols`, with room kept for the row of help. */
static size_t rows_that_fit(const struct footer *f, int cols)
{
    int used = 1 - GAP; /* a blank column in front, no gap behind the last */
    size_t i;
    for (i = 0; i < f->rows.n; i++)
        if (is_listed(f, i) && is_help(&f->rows.rows[i]))
            used += entry_width(&f->rows.rows[i]);
    for (i = 0; i < f->rows.n; i++) {
        if (!is_listed(f, i) || is_help(&f->rows.rows[i]))
            continue;
        used += entry_width(&f->rows.rows[i]);
        if (used > cols)
            break;
    }
    return i;
}

static int entry_draw(struct canvas *c, int row, int col, const struct footer *f, size_t i)
{
    const struct action *a = &f->rows.rows[i];
    bool off = why_not(a, f->state) != NULL;
    size_t n;
    const char *keys = shown_keys(a, &n);
    col += canvas_textn(c, row, col, c->cols - col, off ? ROLE_DISABLED : ROLE_KEY, keys, n) + 1;
    col += canvas_text(c, row, col, c->cols - col, off ? ROLE_DISABLED : ROLE_DIM, a->label);
    return col + GAP;
}

void action_footer(struct canvas *c, int row, const void *state, struct actions rows, bool typing)
{
    struct footer f = {rows, state, typing};
    size_t fit = rows_that_fit(&f, c->cols);
    int col = 1;
    canvas_fill(c, (struct area){row, 0, 1, c->cols}, ROLE_TEXT);
    for (size_t i = 0; i < rows.n; i++)
        if (is_listed(&f, i) && (i < fit || is_help(&rows.rows[i])))
            col = entry_draw(c, row, col, &f, i);
}
