/* What comparing reads: which interviews are shown, what is left out, what counts as seen. */

#include "store/kits.h"

#include <string.h>

#include "store/amending.h"
#include "support/stored.h"

#define KIT(t) stored_ask(t, "SELECT kit FROM interview WHERE state = 'submitted' LIMIT 1")

struct visits {
    int64_t ids[16];
    int scores[16], n;
};

static void visit(void *data, int64_t interview, const struct mark *marks)
{
    struct visits *v = data;
    int sum = 0;
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        sum += marks[i].state == ANSWER_SCORED ? marks[i].score : 0;
    v->ids[v->n] = interview;
    v->scores[v->n++] = sum;
}

static struct visits visits_of(struct stored *t)
{
    struct visits v = {.n = 0};
    assert_done(store_kit_marks(t->store, KIT(t), &(struct kit_visitor){visit, &v}, &t->e), &t->e);
    return v;
}

/* "Ada:4+ Jun:hidden Bo:open": how many answers each has. */
static void scored_are(struct stored *t, const int64_t *ids, size_t n, const char *expected)
{
    struct scored_list list;
    struct str seen = STR_INIT;
    assert_done(store_scored(t->store, ids, n, &list, &t->e), &t->e);
    for (size_t i = 0; i < list.n; i++) {
        const struct scored *s = &list.items[i];
        str_addf(&seen, "%s%s:", i > 0 ? " " : "", s->row.candidate);
        if (scored_shown(s))
            str_addf(&seen, "%zu", s->n);
        else
            str_add(&seen, s->row.hidden ? "hidden" : interview_state_name(s->row.state));
        if (s->row.hidden) {
            assert_int_equal(s->kit, 0);
            assert_int_equal(s->n, 0);
            assert_int_equal(s->decided_tenths, 0);
        }
    }
    assert_string_equal(seen.s, expected);
    str_release(&seen);
    scored_list_release(&list);
}

static void a_hidden_one_only_exists(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t ada = stored_submitted(&t, "Ada", "Kim", "A");
    int64_t bo = stored_submitted(&t, "Bo", "Kim", "A");
    int64_t open = stored_start(&t, "Cy", "Kim", "A");
    const int64_t ids[] = {bo, ada, open};
    scored_are(&t, ids, 3, "Bo:4 Ada:4 Cy:open");
    assert_int_equal(visits_of(&t).n, 2);
    int64_t mine = stored_again(&t, ada, "Sam", "A");
    scored_are(&t, ids, 3, "Bo:4 Ada:hidden Cy:open");
    struct visits v = visits_of(&t);
    assert_int_equal(v.n, 1);
    assert_int_equal(v.ids[0], bo);
    struct job_kits kits;
    assert_false(store_job_kit_of(t.store, ada, &kits, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    stored_begin(&t, mine);
    stored_score_all(&t, mine);
    stored_submit(&t, mine);
    scored_are(&t, ids, 3, "Bo:4 Ada:4 Cy:open");
    assert_int_equal(visits_of(&t).n, 3);
    stored_end(&t);
}

static struct job_counts counts_of(struct stored *t, const char *job, const char *expected)
{
    struct job_kits kits;
    struct scored_list list;
    struct job_counts counts;
    struct str seen = STR_INIT;
    assert_done(store_job_kits(t->store, job, &kits, &t->e), &t->e);
    assert_int_equal(kits.n, 1);
    assert_done(store_job_scored(t->store, &kits.items[0], &list, &counts, &t->e), &t->e);
    for (size_t i = 0; i < list.n; i++)
        str_addf(&seen, "%s%s!%d", i > 0 ? " " : "", list.items[i].row.candidate,
                 list.items[i].flags);
    assert_string_equal(seen.s, expected);
    str_release(&seen);
    scored_list_release(&list);
    job_kits_release(&kits);
    return counts;
}

static void a_job_has_its_submitted_ones_and_counts_the_others(void **state)
{
    (void)state;
    struct stored t;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t ada = stored_start(&t, "Ada", "Kim", "A");
    stored_set(&t, ada, (struct slot){FIELD_FLAG, 0, 0}, "1");
    stored_set(&t, ada, (struct slot){FIELD_FLAG, 1, 0}, "1");
    stored_set(&t, ada, (struct slot){FIELD_FLAG, 1, 0}, "0");
    stored_score_all(&t, ada);
    stored_submit(&t, ada);
    int64_t bo = stored_submitted(&t, "Bo", "Kim", "A");
    stored_submitted(&t, "Other", "Kim", "B");
    stored_plan(&t, "Cy", "Kim", "A");
    assert_done(store_abandon(t.store, stored_start(&t, "Dee", "Kim", "A"), t.at++, &t.e), &t.e);
    struct job_counts n = counts_of(&t, "a", "Ada!1 Bo!0");
    assert_int_equal(n.pending, 1);
    assert_int_equal(n.abandoned, 1);
    assert_int_equal(n.hidden, 0);
    /* all of it counts as seen by Sam, who is a stranger here: viewer 0 */
    assert_int_equal(stored_ask(&t, "SELECT count(*) FROM viewing WHERE viewer = 0"), 2);
    stored_again(&t, bo, "Sam", "C");
    n = counts_of(&t, "A", "Ada!1");
    assert_int_equal(n.hidden, 1);
    struct job_kits kits;
    assert_false(store_job_kits(t.store, "Z", &kits, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    stored_end(&t);
}

static void nothing_is_there_to_be_compared(void **state)
{
    (void)state;
    struct stored t;
    struct scored_list list;
    struct kit_questions questions;
    stored_memory(&t);
    assert_false(store_scored(t.store, (const int64_t[]){1}, 1, &list, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    assert_false(store_kit_questions(t.store, 1, &questions, &t.e));
    assert_int_equal(t.e.kind, ERR_MISSING);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hidden_one_only_exists),
        cmocka_unit_test(a_job_has_its_submitted_ones_and_counts_the_others),
        cmocka_unit_test(nothing_is_there_to_be_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
