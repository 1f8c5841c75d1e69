#include <limits.h>
#include <stdlib.h>

#include "store/walk.h"

#define BOUND       2000 /* rows read for a page */
#define BOUND_TEXTS 100  /* ... where their notes must be read for it */

/* ---- hidden rows, where the order would tell of them ---- */

static int newest_first(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

static bool find_hidden(struct walk *w)
{
    static const char HIDDEN[] =
        "SELECT i.id FROM interview m CROSS JOIN candidate mc ON mc.id = m.candidate"
        " CROSS JOIN candidate c ON c.root = mc.root CROSS JOIN interview i ON i.candidate = c.id"
        " WHERE m.state IN ('planned', 'open', 'abandoned') AND " BLIND_MINE(
            "m") " AND " BLIND_HIDDEN;
    struct query q;
    query_start(&q, w->s, HIDDEN, ARGS(I(w->me)));
    while (query_row(&q))
        *VEC_PUSH(&w->hidden) = query_int(&q, 0);
    if (w->hidden.n > 0)
        qsort(w->hidden.items, w->hidden.n, sizeof *w->hidden.items, newest_first);
    w->hidden_read = true;
    return query_end(&q, w->e);
}

static bool read_hidden(struct walk *w)
{
    if (!w->hidden_read && !find_hidden(w))
        return false;
    size_t n = w->hidden.n;
    for (size_t k = 0; k < n && !walk_ended(w); k++) {
        int64_t id = w->hidden.items[w->back ? n - 1 - k : k];
        bool behind = w->back ? id > w->at.id : id < w->at.id;
        w->at.id = behind ? id : w->at.id; /* one of several reasons to hide it is enough */
        if (behind && !walk_rows(w, order_one))
            return false;
    }
    return true;
}

/* ---- groups ---- */

static struct groups fixed_groups(const struct walk *w)
{
    if (w->at.part == PART_HIDDEN)
        return (struct groups){0};
    return w->at.part == PART_NONE ? w->order->none : w->order->fixed;
}

/* What the statement of the group's rows needs, from where `at` says we are. */
static void settle(struct walk *w)
{
    struct groups fixed = fixed_groups(w);
    w->source = w->order->source;
    if (fixed.n > 0) {
        w->source = fixed.items[w->at.group].source;
        w->value = arg_text(fixed.items[w->at.group].value);
    } else if (w->source == BY_BANK) {
        w->value = arg_text(w->at.text);
    } else {
        w->value = arg_int(w->at.group);
    }
}

static void enter_group(struct walk *w, int64_t group, const char *text)
{
    w->at.group = group;
    w->at.text = arena_dup(&w->out->arena, text);
    settle(w);
    walk_to_edge(w);
    w->fresh = false;
}

static bool next_fixed(struct walk *w, bool *found)
{
    int n = fixed_groups(w).n;
    bool up = w->at.part == PART_NONE ? !w->back : walk_up(w);
    int64_t next = w->fresh ? (up ? 0 : n - 1) : w->at.group + (up ? 1 : -1);
    *found = next >= 0 && next < n;
    if (*found)
        enter_group(w, next, NULL);
    return true;
}

/* From behind every name, or from before the first. */
static struct arg name_arg(const struct walk *w, bool up)
{
    if (!w->fresh)
        return arg_text(w->at.text);
    return up ? arg_text("") : arg_bytes(NULL, 0);
}

static bool next_walked(struct walk *w, bool *found)
{
    bool up = walk_up(w);
    if (!w->walking)
        query_start(&w->groups, w->s, w->order->walk[up ? 0 : 1],
                    ARGS(name_arg(w, up), I(w->fresh ? 0 : w->at.group)));
    w->walking = true;
    *found = query_row(&w->groups);
    if (!*found) {
        w->walking = false;
        return query_end(&w->groups, w->e);
    }
    w->read++;
    enter_group(w, query_int(&w->groups, 0), query_text(&w->groups, 1));
    return true;
}

static bool next_stepped(struct walk *w, const char *const *step, bool up, bool *found)
{
    bool by_text = w->order->source == BY_BANK;
    struct arg from = by_text    ? name_arg(w, up)
                      : w->fresh ? arg_int(up ? INT64_MIN : INT64_MAX)
                                 : arg_int(w->at.group);
    struct query q;
    query_start(&q, w->s, step[up ? 0 : 1], ARGS(from, I(w->f->kit)));
    *found = query_row(&q) && !query_null(&q, 0);
    w->read++;
    if (*found)
        enter_group(w, by_text ? 0 : query_int(&q, 0), by_text ? query_text(&q, 0) : NULL);
    return query_end(&q, w->e);
}

static bool next_single(struct walk *w, bool there, bool *found)
{
    *found = w->fresh && there;
    if (*found)
        enter_group(w, 0, NULL);
    return true;
}

static bool next_of_part(struct walk *w, bool *found)
{
    const struct order *o = w->order;
    if (fixed_groups(w).n > 0)
        return next_fixed(w, found);
    switch (w->at.part) {
    case PART_VALUES:
        if (o->walk[0] != NULL)
            return next_walked(w, found);
        if (o->step[0] != NULL)
            return next_stepped(w, o->step, walk_up(w), found);
        return next_single(w, true, found);
    case PART_NONE:
        if (o->none_step[0] != NULL)
            return next_stepped(w, o->none_step, !w->back, found);
        return next_single(w, false, found);
    default:
        return next_single(w, o->telling && !w->tells, found);
    }
}

/* The next group in the list's direction; false in *found at the end of the list. */
static bool next_group(struct walk *w, bool *found)
{
    for (;;) {
        if (!next_of_part(w, found))
            return false;
        if (*found)
            return true;
        int part = w->at.part + (w->back ? -1 : 1);
        if (part < PART_VALUES || part > PART_HIDDEN)
            return true;
        w->at = (struct page_key){.part = part};
        w->fresh = true;
    }
}

/* ---- a page ---- */

/* The narrowest index first: a job has fewer interviews than a state. */
static void choose_single(struct walk *w)
{
    const struct list_filter *f = w->f;
    w->source = BY_DATE;
    if (w->job != 0) {
        w->source = BY_JOB;
        w->value = arg_int(w->job);
    } else if (w->interviewer != 0) {
        w->source = BY_INTERVIEWER;
        w->value = arg_int(w->interviewer);
    } else if (walk_decision(f) != NULL) {
        w->source = BY_DECISION;
        w->value = arg_text(walk_decision(f));
    } else if (walk_given(f->bank) != NULL) {
        w->source = BY_BANK;
        w->value = arg_text(f->bank);
    } else if (f->level >= 0) {
        w->source = BY_LEVEL;
        w->value = arg_text(walk_level(f));
    } else if (f->state >= 0) {
        w->source = BY_STATE;
        w->value = arg_text(walk_state(f));
    }
}

static bool read_group(struct walk *w)
{
    if (w->at.part == PART_HIDDEN)
        return read_hidden(w);
    if (w->order->source == BY_DATE)
        choose_single(w);
    return walk_rows(w, source_rows[w->source][walk_oldest_first(w)]);
}

static bool read_on(struct walk *w)
{
    bool found = !w->fresh;
    if (w->fresh && !next_group(w, &found))
        return false;
    while (found && !walk_ended(w))
        if (!read_group(w) || (!walk_ended(w) && !next_group(w, &found)))
            return false;
    return true;
}

static bool read_by_words(struct walk *w, const char *query, bool check, int bound)
{
    w->query = query;
    w->check = check;
    w->bound = bound;
    return walk_rows(w, source_rows[w->source][walk_oldest_first(w)]);
}

/* In the order of entry: no sort stands between a key and its page. A long word is slow to ask for
 * when much begins with it, and then the newest that begin like it are mostly it; where they are
 * not, it is rare enough to be asked for. */
static bool read_found(struct walk *w)
{
    const struct match *m = &w->match;
    int bound = m->brief && w->bound == BOUND ? BOUND_TEXTS : w->bound;
    w->source = m->query.len > 0 ? BY_WORDS : BY_NUMBER;
    if (w->fresh)
        w->at.id = walk_oldest_first(w) ? INT64_MIN : INT64_MAX;
    w->fresh = false;
    if (m->cut) {
        if (!read_by_words(w, m->begun.s, true, BOUND_TEXTS))
            return false;
        if (w->full || w->read < BOUND_TEXTS)
            return true;
    }
    return read_by_words(w, m->query.s, m->brief, bound);
}

static void turn_around(struct interview_rows *rows)
{
    for (size_t i = 0, k = rows->n; i + 1 < k; i++) {
        struct interview_row row = rows->items[i];
        rows->items[i] = rows->items[--k];
        rows->items[k] = row;
    }
}

static void begin(struct walk *w, const struct page_from *from)
{
    bool end = from->key.part > PART_HIDDEN;
    w->back = from->back;
    w->at = from->key;
    w->fresh = from->key.part == PART_START || end;
    if (w->fresh)
        w->at = (struct page_key){.part = w->back ? PART_HIDDEN : PART_VALUES};
    if (w->match.any)
        w->at.part = PART_VALUES;
    if (!w->fresh && w->at.group >= fixed_groups(w).n && fixed_groups(w).n > 0)
        w->at.group = 0;
    if (w->fresh)
        return;
    w->at.text = arena_dup(&w->out->arena, w->at.text);
    settle(w);
    if (from->inclusive)
        w->at.id += walk_oldest_first(w) ? -1 : 1;
}

/* From before the first row backwards, from behind the last one forwards: nothing. */
static bool nowhere(const struct walk *w, const struct page_from *from)
{
    bool start = from->key.part == PART_START, end = from->key.part > PART_HIDDEN;
    return (start && from->back) || (end && !from->back) || w->gone ||
           (w->match.any && w->match.n == 0);
}

static bool read_page(struct walk *w, const struct page_from *from)
{
    w->out->stopped = from->key;
    if (nowhere(w, from))
        return true;
    begin(w, from);
    bool good = w->match.any ? read_found(w) : read_on(w);
    if (w->walking)
        good = query_end(&w->groups, w->e) && good;
    if (!w->full && w->read >= w->bound) {
        w->out->unfinished = w->out->n < (size_t)w->f->limit;
        w->out->more = true;
        w->out->stopped = w->at;
    }
    if (w->back)
        turn_around(w->out);
    return good;
}

/* ---- what is asked ---- */

static bool name_number(struct walk *w, const char *sql, const char *name, int64_t *id)
{
    *id = 0;
    if (walk_given(name) == NULL)
        return true;
    if (!db_int(w->s, sql, ARGS(T(name)), id, w->e))
        return false;
    w->gone |= *id == 0;
    return true;
}

/* A group that a filter names leaves nothing to order by it. */
static enum list_sort order_of(const struct list_filter *f)
{
    bool one = (f->sort == SORT_JOB && walk_given(f->job) != NULL) ||
               (f->sort == SORT_INTERVIEWER && walk_given(f->interviewer) != NULL) ||
               (f->sort == SORT_BANK && walk_given(f->bank) != NULL) ||
               (f->sort == SORT_LEVEL && f->level >= 0) ||
               (f->sort == SORT_STATE && f->state >= 0) ||
               (f->sort == SORT_DECISION && walk_given(f->decision) != NULL);
    return one || walk_given(f->search) != NULL ? SORT_DATE : f->sort;
}

static bool ask(struct walk *w, struct list_filter *f)
{
    static const char JOB[] = "SELECT id FROM job WHERE name = ?1";
    static const char INTERVIEWER[] = "SELECT id FROM interviewer WHERE name = ?1";
    enum list_sort sort = order_of(f);
    if (f->sort == SORT_COMPOSITE && f->kit == 0)
        return err_set(w->e, ERR_REFUSED,
                       "composites compare only where the very same questions were asked: choose "
                       "a session whose questions are meant");
    f->ascending = f->ascending && sort == f->sort;
    w->order = &orders[sort];
    w->tells = walk_given(f->job) != NULL || walk_given(f->bank) != NULL ||
               walk_given(f->interviewer) != NULL || walk_given(f->decision) != NULL ||
               f->level >= 0 || f->kit != 0;
    match_read(&w->match, f->search);
    return blind_me(w->s, &w->me, w->e) && name_number(w, JOB, f->job, &w->job) &&
           name_number(w, INTERVIEWER, f->interviewer, &w->interviewer);
}

static bool page(struct walk *w, const struct page_from *from)
{
    const struct list_filter *asked = w->f;
    struct list_filter f = *asked;
    *w->out = (struct interview_rows){0};
    if (!tx_read(w->s, w->e))
        return false;
    w->f = &f;
    w->s->cancellable = true;
    bool good = tx_end(w->s, ask(w, &f) && read_page(w, from), w->e);
    w->s->cancellable = false;
    w->f = asked;
    match_release(&w->match);
    VEC_RELEASE(&w->hidden);
    if (!good)
        interview_rows_release(w->out);
    return good;
}

bool store_page(struct store *s, const struct list_filter *f, const struct page_from *from,
                struct interview_rows *out, struct err *e)
{
    struct walk w = {.s = s, .f = f, .out = out, .e = e, .bound = BOUND};
    return page(&w, from);
}

bool store_list(struct store *s, const struct list_filter *f, struct interview_rows *out,
                struct err *e)
{
    static const char WHEN[] = "SELECT listed_at FROM interview WHERE id = ?1";
    struct walk w = {.s = s, .f = f, .out = out, .e = e, .bound = INT_MAX};
    struct page_from from = {.back = false};
    if (f->before_id != 0) {
        from.key = (struct page_key){.part = PART_VALUES, .id = f->before_id};
        if (!db_int(s, WHEN, ARGS(I(f->before_id)), &from.key.at, e))
            return false;
    }
    return page(&w, &from);
}

static bool read_row(struct walk *w, int64_t id)
{
    w->order = &orders[SORT_DATE];
    w->at = (struct page_key){.part = PART_VALUES, .id = id};
    return blind_me(w->s, &w->me, w->e) && walk_rows(w, order_one);
}

bool store_row(struct store *s, int64_t id, struct interview_rows *out, struct err *e)
{
    struct list_filter any = {.level = -1, .state = -1, .limit = 1};
    struct walk w = {.s = s, .f = &any, .out = out, .e = e, .bound = 1};
    *out = (struct interview_rows){0};
    if (read_row(&w, id))
        return true;
    interview_rows_release(out);
    return false;
}
