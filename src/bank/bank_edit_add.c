#include <string.h>

#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"
#include "domain/level.h"

/* ---- a new question or fact as a tree ---- */

static struct ynode *text_node(struct arena *a, const struct str *text, bool number)
{
    struct ynode *node = ynode_text(a, text->s, text->len);
    node->number = number;
    return node;
}

static struct ynode *list_node(struct arena *a, const struct str *lines)
{
    struct ynode *list = ynode_collection(a, Y_LIST);
    for (const char *at = lines->s; *at != '\0';) {
        size_t n = strcspn(at, "\n"), len = n;
        while (len > 0 && (at[len - 1] == ' ' || at[len - 1] == '\t'))
            len--;
        if (len > 0)
            ynode_put(list, list->n, ynode_text(a, at, len));
        at += n + (at[n] == '\n');
    }
    return list;
}

static bool add_anchor(struct arena *a, struct ynode *map, const char *score,
                       const struct str *text, struct err *e)
{
    if (strlen(score) != 1 || score[0] < '1' || score[0] > '0' + SCALE_MAX)
        return err_set(e, ERR_INPUT, "an anchor stands at a score from 1 to 5, not at \"%.20s\"",
                       score);
    struct ynode *anchors = ynode_get(map, "anchors");
    if (anchors == NULL) {
        anchors = bank_new_key(a, "anchors", false, ynode_collection(a, Y_MAP));
        ynode_put(map, map->n, anchors);
    }
    size_t i = 0;
    for (const struct ynode *c = anchors->first; c != NULL; c = c->next)
        i += strcmp(c->key->text, score) < 0;
    ynode_put(anchors, i, bank_new_key(a, score, true, text_node(a, text, false)));
    return true;
}

static bool add_value(struct arena *a, struct ynode *map, const struct field_row *row,
                      const struct str *text, struct err *e)
{
    if (!bank_value_fits(row, text->s, e))
        return false;
    bool number =
        row->kind == FIELD_MINUTES || row->kind == FIELD_WEIGHT || row->kind == FIELD_SCALE;
    struct ynode *value = row->kind == FIELD_LIST ? list_node(a, text) : text_node(a, text, number);
    if (row->max > 0 && value->n > row->max)
        return err_set(e, ERR_INPUT, "\"%s\" can have %zu entries at most", row->name, row->max);
    ynode_put(map, map->n, bank_new_key(a, row->name, false, value));
    return true;
}

/* The fields that belong to one row: of anchors there may be several. */
static bool add_row(struct arena *a, struct ynode *map, const struct field_row *row,
                    const struct edit_field *f, struct err *e)
{
    size_t n = strlen(row->name);
    for (; f->name != NULL; f++) {
        bool anchor =
            row->kind == FIELD_ANCHORS && strncmp(f->name, row->name, n) == 0 && f->name[n] == '.';
        if (!anchor && strcmp(f->name, row->name) != 0)
            continue;
        struct str text = STR_INIT;
        bool good = bank_text(f->text, &text, e);
        if (good && text.len > 0)
            good = anchor ? add_anchor(a, map, f->name + n + 1, &text, e)
                          : add_value(a, map, row, &text, e);
        str_release(&text);
        if (!good)
            return false;
    }
    return true;
}

static bool names_known(const struct fields *fields, const struct edit_field *f, struct err *e)
{
    for (; f->name != NULL; f++)
        if (field_find(fields, f->name) == NULL &&
            !(fields == &question_fields && strncmp(f->name, "anchors.", 8) == 0))
            return err_set(e, ERR_USAGE, "a %s has no \"%.40s\"", fields->what, f->name);
    return true;
}

static struct ynode *new_item(struct arena *a, const struct fields *fields,
                              const struct edit_field *given, struct err *e)
{
    struct ynode *map = ynode_collection(a, Y_MAP);
    if (!names_known(fields, given, e))
        return NULL;
    for (size_t i = 0; i < fields->n; i++)
        if (!add_row(a, map, &fields->rows[i], given, e))
            return NULL;
    for (size_t i = 0; i < fields->n; i++)
        if (fields->rows[i].required && ynode_get(map, fields->rows[i].name) == NULL) {
            err_set(e, ERR_INPUT, "a %s needs \"%s\"", fields->what, fields->rows[i].name);
            return NULL;
        }
    return map;
}

