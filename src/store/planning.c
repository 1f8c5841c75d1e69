/* Planned interviews and their start. */

#include "base/uuid.h"
#include "store/bank_version.h"
#include "store/blind.h"
#include "store/edits.h"
#include "store/head.h"
#include "store/people.h"
#include "store/search.h"
#include "store/submit.h"

/* The rows that a plan points at. */
struct ends {
    int64_t candidate, interviewer, job;
    struct asked asked;
};

static bool fill_answers(struct store *s, int64_t id, const struct asked *asked, enum level level,
                         struct err *e)
{
    static const char FILL[] = "INSERT INTO answer (interview, pos, question)"
                               " SELECT ?1, pos, question FROM bank_question"
                               " WHERE bank_version = ?2 AND level = ?3";
    return db_run(s, FILL, ARGS(I(id), I(asked->bank_version), T(level_name(level))), e);
}

static bool keep_ends(struct store *s, const struct interview_plan *plan, struct ends *ends,
                      struct err *e)
{
    return people_interviewer(s, plan->interviewer, &ends->interviewer, e) &&
           people_candidate(s, plan, &ends->candidate, e) &&
           people_job(s, plan->job, &ends->job, e);
}

static bool add_interview(struct store *s, const struct interview_plan *plan,
                          const struct ends *ends, int64_t *id, struct err *e)
{
    static const char ADD[] =
        "INSERT INTO interview (uuid, candidate, interviewer, job, bank_version, bank, level, kit,"
        " scale, asked, minutes, state, created_at, planned_at) VALUES (?1, ?2, ?3, ?4, ?5,"
        " (SELECT name FROM bank_version WHERE id = ?5), ?6, ?7, ?8, ?9, ?10, 'planned', ?11, ?12)";
    const struct asked *asked = &ends->asked;
    char uuid[UUID_TEXT + 1];
    uuid_new(s->sys, uuid);
    if (!db_run(s, ADD,
                ARGS(T(uuid), I(ends->candidate), I(ends->interviewer), ID(ends->job),
                     I(asked->bank_version), T(level_name(plan->level)), I(asked->kit),
                     I(asked->scale), I(asked->questions),
                     I(plan->minutes > 0 ? plan->minutes : asked->minutes),
                     I(s->sys->wall_ms(s->sys)), I(plan->planned_at)),
                e))
        return false;
    *id = db_last_id(s);
    return fill_answers(s, *id, asked, plan->level, e) && search_add(s, *id, e);
}

static bool plan(struct store *s, const struct interview_plan *plan, const struct store_bank *bank,
                 int64_t *id, struct err *e)
{
    struct ends ends;
    return bank_version_keep(s, bank, plan->level, &ends.asked, e) &&
           keep_ends(s, plan, &ends, e) && add_interview(s, plan, &ends, id, e);
}

bool store_plan(struct store *s, const struct interview_plan *p, const struct store_bank *bank,
                int64_t *id, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, plan(s, p, bank, id, e), e);
}

/* Answers follow the questions: of another version or level they begin anew. `head` tells what was
 * stored but for its level, which is the one wanted. */
static bool ask_instead(struct store *s, const struct head *head, const struct asked *asked,
                        struct err *e)
{
    static const char SAME[] = "SELECT 1 FROM interview WHERE id = ?1 AND bank_version = ?2"
                               " AND level = ?3";
    static const char ASK[] =
        "UPDATE interview SET bank_version = ?2, level = ?3, kit = ?4, scale = ?5, asked = ?6,"
        " bank = (SELECT name FROM bank_version WHERE id = ?2) WHERE id = ?1";
    static const char CLEAR[] = "DELETE FROM answer WHERE interview = ?1";
    struct arg level = T(level_name(head->level));
    bool same;
    if (!db_exists(s, SAME, ARGS(I(head->id), I(asked->bank_version), level), &same, e))
        return false;
    return same || (db_run(s, CLEAR, ARGS(I(head->id)), e) &&
                    db_run(s, ASK,
                           ARGS(I(head->id), I(asked->bank_version), level, I(asked->kit),
                                I(asked->scale), I(asked->questions)),
                           e) &&
                    fill_answers(s, head->id, asked, head->level, e));
}

