#include "bank/import_kit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LABEL_BYTES 60 /* in front of a colon */

/* ---- what a line says of itself ---- */

/* "Question 3", "Q1" and "Q 2)" without what counts them. */
static size_t without_number(const char *s, size_t n)
{
    size_t end = n;
    while (end > 0 && (isdigit((unsigned char)s[end - 1]) || strchr("#. )", s[end - 1]) != NULL))
        end--;
    return end > 0 && (s[0] == 'Q' || s[0] == 'q') ? end : n;
}

struct kit_label kit_read_label(const char *s)
{
    const char *colon = memchr(s, ':', strnlen(s, LABEL_BYTES));
    size_t n = colon != NULL ? (size_t)(colon - s) : strlen(s);
    struct kit_label l = {.rest = "", .colon = colon != NULL};
    l.topic = words_topic(s, without_number(s, n));
    if (l.topic == TOPIC_NONE || l.topic == TOPIC_QUESTIONS)
        l.levels = words_levels(s, n, NULL);
    if (l.topic == TOPIC_LEVEL && colon == NULL)
        l.topic = TOPIC_NONE;
    if (colon != NULL)
        l.rest = colon + 1 + strspn(colon + 1, " \t");
    return l;
}

static bool is_one_level(unsigned levels, int *level)
{
    for (int i = 0; i < LEVELS; i++)
        if (levels == 1u << i) {
            *level = i;
            return true;
        }
    return false;
}

/* ---- what a label or heading changes ---- */

static bool below_level(const struct kit_walk *w, const struct import_line *line)
{
    return (kit_is_heading(line) && w->level_depth > 0 && line->depth > w->level_depth) ||
           (!kit_is_heading(line) && w->section == TOPIC_LEVEL);
}

static void take_level(struct kit_walk *w, const struct import_line *line, int level,
                       const struct kit_label *label)
{
    bool deeper = kit_is_heading(line) && w->by == BY_HEADING && line->depth > w->depth;
    bool of_question = deeper || (w->by != BY_NOTHING && *label->rest != '\0');
    if (of_question && label->topic != TOPIC_QUESTIONS) {
        kit_open_variant(w, level);
    } else {
        bool indicators = w->section == TOPIC_INDICATORS && label->topic != TOPIC_QUESTIONS;
        kit_open_section(w,
                         label->topic == TOPIC_QUESTIONS ? TOPIC_QUESTIONS
                         : indicators                    ? TOPIC_INDICATORS
                                                         : TOPIC_LEVEL,
                         line);
        w->level = level;
        w->level_depth = kit_is_heading(line) ? line->depth : 0;
        struct str years = STR_INIT;
        struct phrase *experience = &w->sk->bank.levels[level].experience;
        words_levels(line->s, strlen(line->s), &years);
        if (years.len > 0 && experience->s == NULL)
            *experience = sketch_text(w->sk, years.s, years.len, line->line);
        str_release(&years);
    }
    if (*label->rest != '\0' && strpbrk(label->rest, "0123456789") == NULL)
        kit_content(w, line, label->rest);
}

static void set_once(struct kit_walk *w, struct phrase *p, const char *s, uint32_t line)
{
    if (p->s == NULL)
        *p = sketch_text(w->sk, s, strlen(s), line);
    else
        sketch_leave_out(w->sk, line, s);
}

static void set_number(struct kit_walk *w, struct sketch_question *q, enum topic topic,
                       const struct import_line *line, const char *s)
{
    bool good;
    if (topic == TOPIC_MINUTES) {
        int minutes = (int)strtol(s, NULL, 10);
        good = minutes > 0 && minutes <= 240;
        q->q.minutes = good ? minutes : q->q.minutes;
    } else {
        good = weight_parse(s, &q->q.weight);
    }
    if (!good)
        sketch_leave_out(w->sk, line->line, line->s);
}

/* A label whose text is one value of the question. */
static bool take_value(struct kit_walk *w, enum topic topic, const struct import_line *line,
                       const char *s)
{
    struct sketch_question *q = kit_question(w);
    int level;
    kit_flush(w);
    switch (topic) {
    case TOPIC_COMPETENCY:
        set_once(w, &q->tag, s, line->line);
        return true;
    case TOPIC_ID:
        set_once(w, &q->q.id, s, line->line);
        return true;
    case TOPIC_WEIGHT_REASON:
        set_once(w, &q->q.weight_reason, s, line->line);
        return true;
    case TOPIC_MINUTES:
    case TOPIC_WEIGHT:
        set_number(w, q, topic, line, s);
        return true;
    case TOPIC_LEVEL:
        if (is_one_level(words_levels(s, strlen(s), NULL), &level))
            q->level = level;
        else
            sketch_leave_out(w->sk, line->line, line->s);
        return true;
    default:
        return false;
    }
}