/* ---- where it goes ---- */

/* A question of any level, to be written like it. */
static const struct ynode *any_question(const struct bank_edit *b)
{
    for (int level = 0; level < LEVELS; level++) {
        const struct ynode *list = bank_questions(b, (enum level)level);
        if (list != NULL && list->first != NULL)
            return list->first;
    }
    return NULL;
}

static const struct ynode *any_level(const struct bank_edit *b)
{
    const struct ynode *levels = ynode_get(b->d->root, "levels");
    return levels != NULL ? levels->first : NULL;
}

/* The first question of a level, with all that is missing around it. */
static bool put_first(struct bank_edit *b, struct yedit *y, enum level level, struct ynode *item,
                      struct err *e)
{
    static const struct field_row rows[] = {{"junior", FIELD_MAPS, false, 0},
                                            {"mid", FIELD_MAPS, false, 0},
                                            {"senior", FIELD_MAPS, false, 0}};
    static const struct fields levels_fields = {"bank", rows, LEVELS};
    struct arena *a = &y->d->arena;
    struct ynode *levels = ynode_get(b->d->root, "levels"), *map = bank_level_node(b, level);
    struct ynode *old =
        map != NULL ? ynode_get(map, "questions") : ynode_get(levels, level_name(level));
    struct ynode *list = ynode_collection(a, Y_LIST);
    ynode_put(list, 0, item);
    if (map != NULL && old != NULL)
        return yedit_replace(y, old, list, e);
    bank_new_key(a, "questions", false, list);
    if (map != NULL)
        return bank_put_key(y, map, &level_fields, list, ynode_get(any_level(b), "questions"));
    struct ynode *fresh = ynode_collection(a, Y_MAP);
    ynode_put(fresh, 0, list);
    if (old != NULL)
        return yedit_replace(y, old, fresh, e);
    bank_new_key(a, level_name(level), false, fresh);
    if (levels != NULL && levels->kind == Y_MAP && levels->n > 0)
        return bank_put_key(y, levels, &levels_fields, fresh, any_level(b));
    struct ynode *all = ynode_collection(a, Y_MAP);
    ynode_put(all, 0, fresh);
    if (levels != NULL)
        return yedit_replace(y, levels, all, e);
    return bank_put_key(y, b->d->root, &bank_fields, bank_new_key(a, "levels", false, all), NULL);
}

/* Number of the entry that something put at `to` becomes. */
static bool index_of(const struct bank_edit *b, const struct ynode *list,
                     const struct edit_target *to, size_t *i, struct err *e)
{
    *i = list->n;
    if (to == NULL || to->where == EDIT_INTO)
        return true;
    if (to->where != EDIT_BEFORE && to->where != EDIT_AFTER)
        return err_set(e, ERR_USAGE, "say where it is to stand: before or after which one");
    struct spot s;
    bool good = spot_find(b, to->place, &s, e);
    if (good && (s.entry == NULL || s.entry->parent != list))
        good = err_set(e, ERR_INPUT, "\"%s\" does not stand in the same list", to->place);
    if (good)
        *i = ynode_index(s.entry) + (to->where == EDIT_AFTER);
    spot_release(&s);
    return good;
}

static bool id_is_free(const struct ynode *list, const struct ynode *item, struct err *e)
{
    const struct ynode *id = ynode_get(item, "id");
    if (list == NULL || id == NULL || bank_by_id(list, id->text) == NULL)
        return true;
    return err_set(e, ERR_REFUSED, "there is a \"%s\" already: each needs an id of its own",
                   id->text);
}

/* Something new and where it is to go. */
struct addition {
    struct ynode *item;
    enum level level; /* LEVELS: a fact */
    const struct edit_target *to;
};

static bool add_question(struct bank_edit *b, struct yedit *y, const struct addition *new,
                         struct err *e)
{
    struct ynode *list = bank_questions(b, new->level);
    size_t i = 0;
    if (!id_is_free(list, new->item, e))
        return false;
    if (list == NULL || list->n == 0)
        return put_first(b, y, new->level, new->item, e);
    return bank_edit_can_add(list, e) && index_of(b, list, new->to, &i, e) &&
           yedit_insert(y, list, i, new->item, i > 0 ? ynode_at(list, i - 1) : any_question(b));
}

