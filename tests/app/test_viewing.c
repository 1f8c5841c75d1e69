#include "support/desk.h"

#include <stdio.h>
#include <string.h>

#include "app/viewing.h"
#include "base/utf8.h"

#define NOTE(at) ((struct slot){FIELD_NOTE, at, 0})

/* Compares with a file of tests/app; what was seen is left beside the test programs. */
static void assert_golden(const char *name, const struct str *seen)
{
    struct str expected = STR_INIT;
    scratch_write(SLATE_BUILD, name, seen->s, seen->len);
    desk_read(name, &expected);
    const char *a = seen->s, *b = expected.s;
    int line = 1;
    for (; *a != '\0' && *a == *b; a++, b++)
        line += *a == '\n';
    if (*a != *b)
        fail_msg("%s differs from line %d on; seen: %s/%s", name, line, SLATE_BUILD, name);
    str_release(&expected);
}

static void assert_width(const struct str *text, int width)
{
    for (const char *line = text->s; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        assert_true(utf8_width(line, n) <= width);
        line += n + (line[n] == '\n');
    }
}

/* A short interview with something of everything. */
static int64_t played(struct desk *d)
{
    struct err e = ERR_INIT;
    struct live *live = desk_call(d, "L\xC3\xA9"
                                     "a Fournier");
    int64_t id = live_interview(live)->id;
    assert_done(live_toggle(live, FIELD_STEP, 0, &e), &e);
    desk_say(live, (struct slot){FIELD_STEP_NOTE, 1, 0}, "She has until three.");
    desk_score(live, 0, 4);
    assert_done(live_toggle(live, FIELD_HEARD, 0, &e), &e);
    assert_done(live_toggle(live, FIELD_HEARD, 2, &e), &e);
    assert_done(live_toggle(live, FIELD_PROBE, 0, &e), &e);
    desk_say(live, NOTE(0),
             "\"One bag in front, one on my back.\"\nNo signature, she says they all know "
             "each other.");
    desk_pass(d, 31000);
    desk_score(live, 1, 3);
    assert_done(live_toggle(live, FIELD_FLAG, 1, &e), &e);
    desk_pass(d, 59000);
    desk_score(live, 2, 5);
    desk_score(live, 3, 3);
    assert_int_equal(live_add_own(live, &e), 4);
    desk_say(live, (struct slot){FIELD_OWN, 4, 0}, "And the keys?");
    desk_say(live, NOTE(4), "On a ring.");
    assert_done(live_toggle(live, FIELD_OVERALL, 1, &e), &e);
    desk_say(live, (struct slot){FIELD_FACT, 0, 0}, "2026-12-01");
    assert_done(live_set(live, (struct slot){FIELD_FACT, 1, 0}, "no", &e), &e);
    desk_say(live, (struct slot){FIELD_GENERAL, 0, 0}, "Asked about parking.");
    desk_say(live, (struct slot){FIELD_SUMMARY, 0, 0},
             "Careful with what is not hers. Late calls.");
    assert_done(live_submit(live, &e), &e);
    desk_pass(d, 60000);
    desk_type(live, (struct slot){FIELD_DECISION, 0, 0},
              "The drives would be safe; talk about the ringing.");
    assert_done(live_decide(live, DECISION_ADVANCE, &e), &e);
    live_close(live);
    return id;
}

static void the_scorecard_as_text(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct str text = STR_INIT;
    desk_make(&d);
    int64_t id = played(&d);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    view_text(&iv, 72, &text);
    assert_golden("scorecard.txt", &text);
    for (int width = 1; width < 200; width += 7) {
        str_clear(&text);
        view_text(&iv, width, &text);
        assert_width(&text, width < 40 ? 40 : width);
    }
    interview_release(&iv);
    str_release(&text);
    desk_remove(&d);
}

static void the_scorecard_as_json(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct str text = STR_INIT;
    desk_make(&d);
    int64_t id = played(&d);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    view_json(&iv, &text);
    assert_golden("scorecard.json", &text);
    interview_release(&iv);
    str_release(&text);
    desk_remove(&d);
}

/* Before submission there is no number but the recruiter's own scores. */
static void an_open_one_has_neither_scores_nor_composite(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct str text = STR_INIT, json = STR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    for (int i = 0; i < 4; i++)
        desk_score(live, i, 4);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    view_text(&iv, 80, &text);
    view_json(&iv, &json);
    assert_non_null(strstr(text.s, "State       open"));
    assert_null(strstr(text.s, "Composite"));
    assert_null(strstr(text.s, "COMPETENCIES"));
    assert_non_null(strstr(json.s, "\"composite\": null"));
    assert_null(strstr(json.s, "hundredths\": 4"));
    live_close(live);
    assert_null(strstr(json.s, "\"score\": 4"));
    assert_non_null(strstr(json.s, "\"state\": \"scored\""));
    assert_non_null(strstr(text.s, "scored, shown once it is submitted"));
    interview_release(&iv);
    str_release(&text);
    str_release(&json);
    desk_remove(&d);
}

