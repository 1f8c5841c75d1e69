#include "support/bank_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "domain/question.h"

/* ---- rows ---- */

static struct model_row *find(const struct bank_model *m, const char *place)
{
    for (size_t i = 0; i < m->n; i++)
        if (strcmp(m->items[i].place, place) == 0)
            return &m->items[i];
    return NULL;
}

const char *bank_model_get(const struct bank_model *m, const char *place)
{
    const struct model_row *r = find(m, place);
    return r != NULL ? r->text : NULL;
}

void bank_model_put(struct bank_model *m, const char *place, const char *text)
{
    struct model_row *r = find(m, place);
    if (text == NULL || text[0] == '\0') {
        if (r == NULL)
            return;
        free(r->place);
        free(r->text);
        *r = m->items[--m->n];
        return;
    }
    if (r == NULL) {
        r = VEC_PUSH(m);
        r->place = xstrdup(place);
    }
    char *copy = xstrdup(text);
    free(r->text);
    r->text = copy;
}

void bank_model_release(struct bank_model *m)
{
    for (size_t i = 0; i < m->n; i++) {
        free(m->items[i].place);
        free(m->items[i].text);
    }
    VEC_RELEASE(m);
}

void bank_model_copy_all(struct bank_model *to, const struct bank_model *from)
{
    *to = (struct bank_model){.errors = from->errors};
    for (size_t i = 0; i < from->n; i++)
        *VEC_PUSH(to) =
            (struct model_row){xstrdup(from->items[i].place), xstrdup(from->items[i].text)};
}

/* ---- lists in a row ---- */

struct parts {
    char **items;
    size_t n, cap;
};

static struct parts split(const char *text)
{
    struct parts p = {0};
    while (text != NULL && *text != '\0') {
        const char *end = strchr(text, MODEL_PART);
        size_t n = end != NULL ? (size_t)(end - text) : strlen(text);
        *VEC_PUSH(&p) = xstrndup(text, n);
        text += n + (end != NULL);
    }
    return p;
}

static void join(struct bank_model *m, const char *place, struct parts *p)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < p->n; i++) {
        if (i > 0)
            str_addc(&text, MODEL_PART);
        str_add(&text, p->items[i]);
        free(p->items[i]);
    }
    bank_model_put(m, place, text.s);
    str_release(&text);
    VEC_RELEASE(p);
}

static void parts_insert(struct parts *p, size_t at, const char *text)
{
    VEC_PUSH(p);
    memmove(p->items + at + 1, p->items + at, (p->n - 1 - at) * sizeof *p->items);
    p->items[at] = xstrdup(text);
}

static void parts_drop(struct parts *p, size_t at)
{
    free(p->items[at]);
    memmove(p->items + at, p->items + at + 1, (p->n - 1 - at) * sizeof *p->items);
    p->n--;
}

static size_t parts_find(const struct parts *p, const char *text)
{
    size_t i = 0;
    while (i < p->n && strcmp(p->items[i], text) != 0)
        i++;
    return i;
}

/* ---- edits ---- */

static bool is_list(const char *field)
{
    static const char *const lists[] = {"expect",        "red_flags",      "probes",  "indicators",
                                        "search_titles", "resume_phrases", "opening", "closing"};
    for (size_t i = 0; i < COUNT_OF(lists); i++)
        if (strcmp(lists[i], field) == 0)
            return true;
    return false;
}

/* "senior/juggling/expect.2" as the row of the list and the number from 0. */
struct where {
    struct edit_place p;
    struct str row;
    size_t i;
};

static struct where where_of(const char *place)
{
    struct where w = {.row = STR_INIT};
    edit_place_parse(place, &w.p);
    str_add(&w.row, place);
    if (is_list(w.p.field.s) && w.p.entry.len > 0) {
        w.i = strtoul(w.p.entry.s, NULL, 10) - 1;
        str_splice(&w.row, w.row.len - w.p.entry.len - 1, w.p.entry.len + 1, "", 0);
    }
    return w;
}

