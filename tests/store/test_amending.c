/* Corrections of what was submitted: appended with a reason, followed by results and search, and
 * nothing else. */

#include "store/amending.h"

#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/vec.h"
#include "domain/composite.h"
#include "support/faultvfs.h"
#include "support/stored.h"

static const struct slot second_mark = {FIELD_MARK, 1, 0};
static const struct slot first_note = {FIELD_NOTE, 0, 0};

static bool amend(struct stored *t, int64_t id, struct slot slot, const char *value)
{
    struct store_amendment a = {id, slot, value, "misheard the year", t->at += 1000};
    return store_amend(t->store, &a, &t->e);
}

static bool set_void(struct stored *t, int pos, bool on, const char *reason, int64_t *changed)
{
    struct store_voiding v = {.kit = kit_hash(&t->sample.kit),
                              .question = question_hash(&t->sample.questions[pos], SCALE_DEFAULT),
                              .on = on,
                              .reason = reason,
                              .at = t->at += 1000};
    return store_void(t->store, &v, changed, &t->e);
}

static void refused(struct stored *t, bool done, enum err_kind kind, const char *words)
{
    assert_false(done);
    assert_int_equal(t->e.kind, kind);
    if (strstr(t->e.text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", t->e.text, words);
    t->e = (struct err)ERR_INIT;
}

static void all_well(struct stored *t)
{
    struct str report = STR_INIT;
    if (!store_doctor(t->store, &report, &t->e))
        fail_msg("%s%s", report.s, t->e.text);
    str_release(&report);
}

/* The composite as the loaded interview and as the stored row give it: they must agree. */
static void composite_is(struct stored *t, int64_t id, const char *expected)
{
    struct interview iv;
    struct str words = STR_INIT;
    stored_load(t, id, &iv);
    struct composite c = composite_interview(&iv, NULL);
    composite_add(&words, &c);
    assert_string_equal(words.s, expected);
    str_release(&words);
    interview_release(&iv);
    all_well(t);
}

static void prepare(struct stored *t)
{
    stored_disk(t);
    store_set_me(t->store, "Sam");
}

static void a_score_is_amended_and_its_result_follows(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    prepare(&t);
    int64_t id = stored_submitted(&t, "Ada", "Sam", "Soho");
    composite_is(&t, id, "3.4 (4 of 4 scored; 100 % of the weight)");
    assert_done(amend(&t, id, second_mark, "5"), &t.e);
    composite_is(&t, id, "3.9 (4 of 4 scored; 100 % of the weight)");
    assert_done(amend(&t, id, second_mark, "no_evidence"), &t.e);
    stored_load(&t, id, &iv);
    assert_int_equal(iv.answers[1].mark.state, ANSWER_NO_EVIDENCE);
    assert_int_equal(iv.n_amendments, 2);
    assert_string_equal(iv.amendments[0].old, "3");
    assert_string_equal(iv.amendments[0].value, "5");
    assert_string_equal(iv.amendments[1].old, "5");
    assert_string_equal(iv.amendments[1].who, "Sam");
    assert_string_equal(iv.amendments[1].reason, "misheard the year");
    assert_string_equal(interview_first_amended(&iv, second_mark)->old, "3");
    assert_null(interview_first_amended(&iv, first_note));
    interview_release(&iv);
    assert_int_equal(stored_ask(&t, "SELECT mark = '3' FROM answer WHERE pos = 1"), 1);
    assert_int_equal(
        stored_ask(&t, "SELECT substr(uuid, 15, 1) = '7' AND length(uuid) = 36 FROM amendment"), 1);
    stored_end(&t);
}

static void a_note_is_amended_and_search_follows(void **state)
{
    (void)state;
    struct stored t;
    prepare(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "Soho");
    stored_set(&t, id, first_note, "worked in Babelsberg");
    stored_score_all(&t, id);
    stored_submit(&t, id);
    stored_finds(&t, "babelsberg", "Ada:submitted");
    assert_done(amend(&t, id, first_note, "worked in Pinewood"), &t.e);
    stored_finds(&t, "pinewood", "Ada:submitted");
    stored_finds(&t, "babelsberg", "");
    assert_done(amend(&t, id, (struct slot){FIELD_SUMMARY, 0, 0}, "steady under fire"), &t.e);
    assert_done(amend(&t, id, (struct slot){FIELD_FLAG, 0, 0}, "1"), &t.e);
    stored_finds(&t, "steady", "Ada:submitted");
    stored_finds(&t, "pinewood steady", "Ada:submitted");
    assert_int_equal(stored_ask(&t, "SELECT body = 'worked in Babelsberg' FROM note"), 1);
    struct interview iv;
    stored_load(&t, id, &iv);
    assert_int_equal(iv.answers[0].flags, 1);
    assert_string_equal(iv.answers[0].note.s, "worked in Pinewood");
    interview_release(&iv);
    stored_end(&t);
}

static void what_is_not_submitted_or_says_no_reason_is_refused(void **state)
{
    (void)state;
    struct stored t;
    int64_t changed;
    prepare(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "Soho");
    refused(&t, amend(&t, id, second_mark, "4"), ERR_REFUSED, "submitted");
    refused(&t, amend(&t, 99, second_mark, "4"), ERR_MISSING, "99");
    stored_score_all(&t, id);
    stored_submit(&t, id);
    struct store_amendment blank = {id, second_mark, "4", " \n", STORED_NOW};
    refused(&t, store_amend(t.store, &blank, &t.e), ERR_REFUSED, "say why");
    refused(&t, amend(&t, id, second_mark, "6"), ERR_REFUSED, "with a reason");
    refused(&t, set_void(&t, 0, true, "", &changed), ERR_REFUSED, "say why");
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM amendment"), 0);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM void"), 0);
    stored_end(&t);
}

