#include "support/unit.h"

#include <locale.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "domain/candidate.h"

static void tidies(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *kept;
    } rows[] = {
        {"Ada Moreau", "Ada Moreau"},
        {"  Ada   Moreau \n", "Ada Moreau"},
        {"Ada\tMoreau", "Ada Moreau"},
        {"Ada\xC2\xA0Moreau", "Ada Moreau"},   /* no-break space */
        {"山田\xE3\x80\x80太郎", "山田 太郎"}, /* ideographic space */
        {"Le\xCC\x81"
         "a",
         "L\xC3\xA9"
         "a"},                      /* NFD becomes NFC */
        {"Ada\x1B[31m", "Ada[31m"}, /* control characters go */
        {"\xE2\x80\xAE"
         "adA\xE2\x80\xAC",
         "adA"},                                /* a right-to-left override too */
        {"Ada\xE2\x80\x8B\xEF\xBB\xBF", "Ada"}, /* and what nobody sees */
        {"\xC2\x85"
         "Ada\xE2\x80\xA8Moreau",
         "Ada Moreau"},
        {"A\xFF"
         "da",
         "A\xEF\xBF\xBD"
         "da"}, /* a bad byte shows that it was there */
        {"\xD9\x85\xDB\x8C\xE2\x80\x8C\xD9\x86", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD9\x86"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char out[NAME_MAX_BYTES + 1];
        struct err e = ERR_INIT;
        assert_done(name_tidy(rows[i].typed, out, &e), &e);
        assert_string_equal(out, rows[i].kept);
        assert_done(name_tidy(rows[i].kept, out, &e), &e); /* a tidy name stays */
        assert_string_equal(out, rows[i].kept);
    }
}

static void le_and_lea_tidy_to_the_same(void **state)
{
    (void)state;
    char one[NAME_MAX_BYTES + 1], other[NAME_MAX_BYTES + 1];
    struct err e = ERR_INIT;
    assert_done(name_tidy("L\xC3\xA9"
                          "a  Fournier",
                          one, &e),
                &e);
    assert_done(name_tidy(" Le\xCC\x81"
                          "a Fournier",
                          other, &e),
                &e);
    assert_string_equal(one, other);
}

static void refuses_what_cannot_be_read(void **state)
{
    (void)state;
    static const char *const empty[] = {
        "", "   ", "\t\n", "\x1B\x07", "\xE2\x80\x8B", "\xC2\xA0", "\xE2\x80\x8D"};
    for (size_t i = 0; i < COUNT_OF(empty); i++) {
        char out[NAME_MAX_BYTES + 1] = "as it was";
        struct err e = ERR_INIT;
        assert_false(name_tidy(empty[i], out, &e));
        assert_int_equal(e.kind, ERR_INPUT);
        assert_string_equal(e.text, "the name is empty: type a name");
        assert_string_equal(out, "as it was");
    }
}

static void holds_just_the_longest(void **state)
{
    (void)state;
    char typed[NAME_MAX_BYTES + 4], out[NAME_MAX_BYTES + 1];
    struct err e = ERR_INIT;
    memset(typed, 'a', sizeof typed);
    typed[NAME_MAX_BYTES] = '\0';
    assert_done(name_tidy(typed, out, &e), &e);
    assert_string_equal(out, typed);
    memcpy(typed + NAME_MAX_BYTES, " \n", 3); /* blanks behind it do not count */
    assert_done(name_tidy(typed, out, &e), &e);
    memcpy(typed + NAME_MAX_BYTES, "b", 2);
    assert_false(name_tidy(typed, out, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_string_equal(e.text, "the name is too long (401 bytes, room for 400): shorten it, and "
                                "put the rest into a note");
}

/* Whatever is typed: what is kept is valid, in NFC, without controls, and tidy already. */
static void any_bytes_give_a_tidy_name(void **state)
{
    (void)state;
    static const char *const bits[] = {"a",
                                       " ",
                                       "\t",
                                       "\xCC\x81",
                                       "\x1B",
                                       "\xFF",
                                       "é",
                                       "\xE2\x80\xAE",
                                       "日",
                                       "\xE3\x80\x80",
                                       "\xF0\x9F\x98\x80",
                                       "\xE2\x80\x8B"};
    uint64_t seed = seed_start("candidate");
    struct str typed = STR_INIT, composed = STR_INIT;
    for (int round = 0; round < 5000; round++) {
        char out[NAME_MAX_BYTES + 1], again[NAME_MAX_BYTES + 1];
        struct err e = ERR_INIT;
        str_clear(&typed);
        for (int i = seed_below(&seed, 12); i > 0; i--)
            str_add(&typed, bits[seed_below(&seed, COUNT_OF(bits))]);
        if (!name_tidy(typed.s, out, &e))
            continue;
        size_t n = strlen(out);
        assert_true(utf8_valid(out, n, NULL));
        assert_null(strstr(out, "  "));
        assert_true(out[0] != ' ' && out[n - 1] != ' ');
        assert_null(strpbrk(out, "\t\x1B"));
        str_clear(&composed);
        utf8_nfc(&composed, out);
        assert_string_equal(composed.s, out);
        assert_done(name_tidy(out, again, &e), &e);
        assert_string_equal(again, out);
    }
    str_release(&typed);
    str_release(&composed);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tidies),
        cmocka_unit_test(le_and_lea_tidy_to_the_same),
        cmocka_unit_test(refuses_what_cannot_be_read),
        cmocka_unit_test(holds_just_the_longest),
        cmocka_unit_test(any_bytes_give_a_tidy_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
