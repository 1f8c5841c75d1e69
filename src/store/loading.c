/* An interview from its rows. */

#include "base/vec.h"
#include "store/bank_version.h"
#include "store/blind.h"
#include "store/edits.h"
#include "store/head.h"
#include "store/lock.h"

static void load_texts_of_people(struct query *q, struct interview *iv)
{
    iv->candidate = query_dup(q, 0, &iv->arena);
    iv->interviewer = query_dup(q, 1, &iv->arena);
    iv->job = query_dup(q, 2, &iv->arena);
    const char *uuid = query_text(q, 3);
    if (iv->candidate == NULL)
        iv->candidate = "(erased)";
    if (iv->job == NULL)
        iv->job = "";
    for (int i = 0; uuid != NULL && i < UUID_TEXT && uuid[i] != '\0'; i++)
        iv->uuid[i] = uuid[i];
}

static void load_times(struct query *q, struct interview *iv)
{
    iv->planned_at = query_int(q, 4);
    iv->started_at = query_int(q, 5);
    iv->touched_at = query_int(q, 6);
    iv->submitted_at = iv->state == INTERVIEW_SUBMITTED ? query_int(q, 7) : 0;
    iv->abandoned_at = iv->state == INTERVIEW_ABANDONED ? query_int(q, 7) : 0;
    iv->offset_min = (int)query_int(q, 8);
    iv->not_blind = query_int(q, 9) != 0;
}

static void load_place(struct query *q, struct interview *iv)
{
    const char *stage = query_text(q, 10);
    if (stage == NULL || !stage_parse(stage, &iv->stage))
        iv->stage = STAGE_OPENING;
    iv->at = (int)query_int(q, 11);
    iv->back = (int)query_int(q, 12);
    iv->paused = query_int(q, 13) != 0;
    iv->elapsed_ms = query_int(q, 14);
    iv->kit.minutes = (int)query_int(q, 15);
}

/* After the slots were filled: interview_apply moves touched_at. */
static bool load_row(struct store *s, struct interview *iv, struct err *e)
{
    static const char ROW[] =
        "SELECT c.name, v.name, j.name, i.uuid, i.planned_at, i.started_at, i.touched_at,"
        " i.ended_at, i.tz, i.not_blind, i.stage, i.at_pos, i.back_pos, i.paused, i.elapsed_ms,"
        " i.minutes FROM interview i JOIN candidate c ON c.id = i.candidate"
        " JOIN interviewer v ON v.id = i.interviewer LEFT JOIN job j ON j.id = i.job"
        " WHERE i.id = ?1";
    struct query q;
    query_start(&q, s, ROW, ARGS(I(iv->id)));
    if (query_row(&q)) {
        load_texts_of_people(&q, iv);
        load_times(&q, iv);
        load_place(&q, iv);
    }
    return query_end(&q, e);
}

/* They come in order, those off script behind the others. */
static struct answer *answer_for(struct interview *iv, int64_t pos)
{
    if (pos < 0 || pos > (int64_t)iv->n_answers)
        return NULL;
    if (pos == (int64_t)iv->n_answers)
        interview_add_own(iv);
    return &iv->answers[pos];
}

static bool load_answers(struct store *s, struct interview *iv, struct err *e)
{
    static const char ANSWERS[] = "SELECT pos, mark, marked_at, shown_at, left_at, spent_ms"
                                  " FROM answer WHERE interview = ?1 ORDER BY pos";
    struct query q;
    query_start(&q, s, ANSWERS, ARGS(I(iv->id)));
    while (query_row(&q)) {
        struct answer *a = answer_for(iv, query_int(&q, 0));
        if (a == NULL)
            continue;
        struct slot slot = {.field = FIELD_MARK, .pos = (int)query_int(&q, 0)};
        interview_apply(iv, slot, query_text(&q, 1), query_int(&q, 2));
        a->shown_at = query_int(&q, 3);
        a->left_at = query_int(&q, 4);
        a->spent_ms = query_int(&q, 5);
    }
    return query_end(&q, e);
}

static bool load_ticks(struct store *s, struct interview *iv, struct err *e)
{
    static const char TICKS[] = "SELECT field, pos, item FROM tick"
                                " WHERE interview = ?1 AND is_on";
    struct query q;
    query_start(&q, s, TICKS, ARGS(I(iv->id)));
    while (query_row(&q)) {
        struct slot slot = {.pos = (int)query_int(&q, 1), .item = (int)query_int(&q, 2)};
        if (field_parse(query_text(&q, 0), &slot.field))
            interview_apply(iv, slot, "1", 0);
    }
    return query_end(&q, e);
}

