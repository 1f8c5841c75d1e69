#ifndef SLATE_BANK_BANK_EDIT_PARTS_H
#define SLATE_BANK_BANK_EDIT_PARTS_H

/* What the files of bank_edit share: the text with its history, and where places stand. */

#include "bank/bank_fields.h"
#include "bank/yaml_splice.h"
#include "base/err.h"
#include "domain/edit.h"

/* A splice that was made, with what it took away: both ways exact. */
struct bank_change {
    size_t at;
    struct str out, in;
};

struct bank_step {
    struct bank_change *items;
    size_t n, cap;
    char *what;
};

struct bank_steps {
    struct bank_step *items;
    size_t n, cap;
};

struct bank_edit {
    struct yaml_doc *d;
    struct bank_steps done, undone;
};

/* ---- one edit ---- */

/* Begins one: splices are put into the result, the tree of b->d is changed into what is meant. */
struct yedit bank_edit_begin(struct bank_edit *b);
/* Ends it. `good`: the splices were made; they are tried, and what does not come out as meant is
 * refused. Else the edit was given up with `e`. Either way b->d is whole again. */
struct bank_outcome {
    bool good;
    const char *what; /* for the history */
};
bool bank_edit_end(struct bank_edit *b, struct yedit *y, struct bank_outcome outcome,
                   struct err *e);

/* ---- where a place stands ---- */

struct spot {
    struct edit_place place;
    struct ynode *map; /* that the field is in: the bank, a level, a question, a fact; or NULL */
    const struct fields *fields; /* what it may have */
    const struct field_row *row; /* of the field; NULL: the place names the map itself */
    struct ynode *value;         /* of the field as a whole; NULL: not there */
    struct ynode *entry; /* that `place` names: value, one of its entries, or the map; or NULL */
    size_t n;            /* number of an entry of a list, from 1; 0: none */
};

/* False when it names what cannot be: a level or question that is not there (`missing` allows a
 * level), a field that is unknown. Released either way. */
bool spot_find(const struct bank_edit *b, const char *place, struct spot *out, struct err *e);
void spot_release(struct spot *s);
/* "there is no question ...": sets e. */
bool spot_missing(const struct spot *s, struct err *e);

/* What goes when the place is removed: the last entry of a list takes its key with it. */
struct ynode *spot_removed(const struct spot *s);

struct ynode *bank_level_node(const struct bank_edit *b, enum level level);
struct ynode *bank_questions(const struct bank_edit *b, enum level level); /* NULL: none */
/* An entry of a list of maps by id or as #n; NULL: none. */
struct ynode *bank_by_id(const struct ynode *list, const char *id);

/* May it be changed, taken away or moved: is it not written with something slate does not edit? May
 * something be put into it? Sets e. */
bool bank_edit_can_touch(const struct ynode *node, struct err *e);
bool bank_edit_can_add(const struct ynode *node, struct err *e);
bool ynode_is_nothing(const struct ynode *node); /* an empty value, or none */

/* Puts a new key into a map at its place among the others. */
bool bank_put_key(struct yedit *y, struct ynode *map, const struct fields *fields,
                  struct ynode *node, const struct ynode *model);
struct ynode *bank_new_key(struct arena *a, const char *key, bool number, struct ynode *value);

/* `spot` names a list as a whole: its entries become the lines of `text`. */
bool bank_edit_set_list(struct bank_edit *b, const struct spot *s, const char *place,
                        const char *text, struct err *e);

/* ---- texts ---- */

/* `text` without line ends and blanks at its end, CR LF and CR as LF; added to `out`. Refused with
 * control characters or when it is no UTF-8. */
bool bank_text(const char *text, struct str *out, struct err *e);
/* May the field have that value? Sets e. */
bool bank_value_fits(const struct field_row *row, const char *text, struct err *e);

#endif
