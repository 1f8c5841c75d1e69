#include <string.h>

#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"
#include "base/options.h"
#include "base/vec.h"

bool ynode_is_nothing(const struct ynode *node)
{
    return node == NULL || (node->kind == Y_SCALAR && node->len == 0 && node->style == Y_PLAIN);
}

struct ynode *bank_level_node(const struct bank_edit *b, enum level level)
{
    struct ynode *node = ynode_get(ynode_get(b->d->root, "levels"), level_name(level));
    return node != NULL && node->kind == Y_MAP ? node : NULL;
}

struct ynode *bank_questions(const struct bank_edit *b, enum level level)
{
    struct ynode *node = ynode_get(bank_level_node(b, level), "questions");
    return node != NULL && node->kind == Y_LIST ? node : NULL;
}

struct ynode *bank_by_id(const struct ynode *list, const char *id)
{
    long n;
    if (list == NULL || list->kind != Y_LIST)
        return NULL;
    if (id[0] == '#')
        return str_int(id + 1, 1, 1000000, &n) ? ynode_at(list, (size_t)n - 1) : NULL;
    for (struct ynode *c = list->first; c != NULL; c = c->next) {
        const struct ynode *own = ynode_get(c, "id");
        if (own != NULL && own->kind == Y_SCALAR && strcmp(own->text, id) == 0)
            return c;
    }
    return NULL;
}

/* ---- what is not there ---- */

static bool unknown_level(const char *place, struct err *e)
{
    return err_set(e, ERR_MISSING,
                   "\"%.60s\": a level is junior, mid or senior, as in senior/juggling", place);
}

