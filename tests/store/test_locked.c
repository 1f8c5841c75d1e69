/* A submitted interview does not change, whoever writes: here another program does, by SQL. */

#include <string.h>

#include "base/vec.h"
#include "support/stored.h"

/* Everything that may stand in a store, then submitted, decided, amended, voided and decided again.
 */
static int64_t lived_in(struct stored *t)
{
    struct str message = STR_INIT;
    struct store_decision hold = {DECISION_HOLD, "wait for the second round", STORED_NOW};
    int64_t id = stored_start(t, "Léa Fournier", "Sam", "Soho S2");
    stored_set(t, id, (struct slot){FIELD_HEARD, 0, 1}, "1");
    stored_set(t, id, (struct slot){FIELD_STEP, 0, 0}, "1");
    stored_set(t, id, (struct slot){FIELD_FACT, 0, 0}, "London");
    stored_set(t, id, (struct slot){FIELD_NOTE, 0, 0}, "good");
    stored_set(t, id, (struct slot){FIELD_SUMMARY, 0, 0}, "yes");
    stored_score_all(t, id);
    stored_submit(t, id);
    assert_done(store_decide(t->store, id, &hold, &t->e), &t->e);
    stored_type(t, id, (struct slot){FIELD_DECISION, 0, 0}, "d");
    stored_try(t,
               "INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
               " VALUES ('a', 1, 'mark', 1, 0, '4', 'misheard', 1, 1);"
               "INSERT INTO void (uuid, kit, question, voided, reason, who, at)"
               " VALUES ('v', 1, 2, 1, 'ambiguous', 1, 1);"
               "INSERT INTO legal_hold (candidate, held, reason, who, at)"
               " VALUES (1, 1, 'claim', 1, 1);"
               "INSERT INTO viewing VALUES (1, 0, 5)",
               &message);
    assert_str(&message, "");
    str_release(&message);
    return id;
}

