/* From rows back to a kit: what the interview was asked with, to the letter. */

#include <stddef.h>
#include <string.h>

#include "base/vec.h"
#include "store/bank_version.h"

/* Kinds of bank_text that are a plain list of phrases, and where the list goes. */
static const struct shelf {
    const char *kind;
    size_t in_kit, in_question; /* offsets; one of them is NOWHERE */
} shelves[] = {
#define NOWHERE SIZE_MAX
    {"indicator", offsetof(struct kit, indicators), NOWHERE},
    {"red_flag", offsetof(struct kit, red_flags), NOWHERE},
    {"opening", offsetof(struct kit, opening), NOWHERE},
    {"closing", offsetof(struct kit, closing), NOWHERE},
    {"heard", NOWHERE, offsetof(struct question, expect)},
    {"flag", NOWHERE, offsetof(struct question, red_flags)},
    {"probe", NOWHERE, offsetof(struct question, probes)},
};

struct entry {
    int n;
    const char *name, *body, *type;
};

/* The rows of one kind under one peg; they come together and in order. */
struct group {
    int pos;
    char kind[24];
    struct entry *items;
    size_t n, cap;
};

static void shelve(const struct group *g, struct phrases *out, struct arena *a)
{
    out->n = g->n;
    out->items = arena_alloc(a, g->n * sizeof *out->items);
    for (size_t i = 0; i < g->n; i++)
        out->items[i].s = g->items[i].body;
}

static void take_glossary(const struct group *g, struct kit *kit, struct arena *a)
{
    kit->n_glossary = g->n;
    kit->glossary = arena_alloc(a, g->n * sizeof *kit->glossary);
    for (size_t i = 0; i < g->n; i++) {
        kit->glossary[i].term.s = g->items[i].name;
        kit->glossary[i].meaning.s = g->items[i].body;
    }
}

static void take_competencies(const struct group *g, struct kit *kit, struct arena *a)
{
    kit->n_competencies = g->n;
    kit->competencies = arena_alloc(a, g->n * sizeof *kit->competencies);
    for (size_t i = 0; i < g->n; i++) {
        kit->competencies[i].id.s = g->items[i].name;
        kit->competencies[i].meaning.s = g->items[i].body;
    }
}

static void take_facts(const struct group *g, struct kit *kit, struct arena *a)
{
    kit->n_facts = g->n;
    kit->facts = arena_alloc(a, g->n * sizeof *kit->facts);
    for (size_t i = 0; i < g->n; i++) {
        kit->facts[i].id.s = g->items[i].name;
        kit->facts[i].ask.s = g->items[i].body;
        if (g->items[i].type != NULL)
            fact_kind_parse(g->items[i].type, &kit->facts[i].kind);
    }
}

static void take_anchors(const struct group *g, struct question *q)
{
    for (size_t i = 0; i < g->n; i++)
        if (g->items[i].n >= 1 && g->items[i].n <= SCALE_MAX)
            q->anchors[g->items[i].n].s = g->items[i].body;
}

static void take_phrases(const struct group *g, struct kit *kit, struct question *q,
                         struct arena *a)
{
    for (size_t i = 0; i < COUNT_OF(shelves); i++) {
        const struct shelf *shelf = &shelves[i];
        if (strcmp(shelf->kind, g->kind) != 0)
            continue;
        if (shelf->in_kit != NOWHERE)
            shelve(g, (struct phrases *)(void *)((char *)kit + shelf->in_kit), a);
        else if (q != NULL)
            shelve(g, (struct phrases *)(void *)((char *)q + shelf->in_question), a);
    }
}

/* Kinds that are not known here (search_title) are not part of a kit. */
static void take_group(struct group *g, struct kit *kit, struct arena *a)
{
    bool of_question = g->pos >= 0 && (size_t)g->pos < kit->n;
    struct question *q = of_question ? &kit->questions[g->pos] : NULL;
    if (g->n == 0)
        return;
    if (strcmp(g->kind, "glossary") == 0)
        take_glossary(g, kit, a);
    else if (strcmp(g->kind, "competency") == 0)
        take_competencies(g, kit, a);
    else if (strcmp(g->kind, "fact") == 0)
        take_facts(g, kit, a);
    else if (strcmp(g->kind, "anchor") == 0 && q != NULL)
        take_anchors(g, q);
    else
        take_phrases(g, kit, q, a);
    g->n = 0;
}

