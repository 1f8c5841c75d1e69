/* The last look at what was written: what is pointed out, what keeping does, and what is stored. */

#include "support/desk.h"

#include <string.h>

#include "app/care.h"
#include "app/live_parts.h"

#define NOTE(at) ((struct slot){FIELD_NOTE, at, 0})
#define PLAIN(f) ((struct slot){f, 0, 0})

static int start(void **state)
{
    static struct desk d;
    desk_make(&d);
    *state = &d;
    return 0;
}

static int stop(void **state)
{
    desk_remove(*state);
    return 0;
}

/* The places and excerpts that are pointed out now, a line each. */
static void assert_cares(struct live *live, const char *expected)
{
    struct cares cares = {0};
    struct str said = STR_INIT;
    live_care(live, &cares);
    for (size_t i = 0; i < cares.n; i++) {
        const struct care *care = &cares.items[i];
        str_addf(&said, "%s: %s\n", care->place, care->excerpt);
        assert_non_null(strstr(care->safer, "Not legal advice."));
    }
    assert_string_equal(said.s, expected);
    str_release(&said);
    cares_release(&cares);
}

static void every_text_is_looked_at(void **state)
{
    struct desk *d = *state;
    struct err e = ERR_INIT;
    struct live *live = desk_call(d, "Ada Moreau");
    int own = live_add_own(live, &e);
    assert_cares(live, "");
    desk_say(live, NOTE(0), "Knows the age of the footage.\nReligiously backs up.");
    assert_cares(live, "");
    desk_say(live, NOTE(1), "Late twice.\nHas two kids,\nand said so without being asked");
    desk_say(live, (struct slot){FIELD_OWN, own, 0}, "Are you married?");
    desk_say(live, (struct slot){FIELD_STEP_NOTE, 0, 0}, "heavy accent");
    desk_say(live, (struct slot){FIELD_STEP_NOTE, 2, 0}, "asked about maternity leave");
    desk_say(live, (struct slot){FIELD_FACT, 3, 0}, "Lives where her church is: which church?");
    desk_say(live, PLAIN(FIELD_GENERAL), "pregnant");
    desk_say(live, PLAIN(FIELD_SUMMARY), "Too old for the job");
    assert_cares(live,
                 "question 2, note: Late twice. Has two kids, and said so without being asked\n"
                 "your own question 1: Are you married?\n"
                 "opening, note of a step: heavy accent\n"
                 "closing, note of a step: asked about maternity leave\n"
                 "fact 4: Lives where her church is: which church?\n"
                 "general note: pregnant\n"
                 "summary: Too old for the job\n");
    live_close(live);
}

static void a_long_text_is_cut_around_what_it_is_about(void **state)
{
    struct desk *d = *state;
    struct live *live = desk_call(d, "Ada Moreau");
    struct str text = STR_INIT;
    str_repeat(&text, "é ", 60);
    str_add(&text, "is pregnant ");
    str_repeat(&text, "é", 80);
    desk_say(live, NOTE(0), text.s);
    assert_cares(live, "question 1, note: …é é é é é é é is pregnant "
                       "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé…\n");
    str_release(&text);
    live_close(live);
}

static void what_is_kept_is_not_pointed_out(void **state)
{
    struct desk *d = *state;
    struct err e = ERR_INIT;
    struct live *live = desk_call(d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    desk_say(live, NOTE(0), "Has kids");
    desk_say(live, PLAIN(FIELD_SUMMARY), "Has kids");
    assert_done(live_keep(live, NOTE(0), &e), &e);
    assert_cares(live, "summary: Has kids\n");
    live_close(live);
    desk_reopen(d);
    live = live_open(&d->app, id, &e);
    assert_done(live != NULL, &e);
    assert_cares(live, "summary: Has kids\n");
    /* Stored is that it was kept, in the same words for whatever it may have touched. */
    struct str value = STR_INIT;
    interview_value(live_interview(live), slot_kept(NOTE(0)), &value);
    assert_str(&value, "1");
    const struct change *last = history_undo(&live->history);
    assert_true(slot_same(last->slot, slot_kept(NOTE(0))));
    assert_string_equal(last->old, "0");
    assert_string_equal(last->new, "1");
    str_release(&value);
    live_close(live);
}

static void what_is_written_again_is_pointed_out_again(void **state)
{
    struct desk *d = *state;
    struct err e = ERR_INIT;
    struct str what = STR_INIT;
    struct slot slot;
    struct live *live = desk_call(d, "Ada Moreau");
    desk_say(live, NOTE(0), "Has kids");
    assert_done(live_keep(live, NOTE(0), &e), &e);
    desk_type(live, NOTE(0), ", two");
    assert_cares(live, "question 1, note: Has kids, two\n");
    assert_done(live_keep(live, NOTE(0), &e), &e); /* leaves the text first */
    assert_cares(live, "");
    assert_done(live_undo(live, &what, &slot, &e), &e);
    assert_string_equal(what.s, "undone: that a note is kept");
    assert_cares(live, "question 1, note: Has kids, two\n");
    assert_done(live_redo(live, &what, &slot, &e), &e);
    assert_cares(live, "");
    str_release(&what);
    live_close(live);
}

static void nothing_is_forbidden_by_it(void **state)
{
    struct desk *d = *state;
    struct err e = ERR_INIT;
    struct live *live = desk_call(d, "Ada Moreau");
    desk_say(live, PLAIN(FIELD_SUMMARY), "Has kids");
    desk_finish(live);
    assert_int_equal(live_interview(live)->state, INTERVIEW_SUBMITTED);
    desk_refused(live_keep(live, PLAIN(FIELD_SUMMARY), &e), &e, ERR_REFUSED, "locked");
    live_close(live);
}

static void a_place_without_a_text_cannot_be_kept(void **state)
{
    struct desk *d = *state;
    struct err e = ERR_INIT;
    struct live *live = desk_call(d, "Ada Moreau");
    desk_refused(live_keep(live, NOTE(9), &e), &e, ERR_MISSING, "no such");
    desk_refused(live_keep(live, PLAIN(FIELD_DECISION), &e), &e, ERR_MISSING, "no such");
    desk_refused(live_keep(live, PLAIN(FIELD_MARK), &e), &e, ERR_MISSING, "no such");
    live_close(live);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_text_is_looked_at),         CASE(a_long_text_is_cut_around_what_it_is_about),
        CASE(what_is_kept_is_not_pointed_out), CASE(what_is_written_again_is_pointed_out_again),
        CASE(nothing_is_forbidden_by_it),      CASE(a_place_without_a_text_cannot_be_kept),
    };
    return cmocka_run_group_tests_name("care", tests, NULL, NULL);
}
