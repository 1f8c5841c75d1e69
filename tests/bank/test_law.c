/* Words that are risky in law: two lists that a recruiter can read and add to, and whose law
 * applies to what. */

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bank/law.h"
#include "bank/law_rules.h"
#include "base/file.h"
#include "base/vec.h"

static int start(void **state)
{
    *state = law_new(LAW_ALL);
    return 0;
}

static int stop(void **state)
{
    law_free(*state);
    return 0;
}

/* Names of the rules found, parted by blanks, sorted as the text has them. */
static void add_rules(struct str *out, const struct law_hits *hits)
{
    for (size_t i = 0; i < hits->n; i++)
        str_addf(out, "%s%s", i > 0 ? " " : "", hits->items[i].rule);
}

static struct str rules_of(struct law *law, const char *text)
{
    struct law_hits hits = {0};
    struct str rules = STR_INIT;
    law_scan(law, text, &hits);
    add_rules(&rules, &hits);
    VEC_RELEASE(&hits);
    return rules;
}

/* Adds a line to `wrong` when the text does not draw exactly these rules. */
static void try_line(struct law *law, const char *rules, const char *text, struct str *wrong)
{
    struct str found = rules_of(law, text);
    if (strcmp(found.s, rules) != 0)
        str_addf(wrong, "\n  \"%s\"\n    gives \"%s\", not \"%s\"", text, found.s, rules);
    str_release(&found);
}

struct list {
    struct str bytes;
    char *line; /* the next one */
};

static void list_open(struct list *list, const char *name)
{
    struct str path = STR_INIT;
    struct err e = ERR_INIT;
    *list = (struct list){.bytes = STR_INIT};
    str_addf(&path, SLATE_TESTS "/bank/law/%s", name);
    assert_done(file_read(path.s, 1 << 20, &list->bytes, NULL, &e), &e);
    list->line = list->bytes.s;
    str_release(&path);
}

/* The next line that is no remark and not empty; NULL at the end. */
static char *list_next(struct list *list)
{
    while (*list->line != '\0') {
        char *line = list->line, *end = line + strcspn(line, "\n");
        list->line = *end != '\0' ? end + 1 : end;
        *end = '\0';
        if (*line != '\0' && *line != '#')
            return line;
    }
    return NULL;
}

static void settle(struct list *list, struct str *wrong)
{
    str_release(&list->bytes);
    if (wrong->len > 0)
        fail_msg("%s", wrong->s);
}

static void risky_texts_are_found_by_their_rule(void **state)
{
    struct list list;
    struct str wrong = STR_INIT;
    size_t n = 0;
    list_open(&list, "risky.txt");
    for (char *line; (line = list_next(&list)) != NULL; n++) {
        char *bar = strstr(line, " | ");
        if (bar == NULL)
            fail_msg("no \" | \" in: %s", line);
        *bar = '\0';
        try_line(*state, line, bar + 3, &wrong);
    }
    settle(&list, &wrong);
    assert_in_range(n, 120, 10000);
}

static void innocent_texts_draw_nothing(void **state)
{
    struct list list;
    struct str wrong = STR_INIT;
    size_t n = 0;
    list_open(&list, "innocent.txt");
    for (char *line; (line = list_next(&list)) != NULL; n++)
        try_line(*state, "", line, &wrong);
    settle(&list, &wrong);
    assert_in_range(n, 60, 10000);
}

static void assert_rules(unsigned profiles, const char *text, const char *rules)
{
    struct law *law = law_new(profiles);
    struct str found = rules_of(law, text);
    assert_string_equal(found.s, rules);
    str_release(&found);
    law_free(law);
}

static void every_country_has_its_own_rules(void **state)
{
    (void)state;
    assert_rules(LAW_US, "Were you honorably discharged?", "law-discharge");
    assert_rules(LAW_US_NY, "Were you honorably discharged?", "law-discharge");
    assert_rules(LAW_UK | LAW_FR, "Were you honorably discharged?", "");
    assert_rules(LAW_FR, "Avez-vous des enfants ?", "law-family");
    assert_rules(LAW_EU, "Avez-vous des enfants ?", "law-family");
    assert_rules(LAW_UK | LAW_US, "Avez-vous des enfants ?", "");
    assert_rules(0, "How old are you?", "law-age");
}

static unsigned where_is_salary_a_risk(unsigned profiles)
{
    struct law *law = law_new(profiles);
    struct law_hits hits = {0};
    law_scan(law, "What is your current salary?", &hits);
    assert_int_equal(hits.n, 1);
    assert_string_equal(hits.items[0].rule, "law-salary-history");
    unsigned where = hits.items[0].where;
    VEC_RELEASE(&hits);
    law_free(law);
    return where;
}

static void salary_history_is_a_risk_or_an_advice(void **state)
{
    (void)state;
    assert_int_equal(where_is_salary_a_risk(LAW_ALL), LAW_US_CA | LAW_US_NY | LAW_EU | LAW_FR);
    assert_int_equal(where_is_salary_a_risk(LAW_US_CA), LAW_US_CA);
    assert_int_equal(where_is_salary_a_risk(LAW_US | LAW_FR), LAW_FR);
    assert_int_equal(where_is_salary_a_risk(LAW_US | LAW_UK), 0);
}

