#include "store/orders.h"

#include "base/vec.h"
#include "store/rows.h"

#define WANTED                                                                                     \
    "(?6 IS NULL OR i.bank = ?6) AND (?7 IS NULL OR i.level = ?7)"                                 \
    " AND (?8 IS NULL OR i.state = ?8) AND (?9 IS NULL OR i.job = ?9)"                             \
    " AND (?10 IS NULL OR i.interviewer = ?10) AND (?11 IS NULL OR o.decision IS ?11)"             \
    " AND (?12 IS NULL OR i.kit = ?12) AND (?13 IS NULL OR i.listed_at >= ?13)"                    \
    " AND (?14 IS NULL OR i.listed_at < ?14)"
#define SELECT                                                                                     \
    "SELECT " ROW_SEEN ", o.decision, i.kit, o.tenths, o.scored, o.questions, " WANTED             \
    ", i.listed_at, i.scale FROM "
#define OUTCOME           " LEFT JOIN outcome o ON o.interview = i.id"
#define INTERVIEWS(index) "interview i INDEXED BY " index ROW_JOINS OUTCOME
#define OUTCOMES(index)                                                                            \
    "outcome o INDEXED BY " index " CROSS JOIN interview i ON i.id = o.interview" ROW_JOINS

/* The row comes first: of several bounds of an index SQLite takes the one that is named first. */
#define NEWEST(from, group, at, id)                                                                \
    SELECT from " WHERE (" at ", " id ") < (?2, ?3) AND " at " >= ?5" group " ORDER BY " at        \
                " DESC, " id " DESC"
#define OLDEST(from, group, at, id)                                                                \
    SELECT from " WHERE (" at ", " id ") > (?2, ?3) AND " at " < ?5" group " ORDER BY " at ", " id
#define BOTH(from, group, at, id)                                                                  \
    {                                                                                              \
        NEWEST(from, group, at, id), OLDEST(from, group, at, id)                                   \
    }
#define LISTED(index, group)  BOTH(INTERVIEWS(index), group, "i.listed_at", "i.id")
#define DECIDED(index, group) BOTH(OUTCOMES(index), group, "o.listed_at", "o.interview")
/* By one number alone. */
#define NUMBERED(from, group, id)                                                                  \
    {                                                                                              \
        SELECT from " WHERE " id " < ?3" group " ORDER BY " id " DESC",                            \
            SELECT from " WHERE " id " > ?3" group " ORDER BY " id                                 \
    }

const char *const source_rows[SOURCES][2] = {
    [BY_DATE] = LISTED("interview_listed", ""),
    [BY_JOB] = LISTED("interview_job", " AND i.job IS ?4"),
    [BY_BANK] = LISTED("interview_bank", " AND i.bank = ?4"),
    [BY_INTERVIEWER] = LISTED("interview_interviewer", " AND i.interviewer = ?4"),
    [BY_STATE] = LISTED("interview_state", " AND i.state = ?4"),
    [BY_LEVEL] = LISTED("interview_level", " AND i.level = ?4"),
    [BY_DECISION] = DECIDED("outcome_decision", " AND o.decision = ?4"),
    [BY_CANDIDATE] =
        BOTH(INTERVIEWS("interview_candidate"), " AND i.candidate = ?4", "i.state", "i.id"),
    [BY_COMPOSITE] = DECIDED("outcome_kit", " AND o.kit = ?12 AND o.tenths IS ?4"),
    [BY_ENDED] = BOTH(INTERVIEWS("interview_ended"), " AND i.ended_at > 0", "i.ended_at", "i.id"),
    [BY_WORDS] = NUMBERED("search CROSS JOIN interview i ON i.id = search.rowid" ROW_JOINS OUTCOME,
                          " AND search MATCH ?15", "search.rowid"),
    [BY_NUMBER] = NUMBERED("interview i" ROW_JOINS OUTCOME, "", "i.id"),
};

const char order_one[] = SELECT "interview i" ROW_JOINS OUTCOME " WHERE i.id = ?3";

#define WALK(table, name, where)                                                                   \
    {                                                                                              \
        "SELECT id, " name " FROM " table " WHERE " where "(" name ", id) > (?1, ?2)"              \
        " ORDER BY " name ", id",                                                                  \
            "SELECT id, " name " FROM " table " WHERE " where "(" name ", id) < (?1, ?2)"          \
            " ORDER BY " name " DESC, id DESC"                                                     \
    }
/* ?2 is named so that both kinds of step take the same arguments. */
#define STEP(table, value, where)                                                                  \
    {                                                                                              \
        "SELECT min(" value ") FROM " table " WHERE " where value " > ?1 AND ?2 = ?2",             \
            "SELECT max(" value ") FROM " table " WHERE " where value " < ?1 AND ?2 = ?2"          \
    }

static const struct group levels[] = {
    {BY_LEVEL, "junior"}, {BY_LEVEL, "mid"}, {BY_LEVEL, "senior"}};
static const struct group states[] = {
    {BY_STATE, "planned"}, {BY_STATE, "open"}, {BY_STATE, "submitted"}, {BY_STATE, "abandoned"}};
static const struct group decisions[] = {
    {BY_DECISION, "advance"}, {BY_DECISION, "hold"}, {BY_DECISION, "reject"}};
static const struct group undecided[] = {
    {BY_DECISION, ""}, {BY_STATE, "open"}, {BY_STATE, "planned"}, {BY_STATE, "abandoned"}};
static const struct group no_job[] = {{BY_JOB, NULL}};
static const struct group incomplete[] = {{BY_COMPOSITE, NULL}};
static const struct group not_ended[] = {{BY_STATE, "open"}, {BY_STATE, "planned"}};

#define GROUPS(list)                                                                               \
    {                                                                                              \
        list, COUNT_OF(list)                                                                       \
    }

const struct order orders[LIST_SORTS] = {
    [SORT_DATE] = {.source = BY_DATE, .by_time = true},
    [SORT_CANDIDATE] = {.source = BY_CANDIDATE,
                        .walk = WALK("candidate INDEXED BY candidate_fold", "fold", ""),
                        .none_step =
                            STEP("candidate INDEXED BY candidate_fold", "id", "fold IS NULL AND ")},
    [SORT_JOB] = {.source = BY_JOB,
                  .walk = WALK("job INDEXED BY job_fold", "fold", ""),
                  .none = GROUPS(no_job),
                  .telling = true},
    [SORT_BANK] = {.source = BY_BANK,
                   .step = STEP("interview INDEXED BY interview_bank", "bank", ""),
                   .telling = true},
    [SORT_LEVEL] = {.source = BY_LEVEL, .fixed = GROUPS(levels), .telling = true},
    [SORT_INTERVIEWER] = {.source = BY_INTERVIEWER,
                          .walk = WALK("interviewer", "name", ""),
                          .telling = true},
    [SORT_STATE] = {.source = BY_STATE, .fixed = GROUPS(states)},
    [SORT_DECISION] = {.source = BY_DECISION,
                       .fixed = GROUPS(decisions),
                       .none = GROUPS(undecided),
                       .telling = true},
    [SORT_COMPOSITE] = {.source = BY_COMPOSITE,
                        .step = STEP("outcome INDEXED BY outcome_kit", "tenths", "kit = ?2 AND "),
                        .none = GROUPS(incomplete),
                        .telling = true},
    [SORT_ENDED] = {.source = BY_ENDED, .none = GROUPS(not_ended), .by_time = true},
};