static const char *const refused[] = {
    "DELETE FROM interview",
    "UPDATE interview SET state = 'open'",
    "UPDATE interview SET state = 'abandoned'",
    "UPDATE interview SET candidate = 1",
    "UPDATE interview SET touched_at = 1",
    "UPDATE interview SET id = 7",
    "INSERT OR REPLACE INTO interview SELECT * FROM (SELECT id, uuid, candidate, interviewer, job,"
    " bank_version, bank, level, kit, scale, asked, minutes, 'open', 1, 1, 1, 1, 0, 0, 0, "
    "'opening',"
    " 0, 0, 0, 0 FROM interview)",
    "UPDATE answer SET mark = '1'",
    "UPDATE answer SET mark = 'unset' WHERE pos = 2",
    "UPDATE answer SET spent_ms = 1",
    "UPDATE answer SET shown_at = 1",
    "UPDATE OR REPLACE answer SET pos = 1 WHERE pos = 0",
    "DELETE FROM answer",
    "INSERT INTO answer (interview, pos) VALUES (1, 9)",
    "INSERT OR REPLACE INTO answer (interview, pos, question, mark) VALUES (1, 0, 1, '1')",
    "UPDATE tick SET is_on = 0",
    "UPDATE tick SET at = 9",
    "DELETE FROM tick",
    "INSERT INTO tick VALUES (1, 'heard', 0, 0, 1, 0, 0)",
    "INSERT OR REPLACE INTO tick VALUES (1, 'heard', 0, 1, 0, 0, 0)",
    "UPDATE note SET body = 'bad'",
    "UPDATE note SET body = ''",
    "UPDATE note SET body = NULL",
    "DELETE FROM note",
    "INSERT INTO note VALUES (1, 'note', 3, 'late', 0, 0)",
    "INSERT OR REPLACE INTO note VALUES (1, 'note', 0, 'late', 0, 0)",
    "INSERT INTO note_edit VALUES (1, 'note', 0, 1, 0, 0, 0, 'x')",
    "INSERT INTO note_edit VALUES (1, 'summary', 0, 1, 0, 0, 0, 'x')",
    "UPDATE note_edit SET ins = 'x'",
    "UPDATE change SET new = '1'",
    "UPDATE change SET old = NULL, new = NULL",
    "UPDATE change SET at = 0",
    "DELETE FROM change",
    "INSERT INTO change VALUES (1, 99, 0, 'mark', 0, 0, 0, '1', '2')",
    "INSERT OR REPLACE INTO change VALUES (1, 1, 0, 'mark', 0, 0, 0, '1', '2')",
    "DELETE FROM result",
    "UPDATE result SET interview = 2",
    "INSERT OR REPLACE INTO result SELECT * FROM result",
    "UPDATE decision SET decision = 'advance'",
    "UPDATE decision SET reason = NULL",
    "DELETE FROM decision",
    "INSERT OR REPLACE INTO decision SELECT * FROM decision",
    "UPDATE amendment SET new = '5'",
    "UPDATE amendment SET reason = NULL",
    "DELETE FROM amendment",
    "INSERT OR REPLACE INTO amendment SELECT * FROM amendment",
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, who, at)"
     " VALUES ('b', 1, 'mark', 1, 0, '4', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'mark', 1, 0, '4', ' \n\t ', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'mark', 1, 0, 'unset', 'why', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'mark', 1, 0, '6', 'why', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'mark', 1, 0, 'skipped:whim', 'why', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'mark', 9, 0, '4', 'why', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'heard', 0, 0, '2', 'why', 1, 1)"),
    ("INSERT INTO amendment (uuid, interview, field, pos, item, new, reason, who, at)"
     " VALUES ('b', 1, 'decision', 0, 0, 'advance', 'why', 1, 1)"),
    ("INSERT INTO void (uuid, kit, question, voided, reason, who, at)"
     " VALUES ('w', 1, 2, 0, '  ', 1, 1)"),
    ("INSERT INTO void (uuid, kit, question, voided, reason, who, at)"
     " VALUES ('w', 1, 2, 7, 'why', 1, 1)"),
    ("INSERT INTO void (uuid, kit, question, voided, reason, who, at)"
     " VALUES ('w', 1, 99, 1, 'why', 1, 1)"),
    "UPDATE void SET voided = 0",
    "DELETE FROM void",
    "INSERT OR REPLACE INTO void SELECT * FROM void",
    "UPDATE legal_hold SET held = 0",
    "DELETE FROM legal_hold",
    "INSERT OR REPLACE INTO legal_hold SELECT * FROM legal_hold",
    "INSERT INTO erasure VALUES (1, 1, 1, 'asked for')",
    "UPDATE bank_version SET title = 'x'",
    "UPDATE bank_version SET bytes = x''",
    "DELETE FROM bank_version",
    "INSERT OR REPLACE INTO bank_version SELECT * FROM bank_version",
    "UPDATE bank_level SET minutes = 1",
    "DELETE FROM bank_level",
    "INSERT OR REPLACE INTO bank_level SELECT * FROM bank_level",
    "UPDATE bank_question SET ask = 'x'",
    "DELETE FROM bank_question",
    "INSERT OR REPLACE INTO bank_question SELECT * FROM bank_question",
    "UPDATE bank_text SET body = 'x'",
    "DELETE FROM bank_text",
    "INSERT OR REPLACE INTO bank_text SELECT * FROM bank_text",
    "UPDATE kit SET scale = 4",
    "DELETE FROM kit",
    "INSERT OR REPLACE INTO kit SELECT * FROM kit",
    "UPDATE question SET ask = 'x'",
    "DELETE FROM question",
    "INSERT OR REPLACE INTO question SELECT * FROM question",
    "DELETE FROM candidate",
    "UPDATE candidate SET name = NULL",
};

/* All rows of all tables but the settings: any change would change it. */
static struct hash everything(struct stored *t)
{
    static const char *const tables[] = {
        "SELECT * FROM interviewer ORDER BY 1, 2", "SELECT * FROM candidate ORDER BY 1, 2",
        "SELECT * FROM job ORDER BY 1, 2",         "SELECT * FROM bank_version ORDER BY 1, 2",
        "SELECT * FROM kit ORDER BY 1, 2",         "SELECT * FROM question ORDER BY 1, 2",
        "SELECT * FROM bank_level ORDER BY 1, 2",  "SELECT * FROM bank_text ORDER BY 1, 2",
        "SELECT * FROM interview ORDER BY 1, 2",   "SELECT * FROM answer ORDER BY 1, 2",
        "SELECT * FROM tick ORDER BY 1, 2",        "SELECT * FROM note ORDER BY 1, 2",
        "SELECT * FROM note_edit ORDER BY 1, 2",   "SELECT * FROM change ORDER BY 1, 2",
        "SELECT * FROM result ORDER BY 1, 2",      "SELECT * FROM decision ORDER BY 1, 2",
        "SELECT * FROM void ORDER BY 1, 2",        "SELECT * FROM amendment ORDER BY 1, 2",
        "SELECT * FROM erasure ORDER BY 1, 2",     "SELECT * FROM viewing ORDER BY 1, 2",
        "SELECT * FROM legal_hold ORDER BY 1, 2",  "SELECT * FROM bank_question ORDER BY 1, 2"};
    return stored_hash(t, tables, COUNT_OF(tables));
}

