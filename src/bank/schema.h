#ifndef SLATE_BANK_SCHEMA_H
#define SLATE_BANK_SCHEMA_H

/* A mapping of the bank format is a table with one row per key: how its value is read, where it
 * goes, and its limits. Adding a key to the format is adding a row. The readers below serve any
 * table; those for one key only stand beside the tables (bank_schema.c).
 *
 *     static const struct key fact_keys[] = {
 *         {.name = "id", .read = read_id, .at = offsetof(struct fact, id), .flags = KEY_REQUIRED},
 *         ...
 *     };
 *     static const struct schema fact = {.what = "the fact", .keys = fact_keys, .n = ...};
 */

#include <stdint.h>

#include "bank/events.h"
#include "base/alloc.h"
#include "base/str.h"
#include "domain/phrase.h"

#define SCHEMA_KEYS 20 /* rows in one table at most */

enum key_flag {
    KEY_REQUIRED = 1, /* must be there and have a value */
    KEY_FILLED = 2,   /* may be left out, but when it is there it has a value */
    KEY_PROSE = 4,    /* sentences, which a blank and # may cut off by accident */
    KEY_IDS = 8       /* of pairs: the names are identifiers */
};

struct reader {
    struct events ev;
    struct arena *arena; /* of the bank: owns all texts */
    struct phrases_room {
        struct phrase *items;
        size_t n, cap;
    } room; /* a list of texts grows here before its size is known */
};

struct schema;
struct key {
    const char *name;
    /* Reads the value into `dest`, the struct of the mapping that the key stands in. */
    void (*read)(struct reader *r, const struct key *k, void *dest);
    size_t at; /* offset in `dest` of what the value becomes */
    unsigned flags;
    int max;                    /* entries of a list of texts (0: any), or the largest number */
    const char *todo;           /* what to do when the value is refused */
    const struct schema *inner; /* of a mapping, or of the entries of a list */
    size_t count_at, size;      /* of a list: offset in `dest` of its count, bytes of an entry */
};

/* Where each key of one mapping stood, by row; line 0: not given. */
struct seen {
    struct place at[SCHEMA_KEYS];
};

struct schema {
    const char *what; /* "the question" */
    const struct key *keys;
    size_t n;
    void (*begin)(void *dest, struct place at); /* before the first key; may be NULL */
    /* Behind the last key, for what concerns several; may be NULL. */
    void (*done)(struct reader *r, const struct schema *s, const void *dest,
                 const struct seen *seen);
    /* A key that is not in the table; NULL: a warning that names the nearest. */
    void (*unknown)(struct reader *r, const struct schema *s, const char *name);
};

/* Reads the mapping at the event. False when there was nothing in it. */
bool schema_read(struct reader *r, const struct schema *s, void *dest);

/* The key nearest to a name that is none, for "did you mean"; NULL: none is near. */
const char *schema_nearest(const struct schema *s, const char *name);

/* The value becomes ... */
void read_text(struct reader *r, const struct key *k, void *dest);    /* a struct phrase */
void read_id(struct reader *r, const struct key *k, void *dest);      /* the same, checked */
void read_texts(struct reader *r, const struct key *k, void *dest);   /* a struct phrases */
void read_number(struct reader *r, const struct key *k, void *dest);  /* an int, 1 to k->max */
void read_mapping(struct reader *r, const struct key *k, void *dest); /* a struct of k->inner's */
void read_list(struct reader *r, const struct key *k, void *dest);    /* an array of those */
void read_pairs(struct reader *r, const struct key *k, void *dest);   /* an array of struct pair */

/* What the entries of glossary and competencies are. */
struct pair {
    struct phrase name, text;
};

/* Where the key `name` of the table stood. */
const struct place *schema_seen(const struct schema *s, const struct seen *seen, const char *name);

/* For readers of one key: the text of the value, in the event until the next one. NULL, reported
 * and passed over, when there is none. */
const char *schema_word(struct reader *r, const struct key *k);

/* A text as it stands in a message: clipped and harmless. The caller releases it. */
struct str schema_quoted(const char *s);

/* Reports each of `n` items whose phrase at offset `at` stood before. */
struct twins {
    const char *what; /* where they stand: "the questions" */
    const void *items;
    size_t n, size, at;
};
void schema_twins(struct reader *r, const struct twins *t);

#endif
