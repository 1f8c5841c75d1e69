/* The list of all sessions: its window over pages, its view in words, its marks. */

#include "app/sessions.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"
#include "store/store.h"
#include "support/desk.h"
#include "support/gen_store.h"

#define SESSIONS 700

struct bench {
    struct desk d;
    struct sessions list;
    struct err e;
    int64_t all[2 * SESSIONS]; /* what the view holds, read at once */
    int n;
};

static void set_up(struct bench *b, int sessions)
{
    struct gen_size size = {.sessions = sessions, .open = 3, .planned = 20, .seed = 11};
    *b = (struct bench){.e = ERR_INIT};
    desk_make(&b->d);
    store_close(b->d.app.store); /* for a store that was filled in one go */
    b->d.app.store = NULL;
    assert_int_equal(unlink(b->d.db.s), 0);
    assert_done(gen_store(b->d.db.s, &size, &b->e), &b->e);
    sessions_init(&b->list, &b->d.app);
    assert_done(sessions_resize(&b->list, 17, &b->e), &b->e);
    assert_done(sessions_open(&b->list, &b->e), &b->e);
}

static void tear_down(struct bench *b)
{
    sessions_release(&b->list);
    desk_remove(&b->d);
}

/* Another start of slate. */
static void another_start(struct bench *b)
{
    sessions_release(&b->list);
    desk_reopen(&b->d);
    sessions_init(&b->list, &b->d.app);
    assert_done(sessions_resize(&b->list, 17, &b->e), &b->e);
    assert_done(sessions_open(&b->list, &b->e), &b->e);
}

/* ---- the window ---- */

static void read_all(struct bench *b)
{
    struct list_filter f = {.level = -1,
                            .state = -1,
                            .limit = COUNT_OF(b->all),
                            .sort = b->list.sort,
                            .ascending = b->list.ascending,
                            .interviewer = b->list.filters[SESSIONS_INTERVIEWER].s};
    struct interview_rows rows;
    assert_done(app_list(&b->d.app, &f, &rows, &b->e), &b->e);
    b->n = (int)rows.n;
    for (int i = 0; i < b->n; i++)
        b->all[i] = rows.items[i].id;
    interview_rows_release(&rows);
}

static int place_of(const struct bench *b, int64_t id)
{
    for (int i = 0; i < b->n; i++)
        if (b->all[i] == id)
            return i;
    fail_msg("session %lld is not in the view", (long long)id);
    return -1;
}

/* The window is a whole part of the list, and says rightly whether there is more. */
static void check_window(struct bench *b)
{
    const struct sessions *s = &b->list;
    int first = place_of(b, sessions_row(s, 0)->id), lines = sessions_lines(s);
    assert_int_equal(lines, b->n < s->height ? b->n : s->height);
    for (int line = 0; line < lines; line++)
        assert_int_equal(sessions_row(s, line)->id, b->all[first + line]);
    assert_null(sessions_row(s, lines));
    assert_int_equal(sessions_above(s), first > 0);
    assert_int_equal(sessions_below(s), first + lines < b->n);
    assert_false(sessions_reading(s));
    assert_true(s->rows < 450);
}

static int expected_place(const struct bench *b, enum sessions_move how, int at)
{
    int page = b->list.height - 1 > 0 ? b->list.height - 1 : 1;
    const int by[] = {-1, 1, -page, page, -b->n, b->n};
    at += by[how];
    return at < 0 ? 0 : at >= b->n ? b->n - 1 : at;
}

static void walk(struct bench *b, uint64_t *seed, int moves)
{
    int at = place_of(b, sessions_chosen_row(&b->list)->id);
    for (int i = 0; i < moves; i++) {
        enum sessions_move how = (enum sessions_move)seed_below(seed, 6);
        int times = how < SESSIONS_FIRST ? 1 + seed_below(seed, 12) : seed_below(seed, 2);
        for (int k = 0; k < times; k++) {
            at = expected_place(b, how, at);
            assert_done(sessions_move(&b->list, how, &b->e), &b->e);
            assert_int_equal(sessions_chosen_row(&b->list)->id, b->all[at]);
            check_window(b);
        }
    }
}

