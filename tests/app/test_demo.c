#include "support/desk.h"

#include <stdlib.h>
#include <string.h>

#include "app/comparison.h"
#include "app/demo_cast.h"
#include "app/viewing.h"
#include "base/vec.h"
#include "domain/fact.h"

/* What happened, counted over all rows. */
struct tally {
    int rows, states[INTERVIEW_STATES], decided, composites, notes;
};

static void look(struct desk *d, const struct interview_row *row, struct tally *t)
{
    struct interview iv;
    struct err e = ERR_INIT;
    assert_done(view_interview(&d->app, row->id, &iv, &e), &e);
    t->rows++;
    t->states[iv.state]++;
    t->decided += iv.decision != DECISION_NONE;
    for (size_t i = 0; i < iv.n_answers; i++)
        t->notes += iv.answers[i].note.len > 0;
    if (iv.state == INTERVIEW_SUBMITTED) {
        struct composite c = composite_interview(&iv, NULL);
        assert_true(composite_complete(&c));
        assert_in_range(composite_tenths(&c), 10, 50);
        assert_true(iv.elapsed_ms > 60000);
        assert_true(iv.started_at < iv.submitted_at && iv.submitted_at < DESK_NOW);
        assert_true(iv.summary.len > 0);
        t->composites++;
    }
    interview_release(&iv);
}

static struct tally tally(struct desk *d, struct str *names)
{
    struct list_filter all = {.level = -1, .state = -1, .limit = 100};
    struct interview_rows rows = {0};
    struct err e = ERR_INIT;
    struct tally t = {0};
    assert_done(app_list(&d->app, &all, &rows, &e), &e);
    for (size_t i = 0; i < rows.n; i++) {
        str_addf(names, "%s\n", rows.items[i].candidate);
        look(d, &rows.items[i], &t);
    }
    interview_rows_release(&rows);
    return t;
}

static void make_memory(struct desk *d)
{
    struct err e = ERR_INIT;
    desk_make(d);
    app_release(&d->app);
    app_init(&d->app, still_sys(&d->world), NULL);
    d->app.demo = true;
    assert_done(app_open_store(&d->app, &e), &e);
    assert_string_equal(d->app.db.s, "");
}

static void the_cast_plays(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct home_rows home = {0};
    struct str names = STR_INIT;
    make_memory(&d);
    assert_done(start_demo(&d.app, &e), &e);
    assert_int_equal(app_now(&d.app), DESK_NOW); /* the clock of the play is gone */
    struct tally t = tally(&d, &names);
    assert_int_equal(t.rows, 17);
    assert_int_equal(t.states[INTERVIEW_SUBMITTED], 13);
    assert_int_equal(t.composites, 13);
    assert_int_equal(t.states[INTERVIEW_OPEN], 1);
    assert_int_equal(t.states[INTERVIEW_PLANNED], 2);
    assert_int_equal(t.states[INTERVIEW_ABANDONED], 1);
    assert_int_equal(t.decided, 10);
    assert_true(t.notes > 15);
    assert_done(app_home(&d.app, 10, &home, &e), &e);
    assert_int_equal(home.open.n, 1);
    assert_true(home.open.items[0].touched_at < DESK_NOW);
    assert_true(DESK_NOW - home.open.items[0].touched_at < 3600000);
    assert_int_equal(home.planned.n, 2);
    assert_true(home.planned.items[0].planned_at > DESK_NOW);
    home_rows_release(&home);
    str_release(&names);
    desk_remove(&d);
}

static void it_goes_on_from_where_it_stopped(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct home_rows home = {0};
    make_memory(&d);
    assert_done(start_demo(&d.app, &e), &e);
    assert_done(app_home(&d.app, 10, &home, &e), &e);
    struct live *live = live_open(&d.app, home.open.items[0].id, &e);
    assert_done(live != NULL, &e);
    assert_int_equal(live_interview(live)->stage, STAGE_QUESTIONS);
    desk_finish(live);
    live_close(live);
    home_rows_release(&home);
    desk_remove(&d);
}

