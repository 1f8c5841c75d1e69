#ifndef SLATE_DOMAIN_INTERVIEW_H
#define SLATE_DOMAIN_INTERVIEW_H

/* One interview: its kit, what was recorded so far, and the rules of recording. No input or output:
 * app commits a change to the store first, then applies it here, then the screen is painted.
 *
 * Owns its arena (kit, texts) and the growing texts; interview_release frees all. Times are UTC ms,
 * 0 when they did not happen; spans are ms. */

#include <stdbool.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/str.h"
#include "base/uuid.h"
#include "domain/bank.h"
#include "domain/slot.h"

enum interview_state {
    INTERVIEW_PLANNED,
    INTERVIEW_OPEN,
    INTERVIEW_SUBMITTED,
    INTERVIEW_ABANDONED,
    INTERVIEW_STATES
};

/* Where the recruiter is within an open interview. */
enum stage { STAGE_OPENING, STAGE_QUESTIONS, STAGE_CLOSING, STAGE_WRAP_UP, STAGES };

/* Once it was submitted an interview does not change: a correction stands beside what was recorded.
 * `value` is what the slot has had since then, `old` what it had before. */
struct amendment {
    struct slot slot;
    const char *old, *value, *reason, *who;
    int64_t at;
};

/* A question that does not count, in any interview of the kit. What was scored stays. */
struct voiding {
    const char *reason, *who;
    int64_t at;
};

struct answer {
    struct question *question;    /* NULL: off-script, see own_text */
    const struct voiding *voided; /* NULL: it counts */
    struct mark mark;
    uint32_t heard, flags, probes; /* bit n: item n is ticked */
    struct str note, own_text;
    int64_t shown_at, left_at; /* first shown, first left */
    int64_t marked_at;         /* when the mark was last set; 0 while unset */
    int64_t spent_ms;          /* on this question */
};

struct step {
    const char *text;
    bool closing;
    bool done;
    struct str note;
};

struct fact_answer {
    const struct fact *fact;
    struct str value;
};

enum decision { DECISION_NONE, DECISION_ADVANCE, DECISION_HOLD, DECISION_REJECT, DECISIONS };

struct interview {
    struct arena arena;
    int64_t id;
    char uuid[UUID_TEXT + 1];
    enum interview_state state;
    int64_t candidate_id;
    const char *candidate, *interviewer, *job; /* job may be "" */
    int64_t planned_at, started_at, touched_at, submitted_at, abandoned_at;
    int offset_min;
    bool not_blind; /* another interview of the candidate was seen before the start */

    struct kit kit; /* kit.n answers come first, in its order, off-script ones behind them */
    struct answer *answers;
    size_t n_answers, cap_answers;
    struct step *steps; /* opening, then closing */
    size_t n_steps;
    struct fact_answer *facts;
    size_t n_facts;
    uint32_t overall; /* bit n: red flag n of the interview as a whole */
    struct str general, summary, decision_draft;
    struct kept {
        struct slot *items; /* FIELD_KEPT slots that are "1" */
        size_t n, cap;
    } kept;

    enum stage stage;
    int at, back;       /* answer shown now, and the one before ("r"); back is -1 for none */
    int64_t elapsed_ms; /* counted time, breaks and pauses left out */
    bool paused;

    enum decision decision;      /* the latest */
    const char *decision_reason; /* NULL: none */
    const char *decided_by;      /* NULL: not decided */
    int64_t decided_at;
    struct decided_on { /* what the scores came to then; tenths 0: incomplete */
        int tenths, scored, asked;
    } decided_on;

    struct amendment *amendments; /* in the order in which they were made; their texts and values
                                     are those of the fields above already */
    size_t n_amendments;
};

/* Empty: every text an empty str, `back` none. A zeroed struct is not enough. */
void interview_init(struct interview *iv);
void interview_release(struct interview *iv);

/* Makes the unset answers, the steps and the facts of iv->kit, whose texts must live as long as the
 * interview (in its arena, when it was loaded). The arrays lie in the arena; cap_answers is 0 as
 * long as the answers do, interview_add_own moves them out. */
void interview_lay_out(struct interview *iv);

/* Adds an off-script answer behind the others and returns its position. */
int interview_add_own(struct interview *iv);

/* The rules: may `value` be recorded in `slot` now? Refuses on an interview that is not open
 * (FIELD_DECISION: not submitted, for a decision comes after the scores are locked), a slot or tick
 * that is not there, a mark on an off-script question, and a score off the scale. Any text is
 * allowed in any text slot: what a fact's kind has to remark is domain/fact.h's, and refuses
 * nothing. */
bool interview_check(const struct interview *iv, struct slot slot, const char *value,
                     struct err *e);

/* Records it in memory (interview_check must have said yes, or a load found it stored; a slot that
 * is not there is left alone). `at` is UTC ms and becomes touched_at. */
void interview_apply(struct interview *iv, struct slot slot, const char *value, int64_t at);

/* Adds the present value, as in the table of slot.h. */
void interview_value(const struct interview *iv, struct slot slot, struct str *out);

/* The text behind a text slot, or NULL when the slot is not one. */
struct str *interview_text(struct interview *iv, struct slot slot);

/* Answers that stand in the way of submitting: scripted and unset. The first from `from` on, or -1.
 */
int interview_gap(const struct interview *iv, int from);
int interview_gaps(const struct interview *iv);

/* May it be submitted? Open, and no gap; the message names the questions by number from 1. */
bool interview_may_submit(const struct interview *iv, struct err *e);

/* May `value` be amended in `slot`? Only of a submitted interview; a mark, a tick, a flag or a
 * text; never back to "not scored", and not to what it is already. */
bool interview_check_amendment(const struct interview *iv, struct slot slot, const char *value,
                               struct err *e);

/* The first amendment of the slot, whose `old` is what was submitted; NULL: none. */
const struct amendment *interview_first_amended(const struct interview *iv, struct slot slot);

/* With fewer scripted questions that are not void, an interview is a weak one. */
#define INTERVIEW_FEW 6
int interview_counting(const struct interview *iv);

const char *interview_state_name(enum interview_state s); /* "planned": stored and shown */
bool interview_state_parse(const char *name, enum interview_state *s);
const char *stage_name(enum stage s);
bool stage_parse(const char *name, enum stage *s);
/* "advance", "hold", "reject": stored; DECISION_NONE is "" and is not parsed. */
const char *decision_name(enum decision d);
const char *decision_words(enum decision d); /* "Advance", "Hold", "Do not advance" */
bool decision_parse(const char *name, enum decision *d);

#endif
