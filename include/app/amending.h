#ifndef SLATE_APP_AMENDING_H
#define SLATE_APP_AMENDING_H

/* Correcting a submitted interview openly: what was recorded stays, a correction with its reason
 * stands beside it, and the composite follows. A question that turned out to be a bad one is voided
 * for every interview of its kit.
 *
 *     struct amend_request r = {.id = 7, .slot = {FIELD_MARK, 2, 0}, .value = "4",
 *                               .reason = "misheard the year"};
 *     if (!amend_set(app, &r, &e)) ... */

#include "app/amend_words.h"
#include "app/app.h"
#include "domain/interview.h"
#include "domain/past.h"

/* ---- what may be amended ---- */

struct amend_item {
    struct slot slot;
    const char *heading; /* "3 overrun", on the first item of its group, else NULL */
    const char *what;    /* "score", "heard: One master schedule ..." */
    const char *now;     /* the value in words; "" for an empty text */
    const char *was;     /* as it was submitted; NULL when it was never amended */
};
struct amend_items {
    struct arena arena; /* owns the texts */
    struct amend_item *items;
    size_t n, cap;
};
/* In the order of the interview: of each question score, points heard, flags, probes and note, then
 * questions off script, then what concerns the whole. `out` is filled anew. */
void amend_list(const struct interview *iv, struct amend_items *out);
void amend_items_release(struct amend_items *items);

/* A question by its number as on the scorecard (from 1, those off script behind the others) or its
 * identifier: the position of its answer. */
bool amend_find(const struct interview *iv, const char *which, int *pos, struct err *e);

/* ---- amending ---- */

struct amend_request {
    int64_t id;
    struct slot slot;
    const char *value, *reason;
};
/* Fails, and changes nothing, unless the value may stand there and the reason says something. */
bool amend_set(struct app *app, const struct amend_request *r, struct err *e);

/* A decision taken again; appended, with its reason. */
bool amend_decide(struct app *app, int64_t id, enum decision d, const char *reason, struct err *e);

/* ---- voiding ---- */

/* One question of one kit. The texts belong to what it was found in. */
struct void_target {
    struct hash kit, question;
    const char *id, *ask;
};
/* Of an interview that was loaded; `pos` must be a scripted answer. */
struct void_target void_target_of(const struct interview *iv, int pos);
/* Of a question bank: the level that has the question, or the one that is named (-1: any). */
bool void_target_in(const struct bank *b, const char *question, int level, struct void_target *out,
                    struct err *e);

/* How it stands, before anything is done; arena_release(&out->arena). */
bool void_look(struct app *app, const struct void_target *t, struct void_state *out, struct err *e);
/* Takes it out of every result, or back in. `changed`: submitted interviews that it concerned. */
struct void_request {
    struct void_target target;
    bool on;
    const char *reason;
};
bool void_set(struct app *app, const struct void_request *r, int64_t *changed, struct err *e);
/* What to be warned of before voiding, as a sentence; "" when enough questions remain. */
void void_add_warning(struct str *out, const struct void_state *v);

/* ---- history ---- */

struct history_line {
    enum past_kind kind;
    int64_t at; /* UTC ms */
    const char *who, *what;
    const char *old, *new, *reason; /* in words; NULL where there is none */
};
struct history_lines {
    struct arena arena;
    struct history_line *items;
    size_t n, cap;
};
/* All that happened, in order. Of an interview that is still open no score is told. */
bool history_lines(struct app *app, const struct interview *iv, struct history_lines *out,
                   struct err *e);
void history_lines_release(struct history_lines *h);

/* The same as text, `width` columns, and as JSON. */
void history_text(const struct history_lines *h, const struct interview *iv, int width,
                  struct str *out);
void history_json(const struct history_lines *h, const struct interview *iv, struct str *out);

#endif
