#include "support/unit.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "base/utf8.h"
#include "base/vec.h"

static uint32_t decoded(const char *s, size_t n, size_t *len)
{
    uint32_t cp = 1;
    *len = utf8_decode(s, n, &cp);
    return cp;
}

static void every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[4];
        size_t len, n = utf8_put(cp, bytes);
        bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
        if (decoded(bytes, n, &len) != (surrogate ? UTF8_BAD : cp) || len != n)
            fail_msg("U+%04X", (unsigned)cp);
        for (size_t cut = 1; cut < n; cut++)
            if (decoded(bytes, cut, &len) != UTF8_BAD || len != 1)
                fail_msg("U+%04X cut to %zu", (unsigned)cp, cut);
    }
    char bytes[4];
    assert_int_equal(utf8_put(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void bad_bytes_are_one_byte_each(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80",
                                      "\xBF",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xE0\x80\x80",
                                      "\xE0\x9F\xBF",
                                      "\xED\xA0\x80",
                                      "\xED\xBF\xBF",
                                      "\xF0\x80\x80\x80",
                                      "\xF0\x8F\xBF\xBF",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xFE",
                                      "\xFF",
                                      "\xC3(",
                                      "\xE2\x82(",
                                      "\xF0\x9F\x98("};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        size_t len, where = 99, n = strlen(bad[i]);
        assert_int_equal(decoded(bad[i], n, &len), UTF8_BAD);
        assert_int_equal(len, 1);
        assert_false(utf8_valid(bad[i], n, &where));
        assert_int_equal(where, 0);
    }
    size_t len;
    decoded("", 0, &len);
    assert_int_equal(len, 0);
}

static void validity_tells_the_first_bad_byte(void **state)
{
    (void)state;
    size_t bad = 99;
    assert_true(utf8_valid("", 0, &bad));
    assert_true(utf8_valid("a longer plain text, Léa and 😀",
                           strlen("a longer plain text, Léa and 😀"), &bad));
    assert_true(utf8_valid("\xEF\xBF\xBD", 3, &bad)); /* a real U+FFFD */
    assert_int_equal(bad, 99);
    assert_false(utf8_valid("0123456789abcdéf\xE9!", 19, &bad));
    assert_int_equal(bad, 17);
    assert_false(utf8_valid("\xFF", 1, NULL));
}

static void steps_by_cluster(void **state)
{
    (void)state;
    /* Clusters marked by their ends. */
    static const struct {
        const char *s;
        size_t ends[6];
    } rows[] = {
        {"abc", {1, 2, 3}},
        {"e\xCC\x81x", {3, 4}}, /* e and a combining acute */
        {"\r\na", {2, 3}},      /* CR LF is one */
        {"a\r\n", {1, 3}},
        {"한국", {3, 6}},
        {"👩‍🚀!", {11, 12}}, /* joined by ZWJ */
        {"🇫🇷🇬🇧", {8, 16}},          /* flags: pairs of regional indicators */
        {"👍🏽", {8}},          /* with a skin tone */
        {"\xFF\xFE"
         "a",
         {1, 2, 3}}, /* bad bytes step one by one */
        {"\xC3", {1}},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t n = strlen(rows[i].s), at = 0, starts[8] = {0};
        for (size_t k = 0; at < n; k++) {
            starts[k] = at;
            at = utf8_next(rows[i].s, n, at);
            assert_int_equal(at, rows[i].ends[k]);
            assert_int_equal(utf8_prev(rows[i].s, n, at), starts[k]);
        }
        assert_int_equal(utf8_next(rows[i].s, n, n), n);
        assert_int_equal(utf8_next(rows[i].s, n, n + 5), n);
        assert_int_equal(utf8_prev(rows[i].s, n, 0), 0);
    }
}