/* What belongs to a question only: without one it is a text like any other. */
static bool take_part(struct kit_walk *w, const struct kit_label *label,
                      const struct import_line *line)
{
    if (w->by == BY_NOTHING)
        return false;
    if (*label->rest != '\0' && take_value(w, label->topic, line, label->rest))
        return true;
    if (label->topic != TOPIC_EXPECT && label->topic != TOPIC_PROBES && label->topic != TOPIC_WHY &&
        label->topic != TOPIC_ANCHORS && label->topic != TOPIC_FLAGS)
        return false;
    kit_flush(w);
    w->slot = label->topic;
    w->labelled = true;
    if (*label->rest != '\0') {
        struct import_line text = *line;
        text.mark = LINE_TEXT;
        kit_content(w, &text, label->rest);
    }
    return true;
}

static bool take_value_of_bank(struct kit_walk *w, const struct kit_label *label,
                               const struct import_line *line)
{
    struct bank *b = &w->sk->bank;
    if (*label->rest == '\0' || w->by != BY_NOTHING)
        return false;
    if (label->topic == TOPIC_TITLE)
        set_once(w, &b->title, label->rest, line->line);
    else if (label->topic == TOPIC_FIELD)
        set_once(w, &b->field, label->rest, line->line);
    else if (label->topic == TOPIC_LEVEL &&
             is_one_level(words_levels(label->rest, strlen(label->rest), NULL), &w->whole_level))
        w->level = w->whole_level;
    else
        return false;
    return true;
}

/* One value on its line, such as "Typical job title: Editor": the section stays. */
static bool take_list_of_bank(struct kit_walk *w, const struct kit_label *label,
                              const struct import_line *line)
{
    if (label->topic < TOPIC_ABOUT || label->topic > TOPIC_CLOSING)
        return false;
    if (label->topic == TOPIC_JOB_TITLE && *label->rest == '\0' && !label->colon)
        return false;
    kit_open_section(w, label->topic, line);
    if (label->topic == TOPIC_INDICATORS && !below_level(w, line))
        w->level = w->whole_level;
    if (*label->rest == '\0')
        return true;
    kit_content(w, line, label->rest);
    if (label->topic == TOPIC_JOB_TITLE) {
        kit_flush(w);
        w->section = TOPIC_ELSE;
    }
    return true;
}

/* Red flags of the question that is open, or of the interview as a whole? */
static bool of_question(const struct kit_walk *w, const struct kit_label *label,
                        const struct import_line *line)
{
    bool whole = line->mark == LINE_TEXT && strncasecmp(line->s, "red flags to", 12) == 0;
    if (w->by == BY_NOTHING || whole)
        return false;
    return kit_inside_question(w, line) || *label->rest != '\0' ||
           (!kit_is_heading(line) && label->colon);
}

static bool take_topic(struct kit_walk *w, const struct kit_label *label,
                       const struct import_line *line)
{
    switch (label->topic) {
    case TOPIC_NONE:
        return false;
    case TOPIC_ASK:
        kit_open_question(w, BY_LABEL, line, label->rest);
        return true;
    case TOPIC_QUESTIONS:
        if (!below_level(w, line))
            w->level = w->whole_level;
        kit_open_section(w, TOPIC_QUESTIONS, line);
        return true;
    case TOPIC_ELSE:
        kit_open_section(w, TOPIC_ELSE, line);
        sketch_leave_out(w->sk, line->line, line->s);
        return true;
    case TOPIC_FLAGS:
        if (of_question(w, label, line))
            return take_part(w, label, line);
        kit_open_section(w, TOPIC_FLAGS, line);
        if (*label->rest != '\0')
            kit_content(w, line, label->rest);
        return true;
    default:
        return take_part(w, label, line) || take_value_of_bank(w, label, line) ||
               take_list_of_bank(w, label, line);
    }
}

/* Without a colon only a heading, or a line of its own that can hardly be anything else. */
static bool stands_alone(const struct kit_walk *w, const struct import_line *line,
                         const struct kit_label *label)
{
    if (kit_is_heading(line) || label->colon)
        return true;
    if (line->mark != LINE_TEXT)
        return false;
    if (label->topic == TOPIC_NONE)
        return label->levels != 0;
    return label->topic >= TOPIC_SEARCH || label->topic == TOPIC_FLAGS ||
           (label->topic == TOPIC_EXPECT && strchr(line->s, ' ') != NULL) ||
           (label->topic == TOPIC_PROBES && w->by != BY_NOTHING);
}

bool kit_take_label(struct kit_walk *w, const struct import_line *line)
{
    struct kit_label label = kit_read_label(line->s);
    int level;
    if (!stands_alone(w, line, &label))
        return false;
    if (is_one_level(label.levels, &level) &&
        (kit_is_heading(line) || line->mark == LINE_TEXT || *label.rest != '\0')) {
        take_level(w, line, level, &label);
        return true;
    }
    return take_topic(w, &label, line);
}
