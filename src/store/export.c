#include "store/export.h"

#include <string.h>

#include "base/vec.h"
#include "store/blind.h"
#include "store/db.h"
#include "store/result.h"

#define PAGE_FROM                                                                                  \
    " FROM interview i INDEXED BY interview_listed CROSS JOIN candidate c ON c.id = i.candidate"
#define PAGE_WHERE                                                                                 \
    " WHERE (i.listed_at, i.id) < (?2, ?3) ORDER BY i.listed_at DESC, i.id DESC LIMIT ?4"
#define PAGE_IDS "SELECT i.id, i.listed_at, " BLIND_HIDDEN ", i.state = 'submitted'"

static const char IDS[] = PAGE_IDS PAGE_FROM PAGE_WHERE;

/* Ends of the scale without a tick, a flag or a note; see stats/notice.h. */
#define UNSUPPORTED                                                                                \
    "(SELECT count(*) FROM answer a WHERE a.interview = i.id AND a.score IN (1, i.scale)"          \
    " AND NOT EXISTS (SELECT 1 FROM tick k WHERE k.interview = i.id"                               \
    " AND k.field IN ('heard', 'flag') AND k.pos = a.pos AND k.is_on)"                             \
    " AND NOT EXISTS (SELECT 1 FROM note n WHERE n.interview = i.id AND n.field = 'note'"          \
    " AND n.pos = a.pos AND n.body <> ''))"
#define FLAGS                                                                                      \
    "(SELECT group_concat(body, char(10)) FROM (SELECT x.body FROM tick k JOIN bank_text x"        \
    " ON x.bank_version = i.bank_version AND x.level = '' AND x.pos = -1 AND x.kind = 'flag'"      \
    " AND x.n = k.item WHERE k.interview = i.id AND k.field = 'overall' AND k.is_on"               \
    " ORDER BY k.item))"
#define NOTE(name)                                                                                 \
    "(SELECT body FROM note n WHERE n.interview = i.id AND n.field = '" name "' AND n.pos = 0)"

static const char TABLE[] = PAGE_IDS
    ", t.voided IS NOT 0 OR EXISTS (SELECT 1 FROM amendment m WHERE m.interview = i.id),"
    " i.uuid, c.name, j.name, i.bank, i.level, i.scale, v.name, r.id, r.name, r.email,"
    " r.phone, r.link, i.planned_at, i.started_at, i.ended_at, i.tz, i.elapsed_ms,"
    " i.not_blind, d.decision, d.reason, d.at, " RESULT_COLUMNS ", " UNSUPPORTED ", " FLAGS
    ", " NOTE("summary") ", " NOTE("general") ", i.candidate" PAGE_FROM
                                              " CROSS JOIN candidate r ON r.id = c.root"
                                              " CROSS JOIN interviewer v ON v.id = i.interviewer "
                                              "LEFT JOIN job j ON j.id = i.job"
                                              " LEFT JOIN result t ON t.interview = i.id"
                                              " LEFT JOIN decision d ON d.interview = i.id AND d.n "
                                              "= (SELECT max(n) FROM decision"
                                              " WHERE interview = i.id)" PAGE_WHERE;

enum column {
    COL_ID,
    COL_LISTED_AT,
    COL_HIDDEN,
    COL_SUBMITTED,
    COL_CHANGED,
    COL_UUID,
    COL_NAME,
    COL_JOB,
    COL_BANK,
    COL_LEVEL,
    COL_SCALE,
    COL_INTERVIEWER,
    COL_ROOT,
    COL_ROOT_NAME,
    COL_EMAIL,
    COL_PHONE,
    COL_LINK,
    COL_PLANNED_AT,
    COL_STARTED_AT,
    COL_ENDED_AT,
    COL_TZ,
    COL_ELAPSED,
    COL_NOT_BLIND,
    COL_DECISION,
    COL_REASON,
    COL_DECIDED_AT,
    COL_RESULT,
    COL_UNSUPPORTED = COL_RESULT + RESULT_WIDTH,
    COL_FLAGS,
    COL_SUMMARY,
    COL_GENERAL,
    COL_CANDIDATE
};

void export_rows_release(struct export_rows *rows)
{
    arena_release(&rows->arena);
    VEC_RELEASE(rows);
}

static const char *text(const struct query *q, int column, const char *none, struct arena *a)
{
    const char *s = query_dup(q, column, a);
    return s != NULL ? s : none;
}

/* A text that belongs to the arena: str_release leaves it alone. */
static struct str borrowed(const struct query *q, int column, struct arena *a)
{
    char *s = query_dup(q, column, a);
    return s != NULL ? (struct str){s, strlen(s), 0} : (struct str)STR_INIT;
}