static bool add_fact(struct bank_edit *b, struct yedit *y, const struct addition *new,
                     struct err *e)
{
    struct ynode *list = ynode_get(b->d->root, "facts");
    size_t i = 0;
    if (!id_is_free(list, new->item, e))
        return false;
    if (list != NULL && list->kind == Y_LIST && list->n > 0)
        return bank_edit_can_add(list, e) && index_of(b, list, new->to, &i, e) &&
               yedit_insert(y, list, i, new->item, NULL);
    struct ynode *fresh = ynode_collection(&y->d->arena, Y_LIST);
    ynode_put(fresh, 0, new->item);
    if (list != NULL)
        return yedit_replace(y, list, fresh, e);
    return bank_put_key(y, b->d->root, &bank_fields,
                        bank_new_key(&y->d->arena, "facts", false, fresh), NULL);
}

static bool add_spot(struct bank_edit *b, const struct spot *s, const struct edit_field *fields,
                     const struct edit_target *to, struct err *e)
{
    bool fact = s->place.level == LEVELS;
    struct yedit y = bank_edit_begin(b);
    struct ynode *item = new_item(&y.d->arena, fact ? &fact_fields : &question_fields, fields, e);
    bool good = item != NULL;
    struct str what = STR_INIT;
    if (good)
        str_addf(&what, "new %s %s", fact ? "fact" : "question", ynode_get(item, "id")->text);
    if (good) {
        struct addition new = {item, s->place.level, to};
        good = fact ? add_fact(b, &y, &new, e) : add_question(b, &y, &new, e);
    }
    good = bank_edit_end(b, &y, (struct bank_outcome){good, what.s}, e);
    str_release(&what);
    return good;
}

bool bank_edit_add(struct bank_edit *b, const char *place, const struct edit_field *fields,
                   const struct edit_target *to, struct err *e)
{
    struct spot s;
    bool good = spot_find(b, place, &s, e);
    bool level = good && s.place.level < LEVELS && s.place.question.len == 0 && s.row == NULL;
    bool facts = good && s.row != NULL && strcmp(s.row->name, "facts") == 0;
    if (good && !level && !facts)
        good = err_set(e, ERR_USAGE, "say what to add to: junior, mid, senior or facts, not \"%s\"",
                       place);
    good = good && add_spot(b, &s, fields, to, e);
    spot_release(&s);
    return good;
}

/* ---- copies, and moves between levels ---- */

struct transplant {
    const struct ysource *from;
    enum level level;
    const struct edit_target *to;
};

static bool transplant(struct bank_edit *b, struct yedit *y, const struct transplant *t,
                       struct err *e)
{
    struct ynode *list = bank_questions(b, t->level);
    const struct ynode *own = ynode_get(t->from->node, "id");
    const char *id = t->from->id != NULL ? t->from->id : own != NULL ? own->text : NULL;
    static const struct field_row row = {"id", FIELD_ID, true, 0};
    if (id == NULL || !bank_value_fits(&row, id, e))
        return id == NULL ? err_set(e, ERR_REFUSED, "it has no id") : false;
    if (list != NULL && bank_by_id(list, id) != NULL)
        return err_set(e, ERR_REFUSED,
                       "the level %s has a question \"%s\" already: give the copy another id",
                       level_name(t->level), id);
    if (!bank_edit_can_touch(t->from->node, e))
        return false;
    if (list != NULL && list->n > 0) {
        struct ytarget to = {.list = list, .ahead = t->to->where == EDIT_BEFORE};
        return bank_edit_can_add(list, e) && index_of(b, list, t->to, &to.i, e) &&
               yedit_transplant(y, t->from, &to, e);
    }
    if (memchr(t->from->d->bytes.s + t->from->node->at, '#',
               t->from->node->end - t->from->node->at) != NULL)
        return err_set(e, ERR_REFUSED,
                       "it has comments, or a #, that could be lost on the way to a level without "
                       "questions: add one there first");
    struct ynode *copy = ynode_copy(&y->d->arena, t->from->node);
    ynode_trim(copy);
    struct ynode *name = ynode_get(copy, "id");
    name->text = arena_dup(&y->d->arena, id);
    name->len = strlen(id);
    return put_first(b, y, t->level, copy, e);
}

