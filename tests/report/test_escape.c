#include "support/unit.h"

#include "base/vec.h"
#include "report/escape.h"

struct pair {
    const char *from, *to;
};

static void html(void **state)
{
    static const struct pair pairs[] = {
        {"", ""},
        {"a\nb\tc", "a\nb\tc"},
        {"<a href=\"x\" b='y'>&amp;", "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;"},
        {"\x1B[0m\r", "\xE2\x90\x9B[0m\xE2\x90\x8D"},
        {"\xC3\x28", "\xEF\xBF\xBD("},
    };
    struct str t = STR_INIT;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        str_clear(&t);
        escape_html(&t, pairs[i].from);
        assert_string_equal(t.s, pairs[i].to);
    }
    str_release(&t);
}

static void csv(void **state)
{
    static const struct pair pairs[] = {
        {"", ""},
        {"plain", "plain"},
        {"a,b", "\"a,b\""},
        {"a\"b", "\"a\"\"b\""},
        {"a\nb", "\"a\nb\""},
        {"=1+1", "\"'=1+1\""},
        {"+33 6", "\"'+33 6\""},
        {"-2", "\"'-2\""},
        {"@x", "\"'@x\""},
        {"  =1", "\"'  =1\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\xE2\x90\x8D=1\""},
        {"\n", "\"'\n\""},
        {"\xEF\xBC\x9D"
         "1",
         "\"'\xEF\xBC\x9D"
         "1\""},
        {"a=1", "a=1"},
        {"it's", "\"it's\""},
        {"\x1B", "\xE2\x90\x9B"},
    };
    struct str t = STR_INIT;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        str_clear(&t);
        escape_csv(&t, pairs[i].from);
        assert_string_equal(t.s, pairs[i].to);
    }
    str_release(&t);
}

static void markdown(void **state)
{
    static const struct pair pairs[] = {
        {"", ""},
        {"a*b_c`d", "a\\*b\\_c\\`d"},
        {"<b>&", "&lt;b&gt;&amp;"},
        {"# x", "\\# x"},
        {"- x", "\\- x"},
        {"    code", "code"},
        {"12. x 3. 5", "12\\. x 3. 5"},
        {"3.5 of 5", "3.5 of 5"},
        {"7)", "7\\)"},
        {"a\n===\n1) b\n\n", "a\\\n> \\===\\\n> 1\\) b"},
        {"a\n\nb", "a\\\n> \\\n> b"},
        {"![x](y)|", "\\!\\[x\\](y)\\|"},
    };
    struct str t = STR_INIT;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        str_clear(&t);
        escape_markdown(&t, pairs[i].from, "> ");
        assert_string_equal(t.s, pairs[i].to);
    }
    str_clear(&t);
    escape_markdown(&t, "a\n- b", NULL);
    assert_str(&t, "a - b");
    str_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html),
        cmocka_unit_test(csv),
        cmocka_unit_test(markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