static void text_from_outside_drives_nothing(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct str text = STR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_say(live, NOTE(0),
             "\033[2J\xE2\x80\xAE"
             "evil\007");
    int64_t id = live_interview(live)->id;
    live_close(live);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    view_text(&iv, 80, &text);
    assert_null(strchr(text.s, '\033'));
    assert_null(strchr(text.s, '\007'));
    assert_null(strstr(text.s, "\xE2\x80\xAE"));
    interview_release(&iv);
    str_release(&text);
    desk_remove(&d);
}

/* ---- finding ---- */

static void finds(struct desk *d, const char *which, int64_t expected)
{
    struct err e = ERR_INIT;
    int64_t id = 0;
    assert_done(view_find(&d->app, which, &id, &e), &e);
    assert_int_equal(id, expected);
}

static void one_is_found_by_number_uuid_or_name(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    char part[UUID_TEXT + 1];
    int64_t id = 0;
    desk_make(&d);
    int64_t ada = desk_start(&d, "Ada Moreau");
    desk_pass(&d, 1000000000);
    int64_t lea = desk_start(&d, "L\xC3\xA9"
                                 "a Fournier");
    int64_t lee = desk_start(&d, "Leandro Moreau");
    finds(&d, "1", ada);
    finds(&d, "ada", ada);
    finds(&d, "lea fou", lea);
    finds(&d, "FOURNIER", lea);
    finds(&d, "moreau l", lee);
    assert_done(view_interview(&d.app, ada, &iv, &e), &e);
    memcpy(part, iv.uuid, sizeof part);
    interview_release(&iv);
    finds(&d, part, ada);
    part[9] = '\0';
    finds(&d, part, ada);
    desk_refused(view_find(&d.app, "lea", &id, &e), &e, ERR_INPUT, "Leandro Moreau");
    desk_refused(view_find(&d.app, "lea", &id, &e), &e, ERR_INPUT, "\n  2  L\xC3\xA9");
    desk_refused(view_find(&d.app, "Moreau", &id, &e), &e, ERR_INPUT, "fits 2 interviews");
    desk_refused(view_find(&d.app, "99", &id, &e), &e, ERR_MISSING, "99");
    desk_refused(view_find(&d.app, "ournier", &id, &e), &e, ERR_MISSING, "ournier");
    desk_refused(view_find(&d.app, "", &id, &e), &e, ERR_MISSING, "");
    desk_refused(view_find(&d.app, "' OR 1=1 --", &id, &e), &e, ERR_MISSING, "");
    desk_remove(&d);
}

static void a_note_that_names_somebody_is_not_that_person(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    int64_t id = 0;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_say(live, (struct slot){FIELD_GENERAL, 0, 0}, "Worked for Fournier.");
    live_close(live);
    desk_refused(view_find(&d.app, "Fournier", &id, &e), &e, ERR_MISSING, "Fournier");
    desk_remove(&d);
}

static void many_are_counted_and_the_first_are_named(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    int64_t id = 0;
    char name[32];
    desk_make(&d);
    for (int i = 0; i < 120; i++) {
        snprintf(name, sizeof name, "Ada Nr%d", i);
        desk_start(&d, name);
        desk_pass(&d, 1); /* the still world has 256 different UUIDs in one millisecond */
    }
    desk_refused(view_find(&d.app, "ada", &id, &e), &e, ERR_INPUT, "fits 120 interviews");
    desk_remove(&d);
}

static void what_must_not_be_seen_is_refused(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t theirs, mine;
    desk_make(&d);
    plan.interviewer = "Jonas Keller";
    assert_done(start_now(&d.app, &plan, "runner", &theirs, &e), &e);
    struct live *live = live_open(&d.app, theirs, &e);
    assert_done(live != NULL, &e);
    plan.candidate_id = live_interview(live)->candidate_id;
    desk_finish(live);
    live_close(live);
    plan.interviewer = NULL;
    assert_done(start_now(&d.app, &plan, "runner", &mine, &e), &e);
    desk_refused(view_interview(&d.app, theirs, &iv, &e), &e, ERR_REFUSED, "sway");
    live = live_open(&d.app, mine, &e);
    assert_done(live != NULL, &e);
    assert_false(live_interview(live)->not_blind);
    desk_finish(live);
    live_close(live);
    assert_done(view_interview(&d.app, theirs, &iv, &e), &e);
    interview_release(&iv);
    assert_done(start_now(&d.app, &plan, "runner", &mine, &e), &e);
    live = live_open(&d.app, mine, &e);
    assert_true(live_interview(live)->not_blind); /* theirs was looked at */
    live_close(live);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scorecard_as_text),
        cmocka_unit_test(the_scorecard_as_json),
        cmocka_unit_test(an_open_one_has_neither_scores_nor_composite),
        cmocka_unit_test(text_from_outside_drives_nothing),
        cmocka_unit_test(one_is_found_by_number_uuid_or_name),
        cmocka_unit_test(a_note_that_names_somebody_is_not_that_person),
        cmocka_unit_test(many_are_counted_and_the_first_are_named),
        cmocka_unit_test(what_must_not_be_seen_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
