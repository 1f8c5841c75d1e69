/* The end of an interview: submitted, abandoned, taken up again; then the decision. */

#include "store/submit.h"
#include "store/blind.h"
#include "store/edits.h"
#include "store/head.h"
#include "store/people.h"
#include "store/result.h"
#include "store/search.h"

static bool no_edits(struct store *s, int64_t id, struct err *e)
{
    static const char ANY[] = "SELECT 1 FROM note_edit WHERE interview = ?1 LIMIT 1";
    bool any;
    if (!db_exists(s, ANY, ARGS(I(id)), &any, e))
        return false;
    return !any || err_set(e, ERR_REFUSED,
                           "a note of this interview is still being typed: leave it (Tab), then "
                           "submit");
}

static bool no_gaps(struct store *s, int64_t id, struct err *e)
{
    static const char GAPS[] = "SELECT pos FROM answer WHERE interview = ?1 AND mark = 'unset'"
                               " AND question IS NOT NULL ORDER BY pos LIMIT 1";
    struct query q;
    query_start(&q, s, GAPS, ARGS(I(id)));
    bool gap = query_row(&q);
    int64_t pos = gap ? query_int(&q, 0) : 0;
    if (!query_end(&q, e))
        return false;
    return !gap || err_set(e, ERR_REFUSED,
                           "question %lld is not scored: score it, or say why not, then submit",
                           (long long)pos + 1);
}

static bool end(struct store *s, int64_t id, enum interview_state state, int64_t at, struct err *e)
{
    static const char END[] = "UPDATE interview SET state = ?2, ended_at = ?3 WHERE id = ?1";
    return db_run(s, END, ARGS(I(id), T(interview_state_name(state)), I(at)), e);
}

/* Whoever submits is shown what came of it: a later interview of the candidate is not blind. */
static bool note_seen(struct store *s, const struct head *head, int64_t at, struct err *e)
{
    static const char NOTE[] =
        "INSERT INTO viewing (interview, viewer, at) SELECT id, interviewer, ?2 FROM interview"
        " WHERE id = ?1 ON CONFLICT (interview, viewer) DO UPDATE SET at = excluded.at";
    return db_run(s, NOTE, ARGS(I(head->id), I(at)), e);
}

static bool submit(struct store *s, int64_t id, int64_t at, struct err *e)
{
    struct head head;
    return head_load(s, id, &head, e) && head_expect(&head, INTERVIEW_OPEN, e) &&
           no_edits(s, id, e) && no_gaps(s, id, e) && search_update(s, id, e) &&
           end(s, id, INTERVIEW_SUBMITTED, at, e) && result_add(s, &head, e) &&
           note_seen(s, &head, at, e);
}

bool store_submit(struct store *s, int64_t id, int64_t at, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, submit(s, id, at, e), e);
}

/* Planned ones too: a call that will not take place. */
bool submit_abandon(struct store *s, int64_t id, int64_t at, struct err *e)
{
    struct head head;
    if (!head_load(s, id, &head, e))
        return false;
    if (head.state != INTERVIEW_PLANNED && !head_expect(&head, INTERVIEW_OPEN, e))
        return false;
    return edits_fold_all(s, id, e) && end(s, id, INTERVIEW_ABANDONED, at, e);
}

bool store_abandon(struct store *s, int64_t id, int64_t at, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, submit_abandon(s, id, at, e), e);
}

static bool reopen(struct store *s, int64_t id, int64_t at, struct err *e)
{
    static const char OPEN[] =
        "UPDATE interview SET state = CASE started_at WHEN 0 THEN 'planned' ELSE 'open' END,"
        " ended_at = 0, touched_at = ?2 WHERE id = ?1";
    struct head head;
    bool viewed;
    if (!head_load(s, id, &head, e) || !head_expect(&head, INTERVIEW_ABANDONED, e) ||
        !blind_viewed_others(s, id, head.ended_at, &viewed, e))
        return false;
    if (viewed)
        return err_set(e, ERR_REFUSED,
                       "this interview cannot be taken up again: somebody else's interview of the "
                       "candidate was looked at since; start a new one");
    return db_run(s, OPEN, ARGS(I(id), I(at)), e);
}

bool store_reopen(struct store *s, int64_t id, int64_t at, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, reopen(s, id, at, e), e);
}

static bool decide(struct store *s, int64_t id, const struct store_decision *d, struct err *e)
{
    static const char ADD[] =
        "INSERT INTO decision (interview, n, at, who, decision, reason, tenths, scored, asked)"
        " SELECT i.id, coalesce((SELECT max(n) FROM decision WHERE interview = i.id), 0) + 1, ?2,"
        " ?5, ?3, ?4, r.tenths, r.scored, r.asked"
        " FROM interview i JOIN result r ON r.interview = i.id WHERE i.id = ?1";
    static const char DROP[] = "DELETE FROM note_edit WHERE interview = ?1 AND field = 'decision'";
    struct head head;
    int64_t who;
    if (!head_load(s, id, &head, e) || !head_expect(&head, INTERVIEW_SUBMITTED, e) ||
        !people_writer(s, head.interviewer, &who, e) ||
        !db_run(s, ADD, ARGS(I(id), I(d->at), T(decision_name(d->decision)), T(d->reason), I(who)),
                e))
        return false;
    if (db_changed(s) != 1)
        return err_set(e, ERR_STORE, "%s is damaged: interview %lld has no result", store_path(s),
                       (long long)id);
    return db_run(s, DROP, ARGS(I(id)), e);
}

bool store_decide(struct store *s, int64_t id, const struct store_decision *d, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, decide(s, id, d, e), e);
}