static void read_times(const struct query *q, struct interview *iv)
{
    iv->planned_at = query_int(q, COL_PLANNED_AT);
    iv->started_at = query_int(q, COL_STARTED_AT);
    iv->submitted_at = query_int(q, COL_ENDED_AT);
    iv->offset_min = (int)query_int(q, COL_TZ);
    iv->elapsed_ms = query_int(q, COL_ELAPSED);
    iv->not_blind = query_int(q, COL_NOT_BLIND) != 0;
}

static void read_interview(const struct query *q, struct interview *iv, struct arena *a)
{
    interview_init(iv);
    iv->id = query_int(q, COL_ID);
    memcpy(iv->uuid, query_text(q, COL_UUID), UUID_TEXT);
    iv->state = INTERVIEW_SUBMITTED;
    iv->candidate_id = query_int(q, COL_CANDIDATE);
    iv->candidate = text(q, COL_NAME, "(erased)", a);
    iv->interviewer = text(q, COL_INTERVIEWER, "", a);
    iv->job = text(q, COL_JOB, "", a);
    iv->kit.bank = text(q, COL_BANK, "", a);
    level_parse(query_text(q, COL_LEVEL), &iv->kit.level);
    iv->kit.scale = (int)query_int(q, COL_SCALE);
    read_times(q, iv);
    if (!query_null(q, COL_DECISION) &&
        decision_parse(query_text(q, COL_DECISION), &iv->decision)) {
        iv->decision_reason = query_dup(q, COL_REASON, a);
        iv->decided_at = query_int(q, COL_DECIDED_AT);
    }
    iv->summary = borrowed(q, COL_SUMMARY, a);
    iv->general = borrowed(q, COL_GENERAL, a);
}

static void read_row(const struct query *q, struct export_row *row, struct arena *a)
{
    read_interview(q, &row->iv, a);
    row->composite = result_read(q, COL_RESULT, (int)query_int(q, COL_SCALE));
    row->contact = (struct candidate){.id = query_int(q, COL_ROOT),
                                      .name = query_dup(q, COL_ROOT_NAME, a),
                                      .email = query_dup(q, COL_EMAIL, a),
                                      .phone = query_dup(q, COL_PHONE, a),
                                      .link = query_dup(q, COL_LINK, a)};
    row->unsupported = (int)query_int(q, COL_UNSUPPORTED);
    row->flags = query_dup(q, COL_FLAGS, a);
}

static bool read_page(struct query *q, struct export_place *place, struct export_rows *out,
                      struct err *e)
{
    while (query_row(q)) {
        struct export_row *row = VEC_PUSH(out);
        row->id = place->id = query_int(q, COL_ID);
        place->at = query_int(q, COL_LISTED_AT);
        row->hidden = query_int(q, COL_HIDDEN) != 0;
        row->whole =
            !place->table || query_int(q, COL_SUBMITTED) == 0 || query_int(q, COL_CHANGED) != 0;
        if (!row->hidden && !row->whole)
            read_row(q, row, &out->arena);
    }
    return query_end(q, e);
}

/* What is loaded whole is noted when it is loaded. */
static bool note_viewed(struct store *s, int64_t me, const struct export_rows *rows, struct err *e)
{
    static const char NOTE_VIEWED[] = "INSERT INTO viewing (interview, viewer, at)"
                                      " VALUES (?1, ?2, ?3) ON CONFLICT (interview, viewer)"
                                      " DO UPDATE SET at = excluded.at";
    int64_t now = s->sys->wall_ms(s->sys);
    bool good = tx_begin(s, e);
    if (!good)
        return false;
    for (size_t i = 0; i < rows->n && good; i++)
        if (!rows->items[i].hidden && !rows->items[i].whole)
            good =
                db_run(s, NOTE_VIEWED, ARGS(I(rows->items[i].id), I(me > 0 ? me : 0), I(now)), e);
    return tx_end(s, good, e);
}

bool store_export_page(struct store *s, struct export_place *place, int limit,
                       struct export_rows *out, struct err *e)
{
    struct query q;
    int64_t me;
    *out = (struct export_rows){0};
    if (!blind_me(s, &me, e))
        return false;
    query_start(&q, s, place->table ? TABLE : IDS,
                ARGS(I(me), I(place->at), I(place->id), I(limit)));
    bool good = read_page(&q, place, out, e) && (!place->table || note_viewed(s, me, out, e));
    place->over = good && out->n < (size_t)limit;
    if (!good)
        export_rows_release(out);
    return good;
}

bool store_count_interviews(struct store *s, int64_t *n, struct err *e)
{
    static const char COUNT[] = "SELECT count(*) FROM interview";
    return db_int(s, COUNT, NO_ARGS, n, e);
}
