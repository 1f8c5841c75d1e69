#include "support/unit.h"

#include <string.h>

#include "base/vec.h"
#include "domain/fact.h"

static bool takes(enum fact_kind kind, const char *value, struct err *e)
{
    struct fact fact = {.ask = {.s = "When?"}, .kind = kind};
    return fact_check(&fact, value, e);
}

static void facts_are_of_their_kind(void **state)
{
    (void)state;
    static const struct {
        enum fact_kind kind;
        bool fine;
        const char *value;
    } rows[] = {
        {FACT_TEXT, true, "anything \xE2\x80\x93 in any words\nat all"},
        {FACT_YESNO, true, "yes"},
        {FACT_YESNO, true, "No"},
        {FACT_YESNO, true, "YES"},
        {FACT_YESNO, true, " no "},
        {FACT_YESNO, false, "y"},
        {FACT_YESNO, false, "maybe"},
        {FACT_YESNO, false, "yes, sometimes"},
        {FACT_YESNO, false, "yesno"},
        {FACT_YESNO, false, "1"},
        {FACT_DATE, true, "2026-11-23"},
        {FACT_DATE, true, "2028-02-29"},
        {FACT_DATE, true, " 2026-01-01"},
        {FACT_DATE, true, "2026-12-31\n"},
        {FACT_DATE, false, "2026-02-30"},
        {FACT_DATE, false, "2026-02-29"},
        {FACT_DATE, false, "2026-04-31"},
        {FACT_DATE, false, "2026-13-01"},
        {FACT_DATE, false, "2026-00-10"},
        {FACT_DATE, false, "2026-10-00"},
        {FACT_DATE, false, "2026-1-5"},
        {FACT_DATE, false, "23/11/2026"},
        {FACT_DATE, false, "23-11-2026"},
        {FACT_DATE, false, "2026/11/23"},
        {FACT_DATE, false, "2026-11-23 14:00"},
        {FACT_DATE, false, "2026-11-2"},
        {FACT_DATE, false, "2026-11-233"},
        {FACT_DATE, false, "mon 14:000"}, /* ten characters as well */
        {FACT_DATE, false, "14:00"},
        {FACT_DATE, false, "tomorrow"},
        {FACT_DATE, false, "in two weeks"},
        {FACT_MONEY, true, "45000"},
        {FACT_MONEY, true, "45,000"},
        {FACT_MONEY, true, "45 000"},
        {FACT_MONEY, true,
         "45\xE2\x80\xAF"
         "000 €"}, /* as French is typeset */
        {FACT_MONEY, true, "€45,000"},
        {FACT_MONEY, true, "£350/day"},
        {FACT_MONEY, true, "45k"},
        {FACT_MONEY, true, "40-45k"},
        {FACT_MONEY, true, "0"},
        {FACT_MONEY, false, "a lot"},
        {FACT_MONEY, false, "€"},
        {FACT_MONEY, false, "45,000\nplus"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct err e = ERR_INIT;
        if (takes(rows[i].kind, rows[i].value, &e) != rows[i].fine)
            fail_msg("%s: \"%s\" %s", fact_kind_name(rows[i].kind), rows[i].value, e.text);
        assert_int_equal(e.kind, rows[i].fine ? ERR_NONE : ERR_INPUT);
    }
}

static void no_answer_is_fine(void **state)
{
    (void)state;
    static const enum fact_kind kinds[] = {FACT_TEXT, FACT_YESNO, FACT_DATE, FACT_MONEY};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        struct err e = ERR_INIT;
        assert_done(takes(kinds[i], "", &e), &e);
        assert_done(takes(kinds[i], " \n\t ", &e), &e);
    }
}

static void an_amount_is_no_story(void **state)
{
    (void)state;
    char amount[FACT_MONEY_MAX + 4];
    struct err e = ERR_INIT;
    memset(amount, '1', sizeof amount);
    memcpy(amount + FACT_MONEY_MAX, " ", 2); /* the blank behind it does not count */
    assert_done(takes(FACT_MONEY, amount, &e), &e);
    memcpy(amount + FACT_MONEY_MAX, "1", 2);
    assert_false(takes(FACT_MONEY, amount, &e));
    assert_string_equal(e.text, "\"When?\" takes an amount such as 45,000 or £350/day");
}

static void refusals_say_what_to_type(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    assert_false(takes(FACT_DATE, "soon", &e));
    assert_string_equal(e.text, "\"When?\" takes a date such as 2026-11-23, not \"soon\"");
    assert_false(takes(FACT_YESNO, " maybe ", &e));
    assert_string_equal(e.text, "\"When?\" takes yes or no, not \"maybe\"");
    assert_false(takes(FACT_MONEY, "a lot", &e));
    assert_string_equal(e.text,
                        "\"When?\" takes an amount such as 45,000 or £350/day, not \"a lot\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_are_of_their_kind),
        cmocka_unit_test(no_answer_is_fine),
        cmocka_unit_test(an_amount_is_no_story),
        cmocka_unit_test(refusals_say_what_to_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