static void where_release(struct where *w)
{
    edit_place_release(&w->p);
    str_release(&w->row);
}

static void set_whole(struct bank_model *m, const char *place, const char *text)
{
    struct parts p = {0};
    while (*text != '\0') {
        size_t n = strcspn(text, "\n"), len = n;
        while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
            len--;
        if (len > 0)
            *VEC_PUSH(&p) = xstrndup(text, len);
        text += n + (text[n] == '\n');
    }
    join(m, place, &p);
}

/* A text as the reader gives it back. */
static char *trimmed(const char *text)
{
    size_t n = strlen(text);
    while (n > 0 && strchr(" \t\n", text[n - 1]) != NULL)
        n--;
    return xstrndup(text, n);
}

static void rename_all(struct bank_model *m, const char *from, const char *to)
{
    size_t n = strlen(from);
    for (size_t i = 0; i < m->n; i++) {
        if (strncmp(m->items[i].place, from, n) != 0)
            continue;
        struct str place = STR_INIT;
        str_addf(&place, "%s%s", to, m->items[i].place + n);
        free(m->items[i].place);
        m->items[i].place = str_steal(&place);
    }
}

/* Of a question or a fact: all its places change with its id. */
static void set_id(struct bank_model *m, const struct where *w, const char *text)
{
    struct str order = STR_INIT, from = STR_INIT, to = STR_INIT;
    bool question = w->p.question.len > 0;
    struct str old = STR_INIT;
    if (question) {
        str_add(&old, w->p.question.s);
        str_addf(&order, "%s/#", level_name(w->p.level));
        str_addf(&from, "%s/%s/", level_name(w->p.level), old.s);
        str_addf(&to, "%s/%s/", level_name(w->p.level), text);
    } else {
        str_addn(&old, w->p.entry.s, strcspn(w->p.entry.s, "."));
        str_add(&order, "facts#");
        str_addf(&from, "facts.%s.", old.s);
        str_addf(&to, "facts.%s.", text);
    }
    struct parts p = split(bank_model_get(m, order.s));
    size_t i = parts_find(&p, old.s);
    parts_drop(&p, i);
    parts_insert(&p, i, text);
    join(m, order.s, &p);
    rename_all(m, from.s, to.s);
    str_splice(&to, to.len, 0, "id", 2);
    bank_model_put(m, to.s, text);
    str_release(&order);
    str_release(&from);
    str_release(&to);
    str_release(&old);
}

static bool ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);
    return n >= k && strcmp(s + n - k, end) == 0;
}

static void set_plain(struct bank_model *m, const char *place, const struct where *w,
                      const char *text)
{
    int weight;
    if (ends_in(place, "/id") || (strcmp(w->p.field.s, "facts") == 0 && ends_in(place, ".id"))) {
        set_id(m, w, text);
        return;
    }
    bool pair = strcmp(w->p.field.s, "glossary") == 0 || strcmp(w->p.field.s, "competencies") == 0;
    if (pair && find(m, place) == NULL) {
        struct str order = STR_INIT;
        str_addf(&order, "%s#", w->p.field.s);
        bank_model_put(m, order.s, "*");
        str_release(&order);
    }
    if (strcmp(w->p.field.s, "weight") == 0 && weight_parse(text, &weight)) {
        struct str number = STR_INIT;
        str_addf(&number, "%d", weight);
        bank_model_put(m, place, weight == WEIGHT_ONE ? NULL : number.s);
        str_release(&number);
    } else if (strcmp(place, "scale") == 0) {
        bank_model_put(m, place, strcmp(text, "5") == 0 ? NULL : text);
    } else if (strcmp(w->p.field.s, "facts") == 0 && ends_in(place, ".kind")) {
        bank_model_put(m, place, strcmp(text, "text") == 0 ? NULL : text);
    } else {
        bank_model_put(m, place, text);
    }
}