static bool unknown_field(const struct spot *s, const char *name, struct err *e)
{
    const char *names[24] = {NULL};
    struct str all = STR_INIT;
    for (size_t i = 0; i < s->fields->n; i++) {
        names[i] = s->fields->rows[i].name;
        str_addf(&all, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    const char *near = options_nearest(name, names);
    if (near != NULL)
        err_set(e, ERR_MISSING, "a %s has no \"%.40s\", did you mean \"%s\"?", s->fields->what,
                name, near);
    else
        err_set(e, ERR_MISSING, "a %s has no \"%.40s\": there are %s", s->fields->what, name,
                all.s);
    str_release(&all);
    return false;
}

static const char *id_of(const struct ynode *item)
{
    const struct ynode *id = ynode_get(item, "id");
    return id != NULL && id->kind == Y_SCALAR ? id->text : NULL;
}

/* The same id in another level, or one of this level that it is a slip of. */
static bool near_question(const struct bank_edit *b, const struct edit_place *p, struct str *out)
{
    const struct ynode *list = bank_questions(b, p->level);
    struct ids {
        const char **items;
        size_t n, cap;
    } ids = {0};
    for (int level = 0; level < LEVELS && out->len == 0; level++)
        if (bank_by_id(bank_questions(b, (enum level)level), p->question.s) != NULL)
            str_addf(out, "%s/%s", level_name((enum level)level), p->question.s);
    for (const struct ynode *c = list != NULL ? list->first : NULL; c != NULL; c = c->next)
        if (id_of(c) != NULL)
            *VEC_PUSH(&ids) = id_of(c);
    *VEC_PUSH(&ids) = NULL;
    const char *near = out->len == 0 ? options_nearest(p->question.s, ids.items) : NULL;
    if (near != NULL)
        str_addf(out, "%s/%s", level_name(p->level), near);
    VEC_RELEASE(&ids);
    return out->len > 0;
}

static void add_ids(const struct ynode *list, struct str *out)
{
    for (const struct ynode *c = list != NULL ? list->first : NULL; c != NULL; c = c->next)
        if (id_of(c) != NULL)
            str_addf(out, "%s%s", out->len > 0 ? ", " : "", id_of(c));
}

static bool no_question(const struct bank_edit *b, const struct edit_place *p, struct err *e)
{
    struct str near = STR_INIT, ids = STR_INIT;
    const char *level = level_name(p->level);
    add_ids(bank_questions(b, p->level), &ids);
    if (near_question(b, p, &near))
        err_set(e, ERR_MISSING, "there is no question \"%.60s\" in the level %s, did you mean %s?",
                p->question.s, level, near.s);
    else if (ids.len > 0)
        err_set(e, ERR_MISSING, "there is no question \"%.60s\" in the level %s: there are %.600s",
                p->question.s, level, ids.s);
    else
        err_set(e, ERR_MISSING, "the level %s has no question yet", level);
    str_release(&near);
    str_release(&ids);
    return false;
}

bool spot_missing(const struct spot *s, struct err *e)
{
    struct str name = STR_INIT;
    edit_place_name(&name, &s->place);
    err_set(e, ERR_MISSING, "there is no %s", name.s);
    str_release(&name);
    return false;
}

static bool is_odd(const struct ynode *node, struct err *e)
{
    return err_set(
        e, ERR_REFUSED,
        "line %u: this is written with an anchor (&), an alias (*), a tag (!) or a \"?\", "
        "which slate does not change: do it in your editor",
        node->line);
}

bool bank_edit_can_touch(const struct ynode *node, struct err *e)
{
    return !ynode_is_odd(node) || is_odd(node, e);
}

bool bank_edit_can_add(const struct ynode *node, struct err *e)
{
    return !ynode_is_in_odd(node) || is_odd(node, e);
}

/* ---- finding ---- */

static bool find_entry(struct spot *s, struct err *e)
{
    const char *entry = s->place.entry.s;
    long n;
    s->value = ynode_get(s->map, s->row->name);
    s->entry = s->value;
    if (s->place.entry.len == 0)
        return true;
    switch (s->row->kind) {
    case FIELD_LIST:
        if (!str_int(entry, 1, 100000, &n))
            return err_set(e, ERR_MISSING, "\"%s.%.40s\": say which by its number, as in %s.2",
                           s->row->name, entry, s->row->name);
        s->n = (size_t)n;
        if (s->value == NULL || s->value->kind != Y_LIST)
            s->entry = n == 1 && !ynode_is_nothing(s->value) ? s->value : NULL;
        else
            s->entry = ynode_at(s->value, s->n - 1);
        return true;
    case FIELD_PAIRS:
    case FIELD_ANCHORS:
        s->entry = ynode_get(s->value, entry);
        return true;
    default:
        return err_set(e, ERR_MISSING, "\"%s\" is one text: it has no \".%.40s\"", s->row->name,
                       entry);
    }
}

static bool find_field(struct spot *s, const char *name, struct err *e)
{
    s->row = field_find(s->fields, name);
    return s->row != NULL ? find_entry(s, e) : unknown_field(s, name, e);
}

/* facts.start, facts.start.ask */
static bool find_fact(const struct bank_edit *b, struct spot *s, struct err *e)
{
    struct str id = STR_INIT, field = STR_INIT;
    const char *point = strchr(s->place.entry.s, '.');
    str_addn(&id, s->place.entry.s,
             point != NULL ? (size_t)(point - s->place.entry.s) : s->place.entry.len);
    if (point != NULL)
        str_add(&field, point + 1);
    s->map = s->entry = bank_by_id(ynode_get(b->d->root, "facts"), id.s);
    s->fields = &fact_fields;
    bool good = s->map != NULL || err_set(e, ERR_MISSING, "there is no fact \"%.60s\"", id.s);
    if (good && field.len > 0) {
        str_clear(&s->place.entry);
        good = find_field(s, field.s, e);
        str_addf(&s->place.entry, "%s.%s", id.s, field.s);
    }
    str_release(&id);
    str_release(&field);
    return good;
}

static bool find_of_bank(const struct bank_edit *b, struct spot *s, struct err *e)
{
    s->map = s->entry = b->d->root;
    s->fields = &bank_fields;
    if (s->place.field.len == 0)
        return true;
    if (strcmp(s->place.field.s, "facts") == 0 && s->place.entry.len > 0)
        return find_fact(b, s, e);
    return find_field(s, s->place.field.s, e);
}

static bool find_of_level(const struct bank_edit *b, struct spot *s, struct err *e)
{
    s->map = s->entry = bank_level_node(b, s->place.level);
    s->fields = &level_fields;
    if (s->place.question.len > 0) {
        s->map = s->entry = bank_by_id(bank_questions(b, s->place.level), s->place.question.s);
        s->fields = &question_fields;
        if (s->map == NULL)
            return no_question(b, &s->place, e);
    }
    if (s->place.field.len == 0)
        return true;
    if (s->map == NULL)
        return err_set(e, ERR_MISSING, "there is no level %s yet: add a question to it first",
                       level_name(s->place.level));
    return find_field(s, s->place.field.s, e);
}

bool spot_find(const struct bank_edit *b, const char *place, struct spot *out, struct err *e)
{
    *out = (struct spot){0};
    if (!edit_place_parse(place, &out->place))
        return unknown_level(place, e);
    if (out->place.level == LEVELS)
        return find_of_bank(b, out, e);
    return find_of_level(b, out, e);
}

void spot_release(struct spot *s)
{
    edit_place_release(&s->place);
}

struct ynode *spot_removed(const struct spot *s)
{
    struct ynode *node = s->entry;
    if (node == NULL)
        return NULL;
    if (s->row == NULL)
        return s->fields == &fact_fields && node->parent->n == 1 ? node->parent : node;
    return node == s->value || s->value->n == 1 ? s->value : node;
}

/* ---- new keys ---- */

struct ynode *bank_new_key(struct arena *a, const char *key, bool number, struct ynode *value)
{
    value->key = ynode_text(a, key, strlen(key));
    value->key->number = number;
    return value;
}

/* The same key of a neighbour shows how it is written here. */
static const struct ynode *neighbour(const struct ynode *map, const char *key)
{
    const struct ynode *found = NULL;
    for (const struct ynode *c = map->prev; c != NULL && found == NULL; c = c->prev)
        found = ynode_get(c, key);
    for (const struct ynode *c = map->next; c != NULL && found == NULL; c = c->next)
        found = ynode_get(c, key);
    return found;
}

bool bank_put_key(struct yedit *y, struct ynode *map, const struct fields *fields,
                  struct ynode *node, const struct ynode *model)
{
    size_t rank = field_rank(fields, node->key->text), i = 0, at = 0;
    for (const struct ynode *c = map->first; c != NULL; c = c->next) {
        i++;
        if (c->key->kind == Y_SCALAR && field_rank(fields, c->key->text) < rank)
            at = i;
    }
    if (model == NULL)
        model = neighbour(map, node->key->text);
    return yedit_insert(y, map, at, node, model);
}
