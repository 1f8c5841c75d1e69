/* What a page says of what it found, what it keeps to itself, and how far it reads for it. */

#include <string.h>

#include "base/vec.h"
#include "support/gen_store.h"
#include "support/stored.h"

/* What is decided of a hidden session changes nothing of what is seen, in no order. */
static void nothing_moves_when_a_hidden_row_is_decided(void **state)
{
    (void)state;
    struct stored t;
    struct interview_rows rows;
    stored_disk(&t);
    t.me = "Sam";
    stored_reopen(&t);
    int64_t kims = stored_submitted(&t, "Ada", "Kim", "A");
    for (int i = 0; i < 5; i++) {
        struct store_decision d = {(enum decision)(1 + i % 3), "", t.at};
        int64_t id = stored_submitted(&t, "Ben", "Kim", "B");
        assert_done(store_decide(t.store, id, &d, &t.e), &t.e);
    }
    stored_again(&t, kims, "Sam", "A");
    struct str seen[4] = {STR_INIT, STR_INIT, STR_INIT, STR_INIT};
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < 2 * LIST_SORTS; k++) {
            struct list_filter f = {.level = -1,
                                    .state = -1,
                                    .limit = 9,
                                    .sort = (enum list_sort)(k / 2),
                                    .ascending = k % 2 == 0,
                                    .kit = k / 2 == SORT_COMPOSITE};
            assert_done(store_list(t.store, &f, &rows, &t.e), &t.e);
            for (size_t r = 0; r < rows.n; r++)
                str_addf(&seen[i], "%lld ", (long long)rows.items[r].id);
            interview_rows_release(&rows);
        }
        assert_string_equal(seen[i].s, seen[0].s);
        struct store_decision d = {(enum decision)(1 + i % 3), "", t.at};
        assert_done(store_decide(t.store, kims, &d, &t.e), &t.e);
    }
    for (int i = 0; i < 4; i++)
        str_release(&seen[i]);
    stored_end(&t);
}

static void composites_need_a_kit(void **state)
{
    (void)state;
    struct stored t;
    struct interview_rows rows;
    stored_memory(&t);
    stored_submitted(&t, "Ada", "Kim", "A");
    struct list_filter f = {.level = -1, .state = -1, .limit = 9, .sort = SORT_COMPOSITE};
    assert_false(store_list(t.store, &f, &rows, &t.e));
    assert_int_equal(t.e.kind, ERR_REFUSED);
    assert_non_null(strstr(t.e.text, "the very same questions"));
    f.kit = 1;
    stored_list_is(&t, &f, "Ada:submitted");
    stored_end(&t);
}

/* ---- words ---- */

static void hit_is(struct stored *t, const char *words, enum hit_in in, const char *text)
{
    struct list_filter f = {.search = words, .level = -1, .state = -1, .limit = 9};
    struct page_from first = {.back = false};
    struct interview_rows rows;
    assert_done(store_page(t->store, &f, &first, &rows, &t->e), &t->e);
    assert_int_equal(rows.n, 1);
    assert_int_equal(rows.items[0].hit.in, in);
    assert_string_equal(rows.items[0].hit.text, text);
    interview_rows_release(&rows);
}

static void a_hit_says_where_it_is(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    int64_t id = stored_start(&t, "Léa Fournier", "Kim", "Soho S2");
    stored_set(&t, id, (struct slot){FIELD_NOTE, 0, 0}, "B cam was half a stop hot");
    stored_set(&t, id, (struct slot){FIELD_SUMMARY, 0, 0}, "Calm under fire");
    hit_is(&t, "lea fou", HIT_CANDIDATE, "");
    hit_is(&t, "lea soh", HIT_JOB, "Soho S2");
    hit_is(&t, "kim", HIT_INTERVIEWER, "Kim");
    hit_is(&t, "post", HIT_BANK, "Post Producer");
    hit_is(&t, "fire l", HIT_SUMMARY, "Calm under fire");
    hit_is(&t, "hot", HIT_NOTES, "B cam was half a stop hot");
    hit_is(&t, "h", HIT_NOTES, "B cam was half a stop hot");
    hit_is(&t, "b", HIT_NOTES, "B cam was half a stop hot");
    stored_finds(&t, "x", "");
    stored_finds(&t, "hot x", "");
    stored_end(&t);
}