static void a_hidden_interview_is_not_amended(void **state)
{
    (void)state;
    struct stored t;
    prepare(&t);
    int64_t id = stored_submitted(&t, "Ada", "Kim", "Soho");
    stored_again(&t, id, "Sam", "Soho");
    refused(&t, amend(&t, id, second_mark, "4"), ERR_REFUSED, "hidden");
    stored_end(&t);
}

static void a_question_is_voided_everywhere_and_taken_back(void **state)
{
    (void)state;
    struct stored t;
    int64_t changed = 0;
    prepare(&t);
    refused(&t, set_void(&t, 0, true, "ambiguous", &changed), ERR_MISSING, "bank");
    int64_t past = stored_submitted(&t, "Ada", "Sam", "Soho");
    int64_t open = stored_start(&t, "Jun", "Sam", "Soho");
    assert_done(set_void(&t, 0, true, "ambiguous", &changed), &t.e);
    assert_int_equal(changed, 1);
    composite_is(&t, past, "3.0 (3 of 3 scored, 1 void; 100 % of the weight)");
    refused(&t, set_void(&t, 0, true, "again", &changed), ERR_REFUSED, "already");

    struct interview iv;
    stored_load(&t, open, &iv);
    assert_non_null(iv.answers[0].voided);
    assert_string_equal(iv.answers[0].voided->reason, "ambiguous");
    assert_string_equal(iv.answers[0].voided->who, "Sam");
    assert_null(iv.answers[1].voided);
    interview_release(&iv);

    stored_score_all(&t, open);
    stored_submit(&t, open);
    int64_t future = stored_submitted(&t, "Tom", "Sam", "Soho");
    composite_is(&t, open, "3.0 (3 of 3 scored, 1 void; 100 % of the weight)");
    composite_is(&t, future, "3.0 (3 of 3 scored, 1 void; 100 % of the weight)");
    assert_done(set_void(&t, 0, false, "the wording was fine", &changed), &t.e);
    assert_int_equal(changed, 3);
    composite_is(&t, past, "3.4 (4 of 4 scored; 100 % of the weight)");
    refused(&t, set_void(&t, 0, false, "again", &changed), ERR_REFUSED, "counts");
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM void"), 2);
    stored_end(&t);
}

/* Another question is reworded: the kit is another one, and the bad question is as bad in it. */
static void a_void_follows_the_question_into_every_kit(void **state)
{
    (void)state;
    struct stored t;
    int64_t changed = 0;
    prepare(&t);
    int64_t first = stored_submitted(&t, "Ada", "Sam", "Soho");
    t.sample.questions[3].ask.s = "Reworded, once?";
    stored_bank_bytes(&t, "bank: post-producer\n# once\n");
    int64_t second = stored_submitted(&t, "Ben", "Sam", "Soho");
    assert_done(set_void(&t, 0, true, "ambiguous", &changed), &t.e);
    assert_int_equal(changed, 2);
    composite_is(&t, first, "3.0 (3 of 3 scored, 1 void; 100 % of the weight)");
    composite_is(&t, second, "3.0 (3 of 3 scored, 1 void; 100 % of the weight)");

    t.sample.questions[3].ask.s = "Reworded, twice?";
    stored_bank_bytes(&t, "bank: post-producer\n# twice\n");
    refused(&t, set_void(&t, 0, true, "again", &changed), ERR_REFUSED, "already");
    int64_t third = stored_submitted(&t, "Cid", "Sam", "Soho");
    composite_is(&t, third, "3.0 (3 of 3 scored, 1 void; 100 % of the weight)");
    struct interview iv;
    stored_load(&t, third, &iv);
    assert_string_equal(iv.answers[0].voided->reason, "ambiguous");
    interview_release(&iv);

    /* A kit that nobody was asked with yet is no reason to refuse. */
    t.sample.questions[3].ask.s = "Reworded, thrice?";
    stored_bank_bytes(&t, "bank: post-producer\n# thrice\n");
    assert_done(set_void(&t, 0, false, "the wording was fine", &changed), &t.e);
    assert_int_equal(changed, 3);
    composite_is(&t, third, "3.4 (4 of 4 scored; 100 % of the weight)");
    stored_end(&t);
}

