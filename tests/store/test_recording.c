/* Everything that can be recorded comes back as it was, and the log tells how it came about. */

#include "support/stored.h"

static const struct slot note0 = {FIELD_NOTE, 0, 0};

static void text_is(const struct str *t, const char *expected)
{
    assert_string_equal(t->s, expected);
}

static void record_everything(struct stored *t, int64_t id)
{
    stored_set(t, id, (struct slot){FIELD_MARK, 0, 0}, "4");
    stored_set(t, id, (struct slot){FIELD_MARK, 1, 0}, "no_evidence");
    stored_set(t, id, (struct slot){FIELD_MARK, 2, 0}, "skipped:time");
    stored_set(t, id, (struct slot){FIELD_MARK, 3, 0}, "1");
    stored_set(t, id, (struct slot){FIELD_HEARD, 0, 2}, "1");
    stored_set(t, id, (struct slot){FIELD_FLAG, 1, 0}, "1");
    stored_set(t, id, (struct slot){FIELD_PROBE, 2, 1}, "1");
    stored_set(t, id, (struct slot){FIELD_OVERALL, 0, 1}, "1");
    stored_set(t, id, (struct slot){FIELD_STEP, 2, 0}, "1");
    stored_set(t, id, (struct slot){FIELD_FACT, SAMPLE_RATE, 0}, "450");
    assert_done(store_add_own(t->store, id, SAMPLE_QUESTIONS, t->at, &t->e), &t->e);
    stored_type(t, id, (struct slot){FIELD_OWN, SAMPLE_QUESTIONS, 0}, "And remotely?");
    stored_type(t, id, (struct slot){FIELD_STEP_NOTE, 2, 0}, "Asked about the team");
    stored_type(t, id, note0, "Léa: \"B cam\"\nhalf a stop hot");
    stored_type(t, id, (struct slot){FIELD_GENERAL, 0, 0}, "general");
    stored_type(t, id, (struct slot){FIELD_SUMMARY, 0, 0}, "in short");
}

static void check_everything(const struct interview *iv)
{
    assert_int_equal(iv->n_answers, SAMPLE_QUESTIONS + 1);
    assert_int_equal(iv->answers[0].mark.score, 4);
    assert_int_equal(iv->answers[1].mark.state, ANSWER_NO_EVIDENCE);
    assert_int_equal(iv->answers[2].mark.skip, SKIP_TIME);
    assert_int_equal(iv->answers[3].mark.score, 1);
    assert_int_equal(iv->answers[0].heard, 4);
    assert_int_equal(iv->answers[1].flags, 1);
    assert_int_equal(iv->answers[2].probes, 2);
    assert_int_equal(iv->overall, 2);
    assert_false(iv->steps[1].done);
    assert_true(iv->steps[2].done);
    text_is(&iv->facts[SAMPLE_RATE].value, "450");
    text_is(&iv->answers[SAMPLE_QUESTIONS].own_text, "And remotely?");
    text_is(&iv->steps[2].note, "Asked about the team");
    text_is(&iv->answers[0].note, "Léa: \"B cam\"\nhalf a stop hot");
    text_is(&iv->general, "general");
    text_is(&iv->summary, "in short");
}

static void everything_comes_back(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Léa Fournier", "Sam", "Soho S2");
    record_everything(&t, id);
    stored_load(&t, id, &iv); /* what is typed is there before it is folded */
    check_everything(&iv);
    interview_release(&iv);
    stored_reopen(&t);
    assert_done(store_claim(t.store, id, &t.e), &t.e);
    stored_load(&t, id, &iv);
    check_everything(&iv);
    assert_string_equal(iv.candidate, "Léa Fournier");
    assert_string_equal(iv.interviewer, "Sam");
    assert_string_equal(iv.job, "Soho S2");
    assert_int_equal(iv.state, INTERVIEW_OPEN);
    assert_int_equal(iv.offset_min, 60);
    assert_int_equal(iv.started_at, STORED_NOW + 1000);
    interview_release(&iv);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM note_edit"), 0);
    stored_submit(&t, id);
    stored_load(&t, id, &iv);
    check_everything(&iv);
    assert_int_equal(iv.state, INTERVIEW_SUBMITTED);
    interview_release(&iv);
    stored_end(&t);
}

