#ifndef SLATE_SCREENS_BANK_OUTLINE_H
#define SLATE_SCREENS_BANK_OUTLINE_H

/* A question bank as lines to walk: its levels with their questions, then what belongs to the bank
 * as a whole. Each line knows its place (domain/edit.h), which is all that editing needs. */

#include "base/alloc.h"
#include "base/str.h"
#include "domain/bank.h"

enum outline_kind {
    OUTLINE_LEVEL,
    OUTLINE_QUESTION,
    OUTLINE_BANK, /* title, about, lists */
    OUTLINE_FACTS,
    OUTLINE_FACT,
    OUTLINE_COMPETENCIES,
    OUTLINE_COMPETENCY,
    OUTLINE_GLOSSARY,
    OUTLINE_TERM
};

struct outline_line {
    enum outline_kind kind;
    enum level level; /* of a level and a question */
    size_t i;         /* index within its list */
    const char
        *place; /* "senior", "senior/juggling", "" of the bank, "facts", "glossary.conform" */
};

struct outline {
    struct arena arena;
    struct outline_line *items;
    size_t n, cap;
};

/* The lines of `b`; what was in it before is released. */
void outline_fill(struct outline *o, const struct bank *b);
void outline_release(struct outline *o);

/* The line of a place, or of what it lies in ("senior/juggling/expect.2" is the question's; "title"
 * the bank's); -1 for none. */
int outline_find(const struct outline *o, const char *place);

/* The words of a line: "SENIOR  5+ years, 30 min, 8 questions", "Two of your shows slip ...". */
void outline_words(struct str *out, const struct outline_line *line, const struct bank *b);
bool outline_is_heading(const struct outline_line *line);

#endif
