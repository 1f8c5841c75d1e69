#include "support/unit.h"

#include <locale.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "tui/key.h"

static const struct {
    const char *name;
    struct key key;
} pairs[] = {
    {"a", {'a', 0}},
    {"A", {'A', 0}},
    {"?", {'?', 0}},
    {"-", {'-', 0}},
    {"é", {0xe9, 0}},
    {"日", {0x65e5, 0}},
    {"Space", {' ', 0}},
    {"Enter", {K_ENTER, 0}},
    {"Esc", {K_ESC, 0}},
    {"Tab", {K_TAB, 0}},
    {"Shift-Tab", {K_TAB, MOD_SHIFT}},
    {"Ctrl-P", {'p', MOD_CTRL}},
    {"Ctrl-_", {'_', MOD_CTRL}},
    {"Ctrl--", {'-', MOD_CTRL}},
    {"Ctrl-Space", {' ', MOD_CTRL}},
    {"Alt-x", {'x', MOD_ALT}},
    {"Alt-X", {'X', MOD_ALT}},
    {"Ctrl-Alt-Left", {K_LEFT, MOD_CTRL | MOD_ALT}},
    {"Backspace", {K_BACKSPACE, 0}},
    {"Del", {K_DELETE, 0}},
    {"Ins", {K_INSERT, 0}},
    {"PgUp", {K_PGUP, 0}},
    {"PgDn", {K_PGDN, 0}},
    {"Home", {K_HOME, 0}},
    {"End", {K_END, 0}},
    {"F1", {K_F1, 0}},
    {"F10", {K_F1 + 9, 0}},
    {"F12", {K_F12, 0}},
};

static void names_both_ways(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        struct key k = {0, 0};
        struct str name = STR_INIT;
        assert_true(key_parse(pairs[i].name, &k));
        assert_true(key_same(k, pairs[i].key));
        key_add_name(&name, k);
        assert_string_equal(name.s, pairs[i].name);
        str_release(&name);
    }
}

static void every_key_has_a_name(void **state)
{
    (void)state;
    for (uint32_t code = K_FIRST + 1; code < K_LAST; code++) {
        for (uint8_t mods = 0; mods < 8; mods++) {
            struct key back = {0, 0};
            struct str name = STR_INIT;
            key_add_name(&name, (struct key){code, mods});
            assert_true(key_parse(name.s, &back));
            assert_true(key_same(back, (struct key){code, mods}));
            str_release(&name);
        }
    }
}

static void what_is_no_key(void **state)
{
    static const char *const bad[] = {
        "",     "ab", "Ctrl-", "Shift-a",      "esc",    "F13",     "a-h",
        "\x1b", " ",  "\xff",  "Ctrl-Hyper-a", "Enter ", "\xC2\x9b"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct key k = {7, 7};
        assert_false(key_parse(bad[i], &k));
        assert_int_equal(k.code, 7);
    }
}

static bool in(const char *key, const char *keys, bool fold)
{
    struct key k;
    assert_true(key_parse(key, &k));
    return key_in(k, keys, fold);
}

static void lists_and_ranges(void **state)
{
    (void)state;
    assert_true(in("3", "1-5 n", false));
    assert_true(in("1", "1-5 n", false));
    assert_true(in("5", "1-5", false));
    assert_true(in("n", "1-5 n", false));
    assert_false(in("6", "1-5 n", false));
    assert_false(in("-", "1-5 n", false));
    assert_true(in("-", "+ -", false));
    assert_true(in("-", "- +", false));
    assert_true(in("PgDn", "Right PgDn", false));
    assert_false(in("D", "Right PgDn", false));
    assert_true(in("Space", "Up Space", false));
    assert_true(in("Ctrl-Z", "u Ctrl-Z", false));
    assert_false(in("z", "u Ctrl-Z", false));
    assert_false(in("Ctrl-B", "a-h", false));
    assert_false(in("Alt-b", "a-h", true));
    assert_true(in("é", "à-ï", false));
    assert_false(in("a", "", false));
    assert_true(in("b", "  a   b  ", false));
}

static void capitals_fold_only_when_asked(void **state)
{
    (void)state;
    assert_true(in("B", "a-h", true));
    assert_false(in("B", "a-h", false));
    assert_true(in("G", "g G", true));
    assert_false(in("g", "G", true));
    assert_true(in("É", "é", true));
    assert_false(in("Alt-X", "Alt-x", true));
}

static void text_keys(void **state)
{
    (void)state;
    assert_true(key_is_text((struct key){'a', 0}));
    assert_true(key_is_text((struct key){' ', 0}));
    assert_true(key_is_text((struct key){0x1f600, 0}));
    assert_false(key_is_text((struct key){'a', MOD_ALT}));
    assert_false(key_is_text((struct key){'a', MOD_CTRL}));
    assert_false(key_is_text((struct key){K_ENTER, 0}));
    assert_false(key_is_text((struct key){0x1b, 0}));
    assert_false(key_is_text((struct key){0x9b, 0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_both_ways),
        cmocka_unit_test(every_key_has_a_name),
        cmocka_unit_test(what_is_no_key),
        cmocka_unit_test(lists_and_ranges),
        cmocka_unit_test(capitals_fold_only_when_asked),
        cmocka_unit_test(text_keys),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