static void turn_to(struct group *g, int pos, const char *kind, struct kit *kit, struct arena *a)
{
    if (g->pos == pos && strcmp(g->kind, kind) == 0)
        return;
    take_group(g, kit, a);
    g->pos = pos;
    size_t n = strlen(kind);
    n = n < sizeof g->kind ? n : sizeof g->kind - 1;
    memcpy(g->kind, kind, n);
    g->kind[n] = '\0';
}

static bool load_texts(struct store *s, int64_t version, struct kit *kit, struct arena *a,
                       struct err *e)
{
    static const char TEXTS[] = "SELECT pos, kind, n, name, body, type FROM bank_text"
                                " WHERE bank_version = ?1 AND level IN ('', ?2)"
                                " ORDER BY level, pos, kind, n";
    struct group g = {.pos = -2};
    struct query q;
    query_start(&q, s, TEXTS, ARGS(I(version), T(level_name(kit->level))));
    while (query_row(&q)) {
        turn_to(&g, (int)query_int(&q, 0), query_text(&q, 1), kit, a);
        *VEC_PUSH(&g) = (struct entry){(int)query_int(&q, 2), query_dup(&q, 3, a),
                                       query_dup(&q, 4, a), query_dup(&q, 5, a)};
    }
    take_group(&g, kit, a);
    VEC_RELEASE(&g);
    return query_end(&q, e);
}

static bool load_questions(struct store *s, int64_t version, struct kit *kit, struct arena *a,
                           struct err *e)
{
    static const char QUESTIONS[] =
        "SELECT qid, ask, competency, why, minutes, weight, weight_reason FROM bank_question"
        " WHERE bank_version = ?1 AND level = ?2 ORDER BY pos";
    struct query q;
    size_t room = kit->n;
    kit->questions = arena_alloc(a, room * sizeof *kit->questions);
    kit->n = 0;
    query_start(&q, s, QUESTIONS, ARGS(I(version), T(level_name(kit->level))));
    while (kit->n < room && query_row(&q)) {
        struct question *to = &kit->questions[kit->n++];
        to->id.s = query_dup(&q, 0, a);
        to->ask.s = query_dup(&q, 1, a);
        to->competency.s = query_dup(&q, 2, a);
        to->why.s = query_dup(&q, 3, a);
        to->minutes = (int)query_int(&q, 4);
        to->weight = (int)query_int(&q, 5);
        to->weight_reason.s = query_dup(&q, 6, a);
    }
    return query_end(&q, e);
}

static bool load_frame(struct store *s, int64_t version, struct kit *kit, struct arena *a,
                       struct err *e)
{
    static const char FRAME[] =
        "SELECT b.name, b.title, b.scale, b.about, l.questions, l.minutes, l.experience"
        " FROM bank_version b JOIN bank_level l ON l.bank_version = b.id"
        " WHERE b.id = ?1 AND l.level = ?2";
    struct query q;
    query_start(&q, s, FRAME, ARGS(I(version), T(level_name(kit->level))));
    if (query_row(&q)) {
        kit->bank = query_dup(&q, 0, a);
        kit->title = query_dup(&q, 1, a);
        kit->scale = (int)query_int(&q, 2);
        kit->about = query_dup(&q, 3, a);
        kit->n = (size_t)query_int(&q, 4);
        kit->minutes = (int)query_int(&q, 5);
        kit->experience = query_dup(&q, 6, a);
    }
    return query_end(&q, e);
}

bool bank_version_kit(struct store *s, const struct head *head, struct kit *kit, struct arena *a,
                      struct err *e)
{
    *kit = (struct kit){.level = head->level};
    return load_frame(s, head->bank_version, kit, a, e) &&
           load_questions(s, head->bank_version, kit, a, e) &&
           load_texts(s, head->bank_version, kit, a, e);
}
