#include <stdlib.h>
#include <string.h>

#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"
#include "base/vec.h"

/* A whole list as lines: only the entries that differ are changed. */

struct lines {
    char **items;
    size_t n, cap;
};

static void lines_release(struct lines *l)
{
    for (size_t i = 0; i < l->n; i++)
        free(l->items[i]);
    VEC_RELEASE(l);
}

/* Empty lines say nothing. */
static bool split(const char *text, struct lines *out, struct err *e)
{
    struct str all = STR_INIT;
    bool good = bank_text(text, &all, e);
    for (const char *at = all.s; good && *at != '\0';) {
        size_t n = strcspn(at, "\n"), len = n;
        while (len > 0 && (at[len - 1] == ' ' || at[len - 1] == '\t'))
            len--;
        if (len > 0)
            *VEC_PUSH(out) = xstrndup(at, len);
        at += n + (at[n] == '\n');
    }
    str_release(&all);
    return good;
}

static bool add_old(const struct ynode *node, struct lines *out, struct err *e)
{
    struct str text = STR_INIT;
    bool good =
        node->kind == Y_SCALAR ||
        err_set(e, ERR_REFUSED, "line %u: this is no text: mend it in your editor", node->line);
    if (good) {
        str_addn(&text, node->text, node->len);
        while (text.len > 0 && strchr(" \t\r\n", text.s[text.len - 1]) != NULL)
            text.s[--text.len] = '\0';
        struct str shown = STR_INIT;
        edit_show_breaks(&shown, text.s);
        *VEC_PUSH(out) = str_steal(&shown);
    }
    str_release(&text);
    return good;
}

static bool read_old(const struct spot *s, struct lines *out, struct err *e)
{
    bool good = true;
    if (s->value != NULL && s->value->kind == Y_LIST)
        for (const struct ynode *c = s->value->first; c != NULL && good; c = c->next)
            good = add_old(c, out, e);
    else if (!ynode_is_nothing(s->value))
        good = add_old(s->value, out, e);
    return good;
}

/* What is done to the list: entries [from, from + out) become `in` others. */
struct middle {
    size_t from, out, in;
};

static struct middle find_middle(const struct lines *old, const struct lines *new)
{
    size_t least = old->n < new->n ? old->n : new->n, head = 0, tail = 0;
    while (head < least && strcmp(old->items[head], new->items[head]) == 0)
        head++;
    while (tail < least - head &&
           strcmp(old->items[old->n - 1 - tail], new->items[new->n - 1 - tail]) == 0)
        tail++;
    return (struct middle){head, old->n - head - tail, new->n - head - tail};
}

/* One that stands there already is left alone, whatever its line breaks look like. */
static bool change_entry(struct bank_edit *b, const char *at, const char *line, const char *was,
                         struct err *e)
{
    struct str text = STR_INIT;
    edit_read_breaks(&text, line);
    bool good = was == NULL              ? bank_edit_insert(b, at, text.s, e)
                : strcmp(was, line) != 0 ? bank_edit_set(b, at, text.s, e)
                                         : true;
    str_release(&text);
    return good;
}

static bool change(struct bank_edit *b, const char *place, const struct middle *m,
                   const struct lines lists[2], struct err *e)
{
    const struct lines *old = &lists[0], *new = &lists[1];
    struct str at = STR_INIT;
    bool good = true;
    for (size_t i = 0; i < m->in && good; i++) {
        str_clear(&at);
        str_addf(&at, "%s.%zu", place, m->from + i + 1);
        good = change_entry(b, at.s, new->items[m->from + i],
                            i < m->out ? old->items[m->from + i] : NULL, e);
    }
    for (size_t i = m->out; i > m->in && good; i--) {
        str_clear(&at);
        str_addf(&at, "%s.%zu", place, m->from + i);
        good = bank_edit_remove(b, at.s, e);
    }
    str_release(&at);
    return good;
}

bool bank_edit_set_list(struct bank_edit *b, const struct spot *s, const char *place,
                        const char *text, struct err *e)
{
    struct lines lists[2] = {{0}, {0}}; /* as it is, as it is to be */
    struct str what = STR_INIT;
    size_t mark = bank_edit_mark(b);
    edit_place_name(&what, &s->place);
    bool good = split(text, &lists[1], e) && read_old(s, &lists[0], e);
    if (good) {
        struct middle m = find_middle(&lists[0], &lists[1]);
        good = change(b, place, &m, lists, e);
    }
    if (good)
        bank_edit_join(b, mark, what.s);
    else
        bank_edit_back(b, mark);
    lines_release(&lists[0]);
    lines_release(&lists[1]);
    str_release(&what);
    return good;
}
