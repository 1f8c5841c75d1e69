#include "store/candidates.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "store/blind.h"
#include "store/db.h"
#include "store/search.h"

static bool missing(int64_t id, struct err *e)
{
    return err_set(e, ERR_MISSING, "there is no candidate number %lld here", (long long)id);
}

bool store_candidate(struct store *s, int64_t id, struct candidate *out, struct arena *a,
                     struct err *e)
{
    static const char FIND[] =
        "SELECT r.id, r.name, r.email, r.phone, r.link FROM candidate c"
        " JOIN candidate r ON r.id = c.root WHERE c.id = ?1 AND r.name IS NOT NULL";
    struct query q;
    query_start(&q, s, FIND, ARGS(I(id)));
    bool found = query_row(&q);
    if (found)
        *out = (struct candidate){.id = query_int(&q, 0),
                                  .name = query_dup(&q, 1, a),
                                  .email = query_dup(&q, 2, a),
                                  .phone = query_dup(&q, 3, a),
                                  .link = query_dup(&q, 4, a)};
    if (!query_end(&q, e))
        return false;
    return found || missing(id, e);
}

bool store_candidate_of(struct store *s, int64_t interview, int64_t *candidate, struct err *e)
{
    static const char FIND[] = "SELECT candidate FROM interview WHERE id = ?1";
    struct query q;
    query_start(&q, s, FIND, ARGS(I(interview)));
    bool found = query_row(&q);
    if (found)
        *candidate = query_int(&q, 0);
    if (!query_end(&q, e))
        return false;
    return found ||
           err_set(e, ERR_MISSING, "there is no interview number %lld here", (long long)interview);
}

/* Who changes it: the one who looks, NULL when that is not known. */
static bool who(struct store *s, struct arg *out, struct err *e)
{
    int64_t me;
    if (!blind_me(s, &me, e))
        return false;
    *out = arg_id(me > 0 ? me : 0);
    return true;
}

/* Before the row is changed: what will differ. */
static bool log_names(struct store *s, const struct candidate *c, int64_t at, struct err *e)
{
    static const char LOG[] =
        "INSERT INTO candidate_change (candidate, at, who, field)"
        " SELECT c.id, ?2, ?3, f.column1 FROM candidate c, (VALUES ('name', ?4), ('email', ?5),"
        " ('phone', ?6), ('link', ?7)) f WHERE c.id = ?1 AND f.column2 IS NOT"
        " CASE f.column1 WHEN 'name' THEN c.name WHEN 'email' THEN c.email"
        " WHEN 'phone' THEN c.phone ELSE c.link END";
    struct arg me;
    return who(s, &me, e) &&
           db_run(s, LOG,
                  ARGS(I(c->id), I(at), me, T(c->name), T(c->email), T(c->phone), T(c->link)), e);
}

static bool change_row(struct store *s, const struct candidate *c, int64_t at, struct err *e)
{
    static const char SET[] =
        "UPDATE candidate SET name = ?2, fold = ?3, email = ?4, phone = ?5, link = ?6,"
        " changed_at = ?7, changed_by = ?8 WHERE id = ?1 AND name IS NOT NULL";
    struct str fold = STR_INIT;
    struct arg me;
    utf8_fold(&fold, c->name);
    bool good = who(s, &me, e) && db_run(s, SET,
                                         ARGS(I(c->id), T(c->name), T(fold.s), T(c->email),
                                              T(c->phone), T(c->link), I(at), me),
                                         e);
    str_release(&fold);
    if (!good)
        return false;
    return db_changed(s) == 1 || missing(c->id, e);
}

struct ids {
    int64_t *items;
    size_t n, cap;
};

static bool index_again(struct store *s, int64_t candidate, struct err *e)
{
    static const char INTERVIEWS[] = "SELECT id FROM interview WHERE candidate = ?1";
    struct ids ids = {0};
    struct query q;
    query_start(&q, s, INTERVIEWS, ARGS(I(candidate)));
    while (query_row(&q))
        *VEC_PUSH(&ids) = query_int(&q, 0);
    bool good = query_end(&q, e);
    for (size_t i = 0; i < ids.n && good; i++)
        good = search_update(s, ids.items[i], e);
    VEC_RELEASE(&ids);
    return good;
}

static bool edit(struct store *s, const struct candidate *c, int64_t at, struct err *e)
{
    return log_names(s, c, at, e) && change_row(s, c, at, e) && index_again(s, c->id, e);
}

bool store_edit_candidate(struct store *s, const struct candidate *c, int64_t at, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, edit(s, c, at, e), e);
}

static bool check_pair(struct store *s, int64_t from, int64_t into, struct err *e)
{
    static const char ROOTS[] = "SELECT f.root = i.root, f.merged_into IS NOT NULL"
                                " FROM candidate f, candidate i WHERE f.id = ?1 AND i.id = ?2";
    struct query q;
    query_start(&q, s, ROOTS, ARGS(I(from), I(into)));
    bool there = query_row(&q);
    bool same = there && query_int(&q, 0) != 0, merged = there && query_int(&q, 1) != 0;
    if (!query_end(&q, e))
        return false;
    if (!there)
        return err_set(e, ERR_MISSING, "there is no candidate number %lld or %lld here",
                       (long long)from, (long long)into);
    if (same)
        return err_set(e, ERR_REFUSED, "these two records are one candidate already");
    return !merged || err_set(e, ERR_REFUSED, "this record was merged before: undo that first");
}

static bool check_merged(struct store *s, int64_t id, struct err *e)
{
    static const char MERGED[] =
        "SELECT 1 FROM candidate WHERE id = ?1 AND merged_into IS NOT NULL";
    bool merged;
    if (!db_exists(s, MERGED, ARGS(I(id)), &merged, e))
        return false;
    return merged ||
           err_set(e, ERR_REFUSED, "record %lld was not merged into another one", (long long)id);
}

static bool set_merged(struct store *s, int64_t from, int64_t into, int64_t at, struct err *e)
{
    static const char SET[] = "UPDATE candidate SET merged_into = ?2, changed_at = ?3,"
                              " changed_by = ?4 WHERE id = ?1";
    static const char LOG[] = "INSERT INTO candidate_change (candidate, at, who, field)"
                              " VALUES (?1, ?2, ?3, 'merged_into')";
    struct arg me;
    return who(s, &me, e) && db_run(s, SET, ARGS(I(from), ID(into), I(at), me), e) &&
           (db_changed(s) == 1 || missing(from, e)) && db_run(s, LOG, ARGS(I(from), I(at), me), e);
}

/* Every record of the group finds its end anew. */
static bool find_roots(struct store *s, int64_t from, struct err *e)
{
    static const char FIND[] =
        "UPDATE candidate SET root = (WITH RECURSIVE up (id, next) AS ("
        "SELECT c.id, c.merged_into FROM candidate c WHERE c.id = candidate.id UNION"
        " SELECT c.id, c.merged_into FROM candidate c JOIN up ON c.id = up.next)"
        " SELECT id FROM up WHERE next IS NULL)"
        " WHERE root = (SELECT root FROM candidate WHERE id = ?1)";
    return db_run(s, FIND, ARGS(I(from)), e);
}

static bool merge(struct store *s, int64_t from, int64_t into, int64_t at, struct err *e)
{
    return (into == 0 ? check_merged(s, from, e) : check_pair(s, from, into, e)) &&
           set_merged(s, from, into, at, e) && find_roots(s, from, e);
}

bool store_merge_candidates(struct store *s, int64_t from, int64_t into, int64_t at, struct err *e)
{
    return tx_begin(s, e) && tx_end(s, merge(s, from, into, at, e), e);
}
