#include "support/unit.h"

#include <string.h>

#include "tui/stretch.h"

/* Pictures of a row: "ab|c" is the text, its letters the roles: '.' text, 'F' focus, 'd' dim. A
 * wide character stands as '<' and '>', its two halves. */
static void row_of(const char *text, const char *roles, struct cell *out)
{
    for (size_t i = 0; text[i] != '\0'; i++) {
        out[i] = (struct cell){.width = 1};
        out[i].role = roles[i] == 'F' ? ROLE_FOCUS : roles[i] == 'd' ? ROLE_DIM : ROLE_TEXT;
        if (text[i] == '<') {
            memcpy(out[i].text, "\xE6\x9D\xB1", 4);
            out[i].width = 2;
        } else if (text[i] == '>') {
            out[i].width = 0;
        } else {
            out[i].text[0] = text[i];
        }
    }
}

/* The stretches as "0-3 text, 5-6 role". */
static void differ(const char *before, const char *before_roles, const char *now, const char *roles,
                   const char *expected)
{
    struct cell a[16], b[16];
    struct str found = STR_INIT;
    row_of(before, before_roles, a);
    row_of(now, roles, b);
    for (struct stretch s = {0}; stretch_next(b, a, (int)strlen(now), &s);)
        str_addf(&found, "%s%d-%d %s", found.len > 0 ? ", " : "", s.from, s.to,
                 s.text ? "text" : "role");
    assert_string_equal(found.s, expected);
    str_release(&found);
}

static void what_differs_is_found(void **state)
{
    (void)state;
    differ("abc", "...", "abc", "...", "");
    differ("abc", "...", "axc", "...", "1-2 text");
    differ("abc", "...", "xyz", "FFF", "0-3 text");
    differ("abcdef", "......", "abXdeX", "......", "2-3 text, 5-6 text");
}

static void a_role_alone_needs_no_text(void **state)
{
    (void)state;
    differ("abc", "...", "abc", "FFF", "0-3 role");
    differ("abcd", "....", "abcd", "FFdd", "0-2 role, 2-4 role");
    differ("abcd", "FFFF", "abcd", ".dd.", "0-1 role, 1-3 role, 3-4 role");
    differ(" abc", "....", ">abc", "FFFF", "0-1 text, 1-4 role");
}

static void a_wide_one_is_handed_whole(void **state)
{
    (void)state;
    differ("a<>b", "....", "a<>b", "FFFF", "0-1 role, 1-3 text, 3-4 role");
    differ("a<>b", "....", "axyb", "....", "1-3 text");
    differ("axyb", "FFFF", "a<>b", "FFFF", "1-3 text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_differs_is_found),
        cmocka_unit_test(a_role_alone_needs_no_text),
        cmocka_unit_test(a_wide_one_is_handed_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
