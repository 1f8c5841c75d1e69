#include "support/unit.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static void an_empty_str_is_a_text(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    assert_string_equal(t.s, "");
    str_clear(&t);
    str_addn(&t, NULL, 0);
    str_splice(&t, 0, 0, NULL, 0);
    assert_int_equal(t.cap, 0);
    str_release(&t);
    assert_string_equal(t.s, "");
}

static void grows_by_every_way_of_adding(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    str_add(&t, "ab");
    str_addn(&t, "cdX", 2);
    str_addc(&t, 'e');
    str_repeat(&t, "fg", 2);
    str_repeat(&t, "no", -1);
    str_addf(&t, " %d%%%s", 80, "!");
    assert_string_equal(t.s, "abcdefgfg 80%!");
    str_set(&t, "new");
    assert_str(&t, "new");
    str_release(&t);
}

/* Every length around the doublings of the memory, under the address sanitizer. */
static void grows_at_every_length(void **state)
{
    (void)state;
    for (int n = 0; n < 300; n++) {
        struct str t = STR_INIT;
        str_repeat(&t, "x", n);
        assert_int_equal(strlen(t.s), n);
        str_addf(&t, "%*s", n, "y");
        assert_int_equal(strlen(t.s), n + (n > 0 ? n : 1));
        assert_int_equal(t.len, strlen(t.s));
        str_release(&t);
    }
}

static void a_nul_byte_is_a_byte(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    str_addn(&t, "a\0b", 3);
    str_addc(&t, '\0');
    assert_int_equal(t.len, 4);
    assert_memory_equal(t.s, "a\0b\0", 5);
    str_release(&t);
}

static void splices(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    str_set(&t, "one two three");
    str_splice(&t, 4, 3, "2", 1);
    assert_string_equal(t.s, "one 2 three");
    str_splice(&t, 4, 1, "zwei", 4);
    assert_string_equal(t.s, "one zwei three");
    str_splice(&t, 0, 4, NULL, 0);
    assert_string_equal(t.s, "zwei three");
    str_splice(&t, t.len, 0, "!", 1);
    assert_string_equal(t.s, "zwei three!");
    str_splice(&t, 0, t.len, "", 0);
    assert_str(&t, "");
    str_release(&t);
}

static void splices_like_a_slow_model(void **state)
{
    (void)state;
    uint64_t seed = seed_start("splice");
    struct str t = STR_INIT;
    for (int i = 0; i < 2000; i++) {
        size_t at = (size_t)seed_below(&seed, (int)t.len + 1);
        size_t del = (size_t)seed_below(&seed, (int)(t.len - at) + 1);
        char bytes[40];
        size_t n = (size_t)seed_below(&seed, sizeof bytes);
        for (size_t k = 0; k < n; k++)
            bytes[k] = (char)('a' + seed_below(&seed, 26));
        struct str model = STR_INIT;
        str_addn(&model, t.s, at);
        str_addn(&model, bytes, n);
        str_add(&model, t.s + at + del);
        str_splice(&t, at, del, bytes, n);
        assert_string_equal(t.s, model.s);
        assert_int_equal(t.len, model.len);
        str_release(&model);
    }
    str_release(&t);
}

static void steals(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    char *nothing = str_steal(&t);
    str_set(&t, "mine");
    char *mine = str_steal(&t);
    assert_string_equal(nothing, "");
    assert_string_equal(mine, "mine");
    assert_string_equal(t.s, "");
    assert_int_equal(t.cap, 0);
    free(nothing);
    free(mine);
}

static void compares(void **state)
{
    (void)state;
    assert_true(str_starts("level", "lev"));
    assert_true(str_starts("level", ""));
    assert_false(str_starts("lev", "level"));
    assert_true(str_same("a", "a"));
    assert_true(str_same(NULL, NULL));
    assert_false(str_same(NULL, ""));
    assert_false(str_same("", NULL));
    assert_false(str_same("a", "b"));
}

static void reads_whole_numbers_only(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      " 1",
                                      "1 ",
                                      "+1",
                                      "1.0",
                                      "0x10",
                                      "-",
                                      "--1",
                                      "four",
                                      "6",
                                      "-6",
                                      "١",
                                      "1e2",
                                      "99999999999999999999",
                                      "-99999999999999999999"};
    long v = 77;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(str_int(bad[i], -5, 5, &v));
    assert_int_equal(v, 77);
    assert_true(str_int("-5", -5, 5, &v));
    assert_int_equal(v, -5);
    assert_true(str_int("005", -5, 5, &v));
    assert_int_equal(v, 5);
    assert_true(str_int("-0", 0, 0, &v));
    assert_true(str_int("9223372036854775807", LONG_MIN, LONG_MAX, &v));
    assert_true(v == LONG_MAX);
    assert_false(str_int("9223372036854775808", LONG_MIN, LONG_MAX, &v));
}

static void arrays_grow_and_start_zeroed(void **state)
{
    (void)state;
    struct {
        struct pair {
            int a;
            char *b;
        } * items;
        size_t n, cap;
    } rows = {0};
    for (int i = 0; i < 1000; i++) {
        struct pair *p = VEC_PUSH(&rows);
        assert_int_equal(p->a, 0);
        assert_null(p->b);
        p->a = i;
    }
    assert_int_equal(rows.n, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(rows.items[i].a, i);
    /* Popped and pushed again: zeroed anew. */
    rows.n--;
    assert_int_equal(VEC_PUSH(&rows)->a, 0);
    VEC_RELEASE(&rows);
    assert_null(rows.items);
    assert_int_equal(rows.n + rows.cap, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_str_is_a_text),
        cmocka_unit_test(grows_by_every_way_of_adding),
        cmocka_unit_test(grows_at_every_length),
        cmocka_unit_test(a_nul_byte_is_a_byte),
        cmocka_unit_test(splices),
        cmocka_unit_test(splices_like_a_slow_model),
        cmocka_unit_test(steals),
        cmocka_unit_test(compares),
        cmocka_unit_test(reads_whole_numbers_only),
        cmocka_unit_test(arrays_grow_and_start_zeroed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
