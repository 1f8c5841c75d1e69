#include "screens/running.h"

#include <string.h>

#include "support/unit.h"

/* A job that counts to `total`, 200 at a step, and fails at `fails_at` when that is not 0. */
struct counting {
    struct job job;
    int64_t fails_at;
    int *closed;
};

static bool step(struct job *j, struct err *e)
{
    struct counting *c = (struct counting *)(void *)j;
    j->done += 200;
    j->over = j->done >= j->total;
    return c->fails_at == 0 || j->done < c->fails_at ||
           err_set(e, ERR_IO, "no room on the disk, nothing was left behind");
}

static void say(const struct job *j, struct str *out)
{
    str_addf(out, "%lld of them", (long long)j->done);
}

static void close_job(struct job *j)
{
    struct counting *c = (struct counting *)(void *)j;
    ++*c->closed;
}

static const struct job_ops ops = {"Counting", step, say, close_job};

static struct counting counting(int64_t total, int *closed)
{
    return (struct counting){.job = {.ops = &ops, .total = total}, .closed = closed};
}

static void draws(const struct job *job, const char *expected)
{
    struct canvas c;
    struct str text = STR_INIT;
    canvas_init(&c, 2, 60);
    running_draw(job, &c);
    canvas_dump(&c, &text);
    assert_string_equal(text.s, expected);
    str_release(&text);
    canvas_release(&c);
}

static void it_shows_how_far_it_is_and_says_what_came_of_it(void **state)
{
    int closed = 0;
    struct counting c = counting(12400, &closed);
    struct job *slot = NULL;
    (void)state;
    assert_int_equal(running_begin(&slot, &c.job).kind, OUT_STAY);
    for (int i = 0; i < 31; i++)
        assert_string_equal(running_step(&slot).message, "");
    draws(slot, "\n Counting: 6,200 of 12,400   Esc stops it\n");
    for (int i = 0; i < 30; i++)
        running_step(&slot);
    struct outcome last = running_step(&slot);
    assert_string_equal(last.message, "12400 of them");
    assert_int_equal(last.tone, TONE_GOOD);
    assert_null(slot);
    assert_int_equal(closed, 1);
}

static void a_total_that_is_not_known_is_not_shown(void **state)
{
    int closed = 0;
    struct counting c = counting(0, &closed);
    (void)state;
    c.job.done = 1234567;
    draws(&c.job, "\n Counting: 1,234,567   Esc stops it\n");
}

static void it_is_stopped(void **state)
{
    int closed = 0;
    struct counting c = counting(12400, &closed);
    struct job *slot = &c.job;
    (void)state;
    running_step(&slot);
    struct outcome out = running_stop(&slot);
    assert_string_equal(out.message, "Counting stopped: nothing was left behind.");
    assert_null(slot);
    assert_int_equal(closed, 1);
}

static void one_that_fails_says_why_and_is_gone(void **state)
{
    int closed = 0;
    struct counting c = counting(12400, &closed);
    struct job *slot = &c.job;
    (void)state;
    c.fails_at = 400;
    assert_string_equal(running_step(&slot).message, "");
    struct outcome out = running_step(&slot);
    assert_int_equal(out.tone, TONE_ERROR);
    assert_non_null(strstr(out.message, "no room on the disk"));
    assert_null(slot);
    assert_int_equal(closed, 1);
}

static void two_at_a_time_are_refused(void **state)
{
    int closed = 0;
    struct counting first = counting(12400, &closed), second = counting(10, &closed);
    struct job *slot = &first.job;
    (void)state;
    struct outcome out = running_begin(&slot, &second.job);
    assert_int_equal(out.tone, TONE_ERROR);
    assert_ptr_equal(slot, &first.job);
    assert_int_equal(closed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_shows_how_far_it_is_and_says_what_came_of_it),
        cmocka_unit_test(a_total_that_is_not_known_is_not_shown),
        cmocka_unit_test(it_is_stopped),
        cmocka_unit_test(one_that_fails_says_why_and_is_gone),
        cmocka_unit_test(two_at_a_time_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
