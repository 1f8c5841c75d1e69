/* A power cut at any moment: whatever store_sync has acknowledged is there when the file is opened
 * again, and it always opens. */

#include <stdlib.h>
#include <string.h>

#include "support/faultvfs.h"
#include "support/stored.h"

struct run {
    struct stored t;
    struct str crashed; /* the path of what a cut leaves */
    int64_t id;
    int crashes;
};

static const char *const marks[] = {"1", "2", "3", "4", "5"};

/* Key i: a letter of the note and, every third time, a score that tells i as well. */
static void press(struct run *r, int i)
{
    char key = (char)('a' + i % 26);
    struct store_write w = {.interview = r->id, .slot = {FIELD_NOTE, 0, 0}, .at = STORED_NOW + i};
    struct splice edit = {.at = (size_t)i, .ins = &key, .n = 1};
    assert_done(store_edit(r->t.store, &w, &edit, &r->t.e), &r->t.e);
    w.slot = (struct slot){FIELD_MARK, 1, 0};
    if (i % 3 == 0)
        assert_done(store_set(r->t.store, &w, marks[i / 3 % 5], &r->t.e), &r->t.e);
    assert_done(store_sync(r->t.store, &r->t.e), &r->t.e);
    cut_acknowledge(i + 1);
}

static void check(struct run *r, const struct interview *iv, int64_t acknowledged)
{
    const struct str *note = &iv->answers[0].note;
    if ((int64_t)note->len < acknowledged)
        fail_msg("%lld keys were acknowledged, %zu are there", (long long)acknowledged, note->len);
    for (size_t i = 0; i < note->len; i++)
        assert_int_equal(note->s[i], 'a' + (int)(i % 26));
    int scored = acknowledged > 0 ? (int)(acknowledged - 1) / 3 : -1;
    int score = iv->answers[1].mark.score;
    if (scored >= 0 && score != 1 + scored % 5 && score != 1 + (scored + 1) % 5)
        fail_msg("score %d after %lld keys", score, (long long)acknowledged);
    r->crashes++;
}

/* Opens what each cut would have left. Before the first key nothing is promised but that it opens.
 */
static void power_on(struct run *r)
{
    int64_t acknowledged;
    while (cut_take(r->crashed.s, &acknowledged)) {
        struct store_setup setup = {.path = r->crashed.s, .sys = &r->t.sys};
        struct interview iv;
        struct err e = ERR_INIT;
        struct store *s = store_open(&setup, &e);
        if (s == NULL)
            fail_msg("after a power cut: %s", e.text);
        if (store_load(s, r->id, &iv, &e)) {
            check(r, &iv, acknowledged);
            interview_release(&iv);
        } else if (acknowledged >= 0) {
            fail_msg("the interview is gone after a power cut: %s", e.text);
        }
        store_close(s);
    }
}

static void run_with(uint64_t seed, int keys, int every)
{
    struct run r = {.crashed = STR_INIT};
    stored_folder(&r.t);
    str_addf(&r.crashed, "%s/crashed.db", r.t.folder.s);
    r.t.vfs = "cut";
    cut_start(seed, every);
    cut_acknowledge(-1);
    stored_open(&r.t);
    r.id = stored_start(&r.t, "Ada", "Sam", "Soho");
    assert_done(store_sync(r.t.store, &r.t.e), &r.t.e);
    cut_acknowledge(0);
    for (int i = 0; i < keys; i++) {
        press(&r, i);
        if (seed_below(&seed, 12) == 0)
            store_idle(r.t.store);
        if (seed_below(&seed, 30) == 0)
            stored_fold(&r.t, r.id, (struct slot){FIELD_NOTE, 0, 0});
        if (seed_below(&seed, 40) == 0)
            stored_reopen(&r.t);
        power_on(&r);
    }
    assert_true(r.crashes > keys / 4);
    stored_end(&r.t);
    cut_end();
    str_release(&r.crashed);
}

static void no_acknowledged_key_is_lost(void **state)
{
    (void)state;
    bool all = getenv("SLATE_LONG") != NULL;
    uint64_t seed = seed_start("power");
    for (int round = 0; round < (all ? 10 : 2); round++)
        run_with(seed_next(&seed), 120, all ? 1 : 6);
}

/* The test is worth something only if it sees a store that does not sync. */
static void without_a_sync_keys_would_be_lost(void **state)
{
    (void)state;
    struct run r = {.crashed = STR_INIT};
    struct interview iv;
    struct err e = ERR_INIT;
    int64_t acknowledged;
    bool lost = false;
    stored_folder(&r.t);
    str_addf(&r.crashed, "%s/crashed.db", r.t.folder.s);
    r.t.vfs = "cut";
    cut_start(1, 1);
    stored_open(&r.t);
    r.id = stored_start(&r.t, "Ada", "Sam", "Soho");
    stored_type(&r.t, r.id, (struct slot){FIELD_NOTE, 0, 0}, "never synced");
    while (cut_take(r.crashed.s, &acknowledged)) {
        struct store_setup setup = {.path = r.crashed.s, .sys = &r.t.sys};
        struct store *s = store_open(&setup, &e);
        if (s == NULL)
            fail_msg("after a power cut: %s", e.text);
        if (!store_load(s, r.id, &iv, &e))
            lost = true;
        else
            interview_release(&iv);
        store_close(s);
    }
    assert_true(lost);
    stored_end(&r.t);
    cut_end();
    str_release(&r.crashed);
}

static int setup(void **state)
{
    (void)state;
    faultvfs_register();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_acknowledged_key_is_lost),
        cmocka_unit_test(without_a_sync_keys_would_be_lost),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
