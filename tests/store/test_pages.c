/* Pages by key: in every order and under every filter each row comes once, there and back, where it
 * belongs, and hidden rows tell nothing by where they stand. Held against all rows of a small store
 * that are filtered and compared here, plainly. */

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "support/stored.h"

#define SESSIONS 70
#define ROUNDS   40

/* ---- a store of all sorts ---- */

static const char *const people[] = {"Ada", "ada", "Émile",  "emil",
                                     "Zoë", "Bea", "李小龙", "Ødegård"};
static const char *const jobs[] = {"", "Soho", "archive", "Burbank"};
static const char *const names[] = {"Sam", "Kim", "Alex"};
static const char *const banks[][2] = {{"editor", "bank: editor\n"},
                                       {"colorist", "bank: colorist\n"}};

struct world {
    struct stored t;
    uint64_t seed;
    struct interview_rows all[SESSIONS + 1]; /* by number, as whoever looks sees them */
    int64_t listed[SESSIONS + 1];
    struct str fold[SESSIONS + 1];
};

#define PICK(w, list) ((list)[seed_below(&(w)->seed, COUNT_OF(list))])

static int64_t plan(struct world *w, int64_t id)
{
    struct stored *t = &w->t;
    int bank = seed_below(&w->seed, COUNT_OF(banks));
    struct interview_plan plan = {.candidate = PICK(w, people),
                                  .candidate_id = id > 4 ? 1 + seed_below(&w->seed, 3) : 0,
                                  .interviewer = PICK(w, names),
                                  .job = PICK(w, jobs),
                                  .level = (enum level)seed_below(&w->seed, LEVELS),
                                  .planned_at = seed_below(&w->seed, 3) * 5000};
    t->bank.name.s = banks[bank][0];
    stored_bank_bytes(t, banks[bank][1]);
    if (seed_below(&w->seed, 2) == 0)
        plan.candidate_id = 0;
    if (id == 1) /* one that is hidden from Sam, always */
        plan.interviewer = "Kim";
    if (id == SESSIONS) {
        plan.interviewer = "Sam";
        plan.candidate_id = 1;
    }
    assert_done(store_plan(t->store, &plan, &t->file, &id, &t->e), &t->e);
    return id;
}

static void score(struct world *w, int64_t id)
{
    static const char *const marks[] = {"1", "3", "3", "4", "no_evidence"};
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        stored_set(&w->t, id, (struct slot){FIELD_MARK, i, 0}, PICK(w, marks));
}

static void make_session(struct world *w, int64_t id)
{
    struct stored *t = &w->t;
    t->at = t->world.wall = STORED_NOW + seed_below(&w->seed, 4) * 1000; /* many at one time */
    id = plan(w, id);
    int state = id == 1 ? 3 : id == SESSIONS ? 0 : seed_below(&w->seed, 10);
    if (state == 0)
        return;
    stored_begin(t, id);
    if (state == 1)
        return;
    if (state == 2) {
        assert_done(store_abandon(t->store, id, t->at, &t->e), &t->e);
        return;
    }
    score(w, id);
    stored_submit(t, id);
    for (int n = seed_below(&w->seed, 3); n > 0; n--) {
        struct store_decision d = {(enum decision)(1 + seed_below(&w->seed, 3)), "", t->at};
        assert_done(store_decide(t->store, id, &d, &t->e), &t->e);
    }
}

static void change(struct world *w, const char *sql)
{
    struct str message = STR_INIT;
    stored_try(&w->t, sql, &message);
    assert_string_equal(message.s, "");
    str_release(&message);
}

static int64_t ask_of(struct world *w, const char *what, int64_t id)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "SELECT %s FROM interview i WHERE id = %lld", what, (long long)id);
    int64_t value = stored_ask(&w->t, sql.s);
    str_release(&sql);
    return value;
}

static void see(struct world *w)
{
    for (int64_t id = 1; id <= SESSIONS; id++) {
        assert_done(store_row(w->t.store, id, &w->all[id], &w->t.e), &w->t.e);
        assert_int_equal(w->all[id].n, 1);
        w->listed[id] = ask_of(w, "listed_at", id);
        str_init(&w->fold[id]);
        if (!str_same(w->all[id].items[0].candidate, "(erased)"))
            utf8_fold(&w->fold[id], w->all[id].items[0].candidate);
    }
}

