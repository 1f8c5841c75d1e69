#include <stdlib.h>
#include <string.h>

#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"
#include "base/vec.h"
#include "domain/level.h"

static bool is_number(const struct field_row *row)
{
    return row->kind == FIELD_MINUTES || row->kind == FIELD_WEIGHT || row->kind == FIELD_SCALE;
}

static struct ynode *new_text(struct yedit *y, const char *text, bool number)
{
    struct ynode *node = ynode_text(&y->d->arena, text, strlen(text));
    node->number = number;
    return node;
}

/* Is it what the value reads as already? */
static bool says(const struct ynode *node, const char *text)
{
    size_t n = node->len;
    while (n > 0 && strchr(" \t\r\n", node->text[n - 1]) != NULL)
        n--;
    return n == strlen(text) && memcmp(node->text, text, n) == 0;
}

static bool change_text(struct yedit *y, struct ynode *node, const struct spot *s, const char *text,
                        struct err *e)
{
    if (!bank_edit_can_touch(node, e))
        return false;
    if (node->kind != Y_SCALAR)
        return err_set(e, ERR_REFUSED,
                       "line %u: there stands a list or names with values where one text belongs: "
                       "mend it in your editor",
                       node->line);
    return says(node, text) || yedit_text(y, node, text, is_number(s->row));
}

/* ---- what is not there yet ---- */

/* `value`, which is not there or empty, becomes a list or map. */
static bool put_collection(struct yedit *y, struct spot *s, struct ynode *value, struct err *e)
{
    if (s->value != NULL)
        return yedit_replace(y, s->value, value, e);
    return bank_put_key(y, s->map, s->fields,
                        bank_new_key(&y->d->arena, s->row->name, false, value), NULL);
}

static bool is_full(const struct spot *s, size_t n, struct err *e)
{
    if (s->row->max == 0 || n < s->row->max)
        return false;
    err_set(e, ERR_REFUSED, "\"%s\" has %zu entries already, which is the most there can be",
            s->row->name, n);
    return true;
}

static size_t count_of(const struct spot *s)
{
    if (s->value != NULL && s->value->kind == Y_LIST)
        return s->value->n;
    return !ynode_is_nothing(s->value);
}

/* One text that stood for a list becomes its first entry or its second. */
static bool make_list(struct yedit *y, struct spot *s, const char *text, struct err *e)
{
    struct ynode *list = ynode_collection(&y->d->arena, Y_LIST);
    if (!ynode_is_nothing(s->value)) {
        struct str old = STR_INIT;
        bool fits = bank_text(s->value->text, &old, e);
        ynode_put(list, 0, new_text(y, old.s, false));
        str_release(&old);
        if (!fits)
            return false;
    }
    size_t at = s->n > 1 && list->n > 0 ? 1 : 0;
    ynode_put(list, at, new_text(y, text, false));
    return put_collection(y, s, list, e);
}

static bool insert_text(struct yedit *y, struct spot *s, const char *text, struct err *e)
{
    size_t n = count_of(s);
    if (is_full(s, n, e))
        return false;
    if (s->n > n + 1 && n == 0)
        return err_set(e, ERR_MISSING, "\"%s\" has no entry yet: the first is %s.1", s->row->name,
                       s->row->name);
    if (s->n > n + 1)
        return err_set(e, ERR_MISSING, "\"%s\" has %zu %s: the next is %s.%zu", s->row->name, n,
                       n == 1 ? "entry" : "entries", s->row->name, n + 1);
    if (s->value != NULL && s->value->kind == Y_MAP)
        return change_text(y, s->value, s, text, e);
    if (s->value == NULL || s->value->kind != Y_LIST)
        return make_list(y, s, text, e);
    return yedit_insert(y, s->value, s->n - 1, new_text(y, text, false), NULL);
}

