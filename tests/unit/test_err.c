#include "support/unit.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"

static void says_kind_and_text(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    assert_int_equal(err_exit_status(&e), 0);
    assert_false(err_set(&e, ERR_INPUT, "line %d: %s", 7, "no anchors"));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_string_equal(e.text, "line 7: no anchors");
}

static void adds_the_words_of_errno(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    assert_false(err_errno(&e, ERR_IO, ENOENT, "cannot open %s", "a.yaml"));
    assert_int_equal(e.kind, ERR_IO);
    assert_string_equal(e.text, "cannot open a.yaml: No such file or directory");
}

static void prefix_keeps_kind_and_text(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    err_set(&e, ERR_BUSY, "held by another slate");
    assert_false(err_prefix(&e, "store %s", "slate.db"));
    assert_int_equal(e.kind, ERR_BUSY);
    assert_string_equal(e.text, "store slate.db: held by another slate");
}

static void takes_its_own_text_as_argument(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    err_set(&e, ERR_INPUT, "abc");
    err_set(&e, ERR_STORE, "%s and %s", e.text, e.text);
    assert_string_equal(e.text, "abc and abc");
    err_prefix(&e, "%s", e.text);
    assert_string_equal(e.text, "abc and abc: abc and abc");
}

/* Whatever the length, the cut text is UTF-8 and nearly as long as there is room. */
static void cuts_at_a_code_point(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "é", "…", "😀"};
    for (size_t k = 0; k < 4; k++) {
        for (int lead = 0; lead < 4; lead++) {
            struct str long_text = STR_INIT;
            struct err e = ERR_INIT;
            str_repeat(&long_text, "x", lead);
            str_repeat(&long_text, letters[k], ERR_TEXT);
            err_set(&e, ERR_INPUT, "%s", long_text.s);
            assert_true(utf8_valid(e.text, strlen(e.text), NULL));
            assert_true(strlen(e.text) > ERR_TEXT - 1 - strlen(letters[k]));
            err_prefix(&e, "%.*s", lead + 1, "bank");
            assert_true(utf8_valid(e.text, strlen(e.text), NULL));
            assert_true(strlen(e.text) > ERR_TEXT - 1 - strlen(letters[k]));
            str_release(&long_text);
        }
    }
}

static void text_that_fits_exactly_is_whole(void **state)
{
    (void)state;
    struct str text = STR_INIT;
    struct err e = ERR_INIT;
    str_repeat(&text, "x", ERR_TEXT - 3);
    str_add(&text, "é");
    err_set(&e, ERR_INPUT, "%s", text.s);
    assert_string_equal(e.text, text.s);
    str_release(&text);
}

static void exit_statuses_are_those_of_the_manual(void **state)
{
    (void)state;
    static const int expected[] = {
        [ERR_NONE] = 0, [ERR_USAGE] = 2,   [ERR_INPUT] = 3,   [ERR_STORE] = 4,    [ERR_BUSY] = 4,
        [ERR_IO] = 3,   [ERR_REFUSED] = 3, [ERR_MISSING] = 3, [ERR_CANCELLED] = 1};
    for (int kind = ERR_NONE; kind <= ERR_CANCELLED; kind++) {
        struct err e = {.kind = (enum err_kind)kind};
        assert_int_equal(err_exit_status(&e), expected[kind]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_kind_and_text),
        cmocka_unit_test(adds_the_words_of_errno),
        cmocka_unit_test(prefix_keeps_kind_and_text),
        cmocka_unit_test(takes_its_own_text_as_argument),
        cmocka_unit_test(cuts_at_a_code_point),
        cmocka_unit_test(text_that_fits_exactly_is_whole),
        cmocka_unit_test(exit_statuses_are_those_of_the_manual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