static void a_walk_is_a_walk_over_the_whole_list(void **state)
{
    (void)state;
    struct bench b;
    uint64_t seed = seed_start("walk");
    set_up(&b, SESSIONS);
    for (int i = 0; i < LIST_SORTS; i++) {
        if (i == SORT_COMPOSITE)
            continue;
        assert_done(sessions_set_sort(&b.list, (enum list_sort)i, i % 2 == 0, &b.e), &b.e);
        assert_done(sessions_resize(&b.list, 1 + seed_below(&seed, 60), &b.e), &b.e);
        read_all(&b);
        walk(&b, &seed, 60);
        assert_done(sessions_refresh(&b.list, &b.e), &b.e);
        check_window(&b);
    }
    tear_down(&b);
}

static void a_refresh_keeps_the_row_on_its_line(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, SESSIONS);
    for (int i = 0; i < 12; i++)
        assert_done(sessions_move(&b.list, SESSIONS_PAGE_DOWN, &b.e), &b.e);
    assert_done(sessions_move(&b.list, SESSIONS_UP, &b.e), &b.e);
    int64_t id = sessions_chosen_row(&b.list)->id;
    int line = sessions_chosen(&b.list);
    desk_start(&b.d, "Newest One");
    assert_done(sessions_refresh(&b.list, &b.e), &b.e);
    assert_int_equal(sessions_chosen_row(&b.list)->id, id);
    assert_int_equal(sessions_chosen(&b.list), line);
    assert_done(sessions_move(&b.list, SESSIONS_FIRST, &b.e), &b.e);
    assert_string_equal(sessions_row(&b.list, 0)->candidate, "Newest One");
    assert_done(sessions_move(&b.list, SESSIONS_DOWN, &b.e), &b.e);
    id = sessions_chosen_row(&b.list)->id;
    desk_start(&b.d, "Newer Still");
    assert_done(sessions_refresh(&b.list, &b.e), &b.e);
    assert_int_equal(sessions_chosen_row(&b.list)->id, id);
    tear_down(&b);
}

static void an_empty_list_has_nothing_to_choose(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, 30);
    assert_done(sessions_set_filter(&b.list, SESSIONS_JOB, "nowhere", &b.e), &b.e);
    assert_int_equal(sessions_chosen(&b.list), -1);
    assert_int_equal(sessions_lines(&b.list), 0);
    assert_null(sessions_chosen_row(&b.list));
    for (int how = SESSIONS_UP; how <= SESSIONS_LAST; how++)
        assert_done(sessions_move(&b.list, (enum sessions_move)how, &b.e), &b.e);
    assert_done(sessions_refresh(&b.list, &b.e), &b.e);
    assert_int_equal(sessions_chosen(&b.list), -1);
    desk_refused(sessions_mark(&b.list, &b.e), &b.e, ERR_REFUSED, "no session to mark");
    tear_down(&b);
}

static void what_is_rare_is_read_in_steps(void **state)
{
    (void)state;
    struct bench b;
    int steps = 0;
    set_up(&b, 9000);
    assert_done(sessions_set_sort(&b.list, SORT_CANDIDATE, true, &b.e), &b.e);
    assert_done(sessions_set_filter(&b.list, SESSIONS_STATE, "open", &b.e), &b.e);
    for (; sessions_reading(&b.list); steps++)
        assert_done(sessions_step(&b.list, &b.e), &b.e);
    assert_in_range(steps, 4, 6);
    assert_int_equal(sessions_lines(&b.list), 3);
    assert_false(sessions_below(&b.list));
    assert_done(sessions_move(&b.list, SESSIONS_LAST, &b.e), &b.e);
    assert_int_equal(sessions_chosen(&b.list), 2);
    tear_down(&b);
}

static bool always(void *data)
{
    (void)data;
    return true;
}

