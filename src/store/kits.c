/* Interviews as columns of scores, and all scores of one kit. */

#include "store/kits.h"

#include "base/alloc.h"
#include "base/vec.h"
#include "store/amending.h"
#include "store/blind.h"
#include "store/head.h"
#include "store/interviews.h"
#include "store/scored_rows.h"

/* ---- some interviews, with their answers ---- */

static int bits(uint32_t set, size_t n)
{
    int count = 0;
    for (size_t i = 0; i < n && i < 32; i++)
        count += (int)(set >> i & 1);
    return count;
}

static int64_t after_ms(const struct answer *a)
{
    bool after = a->mark.state == ANSWER_SCORED && a->left_at != 0 && a->marked_at > a->left_at;
    return after ? a->marked_at - a->left_at : 0;
}

static struct scored_answer answer_of(const struct answer *a, struct arena *arena)
{
    const struct question *q = a->question;
    return (struct scored_answer){.qid = arena_dup(arena, q->id.s),
                                  .ask = arena_dup(arena, q->ask.s),
                                  .competency = arena_dup(arena, q->competency.s),
                                  .weight = q->weight,
                                  .voided = a->voided != NULL,
                                  .mark = a->mark,
                                  .heard = bits(a->heard, q->expect.n),
                                  .expected = (int)q->expect.n,
                                  .flags = bits(a->flags, q->red_flags.n),
                                  .note = a->note.len > 0,
                                  .after_ms = after_ms(a)};
}

static void take_answers(const struct interview *iv, struct scored *s, struct arena *arena)
{
    s->answers = arena_alloc(arena, (iv->kit.n + 1) * sizeof *s->answers);
    s->n = iv->kit.n;
    s->flags = bits(iv->overall, iv->kit.red_flags.n);
    for (size_t i = 0; i < s->n; i++)
        s->answers[i] = answer_of(&iv->answers[i], arena);
}

/* What identifies the questions. */
static bool take_questions(struct store *st, struct scored *s, struct err *e)
{
    static const char QUESTIONS[] =
        "SELECT pos, question FROM answer WHERE interview = ?1 AND question IS NOT NULL";
    struct query q;
    query_start(&q, st, QUESTIONS, ARGS(I(s->row.id)));
    while (query_row(&q)) {
        int64_t pos = query_int(&q, 0);
        if (pos >= 0 && pos < (int64_t)s->n)
            s->answers[pos].question = query_int(&q, 1);
    }
    return query_end(&q, e);
}

static bool load_answers(struct store *st, struct scored *s, struct arena *arena, struct err *e)
{
    struct interview iv;
    if (!store_load(st, s->row.id, &iv, e))
        return false;
    take_answers(&iv, s, arena);
    bool good = store_day(st, &iv, &s->day, e);
    interview_release(&iv);
    return good && take_questions(st, s, e);
}

static bool add_one(struct store *s, int64_t me, int64_t id, struct scored_list *out, struct err *e)
{
    static const char ONE[] =
        "SELECT " SCORED_COLUMNS " FROM interview i" ROW_JOINS " WHERE i.id = ?2";
    struct query q;
    size_t before = out->n;
    query_start(&q, s, ONE, ARGS(I(me), I(id)));
    if (query_row(&q))
        scored_rows_add(&q, out);
    if (!query_end(&q, e))
        return false;
    if (out->n == before)
        return err_set(e, ERR_MISSING, "there is no interview number %lld here", (long long)id);
    struct scored *one = &out->items[before];
    return !scored_shown(one) || load_answers(s, one, &out->arena, e);
}

bool store_scored(struct store *s, const int64_t *ids, size_t n, struct scored_list *out,
                  struct err *e)
{
    int64_t me;
    *out = (struct scored_list){0};
    bool good = blind_me(s, &me, e);
    for (size_t i = 0; good && i < n; i++)
        good = add_one(s, me, ids[i], out, e);
    if (!good)
        scored_list_release(out);
    return good;
}

/* ---- a kit ---- */

