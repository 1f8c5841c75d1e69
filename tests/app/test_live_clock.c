#include "support/desk.h"

#define SECOND 1000
#define MINUTE 60000

static bool tick(struct desk *d, struct live *live, int64_t ms)
{
    struct err e = ERR_INIT;
    desk_pass(d, ms);
    bool broke = live_tick(live, &e);
    assert_int_equal(e.kind, ERR_NONE);
    return broke;
}

static void ticks_add_up(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    assert_int_equal(live_elapsed(live), 0);
    for (int i = 0; i < 10; i++)
        assert_false(tick(&d, live, 350));
    assert_int_equal(live_elapsed(live), 3500);
    assert_int_equal(live_spent(live), 0); /* the opening belongs to no question */
    assert_done(live_go(live, STAGE_QUESTIONS, 0, &e), &e);
    tick(&d, live, 2 * SECOND);
    assert_done(live_go(live, STAGE_QUESTIONS, 1, &e), &e);
    tick(&d, live, 3 * SECOND);
    assert_int_equal(live_spent(live), 3 * SECOND);
    assert_done(live_back(live, &e), &e);
    assert_int_equal(live_spent(live), 2 * SECOND);
    tick(&d, live, SECOND);
    assert_int_equal(live_spent(live), 3 * SECOND);
    assert_int_equal(live_elapsed(live), 9500);
    live_close(live);
    desk_remove(&d);
}

static void a_long_gap_is_a_break(void **state)
{
    (void)state;
    struct desk d;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    assert_false(tick(&d, live, MINUTE)); /* just not */
    assert_true(tick(&d, live, MINUTE + 1));
    assert_int_equal(live_elapsed(live), MINUTE);
    assert_false(tick(&d, live, SECOND)); /* told once */
    assert_int_equal(live_elapsed(live), MINUTE + SECOND);
    desk_pass(&d, 5 * MINUTE); /* the lid was closed; the first thing is a key */
    desk_score(live, 0, 3);
    assert_int_equal(live_elapsed(live), MINUTE + SECOND);
    assert_true(tick(&d, live, SECOND));
    assert_int_equal(live_elapsed(live), MINUTE + 2 * SECOND);
    live_close(live);
    desk_remove(&d);
}

static void keys_keep_the_gap_short(void **state)
{
    (void)state;
    struct desk d;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    for (int i = 0; i < 100; i++) { /* typing without a pause: no tick gets through */
        desk_pass(&d, 900);
        desk_type(live, (struct slot){FIELD_GENERAL, 0, 0}, "x");
    }
    assert_int_equal(live_elapsed(live), 90 * SECOND);
    assert_false(tick(&d, live, 900));
    live_close(live);
    desk_remove(&d);
}

static void a_pause_is_not_counted(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    tick(&d, live, SECOND);
    desk_pass(&d, 500);
    assert_done(live_pause(live, true, &e), &e);
    assert_int_equal(live_elapsed(live), 1500);
    assert_false(tick(&d, live, 10 * SECOND));
    assert_false(tick(&d, live, 10 * MINUTE)); /* no break: it was said before */
    live_close(live);
    desk_reopen(&d);
    live = live_open(&d.app, id, &e);
    assert_done(live != NULL, &e);
    assert_true(live_interview(live)->paused);
    assert_false(tick(&d, live, SECOND));
    assert_int_equal(live_elapsed(live), 1500);
    assert_done(live_pause(live, false, &e), &e);
    tick(&d, live, SECOND);
    assert_int_equal(live_elapsed(live), 2500);
    live_close(live);
    desk_remove(&d);
}

static void time_between_two_starts_does_not_count(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    assert_done(live_go(live, STAGE_QUESTIONS, 0, &e), &e);
    tick(&d, live, 20 * SECOND);
    live_close(live);
    desk_pass(&d, 30 * MINUTE);
    d.world.mono = 5; /* the machine was started anew */
    desk_reopen(&d);
    live = live_open(&d.app, id, &e);
    assert_done(live != NULL, &e);
    assert_int_equal(live_elapsed(live), 20 * SECOND);
    assert_false(tick(&d, live, SECOND));
    assert_int_equal(live_elapsed(live), 21 * SECOND);
    assert_int_equal(live_spent(live), 21 * SECOND);
    d.world.mono -= 3 * SECOND; /* must not happen, and must not take anything away */
    assert_false(tick(&d, live, 0));
    assert_int_equal(live_elapsed(live), 21 * SECOND);
    live_close(live);
    desk_remove(&d);
}

static void the_first_look_and_the_first_leaving_stay(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    const struct answer *first = &live_interview(live)->answers[0];
    assert_int_equal(first->shown_at, 0);
    desk_pass(&d, SECOND);
    assert_done(live_go(live, STAGE_QUESTIONS, 0, &e), &e);
    assert_int_equal(first->shown_at, DESK_NOW + SECOND);
    assert_int_equal(first->left_at, 0);
    desk_pass(&d, SECOND);
    assert_done(live_go(live, STAGE_QUESTIONS, 2, &e), &e);
    assert_int_equal(first->left_at, DESK_NOW + 2 * SECOND);
    desk_pass(&d, SECOND);
    assert_done(live_back(live, &e), &e);
    desk_pass(&d, SECOND);
    assert_done(live_go(live, STAGE_CLOSING, 0, &e), &e);
    assert_int_equal(first->shown_at, DESK_NOW + SECOND);
    assert_int_equal(first->left_at, DESK_NOW + 2 * SECOND);
    assert_int_equal(live_interview(live)->at, 0);
    assert_int_equal(live_interview(live)->back, 2);
    live_close(live);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_add_up),
        cmocka_unit_test(a_long_gap_is_a_break),
        cmocka_unit_test(keys_keep_the_gap_short),
        cmocka_unit_test(a_pause_is_not_counted),
        cmocka_unit_test(time_between_two_starts_does_not_count),
        cmocka_unit_test(the_first_look_and_the_first_leaving_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
