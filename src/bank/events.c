#include "bank/events.h"

#include <stdarg.h>
#include <string.h>

#include "bank/plain_words.h"
#include "base/alloc.h"
#include "base/file.h"
#include "base/vec.h"

static const struct place whole_file = {0, 0};

static void report(struct events *ev, const struct finding *f, const char *what, va_list ap)
    __attribute__((format(printf, 3, 0)));

static void report(struct events *ev, const struct finding *f, const char *what, va_list ap)
{
    size_t *count = f->severity == FINDING_ERROR ? &ev->errors : &ev->warnings;
    if ((*count)++ >= EVENTS_REPORTS)
        return;
    struct str text = STR_INIT;
    str_addv(&text, what, ap);
    finding_add(ev->findings, f->severity, f->rule, f->line, f->col, f->todo, "%s", text.s);
    str_release(&text);
}

void events_error(struct events *ev, struct place at, struct advice advice, const char *what, ...)
{
    va_list ap;
    va_start(ap, what);
    report(ev, &(struct finding){FINDING_ERROR, advice.rule, at.line, at.col, NULL, advice.todo},
           what, ap);
    va_end(ap);
}

void events_warn(struct events *ev, struct place at, struct advice advice, const char *what, ...)
{
    va_list ap;
    va_start(ap, what);
    report(ev, &(struct finding){FINDING_WARNING, advice.rule, at.line, at.col, NULL, advice.todo},
           what, ap);
    va_end(ap);
}

void events_doubt(struct events *ev, uint32_t until, struct place at, struct advice advice,
                  const char *what, ...)
{
    if (ev->doubts.n >= EVENTS_REPORTS)
        return;
    struct str text = STR_INIT;
    va_list ap;
    va_start(ap, what);
    str_addv(&text, what, ap);
    va_end(ap);
    struct arena *a = &ev->findings->arena;
    *VEC_PUSH(&ev->doubts) = (struct doubt){{FINDING_ERROR, advice.rule, at.line, at.col,
                                             arena_dup(a, text.s), arena_dup(a, advice.todo)},
                                            until};
    str_release(&text);
}

static void settle_doubts(struct events *ev)
{
    for (size_t i = 0; i < ev->doubts.n; i++) {
        const struct finding *f = &ev->doubts.items[i].finding;
        if (ev->broken == 0 || ev->broken > ev->doubts.items[i].until + 1)
            events_error(ev, (struct place){f->line, f->col}, (struct advice){f->rule, f->todo},
                         "%s", f->what);
    }
    VEC_RELEASE(&ev->doubts);
}

static bool starts_with(const struct events *ev, const char *bytes, size_t n)
{
    return ev->file.n >= n && memcmp(ev->file.bytes, bytes, n) == 0;
}

static bool readable(struct events *ev)
{
    if (ev->file.n > FILE_BANK_MAX)
        events_error(ev, whole_file,
                     (struct advice){"size", "Split it into several banks, one for each role."},
                     "the file is over %u MiB, more than slate reads", FILE_BANK_MAX >> 20);
    else if (starts_with(ev, "\xFF\xFE", 2) || starts_with(ev, "\xFE\xFF", 2))
        events_error(ev, whole_file,
                     (struct advice){"encoding", "Save it again with the encoding UTF-8."},
                     "the file is saved as UTF-16, often called \"Unicode\"");
    return ev->errors == 0;
}

static bool cuts_line(const struct cursor *file, size_t at)
{
    bool blank = at > 0 && (file->bytes[at - 1] == ' ' || file->bytes[at - 1] == '\t');
    while (at > 0 && (file->bytes[at - 1] == ' ' || file->bytes[at - 1] == '\t'))
        at--;
    return blank && at > 0 && file->bytes[at - 1] != '\n' && file->bytes[at - 1] != '\r';
}

/* Most banks have comments on lines of their own only: then no text needs to be looked behind. */
static bool find_cut(const struct cursor *file)
{
    const char *end = file->bytes + file->n, *p = file->bytes;
    while (p < end && (p = memchr(p, '#', (size_t)(end - p))) != NULL) {
        if (cuts_line(file, (size_t)(p - file->bytes)))
            return true;
        p++;
    }
    return false;
}

