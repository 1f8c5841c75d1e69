#include "screens/bank_outline.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static void add_line(struct outline *o, struct outline_line line, const char *place)
{
    line.place = arena_dup(&o->arena, place);
    *VEC_PUSH(o) = line;
}

/* ---- questions: by id, or by number where the id does not tell one from another ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Those that can stand in a place, sorted; returns how many. To be freed. */
static const char **usable_ids(const struct bank_level *l, size_t *n)
{
    const char **ids = xcalloc(l->n > 0 ? l->n : 1, sizeof *ids);
    *n = 0;
    for (size_t i = 0; i < l->n; i++) {
        const char *id = l->questions[i].id.s;
        if (id != NULL && id[0] != '\0' && id[0] != '#' && strchr(id, '/') == NULL)
            ids[(*n)++] = id;
    }
    qsort(ids, *n, sizeof *ids, by_text);
    return ids;
}

static bool is_own(const char *id, const char *const *ids, size_t n)
{
    if (id == NULL || n == 0)
        return false;
    const char *const *at = bsearch(&id, ids, n, sizeof *ids, by_text);
    return at != NULL && (at == ids || strcmp(at[-1], id) != 0) &&
           (at + 1 == ids + n || strcmp(at[1], id) != 0);
}

static void add_level(struct outline *o, const struct bank *b, enum level level)
{
    const struct bank_level *l = &b->levels[level];
    struct str place = STR_INIT;
    size_t n;
    if (!l->present)
        return;
    const char **ids = usable_ids(l, &n);
    add_line(o, (struct outline_line){OUTLINE_LEVEL, level, 0, NULL}, level_name(level));
    for (size_t i = 0; i < l->n; i++) {
        const char *id = l->questions[i].id.s;
        str_clear(&place);
        if (is_own(id, ids, n))
            str_addf(&place, "%s/%s", level_name(level), id);
        else
            str_addf(&place, "%s/#%zu", level_name(level), i + 1);
        add_line(o, (struct outline_line){OUTLINE_QUESTION, level, i, NULL}, place.s);
    }
    free(ids);
    str_release(&place);
}

/* A heading and an entry for each of `n`, which are called list.name(i). */
struct section {
    enum outline_kind heading, entry;
    const char *list;
    size_t n;
    const char *(*name)(const struct bank *b, size_t i);
};

static const char *fact_name(const struct bank *b, size_t i)
{
    return b->facts[i].id.s;
}

static const char *competency_name(const struct bank *b, size_t i)
{
    return b->competencies[i].id.s;
}

static const char *term_name(const struct bank *b, size_t i)
{
    return b->glossary[i].term.s;
}

static void add_section(struct outline *o, const struct bank *b, const struct section *s)
{
    struct str place = STR_INIT;
    add_line(o, (struct outline_line){s->heading, LEVELS, 0, NULL}, s->list);
    for (size_t i = 0; i < s->n; i++) {
        const char *name = s->name(b, i);
        str_clear(&place);
        if (name != NULL)
            str_addf(&place, "%s.%s", s->list, name);
        else
            str_addf(&place, "%s.#%zu", s->list, i + 1);
        add_line(o, (struct outline_line){s->entry, LEVELS, i, NULL}, place.s);
    }
    str_release(&place);
}

void outline_fill(struct outline *o, const struct bank *b)
{
    const struct section sections[] = {
        {OUTLINE_FACTS, OUTLINE_FACT, "facts", b->n_facts, fact_name},
        {OUTLINE_COMPETENCIES, OUTLINE_COMPETENCY, "competencies", b->n_competencies,
         competency_name},
        {OUTLINE_GLOSSARY, OUTLINE_TERM, "glossary", b->n_glossary, term_name},
    };
    outline_release(o);
    for (int level = 0; level < LEVELS; level++)
        add_level(o, b, (enum level)level);
    add_line(o, (struct outline_line){OUTLINE_BANK, LEVELS, 0, NULL}, "");
    for (size_t i = 0; i < COUNT_OF(sections); i++)
        add_section(o, b, &sections[i]);
}

void outline_release(struct outline *o)
{
    VEC_RELEASE(o);
    arena_release(&o->arena);
}

/* Is `place` the line's own, or does it go on behind it with "/" or "."? */
static bool lies_in(const char *place, const char *line)
{
    size_t n = strlen(line);
    return n > 0 && strncmp(place, line, n) == 0 &&
           (place[n] == '\0' || place[n] == '/' || place[n] == '.');
}

int outline_find(const struct outline *o, const char *place)
{
    int best = -1;
    size_t length = 0;
    for (size_t i = 0; i < o->n; i++) {
        size_t n = strlen(o->items[i].place);
        if (o->items[i].kind == OUTLINE_BANK ? best < 0
                                             : lies_in(place, o->items[i].place) && n >= length) {
            best = (int)i;
            length = n;
        }
    }
    return best;
}

bool outline_is_heading(const struct outline_line *line)
{
    return line->kind == OUTLINE_LEVEL || line->kind == OUTLINE_BANK ||
           line->kind == OUTLINE_FACTS || line->kind == OUTLINE_COMPETENCIES ||
           line->kind == OUTLINE_GLOSSARY;
}

static const char *or_none(const char *text)
{
    return text != NULL ? text : "(no text yet)";
}

static void level_words(struct str *out, const struct bank_level *l, enum level level)
{
    for (const char *p = level_name(level); *p != '\0'; p++)
        str_addc(out, (char)toupper((unsigned char)*p));
    str_addf(out, "  %zu question%s", l->n, l->n == 1 ? "" : "s");
    if (l->minutes > 0)
        str_addf(out, ", %d min", l->minutes);
}

static void section_words(struct str *out, const char *name, size_t n)
{
    str_addf(out, "%s  %zu", name, n);
}

void outline_words(struct str *out, const struct outline_line *line, const struct bank *b)
{
    switch (line->kind) {
    case OUTLINE_LEVEL:
        level_words(out, &b->levels[line->level], line->level);
        break;
    case OUTLINE_QUESTION:
        str_addf(out, "%2zu  %s", line->i + 1,
                 or_none(b->levels[line->level].questions[line->i].ask.s));
        break;
    case OUTLINE_BANK:
        str_add(out, "THE BANK  title, about, lists");
        break;
    case OUTLINE_FACTS:
        section_words(out, "FACTS", b->n_facts);
        break;
    case OUTLINE_FACT:
        str_add(out, or_none(b->facts[line->i].ask.s));
        break;
    case OUTLINE_COMPETENCIES:
        section_words(out, "COMPETENCIES", b->n_competencies);
        break;
    case OUTLINE_COMPETENCY:
        str_add(out, or_none(b->competencies[line->i].id.s));
        break;
    case OUTLINE_GLOSSARY:
        section_words(out, "GLOSSARY", b->n_glossary);
        break;
    case OUTLINE_TERM:
        str_add(out, or_none(b->glossary[line->i].term.s));
        break;
    }
}