static void the_kit_comes_back_to_the_letter(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_memory(&t);
    struct term_entry words[] = {{{.s = "conform"}, {.s = "Rebuilding the cut"}}};
    struct phrase indicators[] = {{.s = "Runs several shows"}, {.s = "Says no"}};
    t.bank.glossary = words;
    t.bank.n_glossary = 1;
    t.bank.about.s = "Runs a show";
    t.bank.levels[LEVEL_SENIOR].indicators = (struct phrases){indicators, 2};
    t.bank.levels[LEVEL_SENIOR].experience.s = "5+ years";
    t.sample.questions[0].why.s = "Shows whether";
    t.sample.questions[0].minutes = 4;
    t.sample.questions[3].weight_reason.s = "Rarely comes up";
    stored_load(&t, stored_start(&t, "Ada", "Sam", ""), &iv);
    const struct kit *kit = &iv.kit;
    struct hash before, after = kit_hash(kit);
    struct kit asked;
    assert_true(kit_of(&t.bank, LEVEL_SENIOR, &asked));
    before = kit_hash(&asked);
    assert_true(hash_same(&before, &after));
    assert_string_equal(kit->bank, "post-producer");
    assert_string_equal(kit->title, "Post Producer");
    assert_string_equal(kit->about, "Runs a show");
    assert_string_equal(kit->experience, "5+ years");
    assert_int_equal(kit->minutes, 30);
    assert_string_equal(kit->glossary[0].meaning.s, "Rebuilding the cut");
    assert_string_equal(kit->indicators.items[1].s, "Says no");
    assert_string_equal(kit->competencies[2].id.s, "people");
    assert_string_equal(kit->red_flags.items[0].s, "Cannot name one project they finished");
    assert_int_equal(kit->opening.n, 2);
    assert_int_equal(kit->closing.n, 1);
    assert_int_equal(kit->facts[SAMPLE_START].kind, FACT_DATE);
    assert_string_equal(kit->facts[SAMPLE_OT].ask.s, "Is overtime possible?");
    assert_string_equal(kit->questions[0].why.s, "Shows whether");
    assert_int_equal(kit->questions[0].minutes, 4);
    assert_int_equal(kit->questions[2].weight, 200);
    assert_string_equal(kit->questions[3].weight_reason.s, "Rarely comes up");
    assert_string_equal(kit->questions[0].anchors[3].s, "Names a method");
    assert_null(kit->questions[0].anchors[2].s);
    assert_string_equal(kit->questions[0].expect.items[2].s, "Puts it in writing");
    assert_string_equal(kit->questions[2].probes.items[1].s, "And then?");
    assert_string_equal(kit->questions[1].red_flags.items[0].s, "Blames the vendor");
    interview_release(&iv);
    stored_end(&t);
}

/* Two versions of a bank whose questions have equal hashes: each session keeps its own texts. */
static void each_session_keeps_its_own_version(void **state)
{
    (void)state;
    struct stored t;
    struct interview old, new;
    stored_disk(&t);
    t.sample.questions[0].why.s = "as it was";
    int64_t first = stored_start(&t, "Ada", "Sam", "");
    t.sample.questions[0].why.s = "as it is";
    stored_bank_bytes(&t, "bank: post-producer\n# mended\n");
    int64_t second = stored_start(&t, "Jun", "Sam", "");
    stored_load(&t, first, &old);
    stored_load(&t, second, &new);
    assert_string_equal(old.kit.questions[0].why.s, "as it was");
    assert_string_equal(new.kit.questions[0].why.s, "as it is");
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM question"), SAMPLE_QUESTIONS);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM kit"), 1);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM bank_version"), 2);
    assert_int_equal(stored_ask(&t, "SELECT length(bytes) FROM bank_version WHERE id = 2"), 29);
    interview_release(&old);
    interview_release(&new);
    stored_end(&t);
}

static void add_change(struct str *out, const struct change *c)
{
    static const char *const causes[] = {"do", "undo", "redo"};
    str_addf(out, "%lld %s %s %d.%d '%s' '%s'\n", (long long)(c->at - STORED_NOW) / 1000,
             causes[c->cause], field_name(c->slot.field), c->slot.pos, c->slot.item, c->old,
             c->new);
}

