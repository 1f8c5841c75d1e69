#include <string.h>

#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"
#include "bank/yaml_extent.h"
#include "bank/yaml_lines.h"

/* Where places stand in the file, and what stands at a line. */

bool bank_edit_extent(const struct bank_edit *b, const char *place, struct str *out, struct err *e)
{
    struct spot s;
    bool good = spot_find(b, place, &s, e);
    const struct ynode *node = good ? spot_removed(&s) : NULL;
    if (good && (node == NULL || node->parent == NULL))
        good = spot_missing(&s, e);
    if (good && node->parent->style == Y_FLOW) {
        str_addn(out, b->d->bytes.s + node->mark, node->end - node->mark);
    } else if (good) {
        struct yextent x = yaml_extent(b->d, node);
        str_addn(out, b->d->bytes.s + x.from, x.next - x.from);
    }
    spot_release(&s);
    return good;
}

static uint32_t first_line(const struct ynode *node)
{
    return node->key != NULL ? node->key->line : node->line;
}

static uint32_t last_line(const struct yaml_doc *d, const struct ynode *node)
{
    size_t at = node->key != NULL ? node->key->at : node->at;
    uint32_t line = first_line(node);
    while (at < node->end) {
        at = line_next(&d->bytes, at);
        line += at <= node->end;
    }
    return line;
}

bool bank_edit_lines(const struct bank_edit *b, const char *place, struct bank_lines *out)
{
    struct spot s;
    struct err none = ERR_INIT;
    bool found = spot_find(b, place, &s, &none) && s.entry != NULL;
    if (found)
        *out = (struct bank_lines){first_line(s.entry), last_line(b->d, s.entry)};
    spot_release(&s);
    return found;
}

uint32_t bank_edit_line(const struct bank_edit *b, const char *place)
{
    struct spot s;
    struct err none = ERR_INIT;
    bool found = spot_find(b, place, &s, &none);
    const struct ynode *node = s.entry != NULL ? s.entry : s.value != NULL ? s.value : s.map;
    spot_release(&s);
    return found && node != NULL ? first_line(node) : 0;
}

/* ---- what stands at a line ---- */

/* The last entry that begins at or above the line. */
static const struct ynode *entry_at(const struct ynode *parent, uint32_t line)
{
    const struct ynode *found = NULL;
    for (const struct ynode *c = parent->first; c != NULL && first_line(c) <= line; c = c->next)
        found = c;
    return found;
}

/* Its id, or as #n where that would not lead back to it. */
static void add_id(struct str *out, const struct ynode *item)
{
    const struct ynode *id = ynode_get(item, "id");
    if (id != NULL && id->kind == Y_SCALAR && id->len > 0 && strpbrk(id->text, "/.#") == NULL &&
        bank_by_id(item->parent, id->text) == item)
        str_add(out, id->text);
    else
        str_addf(out, "#%zu", ynode_index(item) + 1);
}

static void add_field(struct str *out, const struct fields *fields, const struct ynode *value,
                      uint32_t line)
{
    const struct field_row *row = field_find(fields, value->key->text);
    str_add(out, value->key->text);
    const struct ynode *entry = entry_at(value, line);
    if (row == NULL || entry == NULL || value->kind == Y_SCALAR)
        return;
    if (row->kind == FIELD_LIST)
        str_addf(out, ".%zu", ynode_index(entry) + 1);
    else if ((row->kind == FIELD_PAIRS || row->kind == FIELD_ANCHORS) && entry->key != NULL)
        str_addf(out, ".%s", entry->key->text);
}

/* A question or fact, and the field at the line. */
static void add_item(struct str *out, const struct fields *fields, const struct ynode *item,
                     uint32_t line)
{
    const struct ynode *field = entry_at(item, line);
    add_id(out, item);
    if (field == NULL || field->key == NULL || field_find(fields, field->key->text) == NULL)
        return;
    str_add(out, fields == &fact_fields ? "." : "/");
    add_field(out, fields, field, line);
}

static void add_level(struct str *out, const struct ynode *level, uint32_t line)
{
    str_add(out, level->key->text);
    const struct ynode *field = entry_at(level, line);
    if (field == NULL || field->key == NULL || first_line(level) == line)
        return;
    const struct ynode *item =
        strcmp(field->key->text, "questions") == 0 ? entry_at(field, line) : NULL;
    str_addc(out, '/');
    if (item != NULL)
        add_item(out, &question_fields, item, line);
    else
        add_field(out, &level_fields, field, line);
}

void bank_edit_place_at(const struct bank_edit *b, uint32_t line, struct str *out)
{
    const struct ynode *field = entry_at(b->d->root, line);
    if (field == NULL || field->key->kind != Y_SCALAR)
        return;
    bool levels = strcmp(field->key->text, "levels") == 0;
    bool facts = strcmp(field->key->text, "facts") == 0;
    const struct ynode *item = levels || facts ? entry_at(field, line) : NULL;
    if (levels && item != NULL && item->key != NULL) {
        add_level(out, item, line);
    } else if (facts && item != NULL && item->key == NULL) {
        str_add(out, "facts.");
        add_item(out, &fact_fields, item, line);
    } else if (field_find(&bank_fields, field->key->text) != NULL) {
        add_field(out, &bank_fields, field, line);
    }
}