static void assert_safer(unsigned profiles, const char *part)
{
    struct law *law = law_new(profiles);
    struct law_hits hits = {0};
    law_scan(law, "Do you have a disability?", &hits);
    assert_int_equal(hits.n, 1);
    if (strstr(hits.items[0].safer, part) == NULL)
        fail_msg("%s", hits.items[0].safer);
    VEC_RELEASE(&hits);
    law_free(law);
}

static void the_safer_wording_speaks_the_countrys_english(void **state)
{
    (void)state;
    assert_safer(LAW_US, "with or without reasonable accommodation?\" Not legal advice.");
    assert_safer(LAW_US | LAW_US_CA | LAW_US_NY, "reasonable accommodation?");
    assert_safer(LAW_UK, "with or without reasonable adjustments?\" Not legal advice.");
    assert_safer(LAW_ALL, "reasonable adjustments (in the US: accommodation)?");
}

static void a_hit_names_the_bytes_it_is_about(void **state)
{
    static const char text[] = "D'accord. Et quel \303\242ge\nAVEZ\342\200\221VOUS\302\240?";
    struct law_hits hits = {0};
    law_scan(*state, text, &hits);
    assert_int_equal(hits.n, 0); /* a line ends there, and a new one begins large */
    law_scan(*state, "D'accord. Et quel \303\242ge AVEZ\342\200\221VOUS\302\240?", &hits);
    assert_int_equal(hits.n, 1);
    assert_int_equal(hits.items[0].at, 13);
    assert_int_equal(hits.items[0].len, strlen("quel \303\242ge AVEZ"));
    assert_int_equal(hits.items[0].where, LAW_EU | LAW_FR);
    assert_string_equal(hits.items[0].matter, "age");
    VEC_RELEASE(&hits);
}

static void each_rule_is_told_once_and_by_place(void **state)
{
    assert_rules(LAW_ALL, "Are you married? How old are you? Your age? Do you have kids? A wife?",
                 "law-marriage law-age law-family");
    struct str again = rules_of(*state, "How old are you?");
    assert_str(&again, "law-age"); /* what the text before had is forgotten */
    str_release(&again);
    assert_rules(LAW_ALL, "And how old\nare you?", "law-age");
    assert_rules(LAW_ALL, "And how old? Are you there?", "");
}

static void lists_of_laws_are_read(void **state)
{
    (void)state;
    unsigned wanted = 0;
    struct err e = ERR_INIT;
    struct str names = STR_INIT;
    assert_true(law_parse("us-ca,uk", &wanted, &e));
    assert_int_equal(wanted, LAW_US_CA | LAW_UK);
    assert_true(law_parse("fr", &wanted, &e));
    assert_int_equal(wanted, LAW_US_CA | LAW_UK | LAW_FR);
    law_add_names(&names, wanted);
    assert_str(&names, "us-ca, uk, fr");
    static const char *const bad[] = {"", "us,", ",us", "us,,uk", "usa", "US", "us uk", "us-c"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        wanted = LAW_EU;
        assert_false(law_parse(bad[i], &wanted, &e));
        assert_int_equal(wanted, LAW_EU);
    }
    assert_string_equal(e.text, "there is no law \"us-c\": choose of us, us-ca, us-ny, uk, eu, fr");
    str_release(&names);
}

/* Each row is written as patterns are, tells what to do, and is found by a line of risky.txt. */
static void the_table_is_sound(void **state)
{
    struct list list;
    assert_true(law_is_sound(*state));
    list_open(&list, "risky.txt");
    for (size_t i = 0; i < law_rules_count(); i++) {
        const struct law_rule *rule = law_rule_at(i);
        struct str line = STR_INIT;
        str_addf(&line, "\n%s | ", rule->name);
        assert_non_null(strstr(list.bytes.s, line.s));
        assert_int_equal(rule->risk & rule->advice, 0);
        assert_int_not_equal(rule->risk, 0);
        assert_true(str_starts(rule->name, "law-"));
        char last = rule->safer[strlen(rule->safer) - 1];
        assert_true(last == '.' || last == '"');
        str_release(&line);
    }
    str_release(&list.bytes);
}

static void the_manual_names_every_rule(void **state)
{
    (void)state;
    struct str manual = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(file_read(SLATE_BANKS "/slate-bank.5", 1 << 20, &manual, NULL, &e), &e);
    for (size_t i = 0; i < law_rules_count(); i++) {
        struct str item = STR_INIT;
        str_addf(&item, "\n.It Ic %s\n", law_rule_at(i)->name);
        if (strstr(manual.s, item.s) == NULL)
            fail_msg("slate-bank(5) does not tell of %s", law_rule_at(i)->name);
        str_release(&item);
    }
    str_release(&manual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(risky_texts_are_found_by_their_rule, start, stop),
        cmocka_unit_test_setup_teardown(innocent_texts_draw_nothing, start, stop),
        cmocka_unit_test(every_country_has_its_own_rules),
        cmocka_unit_test(salary_history_is_a_risk_or_an_advice),
        cmocka_unit_test(the_safer_wording_speaks_the_countrys_english),
        cmocka_unit_test_setup_teardown(a_hit_names_the_bytes_it_is_about, start, stop),
        cmocka_unit_test_setup_teardown(each_rule_is_told_once_and_by_place, start, stop),
        cmocka_unit_test(lists_of_laws_are_read),
        cmocka_unit_test_setup_teardown(the_table_is_sound, start, stop),
        cmocka_unit_test(the_manual_names_every_rule),
    };
    return cmocka_run_group_tests_name("law", tests, NULL, NULL);
}
