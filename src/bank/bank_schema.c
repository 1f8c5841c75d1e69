#include "bank/bank_schema.h"

#include <string.h>

#include "base/vec.h"
#include "domain/bank.h"

_Static_assert(sizeof(struct pair) == sizeof(struct term_entry) &&
                   offsetof(struct pair, text) == offsetof(struct term_entry, meaning) &&
                   sizeof(struct pair) == sizeof(struct competency) &&
                   offsetof(struct pair, text) == offsetof(struct competency, meaning),
               "read_pairs writes both");

/* Rows of the tables, by what the value is. */
#define TEXT_AT(name_, at_, flags_)                                                                \
    {                                                                                              \
        .name = (name_), .read = read_text, .at = (at_), .flags = (flags_)                         \
    }
#define TEXT(name_, s, member, flags_) TEXT_AT(name_, offsetof(struct s, member), flags_)
#define ID(name_, s, member)                                                                       \
    {                                                                                              \
        .name = (name_), .read = read_id, .at = offsetof(struct s, member), .flags = KEY_REQUIRED  \
    }
#define TEXTS(name_, s, member, max_, todo_)                                                       \
    {                                                                                              \
        .name = (name_), .read = read_texts, .at = offsetof(struct s, member), .flags = KEY_PROSE, \
        .max = (max_), .todo = (todo_)                                                             \
    }
#define MINUTES(s)                                                                                 \
    {                                                                                              \
        .name = "minutes", .read = read_number, .at = offsetof(struct s, minutes), .max = 240      \
    }
#define MAPPING(name_, at_, inner_, flags_)                                                        \
    {                                                                                              \
        .name = (name_), .read = read_mapping, .at = (at_), .inner = (inner_), .flags = (flags_)   \
    }
#define LIST(name_, s, member, count, inner_, flags_)                                              \
    {                                                                                              \
        .name = (name_), .read = read_list, .at = offsetof(struct s, member), .inner = (inner_),   \
        .count_at = offsetof(struct s, count), .size = sizeof *((struct s *)0)->member,            \
        .flags = (flags_)                                                                          \
    }
#define PAIRS(name_, s, member, count, flags_)                                                     \
    {                                                                                              \
        .name = (name_), .read = read_pairs, .at = offsetof(struct s, member),                     \
        .count_at = offsetof(struct s, count), .size = sizeof(struct pair), .flags = (flags_)      \
    }
#define OWN(name_, read_, todo_)                                                                   \
    {                                                                                              \
        .name = (name_), .read = (read_), .todo = (todo_)                                          \
    }

/* Questions. */

static void read_weight(struct reader *r, const struct key *k, void *dest)
{
    struct question *q = dest;
    const char *word = schema_word(r, k);
    if (word == NULL)
        return;
    if (!weight_parse(word, &q->weight)) {
        struct str quoted = schema_quoted(word);
        events_error(&r->ev, events_place(&r->ev), (struct advice){"number", k->todo},
                     "\"weight\" must be a number such as 1 or 0.5, not \"%s\"", quoted.s);
        str_release(&quoted);
    }
    events_next(&r->ev);
}

#define ANCHOR(n) TEXT_AT(#n, n * sizeof(struct phrase), KEY_FILLED | KEY_PROSE)
static const struct key anchor_keys[] = {ANCHOR(1), ANCHOR(2), ANCHOR(3), ANCHOR(4), ANCHOR(5)};

static void unknown_anchor(struct reader *r, const struct schema *s, const char *name)
{
    (void)s;
    static const struct advice advice = {
        "anchor-score", "Write the score in front of its colon as one digit: 1, 2, 3, 4 or 5."};
    struct str quoted = schema_quoted(name);
    events_error(&r->ev, events_place(&r->ev), advice, "an anchor cannot stand at \"%s\"",
                 quoted.s);
    str_release(&quoted);
}

static const struct schema anchors = {
    .what = "the anchors",
    .keys = anchor_keys,
    .n = COUNT_OF(anchor_keys),
    .unknown = unknown_anchor,
};

static const struct key question_keys[] = {
    ID("id", question, id),
    TEXT("ask", question, ask, KEY_REQUIRED | KEY_PROSE),
    ID("competency", question, competency),
    TEXT("why", question, why, KEY_PROSE),
    TEXTS("expect", question, expect, EXPECT_MAX, "Keep the eight that matter most."),
    TEXTS("red_flags", question, red_flags, FLAGS_MAX, "Keep the five that matter most."),
    TEXTS("probes", question, probes, PROBES_MAX, "Keep the three that matter most."),
    MAPPING("anchors", offsetof(struct question, anchors), &anchors, 0),
    MINUTES(question),
    OWN("weight", read_weight,
        "Write a number with at most two decimals behind a point, or leave it out."),
    TEXT("weight_reason", question, weight_reason, KEY_PROSE),
};

static void begin_question(void *dest, struct place at)
{
    struct question *q = dest;
    q->weight = WEIGHT_ONE;
    q->where = (struct phrase){NULL, at.line, at.col};
}

static void end_question(struct reader *r, const struct schema *s, const void *dest,
                         const struct seen *seen)
{
    static const struct advice advice = {
        "weight-reason",
        "Add a line \"weight_reason: ...\" that says why, or take the weight out."};
    const struct question *q = dest;
    if (q->weight != WEIGHT_ONE && q->weight_reason.s == NULL)
        events_error(&r->ev, *schema_seen(s, seen, "weight"), advice,
                     "a weight other than 1 needs a reason");
}