static void forget(struct world *w)
{
    for (int id = 1; id <= SESSIONS; id++) {
        interview_rows_release(&w->all[id]);
        str_release(&w->fold[id]);
    }
}

static void make_world(struct world *w, const char *test)
{
    w->seed = seed_start(test);
    stored_disk(&w->t);
    for (int level = 0; level < LEVELS; level++)
        w->t.bank.levels[level] = w->t.bank.levels[LEVEL_SENIOR];
    for (int id = 1; id <= SESSIONS; id++)
        make_session(w, id);
    change(w, "UPDATE candidate SET merged_into = 1, root = 1 WHERE id = 3;"
              "INSERT INTO erasure VALUES (2, 1, NULL, 'asked'), (5, 1, NULL, 'asked');"
              "UPDATE candidate SET name = NULL, fold = NULL WHERE id IN (2, 5)");
    store_set_me(w->t.store, "Sam");
    see(w);
}

static void end_world(struct world *w)
{
    forget(w);
    stored_end(&w->t);
}

/* ---- plainly ---- */

static const struct interview_row *row_of(const struct world *w, int64_t id)
{
    return &w->all[id].items[0];
}

static bool telling(enum list_sort sort)
{
    return sort != SORT_DATE && sort != SORT_CANDIDATE && sort != SORT_STATE && sort != SORT_ENDED;
}

static bool fits(const char *filter, const char *value)
{
    return filter == NULL || strcmp(filter, value) == 0;
}

static bool decision_fits(const char *filter, const struct interview_row *r)
{
    bool none = r->decision == DECISION_NONE && r->state == INTERVIEW_SUBMITTED;
    return filter == NULL || (str_same(filter, "none") && none) ||
           str_same(filter, decision_name(r->decision));
}

static bool wanted(const struct world *w, const struct list_filter *f, int64_t id)
{
    const struct interview_row *r = row_of(w, id);
    int64_t at = w->listed[id];
    bool tells = f->bank != NULL || f->job != NULL || f->interviewer != NULL ||
                 f->decision != NULL || f->level >= 0 || f->kit != 0;
    if (r->hidden && tells)
        return false;
    return fits(f->bank, r->bank) && fits(f->job, r->job) && fits(f->interviewer, r->interviewer) &&
           decision_fits(f->decision, r) && (f->level < 0 || f->level == (int)r->level) &&
           (f->state < 0 || f->state == (int)r->state) && (f->kit == 0 || f->kit == r->kit) &&
           (f->from == 0 || at >= f->from) && (f->to == 0 || at < f->to) &&
           (f->sort != SORT_COMPOSITE || r->state == INTERVIEW_SUBMITTED);
}

/* What a row is ordered by: a number or a text; none: neither. */
struct value {
    bool none;
    int64_t number;
    const char *text;
};

static struct value number(int64_t n, bool none)
{
    return (struct value){none, n, ""};
}

static struct value value_of(const struct world *w, enum list_sort sort, int64_t id)
{
    const struct interview_row *r = row_of(w, id);
    int64_t end = r->submitted_at + r->abandoned_at;
    if (r->hidden && telling(sort))
        return number(0, true);
    switch (sort) {
    case SORT_CANDIDATE:
        return (struct value){w->fold[id].len == 0, 0, w->fold[id].s};
    case SORT_JOB:
        return (struct value){r->job[0] == '\0', 0, r->job};
    case SORT_BANK:
        return (struct value){false, 0, r->bank};
    case SORT_INTERVIEWER:
        return (struct value){false, 0, r->interviewer};
    case SORT_LEVEL:
        return number(r->level, false);
    case SORT_STATE:
        return number(r->state, false);
    case SORT_DECISION:
        return number(r->decision, r->decision == DECISION_NONE);
    case SORT_COMPOSITE:
        return number(r->tenths, r->tenths < 0);
    case SORT_ENDED:
        return number(end, end == 0);
    default:
        return number(w->listed[id], false);
    }
}