void kit_questions_release(struct kit_questions *q)
{
    VEC_RELEASE(q);
}

static bool any_of_kit(struct store *s, int64_t kit, struct head *head, struct err *e)
{
    static const char ANY[] = "SELECT id FROM interview WHERE kit = ?1 LIMIT 1";
    int64_t id = 0;
    if (!db_int(s, ANY, ARGS(I(kit)), &id, e))
        return false;
    if (id == 0)
        return err_set(e, ERR_MISSING, "no interview was asked with these questions");
    return head_load(s, id, head, e);
}

bool store_kit_questions(struct store *s, int64_t kit, struct kit_questions *out, struct err *e)
{
    static const char QUESTIONS[] =
        "SELECT q.question, q.weight, EXISTS (SELECT 1 FROM voided v WHERE v.kit = ?3"
        " AND v.question = q.question) FROM bank_question q"
        " WHERE q.bank_version = ?1 AND q.level = ?2 ORDER BY q.pos";
    struct head head;
    struct query q;
    *out = (struct kit_questions){0};
    if (!any_of_kit(s, kit, &head, e))
        return false;
    out->scale = head.scale;
    query_start(&q, s, QUESTIONS,
                ARGS(I(head.bank_version), T(level_name(head.level)), I(head.kit)));
    while (query_row(&q))
        *VEC_PUSH(out) =
            (struct kit_question){query_int(&q, 0), (int)query_int(&q, 1), query_int(&q, 2) != 0};
    if (query_end(&q, e))
        return true;
    kit_questions_release(out);
    return false;
}

struct visiting {
    const struct kit_visitor *v;
    int64_t interview; /* whose marks are being gathered; 0: none yet */
    int scale;
    struct mark *marks;
    size_t n;
};

static void hand_over(struct visiting *g, int64_t next)
{
    if (g->interview != 0)
        g->v->visit(g->v->data, g->interview, g->marks);
    g->interview = next;
    for (size_t i = 0; i < g->n; i++)
        g->marks[i] = (struct mark){0};
}

static bool gather(struct store *s, const struct query *q, struct visiting *g, struct err *e)
{
    int64_t interview = query_int(q, 0), pos = query_int(q, 1);
    if (interview != g->interview)
        hand_over(g, interview);
    if (pos < 0 || pos >= (int64_t)g->n || mark_parse(query_text(q, 2), g->scale, &g->marks[pos]))
        return true;
    return err_set(e, ERR_STORE, "%s is damaged: interview %lld has an unknown mark", store_path(s),
                   (long long)interview);
}

static bool visit_marks(struct store *s, int64_t kit, struct visiting *g, struct err *e)
{
    static const char MARKS[] =
        "SELECT i.id, a.pos, a.mark FROM interview i INDEXED BY interview_kit"
        " CROSS JOIN candidate c ON c.id = i.candidate CROSS JOIN mark_now a ON a.interview = i.id"
        " WHERE i.kit = ?2 AND i.state = 'submitted' AND a.question IS NOT NULL"
        " AND NOT " BLIND_HIDDEN " ORDER BY i.kit, i.ended_at, i.id, a.pos";
    struct query q;
    int64_t me;
    bool known = true;
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, MARKS, ARGS(I(me), I(kit)));
    while (known && query_row(&q))
        known = gather(s, &q, g, e);
    if (!known) {
        struct err kept = *e;
        query_end(&q, e);
        *e = kept;
        return false;
    }
    if (!query_end(&q, e))
        return false;
    hand_over(g, 0);
    return true;
}

bool store_kit_marks(struct store *s, int64_t kit, const struct kit_visitor *v, struct err *e)
{
    struct kit_questions questions;
    if (!store_kit_questions(s, kit, &questions, e))
        return false;
    struct visiting g = {.v = v,
                         .scale = questions.scale,
                         .marks = xcalloc(questions.n + 1, sizeof *g.marks),
                         .n = questions.n};
    bool good = visit_marks(s, kit, &g, e);
    vec_free(g.marks);
    kit_questions_release(&questions);
    return good;
}
