#include "store/edits.h"

#include <string.h>

#include "base/vec.h"
#include "store/search.h"

bool edits_set_text(struct store *s, const struct store_write *w, const char *value, struct err *e)
{
    static const char SET[] = "INSERT INTO note (interview, field, pos, body, at, cause)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (interview, field, pos)"
                              " DO UPDATE SET body = excluded.body, at = excluded.at,"
                              " cause = excluded.cause";
    return db_run(s, SET,
                  ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos), T(value),
                       I(w->at), I(w->cause)),
                  e);
}

/* An edit that does not fit the text cannot have been written by us. */
static bool apply_edit(struct store *s, const struct query *q, struct str *text, struct err *e)
{
    int64_t at = query_int(q, 0), del = query_int(q, 1);
    const char *ins = query_text(q, 2);
    if (at < 0 || del < 0 || (uint64_t)at > text->len || (uint64_t)del > text->len - (size_t)at)
        return err_set(e, ERR_STORE, "%s is damaged: an edit of a note does not fit its text",
                       store_path(s));
    str_splice(text, (size_t)at, (size_t)del, ins, strlen(ins));
    return true;
}

bool edits_replay(struct store *s, const struct store_write *w, struct str *text, bool *any,
                  struct err *e)
{
    static const char EDITS[] = "SELECT start, del, ins FROM note_edit"
                                " WHERE interview = ?1 AND field = ?2 AND pos = ?3 ORDER BY n";
    struct query q;
    bool fits = true;
    *any = false;
    query_start(&q, s, EDITS, ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos)));
    while (fits && query_row(&q)) {
        *any = true;
        fits = apply_edit(s, &q, text, e);
    }
    return query_end(&q, e) && fits;
}

static bool load_text(struct store *s, const struct store_write *w, struct str *text, struct err *e)
{
    static const char TEXT[] =
        "SELECT body FROM note WHERE interview = ?1 AND field = ?2 AND pos = ?3";
    struct query q;
    query_start(&q, s, TEXT, ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos)));
    if (query_row(&q) && !query_null(&q, 0))
        str_set(text, query_text(&q, 0));
    return query_end(&q, e);
}

static bool drop(struct store *s, const struct store_write *w, struct err *e)
{
    static const char DROP[] =
        "DELETE FROM note_edit WHERE interview = ?1 AND field = ?2 AND pos = ?3";
    return db_run(s, DROP, ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos)), e);
}

bool edits_fold(struct store *s, const struct store_write *w, struct err *e)
{
    struct str text = STR_INIT;
    bool any = false;
    bool good = load_text(s, w, &text, e) && edits_replay(s, w, &text, &any, e) &&
                (!any || (edits_set_text(s, w, text.s, e) && drop(s, w, e)));
    str_release(&text);
    return good;
}

struct writes {
    struct store_write *items;
    size_t n, cap;
};

static bool find_typed(struct store *s, int64_t interview, struct writes *out, struct err *e)
{
    static const char TYPED[] = "SELECT field, pos, max(at) FROM note_edit WHERE interview = ?1"
                                " AND field <> 'decision' GROUP BY field, pos";
    struct query q;
    query_start(&q, s, TYPED, ARGS(I(interview)));
    while (query_row(&q)) {
        struct store_write w = {.interview = interview, .at = query_int(&q, 2)};
        w.slot.pos = (int)query_int(&q, 1);
        if (field_parse(query_text(&q, 0), &w.slot.field))
            *VEC_PUSH(out) = w;
    }
    return query_end(&q, e);
}

bool edits_fold_all(struct store *s, int64_t interview, struct err *e)
{
    struct writes typed = {0};
    bool good = find_typed(s, interview, &typed, e);
    for (size_t i = 0; i < typed.n && good; i++)
        good = edits_fold(s, &typed.items[i], e);
    if (good && typed.n > 0)
        good = search_update(s, interview, e);
    VEC_RELEASE(&typed);
    return good;
}

/* One row appended and nothing read but the last row's number: a key costs the same in a long note
 * as in a short one. */
bool store_edit(struct store *s, const struct store_write *w, const struct splice *edit,
                struct err *e)
{
    static const char APPEND[] =
        "INSERT INTO note_edit (interview, field, pos, n, at, start, del, ins) VALUES (?1, ?2, ?3,"
        " (SELECT coalesce(max(n), 0) + 1 FROM note_edit WHERE interview = ?1 AND field = ?2"
        " AND pos = ?3), ?4, ?5, ?6, ?7)";
    struct arg ins = {.type = ARG_TEXT, .p = edit->n == 0 ? "" : edit->ins, .n = edit->n};
    return tx_run(s, APPEND,
                  ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos), I(w->at),
                       I((int64_t)edit->at), I((int64_t)edit->del), ins),
                  e);
}

static bool fold(struct store *s, const struct store_write *w, struct err *e)
{
    static const char ANY[] =
        "SELECT 1 FROM note_edit WHERE interview = ?1 AND field = ?2 AND pos = ?3 LIMIT 1";
    bool any;
    if (!db_exists(s, ANY, ARGS(I(w->interview), T(field_name(w->slot.field)), I(w->slot.pos)),
                   &any, e))
        return false;
    return !any || (edits_fold(s, w, e) && search_update(s, w->interview, e));
}

bool store_fold(struct store *s, const struct store_write *w, struct err *e)
{
    return w->slot.field == FIELD_DECISION || (tx_begin(s, e) && tx_end(s, fold(s, w, e), e));
}