/* Glossaries are mostly sorted: a new term goes where it belongs, else last. */
static size_t place_of(const struct ynode *map, const char *key)
{
    size_t at = 0;
    for (const struct ynode *c = map->first; c != NULL; c = c->next) {
        if (c->next != NULL && strcasecmp(c->key->text, c->next->key->text) > 0)
            return map->n;
        at += strcasecmp(c->key->text, key) < 0;
    }
    return at;
}

static bool insert_pair(struct yedit *y, struct spot *s, const char *text, struct err *e)
{
    const char *name = s->place.entry.s;
    bool anchor = s->row->kind == FIELD_ANCHORS;
    if (anchor && (s->place.entry.len != 1 || name[0] < '1' || name[0] > '0' + SCALE_MAX))
        return err_set(e, ERR_MISSING, "an anchor stands at a score from 1 to 5, not at \"%.40s\"",
                       name);
    static const struct field_row id = {"competencies", FIELD_ID, false, 0};
    if (strcmp(s->row->name, "competencies") == 0 && !bank_value_fits(&id, name, e))
        return false;
    struct str key = STR_INIT;
    bool good = bank_text(name, &key, e);
    struct ynode *node = bank_new_key(&y->d->arena, key.s, anchor, new_text(y, text, false));
    str_release(&key);
    if (!good)
        return false;
    if (s->value != NULL && s->value->kind == Y_MAP)
        return yedit_insert(y, s->value, place_of(s->value, name), node, NULL);
    if (!ynode_is_nothing(s->value))
        return change_text(y, s->value, s, text, e);
    struct ynode *map = ynode_collection(&y->d->arena, Y_MAP);
    ynode_put(map, 0, node);
    return put_collection(y, s, map, e);
}

static bool insert_entry(struct yedit *y, struct spot *s, const char *text, struct err *e)
{
    if (!bank_edit_can_add(s->value != NULL ? s->value : s->map, e))
        return false;
    if (s->row->kind == FIELD_LIST)
        return insert_text(y, s, text, e);
    if (s->row->kind == FIELD_PAIRS || s->row->kind == FIELD_ANCHORS)
        return insert_pair(y, s, text, e);
    return bank_put_key(
        y, s->map, s->fields,
        bank_new_key(&y->d->arena, s->row->name, false, new_text(y, text, is_number(s->row))),
        NULL);
}

/* ---- remove ---- */

static bool is_needed(const struct spot *s, struct err *e)
{
    return err_set(e, ERR_REFUSED, "a %s cannot do without its \"%s\"", s->fields->what,
                   s->row->name);
}

static bool only_one(const struct spot *s, struct err *e)
{
    const char *level = s->place.level < LEVELS ? level_name(s->place.level) : "";
    if (s->place.question.len > 0)
        return err_set(e, ERR_REFUSED,
                       "it is the only question of the level %s, which needs one: add another "
                       "first, or remove the level",
                       level);
    return err_set(e, ERR_REFUSED, "it is the only level of the bank, which needs one");
}

/* A question, fact or level as a whole. */
static bool remove_item(struct yedit *y, struct spot *s, struct err *e)
{
    struct ynode *node = s->entry;
    if (node == NULL || node->parent == NULL)
        return node == NULL ? spot_missing(s, e)
                            : err_set(e, ERR_REFUSED, "a bank is removed by deleting its file");
    node = spot_removed(s);
    if (node->parent->n == 1)
        return only_one(s, e);
    return bank_edit_can_touch(node, e) && yedit_remove(y, node, e);
}

static bool remove_field(struct yedit *y, struct spot *s, struct err *e)
{
    struct ynode *node = spot_removed(s);
    if (node == NULL)
        return spot_missing(s, e);
    if (node == s->value && s->row->required)
        return is_needed(s, e);
    return bank_edit_can_touch(node, e) && yedit_remove(y, node, e);
}

static bool remove_spot(struct yedit *y, struct spot *s, struct err *e)
{
    return s->row == NULL ? remove_item(y, s, e) : remove_field(y, s, e);
}

/* ---- the calls ---- */

