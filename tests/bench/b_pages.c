/* Lists: any page of the sessions, in every order and under every filter, against what a bare
 * ncurses list takes to paint a page; one more letter of a search against LIKE; a scorecard against
 * the statements it is read by; memory with the list open.
 *
 *     b_pages LARGE SMALL    stores of 100,000 and of 1,000 sessions */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "base/vec.h"
#include "bench/bench.h"
#include "bench/pane.h"
#include "store/db.h"
#include "store/interviews.h"
#include "store/lists.h"
#include "support/gen_store.h"

#define ROWS       22 /* of a page, as the screen reads them at 80x24 */
#define TURNS      20 /* of each page in a round */
#define SEARCHES   11 /* of each letter in a round */
#define SCORECARDS 50
#define FIRST_SEEN 2000
#define START_MS   5000
#define SILENCE_MS 100
#define PAGES_DOWN 40
#define NEXT_PAGE  "\x1b[6~"

static void must(bool good, const struct err *e)
{
    if (!good)
        bench_die("%s", e->text);
}

static struct store *open_store(const char *path, struct sys *sys)
{
    struct err e = ERR_INIT;
    struct store *s =
        store_open(&(struct store_setup){.path = path, .sys = sys, .me = "Bench"}, &e);
    must(s != NULL, &e);
    return s;
}

/* ---- views: each order both ways, each filter ---- */

#define VIEWS_MAX 40

struct views {
    struct list_filter items[VIEWS_MAX];
    int n;
};

static void add_view(struct views *v, struct list_filter f)
{
    f.limit = ROWS;
    v->items[v->n++] = f;
}

#define VIEW(...) ((struct list_filter){.level = -1, .state = -1, __VA_ARGS__})

static void fill_views(struct views *v)
{
    v->n = 0;
    for (int i = 0; i < 2 * LIST_SORTS; i++)
        add_view(v, VIEW(.sort = (enum list_sort)(i / 2), .ascending = i % 2 == 0,
                         .kit = i / 2 == SORT_COMPOSITE));
    add_view(v, VIEW(.bank = "post-producer"));
    add_view(v, VIEW(.job = "Delivery"));
    add_view(v, VIEW(.interviewer = "Kim"));
    add_view(v, VIEW(.decision = "hold"));
    add_view(v, VIEW(.from = GEN_START + 500000000));
    add_view(v, VIEW(.to = GEN_START + 1000000000));
    struct list_filter level = VIEW(.job = NULL), state = level;
    level.level = LEVEL_SENIOR;
    state.state = INTERVIEW_SUBMITTED;
    add_view(v, level);
    add_view(v, state);
}

enum turn { FIRST, NEXT, PREVIOUS, LAST, PAGE_TURNS };

/* ns for a page; what it gave is the next one's beginning. */
static double page(struct store *s, const struct list_filter *f, const struct page_from *from,
                   struct interview_rows *out)
{
    struct err e = ERR_INIT;
    int64_t start = bench_now();
    must(store_page(s, f, from, out, &e), &e);
    double ns = (double)(bench_now() - start);
    if (out->n != ROWS || out->unfinished)
        bench_die("a page has %zu rows", out->n);
    return ns;
}

static void page_turns(struct store *s, const struct list_filter *f, struct samples *times)
{
    static const struct page_from first = {.back = false}, last = PAGE_LAST;
    struct interview_rows rows[PAGE_TURNS];
    double ns[PAGE_TURNS];
    ns[FIRST] = page(s, f, &first, &rows[FIRST]);
    struct page_from from = {.key = rows[FIRST].stopped};
    ns[NEXT] = page(s, f, &from, &rows[NEXT]);
    from = (struct page_from){.key = rows[NEXT].items[0].key, .back = true};
    ns[PREVIOUS] = page(s, f, &from, &rows[PREVIOUS]);
    ns[LAST] = page(s, f, &last, &rows[LAST]);
    for (int i = 0; i < PAGE_TURNS; i++) {
        struct series one = {.round = times[i]};
        series_add(&one, ns[i]);
        times[i] = one.round;
        interview_rows_release(&rows[i]);
    }
}

/* The median of each view's page; kept are the slowest view's and the sum of all. */
struct round {
    double slowest[PAGE_TURNS], sum;
};

static void add_view_times(struct round *r, struct samples *times)
{
    for (int i = 0; i < PAGE_TURNS; i++) {
        double median = samples_quantile(&times[i], 0.5);
        r->sum += median;
        if (median > r->slowest[i])
            r->slowest[i] = median;
        free(times[i].items);
    }
}

static struct round view_round(struct store *s, const struct views *views)
{
    struct round r = {.sum = 0};
    for (int v = 0; v < views->n; v++) {
        struct samples times[PAGE_TURNS] = {{0}};
        for (int i = 0; i < TURNS; i++)
            page_turns(s, &views->items[v], times);
        add_view_times(&r, times);
    }
    return r;
}

/* ---- against painting a page ---- */

static void paint_pages(struct cycle *cycle, struct pane *list, struct series *out)
{
    for (int i = 0; i < TURNS; i++) {
        double ns = cycle_time(cycle, list);
        if (ns >= 0)
            series_add(out, ns);
    }
}

