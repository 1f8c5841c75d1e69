#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#include "domain/history.h"

static void push(struct history *h, enum cause cause, int pos, const char *old, const char *new)
{
    struct change c = {.slot = {FIELD_MARK, pos, 0}, .cause = cause, .old = old, .new = new};
    history_push(h, &c);
}

static void empty_has_nothing(void **state)
{
    (void)state;
    struct history h;
    history_init(&h);
    assert_null(history_undo(&h));
    assert_null(history_redo(&h));
    push(&h, CAUSE_UNDO, 0, "", ""); /* a log that starts in the middle must not crash */
    push(&h, CAUSE_REDO, 0, "", "");
    assert_null(history_undo(&h));
    assert_null(history_redo(&h));
    history_release(&h);
}

static void undo_and_redo_walk_the_same_way(void **state)
{
    (void)state;
    struct history h;
    history_init(&h);
    push(&h, CAUSE_DO, 0, "unset", "3");
    push(&h, CAUSE_DO, 1, "unset", "4");
    assert_int_equal(history_undo(&h)->slot.pos, 1);
    assert_string_equal(history_undo(&h)->old, "unset");
    push(&h, CAUSE_UNDO, 1, "4", "unset");
    assert_int_equal(history_undo(&h)->slot.pos, 0);
    assert_int_equal(history_redo(&h)->slot.pos, 1);
    assert_string_equal(history_redo(&h)->new, "4");
    push(&h, CAUSE_REDO, 1, "unset", "4");
    assert_null(history_redo(&h));
    assert_string_equal(history_undo(&h)->new, "4");
    history_release(&h);
}

static void a_new_change_empties_redo(void **state)
{
    (void)state;
    struct history h;
    history_init(&h);
    push(&h, CAUSE_DO, 0, "unset", "3");
    push(&h, CAUSE_DO, 1, "unset", "4");
    push(&h, CAUSE_UNDO, 1, "4", "unset");
    push(&h, CAUSE_UNDO, 0, "3", "unset");
    assert_null(history_undo(&h));
    push(&h, CAUSE_DO, 2, "unset", "5");
    assert_null(history_redo(&h));
    assert_int_equal(history_undo(&h)->slot.pos, 2);
    push(&h, CAUSE_UNDO, 2, "5", "unset");
    assert_null(history_undo(&h));
    history_release(&h);
}

static void texts_are_copied(void **state)
{
    (void)state;
    struct history h;
    history_init(&h);
    char old[] = "before", new[] = "after";
    push(&h, CAUSE_DO, 0, old, new);
    memset(old, 'x', strlen(old));
    memset(new, 'x', strlen(new));
    assert_string_equal(history_undo(&h)->old, "before");
    assert_string_equal(history_undo(&h)->new, "after");
    push(&h, CAUSE_DO, 0, NULL, "");
    assert_null(history_undo(&h)->old);
    history_release(&h);
}

#define STEPS 400

/* The model: two plain stacks of change numbers. */
struct model {
    int undo[STEPS], redo[STEPS];
    int n_undo, n_redo;
};

static void model_push(struct model *m, enum cause cause, int n)
{
    if (cause == CAUSE_DO) {
        m->undo[m->n_undo++] = n;
        m->n_redo = 0;
    } else if (cause == CAUSE_UNDO && m->n_undo > 0) {
        m->redo[m->n_redo++] = m->undo[--m->n_undo];
    } else if (cause == CAUSE_REDO && m->n_redo > 0) {
        m->undo[m->n_undo++] = m->redo[--m->n_redo];
    }
}

static void assert_tops(const struct history *h, const struct model *m)
{
    const struct change *undo = history_undo(h), *redo = history_redo(h);
    assert_int_equal(undo != NULL ? undo->n : 0, m->n_undo > 0 ? m->undo[m->n_undo - 1] : 0);
    assert_int_equal(redo != NULL ? redo->n : 0, m->n_redo > 0 ? m->redo[m->n_redo - 1] : 0);
}

static void replays_like_two_stacks(void **state)
{
    (void)state;
    uint64_t seed = seed_start("history");
    for (int round = 0; round < 50; round++) {
        struct history h;
        struct model m = {.n_undo = 0};
        history_init(&h);
        for (int n = 1; n <= STEPS; n++) {
            char text[32];
            snprintf(text, sizeof text, "value %d", n);
            struct change c = {.n = n,
                               .cause = (enum cause)seed_below(&seed, 3),
                               .slot = {FIELD_NOTE, n, 0},
                               .old = "",
                               .new = text};
            history_push(&h, &c);
            model_push(&m, c.cause, n);
            assert_tops(&h, &m);
            if (history_undo(&h) != NULL) {
                snprintf(text, sizeof text, "value %d", (int)history_undo(&h)->n);
                assert_string_equal(history_undo(&h)->new, text);
            }
        }
        history_release(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_has_nothing),
        cmocka_unit_test(undo_and_redo_walk_the_same_way),
        cmocka_unit_test(a_new_change_empties_redo),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(replays_like_two_stacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