static bool load_notes(struct store *s, struct interview *iv, struct err *e)
{
    static const char NOTES[] = "SELECT field, pos, body FROM note"
                                " WHERE interview = ?1 AND body IS NOT NULL";
    struct query q;
    query_start(&q, s, NOTES, ARGS(I(iv->id)));
    while (query_row(&q)) {
        struct slot slot = {.pos = (int)query_int(&q, 1)};
        if (field_parse(query_text(&q, 0), &slot.field))
            interview_apply(iv, slot, query_text(&q, 2), 0);
    }
    return query_end(&q, e);
}

struct amendments {
    struct amendment *items;
    size_t n, cap;
};

/* Laid over what was submitted. When the mark was set stays: what is late is late. */
static void amend(struct query *q, struct slot slot, struct interview *iv, struct amendments *out)
{
    struct str old = STR_INIT;
    interview_value(iv, slot, &old);
    struct amendment *a = VEC_PUSH(out);
    *a = (struct amendment){.slot = slot,
                            .old = arena_text(&iv->arena, old.s, old.len),
                            .value = query_dup(q, 3, &iv->arena),
                            .reason = query_dup(q, 4, &iv->arena),
                            .who = query_dup(q, 5, &iv->arena),
                            .at = query_int(q, 6)};
    bool marked = slot.field == FIELD_MARK && slot.pos >= 0 && (size_t)slot.pos < iv->n_answers;
    interview_apply(iv, slot, a->value, marked ? iv->answers[slot.pos].marked_at : 0);
    str_release(&old);
}

/* In the order in which they were made. What was erased is not there. */
static bool load_amendments(struct store *s, struct interview *iv, struct err *e)
{
    static const char AMENDED[] =
        "SELECT m.field, m.pos, m.item, m.new, m.reason, v.name, m.at FROM amendment m"
        " JOIN interviewer v ON v.id = m.who"
        " WHERE m.interview = ?1 AND m.new IS NOT NULL ORDER BY m.id";
    struct amendments all = {0};
    struct query q;
    if (iv->state != INTERVIEW_SUBMITTED)
        return true;
    query_start(&q, s, AMENDED, ARGS(I(iv->id)));
    while (query_row(&q)) {
        struct slot slot = {.pos = (int)query_int(&q, 1), .item = (int)query_int(&q, 2)};
        if (field_parse(query_text(&q, 0), &slot.field))
            amend(&q, slot, iv, &all);
    }
    iv->amendments = arena_copy(&iv->arena, all.items, all.n, sizeof *all.items);
    iv->n_amendments = all.n;
    VEC_RELEASE(&all);
    return query_end(&q, e);
}

static bool load_voids(struct store *s, const struct head *head, struct interview *iv,
                       struct err *e)
{
    static const char VOIDS[] =
        "SELECT a.pos, v.reason, p.name, v.at FROM void v"
        " JOIN answer a ON a.interview = ?1 AND a.question = v.question"
        " JOIN interviewer p ON p.id = v.who WHERE v.kit = ?2 AND v.voided = 1"
        " AND v.id = (SELECT max(id) FROM void WHERE kit = v.kit AND question = v.question)";
    struct query q;
    query_start(&q, s, VOIDS, ARGS(I(iv->id), I(head->kit)));
    while (query_row(&q)) {
        int64_t pos = query_int(&q, 0);
        struct voiding *v = arena_alloc(&iv->arena, sizeof *v);
        *v = (struct voiding){.reason = query_dup(&q, 1, &iv->arena),
                              .who = query_dup(&q, 2, &iv->arena),
                              .at = query_int(&q, 3)};
        if (pos >= 0 && (size_t)pos < iv->n_answers)
            iv->answers[pos].voided = v;
    }
    return query_end(&q, e);
}

