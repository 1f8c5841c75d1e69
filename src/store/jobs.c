/* Which kits a job was interviewed with, and who was: what a shortlist is made of. */

#include "base/utf8.h"
#include "base/vec.h"
#include "store/blind.h"
#include "store/kits.h"
#include "store/scored_rows.h"

void job_kits_release(struct job_kits *k)
{
    VEC_RELEASE(k);
    arena_release(&k->arena);
}

static const char *text(const struct query *q, int column, struct arena *a)
{
    const char *dup = query_dup(q, column, a);
    return dup != NULL ? dup : "";
}

static bool read_kits(struct query *q, struct job_kits *out, struct err *e)
{
    while (query_row(q)) {
        struct job_kit *k = VEC_PUSH(out);
        *k = (struct job_kit){.job = query_int(q, 0),
                              .kit = query_int(q, 1),
                              .job_name = text(q, 2, &out->arena),
                              .bank = text(q, 3, &out->arena),
                              .title = text(q, 4, &out->arena)};
        level_parse(query_text(q, 5), &k->level);
    }
    if (query_end(q, e))
        return true;
    job_kits_release(out);
    return false;
}

#define KIT_COLUMNS                                                                                \
    "SELECT i.job, i.kit, j.name, i.bank, b.title, i.level, max(i.ended_at) AS last"               \
    " FROM interview i CROSS JOIN candidate c ON c.id = i.candidate"                               \
    " CROSS JOIN bank_version b ON b.id = i.bank_version LEFT JOIN job j ON j.id = i.job"

bool store_job_kit_of(struct store *s, int64_t interview, struct job_kits *out, struct err *e)
{
    static const char OF[] = KIT_COLUMNS " WHERE i.id = ?1 GROUP BY i.id";
    struct query q;
    *out = (struct job_kits){0};
    if (!blind_allows(s, interview, e))
        return false;
    query_start(&q, s, OF, ARGS(I(interview)));
    if (!read_kits(&q, out, e))
        return false;
    return out->n > 0 ||
           err_set(e, ERR_MISSING, "there is no interview number %lld here", (long long)interview);
}

/* As it is written, or else however it is written. */
static bool find_job(struct store *s, const char *name, int64_t *job, struct err *e)
{
    static const char EXACT[] = "SELECT id FROM job WHERE name = ?1";
    static const char FOLDED[] = "SELECT id FROM job WHERE fold = ?1 ORDER BY used_at DESC LIMIT 1";
    struct str folded = STR_INIT;
    utf8_fold(&folded, name);
    bool good = db_int(s, EXACT, ARGS(T(name)), job, e) &&
                (*job != 0 || db_int(s, FOLDED, ARGS(T(folded.s)), job, e));
    str_release(&folded);
    return good;
}

bool store_job_kits(struct store *s, const char *job, struct job_kits *out, struct err *e)
{
    static const char KITS[] =
        KIT_COLUMNS " WHERE i.job = ?2 AND i.state = 'submitted' AND NOT " BLIND_HIDDEN
                    " GROUP BY i.kit ORDER BY last DESC";
    struct query q;
    int64_t me, id = 0;
    *out = (struct job_kits){0};
    if (!blind_me(s, &me, e) || !find_job(s, job, &id, e))
        return false;
    if (id == 0)
        return err_set(e, ERR_MISSING,
                       "there is no interview for the job \"%s\": \"slate list\" shows the jobs",
                       job);
    query_start(&q, s, KITS, ARGS(I(me), I(id)));
    return read_kits(&q, out, e);
}

/* ---- who was interviewed ---- */

static void count(const struct scored *s, const struct job_kit *k, struct job_counts *counts)
{
    if (s->row.hidden)
        counts->hidden++;
    else if (s->row.state == INTERVIEW_SUBMITTED)
        counts->other_kits += s->kit != k->kit;
    else if (s->kit == k->kit && s->row.state == INTERVIEW_ABANDONED)
        counts->abandoned++;
    else
        counts->pending += s->kit == k->kit;
}

/* A flag is on by its latest amendment, or else as it was ticked; one that was never touched before
 * has only amendments. */
#define SAME_FLAG(a, b)                                                                            \
    a ".interview = " b ".interview AND " a ".field = " b ".field AND " a ".pos = " b              \
      ".pos AND " a ".item = " b ".item"
#define FLAGS                                                                                      \
    "((SELECT count(*) FROM tick t WHERE t.interview = i.id AND t.field IN ('flag', 'overall')"    \
    " AND CAST(coalesce((SELECT m.new FROM amendment m WHERE " SAME_FLAG(                          \
        "m", "t") " ORDER BY m.id DESC LIMIT 1), t.is_on) AS INTEGER) = 1)"                        \
                  " + (SELECT count(*) FROM amendment m WHERE m.interview = i.id"                  \
                  " AND m.field IN ('flag', 'overall') AND m.new = '1'"                            \
                  " AND NOT EXISTS (SELECT 1 FROM amendment l WHERE l.id > m.id AND " SAME_FLAG(   \
                      "l", "m") ")"                                                                \
                                " AND NOT EXISTS (SELECT 1 FROM tick t WHERE " SAME_FLAG(          \
                                    "t", "m") ")))"

static bool read_job(struct store *s, const struct job_kit *k, struct scored_list *out,
                     struct job_counts *counts, struct err *e)
{
    static const char ALL[] =
        "SELECT " SCORED_COLUMNS ", " FLAGS " FROM interview i INDEXED BY interview_job" ROW_JOINS
        " WHERE i.job IS ?2 AND (i.kit = ?3 OR i.bank = ?4 AND i.level = ?5)"
        " ORDER BY i.job, i.listed_at";
    struct query q;
    int64_t me;
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, ALL,
                ARGS(I(me), ID(k->job), I(k->kit), T(k->bank), T(level_name(k->level))));
    while (query_row(&q)) {
        struct scored *one = scored_rows_add(&q, out);
        if (scored_shown(one) && one->kit == k->kit) {
            one->flags = (int)query_int(&q, SCORED_NEXT);
            continue;
        }
        count(one, k, counts);
        out->n--;
    }
    return query_end(&q, e);
}

static bool note_viewed(struct store *s, const struct scored_list *l, struct err *e)
{
    int64_t now = s->sys->wall_ms(s->sys);
    bool good = true;
    for (size_t i = 0; good && i < l->n; i++)
        good = blind_note_viewed(s, l->items[i].row.id, now, e);
    return good;
}

bool store_job_scored(struct store *s, const struct job_kit *k, struct scored_list *out,
                      struct job_counts *counts, struct err *e)
{
    *out = (struct scored_list){0};
    *counts = (struct job_counts){0};
    if (read_job(s, k, out, counts, e) && tx_begin(s, e) && tx_end(s, note_viewed(s, out, e), e))
        return true;
    scored_list_release(out);
    return false;
}