/* Behind more than are looked through one by one. */
static void a_long_word_is_found_among_many_like_it(void **state)
{
    (void)state;
    struct stored t;
    stored_memory(&t);
    stored_start(&t, "Watanabe Jun", "Kim", "");
    stored_start(&t, "Watanabe Aki", "Kim", "");
    for (int i = 0; i < 120; i++)
        stored_start(&t, "Watanaka", "Kim", "");
    stored_finds(&t, "watanabe", "Watanabe Aki:open Watanabe Jun:open");
    stored_finds(&t, "watanabe j", "Watanabe Jun:open");
    stored_finds(&t, "jun watanab", "Watanabe Jun:open");
    stored_finds(&t, "watanabes", "");
    struct list_filter f = {.search = "watanaka", .level = -1, .state = -1, .limit = 3};
    stored_list_is(&t, &f, "Watanaka:open Watanaka:open Watanaka:open ...");
    stored_end(&t);
}

static void hostile_words_find_nothing_else(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "\"",   "*",    "NEAR(ada", "-ada", "ada OR zzz", "😀", "candidate:ada",
        "^ada", "a\"b", "ada\\",    "%",    "_"};
    struct stored t;
    struct interview_rows rows;
    struct str long_words = STR_INIT;
    stored_memory(&t);
    stored_start(&t, "Ada", "Kim", "A");
    stored_start(&t, "Ben", "Kim", "B");
    for (size_t i = 0; i < COUNT_OF(odd); i++) {
        struct list_filter f = {.search = odd[i], .level = -1, .state = -1, .limit = 9};
        assert_done(store_list(t.store, &f, &rows, &t.e), &t.e);
        assert_true(rows.n <= 1);
        interview_rows_release(&rows);
    }
    stored_finds(&t, "-ada", "Ada:open");
    stored_finds(&t, "*", "");
    str_repeat(&long_words, "ada ", 2500);
    stored_finds(&t, long_words.s, "Ada:open");
    str_clear(&long_words);
    str_repeat(&long_words, "a", 10000);
    stored_finds(&t, long_words.s, "");
    str_release(&long_words);
    stored_end(&t);
}

/* ---- the bound ---- */

static int pages_to_the_end(struct stored *t, const struct list_filter *f, size_t *found)
{
    struct interview_rows rows, before = {0};
    struct page_from from = {.back = false};
    int pages = 0;
    *found = 0;
    for (bool more = true; more; pages++) {
        assert_done(store_page(t->store, f, &from, &rows, &t->e), &t->e);
        interview_rows_release(&before);
        *found += rows.n;
        more = rows.more;
        from.key = rows.stopped;
        before = rows;
    }
    interview_rows_release(&before);
    return pages;
}

static void a_rare_row_is_looked_for_in_steps(void **state)
{
    (void)state;
    struct gen_size size = {.sessions = 9000, .open = 3, .planned = 4, .seed = 5};
    struct stored t;
    size_t found;
    stored_folder(&t);
    assert_done(gen_store(t.path.s, &size, &t.e), &t.e);
    stored_open(&t);
    struct list_filter f = {.level = -1,
                            .state = INTERVIEW_OPEN,
                            .limit = 20,
                            .sort = SORT_CANDIDATE,
                            .ascending = true};
    int pages = pages_to_the_end(&t, &f, &found);
    assert_int_equal(found, 3);
    assert_in_range(pages, 5, 7); /* 9,000 sessions and 1,800 candidates, 2,000 in each */
    f = (struct list_filter){.level = -1, .state = -1, .limit = 20, .search = "q"};
    pages = pages_to_the_end(&t, &f, &found);
    assert_int_equal(found, 0);
    assert_in_range(pages, 90, 92);
    stored_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_moves_when_a_hidden_row_is_decided),
        cmocka_unit_test(composites_need_a_kit),
        cmocka_unit_test(a_hit_says_where_it_is),
        cmocka_unit_test(a_long_word_is_found_among_many_like_it),
        cmocka_unit_test(hostile_words_find_nothing_else),
        cmocka_unit_test(a_rare_row_is_looked_for_in_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
