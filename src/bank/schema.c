#include "bank/schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/options.h"
#include "base/text.h"
#include "base/vec.h"

#define QUOTED_COLUMNS 40

struct str schema_quoted(const char *s)
{
    struct str t = STR_INIT;
    text_clip(&t, s, QUOTED_COLUMNS);
    return t;
}

/* A mapping while it is read. */
struct mapping {
    const struct schema *schema;
    void *dest;
    struct place start;
    bool block;
    size_t next; /* row behind the last one found: keys mostly come in the table's order */
    struct seen seen;
};

static const struct key *find_key(struct mapping *m, const char *name)
{
    for (size_t tried = 0; tried < m->schema->n; tried++) {
        size_t row = m->next++;
        if (m->next == m->schema->n)
            m->next = 0;
        const struct key *k = &m->schema->keys[row];
        if (k->name[0] == name[0] && strcmp(k->name, name) == 0)
            return k;
    }
    return NULL;
}

const char *schema_nearest(const struct schema *s, const char *name)
{
    const char *names[SCHEMA_KEYS + 1] = {NULL};
    for (size_t i = 0; i < s->n; i++)
        names[i] = s->keys[i].name;
    struct str small = STR_INIT;
    for (; *name != '\0'; name++)
        str_addc(&small, (char)tolower((unsigned char)*name));
    const char *near = options_nearest(small.s, names);
    str_release(&small);
    return near;
}

static void add_names(struct str *out, const struct schema *s)
{
    str_add(out, "Delete it, or use one of the names known here: ");
    for (size_t i = 0; i < s->n; i++)
        str_addf(out, "%s%s", s->keys[i].name, i + 1 < s->n ? ", " : ".");
}

static void warn_unknown(struct reader *r, const struct schema *s, const char *name)
{
    struct str quoted = schema_quoted(name), todo = STR_INIT;
    const char *near = schema_nearest(s, name);
    if (near != NULL)
        str_addf(&todo, "Did you mean \"%s\"?", near);
    else
        add_names(&todo, s);
    if (*name == '\0')
        events_warn(&r->ev, events_place(&r->ev), (struct advice){"unknown-key", todo.s},
                    "there is nothing in front of this colon");
    else
        events_warn(&r->ev, events_place(&r->ev), (struct advice){"unknown-key", todo.s},
                    "\"%s\" is not known in %s and is passed over", quoted.s, s->what);
    str_release(&todo);
    str_release(&quoted);
}

/* libyaml does not say whether a key was written with a question mark, but in a block all other
 * keys begin in the column of the mapping. */
static bool simple_key(const struct reader *r, const struct mapping *m)
{
    return events_is_text(&r->ev) && (!m->block || events_place(&r->ev).col == m->start.col);
}

static void refuse_key(struct reader *r)
{
    static const struct advice advice = {
        "complex-key",
        "Write a name and a colon; put a text that begins with ?, [ or { in quotes."};
    if (r->ev.event.type != YAML_ALIAS_EVENT)
        events_error(&r->ev, events_place(&r->ev), advice,
                     "a name in front of a colon must be one plain word");
}

static void refuse_second(struct reader *r, const struct key *k, uint32_t first)
{
    static const struct advice advice = {"duplicate-key", "Keep one of the two."};
    events_error(&r->ev, events_place(&r->ev), advice, "\"%s\" stands here twice, first in line %u",
                 k->name, first);
}

static void refuse_odd_blank(struct reader *r)
{
    static const struct advice advice = {
        "indentation", "Replace it by ordinary blanks; it came with text copied from elsewhere."};
    events_error(&r->ev, events_place(&r->ev), advice,
                 "a no-break space stands in front of this line");
}

/* Between { and } a comma inside a text ends it, and the rest looks like a name. */
static void warn_comma(struct reader *r, const char *name)
{
    static const struct advice advice = {
        "unknown-key", "If it belongs to the text in front of the comma, put all of it in quotes."};
    struct str quoted = schema_quoted(name);
    events_warn(&r->ev, events_place(&r->ev), advice,
                "\"%s\" is taken for a name behind this comma and is passed over", quoted.s);
    str_release(&quoted);
}

