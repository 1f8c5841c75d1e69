#include "bank/bank_fields.h"

#include <string.h>

#include "base/vec.h"
#include "domain/question.h"

static const struct field_row bank_rows[] = {
    {"bank", FIELD_ID, true, 0},
    {"title", FIELD_TEXT, true, 0},
    {"field", FIELD_TEXT, false, 0},
    {"about", FIELD_TEXT, false, 0},
    {"scale", FIELD_SCALE, false, 0},
    {"search_titles", FIELD_LIST, false, 0},
    {"resume_phrases", FIELD_LIST, false, 0},
    {"glossary", FIELD_PAIRS, false, 0},
    {"competencies", FIELD_PAIRS, true, 0},
    {"red_flags", FIELD_LIST, false, 0},
    {"facts", FIELD_MAPS, false, 0},
    {"opening", FIELD_LIST, false, 0},
    {"closing", FIELD_LIST, false, 0},
    {"levels", FIELD_LEVELS, true, 0},
};

static const struct field_row level_rows[] = {
    {"experience", FIELD_TEXT, false, 0},
    {"minutes", FIELD_MINUTES, false, 0},
    {"indicators", FIELD_LIST, false, 0},
    {"questions", FIELD_MAPS, true, 0},
};

static const struct field_row question_rows[] = {
    {"id", FIELD_ID, true, 0},
    {"ask", FIELD_TEXT, true, 0},
    {"competency", FIELD_ID, false, 0},
    {"why", FIELD_TEXT, false, 0},
    {"expect", FIELD_LIST, false, EXPECT_MAX},
    {"red_flags", FIELD_LIST, false, FLAGS_MAX},
    {"probes", FIELD_LIST, false, PROBES_MAX},
    {"anchors", FIELD_ANCHORS, false, 0},
    {"minutes", FIELD_MINUTES, false, 0},
    {"weight", FIELD_WEIGHT, false, 0},
    {"weight_reason", FIELD_TEXT, false, 0},
};

static const struct field_row fact_rows[] = {
    {"id", FIELD_ID, true, 0},
    {"ask", FIELD_TEXT, true, 0},
    {"kind", FIELD_KIND, false, 0},
};

const struct fields bank_fields = {"bank", bank_rows, COUNT_OF(bank_rows)};
const struct fields level_fields = {"level", level_rows, COUNT_OF(level_rows)};
const struct fields question_fields = {"question", question_rows, COUNT_OF(question_rows)};
const struct fields fact_fields = {"fact", fact_rows, COUNT_OF(fact_rows)};

const struct field_row *field_find(const struct fields *fields, const char *name)
{
    size_t i = field_rank(fields, name);
    return i < fields->n ? &fields->rows[i] : NULL;
}

size_t field_rank(const struct fields *fields, const char *name)
{
    for (size_t i = 0; i < fields->n; i++)
        if (strcmp(fields->rows[i].name, name) == 0)
            return i;
    return fields->n;
}
