/* Every number that slate prints of random sessions, computed again by tests/cli/by_hand.py from
 * the database alone, in fractions and by the plan's definitions: composites, coverage, means of
 * competencies, standard errors, what is not distinguishable, what a decision was made on. Weights
 * differ, one bank has four points, scores were amended, questions voided. */

#include <stdio.h>
#include <stdlib.h>

#include "base/proc.h"
#include "domain/bank.h"
#include "store/amending.h"
#include "support/stored.h"

#define SESSIONS 60

static const char *any_mark(uint64_t *seed, int scale)
{
    static const char *const marks[] = {"1", "2", "3", "4", "5"};
    int n = seed_below(seed, 12);
    if (n == 0)
        return "no_evidence";
    return n == 1 ? "skipped:time" : marks[seed_below(seed, scale)];
}

static void decide(struct stored *t, int64_t id)
{
    struct store_decision d = {DECISION_HOLD, "so far", t->at += 1000};
    assert_done(store_decide(t->store, id, &d, &t->e), &t->e);
}

static int64_t hold_one(struct stored *t, uint64_t *seed, int n)
{
    char name[32];
    snprintf(name, sizeof name, "Candidate %d", n);
    int64_t id = stored_start(t, name, n % 3 == 0 ? "Sam" : "Kim", "Soho");
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        stored_set(t, id, (struct slot){FIELD_MARK, i, 0}, any_mark(seed, t->bank.scale));
    stored_submit(t, id);
    if (seed_below(seed, 2) == 0)
        decide(t, id);
    return id;
}

static void amend(struct stored *t, uint64_t *seed, int64_t id)
{
    struct slot slot = {FIELD_MARK, seed_below(seed, SAMPLE_QUESTIONS), 0};
    struct store_amendment a = {id, slot, any_mark(seed, t->bank.scale), "misheard", t->at += 1000};
    if (seed_below(seed, 3) == 0)
        assert_done(store_amend(t->store, &a, &t->e), &t->e);
}

static void hold_many(struct stored *t, uint64_t *seed)
{
    int64_t ids[SESSIONS];
    for (int n = 0; n < SESSIONS; n++)
        ids[n] = hold_one(t, seed, n);
    for (int n = 0; n < SESSIONS; n++)
        amend(t, seed, ids[n]);
}

static void void_one(struct stored *t, int pos)
{
    int64_t changed;
    struct store_voiding v = {.kit = kit_hash(&t->sample.kit),
                              .question = question_hash(&t->sample.questions[pos], t->bank.scale),
                              .on = true,
                              .reason = "ambiguous",
                              .at = t->at += 1000};
    assert_done(store_void(t->store, &v, &changed, &t->e), &t->e);
    assert_true(changed >= SESSIONS);
}

static void compute_again(struct stored *t)
{
    struct proc_words words = {0};
    int status = 0;
    const char *const line[] = {"python3", SLATE_TESTS "/cli/by_hand.py", SLATE_BUILD "/slate",
                                t->path.s};
    for (size_t i = 0; i < sizeof line / sizeof *line; i++)
        proc_word(&words, line[i]);
    assert_done(proc_run(&words, &status, &t->e), &t->e);
    proc_words_release(&words);
    assert_int_equal(status, 0);
}

static void numbers_are_as_by_hand(void **state)
{
    (void)state;
    struct stored t;
    if (!proc_found(getenv("PATH"), "python3"))
        skip(); /* python3 is not installed */
    uint64_t seed = seed_start("by hand");
    stored_disk(&t);
    store_set_me(t.store, "Sam");
    hold_many(&t, &seed);
    void_one(&t, 1);
    t.bank.scale = t.sample.kit.scale = 4;
    for (int i = 0; i < SAMPLE_QUESTIONS; i++) {
        t.sample.questions[i].anchors[4] = t.sample.questions[i].anchors[5];
        t.sample.questions[i].anchors[5].s = NULL;
    }
    stored_bank_bytes(&t, "bank: post-producer\nscale: 4\n");
    hold_many(&t, &seed);
    store_close(t.store);
    t.store = NULL;
    compute_again(&t);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_are_as_by_hand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
