#include "screens/bank_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "domain/edit.h"

#define ONE_A_LINE " One a line."

/* clang-format off */
#define QUESTION_BEGIN                                                                             \
    {.key = "ask", .label = "Question", .kind = FORM_NOTE, .lines = 3,                             \
     .hint = "What every candidate is asked, word for word."},                                     \
    {.key = "competency", .label = "Competency", .kind = FORM_TEXT,                                \
     .hint = "What it measures: one of the bank's competencies."},                                 \
    {.key = "why", .label = "Why ask it", .kind = FORM_NOTE, .lines = 2,                           \
     .hint = "For the interviewer: what the answer shows."},                                       \
    {.key = "expect", .label = "Listen for", .kind = FORM_NOTE, .lines = 6,                        \
     .hint = "What a good answer covers, at most 8, each up to 74 columns." ONE_A_LINE},           \
    {.key = "red_flags", .label = "Red flags", .kind = FORM_NOTE, .lines = 4,                      \
     .hint = "What should worry you, at most 5." ONE_A_LINE},                                      \
    {.key = "probes", .label = "Probes", .kind = FORM_NOTE, .lines = 3,                            \
     .hint = "Planned follow-up questions, at most 3." ONE_A_LINE}
#define ANCHOR(n, what)                                                                            \
    {.key = "anchors." #n, .label = "Score " #n, .kind = FORM_NOTE, .lines = 2, .hint = what}
#define QUESTION_END                                                                               \
    {.key = "minutes", .label = "Minutes", .kind = FORM_TEXT,                                      \
     .hint = "How long it should take; empty for no limit."},                                      \
    {.key = "weight", .label = "Weight", .kind = FORM_TEXT,                                        \
     .hint = "How much it counts: 1 unless there is a reason."},                                   \
    {.key = "weight_reason", .label = "Weight because", .kind = FORM_TEXT,                         \
     .hint = "Needed for a weight other than 1."},                                                 \
    {.key = "id", .label = "Name", .kind = FORM_TEXT,                                              \
     .hint = "A short name of its own: small letters, digits and hyphens."}

static const struct form_row question_rows[] = {
    QUESTION_BEGIN,
    ANCHOR(1, "What the lowest score looks like at this level."),
    ANCHOR(2, "In between; may be left out."),
    ANCHOR(3, "What the middle of the scale looks like at this level."),
    ANCHOR(4, "In between; may be left out."),
    ANCHOR(5, "What the highest score looks like at this level."),
    QUESTION_END,
};

static const struct form_row question_rows_of_4[] = {
    QUESTION_BEGIN,
    ANCHOR(1, "What the lowest score looks like at this level."),
    ANCHOR(2, "This one or that of 3 is needed."),
    ANCHOR(3, "This one or that of 2 is needed."),
    ANCHOR(4, "What the highest score looks like at this level."),
    QUESTION_END,
};

static const struct form_row level_rows[] = {
    {.key = "experience", .label = "Experience", .kind = FORM_TEXT, .hint = "Such as: 5+ years"},
    {.key = "minutes", .label = "Minutes", .kind = FORM_TEXT,
     .hint = "The length of an interview at this level."},
    {.key = "indicators", .label = "Indicators", .kind = FORM_NOTE, .lines = 8,
     .hint = "What this level looks like." ONE_A_LINE},
};

static const struct form_row whole_bank_rows[] = {
    {.key = "title", .label = "Title", .kind = FORM_TEXT, .hint = "The role, as it is called."},
    {.key = "field", .label = "Field", .kind = FORM_TEXT, .hint = "Such as: Post-production"},
    {.key = "about", .label = "About", .kind = FORM_NOTE, .lines = 6,
     .hint = "What a recruiter reads before the call."},
    {.key = "search_titles", .label = "Search titles", .kind = FORM_NOTE, .lines = 4,
     .hint = "Job titles to search for." ONE_A_LINE},
    {.key = "resume_phrases", .label = "Resume phrases", .kind = FORM_NOTE, .lines = 4,
     .hint = "What it looks like on a resume." ONE_A_LINE},
    {.key = "red_flags", .label = "Red flags", .kind = FORM_NOTE, .lines = 4,
     .hint = "Of the interview as a whole, at most 5." ONE_A_LINE},
    {.key = "opening", .label = "Opening", .kind = FORM_NOTE, .lines = 4,
     .hint = "Steps before the first question." ONE_A_LINE},
    {.key = "closing", .label = "Closing", .kind = FORM_NOTE, .lines = 4,
     .hint = "Steps after the last question." ONE_A_LINE},
};

static const char *const kinds[] = {"text", "yesno", "date", "money"};

static const struct form_row fact_rows[] = {
    {.key = "ask", .label = "Question", .kind = FORM_NOTE, .lines = 2,
     .hint = "Asked and written down, never scored."},
    {.key = "kind", .label = "Answer is a", .kind = FORM_CHOICE, .choices = kinds,
     .n = COUNT_OF(kinds), .hint = "What the answer will be."},
    {.key = "id", .label = "Name", .kind = FORM_TEXT,
     .hint = "A short name of its own: small letters, digits and hyphens."},
};

#define MEANING                                                                                    \
    {.key = "", .label = "Meaning", .kind = FORM_NOTE, .lines = 6,                                 \
     .hint = "In words for someone who never worked in the field."}

static const struct form_row term_rows[] = {
    MEANING,
    {.key = "id", .label = "Word", .kind = FORM_TEXT,
     .hint = "As it is used in the questions."},
};

static const struct form_row competency_rows[] = {
    MEANING,
    {.key = "id", .label = "Name", .kind = FORM_TEXT,
     .hint = "One word; the questions that measure it change with it."},
};
/* clang-format on */

#define ROWS(list) (*n = COUNT_OF(list), (list))

const struct form_row *bank_rows(enum outline_kind kind, int scale, size_t *n)
{
    switch (kind) {
    case OUTLINE_QUESTION:
        return scale == 4 ? ROWS(question_rows_of_4) : ROWS(question_rows);
    case OUTLINE_LEVEL:
        return ROWS(level_rows);
    case OUTLINE_BANK:
        return ROWS(whole_bank_rows);
    case OUTLINE_FACT:
        return ROWS(fact_rows);
    case OUTLINE_COMPETENCY:
        return ROWS(competency_rows);
    case OUTLINE_TERM:
        return ROWS(term_rows);
    default:
        *n = 0;
        return NULL;
    }
}

/* ---- present texts ---- */

static void add_phrase(struct str *out, const struct phrase *p)
{
    if (p->s != NULL)
        str_add(out, p->s);
}

/* An entry is one line here. */
static void add_phrases(struct str *out, const struct phrases *list)
{
    for (size_t i = 0; i < list->n; i++) {
        if (i > 0)
            str_addc(out, '\n');
        if (list->items[i].s != NULL)
            edit_show_breaks(out, list->items[i].s);
    }
}

static void add_number(struct str *out, int n)
{
    if (n > 0)
        str_addf(out, "%d", n);
}

static void add_weight(struct str *out, int hundredths)
{
    str_addf(out, "%d", hundredths / WEIGHT_ONE);
    if (hundredths % WEIGHT_ONE == 0)
        return;
    str_addf(out, ".%02d", hundredths % WEIGHT_ONE);
    if (hundredths % 10 == 0)
        str_splice(out, out->len - 1, 1, "", 0);
}

static bool is(const char *field, const char *name)
{
    return strcmp(field, name) == 0;
}

static void question_text(struct str *out, const struct question *q, const char *field)
{
    if (strncmp(field, "anchors.", 8) == 0)
        add_phrase(out, &q->anchors[field[8] - '0']);
    else if (is(field, "ask"))
        add_phrase(out, &q->ask);
    else if (is(field, "competency"))
        add_phrase(out, &q->competency);
    else if (is(field, "why"))
        add_phrase(out, &q->why);
    else if (is(field, "expect"))
        add_phrases(out, &q->expect);
    else if (is(field, "red_flags"))
        add_phrases(out, &q->red_flags);
    else if (is(field, "probes"))
        add_phrases(out, &q->probes);
    else if (is(field, "minutes"))
        add_number(out, q->minutes);
    else if (is(field, "weight") && q->weight != WEIGHT_ONE)
        add_weight(out, q->weight);
    else if (is(field, "weight_reason"))
        add_phrase(out, &q->weight_reason);
    else if (is(field, "id"))
        add_phrase(out, &q->id);
}

static void level_text(struct str *out, const struct bank_level *l, const char *field)
{
    if (is(field, "experience"))
        add_phrase(out, &l->experience);
    else if (is(field, "minutes"))
        add_number(out, l->minutes);
    else
        add_phrases(out, &l->indicators);
}

static void bank_text(struct str *out, const struct bank *b, const char *field)
{
    const struct {
        const char *name;
        const struct phrase *text;
        const struct phrases *list;
    } fields[] = {
        {"title", &b->title, NULL},
        {"field", &b->field, NULL},
        {"about", &b->about, NULL},
        {"search_titles", NULL, &b->search_titles},
        {"resume_phrases", NULL, &b->resume_phrases},
        {"red_flags", NULL, &b->red_flags},
        {"opening", NULL, &b->opening},
        {"closing", NULL, &b->closing},
    };
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (is(field, fields[i].name) && fields[i].text != NULL)
            add_phrase(out, fields[i].text);
        else if (is(field, fields[i].name))
            add_phrases(out, fields[i].list);
}

static void fact_text(struct str *out, const struct fact *f, const char *field)
{
    if (is(field, "ask"))
        add_phrase(out, &f->ask);
    else if (is(field, "kind"))
        str_add(out, fact_kind_name(f->kind));
    else
        add_phrase(out, &f->id);
}

void bank_rows_text(struct str *out, const struct bank *b, const struct outline_line *line,
                    const char *field)
{
    switch (line->kind) {
    case OUTLINE_QUESTION:
        question_text(out, &b->levels[line->level].questions[line->i], field);
        break;
    case OUTLINE_LEVEL:
        level_text(out, &b->levels[line->level], field);
        break;
    case OUTLINE_BANK:
        bank_text(out, b, field);
        break;
    case OUTLINE_FACT:
        fact_text(out, &b->facts[line->i], field);
        break;
    case OUTLINE_COMPETENCY:
        add_phrase(out, is(field, "id") ? &b->competencies[line->i].id
                                        : &b->competencies[line->i].meaning);
        break;
    case OUTLINE_TERM:
        add_phrase(out,
                   is(field, "id") ? &b->glossary[line->i].term : &b->glossary[line->i].meaning);
        break;
    default:
        break;
    }
}

void bank_rows_place(struct str *out, const char *place, const char *field)
{
    bool fact = strncmp(place, "facts.", 6) == 0;
    str_add(out, place);
    if (strncmp(place, "glossary.", 9) == 0 || strncmp(place, "competencies.", 13) == 0)
        return; /* the name and its text stand at one place */
    if (place[0] != '\0' && field[0] != '\0')
        str_addc(out, fact ? '.' : '/');
    str_add(out, field);
}