bool events_open(struct events *ev, const char *bytes, size_t n, struct findings *findings)
{
    *ev = (struct events){.file = {.bytes = bytes, .n = n}, .findings = findings};
    if (starts_with(ev, "\xEF\xBB\xBF", 3)) {
        ev->file.bytes += 3;
        ev->file.n -= 3;
    }
    ev->has_cuts = find_cut(&ev->file);
    if (!yaml_parser_initialize(&ev->parser))
        alloc_failed();
    yaml_parser_set_encoding(&ev->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&ev->parser, (const unsigned char *)ev->file.bytes, ev->file.n);
    if (!readable(ev)) {
        events_stop(ev);
        return false;
    }
    events_next(ev);
    return true;
}

void events_close(struct events *ev)
{
    settle_doubts(ev);
    yaml_event_delete(&ev->event);
    yaml_parser_delete(&ev->parser);
}

void events_stop(struct events *ev)
{
    yaml_event_delete(&ev->event);
    ev->stopped = true;
}

static void refuse_alias(struct events *ev)
{
    static const struct advice advice = {
        "alias", "Write the text out, or put it in quotes if it is to begin with a *."};
    events_error(ev, events_place(ev), advice,
                 "\"*%.40s\" is read as a YAML alias, which slate does not take",
                 (const char *)ev->event.data.alias.anchor);
}

static void refuse_tag(struct events *ev, const yaml_char_t *tag)
{
    static const struct advice advice = {"tag",
                                         "Put the text in quotes if it is to begin with a !."};
    if (tag != NULL)
        events_error(ev, events_place(ev), advice,
                     "\"%.40s\" is read as a YAML tag, which slate does not take",
                     (const char *)tag);
}

static void see_scalar(struct events *ev)
{
    refuse_tag(ev, ev->event.data.scalar.tag);
    yaml_scalar_style_t style = ev->event.data.scalar.style;
    if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        ev->quote = ev->event.start_mark;
    static const struct advice advice = {
        "anchor", "Put the text in quotes if it is to begin with a &, or delete the word."};
    if (ev->event.data.scalar.anchor != NULL)
        events_warn(ev, events_place(ev), advice,
                    "\"&%.40s\" is read as a YAML anchor and left out of the text",
                    (const char *)ev->event.data.scalar.anchor);
}

static void enter(struct events *ev, const yaml_char_t *tag)
{
    static const struct advice advice = {"depth", "Look for brackets that are never closed."};
    refuse_tag(ev, tag);
    if (++ev->depth <= EVENTS_DEPTH)
        return;
    events_error(ev, events_place(ev), advice, "lists and names are nested more than %d deep here",
                 EVENTS_DEPTH);
    events_stop(ev);
}

static void look(struct events *ev)
{
    switch (ev->event.type) {
    case YAML_SCALAR_EVENT:
        see_scalar(ev);
        break;
    case YAML_ALIAS_EVENT:
        refuse_alias(ev);
        break;
    case YAML_SEQUENCE_START_EVENT:
        enter(ev, ev->event.data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        enter(ev, ev->event.data.mapping_start.tag);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        ev->depth--;
        break;
    default:
        break;
    }
}

void events_next(struct events *ev)
{
    if (ev->stopped)
        return;
    yaml_event_delete(&ev->event);
    if (yaml_parser_parse(&ev->parser, &ev->event)) {
        look(ev);
        return;
    }
    struct plain_words words;
    plain_words_find(&ev->parser, &ev->file, &ev->quote, &words);
    events_error(ev, words.at, (struct advice){words.rule, words.todo}, "%s", words.what);
    ev->broken = (uint32_t)ev->parser.problem_mark.line + 1;
    events_stop(ev);
}

void events_skip(struct events *ev)
{
    int depth = ev->depth;
    bool collection =
        ev->event.type == YAML_SEQUENCE_START_EVENT || ev->event.type == YAML_MAPPING_START_EVENT;
    events_next(ev);
    while (collection && !ev->stopped && ev->depth >= depth)
        events_next(ev);
    if (collection)
        events_next(ev);
}

bool events_inside(const struct events *ev)
{
    return !ev->stopped && ev->event.type != YAML_SEQUENCE_END_EVENT &&
           ev->event.type != YAML_MAPPING_END_EVENT;
}

bool events_is_text(const struct events *ev)
{
    return ev->event.type == YAML_SCALAR_EVENT;
}

bool events_is_empty(const struct events *ev)
{
    return events_is_text(ev) && ev->event.data.scalar.length == 0;
}

struct place events_place(const struct events *ev)
{
    return cursor_place(&ev->event.start_mark);
}

uint32_t events_end(const struct events *ev)
{
    return (uint32_t)ev->event.end_mark.line + 1;
}