/* The level that a target names: "senior", or that of the question there. */
static bool target_level(const struct edit_target *to, enum level *level, struct err *e)
{
    struct edit_place p;
    bool good = to != NULL && to->place != NULL && edit_place_parse(to->place, &p);
    if (good) {
        good = p.level < LEVELS;
        *level = p.level;
        edit_place_release(&p);
    }
    return good || err_set(e, ERR_USAGE, "say which level or question it is to go to");
}

bool bank_edit_copy(struct bank_edit *b, const struct edit_copy *what, const struct edit_target *to,
                    struct err *e)
{
    struct spot s;
    struct transplant t = {.to = to};
    bool good = spot_find(what->from, what->place, &s, e);
    if (good && (s.place.question.len == 0 || s.row != NULL))
        good = err_set(e, ERR_USAGE, "only questions can be copied, as in senior/juggling");
    if (good && target_level(to, &t.level, e)) {
        struct ysource from = {what->from->d, s.entry, what->id};
        struct str label = STR_INIT;
        str_addf(&label, "copy of the question %s", s.place.question.s);
        t.from = &from;
        struct yedit y = bank_edit_begin(b);
        bool done = transplant(b, &y, &t, e);
        good = bank_edit_end(b, &y, (struct bank_outcome){done, label.s}, e);
        str_release(&label);
    } else {
        good = false;
    }
    spot_release(&s);
    return good;
}

/* ---- moves ---- */

static bool shift_index(const struct bank_edit *b, const struct spot *s,
                        const struct edit_target *to, size_t *i, struct err *e)
{
    size_t own = ynode_index(s->entry), n = s->entry->parent->n;
    if (to->where == EDIT_UP && own == 0)
        return err_set(e, ERR_REFUSED, "it is the first already");
    if (to->where == EDIT_DOWN && own + 1 == n)
        return err_set(e, ERR_REFUSED, "it is the last already");
    *i = to->where == EDIT_UP ? own - 1 : own + 1;
    if (to->where == EDIT_UP || to->where == EDIT_DOWN)
        return true;
    if (!index_of(b, s->entry->parent, to, i, e))
        return false;
    *i -= *i > own;
    return true;
}

static bool move_across(struct bank_edit *b, struct yedit *y, const struct spot *s,
                        const struct transplant *t, struct err *e)
{
    if (s->entry->parent->n == 1)
        return err_set(e, ERR_REFUSED,
                       "it is the only question of the level %s, which needs one: add another "
                       "first",
                       level_name(s->place.level));
    return transplant(b, y, t, e) && yedit_remove(y, s->entry, e);
}

static bool move_spot(struct bank_edit *b, struct yedit *y, const struct spot *s,
                      const struct edit_target *to, struct err *e)
{
    struct ysource from = {b->d, s->entry, NULL};
    struct transplant t = {&from, LEVELS, to};
    bool question = s->place.question.len > 0 && s->row == NULL;
    bool relative = to->where == EDIT_UP || to->where == EDIT_DOWN;
    size_t i = 0;
    if (!bank_edit_can_touch(s->entry, e))
        return false;
    if (question && !relative && !target_level(to, &t.level, e))
        return false;
    if (t.level < LEVELS && t.level != s->place.level)
        return move_across(b, y, s, &t, e);
    return shift_index(b, s, to, &i, e) && yedit_shift(y, s->entry, i, e);
}

static bool is_movable(const struct spot *s)
{
    if (s->entry == NULL || s->entry->parent == NULL)
        return false;
    if (s->row == NULL)
        return s->place.question.len > 0 || s->fields == &fact_fields;
    return (s->row->kind == FIELD_LIST || s->row->kind == FIELD_PAIRS) && s->entry != s->value;
}

bool bank_edit_move(struct bank_edit *b, const char *place, const struct edit_target *to,
                    struct err *e)
{
    struct spot s;
    bool good = spot_find(b, place, &s, e);
    if (good && s.entry == NULL)
        good = spot_missing(&s, e);
    if (good && !is_movable(&s))
        good = err_set(e, ERR_USAGE, "only questions and entries of lists can be moved");
    if (good) {
        struct str what = STR_INIT;
        str_add(&what, "move of the ");
        edit_place_name(&what, &s.place);
        struct yedit y = bank_edit_begin(b);
        bool done = move_spot(b, &y, &s, to, e);
        good = bank_edit_end(b, &y, (struct bank_outcome){done, what.s}, e);
        str_release(&what);
    }
    spot_release(&s);
    return good;
}
