#ifndef SLATE_BANK_BANK_FIELDS_H
#define SLATE_BANK_BANK_FIELDS_H

/* What may be edited, and in which order new keys stand: the tables of bank_schema.c, as far as
 * editing needs them. */

#include <stdbool.h>
#include <stddef.h>

enum field_kind {
    FIELD_TEXT,
    FIELD_ID,
    FIELD_MINUTES,
    FIELD_WEIGHT,
    FIELD_SCALE,
    FIELD_KIND,    /* of a fact */
    FIELD_LIST,    /* of texts */
    FIELD_PAIRS,   /* names with texts */
    FIELD_ANCHORS, /* scores with texts */
    FIELD_MAPS,    /* a list of questions or facts */
    FIELD_LEVELS
};

struct field_row {
    const char *name;
    enum field_kind kind;
    bool required;
    size_t max; /* entries of a list; 0: any */
};

struct fields {
    const char *what; /* "question" */
    const struct field_row *rows;
    size_t n;
};

extern const struct fields bank_fields, level_fields, question_fields, fact_fields;

const struct field_row *field_find(const struct fields *fields, const char *name);
/* Where a key stands among the others; fields->n for one that is unknown. */
size_t field_rank(const struct fields *fields, const char *name);

#endif
