#ifndef SLATE_BANK_IMPORT_WORDS_H
#define SLATE_BANK_IMPORT_WORDS_H

/* The words by which interview kits name their parts, English and French: headings ("Red Flags to
 * Watch For"), labels in front of a text ("Expected Answer: ...") and columns of a table. To
 * understand one more wording is to add a row to the table in import_words.c.
 *
 * Compared folded (no case, no accents), without what stands in round brackets. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum topic {
    TOPIC_NONE,
    /* of a question */
    TOPIC_ASK,
    TOPIC_EXPECT,
    TOPIC_PROBES,
    TOPIC_WHY,
    TOPIC_COMPETENCY,
    TOPIC_ANCHORS,
    TOPIC_MINUTES,
    TOPIC_WEIGHT,
    TOPIC_WEIGHT_REASON,
    TOPIC_ID,
    TOPIC_LEVEL,
    /* of a question or of the bank */
    TOPIC_FLAGS,
    /* of the bank */
    TOPIC_TITLE,
    TOPIC_FIELD,
    TOPIC_ABOUT,
    TOPIC_JOB_TITLE,
    TOPIC_SEARCH,
    TOPIC_RESUME,
    TOPIC_GLOSSARY,
    TOPIC_INDICATORS,
    TOPIC_OPENING,
    TOPIC_CLOSING,
    TOPIC_QUESTIONS,
    TOPIC_ELSE /* known, and nothing that a bank has: "Related Terms" */
};

/* Is it one of the words of the list, which ends with NULL? ASCII letters of either case. */
bool words_among(const char *const *list, const char *word, size_t n);

/* What the whole of a short text names; TOPIC_NONE when it is a text like any other. */
enum topic words_topic(const char *s, size_t n);

/* Levels that a heading or a cell is about, as bits (1 << enum level); 0 when it has other words as
 * well: "Senior Level Questions" is senior, "Senior Colorist" is none. The years that stand with it
 * ("0-2 years") are added to `experience` (may be NULL). */
unsigned words_levels(const char *s, size_t n, struct str *experience);

/* Asks something: ends with a question mark or begins as questions do ("Tell me", "How"). */
bool words_ask(const char *s);

/* Adds an identifier made of the telling words: "juggling-two-shows"; nothing when there is none.
 */
void words_add_id(struct str *out, const char *s, int words);

/* Lower case, no accents, letters and digits with single blanks between. */
void words_fold(struct str *out, const char *s, size_t n);

#endif
