/* What differs between two texts. */

#include "support/unit.h"

#include <string.h>

#include "base/diff.h"
#include "base/vec.h"

static struct diff_text text_of(const char *s)
{
    return (struct diff_text){s, strlen(s)};
}

static void unified(const char *old, const char *new, const char *expected)
{
    struct str out = STR_INIT;
    diff_unified(&out, "a.yaml", text_of(old), text_of(new));
    assert_string_equal(out.s, expected);
    str_release(&out);
}

static void it_is_what_git_prints(void **state)
{
    (void)state;
    unified("a\nb\n", "a\nb\n", "");
    unified("", "", "");
    unified("a\nb\nc\n", "a\nB\nc\n", "--- a.yaml\n+++ a.yaml\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    unified("", "a\n", "--- a.yaml\n+++ a.yaml\n@@ -0,0 +1 @@\n+a\n");
    unified("a\n", "", "--- a.yaml\n+++ a.yaml\n@@ -1 +0,0 @@\n-a\n");
    unified("a", "a\n",
            "--- a.yaml\n+++ a.yaml\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
    unified("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "0\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n",
            "--- a.yaml\n+++ a.yaml\n@@ -1,4 +1,4 @@\n-1\n+0\n 2\n 3\n 4\n"
            "@@ -9,4 +9,3 @@\n 9\n 10\n 11\n-12\n");
}

static void a_line_that_ends_otherwise_differs(void **state)
{
    (void)state;
    struct diff d = {0};
    diff_lines(text_of("a\r\nb\rc\n"), text_of("a\nb\rc\n"), 0, &d);
    assert_int_equal(d.n, 3);
    assert_int_equal(d.items[0].kind, DIFF_OUT);
    assert_int_equal(d.items[0].len, 1);
    assert_int_equal(d.items[1].kind, DIFF_IN);
    assert_int_equal(d.items[2].kind, DIFF_GAP);
    VEC_RELEASE(&d);
}

/* Both texts can be had back from the lines. */
static void rebuilds(const struct str *old, const struct str *new)
{
    struct diff d = {0};
    struct str a = STR_INIT, b = STR_INIT;
    diff_lines((struct diff_text){old->s, old->len}, (struct diff_text){new->s, new->len}, 1 << 20,
               &d);
    for (size_t i = 0; i < d.n; i++) {
        const struct diff_line *l = &d.items[i];
        assert_int_not_equal(l->kind, DIFF_GAP);
        const char *line = (l->kind == DIFF_IN ? new->s : old->s) + l->at;
        if (l->kind != DIFF_IN)
            str_addf(&a, "%.*s\n", (int)l->len, line);
        if (l->kind != DIFF_OUT)
            str_addf(&b, "%.*s\n", (int)l->len, line);
    }
    if (d.n > 0) {
        assert_string_equal(a.s, old->s);
        assert_string_equal(b.s, new->s);
    } else {
        assert_string_equal(old->s, new->s);
    }
    VEC_RELEASE(&d);
    str_release(&a);
    str_release(&b);
}

static void add_lines(struct str *out, uint64_t *seed, int n, int kinds)
{
    for (int i = 0; i < n; i++)
        str_addf(out, "%d\n", seed_below(seed, kinds));
}

static void both_texts_can_be_had_back(void **state)
{
    (void)state;
    uint64_t seed = seed_start("diff");
    for (int i = 0; i < 400; i++) {
        struct str old = STR_INIT, new = STR_INIT;
        int kinds = 1 + seed_below(&seed, 6);
        add_lines(&old, &seed, seed_below(&seed, 40), kinds);
        add_lines(&new, &seed, seed_below(&seed, 40), kinds);
        rebuilds(&old, &new);
        str_release(&old);
        str_release(&new);
    }
    struct str old = STR_INIT, new = STR_INIT; /* more than is looked for one by one */
    add_lines(&old, &seed, 3000, 1000000);
    add_lines(&new, &seed, 3000, 1000000);
    rebuilds(&old, &new);
    str_release(&old);
    str_release(&new);
}

static void it_is_the_shortest(void **state)
{
    (void)state;
    struct diff d = {0};
    diff_lines(text_of("a\nb\nc\na\nb\nb\na\n"), text_of("c\nb\na\nb\na\nc\n"), 0, &d);
    int changes = 0;
    for (size_t i = 0; i < d.n; i++)
        changes += d.items[i].kind != DIFF_GAP;
    assert_int_equal(changes, 5); /* Myers' own example */
    VEC_RELEASE(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_what_git_prints),
        cmocka_unit_test(a_line_that_ends_otherwise_differs),
        cmocka_unit_test(both_texts_can_be_had_back),
        cmocka_unit_test(it_is_the_shortest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
