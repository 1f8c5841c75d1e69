#ifndef SLATE_BANK_SKETCH_H
#define SLATE_BANK_SKETCH_H

/* A bank while an importer takes it from a text, piece by piece in the order of the text, and the
 * notes on what was not understood. sketch_finish gives what the text does not have and a bank
 * needs (identifiers), says what was assumed, and writes the YAML.
 *
 * Texts handed in are copied, and cleaned of what no bank may hold (control characters). */

#include "bank/draft.h"
#include "bank/points.h"
#include "base/err.h"
#include "domain/bank.h"

#define SKETCH_NO_LEVEL (-1)

struct sketch_question {
    struct question q; /* its lists are below until the sketch is finished */
    struct phrase_list why, expect, red_flags, probes;
    struct phrase tag;       /* what the source calls its competency */
    struct phrase_list said; /* answers in prose that `expect` was split from */
    int level;               /* enum level or SKETCH_NO_LEVEL */
    bool dropped;            /* its variants for the levels stand instead */
};

struct sketch {
    struct draft *draft;
    struct bank bank;         /* of texts: what is given once; lists stand below */
    struct phrase_list about; /* lines of it */
    struct phrase_list search_titles, resume_phrases, red_flags, opening, closing;
    struct phrase_list indicators[LEVELS];
    struct {
        struct term_entry *items;
        size_t n, cap;
    } glossary;
    struct {
        struct competency *items;
        size_t n, cap;
    } competencies;
    struct {
        struct sketch_question *items;
        size_t n, cap;
    } questions;
    size_t removed; /* characters that no bank may hold */
};

void sketch_init(struct sketch *sk, struct draft *draft);
void sketch_release(struct sketch *sk);

/* `line` and, where a note is about several, `last`. */
void sketch_note(struct sketch *sk, enum draft_note_kind kind, uint32_t line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* "left out: "the text"", joined with the note before when that is about the line before. */
void sketch_leave_out(struct sketch *sk, uint32_t line, const char *s);

/* The text, clean and in the arena; s is NULL when nothing is left of it. */
struct phrase sketch_text(struct sketch *sk, const char *s, size_t n, uint32_t line);
void sketch_add(struct sketch *sk, struct phrase_list *list, const char *s, uint32_t line);

/* A new question; valid until the next one. */
struct sketch_question *sketch_ask(struct sketch *sk, int level, const char *s, uint32_t line);
void sketch_question_release(struct sketch_question *q);
/* Takes an answer in prose: split into points, with a note when it was. */
void sketch_prose(struct sketch *sk, struct sketch_question *q, const struct phrase *prose);

/* Writes draft->yaml. Fails when there is no question. */
struct sketch_names {
    const char *file; /* the source, for messages and for a title where it has none */
    const char *bank; /* the identifier of the bank; NULL: from the title */
};
bool sketch_finish(struct sketch *sk, const struct sketch_names *names, struct err *e);

#endif