static void skip_entry(struct reader *r)
{
    events_skip(&r->ev);
    if (events_inside(&r->ev))
        events_skip(&r->ev);
}

static void read_entry(struct reader *r, struct mapping *m)
{
    if (!simple_key(r, m)) {
        refuse_key(r);
        skip_entry(r);
        return;
    }
    const struct schema *s = m->schema;
    const char *name = (const char *)r->ev.event.data.scalar.value;
    const struct key *k = find_key(m, name);
    struct place *seen = k != NULL ? &m->seen.at[k - s->keys] : NULL;
    if (k != NULL && seen->line == 0) {
        *seen = events_place(&r->ev);
        events_next(&r->ev);
        if (!r->ev.stopped)
            k->read(r, k, m->dest);
        return;
    }
    if (k != NULL)
        refuse_second(r, k, seen->line);
    else if (strncmp(name, "\xC2\xA0", 2) == 0)
        refuse_odd_blank(r);
    else if (!m->block && s->unknown == NULL && schema_nearest(s, name) == NULL)
        warn_comma(r, name);
    else
        (s->unknown != NULL ? s->unknown : warn_unknown)(r, s, name);
    skip_entry(r);
}

static void report_missing(struct reader *r, const struct mapping *m)
{
    const struct schema *s = m->schema;
    for (size_t i = 0; i < s->n; i++) {
        if (m->seen.at[i].line > 0 || !(s->keys[i].flags & KEY_REQUIRED))
            continue;
        struct str todo = STR_INIT;
        str_addf(&todo, "Add a line that begins with \"%s:\".", s->keys[i].name);
        events_doubt(&r->ev, events_end(&r->ev), m->start, (struct advice){"missing", todo.s},
                     "%s has no \"%s\"", s->what, s->keys[i].name);
        str_release(&todo);
    }
}

bool schema_read(struct reader *r, const struct schema *s, void *dest)
{
    struct mapping m = {.schema = s, .dest = dest, .start = events_place(&r->ev)};
    m.block = r->ev.event.data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE;
    if (s->begin != NULL)
        s->begin(dest, m.start);
    events_next(&r->ev);
    bool any = events_inside(&r->ev);
    while (events_inside(&r->ev))
        read_entry(r, &m);
    /* What is missing when the reading broke off may stand further down. */
    if (r->ev.stopped)
        return true;
    report_missing(r, &m);
    if (s->done != NULL)
        s->done(r, s, dest, &m.seen);
    events_next(&r->ev);
    return any;
}

static const struct phrase *twin_at(const struct twins *t, size_t i)
{
    return (const struct phrase *)(const void *)((const char *)t->items + i * t->size + t->at);
}

static int by_text(const void *left, const void *right)
{
    const struct phrase *a = *(const struct phrase *const *)left;
    const struct phrase *b = *(const struct phrase *const *)right;
    int order = strcmp(a->s, b->s);
    if (order != 0)
        return order;
    return a->line != b->line ? (a->line < b->line ? -1 : 1)
                              : (a->col > b->col) - (a->col < b->col);
}

static void report_twin(struct reader *r, const char *what, const struct phrase *first,
                        const struct phrase *second)
{
    static const struct advice advice = {"duplicate", "Change one of the two."};
    struct str quoted = schema_quoted(second->s);
    events_error(&r->ev, (struct place){second->line, second->col}, advice,
                 "\"%s\" stands twice in %s, first in line %u", quoted.s, what, first->line);
    str_release(&quoted);
}

const struct place *schema_seen(const struct schema *s, const struct seen *seen, const char *name)
{
    size_t row = 0;
    while (row + 1 < s->n && strcmp(s->keys[row].name, name) != 0)
        row++;
    return &seen->at[row];
}

void schema_twins(struct reader *r, const struct twins *t)
{
    const struct phrase **all = xcalloc(t->n, sizeof(const struct phrase *));
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        if (twin_at(t, i)->s != NULL)
            all[n++] = twin_at(t, i);
    if (n > 1)
        qsort(all, n, sizeof *all, by_text);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (strcmp(all[first]->s, all[i]->s) == 0)
            report_twin(r, t->what, all[first], all[i]);
        else
            first = i;
    }
    free(all);
}
