#include "support/unit.h"

#include "domain/interview.h"
#include "domain/words.h"

static void found_or_not(void **state)
{
    (void)state;
    static const char *const words[] = {NULL, "one", "two"};
    assert_int_equal(words_find(words, 3, "two"), 2);
    assert_int_equal(words_find(words, 2, "two"), -1);
    assert_int_equal(words_find(words, 3, ""), -1);
    assert_int_equal(words_find(words, 3, NULL), -1);
    assert_string_equal(words_at(words, 3, 1), "one");
    assert_string_equal(words_at(words, 3, 0), "");
    assert_string_equal(words_at(words, 3, 3), "");
    assert_string_equal(words_at(words, 3, -1), "");
}

/* These words are stored: they may never change. */
static void names_of_an_interview(void **state)
{
    (void)state;
    static const char *const states[] = {"planned", "open", "submitted", "abandoned"};
    static const char *const stages[] = {"opening", "questions", "closing", "wrap_up"};
    static const char *const decisions[] = {"", "advance", "hold", "reject"};
    static const char *const words[] = {"", "Advance", "Hold", "Do not advance"};
    for (int i = 0; i < 4; i++) {
        enum interview_state s = INTERVIEW_STATES;
        enum stage stage = STAGES;
        enum decision d = DECISIONS;
        assert_string_equal(interview_state_name((enum interview_state)i), states[i]);
        assert_true(interview_state_parse(states[i], &s) && s == (enum interview_state)i);
        assert_string_equal(stage_name((enum stage)i), stages[i]);
        assert_true(stage_parse(stages[i], &stage) && stage == (enum stage)i);
        assert_string_equal(decision_name((enum decision)i), decisions[i]);
        assert_string_equal(decision_words((enum decision)i), words[i]);
        assert_int_equal(decision_parse(decisions[i], &d), i != DECISION_NONE);
        assert_int_equal(d, i != DECISION_NONE ? i : DECISIONS);
    }
    enum decision d = DECISION_HOLD;
    assert_false(decision_parse("rejected", &d));
    assert_false(decision_parse(NULL, &d));
    assert_int_equal(d, DECISION_HOLD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_or_not),
        cmocka_unit_test(names_of_an_interview),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
