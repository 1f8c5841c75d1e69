#ifndef SLATE_DOMAIN_BANK_H
#define SLATE_DOMAIN_BANK_H

/* A question bank as it stands in its file, and a kit: what one interview of one level asks.
 *
 * A bank owns its arena and so all its texts: bank_release frees everything. A kit is a view whose
 * arrays and texts belong to someone else (the bank it was cut from, or the interview that was
 * loaded with it). */

#include <stdbool.h>

#include "base/alloc.h"
#include "domain/question.h"

struct term_entry { /* of the glossary */
    struct phrase term, meaning;
};

struct competency {
    struct phrase id, meaning;
};

enum fact_kind { FACT_TEXT, FACT_YESNO, FACT_DATE, FACT_MONEY };

struct fact { /* asked, written down, never scored */
    struct phrase id, ask;
    enum fact_kind kind;
};

struct bank_level {
    bool present;
    struct phrase where;
    struct phrase experience;
    int minutes; /* 0: not given */
    struct phrases indicators;
    struct question *questions;
    size_t n;
};

struct bank {
    struct arena arena;
    struct phrase name, title, field, about;
    int scale;
    struct phrases search_titles, resume_phrases, red_flags, opening, closing;
    struct term_entry *glossary;
    size_t n_glossary;
    struct competency *competencies;
    size_t n_competencies;
    struct fact *facts;
    size_t n_facts;
    struct bank_level levels[LEVELS];
};

void bank_release(struct bank *b);

struct kit {
    const char *bank, *title; /* identifier and title of the bank */
    enum level level;
    int scale;
    int minutes; /* planned length; 0: not given */
    const char *experience;
    const char *about;
    struct question *questions;
    size_t n;
    struct phrases red_flags; /* of the interview as a whole */
    struct phrases opening, closing, indicators;
    struct term_entry *glossary;
    size_t n_glossary;
    struct competency *competencies;
    size_t n_competencies;
    struct fact *facts;
    size_t n_facts;
};

/* False when the bank has no such level, or no question in it. */
bool kit_of(const struct bank *b, enum level level, struct kit *kit);

/* SHA-256 over the ordered question hashes, competencies and weights: interviews compare when this
 * is equal. */
struct hash kit_hash(const struct kit *kit);

const char *fact_kind_name(enum fact_kind kind); /* "text" */
bool fact_kind_parse(const char *name, enum fact_kind *kind);

#endif
