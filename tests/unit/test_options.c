#include "support/unit.h"

#include <string.h>

#include "base/options.h"
#include "base/vec.h"

#define ARGS_MAX 12

struct parsed {
    const char *bank, *level;
    bool json;
    char text[200]; /* the words of the command line */
    char *args[ARGS_MAX + 1], **argv;
    int argc;
    struct err e;
};

/* Reads a command line that is written with blanks between its words. */
static bool parse(struct parsed *p, const char *line)
{
    *p = (struct parsed){.argv = p->args, .e = ERR_INIT};
    const struct option_row rows[] = {
        {"bank", &p->bank, NULL}, {"level", &p->level, NULL}, {"json", NULL, &p->json}, {0}};
    memcpy(p->text, line, strlen(line) + 1);
    for (char *rest = p->text, *word; (word = strsep(&rest, " ")) != NULL;) {
        assert_true(p->argc < ARGS_MAX);
        p->args[p->argc++] = word;
    }
    return options_read(rows, &p->argc, &p->argv, &p->e);
}

static void assert_operands(const struct parsed *p, const char *expected)
{
    struct str t = STR_INIT;
    for (int i = 0; i < p->argc; i++)
        str_addf(&t, "%s%s", i > 0 ? " " : "", p->argv[i]);
    assert_string_equal(t.s, expected);
    assert_null(p->argv[p->argc]);
    str_release(&t);
}

static void reads_every_form(void **state)
{
    (void)state;
    struct parsed p;
    assert_done(parse(&p, "run one --bank colorist two --level=mid --json three"), &p.e);
    assert_string_equal(p.bank, "colorist");
    assert_string_equal(p.level, "mid");
    assert_true(p.json);
    assert_operands(&p, "run one two three");

    assert_done(parse(&p, "run"), &p.e);
    assert_null(p.bank);
    assert_false(p.json);
    assert_operands(&p, "run");

    assert_done(parse(&p, "run --bank= --level=a=b"), &p.e);
    assert_string_equal(p.bank, "");
    assert_string_equal(p.level, "a=b");

    assert_done(parse(&p, "run --bank a --bank b"), &p.e);
    assert_string_equal(p.bank, "b");
}

static void dashes_that_are_no_options(void **state)
{
    (void)state;
    struct parsed p;
    assert_done(parse(&p, "set -3 --bank -2.5 - -.5"), &p.e);
    assert_string_equal(p.bank, "-2.5");
    assert_operands(&p, "set -3 - -.5");
    assert_done(parse(&p, "set --json -- --bank -x --"), &p.e);
    assert_true(p.json);
    assert_null(p.bank);
    assert_operands(&p, "set --bank -x --");
    assert_done(parse(&p, "set --bank=--json"), &p.e);
    assert_string_equal(p.bank, "--json");
    assert_false(p.json);
    assert_done(parse(&p, "set --bank -"), &p.e);
    assert_string_equal(p.bank, "-");
}

static void mistakes_are_explained(void **state)
{
    (void)state;
    static const struct {
        const char *line, *says;
    } rows[] = {
        {"run --bnak x", "unknown option --bnak, did you mean --bank?"},
        {"run --bnak=x", "unknown option --bnak, did you mean --bank?"},
        {"run -json", "unknown option -json, did you mean --json?"},
        {"run --LEVEL x", "unknown option --LEVEL, did you mean --level?"},
        {"run --frobnicate", "unknown option --frobnicate"},
        {"run -x", "unknown option -x"},
        {"run --json=yes", "option --json takes no value"},
        {"run --bank",
         "option --bank needs a value; one that begins with a dash is written --bank=VALUE"},
        {"run --bank --json",
         "option --bank needs a value; one that begins with a dash is written --bank=VALUE"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct parsed p;
        assert_false(parse(&p, rows[i].line));
        assert_int_equal(p.e.kind, ERR_USAGE);
        assert_string_equal(p.e.text, rows[i].says);
    }
}

static void did_you_mean(void **state)
{
    (void)state;
    static const char *const names[] = {"candidate", "compare", "bank", "export", "expect", NULL};
    assert_string_equal(options_nearest("candiate", names), "candidate");
    assert_string_equal(options_nearest("cmopare", names), "compare"); /* two letters swapped */
    assert_string_equal(options_nearest("banks", names), "bank");
    assert_string_equal(options_nearest("EXPECT", names), "expect");
    assert_string_equal(options_nearest("expcet", names), "expect");
    assert_null(options_nearest("candelabra", names));
    assert_null(options_nearest("ba", names));
    assert_null(options_nearest("", names));
    struct str longest = STR_INIT;
    str_repeat(&longest, "candidate", 20);
    assert_null(options_nearest(longest.s, names));
    str_release(&longest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(dashes_that_are_no_options),
        cmocka_unit_test(mistakes_are_explained),
        cmocka_unit_test(did_you_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
