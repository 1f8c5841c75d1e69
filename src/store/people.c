#include "store/people.h"

#include "base/utf8.h"
#include "base/uuid.h"

bool people_find_interviewer(struct store *s, const char *name, int64_t *id, struct err *e)
{
    static const char FIND[] = "SELECT id FROM interviewer WHERE name = ?1";
    return db_int(s, FIND, ARGS(T(name)), id, e);
}

bool people_interviewer(struct store *s, const char *name, int64_t *id, struct err *e)
{
    static const char ADD[] = "INSERT INTO interviewer (uuid, name) VALUES (?1, ?2)";
    char uuid[UUID_TEXT + 1];
    if (!people_find_interviewer(s, name, id, e))
        return false;
    if (*id != 0)
        return true;
    uuid_new(s->sys, uuid);
    if (!db_run(s, ADD, ARGS(T(uuid), T(name)), e))
        return false;
    *id = db_last_id(s);
    return true;
}

bool people_writer(struct store *s, int64_t otherwise, int64_t *id, struct err *e)
{
    if (s->me != NULL)
        return people_interviewer(s, s->me, id, e);
    *id = otherwise;
    return otherwise != 0 ||
           err_set(e, ERR_REFUSED,
                   "it is not known who you are: put your name behind \"interviewer:\" in the "
                   "configuration");
}

static bool add_candidate(struct store *s, const char *name, int64_t *id, struct err *e)
{
    static const char ADD[] =
        "INSERT INTO candidate (id, uuid, name, fold, root, created_at, changed_at)"
        " SELECT n, ?1, ?2, ?3, n, ?4, ?4 FROM (SELECT coalesce(max(id), 0) + 1 AS n FROM"
        " candidate)";
    char uuid[UUID_TEXT + 1];
    struct str fold = STR_INIT;
    uuid_new(s->sys, uuid);
    utf8_fold(&fold, name);
    bool good = db_run(s, ADD, ARGS(T(uuid), T(name), T(fold.s), I(s->sys->wall_ms(s->sys))), e);
    *id = db_last_id(s);
    str_release(&fold);
    return good;
}

bool people_candidate(struct store *s, const struct interview_plan *plan, int64_t *id,
                      struct err *e)
{
    static const char ROOT[] = "SELECT root FROM candidate WHERE id = ?1";
    if (plan->candidate_id == 0)
        return add_candidate(s, plan->candidate, id, e);
    if (!db_int(s, ROOT, ARGS(I(plan->candidate_id)), id, e))
        return false;
    return *id != 0 || err_set(e, ERR_MISSING, "there is no candidate number %lld here",
                               (long long)plan->candidate_id);
}

bool people_job(struct store *s, const char *name, int64_t *id, struct err *e)
{
    static const char KEEP[] = "INSERT INTO job (name, fold, used_at) VALUES (?1, ?2, ?3)"
                               " ON CONFLICT (name) DO UPDATE SET used_at = excluded.used_at";
    static const char FIND[] = "SELECT id FROM job WHERE name = ?1";
    struct str fold = STR_INIT;
    *id = 0;
    if (name == NULL || name[0] == '\0')
        return true;
    utf8_fold(&fold, name);
    bool good = db_run(s, KEEP, ARGS(T(name), T(fold.s), I(s->sys->wall_ms(s->sys))), e) &&
                db_int(s, FIND, ARGS(T(name)), id, e);
    str_release(&fold);
    return good;
}