void bank_model_set(struct bank_model *m, const char *place, const char *text)
{
    struct where w = where_of(place);
    char *value = trimmed(text);
    if (is_list(w.p.field.s) && w.p.entry.len == 0) {
        set_whole(m, place, value);
    } else if (value[0] == '\0') {
        if (bank_model_get(m, w.row.s) != NULL)
            bank_model_remove(m, place);
    } else if (is_list(w.p.field.s)) {
        struct parts p = split(bank_model_get(m, w.row.s));
        if (w.i < p.n)
            parts_drop(&p, w.i);
        parts_insert(&p, w.i, value);
        join(m, w.row.s, &p);
    } else {
        set_plain(m, place, &w, value);
    }
    free(value);
    where_release(&w);
}

void bank_model_insert(struct bank_model *m, const char *place, const char *text)
{
    struct where w = where_of(place);
    char *value = trimmed(text);
    struct parts p = split(bank_model_get(m, w.row.s));
    parts_insert(&p, w.p.entry.len > 0 ? w.i : p.n, value);
    join(m, w.row.s, &p);
    free(value);
    where_release(&w);
}

static void drop_from(struct bank_model *m, const char *row, const char *name)
{
    struct parts p = split(bank_model_get(m, row));
    size_t i = parts_find(&p, name);
    if (i < p.n)
        parts_drop(&p, i);
    join(m, row, &p);
}

static void drop_all(struct bank_model *m, const char *prefix)
{
    for (size_t i = m->n; i-- > 0;)
        if (strncmp(m->items[i].place, prefix, strlen(prefix)) == 0)
            bank_model_put(m, m->items[i].place, NULL);
}

static void remove_group(struct bank_model *m, const struct where *w, const char *place)
{
    struct str prefix = STR_INIT, order = STR_INIT;
    bool level = w->p.level<LEVELS, question = w->p.question.len> 0;
    str_addf(&prefix, "%s%s", place, level ? "/" : ".");
    drop_all(m, prefix.s);
    if (question)
        str_addf(&order, "%s/#", level_name(w->p.level));
    else if (!level)
        str_add(&order, "facts#");
    if (order.len > 0)
        drop_from(m, order.s, question ? w->p.question.s : w->p.entry.s);
    str_release(&prefix);
    str_release(&order);
}

void bank_model_remove(struct bank_model *m, const char *place)
{
    struct where w = where_of(place);
    bool fact = strcmp(w.p.field.s, "facts") == 0 && strchr(w.p.entry.s, '.') == NULL;
    bool pairs = strcmp(w.p.field.s, "glossary") == 0 || strcmp(w.p.field.s, "competencies") == 0;
    if (w.p.field.len == 0 || fact) {
        remove_group(m, &w, place);
    } else if (is_list(w.p.field.s) && w.p.entry.len > 0) {
        struct parts p = split(bank_model_get(m, w.row.s));
        parts_drop(&p, w.i);
        join(m, w.row.s, &p);
    } else if (pairs) {
        struct str order = STR_INIT;
        str_addf(&order, "%s#", w.p.field.s);
        drop_from(m, order.s, w.p.entry.s);
        bank_model_put(m, place, NULL);
        str_release(&order);
    } else {
        bank_model_put(m, place, NULL);
    }
    where_release(&w);
}

/* What moves, by name or number, in the row that has the order. */
static size_t slot_of(const struct parts *p, const struct where *w)
{
    if (is_list(w->p.field.s))
        return w->i;
    return parts_find(p, w->p.question.len > 0 ? w->p.question.s : w->p.entry.s);
}

static void order_row(const struct where *w, struct str *out)
{
    if (is_list(w->p.field.s))
        str_add(out, w->row.s);
    else if (w->p.question.len > 0)
        str_addf(out, "%s/#", level_name(w->p.level));
    else
        str_addf(out, "%s#", w->p.field.s);
}