static void widths(void **state)
{
    (void)state;
    static const struct {
        const char *s;
        int width;
    } rows[] = {
        {"", 0},
        {"plain ascii text", 16},
        {"Léa", 3},
        {"e\xCC\x81", 1},
        {"日本", 4},
        {"a日b", 4},
        {"\x01\x7F", 2},
        {"\xC2\x85", 1},
        {"\xE2\x80\xAE", 1} /* RLO, a mark */,
        {"\xFF", 1},
        {"…", 1},
        {"ﾊ", 1},
        {"😀", 2},
        {"▸●○–", 4},
        {"twenty-four plain bytes!é日", 27},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(utf8_width(rows[i].s, strlen(rows[i].s)), rows[i].width);
    assert_int_equal(utf8_cp_width('a'), 1);
    assert_int_equal(utf8_cp_width(0x301), 0);
    assert_int_equal(utf8_cp_width(0x65E5), 2);
    assert_int_equal(utf8_cp_width(0), 1);
    assert_int_equal(utf8_cp_width(0x0378), 1); /* not assigned */
}

/* The width of a text is the sum over its code points, however it is counted. */
static void width_is_the_sum_over_code_points(void **state)
{
    (void)state;
    uint64_t seed = seed_start("width");
    static const uint32_t pool[] = {'a', ' ', 'z', 0xE9, 0x301, 0x65E5, 0x1F600, 0x7F, 0x200B};
    for (int i = 0; i < 2000; i++) {
        struct str t = STR_INIT;
        int sum = 0;
        for (int k = seed_below(&seed, 40); k > 0; k--) {
            uint32_t cp = pool[seed_below(&seed, seed_below(&seed, 2) ? 3 : (int)COUNT_OF(pool))];
            char bytes[4];
            str_addn(&t, bytes, utf8_put(cp, bytes));
            sum += utf8_cp_width(cp);
        }
        assert_int_equal(utf8_width(t.s, t.len), sum);
        str_release(&t);
    }
}

static void tells_what_could_drive_a_terminal(void **state)
{
    (void)state;
    assert_true(utf8_is_control(0x1B) && utf8_is_control(0) && utf8_is_control('\r'));
    assert_true(utf8_is_control(0x7F) && utf8_is_control(0x80) && utf8_is_control(0x9F));
    assert_false(utf8_is_control('\n') || utf8_is_control('\t') || utf8_is_control(' ') ||
                 utf8_is_control(0xA0));
    static const uint32_t bidi[] = {0x61C,  0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                                    0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};
    int found = 0;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++)
        found += utf8_is_bidi(cp);
    assert_int_equal(found, COUNT_OF(bidi));
    for (size_t i = 0; i < COUNT_OF(bidi); i++)
        assert_true(utf8_is_bidi(bidi[i]));
}

static void cleans(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    utf8_clean(&t, "a\x1B[31mb\a", 8, false);
    assert_str(&t, "a␛[31mb␇");
    utf8_clean(&t, "\x7F|\xC2\x9B|\xE2\x80\xAE|\xFF|\r", 12, false);
    assert_str(&t, "␡|\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD|␍");
    utf8_clean(&t, "a\tb\nc", 5, false);
    assert_str(&t, "a b c");
    utf8_clean(&t, "a\tb\nc", 5, true);
    assert_str(&t, "a\tb\nc");
    utf8_clean(&t, "a\0b", 3, true);
    assert_str(&t, "a␀b");
    str_add(&t, "kept ");
    utf8_clean(&t, "Léa 日本 \xEF\xBF\xBD", strlen("Léa 日本 \xEF\xBF\xBD"), true);
    assert_str(&t, "kept Léa 日本 \xEF\xBF\xBD");
    str_release(&t);
}

/* Of any bytes: the result is UTF-8, without controls, and cleaning it again changes nothing. */
static void cleans_any_bytes(void **state)
{
    (void)state;
    uint64_t seed = seed_start("clean");
    for (int i = 0; i < 3000; i++) {
        char bytes[48];
        size_t n = (size_t)seed_below(&seed, sizeof bytes);
        for (size_t k = 0; k < n; k++)
            bytes[k] = (char)seed_next(&seed);
        struct str once = STR_INIT, twice = STR_INIT;
        utf8_clean(&once, bytes, n, false);
        assert_true(utf8_valid(once.s, once.len, NULL));
        assert_int_equal(strlen(once.s), once.len);
        utf8_clean(&twice, once.s, once.len, false);
        assert_string_equal(once.s, twice.s);
        assert_int_equal(utf8_width(bytes, n), utf8_width(once.s, once.len));
        for (size_t at = 0; at < n;) { /* steps end, forwards and backwards alike */
            size_t next = utf8_next(bytes, n, at);
            assert_true(next > at);
            assert_int_equal(utf8_prev(bytes, n, next), at);
            at = next;
        }
        str_release(&once);
        str_release(&twice);
    }
}

