#include "bank/bank_read.h"

#include <stdlib.h>
#include <string.h>

#include "bank/bank_schema.h"
#include "base/options.h"
#include "base/vec.h"

/* What can only be judged when all of the bank is known, whatever the order of its parts. */

static struct place place_of(const struct phrase *p)
{
    return (struct place){p->line, p->col};
}

static void judge_name(struct reader *r, const struct bank *b, const char *stem)
{
    if (stem == NULL || b->name.s == NULL || strcmp(b->name.s, stem) == 0)
        return;
    struct str name = schema_quoted(b->name.s), file = schema_quoted(stem);
    events_error(&r->ev, place_of(&b->name),
                 (struct advice){"name", "Give the file and the bank the same name."},
                 "the bank is called \"%s\" but its file \"%s\"", name.s, file.s);
    str_release(&name);
    str_release(&file);
}

static void judge_anchors(struct reader *r, const struct question *q, int scale)
{
    unsigned given = 0;
    for (int n = 1; n <= SCALE_MAX; n++)
        given |= q->anchors[n].line > 0 ? 1u << n : 0;
    if (scale < SCALE_MAX && given >> SCALE_MAX & 1)
        events_error(&r->ev, place_of(&q->anchors[SCALE_MAX]),
                     (struct advice){"anchor-score", "Give it the score 4, or delete the line."},
                     "an anchor cannot stand at 5 on a scale of 4");
    int missing = scale_missing_anchor(scale, given);
    const char *todo = scale == SCALE_DEFAULT
                           ? "Say what an answer at 1, at 3 and at 5 sounds like."
                           : "Say what an answer at 1, at 4 and at 2 or 3 sounds like.";
    if (missing > 0)
        events_error(&r->ev, place_of(&q->where), (struct advice){"missing-anchor", todo},
                     "the question has no anchor at %d%s", missing,
                     scale != SCALE_DEFAULT && missing == 2 ? " or 3" : "");
}

/* The declared competencies, sorted, for a search that stays quick in a bank of any size. */
#define NEAREST_OF 1000 /* among more no near one is looked for: it would take too long */

struct names {
    const char **items; /* NULL behind the last */
    size_t n;
};

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct names names_of(const struct bank *b)
{
    struct names names = {xcalloc(b->n_competencies + 1, sizeof *names.items), b->n_competencies};
    for (size_t i = 0; i < names.n; i++)
        names.items[i] = b->competencies[i].id.s;
    if (names.n > 1)
        qsort(names.items, names.n, sizeof *names.items, by_name);
    return names;
}

static void judge_competency(struct reader *r, const struct question *q, const struct names *known)
{
    const char *id = q->competency.s;
    if (id == NULL || known->n == 0 ||
        bsearch(&id, known->items, known->n, sizeof *known->items, by_name) != NULL)
        return;
    struct str quoted = schema_quoted(id), todo = STR_INIT;
    const char *near = known->n <= NEAREST_OF ? options_nearest(id, known->items) : NULL;
    if (near != NULL)
        str_addf(&todo, "Did you mean \"%s\"?", near);
    else
        str_add(&todo, "Add it to \"competencies\", or use one that stands there.");
    events_error(&r->ev, place_of(&q->competency), (struct advice){"competency", todo.s},
                 "there is no competency \"%s\" in this bank", quoted.s);
    str_release(&todo);
    str_release(&quoted);
}

static void judge_levels(struct reader *r, const struct bank *b)
{
    struct names known = names_of(b);
    for (int level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < b->levels[level].n; i++) {
            judge_anchors(r, &b->levels[level].questions[i], b->scale);
            judge_competency(r, &b->levels[level].questions[i], &known);
        }
    free(known.items);
}

static void is_empty(struct reader *r)
{
    static const struct advice advice = {"no-bank", "Write a bank into it, or delete the file."};
    events_error(&r->ev, (struct place){0, 0}, advice, "there is nothing in the file");
}

static const char *text_of(const struct reader *r)
{
    return (const char *)r->ev.event.data.scalar.value;
}

static void read_document(struct reader *r, struct bank *b)
{
    static const struct advice advice = {
        "no-bank", "A bank begins with \"bank:\" and the file's name without its ending."};
    static const struct advice glued = {"colon", "Put a blank behind it."};
    if (r->ev.event.type == YAML_MAPPING_START_EVENT) {
        schema_read(r, &bank_schema, b);
        return;
    }
    if (events_is_empty(&r->ev))
        is_empty(r);
    else if (events_is_text(&r->ev) && strncmp(text_of(r), "bank:", 5) == 0)
        events_error(&r->ev, events_place(&r->ev), glued, "a blank is missing behind the colon");
    else
        events_error(&r->ev, events_place(&r->ev), advice, "this is not a question bank");
    events_stop(&r->ev);
}

/* Through stream start, one document, and stream end. */
static void read_stream(struct reader *r, struct bank *b)
{
    static const struct advice advice = {
        "documents", "Put each bank in a file of its own, or delete the line of dashes."};
    events_next(&r->ev);
    if (r->ev.event.type == YAML_DOCUMENT_START_EVENT) {
        events_next(&r->ev);
        if (!r->ev.stopped)
            read_document(r, b);
        events_next(&r->ev);
    } else if (!r->ev.stopped) {
        is_empty(r);
    }
    if (r->ev.event.type == YAML_DOCUMENT_START_EVENT)
        events_error(&r->ev, events_place(&r->ev), advice, "a second bank begins here");
}

bool bank_read(const char *bytes, size_t n, const char *stem, struct bank *bank,
               struct findings *findings)
{
    *bank = (struct bank){.scale = SCALE_DEFAULT};
    struct reader r = {.arena = &bank->arena};
    if (events_open(&r.ev, bytes, n, findings)) {
        read_stream(&r, bank);
        /* Where the reading broke off, what seems to be missing may stand further down. */
        if (!r.ev.stopped) {
            judge_name(&r, bank, stem);
            judge_levels(&r, bank);
        }
    }
    events_close(&r.ev);
    VEC_RELEASE(&r.room);
    findings_sort(findings);
    return r.ev.errors == 0;
}