static void an_overtaken_search_leaves_what_is_shown(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, 3000);
    int64_t id = sessions_row(&b.list, 0)->id;
    app_set_waiting(&b.d.app, always, NULL);
    assert_done(sessions_set_search(&b.list, "z", &b.e), &b.e);
    assert_int_equal(sessions_row(&b.list, 0)->id, id);
    assert_true(sessions_reading(&b.list));
    app_set_waiting(&b.d.app, NULL, NULL);
    while (sessions_reading(&b.list))
        assert_done(sessions_step(&b.list, &b.e), &b.e);
    assert_int_equal(sessions_lines(&b.list), 0);
    tear_down(&b);
}

/* ---- the view ---- */

static void view_is(struct bench *b, const char *expected)
{
    struct str words = STR_INIT;
    for (int i = 0; i < b->list.n_set; i++) {
        str_add(&words, i > 0 ? ", " : "");
        sessions_describe_filter(&b->list, b->list.set[i], &words);
    }
    str_add(&words, " | ");
    sessions_describe_sort(&b->list, &words);
    assert_string_equal(words.s, expected);
    str_release(&words);
}

static void filters_are_undone_one_by_one(void **state)
{
    (void)state;
    struct bench b;
    bool any;
    set_up(&b, SESSIONS);
    view_is(&b, " | newest first");
    assert_done(sessions_set_filter(&b.list, SESSIONS_LEVEL, "senior", &b.e), &b.e);
    assert_done(sessions_set_filter(&b.list, SESSIONS_DECISION, "advance", &b.e), &b.e);
    assert_done(sessions_set_filter(&b.list, SESSIONS_INTERVIEWER, "Kim", &b.e), &b.e);
    assert_done(sessions_set_filter(&b.list, SESSIONS_FROM, "2020-01-02", &b.e), &b.e);
    assert_done(sessions_set_search(&b.list, "wav", &b.e), &b.e);
    view_is(&b, "level senior, decided Advance, asked by Kim, from 2020-01-02, with “wav” | newest "
                "first");
    assert_true(sessions_lines(&b.list) > 3);
    assert_true(sessions_row(&b.list, 0)->hit.in != HIT_NONE);
    assert_done(sessions_set_filter(&b.list, SESSIONS_LEVEL, "senior", &b.e), &b.e);
    view_is(&b, "decided Advance, asked by Kim, from 2020-01-02, with “wav”, level senior | newest "
                "first");
    assert_done(sessions_undo(&b.list, &any, &b.e), &b.e);
    assert_done(sessions_undo(&b.list, &any, &b.e), &b.e);
    view_is(&b, "decided Advance, asked by Kim, from 2020-01-02 | newest first");
    assert_done(sessions_set_filter(&b.list, SESSIONS_DECISION, NULL, &b.e), &b.e);
    view_is(&b, "asked by Kim, from 2020-01-02 | newest first");
    assert_done(sessions_undo(&b.list, &any, &b.e), &b.e);
    assert_done(sessions_undo(&b.list, &any, &b.e), &b.e);
    assert_true(any);
    assert_done(sessions_undo(&b.list, &any, &b.e), &b.e);
    assert_false(any);
    view_is(&b, " | newest first");
    tear_down(&b);
}

static void a_value_that_makes_no_sense_changes_nothing(void **state)
{
    (void)state;
    static const struct {
        enum session_filter which;
        const char *value, *words;
    } wrong[] = {{SESSIONS_LEVEL, "boss", "junior, mid or senior"},
                 {SESSIONS_STATE, "done", "planned, open, submitted or abandoned"},
                 {SESSIONS_DECISION, "yes", "advance, hold, reject or none"},
                 {SESSIONS_FROM, "soon", "2026-11-03"},
                 {SESSIONS_KIT, "x", "number of a session"},
                 {SESSIONS_KIT, "123456", "no session 123456"}};
    struct bench b;
    set_up(&b, 40);
    assert_done(sessions_set_filter(&b.list, SESSIONS_LEVEL, "senior", &b.e), &b.e);
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        desk_refused(sessions_set_filter(&b.list, wrong[i].which, wrong[i].value, &b.e), &b.e,
                     i == 5 ? ERR_MISSING : ERR_USAGE, wrong[i].words);
        view_is(&b, "level senior | newest first");
    }
    tear_down(&b);
}