static int compare(struct value a, struct value b)
{
    struct str fa = STR_INIT, fb = STR_INIT;
    utf8_fold(&fa, a.text);
    utf8_fold(&fb, b.text);
    int texts = strcmp(fa.s, fb.s);
    str_release(&fa);
    str_release(&fb);
    return a.number != b.number ? (a.number < b.number ? -1 : 1) : texts;
}

static void in_order(const struct world *w, const struct list_filter *f, int64_t first,
                     int64_t second)
{
    struct value a = value_of(w, f->sort, first), b = value_of(w, f->sort, second);
    int order = a.none || b.none ? a.none - b.none : compare(a, b) * (f->ascending ? 1 : -1);
    if (order > 0)
        fail_msg("by %s: %lld stands before %lld", list_sort_name(f->sort), (long long)first,
                 (long long)second);
    bool groups = f->sort != SORT_CANDIDATE && f->sort != SORT_DATE && f->sort != SORT_ENDED;
    if (order == 0 && groups && !a.none && w->listed[first] < w->listed[second])
        fail_msg("by %s: %lld is older than %lld", list_sort_name(f->sort), (long long)first,
                 (long long)second);
}

/* ---- pages ---- */

struct ids {
    int64_t items[2 * SESSIONS];
    size_t n;
};

static void add(struct ids *ids, const struct interview_rows *rows, bool back)
{
    assert_true(ids->n + rows->n <= COUNT_OF(ids->items));
    for (size_t i = 0; i < rows->n; i++)
        ids->items[ids->n++] = rows->items[back ? rows->n - 1 - i : i].id;
}

static void page(struct world *w, const struct list_filter *f, const struct page_from *from,
                 struct interview_rows *rows)
{
    assert_done(store_page(w->t.store, f, from, rows, &w->t.e), &w->t.e);
    assert_true(rows->n <= (size_t)f->limit);
    assert_false(rows->unfinished);
}

/* From a row with it, and back from it: both ends meet there. */
static void check_around(struct world *w, const struct list_filter *f,
                         const struct interview_rows *rows, const struct ids *before)
{
    const struct interview_row *row = &rows->items[seed_below(&w->seed, (int)rows->n)];
    struct interview_rows with, back;
    struct page_from from = {.key = row->key, .inclusive = true};
    page(w, f, &from, &with);
    assert_true(with.n > 0);
    assert_int_equal(with.items[0].id, row->id);
    from = (struct page_from){.key = rows->items[0].key, .back = true};
    page(w, f, &from, &back);
    assert_int_equal(back.n, before->n < (size_t)f->limit ? before->n : (size_t)f->limit);
    for (size_t i = 0; i < back.n; i++)
        assert_int_equal(back.items[i].id, before->items[before->n - back.n + i]);
    interview_rows_release(&with);
    interview_rows_release(&back);
}

static void walk(struct world *w, const struct list_filter *f, struct page_from from,
                 struct ids *out)
{
    struct interview_rows rows, before = {0};
    out->n = 0;
    for (bool more = true; more;) {
        page(w, f, &from, &rows);
        interview_rows_release(&before);
        if (rows.n > 0 && !from.back)
            check_around(w, f, &rows, out);
        add(out, &rows, from.back);
        more = rows.more;
        from.key = rows.stopped;
        before = rows; /* whose texts the key has */
    }
    interview_rows_release(&before);
}

static void check(struct world *w, const struct list_filter *f)
{
    struct ids there, back;
    size_t expected = 0;
    walk(w, f, (struct page_from){.back = false}, &there);
    walk(w, f, (struct page_from)PAGE_LAST, &back);
    for (int64_t id = 1; id <= SESSIONS; id++)
        expected += wanted(w, f, id);
    assert_int_equal(there.n, expected);
    assert_int_equal(back.n, expected);
    for (size_t i = 0; i < there.n; i++) {
        assert_true(wanted(w, f, there.items[i]));
        assert_int_equal(there.items[i], back.items[back.n - 1 - i]);
        for (size_t k = 0; k < i; k++)
            assert_int_not_equal(there.items[i], there.items[k]);
        if (i > 0)
            in_order(w, f, there.items[i - 1], there.items[i]);
    }
}

