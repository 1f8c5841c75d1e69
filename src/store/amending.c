/* What is appended after submitting: amendments, and questions that do not count any more. */

#include "store/amending.h"

#include <string.h>

#include "base/uuid.h"
#include "base/vec.h"
#include "store/blind.h"
#include "store/head.h"
#include "store/people.h"
#include "store/result.h"
#include "store/search.h"

static bool has_reason(const char *reason, struct err *e)
{
    if (reason != NULL && reason[strspn(reason, " \t\r\n")] != '\0')
        return true;
    return err_set(e, ERR_REFUSED, "say why first: what is corrected later carries a reason");
}

/* ---- amendments ---- */

static bool append(struct store *s, const struct store_amendment *a, int64_t who, struct err *e)
{
    static const char ADD[] = "INSERT INTO amendment (uuid, interview, field, pos, item, new,"
                              " reason, who, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    char uuid[UUID_TEXT + 1];
    uuid_new(s->sys, uuid);
    return db_run(s, ADD,
                  ARGS(T(uuid), I(a->interview), T(field_name(a->slot.field)), I(a->slot.pos),
                       I(a->slot.item), T(a->value), T(a->reason), I(who), I(a->at)),
                  e);
}

/* Only a mark moves the result, only a text what is searched for. */
static bool follow(struct store *s, const struct head *head, struct slot slot, struct err *e)
{
    if (slot.field == FIELD_MARK)
        return result_renew(s, head, e);
    return !slot_is_text(slot) || search_update(s, head->id, e);
}

static bool amend(struct store *s, const struct store_amendment *a, struct err *e)
{
    struct head head;
    int64_t who;
    return head_load(s, a->interview, &head, e) && head_expect(&head, INTERVIEW_SUBMITTED, e) &&
           blind_allows(s, a->interview, e) && people_writer(s, head.interviewer, &who, e) &&
           append(s, a, who, e) && follow(s, &head, a->slot, e);
}

bool store_amend(struct store *s, const struct store_amendment *a, struct err *e)
{
    return has_reason(a->reason, e) && tx_begin(s, e) && tx_end(s, amend(s, a, e), e);
}

/* ---- voiding ---- */

struct target {
    int64_t kit, question; /* kit 0: these questions were never asked together */
};

static bool find(struct store *s, const struct hash *kit, const struct hash *question,
                 struct target *t, struct err *e)
{
    static const char QUESTION[] = "SELECT id FROM question WHERE digest = ?1";
    static const char KIT[] = "SELECT id FROM kit WHERE digest = ?1";
    if (!db_int(s, QUESTION, ARGS(B(question->b, HASH_SIZE)), &t->question, e) ||
        !db_int(s, KIT, ARGS(B(kit->b, HASH_SIZE)), &t->kit, e))
        return false;
    return t->question != 0 ||
           err_set(e, ERR_MISSING,
                   "no interview was ever held with this question: change the question bank "
                   "instead");
}

static bool is_void(struct store *s, const struct target *t, bool *on, struct err *e)
{
    static const char IS[] = "SELECT voided FROM void WHERE question = ?1 ORDER BY id DESC LIMIT 1";
    int64_t voided;
    if (!db_int(s, IS, ARGS(I(t->question)), &voided, e))
        return false;
    *on = voided != 0;
    return true;
}

static bool not_so_yet(struct store *s, const struct target *t, bool wanted, struct err *e)
{
    bool on;
    if (!is_void(s, t, &on, e))
        return false;
    if (on != wanted)
        return true;
    return err_set(e, ERR_REFUSED,
                   on ? "this question is void already" : "this question is not void: it counts");
}

struct ids {
    int64_t *items;
    size_t n, cap;
};

static bool read_ids(struct query *q, struct ids *out, struct err *e)
{
    while (query_row(q))
        *VEC_PUSH(out) = query_int(q, 0);
    return query_end(q, e);
}

#define KITS_OF                                                                                    \
    "SELECT l.kit FROM bank_question q JOIN bank_level l USING (bank_version, level)"              \
    " WHERE q.question = "

static bool kits_of(struct store *s, int64_t question, struct ids *out, struct err *e)
{
    static const char KITS[] = "SELECT DISTINCT kit FROM (" KITS_OF "?1) ORDER BY kit";
    struct query q;
    query_start(&q, s, KITS, ARGS(I(question)));
    return read_ids(&q, out, e);
}

