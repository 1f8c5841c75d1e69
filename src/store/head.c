#include "store/head.h"

bool head_load(struct store *s, int64_t id, struct head *head, struct err *e)
{
    static const char HEAD[] = "SELECT candidate, bank_version, kit, state, level, scale, ended_at,"
                               " interviewer FROM interview WHERE id = ?1";
    struct query q;
    query_start(&q, s, HEAD, ARGS(I(id)));
    bool found = query_row(&q);
    bool known = true;
    if (found) {
        *head = (struct head){.id = id,
                              .candidate = query_int(&q, 0),
                              .bank_version = query_int(&q, 1),
                              .kit = query_int(&q, 2),
                              .scale = (int)query_int(&q, 5),
                              .ended_at = query_int(&q, 6),
                              .interviewer = query_int(&q, 7)};
        known = interview_state_parse(query_text(&q, 3), &head->state) &&
                level_parse(query_text(&q, 4), &head->level);
    }
    if (!query_end(&q, e))
        return false;
    if (!found)
        return err_set(e, ERR_MISSING, "there is no interview number %lld here", (long long)id);
    return known || err_set(e, ERR_STORE, "%s is damaged: interview %lld has an unknown state",
                            store_path(s), (long long)id);
}

bool head_expect(const struct head *head, enum interview_state state, struct err *e)
{
    if (head->state == state)
        return true;
    return err_set(e, ERR_REFUSED, "this interview is %s: only one that is %s can do that",
                   interview_state_name(head->state), interview_state_name(state));
}