static struct list_filter any_filter(struct world *w, int one_in)
{
    static const char *const decisions[] = {"advance", "hold", "reject", "none"};
    struct list_filter f = {.level = -1, .state = -1, .limit = 1 + seed_below(&w->seed, 9)};
#define MAYBE(w) (seed_below(&(w)->seed, one_in) == 0)
    if (MAYBE(w))
        f.bank = PICK(w, banks)[0];
    if (MAYBE(w))
        f.job = jobs[1 + seed_below(&w->seed, 3)];
    if (MAYBE(w))
        f.interviewer = PICK(w, names);
    if (MAYBE(w))
        f.level = seed_below(&w->seed, LEVELS);
    if (MAYBE(w))
        f.state = seed_below(&w->seed, INTERVIEW_STATES);
    if (MAYBE(w))
        f.decision = PICK(w, decisions);
    if (MAYBE(w))
        f.from = STORED_NOW + seed_below(&w->seed, 4) * 1000;
    if (MAYBE(w))
        f.to = STORED_NOW + seed_below(&w->seed, 5) * 1000;
    return f;
}

static void check_all_orders(struct world *w, struct list_filter f)
{
    for (int i = 0; i < 2 * LIST_SORTS; i++) {
        f.sort = (enum list_sort)(i / 2);
        f.ascending = i % 2 == 0;
        int64_t kit = f.kit;
        if (f.sort == SORT_COMPOSITE && kit == 0)
            f.kit = 1;
        check(w, &f);
        f.kit = kit;
    }
}

static void each_row_comes_once_in_every_order(void **state)
{
    (void)state;
    struct world w;
    make_world(&w, "orders");
    check_all_orders(&w, (struct list_filter){.level = -1, .state = -1, .limit = 3});
    check_all_orders(&w, (struct list_filter){.level = -1, .state = -1, .limit = 100});
    for (int round = 0; round < ROUNDS; round++)
        check_all_orders(&w, any_filter(&w, 9));
    for (int round = 0; round < ROUNDS; round++)
        check_all_orders(&w, any_filter(&w, 4));
    end_world(&w);
}

/* ---- hidden rows ---- */

static void a_hidden_row_has_no_value(void **state)
{
    (void)state;
    struct world w;
    int hidden = 0;
    make_world(&w, "hidden");
    for (int id = 1; id <= SESSIONS; id++) {
        const struct interview_row *r = row_of(&w, id);
        if (!r->hidden)
            continue;
        hidden++;
        assert_int_equal(r->kit, 0);
        assert_int_equal(r->tenths, -1);
        assert_int_equal(r->scored, 0);
        assert_int_equal(r->of, 0);
        assert_int_equal(r->decision, DECISION_NONE);
    }
    assert_true(hidden > 0);
    end_world(&w);
}

/* ---- words ---- */

/* By words too, each row once, there and back; short words and long ones. */
static void what_is_found_comes_once(void **state)
{
    (void)state;
    static const char *const words[] = {"ada", "a",      "e",    "so",       "k",        "em e",
                                        "李",  "post e", "zo k", "producer", "burbank a"};
    struct world w;
    make_world(&w, "words");
    for (size_t i = 0; i < 2 * COUNT_OF(words); i++) {
        struct list_filter f = any_filter(&w, 6);
        struct interview_rows rows;
        struct ids there, back;
        f.search = words[i / 2];
        f.ascending = i % 2 == 0;
        walk(&w, &f, (struct page_from){.back = false}, &there);
        walk(&w, &f, (struct page_from)PAGE_LAST, &back);
        f.limit = 1000;
        assert_done(store_list(w.t.store, &f, &rows, &w.t.e), &w.t.e);
        assert_int_equal(there.n, rows.n);
        assert_int_equal(back.n, rows.n);
        for (size_t k = 0; k < rows.n; k++) {
            assert_int_equal(there.items[k], rows.items[k].id);
            assert_int_equal(back.items[rows.n - 1 - k], rows.items[k].id);
            assert_true(wanted(&w, &f, rows.items[k].id));
        }
        interview_rows_release(&rows);
    }
    end_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_comes_once_in_every_order),
        cmocka_unit_test(a_hidden_row_has_no_value),
        cmocka_unit_test(what_is_found_comes_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
