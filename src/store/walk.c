#include "store/walk.h"

bool walk_ended(const struct walk *w)
{
    return w->full || w->read >= w->bound;
}

/* ---- directions ---- */

bool walk_up(const struct walk *w)
{
    return w->f->ascending != w->back;
}

bool walk_oldest_first(const struct walk *w)
{
    bool turned = w->order->by_time && w->at.part == PART_VALUES && w->f->ascending;
    return turned != w->back;
}

void walk_to_edge(struct walk *w)
{
    bool up = walk_oldest_first(w);
    const struct list_filter *f = w->f;
    bool dated = w->source != BY_ENDED && w->source != BY_CANDIDATE;
    w->at.at = up ? INT64_MIN : INT64_MAX;
    w->at.id = up ? INT64_MIN : INT64_MAX;
    if (w->at.part == PART_HIDDEN) /* by number alone */
        return;
    if (dated && up && f->from != 0)
        w->at.at = f->from;
    if (dated && !up && f->to != 0) {
        w->at.at = f->to;
        w->at.id = INT64_MIN;
    }
}

/* ---- the rows of a group ---- */

/* A state stands where others have a time. */
static struct arg time_arg(const struct walk *w, int64_t at)
{
    if (w->source != BY_CANDIDATE)
        return arg_int(at);
    if (at == INT64_MAX)
        return arg_bytes(NULL, 0); /* behind every text */
    if (at == INT64_MIN)
        return arg_text("");
    return arg_text(interview_state_name((enum interview_state)at));
}

static struct arg time_end(const struct walk *w, bool oldest)
{
    const struct list_filter *f = w->f;
    if (w->source == BY_CANDIDATE || w->source == BY_ENDED)
        return time_arg(w, oldest ? INT64_MAX : INT64_MIN);
    if (oldest)
        return arg_int(f->to != 0 ? f->to : INT64_MAX);
    return arg_int(f->from != 0 ? f->from : INT64_MIN);
}

const char *walk_level(const struct list_filter *f)
{
    return f->level >= 0 ? level_name((enum level)f->level) : NULL;
}

const char *walk_state(const struct list_filter *f)
{
    return f->state >= 0 ? interview_state_name((enum interview_state)f->state) : NULL;
}

const char *walk_decision(const struct list_filter *f)
{
    const char *decision = walk_given(f->decision);
    return decision != NULL && str_same(decision, "none") ? "" : decision;
}

static void start_rows(struct query *q, const struct walk *w, const char *sql)
{
    const struct list_filter *f = w->f;
    bool oldest = walk_oldest_first(w);
    struct args args = ARGS(I(w->me), time_arg(w, w->at.at), I(w->at.id), w->value,
                            time_end(w, oldest), T(walk_given(f->bank)), T(walk_level(f)),
                            T(walk_state(f)), ID(w->job), ID(w->interviewer), T(walk_decision(f)),
                            ID(f->kit), ID(f->from), ID(f->to), T(w->query));
    if (w->source != BY_WORDS || w->at.part == PART_HIDDEN)
        args.n--;
    query_start(q, w->s, sql, args);
}

static int64_t time_of(const struct walk *w, const struct query *q)
{
    enum interview_state state;
    if (w->source == BY_CANDIDATE)
        return interview_state_parse(query_text(q, 7), &state) ? (int64_t)state : INT64_MAX;
    return query_int(q, w->source == BY_ENDED ? 11 : PAGE_LISTED);
}

static bool is_wanted(const struct walk *w, const struct query *q)
{
    if (query_int(q, PAGE_WANTED) == 0)
        return false;
    if (query_int(q, ROW_HIDDEN) == 0)
        return w->at.part != PART_HIDDEN;
    return !w->tells && (!w->order->telling || w->at.part == PART_HIDDEN);
}

static void add_row(struct walk *w, const struct query *q)
{
    rows_add(q, w->out);
    struct interview_row *row = &w->out->items[w->out->n - 1];
    row->key = w->at;
    if (row->hidden)
        return;
    row->kit = query_int(q, PAGE_KIT);
    row->tenths = query_null(q, PAGE_TENTHS) ? -1 : (int)query_int(q, PAGE_TENTHS);
    row->scored = (int)query_int(q, PAGE_SCORED);
    row->of = (int)query_int(q, PAGE_QUESTIONS);
    row->scale = (int)query_int(q, PAGE_SCALE);
}

/* ---- words ---- */

#define TEXTS 6 /* columns of the index, in the order of enum hit_in */

static void mark_row(struct walk *w, const char *const *texts)
{
    struct interview_row *row = &w->out->items[w->out->n - 1];
    struct str piece = STR_INIT;
    unsigned done = 0, before;
    row->hit.n_name = match_marks(&w->match, row->candidate, row->hit.name);
    row->hit.in = HIT_CANDIDATE;
    row->hit.text = "";
    if (match_in(&w->match, row->candidate, &done) || row->hidden)
        return;
    for (int i = 1; i < TEXTS; i++) {
        before = done;
        match_in(&w->match, texts[i], &done);
        if (done == before)
            continue;
        match_piece(&w->match, texts[i], before, &piece);
        row->hit.in = (enum hit_in)(HIT_CANDIDATE + i);
        row->hit.text = arena_text(&w->out->arena, piece.s, piece.len);
        row->hit.n_marks = match_marks(&w->match, row->hit.text, row->hit.marks);
        break;
    }
    str_release(&piece);
}

/* A hidden row is found by its candidate alone: that a word of its notes was hit would tell of
 * them. What the index has found needs no second look unless a word was too short to ask it. */
static bool has_words(struct walk *w, const struct interview_row *row, const char *const *texts)
{
    unsigned done = 0;
    if (row->hidden)
        return match_in(&w->match, row->candidate, &done);
    for (int i = 0; i < TEXTS && w->check && done != MATCH_ALL(&w->match); i++)
        match_in(&w->match, texts[i], &done);
    return !w->check || done == MATCH_ALL(&w->match);
}

static bool check_words(struct walk *w)
{
    static const char TEXTS_OF[] = "SELECT candidate, job, bank, interviewer, summary, notes"
                                   " FROM search WHERE rowid = ?1";
    const char *texts[TEXTS] = {"", "", "", "", "", ""};
    struct query q;
    if (w->match.n == 0)
        return true;
    query_start(&q, w->s, TEXTS_OF, ARGS(I(w->out->items[w->out->n - 1].id)));
    bool there = query_row(&q);
    for (int i = 0; i < TEXTS && there; i++)
        if (query_text(&q, i) != NULL)
            texts[i] = query_text(&q, i);
    if (has_words(w, &w->out->items[w->out->n - 1], texts))
        mark_row(w, texts);
    else
        w->out->n--;
    return query_end(&q, w->e);
}

/* One row more than the page holds tells that there are more. */
static bool take_row(struct walk *w, const struct query *q)
{
    w->read++;
    w->at.at = time_of(w, q);
    w->at.id = query_int(q, 0);
    if (!is_wanted(w, q))
        return true;
    size_t before = w->out->n;
    add_row(w, q);
    if (!check_words(w))
        return false;
    if (w->out->n == before)
        return true;
    if (before == (size_t)w->f->limit) {
        w->out->n--;
        w->full = w->out->more = true;
    } else {
        w->out->stopped = w->at;
    }
    return true;
}

bool walk_rows(struct walk *w, const char *sql)
{
    struct query q;
    bool good = true;
    start_rows(&q, w, sql);
    while (good && !walk_ended(w) && query_row(&q))
        good = take_row(w, &q);
    return query_end(&q, w->e) && good;
}
