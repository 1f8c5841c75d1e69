/* All that happened to an interview, and the day on which it was held. */

#include "base/vec.h"
#include "store/amending.h"
#include "store/blind.h"

/* ---- what happened ---- */

static struct past_row *add(struct past *p, enum past_kind kind, const char *who, int64_t at)
{
    struct past_row *row = VEC_PUSH(p);
    *row = (struct past_row){.kind = kind, .who = who, .at = at};
    return row;
}

static bool add_changes(struct store *s, const struct interview *iv, struct past *p, struct err *e)
{
    static const char LOG[] = "SELECT field, pos, item, cause, old, new, at FROM change"
                              " WHERE interview = ?1 ORDER BY n";
    struct query q;
    struct slot slot;
    query_start(&q, s, LOG, ARGS(I(iv->id)));
    while (query_row(&q)) {
        if (!field_parse(query_text(&q, 0), &slot.field))
            continue;
        struct past_row *row = add(p, PAST_RECORDED, iv->interviewer, query_int(&q, 6));
        row->slot = (struct slot){slot.field, (int)query_int(&q, 1), (int)query_int(&q, 2)};
        row->cause = (enum cause)query_int(&q, 3);
        row->old = query_dup(&q, 4, &p->arena);
        row->new = query_dup(&q, 5, &p->arena);
    }
    return query_end(&q, e);
}

static void read_decision(struct query *q, struct past *p)
{
    const char *before = NULL;
    for (size_t i = 0; i < p->n; i++)
        if (p->items[i].kind == PAST_DECIDED)
            before = p->items[i].new;
    struct past_row *row = add(p, PAST_DECIDED, query_dup(q, 0, &p->arena), query_int(q, 1));
    row->old = before;
    row->new = query_dup(q, 2, &p->arena);
    row->reason = query_dup(q, 3, &p->arena);
    row->on = (struct decided_on){(int)query_int(q, 4), (int)query_int(q, 5), (int)query_int(q, 6)};
}

static bool add_decisions(struct store *s, const struct interview *iv, struct past *p,
                          struct err *e)
{
    static const char DECISIONS_OF[] =
        "SELECT v.name, d.at, d.decision, d.reason, d.tenths, d.scored, d.asked FROM decision d"
        " JOIN interviewer v ON v.id = d.who WHERE d.interview = ?1 ORDER BY d.n";
    struct query q;
    query_start(&q, s, DECISIONS_OF, ARGS(I(iv->id)));
    while (query_row(&q))
        read_decision(&q, p);
    return query_end(&q, e);
}

static bool add_voids(struct store *s, const struct interview *iv, struct past *p, struct err *e)
{
    static const char VOIDS[] = "SELECT p.name, v.at, v.voided, v.reason, a.pos FROM interview i"
                                " JOIN void v ON v.kit = i.kit JOIN interviewer p ON p.id = v.who"
                                " JOIN answer a ON a.interview = i.id AND a.question = v.question"
                                " WHERE i.id = ?1 ORDER BY v.id";
    struct query q;
    query_start(&q, s, VOIDS, ARGS(I(iv->id)));
    while (query_row(&q)) {
        struct past_row *row = add(p, query_int(&q, 2) != 0 ? PAST_VOIDED : PAST_UNVOIDED,
                                   query_dup(&q, 0, &p->arena), query_int(&q, 1));
        row->reason = query_dup(&q, 3, &p->arena);
        row->slot = (struct slot){FIELD_MARK, (int)query_int(&q, 4), 0};
    }
    return query_end(&q, e);
}

static void add_amendments(const struct interview *iv, struct past *p)
{
    for (size_t i = 0; i < iv->n_amendments; i++) {
        const struct amendment *a = &iv->amendments[i];
        struct past_row *row = add(p, PAST_AMENDED, arena_dup(&p->arena, a->who), a->at);
        row->slot = a->slot;
        row->old = arena_dup(&p->arena, a->old);
        row->new = arena_dup(&p->arena, a->value);
        row->reason = arena_dup(&p->arena, a->reason);
    }
}

