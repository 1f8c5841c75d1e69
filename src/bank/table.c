#include "bank/table.h"

#include <string.h>

#include "base/str.h"
#include "base/vec.h"

const char *table_column_name(enum table_column column)
{
    static const char *const names[TABLE_COLUMNS] = {
        "level",     "id",      "question", "competency",   "why",      "listen for",
        "red flags", "probes",  "anchor 1", "anchor 2",     "anchor 3", "anchor 4",
        "anchor 5",  "minutes", "weight",   "weight reason"};
    return names[column];
}

static bool is_formula(const char *s)
{
    return *s != '\0' && strchr("=+-@\t\r", *s) != NULL;
}

/* One that is there already gets a second, which is taken away instead of it. */
void table_guard(struct str *out, const char *s)
{
    const char *behind = s + strspn(s, "'");
    if (is_formula(behind))
        str_addc(out, '\'');
    str_add(out, s);
}

const char *table_unguard(const char *s)
{
    return *s == '\'' && is_formula(s + strspn(s, "'")) ? s + 1 : s;
}

/* ---- lists ---- */

static void add(struct phrase_list *out, struct arena *arena, const struct str *text)
{
    size_t n = text->len;
    while (n > 0 && strchr(" \t\r\n", text->s[n - 1]) != NULL)
        n--;
    if (n > 0)
        *VEC_PUSH(out) = (struct phrase){arena_text(arena, text->s, n), 0, 0};
}

static bool is_dashed(const char *s)
{
    return s[0] == '-' && s[1] == ' ';
}

void table_split(struct phrase_list *out, struct arena *arena, const char *s)
{
    bool dashed = is_dashed(s);
    struct str entry = STR_INIT;
    for (bool more = true; more;) {
        size_t n = strcspn(s, "\n");
        bool goes_on = dashed && n >= 2 && s[0] == ' ' && s[1] == ' ';
        size_t mark = goes_on || (dashed && is_dashed(s)) ? 2 : 0;
        if (goes_on) {
            str_addc(&entry, '\n');
        } else {
            add(out, arena, &entry);
            str_clear(&entry);
        }
        str_addn(&entry, s + mark, n - mark);
        more = s[n] == '\n';
        s += n + more;
    }
    add(out, arena, &entry);
    str_release(&entry);
}

static bool is_same(const char *cell, const struct phrases *list)
{
    struct arena arena = ARENA_INIT;
    struct phrase_list read = {0};
    table_split(&read, &arena, cell);
    bool same = read.n == list->n;
    for (size_t i = 0; same && i < list->n; i++)
        same = strcmp(read.items[i].s, list->items[i].s) == 0;
    VEC_RELEASE(&read);
    arena_release(&arena);
    return same;
}

static void add_dashed(struct str *out, const char *s)
{
    str_add(out, "- ");
    for (; *s != '\0'; s++) {
        str_addc(out, *s);
        if (*s == '\n')
            str_add(out, "  ");
    }
}

void table_join(struct str *out, const struct phrases *list)
{
    struct str plain = STR_INIT;
    for (size_t i = 0; i < list->n; i++)
        str_addf(&plain, "%s%s", i > 0 ? "\n" : "", list->items[i].s);
    if (is_same(plain.s, list)) {
        str_add(out, plain.s);
    } else {
        for (size_t i = 0; i < list->n; i++) {
            str_add(out, i > 0 ? "\n" : "");
            add_dashed(out, list->items[i].s);
        }
    }
    str_release(&plain);
}
