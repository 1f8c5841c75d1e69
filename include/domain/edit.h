#ifndef SLATE_DOMAIN_EDIT_H
#define SLATE_DOMAIN_EDIT_H

/* What an edit of a question bank is said in: a place in it and where something is to go.
 *
 * A place is a text:
 *
 *     title   about   scale               a text of the bank
 *     opening.1   red_flags.2             an entry of a list, from 1
 *     glossary.conform                    an entry of a glossary or of competencies; the term is
 *                                         all that stands behind the point: "glossary.5.1"
 *     facts.start.ask                     a text of a fact, by its id or as facts.#1.ask
 *     senior                              a level
 *     senior/minutes                      of a level: experience, minutes, indicators, indicators.2
 *     senior/juggling                     a question, by its id or as senior/#3: the third
 *     senior/juggling/ask                 a text of a question
 *     senior/juggling/expect              a list of a question as a whole
 *     senior/juggling/expect.2            an entry of it
 *     senior/juggling/anchors.3           an anchor, by its score
 *
 * "senior/minutes" is the level's time even where a question has the id "minutes": that one is
 * senior/#n. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "domain/level.h"

/* A line break within an entry where a whole list is one text of a line each: "↵" between blanks.
 * The breaks of an entry become these when it is shown; those of one that was changed become line
 * breaks again. Added to `out`. */
#define EDIT_BREAK " \xe2\x86\xb5 "
void edit_show_breaks(struct str *out, const char *entry);
void edit_read_breaks(struct str *out, const char *line);

/* One text of something new: {"ask", "How ..."}, {"expect", "one point a line\nanother"},
 * {"anchors.3", "Names a method"}. */
struct edit_field {
    const char *name, *text;
};

enum edit_where { EDIT_UP, EDIT_DOWN, EDIT_BEFORE, EDIT_AFTER, EDIT_INTO };

/* Where something goes. UP and DOWN: by one among its neighbours, `place` is NULL. BEFORE and
 * AFTER: of the entry `place`. INTO: behind the last entry of the list `place`; of a level that is
 * its questions. */
struct edit_target {
    enum edit_where where;
    const char *place;
};

/* Parts of a place. `level` is LEVELS for a place of the bank itself; `question` and `field` are
 * empty where the place has none; `entry` is what stands behind the field's first point.
 *
 *     "senior/juggling/expect.2"   LEVEL_SENIOR, "juggling", "expect", "2"
 *     "glossary.5.1"               LEVELS, "", "glossary", "5.1"
 *     "facts.start.ask"            LEVELS, "", "facts", "start.ask"   */
struct edit_place {
    enum level level;
    struct str question, field, entry;
};

/* False when there is no such level in front of the slash. Released either way. */
bool edit_place_parse(const char *text, struct edit_place *out);
void edit_place_release(struct edit_place *p);

/* "expect.2" as people say it: "listen-for point 2 of juggling". Added to `out`. */
void edit_place_name(struct str *out, const struct edit_place *p);

#endif
