#include "store/voids.h"

#include "base/uuid.h"
#include "base/vec.h"

struct ids {
    int64_t *items;
    size_t n, cap;
};

/* The latest word on each question, where that is that it does not count. */
static bool find(struct store *s, int64_t kit, struct ids *out, struct err *e)
{
    static const char LATEST[] =
        "SELECT DISTINCT v.id FROM bank_level l JOIN bank_question q USING (bank_version, level)"
        " JOIN void v ON v.id = (SELECT max(id) FROM void WHERE question = q.question)"
        " WHERE l.kit = ?1 AND v.voided = 1 ORDER BY v.id";
    struct query q;
    query_start(&q, s, LATEST, ARGS(I(kit)));
    while (query_row(&q))
        *VEC_PUSH(out) = query_int(&q, 0);
    return query_end(&q, e);
}

static bool copy(struct store *s, int64_t id, int64_t kit, struct err *e)
{
    static const char COPY[] = "INSERT INTO void (uuid, kit, question, voided, reason, who, at)"
                               " SELECT ?2, ?3, question, voided, reason, who, at FROM void"
                               " WHERE id = ?1";
    char uuid[UUID_TEXT + 1];
    uuid_new(s->sys, uuid);
    return db_run(s, COPY, ARGS(I(id), T(uuid), I(kit)), e);
}

bool voids_inherit(struct store *s, int64_t kit, struct err *e)
{
    struct ids ids = {0};
    bool good = find(s, kit, &ids, e);
    for (size_t i = 0; i < ids.n && good; i++)
        good = copy(s, ids.items[i], kit, e);
    VEC_RELEASE(&ids);
    return good;
}
