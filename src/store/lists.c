#include "store/lists.h"

#include <string.h>

#include "base/utf8.h"
#include "store/rows.h"
#include "store/search.h"

/* ?1 who looks, ?2 and ?3 the row behind which the page begins, ?4 how many, then the filters.
 * ?9 says that a filter is set which must not tell anything about hidden rows. */
#define FILTERED                                                                                   \
    " AND (?5 IS NULL OR i.bank = ?5)"                                                             \
    " AND (?6 IS NULL OR i.job = (SELECT id FROM job WHERE name = ?6))"                            \
    " AND (?7 IS NULL OR i.interviewer = (SELECT id FROM interviewer WHERE name = ?7))"            \
    " AND (?8 IS NULL OR i.level = ?8) AND (?10 IS NULL OR i.state = ?10)"                         \
    " AND (?9 = 0 OR NOT " BLIND_HIDDEN ")"
#define PAGE(index, narrowed)                                                                      \
    "SELECT " ROW_COLUMNS " FROM interview i INDEXED BY " index ROW_JOINS " WHERE " narrowed       \
    "(i.listed_at, i.id) < (?2, ?3)" FILTERED " ORDER BY i.listed_at DESC, i.id DESC LIMIT ?4 + 1"

static const char BY_TIME[] = PAGE("interview_listed", "");
static const char BY_JOB[] =
    PAGE("interview_job", "i.job = (SELECT id FROM job WHERE name = ?6) AND ");
static const char BY_BANK[] = PAGE("interview_bank", "i.bank = ?5 AND ");
static const char BY_INTERVIEWER[] = PAGE(
    "interview_interviewer", "i.interviewer = (SELECT id FROM interviewer WHERE name = ?7) AND ");
static const char BY_STATE[] = PAGE("interview_state", "i.state = ?10 AND ");

/* As many rows are read as it takes: hidden ones may have to be passed over. */
static const char BY_WORDS[] =
    "SELECT " ROW_COLUMNS " FROM search CROSS JOIN interview i ON i.id = search.rowid" ROW_JOINS
    " WHERE search MATCH ?11 AND search.rowid < ?3 AND (?2 = ?2 AND ?4 = ?4)" FILTERED
    " ORDER BY search.rowid DESC";

struct listing {
    const struct list_filter *f;
    int64_t me, before_at, before_id;
    const char *words; /* as a query of the index; NULL: none */
};

static const char *given(const char *s)
{
    return s != NULL && s[0] != '\0' ? s : NULL;
}

/* The narrowest index first: a job has fewer interviews than a state. */
static const char *choose(const struct listing *l)
{
    if (l->words != NULL)
        return BY_WORDS;
    if (given(l->f->job) != NULL)
        return BY_JOB;
    if (given(l->f->bank) != NULL)
        return BY_BANK;
    if (given(l->f->interviewer) != NULL)
        return BY_INTERVIEWER;
    return l->f->state >= 0 ? BY_STATE : BY_TIME;
}

static const char *level_of(const struct list_filter *f)
{
    return f->level >= 0 ? level_name((enum level)f->level) : NULL;
}

static const char *state_of(const struct list_filter *f)
{
    return f->state >= 0 ? interview_state_name((enum interview_state)f->state) : NULL;
}

static bool tells(const struct list_filter *f)
{
    return given(f->job) != NULL || given(f->bank) != NULL || given(f->interviewer) != NULL ||
           f->level >= 0;
}

static void start(struct query *q, struct store *s, const struct listing *l)
{
    const struct list_filter *f = l->f;
    struct args args = ARGS(I(l->me), I(l->before_at), I(l->before_id), I(f->limit),
                            T(given(f->bank)), T(given(f->job)), T(given(f->interviewer)),
                            T(level_of(f)), I(tells(f)), T(state_of(f)), T(l->words));
    if (l->words == NULL)
        args.n--;
    query_start(q, s, choose(l), args);
}

/* Does each word that was typed begin a word of the name? */
static bool name_matches(const char *name, const char *typed)
{
    struct str folded = STR_INIT, words = STR_INIT;
    str_add(&folded, " ");
    utf8_fold(&folded, name);
    utf8_fold(&words, typed);
    bool all = true;
    for (char *at = words.s + strspn(words.s, " "); all && *at != '\0';) {
        size_t n = strcspn(at, " ");
        struct str word = STR_INIT;
        str_addc(&word, ' ');
        str_addn(&word, at, n);
        all = strstr(folded.s, word.s) != NULL;
        str_release(&word);
        at += n;
        at += strspn(at, " ");
    }
    str_release(&folded);
    str_release(&words);
    return all;
}

/* A hidden row is found by its candidate alone: that a word of its notes was hit would tell of
 * them. */
static bool read_found(struct query *q, const struct list_filter *f, struct interview_rows *out,
                       struct err *e)
{
    while (!out->more && query_row(q)) {
        if (out->n >= (size_t)f->limit) {
            out->more = true;
            continue;
        }
        rows_add(q, out);
        const struct interview_row *row = &out->items[out->n - 1];
        if (row->hidden && !name_matches(row->candidate, f->search))
            out->n--;
    }
    return query_end(q, e);
}

static bool read_page(struct store *s, const struct listing *l, struct interview_rows *out,
                      struct err *e)
{
    struct query q;
    start(&q, s, l);
    if (l->words != NULL)
        return read_found(&q, l->f, out, e);
    return rows_read(&q, l->f->limit, out, e);
}

static bool find_before(struct store *s, struct listing *l, struct err *e)
{
    static const char WHEN[] = "SELECT listed_at FROM interview WHERE id = ?1";
    l->before_at = l->before_id = INT64_MAX;
    if (l->f->before_id == 0)
        return true;
    l->before_id = l->f->before_id;
    return db_int(s, WHEN, ARGS(I(l->before_id)), &l->before_at, e);
}

bool store_list(struct store *s, const struct list_filter *f, struct interview_rows *out,
                struct err *e)
{
    struct listing l = {.f = f};
    struct str words = STR_INIT;
    *out = (struct interview_rows){0};
    if (f->search != NULL && search_words(f->search, NULL, &words))
        l.words = words.s;
    s->cancellable = true;
    bool good = blind_me(s, &l.me, e) && find_before(s, &l, e) && read_page(s, &l, out, e);
    s->cancellable = false;
    str_release(&words);
    if (!good)
        interview_rows_release(out);
    return good;
}