struct listing {
    struct series pages[PAGE_TURNS], all, few, painted;
};

static void start_list(struct pane *pane, const struct program *list)
{
    pane_start(pane, list);
    pane_read(pane, START_MS);
    pane_quiet(pane, SILENCE_MS);
}

static void listing_round(struct listing *l, struct store *large, struct store *small,
                          const struct views *views)
{
    struct round many = view_round(large, views), few = view_round(small, views);
    for (int i = 0; i < PAGE_TURNS; i++) {
        series_add(&l->pages[i], many.slowest[i]);
        series_close(&l->pages[i]);
    }
    series_add(&l->all, many.sum);
    series_add(&l->few, few.sum);
    series_close(&l->all);
    series_close(&l->few);
}

static void print_listing(const struct listing *l)
{
    static const char *const names[PAGE_TURNS] = {
        "first page, slowest of 28 views", "next page, slowest of them",
        "previous page, slowest of them", "last page, slowest of them"};
    for (int i = 0; i < PAGE_TURNS; i++)
        bench_row(&(struct row){names[i], "f_list painting a page", &l->pages[i], &l->painted,
                                UNIT_NS, AT_MOST, 0.25});
    bench_row(&(struct row){"all these pages of 100,000 sessions", "of 1,000 sessions", &l->all,
                            &l->few, UNIT_NS, AT_MOST, 1.15});
}

static void measure_pages(struct store *large, struct store *small)
{
    char *f_list = bench_program("bench/f_list");
    const char *const argv[] = {f_list, NULL};
    struct program list = {f_list, argv, NULL, 24, 80};
    struct pane pane = {0};
    struct cycle cycle = {0};
    struct listing l = {.all = {{0}}};
    struct views views;
    fill_views(&views);
    start_list(&pane, &list);
    cycle_learn(&cycle, &pane, "nnnn");
    pane_end(&pane);
    for (int round = bench_rounds(9); round > 0; round--) {
        start_list(&pane, &list);
        cycle_walk(&cycle, &pane);
        listing_round(&l, large, small, &views);
        paint_pages(&cycle, &pane, &l.painted);
        series_close(&l.painted);
        pane_end(&pane);
    }
    print_listing(&l);
    for (int i = 0; i < PAGE_TURNS; i++)
        series_release(&l.pages[i]);
    series_release(&l.all);
    series_release(&l.few);
    series_release(&l.painted);
    cycle_release(&cycle);
    free(f_list);
}

/* ---- searching ---- */

static const char *const typed[] = {"ada moreau", "watanabe 1999", "waveform",  "hot stop",
                                    "qzx",        "léa",           "grade mas", "zimmer",
                                    "xylo",       "soho s2"};

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        bench_die("%s: %s", sql, sqlite3_errmsg(db));
    return stmt;
}

static double like(sqlite3_stmt *stmt, const char *letters, size_t n)
{
    char pattern[64];
    int rc, rows = 0;
    snprintf(pattern, sizeof pattern, "%%%.*s%%", (int)n, letters);
    int64_t start = bench_now();
    sqlite3_bind_text(stmt, 1, pattern, -1, SQLITE_STATIC);
    while (rows < ROWS && (rc = sqlite3_step(stmt)) == SQLITE_ROW)
        rows++;
    sqlite3_reset(stmt);
    return (double)(bench_now() - start);
}

static double search(struct store *s, const char *letters, size_t n)
{
    char words[64];
    struct err e = ERR_INIT;
    struct interview_rows rows;
    struct page_from first = {.back = false};
    snprintf(words, sizeof words, "%.*s", (int)n, letters);
    struct list_filter f = VIEW(.search = words, .limit = ROWS);
    int64_t start = bench_now();
    must(store_page(s, &f, &first, &rows, &e), &e);
    double ns = (double)(bench_now() - start);
    interview_rows_release(&rows);
    return ns;
}

/* The median of some turns: what else the machine does is no part of a letter. */
static double search_median(struct store *s, const char *letters, size_t n)
{
    struct series turns = {0};
    for (int i = 0; i < SEARCHES; i++)
        series_add(&turns, search(s, letters, n));
    double median = samples_quantile(&turns.round, 0.5);
    series_release(&turns);
    return median;
}

static void search_round(struct store *s, sqlite3_stmt *stmt, struct series *ours,
                         struct series *theirs)
{
    for (size_t i = 0; i < COUNT_OF(typed); i++)
        for (size_t n = 1; n <= strlen(typed[i]); n++) {
            series_add(theirs, like(stmt, typed[i], n));
            series_add(ours, search_median(s, typed[i], n));
        }
    series_close_at(ours, 0.99);
    series_close_at(theirs, 0.9);
}

