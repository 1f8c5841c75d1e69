#ifndef SLATE_BANK_EVENTS_H
#define SLATE_BANK_EVENTS_H

/* libyaml's events of one document, one at a time, with what every reader of them needs: places,
 * findings, passing over a node, and an end that is always reached. Knows YAML, not the schema.
 *
 * What slate does not read (aliases, tags, several documents, depth over EVENTS_DEPTH) is reported
 * here, as is libyaml's own error in plain words. After an error that ends the reading `stopped` is
 * set and the event is YAML_NO_EVENT for good, so that every loop over events ends.
 *
 * A function that reads a node is called with `event` at the node's first event and leaves it at
 * the first one behind the node. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <yaml.h>

#include "bank/cursor.h"
#include "domain/finding.h"

#define EVENTS_DEPTH   64
#define EVENTS_REPORTS 500 /* errors, and warnings; those beyond are only counted */

struct doubt {
    struct finding finding;
    uint32_t until;
};

struct events {
    yaml_parser_t parser;
    yaml_event_t event;
    struct cursor file;
    bool has_cuts;     /* somewhere a blank and # stand behind something on their line */
    yaml_mark_t quote; /* where the last text in quotes began, for errors behind it */
    int depth;
    bool stopped;
    struct findings *findings;
    size_t errors, warnings;
    struct doubts {
        struct doubt *items;
        size_t n, cap;
    } doubts;
    uint32_t broken; /* the line of the error of grammar that ended the reading; 0: none */
};

/* A rule's short name and what to do. */
struct advice {
    const char *rule, *todo;
};

/* False, with a finding, when the bytes are no text to begin with: empty, too large, UTF-16.
 * events_close is due either way. */
bool events_open(struct events *ev, const char *bytes, size_t n, struct findings *findings);
void events_close(struct events *ev);

void events_next(struct events *ev);
void events_skip(struct events *ev); /* passes over the whole node */

/* True while there is something before the end of the collection that was entered. */
bool events_inside(const struct events *ev);
bool events_is_text(const struct events *ev);  /* at a scalar */
bool events_is_empty(const struct events *ev); /* at a scalar without a character in it */

struct place events_place(const struct events *ev); /* where the event begins */
uint32_t events_end(const struct events *ev);       /* the line where it ends */

void events_error(struct events *ev, struct place at, struct advice advice, const char *what, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for what is perhaps only the consequence of an error of grammar: left out when the
 * reading breaks off by the line behind `until`, where what was judged ended. */
void events_doubt(struct events *ev, uint32_t until, struct place at, struct advice advice,
                  const char *what, ...) __attribute__((format(printf, 5, 6)));
void events_warn(struct events *ev, struct place at, struct advice advice, const char *what, ...)
    __attribute__((format(printf, 4, 5)));
void events_stop(struct events *ev);

#endif