static char *scores(struct desk *d)
{
    struct str out = STR_INIT;
    for (int64_t id = 1; id <= 17; id++) {
        struct interview iv;
        struct err e = ERR_INIT;
        assert_done(view_interview(&d->app, id, &iv, &e), &e);
        view_text(&iv, 80, &out);
        interview_release(&iv);
    }
    return str_steal(&out);
}

static void it_is_the_same_every_time(void **state)
{
    (void)state;
    char *seen[2];
    for (int i = 0; i < 2; i++) {
        struct desk d;
        struct err e = ERR_INIT;
        make_memory(&d);
        assert_done(start_demo(&d.app, &e), &e);
        seen[i] = scores(&d);
        desk_remove(&d);
    }
    assert_string_equal(seen[0], seen[1]);
    free(seen[0]);
    free(seen[1]);
}

static void it_is_never_put_among_real_ones(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    desk_start(&d, "Ada Moreau");
    desk_refused(start_demo(&d.app, &e), &e, ERR_REFUSED, "slate.db has interviews in it");
    desk_remove(&d);
}

static void it_needs_a_bank(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    make_memory(&d);
    desk_write_bank(&d, "runner.yaml", "bank: [", 7);
    desk_refused(start_demo(&d.app, &e), &e, ERR_MISSING, "question bank");
    assert_int_equal(app_now(&d.app), DESK_NOW);
    desk_remove(&d);
}

static void it_plays_the_shipped_banks(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str names = STR_INIT;
    make_memory(&d);
    str_set(&d.app.config.banks, SLATE_BANKS);
    assert_done(start_demo(&d.app, &e), &e);
    assert_int_equal(tally(&d, &names).composites, 13);
    assert_non_null(strstr(names.s, "Cora Clapper"));
    struct shortlist_query q = {.job = "Harbour Lights S1", .level = -1};
    struct shortlist list;
    assert_done(shortlist_make(&d.app, &q, &list, &e), &e);
    assert_int_equal(list.sem.why, SEM_GIVEN); /* enough of them for a best group */
    shortlist_release(&list);
    str_release(&names);
    desk_remove(&d);
}

/* What stands under a question answers it. */
static void facts_answer_their_question(void **state)
{
    (void)state;
    static const struct {
        enum fact_kind kind;
        const char *ask, *said;
    } rows[] = {
        {FACT_TEXT, "Which editing, tracking and review software have you used on real jobs?",
         "Premiere, Frame.io, a shared spreadsheet"},
        {FACT_TEXT, "How many days a week could you work on site, and how many remotely?",
         "Three on site, two at home"},
        {FACT_TEXT, "What is your favourite lens?", "Not settled yet"},
        {FACT_YESNO, "Do you have the right to work in the country where this job is based?",
         "yes"},
        {FACT_MONEY, "What weekly rate or salary do you expect for this job?", "1,600 a week"},
        {FACT_MONEY, "What rate or salary do you expect for this job?", "48,000 a year"},
        {FACT_DATE, "When could you start?", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct fact fact = {.ask = {.s = rows[i].ask}, .kind = rows[i].kind};
        for (unsigned n = 0; n < 3 && rows[i].said != NULL; n++)
            assert_null(fact_notice(&fact, demo_fact(&fact, n)));
        if (!str_same(demo_fact(&fact, 3), rows[i].said))
            fail_msg("%s %s", rows[i].ask, demo_fact(&fact, 3));
    }
}

/* Also where a level has a single question, or the banks are few. */
static void it_plays_small_banks(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str names = STR_INIT;
    make_memory(&d);
    str_set(&d.app.config.banks, SLATE_TESTS "/ui/banks");
    assert_done(start_demo(&d.app, &e), &e);
    assert_int_equal(tally(&d, &names).composites, 13);
    str_release(&names);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cast_plays),
        cmocka_unit_test(it_goes_on_from_where_it_stopped),
        cmocka_unit_test(it_is_the_same_every_time),
        cmocka_unit_test(it_is_never_put_among_real_ones),
        cmocka_unit_test(it_needs_a_bank),
        cmocka_unit_test(it_plays_the_shipped_banks),
        cmocka_unit_test(facts_answer_their_question),
        cmocka_unit_test(it_plays_small_banks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