/* A statement that SQLite did not even understand proves nothing. */
static void must_refuse(struct stored *t, const char *sql)
{
    struct str message = STR_INIT;
    stored_try(t, sql, &message);
    if (message.len == 0)
        fail_msg("was let through: %s", sql);
    if (strstr(message.s, "syntax") != NULL || strstr(message.s, "no such") != NULL ||
        strstr(message.s, "column") != NULL)
        fail_msg("was not understood: %s: %s", sql, message.s);
    str_release(&message);
}

static void nothing_of_a_submitted_interview_changes(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    lived_in(&t);
    struct hash before = everything(&t);
    for (size_t i = 0; i < COUNT_OF(refused); i++)
        must_refuse(&t, refused[i]);
    struct hash after = everything(&t);
    assert_true(hash_same(&before, &after));
    stored_end(&t);
}

/* That the list above refuses is worth something only if it is not refused for another reason. */
static void the_same_statements_pass_while_it_is_open(void **state)
{
    (void)state;
    static const char *const fine[] = {
        "UPDATE interview SET touched_at = 1",
        "UPDATE answer SET mark = '1'",
        "UPDATE answer SET spent_ms = 1",
        "INSERT INTO answer (interview, pos) VALUES (1, 9)",
        "INSERT INTO tick VALUES (1, 'heard', 0, 0, 1, 0, 0)",
        "UPDATE tick SET is_on = 0",
        "INSERT INTO note VALUES (1, 'note', 3, 'early', 0, 0)",
        "UPDATE note SET body = 'bad'",
        "INSERT INTO note_edit VALUES (1, 'note', 0, 1, 0, 0, 0, 'x')",
        "DELETE FROM note_edit",
    };
    struct stored t;
    struct str message = STR_INIT;
    stored_disk(&t);
    stored_start(&t, "Ada", "Sam", "");
    for (size_t i = 0; i < COUNT_OF(fine); i++) {
        stored_try(&t, fine[i], &message);
        assert_str(&message, "");
    }
    str_release(&message);
    stored_end(&t);
}

/* While it is open, the log only grows and values stay on the scale. */
static void an_open_interview_keeps_its_log_and_its_scale(void **state)
{
    (void)state;
    static const char *const never[] = {
        "UPDATE change SET new = '1'",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change VALUES (1, 1, 0, 'mark', 0, 0, 0, '1', '2')",
        "UPDATE answer SET mark = '6' WHERE pos = 0",
        "UPDATE answer SET mark = 'skipped:' WHERE pos = 0",
        "UPDATE answer SET question = NULL WHERE pos = 0",
        "DELETE FROM answer",
        "DELETE FROM note",
        "DELETE FROM tick",
        "UPDATE note SET body = NULL",
        "INSERT INTO note VALUES (1, 'note', 1, NULL, 0, 0)",
        "UPDATE interview SET state = 'submitted'",
        "UPDATE interview SET state = 'planned'",
        "INSERT INTO result VALUES (1, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1)",
        "INSERT INTO decision VALUES (1, 1, 1, 1, 'hold', 'x', 1, 1, 1)",
        "INSERT INTO note_edit VALUES (1, 'decision', 0, 1, 0, 0, 0, 'x')",
    };
    struct stored t;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    stored_set(&t, id, (struct slot){FIELD_MARK, 0, 0}, "4");
    stored_set(&t, id, (struct slot){FIELD_HEARD, 0, 0}, "1");
    stored_set(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "n");
    struct hash before = everything(&t);
    for (size_t i = 0; i < COUNT_OF(never); i++)
        must_refuse(&t, never[i]);
    struct hash after = everything(&t);
    assert_true(hash_same(&before, &after));
    stored_end(&t);
}

