/* Everything about one candidate, in one state of the file. */

#include "base/vec.h"
#include "domain/composite.h"
#include "store/candidates.h"
#include "store/result.h"
#include "store/rows.h"

static bool read_contact(struct store *s, int64_t id, struct candidate_file *f, struct err *e)
{
    static const char CREATED[] = "SELECT created_at FROM candidate WHERE id = ?1";
    return store_candidate(s, id, &f->contact, &f->arena, e) &&
           db_int(s, CREATED, ARGS(I(f->contact.id)), &f->created_at, e);
}

/* Columns of the result stand behind those of a row. */
enum { COL_SCALE = 17, COL_RESULT };

static const char *result_words(const struct query *q, struct arena *a)
{
    struct composite c = result_read(q, COL_RESULT, (int)query_int(q, COL_SCALE));
    struct str words = STR_INIT;
    composite_add(&words, &c);
    const char *kept = arena_dup(a, words.s);
    str_release(&words);
    return kept;
}

static void add_session(const struct query *q, struct candidate_file *f)
{
    struct interview_rows one = {0};
    struct candidate_session *session = VEC_PUSH(&f->sessions);
    one.arena = f->arena;
    rows_add(q, &one);
    f->arena = one.arena;
    session->row = one.items[0];
    VEC_RELEASE(&one);
    session->result =
        session->row.hidden || query_null(q, COL_SCALE) ? "" : result_words(q, &f->arena);
}

static bool read_sessions(struct store *s, struct candidate_file *f, struct err *e)
{
    static const char SESSIONS[] =
        "SELECT " ROW_COLUMNS ", t.scale, " RESULT_COLUMNS
        " FROM candidate c CROSS JOIN interview i INDEXED BY interview_candidate"
        " ON i.candidate = c.id CROSS JOIN bank_version b ON b.id = i.bank_version"
        " CROSS JOIN interviewer v ON v.id = i.interviewer LEFT JOIN job j ON j.id = i.job"
        " LEFT JOIN result t ON t.interview = i.id"
        " WHERE c.root = ?2 ORDER BY i.listed_at DESC, i.id DESC";
    struct query q;
    int64_t me;
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, SESSIONS, ARGS(I(me), I(f->contact.id)));
    while (query_row(&q))
        add_session(&q, f);
    return query_end(&q, e);
}

static bool read_aliases(struct store *s, struct candidate_file *f, struct err *e)
{
    static const char ALIASES[] = "SELECT id, name, changed_at FROM candidate"
                                  " WHERE root = ?1 AND id <> ?1 AND name IS NOT NULL ORDER BY id";
    struct query q;
    query_start(&q, s, ALIASES, ARGS(I(f->contact.id)));
    while (query_row(&q)) {
        struct candidate_alias *alias = VEC_PUSH(&f->aliases);
        *alias = (struct candidate_alias){.id = query_int(&q, 0),
                                          .name = query_dup(&q, 1, &f->arena),
                                          .merged_at = query_int(&q, 2)};
    }
    return query_end(&q, e);
}

static bool read_changes(struct store *s, struct candidate_file *f, struct err *e)
{
    static const char CHANGES[] =
        "SELECT h.at, coalesce(v.name, ''), h.field, h.candidate FROM candidate c"
        " JOIN candidate_change h ON h.candidate = c.id LEFT JOIN interviewer v ON v.id = h.who"
        " WHERE c.root = ?1 ORDER BY h.id DESC";
    struct query q;
    query_start(&q, s, CHANGES, ARGS(I(f->contact.id)));
    while (query_row(&q)) {
        struct candidate_change *change = VEC_PUSH(&f->changes);
        *change = (struct candidate_change){.at = query_int(&q, 0),
                                            .who = query_dup(&q, 1, &f->arena),
                                            .field = query_dup(&q, 2, &f->arena),
                                            .id = query_int(&q, 3)};
    }
    return query_end(&q, e);
}

static bool read_file(struct store *s, int64_t id, struct candidate_file *f, struct err *e)
{
    return read_contact(s, id, f, e) && read_sessions(s, f, e) && read_aliases(s, f, e) &&
           read_changes(s, f, e);
}

bool store_candidate_file(struct store *s, int64_t id, struct candidate_file *out, struct err *e)
{
    *out = (struct candidate_file){0};
    if (tx_read(s, e) && tx_end(s, read_file(s, id, out, e), e))
        return true;
    candidate_file_release(out);
    return false;
}
