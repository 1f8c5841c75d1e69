/* Names to complete from while they are typed. */

#include "base/clock.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "store/blind.h"
#include "store/lists.h"
#include "store/match.h"
#include "store/search.h"

/* By their interviews, newest first: whoever was interviewed last is likeliest to be meant. A
 * merged record is shown as what it leads to. */
#define PEOPLE "SELECT r.id, r.name, b.title, i.level, i.listed_at, i.tz, " BLIND_HIDDEN ", r.fold"

#define PEOPLE_JOINS                                                                               \
    " CROSS JOIN candidate c ON c.id = i.candidate CROSS JOIN candidate r ON r.id = c.root"        \
    " CROSS JOIN bank_version b ON b.id = i.bank_version"

static const char LATEST[] =
    PEOPLE " FROM interview i" PEOPLE_JOINS " WHERE ?2 IS NULL ORDER BY i.id DESC";
static const char FOUND[] =
    PEOPLE " FROM search CROSS JOIN interview i ON i.id = search.rowid" PEOPLE_JOINS
           " WHERE search MATCH ?2 ORDER BY search.rowid DESC";

static bool listed(const struct name_rows *out, int64_t id)
{
    for (size_t i = 0; i < out->n; i++)
        if (out->items[i].id == id)
            return true;
    return false;
}

/* "Colorist · mid, 3 Nov"; nothing but the name of one that is hidden. */
static const char *detail(struct store *s, const struct query *q, struct arena *a)
{
    struct str text = STR_INIT;
    if (query_int(q, 6) != 0)
        return "";
    str_addf(&text, "%s · %s, ", query_text(q, 2), query_text(q, 3));
    clock_add_near(&text, query_int(q, 4), s->sys->wall_ms(s->sys), (int)query_int(q, 5), true);
    const char *kept = arena_dup(a, text.s);
    str_release(&text);
    return kept;
}

/* Who is looked for: by the words that were typed, or, when `fold` is not NULL, by the whole name.
 */
struct sought {
    const char *typed, *fold;
    int limit;
};

static bool is_sought(const struct query *q, const struct sought *who)
{
    return !query_null(q, 1) && (who->fold == NULL || str_same(query_text(q, 7), who->fold));
}

static bool read_people(struct store *s, struct query *q, const struct sought *who,
                        struct name_rows *out, struct err *e)
{
    while (out->n < (size_t)who->limit && query_row(q)) {
        int64_t id = query_int(q, 0);
        if (!is_sought(q, who) || listed(out, id))
            continue;
        struct name_row *row = VEC_PUSH(out);
        row->id = id;
        row->name = query_dup(q, 1, &out->arena);
        row->detail = detail(s, q, &out->arena);
    }
    return query_end(q, e);
}

static bool find_people(struct store *s, const struct sought *who, struct name_rows *out,
                        struct err *e)
{
    struct str words = STR_INIT;
    struct query q;
    int64_t me;
    *out = (struct name_rows){0};
    bool any = search_words(who->typed, "candidate", &words);
    bool good = blind_me(s, &me, e);
    if (good) {
        query_start(&q, s, any ? FOUND : LATEST, ARGS(I(me), T(any ? words.s : NULL)));
        good = read_people(s, &q, who, out, e);
    }
    str_release(&words);
    if (!good)
        name_rows_release(out);
    return good;
}

bool store_candidates(struct store *s, const char *typed, int limit, struct name_rows *out,
                      struct err *e)
{
    struct sought who = {.typed = typed, .limit = limit};
    s->cancellable = true;
    bool good = find_people(s, &who, out, e);
    s->cancellable = false;
    return good;
}

bool store_namesakes(struct store *s, const char *name, int limit, struct name_rows *out,
                     struct err *e)
{
    struct str folded = STR_INIT;
    utf8_fold(&folded, name);
    struct sought who = {name, folded.s, limit};
    bool good = find_people(s, &who, out, e);
    str_release(&folded);
    return good;
}

/* Rows (number, name, detail) by `sql`; those are wanted where each word that was typed begins one
 * of theirs. */
struct wanted {
    const char *sql, *typed;
    int limit;
};

static bool complete(struct store *s, const struct wanted *w, struct name_rows *out, struct err *e)
{
    struct match words;
    struct query q;
    *out = (struct name_rows){0};
    match_read(&words, w->typed);
    query_start(&q, s, w->sql, NO_ARGS);
    while (out->n < (size_t)w->limit && query_row(&q)) {
        unsigned done = 0;
        if (!match_in(&words, query_text(&q, 1), &done) &&
            !match_in(&words, query_text(&q, 2), &done))
            continue;
        struct name_row *row = VEC_PUSH(out);
        row->id = query_int(&q, 0);
        row->name = query_dup(&q, 1, &out->arena);
        row->detail = query_dup(&q, 2, &out->arena);
    }
    match_release(&words);
    if (query_end(&q, e))
        return true;
    name_rows_release(out);
    return false;
}

bool store_jobs(struct store *s, const char *typed, int limit, struct name_rows *out, struct err *e)
{
    static const char JOBS[] = "SELECT id, name, '' FROM job ORDER BY used_at DESC, id DESC";
    return complete(s, &(struct wanted){JOBS, typed, limit}, out, e);
}

bool store_interviewers(struct store *s, const char *typed, int limit, struct name_rows *out,
                        struct err *e)
{
    static const char INTERVIEWERS[] = "SELECT id, name, '' FROM interviewer ORDER BY name";
    return complete(s, &(struct wanted){INTERVIEWERS, typed, limit}, out, e);
}

/* From one bank to the next by the index: there are few in many interviews. */
bool store_banks(struct store *s, const char *typed, int limit, struct name_rows *out,
                 struct err *e)
{
    static const char BANKS[] =
        "WITH RECURSIVE bank (name) AS (SELECT min(bank) FROM interview UNION ALL"
        " SELECT (SELECT min(bank) FROM interview WHERE interview.bank > bank.name) FROM bank"
        " WHERE name IS NOT NULL) SELECT 0, name, coalesce((SELECT title FROM bank_version v"
        " WHERE v.name = bank.name ORDER BY id DESC LIMIT 1), '') FROM bank WHERE name IS NOT NULL";
    return complete(s, &(struct wanted){BANKS, typed, limit}, out, e);
}

bool store_last_choices(struct store *s, struct last_choices *out, struct err *e)
{
    static const char LAST[] =
        "SELECT coalesce(j.name, ''), i.bank, v.name, i.level, i.minutes FROM interview i"
        " JOIN interviewer v ON v.id = i.interviewer LEFT JOIN job j ON j.id = i.job"
        " ORDER BY i.id DESC LIMIT 1";
    struct query q;
    *out = (struct last_choices){0};
    query_start(&q, s, LAST, NO_ARGS);
    bool found = query_row(&q);
    if (found) {
        out->job = query_dup(&q, 0, &out->arena);
        out->bank = query_dup(&q, 1, &out->arena);
        out->interviewer = query_dup(&q, 2, &out->arena);
        level_parse(query_text(&q, 3), &out->level);
        out->minutes = (int)query_int(&q, 4);
    }
    if (!query_end(&q, e))
        return false;
    return found || err_set(e, ERR_MISSING, "there is no interview yet");
}