static void the_log_tells_what_happened(void **state)
{
    (void)state;
    struct stored t;
    struct history h;
    struct str log = STR_INIT;
    stored_memory(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    stored_set(&t, id, (struct slot){FIELD_MARK, 1, 0}, "3");
    stored_set(&t, id, (struct slot){FIELD_MARK, 1, 0}, "4");
    stored_set(&t, id, (struct slot){FIELD_MARK, 1, 0}, "4"); /* again: nothing happened */
    stored_set(&t, id, (struct slot){FIELD_HEARD, 0, 1}, "1");
    stored_set(&t, id, (struct slot){FIELD_HEARD, 0, 1}, "0");
    stored_type(&t, id, note0, "ab");
    stored_fold(&t, id, note0);
    stored_fold(&t, id, note0); /* no edits: nothing */
    stored_set(&t, id, note0, "");
    assert_done(store_history(t.store, id, &h, &t.e), &t.e);
    for (size_t i = 0; i < h.n; i++)
        add_change(&log, &h.rows[i]);
    assert_str(&log, "2 do mark 1.0 'unset' '3'\n"
                     "3 do mark 1.0 '3' '4'\n"
                     "5 do heard 0.1 '0' '1'\n"
                     "6 do heard 0.1 '1' '0'\n"
                     "9 do note 0.0 '' 'ab'\n"
                     "11 do note 0.0 'ab' ''\n");
    history_release(&h);
    str_release(&log);
    stored_end(&t);
}

static void undo_survives_a_restart(void **state)
{
    (void)state;
    struct stored t;
    struct history h;
    struct slot mark = {FIELD_MARK, 0, 0};
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    stored_set(&t, id, mark, "2");
    stored_set(&t, id, mark, "5");
    struct store_write undo = {.interview = id, .slot = mark, .cause = CAUSE_UNDO, .at = t.at};
    assert_done(store_set(t.store, &undo, "2", &t.e), &t.e);
    stored_reopen(&t);
    assert_done(store_history(t.store, id, &h, &t.e), &t.e);
    assert_int_equal(h.n_undo, 1);
    assert_string_equal(history_undo(&h)->new, "2");
    assert_string_equal(history_redo(&h)->new, "5");
    history_release(&h);
    stored_end(&t);
}

static void a_slot_that_is_not_there_is_refused(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    struct store_write w = {.interview = id, .slot = {FIELD_MARK, 17, 0}};
    assert_false(store_set(t.store, &w, "3", &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    w.interview = id + 1;
    w.slot.pos = 0;
    assert_false(store_set(t.store, &w, "3", &t.e));
    w = (struct store_write){.interview = id + 1, .slot = note0};
    assert_false(store_set(t.store, &w, "text", &t.e));
    struct interview iv;
    assert_false(store_load(t.store, id + 1, &iv, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    stored_end(&t);
}

static void a_place_is_kept_without_a_change(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    struct store_place p = {.stage = STAGE_QUESTIONS,
                            .at = 2,
                            .back = 1,
                            .paused = true,
                            .elapsed_ms = 61000,
                            .touched_at = STORED_NOW + 99,
                            .shown_at = STORED_NOW + 5,
                            .left_at = STORED_NOW + 6,
                            .spent_ms = 7};
    assert_done(store_place(t.store, id, &p, &t.e), &t.e);
    stored_reopen(&t);
    stored_load(&t, id, &iv);
    assert_int_equal(iv.stage, STAGE_QUESTIONS);
    assert_int_equal(iv.at, 2);
    assert_int_equal(iv.back, 1);
    assert_true(iv.paused);
    assert_int_equal(iv.elapsed_ms, 61000);
    assert_int_equal(iv.touched_at, STORED_NOW + 99);
    assert_int_equal(iv.answers[2].shown_at, STORED_NOW + 5);
    assert_int_equal(iv.answers[2].left_at, STORED_NOW + 6);
    assert_int_equal(iv.answers[2].spent_ms, 7);
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM change"), 0);
    interview_release(&iv);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_comes_back),
        cmocka_unit_test(the_kit_comes_back_to_the_letter),
        cmocka_unit_test(each_session_keeps_its_own_version),
        cmocka_unit_test(the_log_tells_what_happened),
        cmocka_unit_test(undo_survives_a_restart),
        cmocka_unit_test(a_slot_that_is_not_there_is_refused),
        cmocka_unit_test(a_place_is_kept_without_a_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
