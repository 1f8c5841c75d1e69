/* The disk fails: at each write, sync, truncation and opening in turn, once with an error and once
 * because it is full. Each answer of the store is held against what is in the file: what it said is
 * done is there, what it refused changed nothing. */

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "support/faultvfs.h"
#include "support/stored.h"

/* The steps of an interview, one call each. */
static bool step_plan(struct stored *t)
{
    struct interview_plan plan = {
        .candidate = "Ada", .interviewer = "Sam", .job = "Soho", .level = LEVEL_SENIOR};
    int64_t id;
    return store_plan(t->store, &plan, &t->file, &id, &t->e);
}

static bool step_start(struct stored *t)
{
    struct store_moment when = {STORED_NOW, 0};
    return store_start(t->store, 1, NULL, &when, &t->e);
}

static bool set(struct stored *t, struct slot slot, const char *value)
{
    struct store_write w = {.interview = 1, .slot = slot, .at = STORED_NOW};
    return store_set(t->store, &w, value, &t->e);
}

static bool step_mark_0(struct stored *t)
{
    return set(t, (struct slot){FIELD_MARK, 0, 0}, "5");
}

static bool step_mark_1(struct stored *t)
{
    return set(t, (struct slot){FIELD_MARK, 1, 0}, "no_evidence");
}

static bool step_mark_2(struct stored *t)
{
    return set(t, (struct slot){FIELD_MARK, 2, 0}, "4");
}

static bool step_mark_3(struct stored *t)
{
    return set(t, (struct slot){FIELD_MARK, 3, 0}, "skipped:time");
}

static bool step_tick(struct stored *t)
{
    return set(t, (struct slot){FIELD_HEARD, 0, 2}, "1");
}

static bool type(struct stored *t, size_t at, const char *text)
{
    struct store_write w = {.interview = 1, .slot = {FIELD_NOTE, 0, 0}, .at = STORED_NOW};
    struct splice edit = {.at = at, .ins = text, .n = strlen(text)};
    return store_edit(t->store, &w, &edit, &t->e);
}

static bool step_type_a(struct stored *t)
{
    return type(t, 0, "a");
}

static bool step_type_b(struct stored *t)
{
    return type(t, 1, "b");
}

static bool step_fold(struct stored *t)
{
    struct store_write w = {.interview = 1, .slot = {FIELD_NOTE, 0, 0}, .at = STORED_NOW};
    return store_fold(t->store, &w, &t->e);
}

static bool step_place(struct stored *t)
{
    struct store_place p = {.stage = STAGE_QUESTIONS, .at = 3, .back = 2, .touched_at = STORED_NOW};
    return store_place(t->store, 1, &p, &t->e);
}

static bool step_sync(struct stored *t)
{
    return store_sync(t->store, &t->e);
}

static bool step_idle(struct stored *t)
{
    store_prepare_log(t->store);
    store_idle(t->store);
    return true;
}

static bool step_setting(struct stored *t)
{
    return store_set_setting(t->store, "form.job", "Soho", &t->e);
}

static bool step_submit(struct stored *t)
{
    return store_submit(t->store, 1, STORED_NOW, &t->e);
}

static bool step_decide(struct stored *t)
{
    struct store_decision d = {DECISION_HOLD, "wait", STORED_NOW};
    return store_decide(t->store, 1, &d, &t->e);
}

/* Planned again, and begun anew instead. */
static bool step_instead(struct stored *t)
{
    static const struct store_text texts[] = {{{FIELD_GENERAL, 0, 0}, "asked about parking"},
                                              {{FIELD_FACT, 0, 0}, "soon"}};
    struct interview_plan plan = {
        .candidate = "Ada", .interviewer = "Sam", .job = "Soho", .level = LEVEL_SENIOR};
    struct store_instead new = {.of = 2,
                                .plan = &plan,
                                .texts = texts,
                                .n_texts = COUNT_OF(texts),
                                .when = {STORED_NOW, 0}};
    int64_t id;
    return store_start_instead(t->store, &new, &t->file, &id, &t->e);
}

static bool (*const steps[])(struct stored *) = {
    step_plan, step_start,   step_mark_0, step_tick,   step_sync,   step_type_a,  step_type_b,
    step_sync, step_fold,    step_mark_1, step_idle,   step_mark_2, step_place,   step_mark_3,
    step_sync, step_setting, step_submit, step_decide, step_plan,   step_instead,
};