/* A day in the machine's own time: 2020-01-02 begins an hour before it does in UTC. */
static void days_are_whole_and_local(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, SESSIONS);
    assert_done(sessions_set_filter(&b.list, SESSIONS_FROM, "2020-01-02", &b.e), &b.e);
    assert_done(sessions_set_filter(&b.list, SESSIONS_TO, "2020-01-02", &b.e), &b.e);
    assert_done(sessions_move(&b.list, SESSIONS_LAST, &b.e), &b.e);
    int64_t first = GEN_START + INT64_C(23) * 3600000;
    assert_int_equal(sessions_chosen_row(&b.list)->started_at, first);
    assert_done(sessions_move(&b.list, SESSIONS_FIRST, &b.e), &b.e);
    assert_int_equal(sessions_chosen_row(&b.list)->started_at, first + 47 * INT64_C(1800000));
    tear_down(&b);
}

static void composites_are_those_of_the_chosen_kit(void **state)
{
    (void)state;
    struct bench b;
    bool any;
    set_up(&b, SESSIONS);
    assert_done(sessions_set_sort(&b.list, SORT_COMPOSITE, false, &b.e), &b.e);
    assert_int_equal(b.list.n_set, 1);
    assert_int_equal(b.list.set[0], SESSIONS_KIT);
    assert_int_equal(sessions_row(&b.list, 0)->tenths, 46);
    assert_true(sessions_row(&b.list, 16)->tenths <= 46);
    assert_done(sessions_undo(&b.list, &any, &b.e), &b.e);
    view_is(&b, " | newest first");
    assert_done(sessions_set_filter(&b.list, SESSIONS_JOB, "nowhere", &b.e), &b.e);
    desk_refused(sessions_set_sort(&b.list, SORT_COMPOSITE, false, &b.e), &b.e, ERR_REFUSED,
                 "the very same questions");
    view_is(&b, "for nowhere | newest first");
    tear_down(&b);
}

static int count_seen(struct bench *b)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *q = NULL;
    assert_int_equal(sqlite3_open(b->d.db.s, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM viewing", -1, &q, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(q), SQLITE_ROW);
    int n = sqlite3_column_int(q, 0);
    sqlite3_finalize(q);
    sqlite3_close(db);
    return n;
}

/* Who reads composites off the list is not blind any more; who sees that sessions exist is. */
static void composites_in_the_list_count_as_seen(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, SESSIONS);
    assert_done(sessions_set_filter(&b.list, SESSIONS_STATE, "submitted", &b.e), &b.e);
    int before = count_seen(&b);
    assert_done(sessions_note_seen(&b.list, &b.e), &b.e);
    assert_int_equal(count_seen(&b), before);
    assert_done(sessions_set_sort(&b.list, SORT_COMPOSITE, false, &b.e), &b.e);
    for (int i = 0; i < 2; i++) { /* once is enough */
        assert_done(sessions_note_seen(&b.list, &b.e), &b.e);
        assert_int_equal(count_seen(&b), before + 17);
    }
    assert_done(sessions_move(&b.list, SESSIONS_PAGE_DOWN, &b.e), &b.e);
    assert_done(sessions_move(&b.list, SESSIONS_PAGE_DOWN, &b.e), &b.e);
    assert_done(sessions_note_seen(&b.list, &b.e), &b.e);
    assert_true(count_seen(&b) > before + 17);
    tear_down(&b);
}

static void the_view_is_remembered(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, SESSIONS);
    assert_done(sessions_set_filter(&b.list, SESSIONS_TO, "2020-01-09", &b.e), &b.e);
    assert_done(sessions_set_filter(&b.list, SESSIONS_JOB, "Soho S2", &b.e), &b.e);
    assert_done(sessions_set_sort(&b.list, SORT_COMPOSITE, true, &b.e), &b.e);
    int64_t id = sessions_row(&b.list, 3)->id;
    assert_done(sessions_remember(&b.list, &b.e), &b.e);
    another_start(&b);
    assert_int_equal(b.list.sort, SORT_COMPOSITE);
    assert_int_equal(b.list.n_set, 3);
    assert_string_equal(b.list.filters[SESSIONS_TO].s, "2020-01-09");
    assert_string_equal(b.list.filters[SESSIONS_JOB].s, "Soho S2");
    assert_int_equal(sessions_row(&b.list, 3)->id, id);
    assert_done(sessions_reset(&b.list, &b.e), &b.e);
    assert_done(sessions_remember(&b.list, &b.e), &b.e);
    another_start(&b);
    view_is(&b, " | newest first");
    tear_down(&b);
}