static void a_four_point_scale_ends_at_four(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    t.bank.scale = 4;
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    struct store_write w = {.interview = id, .slot = {FIELD_MARK, 0, 0}};
    assert_false(store_set(t.store, &w, "5", &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    assert_done(store_set(t.store, &w, "4", &t.e), &t.e);
    stored_end(&t);
}

/* The one door: with an erasure of the candidate, texts become NULL and nothing else changes. */
static void erasure_opens_one_door(void **state)
{
    (void)state;
    static const char *const through[] = {
        "UPDATE note SET body = NULL", "UPDATE change SET old = NULL, new = NULL",
        "UPDATE decision SET reason = NULL", "UPDATE candidate SET name = NULL, fold = NULL"};
    static const char *const still[] = {"UPDATE note SET body = 'other'",
                                        "UPDATE answer SET mark = '1'",
                                        "UPDATE change SET old = NULL, new = 'x'",
                                        "UPDATE decision SET reason = 'other'",
                                        "DELETE FROM note",
                                        "DELETE FROM interview"};
    struct stored t;
    struct str message = STR_INIT;
    stored_disk(&t);
    lived_in(&t);
    stored_try(&t,
               "INSERT INTO legal_hold (candidate, held, reason, who, at) VALUES (1, 0, 'over',"
               " 1, 2); INSERT INTO erasure VALUES (1, 1, 1, 'asked for')",
               &message);
    assert_str(&message, "");
    for (size_t i = 0; i < COUNT_OF(through); i++) {
        stored_try(&t, through[i], &message);
        assert_str(&message, "");
    }
    for (size_t i = 0; i < COUNT_OF(still); i++)
        must_refuse(&t, still[i]);
    struct interview iv;
    stored_load(&t, 1, &iv);
    assert_string_equal(iv.candidate, "(erased)");
    assert_string_equal(iv.answers[0].note.s, "");
    assert_int_equal(iv.answers[0].mark.score, 5);
    interview_release(&iv);
    str_release(&message);
    stored_end(&t);
}

static void an_amendment_is_what_is_loaded(void **state)
{
    (void)state;
    struct stored t;
    struct interview iv;
    stored_disk(&t);
    stored_load(&t, lived_in(&t), &iv);
    assert_int_equal(iv.answers[1].mark.score, 4);
    assert_int_equal(stored_ask(&t, "SELECT score FROM answer WHERE pos = 1"), 3);
    assert_int_equal(iv.decision, DECISION_HOLD);
    assert_string_equal(iv.decision_reason, "wait for the second round");
    assert_string_equal(iv.decision_draft.s, "d");
    interview_release(&iv);
    stored_end(&t);
}

/* 5, 3, 3, 3 of weights 1, 1, 2, 0.5: (5 + 3 + 6 + 1.5) / 4.5 = 3.44 */
static void submitting_stores_the_result(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    stored_score_all(&t, id);
    stored_submit(&t, id);
    assert_int_equal(stored_ask(&t, "SELECT tenths FROM result"), 34);
    assert_int_equal(stored_ask(&t, "SELECT sum_wx FROM result"), 1550);
    assert_int_equal(stored_ask(&t, "SELECT sum_w FROM result"), 450);
    assert_int_equal(stored_ask(&t, "SELECT scored FROM result"), 4);
    must_refuse(&t, "UPDATE result SET tenths = 50"); /* nothing was amended or voided */
    id = stored_start(&t, "Jun", "Sam", "");
    stored_score_all(&t, id);
    stored_set(&t, id, (struct slot){FIELD_MARK, 2, 0}, "no_evidence"); /* 250 of 450: 56 % */
    stored_submit(&t, id);
    assert_int_equal(stored_ask(&t, "SELECT tenths IS NULL FROM result WHERE interview = 2"), 1);
    stored_end(&t);
}

static void submitting_is_refused_while_something_is_open(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    int64_t id = stored_start(&t, "Ada", "Sam", "");
    assert_false(store_submit(t.store, id, t.at, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    assert_non_null(strstr(t.e.text, "question 1 is not scored"));
    stored_score_all(&t, id);
    stored_type(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "x");
    assert_false(store_submit(t.store, id, t.at, &t.e));
    assert_non_null(strstr(t.e.text, "still being typed"));
    stored_fold(&t, id, (struct slot){FIELD_NOTE, 0, 0});
    stored_submit(&t, id);
    assert_false(store_submit(t.store, id, t.at, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    struct store_write w = {.interview = id, .slot = {FIELD_MARK, 0, 0}};
    assert_false(store_set(t.store, &w, "1", &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_a_submitted_interview_changes),
        cmocka_unit_test(the_same_statements_pass_while_it_is_open),
        cmocka_unit_test(an_open_interview_keeps_its_log_and_its_scale),
        cmocka_unit_test(a_four_point_scale_ends_at_four),
        cmocka_unit_test(erasure_opens_one_door),
        cmocka_unit_test(an_amendment_is_what_is_loaded),
        cmocka_unit_test(submitting_stores_the_result),
        cmocka_unit_test(submitting_is_refused_while_something_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