static void add_start(const struct interview *iv, struct past *p)
{
    if (iv->started_at != 0)
        add(p, PAST_STARTED, iv->interviewer, iv->started_at);
}

static void add_end(const struct interview *iv, struct past *p)
{
    if (iv->submitted_at != 0 || iv->abandoned_at != 0)
        add(p, PAST_ENDED, iv->interviewer, iv->submitted_at + iv->abandoned_at);
}

/* What happened at one time stays as it came: each kind is in order already. */
static void sort(struct past *p)
{
    for (size_t i = 1; i < p->n; i++) {
        struct past_row row = p->items[i];
        size_t at = i;
        for (; at > 0 && p->items[at - 1].at > row.at; at--)
            p->items[at] = p->items[at - 1];
        p->items[at] = row;
    }
}

bool store_past(struct store *s, const struct interview *iv, struct past *out, struct err *e)
{
    *out = (struct past){0};
    add_start(iv, out);
    bool good = add_changes(s, iv, out, e);
    add_end(iv, out);
    good = good && add_decisions(s, iv, out, e) && add_voids(s, iv, out, e);
    add_amendments(iv, out);
    if (good)
        sort(out);
    else
        past_release(out);
    return good;
}

/* ---- the day ---- */

#define DAY_MS INT64_C(86400000)

static int64_t midnight(const struct interview *iv)
{
    int64_t local = iv->started_at + iv->offset_min * INT64_C(60000);
    return local - local % DAY_MS - iv->offset_min * INT64_C(60000);
}

/* Those of the same interviewer that began earlier that day, the last one first. */
static bool look_back(struct store *s, const struct interview *iv, struct day *out, struct err *e)
{
    static const char EARLIER[] =
        "SELECT r.tenths IS NOT NULL AND r.scale = t.scale AND NOT " BLIND_HIDDEN ","
        " (200 * r.sum_wx + r.sum_w) / (2 * r.sum_w) FROM interview t"
        " CROSS JOIN interview i ON i.interviewer = t.interviewer AND i.listed_at >= ?3"
        " AND i.listed_at <= t.started_at AND i.id <> t.id AND i.started_at > 0"
        " CROSS JOIN candidate c ON c.id = i.candidate LEFT JOIN result r ON r.interview = i.id"
        " WHERE t.id = ?2 ORDER BY i.listed_at DESC";
    struct query q;
    int64_t me;
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, EARLIER, ARGS(I(me), I(iv->id), I(midnight(iv))));
    for (out->nth = 1; query_row(&q); out->nth++) {
        if (out->nth > 1 || query_int(&q, 0) == 0)
            continue;
        out->has_previous = true;
        out->previous = (int)query_int(&q, 1);
    }
    return query_end(&q, e);
}

/* How this interviewer scores: only where there is something to hold against it. */
static bool look_at_habit(struct store *s, const struct interview *iv, struct day *out,
                          struct err *e)
{
    static const char HABIT[] =
        "SELECT count(*), sum(h), sum(h * h) FROM (SELECT (200 * r.sum_wx + r.sum_w)"
        " / (2 * r.sum_w) AS h FROM interview t CROSS JOIN interview i"
        " ON i.interviewer = t.interviewer AND i.listed_at <= t.started_at AND i.id <> t.id"
        " CROSS JOIN candidate c ON c.id = i.candidate JOIN result r ON r.interview = i.id"
        " WHERE t.id = ?2 AND r.tenths IS NOT NULL AND r.scale = t.scale AND NOT " BLIND_HIDDEN
        " ORDER BY i.listed_at DESC LIMIT ?3)";
    struct query q;
    int64_t me;
    if (!out->has_previous)
        return true;
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, HABIT, ARGS(I(me), I(iv->id), I(DAY_PAST)));
    if (query_row(&q)) {
        out->n = query_int(&q, 0);
        out->sum = query_int(&q, 1);
        out->squares = query_int(&q, 2);
    }
    return query_end(&q, e);
}

bool store_day(struct store *s, const struct interview *iv, struct day *out, struct err *e)
{
    *out = (struct day){0};
    return iv->started_at == 0 || (look_back(s, iv, out, e) && look_at_habit(s, iv, out, e));
}