static void choices_are_what_there_is(void **state)
{
    (void)state;
    static const struct {
        enum session_filter which;
        const char *typed, *expected;
    } rows[] = {{SESSIONS_BANK, "", "post-producer"},
                {SESSIONS_BANK, "prod", "post-producer"},
                {SESSIONS_INTERVIEWER, "", "Alex Kim Robin Sam"},
                {SESSIONS_INTERVIEWER, "r", "Robin"},
                {SESSIONS_LEVEL, "", "junior mid senior"},
                {SESSIONS_DECISION, "h", "hold"},
                {SESSIONS_FROM, "", "2026-11-21 2026-11-14 2026-11-01 2026-01-01"},
                {SESSIONS_KIT, "", ""}};
    struct bench b;
    set_up(&b, 40);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct name_rows names;
        struct str seen = STR_INIT;
        assert_done(sessions_choices(&b.list, rows[i].which, rows[i].typed, &names, &b.e), &b.e);
        for (size_t k = 0; k < names.n; k++)
            str_addf(&seen, "%s%s", k > 0 ? " " : "", names.items[k].name);
        assert_string_equal(seen.s, rows[i].expected);
        str_release(&seen);
        name_rows_release(&names);
    }
    tear_down(&b);
}

/* ---- marks ---- */

static void five_are_marked_over_pages_and_views(void **state)
{
    (void)state;
    struct bench b;
    set_up(&b, SESSIONS);
    desk_refused(sessions_mark(&b.list, &b.e), &b.e, ERR_REFUSED, "this one is abandoned");
    assert_done(sessions_set_filter(&b.list, SESSIONS_STATE, "submitted", &b.e), &b.e);
    int64_t first = sessions_chosen_row(&b.list)->id;
    for (int i = 0; i < 5; i++) {
        assert_done(sessions_mark(&b.list, &b.e), &b.e);
        assert_done(sessions_move(&b.list, SESSIONS_PAGE_DOWN, &b.e), &b.e);
    }
    desk_refused(sessions_mark(&b.list, &b.e), &b.e, ERR_REFUSED, "five are marked");
    assert_done(sessions_set_sort(&b.list, SORT_ENDED, true, &b.e), &b.e);
    assert_int_equal(b.list.n_marks, 5);
    assert_true(sessions_marked(&b.list, first));
    assert_done(sessions_set_sort(&b.list, SORT_DATE, false, &b.e), &b.e);
    assert_int_equal(sessions_chosen_row(&b.list)->id, first);
    assert_done(sessions_mark(&b.list, &b.e), &b.e);
    assert_false(sessions_marked(&b.list, first));
    assert_int_equal(b.list.n_marks, 4);
    sessions_clear_marks(&b.list);
    assert_int_equal(b.list.n_marks, 0);
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_is_a_walk_over_the_whole_list),
        cmocka_unit_test(a_refresh_keeps_the_row_on_its_line),
        cmocka_unit_test(an_empty_list_has_nothing_to_choose),
        cmocka_unit_test(what_is_rare_is_read_in_steps),
        cmocka_unit_test(an_overtaken_search_leaves_what_is_shown),
        cmocka_unit_test(filters_are_undone_one_by_one),
        cmocka_unit_test(a_value_that_makes_no_sense_changes_nothing),
        cmocka_unit_test(days_are_whole_and_local),
        cmocka_unit_test(composites_are_those_of_the_chosen_kit),
        cmocka_unit_test(composites_in_the_list_count_as_seen),
        cmocka_unit_test(the_view_is_remembered),
        cmocka_unit_test(choices_are_what_there_is),
        cmocka_unit_test(five_are_marked_over_pages_and_views),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
