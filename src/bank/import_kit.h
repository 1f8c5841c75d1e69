#ifndef SLATE_BANK_IMPORT_KIT_H
#define SLATE_BANK_IMPORT_KIT_H

/* An interview kit from its lines: a page with "Q:" and "Expected Answer:", or Markdown with
 * headings and lists. A walk through the lines that knows at each moment the section, the level,
 * the question and the part of it that it stands in. Texts that run over several lines are held
 * open until the next one begins. */

#include "bank/import_lines.h"
#include "bank/import_words.h"
#include "bank/sketch.h"

enum asked_by { BY_NOTHING, BY_LABEL, BY_HEADING, BY_LIST, BY_TEXT };

struct kit_walk {
    struct sketch *sk;
    const struct import_lines *lines;
    size_t at;

    enum topic section; /* TOPIC_LEVEL: below a level, indicators or questions */
    int section_depth;  /* of the heading that opened it; 0: a line of text did */
    int level, level_depth;
    int whole_level;     /* "Level: mid" above all questions */
    struct phrase group; /* heading above the questions: their competency */
    int group_depth;

    enum asked_by by; /* BY_NOTHING: no question is open; else the last one of the sketch */
    int depth;        /* of the line it began with */
    enum line_mark mark;
    enum topic slot; /* part of the question */
    size_t origin;   /* of a variant for one level: the question it is of, plus 1; else 0 */
    bool labelled;   /* the slot was named by a label */

    struct str open;  /* text under way */
    size_t last_line; /* bytes of its last line */
    uint32_t open_line;
    int open_depth;
    enum line_mark open_mark;
};

/* kit_label.c */
/* "Expected Answer: plans ahead" in its parts; a heading has no rest. */
struct kit_label {
    enum topic topic;
    unsigned levels;
    const char *rest; /* "": nothing stands behind it */
    bool colon;
};

struct kit_label kit_read_label(const char *s);
/* A line that is a label or a heading that is known: changes section, level or part. */
bool kit_take_label(struct kit_walk *w, const struct import_line *line);

/* kit_question.c */
void kit_open_question(struct kit_walk *w, enum asked_by by, const struct import_line *line,
                       const char *s);
void kit_open_variant(struct kit_walk *w, int level); /* the same question at one level */
void kit_close_question(struct kit_walk *w);
void kit_open_section(struct kit_walk *w, enum topic section, const struct import_line *line);
bool kit_is_heading(const struct import_line *line);
/* A heading deeper than the question's own, or bold inside it. */
bool kit_inside_question(const struct kit_walk *w, const struct import_line *line);

void import_kit(struct sketch *sk, const struct import_lines *lines);

/* kit_put.c: what lies open goes where section, question and slot say. */
void kit_flush(struct kit_walk *w);
/* A line of content: begins a text or goes on with the one that lies open. */
void kit_content(struct kit_walk *w, const struct import_line *line, const char *s);
/* Begins a text: nothing lies open. */
void kit_begin(struct kit_walk *w, const struct import_line *line, const char *s,
               enum line_mark mark);
/* Takes a text to the section or slot. */
void kit_put(struct kit_walk *w, const char *s, uint32_t line, enum line_mark mark);
struct sketch_question *kit_question(const struct kit_walk *w); /* NULL: none is open */

#endif