static void how_a_question_stands_is_told(void **state)
{
    (void)state;
    struct stored t;
    struct void_state v;
    int64_t changed;
    prepare(&t);
    stored_submitted(&t, "Ada", "Sam", "Soho");
    struct hash kit = kit_hash(&t.sample.kit);
    struct hash q = question_hash(&t.sample.questions[2], SCALE_DEFAULT);
    assert_done(store_void_state(t.store, &kit, &q, &v, &t.e), &t.e);
    assert_false(v.on);
    assert_null(v.reason);
    arena_release(&v.arena);
    assert_done(set_void(&t, 2, true, "two questions in one", &changed), &t.e);
    assert_done(store_void_state(t.store, &kit, &q, &v, &t.e), &t.e);
    assert_true(v.on);
    assert_string_equal(v.reason, "two questions in one");
    assert_int_equal(v.interviews, 1);
    assert_int_equal(v.questions, 4);
    assert_int_equal(v.voided, 1);
    arena_release(&v.arena);
    stored_end(&t);
}

/* ---- what happened ---- */

static void past_is(struct stored *t, int64_t id, const char *expected)
{
    static const char *const kinds[] = {"start", "set", "end", "decide", "amend", "void", "unvoid"};
    struct interview iv;
    struct past past;
    struct str words = STR_INIT;
    stored_load(t, id, &iv);
    assert_done(store_past(t->store, &iv, &past, &t->e), &t->e);
    for (size_t i = 0; i < past.n; i++) {
        const struct past_row *r = &past.items[i];
        str_addf(&words, "%s%s", words.len > 0 ? "; " : "", kinds[r->kind]);
        if (r->kind == PAST_RECORDED || r->kind == PAST_AMENDED)
            str_addf(&words, " %s %d %s>%s", field_name(r->slot.field), r->slot.pos, r->old,
                     r->new);
        if (r->kind == PAST_DECIDED)
            str_addf(&words, " %s at %d", r->new, r->on.tenths);
        if (r->kind > PAST_ENDED)
            str_addf(&words, " by %s: %s", r->who, r->reason);
    }
    assert_string_equal(words.s, expected);
    str_release(&words);
    past_release(&past);
    interview_release(&iv);
}

static void the_past_tells_all_in_order(void **state)
{
    (void)state;
    struct stored t;
    int64_t changed;
    prepare(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "Soho");
    stored_score_all(&t, id);
    stored_submit(&t, id);
    struct store_decision hold = {DECISION_HOLD, "wait", t.at += 1000};
    assert_done(store_decide(t.store, id, &hold, &t.e), &t.e);
    store_set_me(t.store, "Kim");
    assert_done(amend(&t, id, second_mark, "5"), &t.e);
    assert_done(set_void(&t, 0, true, "ambiguous", &changed), &t.e);
    struct store_decision go = {DECISION_ADVANCE, "was wrong", t.at += 1000};
    assert_done(store_decide(t.store, id, &go, &t.e), &t.e);
    past_is(&t, id,
            "start; set mark 0 unset>5; set mark 1 unset>3; set mark 2 unset>3; set mark 3 unset>3;"
            " end; decide hold at 34 by Sam: wait; amend mark 1 3>5 by Kim: misheard the year;"
            " void by Kim: ambiguous; decide advance at 36 by Kim: was wrong");
    struct interview iv;
    stored_load(&t, id, &iv);
    assert_string_equal(iv.decided_by, "Kim");
    assert_int_equal(iv.decided_on.tenths, 36);
    assert_int_equal(iv.decided_on.scored, 3);
    interview_release(&iv);
    stored_end(&t);
}

/* ---- the day ---- */

