#include "store/blind.h"

#include "store/interviews.h"
#include "store/lists.h"
#include "store/people.h"

bool blind_me(struct store *s, int64_t *me, struct err *e)
{
    *me = -1;
    return s->me == NULL || people_find_interviewer(s, s->me, me, e);
}

bool blind_allows(struct store *s, int64_t interview, struct err *e)
{
    static const char HIDDEN[] = "SELECT 1 FROM interview i JOIN candidate c ON c.id = i.candidate"
                                 " WHERE i.id = ?2 AND " BLIND_HIDDEN;
    int64_t me;
    bool hidden;
    if (!blind_me(s, &me, e) || !db_exists(s, HIDDEN, ARGS(I(me), I(interview)), &hidden, e))
        return false;
    return !hidden || err_set(e, ERR_REFUSED,
                              "this interview is hidden until you have submitted your own of the "
                              "same candidate, so that it cannot sway you");
}

bool blind_note_viewed(struct store *s, int64_t interview, int64_t at, struct err *e)
{
    static const char NOTE[] = "INSERT INTO viewing (interview, viewer, at) VALUES (?1, ?2, ?3)"
                               " ON CONFLICT (interview, viewer) DO UPDATE SET at = excluded.at";
    int64_t me;
    if (!blind_me(s, &me, e))
        return false;
    return db_run(s, NOTE, ARGS(I(interview), I(me > 0 ? me : 0), I(at)), e);
}

static bool note_all(struct store *s, const int64_t *ids, size_t n, struct err *e)
{
    static const char NOTE[] = "INSERT INTO viewing (interview, viewer, at) SELECT id, ?2, ?3"
                               " FROM interview WHERE id = ?1 AND state = 'submitted'"
                               " ON CONFLICT (interview, viewer) DO UPDATE SET at = excluded.at";
    int64_t me, now = s->sys->wall_ms(s->sys);
    bool good = blind_me(s, &me, e);
    for (size_t i = 0; good && i < n; i++)
        good = db_run(s, NOTE, ARGS(I(ids[i]), I(me > 0 ? me : 0), I(now)), e);
    return good;
}

bool store_note_viewed(struct store *s, const int64_t *ids, size_t n, bool wait, struct err *e)
{
    if (n == 0)
        return true;
    if (!wait)
        sqlite3_busy_timeout(s->db, 0);
    bool good = tx_begin(s, e) && tx_end(s, note_all(s, ids, n, e), e);
    if (!wait)
        sqlite3_busy_timeout(s->db, BUSY_MS);
    return good;
}

/* Viewer 0 is whoever sat there: that may have been anybody. */
#define VIEWED                                                                                     \
    "SELECT 1 FROM interview i JOIN candidate c ON c.id = i.candidate"                             \
    " JOIN candidate oc ON oc.root = c.root"                                                       \
    " JOIN interview o ON o.candidate = oc.id AND o.id <> i.id"                                    \
    " JOIN viewing v ON v.interview = o.id AND v.viewer IN (0, i.interviewer)"                     \
    " WHERE i.id = ?1"

bool blind_was_viewed(struct store *s, int64_t interview, bool *viewed, struct err *e)
{
    static const char ANY[] = VIEWED;
    return db_exists(s, ANY, ARGS(I(interview)), viewed, e);
}

bool blind_viewed_others(struct store *s, int64_t interview, int64_t since, bool *viewed,
                         struct err *e)
{
    static const char OTHERS[] = VIEWED " AND o.interviewer <> i.interviewer AND v.at >= ?2";
    return db_exists(s, OTHERS, ARGS(I(interview), I(since)), viewed, e);
}
