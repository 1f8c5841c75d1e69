/* The words of a search: what they ask of the index, and where they are found again in a text. */

#include <string.h>

#include "store/match.h"
#include "support/unit.h"

/* The text with what was found in brackets. */
static void marked_is(const char *typed, const char *text, const char *expected)
{
    struct match m;
    struct hit_mark marks[HIT_MARKS];
    struct str out = STR_INIT;
    size_t at = 0;
    match_read(&m, typed);
    int n = match_marks(&m, text, marks);
    for (int i = 0; i < n; i++) {
        str_addn(&out, text + at, marks[i].at - at);
        str_addc(&out, '[');
        str_addn(&out, text + marks[i].at, marks[i].n);
        str_addc(&out, ']');
        at = marks[i].at + marks[i].n;
    }
    str_add(&out, text + at);
    assert_string_equal(out.s, expected);
    str_release(&out);
    match_release(&m);
}

static void words_are_marked_where_they_begin(void **state)
{
    (void)state;
    marked_is("wav", "the waveform, Wave by wave", "the [wav]eform, [Wav]e by [wav]e");
    marked_is("av", "wave", "wave");
    marked_is("lea", "Léa Leander LEA", "[Léa] [Lea]nder [LEA]");
    marked_is("LÉ",
              "Lea Le\xcc\x81"
              "a",
              "[Le]a [Le\xcc\x81]a");
    marked_is("strasse", "Straße", "[Straße]");
    marked_is("s", "Straße", "[S]traße");
    marked_is("coe", "Cœur", "[Cœ]ur");
    marked_is("w wav", "waveform", "[wav]eform");
    marked_is("o'b", "O'Brien", "[O]'[B]rien");
    marked_is("李", "李小龙", "[李]小龙");
    marked_is("", "waveform", "waveform");
    marked_is("a", "a a a a a a a a a a", "[a] [a] [a] [a] [a] [a] [a] [a] a a");
}

static void query_is(const char *typed, const char *query, bool any, bool brief)
{
    struct match m;
    match_read(&m, typed);
    assert_string_equal(m.query.s, query);
    assert_int_equal(m.any, any);
    assert_int_equal(m.brief, brief);
    match_release(&m);
}

static void nothing_typed_is_the_index_language(void **state)
{
    (void)state;
    query_is("ada mor", "\"ada\"* \"mor\"*", true, false);
    query_is("ada m", "\"ada\"*", true, true);
    query_is("\"NEAR(a b)\"", "\"NEAR\"*", true, true);
    query_is("notes:x*", "\"notes\"*", true, true);
    query_is("-", "", true, false);
    query_is("  ", "", false, false);
    query_is("😀", "", true, false);
    query_is("post-prod", "\"post\"* \"prod\"*", true, false);
}

static void words_are_counted_over_several_texts(void **state)
{
    (void)state;
    struct match m;
    unsigned done = 0;
    match_read(&m, "ada wav");
    assert_false(match_in(&m, "Ada Moreau", &done));
    assert_false(match_in(&m, "Colorist", &done));
    assert_true(match_in(&m, "waveform", &done));
    match_release(&m);
}

static void piece_is(const char *typed, const char *text, const char *expected)
{
    struct match m;
    struct str out = STR_INIT;
    match_read(&m, typed);
    match_piece(&m, text, 0, &out);
    assert_string_equal(out.s, expected);
    str_release(&out);
    match_release(&m);
}

static void a_piece_stands_on_one_line(void **state)
{
    (void)state;
    piece_is("hot", "B cam was\nhalf a stop hot", "B cam was half a stop hot");
    piece_is("hot",
             "She balances both cameras on the scopes at the same frame, finds B half a stop hot "
             "and says so before she touches a control, which is what I wanted to hear; then",
             "… finds B half a stop hot and says so before she touches a control, which is what I "
             "wanted to hear; then");
    piece_is("x", "", "");
}

/* Ten thousand characters, and random bytes: no more than that nothing breaks. */
static void anything_may_be_typed(void **state)
{
    (void)state;
    uint64_t seed = seed_start("typed");
    struct match m;
    struct str typed = STR_INIT, piece = STR_INIT;
    struct hit_mark marks[HIT_MARKS];
    str_repeat(&typed, "é a ", 2500);
    match_read(&m, typed.s);
    assert_int_equal(m.n, MATCH_WORDS);
    assert_int_equal(match_marks(&m, typed.s, marks), HIT_MARKS);
    match_release(&m);
    for (int i = 0; i < 2000; i++) {
        str_clear(&typed);
        str_clear(&piece);
        for (uint64_t n = seed_next(&seed) % 40; n > 0; n--)
            str_addc(&typed, (char)(1 + seed_next(&seed) % 255));
        match_read(&m, typed.s);
        int n = match_marks(&m, typed.s, marks);
        for (int k = 0; k < n; k++)
            assert_true(marks[k].n > 0 && marks[k].at + marks[k].n <= typed.len);
        match_piece(&m, typed.s, 0, &piece);
        match_release(&m);
    }
    str_release(&typed);
    str_release(&piece);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_marked_where_they_begin),
        cmocka_unit_test(nothing_typed_is_the_index_language),
        cmocka_unit_test(words_are_counted_over_several_texts),
        cmocka_unit_test(a_piece_stands_on_one_line),
        cmocka_unit_test(anything_may_be_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