static void composes(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    utf8_nfc(&t, "plain");
    assert_str(&t, "plain");
    utf8_nfc(&t, "Le\xCC\x81"
                 "a");
    assert_str(&t, "Léa");
    utf8_nfc(&t, "Léa");
    assert_str(&t, "Léa");
    utf8_nfc(&t, "ﬁ ² Å"); /* compatibility characters stay, the Ångström sign composes */
    assert_str(&t, "ﬁ ² \xC3\x85");
    utf8_nfc(&t, "a\xFF"
                 "e\xCC\x81");
    assert_str(&t, "a\xEF\xBF\xBDé");
    utf8_nfc(&t, "");
    assert_str(&t, "");
    str_release(&t);
}

static void folds_for_search(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    utf8_fold(&t, "Léa  FOURNIER\t\nb");
    assert_str(&t, "lea fournier b");
    utf8_fold(&t, "ASCII  Only ");
    assert_str(&t, "ascii only ");
    utf8_fold(&t, "Søren Cœur Łukasz Ærø Đặng");
    assert_str(&t, "soren coeur lukasz aero dang");
    utf8_fold(&t, "Straße ﬁlm");
    assert_str(&t, "strasse film");
    utf8_fold(&t, "a\xC2\xA0\xE3\x80\x80"
                  "b"); /* no-break and ideographic blanks */
    assert_str(&t, "a b");
    utf8_fold(&t, "soft\xC2\xAD"
                  "hyphen");
    assert_str(&t, "softhyphen");
    utf8_fold(&t, "ΣΊΣΥΦΟΣ");
    assert_str(&t, "σισυφοσ");
    utf8_fold(&t, "İstanbul ılgın");
    assert_str(&t, "istanbul ilgin");
    utf8_fold(&t, "\xFF!");
    assert_str(&t, "\xEF\xBF\xBD!");
    str_release(&t);
}

/* What is found once is found again: folding a folded text changes nothing. */
static void folding_twice_is_folding_once(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp <= 0x1FFFF; cp++) {
        char s[5] = "";
        struct str once = STR_INIT, twice = STR_INIT;
        utf8_put(cp, s);
        utf8_fold(&once, s);
        utf8_fold(&twice, once.s);
        if (strcmp(once.s, twice.s) != 0)
            fail_msg("U+%04X: '%s' then '%s'", (unsigned)cp, once.s, twice.s);
        str_release(&once);
        str_release(&twice);
    }
}

static void names_of_files(void **state)
{
    (void)state;
    static const struct {
        const char *text, *any, *ascii;
        size_t max;
    } rows[] = {
        {"L\xC3\xA9"
         "a Fournier,  Soho!",
         "lea-fournier-soho", "lea-fournier-soho", 60},
        {"\xC3\x89talonneur", "etalonneur", "etalonneur", 60},
        {" -- ", "", "", 60},
        {"\xE6\x97\xA5\xE6\x9C\xAC 2", "\xE6\x97\xA5\xE6\x9C\xAC-2", "2", 60},
        {"ab cd", "ab", "ab", 3},
        {"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5", "", 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str any = STR_INIT, ascii = STR_INIT;
        utf8_slug(&any, rows[i].text, rows[i].max, false);
        utf8_slug(&ascii, rows[i].text, rows[i].max, true);
        assert_string_equal(any.s, rows[i].any);
        assert_string_equal(ascii.s, rows[i].ascii);
        str_release(&any);
        str_release(&ascii);
    }
}

static void words_are_begun(void **state)
{
    (void)state;
    static const char name[] = "L\xC3\xA9"
                               "a O'Brien-M\xC3\xBCller";
    static const char *const begun[] = {"lea", "LE", "brien", "mull o br", "o mul l", "L\xC3\xA9"};
    static const char *const not_begun[] = {"", " - ", "ea", "rien", "lea x", "leaa", "uller"};
    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++)
        if (!utf8_has_words(name, begun[i]))
            fail_msg("'%s' begins words", begun[i]);
    for (size_t i = 0; i < sizeof not_begun / sizeof *not_begun; i++)
        if (utf8_has_words(name, not_begun[i]))
            fail_msg("'%s' begins none", not_begun[i]);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(bad_bytes_are_one_byte_each),
        cmocka_unit_test(validity_tells_the_first_bad_byte),
        cmocka_unit_test(steps_by_cluster),
        cmocka_unit_test(widths),
        cmocka_unit_test(width_is_the_sum_over_code_points),
        cmocka_unit_test(tells_what_could_drive_a_terminal),
        cmocka_unit_test(cleans),
        cmocka_unit_test(cleans_any_bytes),
        cmocka_unit_test(composes),
        cmocka_unit_test(folds_for_search),
        cmocka_unit_test(folding_twice_is_folding_once),
        cmocka_unit_test(names_of_files),
        cmocka_unit_test(words_are_begun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