static const struct schema question = {
    .what = "the question",
    .keys = question_keys,
    .n = COUNT_OF(question_keys),
    .begin = begin_question,
    .done = end_question,
};

/* Levels. */

static const struct key level_keys[] = {
    TEXT("experience", bank_level, experience, KEY_PROSE),
    MINUTES(bank_level),
    TEXTS("indicators", bank_level, indicators, 0, NULL),
    LIST("questions", bank_level, questions, n, &question, KEY_REQUIRED),
};

static void begin_level(void *dest, struct place at)
{
    struct bank_level *l = dest;
    l->present = true;
    l->where = (struct phrase){NULL, at.line, at.col};
}

static void end_level(struct reader *r, const struct schema *s, const void *dest,
                      const struct seen *seen)
{
    (void)s;
    (void)seen;
    const struct bank_level *l = dest;
    schema_twins(r, &(struct twins){"the questions", l->questions, l->n, sizeof *l->questions,
                                    offsetof(struct question, id)});
}

static const struct schema level = {
    .what = "the level",
    .keys = level_keys,
    .n = COUNT_OF(level_keys),
    .begin = begin_level,
    .done = end_level,
};

static const struct key levels_keys[] = {
    MAPPING("junior", LEVEL_JUNIOR * sizeof(struct bank_level), &level, KEY_FILLED),
    MAPPING("mid", LEVEL_MID * sizeof(struct bank_level), &level, KEY_FILLED),
    MAPPING("senior", LEVEL_SENIOR * sizeof(struct bank_level), &level, KEY_FILLED),
};

static void unknown_level(struct reader *r, const struct schema *s, const char *name)
{
    struct str quoted = schema_quoted(name), todo = STR_INIT;
    const char *near = schema_nearest(s, name);
    if (near != NULL)
        str_addf(&todo, "Did you mean \"%s\"?", near);
    else
        str_add(&todo, "A level is junior, mid or senior.");
    events_error(&r->ev, events_place(&r->ev), (struct advice){"level", todo.s},
                 "there is no level \"%s\"", quoted.s);
    str_release(&todo);
    str_release(&quoted);
}

static const struct schema levels = {
    .what = "the levels",
    .keys = levels_keys,
    .n = COUNT_OF(levels_keys),
    .unknown = unknown_level,
};

/* Facts. */

static void read_fact_kind(struct reader *r, const struct key *k, void *dest)
{
    struct fact *f = dest;
    const char *word = schema_word(r, k);
    if (word == NULL)
        return;
    if (!fact_kind_parse(word, &f->kind)) {
        struct str quoted = schema_quoted(word);
        events_error(&r->ev, events_place(&r->ev), (struct advice){"fact-kind", k->todo},
                     "there is no kind of fact \"%s\"", quoted.s);
        str_release(&quoted);
    }
    events_next(&r->ev);
}

static const struct key fact_keys[] = {
    ID("id", fact, id),
    TEXT("ask", fact, ask, KEY_REQUIRED | KEY_PROSE),
    OWN("kind", read_fact_kind, "Write text, yesno, date or money."),
};

static const struct schema fact = {
    .what = "the fact",
    .keys = fact_keys,
    .n = COUNT_OF(fact_keys),
};

/* The bank. */

static void read_scale(struct reader *r, const struct key *k, void *dest)
{
    struct bank *b = dest;
    const char *word = schema_word(r, k);
    long points = 0;
    if (word == NULL)
        return;
    if (str_int(word, 1, SCALE_MAX, &points) && scale_valid((int)points)) {
        b->scale = (int)points;
    } else {
        struct str quoted = schema_quoted(word);
        events_error(&r->ev, events_place(&r->ev), (struct advice){"number", k->todo},
                     "\"scale\" must be 4 or 5, not \"%s\"", quoted.s);
        str_release(&quoted);
    }
    events_next(&r->ev);
}

static const struct key bank_keys[] = {
    ID("bank", bank, name),
    TEXT("title", bank, title, KEY_REQUIRED | KEY_PROSE),
    TEXT("field", bank, field, KEY_PROSE),
    TEXT("about", bank, about, KEY_PROSE),
    OWN("scale", read_scale, "Write 4 or 5, or leave the line out for five points."),
    TEXTS("search_titles", bank, search_titles, 0, NULL),
    TEXTS("resume_phrases", bank, resume_phrases, 0, NULL),
    PAIRS("glossary", bank, glossary, n_glossary, KEY_PROSE),
    PAIRS("competencies", bank, competencies, n_competencies, KEY_REQUIRED | KEY_PROSE | KEY_IDS),
    TEXTS("red_flags", bank, red_flags, 0, NULL),
    LIST("facts", bank, facts, n_facts, &fact, 0),
    TEXTS("opening", bank, opening, 0, NULL),
    TEXTS("closing", bank, closing, 0, NULL),
    MAPPING("levels", offsetof(struct bank, levels), &levels, KEY_REQUIRED),
};

static void end_bank(struct reader *r, const struct schema *s, const void *dest,
                     const struct seen *seen)
{
    (void)s;
    (void)seen;
    const struct bank *b = dest;
    schema_twins(r, &(struct twins){"the facts", b->facts, b->n_facts, sizeof *b->facts,
                                    offsetof(struct fact, id)});
}

const struct schema bank_schema = {
    .what = "the bank",
    .keys = bank_keys,
    .n = COUNT_OF(bank_keys),
    .done = end_bank,
};