static bool finish(struct bank_edit *b, struct yedit *y, const struct spot *s, bool good,
                   struct err *e)
{
    struct str what = STR_INIT;
    edit_place_name(&what, &s->place);
    good = bank_edit_end(b, y, (struct bank_outcome){good, what.s}, e);
    str_release(&what);
    return good;
}

static bool id_is_free(const struct spot *s, const char *text, struct err *e)
{
    if (strcmp(s->row->name, "id") != 0)
        return true;
    const struct ynode *twin = bank_by_id(s->map->parent, text);
    return twin == NULL || twin == s->map ||
           err_set(e, ERR_REFUSED, "there is a %s \"%s\" already: each needs an id of its own",
                   s->fields->what, text);
}

static bool set_spot(struct bank_edit *b, struct spot *s, const char *text, struct err *e)
{
    if (!bank_value_fits(s->row, text, e) || !id_is_free(s, text, e))
        return false;
    struct yedit y = bank_edit_begin(b);
    bool good;
    if (s->entry != NULL &&
        !(s->entry == s->value && ynode_is_nothing(s->value) && s->place.entry.len > 0))
        good = change_text(&y, s->entry, s, text, e);
    else
        good = insert_entry(&y, s, text, e);
    return finish(b, &y, s, good, e);
}

static bool remove_found(struct bank_edit *b, struct spot *s, struct err *e)
{
    struct yedit y = bank_edit_begin(b);
    return finish(b, &y, s, remove_spot(&y, s, e), e);
}

bool bank_edit_remove(struct bank_edit *b, const char *place, struct err *e)
{
    struct spot s;
    bool good = spot_find(b, place, &s, e) && remove_found(b, &s, e);
    spot_release(&s);
    return good;
}

static bool is_whole_list(const struct spot *s)
{
    return s->row->kind == FIELD_LIST && s->place.entry.len == 0;
}

static bool set_found(struct bank_edit *b, struct spot *s, const char *text, struct err *e)
{
    struct str value = STR_INIT;
    bool good = bank_text(text, &value, e);
    if (good && (s->row->kind == FIELD_MAPS || s->row->kind == FIELD_LEVELS ||
                 ((s->row->kind == FIELD_PAIRS || s->row->kind == FIELD_ANCHORS) &&
                  s->place.entry.len == 0)))
        good = err_set(e, ERR_USAGE, "\"%s\" has entries: say which of them", s->row->name);
    if (good && value.len == 0)
        good = s->entry == NULL || remove_found(b, s, e);
    else if (good)
        good = set_spot(b, s, value.s, e);
    str_release(&value);
    return good;
}

bool bank_edit_set(struct bank_edit *b, const char *place, const char *text, struct err *e)
{
    struct spot s;
    bool good = spot_find(b, place, &s, e);
    if (good && s.row == NULL)
        good = err_set(e, ERR_USAGE, "say which text of it: a %s has %s, %s and others",
                       s.fields->what, s.fields->rows[0].name, s.fields->rows[1].name);
    if (good)
        good = is_whole_list(&s) ? bank_edit_set_list(b, &s, place, text, e)
                                 : set_found(b, &s, text, e);
    spot_release(&s);
    return good;
}

bool bank_edit_insert(struct bank_edit *b, const char *place, const char *text, struct err *e)
{
    struct spot s;
    struct str value = STR_INIT;
    bool good = spot_find(b, place, &s, e) && bank_text(text, &value, e);
    if (good && (s.row == NULL || s.row->kind != FIELD_LIST))
        good = err_set(e, ERR_USAGE, "\"%s\" is no list that something can be put into", place);
    if (good && value.len == 0)
        good = err_set(e, ERR_INPUT, "there is no text to put into it");
    if (good) {
        struct yedit y = bank_edit_begin(b);
        if (s.n == 0)
            s.n = count_of(&s) + 1;
        good = finish(b, &y, &s, insert_entry(&y, &s, value.s, e), e);
    }
    str_release(&value);
    spot_release(&s);
    return good;
}