static void move_across(struct bank_model *m, const struct where *w, const struct edit_target *to)
{
    struct str level = STR_INIT, own = STR_INIT, order = STR_INIT, from = STR_INIT, into = STR_INIT;
    str_addn(&level, to->place, strcspn(to->place, "/"));
    str_addf(&own, "%s/#", level_name(w->p.level));
    str_addf(&order, "%s/#", level.s);
    str_addf(&from, "%s/%s/", level_name(w->p.level), w->p.question.s);
    str_addf(&into, "%s/%s/", level.s, w->p.question.s);
    drop_from(m, own.s, w->p.question.s);
    struct parts p = split(bank_model_get(m, order.s));
    size_t i = p.n;
    if (to->where != EDIT_INTO)
        i = parts_find(&p, strchr(to->place, '/') + 1) + (to->where == EDIT_AFTER);
    parts_insert(&p, i, w->p.question.s);
    join(m, order.s, &p);
    rename_all(m, from.s, into.s);
    str_release(&level);
    str_release(&own);
    str_release(&order);
    str_release(&from);
    str_release(&into);
}

void bank_model_move(struct bank_model *m, const char *place, const struct edit_target *to)
{
    struct where w = where_of(place);
    struct str row = STR_INIT;
    order_row(&w, &row);
    bool across = w.p.question.len > 0 && w.p.field.len == 0 && to->place != NULL &&
                  strncmp(to->place, place, strcspn(place, "/") + 1) != 0 &&
                  strncmp(to->place, place, strlen(to->place)) != 0;
    if (across) {
        move_across(m, &w, to);
    } else {
        struct parts p = split(bank_model_get(m, row.s));
        size_t at = slot_of(&p, &w), i = to->where == EDIT_UP ? at - 1 : at + 1;
        if (to->where == EDIT_INTO)
            i = p.n - 1;
        if (to->where == EDIT_BEFORE || to->where == EDIT_AFTER) {
            struct where other = where_of(to->place);
            i = slot_of(&p, &other) + (to->where == EDIT_AFTER);
            i -= i > at;
            where_release(&other);
        }
        char *text = xstrdup(p.items[at]);
        parts_drop(&p, at);
        parts_insert(&p, i, text);
        free(text);
        join(m, row.s, &p);
    }
    str_release(&row);
    where_release(&w);
}

void bank_model_copy(struct bank_model *m, const char *place, const char *level, const char *id)
{
    struct str prefix = STR_INIT, order = STR_INIT, to = STR_INIT;
    str_addf(&prefix, "%s/", place);
    str_addf(&order, "%s/#", level);
    for (size_t i = 0, n = m->n; i < n; i++) {
        if (strncmp(m->items[i].place, prefix.s, prefix.len) != 0)
            continue;
        str_clear(&to);
        str_addf(&to, "%s/%s/%s", level, id, m->items[i].place + prefix.len);
        bank_model_put(m, to.s,
                       strcmp(m->items[i].place + prefix.len, "id") == 0 ? id : m->items[i].text);
    }
    struct parts p = split(bank_model_get(m, order.s));
    parts_insert(&p, p.n, id);
    join(m, order.s, &p);
    str_release(&prefix);
    str_release(&order);
    str_release(&to);
}

void bank_model_compare(const struct bank_model *meant, const struct bank_model *is,
                        struct str *out)
{
    for (size_t i = 0; i < meant->n; i++) {
        const struct model_row *r = &meant->items[i];
        const char *text = bank_model_get(is, r->place);
        if (strcmp(r->text, "*") != 0 && !str_same(text, r->text))
            str_addf(out, "  %s: meant \"%s\", is \"%s\"\n", r->place, r->text,
                     text != NULL ? text : "(nothing)");
    }
    for (size_t i = 0; i < is->n; i++)
        if (find(meant, is->items[i].place) == NULL)
            str_addf(out, "  %s: was not meant, is \"%s\"\n", is->items[i].place,
                     is->items[i].text);
}
