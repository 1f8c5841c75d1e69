#include <string.h>

#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"

/* The name in front of the colon, for a glossary and the competencies. */

static bool is_free(const struct spot *s, const char *name, struct err *e)
{
    const struct ynode *twin = ynode_get(s->value, name);
    return twin == NULL || twin == s->entry ||
           err_set(e, ERR_REFUSED, "\"%s\" is there already", name);
}

static bool fits(const struct spot *s, const char *name, struct err *e)
{
    static const struct field_row id = {"competencies", FIELD_ID, false, 0};
    if (name[0] == '\0' || strchr(name, '\n') != NULL)
        return err_set(e, ERR_INPUT, "it needs a name, of one line");
    return (strcmp(s->row->name, "competencies") != 0 || bank_value_fits(&id, name, e)) &&
           is_free(s, name, e);
}

static bool rename_found(struct bank_edit *b, struct spot *s, const char *name, struct err *e)
{
    struct str what = STR_INIT;
    str_add(&what, "name of the ");
    edit_place_name(&what, &s->place);
    struct yedit y = bank_edit_begin(b);
    bool same = strcmp(s->entry->key->text, name) == 0;
    bool done = same || (bank_edit_can_touch(s->entry, e) && yedit_rename(&y, s->entry, name));
    done = bank_edit_end(b, &y, (struct bank_outcome){done, what.s}, e);
    str_release(&what);
    return done;
}

bool bank_edit_rename(struct bank_edit *b, const char *place, const char *name, struct err *e)
{
    struct spot s;
    struct str text = STR_INIT;
    bool good = spot_find(b, place, &s, e) && bank_text(name, &text, e);
    if (good && (s.row == NULL || s.row->kind != FIELD_PAIRS))
        good = err_set(e, ERR_USAGE, "only terms and competencies have a name like that");
    else if (good && (s.entry == NULL || s.entry == s.value || s.entry->key == NULL))
        good = spot_missing(&s, e);
    good = good && fits(&s, text.s, e) && rename_found(b, &s, text.s, e);
    str_release(&text);
    spot_release(&s);
    return good;
}
