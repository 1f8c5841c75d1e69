#include <stdio.h>
#include <string.h>

#include "support/bank_model.h"
#include "support/bank_reading.h"

static void put_at(struct bank_model *m, const char *prefix, const char *name, const char *text)
{
    struct str place = STR_INIT;
    str_addf(&place, "%s%s", prefix, name);
    bank_model_put(m, place.s, text);
    str_release(&place);
}

static void put_list(struct bank_model *m, const char *prefix, const char *name,
                     const struct phrases *list)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < list->n; i++)
        str_addf(&text, "%s%s", i > 0 ? "\x1F" : "", list->items[i].s);
    put_at(m, prefix, name, text.s);
    str_release(&text);
}

static void put_number(struct bank_model *m, const char *prefix, const char *name, int n)
{
    char text[16];
    snprintf(text, sizeof text, "%d", n);
    put_at(m, prefix, name, n > 0 ? text : NULL);
}

static void put_question(struct bank_model *m, const char *level, const struct question *q)
{
    struct str prefix = STR_INIT;
    str_addf(&prefix, "%s/%s/", level, q->id.s);
    put_at(m, prefix.s, "id", q->id.s);
    put_at(m, prefix.s, "ask", q->ask.s);
    put_at(m, prefix.s, "competency", q->competency.s);
    put_at(m, prefix.s, "why", q->why.s);
    put_list(m, prefix.s, "expect", &q->expect);
    put_list(m, prefix.s, "red_flags", &q->red_flags);
    put_list(m, prefix.s, "probes", &q->probes);
    for (int i = 1; i <= SCALE_MAX; i++) {
        char name[] = "anchors.0";
        name[sizeof name - 2] = (char)('0' + i);
        put_at(m, prefix.s, name, q->anchors[i].s);
    }
    put_number(m, prefix.s, "minutes", q->minutes);
    put_number(m, prefix.s, "weight", q->weight == WEIGHT_ONE ? 0 : q->weight);
    put_at(m, prefix.s, "weight_reason", q->weight_reason.s);
    str_release(&prefix);
}

static bool put_level(struct bank_model *m, enum level level, const struct bank_level *l)
{
    struct str prefix = STR_INIT, order = STR_INIT;
    bool told = true;
    str_addf(&prefix, "%s/", level_name(level));
    put_at(m, prefix.s, "experience", l->experience.s);
    put_number(m, prefix.s, "minutes", l->minutes);
    put_list(m, prefix.s, "indicators", &l->indicators);
    for (size_t i = 0; i < l->n; i++) {
        struct str id = STR_INIT;
        str_addf(&id, "%s%s/id", prefix.s,
                 l->questions[i].id.s != NULL ? l->questions[i].id.s : "");
        told = told && l->questions[i].id.s != NULL && bank_model_get(m, id.s) == NULL;
        str_release(&id);
        if (!told)
            break;
        str_addf(&order, "%s%s", i > 0 ? "\x1F" : "", l->questions[i].id.s);
        put_question(m, level_name(level), &l->questions[i]);
    }
    put_at(m, prefix.s, "#", order.s);
    str_release(&prefix);
    str_release(&order);
    return told;
}

static void put_pairs(struct bank_model *m, const struct bank *b)
{
    struct str terms = STR_INIT, names = STR_INIT, facts = STR_INIT;
    for (size_t i = 0; i < b->n_glossary; i++) {
        put_at(m, "glossary.", b->glossary[i].term.s, b->glossary[i].meaning.s);
        str_addf(&terms, "%s%s", i > 0 ? "\x1F" : "", b->glossary[i].term.s);
    }
    for (size_t i = 0; i < b->n_competencies; i++) {
        put_at(m, "competencies.", b->competencies[i].id.s, b->competencies[i].meaning.s);
        str_addf(&names, "%s%s", i > 0 ? "\x1F" : "", b->competencies[i].id.s);
    }
    for (size_t i = 0; i < b->n_facts; i++) {
        struct str prefix = STR_INIT;
        str_addf(&prefix, "facts.%s.", b->facts[i].id.s);
        put_at(m, prefix.s, "id", b->facts[i].id.s);
        put_at(m, prefix.s, "ask", b->facts[i].ask.s);
        put_at(m, prefix.s, "kind",
               b->facts[i].kind != FACT_TEXT ? fact_kind_name(b->facts[i].kind) : NULL);
        str_release(&prefix);
        str_addf(&facts, "%s%s", i > 0 ? "\x1F" : "", b->facts[i].id.s);
    }
    bank_model_put(m, "glossary#", terms.s);
    bank_model_put(m, "competencies#", names.s);
    bank_model_put(m, "facts#", facts.s);
    str_release(&terms);
    str_release(&names);
    str_release(&facts);
}

static bool take(struct bank_model *m, const struct bank *b)
{
    bank_model_put(m, "bank", b->name.s);
    bank_model_put(m, "title", b->title.s);
    bank_model_put(m, "field", b->field.s);
    bank_model_put(m, "about", b->about.s);
    put_number(m, "", "scale", b->scale == SCALE_DEFAULT ? 0 : b->scale);
    put_list(m, "", "search_titles", &b->search_titles);
    put_list(m, "", "resume_phrases", &b->resume_phrases);
    put_list(m, "", "red_flags", &b->red_flags);
    put_list(m, "", "opening", &b->opening);
    put_list(m, "", "closing", &b->closing);
    put_pairs(m, b);
    bool told = true;
    for (int level = 0; level < LEVELS && told; level++)
        told = put_level(m, (enum level)level, &b->levels[level]);
    return told;
}

bool bank_model_read(struct bank_model *m, const struct str *bytes, const char *stem)
{
    *m = (struct bank_model){0};
    struct bank_reading r = bank_reading(bytes->s, bytes->len, stem);
    bool told = true;
    m->errors = findings_errors(&r.found);
    for (size_t i = 0; i < r.found.n; i++) /* reading broke off: what is behind it is not known */
        told = told && strcmp(r.found.items[i].rule, "yaml") != 0 &&
               strcmp(r.found.items[i].rule, "documents") != 0;
    for (size_t i = 0; i < r.bank.n_facts; i++)
        told = told && r.bank.facts[i].id.s != NULL;
    told = told && take(m, &r.bank);
    bank_reading_release(&r);
    return told;
}
