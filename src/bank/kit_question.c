#include <string.h>

#include "bank/import_kit.h"
#include "base/vec.h"

void kit_close_question(struct kit_walk *w)
{
    struct sketch_question *q = kit_question(w);
    kit_flush(w);
    if (q != NULL && q->q.ask.s == NULL)
        w->sk->questions.n--;
    w->by = BY_NOTHING;
    w->origin = 0;
    w->labelled = false;
}

void kit_open_question(struct kit_walk *w, enum asked_by by, const struct import_line *line,
                       const char *s)
{
    kit_close_question(w);
    struct sketch_question *q = sketch_ask(w->sk, w->level, "", line->line);
    q->tag = w->group;
    w->by = by;
    w->depth = line->depth;
    w->mark = line->mark;
    w->slot = TOPIC_EXPECT;
    if (*s != '\0')
        kit_begin(w, line, s, LINE_TEXT);
    w->last_line = strlen(line->s);
}

static void copy_list(struct phrase_list *to, const struct phrase_list *from)
{
    for (size_t i = 0; i < from->n; i++)
        *VEC_PUSH(to) = from->items[i];
}

/* The same question for one level, with what it expects there. */
void kit_open_variant(struct kit_walk *w, int level)
{
    kit_flush(w);
    size_t origin = w->origin > 0 ? w->origin : w->sk->questions.n;
    struct sketch_question *q = VEC_PUSH(&w->sk->questions);
    struct sketch_question *of = &w->sk->questions.items[origin - 1];
    q->q = of->q;
    q->tag = of->tag;
    q->level = level;
    copy_list(&q->why, &of->why);
    copy_list(&q->expect, &of->expect);
    copy_list(&q->red_flags, &of->red_flags);
    copy_list(&q->probes, &of->probes);
    of->dropped = true;
    w->origin = origin;
    w->slot = TOPIC_EXPECT;
}

void kit_open_section(struct kit_walk *w, enum topic section, const struct import_line *line)
{
    kit_close_question(w);
    w->section = section;
    w->section_depth = line->mark == LINE_HEADING ? line->depth : 0;
    w->group = (struct phrase){0};
}

bool kit_is_heading(const struct import_line *line)
{
    return line->mark == LINE_HEADING;
}

/* A heading deeper than the question's own, or bold inside it. */
bool kit_inside_question(const struct kit_walk *w, const struct import_line *line)
{
    if (w->by == BY_NOTHING || !kit_is_heading(line))
        return false;
    return line->depth == LINE_BOLD_DEPTH || (w->by == BY_HEADING && line->depth > w->depth);
}