static bool append_void(struct store *s, const struct target *t, const struct store_voiding *v,
                        struct err *e)
{
    static const char ADD[] = "INSERT INTO void (uuid, kit, question, voided, reason, who, at)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    char uuid[UUID_TEXT + 1];
    int64_t who;
    uuid_new(s->sys, uuid);
    return people_writer(s, 0, &who, e) && db_run(s, ADD,
                                                  ARGS(T(uuid), I(t->kit), I(t->question), I(v->on),
                                                       T(v->reason), I(who), I(v->at)),
                                                  e);
}

static bool submitted_with(struct store *s, int64_t kit, struct ids *out, struct err *e)
{
    static const char IDS[] = "SELECT id FROM interview WHERE kit = ?1 AND state = 'submitted'";
    struct query q;
    query_start(&q, s, IDS, ARGS(I(kit)));
    return read_ids(&q, out, e);
}

static bool renew_results(struct store *s, int64_t kit, int64_t *changed, struct err *e)
{
    struct ids ids = {0};
    struct head head;
    bool good = submitted_with(s, kit, &ids, e);
    for (size_t i = 0; i < ids.n && good; i++)
        good = head_load(s, ids.items[i], &head, e) && result_renew(s, &head, e);
    *changed += (int64_t)ids.n;
    VEC_RELEASE(&ids);
    return good;
}

static bool void_it(struct store *s, const struct store_voiding *v, int64_t *changed, struct err *e)
{
    struct target t;
    struct ids kits = {0};
    *changed = 0;
    bool good = find(s, &v->kit, &v->question, &t, e) && not_so_yet(s, &t, v->on, e) &&
                kits_of(s, t.question, &kits, e);
    for (size_t i = 0; i < kits.n && good; i++) {
        t.kit = kits.items[i];
        good = append_void(s, &t, v, e) && renew_results(s, t.kit, changed, e);
    }
    VEC_RELEASE(&kits);
    return good;
}

bool store_void(struct store *s, const struct store_voiding *v, int64_t *changed, struct err *e)
{
    return has_reason(v->reason, e) && tx_begin(s, e) && tx_end(s, void_it(s, v, changed, e), e);
}

/* ---- how it stands ---- */

static bool latest_void(struct store *s, const struct target *t, struct void_state *out,
                        struct err *e)
{
    static const char LATEST[] = "SELECT v.voided, v.reason, p.name, v.at FROM void v"
                                 " JOIN interviewer p ON p.id = v.who"
                                 " WHERE v.question = ?1 ORDER BY v.id DESC LIMIT 1";
    struct query q;
    query_start(&q, s, LATEST, ARGS(I(t->question)));
    if (query_row(&q)) {
        out->on = query_int(&q, 0) != 0;
        out->reason = query_dup(&q, 1, &out->arena);
        out->who = query_dup(&q, 2, &out->arena);
        out->at = query_int(&q, 3);
    }
    return query_end(&q, e);
}

/* What would remain is told of the kit that was asked for, or else of the newest with the question.
 */
static bool count_kits(struct store *s, const struct target *t, struct void_state *out,
                       struct err *e)
{
    static const char INTERVIEWS[] = "SELECT count(*) FROM interview WHERE kit IN (" KITS_OF "?1)";
    static const char NEWEST[] = "SELECT max(kit) FROM (" KITS_OF "?1)";
    static const char QUESTIONS[] = "SELECT questions FROM bank_level WHERE kit = ?1 LIMIT 1";
    static const char VOIDED[] = "SELECT count(*) FROM voided WHERE kit = ?1";
    int64_t kit = t->kit, questions, voided;
    if (!db_int(s, INTERVIEWS, ARGS(I(t->question)), &out->interviews, e) ||
        (kit == 0 && !db_int(s, NEWEST, ARGS(I(t->question)), &kit, e)) ||
        !db_int(s, QUESTIONS, ARGS(I(kit)), &questions, e) ||
        !db_int(s, VOIDED, ARGS(I(kit)), &voided, e))
        return false;
    out->questions = (int)questions;
    out->voided = (int)voided;
    return true;
}

bool store_void_state(struct store *s, const struct hash *kit, const struct hash *question,
                      struct void_state *out, struct err *e)
{
    struct target t;
    *out = (struct void_state){0};
    if (find(s, kit, question, &t, e) && latest_void(s, &t, out, e) && count_kits(s, &t, out, e))
        return true;
    arena_release(&out->arena);
    return false;
}
