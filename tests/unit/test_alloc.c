#include "support/unit.h"

#include <signal.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"

static void nothing_is_still_a_pointer(void **state)
{
    (void)state;
    void *a = xmalloc(0), *b = xcalloc(0, 8), *c = xrealloc(NULL, 0);
    assert_non_null(a);
    assert_non_null(b);
    assert_non_null(c);
    free(a);
    free(b);
    free(c);
}

static void copies_stop_at_n_or_the_end(void **state)
{
    (void)state;
    char *a = xstrndup("abcdef", 3), *b = xstrndup("ab", 9), *c = xstrdup("");
    assert_string_equal(a, "abc");
    assert_string_equal(b, "ab");
    assert_string_equal(c, "");
    free(a);
    free(b);
    free(c);
}

static void arena_pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena a = ARENA_INIT;
    uint64_t seed = seed_start("arena");
    unsigned char *pieces[500];
    size_t sizes[500], sum = 0;
    for (int i = 0; i < 500; i++) {
        sizes[i] = (size_t)seed_below(&seed, i % 50 == 0 ? 20000 : 200);
        pieces[i] = arena_alloc(&a, sizes[i]);
        sum += sizes[i];
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], i % 251 + 1, sizes[i]);
    }
    for (int i = 0; i < 500; i++)
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], i % 251 + 1);
    assert_int_equal(a.used, sum);
    arena_release(&a);
    assert_null(a.head);
    assert_int_equal(a.used, 0);
}

/* A big piece must not throw away what is left of the block for small ones. */
static void a_big_piece_does_not_waste_the_block(void **state)
{
    (void)state;
    struct arena a = ARENA_INIT;
    char *before = arena_alloc(&a, 16);
    arena_alloc(&a, 100000);
    char *after = arena_alloc(&a, 16);
    assert_ptr_equal(after, before + 16);
    arena_release(&a);
}

static void arena_texts_end_in_nul(void **state)
{
    (void)state;
    struct arena a = ARENA_INIT;
    assert_string_equal(arena_text(&a, "abcdef", 3), "abc");
    assert_string_equal(arena_text(&a, NULL, 0), "");
    assert_string_equal(arena_dup(&a, "Léa"), "Léa");
    assert_null(arena_dup(&a, NULL));
    arena_release(&a);
}

/* First and later in the life of an arena; the address sanitizer sees what is not freed. */
static void arena_adopts_what_was_made_elsewhere(void **state)
{
    (void)state;
    struct arena a = ARENA_INIT;
    char *first = arena_adopt(&a, xstrdup("first"), 6);
    char *text = arena_text(&a, "text", 4);
    char *second = arena_adopt(&a, xstrdup("second"), 7);
    assert_string_equal(first, "first");
    assert_string_equal(text, "text");
    assert_string_equal(second, "second");
    assert_int_equal(a.used, 6 + 5 + 7);
    arena_release(&a);
}

/* Beyond a MiB the memory comes from elsewhere. */
static void a_large_arena_is_as_zeroed_and_apart(void **state)
{
    (void)state;
    enum { PIECES = 6000, SIZE = 1000 };
    struct arena a = ARENA_INIT;
    unsigned char **pieces = xcalloc(PIECES, sizeof *pieces);
    for (int i = 0; i < PIECES; i++) {
        pieces[i] = arena_alloc(&a, SIZE);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        assert_true(pieces[i][0] == 0 && memcmp(pieces[i], pieces[i] + 1, SIZE - 1) == 0);
        memset(pieces[i], i % 251 + 1, SIZE);
    }
    for (int i = 0; i < PIECES; i++)
        for (int k = 0; k < SIZE; k++)
            if (pieces[i][k] != i % 251 + 1)
                fail_msg("byte %d of piece %d was overwritten", k, i);
    assert_int_equal(a.used, PIECES * SIZE);
    free(pieces);
    arena_release(&a);
}

static void arena_copies_arrays(void **state)
{
    (void)state;
    struct arena a = ARENA_INIT;
    const int numbers[] = {1, 2, 3};
    int *copy = arena_copy(&a, numbers, 3, sizeof *numbers);
    assert_memory_equal(copy, numbers, sizeof numbers);
    assert_null(arena_copy(&a, NULL, 0, sizeof *numbers));
    arena_release(&a);
}

static void ask_for_too_much(void)
{
    struct arena a = ARENA_INIT;
    const int one = 1;
    arena_copy(&a, &one, SIZE_MAX / 2, sizeof one);
}

/* Runs `work` in a child that may not say a word; returns how it ended. */
static int ended(void (*work)(void))
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        close(STDERR_FILENO);
        work();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void overflow_aborts(void **state)
{
    (void)state;
    assert_int_equal(ended(ask_for_too_much), SIGABRT);
    assert_int_equal(ended(alloc_failed), SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_still_a_pointer),
        cmocka_unit_test(copies_stop_at_n_or_the_end),
        cmocka_unit_test(arena_pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(a_big_piece_does_not_waste_the_block),
        cmocka_unit_test(arena_texts_end_in_nul),
        cmocka_unit_test(arena_copies_arrays),
        cmocka_unit_test(arena_adopts_what_was_made_elsewhere),
        cmocka_unit_test(a_large_arena_is_as_zeroed_and_apart),
        cmocka_unit_test(overflow_aborts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