/* All that was recorded, uuids and times left out: by another connection. */
static struct hash contents(struct stored *t)
{
    static const char *const queries[] = {
        "SELECT * FROM answer ORDER BY 1, 2",
        "SELECT * FROM tick ORDER BY 1, 2",
        "SELECT * FROM note ORDER BY 1, 2",
        "SELECT * FROM note_edit ORDER BY 1, 2",
        "SELECT * FROM change ORDER BY 1, 2",
        "SELECT * FROM result ORDER BY 1, 2",
        "SELECT * FROM decision ORDER BY 1, 2",
        "SELECT * FROM bank_text ORDER BY 1, 2",
        "SELECT * FROM kit ORDER BY 1, 2",
        "SELECT * FROM job ORDER BY 1, 2",
        "SELECT * FROM setting ORDER BY 1, 2",
        "SELECT * FROM bank_question ORDER BY 1, 2",
        "SELECT id, candidate, interviewer, state, at_pos, started_at, ended_at FROM interview",
        "SELECT id, name FROM candidate",
        "SELECT rowid, * FROM search"};
    return stored_hash(t, queries, COUNT_OF(queries));
}

struct expected {
    struct hash after[COUNT_OF(steps) + 1]; /* [0]: before the first */
    int operations;
};

static struct store *try_open(struct stored *t, const char *vfs)
{
    struct store_setup setup = {.path = t->path.s, .sys = &t->sys, .vfs = vfs};
    return store_open(&setup, &t->e);
}

/* One run without a fault tells what each step leaves, and how many operations there are. */
static void learn(struct expected *x)
{
    struct stored t;
    stored_folder(&t);
    fault_arm(0, 0, false);
    t.store = try_open(&t, "fault");
    x->after[0] = contents(&t);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        assert_done(steps[i](&t), &t.e);
        x->after[i + 1] = contents(&t);
    }
    store_close(t.store);
    t.store = NULL;
    x->operations = fault_disarm().seen;
    stored_end(&t);
}

static void same(const struct expected *x, struct stored *t, size_t step, int at)
{
    struct hash now = contents(t);
    if (!hash_same(&now, &x->after[step]))
        fail_msg("operation %d failing: the file is not as after step %zu", at, step);
}

static void says_why(struct stored *t)
{
    assert_true(t->e.kind == ERR_STORE || t->e.kind == ERR_BUSY);
    assert_true(strlen(t->e.text) > 20);
}

/* Opens, with one more try when the fault hit the opening. */
static void open_through(struct stored *t)
{
    t->store = try_open(t, "fault");
    if (t->store != NULL)
        return;
    says_why(t);
    t->store = try_open(t, "fault");
    if (t->store == NULL)
        fail_msg("does not open after a fault: %s", t->e.text);
}

/* The fault passes: what failed changed nothing, and works when it is tried again. */
static void run_once(const struct expected *x, int at, int rc)
{
    struct stored t;
    stored_folder(&t);
    fault_arm(at, rc, false);
    open_through(&t);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        if (!steps[i](&t)) {
            says_why(&t);
            same(x, &t, i, at);
            assert_done(steps[i](&t), &t.e);
        }
        same(x, &t, i + 1, at);
    }
    store_close(t.store);
    fault_disarm();
    t.store = try_open(&t, NULL);
    assert_non_null(t.store);
    same(x, &t, COUNT_OF(steps), at);
    stored_end(&t);
}

/* The disk stays full: what was said to be done before is there when it has room again. */
static void run_full(const struct expected *x, int at, int rc)
{
    struct stored t;
    size_t done = 0;
    stored_folder(&t);
    fault_arm(at, rc, true);
    t.store = try_open(&t, "fault");
    while (t.store != NULL && done < COUNT_OF(steps) && steps[done](&t))
        done++;
    if (done < COUNT_OF(steps))
        says_why(&t);
    bool opened = t.store != NULL;
    store_close(t.store);
    fault_disarm();
    t.store = try_open(&t, NULL);
    if (t.store == NULL)
        fail_msg("operation %d failing for good: does not open any more: %s", at, t.e.text);
    if (opened)
        same(x, &t, done, at);
    stored_end(&t);
}

static void run_all(void (*run)(const struct expected *, int, int), const char *name)
{
    static const int codes[] = {SQLITE_IOERR, SQLITE_FULL};
    struct expected x;
    bool all = getenv("SLATE_LONG") != NULL;
    uint64_t seed = all ? 0 : seed_start(name);
    learn(&x);
    assert_true(x.operations > 50);
    int stride = all ? 1 : 11;
    for (int at = all ? 1 : 1 + seed_below(&seed, stride); at <= x.operations; at += stride)
        for (size_t i = 0; i < COUNT_OF(codes); i++)
            run(&x, at, codes[i]);
}

static void each_operation_may_fail_once(void **state)
{
    (void)state;
    run_all(run_once, "once");
}

static void the_disk_may_stay_full(void **state)
{
    (void)state;
    run_all(run_full, "full");
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
        cmocka_unit_test(each_operation_may_fail_once),
        cmocka_unit_test(the_disk_may_stay_full),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