/* What was typed and never folded: the program ended in mid-text, or it is open elsewhere. */
static bool load_edits(struct store *s, struct interview *iv, struct err *e)
{
    static const char TYPED[] = "SELECT DISTINCT field, pos FROM note_edit WHERE interview = ?1";
    struct query q;
    bool good = true;
    query_start(&q, s, TYPED, ARGS(I(iv->id)));
    while (good && query_row(&q)) {
        struct store_write w = {.interview = iv->id, .slot = {.pos = (int)query_int(&q, 1)}};
        bool any;
        if (!field_parse(query_text(&q, 0), &w.slot.field))
            continue;
        struct str *text = interview_text(iv, w.slot);
        good = text == NULL || edits_replay(s, &w, text, &any, e);
    }
    return query_end(&q, e) && good;
}

static bool load_decision(struct store *s, struct interview *iv, struct err *e)
{
    static const char LATEST[] =
        "SELECT d.decision, d.reason, d.at, v.name, d.tenths, d.scored, d.asked"
        " FROM decision_now d JOIN interviewer v ON v.id = d.who WHERE d.interview = ?1";
    struct query q;
    query_start(&q, s, LATEST, ARGS(I(iv->id)));
    if (query_row(&q) && decision_parse(query_text(&q, 0), &iv->decision)) {
        iv->decision_reason = query_dup(&q, 1, &iv->arena);
        iv->decided_at = query_int(&q, 2);
        iv->decided_by = query_dup(&q, 3, &iv->arena);
        iv->decided_on = (struct decided_on){(int)query_int(&q, 4), (int)query_int(&q, 5),
                                             (int)query_int(&q, 6)};
    }
    return query_end(&q, e);
}

static bool load_all(struct store *s, const struct head *head, struct interview *iv, struct err *e)
{
    iv->id = head->id;
    iv->candidate_id = head->candidate;
    iv->state = head->state;
    if (!bank_version_kit(s, head, &iv->kit, &iv->arena, e))
        return false;
    interview_lay_out(iv);
    return load_answers(s, iv, e) && load_ticks(s, iv, e) && load_notes(s, iv, e) &&
           load_amendments(s, iv, e) && load_voids(s, head, iv, e) && load_edits(s, iv, e) &&
           load_decision(s, iv, e) && load_row(s, iv, e);
}

static bool fold_first(struct store *s, const struct head *head, struct err *e)
{
    static const char ANY[] = "SELECT 1 FROM note_edit WHERE interview = ?1 LIMIT 1";
    bool any;
    if (head->state != INTERVIEW_OPEN || !lock_held(s, head->id))
        return true;
    if (!db_exists(s, ANY, ARGS(I(head->id)), &any, e))
        return false;
    return !any || (tx_begin(s, e) && tx_end(s, edits_fold_all(s, head->id, e), e));
}

static bool note_viewed(struct store *s, int64_t id, struct err *e)
{
    int64_t now = s->sys->wall_ms(s->sys);
    return tx_begin(s, e) && tx_end(s, blind_note_viewed(s, id, now, e), e);
}

static bool load_one_state(struct store *s, int64_t id, struct interview *iv, struct err *e)
{
    struct head head;
    return tx_read(s, e) && tx_end(s, head_load(s, id, &head, e) && load_all(s, &head, iv, e), e);
}

bool store_load(struct store *s, int64_t id, struct interview *iv, struct err *e)
{
    struct head head;
    interview_init(iv);
    if (!head_load(s, id, &head, e) || !blind_allows(s, id, e) || !fold_first(s, &head, e))
        return false;
    if (load_one_state(s, id, iv, e) && (iv->state != INTERVIEW_SUBMITTED || note_viewed(s, id, e)))
        return true;
    interview_release(iv);
    return false;
}

bool store_history(struct store *s, int64_t id, struct history *h, struct err *e)
{
    static const char LOG[] = "SELECT n, at, field, pos, item, cause, old, new FROM change"
                              " WHERE interview = ?1 ORDER BY n";
    struct query q;
    history_init(h);
    if (!blind_allows(s, id, e))
        return false;
    query_start(&q, s, LOG, ARGS(I(id)));
    while (query_row(&q)) {
        struct change c = {.n = query_int(&q, 0),
                           .at = query_int(&q, 1),
                           .slot = {.pos = (int)query_int(&q, 3), .item = (int)query_int(&q, 4)},
                           .cause = (enum cause)query_int(&q, 5),
                           .old = query_text(&q, 6),
                           .new = query_text(&q, 7)};
        if (field_parse(query_text(&q, 2), &c.slot.field))
            history_push(h, &c);
    }
    if (query_end(&q, e))
        return true;
    history_release(h);
    return false;
}