/* The bank as it is now, when it was given, else as it was stored with the plan; of the head's
 * level. */
static bool find_asked(struct store *s, const struct head *head, const struct store_bank *bank,
                       struct asked *asked, struct err *e)
{
    if (bank != NULL)
        return bank_version_keep(s, bank, head->level, asked, e);
    return bank_version_level(s, head->bank_version, head->level, asked, e);
}

/* A plan that names the candidate it had, without a number, means that one. */
static bool same_candidate(struct store *s, const struct head *head, struct interview_plan *plan,
                           struct err *e)
{
    static const char SAME[] = "SELECT 1 FROM candidate WHERE id = ?1 AND name = ?2";
    bool same;
    if (plan->candidate_id != 0)
        return true;
    if (!db_exists(s, SAME, ARGS(I(head->candidate), T(plan->candidate)), &same, e))
        return false;
    if (same)
        plan->candidate_id = head->candidate;
    return true;
}

static bool replan(struct store *s, int64_t id, struct interview_plan plan,
                   const struct store_bank *bank, struct err *e)
{
    static const char CHANGE[] =
        "UPDATE interview SET candidate = ?2, interviewer = ?3, job = ?4, minutes = ?5,"
        " planned_at = ?6 WHERE id = ?1";
    struct head head;
    struct ends ends;
    if (!head_load(s, id, &head, e) || !head_expect(&head, INTERVIEW_PLANNED, e) ||
        !same_candidate(s, &head, &plan, e) || !keep_ends(s, &plan, &ends, e))
        return false;
    head.level = plan.level;
    if (!find_asked(s, &head, bank, &ends.asked, e) || !ask_instead(s, &head, &ends.asked, e))
        return false;
    int minutes = plan.minutes > 0 ? plan.minutes : ends.asked.minutes;
    return db_run(s, CHANGE,
                  ARGS(I(id), I(ends.candidate), I(ends.interviewer), ID(ends.job), I(minutes),
                       I(plan.planned_at)),
                  e) &&
           search_update(s, id, e);
}

bool store_replan(struct store *s, int64_t id, const struct interview_plan *p,
                  const struct store_bank *bank, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, replan(s, id, *p, bank, e), e);
}

static bool start(struct store *s, int64_t id, const struct store_bank *bank,
                  const struct store_moment *when, struct err *e)
{
    static const char OPEN[] = "UPDATE interview SET state = 'open', started_at = ?2,"
                               " touched_at = ?2, tz = ?3, not_blind = ?4 WHERE id = ?1";
    struct head head;
    struct asked asked;
    bool viewed;
    if (!head_load(s, id, &head, e) || !head_expect(&head, INTERVIEW_PLANNED, e) ||
        !find_asked(s, &head, bank, &asked, e) || !ask_instead(s, &head, &asked, e) ||
        !blind_was_viewed(s, id, &viewed, e))
        return false;
    return db_run(s, OPEN, ARGS(I(id), I(when->at), I(when->offset_min), I(viewed)), e) &&
           search_update(s, id, e);
}

bool store_start(struct store *s, int64_t id, const struct store_bank *bank,
                 const struct store_moment *when, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, start(s, id, bank, when, e), e);
}

/* ---- again, at another level ---- */

static bool fill_texts(struct store *s, int64_t id, const struct store_instead *new, struct err *e)
{
    struct store_write w = {.interview = id, .cause = CAUSE_DO, .at = new->when.at};
    for (size_t i = 0; i < new->n_texts; i++) {
        w.slot = new->texts[i].slot;
        if (!edits_set_text(s, &w, new->texts[i].value, e))
            return false;
    }
    return search_update(s, id, e);
}

static bool start_instead(struct store *s, const struct store_instead *new,
                          const struct store_bank *bank, int64_t *id, struct err *e)
{
    return plan(s, new->plan, bank, id, e) && submit_abandon(s, new->of, new->when.at, e) &&
           start(s, *id, NULL, &new->when, e) && fill_texts(s, *id, new, e);
}

bool store_start_instead(struct store *s, const struct store_instead *new,
                         const struct store_bank *bank, int64_t *id, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, start_instead(s, new, bank, id, e), e);
}
