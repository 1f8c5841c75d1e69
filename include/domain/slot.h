#ifndef SLATE_DOMAIN_SLOT_H
#define SLATE_DOMAIN_SLOT_H

/* The address of anything that can be recorded in an interview, and its value as text.
 *
 * Everything a key can change in a live interview is "slot X gets value Y": scores, ticks, notes,
 * steps, facts. So one path leads through rules, store, change log and undo.
 *
 *   field          pos               item        value
 *   FIELD_MARK     answer            -           "unset" "4" "no_evidence" "skipped:time"
 *   FIELD_HEARD    answer            0..7        "1" or "0"
 *   FIELD_FLAG     answer            0..4        "1" or "0"
 *   FIELD_PROBE    answer            0..2        "1" or "0"
 *   FIELD_NOTE     answer            -           text
 *   FIELD_OWN      answer            -           text of an off-script question
 *   FIELD_OVERALL  -                 0..         "1" or "0": a red flag of the interview as a whole
 *   FIELD_STEP     step              -           "1" or "0": an opening or closing step is done
 *   FIELD_STEP_NOTE step             -           text
 *   FIELD_FACT     fact              -           text, whatever its kind
 *   FIELD_GENERAL  -                 -           text: general note, the candidate's own questions
 *   FIELD_SUMMARY  -                 -           text
 *   FIELD_DECISION -                 -           text: the reason while it is typed; never folded
 *   FIELD_KEPT     of the text       which text  "1" or "0": a text that may touch a protected matter
 *                                                was looked at and stays, for it concerns the job
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum field {
    FIELD_MARK,
    FIELD_HEARD,
    FIELD_FLAG,
    FIELD_PROBE,
    FIELD_NOTE,
    FIELD_OWN,
    FIELD_OVERALL,
    FIELD_STEP,
    FIELD_STEP_NOTE,
    FIELD_FACT,
    FIELD_GENERAL,
    FIELD_SUMMARY,
    FIELD_DECISION,
    FIELD_KEPT,
    FIELDS
};

struct slot {
    enum field field;
    int pos;  /* from 0; 0 where the table says "-" */
    int item; /* from 0 */
};

bool slot_same(struct slot a, struct slot b);
bool slot_is_text(struct slot s); /* typed into: edits are appended, then folded */
/* The address of "this text is kept", and the text it speaks of; false when it speaks of none. */
struct slot slot_kept(struct slot text);
bool slot_of_kept(struct slot kept, struct slot *text);
const char *field_name(enum field field); /* as stored in the log: "mark", "heard", ... */
bool field_parse(const char *name, enum field *field);

/* The recruiter's judgement of one answer. "No evidence" is for an answer that could not be judged;
 * "I don't know" is an answer and is scored. None of the states is 0. */
enum answer_state { ANSWER_UNSET, ANSWER_SCORED, ANSWER_NO_EVIDENCE, ANSWER_SKIPPED };

enum skip_reason {
    SKIP_NONE,
    SKIP_TIME,     /* t: no time left */
    SKIP_COVERED,  /* c: answered under another question */
    SKIP_RELEVANT, /* r: not relevant to this job */
    SKIP_DECLINED, /* d: the candidate preferred not to answer */
    SKIP_OTHER,    /* o: another reason, in the note */
    SKIPS
};

struct mark {
    enum answer_state state;
    int score;             /* 1..scale when scored, 0 where it must not be shown; else 0 */
    enum skip_reason skip; /* when skipped, else SKIP_NONE */
};

void mark_add(struct str *out, struct mark m);          /* the value as stored, see the table */
bool mark_parse(const char *value, int scale, struct mark *m);
void mark_add_words(struct str *out, struct mark m);    /* "4", "no evidence", "skipped (no time left)", "not scored" */

const char *skip_name(enum skip_reason r);  /* "time": stored */
const char *skip_words(enum skip_reason r); /* "no time left" */

#endif