static void measure_search(struct store *s, sqlite3 *db)
{
    struct series ours = {0}, theirs = {0};
    sqlite3_stmt *stmt = prepare(
        db, "SELECT i.id, c.name, n.c3 FROM search_content n JOIN interview i ON i.id = n.id"
            " JOIN candidate c ON c.id = i.candidate WHERE n.c0 LIKE ?1 OR n.c1 LIKE ?1"
            " OR n.c2 LIKE ?1 OR n.c3 LIKE ?1 OR n.c4 LIKE ?1 OR n.c5 LIKE ?1 ORDER BY n.id DESC");
    for (int round = bench_rounds(5); round > 0; round--)
        search_round(s, stmt, &ours, &theirs);
    sqlite3_finalize(stmt);
    bench_row(&(struct row){"one more letter of a search, p99 of letters", "LIKE, p90", &ours,
                            &theirs, UNIT_NS, AT_MOST, 0.02});
    series_release(&ours);
    series_release(&theirs);
}

/* ---- a scorecard ---- */

struct statements {
    sqlite3_stmt **items;
    size_t n, cap;
    sqlite3 *db;
};

static int note_statement(unsigned what, void *data, void *stmt, void *text)
{
    struct statements *all = data;
    char *sql = sqlite3_expanded_sql(stmt);
    (void)what;
    if (sql == NULL)
        bench_die("out of memory");
    if (strncmp(text, "--", 2) != 0) /* what a trigger does comes with its statement */
        *VEC_PUSH(all) = prepare(all->db, sql);
    sqlite3_free(sql);
    return 0;
}

static double load(struct store *s, int64_t id)
{
    struct err e = ERR_INIT;
    struct interview iv;
    int64_t start = bench_now();
    must(store_load(s, id, &iv, &e), &e);
    double ns = (double)(bench_now() - start);
    interview_release(&iv);
    return ns;
}

static double run_bare(const struct statements *all)
{
    int64_t start = bench_now();
    for (size_t i = 0; i < all->n; i++) {
        sqlite3_stmt *stmt = all->items[i];
        while (sqlite3_step(stmt) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(stmt); c++)
                sqlite3_column_text(stmt, c);
        sqlite3_reset(stmt);
    }
    return (double)(bench_now() - start);
}

static void learn_statements(struct store *s, int64_t id, struct statements *out)
{
    sqlite3_trace_v2(s->db, SQLITE_TRACE_STMT, note_statement, out);
    load(s, id);
    sqlite3_trace_v2(s->db, 0, NULL, NULL);
}

static void measure_scorecard(struct store *s, sqlite3 *db)
{
    static struct statements bare[SCORECARDS];
    struct series ours = {0}, theirs = {0};
    for (int i = 0; i < SCORECARDS; i++) {
        bare[i].db = db;
        learn_statements(s, FIRST_SEEN + 1900 * i, &bare[i]);
    }
    for (int round = bench_rounds(15); round > 0; round--) {
        for (int i = 0; i < SCORECARDS; i++) {
            series_add(&theirs, run_bare(&bare[i]));
            series_add(&ours, load(s, FIRST_SEEN + 1900 * i));
        }
        series_close(&ours);
        series_close(&theirs);
    }
    bench_row(&(struct row){"opening a scorecard", "its bare statements", &ours, &theirs, UNIT_NS,
                            AT_MOST, 2});
    for (int i = 0; i < SCORECARDS; i++) {
        for (size_t k = 0; k < bare[i].n; k++)
            sqlite3_finalize(bare[i].items[k]);
        VEC_RELEASE(&bare[i]);
    }
    series_release(&ours);
    series_release(&theirs);
}

/* ---- memory ---- */

static void peaks(const struct program *slate, struct series *home, struct series *list)
{
    struct pane pane = {0};
    pane_start(&pane, slate);
    pane_read(&pane, START_MS);
    pane_quiet(&pane, SILENCE_MS);
    series_add(home, pane_peak(&pane));
    pane_send(&pane, "r");
    pane_await(&pane, "All sessions");
    for (int i = 0; i < PAGES_DOWN; i++) {
        pane_send(&pane, NEXT_PAGE);
        pane_read(&pane, START_MS);
    }
    pane_quiet(&pane, SILENCE_MS);
    series_add(list, pane_peak(&pane));
    pane_end(&pane);
    series_close(home);
    series_close(list);
}

static void measure_memory(void)
{
    char *name = bench_program("slate");
    const char *const argv[] = {name, NULL};
    struct program slate = {name, argv, "SLATE_DB=large.db", 24, 80};
    struct series home = {0}, list = {0};
    for (int round = bench_rounds(3); round > 0; round--)
        peaks(&slate, &home, &list);
    bench_row(&(struct row){"peak memory, list walked for 40 pages", "home", &list, &home, UNIT_KIB,
                            AT_MOST, 1.2});
    series_release(&home);
    series_release(&list);
    free(name);
}

int main(int argc, char **argv)
{
    struct sys sys = sys_real();
    sqlite3 *db;
    if (argc != 3)
        bench_die("usage: b_pages LARGE SMALL");
    struct store *large = open_store(argv[1], &sys), *small = open_store(argv[2], &sys);
    if (sqlite3_open(argv[1], &db) != SQLITE_OK)
        bench_die("%s cannot be opened", argv[1]);
    measure_pages(large, small);
    measure_search(large, db);
    measure_scorecard(large, db);
    sqlite3_close(db);
    store_close(large);
    store_close(small);
    measure_memory();
    return 0;
}