static void the_day_counts_and_tells_of_the_one_before(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    struct day day;
    prepare(&t);
    stored_submitted(&t, "Ada", "Sam", "Soho");
    stored_submitted(&t, "Tom", "Kim", "Soho");
    int64_t second = stored_submitted(&t, "Jun", "Sam", "Soho");
    t.at += INT64_C(86400000);
    t.world.wall = t.at;
    int64_t next_day = stored_submitted(&t, "Lea", "Sam", "Soho");
    stored_load(&t, second, &iv);
    assert_done(store_day(t.store, &iv, &day, &t.e), &t.e);
    assert_int_equal(day.nth, 2);
    assert_true(day.has_previous);
    assert_int_equal(day.previous, 344);
    assert_int_equal(day.n, 1);
    assert_int_equal(day.sum, 344);
    assert_int_equal(day.squares, 344 * 344);
    interview_release(&iv);
    stored_load(&t, next_day, &iv);
    assert_done(store_day(t.store, &iv, &day, &t.e), &t.e);
    assert_int_equal(day.nth, 1);
    assert_false(day.has_previous);
    interview_release(&iv);
    stored_end(&t);
}

/* ---- faults ---- */

static int64_t rows_written(struct stored *t)
{
    return stored_ask(t, "SELECT (SELECT count(*) FROM amendment) * 1000"
                         " + (SELECT count(*) FROM void) * 100"
                         " + (SELECT tenths FROM result WHERE interview = 1)");
}

/* Each write fails in turn: either all of it is there, or nothing of it. */
static void run_with_fault(int at, int rc, int *seen)
{
    struct stored t;
    int64_t changed;
    stored_folder(&t);
    t.vfs = "fault";
    stored_open(&t);
    store_set_me(t.store, "Sam");
    int64_t id = stored_submitted(&t, "Ada", "Sam", "Soho");
    store_idle(t.store);
    fault_arm(at, rc, false);
    bool amended = amend(&t, id, second_mark, "5");
    int64_t after_amend = rows_written(&t);
    bool voided = set_void(&t, 0, true, "ambiguous", &changed);
    *seen = fault_disarm().seen;
    assert_int_equal(after_amend, amended ? 1039 : 34);
    int64_t expected = (amended ? 1000 : 0) + (voided ? 100 : 0);
    int tenths = amended ? (voided ? 36 : 39) : (voided ? 30 : 34);
    assert_int_equal(rows_written(&t), expected + tenths);
    if (!amended)
        assert_done(amend(&t, id, second_mark, "5"), &t.e);
    if (!voided)
        assert_done(set_void(&t, 0, true, "ambiguous", &changed), &t.e);
    assert_int_equal(rows_written(&t), 1136);
    all_well(&t);
    stored_end(&t);
}

static void a_failing_write_leaves_all_or_nothing(void **state)
{
    (void)state;
    int seen;
    run_with_fault(0, 0, &seen);
    assert_true(seen > 2);
    for (int at = 1, n = seen; at <= n; at++)
        run_with_fault(at, at % 2 != 0 ? 10 /* SQLITE_IOERR */ : 13 /* SQLITE_FULL */, &seen);
}

/* Two programs amend the same score at once: both corrections stay, the later one counts. */
static void two_programs_amend_at_once(void **state)
{
    (void)state;
    enum { ROUNDS = 40 };
    struct stored t;
    prepare(&t);
    int64_t id = stored_submitted(&t, "Ada", "Sam", "Soho");
    pid_t child = fork();
    if (child == 0) {
        struct store_setup setup = {.path = t.path.s, .sys = &t.sys, .me = "Kim"};
        t.world.wall += 3600000; /* or both would make the same UUIDs */
        t.store = store_open(&setup, &t.e);
        for (int i = 0; t.store != NULL && i < ROUNDS; i++)
            if (!amend(&t, id, second_mark, i % 2 != 0 ? "1" : "2"))
                _exit(1);
        _exit(t.store == NULL);
    }
    for (int i = 0; i < ROUNDS; i++)
        assert_done(amend(&t, id, second_mark, i % 2 != 0 ? "4" : "5"), &t.e);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM amendment"), 2 * ROUNDS);
    assert_int_equal(stored_ask(&t, "SELECT count(DISTINCT who) FROM amendment"), 2);
    all_well(&t);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_score_is_amended_and_its_result_follows),
        cmocka_unit_test(a_note_is_amended_and_search_follows),
        cmocka_unit_test(what_is_not_submitted_or_says_no_reason_is_refused),
        cmocka_unit_test(a_hidden_interview_is_not_amended),
        cmocka_unit_test(a_question_is_voided_everywhere_and_taken_back),
        cmocka_unit_test(a_void_follows_the_question_into_every_kit),
        cmocka_unit_test(how_a_question_stands_is_told),
        cmocka_unit_test(the_past_tells_all_in_order),
        cmocka_unit_test(the_day_counts_and_tells_of_the_one_before),
        cmocka_unit_test(a_failing_write_leaves_all_or_nothing),
        cmocka_unit_test(two_programs_amend_at_once),
    };
    faultvfs_register();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
